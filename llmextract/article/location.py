"""What locating a quote gives: where it stands, or why it is not found."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["exact", "normalized", "fuzzy", "not_found"]
Span = tuple[int, int]
Code = Literal[
    "not_found",
    "number_differs",
    "negation_differs",
    "name_differs",
    "words_differ",
    "order_differs",
]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a quote stands in a text, or why it does not.

    `start` and `end` are half-open code-point offsets, `exact` is the text between them, `others`
    are all further occurrences in the ranges searched. A quote that was not found has a `code`
    instead, and `nearest`, the text that differs least from it, if any is near.
    """

    status: Status
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    others: tuple[Span, ...] = ()
    code: Code | None = None
    nearest: str | None = None
    sentence: int | None = None
    region: str | None = None

    def placed(self, sentence: int, region: str) -> "Location":
        """The same span, in a sentence and a region."""
        return Location(
            self.status,
            self.start,
            self.end,
            self.exact,
            self.others,
            sentence=sentence,
            region=region,
        )
