"""The judgement of one record: cite, judge each field, relate the fields, build what stands."""

from dataclasses import dataclass, field, replace

from pydantic import BaseModel, ValidationError

from llmextract.article.article import Article
from llmextract.ask.shape import Group, Slot
from llmextract.ask.wire import Json
from llmextract.judge.citation import cite
from llmextract.judge.relations import relate
from llmextract.judge.support import reject
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node, grow, verdicts
from llmextract.judge.verdict import Code, Judgement, Span, Status, Verdict


class _Absent:
    """What stands nowhere: not None, which a model may well accept as a value."""


_ABSENT = _Absent()


@dataclass
class _Built:
    """What a build collects on its way: evidence by the paths of the value, and what fell."""

    spans: dict[str, list[Span]] = field(default_factory=dict[str, list[Span]])
    unchecked: list[str] = field(default_factory=list[str])
    losses: list[Verdict] = field(default_factory=list[Verdict])
    origins: dict[str, LeafNode] = field(default_factory=dict[str, LeafNode])


def judge(article: Article, group: Group, record: Json) -> Judgement:
    """Judge one record against the article; never raises, whatever JSON the record is."""
    if not isinstance(record, dict):
        detail = "a record is an object"
        return Judgement(
            None, (Verdict("", Status.REJECTED, Code.SCHEMA, value=record, detail=detail),)
        )
    citation = cite(article, record)
    if not citation.ranges:
        detail = "a record cites at least one sentence of the article, in sentences or quotes"
        loss = Verdict("", Status.REJECTED, Code.REQUIRED, value=record, detail=detail)
        root = grow(article, (), group, record)
        return Judgement(None, (*citation.verdicts, *verdicts(root)), (loss,))
    root = grow(article, citation.ranges, group, record)
    relate(root)
    value, built = _validated(root)
    return Judgement(
        value=value,
        verdicts=(*citation.verdicts, *verdicts(root)),
        losses=tuple(built.losses),
        spans=built.spans if value is not None else {},
        unchecked=tuple(built.unchecked) if value is not None else (),
    )


def _validated(root: GroupNode) -> tuple[BaseModel | None, _Built]:
    """Build the value until the user's own model takes it; what it refuses becomes `schema`."""
    # This ends: each round but the last rejects a leaf that stood.
    while True:
        built = _Built()
        value = _build(root, "", built)
        if not isinstance(value, dict):
            return None, built
        try:
            return root.group.model.model_validate(value, by_name=True), built
        except ValidationError as error:
            if not _blame(error, root, built):
                return None, built


def _blame(error: ValidationError, root: GroupNode, built: _Built) -> bool:
    """Reject the leaves that the user's model refuses; False where no leaf is to blame."""
    blamed = False
    for line in error.errors(include_url=False, include_context=False):
        path = _path(line["loc"])
        guilty = [
            node
            for at, node in built.origins.items()
            if at == path or at.startswith((f"{path}.", f"{path}["))
        ]
        for node in guilty if path else []:
            if node.judged.stands:
                node.judged = reject(node.path, Code.SCHEMA, node.judged.verdict.value, line["msg"])
                blamed = True
        if not blamed:
            # No leaf: a list that lost its items, or a rule over the whole model.
            said = f"{path}: {line['msg']}" if path else line["msg"]
            built.losses.append(
                Verdict("", Status.REJECTED, Code.SCHEMA, value=root.wire, detail=said)
            )
    return blamed


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _build(node: Node, path: str, built: _Built) -> object:
    """The value of a node from what stands below it, or `_ABSENT`; `path` follows the value."""
    match node:
        case LeafNode():
            return _build_leaf(node, path, built)
        case ListNode():
            return _build_list(node, path, built)
        case GroupNode():
            return _build_group(node, path, built)


def _build_leaf(node: LeafNode, path: str, built: _Built) -> object:
    if not node.judged.stands:
        return _ABSENT
    built.origins[path] = node
    verdict = node.judged.verdict
    if verdict.status is Status.UNCHECKED:
        built.unchecked.append(path)
    if verdict.span is not None:
        built.spans[path] = [verdict.span]
    return node.judged.value


def _build_list(node: ListNode, path: str, built: _Built) -> object:
    values: list[object] = []
    for item in node.items:
        value = _build(item, f"{path}[{len(values)}]", built)
        if value is not _ABSENT:
            values.append(value)
    return values


def _build_group(node: GroupNode, path: str, built: _Built) -> object:
    mine = replace(built, spans={}, unchecked=[], origins={})
    values: dict[str, object] = {}
    for slot in node.group.slots:
        at = f"{path}.{slot.name}" if path else slot.name
        value = _build(node.children[slot.name], at, mine)
        if value is _ABSENT:
            if slot.required:
                _fall(node, slot, built)
                return _ABSENT
            if slot.nullable:
                values[slot.name] = None
        else:
            values[slot.name] = value
    built.spans.update(mine.spans)
    built.unchecked.extend(mine.unchecked)
    built.origins.update(mine.origins)
    return values


def _fall(node: GroupNode, slot: Slot, built: _Built) -> None:
    """A required field is gone, and its model with it."""
    child = node.children[slot.name]
    stated = not isinstance(child, LeafNode) or child.judged.verdict.status is Status.REJECTED
    detail = f"the required {slot.name} was {'rejected' if stated else 'not stated'}"
    built.losses.append(
        Verdict(node.path, Status.REJECTED, Code.REQUIRED, value=node.wire, detail=detail)
    )
