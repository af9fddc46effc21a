"""Records as models are shown them, and as they are read back."""

import json
from typing import Literal

import pytest
from pydantic import BaseModel

from llmextract import Signs
from llmextract.ask.derive import derive
from llmextract.ask.examples import Form, read_record, write_record
from llmextract.ask.prompt import render
from llmextract.ask.row import row_of
from llmextract.ask.wire import Json, JsonObject
from llmextract.schemas import Actor, Claim, Event, News, Participant


@pytest.mark.parametrize("model", News)
@pytest.mark.parametrize("form", [Form.GRAMMAR, Form.ALONE])
def test_what_is_written_under_a_grammar_is_read_back(model: type[BaseModel], form: Form) -> None:
    group = derive(model)
    for example in render(group).examples:
        for record in example.records:
            read = read_record(group, write_record(group, record, form))
            whole = write_record(group, record, Form.SCHEMA)
            assert isinstance(read, dict)
            assert isinstance(whole, dict)
            assert isinstance(read.get("sentences"), list) is (form is Form.GRAMMAR)
            for name, value in whole.items():
                if isinstance(value, str):
                    assert read[name] == value
                elif value not in (None, []) and name != "sentences":
                    assert name in read


def test_what_went_without_saying_is_said_again() -> None:
    said: JsonObject = {"cue": "said", "content": ["fled"], "speech_act": "report"}
    read = read_record(derive(Claim), said)
    assert isinstance(read, dict)
    assert read["certainty"] == "certain"
    assert read["polarity"] == "positive"


def test_a_row_is_read_by_its_places() -> None:
    class Fight(BaseModel):
        sides: list[Participant]

    read = read_record(derive(Fight), {"sides": [["Troops", "actor"], ["only one"]]})
    assert read == {"sides": [{"mention": "Troops", "role": "actor"}, ["only one"]]}


TITLED = {"name": "Tara Velle", "title": "Minister", "kind": "individual", "type": "government"}
PLAIN = {name: value for name, value in TITLED.items() if name != "title"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["Tara Velle", {"title": "Minister"}, "individual", "government"], TITLED),
        (["Tara Velle", "individual", "government"], PLAIN),
        ([[2], "Tara Velle", "individual", "government"], {"sentences": [2], **PLAIN}),
        (TITLED, TITLED),
    ],
)
def test_only_what_may_be_missing_has_a_key_in_a_row(written: Json, read: JsonObject) -> None:
    assert read_record(derive(Actor), written) == read


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(["Tara Velle", "individual"], id="too-few"),
        pytest.param(["Tara Velle", "Minister", "individual", "government"], id="too-many"),
        pytest.param(["Tara Velle", {"name": "NC"}, "individual", "government"], id="told-twice"),
        pytest.param([[1], "Tara Velle"], id="too-few-behind-a-citation"),
        pytest.param("Tara Velle", id="no-row"),
    ],
)
def test_what_is_no_row_is_given_back_as_it_is(written: Json) -> None:
    assert read_record(derive(Actor), written) == written


def test_a_model_whose_first_value_may_be_missing_keeps_its_keys() -> None:
    assert row_of(derive(Participant))
    assert row_of(derive(Claim)) is None


def test_a_model_without_words_first_keeps_its_keys() -> None:
    class Mood(BaseModel):
        label: Literal["calm", "angry"]

    assert row_of(derive(Mood)) is None


@pytest.mark.parametrize(
    ("word", "covered"),
    [("May", True), ("verified", True), ("mayor", False), ("unverified", False)],
)
def test_signs_are_whole_words_or_beginnings(word: str, covered: bool) -> None:
    assert Signs.of("may verif*").cover(word) is covered


@pytest.mark.parametrize(
    ("model", "field", "told", "other"),
    [
        (
            Event,
            "trigger",
            "bombed bombing attacked protests secured elected stationed supplies massed",
            "bomber attackers protesters security electric station forces according terrorist back",
        ),
        (Claim, "certainty_cue", "may reportedly feared rumoured", "reported reports report"),
    ],
)
def test_signs_of_our_schemas_open_no_other_words(
    model: type[BaseModel], field: str, told: str, other: str
) -> None:
    (slot,) = (each for each in derive(model).slots if each.name == field)
    (signs,) = (each for each in slot.markers if isinstance(each, Signs))
    assert [word for word in told.split() if not signs.cover(word)] == []
    assert [word for word in other.split() if signs.cover(word)] == []


def test_a_reply_under_a_grammar_is_a_bare_list() -> None:
    shown = render(derive(Claim), form=Form.ALONE).prefix[2].content
    assert isinstance(json.loads(shown), list)
