"""A place is one because the article tells that something is there."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

PLACED = [
    pytest.param("In Dorva, Norland, which rebels attacked, shops shut.", "Norland", id="opening"),
    pytest.param("Rebels attacked and left the town hall.", "the town hall", id="left-a-hall"),
    pytest.param("Rebels attacked and wrecked the canteen.", "the canteen", id="wrecked"),
    pytest.param("Rebels attacked in a cornfield.", "a cornfield", id="field"),
    pytest.param("Rebels attacked guards on the court steps.", "the court steps", id="on-steps"),
    pytest.param("Rebels attacked and kidnapped Roe from Dorva.", "Dorva", id="kidnapped-from"),
    pytest.param(
        "A bag was recovered from the River Orin, attacked in May.",
        "the River Orin",
        id="recovered-from",
    ),
    pytest.param(
        "Rebels attacked outside the state broadcaster.",
        "outside the state broadcaster",
        id="outside-what-may-act",
    ),
    pytest.param(
        "Rebels attacked in the neighborhood of Dorva Alta.", "Dorva Alta", id="neighborhood-of"
    ),
    pytest.param(
        "Rebels attacked after the closing of the terminal.", "the terminal", id="closing-of"
    ),
    pytest.param("Rebels attacked in Dorva.", "Dorva", id="in"),
    pytest.param("Rebels attacked the Dorva highlands.", "the Dorva highlands", id="highlands"),
    pytest.param(
        "Rebels attacked the same stretch of coast.", "the same stretch of coast", id="coast"
    ),
    pytest.param("Rebels attacked in the Dorva fells.", "the Dorva fells", id="in-named-fells"),
    pytest.param("A jet that attacked took off from the camp.", "the camp", id="off-from"),
    pytest.param("Men attacked a ship sent to the moon.", "the moon", id="moon"),
    pytest.param("Men attacked on the launch pad.", "the launch pad", id="pad"),
    pytest.param("Rebels attacked the northern outskirts of Dorva.", "Dorva", id="outskirts-of"),
    pytest.param("Rebels attacked in Dorva, Kelm and Sarn.", "Sarn", id="in-a-list"),
    pytest.param("Rebels attacked in Dorva, Norland, on Friday.", "Norland", id="behind-a-comma"),
    pytest.param("Rebels fled and attacked Dorva.", "Dorva", id="object"),
    pytest.param("Rebels attacked Dorva, Kelm and Sarn.", "Sarn", id="in-a-list-of-objects"),
    pytest.param("Rebels attacked as troops marched to Dorva.", "Dorva", id="moved-to"),
    pytest.param("Dorva was attacked by rebels.", "Dorva", id="befallen"),
    pytest.param("Dorva and Kelm were attacked.", "Dorva", id="befallen-with-others"),
    pytest.param("Rebels attacked Roe on the border with Norland.", "Norland", id="border"),
    pytest.param(
        "Rebels held Dorva's western outskirts and attacked.", "Dorva", id="its-outskirts"
    ),
    pytest.param("Rebels attacked Dorva province.", "Dorva", id="called-behind"),
    pytest.param("Rebels attacked the capital, Dorva.", "Dorva", id="called-before"),
    pytest.param("Rebels attacked, and a road was cut.", "a road", id="by-its-name"),
    pytest.param("Rebels attacked near the mill.", "near the mill", id="said-itself"),
    pytest.param("Rebels attacked 5 miles from it.", "5 miles from it", id="away"),
    pytest.param("DORVA — Rebels attacked.", "DORVA", id="dateline"),
    pytest.param("DORVA, May 13 (NSN) - Rebels attacked.", "DORVA", id="dateline-with-a-day"),
    pytest.param("DORVA, Kelmar, May 13 (NSN) - Rebels attacked.", "DORVA", id="dateline-of-two"),
    pytest.param("Rebels attacked there.", "there", id="there"),
    pytest.param("Rebels attacked in the community.", "the community", id="may-be-one"),
    pytest.param("Rebels attacked in the northeast.", "the northeast", id="compass"),
    pytest.param("rebels attacked in dorva.", "dorva", id="no-capitals"),
    pytest.param("Rebels attacked in Camp Orin near Dorva.", "Camp Orin near Dorva", id="head"),
    pytest.param("Rebels attacked as Dorva slept. It rained in Dorva.", "Dorva", id="elsewhere"),
    pytest.param("Rebels attacked residents of Dorva.", "Dorva", id="residents-of"),
    pytest.param("Rebels attacked in the battle for Dorva.", "Dorva", id="battle-for"),
    pytest.param("Rebels attacked a rally planned for Dorva.", "Dorva", id="planned-for"),
    pytest.param("Rebels attacked as far away as Dorva.", "Dorva", id="as-far-as"),
    pytest.param("Rebels attacked as monks left for Dorva.", "Dorva", id="left-for"),
    pytest.param("Rebels attacked a boat that had set out from Dorva.", "Dorva", id="set-out"),
    pytest.param("Rebels attacked Dorva and al-Kelm.", "al-Kelm", id="small-article-of-a-name"),
    pytest.param("Rebels attacked and broke into Dorva’s jail.", "Dorva’s jail", id="into"),
    pytest.param("Rebels attacked as the Oria motorway shook.", "the Oria motorway", id="motorway"),
    pytest.param(
        "Rebels attacked before the visit of Norlandian Foreign Minister Ilan Roe to Dorva.",
        "Dorva",
        id="visit-of-a-long-name",
    ),
    pytest.param(
        "Rebels attacked to isolate Dorva, Norland. It rained in Norland.",
        "Dorva, Norland",
        id="town-and-state",
    ),
    pytest.param("Rebels attacked towns they had left.", "towns they had left", id="left-by-them"),
    pytest.param(
        "Men attacked and want several towns held by rebels.",
        "several towns held by rebels",
        id="held-by-others",
    ),
    pytest.param(
        "Men fled 20 kilometers (12 miles) from Dorva, Norland's largest city, attacked in May.",
        "Dorva, Norland's largest city",
        id="with-what-it-is",
    ),
    pytest.param("Rebels attacked after the fall of much of Dorva.", "much of Dorva", id="much-of"),
    pytest.param("Roe was attacked when given Room 25.", "Room 25", id="numbered"),
    pytest.param("Syria: rebels attacked a mill.", "Syria", id="state-before-a-colon"),
    pytest.param("Roe attacked guards before the Dorva raid.", "Dorva", id="raid-of"),
    pytest.param("Roe, held for the Dorva Races bombing, attacked Hale.", "Dorva", id="bombing-of"),
    pytest.param(
        "Men attacked two counties, which include Dorva, Kelm and Sarn.", "Sarn", id="which-include"
    ),
    pytest.param(
        "Dorva is the third town to be attacked, after Kelm in May.", "Kelm", id="town-after"
    ),
    pytest.param("Men attacked police posts of Dorva and Kelm.", "Kelm", id="posts-of"),
    pytest.param("Roe, attacked in May, was arrested in Dorva by men.", "in Dorva", id="arrest-in"),
    pytest.param("While his country was being hit, men attacked.", "his country", id="being-hit"),
    pytest.param("Men attacked after arms were shipped to 11 states.", "11 states", id="shipped"),
    pytest.param(
        "A bomb, an attacked man said, blew up beside his car.", "beside his car", id="beside"
    ),
    pytest.param("Men attacked close to the Kelm mill.", "close to the Kelm mill", id="close-to"),
    pytest.param(
        "Men attacked aboard a Norlandian helicopter.", "a Norlandian helicopter", id="aboard"
    ),
    pytest.param(
        "Roe, attacked in May, visited Oria on 4 May and Kelm from 5 May.",
        "Kelm",
        id="listed-with-days",
    ),
    pytest.param(
        "Men attacked a cafe in Calle del Sol, Dorva, Norland which fell.",
        "Norland",
        id="streets-of-other-languages",
    ),
]
NOWHERE = [
    pytest.param("Rebels attacked, and a clerk took off in anger.", "anger", id="off-in-a-mood"),
    pytest.param("Rebels attacked in the Dorva army.", "the Dorva army", id="in-a-named-body"),
    pytest.param("Rebels attacked in the Dorva talks.", "the Dorva talks", id="in-a-named-deed"),
    pytest.param("Men attacked with the Dorva fervour.", "the Dorva fervour", id="with-no-place"),
    pytest.param("Rebels attacked and got reports from Roe.", "Roe", id="taken-from"),
    pytest.param("Rebels attacked and left plans.", "plans", id="left-things"),
    pytest.param("Rebels attacked on the advice of Hale.", "the advice of Hale", id="on-advice"),
    pytest.param("Rebels attacked on Monday night.", "Monday night", id="time"),
    pytest.param("Rebels attacked on Monday night.", "on Monday night", id="time-said-itself"),
    pytest.param("In Dorva, Roe said rebels attacked.", "Roe", id="behind-where-it-was"),
    pytest.param("Rebels attacked, and Roe left.", "Roe", id="person"),
    pytest.param("Rebels attacked, as planned for Monday.", "Monday", id="planned-for-a-day"),
    pytest.param("Rebels attacked for treason.", "treason", id="why"),
    pytest.param("Rebels attacked the Norlandian king.", "Norlandian", id="of-which-nation"),
    pytest.param("Rebels attacked supply lines.", "supply lines", id="things"),
    pytest.param("Arab countries attacked rebels.", "Arab countries", id="states-that-act"),
    pytest.param("Rebels attacked, which hurt three.", "which hurt three", id="clause"),
    pytest.param("They told the court that rebels attacked.", "the court", id="told-whom"),
    pytest.param("On the contrary, rebels attacked.", "On the contrary", id="opens-with-on"),
    pytest.param("Rebels attacked in absentia.", "absentia", id="no-sort-of-place"),
    pytest.param("Rebels attacked in Norland-style rage.", "Norland-style rage", id="its-head"),
    pytest.param("Men attacked after the RLF raid.", "RLF", id="raid-of-initials"),
    pytest.param("Men attacked with the nurse from Dorva.", "Dorva", id="where-she-is-from"),
    pytest.param("DORVA/KELMAR, May 4 - Rebels attacked in Oria.", "KELMAR", id="dateline"),
    pytest.param("Roe: rebels attacked a mill.", "Roe", id="somebody-before-a-colon"),
    pytest.param(
        "Roe says the ministry saw that men attacked.", "the ministry", id="body-that-sees"
    ),
    pytest.param(
        "Men attacked with Roe, the mayor of the city.",
        "Roe, the mayor of the city",
        id="with-what-he-is",
    ),
    pytest.param("Rebels attacked alongside Norland allies.", "Norland allies", id="people"),
]


def refused(text: str, place: str, **change: Any) -> list[tuple[str, str | None]]:
    """What of an attack is refused, and why."""
    given = {"trigger": "attacked", "type": "other", "factuality": "occurred", **change}
    record = {"sentences": [1], "places": [place], **given}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return [(row.path, row.detail) for row in judgement.rejected]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_what_the_article_sets_somewhere_is_a_place(text: str, place: str) -> None:
    assert refused(text, place) == []


@pytest.mark.parametrize(("text", "place"), NOWHERE)
def test_what_nothing_tells_to_be_there_is_none(text: str, place: str) -> None:
    assert [path for path, _ in refused(text, place)] == ["places[0]"]


def test_places_of_other_languages_are_not_asked_for() -> None:
    text = "Los rebeldes attacked la ciudad de Dorva y Sarn anoche. " * 8
    assert refused(text, "anoche") == []


def test_the_reason_names_the_words() -> None:
    ((_, detail),) = refused("Rebels attacked, and Roe left.", "Roe")
    assert detail == "nothing tells that 'Roe' is a place"


@pytest.mark.parametrize(
    ("text", "place", "falls"),
    [
        ("Rebels attacked in April, as snow fell in April.", "April", True),
        ("Rebels attacked in April Bay.", "April Bay", False),
        ("Rebels attacked before dawn Monday.", "before dawn Monday", True),
        ("Last week rebels attacked.", "Last week", True),
        ("Rebels attacked around 6:30 a.m. Sunday.", "6:30 a.m. Sunday", True),
        ("Rebels attacked on Route 7.", "Route 7", False),
        ("Rebels attacked in Week Island.", "Week Island", False),
        ("Oria attacked Sarn, and accuses Roe of lying.", "Sarn", False),
        ("Rebels attacked the Hale armoury.", "the Hale armoury", False),
        ("Rebels attacked and seized 15 clerks from a college.", "a college", False),
        ("Rebels attacked and seized 15 rifles from a smuggler.", "a smuggler", True),
    ],
)
def test_times_and_who_is_accused_are_no_places(text: str, place: str, *, falls: bool) -> None:
    assert bool(refused(text, place)) is falls
