"""The adapters import, without their tools, and the peers' import nothing of llmextract."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

import benchmarks.peers
from benchmarks.tools import OURS, TOOLS

PEERS = Path(benchmarks.peers.__file__ or "").parent
THEIRS = [path for path in sorted(PEERS.glob("*.py")) if path.stem != "llmextract_peer"]


@pytest.mark.parametrize("module", sorted({tool.module for tool in TOOLS}))
def test_every_adapter_imports(module: str) -> None:
    assert import_module(module).__doc__


@pytest.mark.parametrize("path", THEIRS, ids=lambda path: path.stem)
def test_an_adapter_of_a_peer_imports_nothing_of_ours(path: Path) -> None:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    ours = [name for name in names if name.split(".")[0] in ("llmextract", "benchmarks")]
    assert set(ours) <= {"benchmarks.peers.child"}


def test_each_tool_has_a_row_of_its_own() -> None:
    assert len({(tool.adapter, tool.mode) for tool in TOOLS}) == len(TOOLS)
    assert len({tool.name for tool in TOOLS}) == len(TOOLS)
    assert not OURS.requires
