"""Rules between the fields of one record; each may overturn the verdict of a leaf."""

from llmextract.ask.markers import (
    Anywhere,
    Beside,
    Counts,
    CuedBy,
    Factuality,
    Named,
    Polarity,
    Speaker,
)
from llmextract.ask.realis import hedged
from llmextract.ask.shape import Slot
from llmextract.judge.attachment import attach, keep_spoken, keep_times, keep_together
from llmextract.judge.contradiction import contradict
from llmextract.judge.naming import keep_named, keep_other
from llmextract.judge.support import Evidence, reject
from llmextract.judge.toll import keep_counted
from llmextract.judge.tree import GroupNode, LeafNode, groups
from llmextract.judge.verdict import Code, Status


def relate(evidence: Evidence, root: GroupNode) -> None:
    """Apply what the markers of each model say."""
    for node in groups(root):
        keep_times(evidence, node)
        for slot, marker in node.group.ruled:
            child = node.children[slot.name]
            if isinstance(marker, Named):
                keep_named(evidence, child)
            if isinstance(marker, Beside):
                keep_together(evidence, node, child, marker)
            if isinstance(marker, Anywhere):
                keep_other(node, child, marker)
            leaf = node.leaf(slot.name)
            if leaf is None or not leaf.judged.stands:
                continue
            match marker:
                case CuedBy():
                    _cue(node, slot, leaf, marker)
                case Factuality() | Polarity():
                    contradict(evidence, node, leaf, marker)
                case Counts():
                    keep_counted(evidence, node, leaf)
                    if leaf.judged.stands:
                        attach(evidence, node, leaf, marker)
                case Speaker():
                    keep_spoken(evidence, node, leaf, marker)
                case _:
                    pass


def _cue(node: GroupNode, slot: Slot, leaf: LeafNode, marker: CuedBy) -> None:
    """A label other than the default needs a cue that stands in the text."""
    label = leaf.judged.verdict.value
    cue = node.leaf(marker.field)
    is_cued = cue is not None and cue.judged.verdict.status is Status.SUPPORTED
    if label == marker.unless:
        span = cue.judged.verdict.span if cue is not None and is_cued else None
        if span is not None and hedged(span.exact):
            detail = f"{slot.name} {label!r} is cued by a hedge: {span.exact!r}"
            leaf.judged = reject(leaf.path, Code.CONTRADICTED, label, detail, nearest=span.exact)
        return
    if is_cued:
        return
    detail = f"{slot.name} {label!r} needs words that carry it, cited in {marker.field}"
    leaf.judged = reject(leaf.path, Code.CUE_MISSING, label, detail)
