"""What is plainly told as done is neither planned nor denied."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

CLOSED = "Norland, which closed two ports in May, said it would open them again."
HELD = "Police have arrested two men thought to have robbed a mill in Dorva."
CLAIM = "However, Roe claims to have captured two men in Dorva."
FINED = "Roe was fined in May but has not been released."
FELT = "Shocks were felt as far away as Dorva, where no damage was reported."


def falls(text: str, trigger: str, label: str) -> bool:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": label}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return "factuality" in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        (CLOSED, "closed", "planned"),
        (HELD, "have arrested", "planned"),
        (CLAIM, "captured", "negated"),
        (FINED, "was fined", "negated"),
        (FELT, "were felt", "negated"),
        ("Rebels captured 12 men but kept two.", "captured", "negated"),
    ],
)
def test_what_is_told_as_done_is_no_plan_and_not_denied(
    text: str, trigger: str, label: str
) -> None:
    assert falls(text, trigger, label)


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        (CLOSED, "open", "planned"),
        (FINED, "released", "negated"),
        ("Hale would have Roe arrested, he said.", "arrested", "planned"),
        ("That Roe was fined is not true.", "was fined", "negated"),
        ("Roe has yet to be captured in Dorva.", "captured", "negated"),
        ("Roe denied he robbed a mill, and left.", "robbed", "negated"),
        ("Roe claims to have captured two men, which is not so.", "captured", "negated"),
    ],
)
def test_what_may_be_planned_or_denied_is_left(text: str, trigger: str, label: str) -> None:
    assert not falls(text, trigger, label)
