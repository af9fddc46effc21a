"""Rules between the fields of one record; each may overturn the verdict of a leaf."""

from llmextract.ask.markers import CuedBy
from llmextract.ask.shape import Slot
from llmextract.judge.support import reject
from llmextract.judge.tree import GroupNode, LeafNode, groups
from llmextract.judge.verdict import Code, Status


def relate(root: GroupNode) -> None:
    """Apply what the markers of each model say."""
    for node in groups(root):
        for slot in node.group.slots:
            leaf = node.leaf(slot.name)
            if leaf is None or not leaf.judged.stands:
                continue
            for marker in slot.markers:
                if isinstance(marker, CuedBy):
                    _cue(node, slot, leaf, marker)


def _cue(node: GroupNode, slot: Slot, leaf: LeafNode, marker: CuedBy) -> None:
    """A label other than the default needs a cue that stands in the text."""
    label = leaf.judged.verdict.value
    if label == marker.unless:
        return
    cue = node.leaf(marker.field)
    if cue is not None and cue.judged.verdict.status is Status.SUPPORTED:
        return
    detail = f"{slot.name} {label!r} needs words that carry it, cited in {marker.field}"
    leaf.judged = reject(leaf.path, Code.CUE_MISSING, label, detail)
