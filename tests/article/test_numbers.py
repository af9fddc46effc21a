"""What number expressions of English news text are read as, and which are refused."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.numbers.quantity import Comparator, Quantity, same_quantity
from llmextract.article.numbers.reader import find_quantities, read_quantity
from tests.operations import operations

SEEDS = Path(__file__).parents[2] / "seeds"
Number = int | float | None


def stated(words: str) -> tuple[Number, Number, Number, Comparator, str | None]:
    quantity = read_quantity(words)
    assert quantity is not None, words
    return quantity.value, quantity.low, quantity.high, quantity.comparator, quantity.unit


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("two", 2, id="word"),
        pytest.param("twenty-five", 25, id="hyphen"),
        pytest.param("Ninety six people", 96, id="no-hyphen"),
        pytest.param("one hundred and five", 105, id="and"),
        pytest.param("a hundred thousand", 100_000, id="a-hundred-thousand"),
        pytest.param("twelve hundred", 1200, id="twelve-hundred"),
        pytest.param("three million two hundred thousand", 3_200_000, id="long"),
        pytest.param("a dozen", 12, id="dozen"),
        pytest.param("half a dozen", 6, id="half-a-dozen"),
        pytest.param("half a million", 500_000, id="half-a-million"),
        pytest.param("a quarter of a million", 250_000, id="quarter-of-a-million"),
        pytest.param("two and a half million", 2_500_000, id="and-a-half-million"),
        pytest.param("one and a half", 1.5, id="one-and-a-half"),
        pytest.param("1.1 million", 1_100_000, id="decimal-is-exact"),
        pytest.param("2½", 2.5, id="vulgar-fraction"),
        pytest.param("10bn", 10**10, id="bn"),
        pytest.param("2 lakh", 200_000, id="lakh"),
        pytest.param("10,00,000", 1_000_000, id="indian-grouping"),
        pytest.param("3,000", 3000, id="comma"),
        pytest.param("20'000", 20_000, id="apostrophe"),
        pytest.param("20\u00a0500", 20_500, id="no-break-space"),
        pytest.param("20\u2009500", 20_500, id="thin-space"),
        pytest.param("20 000", 20_000, id="space-before-zeros"),
        pytest.param("1 234 567", 1_234_567, id="spaces"),
        pytest.param("١٢٣", 123, id="arabic-indic"),
        pytest.param("１２，３４５", 12_345, id="full-width"),
        pytest.param("25th", 25, id="ordinal-digits"),
        pytest.param("the third", 3, id="ordinal-word"),
        pytest.param("twenty-first", 21, id="ordinal-compound"),
        pytest.param("two thirds", 2 / 3, id="two-thirds"),
        pytest.param("a third", 1 / 3, id="a-third"),
        pytest.param("half", 0.5, id="half"),
        pytest.param("16 dead", 16, id="trailing-word"),
        pytest.param("just 10", 10, id="just"),
        pytest.param("one soldier", 1, id="one-soldier"),
        pytest.param("two of them", 2, id="two-of-them"),
        pytest.param("the 18 villages and towns", 18, id="inside"),
        pytest.param("18 fighters from the 25th Division", 18, id="ordinal-beside-a-count"),
        pytest.param("three (3)", 3, id="repeated-in-digits"),
        pytest.param("six-party talks", 6, id="counted-by-hyphen"),
        pytest.param("zero", 0, id="zero"),
        pytest.param("none", 0, id="none-alone"),
        pytest.param("nil", 0, id="nil-alone"),
        pytest.param("a magnitude-6.4 quake", 6.4, id="magnitude"),
        pytest.param("2015", 2015, id="year-is-a-number"),
        pytest.param("2015 fighters", 2015, id="no-year"),
        pytest.param("the 2,015 fighters", 2015, id="no-year-grouped"),
        pytest.param("another dozen", 12, id="another-dozen"),
        pytest.param("in 2008 and 2012 fighters", 2012, id="year-and-figure"),
        pytest.param("killed [3] rebels", 3, id="brackets-apart"),
        pytest.param("20 mio", 20_000_000, id="mio"),
        pytest.param("handed over 40 prisoners", 40, id="handed-over"),
    ],
)
def test_figure_is_read_exactly(words: str, value: int | float) -> None:
    assert stated(words) == (value, value, value, "exactly", None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("more than 200 HTS fighters", (200, 200, None, "more_than"), id="more-than"),
        pytest.param("have exceeded 1,600", (1600, 1600, None, "more_than"), id="exceeded"),
        pytest.param("over 3 million", (3_000_000, 3_000_000, None, "more_than"), id="over"),
        pytest.param("the toll tops 2,000", (2000, 2000, None, "more_than"), id="tops"),
        pytest.param("has climbed past 2,000", (2000, 2000, None, "more_than"), id="climbed-past"),
        pytest.param("approx. 20 men", (20, None, None, "about"), id="approx-dot"),
        pytest.param("more than a dozen", (12, 12, None, "more_than"), id="more-than-a-dozen"),
        pytest.param("at least 7", (7, 7, None, "at_least"), id="at-least"),
        pytest.param("15 to life", (15, 15, None, "at_least"), id="to-life"),
        pytest.param("25-to-life", (25, 25, None, "at_least"), id="hyphened-to-life"),
        pytest.param("not yet 84", (84, None, 84, "less_than"), id="not-yet"),
        pytest.param("will top 2,000", (2000, 2000, None, "more_than"), id="will-top"),
        pytest.param("the top 12 teams", (12, 12, 12, "exactly"), id="top"),
        pytest.param("near 12 villages", (12, 12, 12, "exactly"), id="near-places"),
        pytest.param("no fewer than 7", (7, 7, None, "at_least"), id="no-fewer-than"),
        pytest.param("at least another 20", (20, 20, None, "at_least"), id="at-least-another"),
        pytest.param("20 or more", (20, 20, None, "at_least"), id="or-more"),
        pytest.param("200-plus", (200, 200, None, "at_least"), id="plus"),
        pytest.param("fewer than 5", (5, None, 5, "less_than"), id="fewer-than"),
        pytest.param("under 20", (20, None, 20, "less_than"), id="under"),
        pytest.param("up to 50", (50, None, 50, "at_most"), id="up-to"),
        pytest.param("as many as 50", (50, None, 50, "at_most"), id="as-many-as"),
        pytest.param("not more than 50", (50, None, 50, "at_most"), id="not-more-than"),
        pytest.param("around 3,000 civilians", (3000, None, None, "about"), id="around"),
        pytest.param("some 300", (300, None, None, "about"), id="some"),
        pytest.param("as few as 10", (10, 10, None, "at_least"), id="as-few-as"),
        pytest.param("200-odd", (200, None, None, "about"), id="odd"),
        pytest.param("20 or so", (20, None, None, "about"), id="or-so"),
        pytest.param("nearly 300", (300, None, 300, "about"), id="nearly-is-bounded-above"),
        pytest.param("the toll neared 300", (300, None, 300, "about"), id="neared"),
        pytest.param("hardly 300 men", (300, None, None, "about"), id="hardly"),
        pytest.param("at the very least 300", (300, 300, None, "at_least"), id="at-the-very-least"),
        pytest.param("rose as high as 300", (300, None, 300, "at_most"), id="as-high-as"),
        pytest.param("between 10 and 20", (None, 10, 20, "between"), id="between"),
        pytest.param("five to seven", (None, 5, 7, "between"), id="to"),
        pytest.param("10-20", (None, 10, 20, "between"), id="hyphen"),
        pytest.param("10–20", (None, 10, 20, "between"), id="en-dash"),
        pytest.param("10\u201120", (None, 10, 20, "between"), id="no-break-hyphen"),
        pytest.param("one or two", (None, 1, 2, "between"), id="or"),
        pytest.param("From 100 to 150 men fled.", (None, 100, 150, "between"), id="opening-from"),
        pytest.param("ranged from 5 to 10", (None, 5, 10, "between"), id="ranged-from"),
        pytest.param("two to three hundred", (None, 200, 300, "between"), id="shared-hundred"),
        pytest.param(
            "between one hundred and two hundred", (None, 100, 200, "between"), id="nearer-and"
        ),
        pytest.param(
            "900,000 to 1.2 million", (None, 900_000, 1_200_000, "between"), id="own-scale"
        ),
        pytest.param("dozens of families", (None, 24, None, "indefinite"), id="dozens"),
        pytest.param("tens of thousands", (None, 20_000, 99_999, "indefinite"), id="tens-of"),
        pytest.param(
            "hundreds of thousands", (None, 200_000, 999_999, "indefinite"), id="hundreds-of"
        ),
        pytest.param("thousands", (None, 2000, None, "indefinite"), id="thousands"),
        pytest.param("several hundred", (None, 300, None, "indefinite"), id="several-hundred"),
        pytest.param("a few", (None, 2, None, "indefinite"), id="a-few"),
        pytest.param("numerous", (None, 2, None, "indefinite"), id="numerous"),
        pytest.param(
            "up to several hundred", (None, None, None, "indefinite"), id="bound-turned-round"
        ),
    ],
)
def test_bounds_are_those_the_words_entail(
    words: str, expected: tuple[Number, Number, Number, Comparator]
) -> None:
    assert stated(words) == (*expected, None)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        pytest.param("10 kilometers (6 miles)", 10, "kilometers", id="conversion-is-dropped"),
        pytest.param("5km", 5, "kilometers", id="attached"),
        pytest.param("20 square miles", 20, "square miles", id="square"),
        pytest.param("60 kilometers an hour", 60, "kilometers per hour", id="speed"),
        pytest.param("500-pound bomb", 500, "pounds", id="hyphen"),
        pytest.param("60 percent", 60, "percent", id="percent"),
        pytest.param("60%", 60, "percent", id="percent-sign"),
        pytest.param("60 per cent", 60, "percent", id="per-cent"),
        pytest.param("5 percentage points", 5, "percentage points", id="points"),
        pytest.param("$20m", 20_000_000, "USD", id="money-millions"),
        pytest.param("€20,000 per violation", 20_000, "EUR", id="euro"),
        pytest.param("A$20", 20, "AUD", id="other-dollar"),
        pytest.param("20 million Syrian pounds", 20_000_000, "SYP", id="national-currency"),
        pytest.param("a 19-year-old man", 19, "years", id="age"),
        pytest.param("half an hour", 0.5, "hours", id="half-an-hour"),
        pytest.param("three times", 3, "times", id="times"),
        pytest.param("a 5 percentage-point lead", 5, "percentage points", id="points-by-hyphen"),
        pytest.param("a 2000 euro fine", 2000, "EUR", id="money-and-no-year"),
        pytest.param("5 degrees below average", 5, "degrees", id="below-average"),
        pytest.param("41.2C", 41.2, "degrees Celsius", id="celsius"),
        pytest.param("41.2°C (106.2°F)", 41.2, "degrees Celsius", id="celsius-and-fahrenheit"),
        pytest.param("106 degrees Fahrenheit", 106, "degrees Fahrenheit", id="fahrenheit"),
        pytest.param("5mg", 5, "milligrams", id="milligrams"),
        pytest.param("2.5pc", 2.5, "percent", id="pc"),
        pytest.param("12 PC makers", 12, None, id="no-pc"),
        pytest.param("₹45 cr", 450_000_000, "INR", id="crores"),
    ],
)
def test_unit_is_normalised(words: str, value: int | float, unit: str | None) -> None:
    assert stated(words) == (value, value, value, "exactly", unit)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("5 to 7 kilometers", (None, 5, 7, "between", "kilometers"), id="range"),
        pytest.param("5- to 7-kilometer", (None, 5, 7, "between", "kilometers"), id="suspended"),
        pytest.param("$5-7 million", (None, 5_000_000, 7_000_000, "between", "USD"), id="money"),
        pytest.param("about 10 kilometers", (10, None, None, "about", "kilometers"), id="about"),
        pytest.param("15 years to life", (15, 15, None, "at_least", "years"), id="to-life"),
        pytest.param("within 6 kilometers", (6, None, 6, "at_most", "kilometers"), id="within"),
        pytest.param("millions of dollars", (None, 2_000_000, None, "indefinite", "USD"), id="of"),
    ],
)
def test_unit_and_bounds_go_together(
    words: str, expected: tuple[Number, Number, Number, Comparator, str]
) -> None:
    assert stated(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("", id="empty"),
        pytest.param("militants", id="no-number"),
        pytest.param("no casualties", id="denial"),
        pytest.param("245 from HTS, 54 from the National Army factions", id="two-figures"),
        pytest.param("605, including 245", id="part-and-whole"),
        pytest.param("hundreds, if not thousands", id="two-magnitudes"),
        pytest.param("one of the largest convoys", id="one-of"),
        pytest.param("no one", id="no-one"),
        pytest.param("this particular one", id="pronoun"),
        pytest.param("at once", id="once"),
        pytest.param("second-largest city", id="second-largest"),
        pytest.param("a second", id="unit-of-time"),
        pytest.param("Second", id="second-alone"),
        pytest.param("the first half", id="first-half"),
        pytest.param("two-way", id="two-way"),
        pytest.param("ground zero", id="ground-zero"),
        pytest.param("25th Division", id="ordinal-in-a-name"),
        pytest.param("Brigade 87", id="number-in-a-name"),
        pytest.param("F16", id="letters-before"),
        pytest.param("COVID-19", id="name-with-hyphen"),
        pytest.param("A330-300", id="model"),
        pytest.param("the 1990s", id="decade"),
        pytest.param("1,5", id="decimal-comma"),
        pytest.param("3.000", id="dot-of-thousands"),
        pytest.param("1,000,00", id="broken-grouping"),
        pytest.param("27 605", id="two-groups-or-two-figures"),
        pytest.param("20m people", id="millions-or-metres"),
        pytest.param("-5", id="sign"),
        pytest.param(".5 percent", id="no-leading-zero"),
        pytest.param("1 million 200 thousand", id="figure-in-pieces"),
        pytest.param("million", id="scale-without-figure"),
        pytest.param("dozen", id="dozen-without-figure"),
        pytest.param("nineteen eighty-four", id="two-cardinals"),
        pytest.param("two point five million", id="spoken-decimal"),
        pytest.param("five hundred-pound bombs", id="five-or-five-hundred"),
        pytest.param("2-1", id="score"),
        pytest.param("9/11", id="slash"),
        pytest.param("10:30", id="clock"),
        pytest.param("2024-12-04", id="iso-date"),
        pytest.param("November 27", id="day-of-month"),
        pytest.param("500 to 1 million", id="range-of-what"),
        pytest.param("rose from 10 to 20", id="from-to"),
        pytest.param("rose by 20 to 605", id="by-to"),
        pytest.param("nine months to three years", id="range-in-two-units"),
        pytest.param("one in five", id="proportion"),
        pytest.param("less than half of 1 percent", id="fraction-of-a-figure"),
        pytest.param("two hours and 30 minutes", id="sum"),
        pytest.param("not 200", id="negated"),
        pytest.param("did not exceed 20", id="negated-bound"),
        pytest.param("20 people or more", id="distant-modifier"),
        pytest.param("took over 20 villages", id="phrasal-over"),
        pytest.param("over 13 years", id="during-or-more-than"),
        pytest.param("a third attack and a fourth", id="two-ordinals"),
        pytest.param("plus or minus 4 percent", id="margin"),
        pytest.param("most of the 18 villages", id="part-of-the-figure"),
        pytest.param("one of three soldiers", id="one-of-the-figure"),
        pytest.param("almost all of the 300", id="almost-all"),
        pytest.param("twice as many as 50", id="multiple-of-the-figure"),
        pytest.param("the 12th-largest city", id="ordinal-of-a-superlative"),
        pytest.param("November 27, 2024", id="date-with-year"),
        pytest.param("the 2015 bombing", id="year-of-something"),
        pytest.param("Norland's 2020 census", id="year-of-somebody"),
        pytest.param("in 2008 and 2012.", id="two-years"),
        pytest.param("planned for 2026, they say", id="planned-for-a-year"),
        pytest.param("in 43 AD", id="era"),
        pytest.param("around 575 B.C.", id="era-with-dots"),
        pytest.param("in the 80's", id="decade-with-apostrophe"),
        pytest.param("rebels left Dorva.[3]", id="note"),
        pytest.param("March 5-7 talks", id="two-days-of-a-month"),
        pytest.param("from 10 to 12 March", id="two-days-before-a-month"),
        pytest.param("on March 5 and 6", id="two-days-with-and"),
        pytest.param("from 2 to 4 p.m.", id="two-hours"),
        pytest.param("children under five", id="age-below"),
        pytest.param("adults over 60", id="age-above"),
        pytest.param("5 degrees below zero", id="below-zero"),
        pytest.param("10- and 12-year-old boys", id="hyphen-without-its-word"),
        pytest.param("one hour and a half", id="and-a-half-behind-the-unit"),
        pytest.param("cut by 10,000 to 20,000", id="by-so-many-or-to"),
        pytest.param("by a margin of 3 to 1", id="odds"),
        pytest.param("two in five voters", id="proportion-of-small-figures"),
        pytest.param("two of every three men", id="of-every"),
        pytest.param("three for every 1,000 births", id="for-every"),
        pytest.param("fell from 7.1 to 6.9 percent", id="from-to-percent"),
        pytest.param("$1.2MM", id="letters-behind-money"),
        pytest.param("$.99", id="cents-behind-a-dot"),
        pytest.param("seat 12C", id="seat"),
        pytest.param("two years, six months and three days", id="three-parts"),
        pytest.param("2 hours 4 minutes 15 seconds", id="three-parts-in-a-row"),
        pytest.param("12st 4lb", id="stones"),
        pytest.param("six foot two", id="feet"),
        pytest.param("two years and a day", id="and-a-day"),
        pytest.param("(-12)", id="minus-in-brackets"),
        pytest.param("won 3-1", id="two-figures-of-a-score"),
        pytest.param("lost 10-12", id="score-or-range"),
    ],
)
def test_unclear_words_state_no_quantity(words: str) -> None:
    assert read_quantity(words) is None


def mentions(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_quantities(text)]


def test_mention_takes_in_modifiers_and_unit() -> None:
    text = "They were pushed back by about 10 kilometers (6 miles), losing more than 200 men."
    assert mentions(text) == ["about 10 kilometers", "6 miles", "more than 200"]


def test_a_share_and_a_sum_that_to_joins_are_two_figures() -> None:
    text = "Revenue rose 12.5 percent to $3.4 billion, profit fell 8% to 1.2 million euros."
    assert mentions(text) == ["12.5 percent", "$3.4 billion", "8%", "1.2 million euros"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Dorva beat Kelmar 3-1.", ["3", "1"]),
        ("Dorva drew 2-2 with Kelmar.", ["2", "2"]),
        ("Roe won 7-6 (7-3), 4-6, 6-2.", ["7", "6", "7", "3", "4", "6", "6", "2"]),
        ("It was a 0-3 defeat.", ["0", "3"]),
        ("Kelmar lost 1-3 to Dorva.", ["1", "3"]),
        ("The board voted 4-5 against it.", ["4", "5"]),
        ("The bill passed 54-46, the court ruled 6-3.", ["54", "46", "6", "3"]),
        ("The army lost 10-12 men.", ["10-12"]),
        ("The army lost 10-12, officials said.", []),
        ("The attack ended with 5-7 dead.", ["5-7"]),
        ("The attack ended 5-7 days later.", ["5-7 days"]),
        ("The blast killed 10-12.", ["10-12"]),
        ("Roe works 9-5 and won.", []),
        ("Roe won on 27-11.", []),
        ("The 747-8 won.", []),
        ("Roe beat Hale 51.2-48.8.", []),
        ("Dorva upset the champions 3-2.", ["3", "2"]),
        ("Dorva knocked out holders Kelmar FC 2-1 on Sunday.", ["2", "1"]),
        ("Dorva overcame Kelmar, 3-2, on Friday.", ["3", "2"]),
        ("Dorva went down at Kelmar 0-3 on Sunday.", ["0", "3"]),
        ("Dorva lost to the Kelmar Hawks 98-112.", ["98", "112"]),
        ("Dorva were held 1-1 by Kelmar.", ["1", "1"]),
        ("It was a 0-2 home defeat.", ["0", "2"]),
        ("They fled to Kelmar 10-12 days ago.", ["10-12 days"]),
        ("Norland gave Esteria 10-12, he said.", ["10-12"]),
        ("Children aged 5-7 came to Dorva.", ["5-7"]),
        ("An Arrow 190-100 crashed at Dorva.", []),
        ("The shop in Dorva is open 24-7.", []),
        ("The shop opens on Friday 9-5.", []),
        ("The chance was put at 50-50.", []),
        ("See pages 12-10.", []),
    ],
)
def test_a_score_is_two_figures_and_no_range(text: str, figures: list[str]) -> None:
    assert mentions(text) == figures


def test_scores_count_where_something_befell_them() -> None:
    assert mentions("Three were killed and scores hurt.") == ["Three", "scores"]
    assert mentions("Roe scores late.") == []


def test_near_a_price_is_about_it() -> None:
    assert stated("oil held near $70") == (70, None, None, "about", "USD")


def test_two_sums_of_money_are_two_figures() -> None:
    assert mentions("sales of £740bn and €3tn") == ["£740bn", "€3tn"]
    assert mentions("It cost 12 dollars and 3 cents.") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Sales rose by nearly a fifth to $2.6 million.", ["nearly a fifth", "$2.6 million"]),
        ("Sales rose by a fifth to $2 million.", ["a fifth", "$2 million"]),
        ("Sales fell almost a third in May.", ["almost a third"]),
        ("Hale cut the rate by a quarter to 3.75 percent.", ["3.75 percent"]),
        ("They spoke about a third attack.", ["third"]),
    ],
)
def test_a_part_by_which_a_figure_changed_is_a_figure(text: str, figures: list[str]) -> None:
    assert mentions(text) == figures


def test_millions_of_what_no_metres_are_of() -> None:
    assert stated("12m tonnes") == (12000000, 12000000, 12000000, "exactly", "tonnes")
    assert mentions("3.5m barrels, 20m people") == ["3.5m barrels"]


def test_a_step_in_money_is_two_figures() -> None:
    assert mentions("Shares fell 12 cents to $34.50.") == ["12 cents", "$34.50"]


def test_what_a_change_led_to_is_read_where_it_came_from_lacks_its_unit() -> None:
    assert mentions("The rate fell from 7.1 to 6.9 percent.") == ["6.9 percent"]
    assert mentions("It rose 5 to 20 percent.") == []


def test_a_share_opens_its_clause() -> None:
    assert mentions("He said that two in five voters stayed away.") == []
    assert mentions("The army lost two in five attacks.") == ["two", "five"]


def test_days_of_a_month_are_no_figure_and_what_follows_is() -> None:
    assert mentions("On March 5 and 6, 20 people died.") == ["20"]
    assert mentions("On March 5 and 6 people died.") == ["6"]
    assert mentions("In the 2015 war 20 people died.") == ["20"]


def test_numbers_in_names_are_found_but_parts_of_words_are_not() -> None:
    text = "Brigade 87 and the 25th Division lost an F16, a MiG-29 and two tanks."
    assert mentions(text) == ["87", "25th", "two"]


def test_number_does_not_go_on_behind_an_empty_line() -> None:
    assert mentions("He has twenty\n\nfive more came") == ["twenty", "five"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roe said that one worker had died.", ["one"]),
        ("He was killed by one soldier at one checkpoint.", ["one", "one"]),
        ("Roe knew that one.", []),
        ("Roe saw that one fled.", []),
        ("They left one by one on Monday.", []),
        ("At one time they met.", []),
        ("I for one think so.", []),
    ],
)
def test_one_counts_what_follows(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_quantities(text)] == found


def test_plain_figure_is_not_read_out_of_a_longer_one() -> None:
    assert mentions("1,5 or 3.000 or nineteen eighty-four") == []


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        pytest.param(
            "000_e095b754d7baf10a.txt",
            ["25th", "more than 200", "more than 20", "5 to 7 kilometers", "three"],
            id="000",
        ),
        pytest.param(
            "001_e947177821f2002d.txt",
            ["several", "just 10 kilometers", "6 miles", "numerous"],
            id="001",
        ),
        pytest.param(
            "002_00e9475819bc7133.txt",
            ["two", "approximately 10 kilometers", "dozens", "three", "16", "€20,000"],
            id="002",
        ),
        pytest.param(
            "003_1b39a696f4844e84.txt",
            [
                *["25th", "more than 20 kilometers", "several", "multiple", "exceeded 1,600"],
                *["around 3,000", "many", "18", "within 6 kilometers", "three", "87"],
                *["about 10 kilometers", "605", "245", "54", "107"],
            ],
            id="003",
        ),
        pytest.param(
            "004_85b440c575b671d9.txt",
            [
                *["around half a million", "13 years", "about 20 kilometers", "12 miles", "five"],
                *["two", "three", "25th", "tens of thousands", "over 3 million"],
            ],
            id="004",
        ),
    ],
)
def test_every_quantity_of_a_seed_is_found(seed: str, expected: list[str]) -> None:
    assert mentions((SEEDS / seed).read_text(encoding="utf-8")) == expected


def test_only_a_figure_without_modifier_is_exact() -> None:
    exact = [read_quantity(words) for words in ("200", "more than 200", "dozens", "5 to 7")]
    assert [one is not None and one.is_exact for one in exact] == [True, False, False, False]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("200", "two hundred", True, id="digits-and-words"),
        pytest.param("10 kilometers", "10 km", True, id="spelling-of-the-unit"),
        pytest.param("10 kilometers", "10", True, id="unit-left-out"),
        pytest.param("10 kilometers", "10 miles", False, id="another-unit"),
        pytest.param("60 percent", "60", False, id="a-share-is-no-count"),
        pytest.param("more than 200", "200", False, id="comparator"),
        pytest.param("more than 200", "at least 200", False, id="other-bound"),
        pytest.param("5 to 7", "5-7", True, id="range"),
        pytest.param("5 to 7", "5 to 8", False, id="other-range"),
        pytest.param("dozens", "hundreds", False, id="other-magnitude"),
    ],
)
def test_same_quantity(a: str, b: str, same: bool) -> None:
    first, second = read_quantity(a), read_quantity(b)
    assert first is not None
    assert second is not None
    assert same_quantity(first, second) is same_quantity(second, first) is same


def test_typed_value_without_bounds_is_the_same_as_the_words() -> None:
    read = read_quantity("more than 200")
    assert read is not None
    assert same_quantity(Quantity(value=200, comparator="more_than"), read)


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ONES_WORDS = [*ONES.split(), *"fifteen sixteen seventeen eighteen nineteen".split()]
TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, joint: str) -> str:
    """Write a number out as English does; `joint` stands behind "hundred"."""
    if number < 20:
        return ONES_WORDS[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return TENS_WORDS[ten - 2] + (f"-{ONES_WORDS[one]}" if one else "")
    size, word = next(
        (size, word)
        for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, ""))
        if number >= size
    )
    head, rest = divmod(number, size)
    if size == 100:
        return f"{spell(head, joint)} hundred" + (f"{joint}{spell(rest, joint)}" if rest else "")
    return f"{spell(head, joint)} {word}" + (f" {spell(rest, joint)}" if rest else "")


@given(st.integers(0, 10**12 - 1), st.sampled_from([" ", " and "]))
def test_spelled_number_reads_as_itself(number: int, joint: str) -> None:
    assert stated(spell(number, joint))[0] == number


@given(st.integers(0, 10**12), st.sampled_from([",", "'", "\u00a0", "\u202f"]))
def test_grouped_digits_read_as_the_number(number: int, separator: str) -> None:
    assert stated(f"{number:,}".replace(",", separator) + " men")[0] == number


PIECES = st.sampled_from(
    "one two five hundred thousand million and a half third of dozen dozens tens more than about"
    " at least between to or over from by 5 20 1,600 2015 1.5 3.000 $ € % - – — ( ) . , ' km years"
    " old percent second in out no not İ ß ½ ² ٣ \u200b \n".split(" ")
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_mentions_are_ordered_spans_of_the_text(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    ends = [0]
    for one in find_quantities(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        ends.append(one.end)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=8))
def test_what_is_read_is_one_of_what_is_found(pieces: list[tuple[str, str]]) -> None:
    words = "".join(piece + gap for piece, gap in pieces)
    read = read_quantity(words)
    found = [one.quantity for one in find_quantities(words)]
    assert read is None or read in found or read == Quantity(value=0, low=0, high=0)


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read = read_quantity(text)
    assert read is None or read.comparator in get_args(Comparator)


def reading(text: str) -> int:
    return operations(lambda: (find_quantities(text), read_quantity(text)))


@pytest.mark.parametrize(
    "piece",
    [
        *["1,", "1 ", "1-", "1.", "111 ", "one ", "one-", "a ", "one and ", "1 to ", "1/", "'1"],
        *["hundred and ", "between 1 and ", "more than ", "5 or one ", "several million "],
        *["two hours and ", "at least another ", "$1 ", "tens of thousands of "],
    ],
)
def test_twice_the_hostile_text_takes_twice_the_operations(piece: str) -> None:
    short, long = (reading(piece * (size // len(piece))) for size in (4_000, 8_000))
    assert long < 2.2 * short
