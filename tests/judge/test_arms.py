"""With what and against whom force is used, held against the sort of what happens."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

REGAINED, OVERTAKEN = "government_regains_territory", "non_state_actor_overtakes_territory"
AIR, SHELLS = "air_drone_strike", "shelling_artillery_missile_attack"


def falls(text: str, trigger: str, kind: str, **who: str) -> bool:
    parts = [{"mention": name, "role": role} for role, name in who.items()]
    record: Any = {"sentences": [1], "trigger": trigger, "type": kind, "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [{**record, "participants": parts}], schema=Event)
    return "type" in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "refused"),
    [
        ("A drone fired two missiles at Dorva.", "fired two missiles", SHELLS, True),
        ("Rebels fired two missiles at Dorva.", "fired two missiles", SHELLS, False),
        ("Drones and mortars hit Dorva.", "hit", SHELLS, False),
        ("Rebel artillery hit Dorva.", "hit", AIR, True),
        ("Rebel artillery and drones hit Dorva.", "hit", AIR, False),
        ("A roadside bomb killed Roe.", "roadside bomb", AIR, True),
        ("A bomb aboard a bus in Dorva killed Roe.", "killed", AIR, True),
        ("A bomb that a drone dropped in a square killed Roe.", "killed", AIR, False),
        ("A bomb planted by rebels exploded.", "exploded", SHELLS, True),
        ("A bomb exploded in Dorva, dropped by a plane.", "exploded", AIR, False),
        ("Helicopters pounded camps in Dorva.", "pounded", "explosion", True),
        ("A drone strike set off a huge blast.", "set off a huge blast", "explosion", False),
    ],
)
def test_the_weapon_tells_the_sort(text: str, trigger: str, kind: str, *, refused: bool) -> None:
    assert falls(text, trigger, kind) is refused


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "who", "refused"),
    [
        ("Gunmen shot dead a judge.", "shot dead", "armed_clash", {"recipient": "a judge"}, True),
        (
            "Guards shot dead 17-year-old Roe.",
            "shot dead",
            "armed_clash",
            {"recipient": "17-year-old Roe"},
            True,
        ),
        ("Gunmen shot dead a guard.", "shot dead", "armed_clash", {"recipient": "a guard"}, False),
        ("Villagers fought rebels.", "fought", "armed_clash", {"actor": "Villagers"}, False),
        (
            "Gunmen attacked the soldiers.",
            "attacked",
            "attack_on_civilians",
            {"recipient": "the soldiers"},
            True,
        ),
        (
            "Gunmen attacked unarmed soldiers.",
            "attacked",
            "attack_on_civilians",
            {"recipient": "unarmed soldiers"},
            False,
        ),
        ("Workers marched on Dorva.", "marched", "troop_movement", {"actor": "Workers"}, True),
        (
            "Armed villagers marched on Dorva.",
            "marched",
            "troop_movement",
            {"actor": "Armed villagers"},
            False,
        ),
        ("Roe marched on Dorva.", "marched", "troop_movement", {"actor": "Roe"}, False),
        (
            "A robber stabbed Hale and escaped.",
            "escaped",
            "displacement",
            {"actor": "A robber"},
            True,
        ),
        ("Farmers escaped from Dorva.", "escaped", "displacement", {"actor": "Farmers"}, False),
        ("Rebels seized Dorva amid protests.", "seized", "protest_riot", {"actor": "Rebels"}, True),
        ("Students seized a hall.", "seized", "protest_riot", {"actor": "Students"}, False),
        (
            "Soldiers protested over pay.",
            "protested",
            "protest_riot",
            {"actor": "Soldiers"},
            False,
        ),
    ],
)
def test_who_bears_arms_tells_the_sort(
    text: str, trigger: str, kind: str, who: dict[str, str], *, refused: bool
) -> None:
    assert falls(text, trigger, kind, **who) is refused


@pytest.mark.parametrize(
    ("text", "trigger", "refused"),
    [
        ("Six people were killed when a train derailed.", "were killed", True),
        ("Cholera has killed 40 people in Dorva.", "has killed", True),
        ("Six people were killed when gunmen derailed a train.", "were killed", False),
        ("Rebels killed six men during the floods.", "killed", False),
        ("Six people were killed in Dorva.", "were killed", False),
    ],
)
def test_an_accident_is_no_attack(text: str, trigger: str, *, refused: bool) -> None:
    assert falls(text, trigger, "attack_on_civilians") is refused


@pytest.mark.parametrize(
    ("text", "trigger", "refused"),
    [
        ("Nine of the fugitives had been recaptured.", "had been recaptured", True),
        ("Two soldiers were captured near Dorva.", "captured", True),
        ("Two villages were captured.", "captured", False),
        ("Dorva had been recaptured.", "had been recaptured", False),
        ("The army of the rebels recaptured Dorva.", "recaptured", False),
    ],
)
def test_people_who_are_taken_are_no_town(text: str, trigger: str, *, refused: bool) -> None:
    assert falls(text, trigger, REGAINED) is refused
