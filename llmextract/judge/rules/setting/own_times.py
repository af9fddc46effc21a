"""The time that something has beside its own words, where one of another sentence is given to it.

Of "Roe met Hale at the port on Tuesday", told next to "A march is on Thursday", the meeting is not
on Thursday. Only times that cannot be one and the same count: two days, two months, two years.
Offsets are half-open code points in a sentence.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.grammar import has_verb, is_gerund
from llmextract.article.syntax.patterns import YEARS
from llmextract.article.times.calendar import Time, same_time
from llmextract.article.times.reader import TimeMention
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.rules.setting.dating import NAMED, is_right_behind, verbs_beside

# How exact a time is.
_FINE: Final = {"interval": 1, "year": 1, "month": 2, "week": 2, "day": 3}
_PART: Final = re.compile(r"\d{4}(?:-[01]\d(?:-\d\d)?)?(?!\d|-)")
_IN_YEAR: Final = re.compile(r"[\dX]{4}-(?P<month>[01]\d)(?:-\d\d)?(?:T.*)?\Z")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_DAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|yesterday|today|tonight|tomorrow)\b", re.I)
_AGO: Final = re.compile(
    rf"\blast\s(?:month|year|summer|winter|spring|autumn)\b|\Ain\s(?:{'|'.join(MONTHS)})\Z"
    rf"|\A(?:{'|'.join(MONTHS)})\Z",
    re.IGNORECASE,
)
# Without a date: that of the days around a story, and of no year that it gives as a number.
_BARE_DAY: Final = re.compile(
    rf"(?:(?:early|late|on)\s){{0,2}}(?:{'|'.join(WEEKDAYS)}|yesterday|today|tonight|tomorrow)"
    r"(?:\s(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(r"(?<=\d)[.,](?=\d)|(?<=\d)%|[$£€](?=\d)")
_LEAD: Final = re.compile(r"(?:\A|\s)(?:on|in|late|early)\s(?:late\s|early\s)?\Z", re.IGNORECASE)
_BE: Final = re.compile(r"\s(?:(?:was|were|(?:has|have|had)\sbeen)\s(?:\w+ly\s)?)?\Z")
# "The worst since 1985" was at another time.
_SINCE: Final = re.compile(r"\b(?:since|until|till)\s(?:\w+\s)?\Z", re.IGNORECASE)
_SINCE_IT: Final = re.compile(r"(?:since|until|till)\s", re.IGNORECASE)
_FRONTED: Final = re.compile(r"\W{0,2}(?:(?:on|in|late|early|during)\s){0,2}\Z", re.IGNORECASE)
# Behind a time, what was then: "in 1985, when ten men died".
_SET: Final = re.compile(
    r",?\s(?:when|in\swhich|during\swhich)\s(?:[^,.;:]|(?<=\d)[.,](?=\d)){0,90}"
)
# Set off between a verb and its time: "arrested Roe, a clerk, in Oria on Monday".
_INSERTED: Final = re.compile(r",\s[^,;:“”\"()]{1,60},(?=\s(?:at|in|on|near|from|to|outside)\s)")
_ROLE: Final = re.compile(r"\sas\s(?:(?:an?|its|the|his|her|their)\s)?[a-z-]+(?=\s(?:on|in|at)\b)")
_WITHOUT: Final = re.compile(r"\s(?:without|against|between|under|during)\s")
# "The next round, due to be held in Dorva on Monday".
_DUE: Final = re.compile(
    r"(?:,\s(?:with|for|of|to|from|in)\s[^,;:]{1,60},)?,?\s(?:(?:is|are|was|were)\s)?(?:due|set|scheduled|planned|expected|slated)\s(?:to\s)?[^,;:]{0,60}?\s?(?:on|in|for)?\s"
)
# What an event does as it happens; it may draw anger, or end, at another time.
_HAPPENS: Final = re.compile(
    r"\s(?P<verb>happened|occurred|erupted|ripped|tore|hit|struck|shook|rocked|swept|killed|wounded"
    r"|injured|destroyed|took\splace|went\soff|broke\sout|was\sheld|were\sheld)\b"
)


def dated_itself(
    sentence: str, anchor: Range, given: tuple[str, TimeMention], mentions: Sequence[TimeMention]
) -> TimeMention | None:
    """The time that an event has in its own sentence, where the one given is another.

    `given`: its words and what they say.
    """
    for each in mentions:
        place = each.start, each.end
        own = sentence[slice(*place)]
        if not _is_other((own, each), given):
            continue
        if _is_behind(sentence, anchor, place) or _is_before(sentence, anchor, place, mentions):
            return each
    return None


def _is_behind(sentence: str, anchor: Range, time: Range) -> bool:
    """Whether a time behind an event, or right behind the verb it is the subject of, is its own."""
    is_lasting = _SINCE.search(sentence, anchor[1], time[0]) or _SINCE_IT.match(sentence, *time)
    if time[0] < anchor[1] or is_lasting:
        return False
    if _is_adverbial(sentence, anchor, time):
        return True
    if _DUE.fullmatch(sentence, anchor[1], time[0]):
        return not is_verb(sentence, anchor)
    verb = _HAPPENS.match(sentence, anchor[1])
    return verb is not None and is_right_behind(sentence, verb.span("verb"), time, places=True)


def _is_adverbial(sentence: str, verb: Range, time: Range) -> bool:
    """Whether nothing that could have a time of its own stands between a verb and a time."""
    if is_right_behind(sentence, verb, time, places=True):
        return True
    between = sentence[verb[1] : time[0]]
    plain = _WITHOUT.sub(" with ", _ROLE.sub("", _INSERTED.sub("", _FIGURES.sub("", between))))
    if plain == between:
        return False
    said = f"{sentence[slice(*verb)]}{plain}{sentence[slice(*time)]}"
    at = verb[1] - verb[0]
    return is_right_behind(said, (0, at), (at + len(plain), len(said)), places=True)


def _is_before(sentence: str, anchor: Range, time: Range, mentions: Sequence[TimeMention]) -> bool:
    """Whether a time before an event is its own: "In May Roe left", "shot on Monday, killing"."""
    if time[1] > anchor[0]:
        return False
    between = sentence[time[1] : anchor[0]]
    if between == ", " and is_gerund(sentence[slice(*anchor)].split()[0].lower()):
        return next(verbs_beside(sentence, anchor, time), None) is not None
    if _SET.fullmatch(between):
        return True
    if not between.strip():
        is_led = _LEAD.search(sentence[: time[0]]) is not None
        return is_led and next(verbs_beside(sentence, anchor, time), None) is None
    first = find_clauses(sentence)[0]
    is_first = anchor[1] <= first.end and not has_verb(_BE.sub("", between))
    return is_first and len(mentions) == 1 and _FRONTED.fullmatch(sentence, 0, time[0]) is not None


def _is_other(own: tuple[str, TimeMention], given: tuple[str, TimeMention]) -> bool:
    """Whether two times cannot be the same: as exact, or of two months, of two years."""
    (mine, one), (theirs, other) = own, given
    if same_time(one.time, other.time) or not (NAMED.search(mine) or _AGO.search(mine)):
        return False
    for pattern in (YEARS, _MONTH):
        found = {match.lower() for match in pattern.findall(mine)}
        rivals = {match.lower() for match in pattern.findall(theirs)}
        if found and rivals:
            if len(found) == len(rivals) == 1 and found != rivals:
                return True
            return found == rivals and _is_as_exact(one, other)
    if _AGO.search(mine) and _DAY.search(theirs):
        return True
    if YEARS.search(mine) and _MONTH.search(theirs):
        return False  # "Fled in 2019. It was on 3 May": of the year told before
    if (YEARS.search(mine) and _BARE_DAY.fullmatch(theirs)) or lie_apart(one.time, other.time):
        return True
    return _is_as_exact(one, other)


def lie_apart(one: Time, other: Time) -> bool:
    """Whether no day is in both of two times, as far as the calendar places both."""
    mine, theirs = _bounds(one), _bounds(other)
    if mine is not None and theirs is not None:
        return mine[1] < theirs[0] or theirs[1] < mine[0]
    months = _month_of(one), _month_of(other)
    return None not in months and months[0] != months[1]


def _bounds(time: Time) -> tuple[str, str] | None:
    """The first and the last day of a time, or None where the calendar has no place for it."""
    if time.edtf is None or "X" in time.edtf or "~" in time.edtf:
        return None
    parts = _PART.findall(time.edtf)
    if not parts:
        return None
    first = "" if time.edtf.startswith("..") else f"{min(parts)}-00-00"[:10]
    last = "9999" if time.edtf.endswith("..") else f"{max(parts)}-99-99"[:10]
    return first, last


def _month_of(time: Time) -> str | None:
    """The month of a day or a month, whatever its year."""
    found = _IN_YEAR.match(time.edtf or "")
    return found["month"] if found and time.precision in ("day", "month", "time") else None


def _is_as_exact(one: TimeMention, other: TimeMention) -> bool:
    fine = _FINE.get(one.time.precision, 0)
    return fine > 0 and fine >= _FINE.get(other.time.precision, 9)
