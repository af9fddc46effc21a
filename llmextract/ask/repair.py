"""Asking once more, for rejected fields only: the request, and what its answer would put where.

Sentences and records are joined by concatenation, as in every prompt. The properties of the answer
name record and field (`record_2`, `figures_0_count`), so that an answer says by itself what it is
about, and a kept one can be judged again by other rules.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from llmextract.article.sentences import Sentence
from llmextract.ask.jsontext import compact
from llmextract.ask.leaves import Leaf, with_value
from llmextract.ask.markers import CuedBy
from llmextract.ask.prompt import told_of
from llmextract.ask.request import Message, Request
from llmextract.ask.shape import (
    FreeText,
    Group,
    Label,
    LabelValue,
    Moment,
    Number,
    Shape,
    Slot,
    Words,
)
from llmextract.ask.templates import read_template
from llmextract.ask.wire import Bounds, Json, JsonObject, reply_schema

NAME = "repair"
# Where a reply is bounded at all: a few words a field, and a small model that runs on is stopped.
_TOKENS, _TOKENS_A_FIELD = 60, 40


@dataclass(frozen=True)
class Fault:
    """A field that does not hold, and the reason in words."""

    leaf: Leaf
    reason: str


@dataclass(frozen=True)
class Faulty:
    """A record with fields to ask for again; `number` is its place in the reply."""

    number: int
    record: JsonObject
    faults: tuple[Fault, ...]


class Mending(BaseModel):
    """Stands for the answer to a repair, which has no model of the user's."""


def repair_request(
    sentences: Sequence[Sentence],
    records: Sequence[Faulty],
    *,
    grammar: bool,
    max_tokens: int | None,
) -> Request:
    """The call that asks for the fields of these records, showing their sentences and no others."""
    group = Group(NAME, Mending, tuple(_asked(each, sentences) for each in records))
    shown = "\n".join(f"[{sentence.number}] {sentence.text}" for sentence in sentences)
    return Request(
        messages=(
            Message("system", read_template(NAME).body),
            Message("user", f"{shown}\n{_told(records)}"),
        ),
        schema=reply_schema(group, Bounds(records=1, items=1)),
        name=NAME,
        grammar=_grammar(group, sentences) if grammar else None,
        max_tokens=max_tokens and min(max_tokens, _room(records)),
    )


def _room(records: Sequence[Faulty]) -> int:
    return _TOKENS + _TOKENS_A_FIELD * sum(len(faulty.faults) for faulty in records)


def _grammar(group: Group, sentences: Sequence[Sentence]) -> str | None:
    """Holds every field to the words, figures and times of one of the sentences, or to null.

    No record at all would be the shortest answer, and a small model takes it: one must be given.
    """
    # With the readers behind it, longer to load than the rest of the package.
    from llmextract.ask.grammar import reply_grammar

    return reply_grammar(group, sentences, must=True)


def _asked(faulty: Faulty, sentences: Sequence[Sentence]) -> Slot:
    """A record to mend, as one property that holds a property for each of its faults."""
    slots = tuple(
        Slot(_key(leaf), _answers(leaf, sentences), True, False, "", leaf.slot.markers)
        for leaf in (fault.leaf for fault in faulty.faults)
    )
    name = f"record_{faulty.number}"
    return Slot(name, Group(name, Mending, slots), False, True, "", ())


def _key(leaf: Leaf) -> str:
    """A name for a field that every endpoint takes as the name of a property."""
    return re.sub(r"\W+", "_", leaf.path).strip("_")


def _told(records: Iterable[Faulty]) -> str:
    """Each record with gaps where it does not hold, and why; what a field means is said once.

    What was written there is told last in its line and not in the record: a small model copies it.
    """
    lines: list[str] = []
    said: set[str] = set()
    for faulty in records:
        gaps = faulty.record
        for fault in faulty.faults:
            gaps = with_value(gaps, fault.leaf, "?")
        stated = {name: each for name, each in gaps.items() if each not in (None, [])}
        lines += ["", f"record_{faulty.number}: {compact(stated)}"]
        for fault in faulty.faults:
            slot = fault.leaf.slot
            meant = (
                "" if slot.name in said else f" {slot.description} {told_of(slot.shape)}".rstrip()
            )
            said.add(slot.name)
            wrong = f"not {compact(fault.leaf.written)}, for {fault.reason}"
            lines.append(f"record_{faulty.number} {_key(fault.leaf)}:{meant} It is {wrong}.")
    return "\n".join(lines)


def can_be_stated(shape: Shape, sentences: Iterable[Sentence]) -> bool:
    """Whether the sentences hold anything that a field of this shape could point at."""
    match shape:
        case Number() | Moment():
            return bool(_found(shape, sentences))
        case _:
            return isinstance(shape, Words | Label | FreeText)


def _found(shape: Number | Moment, sentences: Iterable[Sentence]) -> list[str]:
    """The figures or times that are read in the sentences, in their words."""
    # As in `_grammar`.
    from llmextract.ask.found import figures, times

    found = times if isinstance(shape, Moment) else figures
    return list(dict.fromkeys(each for sentence in sentences for each in found(sentence.text)))


def _answers(leaf: Leaf, sentences: Sequence[Sentence]) -> Shape:
    """What may be answered for a field: no label again that was refused, no figure but those read.

    A schema of its own costs nothing here, for every repair has one.
    """
    match leaf.slot.shape:
        case Number() | Moment() as shape:
            found: dict[LabelValue, object] = {words: words for words in _found(shape, sentences)}
            return Label(found) if found else shape
        case Label(options=options) as shape if not _is_cued(leaf):
            others = {value: of for value, of in options.items() if value != leaf.written}
            return replace(shape, options=others) if others else shape
        case shape:
            return shape


def _is_cued(leaf: Leaf) -> bool:
    return any(isinstance(marker, CuedBy) for marker in leaf.slot.markers)


def replacement(records: Iterable[Json], number: int, leaf: Leaf) -> Json:
    """What an answer gives for a field of a record; None where it gives nothing."""
    for answered in records:
        mended = answered.get(f"record_{number}") if isinstance(answered, Mapping) else None
        given = mended.get(_key(leaf)) if isinstance(mended, Mapping) else None
        if given is not None:
            return given
    return None
