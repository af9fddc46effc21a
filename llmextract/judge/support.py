"""Whether a span carries its field: words, labels and free text, one field at a time."""

from dataclasses import dataclass

from llmextract.article.article import Article, one_line
from llmextract.article.location import Location, Range
from llmextract.article.regions import Region
from llmextract.article.verbatim import find_verbatim
from llmextract.ask.shape import Label
from llmextract.ask.wire import Json
from llmextract.judge.paraphrase.objections import judge_paraphrase
from llmextract.judge.verdict import Code, Span, Status, Verdict, span_at, span_of

Value = object
# To look a member up in its enumeration costs more than all else that is asked a thousand times.
_SUPPORTED, _UNCHECKED = Status.SUPPORTED, Status.UNCHECKED
_STANDING = _SUPPORTED, _UNCHECKED
_BOILERPLATE = Region.BOILERPLATE
_CITES_NOTHING = (
    "the record cites nothing that counts: give it sentences (a list of numbers from 1) or quotes "
    "(a list of words of the article)"
)


@dataclass(slots=True)
class Judged:
    """A verdict and, where the field is supported or unchecked, the value the text gives it."""

    verdict: Verdict
    value: Value = None

    @property
    def stands(self) -> bool:
        """Whether the field has a value."""
        return self.verdict.status in _STANDING


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record is held against: an article and the ranges of it that the record cites.

    `shown` is the text of the worked examples that the model saw, whose words are no evidence.
    """

    article: Article
    cited: tuple[Range, ...]
    shown: Article | None = None


def reject(
    path: str, code: Code, value: Json, detail: str, *, nearest: str | None = None
) -> Judged:
    """A rejection that says what was expected."""
    return Judged(Verdict(path, Status.REJECTED, code, value=value, nearest=nearest, detail=detail))


def judge_label(shape: Label, wire: Json, path: str) -> Judged:
    """One of a closed list; the text alone cannot prove it."""
    if isinstance(wire, str) and wire in shape.options:
        return Judged(Verdict(path, _UNCHECKED, None, None, wire), shape.options[wire])
    if isinstance(wire, int):
        # In Python True == 1, so the kind is compared as well.
        for value, option in shape.options.items():
            if value == wire and type(value) is type(wire):
                return Judged(Verdict(path, Status.UNCHECKED, value=wire), option)
    known = ", ".join(str(value) for value in shape.options)
    return reject(path, Code.SCHEMA, wire, f"not one of: {known}")


def judge_words(evidence: Evidence, wire: Json, path: str, *, anywhere: bool = False) -> Judged:
    """Verbatim words: they stand in the cited sentences, or anywhere if the field says so."""
    if not isinstance(wire, str):
        return reject(path, Code.SCHEMA, wire, "words of the article are expected")
    article, cited = evidence.article, evidence.cited
    ranges = (*cited, (0, len(article.text))) if anywhere else cited
    verbatim = find_verbatim(article.text, wire, ranges)
    if verbatim is not None:
        exact = span_at(article, verbatim, verbatim + len(wire), "exact")
        if exact.region != _BOILERPLATE:
            return _located(exact, wire, path)
    everywhere = article.locate(wire)
    if everywhere.start is None:
        return _not_found(evidence, everywhere, wire, path)
    span = _within(article, cited, wire, everywhere)
    if span is not None:
        return _located(span, wire, path)
    span = _evidence(article, span_of(article, everywhere), everywhere.others)
    if anywhere or span.region == Region.BOILERPLATE:
        return _located(span, wire, path)
    detail = (
        f"these words stand in sentence {span.sentence}, which is not cited"
        if cited
        else f"{_CITES_NOTHING}; these words stand in sentence {span.sentence}"
    )
    return reject(path, Code.WRONG_SENTENCE, wire, detail, nearest=span.exact)


def _not_found(evidence: Evidence, location: Location, wire: str, path: str) -> Judged:
    if evidence.shown is not None and evidence.shown.locate(wire).start is not None:
        detail = "these words stand in a worked example, not in the article"
        return reject(path, Code.PROMPT_LEAK, wire, detail, nearest=location.nearest)
    code = Code(location.code or Code.NOT_FOUND)
    detail = "the article does not say these words"
    return reject(path, code, wire, detail, nearest=location.nearest)


def _within(
    article: Article, cited: tuple[Range, ...], wire: str, everywhere: Location
) -> Span | None:
    """The occurrence in the cited ranges, letter for letter before any other."""
    assert everywhere.start is not None
    assert everywhere.end is not None
    found = [
        place
        for place in ((everywhere.start, everywhere.end), *everywhere.others)
        if any(low <= place[0] and place[1] <= high for low, high in cited)
    ]
    if not found:
        # A slip of the pen may stand here although the words stand rightly elsewhere.
        location = article.locate(wire, within=cited)
        return None if location.start is None else span_of(article, location)
    stripped = wire.strip()
    start, end = next((p for p in found if article.text[p[0] : p[1]] == stripped), found[0])
    if article.text[start:end] == stripped:
        return span_at(article, start, end, "exact")
    return span_at(article, start, end, _looser(everywhere.status))


def _looser(status: str) -> str:
    """How another occurrence was found than the one that the status is of."""
    return "normalized" if status == "exact" else status


def _evidence(article: Article, span: Span, others: tuple[Range, ...]) -> Span:
    """The first occurrence that is no page furniture, if there is one."""
    if span.region != Region.BOILERPLATE:
        return span
    spans = (span_at(article, start, end, span.match) for start, end in others)
    return next((other for other in spans if other.region != Region.BOILERPLATE), span)


def _located(span: Span, wire: str, path: str) -> Judged:
    if span.region == _BOILERPLATE:
        detail = "page furniture is no evidence"
        return Judged(Verdict(path, Status.REJECTED, Code.BOILERPLATE, span, wire, detail=detail))
    return Judged(Verdict(path, _SUPPORTED, None, span, wire), span.exact)


def judge_free_text(evidence: Evidence, wire: Json, path: str) -> Judged:
    """The model's own words, held against the cited sentences."""
    article, cited = evidence.article, evidence.cited
    if not isinstance(wire, str):
        return reject(path, Code.SCHEMA, wire, "text is expected")
    if not cited:
        return reject(path, Code.NOT_FOUND, wire, _CITES_NOTHING)
    # A line ends within a sentence as well, "no\nclashes", and a headline without a full stop.
    text = "\n".join(one_line(article.text[start:end]) for start, end in cited)
    objection = judge_paraphrase(wire, text)
    if objection is not None:
        return reject(path, objection.code, wire, objection.detail)
    start, end = cited[0]
    span = span_at(article, start, end, "exact")
    return Judged(Verdict(path, Status.SUPPORTED, span=span, value=wire), wire)
