"""What locating a quote gives: where it stands, or why it is not found."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["exact", "normalized", "fuzzy", "not_found"]
# Half-open code points of a text.
Range = tuple[int, int]
Code = Literal[
    "not_found",
    "number_differs",
    "negation_differs",
    "name_differs",
    "words_differ",
    "order_differs",
]


def touch(one: Range, other: Range) -> bool:
    """Whether two ranges share a place."""
    return one[0] < other[1] and other[0] < one[1]


def is_within(one: Range, other: Range) -> bool:
    """Whether a range lies inside another one."""
    return other[0] <= one[0] and one[1] <= other[1]


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
    others: tuple[Range, ...] = ()
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
