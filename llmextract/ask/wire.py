"""The wire model: the JSON Schema a model fills in, derived from a shape.

A reply is `{"records": [...]}`. Each record cites `sentences` first, then gives its evidence, then
its labels, so that a label is chosen after the words that carry it. Every property is required, and
null says "not stated": small models skip optional keys.
"""

from dataclasses import dataclass

from llmextract.ask.markers import CuedBy
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Slot, Words

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]

# One to four sentences carry a record: more is a summary, not evidence.
MOST_SENTENCES = 4


@dataclass(frozen=True)
class Bounds:
    """How long the list of records and every list inside one may grow."""

    records: int
    items: int


def reply_schema(group: Group, bounds: Bounds | None = None) -> JsonObject:
    """The JSON Schema of a whole reply; `bounds` are for models that run wild."""
    items = bounds.items if bounds else None
    record = _object(
        {
            "sentences": {
                "type": "array",
                "items": {"type": "integer"},
                "minItems": 1,
                "maxItems": MOST_SENTENCES,
            },
            **{slot.name: _slot(slot, items) for slot in wire_order(group)},
        }
    )
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


def _slot(slot: Slot, most_items: int | None) -> JsonObject:
    return _schema(slot.shape, most_items, nullable=not isinstance(slot.shape, Items))


def _schema(shape: Shape, most_items: int | None, *, nullable: bool) -> JsonObject:
    match shape:
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
            return _array(_schema(item, most_items, nullable=False), most_items)
        case Group():
            properties: JsonObject = {
                slot.name: _slot(slot, most_items) for slot in wire_order(shape)
            }
            nested = _object(properties)
            return {"anyOf": [nested, {"type": "null"}]} if nullable else nested


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
