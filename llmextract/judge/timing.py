"""Times that a sentence gives to another of its events, or to the saying of it."""

import re
from functools import lru_cache

from llmextract.article.location import Range, touch
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.grammar import is_gerund, is_past, tokenise
from llmextract.article.syntax.saying import saying_dated
from llmextract.article.times.calendar import same_time
from llmextract.article.times.reader import TimeMention, find_times
from llmextract.article.times.words import MONTHS, WEEKDAYS

_find_times = lru_cache(maxsize=1024)(find_times)
# Without two of them a sentence has no two times as exact: asked first, for to read it costs more.
_NAMED = re.compile(
    rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))}|yesterday|today|tonight|tomorrow|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_ON = r"(?:\s+(?:early|late|earlier|again|back))?\s+(?:on|in|at)\s+(?:early\s+|late\s+)?\Z"
# Between an event and the time right behind it: nothing, or a pronoun, a name, a locality.
_RIGHT_BEHIND = re.compile(
    rf"(?:\s+(?:it|them|him|her)|(?:\s+[A-Z][\w’'-]*){{1,4}}"
    rf"|\s+(?:the|a|an|its|their)(?:\s+\w+)?\s+(?:town|village|city|area|base|airport|province"
    rf"|bridge|district|region|capital|border|camp|port|hill|road)s?)?{_ON}"
)
# Between a time and the event right behind it: "Monday's attack", "Monday's heavy attack".
_RIGHT_BEFORE = re.compile(r"['’]s\s+(?:\w+\s+)?")
# Before a time that is said of what another time was said of: "on Monday and again on Tuesday".
_AS_WELL = re.compile(
    r"\b(?:and|or|then|again|also|until|to|through)\b(?:\s+(?:again|early|late|on|in|at))*\s+\Z"
)
# Told as past already when it was said: "had attacked", "had since been seized".
_EARLIER = re.compile(r"\bhad(?:\s+\w+){0,2}\s+\Z")
_REACH = 40


def dated_otherwise(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The words that part an event, its words at `anchor`, from a time of its sentence, or None.

    Another time as exact stands right beside the event ("seized it on Monday and fled on Friday"),
    or in its clause ("In May rebels took it; the army retook it in June"), or the time is that of a
    saying ("said on Friday that rebels had attacked"). All are half-open code-point ranges of the
    sentence.
    """
    own = _own_time(sentence, anchor, time)
    if own is not None:
        return own
    saying = saying_dated(sentence, time[0])
    if saying is not None and not touch(anchor, (saying, time[1])):
        if _EARLIER.search(sentence, max(0, anchor[0] - _REACH), anchor[0]):
            return saying, time[1]
        side = (time[1], len(sentence)) if anchor[0] >= time[1] else (0, saying)
    else:
        clause = next((c for c in find_clauses(sentence) if c.start <= anchor[0] < c.end), None)
        if clause is None or touch((clause.start, clause.end), time):
            return None
        side = clause.start, clause.end
    rivals = _rivals(sentence, time)
    return next((rival for rival in rivals if side[0] <= rival[0] and rival[1] <= side[1]), None)


def _own_time(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The other time that stands right beside an event, which then is the event's own."""
    if not _NAMED.findall(sentence)[1:]:
        return None
    for rival in _rivals(sentence, time):
        behind = _RIGHT_BEHIND.fullmatch(sentence, anchor[1], rival[0])
        beside = behind or _RIGHT_BEFORE.fullmatch(sentence, rival[1], anchor[0])
        if beside and not _said_as_well(sentence, rival, time):
            return rival
    return None


def _said_as_well(sentence: str, one: Range, other: Range) -> bool:
    """Whether two times may be said of one event, since nothing else happens between them."""
    first, second = sorted((one, other))
    between = sentence[first[1] : second[0]]
    words = tokenise(between).words
    happens = any(map(is_past, words)) or any(map(is_gerund, words))
    return not happens or _AS_WELL.search(between) is not None


def _rivals(sentence: str, time: Range) -> list[Range]:
    """The other times of a sentence that are as exact and date no saying."""
    mentions = _find_times(sentence)
    mine = next((each for each in mentions if touch((each.start, each.end), time)), None)
    return [
        (each.start, each.end)
        for each in mentions
        if mine is not None and _is_other(each, mine) and saying_dated(sentence, each.start) is None
    ]


def _is_other(one: TimeMention, other: TimeMention) -> bool:
    return one.time.precision == other.time.precision and not same_time(one.time, other.time)
