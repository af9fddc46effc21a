"""Figures, places and sources joined to what another figure or another clause has."""

import re
from collections.abc import Callable

from llmextract.article.article import Article
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.clauses import find_clauses, is_not_subject, stands_apart
from llmextract.article.syntax.grammar import ARTICLES
from llmextract.article.syntax.saying import (
    is_deed,
    is_denier,
    is_speaker,
    says,
    takes_lives,
    takes_up,
)
from llmextract.ask.markers import Beside, Counts, Factuality, Speaker
from llmextract.ask.realis import ASSERTED, realis_name
from llmextract.ask.shape import Moment, Number, Words
from llmextract.judge.counting import holder_of, occurrences
from llmextract.judge.denial import exclusion, hidden_denial
from llmextract.judge.phrase import head_of, other_bearer, other_office
from llmextract.judge.support import Evidence, reject
from llmextract.judge.tree import GroupNode, LeafNode, Node, leaves
from llmextract.judge.verdict import Code, Span

# "200 HTS fighters", "245 from HTS": nothing stands between that another figure could claim.
_QUOTES = '"\u201c\u201d\u00ab\u00bb'
_MARKS = '"\u201c\u201d'
_LONGEST_SPEECH = 3000
_DIRECT = re.compile(r"\s+(?:of\s+|from\s+)?(?:the\s+)?")


def attach(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Counts) -> None:
    """Reject a figure that counts something else than the record says."""
    article = evidence.article
    count, counted = leaf.judged.verdict.span, _evidence(node.leaf(marker.of))
    sentence = _shared_sentence(article, count, counted)
    if count is None or counted is None or sentence is None:
        return
    if _DIRECT.fullmatch(article.text, count.end, max(count.end, counted.start)):
        return
    holder = holder_of(sentence.text, _within(sentence, count), _within(sentence, counted))
    if holder is None or _stands_elsewhere(evidence, sentence, (count, counted)):
        return
    other = sentence.text[slice(*holder)]
    detail = f"{count.exact!r} does not count {counted.exact!r}: {other!r} does"
    leaf.judged = reject(leaf.path, Code.MISATTACHED, leaf.judged.verdict.value, detail)


def keep_together(evidence: Evidence, node: GroupNode, child: Node, marker: Beside) -> None:
    """Reject words and figures that stand too far from those of the field `marker.of`.

    Where they may not be those very words and are, it is these that are rejected.
    """
    if marker.within == "speech":
        _keep_said(evidence, child, node.leaf(marker.of))
        _keep_affirmed(evidence, node, node.leaf(marker.of))
    if marker.outside is not None:
        _keep_outside(evidence, child, node.children[marker.outside], node.leaf(marker.of))
    beside = node.leaf(marker.of)
    anchor = _evidence(beside)
    if beside is None or anchor is None or anchor.sentence is None:
        return
    if marker.apart and any(_is_same(each, anchor) for each in leaves(child)):
        detail = f"{anchor.exact!r} is said to stand beside itself"
        beside.judged = reject(beside.path, Code.MISATTACHED, beside.judged.verdict.value, detail)
        return
    for leaf in leaves(child):
        words = _evidence(leaf)
        if words is None or not isinstance(leaf.shape, Words | Number):
            continue
        misplaced = _misplaced(evidence, anchor, words, marker)
        if misplaced is not None:
            leaf.judged = reject(leaf.path, Code.MISATTACHED, leaf.judged.verdict.value, misplaced)
        elif marker.within == "clause":
            _keep_included(evidence, leaf, words)
        elif marker.within == "phrase":
            _keep_office(evidence, leaf, words)


def _is_same(leaf: LeafNode, anchor: Span) -> bool:
    """Whether a leaf points at the very words of the anchor, an article before them aside."""
    words = _evidence(leaf)
    if words is None or words.end != anchor.end or not isinstance(leaf.shape, Words):
        return False
    longer = max(words.exact, anchor.exact, key=len)
    before = longer[: abs(words.start - anchor.start)]
    return not before or before.strip().casefold() in ARTICLES


def _misplaced(evidence: Evidence, anchor: Span, words: Span, marker: Beside) -> str | None:
    """Why words do not stand beside their anchor; None where nothing is sure."""
    sentence = _shared_sentence(evidence.article, words, anchor)
    if marker.within == "subject":
        if _is_over(evidence, words, anchor):
            return f"{words.exact!r} holds {anchor.exact!r}, which it is said to stand beside"
        verb = anchor.start - sentence.start if sentence else 0
        head = head_of(sentence.text, *_within(sentence, words), verb) if sentence else None
        if head is not None:
            return f"{words.exact!r} is only the end of {head!r}"
    if marker.within == "phrase":
        bearer = sentence and other_bearer(sentence.text, _within(sentence, words), anchor.exact)
        return f"{words.exact!r} is said of {bearer!r}" if bearer else None
    apart = _apart(evidence, anchor, words, marker)
    return apart and f"{words.exact!r} belongs to another {apart} than {anchor.exact!r}"


def _is_over(evidence: Evidence, words: Span, anchor: Span) -> bool:
    """Whether words share some with every occurrence of their anchor: nobody is what he does."""
    if anchor.end <= words.start or words.end <= anchor.start:
        return False
    places = _places(evidence, anchor)
    return all(start < words.end and words.start < end for start, end in places)


def _apart(evidence: Evidence, anchor: Span, words: Span, marker: Beside) -> str | None:
    """What parts words from their anchor: clause or sentence; None where nothing surely does."""
    sentence = _shared_sentence(evidence.article, words, anchor)
    if sentence is None:
        near = _sentences(evidence, words) & _sentences(evidence, anchor)
        spoken = marker.within == "speech" and _is_quoted(evidence.article, words)
        return None if near or spoken else "sentence"
    if marker.within in ("speech", "sentence"):
        return None
    is_subject = marker.within == "subject"
    if not is_subject and len(find_clauses(sentence.text)) == 1:
        return None
    if not _parted(sentence.text, anchor.exact, words.exact, subject=is_subject):
        return None
    return None if _stands_elsewhere(evidence, sentence, (anchor, words)) else "clause"


def _sentences(evidence: Evidence, span: Span) -> set[int]:
    """The numbers of the cited sentences that hold words like these, or part of them."""
    numbers: set[int] = set()
    for start, end in _places(evidence, span):
        first = evidence.article.sentence_at(start)
        last = evidence.article.sentence_at(end - 1)
        if first is not None and last is not None:
            numbers.update(range(first.number, last.number + 1))
    return numbers


def _places(evidence: Evidence, span: Span) -> list[tuple[int, int]]:
    """Every occurrence of a span's words in the cited sentences, the span's own first."""
    location = evidence.article.locate(span.exact, within=evidence.cited)
    places = [(span.start, span.end), *location.others]
    if location.start is not None and location.end is not None:
        places.append((location.start, location.end))
    return places


def _is_quoted(article: Article, words: Span) -> bool:
    """Whether words stand in quoted speech, which may run over sentences and paragraphs."""
    if any(mark in words.exact for mark in _QUOTES):
        return True
    before = article.text[max(0, words.start - _LONGEST_SPEECH) : words.start]
    if before.rfind("\u201c") > before.rfind("\u201d"):
        return True
    paragraph = before[before.rfind("\n\n" if "\n\n" in article.text else "\n") + 1 :]
    # A straight mark may be closed by a curly one.
    return sum(map(paragraph.count, _MARKS)) % 2 == 1


def _keep_said(evidence: Evidence, child: Node, anchor: LeafNode | None) -> None:
    """Reject a deed that is said to bring speech, and what the speech itself holds."""
    cue = _evidence(anchor)
    if anchor is None or cue is None:
        return
    said = [span for leaf in leaves(child) if (span := _evidence(leaf)) is not None]
    takes = len(said) == 1 and takes_lives(cue.exact, said[0].exact)
    if says(cue.exact) and not takes:
        return
    if takes or is_deed(cue.exact):
        detail = f"nothing is said by {cue.exact!r}"
    elif said and all(
        any(_is_inside(*place, span) for span in said) for place in _places(evidence, cue)
    ):
        detail = f"{cue.exact!r} stands only inside what it is said to bring"
    else:
        return
    anchor.judged = reject(anchor.path, Code.MISATTACHED, anchor.judged.verdict.value, detail)


def _keep_affirmed(evidence: Evidence, node: GroupNode, anchor: LeafNode | None) -> None:
    """Reject words of saying that are cut out of a denial: "say" out of "did not say".

    A denial that the record shows, in these words or in those of another field, is no cut.
    """
    cue = _evidence(anchor)
    if anchor is None or cue is None:
        return
    _contradict(
        evidence, anchor, cue, lambda start, end: hidden_denial(evidence.article, start, end, node)
    )


def _keep_office(evidence: Evidence, leaf: LeafNode, words: Span) -> None:
    """Reject a title that is cut out of another one: "president" out of "vice president"."""
    _contradict(evidence, leaf, words, lambda start, _: _office_at(evidence.article, start))


def _office_at(article: Article, start: int) -> str | None:
    sentence = article.sentence_at(start)
    return other_office(sentence.text, start - sentence.start) if sentence else None


def keep_times(evidence: Evidence, node: GroupNode) -> None:
    """Reject a time that is only named as another one: "not on Monday but on Tuesday"."""
    for leaf in node.children.values():
        if isinstance(leaf, LeafNode) and isinstance(leaf.shape, Moment):
            words = _evidence(leaf)
            if words is not None:
                _keep_included(evidence, leaf, words)


def _keep_included(evidence: Evidence, leaf: LeafNode, words: Span) -> None:
    """Reject words that are only named to be left out: "the army, not the rebels"."""
    _contradict(evidence, leaf, words, lambda start, _: exclusion(evidence.article, start))


def _contradict(
    evidence: Evidence, leaf: LeafNode, words: Span, denial: Callable[[int, int], str | None]
) -> None:
    """Reject a field whose words are denied at every place where they stand.

    Other places are looked for only where the first one is denied: a search costs more.
    """
    said = denial(words.start, words.end)
    if said is None or any(denial(*place) is None for place in _places(evidence, words)):
        return
    detail = f"the article says {said!r} of these words: {words.exact!r}"
    value = leaf.judged.verdict.value
    leaf.judged = reject(leaf.path, Code.CONTRADICTED, value, detail, nearest=said)


def keep_spoken(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Speaker) -> None:
    """Reject somebody said to have said so who says nothing there, or something else."""
    article, words = evidence.article, _evidence(leaf)
    if words is None:
        return
    speaking = [place for place in _places(evidence, words) if _speaks(article, *place)]
    told = _evidence(node.leaf(marker.of)) if marker.of else None
    if not speaking:
        detail = f"nothing is said beside {words.exact!r}"
    elif told is not None and not any(_tells(evidence, place[0], told) for place in speaking):
        detail = f"{words.exact!r} says something else than {told.exact!r}"
    elif _is_asserted(node) and all(_denies(article, *place) for place in speaking):
        detail = f"{words.exact!r} denies it"
    else:
        return
    leaf.judged = reject(leaf.path, Code.MISATTACHED, leaf.judged.verdict.value, detail)


def _is_asserted(node: GroupNode) -> bool:
    """Whether a label of factuality says that it is so."""
    labels = (node.leaf(slot.name) for slot, m in node.group.ruled if isinstance(m, Factuality))
    return any(
        leaf is not None and realis_name(leaf.judged.verdict.value) in ASSERTED for leaf in labels
    )


def _denies(article: Article, start: int, end: int) -> bool:
    sentence = article.sentence_at(start)
    return sentence is not None and is_denier(sentence.text, end - sentence.start)


def _tells(evidence: Evidence, start: int, told: Span) -> bool:
    """Whether a sentence of saying may be about these words, in it or in another sentence."""
    sentence = evidence.article.sentence_at(start)
    if sentence is None or sentence.number in _sentences(evidence, told):
        return True
    if sentence.text.rstrip().endswith(":") or _is_quoted(evidence.article, told):
        return True
    return takes_up(sentence.text, told.exact)


def _speaks(article: Article, start: int, end: int) -> bool:
    sentence = article.sentence_at(start)
    if sentence is None or end > sentence.end:
        return True
    return is_speaker(sentence.text, start - sentence.start, end - sentence.start)


def _keep_outside(evidence: Evidence, child: Node, other: Node, beside: LeafNode | None) -> None:
    """Reject words that stand nowhere but inside those of another field.

    Where that field holds those of `beside` too, behind these, it is too long, and these are not
    wrong.
    """
    filled = [span for leaf in leaves(other) if (span := _evidence(leaf)) is not None]
    anchor = _evidence(beside)
    holds_anchor = anchor is not None and any(
        _is_inside(anchor.start, anchor.end, span) for span in filled
    )
    for leaf in leaves(child):
        words = _evidence(leaf)
        if words is None or not any(_is_inside(words.start, words.end, span) for span in filled):
            continue
        if holds_anchor and anchor is not None and words.end <= anchor.start:
            continue
        location = evidence.article.locate(words.exact, within=evidence.cited)
        if all(any(_is_inside(*place, span) for span in filled) for place in location.others):
            detail = f"{words.exact!r} stands only inside what it is said to stand beside"
            leaf.judged = reject(leaf.path, Code.MISATTACHED, leaf.judged.verdict.value, detail)


def _is_inside(start: int, end: int, span: Span) -> bool:
    return span.start <= start and end <= span.end


def _evidence(leaf: LeafNode | None) -> Span | None:
    return leaf.judged.verdict.span if leaf is not None and leaf.judged.stands else None


def _shared_sentence(article: Article, one: Span | None, other: Span | None) -> Sentence | None:
    """The sentence that holds both, None where they stand in different ones."""
    if one is None or other is None or one.sentence is None or one.sentence != other.sentence:
        return None
    sentence = article.sentences[one.sentence - 1]
    return sentence if max(one.end, other.end) <= sentence.end else None


def _within(sentence: Sentence, span: Span) -> tuple[int, int]:
    return span.start - sentence.start, span.end - sentence.start


def _parted(sentence: str, anchor: str, words: str, *, subject: bool) -> bool:
    """Whether every occurrence of the words stands apart from every one of the anchor."""
    apart = is_not_subject if subject else stands_apart
    anchors, places = occurrences(sentence, anchor), occurrences(sentence, words)
    pairs = [(here, there) for here in anchors for there in places]
    return bool(pairs) and all(
        (there[1] <= here[0] or here[1] <= there[0]) and apart(sentence, here, there)
        for here, there in pairs
    )


def _stands_elsewhere(evidence: Evidence, sentence: Sentence, spans: tuple[Span, ...]) -> bool:
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
