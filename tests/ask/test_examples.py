"""Records as models are shown them, and as they are read back."""

import json
from typing import Literal

import pytest
from pydantic import BaseModel

from llmextract import Signs
from llmextract.ask.examples import Form, is_row, read_record, write_record
from llmextract.ask.prompt import render
from llmextract.ask.shape import derive
from llmextract.ask.wire import JsonObject
from llmextract.schemas import Claim, News, Participant
from llmextract.schemas.event import Figure


@pytest.mark.parametrize("model", News)
@pytest.mark.parametrize("form", [Form.GRAMMAR, Form.ALONE])
def test_what_is_written_under_a_grammar_is_read_back(model: type[BaseModel], form: Form) -> None:
    group = derive(model)
    for example in render(group).examples:
        for record in example.records:
            read = read_record(group, write_record(group, record, form))
            whole = write_record(group, record, Form.SCHEMA)
            for name, value in whole.items():
                if isinstance(value, str):
                    assert read[name] == value
                elif value not in (None, []) and name != "sentences":
                    assert name in read


def test_what_went_without_saying_is_said_again() -> None:
    said: JsonObject = {"cue": "said", "content": ["fled"], "speech_act": "report"}
    read = read_record(derive(Claim), said)
    assert read["certainty"] == "certain"
    assert read["polarity"] == "positive"


def test_a_row_is_read_by_its_places() -> None:
    class Fight(BaseModel):
        sides: list[Participant]

    read = read_record(derive(Fight), {"sides": [["Troops", "actor"], ["only one"]]})
    assert read["sides"] == [{"mention": "Troops", "role": "actor"}, ["only one"]]


def test_a_model_with_anything_optional_keeps_its_keys() -> None:
    assert is_row(derive(Participant))
    assert not is_row(derive(Figure))


def test_a_model_without_words_first_keeps_its_keys() -> None:
    class Mood(BaseModel):
        label: Literal["calm", "angry"]

    assert not is_row(derive(Mood))


@pytest.mark.parametrize(
    ("word", "covered"),
    [("May", True), ("verified", True), ("mayor", False), ("unverified", False)],
)
def test_signs_are_whole_words_or_beginnings(word: str, covered: bool) -> None:
    assert Signs.of("may verif*").cover(word) is covered


def test_a_reply_under_a_grammar_is_a_bare_list() -> None:
    shown = render(derive(Claim), form=Form.ALONE).prefix[2].content
    assert isinstance(json.loads(shown), list)
