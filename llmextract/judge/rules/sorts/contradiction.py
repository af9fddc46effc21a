"""Labels of how real something is, held against what governs its words."""

import re

from llmextract.article.article import Article
from llmextract.article.syntax.governing import DENIALS, DOUBTS, Force
from llmextract.article.syntax.governors import Governor, governors
from llmextract.article.syntax.grammar import words_of
from llmextract.article.syntax.predication import (
    predication,
    undone,
)
from llmextract.ask.markers import Beside, Factuality, Polarity
from llmextract.ask.realis import (
    ASSERTED,
    DENIED,
    NEGATIVE,
    PLANNED,
    POSITIVE,
    POSSIBLE,
    SURE,
    UNREAL,
    may_be,
    realis_name,
)
from llmextract.ask.wire import Json
from llmextract.judge.rules.saying.doubts import is_turned_down, leaves_open
from llmextract.judge.rules.sorts.conditional import condition_of
from llmextract.judge.rules.sorts.denial import (
    cut_hedge,
    denied_inside,
    hidden_denial,
    only_heard,
    open_verb,
)
from llmextract.judge.rules.sorts.done import is_done
from llmextract.judge.rules.sorts.negated import denied_by, is_denied
from llmextract.judge.rules.sorts.out_of_reach import within_reach
from llmextract.judge.rules.sorts.outer import speaking_against
from llmextract.judge.rules.sorts.tense import contradicts_tense, in_vain
from llmextract.judge.rules.sorts.unrealised import ONGOING, unplanned, unrealised
from llmextract.judge.spans import evidence_of, in_sentence, spans_in
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, labels_of
from llmextract.judge.verdict import Code, Span, span_at

_MARKS = re.compile(r"[\s,\"\u201c\u201d\u00ab\u00bb‘’'…]*")
# "Not killed by one gang only, he was": of one alone it is denied, and of all told.
_NOT_ONLY = re.compile(r"not\s[^,.;:]{1,60}\sonly[,;]\s")
_DENIAL_LABELS = words_of(
    "deny denies denied denial denying reject rejects rejected rejection refute refutes refuted"
    " dispute disputes disputed doubt doubts doubted"
)
_INFINITIVE = re.compile(r"[a-z]+s\s+to\s+(?P<verb>[a-z]{2,})\b")
_AS_HE_SAID = re.compile(r",?\s+as\s[^.;:]{0,60}\Z")


def contradict(
    evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Factuality | Polarity
) -> None:
    """Reject a label that a negation, failure or condition contradicts."""
    span = _opening(evidence.article, node, marker.of)
    if span is None:
        return
    label = leaf.judged.verdict.value
    governing = (
        _unreal(evidence, node, span, leaf, marker)
        if isinstance(marker, Factuality)
        else _opposed(evidence, node, span, label, marker)
    )
    if governing is None:
        return
    said = f"says {governing!r} of" if governing else _bare(label)
    detail = f"the article {said} these words: {span.exact!r}"
    leaf.refuse(Code.CONTRADICTED, detail, nearest=governing or None)


def _bare(label: Json) -> str:
    name = realis_name(label)
    if name in PLANNED:
        return "tells no plan in"
    return "says as a fact" if name in UNREAL else "negates nothing in"


def _opening(article: Article, node: GroupNode, name: str) -> Span | None:
    """The first piece of a sibling, with those that only marks part from it: "is “not so”"."""
    pieces = iter(spans_in(node.children[name]))
    first = next(pieces, None)
    if first is None:
        return None
    end = first.end
    for piece in pieces:
        if piece.start < end or not _MARKS.fullmatch(article.text, end, piece.start):
            break
        end = piece.end
    return first if end == first.end else span_at(article, first.start, end, first.match)


def _unreal(
    evidence: Evidence, node: GroupNode, span: Span, leaf: LeafNode, marker: Factuality
) -> str | None:
    """The words against a label of factuality; "" where it lacks words; None where it stands."""
    label = leaf.judged.verdict.value
    against = _against_label(evidence, node, span, label, marker)
    if against is None and not isinstance(node.children[marker.of], ListNode):
        may_go_on = any(realis_name(each) == ONGOING for each in labels_of(leaf))
        place = in_sentence(evidence.article, span)
        against = contradicts_tense(*place, realis_name(label), may_go_on=may_go_on)
    return against


def _against_label(
    evidence: Evidence, node: GroupNode, span: Span, label: Json, marker: Factuality
) -> str | None:
    article = evidence.article
    name = realis_name(label)
    if name in ASSERTED or label is True or label in marker.asserted:
        in_pieces = isinstance(node.children[marker.of], ListNode)
        against = _against_asserted(article, span, name, in_pieces=in_pieces)
        if against is None and in_pieces and name in SURE:
            pieces = spans_in(node.children[marker.of])
            hedges = (cut_hedge(article, piece.start, piece.end, node) for piece in pieces)
            against = next(filter(None, hedges), open_verb(article, span.start, span.end))
            against = against or only_heard(article, span, _cue_of(node, marker))
        if against is None and not in_pieces:
            place = in_sentence(article, span)
            unreal = unrealised(*place, ongoing=name == ONGOING)
            against = unreal.words if unreal is not None else condition_of(*place)
        return against
    if name in POSSIBLE and leaves_open(span.exact):
        return None
    if not any(may_be(label, article.text[low:high]) for low, high in evidence.cited):
        return None if name in DENIED and _is_undone(article, span) else ""
    is_told = (name in UNREAL or name in DENIED) and is_done(evidence, span, name)
    if is_told or _is_out_of_reach(evidence, span, label):
        return ""
    if name in UNREAL:
        text, start, end = in_sentence(article, span)
        if name in PLANNED and (denied := unplanned(text, start, end)) is not None:
            return denied
        if isinstance(node.children[marker.of], ListNode) or predication(text, start, end).clause:
            return None
        found = speaking_against(text, start, end, governors(text, start, end), name)
        if found and (
            all(item.force in DENIALS for item in found)
            or (name in PLANNED and _is_doubt(text, found[0]))
        ):
            return text[found[0].start : found[0].end]
    return None


def _is_out_of_reach(evidence: Evidence, span: Span, label: Json) -> bool:
    """Whether all words that could deny or plan are those of another clause than a deed's."""
    text, start, end = in_sentence(evidence.article, span)
    reach = within_reach(text, (start, end), label)
    if reach is None or may_be(label, reach):
        return False
    low = span.start - start
    high, cited = low + len(text), evidence.article.text
    others = (
        part
        for a, b in evidence.cited
        for part in (cited[a : min(b, low)], cited[max(a, high) : b])
    )
    return not any(may_be(label, part) for part in others)


def _is_doubt(text: str, found: Governor) -> bool:
    """Whether what governs leaves it open that there is a plan: "could leave", "if they leave"."""
    word = text[found.start : found.end].partition(" ")[0]
    return found.force is Force.CONDITION or word == "Should" or word.lower() in DOUBTS


def _is_undone(article: Article, span: Span) -> bool:
    """Whether a denial or failure governs words: "almost captured", "left to nab him in vain"."""
    text, start, end = in_sentence(article, span)
    if in_vain(text, start, end) is not None:
        return True
    found = governors(text, start, end)
    return any(item.force in DENIALS for item in found)


def _against_asserted(article: Article, span: Span, name: str, *, in_pieces: bool) -> str | None:
    text, start, end = in_sentence(article, span)
    said, sure = predication(text, start, end), name in SURE
    is_content = sure and in_pieces
    if is_content or said.clause:
        # A clause says itself how sure it is; the verb of saying outside is attribution.
        piece = said.hedged if sure else said.negated or said.hedged
        if is_content and piece is not None and text[slice(*piece)] == "would":
            return None  # "It would resume the raids if one was hit": it holds its own condition.
        if piece is not None or is_content:
            return None if piece is None else text[piece[0] : piece[1]]
    found = governors(text, start, end) or _asked_before(text, start, end)
    if not in_pieces:
        found = speaking_against(text, start, end, found, name)
    return text[found[0].start : found[0].end] if found else None


def _asked_before(text: str, start: int, end: int) -> tuple[Governor, ...]:
    """What governs an infinitive whose subject the words hold: "appealed to [donors to help]"."""
    found = _INFINITIVE.match(text, start, end)
    if found is None:
        return ()
    asked = governors(text, found.start("verb"), found.end("verb"))
    return tuple(each for each in asked if each.end <= start)


def _opposed(
    evidence: Evidence, node: GroupNode, span: Span, label: Json, marker: Polarity
) -> str | None:
    """The words against a polarity; "" where it lacks words; None where it stands."""
    article = evidence.article
    name = realis_name(label)
    if name in POSITIVE:
        text, start, end = in_sentence(article, span)
        if leaves_open(text[start:end]) or _is_of_teller(evidence, node, span, marker):
            return None
        said = predication(text, start, end)
        if said.negated is not None and not _NOT_ONLY.match(text, said.negated[0]):
            return text[slice(*said.negated)]
        denied = denied_inside(text, start, end)
        if denied is None and not _tells_denial(node):
            denied = denied_by(text, start)
        if denied is not None:
            return denied
        return hidden_denial(article, span.start, span.end, node)
    if name in NEGATIVE:
        pieces = spans_in(node.children[marker.of])
        cue = _cue_of(node, marker)
        return None if any(is_denied(article, piece, cue) for piece in pieces) else ""
    return None


def _tells_denial(node: GroupNode) -> bool:
    """Whether a label of the record could say that what is claimed is denied: "deny"."""
    leaves = (node.leaf(slot.name) for slot in node.group.slots)
    names = (realis_name(each) for leaf in leaves if leaf is not None for each in labels_of(leaf))
    return not _DENIAL_LABELS.isdisjoint(names)


def _is_of_teller(evidence: Evidence, node: GroupNode, span: Span, marker: Polarity) -> bool:
    """Whether what denies words belongs to who tells of what brings them, not to who says them.

    "Did not leave, as Roe had urged her to do", "the court rejected a request to leave".
    """
    cue = _cue_of(node, marker)
    text, start, end = in_sentence(evidence.article, span)
    if cue is None or cue.sentence != span.sentence:
        return False
    low = cue.start - (span.start - start)
    if end <= low:
        return _AS_HE_SAID.match(text[end:low]) is not None
    return is_turned_down(text, low, low + len(cue.exact)) and not undone(span.exact)


def _cue_of(node: GroupNode, marker: Factuality | Polarity) -> Span | None:
    """The words of saying that bring what a label is of, where a record has such a field."""
    beside = next(
        (
            by.of
            for slot, by in node.group.ruled
            if slot.name == marker.of and isinstance(by, Beside)
        ),
        None,
    )
    return evidence_of(node.leaf(beside)) if beside is not None else None
