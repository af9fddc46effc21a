"""Labels of what part somebody plays, held against the head of the name."""

import json

import pytest

from llmextract import Article, Extractor, check
from llmextract.schemas import Actor
from llmextract.testing import ScriptedModel


def refused(name: str, **labels: str) -> list[tuple[str, str | None]]:
    """What of an actor is refused, and the word that denies it."""
    record = {"sentences": [1], "name": name, "kind": "group", "type": "other", **labels}
    (judgement,) = check(Article(text=f"Roe met {name} in Dorva."), [record], schema=Actor)
    return [(row.path, row.nearest) for row in judgement.rejected if row.code == "contradicted"]


@pytest.mark.parametrize(
    ("name", "label", "word"),
    [
        ("Norlandian soldiers", "civilians", "soldiers"),
        ("the police", "media", "police"),
        ("the Sarn community", "rebel_group", "community"),
        ("residents of the army base", "state_forces", "residents"),
        ("southern countries", "rebel_group", "countries"),
        ("the interior ministry", "civilians", "ministry"),
        ("state television", "state_forces", "television"),
    ],
)
def test_the_head_of_a_name_denies_a_label(name: str, label: str, word: str) -> None:
    assert refused(name, type=label) == [("type", word)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Norlandian soldiers", "rebel_group"),
        ("Norlandian soldiers", "external_forces"),
        ("the army council", "civilians"),
        ("the Sarn community", "civilians"),
        ("friends of the rebels", "civilians"),
        ("the government", "state_forces"),
        ("Sarn", "rebel_group"),
    ],
)
def test_what_the_head_leaves_open_stands(name: str, label: str) -> None:
    assert refused(name, type=label) == []


def test_forces_are_no_single_person() -> None:
    assert refused("government forces", kind="individual", type="state_forces") == [
        ("kind", "forces")
    ]
    assert refused("a soldier", kind="individual") == []
    assert refused("Rioters", kind="individual") == [("kind", "rioters")]
    assert refused("opposition parties", kind="individual") == [("kind", "parties")]
    assert refused("Ilan Masters", kind="individual") == []
    assert refused("the Dorva Rescue Service", kind="individual") == [("kind", "service")]


@pytest.mark.parametrize(
    ("name", "label", "read"),
    [
        ("the Sarn community", "rebel_group", ["civilians"]),
        ("the Norland parliament", "civilians", ["government"]),
        ("Norland soldiers", "civilians", []),
    ],
)
def test_the_label_that_a_head_tells_is_read(name: str, label: str, read: list[str]) -> None:
    told = json.dumps([{"name": name, "kind": "group", "type": label}])
    extractor = Extractor(Actor, model=ScriptedModel(lambda _: told), grammar=True, window=1)
    extraction = extractor.extract(Article(text=f"Roe met {name} in Dorva."))
    assert [record.value.type for record in extraction.records] == read
