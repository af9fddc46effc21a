"""What is said: every rule on the pieces that a cue brings, in the order they are asked in."""

from llmextract.judge.rules.saying.acts import keep_act
from llmextract.judge.rules.saying.attribution import (
    keep_affirmed,
    keep_brought,
    keep_open,
    keep_pieces,
    keep_said,
)
from llmextract.judge.rules.saying.governed import keep_governed
from llmextract.judge.rules.saying.licensed import keep_licensed
from llmextract.judge.spans import evidence_of
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, Node


def keep_speech(evidence: Evidence, node: GroupNode, child: Node, beside: LeafNode | None) -> None:
    """Reject what is said where the words that bring it bring something else, or nothing."""
    cue = evidence_of(beside)
    keep_pieces(child)
    keep_said(evidence, child, beside)
    keep_affirmed(evidence, node, beside)
    keep_brought(evidence, node, child, beside)
    keep_open(evidence, node, child, beside)
    keep_governed(evidence, child, cue)
    keep_licensed(evidence, child, cue)
    keep_act(node, child, beside)
