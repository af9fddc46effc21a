"""A judged record as a tree of the same form as the user's model.

Leaves hold a verdict and a value. Rules between fields replace verdicts of leaves; `record` then
builds the value from what still stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from llmextract.article.article import Article
from llmextract.ask.shape import FreeText, Group, Items, Label, Moment, Number, Shape, Slot, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.citation import Range
from llmextract.judge.support import Judged, judge_leaf, reject
from llmextract.judge.verdict import Code, Status, Verdict


@dataclass
class LeafNode:
    """A field with a value of its own."""

    path: str
    judged: Judged


@dataclass
class ListNode:
    """A list; an empty one carries a verdict of its own."""

    path: str
    items: "list[Node]"
    verdict: Verdict | None = None


@dataclass
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


def grow(article: Article, cited: tuple[Range, ...], group: Group, record: JsonObject) -> GroupNode:
    """Judge every field of a record by its own words."""
    return _Grower(article, cited).group(
        group, record, "", ignored=frozenset({"sentences", "quotes"})
    )


@dataclass(frozen=True)
class _Grower:
    article: Article
    cited: tuple[Range, ...]

    def group(
        self, group: Group, wire: JsonObject, path: str, *, ignored: frozenset[str] = frozenset()
    ) -> GroupNode:
        names = {slot.name for slot in group.slots}
        strays = [
            Verdict(
                _join(path, key), Status.REJECTED, Code.SCHEMA, value=value, detail="no such field"
            )
            for key, value in wire.items()
            if key not in names and key not in ignored
        ]
        children = {
            slot.name: self.slot(slot, wire.get(slot.name), _join(path, slot.name))
            for slot in group.slots
        }
        return GroupNode(path, group, wire, children, strays)

    def slot(self, slot: Slot, wire: Json, path: str) -> Node:
        return self.node(slot.shape, wire, path)

    def node(self, shape: Shape, wire: Json, path: str) -> Node:
        match shape:
            case Words() | FreeText() | Number() | Moment() | Label():
                return LeafNode(path, judge_leaf(self.article, self.cited, shape, wire, path))
            case Items(item=item):
                return self.items(item, wire, path)
            case Group() if isinstance(wire, dict):
                return self.group(shape, wire, path)
            case Group() if wire is None:
                return LeafNode(path, Judged(Verdict(path, Status.NOT_STATED)))
            case Group():
                return LeafNode(path, reject(path, Code.SCHEMA, wire, "an object is expected"))

    def items(self, shape: Shape, wire: Json, path: str) -> Node:
        if wire is None or wire == []:
            return ListNode(path, [], Verdict(path, Status.NOT_STATED))
        if not isinstance(wire, list):
            return LeafNode(path, reject(path, Code.SCHEMA, wire, "a list is expected"))
        return ListNode(
            path, [self.node(shape, value, f"{path}[{i}]") for i, value in enumerate(wire)]
        )


def verdicts(node: Node) -> Iterator[Verdict]:
    """Every verdict of a tree, one a field, in the order of the model."""
    match node:
        case LeafNode():
            yield node.judged.verdict
        case ListNode():
            if node.verdict is not None:
                yield node.verdict
            for item in node.items:
                yield from verdicts(item)
        case GroupNode():
            for child in node.children.values():
                yield from verdicts(child)
            yield from node.strays


def leaves(node: Node) -> Iterator[LeafNode]:
    """Every leaf of a tree, in the order of the model."""
    match node:
        case LeafNode():
            yield node
        case ListNode():
            for item in node.items:
                yield from leaves(item)
        case GroupNode():
            for child in node.children.values():
                yield from leaves(child)


def groups(node: Node) -> Iterator[GroupNode]:
    """Every model of a tree, the outer before the inner."""
    match node:
        case LeafNode():
            return
        case ListNode():
            for item in node.items:
                yield from groups(item)
        case GroupNode():
            yield node
            for child in node.children.values():
                yield from groups(child)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
