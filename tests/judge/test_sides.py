"""Whose side somebody is on, and what body or person the words of a name are."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Actor
from tests.judge.test_described import refused

REBEL = "rebel_group"
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


LED = "The insurgency is mainly led by the Vale, a band, along with the Orin National Army."


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (LED, "Vale", "identity_militia"),
        (LED, "Orin National Army", "state_forces"),
        ("Vale-led rebels left. The Vale lost.", "Vale", "civilians"),
        (
            "Pro-government fighters left.",
            "Pro-government fighters",
            REBEL,
        ),
        ("Insurgents captured two soldiers and Vale fighters.", "Vale fighters", REBEL),
        ("Vale fighters, fighting alongside the army, left.", "Vale fighters", REBEL),
        ("Vale fighters loyal to the government left.", "Vale fighters", REBEL),
        ("The director of the Dorva Rights Network, Ilan Roe, left.", "Ilan Roe", "other"),
        ("UNICEF spokesman Ilan Roe left.", "Ilan Roe", "other"),
        ("The newspaper Dorva Sun left. Dorva Sun editor Ilan Roe left.", "Ilan Roe", "other"),
        ("A Foreign Ministry official left.", "Foreign Ministry official", "other"),
        ("Norland government forces left.", "Norland government forces", REBEL),
    ],
)
def test_the_body_that_somebody_serves_or_leads_denies_a_part(
    text: str, name: str, given: str
) -> None:
    assert "type" in refused(text, name, type=given)


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (LED, "Vale", REBEL),
        ("The insurgency met the Vale.", "Vale", "identity_militia"),
        ("Rebels led by a man of the Vale left.", "Vale", "identity_militia"),
        ("The army captured two soldiers and Vale fighters.", "Vale fighters", REBEL),
        ("Insurgents fought soldiers and Vale fighters.", "Vale fighters", REBEL),
        ("Vale fighters, fighting the army, left.", "Vale fighters", REBEL),
        ("Vale fighters, once allied to Kelmar, left.", "Vale fighters", REBEL),
        ("Pro-Kelmar rebels left.", "Pro-Kelmar rebels", REBEL),
        ("The director of the Dorva Mill, Ilan Roe, left.", "Ilan Roe", "other"),
        ("UNICEF spokesman Ilan Roe left.", "Ilan Roe", "government"),
        ("NATO general Ilan Roe left.", "Ilan Roe", "external_forces"),
        ("The newspaper Dorva Sun left. Dorva Sun editor Ilan Roe left.", "Ilan Roe", "civilians"),
        ("An Interior Ministry official left.", "Interior Ministry official", "state_forces"),
        ("Norland's civil war. The Norland National Army left.", "Norland National Army", REBEL),
    ],
)
def test_what_body_somebody_serves_leaves_open_stands(text: str, name: str, given: str) -> None:
    assert "type" not in refused(text, name, type=given)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Vale fighters", "'Vale fighters' is beside the army"),
        ("DVF", "'DVF' is a body by its name"),
    ],
)
def test_what_code_reads_is_not_given_for_words_of_the_article(name: str, told: str) -> None:
    text = "Vale fighters loyal to the army left the DVF."
    record = {"sentences": [1], "name": name, "kind": "group", "type": REBEL}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    assert told in [(row.detail or "").partition(":")[0] for row in judgement.rejected]
