"""What a span reads as: figures and times, in the type that their field takes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from llmextract.article.article import Article
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import (
    QuantityMention,
    find_quantities,
    read_quantity,
    stands_as_figure,
)
from llmextract.article.times.calendar import Time
from llmextract.article.times.reader import find_times, read_time
from llmextract.ask.shape import FreeText, Moment, Number, Shape, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.support import Evidence, Judged, judge_words, reject
from llmextract.judge.verdict import Code, Span, Status, Verdict, span_at

# Figures that are one only by themselves; in running text the reader leaves them to their sentence.
_ALONE = frozenset({"no", "none", "zero"})

# What an object must give one of, to say anything: {"unit": null} fits any figure.
_TELLING = ("value", "low", "high", "edtf", "unresolved")

_find_quantities = lru_cache(maxsize=1024)(find_quantities)


def judge_number(evidence: Evidence, kind: type, wire: Json, path: str) -> Judged:
    """A figure that the cited words state, or that equals one of the cited sentences."""
    if isinstance(wire, int | float | dict) and not isinstance(wire, bool):
        return _typed_number(evidence, kind, wire, path)
    judged = judge_words(evidence, wire, path)
    span = judged.verdict.span
    if span is None or not judged.stands:
        return judged
    span, quantity = _figure(evidence.article, span)
    if span is not judged.verdict.span:
        judged.verdict = replace(judged.verdict, span=span)
    if quantity is None:
        return _unreadable(judged, "the span states no figure, or more than one")
    value = _as_number(quantity, kind)
    if value is None:
        return _unreadable(judged, f"the span states no exact {kind.__name__}")
    judged.value = value
    return judged


def _figure(article: Article, span: Span) -> tuple[Span, Quantity | None]:
    """The figure that a span points at, read where it stands.

    "1,600" cut from "exceeded 1,600" is not exact, and "one" cut from "no one" is no figure: the
    sentence decides, and the span grows to the words that were read.
    """
    sentence = article.sentence_at(span.start)
    low = sentence.start if sentence is not None else span.start
    text = article.text[low : max(span.end, sentence.end if sentence is not None else span.end)]
    touching = [
        mention
        for mention in _find_quantities(text)
        if low + mention.start < span.end and span.start < low + mention.end
    ]
    if len(touching) == 1 and _covers(touching[0], span, low):
        quantity = touching[0].quantity if stands_as_figure(text, touching[0]) else None
        return span, quantity
    stated = read_quantity(span.exact)
    if not touching:
        whole = span.exact.strip().casefold()
        is_year = len(whole) == 4 and whole.isdecimal() and whole[0] in "12"
        return span, stated if whole in _ALONE or is_year else None
    if len(touching) > 1 or stated is None:
        return span, stated
    mention = touching[0]
    if not stands_as_figure(text, mention):
        return span, None
    first, last = min(span.start, low + mention.start), max(span.end, low + mention.end)
    if (first, last) != (span.start, span.end):
        span = span_at(article, first, last, span.match)
    return span, mention.quantity


def _covers(mention: QuantityMention, span: Span, low: int) -> bool:
    return low + mention.start == span.start and low + mention.end == span.end


def _typed_number(evidence: Evidence, kind: type, wire: float | JsonObject, path: str) -> Judged:
    """A figure given as a value is held against every figure of the cited sentences."""
    for start, mention in _cited_figures(evidence):
        value = _as_number(mention.quantity, kind)
        if value is not None and _is_given(wire, mention.quantity):
            span = span_at(evidence.article, start, start + mention.end - mention.start, "exact")
            return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), value)
    detail = "no figure in the cited sentences has this value"
    return reject(path, Code.NUMBER_DIFFERS, wire, detail)


def _cited_figures(evidence: Evidence) -> Iterator[tuple[int, QuantityMention]]:
    text = evidence.article.text
    for low, high in evidence.cited:
        for mention in _find_quantities(text[low:high]):
            yield low + mention.start, mention


def _is_given(wire: Json, stated: Quantity | Time) -> bool:
    """Whether a typed value says what the text states; an object may leave out what it likes."""
    if isinstance(wire, dict):
        known = stated.model_dump(mode="json")
        told = any(wire.get(key) is not None for key in _TELLING)
        told = told or wire.get("comparator") == "indefinite"
        return told and all(key in known and known[key] == wire[key] for key in wire)
    return isinstance(stated, Quantity) and stated.value == wire


def _as_number(quantity: Quantity, kind: type) -> int | float | Decimal | Quantity | None:
    """The value a field of this kind takes; only `Quantity` takes a figure that is not exact."""
    if kind is Quantity:
        return quantity
    if not quantity.is_exact or quantity.value is None:
        return None
    if kind is int:
        return quantity.value if isinstance(quantity.value, int) else None
    return float(quantity.value) if kind is float else Decimal(str(quantity.value))


def judge_moment(evidence: Evidence, kind: type, wire: Json, path: str) -> Judged:
    """A time that the cited words state, or that equals one of the cited sentences."""
    if isinstance(wire, dict):
        expected = "a time that the cited sentences state is expected"
        return _typed_moment(evidence, kind, wire, path) or reject(
            path, Code.NUMBER_DIFFERS, wire, expected
        )
    judged = judge_words(evidence, wire, path)
    span = judged.verdict.span
    if span is None or not judged.stands:
        return _typed_moment(evidence, kind, wire, path) or judged
    sentence = evidence.article.sentence_at(span.start)
    before = evidence.article.text[sentence.start : span.start] if sentence is not None else ""
    moment = read_time(span.exact, evidence.article.published, before=before)
    value = None if moment is None else _as_moment(moment, kind)
    if value is None:
        return _unreadable(judged, _why_no_moment(moment, kind))
    judged.value = value
    return judged


def _typed_moment(evidence: Evidence, kind: type, wire: Json, path: str) -> Judged | None:
    """An ISO date is held against every time expression of the cited sentences."""
    if not isinstance(wire, str | dict):
        return None
    article = evidence.article
    for low, high in evidence.cited:
        for mention in find_times(article.text[low:high], article.published):
            value = _as_moment(mention.time, kind)
            if value is None:
                continue
            if _is_given(wire, mention.time) or wire in (mention.time.edtf, _iso(value)):
                span = span_at(article, low + mention.start, low + mention.end, "exact")
                return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), value)
    return None


def _as_moment(moment: Time, kind: type) -> date | datetime | Time | None:
    """The value a field of this kind takes; only `Time` takes what resolves to no single day."""
    if kind is Time:
        return moment
    return moment.moment if kind is datetime else moment.day


def _iso(value: date | datetime | Time) -> str | None:
    return value.edtf if isinstance(value, Time) else value.isoformat()


def _why_no_moment(moment: Time | None, kind: type) -> str:
    if moment is None:
        return "the span states no time"
    if moment.unresolved == "published":
        return "the span resolves to no day without the article's date of publication"
    return (
        "the span states no single day"
        if kind is date
        else "the span states no day with a clock time"
    )


def _unreadable(judged: Judged, detail: str) -> Judged:
    verdict = replace(judged.verdict, status=Status.REJECTED, code=Code.UNREADABLE, detail=detail)
    return Judged(verdict)


def read_alone(shape: Shape, wire: Json, published: date | None) -> object:
    """What a field could hold of words that the article does not carry, or None."""
    match shape:
        case Words() | FreeText() if isinstance(wire, str):
            return wire
        case Number(type=kind) if isinstance(wire, str):
            quantity = read_quantity(wire)
            return None if quantity is None else _as_number(quantity, kind)
        case Number() | Moment() if not isinstance(wire, str):
            return wire
        case Moment(type=kind) if isinstance(wire, str):
            moment = read_time(wire, published)
            return None if moment is None else _as_moment(moment, kind)
        case _:
            return None
