"""The shape of a user's Pydantic model: what can be pointed at, read or chosen in it.

`derive` reads it from the model's annotations; everything after that works on shapes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import cast

from pydantic import BaseModel

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.times.calendar import Time
from llmextract.ask.markers import Anywhere, CuedBy, Marker, Named, Paraphrase, Polarity, Signs

# How a record cites, so no field of a record may be called so.
CITING = frozenset({"sentences", "quotes"})

NumberType = type[int] | type[float] | type[Decimal] | type[Quantity]
TimeType = type[date] | type[datetime] | type[Time]
LabelValue = str | int | bool


@dataclass(frozen=True)
class Words:
    """Verbatim words of the article; `anywhere` frees them from the cited sentences."""

    anywhere: bool = False


@dataclass(frozen=True)
class FreeText:
    """The model's own words (`Paraphrase`)."""


@dataclass(frozen=True)
class Number:
    """Verbatim words that the number reader turns into `type`."""

    type: NumberType


@dataclass(frozen=True)
class Moment:
    """Verbatim words that the time reader turns into `type`."""

    type: TimeType


@dataclass(frozen=True)
class Label:
    """One of a closed list: wire value -> the value the user's model takes."""

    options: Mapping[LabelValue, object]
    definitions: Mapping[LabelValue, str] = field(default_factory=dict[LabelValue, str])


@dataclass(frozen=True)
class Items:
    """A list of one shape."""

    item: "Shape"


@dataclass(frozen=True)
class Group:
    """A model with named slots; the shape of a record."""

    name: str
    model: type[BaseModel]
    slots: tuple["Slot", ...]

    @property
    def description(self) -> str:
        """The first paragraph of the model's own docstring, on one line."""
        doc = self.model.__dict__.get("__doc__") or ""
        return " ".join(doc.split("\n\n")[0].split())

    @cached_property
    def ruled(self) -> "tuple[tuple[Slot, Marker], ...]":
        """The slots with a marker that relates them to others, and that marker."""
        return tuple(
            (slot, marker)
            for slot in self.slots
            for marker in slot.markers
            if not isinstance(marker, Paraphrase) and marker != Anywhere()
            if not isinstance(marker, Signs) or marker.field is not None
        )

    @cached_property
    def naming(self) -> str | None:
        """The slot that others hold other names of; None where a record is about no name."""
        markers = (marker for slot in self.slots for marker in slot.markers)
        return next((m.alias_of for m in markers if isinstance(m, Anywhere) and m.alias_of), None)

    @cached_property
    def other_names(self) -> str | None:
        """The slot with a list of other names of `naming`; None without one."""
        holding = (
            slot.name
            for slot in self.slots
            for marker in slot.markers
            if isinstance(slot.shape, Items) and isinstance(marker, Anywhere) and marker.alias_of
        )
        return next(holding, None)

    @cached_property
    def placed(self) -> tuple[str, ...]:
        """The slots that hold where something is, told by the article as a place."""
        placed = (slot.name for slot, m in self.ruled if isinstance(m, Named) and m.placed)
        return tuple(placed)

    @cached_property
    def moments(self) -> tuple[str, ...]:
        """The slots that take a time."""
        return tuple(slot.name for slot in self.slots if isinstance(slot.shape, Moment))

    @cached_property
    def given(self) -> frozenset[str]:
        """The fields that are given None or [] where they are not stated; others have a default.

        On a default of None no validator runs, and to give [] is cheaper than to have it copied.
        """
        return frozenset(slot.name for slot in self.slots if self._is_given(slot))

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """What the user's model calls its fields elsewhere: alias -> name."""
        fields = self.model.model_fields.items()
        return {info.alias: name for name, info in fields if info.alias not in (None, name)}

    def _is_given(self, slot: "Slot") -> bool:
        info = self.model.model_fields[slot.name]
        if isinstance(slot.shape, Items):
            return info.is_required() if slot.nullable else info.default == []
        return slot.nullable and (info.is_required() or info.default is not None)

    @cached_property
    def computes(self) -> bool:
        """Whether code of the user's own runs where a value is written down."""
        own = self.model.__pydantic_decorators__
        return bool(own.computed_fields or own.field_serializers or own.model_serializers)

    @cached_property
    def points(self) -> bool:
        """Whether any field must stand in the cited sentences, word for word."""
        return any(_points(slot.shape) for slot in self.slots)


def _points(shape: "Shape") -> bool:
    match shape:
        case Words(anywhere=anywhere):
            return not anywhere
        case Number() | Moment():
            return True
        case Items(item=item):
            return _points(item)
        case Group():
            return shape.points
        case _:
            return False


Shape = Words | FreeText | Number | Moment | Label | Items | Group
Leaf = Words | FreeText | Number | Moment | Label


@dataclass(frozen=True)
class Slot:
    """One field: its shape, whether it may be absent, and what its markers say."""

    name: str
    shape: Shape
    nullable: bool
    required: bool
    description: str
    markers: tuple[Marker, ...]

    @property
    def plain(self) -> "LabelValue | None":
        """The label that goes without saying, where the markers name one."""
        if not isinstance(self.shape, Label):
            return None
        for marker in self.markers:
            match marker:
                case CuedBy(unless=plain) | Polarity(plain=plain):
                    if plain in self.shape.options:
                        return plain
                case _:
                    pass
        return None


def judged_by(group: Group) -> list[object]:
    """What the slots of a group are judged by beside their types, in their order.

    Whether they are required, their bounds and markers; the same in every process. Code of the
    user's own is not in it.
    """
    told: list[object] = []
    for slot in group.slots:
        shape = slot.shape.item if isinstance(slot.shape, Items) else slot.shape
        inner = judged_by(shape) if isinstance(shape, Group) else []
        metadata = group.model.model_fields[slot.name].metadata
        rest = (str(each) for each in metadata if not isinstance(each, Marker))
        bounds = [said for said in rest if " at 0x" not in said]  # a function has its address
        markers = [_in_words(marker) for marker in slot.markers]
        told.append([slot.name, slot.required, slot.nullable, bounds, markers, inner])
    return told


def _in_words(marker: Marker) -> list[str]:
    # A set has another order in every process.
    told = [type(marker).__name__]
    for each in fields(marker):
        value: object = getattr(marker, each.name)
        if isinstance(value, frozenset):
            value = sorted(cast("frozenset[str]", value))
        told.append(f"{each.name}={value!r}")
    return told
