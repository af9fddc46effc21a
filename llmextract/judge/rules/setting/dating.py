"""Times that stand right beside another event than the one they are given to.

Offsets are half-open code points in a sentence. Only what stands beside its words is read.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    AUXILIARIES,
    CLAUSES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    has_verb,
    is_base,
    is_gerund,
    is_open,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.patterns import WORD
from llmextract.article.syntax.saying import saying_dated, says
from llmextract.article.times.calendar import same_time
from llmextract.article.times.reader import TimeMention, find_times
from llmextract.article.times.words import MONTHS, WEEKDAYS

times_in = lru_cache(maxsize=1024)(find_times)
# Before a time, where it is not part of it: "on Monday", "in May".
LEAD: Final = re.compile(r"\s*(?:\b(?:on|in|at|late|early|since|by|during|around)\s+)*\Z", re.I)
_ENDS: Final = PREPOSITIONS | CONJUNCTIONS | CLAUSES | AUXILIARIES
# Where something happens may stand between it and its time: "exploded in a market on Friday".
_WHERE: Final = words_of(
    "of in at near from to into on over across around outside inside off through by with for 's"
)
_OBJECT, _PLACE = 3, 11
# A time by itself: "at dawn" and "the same day" may be those of another.
NAMED: Final = re.compile(
    rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))}|yesterday|today|tonight|tomorrow|(?:1[5-9]|20)\d\d"
    r"|(?:next|last|this)\s+(?:week|month|year)"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+\d{1,2})\b",
    re.IGNORECASE,
)
_BACK, _LONGEST = 120, 110
# Past forms that the ending does not tell, and what stands before a base form.
_PAST: Final = words_of("freed agreed decreed hit shut burst quit beat")
_TO: Final = (MODALS - {"may"}) | {"to"}
# What is published was told then, and happened at another time.
_DOCUMENT: Final = re.compile(
    r"\b(?:video|footage|statement|letter|photos?|photographs?|report|images?|imagery|message"
    r"|recording|audio|clip|interview|study|survey|poll|article|post|document|memo)\s+"
    r"(?:(?:that|which)\s+(?:was|were|had\s+been)\s+|was\s+)?"
    r"(?:released|published|dated|issued|posted|aired|broadcast|uploaded|written|obtained)\s+"
    r"(?:(?:on|in|at|late|early)\s+){0,2}\Z",
    re.IGNORECASE,
)
_WRITTEN: Final = re.compile(r"statement|letter|message|post|memo|document|article|communique")
_OF_THEN: Final = re.compile(
    r"\s(?:[a-z-]+\s)?(?:report|study|survey|poll|article|paper|audit|census|memo|letter|statement"
    r"|review|inquiry|assessment|estimate)\b"
)
_IN_A: Final = re.compile(r"\b(?:in|by|through|via)\s(?:an?|the|its|his|her|their)\s(?:\w+\s)?\Z")
# "Yesterday revealed how": the time of a saying stands before its verb as well.
_SAYS: Final = re.compile(
    r"\s+(?:also\s+|\w+ly\s+)?(?:reveal|announc|disclos|report|confirm|describ|explain|detail"
    r"|recount|admitt|acknowledg|claim|stat|warn|declar|said|told|alleg|recall)(?:e?d|s)?\b"
)
_TOLD_AS_PAST: Final = re.compile(
    r"\bhow\b[^.;:]{0,80}\Z|\b(?:had|would|could|might|will)(?:\s+\w+){0,2}\s+\Z"
)
_HOW: Final = re.compile(r"\s+how\b")
_SPEAKING: Final = re.compile(r"\b[Ss]peaking\s+(?:[\w’'-]+\s+){0,6}\Z")
_SAID: Final = re.compile(r"[^.;:“”\"]{0,80}?\s(?:said|says|told|added)\b")
# "Reserved the car, to be picked up on Monday".
_TO_BE: Final = re.compile(r",\s+to\s+be\s+\w+(?:ed|en|t|ld|ne)\b[^,;:]{0,60}\Z")
_BECAUSE: Final = re.compile(
    r",\s+(?:as|because|since)\s+(?:[\w’'-]+\s+){1,4}?(?:was|were|had|has|have|is|are)\b[^,;:]{0,60}\Z"
)
# "In neighbouring Dorva" is no verb.
_LYING: Final = words_of("neighbouring neighboring surrounding adjoining outlying")
_DENIED: Final = re.compile(r"\b(?:not|never|neither|nor|none|no)\b|n['’]t\b", re.IGNORECASE)
# Between a time and what happened then: "on 25 June in which", "on Monday, when".
_WHEN: Final = re.compile(r",?\s+(?:(?:in|on|during|at)\s+which|when)\b[^,.;:]{0,90}\Z")


def is_right_behind(sentence: str, verb: Range, time: Range, *, places: bool = False) -> bool:
    """Whether no more than an object stands between words for an event and a time.

    With `places` it may be longer, and say where: "struck the yard of a mill on Friday".
    """
    if not 0 <= time[0] - verb[1] <= _LONGEST:
        return False
    lead = LEAD.search(sentence, verb[1], time[0])
    between = sentence[verb[1] : lead.start() if lead else time[0]]
    words = tokenise(between).words
    ends = _ENDS - _WHERE if places else _ENDS
    is_object = not between.strip() or (
        all(
            (word.replace("-", "").isalnum() or word == "'s") and word not in ends for word in words
        )
        and not has_verb(between)
    )
    return len(words) <= (_PLACE if places else _OBJECT) and is_object


def own_time(sentence: str, anchor: Range, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The time right behind an event."""
    places = ((each, (each.start, each.end)) for each in mentions)
    return next(
        (each for each, at in places if is_right_behind(sentence, anchor, at, places=True)), None
    )


@lru_cache(maxsize=1024)
def has_two_times(sentence: str) -> bool:
    """Whether a sentence may have two times: asked first, since to read them costs more."""
    return len(list(islice(NAMED.finditer(sentence), 2))) > 1


def of_another(
    sentence: str, anchor: Range, time: Range, mentions: Sequence[TimeMention]
) -> Range | None:
    """The words by which a time is that of something else than what happens at `anchor`."""
    if touch(anchor, time):
        return None
    return (
        _of_document(sentence, anchor, time)
        or _of_saying(sentence, anchor, time)
        or _of_clause(sentence, anchor, time)
        or _each_its_own(sentence, anchor, time, mentions)
    )


def _of_document(sentence: str, anchor: Range, time: Range) -> Range | None:
    dated = _OF_THEN.match(sentence, time[1])
    if dated is not None and dated.end() <= anchor[0] and sentence[time[0]].isdigit():
        return time[0], dated.end()  # "a [2021] report found that"
    found = _DOCUMENT.search(sentence, max(0, time[0] - _BACK), time[0])
    if found is None or touch(anchor, found.span()):
        return None
    # "Urged restraint in a statement issued on Monday": it is said there.
    is_in_it = _WRITTEN.match(found[0]) and _IN_A.search(sentence, anchor[1], found.start())
    return None if is_in_it and says(sentence[slice(*anchor)]) else found.span()


def _of_saying(sentence: str, anchor: Range, time: Range) -> Range | None:
    if (said := saying_dated(sentence, time[0])) is not None and anchor[0] > time[1]:
        return (said, time[1]) if _HOW.match(sentence, time[1]) else None
    says = _SAYS.match(sentence, time[1])
    if says is None and _SPEAKING.search(sentence, max(0, time[0] - _BACK), time[0]):
        says = _SAID.match(sentence, time[1])
    if says is None or anchor[0] <= says.end():
        return None
    is_past_then = _TOLD_AS_PAST.search(sentence, says.end(), anchor[0])
    return (time[0], says.end()) if is_past_then else None


def _of_clause(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The purpose or the reason that a time behind an event belongs to."""
    if time[0] < anchor[1] or time[0] - anchor[1] > _LONGEST:
        return None
    found = _TO_BE.search(sentence, anchor[1], time[0])
    if found is None and _DENIED.search(sentence, 0, anchor[0]):
        found = _BECAUSE.search(sentence, anchor[1], time[0])
    return found.span() if found else None


def _each_its_own(
    sentence: str, anchor: Range, time: Range, mentions: Sequence[TimeMention]
) -> Range | None:
    """The event's own time, or the other verb's, where each of two has its own beside it."""
    given = next((each for each in mentions if touch((each.start, each.end), time)), None)
    others = [each for each in mentions if given and _differs(sentence, each, given)]
    if given is None or not others:
        return None
    for each in others:
        place = each.start, each.end
        held = time[1] <= each.start and each.time.precision == given.time.precision
        if held and place[1] <= anchor[0] and _WHEN.fullmatch(sentence, place[1], anchor[0]):
            return place
    verb = next(verbs_beside(sentence, anchor, time), None)
    if verb is None:
        return None
    own = own_time(sentence, anchor, others)
    return None if own is None else (own.start, own.end)


def _differs(sentence: str, one: TimeMention, other: TimeMention) -> bool:
    same = sentence[one.start : one.end] == sentence[other.start : other.end]
    if one.time.precision == "duration" or NAMED.search(sentence, one.start, one.end) is None:
        return False
    return not (same or same_time(one.time, other.time))


def verbs_beside(sentence: str, anchor: Range, time: Range) -> Iterator[Range]:
    """The verbs other than an event that a time stands right behind; never over the event."""
    words = list(WORD.finditer(sentence, max(0, time[0] - _BACK), time[0]))
    for at in range(len(words) - 1, -1, -1):
        word, low = words[at], words[at][0].lower()
        if touch(anchor, word.span()):
            return
        before = words[at - 1][0].lower() if at else ""
        is_verb = (is_past(low) or is_gerund(low) or low in _PAST) and low not in AUXILIARIES
        is_verb = (
            is_verb and before not in DETERMINERS and low not in ADJECTIVES | PREPOSITIONS | _LYING
        )
        is_verb = is_verb or (before in _TO and is_open(low) and is_base(word[0]))
        if (
            is_verb
            and word[0].islower()
            and is_right_behind(sentence, word.span(), time, places=True)
        ):
            yield word.span()
