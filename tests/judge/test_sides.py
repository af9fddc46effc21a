"""Whose side somebody is on, and what body or person the words of a name are."""

import pytest

from tests.judge.test_described import refused

FRONT = "The rebel Dorva Front (DF) took Kelmar. "


@pytest.mark.parametrize(
    ("text", "name", "given", "path"),
    [
        (FRONT + "The DF's spokesman, Ilan Roe, left.", "Ilan Roe", "government", "type"),
        (FRONT + "The spokesman of the DF, Ilan Roe, left.", "Ilan Roe", "government", "type"),
        (FRONT + "Ilan Roe, who commands the DF, left.", "Ilan Roe", "state_forces", "type"),
        (FRONT + "The DF denied it. Its leader, Ilan Roe, left.", "Ilan Roe", "media", "type"),
        ("The spokesman of the army in Kelmar, Col. Roe, left.", "Roe", "government", "type"),
        ("Gen. Roe, who commands the army's Third Brigade, left.", "Gen. Roe", "other", "type"),
        ("U.N. humanitarian coordinator Anna Hale left.", "Anna Hale", "government", "type"),
        ("Dorva, 3 May (NSN) - Roe left.", "NSN", "other", "type"),
        ("The medical organization Care Hands left.", "Care Hands", "intergovernmental", "type"),
        ("The aid group Care Hands left.", "Care Hands", "other", "type"),
        ("The Dorva Rights Observers left.", "Dorva Rights Observers", "other", "type"),
        ("A diplomat left.", "diplomat", "other", "type"),
        ("The Dorva Front left.", "Dorva Front", "group", "kind"),
        ("The Dorva Front (DF) left. The DF lost.", "DF", "group", "kind"),
        ("The Dorva militia left.", "Dorva militia", "group", "kind"),
        ("Among them was a deputy commander.", "deputy commander", "group", "kind"),
    ],
)
def test_what_the_words_beside_a_name_deny_falls(
    text: str, name: str, given: str, path: str
) -> None:
    record = {"kind": "individual" if name in ("Ilan Roe", "diplomat") else "organization"}
    assert path in refused(text, name, **{**record, path: given})


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (FRONT + "The DF's spokesman, Ilan Roe, left.", "Ilan Roe", "rebel_group"),
        (FRONT + "The DF's former spokesman, Ilan Roe, left.", "Ilan Roe", "government"),
        (FRONT + "Ilan Roe met the DF's spokesman.", "Ilan Roe", "government"),
        (FRONT + "Norland minister Ilan Roe left.", "Ilan Roe", "government"),
        ("The Dorva Front's leader, Ilan Roe, left.", "Ilan Roe", "government"),
        ("The army denied it. A mayor, Ilan Roe, left.", "Ilan Roe", "government"),
        ("The spokesman of the army, Ilan Roe, left.", "Ilan Roe", "external_forces"),
        ("Rebel U.N. coordinator Ilan Roe left.", "Ilan Roe", "government"),
        ("The deputy leader, General Ilan Roe, left.", "Ilan Roe", "government"),
    ],
)
def test_a_side_that_nothing_beside_the_name_tells_stands(text: str, name: str, given: str) -> None:
    assert refused(text, name, kind="individual", type=given) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Dorva rebels left.", "Dorva rebels", "group"),
        ("The militias left.", "militias", "group"),
        ("A crowd left.", "crowd", "group"),
        ("A supplier left.", "supplier", "organization"),
        ("The militia left.", "militia", "group"),
    ],
)
def test_a_group_without_a_name_stands(text: str, name: str, kind: str) -> None:
    assert "kind" not in refused(text, name, kind=kind, type="other")
