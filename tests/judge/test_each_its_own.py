"""Times and places of another deed that a sentence tells beside, each with its own."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

HELD = "Police held a man in Oria over the murder of two nuns in Dorva last year."
BESIDE = "Clashes in Oria killed ten men while shelling in Dorva killed two farmers."
AND = "A blast in Oria killed ten on Monday, and an attack in Dorva hurt two on Tuesday."
MARCH = "Roe led a march in Oria; a similar rally in Dorva on 3 May had drawn ten men."
MEET = "The ministers will meet in Oria next week to discuss the clashes of last month."
SUMMIT = "Roe met Hale in Oria on Monday, before a summit in Kelmar on Friday."
VOTE = "A vote will be held in Oria in June after riots that killed ten men."
VICTIMS = "Nurses marched in Oria in solidarity with the miners killed in Dorva last week."
HOURS = "A second blast shook Oria at noon, hours after an explosion at dawn had hurt ten."
TRUCE = "The truce signed in January collapsed on Monday when shells hit Dorva."
TAKEN = "Three of the hostages taken in March have died in a camp."
SINCE = "The Guard seized ten girls in March and has since freed two of them."
CONVOY = "Roe, whose convoy was hit in Dorva in May, met survivors of the bombing in Oria in June."
SPOKE = "“Ten bodies lay there,” said Roe, who fled the town in 2015."
UNLIKE = "Unlike in Oria, where riots left ten dead, a march in Dorva was quiet."
WHERE = "Ten families were moved from the slopes of Dorva, where an eruption in 2010 killed six."
BUS = "Roe met the survivors of Monday's bus bombing in Dorva."
STAMPEDE = "Ten are in hospital after Monday's stampede at the Oria stadium, in which two men died."
ELIDED = "The quake killed ten people in Oria province and two in neighbouring Dorva."


def falls(text: str, trigger: str, *, path: str, words: str) -> bool:
    """Whether the only place or the time of an event is refused."""
    given = {"places": [words]} if path == "places[0]" else {"time": words}
    record = {"trigger": trigger, "type": "other", "factuality": "occurred", **given}
    (judgement,) = check(Article(text=text), [{**record, "sentences": [1]}], schema=Event)
    return path in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "trigger", "place", "is_refused"),
    [
        (HELD, "held", "Dorva", True),
        (HELD, "held", "Oria", False),
        (HELD, "murder", "Dorva", False),
        ("Police held a man over the murder of two nuns in Dorva.", "held", "Dorva", False),
        ("Police in Oria held a man wanted for a bombing in Dorva.", "bombing", "Oria", True),
        ("Police in Oria held a man wanted for a bombing.", "bombing", "Oria", False),
        ("Ten men were held in Oria during a march in Dorva.", "held", "Dorva", False),
        (BESIDE, "Clashes", "Dorva", True),
        (BESIDE, "shelling", "Oria", True),
        (BESIDE, "shelling", "Dorva", False),
        ("Clashes killed ten men while shelling in Dorva killed two.", "Clashes", "Dorva", False),
        (AND, "blast", "Dorva", True),
        (AND, "blast", "Oria", False),
        ("A blast in Oria on Monday killed ten, and the fighting left two dead in Dorva.",
         "fighting", "Dorva", False),
        ("Men met Roe in Oria and a rally in the populated city of Dorva.", "met", "Dorva", False),
        (MARCH, "march", "Dorva", True),
        (MARCH, "rally", "Dorva", False),
        ("Roe led a march; a rally in Dorva had drawn ten men.", "march", "Dorva", False),
        (CONVOY, "bombing", "Dorva", True),
        (CONVOY, "bombing", "Oria", False),
        (CONVOY, "hit", "Dorva", False),
        (UNLIKE, "riots", "Dorva", True),
        (UNLIKE, "riots", "Oria", False),
        (UNLIKE, "march", "Oria", True),
        (ELIDED, "killed", "Dorva", False),
        (ELIDED, "killed", "Oria", False),
    ],
)  # fmt: skip
def test_a_place_beside_a_noun_for_another_deed_is_that_deeds_where_each_has_one(
    text: str, trigger: str, place: str, *, is_refused: bool
) -> None:
    assert falls(text, trigger, path="places[0]", words=place) is is_refused


@pytest.mark.parametrize(
    ("text", "trigger", "time", "is_refused"),
    [
        (HELD, "held", "last year", True),
        (HELD, "murder", "last year", False),
        ("Police held a man in Oria over a murder in Dorva on Monday.", "held", "Monday", False),
        (AND, "blast", "on Tuesday", True),
        (AND, "blast", "on Monday", False),
        (MARCH, "march", "on 3 May", True),
        (MARCH, "rally", "on 3 May", False),
        (MEET, "meet", "last month", True),
        (MEET, "clashes", "next week", True),
        (MEET, "meet", "next week", False),
        (MEET, "clashes", "last month", False),
        ("Roe will meet Hale to discuss the clashes on Monday.", "meet", "on Monday", False),
        (SUMMIT, "met", "on Friday", True),
        (SUMMIT, "met", "on Monday", False),
        ("Roe met Hale before a summit on Friday.", "met", "on Friday", False),
        (VOTE, "riots", "in June", True),
        (VOTE, "vote", "in June", False),
        ("Ten men were held on Monday after riots.", "riots", "on Monday", False),
        (VICTIMS, "marched", "last week", True),
        (VICTIMS, "killed", "last week", False),
        ("Nurses marched with the miners killed last week.", "killed", "last week", False),
        (HOURS, "blast", "at dawn", True),
        (HOURS, "explosion", "at noon", True),
        (HOURS, "explosion", "at dawn", False),
        (TRUCE, "hit", "in January", True),
        (TRUCE, "signed", "in January", False),
        (TRUCE, "collapsed", "on Monday", False),
        (TAKEN, "died", "in March", True),
        (TAKEN, "taken", "in March", False),
        ("The attack launched in March has killed ten.", "killed", "in March", False),
        (SINCE, "freed", "in March", True),
        (SINCE, "seized", "in March", False),
        (SPOKE, "bodies", "in 2015", True),
        ("“Ten men died in 2015,” said Roe, who fled the town.", "died", "in 2015", False),
        (WHERE, "moved", "in 2010", True),
        (WHERE, "eruption", "in 2010", False),
        (BUS, "bombing", "Monday", False),
        (BUS, "met", "Monday", True),
        (STAMPEDE, "died", "Monday", False),
    ],
)  # fmt: skip
def test_a_time_beside_a_noun_for_another_deed_is_that_deeds_where_each_has_one(
    text: str, trigger: str, time: str, *, is_refused: bool
) -> None:
    assert falls(text, trigger, path="time", words=time) is is_refused


WAY = "A bus was on its way from Oria to Dorva when it was hit near Kelmar."
SPREAD = "Fighting spread from Oria to the town of Dorva, where shelling killed ten."
MONKS = "Gunmen killed ten monks from Dorva and Oria near the town of Kelmar."
DAM = "Ten families fled Oria for camps around Dorva after the dam burst."
FAR = "Guards retook Oria, 40 km south of the rebel stronghold of Dorva."
ENVOY = "Speaking in Dorva, the envoy Ada Roe said ten men had died in Oria."
EXILE = "From her exile in Dorva, Roe called for marches in Oria."
EMBASSY = "The Norlandian embassy in Dorva said two men had been seized near Oria."
BURIED = "Residents of Dorva buried ten men killed in a strike on a market in Oria."


@pytest.mark.parametrize(
    ("text", "trigger", "place", "is_refused"),
    [
        (WAY, "hit", "Oria", True),
        (WAY, "hit", "Dorva", True),
        (WAY, "hit", "Kelmar", False),
        ("A road from Oria to Dorva was hit near Kelmar.", "hit", "Dorva", False),
        (SPREAD, "shelling", "Oria", True),
        (SPREAD, "shelling", "Dorva", False),
        (MONKS, "killed", "Dorva", True),
        (MONKS, "killed", "Oria", True),
        (MONKS, "killed", "Kelmar", False),
        ("Gunmen seized ten monks from a hall in Dorva near Kelmar.", "seized", "Dorva", False),
        ("Guards evacuated ten monks from Dorva to a hall in Kelmar.", "evacuated", "Dorva", False),
        (DAM, "burst", "Dorva", True),
        (DAM, "fled", "Dorva", False),
        ("Ten families fled to Dorva after rebels shelled it.", "shelled", "Dorva", False),
        (FAR, "retook", "Dorva", True),
        (FAR, "retook", "Oria", False),
        ("Guards retook a village 40 km south of Dorva.", "retook", "Dorva", False),
        (ENVOY, "died", "Dorva", True),
        (ENVOY, "died", "Oria", False),
        ("Speaking in Dorva, Roe said ten men had died.", "died", "Dorva", False),
        (EXILE, "marches", "Dorva", True),
        (EXILE, "marches", "Oria", False),
        (EMBASSY, "seized", "Dorva", True),
        ("Police in Dorva said two men had been seized.", "seized", "Dorva", False),
        (BURIED, "strike", "Dorva", True),
        (BURIED, "strike", "Oria", False),
    ],
)
def test_a_place_of_people_is_not_that_of_a_deed_with_its_own(
    text: str, trigger: str, place: str, *, is_refused: bool
) -> None:
    assert falls(text, trigger, path="places[0]", words=place) is is_refused
