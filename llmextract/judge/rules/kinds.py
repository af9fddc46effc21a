"""What sort of thing is told, held against who does it: what rebels take no government regains."""

import re
from typing import Final

from llmextract.article.syntax.grammar import words_of
from llmextract.ask.markers import Parts, Signs
from llmextract.judge.rules.voice import doers_of
from llmextract.judge.tree import GroupNode, LeafNode
from llmextract.judge.verdict import Code

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
    named = [
        (words, _labels_denied(words.exact, marker))
        for slot, parts in node.group.ruled
        if isinstance(parts, Parts) and parts.of == marker.field
        for _, words in doers_of(node.children[slot.name], parts)
    ]
    if named and all([*denied] == [label] for _, denied in named):
        words = named[0][0].exact
        leaf.refuse(Code.CONTRADICTED, f"it is done by {words!r} in this record", nearest=words)


def _labels_denied(who: str, marker: Signs) -> frozenset[str]:
    words = [word.casefold() for word in _WORD.findall(who)]
    return frozenset() if _TURNING.intersection(words) else marker.denied(words)
