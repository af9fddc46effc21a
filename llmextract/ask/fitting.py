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
    Paraphrase,
    Parts,
    Polarity,
    Signs,
    Speaker,
)
from llmextract.ask.parts import DOERS, SUFFERERS
from llmextract.ask.realis import ASSERTED, DENIED, NEGATIVE, POSITIVE, UNREAL, realis_name
from llmextract.ask.shape import (
    FreeText,
    Group,
    Items,
    Label,
    LabelValue,
    Number,
    Shape,
    Slot,
    Words,
)
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
    labels = {slot.name for slot in slots if isinstance(_inner(slot.shape), Label)}
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
            if chosen := sorted(labels.intersection(siblings)):
                raise SchemaError(
                    f"{at}: {marker} names {chosen[0]!r}, which is a label and stands nowhere in "
                    f"the article; name a field of words, a figure or a time"
                )
            _check_kind(slot, marker, at)
        _check_signs(slot, at)
    _check_turned(slots, path)


def _inner(shape: Shape) -> Shape:
    """The shape of the items of a list; any other shape is its own."""
    return shape.item if isinstance(shape, Items) else shape


def _check_turned(slots: tuple[Slot, ...], path: str) -> None:
    """Words of saying, which have a subject, bring speech and are none."""
    held = [(slot, m) for slot in slots for m in slot.markers if isinstance(m, Beside)]
    cues = {marker.of for _, marker in held if marker.within == "subject"}
    for slot, marker in held:
        if marker.within == "speech" and slot.name in cues:
            raise SchemaError(
                f"{path}.{slot.name}: {marker} is for what is said, and {slot.name!r} has a "
                f"subject as words of saying do; put Beside({slot.name!r}, within='speech') on "
                f"{marker.of!r}"
            )


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
        case Beside():
            if isinstance(_inner(slot.shape), Label):
                raise SchemaError(
                    f"{at}: {marker} is for words, a figure, a time or a list of them, and a label "
                    f"stands nowhere; hold it with Factuality, Polarity or CuedBy, or leave this "
                    f"out"
                )
        case Named() | Anywhere() | Paraphrase() | Speaker():
            _check_words(slot, marker, at)
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


def _check_words(slot: Slot, marker: Marker, at: str) -> None:
    """A field of words, or a list of them."""
    if not isinstance(_inner(slot.shape), Words | FreeText):
        raise SchemaError(
            f"{at}: {marker} is for words (str, or a list of them); make it one, or leave the "
            f"marker out"
        )


def _check_known(slot: Slot, marker: Marker, known: Iterable[str], at: str) -> None:
    """A label field, of which at least one label goes by a name that the marker knows."""
    name = type(marker).__name__
    if not isinstance(slot.shape, Label):
        raise SchemaError(f"{at}: {name} is for a label")
    options: Mapping[LabelValue, object] = slot.shape.options
    names = frozenset(known)
    # Of a plain yes or no, True says that it is so; of a polarity it says nothing.
    is_asserted = True in options and not isinstance(marker, Polarity)
    if not is_asserted and names.isdisjoint(map(realis_name, options)):
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
