"""What is told behind "if" is no fact, however long its subject is."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


def stands(text: str, trigger: str) -> bool:
    """Whether an event is let stand as one that occurred."""
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return "factuality" not in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("If the head of the Kelmar Council attacks Dorva, we leave.", "attacks"),
        ("If the government of the United Isles ratifies its offer, we stay.", "ratifies"),
        ("If the rebels from the hills attack Dorva, we leave.", "attack"),
        ("If the Kelmar Front and its allies attack Dorva, we leave.", "attack"),
        ("If the men in Kelmar, the capital, attack Dorva, we leave.", "attack"),
        ("We stay unless the head of the council attacks Dorva.", "attacks"),
        ("If men of the Kelmar Front have attacked Dorva, we leave.", "attacked"),
        ("Roe asked whether the men of the Front attacked Dorva.", "attacked"),
    ],
)
def test_what_a_condition_brings_is_no_fact(text: str, trigger: str) -> None:
    assert not stands(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("If they win, the head of the council attacks Dorva.", "attacks"),
        ("If asked, Roe attacks Dorva.", "attacks"),
        ("If the attack on Dorva fails, they leave.", "attack"),
        ("The war goes on as if the head of the council attacks Dorva.", "attacks"),
        ("Hale, who asked if Roe left, and the men of the Front attacked Dorva.", "attacked"),
        ("If Roe, who attacked Dorva, leaves, we stay.", "attacked"),
        ("If men who attacked Dorva leave, we stay.", "attacked"),
        ("The head of the council attacks Dorva if he can.", "attacks"),
    ],
)
def test_what_stands_beside_a_condition_may_be_a_fact(text: str, trigger: str) -> None:
    assert stands(text, trigger)
