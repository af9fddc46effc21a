"""Offices beside a name that are of no body in their sentence."""

import pytest

from tests.judge.test_membership import detail

BANK = "The Kelmar Bank lost a case. "


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman, Ilan Roe, said so.",
        "Spokesman Ilan Roe said so.",
        "The case was lost early, said chief executive Ilan Roe.",
        "Ilan Roe, a director, said so.",
        "Ilan Roe, who has led it, said so.",
        "Its deputy chief executive, Ilan Roe, said so.",
        "Rain fell. A spokesman, Ilan Roe, said so.",
    ],
)
def test_a_bare_office_may_be_of_the_body_told_of_before(text: str) -> None:
    assert detail(BANK + text, "Ilan Roe", "Kelmar Bank") is None


@pytest.mark.parametrize(
    "text",
    [
        "Ilan Roe said so.",
        "His brother, Ilan Roe, said so.",
        "The prime minister, Ilan Roe, said so.",
        "The portal, whose editor, Ilan Roe, left, said so.",
        "Ilan Roe, a neighbour, said so.",
        "Rain fell. Snow fell. A spokesman, Ilan Roe, said so.",
    ],
)
def test_an_office_of_others_is_not(text: str) -> None:
    assert detail(BANK + text, "Ilan Roe", "Kelmar Bank") is not None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nurses of the Kelmar Clinic left. Ilan Roe, a nurse, spoke.", "Kelmar Clinic"),
        ("The Dorva Front fled. A member of the group, Ilan Roe, spoke.", "Dorva Front"),
        ("The Dorva Front fled. Ilan Roe, a leader of the rebels, spoke.", "Dorva Front"),
        ("The West African Union met. The bloc’s head, Ilan Roe, spoke.", "West African Union"),
        (
            "Envoys of the African Union met. The head of the mission, Ilan Roe, spoke.",
            "African Union",
        ),
        ("The air force fled. Rain fell. Its spokesman, Colonel Ilan Roe, spoke.", "The air force"),
        ("The rebels of the Dorva Front fled. Their envoy, Ilan Roe, spoke.", "Dorva Front"),
    ],
)
def test_what_takes_up_a_body_joins_him_to_it(text: str, body: str) -> None:
    assert detail(text, "Ilan Roe", body) is None
