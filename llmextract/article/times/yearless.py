"""The year of "January 10" where the nearest one lies ahead of publication, but the words do not.

"Rebels attacked Dorva on January 10" told in December was eleven months ago; "will meet on January
10" is a month off. Where the words leave it open both days are given.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Final

from llmextract.article.syntax.grammar import DETERMINERS, is_past
from llmextract.article.times import calendar as ct
from llmextract.article.times import words as cw
from llmextract.article.times.ahead import CONTEXT, TOLD, is_ahead, is_timetabled, looks_ahead
from llmextract.article.times.calendar import Point
from llmextract.article.times.grammar import Hit, Reader, calendar_date, holiday, month
from llmextract.article.times.words import Token

# So near ahead the day of publication may be that of another place, or a slip.
_NEAR: Final = 2
# Before a date these tie it to something, behind it they join it to another one.
_LEANING: Final = frozenset(
    "for to until till by since from before after of through between and or around about than"
    " this next last - – / &".split()
)
# Words of the time itself: "late on", "on the night of".
_OWN: Final = frozenset({"on", "late", "early", "of", "the"}) | cw.DAY_PARTS
# Nobody arranges these for a day ahead: "the January 10 attack".
_UNTOLD: Final = frozenset(
    "attack attacks ambush assassination assault blast bombing bombings explosion killing killings"
    " massacre shooting shootings crash earthquake flood floods".split()
)
# Who did one of these may have done it to a day ahead: "set the vote for", "announced polls on".
_ARRANGED: Final = (TOLD - {"killed", "voted"}) | frozenset(
    "called set fixed invited ordered proposed extended adjourned moved delayed booked summoned"
    " rescheduled sentenced named chose gave made".split()
)
# A participle behind these tells nothing of the past: "will be held", "is set for".
_UNFINISHED: Final = frozenset("be been being is are get".split())
_CLOCKS: Final = (["a", ".", "m", "."], ["p", ".", "m", "."])
_CLOCK_BEFORE: Final = frozenset({":", ".", "at", "around", "about"})
_ENDS: Final = frozenset({".", "!", "?", ";", ",", ":", cw.PARAGRAPH})


def yearless_date(r: Reader, i: int) -> Hit:
    """Read a day and month, or a holiday, in the year that the words around it tell."""
    hit = holiday(r, i) or calendar_date(r, i)
    if hit is None or r.published is None:
        return hit
    point, j = hit
    if not isinstance(point, Point):
        return hit
    nearest = ct.place(point, r.published).day
    if point.year is not None:
        return hit
    if nearest and (nearest - r.published).days <= _NEAR:
        return (_or_next(nearest), j) if _is_to_come(r, i, j, nearest) else hit
    before, behind = _without_clock(r.before(i)), _behind(r, j)
    following = behind[0].low if behind else ""
    of_part = r.left(i) == "of" and len(before) > 1 and before[-2].low in cw.DAY_PARTS
    leans = (r.left(i) in _LEANING and not of_part) or following in _LEANING
    if leans or not (before or behind):
        return hit
    if r.left(i) == "the":
        side = -1 if following in _UNTOLD else 0
    else:
        side = 1 if looks_ahead(before, following) else _side(before, behind)
    past = ct.latest_year(point, r.published)
    if side > 0 or past.year is None or past.month is None or past.day is None:
        return hit
    if side < 0:
        return past, j
    return (ct.one_of([date(past.year, past.month, past.day), nearest]), j) if nearest else hit


def yearless_month(r: Reader, i: int) -> Hit:
    """Read a month, in its latest year or the next where the words before it look ahead."""
    hit = month(r, i)
    if hit is None or r.published is None:
        return hit
    point, j = hit
    if not isinstance(point, Point):
        return hit
    placed = ct.place(point, r.published).edtf or "XXXX"
    if point.year is not None or placed[:4] == "XXXX":
        return hit
    year, number = int(placed[:4]), point.month or 0
    if not _is_to_come(r, i, j, date(year, number, monthrange(year, number)[1])):
        return hit
    pair = f"[{placed},{year + 1:04d}-{number:02d}]"
    return ct.unknown("ambiguous", "month", pair), j


def _is_to_come(r: Reader, i: int, j: int, nearest: date) -> bool:
    """Whether the words before a date that has passed look ahead: "will retire on June 30"."""
    if r.published is None or (nearest - r.published).days >= -_NEAR:
        return False
    before, behind = _without_clock(r.before(i)), _behind(r, j)
    following = behind[0].low if behind else ""
    # "the June 30 attack", "since June 30", "through the end of June"
    if r.left(i) == "the" and following in _UNTOLD:
        return False
    if any(token.low in ("since", "through") for token in before[-4:]):
        return False
    return is_timetabled(before) or (looks_ahead(before, following) and not _is_told(before))


def _is_told(before: Sequence[Token]) -> bool:
    """Whether the nearest verb tells of the past: "opened on", but not "will be opened on"."""
    for n in range(len(before) - 1, -1, -1):
        low = before[n].low
        if low in _ENDS or is_ahead(low):
            return False
        if _is_verb(before, n) or low in ("was", "were"):
            chain = [token.low for token in before[max(0, n - 3) : n]]
            if "have" in chain:  # "could have been sold", but "will have been sold"
                return "will" not in chain
            return not (chain and chain[-1] in _UNFINISHED)
    return False


def _or_next(day: date) -> ct.Time:
    """That day, or the same of the next year that has one."""
    leaps = (day.month, day.day) == (2, 29)
    return ct.one_of([day, day.replace(year=day.year + (4 if leaps else 1))])


def _behind(r: Reader, i: int) -> list[Token]:
    here = [token for token in r.tokens[i : i + CONTEXT] if token != cw.END]
    return here + cw.tokens_of(r.rest)[: CONTEXT - len(here)]


def _without_clock(before: Sequence[Token]) -> Sequence[Token]:
    """What stands before a day, without a time of day whose dots would end it: "at 5 p.m. on"."""
    end = len(before)
    while end and before[end - 1].low in _OWN:
        end -= 1
    if [token.low for token in before[max(0, end - 4) : end]] not in _CLOCKS:
        return before
    end -= 4
    while end and (before[end - 1].low.isdigit() or before[end - 1].low in _CLOCK_BEFORE):
        end -= 1
    return before[:end]


def _side(before: Sequence[Token], behind: Sequence[Token]) -> int:
    """On which side of publication a day between these tokens surely is: -1 or 1, else 0."""
    clause = [*before]
    while clause and clause[-1].low in _OWN:
        clause.pop()
    if not clause or clause[-1].low in _ENDS:
        return _opened_side(behind)
    for n in range(len(clause) - 1, -1, -1):
        low = clause[n].low
        following = clause[n + 1] if n + 1 < len(clause) else cw.END
        if low in _ENDS or (low == "to" and following.text.islower()):
            return 0
        if _is_verb(clause, n):
            return 0 if low in _ARRANGED and following != cw.END else -1
    return -1 if behind and is_past(behind[0].low) else 0


def _opened_side(behind: Sequence[Token]) -> int:
    """The same of a day that opens its clause: "On January 10, rebels attacked"."""
    end = next((n for n, token in enumerate(behind) if token.low in (".", ";")), len(behind))
    told = any(_is_verb(behind, n) for n in range(end))
    ahead = looks_ahead(behind[:end], "")
    return ahead - told


def _is_verb(tokens: Sequence[Token], n: int) -> bool:
    """Whether a past form tells what happened: "attacked", not "the detained"."""
    return is_past(tokens[n].low) and not (n and tokens[n - 1].low in DETERMINERS)
