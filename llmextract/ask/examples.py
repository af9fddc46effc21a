"""Worked examples, written in the form that a reply has under a JSON Schema or under a grammar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from llmextract.ask.shape import CITING, Group, Items, Moment, Number, Shape
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
    grammar what a sentence cannot state is left out, and a cue stands beside its label. A sentence
    shown `alone` under a grammar needs no number, and saves the words for it in every record.
    """

    SCHEMA = "schema"
    GRAMMAR = "grammar"
    ALONE = "alone"


def write_record(group: Group, record: Mapping[str, object], form: Form) -> JsonObject:
    """A record of an example as a model is shown it; what it leaves out is not stated."""
    given = cast("JsonObject", dict(record))
    cited = {name: value for name, value in given.items() if name in CITING}
    write = _every_property if form is Form.SCHEMA else _what_can_be
    return {**({} if form is Form.ALONE else cited), **write(group, given)}


def _every_property(group: Group, record: JsonObject) -> JsonObject:
    """Under a JSON Schema: null and [] for what is not stated."""
    return {
        slot.name: _value(slot.shape, record.get(slot.name), _every_property)
        for slot in wire_order(group)
    }


def _what_can_be(group: Group, record: JsonObject) -> JsonObject:
    """Under a pointer grammar: no figure or time that is not there, no cue without its label."""
    cues = {label: cue.name for label, (cue, _) in cues_of(group).items()}
    written: JsonObject = {}
    for slot in wire_order(group):
        value = record.get(slot.name)
        if slot.name in cues.values() or (not value and _reads(slot.shape)):
            continue
        if (cue := record.get(cues.get(slot.name, ""))) is not None:
            written[cues[slot.name]] = cue
        written[slot.name] = _value(slot.shape, value, _what_can_be)
    return written


def _reads(shape: Shape) -> bool:
    """Whether nothing can be pointed at where there is no figure or time to read."""
    match shape:
        case Number() | Moment():
            return True
        case Items(item=item):
            return _reads(item)
        case Group(slots=slots):
            return any(slot.required and _reads(slot.shape) for slot in slots)
        case _:
            return False


def _value(shape: Shape, value: Json, write: Callable[[Group, JsonObject], JsonObject]) -> Json:
    match shape:
        case Items(item=item):
            return [_value(item, each, write) for each in value] if isinstance(value, list) else []
        case Group() if isinstance(value, dict):
            return write(shape, value)
        case _:
            return value
