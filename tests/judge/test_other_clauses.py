"""A label of failure or plans needs a word in the clause of the deed, or in one that brings it."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

import llmextract as lx


class Deed(BaseModel):
    """Something that happens."""

    what: str
    real: Annotated[
        Literal["occurred", "completed", "planned", "negated", "failed"], lx.Factuality(of="what")
    ]


def falls(text: str, what: str, real: str) -> bool:
    record = {"sentences": [1], "what": what, "real": real}
    (judgement,) = lx.check(lx.Article(text=text), [record], schema=Deed)
    assert "what" not in [row.path for row in judgement.rejected]
    return "real" in [row.path for row in judgement.rejected]


HALTED = "Rebels captured Dorva on Sunday, halting the trains."
OVERTURNED = "A court overturned a ruling that had halted the mill, and a jury acquitted Roe."
STRUCK = "The court struck down a law that would have barred Hale, and upheld the fine."
ORDERED = "Roe erred when he ordered Kelmar to pay ten men."
COMPLETED = "Norland has completed its purchase of Kelmar, it said on Thursday, paying in cash."


@pytest.mark.parametrize("real", ["negated", "failed"])
@pytest.mark.parametrize(
    ("text", "what"),
    [
        (HALTED, "captured"),
        ("Rebels captured Dorva on Sunday after talks collapsed.", "captured"),
        ("Rebels stormed Dorva while the army, which had abandoned the hill, fled.", "stormed"),
        ("Roe was acquitted, while Hale was given a suspended sentence.", "acquitted"),
        ("The court rejected an appeal by Roe, whom a jury had fined in May.", "fined"),
        ("After talks failed, rebels captured Dorva.", "captured"),
        ("Norland failed to hold Dorva and withdrew.", "withdrew"),
        ("Roe did not stop and was fined.", "fined"),
        ("Guards stopped work on Monday, demanding an end to raids.", "stopped work"),
        ("The drug slowed mental decline in two studies.", "slowed"),
        (OVERTURNED, "acquitted"),
        (STRUCK, "upheld"),
    ],
)
def test_what_another_clause_denies_is_not_the_deed(text: str, what: str, real: str) -> None:
    assert falls(text, what, real)


@pytest.mark.parametrize(
    ("text", "what", "real"),
    [
        ("Rebels attacked Dorva on Sunday, failing to take it.", "attacked", "failed"),
        ("Rebels attacked Dorva, and the army repulsed the raid.", "attacked", "failed"),
        ("Rebels attacked Dorva before they were beaten back.", "attacked", "failed"),
        ("Rebels captured Dorva, which Hale denied.", "captured", "negated"),
        ("Rebels captured Dorva on Sunday, the army denied.", "captured", "negated"),
        ("The army denied that rebels captured Dorva and killed Roe.", "killed", "negated"),
        ("It is untrue, Roe said, that rebels captured Dorva.", "captured", "negated"),
        ("Claims that Roe was jailed and that Hale fled are untrue.", "fled", "negated"),
        ("The army never captured Dorva, and the trains ran.", "captured", "negated"),
        ("Nobody came and left the hall.", "left", "negated"),
        ("The vote was held in May although the court had banned it.", "held", "negated"),
        ("Roe said he would resign when the court freed Hale.", "freed", "planned"),
        ("Roe agreed to sell Kelmar.", "sell", "planned"),
        ("Norland ordered a raid on Dorva.", "raid", "planned"),
    ],
)
def test_what_brings_the_deed_or_takes_it_up_may_deny_or_plan_it(
    text: str, what: str, real: str
) -> None:
    assert not falls(text, what, real)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (STRUCK, "upheld"),
        (ORDERED, "ordered"),
        (COMPLETED, "purchase"),
        ("Guards called off a march in Dorva after talks in May.", "called off"),
        ("Guards stopped work on Wednesday, demanding pay.", "stopped work"),
        ("The court rejected a plea by Roe, whom a jury had fined in May.", "fined"),
    ],
)
def test_what_is_told_as_done_is_no_plan(text: str, what: str) -> None:
    assert falls(text, what, "planned")


@pytest.mark.parametrize(
    ("text", "what", "real", "is_refused"),
    [
        ("Norland will cut jobs and sell Kelmar, worth $8, by March.", "sell", "completed", True),
        ("Norland will cut jobs and sell Kelmar, worth $8, by March.", "sell", "planned", False),
        ("Talks with Norland collapsed in May.", "Talks", "completed", True),
        ("Talks with Norland collapsed in May.", "Talks", "occurred", False),
        ("Talks with Norland ended in May.", "Talks", "completed", False),
    ],
)
def test_what_is_to_come_or_broke_off_is_not_completed(
    text: str, what: str, real: str, *, is_refused: bool
) -> None:
    assert falls(text, what, real) is is_refused
