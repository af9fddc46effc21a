"""The listing is the path: a room imports only the rooms before it, and the engine no schema."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "llmextract"
ROOMS = ("article", "ask", "judge", "run")
BESIDE = ("errors", "settings")
EVALUATION = sorted((PACKAGE / "evaluate").glob("*.py"))
LONGEST = 400
MODULES = sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))


def imported(path: Path, *, for_types: bool = True) -> set[str]:
    """The dotted names a module imports, anywhere in it; `from a import b` gives `a.b`."""
    package = path.relative_to(PACKAGE.parent).parent.parts
    tree = ast.parse(path.read_text(encoding="utf-8"))
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If)]
    guarded = [block for block in blocks if ast.unparse(block.test) == "TYPE_CHECKING"]
    typing = {node for block in guarded for node in ast.walk(block)}
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in typing and not for_types:
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            module = (*base, *filter(None, [node.module]))
            names.update(".".join((*module, alias.name)) for alias in node.names)
    return names


def neighbours(path: Path) -> set[str]:
    """What a module imports of llmextract: rooms and the files beside them, or public names."""
    parts = (name.split(".") for name in imported(path))
    return {name[1] if len(name) > 1 else "" for name in parts if name[0] == PACKAGE.name}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    room = ROOMS.index(path.relative_to(PACKAGE).parts[0])
    assert neighbours(path) <= {*ROOMS[: room + 1], *BESIDE}


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_beside_the_rooms_imports_no_room(name: str) -> None:
    assert neighbours(PACKAGE / f"{name}.py") <= set(BESIDE)


@pytest.mark.parametrize("path", EVALUATION, ids=lambda path: path.name)
def test_the_evaluation_reads_and_asks_no_model(path: Path) -> None:
    """It stands beside the rooms: it takes shapes from `ask`, nothing from `run` and no schema."""
    assert neighbours(path) <= {"article", "ask", "judge", "errors", "evaluate"}
    asked = {name.split(".")[2] for name in imported(path) if name.startswith("llmextract.ask.")}
    assert asked <= {"derive", "jsontext", "markers", "shape", "wire"}


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: "/".join(p.parts[-2:])
)
def test_a_module_fits_in_a_few_screens(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_command_line_imports_only_the_last_room() -> None:
    assert not neighbours(PACKAGE / "cli.py") & set(ROOMS[:-1])


def test_only_one_module_of_ask_loads_openai_and_instructor() -> None:
    """Others may name the type of a client that the user brings, for the type checkers."""
    loaded = {path: imported(path, for_types=False) for path in MODULES}
    heads = {path: {name.split(".")[0] for name in names} for path, names in loaded.items()}
    knowing = [path for path, names in heads.items() if names & {"openai", "instructor"}]
    assert [path.parent.name for path in knowing] == ["ask"]
