"""Places of those who speak, come from somewhere or are on their way, where a deed has its own.

"Speaking in [Dorva], Roe said men had died in Oria", "killed ten monks from [Dorva] near Oria",
"was on its way from [Dorva] to Kelmar when it was hit near Oria". Offsets are half-open code
points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.rules.setting.each_its_own import has_own

_LITTLE: Final = r"(?:the\s)?(?:[a-z-]+\s){0,3}?(?:of\s)?"
# Before the sentence tells what somebody said: "Speaking in", "From her exile in".
_OPENING: Final = re.compile(
    r"\W{0,2}(?:(?:Speaking|Talking|Writing|Testifying|Interviewed|Reached|Asked|Contacted)\s"
    r"(?:[\w’'-]+\s){0,6}?|From\s(?:his|her|their|its|an?|the)\s(?:[a-z-]+\s){0,3}?)"
    rf"(?:in|at|from|near|outside)\s{_LITTLE}\Z"
)
# "The Norlandian embassy in [Dorva] said".
_SUBJECT: Final = re.compile(
    rf"(?:\A\W?|[,;]\s)(?:[\w’'.-]+\s){{1,6}}?(?:in|at|from|of)\s{_LITTLE}\Z"
)
_SAID: Final = re.compile(r"\s(?:also\s|\w+ly\s)?(?P<verb>[a-z]+)\s")
_FROM: Final = re.compile(
    r"(?P<who>[A-Za-z]+)\s(?:from|of)\s(?:the\s)?(?:(?:city|town|village|province|region|state)\sof\s)?"
    r"(?:(?!(?:and|or)\b)[A-Z][\w’'-]*(?:,\s|,?\sand\s|\s)){0,3}\Z"
)
# These are done to people where they live, or take them from there.
_TAKEN: Final = re.compile(
    r"(?:abduct|kidnap|snatch|rescu|evacuat|expel|displac|deport|arriv|fle|fled|recruit|remov|driv|drove"
    r"|took|tak|captur|hostage|pull|mov|transfer|evict|escap|depart|return)\w*",
    re.IGNORECASE,
)
_WAY: Final = re.compile(
    r"\b(?:from|between)\s(?P<whence>[^,;:]{2,50}?)\s(?:to|and)\s(?P<whither>[^,;:]{2,50}?)"
    r"(?P<joint>,?\s(?:when|before|as|where))\s"
)
_UNDER_WAY: Final = re.compile(
    r"\b(?:way|route|bound|travel\w*|sailing|sailed|flying|flight|driving|drove|heading|headed|going"
    r"|journey|trip|returning|spread|moved|moving|shifted)\b[^,;:]{0,30}\Z"
)
_LATER: Final = re.compile(r",?\s(?:after|because|when|since)\s")
_TAKES_UP: Final = re.compile(r"\b(?:it|its|there|their|they|the\s(?:town|city|village|camp)s?)\b")
_FLED_TO: Final = re.compile(
    r"\b(?:fled|flee|fleeing|escaped|moved|evacuated|relocated)\b(?:\s[\w’'-]+){0,4}?\s(?:to|for|into|towards?)\s"
    r"(?:[a-z-]+\s){0,4}?\Z"
)
_OFF: Final = re.compile(
    r"\b[A-Z][\w’'-]+,\s(?:(?:about|some|around|roughly|nearly|just|over)\s)?[\d.,]+\s?(?:km|kilomet(?:er|re)s?"
    r"|miles?|met(?:er|re)s?)\s(?:(?:to\sthe\s)?[a-z-]+\s)?(?:of|from)\s"
    rf"{_LITTLE}\Z"
)
_BACK: Final = 140


def of_people(sentence: str, deed: Range, place: Range) -> str | None:
    """The words by which a place is where others are than what happens, which has its own.

    >>> of_people("Speaking in Dorva, Roe said ten died near Oria.", (32, 36), (12, 17))
    'Speaking in'
    """
    if state_of(sentence[slice(*place)]) is not None and deed[0] < place[0]:
        behind = None
    else:
        behind = _of_speaker(sentence, deed, place)
    return (
        behind
        or _of_origin(sentence, deed, place)
        or _of_way(sentence, deed, place)
        or _of_flight(sentence, deed, place)
        or _far_off(sentence, place)
    )


def _has_own(sentence: str, start: int, end: int | None = None) -> bool:
    return has_own(sentence, (start, len(sentence) if end is None else end), is_time=False)


def _of_speaker(sentence: str, deed: Range, place: Range) -> str | None:
    """Where somebody is who tells of a deed behind it: "the embassy in [Dorva] said that"."""
    if place[1] > deed[0] or not _has_own(sentence, deed[1]):
        return None
    before = sentence[max(0, place[0] - _BACK) : place[0]]
    if place[0] <= _BACK and (found := _OPENING.fullmatch(before)) is not None:
        return found[0].strip()
    said = _SAID.match(sentence, place[1])
    if said is None or said.end() > deed[0] or not says(said["verb"]):
        return None
    found = _SUBJECT.search(before)
    return said["verb"] if found is not None and not grammar.has_verb(found[0]) else None


def _of_origin(sentence: str, deed: Range, place: Range) -> str | None:
    """The people who come from a place: "killed ten monks from [Dorva] near Oria"."""
    found = _FROM.search(sentence, max(0, place[0] - _BACK), place[0])
    if (
        found is None
        or not is_people(found["who"].lower())
        or _TAKEN.search(sentence[slice(*deed)])
    ):
        return None
    low = place[1] if deed[0] < place[1] else deed[1]
    return f"{found['who']} from" if _has_own(sentence, low) else None


def _of_way(sentence: str, deed: Range, place: Range) -> str | None:
    """The ends of a way on which something else came: "from [Dorva] to [Oria] when it was hit"."""
    if " to " not in sentence and " between " not in sentence:
        return None
    for found in _WAY.finditer(sentence, 0, deed[0]):
        if not _UNDER_WAY.search(sentence, max(0, found.start() - 60), found.start()):
            continue
        is_there = found["joint"].endswith("where")
        low, high = found.span("whence")
        high = high if is_there else found.end("whither")
        if low <= place[0] and place[1] <= high and (is_there or _has_own(sentence, deed[1])):
            return found["joint"].strip(" ,")
    return None


def _of_flight(sentence: str, deed: Range, place: Range) -> str | None:
    """Whither people fled after a deed: "fled to [Dorva] after the dam burst"."""
    if deed[0] < place[1] or not is_verb(sentence, deed):
        return None
    later = _LATER.match(sentence, place[1])
    if later is None or _TAKES_UP.search(sentence, later.end()):
        return None
    found = _FLED_TO.search(sentence, max(0, place[0] - _BACK), place[0])
    return later[0].strip(" ,") if found is not None else None


def _far_off(sentence: str, place: Range) -> str | None:
    """How far a named place lies from another: "took Oria, 40 km south of [Dorva]"."""
    found = _OFF.search(sentence, max(0, place[0] - _BACK), place[0])
    return found[0].partition(",")[2].strip() if found is not None else None
