"""What a span reads as: figures and times, in the type that their field takes."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from llmextract.article.article import Article
from llmextract.article.numbers.cited import read_cited_quantity
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import (
    QuantityMention,
    find_quantities,
    read_quantity,
    stands_as_figure,
)
from llmextract.article.times.calendar import Time
from llmextract.article.times.cited import read_cited
from llmextract.article.times.reader import find_times, read_time
from llmextract.article.times.standing import time_at
from llmextract.ask.shape import FreeText, Moment, Number, Shape, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.support import Evidence, Judged, judge_words, reject
from llmextract.judge.verdict import Code, Span, Status, Verdict, span_at

# Figures that are one only by themselves; in running text the reader leaves them to their sentence.
_ALONE = frozenset({"no", "none", "zero", "nil", "scores"})

# What an object must give one of, to say anything: {"unit": null} fits any figure.
_TELLING = ("value", "low", "high", "edtf", "unresolved")

# "One" counts where it is one of several: "one of the boats", not "one of the largest".
_ONE_OF = re.compile(
    r"\s+of\s+(?:(?:them|which|whom)\b|(?:the|its|his|her|their|our|those|these)\s+"
    r"(?!(?:most|best|worst|few|first|last|only|main|\w{3,}est)\b)(?:[\w’'-]+\s+){0,2}?"
    r"(?:[\w’'-]+[^s\W]s|children|men|women|people)\b)"
)
_YEAR = re.compile(r"[12][0-9]{3}")
# Opens a time that it makes an interval: "by 31 March", "since Monday".
_BOUND = re.compile(r"(?:by|since|until|till|before|after|from)\s+", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(Z?)")

# Records of one article share their sentences.
figures_of = lru_cache(maxsize=1024)(find_quantities)
_time_at = lru_cache(maxsize=1024)(time_at)


def judge_number(evidence: Evidence, kind: type, wire: Json, path: str) -> Judged:
    """A figure that the cited words state, or that equals one of the cited sentences."""
    if isinstance(wire, int | float | dict) and not isinstance(wire, bool):
        return _typed_number(evidence, kind, wire, path)
    judged = judge_words(evidence, wire, path)
    span = judged.verdict.span
    if span is None or not judged.stands:
        return judged
    span, quantity = _figure(evidence.article, span)
    if quantity is None:
        # "13" is no figure in "on 13 May", but it is one in "killed 13 people".
        span, quantity = next(other_figures(evidence, span), (span, None))
    if span is not judged.verdict.span:
        judged.verdict = judged.verdict._replace(span=span)
    if quantity is None:
        return _unreadable(judged, _why_no_figure(span.exact))
    value = as_number(quantity, kind)
    if value is None:
        detail = f"the span states no exact {kind.__name__}; a Quantity takes what it states"
        return _unreadable(judged, detail)
    judged.value = value
    return judged


def _why_no_figure(words: str) -> str:
    figures = [repr(words[each.start : each.end]) for each in figures_of(words)]
    if len(figures) > 1:
        return f"the span states more than one figure: {', '.join(figures)}"
    return "the span states no figure that can be read"


def other_figures(evidence: Evidence, span: Span) -> Iterator[tuple[Span, Quantity]]:
    """The figures at the other places where the cited sentences have a figure's very words."""
    article = evidence.article
    if sum(article.text.count(span.exact, *each) for each in evidence.cited) < 2:
        return
    found = article.locate(span.exact, within=evidence.cited)
    for start, end in ((found.start, found.end), *found.others):
        if start is None or end is None or start == span.start:
            continue
        other, quantity = _figure(article, span_at(article, start, end, span.match))
        if quantity is not None:
            yield other, quantity


def _figure(article: Article, span: Span) -> tuple[Span, Quantity | None]:
    """The figure that a span points at, read where it stands.

    "1,600" cut from "exceeded 1,600" is not exact, and "one" cut from "no one" is no figure: the
    sentence decides, and the span grows to the words that were read.
    """
    low, text = _surroundings(article, span)
    first, last, quantity = _figure_in(text, span.start - low, span.end - low)
    return _grown(article, span, low + first, low + last), quantity


def _surroundings(article: Article, span: Span) -> tuple[int, str]:
    """Where the sentence of a span begins, and its text, as far as the span goes."""
    sentence = article.sentence_at(span.start)
    low, high = (span.start, span.end) if sentence is None else (sentence.start, sentence.end)
    return low, article.text[low : max(span.end, high)]


def _grown(article: Article, span: Span, start: int, end: int) -> Span:
    """The span of what was read; the very same where that is what was cited."""
    same = (start, end) == (span.start, span.end)
    return span if same else span_at(article, start, end, span.match)


@lru_cache(maxsize=1024)
def _figure_in(text: str, start: int, end: int) -> tuple[int, int, Quantity | None]:
    """Where the figure at a range of a sentence stands, and what it says."""
    words = text[start:end]
    touching = [m for m in figures_of(text) if m.start < end and start < m.end]
    if len(touching) > 1:
        # "10 kilometers (6 miles)" cut from "about 10 kilometers (6 miles)"
        start, end = min(start, touching[0].start), max(end, touching[-1].end)
        words = text[start:end]
    if len(touching) != 1:
        whole = words.strip().casefold()
        readable = bool(touching) or whole in _ALONE or _YEAR.fullmatch(whole) is not None
        readable = readable or (whole == "one" and _ONE_OF.match(text, end) is not None)
        if not readable and (touching or read_quantity(words) is not None):
            return start, end, None
        return start, end, read_cited_quantity(words)
    (mention,) = touching
    if (mention.start, mention.end) != (start, end) and read_quantity(words) is None:
        # "Three quarters" cut from "around three quarters of voters"
        cited = read_cited_quantity(words)
        if cited is None or cited.value != mention.quantity.value:
            return start, end, None
    if not stands_as_figure(text, mention):
        return start, end, None
    return min(start, mention.start), max(end, mention.end), mention.quantity


def _typed_number(evidence: Evidence, kind: type, wire: float | JsonObject, path: str) -> Judged:
    """A figure given as a value is held against every figure of the cited sentences."""
    for start, mention in _cited_figures(evidence):
        value = as_number(mention.quantity, kind)
        if value is not None and _is_given(wire, mention.quantity):
            span = span_at(evidence.article, start, start + mention.end - mention.start, "exact")
            return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), value)
    if kind is int and isinstance(wire, int) and _YEAR.fullmatch(str(wire)):
        # A year counts nothing, so no reader of figures finds it; its digits do, as those cited.
        judged = judge_number(evidence, kind, str(wire), path)
        if judged.stands:
            judged.verdict = judged.verdict._replace(value=wire)
            return judged
    rough = _said_roughly(evidence, wire)
    if rough is not None:
        detail = f"the cited sentences state no exact {kind.__name__}, but {rough!r}"
        return reject(path, Code.UNREADABLE, wire, detail, nearest=rough)
    detail = "no figure in the cited sentences has this value"
    return reject(path, Code.NUMBER_DIFFERS, wire, detail)


def _said_roughly(evidence: Evidence, wire: Json) -> str | None:
    """The words that have a value only as a bound or about: "about 20" for 20."""
    for start, mention in _cited_figures(evidence):
        quantity = mention.quantity
        if wire in (quantity.value, quantity.low, quantity.high) and not quantity.is_exact:
            return evidence.article.text[start : start + mention.end - mention.start]
    return None


def _cited_figures(evidence: Evidence) -> Iterator[tuple[int, QuantityMention]]:
    text = evidence.article.text
    for low, high in evidence.cited:
        for mention in figures_of(text[low:high]):
            # "25th Division", but not "Brigade 87": a field may ask for the number of something.
            ordinal = not text[low + mention.end - 1].isdecimal()
            if mention.counts or not ordinal or stands_as_figure(text[low:high], mention):
                yield low + mention.start, mention


def _is_given(wire: Json, stated: Quantity | Time) -> bool:
    """Whether a typed value says what the text states; an object may leave out what it likes."""
    if isinstance(wire, dict):
        known = stated.model_dump(mode="json")
        told = any(wire.get(key) is not None for key in _TELLING)
        told = told or wire.get("comparator") == "indefinite"
        return told and all(key in known and known[key] == wire[key] for key in wire)
    return isinstance(stated, Quantity) and stated.value == wire


def as_number(quantity: Quantity, kind: type) -> int | float | Decimal | Quantity | None:
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
    span, moment = _moment(evidence.article, span, kind)
    if span is not judged.verdict.span:
        judged.verdict = judged.verdict._replace(span=span)
    value = None if moment is None else _as_moment(moment, kind)
    if value is None:
        return _unreadable(judged, _why_no_moment(moment, kind))
    judged.value = value
    return judged


def _moment(article: Article, span: Span, kind: type) -> tuple[Span, Time | None]:
    """The time that a span points at, read where it stands, and the span of what was read."""
    low, text = _surroundings(article, span)
    first, last, moment = _time_at(
        text, span.start - low, span.end - low, article.published, exact=kind is not Time
    )
    return _grown(article, span, low + first, low + last), moment


def _typed_moment(evidence: Evidence, kind: type, wire: Json, path: str) -> Judged | None:
    """An ISO date is held against every time expression of the cited sentences."""
    if not isinstance(wire, str | dict):
        return None
    for start, end, moment in _cited_moments(evidence):
        value = _as_moment(moment, kind)
        if value is not None and (_is_given(wire, moment) or _is_iso(wire, value, moment)):
            span = span_at(evidence.article, start, end, "exact")
            return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), value)
    return None


def _cited_moments(evidence: Evidence) -> Iterator[tuple[int, int, Time]]:
    """The times of the cited sentences and where they stand, also without what bounds them.

    "by 31 March" holds "31 March", as it does for who cites the words.
    """
    text, published = evidence.article.text, evidence.article.published
    for low, high in evidence.cited:
        for mention in find_times(text[low:high], published):
            start, end = low + mention.start, low + mention.end
            yield start, end, mention.time
            bound = _BOUND.match(text, start, end)
            inner = read_time(text[bound.end() : end], published) if bound else None
            if bound is not None and inner is not None:
                yield bound.end(), end, inner


def _is_iso(wire: Json, value: date | datetime | Time, moment: Time) -> bool:
    """Whether ISO words give a time, with or without its seconds and the "T"."""
    if wire in (moment.edtf, _iso(value)):
        return True
    clock = _CLOCK.fullmatch(wire) if isinstance(wire, str) else None
    if clock is None:
        return False
    return f"{clock[1]}T{clock[2]}{clock[3] or ':00'}{clock[4]}" == moment.edtf


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
    wanted = "single day" if kind is date else "day with a clock time"
    stated = moment.edtf or f"a time that is {moment.unresolved}"
    return f"the span states no {wanted}, but {stated}; a Time takes it"


def _unreadable(judged: Judged, detail: str) -> Judged:
    verdict = judged.verdict._replace(status=Status.REJECTED, code=Code.UNREADABLE, detail=detail)
    return Judged(verdict)


def read_alone(shape: Shape, wire: Json, published: date | None) -> object:
    """What a field could hold of words that the article does not carry, or None."""
    match shape:
        case Words() | FreeText() if isinstance(wire, str):
            return wire
        case Number(type=kind) if isinstance(wire, str):
            quantity = read_quantity(wire)
            return None if quantity is None else as_number(quantity, kind)
        case Number() | Moment() if not isinstance(wire, str):
            return wire
        case Moment(type=kind) if isinstance(wire, str):
            moment = read_cited(wire, published)
            return None if moment is None else _as_moment(moment, kind)
        case _:
            return None
