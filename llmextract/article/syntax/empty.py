"""Words that tell nothing as they are cut: "holds great value", "alleged, without proof"."""

import re
from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.saying import says

_HOLDING: Final = grammar.words_of(
    "has have had having holds hold held holding carries carry carried bears bear bore retains"
    " retain retained possesses possess possessed is are was were of acquires"
    " acquire acquired assumes"
)
_WEIGHT: Final = re.compile(
    r"\s(?:(?:a|an|its|their|no|any|such|more|less|of)\s)?(?:[a-z-]+\s){0,3}"
    r"(?:importance|significance|value|relevance|meaning|weight|appeal|prestige|symbolism)\b"
)
# From a verb of saying to what is said by it: "alleged, without proof, that".
_THAT: Final = re.compile(r"(?:,\s[^,;:“”\"]{1,80},)?\s(?:[\w-]+\s){0,3}?that\s|,\s+that\s")
_NUMBERED: Final = re.compile(
    r"\b(?:Army|Article|Base|Battalion|Brigade|Camp|Checkpoint|Company|Corps|Division|Group|Highway|Hill"
    r"|Platoon|Regiment|Resolution|Route|Sector|Squad|Squadron|Unit|Zone)\Z"
)
_NUMBERED_REACH: Final = 16
_ITS_NUMBER: Final = re.compile(r"\s(?:No\.?\s)?(\d{1,4})\b(?!\s+[a-z]+s\b|,\d)")


def is_of_weight(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] only says that something is important: "holds great value"."""
    words = grammar.tokenise(sentence[start:end]).words
    if not words or words[0] not in _HOLDING:
        return False
    first = start + len(words[0])
    found = _WEIGHT.match(sentence, first)
    return found is not None and end <= found.end()


def tells_only(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] is a verb of saying with an aside, before what is said.

    "alleged, without proof," of "alleged, without proof, that rebels had fled".
    """
    verb, comma, aside = sentence[start:end].partition(",")
    words = grammar.tokenise(verb).words
    is_saying = bool(words) and says(words[-1]) and grammar.is_past(words[-1])
    if not is_saying or not (comma and aside.strip()):
        return False
    return _THAT.match(sentence, start + len(verb)) is not None


def cut_number(sentence: str, start: int, end: int) -> str | None:
    """The number that goes on a name which sentence[start:end] breaks off: "Brigade [87]"."""
    numbered = _NUMBERED.search(sentence, max(start, end - _NUMBERED_REACH), end)
    number = _ITS_NUMBER.match(sentence, end) if numbered else None
    return None if number is None else number[1]
