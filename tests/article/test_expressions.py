"""Expressions of figures in their words: what loosens them, and no part of an unreadable one."""

import pytest

from llmextract.article.numbers.quantity import Comparator
from llmextract.article.numbers.reader import find_quantities, read_quantity


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        pytest.param("quarter of a million", 250_000, None, id="bare-quarter"),
        pytest.param("two and a quarter million", 2_250_000, None, id="and-a-quarter"),
        pytest.param("5,000 sq km", 5000, "square kilometers", id="sq"),
        pytest.param("5,000 km2", 5000, "square kilometers", id="km2"),
        pytest.param("5 km\u00b2", 5, "square kilometers", id="superscript"),
        pytest.param("Rs 500 crore", 5_000_000_000, "rupees", id="rs"),
        pytest.param("of 2015 fighters", 2015, None, id="no-year"),
        pytest.param("in 1500 cases", 1500, None, id="in-a-number-of"),
        pytest.param("10 Syrian soldiers", 10, None, id="no-address"),
        pytest.param("5,000 sq. km", 5000, "square kilometers", id="sq-dot"),
        pytest.param("500 U.S. dollars", 500, "USD", id="dotted-nation"),
        pytest.param("500 Hong Kong dollars", 500, "HKD", id="nation-of-two-words"),
        pytest.param("three-and-a-half years", 3.5, "years", id="and-a-half-hyphened"),
    ],
)
def test_further_exact_figures(words: str, value: float, unit: str | None) -> None:
    quantity = read_quantity(words)
    assert quantity is not None
    assert (quantity.value, quantity.comparator, quantity.unit) == (value, "exactly", unit)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("300-ish", "about"), ("300-some", "about"), ("maybe 300", "about"), ("c. 300", "about"),
        ("just shy of 300", "less_than"), ("beyond 300", "more_than"), ("300 maximum", "at_most"),
        ("300 plus people", "at_least"), ("300 at most", "at_most"),
        ("300, perhaps more,", "at_least"), ("300 (possibly more)", "at_least"),
        ("300 if not more", "at_least"), ("300 or even more", "at_least"),
        ("300 and older", "at_least"), ("300 or younger", "at_most"), ("not even 300", "less_than"),
    ],
)  # fmt: skip
def test_further_modifiers(words: str, comparator: Comparator) -> None:
    quantity = read_quantity(words)
    assert quantity is not None
    assert (quantity.value, quantity.comparator) == (300, comparator)


@pytest.mark.parametrize(
    "words",
    [
        "three score", "555-0199", "7-Eleven", "Area 51", "12 noon", "5 per 1,000", "per 1,000",
        "10 000,50", "2 1/2", "2-1/2", "nowhere near 300", "north of 300", "in 2024", "since 2011",
        "1990-2000", "one point five million", "6ft 2in", "700,000-1m", "four out of every five",
        "10^6", "10 Downing Street", "6 feet 2", "all but 40", "20-30,000", "20 to 30,000 people",
        "between 20 and 30,000", "between 2011 and 2018", "2011 to 2018", "a 1-in-100",
        "one hundredth", "a day or two", "Boeing 737-800", "020 7946 0958",
    ],
)  # fmt: skip
def test_no_part_of_an_unreadable_figure_is_read(words: str) -> None:
    assert read_quantity(words) is None
    assert read_quantity(f"They said {words} there") is None


def test_years_are_no_quantities() -> None:
    assert not find_quantities("The war began in 2011 and ended in 2018. Since 2015, none came.")


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("$500-600m", 5 * 10**8, 6 * 10**8, "USD"),
        ("1.5 million-1.7 million people", 1_500_000, 1_700_000, None),
        ("100 to 1,000 people", 100, 1000, None),
        ("20 million-plus", 20_000_000, None, None),
        ("one or more people", 1, None, None),
    ],
)
def test_further_bounds(words: str, low: int, high: int | None, unit: str | None) -> None:
    quantity = read_quantity(words)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


def test_what_follows_a_comma_is_another_figures() -> None:
    text = "It killed 40, and over 50 fled; 20, perhaps more than 30, came."
    found = [(one.quantity.value, one.quantity.comparator) for one in find_quantities(text)]
    assert not find_quantities("It killed not 40 men.")
    assert found[:3] == [(40, "exactly"), (50, "more_than"), (20, "exactly")]
