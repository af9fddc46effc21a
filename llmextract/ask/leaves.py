"""The fields of a record as a model wrote it: every place where one value stands or could stand."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from llmextract.ask.shape import Group, Items, Moment, Number, Shape, Slot, Words
from llmextract.ask.wire import Json, JsonObject

Step = str | int


@dataclass(frozen=True)
class Leaf:
    """One field of a record: `steps` lead to it, `path` is how verdicts name it.

    `is_key` says that it is what its list item is about, so that no two items may have the same.
    """

    steps: tuple[Step, ...]
    slot: Slot
    written: Json
    is_key: bool = False

    @property
    def path(self) -> str:
        """The path, as `figures[0].count`."""
        parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return "".join(parts).removeprefix(".")


def leaves_of(group: Group, record: JsonObject) -> list[Leaf]:
    """The leaves of a record in the order of its model; lists have those that were written."""
    return list(_group(group, record, ()))


def _group(group: Group, wire: JsonObject, above: tuple[Step, ...]) -> Iterator[Leaf]:
    for slot in group.slots:
        yield from _slot(slot, slot.shape, wire.get(slot.name), (*above, slot.name))


def _slot(slot: Slot, shape: Shape, wire: Json, steps: tuple[Step, ...]) -> Iterator[Leaf]:
    match shape:
        case Items(item=item):
            for place, value in enumerate(wire if isinstance(wire, list) else ()):
                yield from _slot(slot, item, value, (*steps, place))
        case Group():
            if isinstance(wire, dict):
                yield from _group(shape, wire, steps)
        case _:
            inner = slot if slot.shape is shape else _item(slot, shape)
            item_itself = isinstance(steps[-1], int)
            in_item = len(steps) > 1 and isinstance(steps[-2], int) and slot.required
            points = isinstance(shape, Words | Number | Moment)
            yield Leaf(steps, inner, wire, is_key=points and (item_itself or in_item))


def _item(slot: Slot, shape: Shape) -> Slot:
    """An item of a list is described by the list, and may always be left out."""
    return Slot(slot.name, shape, False, False, slot.description, slot.markers)


def with_value(record: JsonObject, leaf: Leaf, value: Json) -> JsonObject:
    """A copy of the record with another value in one place."""
    changed = copy.deepcopy(record)
    at: Json = changed
    for step in leaf.steps[:-1]:
        at = _step(at, step)
    last = leaf.steps[-1]
    if isinstance(at, list):
        at[cast("int", last)] = value
    elif isinstance(at, dict):
        at[cast("str", last)] = value
    return changed


def _step(at: Json, step: Step) -> Json:
    if isinstance(at, list):
        return at[cast("int", step)]
    assert isinstance(at, dict)
    return at[cast("str", step)]
