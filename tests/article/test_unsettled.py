"""Sentences that say of something that it may be yet to come, or may never be."""

import pytest

from llmextract.article.syntax.unsettled import plans, unsettled


@pytest.mark.parametrize(
    "text",
    [
        "The army wants the ridge.",
        "They could send troops.",
        "Should the rebels advance, the road is lost.",
        "Efforts to reach the village go on.",
        "The summit is on Friday.",
        "The planned offensive was the talk of the town.",
        "Residents fear an attack.",
        "Who holds the ridge?",
        "A ceasefire is close.",
        "The truce proposal was the first.",
    ],
)
def test_a_plan_or_a_condition_is_seen(text: str) -> None:
    assert unsettled(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The army captured the ridge.",
        "Heavy fighting raged through a third night.",
        "The army went to Syria and to the border.",
        "Jets are slowing down the advance, according to residents.",
        "The army has reportedly strengthened its defenses.",
        "He condemned the offensive as an attack by terrorists.",
    ],
)
def test_what_is_said_as_a_fact_holds_neither(text: str) -> None:
    assert not unsettled(text)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("The army wants the ridge.", True),
        ("The army will take the ridge.", True),
        ("The summit is on Friday.", True),
        ("Rebels were sent to hold the road.", True),
        ("They could send troops.", False),
        ("Should the rebels advance, the road is lost.", False),
        ("If they advance, the road is lost.", False),
        ("Perhaps the road is lost.", False),
        ("Who holds the ridge?", False),
        ("The army captured the ridge.", False),
    ],
)
def test_what_is_only_possible_is_no_plan(text: str, *, planned: bool) -> None:
    assert plans(text) is planned
