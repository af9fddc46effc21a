"""Who is only named beside what happens, who is one of both sides, and who is neither."""

import pytest

from tests.judge.test_spared import refused


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        pytest.param(
            "Guards pushed the gang back by 10 kilometers from Dorva.",
            "pushed",
            "Dorva",
            "recipient",
            id="measured-from",
        ),
        pytest.param(
            "The HF advanced to the outskirts of Dorva in May.",
            "advanced",
            "the outskirts of Dorva",
            "recipient",
            id="where-it-goes",
        ),
        pytest.param(
            "Norland: Hale rebels push towards Dorva",
            "push towards Dorva",
            "Norland",
            "actor",
            id="dateline",
        ),
        pytest.param(
            "Oria condemned the rebel offensive and met the leadership of Norland.",
            "rebel offensive",
            "leadership of Norland",
            "actor",
            id="of-the-other-side",
        ),
        pytest.param(
            "We strongly support the efforts of the Orian council.",
            "support",
            "Orian council",
            "actor",
            id="within-what-we-do",
        ),
        pytest.param(
            "The army said it had sent a convoy and was holding Dorva with the Hale Brigade.",
            "sent",
            "Hale Brigade",
            "actor",
            id="within-what-it-does-next",
        ),
        pytest.param(
            "While Norland states that it is planning talks, these words of Oria are weighed.",
            "planning talks",
            "Oria",
            "actor",
            id="it-is-who-says-so",
        ),
        pytest.param(
            "The rebels had retreated from Dorva, as guards, aided by Norland raids, fortified it.",
            "retreated",
            "Norland raids",
            "actor",
            id="company-of-others",
        ),
        pytest.param(
            "“The army is also receiving support in its fight,” they said.",
            "support",
            "they",
            "actor",
            id="who-speaks-of-others",
        ),
        pytest.param(
            "Two sources said that the losses of the army and its allies were heavy.",
            "losses",
            "Two sources",
            "actor",
            id="no-its-takes-up-several",
        ),
        pytest.param(
            "Clashes went on between the Hale Guard and the rebels.",
            "Clashes",
            "the rebels",
            "recipient",
            id="both-sides",
        ),
        pytest.param(
            "Fierce clashes have been going on between the Hale Guard and the rebels.",
            "going on",
            "Hale Guard",
            "recipient",
            id="both-sides-of-the-subject",
        ),
        pytest.param(
            "The ministers of Norland and Oria are in close contact.",
            "contact",
            "ministers",
            "recipient",
            id="in-contact",
        ),
        pytest.param("The loss of Dorva hurt Roe.", "loss", "Dorva", "actor", id="what-is-lost"),
        pytest.param(
            "The raid led to the recapture of Dorva, pushing the rebels back.",
            "recapture",
            "rebels",
            "actor",
            id="pushed-by-it",
        ),
        pytest.param(
            "Gunmen captured five guards, including two cooks, and three clerks in May.",
            "captured",
            "clerks",
            "actor",
            id="end-of-a-list",
        ),
        pytest.param(
            "They seized Brigade 87 in May.", "seized", "Brigade", "recipient", id="cut-number"
        ),
        pytest.param(
            "Roe accused guards of giving rice to the HF.",
            "accused",
            "the HF",
            "recipient",
            id="within-what-they-are-accused-of",
        ),
        pytest.param(
            "Shells fired from hills held by the HF fell.", "fired", "HF", "actor", id="holds-hills"
        ),
    ],
)
def test_who_takes_no_such_part_is_refused(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role) != []


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        pytest.param(
            "Rebels shelled Dorva from a hill 10 kilometers off.",
            "shelled",
            "Dorva",
            "recipient",
            id="what-is-hit",
        ),
        pytest.param(
            "They sent aid to the village.",
            "sent aid",
            "the village",
            "recipient",
            id="who-gets-it",
        ),
        pytest.param(
            "Norland: We attack no one", "attack", "Norland", "actor", id="who-speaks-of-himself"
        ),
        pytest.param(
            "Norland: Firm support for Oria", "support", "Norland", "actor", id="what-it-gives"
        ),
        pytest.param("Police: Two men arrested", "arrested", "Police", "actor", id="may-do-it"),
        pytest.param(
            "The government answered with a raid by rebels of its own.",
            "raid",
            "The government",
            "actor",
            id="no-owner",
        ),
        pytest.param(
            "The army is engaged with rebels for control of Dorva.",
            "with rebels for control",
            "The army",
            "actor",
            id="with-the-other-side",
        ),
        pytest.param(
            "Norland supports the Hale Front against Oria.",
            "supports",
            "Hale Front",
            "recipient",
            id="who-is-supported",
        ),
        pytest.param(
            "He flew to Kelmar, where he met the Norland minister.",
            "met",
            "Norland minister",
            "actor",
            id="who-is-met",
        ),
        pytest.param(
            "It attacked Dorva together with the Hale Guard.",
            "attacked",
            "Hale Guard",
            "actor",
            id="together-with",
        ),
        pytest.param(
            "“We attacked at dawn,” the rebels said.", "attacked", "rebels", "actor", id="we"
        ),
        pytest.param(
            "“Efforts are underway to retake Dorva,” the army added.",
            "retake",
            "the army",
            "actor",
            id="nobody-else",
        ),
        pytest.param(
            "Hale Works said it was recalling two lots.",
            "recalling",
            "Hale Works",
            "actor",
            id="name-that-ends-so",
        ),
        pytest.param(
            "Clashes went on between the Hale Guard and the rebels.",
            "Clashes",
            "the rebels",
            "actor",
            id="one-of-both",
        ),
        pytest.param(
            "Two men were killed in clashes between the Hale Guard and rebels.",
            "killed",
            "rebels",
            "recipient",
            id="another-deed",
        ),
        pytest.param(
            "The commune was seized, leaving the army in control.",
            "seized",
            "the army",
            "actor",
            id="left-by-it",
        ),
        pytest.param(
            "Neither Roe nor Hale were tried in May.", "were tried", "Roe", "recipient", id="nor"
        ),
        pytest.param(
            "Dorva was hit by a blast, killing six and injuring 500 others.",
            "was hit by a blast",
            "500 others",
            "recipient",
            id="injured-by-it",
        ),
        pytest.param(
            "“My son gave his life for it,” she said.",
            "gave his life",
            "son",
            "recipient",
            id="life",
        ),
        pytest.param(
            "The opposition seeking to oust him has marched.",
            "marched",
            "The opposition seeking to oust him",
            "actor",
            id="who-seeks",
        ),
        pytest.param(
            "Men armed with rifles attacked Dorva.",
            "attacked",
            "Men armed with rifles",
            "actor",
            id="armed-men",
        ),
        pytest.param(
            "Fights with guards led to a rout, pushing rebels back by 10 kilometers.",
            "pushing",
            "guards",
            "actor",
            id="by-a-distance",
        ),
        pytest.param(
            "Gangs receiving arms from Oria fled.",
            "receiving arms",
            "Gangs",
            "recipient",
            id="gets",
        ),
    ],
)
def test_who_may_take_part_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role) == []


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        ("The HF had captured May in Dorva.", "captured", "May", "recipient"),
        ("The army recruited among the Tarn.", "recruited", "Tarn", "recipient"),
        ("Shells fired from hills by the HF fell.", "fired", "HF", "actor"),
        ("Captives held by the HF were shot.", "held", "HF", "actor"),
        ("Roe told guests that his drones had burned it.", "burned", "Roe", "actor"),
        ("The HF said that its men had burned it.", "burned", "HF", "actor"),
        ("The HF said that one of its jets had hit it.", "hit", "HF", "actor"),
        ("Roe was killed alongside his wife.", "killed", "his wife", "recipient"),
        ("Oria delivered six captives to the HF.", "delivered", "captives", "recipient"),
        ("Roe accused guards of giving rice to the HF.", "accused", "guards", "recipient"),
        ("Roe accused a leader of the HF.", "accused", "the HF", "recipient"),
    ],
)
def test_who_is_named_in_a_part_of_his_own_stands(
    text: str, trigger: str, who: str, role: str
) -> None:
    assert refused(text, trigger, who, role) == []
