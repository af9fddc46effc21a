"""Rules between the fields of one record; each may overturn the verdict of a leaf."""

import re

from llmextract.article.location import touch
from llmextract.article.syntax.grammar import MODALS, tokenise
from llmextract.ask.markers import (
    Anywhere,
    Beside,
    Counts,
    CuedBy,
    Factuality,
    Marker,
    Named,
    Parts,
    Polarity,
    Signs,
    Speaker,
)
from llmextract.ask.realis import carries, hedged, is_of_proof
from llmextract.ask.shape import Slot
from llmextract.ask.wire import Json
from llmextract.judge.rules.actors.membership import keep_member
from llmextract.judge.rules.actors.parties import keep_described, keep_parties
from llmextract.judge.rules.attachment import attach, keep_there, keep_times, keep_together
from llmextract.judge.rules.figures.toll import keep_counted
from llmextract.judge.rules.figures.uncounted import keep_no_year
from llmextract.judge.rules.happening import keep_happening
from llmextract.judge.rules.naming import (
    keep_alias,
    keep_name,
    keep_named,
    keep_other,
    keep_other_names,
)
from llmextract.judge.rules.saying.attribution import keep_spoken
from llmextract.judge.rules.saying.doubts import (
    denied_before,
    hedges_noun,
    is_disputing,
    is_doubting,
    is_rebuttal,
    is_stronger_or_weaker,
    tells_otherwise,
    without_dates,
)
from llmextract.judge.rules.saying.pronouns import keep_meant
from llmextract.judge.rules.saying.proven import told_of_proof
from llmextract.judge.rules.setting.filed import keep_filed
from llmextract.judge.rules.setting.where import keep_where
from llmextract.judge.rules.sorts.contradiction import contradict
from llmextract.judge.rules.sorts.kinds import keep_kind
from llmextract.judge.rules.who.backers import keep_backers
from llmextract.judge.rules.who.doers import keep_doers
from llmextract.judge.rules.who.spared import keep_sufferers, keep_takers
from llmextract.judge.rules.who.voice import keep_parts
from llmextract.judge.spans import evidence_of, in_sentence, places_of, spans_in, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node, groups, labels_of
from llmextract.judge.verdict import Code, Span

# How far a "may" stands from the words whose verb it belongs to.
_BEFORE, _BEHIND = 30, 12

# The longest of those in the gold of the seeds has four.
_MOST_CUE = 8
# "It was not possible to verify either of the two accounts independently".
_MOST_OF_PROOF = 12
_MARK = re.compile(r"[,;:—–]")
_THAT = re.compile(r"\s+that\s+")


def relate(evidence: Evidence, root: GroupNode) -> None:
    """Apply what the markers of each model say."""
    for node in groups(root):
        keep_times(evidence, node)
        keep_parties(node)
        for slot, marker in node.group.ruled:
            _keep(evidence, node, node.children[slot.name], marker)
            leaf = node.leaf(slot.name)
            if leaf is not None and leaf.judged.stands:
                _hold(evidence, node, slot, leaf, marker)
        keep_described(evidence, node)


def _keep(evidence: Evidence, node: GroupNode, child: Node, marker: Marker) -> None:
    """Rules on a field, a list as well as a single one, and on the sibling that a marker names."""
    match marker:
        case Named():
            keep_named(evidence, child, marker)
            if marker.placed:
                keep_where(evidence, child)
        case Parts():
            keep_takers(child, marker)
            keep_parts(evidence, node, child, marker)
            keep_backers(evidence, node, child, marker)
            keep_doers(evidence, node, child, marker)
            keep_sufferers(evidence, node, child, marker)
        case Beside():
            keep_together(evidence, node, child, marker)
            keep_there(evidence, node, child, marker)
            keep_filed(evidence, node, child, marker)
            keep_no_year(evidence, child)
        case Anywhere():
            keep_other_names(evidence, node, child, marker)
            keep_other(evidence, node, child, marker)
            keep_alias(evidence, node, child, marker)
            keep_member(evidence, node, child, marker)
            keep_name(evidence, node, child, marker)
            keep_meant(evidence, node, child, marker)
        case Factuality() if isinstance(child, LeafNode) and child.judged.stands:
            keep_happening(evidence, node.leaf(marker.of))
        case _:
            pass


def _hold(evidence: Evidence, node: GroupNode, slot: Slot, leaf: LeafNode, marker: Marker) -> None:
    """Rules on a single value that stands so far."""
    match marker:
        case CuedBy():
            _cue(evidence, node, slot, leaf, marker)
        case Factuality() | Polarity():
            contradict(evidence, node, leaf, marker)
        case Counts():
            keep_counted(evidence, node, leaf, marker)
            if leaf.judged.stands:
                attach(evidence, node, leaf, marker)
        case Speaker():
            keep_spoken(evidence, node, leaf, marker)
        case Signs():
            keep_kind(evidence, node, leaf, marker)
        case _:
            pass


def _cue(evidence: Evidence, node: GroupNode, slot: Slot, leaf: LeafNode, marker: CuedBy) -> None:
    """A label other than the default needs a cue that stands in the text."""
    label = leaf.judged.verdict.value
    span = evidence_of(node.leaf(marker.field))
    most = _MOST_OF_PROOF if is_of_proof(label) else _MOST_CUE
    if span is not None and len(span.exact.split()) > most:
        detail = f"{span.exact!r} is more than the words that carry a label"
        leaf.refuse(Code.CUE_MISSING, detail, nearest=span.exact)
        return
    if span is not None and (why := _has_no_sign(slot, marker, label, span)) is not None:
        leaf.refuse(Code.CUE_MISSING, why, nearest=span.exact)
        return
    if label == marker.unless:
        if span is not None and (hedged(span.exact) or is_doubting(span.exact)):
            detail = f"{slot.name} {label!r} is cued by a hedge: {span.exact!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=span.exact)
        elif any(map(is_of_proof, labels_of(leaf))) and (told := told_of_proof(evidence, node)):
            leaf.refuse(Code.CONTRADICTED, f"the article tells of its proof: {told!r}")
        return
    is_idle = span is not None and _is_astray(evidence, node, span)
    if span is not None and _carries(evidence, label, span) and not is_idle:
        if is_stronger_or_weaker(label, span.exact, labels_of(leaf)):
            detail = f"{slot.name} {label!r} is cued by words of another label: {span.exact!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=span.exact)
        elif tells_otherwise(label, _with_denial(evidence, span)):
            detail = f"{slot.name} {label!r} is cued by the contrary: {span.exact!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=span.exact)
        return
    fault = "leave nothing of it open" if is_idle else "do not"
    given = "" if span is None else f", {'and' if is_idle else 'which'} {span.exact!r} {fault}"
    detail = f"{slot.name} {label!r} needs words that carry it, cited in {marker.field}{given}"
    leaf.refuse(Code.CUE_MISSING, detail)


def _has_no_sign(slot: Slot, marker: CuedBy, label: Json, cue: Span) -> str | None:
    """Why a cue is none of a label, where the schema says by which words each is known."""
    if label == marker.unless:
        return None
    words = tokenise(cue.exact).words
    signs = (m for m in slot.markers if isinstance(m, Signs) and m.field == marker.field)
    if all(each.allow(label, words) for each in signs):
        return None
    return f"{slot.name} {label!r} needs one of its signs in {marker.field}"


def _carries(evidence: Evidence, label: Json, cue: Span) -> bool:
    """Whether words carry a label, alone, by a subject that denies them, or as a rebuttal."""
    if carries(label, without_dates(cue.exact)) or (
        is_of_proof(label) and carries(label, _with_denial(evidence, cue))
    ):
        return True
    return is_disputing(label) and is_rebuttal(cue.exact)


def _with_denial(evidence: Evidence, cue: Span) -> str:
    """Words with a "not" where their subject denies them: "Neither [could be verified]"."""
    text, start, _ = in_sentence(evidence.article, cue)
    return f"not {cue.exact}" if denied_before(text, start) else cue.exact


def _is_astray(evidence: Evidence, node: GroupNode, cue: Span) -> bool:
    """Whether words of doubt are a "may" of what no field holds: it leaves open its own verb only.

    It may stand inside the words of a field, right before them or right behind them. Beside names
    alone no field holds what is left open.
    """
    if is_doubting(cue.exact) and _brings_another(evidence, node, cue):
        return True
    if hedges_noun(cue.exact) and _is_beside(evidence, node, cue):
        return True
    if cue.exact.lower() not in MODALS:
        return False
    names = {id(node.leaf(slot.name)) for slot, m in node.group.ruled if isinstance(m, Named)}
    others = [(leaf, span) for leaf, span in standing(node) if span != cue]
    near = [place for _, span in others for place in places_of(evidence, span)]
    holds = any(id(leaf) not in names for leaf, _ in others)
    return holds and not any(
        start - _BEFORE <= at < end + _BEHIND
        for at, _ in places_of(evidence, cue)
        for start, end in near
    )


def _is_beside(evidence: Evidence, node: GroupNode, cue: Span) -> bool:
    """Whether a mark parts a noun that is left open from all that a record holds beside it."""
    text = evidence.article.text
    others = [span for span in spans_in(node) if span != cue and span.sentence == cue.sentence]
    return bool(others) and all(
        not touch((span.start, span.end), (cue.start, cue.end))
        and _MARK.search(text, min(span.end, cue.end), max(span.start, cue.start)) is not None
        for span in others
    )


def _brings_another(evidence: Evidence, node: GroupNode, cue: Span) -> bool:
    """Whether a verb of belief brings a clause that no field holds: "though it believes that"."""
    text = evidence.article.text
    found = _THAT.match(text, cue.end)
    spans = spans_in(node)
    if found is None or any(span != cue and span.start <= cue.start < span.end for span in spans):
        return False
    held = any(cue.end <= span.start <= found.end() for span in spans)
    before = any(span != cue and span.end <= cue.start for span in spans)
    return before and not held
