"""A time as EDTF (ISO 8601-2), and how parts of a date become one against a publication date."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal, Self, TypeAlias

from pydantic import BaseModel, model_validator

from llmextract.article.times.words import FAMOUS_DAYS, Unit

Unresolved: TypeAlias = Literal["ambiguous", "conflict", "published", "reference", "vague", "year"]
Precision: TypeAlias = Literal[
    "time", "day", "week", "month", "season", "year", "decade", "interval", "duration", "vague"
]

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A day without a year means the nearest one, but only where no other is likely: of the year of
# publication (news style drops that year) unless far ahead, or near the turn of the year.
_DAYS_BACK: Final = 120
_DAYS_AHEAD: Final = 60
_DAYS_AHEAD_THIS_YEAR: Final = 120
# Further ahead a date whose weekday only fits next year is rather a slip.
_DAYS_AHEAD_OF_WEEKDAY: Final = 300


class Time(BaseModel, frozen=True):
    """What words say of when: `edtf` holds what is sure, `unresolved` names what is missing."""

    edtf: str | None = None
    resolved: bool
    unresolved: Unresolved | None = None
    precision: Precision

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.resolved != (self.unresolved is None) or (self.resolved and self.edtf is None):
            raise ValueError("a time is resolved when it has an edtf and nothing is missing")
        return self

    @property
    def day(self) -> date | None:
        """The one day that the words name, if they name exactly one."""
        if not self.resolved or self.edtf is None:
            return None
        stated = self.edtf.partition("T")[0]
        return date.fromisoformat(stated) if _DAY.fullmatch(stated) else None

    @property
    def moment(self) -> datetime | None:
        """The day and clock time, naive unless the words state UTC."""
        if self.day is None or self.edtf is None or "T" not in self.edtf:
            return None
        return datetime.fromisoformat(self.edtf)


def same_time(a: Time, b: Time) -> bool:
    """Whether both stand at the same place of the calendar; what has no place equals nothing."""
    return a.edtf is not None and b.edtf is not None and _plain(a.edtf) == _plain(b.edtf)


def _plain(edtf: str) -> str:
    start, _, end = edtf.partition("/")
    return start if start == end else edtf


@dataclass(frozen=True, slots=True)
class Point:
    """The parts of a date that the words give; `group` is a season, quarter or half of a year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    group: int | None = None


def known(edtf: str, precision: Precision) -> Time:
    """Return a resolved time."""
    return Time(edtf=edtf, resolved=True, precision=precision)


def unknown(unresolved: Unresolved, precision: Precision, edtf: str | None = None) -> Time:
    """Return an unresolved time, with what is sure of it."""
    return Time(edtf=edtf, resolved=False, unresolved=unresolved, precision=precision)


def exists(point: Point) -> bool:
    """Whether the calendar has such a day; without a year, in a leap year."""
    if point.month is None or point.day is None:
        return True
    return 1 <= point.day <= monthrange(point.year or 2024, point.month)[1]


@lru_cache(maxsize=2048)
def place(point: Point, published: date | None) -> Time:
    """Place the parts of a date on the calendar as far as they and `published` allow."""
    if point.group is not None:
        return _with_year(point.year, f"-{point.group}", "season")
    if point.month is not None:
        return _month_or_day(point, point.month, published)
    if point.weekday is not None:
        if published is None:
            return unknown("published", "day")
        return known(latest(point.weekday, published).isoformat(), "day")
    return known(f"{point.year:04d}", "year")


def _with_year(year: int | None, rest: str, precision: Precision) -> Time:
    if year is None:
        return unknown("year", precision, f"XXXX{rest}")
    return known(f"{year:04d}{rest}", precision)


def _month_or_day(point: Point, month: int, published: date | None) -> Time:
    if point.day is None:
        year = point.year or _year_of_month(month, published)
        return _with_year(year, f"-{month:02d}", "month")
    rest = f"-{month:02d}-{point.day:02d}"
    year = point.year or _year_of_day(point, month, point.day, published)
    if point.weekday is not None and year is not None:
        if not exists(replace(point, year=year)):
            return unknown("conflict", "day")
        if date(year, month, point.day).weekday() != point.weekday:
            return unknown("conflict", "day")
    return _with_year(year, rest, "day")


def _year_of_month(month: int, published: date | None) -> int | None:
    """The year of a bare month: this one, or the last one if that is less than five months ago."""
    if published is None:
        return None
    ahead = month - published.month
    if -6 <= ahead <= 4:
        return published.year
    return published.year - 1 if ahead > 7 else None


def _year_of_day(point: Point, month: int, day_of: int, published: date | None) -> int | None:
    if published is None or (month, day_of) in FAMOUS_DAYS:
        return None
    near = [
        day
        for year in range(published.year - 1, published.year + 2)
        if exists(replace(point, year=year))
        for day in (date(year, month, day_of),)
        if point.weekday is None or day.weekday() == point.weekday
    ]
    if not near:
        return None
    nearest = min(near, key=lambda day: abs(day - published))
    days = (nearest - published).days
    if nearest.year == published.year:
        low, high = -366, _DAYS_AHEAD_THIS_YEAR
    else:
        low, high = -_DAYS_BACK, _DAYS_AHEAD
    if point.weekday is not None:
        return nearest.year if days <= _DAYS_AHEAD_OF_WEEKDAY else None
    return nearest.year if low <= days <= high else None


def latest_year(point: Point, published: date | None) -> Point:
    """Give a month or day without a year its latest one: "since March" began before now."""
    if published is None or point.year is not None or point.month is None or point.weekday:
        return point
    if (point.month, point.day) in FAMOUS_DAYS:
        return point
    ahead = (point.month, point.day or 0) > (published.month, published.day)
    year = published.year - ahead
    placed = replace(point, year=year)
    return placed if exists(placed) else point


def latest(weekday: int, published: date) -> date:
    """The latest such weekday that is not after `published`: the news tells what has happened."""
    return published - timedelta((published.weekday() - weekday) % 7)


def either_weekday(weekday: int, published: date | None) -> Time:
    """Both days a weekday may name where the words around it look ahead."""
    if published is None:
        return unknown("published", "day")
    before = latest(weekday, published)
    return one_of([before, before + timedelta(7)])


def related_weekday(word: str, weekday: int, published: date | None) -> Time:
    """Read "last", "next", "this", "past" or "coming" and a weekday; both readings where two."""
    if published is None:
        return unknown("published", "day")
    monday = published - timedelta(published.weekday())
    before = latest(weekday, published - timedelta(1))
    ahead = before + timedelta(7 if before + timedelta(7) > published else 14)
    in_week = monday + timedelta(weekday)
    readings = {
        "past": {before},
        "coming": {ahead},
        "last": {before, in_week - timedelta(7)},
        "next": {ahead, in_week + timedelta(7)},
        "this": {in_week} if in_week >= published else {in_week, in_week + timedelta(7)},
    }[word]
    return one_of(sorted(readings))


def weekday_in_week(shift: int, weekday: int, published: date | None) -> Time:
    """Read "Tuesday of last week"; a Sunday may open or close the week."""
    if published is None:
        return unknown("published", "day")
    day = published - timedelta(published.weekday()) + timedelta(7 * shift + weekday)
    return one_of([day - timedelta(7), day] if weekday == 6 else [day])


def one_of(days: list[date]) -> Time:
    """Return the day, or the EDTF set of the days it may be."""
    if len(days) == 1:
        return known(days[0].isoformat(), "day")
    return unknown("ambiguous", "day", "[" + ",".join(day.isoformat() for day in days) + "]")


def shifted_day(days: int, published: date | None) -> Time:
    """Return the day so many days from publication."""
    if published is None:
        return unknown("published", "day")
    return known((published + timedelta(days)).isoformat(), "day")


def shifted_unit(shift: int, unit: Unit, published: date | None) -> Time:
    """Return the calendar week (Monday to Sunday), month or year that many from publication's."""
    if published is None:
        return unknown("published", "week" if unit == "week" else precision_of(unit))
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * shift)
        return known(f"{monday}/{monday + timedelta(6)}", "week")
    return known(_shifted(shift, unit, published), precision_of(unit))


def precision_of(unit: Unit) -> Precision:
    """Return how finely a count of such units tells the time."""
    match unit:
        case "minute" | "hour":
            return "time"
        case "decade":
            return "year"
        case _:
            return unit


def _shifted(shift: int, unit: Unit, published: date) -> str:
    """The day, month or year (by unit) that lies `shift` units from publication."""
    match unit:
        case "minute" | "hour" | "day":
            return (published + timedelta(shift)).isoformat()
        case "week":
            return (published + timedelta(7 * shift)).isoformat()
        case "month":
            months = published.year * 12 + published.month - 1 + shift
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        case "year":
            return f"{published.year + shift:04d}"
        case "decade":
            return f"{published.year + 10 * shift:04d}"


def _counted(count: int, unit: Unit) -> tuple[int, Unit] | None:
    """Hours and minutes as days begun; nothing for counts that leave the years 0001 to 9999."""
    if unit in ("minute", "hour"):
        return -(-count // (24 if unit == "hour" else 24 * 60)), "day"
    years = {"day": 0, "week": 0, "month": 12, "year": 1, "decade": 10}
    reach = count // 12 if unit == "month" else count * years[unit]
    return (count, unit) if reach <= 900 else None


def ago(count: int, unit: Unit, bound: str, published: date | None) -> Time:
    """Read "two days ago"; any coarser unit, or a rounding word, makes it approximate."""
    precision = precision_of(unit)
    scaled = _counted(count, unit)
    if unit in ("minute", "hour"):
        return unknown("reference", "time")  # publication is known to the day only
    if scaled is None:
        return unknown("vague", "vague")
    if published is None:
        return unknown("published", precision)
    then = _shifted(-scaled[0], unit, published)
    match bound:
        case "more":
            return known(f"../{then}", "interval")
        case "less":
            return known(f"{then}/{published}", "interval")
        case "" if unit == "day":
            return known(then, "day")
        case _:
            return known(f"{then}~", precision)


def rolling(direction: int, count: int, unit: Unit, published: date | None) -> Time:
    """Read "the past 13 years" or "the next two days": a stretch that touches publication."""
    if published is None:
        return unknown("published", "interval")
    scaled = _counted(count, unit)
    if scaled is None:
        return unknown("vague", "vague")
    edge = _shifted(direction * scaled[0], scaled[1], published)
    return known(f"{edge}~/{published}" if direction < 0 else f"{published}/{edge}~", "interval")


def weekend(word: str, published: date | None) -> Time:
    """Read "last weekend" and "this weekend"; from Monday to Thursday the latter may be either."""
    if published is None:
        return unknown("published", "interval")
    weekday = published.weekday()
    saturday = published - timedelta(weekday) + timedelta(5)
    if word == "last":
        saturday -= timedelta(7)
    elif word == "next" or weekday < 4:
        return unknown("ambiguous", "interval")
    return known(f"{saturday}/{saturday + timedelta(1)}", "interval")


def about(time: Time) -> Time:
    """Return the time made approximate: "around November 27"."""
    if time.edtf is None or not re.fullmatch(r"[0-9X-]+", time.edtf):
        return time
    return time.model_copy(update={"edtf": f"{time.edtf}~"})


def ends(time: Time) -> tuple[str, str] | None:
    """Return the first and the last part of a time as EDTF, where it has them."""
    if time.edtf is None or time.edtf[0] in "[{":
        return None
    first, slash, last = time.edtf.partition("/")
    return first.partition("T")[0], (last if slash else first).partition("T")[0]


def since(time: Time) -> Time:
    """Return the stretch from the beginning of `time` on."""
    return _half_open(time, "{0}/..")


def until(time: Time) -> Time:
    """Return the stretch up to the end of `time`."""
    return _half_open(time, "../{1}")


def _half_open(time: Time, form: str) -> Time:
    pair = ends(time)
    if pair is None or ".." in pair:
        return unknown(time.unresolved or "vague", "interval")
    edtf = form.format(*pair)
    if time.unresolved is None:
        return known(edtf, "interval")
    return unknown(time.unresolved, "interval", edtf)


def between(start: Time, end: Time) -> Time | None:
    """Return the stretch from `start` to `end`; None when that runs backwards."""
    first, last = ends(start), ends(end)
    reason = start.unresolved or end.unresolved
    if first is None or last is None or ".." in (*first, *last):
        return unknown(reason or "vague", "interval")
    edtf = f"{first[0]}/{last[1]}"
    if reason is not None:
        return unknown(reason, "interval", edtf)
    return known(edtf, "interval") if first[0].rstrip("~") <= last[1].rstrip("~") else None


def weekdays_between(start: int, end: int, published: date | None) -> Time:
    """Read "Tuesday-Wednesday"; ambiguous when such a stretch holds the day of publication."""
    if published is None:
        return unknown("published", "interval")
    first = latest(start, published)
    last = first + timedelta((end - start) % 7)
    if last > published:
        return unknown("ambiguous", "interval")
    return known(f"{first}/{last}", "interval")
