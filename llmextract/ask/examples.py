"""Worked examples, written in the form that a reply has under a JSON Schema or under a grammar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from llmextract.ask.markers import CuedBy
from llmextract.ask.shape import CITING, Group, Items, Moment, Number, Shape, Slot, Words
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
    grammar what is not stated is left out, and so is a label that goes without saying; a cue stands
    beside its label. A sentence shown `alone` under a grammar needs no number.
    """

    SCHEMA = "schema"
    GRAMMAR = "grammar"
    ALONE = "alone"


def write_record(group: Group, record: Mapping[str, object], form: Form) -> JsonObject:
    """A record of an example as a model is shown it; what it leaves out is not stated."""
    given = cast("JsonObject", dict(record))
    cited = {name: value for name, value in given.items() if name in CITING}
    write = _every_property if form is Form.SCHEMA else _what_is_stated
    return {**({} if form is Form.ALONE else cited), **write(group, given)}


def is_row(group: Group) -> bool:
    """Whether a nested model needs no keys under a grammar: each of a few values is always there.

    Words, a figure or a time come first, by which one row is told from another.
    """
    return all(_is_sure(slot) for slot in group.slots) and isinstance(
        wire_order(group)[0].shape, Words | Number | Moment
    )


def _is_sure(slot: Slot) -> bool:
    cued = any(isinstance(marker, CuedBy) for marker in slot.markers)
    return (
        slot.required and slot.plain is None and not (cued or isinstance(slot.shape, Items | Group))
    )


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


def _row_or_model(group: Group, record: JsonObject) -> Json:
    stated = _what_is_stated(group, record)
    return list(stated.values()) if is_row(group) else stated


def read_record(group: Group, record: JsonObject) -> JsonObject:
    """A record written under a pointer grammar, in wire form: labels left out are said."""
    plain = {slot.name: slot.plain for slot in group.slots if slot.plain is not None}
    read = {
        slot.name: _nested(slot.shape, _keyed(slot.shape, record[slot.name]), read_record)
        for slot in group.slots
        if slot.name in record
    }
    return {**plain, **record, **read}


def _keyed(shape: Shape, value: Json) -> Json:
    """Rows as models, key by key."""
    match shape, value:
        case Items(item=Group() as group), list() if is_row(group):
            return [_keyed(group, each) for each in value]
        case Group(), list() if is_row(shape) and len(value) == len(shape.slots):
            names = [slot.name for slot in wire_order(shape)]
            return dict(zip(names, value, strict=True))
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
