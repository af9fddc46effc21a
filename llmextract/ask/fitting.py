"""Whether the markers of a model fit its fields: what would hold nothing is said at once."""

from collections.abc import Iterable, Mapping
from typing import get_args

from llmextract.ask.markers import (
    Anywhere,
    Beside,
    Counts,
    CuedBy,
    Factuality,
    Marker,
    Named,
    NameSort,
    Nearness,
    Parts,
    Polarity,
    Signs,
    Speaker,
)
from llmextract.ask.parts import DOERS, SUFFERERS
from llmextract.ask.realis import ASSERTED, DENIED, NEGATIVE, POSITIVE, UNREAL, realis_name
from llmextract.ask.shape import Group, Items, Label, LabelValue, Number, Slot, Words
from llmextract.errors import SchemaError

_REALIS = ASSERTED | DENIED | UNREAL
_POLAR = POSITIVE | NEGATIVE
_PARTS = DOERS | SUFFERERS


def check_markers(slots: tuple[Slot, ...], path: str) -> None:
    """Raise `SchemaError`, naming the field, for a marker that cannot hold it to anything.

    It names siblings that there are, its own words of closed lists, labels of the field itself, and
    stands on a field of the kind that it is for.
    """
    names = {slot.name for slot in slots}
    for slot in slots:
        at = f"{path}.{slot.name}"
        for marker in slot.markers:
            _check_choices(marker, at)
            siblings = _siblings(marker)
            if not names.issuperset(siblings):
                raise SchemaError(
                    f"{at}: {marker} names no field beside it; there are {sorted(names)}"
                )
            if slot.name in siblings:
                raise SchemaError(f"{at}: {marker} names the field itself; name one beside it")
            _check_kind(slot, marker, at)
        _check_signs(slot, at)


def _check_choices(marker: Marker, at: str) -> None:
    """What a marker says in words of a closed list is in it."""
    said: Iterable[str]
    match marker:
        case Beside(within=within):
            said, known = (within,), get_args(Nearness)
        case Named(never=said):
            known = get_args(NameSort)
        case _:
            return
    for word in said:
        if word not in known:
            raise SchemaError(f"{at}: {marker} has {word!r}, which is none of {', '.join(known)}")


def _check_kind(slot: Slot, marker: Marker, at: str) -> None:
    """A marker stands on a field of the kind that it is for, with labels that it knows."""
    match marker:
        case Counts():
            if not isinstance(slot.shape, Number):
                raise SchemaError(f"{at}: {marker} is for a number")
        case Factuality(asserted=asserted):
            _check_known(slot, marker, _REALIS.union(map(realis_name, asserted)), at)
        case Polarity():
            _check_known(slot, marker, _POLAR, at)
        case CuedBy():
            if not isinstance(slot.shape, Label):
                raise SchemaError(f"{at}: {marker} is for a label")
        case Parts(who=who, role=role):
            item = slot.shape.item if isinstance(slot.shape, Items) else None
            held = {each.name: each for each in item.slots} if isinstance(item, Group) else {}
            if not (
                who in held
                and role in held
                and isinstance(held[who].shape, Words)
                and isinstance(held[role].shape, Label)
            ):
                raise SchemaError(
                    f"{at}: {marker} needs a list of models with a field of words {who!r} and one "
                    f"of labels {role!r}"
                )
            _check_known(held[role], marker, _PARTS, f"{at}[].{role}")
        case _:
            pass


def _check_known(slot: Slot, marker: Marker, known: Iterable[str], at: str) -> None:
    """A label field, of which at least one label goes by a name that the marker knows."""
    name = type(marker).__name__
    if not isinstance(slot.shape, Label):
        raise SchemaError(f"{at}: {name} is for a label")
    options: Mapping[LabelValue, object] = slot.shape.options
    names = frozenset(known)
    # Of a plain yes or no, True says that it is so.
    if True not in options and names.isdisjoint(map(realis_name, options)):
        raise SchemaError(
            f"{at}: {name} knows none of the labels {[*options]}; it knows "
            f"{', '.join(sorted(names))}"
        )


def _check_signs(slot: Slot, at: str) -> None:
    """Signs of labels are those of labels that there are."""
    signs = [marker for marker in slot.markers if isinstance(marker, Signs)]
    named = {
        label
        for each in signs
        for labelled in (each.labels, each.told_by, each.never_by)
        for label, _ in labelled
    }
    options = slot.shape.options if isinstance(slot.shape, Label) else ()
    if unknown := sorted(named - {*options}):
        raise SchemaError(f"{at}: signs of {unknown}, which are no labels of it")


def _siblings(marker: Marker) -> tuple[str, ...]:
    match marker:
        case Beside(of=sibling, outside=outside):
            return (sibling,) if outside is None else (sibling, outside)
        case (
            CuedBy(field=sibling)
            | Factuality(of=sibling)
            | Polarity(of=sibling)
            | Counts(of=sibling)
            | Speaker(of=str(sibling))
            | Parts(of=sibling)
            | Signs(field=str(sibling))
        ):
            return (sibling,)
        case Anywhere(other_than=others, alias_of=alias, name_of=name):
            return (*others, *filter(None, (alias, name)))
        case _:
            return ()
