"""Labels that the article has to allow: what it plainly calls somebody is nothing else."""

import pytest

from tests.judge.test_described import refused


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Guards shot Ilan Roe, a delivery driver, in Dorva.", "Ilan Roe", "state_forces"),
        ("The court jailed the former banker Ilan Roe on Monday.", "Ilan Roe", "government"),
        ("Militiamen fired. Student leader Ada Roe was hurt.", "Ada Roe", "political_militia"),
        ("She wrote to the magazine Zarn in May.", "Zarn", "government"),
        ("The doctors' group Open Hands treated 80 people.", "Open Hands", "rebel_group"),
        ("Nurse Ada Roe left Dorva.", "Ada Roe", "external_forces"),
        ("Hale accused Ilan Roe, head of the shipping line Zarn.", "Ilan Roe", "government"),
        ("President Ilan Roe left Sarn.", "Ilan Roe", "media"),
    ],
)
def test_a_part_of_which_nothing_has_a_sign_falls(text: str, name: str, type_: str) -> None:
    kind = "individual" if name.endswith("Roe") else "organization"
    assert refused(text, name, kind=kind, type=type_) == ["type"]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Guards shot Ilan Roe, a delivery driver, in Dorva.", "Ilan Roe", "civilians"),
        ("Guards shot Ilan Roe, an army driver, in Dorva.", "Ilan Roe", "state_forces"),
        ("Student leader Ada Roe of the Vale Militia was hurt.", "Ada Roe", "civilians"),
        ("The director general, Ilan Roe, left the ministry.", "Ilan Roe", "government"),
        ("Ilan Roe met Hale in Sarn.", "Ilan Roe", "rebel_group"),
        ("The spokesman Ilan Roe met Hale.", "Ilan Roe", "rebel_group"),
        ("The journalist Ada Roe was hurt.", "Ada Roe", "civilians"),
        ("Police Commissioner Ada Roe was hurt.", "Ada Roe", "state_forces"),
        ("Zarn, police and rebels met in Sarn.", "Zarn", "government"),
        ("A farmers' group, Open Hands, met in Sarn.", "Open Hands", "monitor_ngo"),
        ("The fire brigade of Dorva came.", "fire brigade", "government"),
        ("The EU ambassador Ada Roe spoke.", "Ada Roe", "intergovernmental"),
    ],
)
def test_a_part_that_something_allows_stands(text: str, name: str, type_: str) -> None:
    kind = "individual" if name.endswith("Roe") else "organization"
    assert refused(text, name, kind=kind, type=type_) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The doctors' group Open Hands treated 80 people.", "Open Hands", "individual"),
        ("The Sarn Guard, a local militia led by Ilan Roe, fled.", "Sarn Guard", "individual"),
        ("Grid officials met the operator. The company Zarn paid.", "Zarn", "state"),
        ("Guards shot Ilan Roe, a delivery driver, in Dorva.", "Ilan Roe", "organization"),
        ("The singer Ada Roe met Hale.", "Ada Roe", "group"),
        ("France sent aid to Dorva.", "France", "group"),
        ("The residents fled Sarn.", "residents", "organization"),
    ],
)
def test_another_kind_than_what_the_article_calls_somebody_falls(
    text: str, name: str, kind: str
) -> None:
    assert "kind" in refused(text, name, kind=kind)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The official Zarn reported it.", "Zarn", "organization"),
        ("Zarn, its director, Ada Roe, and Hale met.", "Zarn", "organization"),
        ("A security guard fled Sarn.", "security guard", "individual"),
        ("Kenya beat Norland in the final match.", "Kenya", "organization"),
        ("The Norland government spoke.", "Norland government", "state"),
        ("The market leader Dorva Lines paid.", "Dorva Lines", "organization"),
    ],
)
def test_a_kind_that_may_be_stands(text: str, name: str, kind: str) -> None:
    assert refused(text, name, kind=kind) == []
