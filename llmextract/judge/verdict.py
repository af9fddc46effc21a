"""What the validator says of each field: a status, a code and the evidence."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.article.location import Location
from llmextract.ask.wire import Json

# How much text stands on either side of a span's quote, enough to find it again in a changed copy.
_AROUND = 32


class Status(StrEnum):
    """What became of one field."""

    SUPPORTED = "supported"
    REJECTED = "rejected"
    NOT_STATED = "not_stated"
    UNCHECKED = "unchecked"


class Code(StrEnum):
    """Why a field is rejected."""

    NOT_FOUND = "not_found"
    NUMBER_DIFFERS = "number_differs"
    NEGATION_DIFFERS = "negation_differs"
    NAME_DIFFERS = "name_differs"
    WORDS_DIFFER = "words_differ"
    ORDER_DIFFERS = "order_differs"
    WRONG_SENTENCE = "wrong_sentence"
    UNREADABLE = "unreadable"
    MISATTACHED = "misattached"
    CONTRADICTED = "contradicted"
    CUE_MISSING = "cue_missing"
    BOILERPLATE = "boilerplate"
    PROMPT_LEAK = "prompt_leak"
    SCHEMA = "schema"
    REQUIRED = "required"
    NOT_ENTAILED = "not_entailed"


class Span(NamedTuple):
    """A piece of evidence by half-open code-point offsets: `article.text[start:end] == exact`.

    `prefix` and `suffix` are the text around it, `match` how the quote was found there.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    sentence: int | None
    region: str | None
    match: str


class Verdict(NamedTuple):
    """The judgement of one field; `value` is what the model wrote there."""

    path: str
    status: Status
    code: Code | None = None
    span: Span | None = None
    value: Json = None
    nearest: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class Judgement:
    """The judgement of one record.

    `value` is the user's own typed model, or None where the record did not survive; `verdicts`
    holds one row a field, with the paths of the record as given; `losses` the rows for what fell
    with a required field; `spans` the evidence by the paths of `value`; `unchecked` the paths
    nothing in a text can prove; `flagged` the paths that the policy `report` keeps although they
    are rejected; `relocated` the sentences whose words the record turned out to hold; `mended` the
    rows of fields that were rejected as first written and then written anew.
    """

    value: BaseModel | None
    verdicts: tuple[Verdict, ...]
    losses: tuple[Verdict, ...] = ()
    spans: dict[str, list[Span]] = field(default_factory=dict[str, list[Span]])
    unchecked: tuple[str, ...] = ()
    flagged: tuple[str, ...] = ()
    relocated: tuple[int, ...] = ()
    mended: tuple[Verdict, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the record survived; the policy `drop` leaves its `rejected` fields out."""
        return self.value is not None

    @property
    def rejected(self) -> tuple[Verdict, ...]:
        """The rows of fields that are rejected."""
        return tuple(row for row in self.verdicts if row.status is Status.REJECTED)


def span_at(article: Article, start: int, end: int, match: str) -> Span:
    """The span of a code-point range of the article."""
    text, sentence = article.text, article.sentence_at(start)
    return Span(
        start,
        end,
        text[start:end],
        text[max(0, start - _AROUND) : start],
        text[end : end + _AROUND],
        None if sentence is None else sentence.number,
        None if sentence is None else str(sentence.region),
        match,
    )


def span_of(article: Article, location: Location) -> Span:
    """The span of a quote that was located."""
    assert location.start is not None
    assert location.end is not None
    return span_at(article, location.start, location.end, location.status)
