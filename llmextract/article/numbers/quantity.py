"""The model of a quantity and what it means that two of them say the same."""

from decimal import Decimal
from math import isclose
from typing import Literal

from pydantic import BaseModel

from llmextract.article.numbers.units import is_share

Comparator = Literal[
    "exactly", "about", "more_than", "at_least", "less_than", "at_most", "between", "indefinite"
]


class Quantity(BaseModel, frozen=True):
    """What a number expression states: a figure or its inclusive bounds, and a unit of measure."""

    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    comparator: Comparator = "exactly"
    unit: str | None = None

    @property
    def is_exact(self) -> bool:
        """Whether the words state one figure and nothing that loosens it."""
        return self.comparator == "exactly" and self.value is not None


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same; a unit, unless a share, may be missing on one side."""
    if a.comparator != b.comparator or not _same_number(a.value, b.value):
        return False
    if a.unit != b.unit and ((a.unit and b.unit) or is_share(a.unit or b.unit)):
        return False
    # Where a figure is stated, it and the comparator say all that the bounds say.
    return a.value is not None or (_same_number(a.low, b.low) and _same_number(a.high, b.high))


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return isclose(a, b, rel_tol=1e-9)


def plain(value: Decimal | None) -> int | float | None:
    """A decimal as a whole number where it is one, else as a float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
