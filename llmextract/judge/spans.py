"""Where the words of a field stand: in which sentences, at which places, inside which others."""

from collections.abc import Callable, Iterator
from functools import partial

from llmextract.article.article import Article, one_line
from llmextract.article.location import Range
from llmextract.article.sentences import Sentence
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode, Node, leaves
from llmextract.judge.verdict import Code, Span

_MOST_OCCURRENCES = 16


def evidence_of(leaf: LeafNode | None) -> Span | None:
    """The span of a field that stands so far."""
    return leaf.judged.verdict.span if leaf is not None and leaf.judged.stands else None


def spans_in(node: Node) -> list[Span]:
    """The spans of all that stands so far in a record, a list or a field."""
    return [span for _, span in standing(node)]


def standing(node: Node) -> Iterator[tuple[LeafNode, Span]]:
    """The fields that stand so far in a record, a list or a field, each with its span."""
    for leaf in leaves(node):
        if (span := evidence_of(leaf)) is not None:
            yield leaf, span


def in_sentence(article: Article, span: Span) -> tuple[str, int, int]:
    """The sentence of a span and the span's offsets in it, cut at the sentence's end."""
    sentence = article.line_at(span.start)
    if sentence is None:
        return span.exact, 0, len(span.exact)
    start, end = within(sentence, span)
    return sentence.text, start, min(end, len(sentence.text))


def shared_sentence(article: Article, one: Span | None, other: Span | None) -> Sentence | None:
    """The sentence that holds both, None where they stand in different ones."""
    if one is None or other is None or one.sentence is None or one.sentence != other.sentence:
        return None
    sentence = article.lines[one.sentence - 1]
    return sentence if max(one.end, other.end) <= sentence.end else None


def within(sentence: Sentence, span: Span) -> Range:
    """A span's half-open code points in its sentence."""
    return span.start - sentence.start, span.end - sentence.start


def everywhere(sentence: Sentence, span: Span) -> list[Range]:
    """Every place of a span's words in its sentence, as whole words; its own where none is."""
    return occurrences(sentence.text, span.exact) or [within(sentence, span)]


def occurrences(text: str, words: str) -> list[Range]:
    """Where words stand in a text of one line as whole words, letter for letter."""
    found: list[Range] = []
    words = one_line(words)
    start = text.find(words) if words else -1
    while start >= 0 and len(found) < _MOST_OCCURRENCES:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            found.append((start, end))
        start = text.find(words, end)
    return found


def stands_elsewhere(evidence: Evidence, sentence: Sentence, spans: tuple[Span, ...]) -> bool:
    """Whether other cited sentences hold one of the spans too, so that the record may mean those.

    Asked last, since it searches: only a field about to fall pays for it.
    """
    for span in spans:
        location = evidence.article.locate(span.exact, within=evidence.cited)
        if any(not sentence.start <= start < sentence.end for start, _ in location.others):
            return True
        if location.start is not None and not sentence.start <= location.start < sentence.end:
            return True
    return False


def places_of(evidence: Evidence, span: Span) -> list[Range]:
    """Every occurrence of a span's words in the cited sentences, the span's own first."""
    location = evidence.article.locate(span.exact, within=evidence.cited)
    places = [(span.start, span.end), *location.others]
    if location.start is not None and location.end is not None:
        places.append((location.start, location.end))
    return places


def sentences_of(evidence: Evidence, span: Span) -> set[int]:
    """The numbers of the cited sentences that hold words like these, or part of them."""
    numbers: set[int] = set()
    for start, end in places_of(evidence, span):
        first = evidence.article.sentence_at(start)
        last = evidence.article.sentence_at(end - 1)
        if first is not None and last is not None:
            numbers.update(range(first.number, last.number + 1))
    return numbers


def is_inside(start: int, end: int, span: Span) -> bool:
    """Whether a place lies inside a span."""
    return span.start <= start and end <= span.end


def contradict_words(
    evidence: Evidence, leaf: LeafNode, words: Span, denial: Callable[[int, int], str | None]
) -> None:
    """Reject a field whose words are denied at every place where they stand.

    Other places are looked for only where the first one is denied: a search costs more.
    """
    said = denial(words.start, words.end)
    if said is None or any(denial(*place) is None for place in places_of(evidence, words)):
        return
    detail = f"the article says {said!r} of these words: {words.exact!r}"
    leaf.refuse(Code.CONTRADICTED, detail, nearest=said)


def shown_throughout(
    evidence: Evidence, spans: tuple[Span, Span], shows: Callable[[str, Range, Range], str | None]
) -> str | None:
    """What a sentence of both shows against them, where it does so at all places of both."""
    one, other = spans
    sentence = shared_sentence(evidence.article, one, other)
    if sentence is None:
        return None
    shown = shows(sentence.text, within(sentence, one), within(sentence, other))
    holds = partial(shows, sentence.text)
    return shown if shown and holds_throughout(evidence, sentence, spans, holds) else None


def holds_throughout(
    evidence: Evidence,
    sentence: Sentence,
    spans: tuple[Span, Span],
    holds: Callable[[Range, Range], object],
) -> bool:
    """Whether it holds at all places of both in their sentence, and no other cited one has any."""
    one, other = (everywhere(sentence, span) for span in spans)
    if not all(holds(here, there) for here in one for there in other):
        return False
    return not stands_elsewhere(evidence, sentence, spans)
