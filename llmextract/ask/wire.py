"""The wire model: the JSON Schema a model fills in, derived from a shape.

A reply is `{"records": [...]}`. Each record cites `sentences` first, then gives its evidence, then
its labels, so that a label is chosen after the words that carry it. Every property is required, and
null says "not stated": small models skip optional keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from llmextract.ask.markers import CuedBy
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Slot, Words

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]

_EMPTY: JsonObject = {"type": "array", "items": {"type": "string"}, "maxItems": 0}
# One to four sentences carry a record: more is a summary, not evidence.
MOST_SENTENCES = 4


@dataclass(frozen=True)
class Bounds:
    """How long the list of records and every list inside one may grow."""

    records: int
    items: int


@dataclass(frozen=True)
class Found:
    """What a window has: the numbers of its sentences, the figures and times that are read there.

    Each as the window's words, once, in the order of the text.
    """

    sentences: tuple[int, ...]
    figures: tuple[str, ...]
    times: tuple[str, ...]


def reply_schema(
    group: Group, bounds: Bounds | None = None, found: Found | None = None
) -> JsonObject:
    """The JSON Schema of a whole reply; `bounds` are for models that run wild.

    With `found` it takes no sentence, figure or time but those, and so belongs to one window.
    """
    within = _Within(bounds.items if bounds else None, found)
    numbers: JsonObject = {"type": "integer"}
    if found is not None:
        numbers["enum"] = list[Json](found.sentences)
    cited: JsonObject = {
        "type": "array",
        "items": numbers,
        "minItems": 1,
        "maxItems": MOST_SENTENCES,
    }
    slots = {slot.name: _slot(slot, within) for slot in wire_order(group)}
    record = _object({"sentences": cited, **slots})
    return _object({"records": _array(record, bounds.records if bounds else None)})


def wire_order(group: Group) -> list[Slot]:
    """Evidence before labels; otherwise as the user's model has them."""
    return sorted(group.slots, key=lambda slot: isinstance(slot.shape, Label))


def cues_of(group: Group) -> dict[str, Slot]:
    """The labels that need words, by name, with the field for the words."""
    fields = {slot.name: slot for slot in group.slots if isinstance(slot.shape, Words)}
    return {
        slot.name: fields[marker.field]
        for slot in group.slots
        for marker in slot.markers
        if isinstance(marker, CuedBy) and marker.field in fields
    }


class _Within(NamedTuple):
    """How many items a list takes, and what figures and times there are; None: any."""

    items: int | None
    found: Found | None


def _slot(slot: Slot, within: _Within) -> JsonObject:
    return _schema(slot.shape, within, nullable=not isinstance(slot.shape, Items))


def _schema(shape: Shape, within: _Within, *, nullable: bool) -> JsonObject:
    match shape:
        case Number() | Moment() if within.found is not None:
            found = within.found.figures if isinstance(shape, Number) else within.found.times
            return _one_of(found, nullable=nullable)
        case Words() | FreeText() | Number() | Moment():
            return {"type": ["string", "null"] if nullable else "string"}
        case Label(options=options):
            values: list[Json] = list(options)
            kinds = sorted({_json_type(value) for value in options})
            return {
                "type": [*kinds, "null"] if nullable else kinds[0] if len(kinds) == 1 else [*kinds],
                "enum": [*values, None] if nullable else values,
            }
        case Items(item=item):
            # An enum holds a value at least: where there is none, it is the list that is empty.
            items = _schema(item, within, nullable=False)
            return _array(items, within.items) if items.get("enum") != [] else _EMPTY
        case Group():
            properties: JsonObject = {slot.name: _slot(slot, within) for slot in wire_order(shape)}
            nested = _object(properties)
            return {"anyOf": [nested, {"type": "null"}]} if nullable else nested


def _one_of(texts: Sequence[str], *, nullable: bool) -> JsonObject:
    values: list[Json] = [*texts, None] if nullable else [*texts]
    kinds: list[Json] = [*(["string"] if texts else []), *(["null"] if nullable else [])]
    return {"type": kinds[0] if len(kinds) == 1 else kinds, "enum": values}


def _json_type(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case _:
            return "string"


def _object(properties: JsonObject) -> JsonObject:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: JsonObject, most_items: int | None) -> JsonObject:
    bound: JsonObject = {} if most_items is None else {"maxItems": most_items}
    return {"type": "array", "items": items, **bound}
