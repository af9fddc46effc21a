"""Reading the time expressions of English news text into EDTF, against the publication date.

News tells what has happened, so a bare weekday is the latest one up to publication, that day
included. What the words leave open stays open: two possible days are an EDTF set, a day without
a year keeps `XXXX`, and what leans on a time told elsewhere ("the previous week", "after
midnight", "overnight") has no EDTF at all. `since`, `until`, `by`, `before` and `after`
belong to an expression because they change what it says; `on`, `in`, `at`, `during` do not.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from llmextract.article.times import calendar as ct
from llmextract.article.times import grammar as tg
from llmextract.article.times import phrases as tp
from llmextract.article.times import weekdays as tw
from llmextract.article.times import words as cw
from llmextract.article.times.calendar import Point, Time, same_time
from llmextract.article.times.grammar import Hit, Reader, longest
from llmextract.article.times.yearless import yearless_date, yearless_month

_SINGLE: tuple[tg.Rule, ...] = (
    tw.weekday, tw.nth_weekday, yearless_date, tg.numeric_date, yearless_month, tg.part_of_year,
    tg.decade, tg.year, tp.deictic, tp.ago, tp.rolling, tp.anaphoric,
    tp.vague, tp.duration, tp.overnight, tg.part_alone,
)  # fmt: skip
_MOST_CONTEXT, _NOON = 300, 12
_CLAUSE_ENDS = frozenset({".", ",", ";", ":", "!", "?", "that", "and", "but", cw.PARAGRAPH})
_NEGATIONS = frozenset({"not", "t", "never", "no", "nobody", "none", "neither", "nor", "cannot"})
_NOUNS = ("beginning", "start", "middle", "end", "morning", "afternoon", "evening", "night")
# Words that change what a time beside them says; a quote that keeps one outside the expression
# says something else than the expression.
_TURNING = frozenset(
    {
        "after", "ago", "ahead", "and", "anniversary", "before", "between", "but", "by", "each",
        "earlier", "every", "except", "following", "from", "half", "later", "least", "less", "more",
        "never", "no", "nor", "not", "or", "prior", "since", "than", "through", "till", "to",
        "until", "weekend", "without",
    }
    | (cw.NUMBERS.keys() - {"a", "an"})
    | cw.UNITS.keys()
    | cw.WEEKDAYS.keys()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and where it stands."""

    start: int
    end: int
    time: Time


def find_times(text: str, published: date | None = None) -> list[TimeMention]:
    """Return every time expression of `text` in order, none within another."""
    r = _reader(text, published, loose=False)
    return [mention for mention, _, _ in _mentions(r)]


def read_time(
    words: str, published: date | None = None, *, before: str = "", after: str = ""
) -> Time | None:
    """Return the one time that `words`, cited as a time, state; None for none or for several.

    `before` and `after` are what the sentence says around them: "will meet on" leaves open which
    "Friday", "rebels attacked" whether "January 10" is ahead.
    """
    r = _reader(words, published, before[-_MOST_CONTEXT:], after[:_MOST_CONTEXT])
    if words.lower() in cw.WEEKDAYS and (day := tw.weekday(r, 0)) is not None:
        return r.settle(day[0])  # as most times of news are: no other rule begins with one
    mentions = _mentions(r)
    if not mentions:
        return None
    inside = {n for _, first, last in mentions for n in range(first, last)}
    for n, token in enumerate(r.tokens):
        if n not in inside and (token.low in _TURNING or token.text.isdecimal()):
            return None
    times = [mention.time for mention, _, _ in mentions]
    said = {words[mention.start : mention.end].casefold() for mention, _, _ in mentions}
    alike = len(said) == 1 or all(same_time(times[0], other) for other in times[1:])
    return times[0] if alike else None


def _reader(
    text: str, published: date | None, prior: str = "", rest: str = "", *, loose: bool = True
) -> Reader:
    # Dates so near the ends of the calendar that counting from them leaves it are left out.
    usable = published is not None and 1000 <= published.year <= 9000
    tokens = cw.tokens_of(text) + [cw.END] * _REACH
    return Reader(tokens, published if usable else None, loose, prior, rest)


def _mentions(r: Reader) -> list[tuple[TimeMention, int, int]]:
    found: list[tuple[TimeMention, int, int]] = []
    i = anchor = 0
    count = len(r.tokens) - _REACH
    while i < count:
        while anchor < count and (anchor < i or not _is_anchor(r, anchor)):
            anchor += 1
        if anchor == count:
            break
        i = max(i, anchor - _REACH // 2)
        hit = longest(r, i, _PHRASES) if i == anchor or r.low(i) in _STARTS else None
        if hit is None:
            i += 1
            continue
        value, after = hit
        start, end = r.at(i).start, r.at(after - 1).end
        found.append((TimeMention(start, end, r.settle(value)), i, after))
        i = after
    return found


def _is_anchor(r: Reader, i: int) -> bool:
    """Whether the token is of those without one of which nothing states a time."""
    token = r.at(i)
    return token.low in _ANCHORS or token.text[:1].isdecimal()


def _single(r: Reader, i: int) -> Hit:
    if i not in r.singles:
        r.singles[i] = _whole_or_part(r, i)
    return r.singles[i]


def _whole_or_part(r: Reader, i: int) -> Hit:
    """Read one expression, or the part of one: "early March", "late Tuesday", "the end of 2023"."""
    if r.low(i) in cw.WEEKDAYS:
        return tw.weekday(r, i)
    hit = longest(r, i, _SINGLE)
    j = r.skip(r.skip(i, "the"), *_NOUNS)
    if hit is None and r.low(j) in ("first", "second") and r.low(j + 1) == "half":
        j += 2
    if r.low(j - 1) in (*_NOUNS, "half") and r.low(j) == "of":
        part = longest(r, j + 1, _SINGLE)
        whole = r.low(j + 2) if r.low(j + 1) == "the" else ""
        if part is None and whole in ("day", "week", "month", "year"):
            return ct.unknown("reference", ct.precision_of(cw.UNITS[whole])), j + 3
        return part or hit
    j = r.skip(i, "the")
    if r.low(j) not in ("early", "late", "earlier", "later", "mid") or (hit and hit[1] > j + 1):
        return hit
    k = r.skip(j + 1, *cw.DASHES, "on", "in", "hours")
    k = r.skip(k, "of")
    return longest(r, k, _SINGLE) or hit


def _day(r: Reader, i: int) -> Hit:
    """Read one day with the part of it that is named: "Tuesday morning", "the night of May 3"."""
    hit = _single(r, i)
    if hit is None or r.settle(hit[0]).precision != "day":
        return hit
    value, j = hit
    k = r.skip(j, "at", "early", "late")
    if r.low(k) in cw.DAY_PARTS and r.low(j - 1) not in cw.DAY_PARTS:
        return value, k + 1
    return (_nights(r, value), j + 1) if r.low(j) == "overnight" else hit


def _nights(r: Reader, value: tg.Value) -> Time:
    """The two nights that "overnight Tuesday" may name reach over three days."""
    day = r.settle(value).day
    if day is None:
        return ct.unknown(r.settle(value).unresolved or "reference", "interval")
    return ct.unknown("ambiguous", "interval", f"{day - timedelta(1)}/{day + timedelta(1)}")


def _moment(r: Reader, i: int) -> Hit:
    """Read a clock time and its day, in either order; a clock alone waits for its day."""
    first = tp.clock(r, i)
    if first is not None:
        clock, j = first
        k = r.skip(r.skip(j, ","), "on")
        days = _weekday_range(r, k)
        if days is not None:
            return tp.at_clock_between(r.settle(days[0]), clock), days[1]
        if r.says(k, "last", "night") and clock.hour is not None:
            evening = ct.shifted_day(
                -1 if clock.midnight or clock.hour >= _NOON else 0, r.published
            )
            return tp.at_clock(evening, clock), k + 2
        day = _day(r, k)
        if day is not None and r.settle(day[0]).precision == "day":
            return tp.at_clock(r.settle(day[0]), clock), day[1]
        return ct.unknown("reference", "time"), j
    day = _day(r, i)
    if day is None or r.settle(day[0]).precision != "day":
        return day
    later = tp.clock(r, r.skip(day[1], ","))
    if later is None:
        later = tp.clock(r, r.skip(r.skip(day[1], "t"), "from"))
    if later is None:
        return day
    return tp.at_clock(r.settle(day[0]), later[0]), later[1]


def _overnight(r: Reader, i: int) -> Hit:
    """Read "overnight Tuesday" and "overnight Tuesday-Wednesday"."""
    if r.low(i) != "overnight":
        return None
    j = r.skip(i + 1, "on", "into", "from")
    days = _weekday_range(r, j)
    if days is not None:
        return days
    day = _single(r, j)
    if day is None or r.settle(day[0]).precision != "day":
        return None
    stated = r.settle(day[0]).day
    if r.low(i + 1) == "into" and stated is not None:
        return ct.known(f"{stated - timedelta(1)}/{stated}", "interval"), day[1]
    return _nights(r, day[0]), day[1]


def _weekday_range(r: Reader, i: int) -> Hit:
    """Read "Tuesday-Wednesday" and "Monday to Friday", with "night" between or after."""
    opened = r.skip(i, "from", "between")
    first = tw.weekday_name(r, opened)
    if first is None:
        return None
    j = r.skip(first[1], *cw.DAY_PARTS)
    j = _joint(r, j, between=r.low(i) == "between")
    last = tw.weekday_name(r, r.skip(j, "early", "late")) if j else None
    if last is None or last[0] == first[0] or tw.weekday(r, j) != (Point(weekday=last[0]), last[1]):
        return None
    days = ct.weekdays_between(first[0], last[0], r.published)
    return days, r.skip(last[1], *cw.DAY_PARTS)


def _joint(r: Reader, i: int, *, between: bool) -> int:
    """Return the place after the word or dash that joins the ends of a range, else 0."""
    if between:
        return i + 1 if r.low(i) == "and" else 0
    words = ("to", "through", "until", "till", "into")
    return i + 1 if r.low(i) in words or r.low(i) in cw.DASHES else 0


def _range(r: Reader, i: int) -> Hit:
    """Read "from 2015 to 2018", "between March and May 2020" and "November 27 - December 4"."""
    opened = r.skip(i, "from", "between")
    ends = _days_of_month(r, opened, i) or _years(r, opened, i)
    if ends is not None:
        return ends
    first = _single(r, opened)
    if first is None:
        return None
    j = _joint(r, first[1], between=r.low(i) == "between")
    last = tg.of_period(r, _single(r, j)) if j else None
    if last is None:
        return None
    start, end = first[0], last[0]
    if isinstance(start, Point) and isinstance(end, Point):
        start = _with_year_of(start, end)
    stretch = ct.between(r.settle(start), r.settle(end))
    return (stretch, last[1]) if stretch is not None else None


def _with_year_of(start: Point, end: Point) -> Point:
    """Give the start the year that only the end states: "from November to March 2020"."""
    if start.year is not None or end.year is None or not start.month or not end.month:
        return start
    before = (start.month, start.day or 0) > (end.month, end.day or 0)
    return replace(start, year=end.year - 1 if before else end.year)


def _days_of_month(r: Reader, i: int, opening: int) -> Hit:
    """Read "March 3-5, 2020" and "3 to 5 March"."""
    between = r.low(opening) == "between"
    named = tg.month_name(r, i)
    first = tg.day_number(r, named[1] if named else i)
    joint = _joint(r, first[1], between=between) if first else 0
    last = tg.day_number(r, joint) if joint else None
    if first is None or last is None or last[0] <= first[0]:
        return None
    j = last[1]
    if named is None:
        named = tg.month_name(r, r.skip(j, "of"))
        if named is None:
            return None
        j = named[1]
    elif r.low(j) in cw.COUNTED:
        return None
    year, j = tg.year_after(r, j)
    days = [Point(year, named[0], day) for day in (first[0], last[0])]
    stretch = ct.between(r.settle(days[0]), r.settle(days[1])) if ct.exists(days[1]) else None
    return (stretch, j) if stretch is not None else None


def _years(r: Reader, i: int, opening: int) -> Hit:
    """Read "2015-2018" and "2015-18"; "2011-12" may be a month and is not read."""
    first = tg.year_number(r, i)
    joint = _joint(r, i + 1, between=r.low(opening) == "between") if first else 0
    text = r.at(joint).text if joint else ""
    if first is None or not text.isdecimal() or not 1000 <= first <= 2999:
        return None
    last = tg.year_number(r, joint)
    if last is None and len(text) == 2 and int(text) > 12 and r.at(joint).glued:
        last = first - first % 100 + int(text)
    if last is None or last <= first or r.low(joint + 1) in (*cw.DASHES, *cw.COUNTED):
        return None
    return ct.known(f"{first:04d}/{last:04d}", "interval"), joint + 1


def _bounded(r: Reader, i: int) -> Hit:
    """Read "since 2015", "until March", "before 9 a.m. on Tuesday" and "around November 27"."""
    word = r.low(i)
    if word == "prior" and r.low(i + 1) == "to":
        word, i = "before", i + 1
    if word not in ("since", "until", "till", "by", "before", "after", "around", "about", "circa"):
        if word not in ("c", "ca") or r.low(i + 1) != ".":
            return None
        word, i = "circa", i + 1
    inner = longest(r, i + 1, (_moment, _weekday_range))
    if inner is None:
        return None
    value, j = inner
    if word == "since" and isinstance(value, Point):
        value = ct.latest_year(value, r.published)
    time = r.settle(value)
    if r.low(j) in ("'", "\u2019") and r.low(j + 1) == "s":
        return None  # "after Tuesday's attack": the preposition is the attack's
    if word in ("around", "about", "circa"):
        return ct.about(time), j
    if time.precision in ("vague", "duration"):
        return ct.unknown(time.unresolved or "vague", "vague"), j
    if word in ("since", "after"):
        return ct.since(time), j
    if isinstance(value, Point) and value.day is None and value.weekday is not None:
        return ct.unknown("ambiguous", "interval"), j  # "until Friday": past or to come?
    if word != "by" and time.resolved and _is_denied(r, i):
        return ct.unknown("ambiguous", "interval"), j  # "did not reopen until 2015"
    return ct.until(time), j


def _is_denied(r: Reader, i: int) -> bool:
    """Whether a negation stands before `i` in its clause."""
    for token in reversed(r.before(i)):
        if token.low in _CLAUSE_ENDS:
            return False
        if token.low in _NEGATIONS:
            return True
    return False


def _beside_part(r: Reader, i: int) -> Hit:
    """Read "before dawn on Tuesday", which is still of that day."""
    if r.low(i) not in ("before", "after") or r.low(i + 1) not in cw.DAY_PARTS:
        return None
    day = _day(r, r.skip(i + 2, "on"))
    return day if day is not None and r.settle(day[0]).precision == "day" else None


def _begun(r: Reader, i: int) -> Hit:
    """Read "from Thursday" and "from 2015 on", cited as the start of something."""
    if i or not r.loose or r.low(0) != "from":
        return None  # in running text it may be "a report from Thursday"
    start = longest(r, 1, (_moment,))
    if start is None or r.settle(start[0]).precision in ("vague", "duration", "interval"):
        return None
    return ct.since(r.settle(start[0])), r.skip(start[1], "on", "onward", "onwards")


_PHRASES: tuple[tg.Rule, ...] = (
    tp.stamp,
    _overnight,
    _moment,
    _weekday_range,
    _range,
    _bounded,
    _beside_part,
    _begun,
)
_REACH = 20  # no rule looks so many tokens ahead; no expression has half as many before its anchor
_ANCHORS = frozenset(
    {
        "boxing", "christmas", "currently", "fortnight", "half", "lately", "new", "midday",
        "midnight", "moment", "noon", "now", "nowadays", "overnight",
        "present", "presently", "q", "quarter", "recently", "time", "today",
        "tomorrow", "tonight", "weekend", "yesterday",
    }
    | cw.WEEKDAYS.keys() | cw.SHORT_WEEKDAYS.keys() | cw.MONTHS.keys() | cw.SHORT_MONTHS.keys()
    | cw.SEASONS.keys() | cw.UNITS.keys() | cw.DAY_PARTS
)  # fmt: skip
_STARTS = frozenset(
    {
        "a", "about", "after", "almost", "an", "approximately", "around", "at", "before", "between",
        "boxing", "by", "c", "ca", "christmas", "circa", "coming", "early", "earlier", "eve",
        "fewer", "following", "for", "from", "in", "just", "last", "late", "later", "less",
        "mid", "midday", "midnight", "more", "nearly", "new", "next", "noon",
        "over", "overnight", "past", "preceding", "previous", "prior", "q", "recent",
        "roughly", "same", "shortly", "since", "some", "soon", "that", "the", "these", "this",
        "till", "today", "tomorrow", "tonight", "under", "until", "within", "year", "yesterday",
        "few", "several", "couple", "many", "first", "second", "third", "fourth",
        "currently", "lately", "now", "nowadays", "presently", "recently",
    }
    | cw.WEEKDAYS.keys() | cw.SHORT_WEEKDAYS.keys() | cw.MONTHS.keys() | cw.SHORT_MONTHS.keys()
    | cw.SEASONS.keys() | cw.NUMBERS.keys() | cw.UNITS.keys() | frozenset(_NOUNS)
)  # fmt: skip
