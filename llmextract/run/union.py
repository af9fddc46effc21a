"""Records of an article that are one: a value told twice, or one thing seen through two windows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from pydantic import BaseModel

from llmextract.article.syntax.grammar import ARTICLES
from llmextract.article.syntax.patterns import ABBREVIATED
from llmextract.article.syntax.sorts import sort_of
from llmextract.ask.realis import realis_name
from llmextract.ask.shape import Group, Items, Label, Moment, Number, Words
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.verdict import Span
from llmextract.run.extraction import Record

Found = Record[BaseModel]

_ONE_PERSON = frozenset(("individual", "person"))
_TITLES = ROLES | frozenset(ABBREVIATED.lower().split("|"))
# Before a name that opens its sentence, where every word has a capital.
_ENDS = tuple('.!?:;"“”')


def unite(
    records: Iterable[tuple[Group, Found]],
    abbreviations: Mapping[str, str] | None = None,
    text: str = "",
) -> list[Found]:
    """Each record once, where it was first told, with the evidence of all that told it.

    Two records are one where their values are equal, or where the words that they require stand at
    the same places and the labels that they require are the same. Records of somebody who may have
    other names (`Anywhere(alias_of=...)`) are one where they have the same proper name, or one of
    them its abbreviation, by `abbreviations` with their names, or the surname of the only person of
    that name in `text`; of labels that differ the one most often chosen stays. What one of two
    leaves open the other fills.
    """
    once = _seen_once(records)
    shorts = {**(abbreviations or {}), **_surnames(once, text)}
    whole = {short.casefold(): name for short, name in shorts.items()}
    alike: dict[object, list[tuple[Group, Found]]] = {}
    for group, record in once:
        name = _proper_name(group, record)
        if name is not None and group.other_names:
            name = name[0], whole.get(name[1], name[1]).casefold()
        alike.setdefault(len(alike) if name is None else name, []).append((group, record))
    return [
        record for told in alike.values() for record in _of_one_name(_of_whole_name(told, whole))
    ]


def _seen_once(records: Iterable[tuple[Group, Found]]) -> list[tuple[Group, Found]]:
    united: list[tuple[Group, Found]] = []
    known: dict[object, int] = {}
    for group, record in records:
        keys = list(_identities(group, record))
        at = next((known[key] for key in keys if key in known), len(united))
        both = _united(united[at][1], record) if at < len(united) else None
        if both is None:
            at = len(united)
            united.append((group, record))
        else:
            united[at] = (group, both)
            keys += _identities(group, both)
        known.update((key, at) for key in keys if key not in known)
    return united


def _proper_name(group: Group, record: Found) -> tuple[str, str] | None:
    """Whom a record is about, by its schema and proper name; None where no name tells.

    "The rebels" of two sentences may be others, and so may "he".
    """
    span = next(iter(record.spans.get(group.naming or "", ())), None)
    if span is None:
        return None
    words = _without_article(span.exact).split()
    capital = [word[0].isupper() for word in words]
    opens = not span.prefix.strip() or span.prefix.rstrip()[-1] in _ENDS
    sort = sort_of(" ".join(words))
    if any(capital[1:]) or (any(capital) and sort != "pronoun" and not (opens and sort)):
        return group.name, " ".join(words).casefold()
    return None


def _surnames(records: Iterable[tuple[Group, Found]], text: str) -> dict[str, str]:
    """The surnames of persons who are told of by both names, where nobody else has the surname."""
    persons = {
        _without_article(str(getattr(record.value, group.naming)))
        for group, record in records
        if group.naming and group.other_names and _is_person(group, record)
    }
    found: dict[str, set[str]] = {}
    for name in persons:
        given, _, last = name.rpartition(" ")
        if given and last in persons:
            found.setdefault(last, set()).add(name)
    only = {last: names.pop() for last, names in found.items() if len(names) == 1}
    return {last: name for last, name in only.items() if _has_no_namesake(text, last, name)}


def _is_person(group: Group, record: Found) -> bool:
    labels = (slot.name for slot in group.slots if isinstance(slot.shape, Label))
    return any(realis_name(getattr(record.value, name)) in _ONE_PERSON for name in labels)


def _has_no_namesake(text: str, surname: str, name: str) -> bool:
    """Whether no other name stands before a surname: "Anna Roe" beside "Ilan Roe"."""
    before = re.findall(rf"\b([A-Z][\w.’'-]*)[ -]{re.escape(surname)}\b", text)
    known = {*name.split(), *(word for word in before if word.lower().rstrip(".") in _TITLES)}
    return known.issuperset(before)


def _of_whole_name(
    told: list[tuple[Group, Found]], whole: Mapping[str, str]
) -> list[tuple[Group, Found]]:
    """Records of one name, with the whole name where one of them has it."""
    naming = told[0][0].naming
    if naming is None or len(told) == 1:
        return told
    names = [_without_article(str(getattr(record.value, naming))).casefold() for _, record in told]
    full = next((whole[name] for name in names if name in whole), None)
    if full is None or full.casefold() not in names:
        return told
    return [
        (group, _turned(group, record, full) if name in whole else record)
        for (group, record), name in zip(told, names, strict=True)
    ]


def _without_article(name: str) -> str:
    return " ".join(word for word in name.split() if word.casefold() not in ARTICLES)


def _turned(group: Group, record: Found, whole: str) -> Found:
    """A record with an abbreviation among the other names, and the whole name in its place.

    The evidence of the whole name is that of the record that has it.
    """
    naming, other_names = group.naming or "", group.other_names or ""
    short = str(getattr(record.value, naming))
    others: list[str] = getattr(record.value, other_names)
    names = [short, *(each for each in others if each not in (short, whole))]
    kept = (
        path for path in record.spans if path != naming and not path.startswith(f"{other_names}[")
    )
    spans = {path: record.spans[path] for path in kept}
    spans[f"{other_names}[0]"] = record.spans.get(naming, [])
    for at, each in enumerate(names[1:], start=1):
        # A flagged name that the policy `report` keeps has no evidence.
        found = record.spans.get(f"{other_names}[{others.index(each)}]")
        if found is not None:
            spans[f"{other_names}[{at}]"] = found
    value = record.value.model_copy(update={naming: whole, other_names: names})
    return replace(record, value=value, spans=spans)


def _of_one_name(told: list[tuple[Group, Found]]) -> list[Found]:
    """Records of one name as one, with the labels that most of them have.

    A label that other fields must bear out stays with them.
    """
    (group, first), *others = told
    if not others:
        return [first]
    assert group.naming is not None
    shared: dict[str, object] = {group.naming: getattr(first.value, group.naming)}
    borne_out = {slot.name for slot, _ in group.ruled}
    for slot in group.slots:
        chosen = [getattr(record.value, slot.name) for _, record in told]
        votes = [value for value in chosen if value is not None]
        if isinstance(slot.shape, Label) and votes and slot.name not in borne_out:
            shared[slot.name] = Counter(votes).most_common(1)[0][0]
    united = _sharing(first, shared)
    apart: list[Found] = []
    for _, record in others:
        both = _united(united, _sharing(record, shared))
        if both is None:
            apart.append(record)
        else:
            united = both
    return [united, *apart]


def _sharing(record: Found, shared: dict[str, object]) -> Found:
    return replace(record, value=record.value.model_copy(update=shared))


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
