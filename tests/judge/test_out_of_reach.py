"""Denials and plans of a sentence that cannot reach the deed that a record tells."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

SHELL = "Nobody was hurt when a shell hit the mill."
WARNING = "Without warning, guards opened fire, killing six."
BADLY = "Ten men were injured, none of them badly, when a tram left the rails."
TRUCE = "The truce signed in Dorva had not been broken."
RIOTS = "A vote will be held in Dorva after riots that killed ten men."
LOOTED = "A vote will be held in Dorva after riots in which ten shops were looted."


def falls(text: str, trigger: str, label: str) -> bool:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": label}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return "factuality" in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (SHELL, "hit"),
        ("No one died after a bomb exploded in Dorva.", "exploded"),
        (WARNING, "killing"),
        (WARNING, "opened fire"),
        ("Without waiting for help, guards entered Dorva.", "entered"),
        (BADLY, "injured"),
        (TRUCE, "signed"),
    ],
)
def test_a_denial_reaches_no_deed_of_another_clause(text: str, trigger: str) -> None:
    assert falls(text, trigger, "negated")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (SHELL, "hurt"),
        ("Nobody was hurt when a shell failed to hit the mill.", "hit"),
        ("Roe said that when asked, guards did not fire.", "fire"),
        ("Without help, guards did not enter Dorva.", "enter"),
        ("Guards left without killing anybody.", "killing"),
        ("The truce was not signed in Dorva.", "signed"),
        (TRUCE, "broken"),
        ("None of the ten men were injured.", "injured"),
    ],
)
def test_what_may_be_denied_stands(text: str, trigger: str) -> None:
    assert not falls(text, trigger, "negated")


@pytest.mark.parametrize(
    ("text", "trigger", "is_refused"),
    [
        (RIOTS, "riots", True),
        (LOOTED, "riots", True),
        (RIOTS, "vote", False),
        ("Roe will resign after elections in June.", "elections", False),
        ("Roe will resign after talks that will be held in June.", "talks", False),
    ],
)
def test_what_a_plan_comes_after_is_none_where_it_is_told_as_past(
    text: str, trigger: str, *, is_refused: bool
) -> None:
    assert falls(text, trigger, "planned") is is_refused


@pytest.mark.parametrize(
    ("text", "trigger", "is_refused"),
    [
        ("A curfew will be imposed in Dorva.", "curfew", True),
        ("A curfew was imposed in Dorva.", "curfew", False),
        ("A curfew will be lifted in Dorva.", "curfew", False),
    ],
)
def test_what_will_be_imposed_has_not_occurred(
    text: str, trigger: str, *, is_refused: bool
) -> None:
    assert falls(text, trigger, "occurred") is is_refused
