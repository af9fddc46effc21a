"""The closed grammar of single time expressions: each rule reads tokens from one place on.

A rule returns what it read and where the next token stands, or None. No rule looks further than
a few tokens, so reading is linear whatever the text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from llmextract.article.times import calendar as ct
from llmextract.article.times import words as cw
from llmextract.article.times.ahead import CONTEXT
from llmextract.article.times.calendar import Point, Time

Value: TypeAlias = Point | Time
Hit: TypeAlias = tuple[Value, int] | None
Rule: TypeAlias = "Callable[[Reader, int], Hit]"

SHIFT = {"last": -1, "this": 0, "next": 1}
_YEAR_BEFORE = frozenset({"in", "since", "until", "till", "before", "after", "during", "of"})
_NOT_YEAR_BEFORE = frozenset(
    {"about", "almost", "another", "approximately", "exactly", "least", "most", "nearly"}
    | {"no", "number", "over", "some", "than", "roughly", "under", "flight", "route", "room"}
)
# Such years begin and end elsewhere than the calendar's.
_OTHER_YEARS = frozenset({"fiscal", "financial", "academic", "fy"})
_OPENING = frozenset("(['\"\u2018\u2019\u201c\u2014")
_PORTIONS = frozenset({"early", "late", "earlier", "later", "mid"})
_MONTH_BEFORE = frozenset(
    {"in", "since", "until", "till", "early", "late", "mid", "last", "next", "this", "and", "to"}
    | {"between", "from", "during", "through", "of", "before", "after", "earlier", "-", "\u2013"}
)


@dataclass(frozen=True, slots=True)
class Reader:
    """The tokens being read; `loose` when they are cited as a time rather than running text.

    Empty tokens after the last one answer for both ends, so that no rule need look where it is.
    """

    tokens: list[cw.Token]
    published: date | None
    loose: bool
    prior: str = ""
    rest: str = ""
    singles: dict[int, Hit] = field(default_factory=dict[int, Hit])

    def at(self, i: int) -> cw.Token:
        """Return the token at `i`."""
        return self.tokens[i]

    def low(self, i: int) -> str:
        """Return the token at `i` in lower case."""
        return self.tokens[i].low

    def says(self, i: int, *words: str) -> bool:
        """Whether these words stand from `i` on."""
        return self.tokens[i].low == words[0] and all(
            self.tokens[i + n].low == word for n, word in enumerate(words)
        )

    def skip(self, i: int, *words: str) -> int:
        """Return the place after one of `words`, if it stands at `i`, else `i`."""
        return i + 1 if self.low(i) in words else i

    def before(self, i: int) -> list[cw.Token]:
        """Return the last tokens before `i`, also those before the words that are read."""
        here = self.tokens[max(0, i - CONTEXT) : i]
        missing = CONTEXT - len(here)
        return cw.tokens_of(self.prior)[-missing:] + here if missing > 0 else here

    def left(self, i: int) -> str:
        """Return the word before `i` in lower case, also of those before what is read."""
        return self.tokens[i - 1].low if i else "".join(self.prior[-16:].split()[-1:]).lower()

    def settle(self, value: Value) -> Time:
        """Place what was read on the calendar."""
        return value if isinstance(value, Time) else ct.place(value, self.published)


def longest(r: Reader, i: int, rules: tuple[Rule, ...]) -> Hit:
    """Return what the rule that reads furthest has read; the first of several."""
    hits = [hit for rule in rules if (hit := rule(r, i)) is not None]
    return max(hits, key=lambda hit: hit[1]) if hits else None


def _number(r: Reader, i: int, low: int, high: int) -> int | None:
    token = r.at(i)
    if not (token.text.isdecimal() and len(token.text) <= 4 and low <= int(token.text) <= high):
        return None
    return int(token.text) if _stands_alone(r, i) else None


def _stands_alone(r: Reader, i: int) -> bool:
    """Whether the figure is no part of "1,600", "3.5", "$2015", "20:15" or "A2015"."""
    before, after = r.at(i - 1), r.at(i + 1)
    if r.at(i).glued and before.text not in _OPENING and before.low not in cw.DASHES:
        return False
    if before.text in ("$", "#", "\u20ac", "\u00a3"):
        return False
    if not after.glued:
        return True
    return after.text not in ("%", "$", "\u20ac", "\u00a3", ":", "/") and not (
        after.text in (",", ".") and r.at(i + 2).glued and r.at(i + 2).text.isdecimal()
    )


def year_number(r: Reader, i: int) -> int | None:
    """Return a year written in four digits, when the figures around it allow that."""
    token = r.at(i)
    if len(token.text) != 4 or (r.at(i + 1).glued and r.at(i + 1).text.isalpha()):
        return None
    return _number(r, i, 1000, 2999)


def year(r: Reader, i: int) -> Hit:
    """Read "2015" or "the year 2015"; not where it counts something or belongs to a number."""
    j = i + 2 if r.says(i, "the", "year") else r.skip(i, "year")
    number = year_number(r, j)
    if number is None or _hyphened(r, j):
        return None
    if r.left(i) in _OTHER_YEARS or r.low(j + 1) in _OTHER_YEARS:
        return ct.unknown("ambiguous", "year"), j + 1
    if j == i and not r.loose:
        before, after = r.low(i - 1), r.at(i + 1)
        if before in _NOT_YEAR_BEFORE or after.low in cw.COUNTED:
            return None
        if not (1900 <= number <= 2099 or (number >= 1800 and before in _YEAR_BEFORE)):
            return None
    return Point(year=number), j + 1


def _hyphened(r: Reader, i: int) -> bool:
    """Whether a dash joins the figure to another one or to a word ("2015-16", "24-hour")."""
    after = r.low(i + 1) in cw.DASHES and r.at(i + 1).glued and r.at(i + 2).glued
    before = r.low(i - 1) in cw.DASHES and r.at(i).glued and r.at(i - 1).glued
    return after or (before and r.low(i - 2) not in _PORTIONS)


def decade(r: Reader, i: int) -> Hit:
    """Read "the 1990s" and "the '90s"; of "the 2000s" only the century is sure."""
    j = r.skip(i, "the")
    digits = r.at(j).text
    plural = r.skip(j + 1, "'", "\u2019")
    if not (digits.isdecimal() and r.low(plural) == "s" and r.at(plural).glued):
        return None
    if len(digits) != 4 or not 1000 <= int(digits) <= 2999 or digits[-1] != "0":
        return None
    if digits[2:] == "00":
        return ct.unknown("ambiguous", "decade", f"{digits[:2]}XX"), plural + 1
    return ct.known(f"{digits[:3]}X", "decade"), plural + 1


def month_name(r: Reader, i: int) -> tuple[int, int] | None:
    """Return the month named at `i` and the next place; its short form needs a figure beside."""
    token = r.at(i)
    if not token.text[:1].isupper() and token.low in ("may", "march", "mar", "jan", "dec", "sept"):
        return None
    if token.low in cw.MONTHS:
        return cw.MONTHS[token.low], i + 1
    number = cw.SHORT_MONTHS.get(token.low)
    if number is None:
        return None
    after = i + 2 if r.low(i + 1) == "." and r.at(i + 1).glued else i + 1
    near = (r.at(r.skip(after, ",")), r.at(i - 1), r.at(i - 2))
    return (number, after) if any(t.text.isdecimal() for t in near) else None


def day_number(r: Reader, i: int) -> tuple[int, int] | None:
    """Return a day of the month, "27" or "27th", and the next place."""
    number = _number(r, i, 1, 31)
    if number is None:
        return None
    after = r.at(i + 1)
    if after.glued and after.text.isalpha():
        return (number, i + 2) if after.low in ("st", "nd", "rd", "th") else None
    return number, i + 1


def year_after(r: Reader, i: int) -> tuple[int | None, int]:
    """Return the year that closes a date (", 2024", "of 2024", "last year"), if one does."""
    for j in (r.skip(i, ","), r.skip(i, "of"), r.skip(i, "in")):
        number = year_number(r, j)
        if number is not None and r.low(j + 1) not in cw.COUNTED:
            return number, j + 1
        if r.low(j) in SHIFT and r.low(j + 1) == "year":
            return (r.published.year + SHIFT[r.low(j)] if r.published else None), j + 2
    return None, i


def of_period(r: Reader, hit: Hit) -> Hit:
    """Give the end of "the October-December quarter of 2023" the year of the quarter."""
    if hit is None or not isinstance(hit[0], Point) or hit[0].year or not hit[0].month:
        return hit
    j = r.skip(hit[1], "quarter", "period", "season")
    number, end = year_after(r, j)
    return (replace(hit[0], year=number), end) if hit[1] < j < end else hit


def calendar_date(r: Reader, i: int) -> Hit:
    """Read "November 27", "Nov. 27, 2024", "the 27th of November" and "23 Aug 88"."""
    named = month_name(r, i)
    if named is not None:
        month, j = named
        day = day_number(r, j)
        if day is None or r.low(day[1]) in cw.COUNTED or _joined_figure(r, day[1] - 1):
            return None
        j = day[1]
        point = Point(month=month, day=day[0])
    else:
        start = r.skip(i, "the")
        day = day_number(r, start)
        named = month_name(r, r.skip(day[1], "of")) if day else None
        if day is None or named is None or (r.low(start - 1) in cw.DASHES and r.at(start).glued):
            return None
        point, j = Point(month=named[0], day=day[0]), named[1]
        if len(r.at(j).text) == 2 and r.at(j).text.isdecimal():
            return _short_year(r, point, j)
    short = _apostrophe(r, j)
    if short is not None:
        return _short_year(r, point, short)  # 1 June '94
    number, j = year_after(r, j)
    point = replace(point, year=number)
    return (point, j) if ct.exists(point) else None


def _joined_figure(r: Reader, i: int) -> bool:
    """Whether a glued dash and another figure follow: "March 3-5" is not March 3."""
    return r.low(i + 1) in cw.DASHES and r.at(i + 1).glued and r.at(i + 2).text.isdecimal()


def _apostrophe(r: Reader, i: int) -> int | None:
    """The place of the two digits of a year behind an apostrophe, if such stand at `i`."""
    short = r.skip(i, "'", "\u2019")
    year_of = r.at(short)
    cut = short > i and year_of.glued and len(year_of.text) == 2 and year_of.text.isdecimal()
    return short if cut else None


def _short_year(r: Reader, point: Point, i: int) -> Hit:
    """Read the year of "23 Aug 88": the century in which it lies nearest publication."""
    short = _number(r, i, 0, 99)
    if short is None or r.low(i + 1) in cw.COUNTED:
        return None
    if r.published is None:
        rest = f"-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
        return ct.unknown("year", "day" if point.day else "month", f"XX{short:02d}{rest}"), i + 1
    now = r.published.year
    near = min((c * 100 + short for c in range(10, 30)), key=lambda y: abs(y - now))
    point = replace(point, year=near)
    return (point, i + 1) if ct.exists(point) else None


def month(r: Reader, i: int) -> Hit:
    """Read "November", "March 2020" and "in May"; "May" and "March" alone only after "in" etc."""
    word = r.low(i) if r.low(i) in SHIFT and r.low(i + 1) in cw.MONTHS else ""
    j = i + 1 if word else i
    named = month_name(r, j)
    if named is None or (r.at(j).glued and r.low(j - 1) in (".", "@", "/", "_")):
        return None
    number, end = year_after(r, named[1])
    if end > named[1]:
        return Point(year=number, month=named[0]), end
    short = _apostrophe(r, named[1])
    if short is not None:
        return _short_year(r, Point(month=named[0]), short)  # June '94
    if r.low(j) not in cw.MONTHS or _is_name(r, j):
        return None
    if day_number(r, named[1]) is not None and r.low(named[1] + 1) not in cw.COUNTED:
        return None  # a date that does not exist, or one that another rule reads
    if word:
        return _related_month(r, word, named[0]), named[1]
    return Point(month=named[0]), named[1]


def _is_name(r: Reader, i: int) -> bool:
    before, after = r.at(i - 1), r.at(i + 1)
    if r.low(i) in ("may", "march"):
        return not r.loose and before.low not in _MONTH_BEFORE
    followed = after.text[:1].isupper() and r.low(i) in ("april", "june", "august")
    return followed or (not r.at(i).text[:1].isupper() and before.low not in _MONTH_BEFORE)


def _related_month(r: Reader, word: str, number: int) -> Time:
    if r.published is None:
        return ct.unknown("published", "month")
    now = r.published
    this = f"{now.year:04d}-{number:02d}"
    if word == "this":
        return ct.known(this, "month")
    beside = f"{now.year + SHIFT[word]:04d}-{number:02d}"
    if (number < now.month) if word == "last" else (number > now.month):
        pair = sorted((this, beside))
        return ct.unknown("ambiguous", "month", f"[{pair[0]},{pair[1]}]")
    return ct.known(beside, "month")


def part_of_year(r: Reader, i: int) -> Hit:
    """Read "spring 2024", "the first quarter of 2023", "Q1 2023" and "the first half of 2023"."""
    if r.low(i) in SHIFT and r.low(i + 1) in cw.SEASONS and year_after(r, i + 2)[1] == i + 2:
        return ct.unknown("ambiguous", "season"), i + 2  # of this year or of the next to it
    j = r.skip(i, "the")
    other = r.left(j) in _OTHER_YEARS or r.low(j + 1) in _OTHER_YEARS
    group = None
    if r.low(j) == "q" and r.at(j + 1).glued:
        group, j = {"1": 33, "2": 34, "3": 35, "4": 36}.get(r.at(j + 1).text), j + 2
    elif r.low(r.skip(j + 1, *_OTHER_YEARS)) == "quarter":
        group, j = cw.QUARTERS.get(r.low(j)), r.skip(j + 1, *_OTHER_YEARS) + 1
    elif r.low(j + 1) == "half":
        group, j = cw.HALVES.get(r.low(j)), j + 2
    elif r.low(j) in cw.SEASONS:
        group, j = cw.SEASONS[r.low(j)], j + 1
    if group is None:
        return None
    number, end = year_after(r, j)
    if end > j and _joined_figure(r, end - 1):
        return None  # "winter 2023-24"
    if end > j and other:
        return ct.unknown("ambiguous", "season"), end
    if end > j:
        return Point(year=number, group=group), end
    if r.low(i - 1) == "in" and r.says(i, "the") and r.low(i + 1) in ("spring", "summer", "winter"):
        return Point(group=group), j
    return (Point(group=group), j) if r.loose and r.at(j) == cw.END else None


def part_alone(r: Reader, i: int) -> Hit:
    """Read "in the afternoon" and "at dawn", cited as a time: of which day is not said."""
    j = r.skip(i, "the")
    if not r.loose or r.low(j) not in cw.DAY_PARTS or r.at(j + 1) != cw.END:
        return None
    return ct.unknown("reference", "interval"), j + 1


def holiday(r: Reader, i: int) -> Hit:
    """Read "Christmas Day" and "New Year's Eve 2023"."""
    if r.low(i) not in ("christmas", "boxing", "new") or not r.at(i).text[:1].isupper():
        return None
    for length in (2, 5):
        words = tuple(r.low(i + n).replace("\u2019", "'") for n in range(length))
        named = cw.HOLIDAYS.get(words)
        if named is not None:
            number, j = year_after(r, i + length)
            return Point(number, *named), j
    return None


def numeric_date(r: Reader, i: int) -> Hit:
    """Read "2024-11-27" and, where only one order of day and month is possible, "27/11/2024"."""
    mark = r.low(i + 1)
    if mark not in ("-", "/", "."):
        return None
    parts = [r.at(i + n) for n in range(5)]
    apart = not parts[0].glued or r.low(i - 1) in _OPENING or r.low(i - 1) == "*"
    glued = apart and all(token.glued for token in parts[1:])
    digits = [parts[n].text for n in (0, 2, 4)]
    if not glued or mark != parts[3].low or not all(d.isdecimal() for d in digits):
        return None
    tail = r.at(i + 5)
    longer = tail.text.isalnum() or (tail.low == mark and r.at(i + 6).text.isdecimal())
    if tail.glued and longer and tail.low != "t":
        return None
    sizes = [len(d) for d in digits]
    first, second, third = (int(d) if len(d) <= 4 else 0 for d in digits)
    if mark in ("-", "/") and sizes == [4, 2, 2]:
        return _valid(first, second, third, i + 5)
    if sizes[2] != 4 or max(sizes[:2]) > 2 or third < 1000:
        return None
    if first > 12 or first == second or mark == ".":  # dots stand in day-month-year only
        return _valid(third, second, first, i + 5)
    if second > 12:
        return _valid(third, first, second, i + 5)
    if not first or not second:
        return None
    pair = sorted((f"{third}-{second:02d}-{first:02d}", f"{third}-{first:02d}-{second:02d}"))
    return ct.unknown("ambiguous", "day", f"[{pair[0]},{pair[1]}]"), i + 5


def _valid(number: int, month_of: int, day: int, end: int) -> Hit:
    point = Point(number, month_of, day)
    return (point, end) if 1 <= month_of <= 12 and number >= 1000 and ct.exists(point) else None
