"""What names nothing is nobody, and what names the actor itself is not what it belongs to."""

from typing import Any

import pytest

from llmextract import Article, Judgement, check
from llmextract.judge.naming import is_same_name
from llmextract.judge.verdict import Code, Status
from llmextract.schemas import Actor, Event

TEXT = (
    "The 3rd Division of the Norland army left Dorva. The army said it would return."
    " The Free Dorva Front (FDF) took the town."
)


def actor(name: str, member_of: str, **record: Any) -> Judgement:
    labels = {"kind": "organization", "type": "other"}
    given = {"sentences": [1, 2, 3], "name": name, "member_of": member_of, **labels, **record}
    (judgement,) = check(Article(text=TEXT), [given], schema=Actor)
    return judgement


def codes(judgement: Judgement) -> dict[str, Code | None]:
    return {v.path: v.code for v in judgement.verdicts if v.status is Status.REJECTED}


@pytest.mark.parametrize(
    ("name", "member_of"),
    [
        pytest.param("Norland army", "Norland army", id="itself"),
        pytest.param("Norland army", "The army", id="shortened"),
        pytest.param("The army", "Norland army", id="shortened-name"),
        pytest.param("Free Dorva Front", "FDF", id="initials"),
    ],
)
def test_no_actor_is_a_member_of_itself(name: str, member_of: str) -> None:
    judgement = actor(name, member_of)
    assert codes(judgement) == {"member_of": Code.MISATTACHED}
    assert judgement.accepted


def test_no_actor_is_a_member_of_its_alias() -> None:
    judgement = actor("Free Dorva Front", "FDF", aliases=["FDF"])
    assert codes(judgement) == {"member_of": Code.MISATTACHED}


def test_a_part_is_a_member_of_the_whole() -> None:
    assert codes(actor("3rd Division", "Norland army")) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FDF fighters", "FDF"),
        ("Norland army", "Norland"),
        ("army of Norland", "army"),
        ("FDF", "Front"),
        ("", "Front"),
        ("the", "The"),
        ("NA", "the norland army"),
    ],
)
def test_other_names_are_other_things(one: str, other: str) -> None:
    assert not is_same_name(one, other)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("participants[0].mention", {"participants": [{"mention": "and", "role": "actor"}]}),
        ("participants[0].mention", {"participants": [{"mention": "kilometers", "role": "actor"}]}),
        ("places[0]", {"places": ["Tuesday", "Dorva"]}),
    ],
)
def test_what_names_nothing_takes_no_part(path: str, change: dict[str, object]) -> None:
    text = "On Tuesday the army and its allies advanced ten kilometers towards Dorva."
    record = {
        "sentences": [1],
        "trigger": "advanced",
        "type": "troop_movement",
        "factuality": "occurred",
        **change,
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert codes(judgement)[path] == Code.UNREADABLE
    assert judgement.accepted
