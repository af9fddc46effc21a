"""Labels of whom nothing befell, figures of an earlier toll, and percentages that count nobody."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Counts, Quantity, check

KILLED = "A plane crashed near Dorva, killing 38 people."
SLID = "A plane with 44 people slid off a road, slightly injuring two of its three crew."
TOLL = "Floods left 23 people dead and 118 injured, Roe said, lowering an earlier toll of 29 dead."
RISE = "400 drivers ended a strike after winning a rise of 10 percent."


class Fate(BaseModel):
    """What became of somebody."""

    count: Annotated[Quantity, Counts("of")]
    of: str
    fate: Literal["killed", "injured", "unhurt", "survived"] | None = None


def falls(text: str, count: str, of: str, fate: str | None = None) -> bool:
    record = {"sentences": [1], "count": count, "of": of, "fate": fate}
    (judgement,) = check(Article(text=text), [record], schema=Fate)
    return bool(judgement.rejected)


@pytest.mark.parametrize(
    ("text", "count", "of", "fate", "is_refused"),
    [
        (KILLED, "38", "people", "unhurt", True),
        (KILLED, "38", "people", "survived", True),
        (KILLED, "38", "people", "killed", False),
        (SLID, "two", "crew", "unhurt", True),
        (SLID, "44", "people", "unhurt", True),
        ("A plane with 44 men slid off, but all 44 escaped.", "44", "men", "unhurt", False),
        ("Two crew were rescued and 38 people died.", "Two", "crew", "survived", False),
        ("Two crew were rescued and 38 people died.", "38", "people", "survived", True),
        ("A ferry sank, and none of the 40 men was hurt.", "40", "men", "unhurt", False),
        ("The four crew walked away unhurt.", "four", "crew", "unhurt", False),
    ],
)
def test_who_is_told_as_harmed_is_not_unharmed(
    text: str, count: str, of: str, fate: str, *, is_refused: bool
) -> None:
    assert falls(text, count, of, fate) is is_refused


@pytest.mark.parametrize(
    ("text", "count", "of", "is_refused"),
    [
        (TOLL, "29", "people", True),
        (TOLL, "23", "people", False),
        ("Roe spoke of an earlier toll of 29 men.", "29", "men", False),
        (RISE, "10 percent", "drivers", True),
        (RISE, "400", "drivers", False),
        ("10 percent of the drivers won a rise.", "10 percent", "drivers", False),
        ("Of the drivers, 10 percent won a rise.", "10 percent", "drivers", False),
        ("The 40 drivers won a 3 percent pay rise.", "3 percent", "drivers", True),
        ("The 40 drivers won a 3 percent pay rise.", "3 percent", "pay rise", False),
        ("Shares of Kelmar fell 12 percent.", "12 percent", "Shares", False),
        ("Fever came to 47 percent of the boys.", "47 percent", "boys", False),
    ],
)
def test_what_an_earlier_toll_or_a_change_counts(
    text: str, count: str, of: str, *, is_refused: bool
) -> None:
    assert falls(text, count, of) is is_refused
