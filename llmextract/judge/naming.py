"""Whether words name anything, and whether two names mean the same."""

import re

from llmextract.article.syntax.grammar import ARTICLES
from llmextract.article.syntax.named import names_nothing
from llmextract.ask.markers import Anywhere
from llmextract.ask.shape import Words
from llmextract.judge.support import Evidence, reject
from llmextract.judge.tree import GroupNode, LeafNode, Node, leaves
from llmextract.judge.verdict import Code

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_LEAST_INITIALS = 2


def keep_named(evidence: Evidence, child: Node) -> None:
    """Reject words that name nobody and nothing."""
    for leaf in leaves(child):
        span = leaf.judged.verdict.span
        if not isinstance(leaf.shape, Words) or span is None or not leaf.judged.stands:
            continue
        sentence = evidence.article.sentence_at(span.start)
        text, start = (span.exact, 0) if sentence is None else (sentence.text, sentence.start)
        if names_nothing(text, span.start - start, span.end - start):
            detail = f"{span.exact!r} names nobody and nothing"
            leaf.judged = reject(leaf.path, Code.UNREADABLE, leaf.judged.verdict.value, detail)


def keep_other(node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject words that name what one of the fields `marker.other_than` names already."""
    known = [
        other.judged.verdict.span.exact
        for name in marker.other_than
        for other in leaves(node.children[name])
        if other.judged.stands and other.judged.verdict.span is not None
    ]
    for leaf in leaves(child):
        _keep_other(leaf, known)


def _keep_other(leaf: LeafNode, known: list[str]) -> None:
    span = leaf.judged.verdict.span
    if span is None or not leaf.judged.stands:
        return
    same = next((name for name in known if is_same_name(span.exact, name)), None)
    if same is not None:
        detail = f"{span.exact!r} is the same as {same!r}"
        leaf.judged = reject(leaf.path, Code.MISATTACHED, leaf.judged.verdict.value, detail)


def is_same_name(one: str, other: str) -> bool:
    """Whether one name is the other, its last words ("the army") or its initials ("HTS")."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter:
        return False
    tail = longer[-len(shorter) :]
    if [word.casefold() for word in tail] == [word.casefold() for word in shorter]:
        return True
    initials = "".join(word[0] for word in longer if word[0].isupper())
    return len(initials) >= _LEAST_INITIALS and [initials] == [
        word.replace(".", "") for word in shorter
    ]


def _words(name: str) -> list[str]:
    """The words of a name without its article and the genitive at its end."""
    words = [re.sub(r"['’]s\Z", "", word) for word in _WORD.findall(name)]
    return words[1:] if words and words[0].casefold() in ARTICLES else words
