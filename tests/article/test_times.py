"""Times of news text are read into EDTF, and what the words leave open stays open."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from llmextract.article.times.calendar import Time, same_time
from llmextract.article.times.reader import find_times, read_time
from llmextract.article.times.standing import time_at
from tests.operations import operations

WEDNESDAY = date(2024, 12, 4)
SEEDS = Path(__file__).parents[2] / "seeds"

YEAR = r"[0-9X]{4}"
DATE = rf"{YEAR}(?:-[0-9X]{{2}}(?:-[0-9X]{{2}})?)?~?"
EDTF = re.compile(
    rf"{DATE}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}Z?"
    rf"|{DATE}/{DATE}|\.\./{DATE}|{DATE}/\.\.|\[{DATE}(?:,{DATE})+\]"
)


def is_edtf(text: str) -> bool:
    if not EDTF.fullmatch(text):
        return False
    days = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    months = re.findall(r"[0-9X]{4}-([0-9]{2})", text)
    legal = {*range(1, 13), *range(21, 25), *range(33, 37), 40, 41}
    return all(date.fromisoformat(day) for day in days) and all(int(m) in legal for m in months)


RESOLVED = """
Tuesday | 2024-12-03 | day
TUESDAY | 2024-12-03 | day
tuesday | 2024-12-03 | day
Tue. | 2024-12-03 | day
on Wednesday | 2024-12-04 | day
last Friday | 2024-11-29 | day
next Monday | 2024-12-09 | day
this Friday | 2024-12-06 | day
this past Monday | 2024-12-02 | day
earlier Tuesday | 2024-12-03 | day
Tuesday morning | 2024-12-03 | day
Tuesday of last week | 2024-11-26 | day
today | 2024-12-04 | day
yesterday | 2024-12-03 | day
tonight | 2024-12-04 | day
the day before yesterday | 2024-12-02 | day
this week | 2024-12-02/2024-12-08 | week
Earlier this week | 2024-12-02/2024-12-08 | week
last week | 2024-11-25/2024-12-01 | week
last night | 2024-12-03/2024-12-04 | interval
last weekend | 2024-11-30/2024-12-01 | interval
last month | 2024-11 | month
last year | 2023 | year
two days ago | 2024-12-02 | day
about two days ago | 2024-12-02~ | day
a week ago | 2024-11-27~ | week
a fortnight ago | 2024-11-20~ | week
Tuesday next | 2024-12-10 | day
the second Tuesday in November | 2024-11-12 | day
the last Friday of October 2023 | 2023-10-27 | day
June '94 | 1994-06 | month
the talks of June ’94 | 1994-06 | month
two years ago | 2022~ | year
twenty-five years ago | 1999~ | year
twenty five years ago | 1999~ | year
more than 13 years ago | ../2011 | interval
over the past 13 years | 2011~/2024-12-04 | interval
the last 24 hours | 2024-12-03~/2024-12-04 | interval
November 27 | 2024-11-27 | day
on the 27th of November | 2024-11-27 | day
Nov. 27 | 2024-11-27 | day
Wednesday, November 27 | 2024-11-27 | day
Wednesday (November 27) | 2024-11-27 | day
January 15 | 2025-01-15 | day
27 November 2024 | 2024-11-27 | day
23 Aug 88 | 1988-08-23 | day
2024-11-27 | 2024-11-27 | day
27/11/2024 | 2024-11-27 | day
11/27/2024 | 2024-11-27 | day
05/05/2024 | 2024-05-05 | day
around November 27 | 2024-11-27~ | day
2015 | 2015 | year
in 2011 | 2011 | year
since 2015 | 2015/.. | interval
since December 5 | 2023-12-05/.. | interval
since March | 2024-03/.. | interval
before 2015 | ../2015 | interval
prior to 2015 | ../2015 | interval
by the end of 2018 | ../2018 | interval
since last week | 2024-11-25/.. | interval
the 1990s | 199X | decade
mid-2023 | 2023 | year
early November | 2024-11 | month
November last year | 2023-11 | month
spring 2024 | 2024-21 | season
the first quarter of 2023 | 2023-33 | season
Q1 2023 | 2023-33 | season
the first half of 2023 | 2023-40 | season
the first half of November | 2024-11 | month
between March and May 2020 | 2020-03/2020-05 | interval
from December to February 2020 | 2019-12/2020-02 | interval
from 2015 to 2018 | 2015/2018 | interval
2015-18 | 2015/2018 | interval
3 to 5 March 2020 | 2020-03-03/2020-03-05 | interval
Tuesday-Wednesday | 2024-12-03/2024-12-04 | interval
between Monday and Wednesday | 2024-12-02/2024-12-04 | interval
Tuesday night into Wednesday | 2024-12-03/2024-12-04 | interval
after midnight Tuesday-Wednesday | 2024-12-04 | day
before dawn on Tuesday | 2024-12-03 | day
shortly before sunrise Tuesday | 2024-12-03 | day
from Thursday | 2024-11-28/.. | interval
from Thursday onwards | 2024-11-28/.. | interval
from 2015 on | 2015/.. | interval
9 a.m. on Tuesday | 2024-12-03T09:00:00 | time
9:30 p.m. ET Tuesday | 2024-12-03T21:30:00 | time
5:30 p.m. local time (0230 GMT) on Tuesday | 2024-12-03T17:30:00 | time
noon Tuesday | 2024-12-03T12:00:00 | time
Tuesday at 14:30 | 2024-12-03T14:30:00 | time
1430 GMT on Tuesday | 2024-12-03T14:30:00Z | time
2024-11-27T10:00:00Z | 2024-11-27T10:00:00Z | time
Tuesday at 8:15 | 2024-12-03 | day
around 9 a.m. Tuesday | 2024-12-03 | day
at approximately 9 a.m. Tuesday | 2024-12-03 | day
at 10:30 p.m. last night | 2024-12-03T22:30:00 | time
at 2 a.m. last night | 2024-12-04T02:00:00 | time
at approximately 2230 last night | 2024-12-03 | day
at 0400 on Tuesday | 2024-12-03T04:00:00 | time
at approximately 0400 this morning | 2024-12-04 | day
during the offensive on November 27 | 2024-11-27 | day
"""

OPEN = """
Sept. 11 | XXXX-09-11 | year
June 3 | XXXX-06-03 | year
in May | XXXX-05 | year
in the spring | XXXX-21 | year
March 3-5 | XXXX-03-03/XXXX-03-05 | year
05/11/2024 | [2024-05-11,2024-11-05] | ambiguous
next Friday | [2024-12-06,2024-12-13] | ambiguous
last Monday | [2024-11-25,2024-12-02] | ambiguous
midnight Tuesday | [2024-12-03,2024-12-04] | ambiguous
overnight Tuesday | 2024-12-02/2024-12-04 | ambiguous
the 2000s | 20XX | ambiguous
until Friday | - | ambiguous
last summer | - | ambiguous
this spring | - | ambiguous
from Monday to Friday | - | ambiguous
this weekend | - | ambiguous
Tuesday, November 27, 2024 | - | conflict
the previous week | - | reference
after midnight | - | reference
overnight | - | reference
noon | - | reference
at 14:30 | - | reference
at 1430 | - | reference
in the afternoon | - | reference
at dawn | - | reference
within 10 days of the raid | - | reference
this past weekend | - | ambiguous
that day | - | reference
two days later | - | reference
a week after November 27 | - | reference
the day after Tuesday | - | reference
the eve of November 27 | - | reference
the week of November 25 | - | reference
the Sunday before | - | reference
the first Monday of her term | - | reference
Tuesday, December 2 | XXXX-12-02 | year
three hours ago | - | reference
for 13 years | - | reference
the last few hours | - | vague
a few days ago | - | vague
recently | - | vague
now | - | vague
for years | - | vague
"""

NO_TIME = """
may | march | second | sat | Sun | 600 | 1,600 | Black Friday | every Tuesday | February 30
every other Sunday
November 31, 2024 | 13/13/2024 | 2011-12 | Monday and Tuesday | Monday or Tuesday | not Tuesday
2015 or 2016 | 13-year | 25th Division | Hama | at last
31 April 2020 | 25:30 | 13 p.m. | Sheffield Wednesday
half a year ago | two to three weeks ago | July 4 weekend | a week from today | not until 2015
two weeks of fighting | the night shift
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def read(words: str, published: date | None = WEDNESDAY) -> Time:
    found = read_time(words, published)
    assert found is not None
    return found


@pytest.mark.parametrize(("words", "edtf", "precision"), rows(RESOLVED))
def test_words_that_name_a_time_are_resolved(words: str, edtf: str, precision: str) -> None:
    found = read(words)
    assert (found.edtf, found.resolved, found.unresolved) == (edtf, True, None)
    assert found.precision == precision
    assert is_edtf(edtf)


@pytest.mark.parametrize(("words", "edtf", "missing"), rows(OPEN))
def test_what_the_words_leave_open_stays_open(words: str, edtf: str, missing: str) -> None:
    found = read(words)
    assert (found.edtf or "-", found.resolved, found.unresolved) == (edtf, False, missing)
    assert found.day is None
    assert found.edtf is None or is_edtf(found.edtf)


@pytest.mark.parametrize("words", [word for row in rows(NO_TIME) for word in row])
def test_words_that_state_no_one_time_are_not_read(words: str) -> None:
    assert read_time(words, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("words", "edtf", "missing"),
    [
        ("Tuesday", None, "published"),
        ("yesterday", None, "published"),
        ("last week", None, "published"),
        ("9 a.m. on Tuesday", None, "published"),
        ("Tuesday-Wednesday", None, "published"),
        ("November 27", "XXXX-11-27", "year"),
        ("November", "XXXX-11", "year"),
        ("23 Aug 88", "XX88-08-23", "year"),
        ("27 November 2024", "2024-11-27", None),
        ("since 2015", "2015/..", None),
    ],
)
def test_without_a_publication_date_only_the_words_count(
    words: str, edtf: str | None, missing: str | None
) -> None:
    found = read(words, None)
    assert (found.edtf, found.unresolved) == (edtf, missing)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("On Tuesday, the army fled.", ["Tuesday"], id="neutral-preposition-outside"),
        pytest.param("Aid came since 2015 only.", ["since 2015"], id="turning-preposition-inside"),
        pytest.param("after Tuesday's attack", ["Tuesday"], id="preposition-of-the-attack"),
        pytest.param("The Sunday Times said on Monday", ["Monday"], id="newspaper"),
        pytest.param("USA Today reported today", ["today"], id="title-and-word"),
        pytest.param("Theresa May may march in May.", ["May"], id="may-and-march"),
        pytest.param("They sat in the sun for a second.", [], id="sat-sun-second"),
        pytest.param("more than 2015 fighters, about 2000 people", [], id="counts"),
        pytest.param("1,600 of $2015 and 3.2015", [], id="parts-of-numbers"),
        pytest.param("In May 27 people died", ["May"], id="count-after-month"),
        pytest.param("13-year-old, 24-hour, 2-1", [], id="hyphens"),
        pytest.param("to 605, on November 27, 245 died", ["November 27"], id="figure-after-date"),
        pytest.param("Tuesday\n\n2015", ["Tuesday", "2015"], id="paragraphs-part"),
        pytest.param("in 2015 and 2016", ["2015", "2016"], id="two-years"),
        pytest.param("the early hours of\nWednesday", ["the early hours of\nWednesday"], id="line"),
    ],
)
def test_expressions_are_found_in_running_text(text: str, found: list[str]) -> None:
    mentions = find_times(text, WEDNESDAY)
    assert [text[m.start : m.end].removeprefix("in ") for m in mentions] == found


def test_day_and_moment_are_given_only_when_stated() -> None:
    assert read("9 a.m. on Tuesday").moment == datetime(2024, 12, 3, 9)
    assert read("9 a.m. on Tuesday").day == read("Tuesday").day == date(2024, 12, 3)
    assert read("Tuesday").moment is None
    assert read("around November 27").day is None
    assert read("November").day is None


def test_same_time_compares_places_on_the_calendar() -> None:
    assert same_time(read("Tuesday"), read("December 3, 2024"))
    assert not same_time(read("Tuesday"), read("Wednesday"))
    assert not same_time(read("Tuesday", None), read("Wednesday", None))


def test_a_weekday_is_the_latest_one_up_to_publication() -> None:
    days = "Thursday Friday Saturday Sunday Monday Tuesday Wednesday".split()
    read_days = [read(name).day for name in days]
    assert read_days == [
        date(2024, 11, 28 + n) if n < 3 else date(2024, 12, n - 2) for n in range(7)
    ]


def test_a_weekday_decides_the_year_of_its_date() -> None:
    assert read("Monday, November 27").edtf == "2023-11-27"


def test_a_time_cannot_claim_to_be_resolved_without_a_place() -> None:
    with pytest.raises(ValidationError):
        Time(edtf=None, resolved=True, precision="day")


def test_seeds_are_read_as_a_reader_reads_them() -> None:
    text = next(SEEDS.glob("003*")).read_text(encoding="utf-8")
    edtf = [m.time.edtf for m in find_times(text, WEDNESDAY)]
    week = "2024-12-02/2024-12-08"
    assert edtf == ["2024-12-04", week, "2024-12-03", "2024-12-04", "2024-11-27"]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("Tuesday ", id="weekdays"),
        pytest.param("the ", id="articles"),
        pytest.param("since since early ", id="modifiers"),
        pytest.param("2015-", id="years"),
        pytest.param("9", id="digits"),
        pytest.param(" ", id="spaces"),
        pytest.param("a", id="letters"),
        pytest.param("between March 3 to ", id="ranges"),
        pytest.param("at about 9:30 a.m. ", id="clocks"),
        pytest.param("the end of ", id="parts"),
    ],
)
def test_four_times_the_hostile_text_takes_four_times_the_operations(unit: str) -> None:
    def reading(size: int) -> int:
        text = (unit * (size // len(unit) + 1))[:size]
        return operations(lambda: (find_times(text, WEDNESDAY), read_time(text, WEDNESDAY)))

    assert reading(8_000) < 4.8 * reading(2_000) + 200


WORDS = st.sampled_from(
    "the last next this early late mid - , . : / of to and from between since until before after by"
    " at on in for about more than a an two 3 5 9 27 30 2015 2018 88 14:30 a.m. pm noon midnight"
    " Tuesday Wednesday Sat. Sunday November Nov. March May may spring quarter first half today"
    " yesterday tonight overnight night morning week weekend days hours years ago later earlier"
    " few past previous that day GMT local time 1990s 's T Z 2024-11-27 27/11/2024 \n\n".split(" ")
)
PHRASES = st.lists(WORDS, max_size=9).map(" ".join) | st.lists(WORDS, max_size=9).map("".join)
DATES = st.none() | st.dates()


@settings(max_examples=300, deadline=None)
@given(st.text() | PHRASES, DATES)
def test_reading_never_raises_and_every_edtf_is_valid(text: str, published: date | None) -> None:
    for found in [read_time(text, published), *(m.time for m in find_times(text, published))]:
        if found is not None:
            assert found.edtf is None or is_edtf(found.edtf)
            assert found.day is None or found.resolved


@settings(max_examples=300, deadline=None)
@example("2024-11-27 Nov. , 2024-11-27", None)
@given(PHRASES, DATES)
def test_a_mention_read_again_states_the_same_time(text: str, published: date | None) -> None:
    end = 0
    for mention in find_times(text, published):
        assert end <= mention.start < mention.end
        end = mention.end
        around = {"before": text[: mention.start], "after": text[end:]}
        assert read_time(text[mention.start : end], published, **around) == mention.time


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Leaders will meet on Friday", "[2024-11-29,2024-12-06]"),
        ("The plane is due to land on Saturday", "[2024-11-30,2024-12-07]"),
        ("They are set to vote Wednesday", "[2024-12-04,2024-12-11]"),
        ("The talks on Friday will focus on aid", "[2024-11-29,2024-12-06]"),
        ("It rained ahead of Friday's vote", "[2024-11-29,2024-12-06]"),
        ("The truce holds through Friday", "[2024-11-29,2024-12-06]"),
        ("He could leave as early as Monday", "[2024-12-02,2024-12-09]"),
        ("Officials said Friday they will leave", "2024-11-29"),
        ("They will leave, a spokesman told reporters Friday", "2024-11-29"),
        ("They will come. On Friday it rained", "2024-11-29"),
        ("He could not be reached Friday", "2024-11-29"),
        ("The army attacked the town on Friday", "2024-11-29"),
        ("Talks resume Friday", "[2024-11-29,2024-12-06]"),
        ("Kick-off is at 3 p.m. on Friday", "[2024-11-29,2024-12-06]"),
        ("The vote is on Friday", "[2024-11-29,2024-12-06]"),
        ("Roe takes over on Friday", "[2024-11-29,2024-12-06]"),
        ("Dorva host Kelmar on Friday", "[2024-11-29,2024-12-06]"),
        ("Polls close at 8pm on Friday", "[2024-11-29,2024-12-06]"),
        ("Hale falls a week on Friday", None),
        ("Roe, who faces Hale next, won on Friday", "2024-11-29"),
        ("The town is in ruins since it fell on Friday", "2024-11-29"),
        ("Roe takes over after Friday's attack", "2024-11-29"),
        ("Roe told the Radio Nord host on Friday", "2024-11-29"),
        ("Dorva took over Kelmar on Friday", "2024-11-29"),
    ],
)
def test_a_weekday_in_a_sentence_that_looks_ahead_stays_open(text: str, edtf: str | None) -> None:
    assert [mention.time.edtf for mention in find_times(text, WEDNESDAY)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Rebels attacked Dorva on January 10", "2024-01-10"),
        ("Rebels killed 12 men in Dorva Jan. 10", "2024-01-10"),
        ("On January 10, rebels attacked Dorva", "2024-01-10"),
        ("Rebels attacked Dorva at 5 p.m. on January 10", "2024-01-10T17:00:00"),
        ("At 5:17 p.m. on January 10, rebels attacked", "2024-01-10T17:17:00"),
        ("Leaders will meet at 5 p.m. on January 10", "2025-01-10T17:00:00"),
        ("The January 10 attack shook Dorva", "2024-01-10"),
        ("Roe spoke of the January 10 vote", "[2024-01-10,2025-01-10]"),
        ("The meeting on January 10 ended early", "2024-01-10"),
        ("Late on January 10, rebels attacked", "2024-01-10"),
        ("He said on January 10 that rebels would attack", "2024-01-10"),
        ("Leaders will meet on January 10", "2025-01-10"),
        ("The vote is set for January 10", "2025-01-10"),
        ("On January 10, leaders will meet", "2025-01-10"),
        ("The mayor announced a vote on January 10", "[2024-01-10,2025-01-10]"),
        ("The mayor agreed to meet rebels on January 10", "[2024-01-10,2025-01-10]"),
        ("The final takes place on January 10", "[2024-01-10,2025-01-10]"),
        ("Rebels attacked Dorva on November 10", "2024-11-10"),
        ("Rebels attacked Dorva on December 6", "2024-12-06"),
        ("Rebels attacked Dorva on Christmas Day", "2023-12-25"),
        ("Rebels will meet on Christmas Day", "2024-12-25"),
        ("Rebels attacked Dorva on January 10 and January 12", "2025-01-10"),
        ("Hale will retire on June 30", "[2024-06-30,2025-06-30]"),
        ("Hale is to retire on June 30", "[2024-06-30,2025-06-30]"),
        ("The trial is set for August 12", "[2024-08-12,2025-08-12]"),
        ("The ban takes effect on 1 September", "[2024-09-01,2025-09-01]"),
        ("The trial begins in November", "[2024-11,2025-11]"),
        ("Hale will retire in June", "[2024-06,2025-06]"),
        ("The trial, which could take years, opened on June 30", "2024-06-30"),
        ("The plan, approved in June, would cut taxes", "2024-06"),
        ("It could have been sold in June", "2024-06"),
        ("It would be the first since June 30", "2024-06-30/.."),
        ("Hale will speak of the June 30 attack", "2024-06-30"),
        ("They would not say who fell on June 30", "2024-06-30"),
        ("Leaders will meet on December 3", "2024-12-03"),
    ],
)
def test_a_date_without_a_year_takes_that_of_its_sentence(text: str, edtf: str) -> None:
    first, *_ = find_times(text, WEDNESDAY)
    assert first.time.edtf == edtf
    cited = text[first.start : first.end]
    before, after = text[: first.start], text[first.end :]
    assert read_time(cited, WEDNESDAY, before=before, after=after) == first.time


def test_a_cited_weekday_takes_the_words_before_it() -> None:
    alone = read_time("Friday", WEDNESDAY)
    assert alone is not None
    assert alone.day == date(2024, 11, 29)
    ahead = read_time("Friday", WEDNESDAY, before="Leaders will meet on ")
    assert ahead is not None
    assert (ahead.edtf, ahead.unresolved) == ("[2024-11-29,2024-12-06]", "ambiguous")


@pytest.mark.parametrize(
    ("words", "edtf", "unresolved"),
    [
        ("Wednesday week", None, "ambiguous"),
        ("a week ago Wednesday", None, "ambiguous"),
        ("Wednesday last", "2024-11-27", None),
        ("fiscal year 2023", None, "ambiguous"),
        ("the third fiscal quarter of 2023", None, "ambiguous"),
        ("the fiscal third quarter of 2023", None, "ambiguous"),
        ("the third quarter of 2023", "2023-35", None),
        ("the October-December quarter of 2023", "2023-10/2023-12", None),
        ("the October-December period last year", "2023-10/2023-12", None),
        ("1 December '22", "2022-12-01", None),
        ("Dec 1 \u201922", "2022-12-01", None),
        ("c. 1900", "1900~", None),
        ("Christmas Day", "2024-12-25", None),
        ("New Year\u2019s Eve 2023", "2023-12-31", None),
        ("overnight into Sunday", "2024-11-30/2024-12-01", None),
        ("winter 2023-24", "2023/2024", None),
    ],
)
def test_further_times(words: str, edtf: str | None, unresolved: str | None) -> None:
    stated = read_time(words, WEDNESDAY)
    assert stated is not None
    assert (stated.edtf, stated.unresolved) == (edtf, unresolved)


STANDING = """
They met last Tuesday. | Tuesday | last Tuesday | [2024-11-26,2024-12-03]
They met on Tuesday last week. | Tuesday | Tuesday last week | 2024-11-26
They met the following Sunday. | Sunday | following Sunday | -
They met in November 2016. | November | November 2016 | 2016-11
They met on November 27, 2023. | November 27 | November 27, 2023 | 2023-11-27
They met on Wednesday, November 27. | Wednesday | Wednesday, November 27 | 2024-11-27
They met the day before yesterday. | yesterday | the day before yesterday | 2024-12-02
They met two weeks ago. | two weeks | two weeks ago | 2024-11-20~
They met two days after Monday. | Monday | two days after Monday | -
They met a week from Monday. | Monday | Monday | -
They met on the first Monday of October. | Monday | the first Monday of October | 2024-10-07
They closed it until 2015. | 2015 | until 2015 | ../2015
They did not open it until 2015. | 2015 | until 2015 | -
They did not open it, and it was shut until 2015. | 2015 | until 2015 | ../2015
They met five or six days ago. | days ago | days ago | -
They met around November 27. | November 27 | around November 27 | 2024-11-27~
They met before 2016. | 2016 | before 2016 | ../2016
They met on November 27, 2023. | 2023 | 2023 | 2023
They met from 2015 to 2018. | 2015 | 2015 | 2015
They met at 5 p.m. on Tuesday. | Tuesday | Tuesday | 2024-12-03
They met on Tuesday after the talks. | Tuesday | Tuesday | 2024-12-03
"""


@pytest.mark.parametrize(("text", "words", "read_as", "edtf"), rows(STANDING))
def test_a_cut_time_says_what_it_says_where_it_stands(
    text: str, words: str, read_as: str, edtf: str
) -> None:
    start = text.index(words)
    first, last, found = time_at(text, start, start + len(words), WEDNESDAY)
    assert found is not None
    assert (text[first:last], found.edtf or "-") == (read_as, edtf)


def test_the_end_of_an_open_stretch_is_a_day_where_a_day_is_asked() -> None:
    text = "They will meet by December 10."
    start, end = text.index("December"), len(text) - 1
    found = [time_at(text, start, end, WEDNESDAY, exact=exact)[2] for exact in (True, False)]
    assert [one is not None and one.edtf for one in found] == ["2024-12-10", "../2024-12-10"]


@pytest.mark.parametrize(
    ("before", "words"),
    [("They meet every ", "Sunday"), ("It fell on Good ", "Friday"), ("five or ", "six days ago")],
)
def test_words_before_what_is_cited_may_take_it_away(before: str, words: str) -> None:
    assert read_time(words, WEDNESDAY) is not None
    assert read_time(words, WEDNESDAY, before=before) is None


def test_the_day_of_an_attack_is_not_the_time_after_it() -> None:
    text = "Two days after Monday's attack they fled."
    assert "2024-12-02" in [mention.time.edtf for mention in find_times(text, WEDNESDAY)]
