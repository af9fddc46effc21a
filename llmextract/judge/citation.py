"""What a record cites: the sentences its evidence must stand in."""

from dataclasses import dataclass

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.regions import Region
from llmextract.article.verbatim import find_verbatim
from llmextract.ask.wire import MOST_SENTENCES, Json, JsonObject
from llmextract.judge.verdict import Code, Span, Status, Verdict, span_at, span_of

_FURNITURE = "page furniture is no evidence"


@dataclass(frozen=True)
class Citation:
    """The cited ranges, joined where sentences adjoin, and a verdict on each citation."""

    ranges: tuple[Range, ...]
    verdicts: tuple[Verdict, ...]


def cite(article: Article, record: JsonObject, *, most: int | None = MOST_SENTENCES) -> Citation:
    """Read `sentences` (numbers from 1) and `quotes` (words) of a record.

    What is cited beyond `most` sentences is refused: who cites everything points at nothing.
    """
    verdicts: list[Verdict] = []
    numbers: set[int] = set()
    for name, judge in (("sentences", _by_number), ("quotes", _by_quote)):
        given = record.get(name)
        if not isinstance(given, list | None):
            # One number alone is no list; left unsaid, its record would seem to cite nothing.
            verdicts.append(_refused(name, Code.SCHEMA, given, f"{name} is a list")[0])
        for position, value in enumerate(given if isinstance(given, list) else []):
            verdict, cited = judge(article, value, f"{name}[{position}]")
            if most is not None and len(numbers.union(cited)) > most:
                detail = f"a record cites at most {most} sentences"
                verdict, cited = _refused(verdict.path, Code.SCHEMA, value, detail)
            verdicts.append(verdict)
            numbers.update(cited)
    return Citation(_join(article, sorted(numbers)), tuple(verdicts))


def _refused(
    path: str, code: Code, value: Json, detail: str, span: Span | None = None
) -> tuple[Verdict, range]:
    """A citation that counts for nothing."""
    return Verdict(path, Status.REJECTED, code, span, value, detail=detail), range(0)


def _by_number(article: Article, value: Json, path: str) -> tuple[Verdict, range]:
    if (
        not isinstance(value, int)
        or isinstance(value, bool)
        or not 1 <= value <= len(article.sentences)
    ):
        detail = f"a sentence is a number from 1 to {len(article.sentences)}"
        return _refused(path, Code.SCHEMA, value, detail)
    sentence = article.sentences[value - 1]
    if sentence.region == Region.BOILERPLATE:
        return _refused(path, Code.BOILERPLATE, value, _FURNITURE)
    span = span_at(article, sentence.start, sentence.end, "exact")
    return Verdict(path, Status.SUPPORTED, span=span, value=value), range(value, value + 1)


def _by_quote(article: Article, value: Json, path: str) -> tuple[Verdict, range]:
    if not isinstance(value, str):
        return _refused(path, Code.SCHEMA, value, "a quote is a string")
    verbatim = find_verbatim(article.text, value, [(0, len(article.text))])
    if verbatim is not None:
        return _by_span(
            article, span_at(article, verbatim, verbatim + len(value), "exact"), value, path
        )
    location = article.locate(value)
    if location.start is None or location.end is None:
        code = Code(location.code or Code.NOT_FOUND)
        return Verdict(path, Status.REJECTED, code, value=value, nearest=location.nearest), range(0)
    return _by_span(article, span_of(article, location), value, path)


def _by_span(article: Article, span: Span, value: str, path: str) -> tuple[Verdict, range]:
    if span.region == Region.BOILERPLATE:
        return _refused(path, Code.BOILERPLATE, value, _FURNITURE, span)
    last = article.sentence_at(span.end - 1)
    first_number = span.sentence or 1
    last_number = last.number if last else first_number
    return Verdict(path, Status.SUPPORTED, span=span, value=value), range(
        first_number, last_number + 1
    )


def _join(article: Article, numbers: list[int]) -> tuple[Range, ...]:
    ranges: list[Range] = []
    previous = 0
    for number in numbers:
        sentence = article.sentences[number - 1]
        if ranges and number == previous + 1:
            ranges[-1] = (ranges[-1][0], sentence.end)
        else:
            ranges.append((sentence.start, sentence.end))
        previous = number
    return tuple(ranges)
