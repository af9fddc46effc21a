"""The request of a repair, and what its answer gives."""

import json

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from llmextract import Article, Quantity
from llmextract.ask.derive import derive
from llmextract.ask.leaves import Leaf, leaves_of
from llmextract.ask.repair import Fault, Faulty, can_be_stated, repair_request, replacement
from llmextract.ask.request import Request
from llmextract.ask.shape import Label, Slot
from llmextract.ask.wire import Json, JsonObject

ARTICLE = Article(text="Rebels seized Dorva on Friday. The army fled. Nobody was hurt.")
FIRST = ARTICLE.sentences[:1]


class Deed(BaseModel):
    who: str
    losses: Quantity | None = None
    places: list[str] = []


GROUP = derive(Deed)
RECORD: JsonObject = {"sentences": [1], "who": "Rebels", "losses": "12", "places": ["Moscow"]}
LEAVES = {leaf.path: leaf for leaf in leaves_of(GROUP, RECORD)}


def ask(
    *, grammar: bool = False, reason: str = "not found", record: JsonObject = RECORD
) -> Request:
    faults = (Fault(LEAVES["places[0]"], reason), Fault(LEAVES["losses"], "no figure"))
    return repair_request(FIRST, [Faulty(2, record, faults)], grammar=grammar, max_tokens=50)


def test_the_sentences_the_record_and_the_reasons_are_shown() -> None:
    shown = ask().messages[-1].content
    assert "[1] Rebels seized Dorva on Friday." in shown
    assert 'record_2: {"sentences":[1],"who":"Rebels","losses":"?","places":["?"]}' in shown
    assert 'record_2 places_0: It is not "Moscow", for not found.' in shown


def test_what_a_field_means_is_said_once_and_what_is_not_stated_not_at_all() -> None:
    faults = (Fault(LEAVES["losses"], "no figure"),)
    records = [Faulty(number, {**RECORD, "places": [], "x": None}, faults) for number in (0, 1)]
    request = repair_request(FIRST, records, grammar=False, max_tokens=None)
    shown = request.messages[-1].content
    assert shown.count("The words that state the number") == 1
    assert "null" not in shown
    assert "places" not in shown


def test_a_figure_is_one_that_is_read_there_and_a_label_another_one() -> None:
    article = Article(text="Some 30 people and 12 dogs fled on Friday.")
    label = Slot("kind", Label({"big": 1, "small": 2}), False, True, "", ())
    faults = (Fault(LEAVES["losses"], "x"), Fault(Leaf(("kind",), label, "big"), "x"))
    request = repair_request(
        article.sentences, [Faulty(0, RECORD, faults)], grammar=False, max_tokens=None
    )
    schema = json.dumps(request.schema)
    assert '"enum": ["Some 30", "12", null]' in schema
    assert '"enum": ["small", null]' in schema


def test_no_other_sentence_is_shown() -> None:
    assert not any("army" in message.content for message in ask().messages)


def test_only_the_rejected_fields_are_asked_for() -> None:
    schema = json.dumps(ask().schema)
    assert '"record_2"' in schema
    assert '["places_0", "losses"]' in schema
    assert '"who"' not in schema


def test_under_a_grammar_the_fields_point_into_the_sentences() -> None:
    grammar = ask(grammar=True).grammar or ""
    assert '"Dorva"' in grammar
    assert '"\\"losses\\":"' not in grammar  # the sentence holds no figure
    assert '? "]}"' not in grammar  # nothing at all is no answer


@given(st.text())
def test_what_is_shown_is_never_taken_for_a_template(text: str) -> None:
    shown = ask(reason=text, record={**RECORD, "who": "${name} {{ x }}"}).messages[-1].content
    assert text in shown
    assert "${name} {{ x }}" in shown


def test_where_no_figure_stands_none_is_to_be_had() -> None:
    assert not can_be_stated(LEAVES["losses"].slot.shape, FIRST)
    assert can_be_stated(LEAVES["who"].slot.shape, FIRST)


def test_an_answer_gives_the_fields_of_its_record() -> None:
    answered: list[Json] = [{"record_2": None}, {"record_2": {"places_0": "Dorva", "losses": None}}]
    assert replacement(answered, 2, LEAVES["places[0]"]) == "Dorva"
    assert replacement(answered, 2, LEAVES["losses"]) is None
    assert replacement(answered, 1, LEAVES["places[0]"]) is None
    junk: list[Json] = ["junk", {"record_2": "junk"}]
    assert replacement(junk, 2, LEAVES["places[0]"]) is None
