"""Names of persons, peoples, bodies and channels are of no place, whatever stands before them."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

SAID = "\nHale said so, and Vale left."


def is_place(text: str, place: str) -> bool:
    record = {"sentences": [1], "trigger": "attack", "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text + SAID), [{**record, "places": [place]}], schema=Event)
    return "places[0]" not in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Roe told of the attack on NBC.", "NBC", id="on-a-channel"),
        pytest.param("Roe told of the attack on Kelmar TV on Friday.", "Kelmar TV", id="tv"),
        pytest.param("Rebels attack the Norlanders in May.", "Norlanders", id="people"),
        pytest.param("Rebels attack the Dorva Party in May.", "the Dorva Party", id="body"),
        pytest.param("After the attack, Ada Roe, Tom Orin and Jon Sol, were held.", "Tom Orin"),
        pytest.param("After the attack, Ada Roe, Tom Orin and Jon Sol, were held.", "Jon Sol"),
        pytest.param(
            "The U.S.-led coalition began the attack.", "The U.S.-led coalition", id="coalition"
        ),
        pytest.param("An attack of the Kurds in the hills.", "Kurds in the hills", id="who-is-in"),
    ],
)
def test_persons_peoples_and_bodies_are_no_places(text: str, place: str) -> None:
    assert not is_place(text, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("It was an attack on Port Hale.", "Port Hale", id="a-port"),
        pytest.param("It was an attack on Kelmar.", "Kelmar", id="a-town"),
        pytest.param("It was an attack near the Dorva Union.", "the Dorva Union", id="its-house"),
        pytest.param("It was an attack in Flanders.", "Flanders", id="ends-as-a-people"),
        pytest.param("It was an attack in New Orleans.", "New Orleans", id="ends-so-too"),
        pytest.param("It was an attack in UAE.", "UAE", id="in-capitals"),
        pytest.param("An attack in Dorva, Kelm and Sarn was told of.", "Sarn", id="in-a-list"),
    ],
)
def test_what_is_named_after_them_is_one(text: str, place: str) -> None:
    assert is_place(text, place)
