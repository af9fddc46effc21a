"""Records of an article that are one: a value told twice, or one thing seen through two windows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from pydantic import BaseModel

from llmextract.ask.shape import Group, Items, Label, Moment, Number, Words
from llmextract.judge.verdict import Span
from llmextract.run.extraction import Record

Found = Record[BaseModel]


def unite(records: Iterable[tuple[Group, Found]]) -> list[Found]:
    """Each record once, where it was first told, with the evidence of all that told it.

    Two records are one where their values are equal, or where the words that they require stand at
    the same places and the labels that they require are the same. What one of the two leaves open
    the other fills.
    """
    united: list[Found] = []
    known: dict[object, int] = {}
    for group, record in records:
        keys = list(_identities(group, record))
        at = next((known[key] for key in keys if key in known), len(united))
        both = _united(united[at], record) if at < len(united) else None
        if both is None:
            at = len(united)
            united.append(record)
        else:
            united[at] = both
            keys += _identities(group, both)
        known.update((key, at) for key in keys if key not in known)
    return united


def _identities(group: Group, record: Found) -> Iterator[object]:
    yield group.name, record.value.model_dump_json()
    places = [
        (path, span.start, span.end)
        for slot in group.slots
        if slot.required and isinstance(slot.shape, Words | Number | Moment | Items)
        for path, spans in record.spans.items()
        if path == slot.name or path.startswith((f"{slot.name}[", f"{slot.name}."))
        for span in spans[:1]
    ]
    labels = [
        str(getattr(record.value, slot.name))
        for slot in group.slots
        if slot.required and isinstance(slot.shape, Label)
    ]
    if places:
        yield group.name, (*places, *labels)


def _united(first: Found, other: Found) -> Found | None:
    """The first record, with what the other adds to it; None where the user's model refuses it."""
    update: dict[str, object] = {}
    moved: dict[str, str] = {}
    for name in type(first.value).model_fields:
        if name not in other.value.model_fields_set:
            continue
        here: object = getattr(first.value, name)
        there: object = getattr(other.value, name)
        if here is None or name not in first.value.model_fields_set:
            update[name] = there
            moved[name] = name
        elif isinstance(here, list) and isinstance(there, list):
            items = [*cast("list[object]", here)]
            for place, item in enumerate(cast("list[object]", there)):
                if item not in items:
                    items.append(item)
                moved[f"{name}[{place}]"] = f"{name}[{items.index(item)}]"
            if len(items) > len(cast("list[object]", here)):
                update[name] = items
        elif here == there:
            moved[name] = name
    if not _takes(first.value, update):
        return None
    spans = {path: [*found] for path, found in first.spans.items()}
    for path, found in other.spans.items():
        if (target := _moved(path, moved)) is not None:
            here_too: list[Span] = spans.setdefault(target, [])
            here_too += [span for span in found if span not in here_too]
    return replace(
        first,
        value=first.value.model_copy(update=update),
        spans=spans,
        unchecked=_paths(first.unchecked, other.unchecked, moved),
        flagged=_paths(first.flagged, other.flagged, moved),
    )


def _takes(value: BaseModel, update: dict[str, object]) -> bool:
    """Whether a model takes what is added; it may bound a list, or let two fields exclude another.

    What its validators make of it is left aside: they have read all of it once.
    """
    if all(there is None for there in update.values()):
        return True
    fields = {name: getattr(value, name) for name in value.model_fields_set}
    try:
        both = type(value).model_validate({**fields, **update}, by_alias=False, by_name=True)
        both.model_dump_json()
    except Exception:  # noqa: BLE001 (code of the user's own may raise anything)
        return False
    return True


def _moved(path: str, moved: dict[str, str]) -> str | None:
    """Where a path of the other record stands in the first; None where it is not taken over."""
    for source, target in moved.items():
        if path == source or path.startswith((f"{source}.", f"{source}[")):
            return target + path[len(source) :]
    return None


def _paths(
    first: tuple[str, ...], other: tuple[str, ...], moved: dict[str, str]
) -> tuple[str, ...]:
    added = (_moved(path, moved) for path in other)
    return tuple(dict.fromkeys([*first, *(path for path in added if path is not None)]))
