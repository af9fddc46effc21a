"""A judged record as a tree of the same form as the user's model.

Leaves hold a verdict and a value. Rules between fields replace verdicts of leaves; `record` then
builds the value from what still stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from llmextract.ask.shape import CITING, FreeText, Group, Items, Label, Moment, Number, Shape, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.support import (
    Evidence,
    Judged,
    judge_free_text,
    judge_label,
    judge_words,
    reject,
)
from llmextract.judge.values import judge_moment, judge_number
from llmextract.judge.verdict import Code, Status, Verdict

_PATHLIKE = frozenset(".[]")


@dataclass(slots=True)
class LeafNode:
    """A field with a value of its own."""

    path: str
    shape: Shape
    judged: Judged

    def refuse(self, code: Code, detail: str, *, nearest: str | None = None) -> None:
        """Overturn the verdict."""
        value = self.judged.verdict.value
        self.judged = reject(self.path, code, value, detail, nearest=nearest)


@dataclass(slots=True)
class ListNode:
    """A list; an empty one carries a verdict of its own."""

    path: str
    items: "list[Node]"
    verdict: Verdict | None = None


@dataclass(slots=True)
class GroupNode:
    """A model; `strays` are the keys that it does not have."""

    path: str
    group: Group
    wire: JsonObject
    children: "dict[str, Node]"
    strays: list[Verdict] = field(default_factory=list[Verdict])

    def leaf(self, name: str) -> LeafNode | None:
        """The child of this name where it is a leaf."""
        child = self.children.get(name)
        return child if isinstance(child, LeafNode) else None


Node = LeafNode | ListNode | GroupNode


def grow(evidence: Evidence, group: Group, record: JsonObject) -> GroupNode:
    """Judge every field of a record by its own words."""
    return _group(evidence, group, record, "")


def _group(evidence: Evidence, group: Group, wire: JsonObject, path: str) -> GroupNode:
    prefix = f"{path}." if path else ""
    children = {
        slot.name: _node(evidence, slot.shape, wire.get(slot.name), prefix + slot.name)
        for slot in group.slots
    }
    strays = [
        Verdict(
            _stray(path, key), Status.REJECTED, Code.SCHEMA, value=value, detail=_why(group, key)
        )
        for key, value in wire.items()
        if key not in children and (path or key not in CITING)
    ]
    return GroupNode(path, group, wire, children, strays)


def _why(group: Group, key: str) -> str:
    """Why a key is not taken: records know fields by name, as results do."""
    name = group.aliases.get(key)
    return "no such field" if name is None else f"no such field: a record calls it {name}"


def _stray(path: str, key: str) -> str:
    """The path of a key of no field, which never is that of a field: "places[0]" is quoted."""
    if _PATHLIKE.isdisjoint(key):
        return f"{path}.{key}" if path else key
    return f"{path}[{key!r}]"


def _node(evidence: Evidence, shape: Shape, wire: Json, path: str) -> Node:
    if isinstance(shape, Items):
        return _items(evidence, shape.item, wire, path)
    if wire is None:
        return LeafNode(path, shape, Judged(Verdict(path, Status.NOT_STATED)))
    if isinstance(shape, Group) and isinstance(wire, dict):
        return _group(evidence, shape, wire, path)
    return LeafNode(path, shape, _judged(evidence, shape, wire, path))


def _judged(evidence: Evidence, shape: Shape, wire: Json, path: str) -> Judged:
    match shape:
        case Words(anywhere=anywhere):
            return judge_words(evidence, wire, path, anywhere=anywhere)
        case Label():
            return judge_label(shape, wire, path)
        case Number(type=kind):
            return judge_number(evidence, kind, wire, path)
        case Moment(type=kind):
            return judge_moment(evidence, kind, wire, path)
        case FreeText():
            return judge_free_text(evidence, wire, path)
        case Group():
            return reject(path, Code.SCHEMA, wire, "an object is expected")
        case Items():
            return reject(path, Code.SCHEMA, wire, "a list is expected")


def _items(evidence: Evidence, shape: Shape, wire: Json, path: str) -> Node:
    if wire is None or wire == []:
        return ListNode(path, [], Verdict(path, Status.NOT_STATED))
    if not isinstance(wire, list):
        return LeafNode(path, Items(shape), _judged(evidence, Items(shape), wire, path))
    items = [_node(evidence, shape, value, f"{path}[{i}]") for i, value in enumerate(wire)]
    return ListNode(path, items)


def verdicts(node: Node) -> list[Verdict]:
    """Every verdict of a tree, one a field, in the order of the model."""
    found: list[Verdict] = []
    _collect(node, found)
    return found


def _collect(node: Node, found: list[Verdict]) -> None:
    match node:
        case LeafNode():
            found.append(node.judged.verdict)
        case ListNode():
            if node.verdict is not None:
                found.append(node.verdict)
            for item in node.items:
                _collect(item, found)
        case GroupNode():
            for child in node.children.values():
                _collect(child, found)
            found.extend(node.strays)


def leaves(node: Node) -> list[LeafNode]:
    """Every leaf of a tree, in the order of the model."""
    if isinstance(node, LeafNode):
        return [node]
    found: list[LeafNode] = []
    for child in node.items if isinstance(node, ListNode) else node.children.values():
        if isinstance(child, LeafNode):
            found.append(child)
        else:
            found += leaves(child)
    return found


def labels_of(leaf: LeafNode) -> Iterable[object]:
    """The labels that a field may have; none where it has no closed list of them."""
    return leaf.shape.options.keys() if isinstance(leaf.shape, Label) else ()


def groups(node: Node) -> list[GroupNode]:
    """Every model of a tree, the outer before the inner."""
    found: list[GroupNode] = []
    pending: list[Node] = [node]
    while pending:
        match pending.pop(0):
            case GroupNode(children=children) as group:
                found.append(group)
                pending.extend(c for c in children.values() if not isinstance(c, LeafNode))
            case ListNode(items=items):
                pending.extend(item for item in items if not isinstance(item, LeafNode))
            case LeafNode():
                pass
    return found
