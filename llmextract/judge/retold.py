"""Rules between fields, asked of the cited sentences as they are told in the past.

The rules read plain prose. Of a record that cites a headline, or a sentence in the present tense,
they are asked again of what is said there in full, and what falls there falls. Of headlines alone
what stands there stands.
"""

import re
from collections.abc import Iterator, Sequence

from llmextract.article.article import one_line
from llmextract.article.retold import Retold, is_retold
from llmextract.article.syntax.present import is_headline
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.ask.markers import Factuality, Marker, Speaker
from llmextract.ask.realis import ASSERTED, PLANNED, realis_name
from llmextract.ask.shape import Label
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.rules.relations import relate
from llmextract.judge.rules.sorts.unrealised import ONGOING
from llmextract.judge.support import Evidence, Judged
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node, groups, grow, leaves
from llmextract.judge.verdict import Code, Verdict

_DAYS = re.compile(rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))})\b", re.IGNORECASE)
_OF_RELATIONS = Code.MISATTACHED, Code.CONTRADICTED


def relate_as_told(evidence: Evidence, root: GroupNode) -> None:
    """Apply what the markers of each model say, to what the cited sentences say told in full."""
    own = list(leaves(root))
    given = [leaf.judged for leaf in own]
    relate(evidence, root)
    retold = evidence.article.retold if is_retold(evidence.article, evidence.cited) else None
    if retold is None:
        return
    told, other = _retold(evidence, retold, root, given)
    relate(told, other)
    labels, tellers = set(_marked(root, Factuality)), set(_marked(root, Speaker))
    in_full = _is_of_headlines(evidence)
    stays_open = _open_labels(evidence, in_full=in_full)
    for leaf, before, there in zip(own, given, leaves(other), strict=True):
        code, is_label = there.judged.verdict.code, id(leaf) in labels
        if before.stands and code in _OF_RELATIONS:
            name = realis_name(leaf.judged.verdict.value)
            is_open = name in stays_open if is_label else _is_of_record(leaf)
            if leaf.judged.stands and not is_open:
                _refuse(leaf, there.judged.verdict, told)
        elif in_full and there.judged.stands and not is_label:
            fell = leaf.judged.verdict.code
            if fell is Code.CONTRADICTED or (fell is Code.MISATTACHED and id(leaf) in tellers):
                leaf.judged = before


def _retold(
    evidence: Evidence, retold: Retold, root: GroupNode, given: Sequence[Judged]
) -> tuple[Evidence, GroupNode]:
    """The cited sentences told in full, and the same record in their words."""
    stated = {id(leaf): judged.verdict for leaf, judged in zip(leaves(root), given, strict=True)}
    cited = tuple((retold.place(low), retold.place(high)) for low, high in evidence.cited)
    told = Evidence(retold.article, cited, evidence.shown)
    return told, grow(told, root.group, _record(retold, root, stated))


def _refuse(leaf: LeafNode, verdict: Verdict, told: Evidence) -> None:
    """Refuse a field for what is said there in full, which is shown."""
    text = told.article.text
    shown = " ".join(one_line(text[low:high]).strip() for low, high in told.cited)
    leaf.refuse(verdict.code or Code.MISATTACHED, f"{verdict.detail}; read as {shown!r}")


def _is_of_record(leaf: LeafNode) -> bool:
    """Whether a leaf is a label of its record, which words of the article carry as they stand."""
    return isinstance(leaf.shape, Label) and "[" not in leaf.path


def _open_labels(evidence: Evidence, *, in_full: bool) -> frozenset[str]:
    """The labels of how real something is that a past does not speak against.

    What is told in the present may go on, or be planned for a day: "On Friday, the envoys meet". Of
    plain sentences only what is denied is no past.
    """
    text = evidence.article.text
    if not in_full:
        return ASSERTED | PLANNED | {ONGOING}
    has_day = any(_DAYS.search(text, *each) for each in evidence.cited)
    return PLANNED | {ONGOING} if has_day else frozenset({ONGOING})


def _is_of_headlines(evidence: Evidence) -> bool:
    """Whether a record cites headlines alone, which the rules read rightly only in full."""
    article = evidence.article
    return all(is_headline(one_line(article.text[low:high])) for low, high in evidence.cited)


def _marked(root: GroupNode, kind: type[Marker]) -> Iterator[int]:
    """The identities of the leaves that have a marker of a kind."""
    for node in groups(root):
        for slot, marker in node.group.ruled:
            leaf = node.leaf(slot.name)
            if isinstance(marker, kind) and leaf is not None:
                yield id(leaf)


def _record(retold: Retold, node: GroupNode, given: dict[int, Verdict]) -> JsonObject:
    return {name: _wire(retold, child, given) for name, child in node.children.items()}


def _wire(retold: Retold, node: Node, given: dict[int, Verdict]) -> Json:
    """What a record holds, in the words of the article retold."""
    match node:
        case GroupNode():
            return _record(retold, node, given)
        case ListNode():
            return [_wire(retold, item, given) for item in node.items]
        case LeafNode():
            verdict = given[id(node)]
            span = verdict.span if isinstance(verdict.value, str) else None
            return verdict.value if span is None else retold.words(span.start, span.end)
