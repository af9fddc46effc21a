"""What is cited as a figure may be words that no running text is searched for."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.article.numbers.cited import read_cited_quantity
from llmextract.article.numbers.reader import find_quantities, read_quantity
from llmextract.schemas import Event


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("both", 2),
        ("Twice", 2),
        ("a pair of", 2),
        ("a quarter", 0.25),
        ("Three-quarters", 0.75),
        ("some", None),
        ("A number of", None),
        ("a large majority of", None),
        ("various", None),
    ],
)
def test_words_that_count_where_they_are_cited_are_read(words: str, value: float | None) -> None:
    read = read_cited_quantity(words)
    assert read is not None
    assert (read.value, read.comparator) == (value, "exactly" if value else "indefinite")
    assert read_quantity(words) is None
    assert find_quantities(f"{words} ended") == []


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("two years and four months", 28, "months"),
        ("3 hours 20 minutes", 200, "minutes"),
        ("six feet, two inches", 74, "inches"),
        ("One minute and 3 seconds", 63, "seconds"),
        ("two weeks and 2 days", 16, "days"),
    ],
)
def test_amounts_of_units_that_go_together_are_read_as_one(
    words: str, value: int, unit: str
) -> None:
    read = read_cited_quantity(words)
    assert read is not None
    assert (read.value, read.unit, read.comparator) == (value, unit, "exactly")


@pytest.mark.parametrize(
    "words",
    [
        "two years and four weeks",
        "four months and two years",
        "two years and 14 months",
        "about two years and four months",
        "two years and four men",
        "two men and four months",
    ],
)
def test_amounts_that_do_not_go_together_are_not(words: str) -> None:
    assert read_cited_quantity(words) is None


@pytest.mark.parametrize("words", ["men", "the men", "a man", "some men", "number", "2-to-1", ""])
def test_other_words_count_nothing(words: str) -> None:
    assert read_cited_quantity(words) is None


@pytest.mark.parametrize("words", ["12", "more than 200", "dozens"])
def test_what_is_a_figure_anywhere_is_read_as_ever(words: str) -> None:
    assert read_cited_quantity(words) == read_quantity(words) is not None


@pytest.mark.parametrize(
    ("text", "count", "stands"),
    [
        ("Both men fled.", "Both", True),
        ("Some men fled.", "Some", True),
        ("Some 2,300 men fled.", "Some", False),
        ("Scores of men fled.", "Scores", True),
        ("Scores fled.", "Scores", True),
        ("Nobody of the men fled.", "of the", False),
    ],
)
def test_a_record_may_cite_them(text: str, count: str, *, stands: bool) -> None:
    record: dict[str, Any] = {
        "trigger": "fled",
        "type": "displacement",
        "factuality": "occurred",
        "figures": [{"count": count, "of": None, "kind": "displaced"}],
        "sentences": [1],
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert ("figures[0].count" not in [row.path for row in judgement.rejected]) is stands
