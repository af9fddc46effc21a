"""Who takes part where the present tense tells it, and in headlines, which leave words out."""

import pytest

from llmextract import Article, check
from llmextract.article.syntax.present import is_headline
from llmextract.schemas import Event
from tests.judge.test_slots import takes_part


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Police detain mayor in Dorva, widow of reporter says", "detain", "widow", "recipient"),
        ("Police detain mayor in Dorva, widow of reporter says", "detain", "Police", "recipient"),
        ("Oria rebels free pilot after church mediation", "free", "church", "actor"),
        ("Oria rebels free pilot after church mediation", "free", "Oria rebels", "recipient"),
        ("Army retakes Dorva as rebels withdraw", "withdraw", "Army", "actor"),
        ("Army retakes Dorva as rebels withdraw", "retakes", "rebels", "actor"),
        ("Mayor Roe held over guard's death", "held", "Roe", "actor"),
        ("The rebels control the hill, which guards besiege.", "control", "guards", "actor"),
        ("Rebels hold the town, and police guard the bridge.", "guard", "Rebels", "actor"),
        ("Rebels who control the town arm the miners.", "control", "the miners", "actor"),
    ],
)
def test_who_does_not_do_it_in_the_present_tense(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert not takes_part(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Police detain mayor in Dorva, widow of reporter says", "detain", "mayor", "recipient"),
        ("Police detain mayor in Dorva, widow of reporter says", "detain", "Police", "actor"),
        ("Army retakes Dorva as rebels withdraw", "withdraw", "rebels", "actor"),
        ("Mayor Roe held over guard's death", "held", "Roe", "recipient"),
        ("Russia and Iran back the army.", "back", "Iran", "actor"),
        ("Families returned to Dorva", "returned", "Families", "actor"),
        ("Thousands rallied in Dorva", "rallied", "Thousands", "actor"),
        ("The rebels control the hill, which guards besiege.", "besiege", "guards", "actor"),
        ("Ten hurt in police raid on Dorva", "raid", "police", "actor"),
        ("Army attacks on Dorva kill ten", "attacks", "Army", "actor"),
        ("Rebels who control the town arm the miners.", "arm", "Rebels", "actor"),
    ],
)
def test_who_does_it_in_the_present_tense(text: str, trigger: str, who: str, role: str) -> None:
    assert takes_part(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five killed in Dorva blast", True),
        ("Five were killed in Dorva.", False),
        ("“Five were killed in Dorva.”", False),
        ("The army attacked at dawn", False),
        ("", True),
    ],
)
def test_a_headline_has_neither_a_full_stop_nor_an_article(text: str, expected: bool) -> None:
    assert is_headline(text) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("Rebels held Dorva, which guards besieged.", "besieged", "Rebels", "actor"),
        ("The clerk Ada Hale is dead.", "dead", "The clerk Ada Hale", "actor"),
        ("Arrested so far: a clerk, Ilan Roe.", "Arrested", "Ilan Roe", "actor"),
        ("The army denied shelling a mill.", "shelling", "The army", "recipient"),
        ("A drone strike on a depot killed three guards.", "strike", "three guards", "actor"),
    ],
)
def test_who_does_not_do_it_in_the_past_either(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert not takes_part(text, trigger, who, role)


def test_who_denies_receiving_it_is_said_to_receive_it() -> None:
    assert takes_part("The army denied receiving arms.", "receiving arms", "The army", "recipient")


@pytest.mark.parametrize(
    ("text", "trigger", "label", "expected"),
    [
        ("Rebels block Dorva port", "block", "planned", False),
        ("Envoys meet in Dorva on Friday", "meet", "planned", True),
        ("On Friday, the envoys meet in Dorva.", "meet", "planned", True),
        ("Minister to visit Dorva", "visit", "occurred", False),
        ("Minister to visit Dorva", "visit", "planned", True),
        ("Rebels hold Dorva mill", "hold", "ongoing", True),
        ("Rebels take Dorva despite truce", "take", "negated", False),
        ("Did rebels take Dorva?", "take", "occurred", False),
        ("Did the men who took Dorva flee?", "took", "occurred", True),
    ],
)
def test_how_real_it_is_in_the_present_tense(
    text: str, trigger: str, label: str, expected: bool
) -> None:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": label}
    (judgement,) = check(Article(text), [record], schema=Event)
    assert (judgement.value is not None) is expected
