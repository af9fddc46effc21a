"""Who is no reporter of an event: its own sentence has another, or makes it their deed."""

import re
from collections.abc import Callable
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN, VERB_BEHIND
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.saying.speakers import other_speaker
from llmextract.judge.teller import teller_of

# By whom something is done: "was overrun by the army".
_BY: Final = re.compile(rf"\s+by\s+{ARTICLE}", re.IGNORECASE)
# "The Front claimed to have [retaken] Dorva", whoever else says otherwise.
_CLAIMED: Final = re.compile(r"\b(?P<verb>claim(?:ed|s))\s+to\s+(?:have|be)\s+(?:\w+\s+)?\Z")
# Who testifies of it: "called Roe, who testified that".
_WHO_TOLD: Final = re.compile(
    r",?\s+who\s+(?:\w+ly\s+)?"
    r"(?P<verb>testified|said|told|claimed|reported|alleged|recalled|stated)\s"
    r"(?:(?:[\w’'.-]+\s+){0,4}that\s+)?"
)
_FINITE: Final = re.compile(r"\b(?:said|says|told|tells|reported|according to|testified)\b")
# "Roe criticised the mayor for [shelling] Dorva": who is blamed for it tells nothing of it.
_BLAMES: Final = re.compile(
    r"\b(?:criticis|criticiz|accus|blam|condemn|denounc|charg|arrest|indict|convict|jail|sentenc"
    r"|fault)(?:e|ed|es|s|ing)?\s+(?P<whom>[^;:“”\"()]{0,60})\Z"
)
_FOR: Final = re.compile(r"\s+(?:for|of|with)\s+(?:\w+ly\s+)?")
# What is set off and says something itself: "in Dorva, where Roe says it is calm, shells fell".
_ASIDE: Final = re.compile(
    r",\s(?:where|which|who|whom)\s(?P<who>[^,;:“”\"]{1,60}?)\s(?:says?|said|claims?|claimed"
    r"|believes?|reports?|reported)\s[^,;:“”\"]{1,160}(?P<close>,)"
)
_DENIES: Final = re.compile(
    rf"\s+{BETWEEN}(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)"
    r"|refut(?:es?|ed)|contradict(?:s|ed)?)\b"
)
_PARTED: Final = re.compile(r";|,\s+(?:but|while|although|though|whereas)\s", re.IGNORECASE)
# ", Roe said, denying a report by".
_AGAINST: Final = re.compile(
    r",\s[^,;:“”\"]{1,80}\s(?:said|says|stated|told|wrote|added|announced)\b"
    r"[^,;:“”\"]{0,40},\s+(?:denying|contradicting|rejecting|refuting|dismissing|disputing|rebutting)\s"
)
# ", Roe said, because the".
_BECAUSE: Final = re.compile(
    rf",\s[^,;:“”\"]{{1,80}}\s(?:said|says|stated|told|wrote|added),\s+"
    rf"(?:because|since|as|after|when)\s{ARTICLE}\Z"
)
_HANDED_ON: Final = re.compile(
    r"\b(?:(?:citing|quoting|quoted|cited|told|tells|telling|informed|according to)\s+"
    rf"(?:[\w’'.-]+\s+){{0,5}}|(?:by|from|with)\s+{ARTICLE}(?:[\w-]+\s)?"
    rf"|(?:on|in)\s+{ARTICLE})\Z",
    re.IGNORECASE,
)
# "Norland considers them rebels and has vowed to".
_GOES_ON: Final = re.compile(
    rf"\s+{BETWEEN}[a-z]+(?:s|ed)\s[^,.;:“”\"]{{1,120}}?\s(?:and|but)\s+(?:has|have|had)\s+(?:\w+ly\s+)?"
    r"(?P<verb>[a-z]+)\s+(?:to|that)\s"
)
# "Oria gave it jets, and [Roe] says that two of them fell": who goes on to say something else.
_ANOTHER_CLAUSE: Final = re.compile(
    rf",\s+(?:and|but|while|whereas|although|though)\s+{ARTICLE}\Z", re.IGNORECASE
)
_SAYS_THAT: Final = re.compile(
    rf"(?:\s\([^()]{{1,40}}\))?\s+{BETWEEN}(?P<verb>[a-z]+)(?:\s(?:on\s)?\w+day)?\s+that\s"
)
_UNMARKED: Final = re.compile(r"[^,;:“”\"]*")
# "The envoy for Norland, " before the name of who this is.
_APPOSED: Final = re.compile(r",?\s*[(,]?\s*(?:the\s)?", re.IGNORECASE)
_LOOK_BACK, _NEAR, _MOST_WORDS, _MOST_ASIDES = 120, 60, 4, 6


def other_reporter(sentence: str, words: Range, event: Range) -> str | None:
    """The words of a sentence that show that who stands at `words` reports no event, or None.

    Places are half-open code points in the sentence.
    """
    return next((found for rule in _RULES if (found := rule(sentence, words, event))), None)


def goes_on_to_tell(sentence: str, words: Range, event: Range) -> bool:
    """Whether somebody does one thing and tells of the event behind it: "and has vowed to"."""
    found = _GOES_ON.match(sentence, words[1], event[0])
    return found is not None and says(found["verb"])


def _told_by_another(sentence: str, words: Range, event: Range) -> str | None:
    """Who surely tells of the event."""
    teller = teller_of(sentence, event)
    if teller is None or touch(teller, words):
        return None
    between = sentence[min(event[1], words[1]) : max(event[0], words[0])]
    if _says_as_well(sentence, words) and not _PARTED.search(between):
        return None
    if _APPOSED.fullmatch(sentence, teller[1], max(teller[1], words[0])):
        return None
    return None if _is_cited(sentence, words) else sentence[slice(*teller)]


def _says_as_well(sentence: str, words: Range) -> bool:
    """Whether words of saying stand right behind somebody: "rebels told the army of it"."""
    behind = sentence[words[1] : words[1] + _NEAR].split()[:_MOST_WORDS]
    return says(" ".join(behind))


def _is_cited(sentence: str, words: Range) -> bool:
    """Whether words are those whom a teller quotes, or to whom he told it: "told Radio Nord"."""
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    return _HANDED_ON.search(before) is not None


def _does_it(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody does it: "overrun by the army"."""
    if not event[1] <= words[0] or says(sentence[slice(*event)]):
        return None
    found = _BY.fullmatch(sentence, event[1], words[0])
    return sentence[event[0] : words[1]] if found is not None else None


def _claimed(sentence: str, words: Range, event: Range) -> str | None:
    """The words of who claims to have done it, where another clause has who says otherwise."""
    found = _CLAIMED.search(sentence, max(0, event[0] - _LOOK_BACK), event[0])
    if found is None or not event[1] <= words[0]:
        return None
    between = sentence[event[1] : words[0]]
    is_object = _UNMARKED.fullmatch(between) is not None and not says(between)
    return found[0].strip() if is_object or _PARTED.search(between) else None


def _contradicted(sentence: str, words: Range, event: Range) -> str | None:
    """What somebody says against these words: "it stands, Roe said, denying a report by Hale"."""
    found = _AGAINST.search(sentence, event[1], words[0]) if event[1] <= words[0] else None
    return found[0].strip(" ,") if found is not None else None


def _gives_reason(sentence: str, words: Range, event: Range) -> str | None:
    """The end of a saying, where words only open the reason that it goes on with."""
    found = _BECAUSE.search(sentence, event[1], words[0]) if event[1] <= words[0] else None
    own = VERB_BEHIND.match(sentence, words[1]) if found is not None else None
    return found[0].strip() if found and own and not says(own["verb"]) else None


def _says_another(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody brings a clause of his own behind the one with the event."""
    if not event[1] <= words[0] or any(mark in sentence for mark in '“”"'):
        return None
    opens = _ANOTHER_CLAUSE.search(sentence, max(event[1], words[0] - _NEAR), words[0])
    found = _SAYS_THAT.match(sentence, words[1]) if opens is not None else None
    return found[0].strip() if found is not None and says(found["verb"]) else None


def _testified(sentence: str, words: Range, event: Range) -> str | None:
    """What another, who is named behind these words, testifies: "Roe called Hale, who said"."""
    for found in _WHO_TOLD.finditer(sentence, words[1], event[0]):
        if (
            _FINITE.search(sentence, found.end(), event[0])
            or ";" in sentence[found.end() : event[0]]
        ):
            continue
        return other_speaker(sentence, words, found.span("verb"))
    return None


def _is_blamed(sentence: str, words: Range, event: Range) -> str | None:
    """The verb by which somebody is blamed for the event."""
    found = _BLAMES.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if found is None or _FOR.fullmatch(sentence, words[1], max(words[1], event[0])) is None:
        return None
    title = found["whom"].split()
    is_his = not title or title[-1].lower() in ROLES or title[-1].lower() in ("the", "a", "an")
    return sentence[found.start() : words[1]] if is_his else None


def _says_aside(sentence: str, words: Range, event: Range) -> str | None:
    """What somebody says in an insertion, where the event stands behind it."""
    for place, found in enumerate(_ASIDE.finditer(sentence)):
        if place >= _MOST_ASIDES or found.start() > words[0]:
            return None
        low, high = found.span("who")
        if low <= words[0] and words[1] <= high and found.end() <= event[0]:
            return found[0].strip(" ,")
    return None


def _only_denies(sentence: str, words: Range, event: Range) -> str | None:
    """The denial of who stands in another clause than the event and its reporter."""
    if not event[1] <= words[0]:
        return None
    parted = _PARTED.search(sentence, event[1], words[0])
    denies = _DENIES.match(sentence, words[1]) if parted is not None else None
    is_told = parted is not None and says(sentence[event[1] : parted.start()])
    return denies[0].strip() if denies is not None and is_told else None


_RULES: Final[tuple[Callable[[str, Range, Range], str | None], ...]] = (
    _told_by_another,
    _does_it,
    _claimed,
    _contradicted,
    _gives_reason,
    _says_another,
    _testified,
    _is_blamed,
    _says_aside,
    _only_denies,
)
