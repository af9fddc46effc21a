"""What a schema says about a field beyond its type, inside `Annotated[...]`.

The engine knows no field by name: whatever a rule needs, one of these markers states.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anywhere:
    """The words may stand anywhere in the article, not only in the cited sentences."""


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Free text: accepted only if its numbers, names and negations stand in the cited sentences."""


@dataclass(frozen=True, slots=True)
class CuedBy:
    """A label that needs the span of the sibling `field`, except for the label `unless`."""

    field: str
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """A label of how real something is, held against what governs the span of the sibling `of`."""

    of: str


@dataclass(frozen=True, slots=True)
class Polarity:
    """A positive or negative label, held against the negations in the span of the sibling `of`."""

    of: str


@dataclass(frozen=True, slots=True)
class Counts:
    """A number that counts what the sibling `of` names."""

    of: str


Marker = Anywhere | Paraphrase | CuedBy | Factuality | Polarity | Counts
