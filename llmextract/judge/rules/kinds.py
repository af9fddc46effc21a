"""What sort of thing is told, held against who does it: what rebels take no government regains."""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.syntax.grammar import words_of
from llmextract.ask.markers import Parts, Signs
from llmextract.judge.rules.voice import part_named
from llmextract.judge.spans import evidence_of
from llmextract.judge.tree import GroupNode, LeafNode, ListNode
from llmextract.judge.verdict import Code, Span

_WORD: Final = re.compile(r"[^\W\d_]+")
# With these a word may mean others: "anti-government forces", "backed by the regime".
_TURNING: Final = words_of(
    "anti non pro ex former against opposed opposing backed allied affiliated aligned loyal"
    " supported linked of by"
)


def keep_kind(node: GroupNode, leaf: LeafNode, marker: Signs) -> None:
    """Reject a label that those who do it deny, by the words that the article has for them.

    Nothing is said where one of them may do it, nor where the words tell two sorts.
    """
    label = leaf.judged.verdict.value
    if all(label != name for name, _ in marker.never_by):
        return
    named = [(who, _labels_denied(who.exact, marker)) for who in _doers(node, marker.field)]
    if named and all([*denied] == [label] for _, denied in named):
        words = named[0][0].exact
        leaf.refuse(Code.CONTRADICTED, f"it is done by {words!r} in this record", nearest=words)


def _doers(node: GroupNode, field: str | None) -> Iterator[Span]:
    """The words of those who are said to do what a field tells, by a list marked `Parts`."""
    for slot, parts in node.group.ruled:
        child = node.children[slot.name]
        if not isinstance(parts, Parts) or parts.of != field or not isinstance(child, ListNode):
            continue
        for item in child.items:
            if isinstance(item, GroupNode):
                who, role = evidence_of(item.leaf(parts.who)), item.leaf(parts.role)
                if who is None or role is None or not role.judged.stands:
                    continue
                if part_named(role.judged.verdict.value) == "does":
                    yield who


def _labels_denied(who: str, marker: Signs) -> frozenset[str]:
    words = [word.casefold() for word in _WORD.findall(who)]
    return frozenset() if _TURNING.intersection(words) else marker.denied(words)
