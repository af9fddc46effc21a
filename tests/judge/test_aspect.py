"""What its own verb group tells as going on has not ended, and is read so."""

import json

import pytest

from llmextract import Article, Extractor
from llmextract.judge.rules.sorts.aspect import going_on
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel
from tests.judge.test_done import falls

GOING = [
    ("Norland is shelling Dorva.", "shelling", "is shelling"),
    ("Norland is shelling Dorva.", "is shelling Dorva", "is shelling"),
    ("Rebels are still holding 30 men.", "holding 30 men", "are still holding"),
    ("They're besieging Dorva.", "besieging Dorva", "'re besieging"),
    ("He's leading the raid.", "leading the raid", "'s leading"),
    ("Norland has been arming them since May.", "arming", "has been arming"),
    ("Roe is being held in Dorva.", "held", "is being held"),
    ("Norland is advising and arming the Guard.", "arming", "is advising"),
    ("They are believed to be holding Roe.", "holding", "are believed to be holding"),
    ("Norland is giving strong military support.", "support", "is giving"),
    ("The army is engaged in “heavy” battles.", "battles", "is engaged"),
    ("Both ministers are in close contact.", "contact", "are in"),
    ("Both ministers are in close contact.", "are in close contact", "are in"),
    ("The army continues operations near Dorva.", "operations", "continues"),
    ("The army continues to shell Dorva.", "shell", "continues to shell"),
    ("Fierce clashes continue near Dorva.", "Fierce clashes", "continue"),
    ("Fierce clashes continue near Dorva.", "clashes continue", "continue"),
    ("Clashes in the north have been taking place.", "Clashes", "have been taking place"),
    ("The search for Roe is under way.", "search", "is under way"),
    ("Norland fears for its ongoing talks.", "ongoing talks", "ongoing"),
    ("The army still controls Dorva.", "still controls", "still controls"),
    ("Rebels still hold the mill.", "hold", "still hold"),
    ("Norland is supporting it with heavy airstrikes.", "heavy airstrikes", "is supporting"),
    ("Guns are pounding the town with shells.", "shells", "are pounding"),
]


@pytest.mark.parametrize(("text", "trigger", "shown"), GOING)
def test_what_goes_on_has_not_occurred(text: str, trigger: str, shown: str) -> None:
    start = text.index(trigger)
    found = going_on(text, start, start + len(trigger))
    assert found is not None
    assert (found.words, found.is_sure) == (shown, True)
    assert falls(text, trigger, "occurred")
    assert not falls(text, trigger, "ongoing")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Norland was shelling Dorva.", "shelling"),
        ("Rebels were said to be holding Roe.", "holding"),
        ("Norland had been arming them.", "arming"),
        ("Roe was being held in Dorva.", "held"),
        ("Norland shells Dorva.", "shells"),
        ("The army still controlled Dorva.", "still controlled"),
        ("There were still attacks in Dorva.", "attacks"),
        ("Norland is threatening them with airstrikes.", "airstrikes"),
        ("Norland was supporting it with airstrikes.", "airstrikes"),
        ("Norland is supporting men shelled with airstrikes.", "airstrikes"),
        ("Norland has shelled Dorva.", "shelled"),
        ("Roe has been held in Dorva.", "held"),
        ("Roe, leading the raid, fell.", "leading the raid"),
        ("Norland's advancing troops took it.", "advancing"),
        ("The worst cause is flooding in May.", "flooding"),
        ("Roe saw fierce clashes in Dorva.", "fierce clashes"),
        ("Fierce clashes continued near Dorva.", "Fierce clashes"),
        ("The raid shook Dorva and talks continue.", "The raid"),
        ("The raid by men who are shelling Dorva is over.", "The raid"),
        ("The army in Dorva is in ruins after raids.", "raids"),
        ("Norland is giving Roe details of the raid.", "raid"),
        ("The search was ongoing when Roe fell.", "search was ongoing"),
    ],
)
def test_what_may_be_over_has_occurred(text: str, trigger: str) -> None:
    start = text.index(trigger)
    assert going_on(text, start, start + len(trigger)) is None
    assert not falls(text, trigger, "occurred")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Roe let fierce clashes continue.", "clashes"),
        ("Roe let fierce clashes continue.", "clashes continue"),
        ("Norland is going to shell Kelmar.", "is going to shell"),
        ("The army no longer continues operations.", "continues operations"),
    ],
)
def test_what_is_let_or_is_to_come_does_not_go_on(text: str, trigger: str) -> None:
    start = text.index(trigger)
    assert going_on(text, start, start + len(trigger)) is None


def test_what_has_a_day_to_come_beside_it_is_not_sure_to_go_on() -> None:
    text = "Roe is meeting Hale on Friday."
    found = going_on(text, 7, 14)
    assert found is not None
    assert not found.is_sure
    assert falls(text, "meeting", "occurred")


def test_what_goes_on_is_read_as_ongoing() -> None:
    text = "Norland is shelling the town of Dorva."
    labels = {"type": "other", "factuality": "occurred"}
    event = {"sentences": [1], "trigger": "shelling", "participants": [], **labels}
    model = ScriptedModel(lambda _: json.dumps([event]))
    extraction = Extractor(Event, model=model, grammar=True, window=1).extract(Article(text=text))
    assert [each.value.factuality for each in extraction.records] == ["ongoing"]
