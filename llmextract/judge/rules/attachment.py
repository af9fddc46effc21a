"""Figures, places, times and participants joined to what another figure or clause has."""

import re
from functools import partial
from itertools import product
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.quotation import may_be_quoted
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.finite import is_no_subject
from llmextract.article.syntax.grammar import ARTICLES, is_gerund, is_past
from llmextract.article.syntax.predicates import parting_verb
from llmextract.article.syntax.subjects import stands_apart
from llmextract.ask.markers import Beside, Counts, Parts
from llmextract.ask.realis import DENIED
from llmextract.ask.shape import Moment, Number, Words
from llmextract.judge.rules.actors.offices import keep_office, why_not_his
from llmextract.judge.rules.figures.compared import keep_main
from llmextract.judge.rules.figures.counting import holder_of
from llmextract.judge.rules.figures.licence import tells_whom
from llmextract.judge.rules.figures.nearer import is_measure, why_of_another, why_of_other_deed
from llmextract.judge.rules.figures.reckoning import miscounts
from llmextract.judge.rules.figures.settings import keep_in_setting, keep_period
from llmextract.judge.rules.figures.shares import keep_shares
from llmextract.judge.rules.figures.toll import RIGHT_BEHIND
from llmextract.judge.rules.figures.whose import befalls_beside
from llmextract.judge.rules.links import counts_on, happens_there, takes_part, tolls_next
from llmextract.judge.rules.own_clause import keep_in_own_clause
from llmextract.judge.rules.saying.attribution import (
    is_labelled,
    keep_paired,
    keep_said_apart,
)
from llmextract.judge.rules.saying.governed import keep_with_speaker
from llmextract.judge.rules.saying.licensed import keep_told_by
from llmextract.judge.rules.saying.moments import keep_moment, keep_outside
from llmextract.judge.rules.saying.speech import keep_speech
from llmextract.judge.rules.saying.statements import runs_on, taken_up_next
from llmextract.judge.rules.saying.telling import tells
from llmextract.judge.rules.setting.elsewhere import told_elsewhere
from llmextract.judge.rules.setting.sentences_apart import not_in_own_sentence
from llmextract.judge.rules.setting.timing import dated_otherwise, happened_otherwise
from llmextract.judge.rules.sorts.denial import exclusion
from llmextract.judge.rules.who.antecedent import is_of_relative
from llmextract.judge.rules.who.as_subject import no_subject, why_no_subject
from llmextract.judge.rules.who.nested import held_by_another
from llmextract.judge.spans import (
    contradict_words,
    everywhere,
    evidence_of,
    holds_throughout,
    sentences_of,
    shared_sentence,
    shown_throughout,
    spans_in,
    standing,
    stands_elsewhere,
    within,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node, leaves
from llmextract.judge.verdict import Code, Span

_TAKEN_UP: Final = re.compile(r",\s(?:where|when|which|who)\s[^,;:“”\"]*")
# From the time of a saying to the words that go on with it: "said on Monday, [adding]".
_GOES_ON: Final = re.compile(r",?\s+(?:\w+ly\s+|also\s+)?\w+ing(?:\s+that)?")


def attach(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Counts) -> None:
    """Reject a figure that counts something else than the record says."""
    article = evidence.article
    keep_period(evidence, node, leaf)
    count, counted = leaf.judged.verdict.span, evidence_of(node.leaf(marker.of))
    sentence = shared_sentence(article, count, counted)
    if count is None or counted is None or sentence is None:
        return
    if RIGHT_BEHIND.fullmatch(article.text, count.end, max(count.end, counted.start)):
        return
    other = _other_count(sentence, count, counted)
    if other is not None and not stands_elsewhere(evidence, sentence, (count, counted)):
        detail = f"{count.exact!r} does not count {counted.exact!r}: {other!r} does"
        leaf.refuse(Code.MISATTACHED, detail)
    elif is_measure(sentence.text, within(sentence, count)):
        # Nothing is counted in dollars: it is the figure of what a sentence gives them to.
        _misattach(leaf, why_of_another(evidence, node, leaf, sentence, (counted, count)))


def _other_count(sentence: Sentence, count: Span, counted: Span) -> str | None:
    """The words that show that a figure does not count these, wherever both stand."""
    text = sentence.text
    if holder := holder_of(text, within(sentence, count), within(sentence, counted)):
        return text[slice(*holder)]
    pairs = product(everywhere(sentence, count), everywhere(sentence, counted))
    shown = [miscounts(text, *pair) for pair in pairs]
    return shown[0] if all(shown) else None


def keep_together(evidence: Evidence, node: GroupNode, child: Node, marker: Beside) -> None:
    """Reject words and figures that stand too far from those of the field `marker.of`.

    Where they may not be those very words and are, it is these that are rejected.
    """
    beside = node.leaf(marker.of)
    if marker.within == "speech":
        keep_speech(evidence, node, child, beside)
    if marker.outside is not None:
        other = node.children[marker.outside]
        keep_told_by(evidence, child, other, evidence_of(beside), within=marker.within)
        if marker.within == "subject":
            keep_said_apart(child, other, beside)
            keep_with_speaker(evidence, child, other, evidence_of(beside))
        keep_outside(evidence, child, other, beside)
        keep_moment(evidence, child, other, beside)
        if marker.within == "subject":
            keep_paired(evidence, child, other, beside)
    anchor = evidence_of(beside)
    if beside is None or anchor is None or anchor.sentence is None:
        return
    stood = list(standing(child))
    is_place = any(child is node.children[name] for name in node.group.placed)
    if marker.apart and not _keep_from_itself(beside, anchor, stood):
        return
    for leaf, words in standing(child):
        if isinstance(leaf.shape, Moment):
            _misattach(leaf, _misdated(evidence, anchor, words, marker, is_own=leaf is child))
            if leaf.judged.stands and marker.within == "clause":
                keep_in_own_clause(evidence, node, child, leaf, (anchor, words))
        elif isinstance(leaf.shape, Words | Number):
            why = _misplaced(evidence, anchor, words, marker, is_place=is_place)
            is_open = why and _is_taken_up(evidence, node, child, leaf, (anchor, words))
            _misattach(leaf, None if is_open and marker.within == "clause" else why)
            if leaf.judged.stands:
                _keep_beside(evidence, node, child, leaf, (anchor, words), marker)
    keep_main(evidence, node, child, anchor)
    keep_in_setting(evidence, node, child, anchor)
    keep_shares(evidence, node, child, anchor)


def _keep_beside(
    evidence: Evidence,
    node: GroupNode,
    child: Node,
    leaf: LeafNode,
    spans: tuple[Span, Span],
    marker: Beside,
) -> None:
    """Reject what stands near its anchor and is told of something else."""
    if marker.within != "sentence":
        _misattach(leaf, why_of_other_deed(evidence, node, child, leaf, spans))
    if leaf.judged.stands and marker.within == "clause":
        _keep_in_clause(evidence, node, child, leaf, spans)
    elif leaf.judged.stands and marker.within == "phrase":
        keep_office(evidence, leaf, spans[1], spans[0])


def _keep_from_itself(beside: LeafNode, anchor: Span, stood: list[tuple[LeafNode, Span]]) -> bool:
    """Reject an anchor whose very words are somebody or a place; whether it stands.

    Where they are a verb it is these that fall: nobody is "supporting", and it lies nowhere.
    """
    same = [leaf for leaf, words in stood if _is_same(leaf, words, anchor)]
    is_verb = is_gerund(anchor.exact) or is_past(anchor.exact)
    for leaf in same if is_verb else [beside] if same else []:
        leaf.refuse(Code.MISATTACHED, f"{anchor.exact!r} is said to stand beside itself")
    return is_verb or not same


def _is_taken_up(
    evidence: Evidence, node: GroupNode, child: Node, leaf: LeafNode, spans: tuple[Span, Span]
) -> bool:
    """Whether the sentence of an anchor may take up words of one before it, or goes on."""
    sentence = shared_sentence(evidence.article, *spans)
    place = within(sentence, spans[1]) if sentence is not None else (0, 0)
    if sentence and (befalls_beside(sentence.text, place) or tells_whom(sentence.text, place)):
        return True
    is_counted = any(isinstance(each.shape, Number) for each in leaves(child))
    if is_counted and tolls_next(evidence, *spans):
        return True
    if isinstance(leaf.shape, Number):
        return counts_on(evidence, *spans)
    if any(child is node.children[name] for name in node.group.placed):
        return happens_there(evidence, *spans)
    is_part = any(
        isinstance(m, Parts) and child is node.children[s.name] for s, m in node.group.ruled
    )
    return is_part and takes_part(evidence, *spans)


def keep_there(evidence: Evidence, node: GroupNode, child: Node, marker: Beside) -> None:
    """Reject a place that the article gives something else than what happens."""
    if not any(child is node.children[name] for name in node.group.placed):
        return
    anchor = evidence_of(node.leaf(marker.of))
    if anchor is None:
        return
    for leaf, words in standing(child):
        if isinstance(leaf.shape, Words):
            told = shown_throughout(evidence, (anchor, words), told_elsewhere)
            _misattach(leaf, told and f"{words.exact!r} is told of something else: {told!r}")


def _keep_in_clause(
    evidence: Evidence, node: GroupNode, child: Node, leaf: LeafNode, spans: tuple[Span, Span]
) -> None:
    """Reject who only tells of an anchor, and what is only named to be left out of it.

    Where it is alone, none of a list, a figure is not that of something nearer to it either.
    """
    keep_in_own_clause(evidence, node, child, leaf, spans)
    if not leaf.judged.stands:
        return
    (anchor, words), is_alone = spans, leaf is child
    sentence = shared_sentence(evidence.article, *spans) if is_alone else None
    if sentence is not None:
        _misattach(leaf, why_of_another(evidence, node, leaf, sentence, spans))
        if not leaf.judged.stands:
            return
    if isinstance(leaf.shape, Words):
        if is_alone:
            verb = shown_throughout(evidence, spans, _next_verb)
            _misattach(leaf, verb and f"{words.exact!r} stands with {verb!r}")
            other = shown_throughout(evidence, spans, held_by_another)
            _misattach(leaf, other and f"{other!r} is not {words.exact!r}")
        _misattach(leaf, _told(evidence, anchor, words))
    if leaf.judged.stands:
        _keep_included(evidence, node, leaf, words)


def _next_verb(sentence: str, anchor: Range, words: Range) -> str | None:
    found = parting_verb(sentence, anchor, words)
    return sentence[slice(*found)] if found is not None else None


def _misattach(leaf: LeafNode, why: str | None) -> None:
    if why is not None:
        leaf.refuse(Code.MISATTACHED, why)


def _is_same(leaf: LeafNode, words: Span, anchor: Span) -> bool:
    """Whether a leaf points at the very words of the anchor, an article before them aside."""
    if words.end != anchor.end or not isinstance(leaf.shape, Words):
        return False
    longer = max(words.exact, anchor.exact, key=len)
    before = longer[: abs(words.start - anchor.start)]
    return not before or before.strip().casefold() in ARTICLES


def _misplaced(
    evidence: Evidence, anchor: Span, words: Span, marker: Beside, *, is_place: bool
) -> str | None:
    """Why words do not stand beside their anchor; None where nothing is sure.

    Whether a place is that of another clause `keep_there` asks.
    """
    if marker.within == "phrase":
        return why_not_his(evidence, anchor, words)
    if marker.within == "subject":
        is_said = marker.outside is not None
        why = why_no_subject(evidence, anchor, words, is_said=is_said)
        if why is not None:
            return why
    apart = _apart(evidence, anchor, words, marker)
    if is_place and apart == "clause":
        return None
    if apart is None and marker.within == "clause" and is_of_relative(evidence, anchor, words):
        apart = "clause"
    if apart == "clause" and marker.within == "subject":
        return no_subject(evidence, anchor, words)
    return apart and f"{words.exact!r} belongs to another {apart} than {anchor.exact!r}"


def _told(evidence: Evidence, anchor: Span, words: Span) -> str | None:
    """Why words are those of who only tells of the anchor; None where nothing is sure."""
    shown = shown_throughout(evidence, (words, anchor), tells)
    # "The Observatory, seated in [Norland], described it": Norland does not.
    does = (
        "only says something of who tells of" if shown and words.exact in shown else "only tells of"
    )
    return shown and f"{words.exact!r} {does} {anchor.exact!r}: {shown!r}"


def _misdated(
    evidence: Evidence, anchor: Span, words: Span, marker: Beside, *, is_own: bool
) -> str | None:
    """Why a time is not that of its anchor; None where nothing is sure.

    `is_own`: it is the anchor's, not that of a figure beside it. What somebody said may be told of
    again, at another time: `keep_moment` asks that.
    """
    if marker.outside is not None and _GOES_ON.fullmatch(
        evidence.article.text, words.end, max(words.end, anchor.end)
    ):
        return None
    elsewhere = not_in_own_sentence(evidence, anchor, words) if marker.outside is None else None
    if elsewhere is not None:
        return elsewhere
    tells_apart = happened_otherwise if is_own else dated_otherwise
    told = shown_throughout(evidence, (anchor, words), tells_apart)
    return told and f"{words.exact!r} is not said of {anchor.exact!r}: {told!r} tells them apart"


def _apart(evidence: Evidence, anchor: Span, words: Span, marker: Beside) -> str | None:
    """What parts words from their anchor: clause or sentence; None where nothing surely does."""
    sentence = shared_sentence(evidence.article, words, anchor)
    if sentence is None:
        near = sentences_of(evidence, words) & sentences_of(evidence, anchor)
        spoken = marker.within == "speech" and (
            may_be_quoted(evidence.article.text, words.start, words.end)
            or runs_on(evidence.article, anchor, words)
        )
        # "Roe told Radio Nord that mills burned. “More will,” he said": Radio Nord hands it on.
        spoken = spoken or (
            marker.within == "sentence"
            and marker.outside is not None
            and taken_up_next(evidence.article, words.start, anchor.start)
        )
        return None if near or spoken else "sentence"
    if marker.within in ("speech", "sentence"):
        return None
    is_subject = marker.within == "subject"
    if not is_subject and len(find_clauses(sentence.text)) == 1:
        return None
    parts = partial(is_no_subject if is_subject else stands_apart, sentence.text)
    parted = holds_throughout(
        evidence,
        sentence,
        (anchor, words),
        lambda here, there: not touch(here, there) and parts(here, there),
    )
    return "clause" if parted else None


def keep_times(evidence: Evidence, node: GroupNode) -> None:
    """Reject a time that is only named as another one: "not on Monday but on Tuesday"."""
    for name in node.group.moments:
        leaf = node.leaf(name)
        words = evidence_of(leaf)
        if leaf is not None and words is not None:
            _keep_included(evidence, node, leaf, words)


def _keep_included(evidence: Evidence, node: GroupNode, leaf: LeafNode, words: Span) -> None:
    """Reject words that are only named to be left out: "the army, not the rebels".

    What a record says did not happen has them: "neither the army nor the rebels withdrew".
    """
    # Asked first, since hardly any words are.
    if exclusion(evidence.article, words.start) is None or is_labelled(node, DENIED):
        return
    # "Unlike in [Dorva], where riots broke out": they broke out there.
    told = _TAKEN_UP.match(evidence.article.text, words.end)
    if told is None or not any(
        span.start >= told.start() and span.end <= told.end() for span in spans_in(node)
    ):
        contradict_words(evidence, leaf, words, lambda start, _: exclusion(evidence.article, start))
