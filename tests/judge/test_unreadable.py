"""What is said of a figure or a time that cannot be read: which there are, and what takes them."""

from datetime import date

import pytest
from pydantic import BaseModel

from llmextract import Article, Quantity, check

ARTICLE = Article(
    "Of 12 men 5 left. More than 200 died last week. It took years.", published=date(2026, 1, 5)
)


class Held(BaseModel):
    """Figures and a day."""

    count: int | None = None
    day: date | None = None


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("count", "12 men 5", "the span states more than one figure: '12', '5'"),
        ("count", "years", "the span states no figure that can be read"),
        ("count", "More than 200", "the span states no exact int; a Quantity takes what it states"),
        (
            "day",
            "last week",
            "the span states no single day, but 2025-12-29/2026-01-04; a Time takes it",
        ),
        ("day", "It took years", "the span states no time"),
    ],
)
def test_what_cannot_be_read_says_what_is_there(field: str, words: str, told: str) -> None:
    (judgement,) = check(ARTICLE, [{"sentences": [1, 2, 3], field: words}], schema=Held)
    assert [row.detail for row in judgement.rejected] == [told]


class Measured(BaseModel):
    """A part."""

    part: Quantity | None = None


@pytest.mark.parametrize("words", ["three quarters", "Around three quarters"])
def test_a_part_is_read_without_what_loosens_it(words: str) -> None:
    article = Article("Around three quarters of voters left.")
    (judgement,) = check(article, [{"sentences": [1], "part": words}], schema=Measured)
    assert isinstance(judgement.value, Measured)
    assert judgement.value.part == Quantity(value=0.75, comparator="about")
