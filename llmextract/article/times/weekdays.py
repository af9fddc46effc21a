"""The rules for weekdays, with the words that say which one is meant, or that none is."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from llmextract.article.times import calendar as ct
from llmextract.article.times import words as cw
from llmextract.article.times.ahead import is_timetabled, looks_ahead, may_look_ahead
from llmextract.article.times.calendar import Point, Time
from llmextract.article.times.grammar import (
    SHIFT,
    Hit,
    Reader,
    calendar_date,
    month_name,
    year_after,
)

_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def weekday_name(r: Reader, i: int) -> tuple[int, int] | None:
    """Return the weekday named at `i` and the next place; short forms need a dot or a date."""
    token = r.at(i)
    if token.low in cw.WEEKDAYS:
        return (cw.WEEKDAYS[token.low], i + 1) if not _named_day(r, i) else None
    number = cw.SHORT_WEEKDAYS.get(token.low)
    if number is None or not token.text[:1].isupper():
        return None
    dotted = r.low(i + 1) == "." and r.at(i + 1).glued
    after = i + 2 if dotted else i + 1
    dated = calendar_date(r, r.skip(r.skip(after, ","), "the")) is not None
    if dated or (number < 5 and (dotted or (r.loose and r.at(after) == cw.END))):
        return number, after
    return None


def _named_day(r: Reader, i: int) -> bool:
    before, after = r.left(i), r.at(i + 1)
    if before in cw.NAMED_DAY_BEFORE:
        return True
    if before == "the" and after.text[:1].isupper() and not after.glued and after.text.isalpha():
        return after.low not in cw.MONTHS
    return after.text in cw.NAMED_DAY_AFTER


def nth_weekday(r: Reader, i: int) -> Hit:
    """Read "the second Tuesday in November", which is no Tuesday near publication."""
    j = r.skip(i, "the")
    named = weekday_name(r, j + 1) if r.low(j) in _NTH else None
    if named is None or r.low(named[1]) not in ("in", "of"):
        return None
    month = month_name(r, named[1] + 1)
    if month is None:
        return ct.unknown("reference", "day"), named[1]
    year, end = year_after(r, month[1])
    placed = ct.place(Point(year, month[0]), r.published)
    if placed.edtf is None or not placed.resolved:
        return ct.unknown("year", "day"), end
    year = int(placed.edtf[:4])
    opens = (named[0] - date(year, month[0], 1).weekday()) % 7 + 1
    days = range(opens, monthrange(year, month[0])[1] + 1, 7)
    return ct.known(date(year, month[0], days[_NTH[r.low(j)]]).isoformat(), "day"), end


def is_counted_from(r: Reader, i: int) -> bool:
    """Whether a span is counted from the day at `i`: "two weeks from Monday"."""
    before = [token.low for token in r.before(i)[-2:]]
    return len(before) == 2 and before[0] in cw.UNITS and before[1] == "from"


def weekday(r: Reader, i: int) -> Hit:
    """Read "Tuesday", "last Friday", "Tuesday last week" and "Wednesday, November 27"."""
    word, j = "", r.skip(i, "the")
    if r.low(j) in ("last", "next", "this", "past", "coming"):
        word, j = r.low(j), j + 1
        if word == "this" and r.low(j) in ("past", "coming"):
            word, j = r.low(j), j + 1
    elif j > i:
        named = weekday_name(r, j)
        leans = named is not None and r.low(named[1]) in ("before", "after")
        return (ct.unknown("reference", "day"), named[1] + 1) if named and leans else None
    elif r.low(i) in ("previous", "following"):
        named = weekday_name(r, i + 1)
        return (ct.unknown("reference", "day"), named[1]) if named else None
    named = weekday_name(r, j)
    if named is None:
        return None
    number, j = named
    if word:
        return ct.related_weekday(word, number, r.published), j
    opened = r.skip(j, ",", "(")
    dated = calendar_date(r, r.skip(opened, "the"))
    if dated is not None and isinstance(dated[0], Point):
        end = r.skip(dated[1], ")") if r.low(j) == "(" else dated[1]
        return replace(dated[0], weekday=number), end
    week = r.skip(r.skip(j, ","), "of")
    if r.low(week) in SHIFT and r.low(week + 1) == "week":
        return ct.weekday_in_week(SHIFT[r.low(week)], number, r.published), week + 2
    if r.low(j) in ("week", "fortnight"):
        return ct.unknown("ambiguous", "day"), j + 1  # "Friday week" is the Friday after
    if r.low(j) in ("last", "next") and r.low(j + 1) not in cw.UNITS:
        return ct.related_weekday(r.low(j), number, r.published), j + 1
    return _alone(r, i, number, j), j


def _alone(r: Reader, i: int, number: int, end: int) -> Point | Time:
    """Read a weekday that no word beside it tells apart from others."""
    if is_counted_from(r, i):
        return ct.unknown("reference", "day")
    if [token.low for token in r.before(i)[-2:]] == ["week", "on"]:
        return ct.unknown("ambiguous", "day")  # "a week on Sunday"
    may = i > 0 or may_look_ahead(r.prior, r.low(end))
    before = r.before(i) if may else []
    if may and (looks_ahead(before, r.low(end)) or is_timetabled(before)):
        return ct.either_weekday(number, r.published)
    return Point(weekday=number)
