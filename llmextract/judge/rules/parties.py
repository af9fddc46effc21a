"""Labels of what part somebody plays, held against the head of a name: no soldiers are civilians.

By the usual names of such labels; those that are not known stay unchecked. The lists are short:
what they do not know is of no sort, and nothing is held against it.
"""

from collections.abc import Iterator
from typing import Final

from llmextract.article.syntax.grammar import words_of
from llmextract.ask.realis import realis_name
from llmextract.ask.shape import Label
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.spans import evidence_of
from llmextract.judge.tree import GroupNode, LeafNode
from llmextract.judge.verdict import Code

_ARMED: Final = words_of(
    "army armies forces troops soldier soldiers police policemen fighter fighters militant"
    " militants rebel rebels insurgent insurgents gunman gunmen militia militias militiamen"
    " guerrillas jihadists terrorists brigade brigades battalion battalions navy paratroopers"
    " warplanes helicopters"
)
_UNARMED: Final = words_of(
    "community communities resident residents family families civilian civilians villager villagers"
    " refugee refugees woman women child children student students protester protesters worshippers"
    " farmers shopkeepers passengers"
)
_RULING: Final = words_of(
    "leadership government governments ministry minister ministers president parliament senate"
    " congress embassy authorities country countries nations cabinet presidency kingdom"
)
_TELLING: Final = words_of(
    "tv television radio newspaper newspapers broadcaster broadcasters magazine outlets newsroom"
)
_FIGHTERS: Final = words_of(
    "state_forces rebel_group rebels insurgents external_forces political_militia identity_militia"
    " militia armed_group security_forces military"
)
_CIVILIANS: Final = words_of("civilians civilian residents")
_STATES: Final = words_of("government intergovernmental")
_OTHERS: Final = words_of("media press monitor_ngo ngo")
# What the head of a name is of, and the labels that it plays no part of.
_AGAINST: Final = (
    (_ARMED, _CIVILIANS | _OTHERS | {"intergovernmental"}),
    (_UNARMED, _FIGHTERS | _STATES | _OTHERS),
    (_RULING, words_of("rebel_group rebels insurgents identity_militia") | _CIVILIANS | _OTHERS),
    (_TELLING, _FIGHTERS | _CIVILIANS),
)
# The labels that such a head tells by itself; whose the armed are it does not tell.
_TOLD: Final = (
    (_UNARMED, _CIVILIANS),
    (_RULING, frozenset({"government"})),
    (_TELLING, words_of("media press")),
)
_ONE: Final = words_of("individual person")


def keep_parties(node: GroupNode) -> None:
    """Reject a label that the head of the record's own name denies."""
    naming = node.group.naming
    name = evidence_of(node.leaf(naming)) if naming is not None else None
    if name is None:
        return
    head = head_of(name.exact).lower()
    for leaf in _labels(node):
        label = realis_name(leaf.judged.verdict.value)
        denied = any(head in heads and label in labels for heads, labels in _AGAINST)
        if denied or (label in _ONE and head in _ARMED and head.endswith("s")):
            detail = f"the article says {head!r} of these words: {name.exact!r}"
            leaf.refuse(Code.CONTRADICTED, detail, nearest=head)


def labels_told(head: str | None) -> frozenset[str]:
    """The usual names of the labels that the head of a name tells; empty where it tells none."""
    return frozenset[str]().union(*(labels for heads, labels in _TOLD if head in heads))


def _labels(node: GroupNode) -> Iterator[LeafNode]:
    for child in node.children.values():
        if isinstance(child, LeafNode) and isinstance(child.shape, Label) and child.judged.stands:
            yield child
