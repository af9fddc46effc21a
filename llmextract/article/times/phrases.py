"""The rules for what is said from where the writer stands: "two days ago", "9 a.m.", "recently"."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from llmextract.article.times import calendar as ct
from llmextract.article.times import words as cw
from llmextract.article.times.calendar import Time
from llmextract.article.times.grammar import (
    SHIFT,
    Hit,
    Reader,
    calendar_date,
    holiday,
    longest,
    month,
    numeric_date,
    year,
)
from llmextract.article.times.weekdays import is_counted_from, weekday, weekday_name

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_ANAPHORS = frozenset({"previous", "preceding", "following", "next", "same", "that"})
_BESIDE: dict[str, ct.Precision] = {"eve": "day", "week": "week", "weekend": "interval"}
_NEARLY = ("about", "around", "approximately", "roughly")
_TENS = frozenset(range(20, 70, 10))
_VAGUE = frozenset({"currently", "lately", "now", "nowadays", "presently", "recently"})
_BOUNDS = {
    "over": "more", "about": "near", "around": "near", "nearly": "near", "almost": "near",
    "roughly": "near", "some": "near", "approximately": "near", "under": "less",
}  # fmt: skip
_BOUND_PAIRS = {
    ("more", "than"): "more", ("less", "than"): "less", ("fewer", "than"): "less",
    ("at", "least"): "more", ("at", "most"): "less", ("just", "over"): "more",
    ("just", "under"): "less",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time; without `hour` the words leave it open (8:15, of which half of the day?)."""

    hour: int | None = None
    minute: int = 0
    zone: str = ""
    side: Literal["at", "before", "after", "near"] = "at"
    midnight: bool = False


def deictic(r: Reader, i: int) -> Hit:
    """Read "today", "last week", "this morning" and their like."""
    word, after = r.low(i), r.low(i + 1)
    if word in _DAYS and is_counted_from(r, i):
        return ct.unknown("reference", "day"), i + 1
    if word in _DAYS:
        return None if _today_in_name(r, i) else (ct.shifted_day(_DAYS[word], r.published), i + 1)
    if r.says(i, "the", "day", "before", "yesterday"):
        return ct.shifted_day(-2, r.published), i + 4
    if r.says(i, "the", "day", "after", "tomorrow"):
        return ct.shifted_day(2, r.published), i + 4
    if word not in SHIFT or r.low(i - 1) in _POSSESSIVES or r.low(i + 2) in cw.DASHES:
        return None
    if r.low(i - 1) == "the" or (word == "next" and r.low(i + 2) == "to"):
        return None
    if word == "this" and r.at(i + 1).text in ("morning", "afternoon", "evening"):
        return ct.shifted_day(0, r.published), i + 2
    if word == "last" and after == "night":
        if r.published is None:
            return ct.unknown("published", "interval"), i + 2
        # A night has two days; "last night" may mean the hours before or after midnight.
        return ct.rolling(-1, 1, "day", r.published).model_copy(
            update={"edtf": "/".join(_two_days(r, -1))}
        ), i + 2
    if after == "weekend":
        return ct.weekend(word, r.published), i + 2
    if after in ("week", "month", "year"):
        return ct.shifted_unit(SHIFT[word], cw.UNITS[after], r.published), i + 2
    return None


def _two_days(r: Reader, shift: int) -> tuple[str, str]:
    first = ct.shifted_day(shift, r.published).edtf or ""
    return first, ct.shifted_day(shift + 1, r.published).edtf or ""


def _today_in_name(r: Reader, i: int) -> bool:
    """Whether the word is part of a title: "USA Today", "the Today programme"."""
    before = r.at(i - 1).text
    return r.at(i).text[:1].isupper() and (
        before == "the" or (before[:1].isupper() and before.isalpha())
    )


def _count(r: Reader, i: int) -> tuple[int | None, int] | None:
    """Read a count of units; None for its number where the words give none ("a few")."""
    word = r.low(i)
    if word == "a" and r.low(i + 1) in cw.SOME:
        return None, r.skip(i + 2, "of")
    if word in cw.SOME:
        return None, r.skip(i + 1, "of")
    if word in cw.NUMBERS:
        ones = r.skip(i + 1, *cw.DASHES)
        if cw.NUMBERS[word] in _TENS and 0 < cw.NUMBERS.get(r.low(ones), 0) < 10:
            return cw.NUMBERS[word] + cw.NUMBERS[r.low(ones)], ones + 1
        return (None, i) if ones > i + 1 else (cw.NUMBERS[word], i + 1)
    text = r.at(i).text
    if text.isdecimal() and len(text) <= 4 and not r.at(i).glued and not r.at(i + 1).glued:
        return int(text), i + 1
    return None


def _bound(r: Reader, i: int) -> tuple[str, int]:
    """Read "more than", "about" and their like before a count."""
    pair = _BOUND_PAIRS.get((r.low(i), r.low(i + 1)))
    if pair is not None:
        return pair, i + 2
    return (_BOUNDS[r.low(i)], i + 1) if r.low(i) in _BOUNDS else ("", i)


def _amount(r: Reader, i: int) -> tuple[str, int | None, cw.Unit, int] | None:
    """Read a counted unit, "more than two weeks": its bound, number, unit and the next place."""
    left = r.left(i)
    if left in ("half", "to", "or") or left in cw.DASHES or left in cw.NUMBERS:
        return None  # "half a year", "two to three weeks": the count begins before
    bound, j = _bound(r, i)
    counted = _count(r, j)
    if counted is None or r.low(counted[1]) not in cw.UNITS:
        return None
    after = counted[1] + 1
    if r.low(after) in cw.DASHES or r.low(after) == "old":
        return None
    return bound, counted[0], cw.UNITS[r.low(counted[1])], after


def ago(r: Reader, i: int) -> Hit:
    """Read "two days ago" and "more than 13 years ago"; "years ago" is vague."""
    if r.low(i) in cw.UNITS and r.low(i + 1) == "ago":
        return ct.unknown("vague", "vague"), i + 2
    if r.says(i, "a", "fortnight", "ago") and r.left(i) not in ("than", "over", "under"):
        return ct.ago(2, "week", "", r.published), i + 3
    amount = _amount(r, i)
    if amount is None or r.low(amount[3]) != "ago":
        return None
    bound, count, unit, j = amount
    if count is None:
        return ct.unknown("vague", "vague"), j + 1
    named = weekday_name(r, r.skip(j + 1, "on", "last", "this"))
    if named is not None:
        return ct.unknown("ambiguous", "day"), named[1]  # "a week ago Wednesday"
    return ct.ago(count, unit, bound, r.published), j + 1


def rolling(r: Reader, i: int) -> Hit:
    """Read "the past 13 years", "the next two days" and the vague "the last few hours"."""
    j = r.skip(r.skip(i, "the"), "this")
    word = r.low(j)
    if word not in ("past", "last", "next", "coming", "previous", "preceding", "recent"):
        return None
    if word == "recent" and r.low(j + 1) in cw.UNITS:
        return ct.unknown("vague", "vague"), j + 2
    if r.low(j + 1) == "weekend" and (j > i or r.loose) and word in ("past", "coming"):
        return ct.unknown("ambiguous", "interval"), j + 2
    bare = r.low(j + 1) in cw.UNITS
    if bare and (word == "next" or (word == "last" and j == i) or r.low(i - 1) in _POSSESSIVES):
        return None
    if bare:
        count: int | None = 1
        unit, end = cw.UNITS[r.low(j + 1)], j + 2
        if r.low(j + 1).endswith("s") or word == "coming":
            return ct.unknown("vague", "vague"), end
    else:
        amount = _amount(r, j + 1)
        if amount is None:
            return None
        count, unit, end = amount[1:]
    if r.low(end) == "of" or r.low(end) in cw.DASHES:
        return None
    if word in ("previous", "preceding"):
        return ct.unknown("reference", "interval"), end
    if count is None:
        return ct.unknown("vague", "vague"), end
    return ct.rolling(1 if word in ("next", "coming") else -1, count, unit, r.published), end


def anaphoric(r: Reader, i: int) -> Hit:
    """Read what leans on another time: "the previous week", "a day later", "a day after May 3"."""
    hit = _leaning(r, i)
    if hit is None or r.low(hit[1] - 1) not in ("before", "after", "of", "ending", "starting"):
        return hit
    named = longest(r, hit[1], (weekday, calendar_date, numeric_date, holiday, month, year))
    if named is None or (r.low(named[1]) in ("'", "\u2019") and r.low(named[1] + 1) == "s"):
        # "two days after Monday's attack" is the attack's business
        return hit if r.low(hit[1] - 1) in ("before", "after") else None
    return hit[0], named[1]


def _leaning(r: Reader, i: int) -> Hit:
    the = r.skip(i, "the")
    if r.low(the) in _BESIDE and r.low(the + 1) in ("of", "ending", "starting"):
        return ct.unknown("reference", _BESIDE[r.low(the)]), the + 2
    if r.low(the) in _ANAPHORS and (the > i or r.low(the) != "next"):
        word = r.low(the + 1)
        if word in ("day", "week", "month", "year", "decade", *cw.DAY_PARTS, "weekend"):
            if r.low(the + 2) in cw.DASHES:
                return None
            unit = cw.UNITS.get(word)
            return ct.unknown("reference", ct.precision_of(unit) if unit else "day"), the + 2
    if r.says(i, "at", "the", "time") or r.says(i, "at", "that", "time"):
        return ct.unknown("reference", "vague"), i + 3
    if r.says(i, "the", "weekend"):
        return ct.unknown("reference", "interval"), i + 2
    if r.says(i, "the", "day") and r.low(i + 2) in ("before", "after"):
        return ct.unknown("reference", "day"), i + 3
    if r.low(i) in cw.UNITS and r.low(i).endswith("s") and r.low(i + 1) in ("earlier", "later"):
        return ct.unknown("reference", "vague"), i + 2
    amount = _amount(r, i)
    if amount is None or r.low(amount[3]) not in ("earlier", "later", "before", "after"):
        return None
    return ct.unknown("reference", ct.precision_of(amount[2])), amount[3] + 1


def vague(r: Reader, i: int) -> Hit:
    """Read words that say when without saying it: "recently", "now", "these days"."""
    word = r.low(i)
    if word in _VAGUE and not (word == "now" and r.low(i + 1) == "that"):
        return ct.unknown("vague", "vague"), i + 1
    if r.says(i, "these", "days") or r.says(i, "at", "present"):
        return ct.unknown("vague", "vague"), i + 2
    if r.says(i, "at", "the", "moment"):
        return ct.unknown("vague", "vague"), i + 3
    return None


def duration(r: Reader, i: int) -> Hit:
    """Read "for 13 years" and "within two weeks": how long, but not since when."""
    begins = r.low(i) in ("for", "within", "in")
    if not begins and not r.loose:
        return None
    j = i + 1 if begins else i
    if r.low(i) == "for" and r.low(j) in cw.UNITS and r.low(j).endswith("s"):
        return ct.unknown("vague", "duration"), j + 1
    amount = _amount(r, j)
    if amount is None or r.low(amount[3]) in ("ago", "earlier", "later", "before", "after"):
        return None
    if r.low(amount[3]) == "of" and not (r.loose and r.low(i) == "within"):
        return None
    return ct.unknown("reference" if amount[1] else "vague", "duration"), amount[3]


def overnight(r: Reader, i: int) -> Hit:
    """Read "overnight" alone: of which night, only the story tells."""
    return (ct.unknown("reference", "interval"), i + 1) if r.low(i) == "overnight" else None


def clock(r: Reader, i: int) -> tuple[Clock, int] | None:
    """Read a clock time with the words before it: "shortly after 9:30 a.m. local time"."""
    j = r.skip(i, "just", "shortly", "soon")
    side = r.low(j)
    start = r.skip(j, "at", "by", "before", "after", *_NEARLY)
    j = r.skip(start, *_NEARLY)
    # Four digits behind "before" are a year.
    face = _face(r, j, prefixed=start > i) or (_military(r, j) if side == "at" else None)
    if face is None:
        return None
    read, end = face
    if side in ("before", "after"):
        read = replace(read, side="before" if side == "before" else "after")
    elif side == "by" or side in _NEARLY or j > start:
        read = replace(read, side="near")
    return _zoned(r, read, end)


def _zoned(r: Reader, read: Clock, i: int) -> tuple[Clock, int]:
    if r.low(i) == "local" and r.low(i + 1) == "time":
        return read, _elsewhere(r, i + 2)
    if r.low(i) in cw.ZONES and r.at(i).text.isupper():
        if r.low(i + 1) in ("+", "-"):
            return replace(read, hour=None), i + 1
        utc = r.low(i) in ("gmt", "utc")
        return replace(read, zone="Z" if utc else ""), _elsewhere(r, i + 1)
    return read, _elsewhere(r, i)


def _elsewhere(r: Reader, i: int) -> int:
    """Return the place after the same time in another zone: "5:30 p.m. (0230 GMT)"."""
    face = _face(r, i + 1, prefixed=True) if r.low(i) == "(" else None
    end = r.skip(face[1], *cw.ZONES) if face is not None else i
    return end + 1 if end > i and r.low(end) == ")" else i


def _face(r: Reader, i: int, *, prefixed: bool) -> tuple[Clock, int] | None:
    """Read noon, midnight, "9 a.m.", "9:30pm", "14:30" and "1430 GMT"."""
    word = r.at(i).text
    if word in ("noon", "midday") or (r.loose and r.low(i) in ("noon", "midday")):
        return Clock(hour=12), i + 1
    if word == "midnight" or (r.loose and r.low(i) == "midnight"):
        return Clock(hour=0, midnight=True), i + 1
    if not word.isdecimal() or len(word) > 4 or (r.at(i).glued and r.low(i - 1) not in "(["):
        return None
    if len(word) == 4:
        if r.low(i + 1) not in ("gmt", "utc", "hours"):
            return None
        return _four_digits(word, i + 2 if r.low(i + 1) == "hours" else i + 1)
    hour, minute, j = int(word), 0, i + 1
    mark, after = r.at(j), r.at(j + 1)
    split = mark.text in (":", ".") and mark.glued and after.glued and len(after.text) == 2
    if split and after.text.isdecimal():
        minute, j = int(after.text), j + 2
    half = _half_of_day(r, j)
    if half is not None:
        fits = 1 <= hour <= 12 and minute < 60
        return (Clock(hour=hour % 12 + half[0], minute=minute), half[1]) if fits else None
    if not split or mark.text != ":" or hour > 23 or minute > 59 or len(word) > 2:
        return None
    next_mark = r.at(j)
    if next_mark.glued and (next_mark.text in (":", "/", "%") or next_mark.text.isalnum()):
        return None
    if not (prefixed or r.loose or r.low(j) in cw.ZONES):
        return None
    # "8:15" may be morning or evening; "08:15" and "14:30" are of the 24-hour clock.
    sure = hour > 12 or word[0] == "0"
    return Clock(hour=hour if sure else None, minute=minute), j


def _military(r: Reader, i: int) -> tuple[Clock, int] | None:
    """Read "0400" behind "at", and "1700" where it is cited as a time."""
    word = r.at(i).text
    alone = len(word) == 4 and word.isdecimal() and not (r.at(i).glued or r.at(i + 1).glued)
    return _four_digits(word, i + 1) if alone and (word[0] == "0" or r.loose) else None


def _four_digits(word: str, end: int) -> tuple[Clock, int] | None:
    hour, minute = int(word[:2]), int(word[2:])
    return (Clock(hour=hour, minute=minute), end) if hour < 24 and minute < 60 else None


def _half_of_day(r: Reader, i: int) -> tuple[int, int] | None:
    if r.low(i) in ("am", "pm"):
        return (12 if r.low(i) == "pm" else 0), i + 1
    if r.low(i) in ("a", "p") and r.says(i + 1, ".", "m") and r.at(i + 2).glued:
        end = i + 4 if r.low(i + 3) == "." and r.at(i + 3).glued else i + 3
        return (12 if r.low(i) == "p" else 0), end
    return None


def stamp(r: Reader, i: int) -> Hit:
    """Read the machine's form, "2024-11-27T10:00:00Z"; other offsets are left alone."""
    dated = numeric_date(r, i)
    if dated is None or r.low(dated[1]) != "t" or not r.at(dated[1]).glued:
        return None
    j = dated[1] + 1
    parts = [r.at(j + n) for n in range(6)]
    seconds = parts[3].low == ":" and parts[4].text.isdecimal()
    face = [parts[0].text, parts[2].text, parts[4].text if seconds else "00"]
    after = parts[5] if seconds else parts[3]
    read = r.settle(dated[0])
    if parts[1].low != ":" or not all(len(f) == 2 and f.isdecimal() for f in face):
        return None
    if not all(t.glued for t in parts[: 5 if seconds else 3]) or read.day is None:
        return None
    utc = after.glued and after.low == "z"
    if (after.glued and after.text in ("+", "-", ".")) or int(face[0]) > 23:
        return None
    if int(face[1]) > 59 or int(face[2]) > 59:
        return None
    edtf = f"{read.day}T{':'.join(face)}{'Z' if utc else ''}"
    return ct.known(edtf, "time"), j + (5 if seconds else 3) + utc


def at_clock(day: Time, clock: Clock) -> Time:
    """Join a day and a clock time; what the clock leaves open, the day alone answers."""
    if day.day is None:
        return day if day.edtf else ct.unknown(day.unresolved or "reference", "time")
    if clock.midnight and clock.side in ("at", "near"):
        # "Midnight Tuesday" opens the day for some desks and closes it for others.
        return ct.one_of([day.day, day.day + timedelta(1)])
    if clock.hour is None or clock.side != "at":
        return day
    return ct.known(f"{day.day}T{clock.hour:02d}:{clock.minute:02d}:00{clock.zone}", "time")


def at_clock_between(days: Time, clock: Clock) -> Time:
    """Read "after midnight Tuesday-Wednesday": the midnight between the two days."""
    pair = ct.ends(days)
    if pair is None or not days.resolved or not clock.midnight:
        return days if days.edtf else ct.unknown(days.unresolved or "reference", "time")
    match clock.side:
        case "at":
            return ct.known(f"{pair[1]}T00:00:00", "time")
        case "after":
            return ct.known(pair[1], "day")
        case "before":
            return ct.known(pair[0], "day")
        case "near":
            return days
