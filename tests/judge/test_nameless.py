"""Words that name nobody and nothing, whatever they stand beside."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Actor, Event


def is_actor(text: str, name: str) -> bool:
    record = {"sentences": [1], "name": name, "kind": "group", "type": "other"}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    return "name" not in [row.path for row in judgement.rejected]


def is_place(text: str, place: str) -> bool:
    record = {"sentences": [1], "trigger": "fell", "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [{**record, "places": [place]}], schema=Event)
    return "places[0]" not in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Of those, 14 left.", "Of those"),
        ("Roe said so that day.", "that"),
        ("Some of them left.", "Some of them"),
        ("Two others left.", "Two others"),
    ],
)
def test_who_is_only_pointed_at_is_no_actor(text: str, name: str) -> None:
    assert not is_actor(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Some of the rebels left.", "rebels"), ("The Ten left.", "The Kelmar Ten")],
)
def test_who_has_a_name_of_his_own_is_one(text: str, name: str) -> None:
    assert is_actor(text.replace("The Ten", name), name)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Also, a bridge fell.", "Also"),
        ("Meanwhile a bridge fell.", "Meanwhile"),
        ("A bridge fell, Roe wrote on Twitter.", "Twitter"),
        ("The Kelmar-led coalition fell.", "The Kelmar-led coalition"),
        ("It fell in the second city, Capt. Roe said.", "the second city, Capt. Roe said"),
        ("It fell in Dorva since rain set in.", "Dorva since rain set in"),
    ],
)
def test_adverbs_channels_bodies_and_what_runs_on_are_no_places(text: str, place: str) -> None:
    assert not is_place(text, place)


@pytest.mark.parametrize("place", ["Sicily", "Dorva"])
def test_a_town_may_end_like_an_adverb(place: str) -> None:
    assert is_place(f"A bridge fell in {place}.", place)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("May we have peace and security.", "peace and security"),
        ("Munitions were for the liberation campaign.", "the liberation campaign"),
        ("Roe lost his job as a taxi driver.", "taxi driver"),
    ],
)
def test_states_of_things_campaigns_of_force_and_callings_act_for_nobody(
    text: str, name: str
) -> None:
    assert not is_actor(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The election campaign said so.", "The election campaign"),
        ("A taxi driver fled, who had worked as a taxi driver.", "taxi driver"),
        ("The peace council left.", "The peace council"),
    ],
)
def test_who_campaigns_or_drives_does(text: str, name: str) -> None:
    assert is_actor(text, name)
