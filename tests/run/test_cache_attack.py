"""The reply cache under attack: nothing planted is run, obeyed, followed or deleted."""

import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from llmextract.run.cache.disk import BytesDisk
from llmextract.run.cache.entry import EntryError
from tests.run.caching import ARTICLES, ask, cached, execute, request


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache that holds the articles."""
    ask(made := tmp_path / "replies", *ARTICLES)
    return made


class Bomb:
    """What unpickles it makes a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Callable[..., None], tuple[str]]:
        return os.mkdir, (str(self._path),)


@pytest.fixture
def bomb(tmp_path: Path) -> Iterator[bytes]:
    """A pickle; the test fails if anything has unpickled it."""
    target = tmp_path / "exploded"
    yield pickle.dumps(Bomb(target))
    assert not target.exists()


def test_a_bomb_goes_off_where_pickles_are_read(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Bomb(tmp_path / "exploded")))  # noqa: S301 (the tests below rest on it)
    assert (tmp_path / "exploded").exists()


@pytest.mark.parametrize("mode", range(-1, 6))
@pytest.mark.parametrize("beside", [None, "bomb.val"], ids=["in-row", "in-file"])
def test_a_planted_value_is_not_run(
    folder: Path, bomb: bytes, mode: int, beside: str | None
) -> None:
    (folder / "bomb.val").write_bytes(bomb)
    planted = None if beside else bomb
    execute(folder, "UPDATE Cache SET mode = ?, filename = ?, value = ?", mode, beside, planted)
    calls, told = ask(folder, *ARTICLES)
    assert (calls, len(told)) == (len(ARTICLES), 1)
    assert ask(folder, *ARTICLES) == (0, [])


@pytest.mark.parametrize("raw", [0, 1])
def test_a_planted_key_is_not_run(folder: Path, bomb: bytes, raw: int) -> None:
    execute(folder, "UPDATE Cache SET key = ?, raw = ? WHERE rowid = 1", bomb, raw)
    assert ask(folder, *ARTICLES) == (1, [])


@pytest.mark.parametrize(
    "name",
    [
        "size_limit",
        "count",
        "size",
        "eviction_policy",
        "disk_pickle_protocol",
        "sqlite_journal_mode",
        "disk_fetch",
        "disk_unknown",
        "sqlite_writable_schema",
        "get",
        "_sql",
    ],
)
@pytest.mark.parametrize("what", ["bomb", "text", "number"])
def test_a_planted_setting_is_not_obeyed(folder: Path, bomb: bytes, name: str, what: str) -> None:
    value = {"bomb": bomb, "text": "x", "number": 7}[what]
    execute(folder, "INSERT OR REPLACE INTO Settings VALUES (?, ?)", name, value)
    calls, told = ask(folder, *ARTICLES)
    # These two are numbers of the database's own, and whatever they are does no harm.
    harmless = what == "number" and name in ("size_limit", "count")
    assert (calls, len(told)) == ((0, 0) if harmless else (len(ARTICLES), 1))
    assert ask(folder, *ARTICLES) == (0, [])


@pytest.mark.parametrize("statement", ["CREATE TABLE more (x)", "CREATE VIEW more AS SELECT 1"])
def test_a_database_with_more_in_it_is_set_aside(folder: Path, statement: str) -> None:
    execute(folder, statement)
    assert ask(folder, "a")[1]
    assert (folder / "damaged-cache.db").exists()


def test_no_file_that_a_row_names_is_deleted(folder: Path, tmp_path: Path) -> None:
    (treasure := tmp_path / "treasure").write_text("dear")
    execute(folder, "UPDATE Cache SET filename = ?, expire_time = 1", str(treasure))
    assert ask(folder, *ARTICLES)[0] == len(ARTICLES)
    with cached(folder, size_limit=20_000) as (cache, _, _):
        for number in range(20):
            cache.send(request(str(number)))
    assert treasure.read_text() == "dear"


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("get", (b"pickle", False)),
        ("get", ("text", True)),
        ("put", (["key"],)),
        ("store", (["value"], False)),
        ("fetch", (4, None, b"pickle", False)),
        ("fetch", (1, None, "text", False)),
        ("fetch", (2, "file.val", None, False)),
        ("filename", ()),
    ],
)
def test_the_disk_takes_and_gives_bytes_only(
    tmp_path: Path, method: str, arguments: tuple[object, ...]
) -> None:
    with pytest.raises(EntryError):
        getattr(BytesDisk(str(tmp_path)), method)(*arguments)


def planted_link(folder: Path) -> None:
    (elsewhere := folder.parent / "elsewhere.db").write_bytes(b"precious")
    (folder / "cache.db").unlink()
    (folder / "cache.db").symlink_to(elsewhere)


def planted_journal(folder: Path) -> None:
    (elsewhere := folder.parent / "elsewhere.db").write_bytes(b"precious")
    (folder / "cache.db-wal").symlink_to(elsewhere)


def hard_link(folder: Path) -> None:
    (elsewhere := folder.parent / "elsewhere.db").write_bytes(b"precious")
    (folder / "cache.db").unlink()
    (folder / "cache.db").hardlink_to(elsewhere)


def pipe(folder: Path) -> None:
    (folder.parent / "elsewhere.db").write_bytes(b"precious")
    (folder / "cache.db").unlink()
    os.mkfifo(folder / "cache.db")


@pytest.mark.parametrize("plant", [planted_link, planted_journal, hard_link, pipe])
def test_a_file_that_is_not_ours_is_set_aside(folder: Path, plant: Callable[[Path], None]) -> None:
    plant(folder)
    calls, (told,) = ask(folder, "a")
    assert calls == 1
    assert "set aside" in told
    assert ask(folder, "a") == (0, [])
    assert (folder.parent / "elsewhere.db").read_bytes() == b"precious"


def no_folder(folder: Path) -> Path:
    (file := folder.parent / "file").write_text("")
    return file


def dangling(folder: Path) -> Path:
    (link := folder.parent / "link").symlink_to(folder / "nowhere")
    return link


def named_like_a_variable(folder: Path) -> Path:
    return folder / "$HOME"


@pytest.mark.parametrize("make", [no_folder, dangling, named_like_a_variable])
def test_a_folder_that_cannot_be_is_no_cache(folder: Path, make: Callable[[Path], Path]) -> None:
    calls, (told,) = ask(make(folder), "a", "a")
    assert calls == 2
    assert "calls go on without it" in told


def test_ones_own_link_to_a_folder_is_followed(folder: Path, tmp_path: Path) -> None:
    (link := tmp_path / "link").symlink_to(folder)
    assert ask(link, *ARTICLES) == (0, [])


as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a file away")


@as_root
def test_a_folder_of_somebody_else_is_no_cache(folder: Path) -> None:
    os.chown(folder, 65534, 65534)
    calls, (told,) = ask(folder, ARTICLES[0])
    assert calls == 1
    assert "somebody else's" in told


@as_root
def test_a_link_of_somebody_else_is_no_cache(folder: Path, tmp_path: Path) -> None:
    (link := tmp_path / "link").symlink_to(folder)
    os.chown(link, 65534, 65534, follow_symlinks=False)
    assert ask(link, ARTICLES[0])[0] == 1


@as_root
def test_a_file_of_somebody_else_is_set_aside(folder: Path) -> None:
    os.chown(folder / "cache.db", 65534, 65534)
    assert ask(folder, ARTICLES[0])[0] == 1
    assert (folder / "damaged-cache.db").exists()
