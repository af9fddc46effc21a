"""A figure with its currency or its unit, and what an expression of figures states."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from llmextract.article.numbers.designators import is_named_by_number, is_numbered
from llmextract.article.numbers.digits import Amount
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.tokens import Token, is_tight, text_at
from llmextract.article.numbers.units import read_currency, read_unit


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens `start` to `end` and what they state; `quantity` is None where they are unreadable.

    A label is the number of something ("Brigade 87"), which counts nothing.
    """

    start: int
    end: int
    quantity: Quantity | None
    role: Literal["count", "ordinal", "label"] = "count"


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount, the tokens `start` to `end` that state it, and its unit if it has one."""

    amount: Amount
    start: int
    end: int
    unit: str | None


def measure(tokens: Sequence[Token], at: int, amount: Amount, floor: int) -> Measured | None:
    """Join an amount to its currency or its unit; None where other letters run into the figure."""
    end = amount.end
    currency = read_currency(tokens, at) if at > floor else None
    attached = is_tight(tokens, end) and tokens[end].kind == "word"
    if currency is not None:
        unit, start = currency
        known = unit is not None and start >= floor and not attached  # "$1.2MM", "$45cr"
        return Measured(amount, start, end, unit) if known else None
    # "half a kilometer", "three quarters of an hour"
    part = end + (text_at(tokens, end) == "of")
    if amount.kind == "fraction" and text_at(tokens, part) in ("a", "an"):
        found = read_unit(tokens, part + 1)
    else:
        # "hundreds of billions of dollars", "a couple of days"
        found = read_unit(tokens, part if amount.kind == "indefinite" else end)
    if found is not None:
        return Measured(amount, at, found[1], found[0])
    return None if attached else Measured(amount, at, end, None)


def is_label(tokens: Sequence[Token], first: Measured) -> bool:
    """Whether a figure is the number of something: "Brigade 87"."""
    before = text_at(tokens, first.start - 1)
    if before == "." and text_at(tokens, first.start - 2) in ("no", "nos"):
        return True
    if before in ("#", "per"):
        return True
    if first.unit is None and is_named_by_number(tokens, first.start):
        return True
    return is_numbered(tokens, first.start)
