"""The wire model: every property required and nullable, evidence before labels."""

from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from llmextract import Article, Time
from llmextract.ask.derive import derive
from llmextract.ask.found import find
from llmextract.ask.wire import Bounds, reply_schema, wire_order
from llmextract.schemas import News


class Part(BaseModel):
    role: Literal["a", "b"]
    who: str


class Ruling(BaseModel):
    outcome: Literal["guilty", "acquitted"]
    fine: int | None = None
    parts: list[Part] = []
    first: Part | None = None


def is_valid(instance: Any, schema: Any) -> bool:
    return bool(Draft202012Validator(schema).is_valid(instance))  # pyright: ignore[reportUnknownMemberType]


SCHEMA = reply_schema(derive(Ruling))
RECORD = {
    "sentences": [1],
    "fine": "$20",
    "parts": [{"who": "he", "role": "a"}],
    "first": None,
    "outcome": None,
}


@pytest.mark.parametrize("model", News)
def test_built_in_wire_schemas_are_valid_json_schema(model: type[BaseModel]) -> None:
    Draft202012Validator.check_schema(reply_schema(derive(model)))


def test_a_record_in_wire_form_is_valid() -> None:
    assert is_valid({"records": [RECORD]}, SCHEMA)


@pytest.mark.parametrize("field", RECORD)
def test_every_property_is_required(field: str) -> None:
    record = {name: value for name, value in RECORD.items() if name != field}
    assert not is_valid({"records": [record]}, SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"fine": 20}, id="number-not-words"),
        pytest.param({"outcome": "hung"}, id="label-not-listed"),
        pytest.param({"sentences": []}, id="no-sentence"),
        pytest.param({"sentences": [1, 2, 3, 4, 5]}, id="five-sentences"),
        pytest.param({"extra": "x"}, id="extra-key"),
    ],
)
def test_what_is_no_wire_form_is_invalid(change: dict[str, object]) -> None:
    assert not is_valid({"records": [{**RECORD, **change}]}, SCHEMA)


def test_evidence_comes_before_labels() -> None:
    assert [slot.name for slot in wire_order(derive(Ruling))] == [
        "fine",
        "parts",
        "first",
        "outcome",
    ]
    assert str(SCHEMA).index("'fine'") < str(SCHEMA).index("'outcome'")


def test_lists_are_bounded_where_asked() -> None:
    bounded = reply_schema(derive(Ruling), Bounds(records=2, items=9))
    assert not is_valid({"records": [RECORD] * 3}, bounded)


class Toll(BaseModel):
    killed: int | None = None
    since: Time | None = None
    raids: list[int] = []


def test_a_window_allows_only_what_it_has() -> None:
    found = find(Article(text="Raids killed 12 on Monday. Two more died.").sentences)
    schema = reply_schema(derive(Toll), found=found)
    record = {"sentences": [2], "killed": "Two", "since": "Monday", "raids": ["12"]}
    assert is_valid({"records": [record]}, schema)
    assert is_valid({"records": [{**record, "killed": None, "since": None}]}, schema)
    for change in (
        {"sentences": [3]},
        {"killed": "13"},
        {"since": "Tuesday"},
        {"raids": ["12", "13"]},
    ):
        assert not is_valid({"records": [{**record, **change}]}, schema)


def test_where_nothing_is_read_nothing_can_be_stated() -> None:
    found = find(Article(text="The army fled.").sentences)
    schema = reply_schema(derive(Toll), found=found)
    Draft202012Validator.check_schema(schema)
    record = {"sentences": [1], "killed": None, "since": None, "raids": []}
    assert is_valid({"records": [record]}, schema)
    for change in ({"killed": "12"}, {"since": "Monday"}, {"raids": ["12"]}):
        assert not is_valid({"records": [{**record, **change}]}, schema)
