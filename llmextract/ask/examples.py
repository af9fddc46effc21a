"""Worked examples, written in the form that a reply has under a JSON Schema or under a grammar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from llmextract.ask.row import from_row, row_of, to_row
from llmextract.ask.shape import CITING, Group, Items, Shape
from llmextract.ask.wire import Json, JsonObject, cues_of, wire_order


@dataclass(frozen=True)
class Example:
    """A worked example: sentences, numbered from 1 as they are given, and the records they hold.

    The records are in wire form: words copied from the sentences, labels, null for what is not
    stated.
    """

    sentences: tuple[str, ...]
    records: Sequence[Mapping[str, object]] = ()


class Form(StrEnum):
    """What a reply is written under; examples are shown in the same form.

    Under a JSON Schema every property is there, null where it is not stated. Under a pointer
    grammar what is not stated is left out, and so are a label that goes without saying and, in a
    row, the keys; a cue stands beside its label. A sentence shown `alone` needs no number.
    """

    SCHEMA = "schema"
    GRAMMAR = "grammar"
    ALONE = "alone"


def write_record(group: Group, record: Mapping[str, object], form: Form) -> Json:
    """A record of an example as a model is shown it; what it leaves out is not stated."""
    given = cast("JsonObject", dict(record))
    cited = {name: value for name, value in given.items() if name in CITING}
    if form is Form.SCHEMA:
        return {**cited, **_every_property(group, given)}
    stated = _row_or_model(group, given)
    if form is Form.ALONE:
        return stated
    return {**cited, **stated} if isinstance(stated, dict) else [*cited.values(), *stated]


def _every_property(group: Group, record: JsonObject) -> JsonObject:
    """Under a JSON Schema: null and [] for what is not stated."""
    return {
        slot.name: _nested(slot.shape, record.get(slot.name), _every_property)
        for slot in wire_order(group)
    }


def _what_is_stated(group: Group, record: JsonObject) -> JsonObject:
    """Under a pointer grammar: what is stated, and a cue before the label that it carries."""
    cues = {label: cue.name for label, cue in cues_of(group).items()}
    written: JsonObject = {}
    for slot in wire_order(group):
        value = record.get(slot.name)
        if slot.name in cues.values() or value in (None, [], slot.plain):
            continue
        if (cue := record.get(cues.get(slot.name, ""))) is not None:
            written[cues[slot.name]] = cue
        written[slot.name] = _nested(slot.shape, value, _row_or_model)
    return written


def _row_or_model(group: Group, record: JsonObject) -> JsonObject | list[Json]:
    stated = _what_is_stated(group, record)
    row = row_of(group)
    return to_row(row, stated) if row else stated


def read_record(group: Group, record: Json) -> Json:
    """A record written under a pointer grammar, in wire form: keys and labels left out are said.

    What is no such record is given back as it is, for the validator to reject.
    """
    match record:
        case [list() as sentences, *values]:
            read = _read_model(group, values)
            return {"sentences": sentences, **read} if isinstance(read, dict) else record
        case _:
            return _read_model(group, record)


def _read_model(group: Group, value: Json) -> Json:
    row = row_of(group)
    keyed = from_row(row, value) if row and isinstance(value, list) else value
    if not isinstance(keyed, dict):
        return value
    plain = {slot.name: slot.plain for slot in group.slots if slot.plain is not None}
    read = {
        slot.name: _read(slot.shape, keyed[slot.name]) for slot in group.slots if slot.name in keyed
    }
    return {**plain, **keyed, **read}


def _read(shape: Shape, value: Json) -> Json:
    match shape:
        case Items(item=item) if isinstance(value, list):
            return [_read(item, each) for each in value]
        case Group():
            return _read_model(shape, value)
        case _:
            return value


def _nested(shape: Shape, value: Json, write: Callable[[Group, JsonObject], Json]) -> Json:
    """What a value is written as, the models in it by `write`."""
    match shape:
        case Items(item=item):
            return [_nested(item, each, write) for each in value] if isinstance(value, list) else []
        case Group() if isinstance(value, dict):
            return write(shape, value)
        case _:
            return value
