"""Models without keys: under a pointer grammar most of what a record costs would be its keys.

`{"name":"Velle","title":"Minister","kind":"individual"}` becomes
`["Velle",{"title":"Minister"},"individual"]`: what is always there is known by its place, and only
what may be missing has a key.
"""

from typing import NamedTuple

from llmextract.ask.markers import CuedBy
from llmextract.ask.shape import Group, Items, Label, Moment, Number, Slot, Words
from llmextract.ask.wire import Json, JsonObject, wire_order


class Row(NamedTuple):
    """What stands where in a row: evidence, an object of what else is stated, labels."""

    evidence: tuple[Slot, ...]
    others: tuple[Slot, ...]
    labels: tuple[Slot, ...]


def row_of(group: Group) -> Row | None:
    """How a model is written as a row; None where it keeps its keys.

    Words, a figure or a time must always be there and come first, by which one row is told from
    another. What holds lists of models keeps its keys: free to pass over all of them at once, a
    small model did so for one event in four.
    """
    slots = wire_order(group)
    if not (_is_sure(slots[0]) and isinstance(slots[0].shape, Words | Number | Moment)):
        return None
    if any(isinstance(s.shape, Items) and isinstance(s.shape.item, Group) for s in slots):
        return None
    sure = [slot for slot in slots if _is_sure(slot)]
    return Row(
        evidence=tuple(slot for slot in sure if not isinstance(slot.shape, Label)),
        others=tuple(slot for slot in slots if slot not in sure),
        labels=tuple(slot for slot in sure if isinstance(slot.shape, Label)),
    )


def _is_sure(slot: Slot) -> bool:
    """Whether one value is always there, and needs no other to be."""
    cued = any(isinstance(marker, CuedBy) for marker in slot.markers)
    return (
        slot.required and slot.plain is None and not (cued or isinstance(slot.shape, Items | Group))
    )


def to_row(row: Row, stated: JsonObject) -> list[Json]:
    """The values of a model as a row; without an object where nothing else is stated."""
    sure = {slot.name for slot in (*row.evidence, *row.labels)}
    others = {name: value for name, value in stated.items() if name not in sure}
    return [
        *(stated.get(slot.name) for slot in row.evidence),
        *([others] if others else []),
        *(stated.get(slot.name) for slot in row.labels),
    ]


def from_row(row: Row, values: list[Json]) -> JsonObject | None:
    """The model that a row stands for, key by key; None where it is no such row."""
    names = [slot.name for slot in (*row.evidence, *row.labels)]
    others: Json = {}
    if len(values) == len(names) + 1:
        at = len(row.evidence)
        others, values = values[at], [*values[:at], *values[at + 1 :]]
    if len(values) != len(names) or not isinstance(others, dict) or others.keys() & {*names}:
        return None
    return dict(zip(names, values, strict=True)) | others


def told_of_row(row: Row, *, cites: bool = False) -> str:
    """The places of a row, as a model is told of them: `[name, {aliases, title}, kind]`.

    One that `cites` begins with the list of its sentences.
    """
    evidence, others, labels = ([slot.name for slot in slots] for slots in row)
    places = [
        *(["sentences"] if cites else []),
        *evidence,
        *([f"{{{', '.join(others)}}}"] if others else []),
        *labels,
    ]
    return f"[{', '.join(places)}]"
