"""What is compared: a record as fields of pieces, whichever program or person filled it in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Literal

from llmextract.article.fold import fold
from llmextract.article.location import Range
from llmextract.article.numbers.quantity import Quantity, same_quantity
from llmextract.article.times.calendar import Time, same_time

Kind = Literal["words", "number", "time", "label"]
Value = Quantity | Decimal | Time | date | datetime

# Two pieces, or the key words of two records, overlap from this share of common tokens on.
OVERLAP = 0.5


@dataclass(frozen=True)
class Piece:
    """One value stated at a field: its words (or its label), where they stand, what they mean.

    `spans` are half-open code-point ranges of the article, several where the same was told more
    than once; `item` is the list element it belongs to, as `participants[0]`, empty outside lists.
    """

    kind: Kind
    text: str
    spans: tuple[Range, ...] = ()
    value: Value | None = None
    item: str = ""

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words without what is form: case, punctuation, quotes, line breaks."""
        return tuple(fold(self.text).tokens) or (self.text.casefold(),)


@dataclass(frozen=True)
class Labelled:
    """A record of one article: the pieces of each field, by paths such as `figures[].count`.

    `sentences` are the numbers of the sentences that the record is read from.
    """

    id: str
    article: str
    schema: str
    fields: Mapping[str, tuple[Piece, ...]]
    sentences: frozenset[int] = frozenset()

    @cached_property
    def content(self) -> str:
        """All that the record says, in one order; equal content is the same record told again."""
        said = sorted(
            (path, piece.item, piece.kind, piece.text, piece.spans, repr(piece.value))
            for path, pieces in self.fields.items()
            for piece in pieces
        )
        return repr((self.article, self.schema, sorted(self.sentences), said))


def general_path(path: str) -> str:
    """The path of a field without the places in its lists: `figures[].count`."""
    head, *parts = path.split("[")
    return head + "".join(f"[]{part.partition(']')[2]}" for part in parts)


def jaccard(one: frozenset[str] | frozenset[int], other: frozenset[str] | frozenset[int]) -> float:
    """The share that two sets have in common; two empty sets agree."""
    union = len(one | other)
    return len(one & other) / union if union else 1.0


def tokens_of(pieces: Iterable[Piece]) -> frozenset[str]:
    """All tokens of some pieces."""
    return frozenset(token for piece in pieces for token in piece.tokens)


def same(one: Piece, other: Piece) -> bool:
    """Whether two pieces say exactly the same: equal words, label or value."""
    by_value = _same_value(one.value, other.value)
    return one.tokens == other.tokens if by_value is None else by_value


def alike(one: Piece, other: Piece) -> float:
    """How much two pieces of one field have in common, from 0 to 1.

    Words are held by their tokens. A label or a figure that is nearly right is wrong.
    """
    if same(one, other):
        return 1.0
    if one.kind in ("label", "number") or _same_value(one.value, other.value) is False:
        return 0.0
    return jaccard(frozenset(one.tokens), frozenset(other.tokens))


def _same_value(one: Value | None, other: Value | None) -> bool | None:
    """Whether two values are the same; None where values cannot tell and the words must."""
    if one is None or other is None:
        return None
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return same_quantity(one, other)
    if isinstance(one, Time) and isinstance(other, Time):
        # "Tuesday" has no place in the calendar unless the date of publication is known.
        return None if one.edtf is None or other.edtf is None else same_time(one, other)
    return one == other
