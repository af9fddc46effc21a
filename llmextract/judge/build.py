"""The value of a record, in the user's own model, from what still stands of its tree."""

from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel, ValidationError

from llmextract.ask.shape import Items, Slot
from llmextract.judge.policy import Policy
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node
from llmextract.judge.values import read_alone
from llmextract.judge.verdict import Code, Span, Status, Verdict


class _Absent:
    """What stands nowhere: not None, which a model may well accept as a value."""


_ABSENT = _Absent()


@dataclass(slots=True)
class Built:
    """What a build collects on its way: the leaves by the paths of the value, and what fell.

    `refused` are the paths of rejected leaves whose kept words the user's model does not take, and
    of models that it does not take as a whole; `models` those that stand, by the paths of the
    value.
    """

    policy: Policy
    published: date | None
    refused: dict[str, str]
    losses: list[Verdict] = field(default_factory=list[Verdict])
    origins: list[tuple[str, LeafNode]] = field(default_factory=list[tuple[str, LeafNode]])
    models: dict[str, GroupNode] = field(default_factory=dict[str, GroupNode])
    computes: bool = False

    @property
    def spans(self) -> dict[str, list[Span]]:
        """The evidence by the paths of the value."""
        return {
            path: [span]
            for path, leaf in self.origins
            if (span := leaf.judged.verdict.span) is not None
        }

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The paths that nothing in a text can prove."""
        return self._of_status(Status.UNCHECKED)

    @property
    def flagged(self) -> tuple[str, ...]:
        """The paths of what the policy keeps although it is rejected."""
        return self._of_status(Status.REJECTED)

    def _of_status(self, status: Status) -> tuple[str, ...]:
        return tuple([path for path, leaf in self.origins if leaf.judged.verdict.status is status])


def build(
    root: GroupNode, policy: Policy, published: date | None
) -> tuple[BaseModel | None, Built]:
    """Build the value until the user's own model takes it; what it refuses becomes `schema`."""
    refused: dict[str, str] = {}
    # This ends: each round but the last rejects a leaf that stood, or refuses one that was kept, or
    # a model.
    while True:
        built = Built(policy, published, refused)
        value = _build(root, "", built)
        if not isinstance(value, dict):
            return None, built
        try:
            # By name alone: the alias of one field may be the name of another.
            whole = root.group.model.model_validate(value, by_alias=False, by_name=True)
            if built.computes:
                whole.model_dump(mode="json")
            return whole, built
        except ValidationError as error:
            if not _blame(error, root, built):
                return None, built
        except Exception as error:  # noqa: BLE001 (code of the user's own may raise anything)
            _fall(root, Code.SCHEMA, f"the model raised {type(error).__name__}: {error}", built)
            return None, built


def _blame(error: ValidationError, root: GroupNode, built: Built) -> bool:
    """Reject the leaves that the user's model refuses; False where no leaf is to blame."""
    blamed = False
    for line in error.errors(include_url=False, include_context=False):
        path = _path(line["loc"])
        guilty = [
            node
            for at, node in built.origins
            if at == path or at.startswith((f"{path}.", f"{path}["))
        ]
        for node in guilty if path else []:
            if node.judged.stands:
                node.refuse(Code.SCHEMA, line["msg"])
                blamed = True
            elif node.path not in built.refused:
                built.refused[node.path] = line["msg"]
                blamed = True
        model = built.models.get(path)
        if model is not None and model.path not in built.refused:
            built.refused[model.path] = line["msg"]
            blamed = True
        if not blamed:
            # No leaf: a list that lost its items, or a rule over the whole record.
            said = f"{path}: {line['msg']}" if path else line["msg"]
            _fall(root, Code.SCHEMA, said, built)
    return blamed


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _build(node: Node, path: str, built: Built) -> object:
    """The value of a node from what stands below it, or `_ABSENT`; `path` follows the value."""
    match node:
        case LeafNode():
            return _build_leaf(node, path, built)
        case ListNode():
            return _build_list(node, path, built)
        case GroupNode():
            return _build_group(node, path, built)


def _build_leaf(node: LeafNode, path: str, built: Built) -> object:
    if not node.judged.stands:
        return _build_rejected(node, path, built)
    built.origins.append((path, node))
    return node.judged.value


def _build_rejected(node: LeafNode, path: str, built: Built) -> object:
    """What the model wrote, where the policy keeps it and the field can hold it."""
    if built.policy is not Policy.REPORT or node.path in built.refused:
        return _ABSENT
    value = read_alone(node.shape, node.judged.verdict.value, built.published)
    if value is None:
        return _ABSENT
    built.origins.append((path, node))
    return value


def _build_list(node: ListNode, path: str, built: Built) -> object:
    values: list[object] = []
    for item in node.items:
        value = _build(item, f"{path}[{len(values)}]", built)
        if value is not _ABSENT:
            values.append(value)
    return values


def _build_group(node: GroupNode, path: str, built: Built) -> object:
    if (refusal := built.refused.get(node.path)) is not None:
        _fall(node, Code.SCHEMA, refusal, built)
        return _ABSENT
    before = len(built.origins)
    values: dict[str, object] = {}
    for slot in node.group.slots:
        at = f"{path}.{slot.name}" if path else slot.name
        value = _build(node.children[slot.name], at, built)
        if value is _ABSENT or (not (value or slot.required) and isinstance(slot.shape, Items)):
            if slot.required:
                del built.origins[before:]
                _fall(node, Code.REQUIRED, _why_gone(node, slot), built)
                return _ABSENT
            if slot.name in node.group.given:
                values[slot.name] = None if slot.nullable else []
        else:
            values[slot.name] = value
    if path:
        built.models[path] = node
    if node.group.computes:
        built.computes = True
    return values


def _why_gone(node: GroupNode, slot: Slot) -> str:
    child = node.children[slot.name]
    stated = not isinstance(child, LeafNode) or child.judged.verdict.status is Status.REJECTED
    return f"the required {slot.name} was {'rejected' if stated else 'not stated'}"


def _fall(node: GroupNode, code: Code, detail: str, built: Built) -> None:
    """A model is gone with all its fields."""
    built.losses.append(Verdict(node.path, Status.REJECTED, code, value=node.wire, detail=detail))
