"""Whether a span carries its field: the rules for one field at a time."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from llmextract.article.article import Article
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import find_quantities, read_quantity, stands_as_figure
from llmextract.article.regions import Region
from llmextract.article.times.calendar import Time
from llmextract.article.times.reader import find_times, read_time
from llmextract.ask.shape import FreeText, Label, Leaf, Moment, Number, Words
from llmextract.ask.wire import Json
from llmextract.judge.citation import Range
from llmextract.judge.paraphrase import judge_paraphrase
from llmextract.judge.verdict import Code, Span, Status, Verdict, span_at, span_of

Value = object

# Figures that are one only by themselves; in running text the reader leaves them to their sentence.
_ALONE = frozenset({"no", "none", "zero"})
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True)
class Judged:
    """A verdict and, where the field is supported or unchecked, the value the text gives it."""

    verdict: Verdict
    value: Value = None

    @property
    def stands(self) -> bool:
        """Whether the field has a value."""
        return self.verdict.status in (Status.SUPPORTED, Status.UNCHECKED)


def judge_leaf(
    article: Article, cited: tuple[Range, ...], shape: Leaf, wire: Json, path: str
) -> Judged:
    """Judge one field by its own words; rules between fields come after."""
    if wire is None:
        return Judged(Verdict(path, Status.NOT_STATED))
    match shape:
        case Label():
            return _label(shape, wire, path)
        case Number(type=kind):
            return _number(article, cited, kind, wire, path)
        case Moment(type=kind):
            return _moment(article, cited, kind, wire, path)
        case FreeText():
            return _free_text(article, cited, wire, path)
        case Words(anywhere=anywhere):
            return _words(article, cited, wire, path, anywhere=anywhere)


def reject(
    path: str, code: Code, value: Json, detail: str, *, nearest: str | None = None
) -> Judged:
    """A rejection that says what was expected."""
    return Judged(Verdict(path, Status.REJECTED, code, value=value, nearest=nearest, detail=detail))


def _label(shape: Label, wire: Json, path: str) -> Judged:
    # In Python True == 1, so the kind is compared as well.
    for value, option in shape.options.items():
        if value == wire and type(value) is type(wire):
            return Judged(Verdict(path, Status.UNCHECKED, value=wire), option)
    known = ", ".join(str(value) for value in shape.options)
    return reject(path, Code.SCHEMA, wire, f"not one of: {known}")


def _words(
    article: Article, cited: tuple[Range, ...], wire: Json, path: str, *, anywhere: bool = False
) -> Judged:
    if not isinstance(wire, str):
        return reject(path, Code.SCHEMA, wire, "words of the article are expected")
    location = article.locate(wire, within=cited)
    if location.start is not None:
        return _located(span_of(article, location), wire, path)
    everywhere = article.locate(wire)
    if everywhere.start is None:
        code = Code(everywhere.code or Code.NOT_FOUND)
        detail = "the article does not say these words"
        return reject(path, code, wire, detail, nearest=everywhere.nearest)
    span = _evidence(article, span_of(article, everywhere), everywhere.others)
    if anywhere or span.region == Region.BOILERPLATE:
        return _located(span, wire, path)
    detail = f"these words stand in sentence {span.sentence}, which is not cited"
    return Judged(
        Verdict(
            path,
            Status.REJECTED,
            Code.WRONG_SENTENCE,
            value=wire,
            nearest=span.exact,
            detail=detail,
        )
    )


def _evidence(article: Article, span: Span, others: tuple[Range, ...]) -> Span:
    """The first occurrence that is no page furniture, if there is one."""
    if span.region != Region.BOILERPLATE:
        return span
    spans = (span_at(article, start, end, span.match) for start, end in others)
    return next((other for other in spans if other.region != Region.BOILERPLATE), span)


def _located(span: Span, wire: str, path: str) -> Judged:
    if span.region == Region.BOILERPLATE:
        detail = "page furniture is no evidence"
        return Judged(Verdict(path, Status.REJECTED, Code.BOILERPLATE, span, wire, detail=detail))
    return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), span.exact)


def _number(
    article: Article, cited: tuple[Range, ...], kind: type, wire: Json, path: str
) -> Judged:
    if isinstance(wire, int | float) and not isinstance(wire, bool):
        return _typed_number(article, cited, kind, wire, path)
    judged = _words(article, cited, wire, path)
    span = judged.verdict.span
    if span is None or not judged.stands:
        return judged
    span, quantity = _figure(article, span)
    judged = replace(judged, verdict=replace(judged.verdict, span=span))
    if quantity is None:
        return _unreadable(judged, "the span states no figure, or more than one")
    value = _as_number(quantity, kind)
    if value is None:
        return _unreadable(judged, f"the span states no exact {kind.__name__}")
    return replace(judged, value=value)


def _figure(article: Article, span: Span) -> tuple[Span, Quantity | None]:
    """The figure that a span points at, read where it stands.

    "1,600" cut from "exceeded 1,600" is not exact, and "one" cut from "no one" is no figure: the
    sentence decides, and the span grows to the words that were read.
    """
    sentence = article.sentence_at(span.start)
    start = sentence.start if sentence is not None else span.start
    end = max(span.end, sentence.end if sentence is not None else span.end)
    touching = [
        mention
        for mention in find_quantities(article.text[start:end])
        if start + mention.start < span.end and span.start < start + mention.end
    ]
    stated = read_quantity(span.exact)
    if not touching:
        whole = span.exact.strip().casefold()
        return span, stated if whole in _ALONE or _YEAR.fullmatch(whole) else None
    if len(touching) > 1 or stated is None:
        return span, stated
    mention = touching[0]
    if not stands_as_figure(article.text[start:end], mention):
        return span, None
    first, last = min(span.start, start + mention.start), max(span.end, start + mention.end)
    if (first, last) != (span.start, span.end):
        span = span_at(article, first, last, span.match)
    return span, mention.quantity


def _typed_number(
    article: Article, cited: tuple[Range, ...], kind: type, wire: float, path: str
) -> Judged:
    """A figure given as a number is held against every figure of the cited sentences."""
    for start, end in cited:
        for mention in find_quantities(article.text[start:end]):
            if (
                mention.quantity.value == wire
                and (value := _as_number(mention.quantity, kind)) is not None
            ):
                span = span_at(article, start + mention.start, start + mention.end, "exact")
                return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), value)
    return reject(
        path, Code.NUMBER_DIFFERS, wire, "no figure in the cited sentences has this value"
    )


def _as_number(quantity: Quantity, kind: type) -> int | float | Decimal | Quantity | None:
    """The value a field of this kind takes; only `Quantity` takes a figure that is not exact."""
    if kind is Quantity:
        return quantity
    if not quantity.is_exact or quantity.value is None:
        return None
    if kind is int:
        return quantity.value if isinstance(quantity.value, int) else None
    return float(quantity.value) if kind is float else Decimal(str(quantity.value))


def _moment(
    article: Article, cited: tuple[Range, ...], kind: type, wire: Json, path: str
) -> Judged:
    judged = _words(article, cited, wire, path)
    if judged.verdict.span is None or not judged.stands:
        typed = _typed_moment(article, cited, kind, wire, path)
        return typed or judged
    moment = read_time(judged.verdict.span.exact, article.published)
    value = None if moment is None else _as_moment(moment, kind)
    if value is None:
        return _unreadable(judged, _why_no_moment(moment, kind))
    return replace(judged, value=value)


def _typed_moment(
    article: Article, cited: tuple[Range, ...], kind: type, wire: Json, path: str
) -> Judged | None:
    """An ISO date is held against every time expression of the cited sentences."""
    if not isinstance(wire, str):
        return None
    for start, end in cited:
        for mention in find_times(article.text[start:end], article.published):
            value = _as_moment(mention.time, kind)
            if value is not None and wire in (mention.time.edtf, _iso(value)):
                span = span_at(article, start + mention.start, start + mention.end, "exact")
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


def _free_text(article: Article, cited: tuple[Range, ...], wire: Json, path: str) -> Judged:
    if not isinstance(wire, str):
        return reject(path, Code.SCHEMA, wire, "text is expected")
    if not cited:
        return reject(path, Code.NOT_FOUND, wire, "no sentence is cited for this text")
    text = " ".join(article.text[start:end] for start, end in cited)
    objection = judge_paraphrase(wire, text)
    if objection is not None:
        return reject(path, objection.code, wire, objection.detail)
    start, end = cited[0]
    span = span_at(article, start, end, "exact")
    return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), wire)
