"""What is said of words that are not the subject of a verb beside which they should stand as it."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Named, check

MATCH = "Oria Town defeated Kelmar Rovers 3-1 at Dorva Park on Saturday."


class Won(BaseModel):
    """Who does it."""

    verb: str
    by: Annotated[str, Named(), Beside("verb", within="subject")]


@pytest.mark.parametrize(
    ("text", "verb", "by", "detail"),
    [
        (
            MATCH,
            "defeated",
            "Kelmar Rovers",
            "'Kelmar Rovers' is not the subject of 'defeated': 'Oria Town' is",
        ),
        (
            MATCH,
            "defeated",
            "Dorva Park",
            "'Dorva Park' is not the subject of 'defeated': 'Oria Town' is",
        ),
        ("Ada Hale told Ilan Roe that it fell.", "told", "Ilan Roe", "is not who says so"),
    ],
)
def test_who_is_no_subject_is_told_who_is(text: str, verb: str, by: str, detail: str) -> None:
    record = {"sentences": [1], "verb": verb, "by": by}
    (judgement,) = check(Article(text=text), [record], schema=Won)
    (row,) = (row for row in judgement.rejected if row.path == "by" and row.code != "required")
    assert detail in (row.detail or "")


def test_a_subject_stands() -> None:
    record = {"sentences": [1], "verb": "defeated", "by": "Oria Town"}
    (judgement,) = check(Article(text=MATCH), [record], schema=Won)
    assert judgement.accepted
