"""The fields of a record as it was written."""

import pytest
from pydantic import BaseModel

from llmextract.ask.derive import derive
from llmextract.ask.leaves import Leaf, leaves_of, with_value
from llmextract.ask.wire import Json, JsonObject


class Part(BaseModel):
    name: str
    size: int | None = None


class Whole(BaseModel):
    title: str
    parts: list[Part] = []
    places: list[str] = []
    maker: Part | None = None


GROUP = derive(Whole)
RECORD: JsonObject = {
    "title": "a",
    "parts": [{"name": "b", "size": "2"}, {"name": "c"}],
    "places": ["d"],
    "maker": {"name": "e", "size": None},
}


def leaf(path: str) -> Leaf:
    return next(leaf for leaf in leaves_of(GROUP, RECORD) if leaf.path == path)


def test_every_field_has_the_path_that_verdicts_give_it() -> None:
    assert {leaf.path: leaf.written for leaf in leaves_of(GROUP, RECORD)} == {
        "title": "a",
        "parts[0].name": "b",
        "parts[0].size": "2",
        "parts[1].name": "c",
        "parts[1].size": None,
        "places[0]": "d",
        "maker.name": "e",
        "maker.size": None,
    }


@pytest.mark.parametrize("record", [{}, {"parts": "x", "places": 3, "maker": []}, {"parts": [1]}])
def test_what_has_another_form_has_no_fields(record: JsonObject) -> None:
    assert [leaf.path for leaf in leaves_of(GROUP, record)] == ["title"]


def test_what_an_item_is_about_is_its_key() -> None:
    keys = [leaf.path for leaf in leaves_of(GROUP, RECORD) if leaf.is_key]
    assert keys == ["parts[0].name", "parts[1].name", "places[0]"]


@pytest.mark.parametrize(
    ("path", "value"), [("title", "z"), ("parts[1].size", "9"), ("places[0]", "z")]
)
def test_another_value_stands_in_one_place_of_a_copy(path: str, value: Json) -> None:
    changed = with_value(RECORD, leaf(path), value)
    before = {each.path: each.written for each in leaves_of(GROUP, RECORD)}
    after = {each.path: each.written for each in leaves_of(GROUP, changed)}
    assert after == {**before, path: value}
    assert leaf(path).written == before[path]
