"""Words that look like those of a sort of deed and are none where they stand."""

import json

import pytest

from llmextract import Article, Extractor, check
from llmextract.judge.rules.sorts.idioms import kind_of
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel

LOSS = "The loss of Dorva has been a blow to the regime. Raids went on in Dorva."
CALLS = "There were many calls from the town urging rebels to let men leave."


def why(text: str, trigger: str, kind: str) -> str | None:
    """The words by which a sort is refused; None where it stands."""
    labels = {"type": kind, "factuality": "occurred"}
    record = {"sentences": [1], "trigger": trigger, "participants": [], **labels}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return next((row.nearest for row in judgement.rejected if row.path == "type"), None)


MOVES, AIR = "troop_movement", "air_drone_strike"
OVERTAKES, REGAINS = "non_state_actor_overtakes_territory", "government_regains_territory"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "read"),
    [
        ("It dealt a heavy blow to Roe.", "dealt a heavy blow", "explosion", "other"),
        ("The army strikes back near Dorva.", "strikes back", "air_drone_strike", "armed_clash"),
        (
            "Rebels fought the army for control of Dorva.",
            "fought the army for control of",
            OVERTAKES,
            "armed_clash",
        ),
        ("The army moved to repel rebels.", "repel rebels", OVERTAKES, "armed_clash"),
        ("The army still controls Dorva.", "still controls", REGAINS, "other"),
        ("The army had strong popular support.", "support", "foreign_support", "other"),
        (CALLS, "calls", "diplomatic_meeting", "other"),
        (CALLS, "calls", "displacement", "other"),
        (
            "It will lead to destruction in Norland.",
            "destruction",
            "disrupted_weapons_use",
            "other",
        ),
        (LOSS, "loss", "casualty_report", OVERTAKES),
        ("Guards pushed back rebels near Dorva.", "pushed back", MOVES, "withdrawal"),
        ("Guards drove the rebels back.", "drove the rebels back", MOVES, "withdrawal"),
        ("Guards pushed them 20 kilometers from Dorva.", "pushed", MOVES, "withdrawal"),
        ("Rebels were pushed back to Dorva.", "were pushed back", MOVES, "withdrawal"),
        ("Jets slowed the advance of rebels.", "slowed the advance", MOVES, "other"),
        ("Guards entered Dorva with a large convoy.", "entered", REGAINS, MOVES),
        ("Guards entered Dorva to support the army.", "entered", REGAINS, MOVES),
        ("Roe wants to restore security in Dorva.", "restore security", REGAINS, "other"),
        ("Guards recovered two bodies in Dorva.", "recovered two bodies", REGAINS, "other"),
        ("Roe secured the release of two men.", "secured", REGAINS, "other"),
        ("Rebels reached an agreement in Dorva.", "reached", OVERTAKES, "agreement"),
        ("Norland voiced concern over the raid.", "concern over", "foreign_support", "other"),
        ("Air-backed guards: an air-backed force killed 20.", "killed", AIR, "casualty_report"),
        ("Clashes were taking place.", "taking place", OVERTAKES, None),
    ],
)
def test_what_only_looks_so_falls_and_is_read(
    text: str, trigger: str, kind: str, read: str | None
) -> None:
    shown = why(text, trigger, kind)
    assert shown is not None
    assert kind_of(shown) == ({read} if read else set())


def test_what_an_idiom_tells_is_read_in_the_place_of_what_it_only_looks_like() -> None:
    labels = {"type": "air_drone_strike", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": "strikes back", "participants": [], **labels}
    model = ScriptedModel(lambda _: json.dumps([record]))
    article = Article(text="The army strikes back near the town of Dorva.")
    extraction = Extractor(Event, model=model, grammar=True, window=1).extract(article)
    assert [each.value.type for each in extraction.records] == ["armed_clash"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("A mine blew up a bus in Dorva.", "blew up", "explosion"),
        ("The blast was a blow that blew out doors.", "blast", "explosion"),
        ("Warplanes struck Dorva and came back.", "struck", "air_drone_strike"),
        ("Rebels fought for days and took Dorva.", "took Dorva", OVERTAKES),
        ("Rebels fought for control of Dorva and seized it.", "seized it", OVERTAKES),
        ("The army repelled rebels and entered Dorva.", "entered Dorva", REGAINS),
        ("Rebels control Dorva since May.", "control Dorva", OVERTAKES),
        ("Norland gave the army support.", "support", "foreign_support"),
        ("Roe had calls with Hale on Dorva.", "calls", "diplomatic_meeting"),
        ("There were calls for a withdrawal.", "calls for a withdrawal", "withdrawal"),
        ("The destruction of two drones was told.", "destruction", "disrupted_weapons_use"),
        ("The loss of Roe shook them.", "loss", "casualty_report"),
        ("The loss of 12 men shook them.", "loss", "casualty_report"),
        ("The capture of Dorva was taking place.", "capture", OVERTAKES),
        ("The loss of Dorva shook the regime.", "loss of Dorva", OVERTAKES),
        ("It brought rebels within a mile of Dorva.", "brought", "troop_movement"),
        ("Norland has now aligned with Roe.", "aligned with", "foreign_support"),
        ("Roe led a crackdown on protests.", "crackdown on protests", "attack_on_civilians"),
        ("It was two bombs that claimed nine lives.", "claimed nine lives", "explosion"),
        ("The Sarn Front regained a mile.", "regained", OVERTAKES),
        ("The convoy drove back to Dorva.", "drove back", MOVES),
        ("The army pushed back into Dorva.", "pushed back", MOVES),
        ("Guards were driving tanks back to Dorva.", "driving tanks back", MOVES),
        ("Army forces moved back to Dorva.", "moved back", MOVES),
        ("Jets slowed the advance of rebels.", "advance", MOVES),
        ("Guards entered Dorva with their families.", "entered", REGAINS),
        ("Rebels entered Dorva in a convoy of cars.", "entered", OVERTAKES),
        ("Guards restored the control of Norland over Dorva.", "restored", REGAINS),
        ("Guards recovered two villages in Dorva.", "recovered", REGAINS),
        ("Guards secured the town.", "secured", REGAINS),
        ("Rebels reached the town.", "reached", OVERTAKES),
        ("Dorva fell to rebels in May.", "fell", OVERTAKES),
        ("Air-backed guards fled an airstrike.", "airstrike", AIR),
    ],
)
def test_what_may_be_so_stands(text: str, trigger: str, kind: str) -> None:
    assert why(text, trigger, kind) is None
