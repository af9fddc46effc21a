"""The rules for weekdays, with the words that say which one is meant, or that none is."""

from dataclasses import replace

from llmextract.article.times import calendar as ct
from llmextract.article.times import words as cw
from llmextract.article.times.ahead import looks_ahead, may_look_ahead
from llmextract.article.times.calendar import Point
from llmextract.article.times.grammar import SHIFT, Hit, Reader, calendar_date


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
    if r.low(j) == "last" and r.low(j + 1) not in cw.UNITS:
        return ct.related_weekday("last", number, r.published), j + 1
    may = i > 0 or may_look_ahead(r.prior, r.low(j))
    if may and looks_ahead(r.before(i), r.low(j)):
        return ct.either_weekday(number, r.published), j
    return Point(weekday=number), j
