"""The reply cache under damage and attack: a miss, never an exception, never a wrong reply."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from llmextract.run.cache.entry import pack, request_digest
from tests.disk import mounted
from tests.run.caching import ARTICLES, ask, cached, execute, reply, request

ROOT = Path(__file__).resolve().parents[2]
FLIPS = int(os.environ.get("LLMEXTRACT_FLIPS", "150"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a cache that holds the articles."""
    folder = tmp_path_factory.mktemp("sound")
    ask(folder, *ARTICLES)
    return (folder / "cache.db").read_bytes()


@pytest.fixture
def folder(tmp_path: Path, sound: bytes) -> Path:
    """A cache that holds the articles, in a folder that can be changed."""
    (made := tmp_path / "replies").mkdir(mode=0o700)
    (made / "cache.db").write_bytes(sound)
    return made


def flip(data: bytes, position: int, change: int) -> bytes:
    return data[:position] + bytes([data[position] ^ change]) + data[position + 1 :]


def test_a_flipped_byte_gives_no_wrong_reply(folder: Path, sound: bytes) -> None:
    positions = random.Random(5)
    kept = 0
    for _ in range(FLIPS):
        position = positions.randrange(len(sound))
        for path in folder.iterdir():
            path.unlink()
        damaged = flip(sound, position, 1 << positions.randrange(8))
        (folder / "cache.db").write_bytes(damaged)
        calls, _ = ask(folder, *ARTICLES)
        kept += len(ARTICLES) - calls
        # Damage that SQLite does not see may cost a reply more; it does not last.
        assert min(ask(folder, *ARTICLES)[0] for _ in range(2)) <= 1, position
    # Most flips cost one reply or none: without that, the test could not fail.
    assert kept > FLIPS * len(ARTICLES) // 2


def test_every_byte_of_the_first_page_may_flip(folder: Path, sound: bytes) -> None:
    for position in range(0, 100, max(1, 1000 // FLIPS)):
        (folder / "cache.db").write_bytes(flip(sound, position, 0x41))
        ask(folder, *ARTICLES[:2])


def test_a_journal_may_be_damaged(folder: Path, tmp_path: Path) -> None:
    with cached(folder) as (cache, _, _):
        for number in range(10):
            cache.send(request(f"new {number}"))
        shutil.copytree(folder, copy := tmp_path / "copy")
    journal = (copy / "cache.db-wal").read_bytes()
    assert len(journal) > 4096
    for position in range(0, len(journal), len(journal) // 20):
        shutil.rmtree(changed := tmp_path / "changed", ignore_errors=True)
        shutil.copytree(copy, changed)
        (changed / "cache.db-wal").write_bytes(flip(journal, position, 0xFF))
        ask(changed, *ARTICLES, *(f"new {number}" for number in range(10)))


def cut(length: int) -> Callable[[bytes], bytes]:
    """The same up to a length; counted from its end if negative."""
    return lambda data: data[:length]


def all_zero(data: bytes) -> bytes:
    return bytes(len(data))


def zeroed(data: bytes) -> bytes:
    half = len(data) // 2 // 4096 * 4096
    return data[:half] + bytes(4096) + data[half + 4096 :]


def no_database(data: bytes) -> bytes:
    return b"{}\n" * (len(data) // 3)


def another_database(data: bytes) -> bytes:
    del data
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE Cache (key, value)")
        return connection.serialize()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(cut(50), id="cut-in-header"),
        pytest.param(cut(20_000), id="cut"),
        pytest.param(cut(-4096), id="last-page-gone"),
        all_zero,
        zeroed,
        no_database,
        another_database,
    ],
)
def test_a_damaged_file_is_set_aside_and_begun_anew(
    folder: Path, sound: bytes, damage: Callable[[bytes], bytes]
) -> None:
    (folder / "cache.db").write_bytes(damage(sound))
    calls, (told,) = ask(folder, *ARTICLES)
    assert calls == len(ARTICLES)
    assert "set aside as damaged-cache.db" in told
    assert (folder / "damaged-cache.db").read_bytes() == damage(sound)
    assert ask(folder, *ARTICLES) == (0, [])


def test_one_damaged_file_is_kept_at_most(folder: Path) -> None:
    for _ in range(3):
        (folder / "cache.db").write_bytes(b"no database at all")
        ask(folder, "a")
    assert {path.name for path in folder.iterdir()} == {"cache.db", "damaged-cache.db"}


def test_an_empty_file_is_a_new_cache(folder: Path) -> None:
    (folder / "cache.db").write_bytes(b"")
    assert ask(folder, "a") == (1, [])
    assert ask(folder, "a") == (0, [])


def test_a_table_that_goes_during_a_run_costs_no_more_than_calls(folder: Path) -> None:
    with cached(folder) as (cache, model, told):
        cache.send(request(ARTICLES[0]))
        execute(folder, "DROP TABLE Cache")
        for article in (*ARTICLES, *ARTICLES):
            assert cache.send(request(article)).text == reply(article).text
        assert len(model.requests) == len(ARTICLES)
        assert len(told) == 1


def test_a_file_that_is_cut_during_a_run_costs_no_more_than_calls(folder: Path) -> None:
    with cached(folder) as (cache, _, _):
        cache.send(request(ARTICLES[0]))
        os.truncate(folder / "cache.db", 8192)
        for article in ARTICLES:
            assert cache.send(request(article)).text == reply(article).text


def test_damage_to_a_large_file_is_found_in_use(folder: Path) -> None:
    """It is not read from end to end before."""
    database = folder / "cache.db"
    with closing(sqlite3.connect(database)) as connection:
        where = "SELECT rootpage FROM sqlite_master WHERE name = 'Cache_key_raw'"
        (page,) = connection.execute(where).fetchone()
    execute(folder, "INSERT INTO Cache (key, raw, value) VALUES (x'00', 1, zeroblob(70000000))")
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    calls, (told,) = ask(folder, *ARTICLES)
    assert calls == len(ARTICLES)
    assert "set aside" in told
    # The question that met the damage was answered and not kept.
    assert ask(folder, *ARTICLES)[0] <= 1


def test_a_reply_under_another_key_is_not_taken(folder: Path) -> None:
    """What two rows exchange is sound in itself."""
    key = request_digest(request(ARTICLES[0]), model="scripted", settings="s")
    execute(folder, "UPDATE Cache SET value = ? WHERE key = ?", pack(bytes(32), reply()), key)
    calls, (told,) = ask(folder, ARTICLES[0])
    assert calls == 1
    assert "seal" in told
    assert ask(folder, ARTICLES[0]) == (0, [])


FEW_FILES = """
import resource, sys
from pathlib import Path
from tests.run.caching import ARTICLES, ask, cached, request
folder = Path(sys.argv[1])
if sys.argv[2:]:
    ask(folder, "before")
with cached(folder) as (cache, model, told):
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    cache.send(request("new"))
    print(len(model.requests), len(told))
"""
CHILD = """
import os, resource, sys
from pathlib import Path
from tests.run.caching import ARTICLES, ask
folder, user, limit, articles = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if user:
    import diskcache, hypothesis  # before the rights to read them are gone
    ask(Path(folder).parent / "warm", "a")
    os.setuid(user)
print(*ask(Path(folder), *articles), sep="|")
"""


def child(folder: Path, *articles: str, user: int = 0, limit: int = 0) -> list[str]:
    """The calls and troubles of a process that lacks a right or has a limit."""
    command = [sys.executable, "-c", CHILD, str(folder), str(user), str(limit), *articles]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().split("|")


def test_a_folder_that_is_only_read_is_no_cache(folder: Path, tmp_path: Path) -> None:
    user = 0
    if os.geteuid() == 0:
        user = 65534
        for path in (folder, folder / "cache.db"):
            os.chown(path, user, user)
        for parent in [tmp_path, *tmp_path.parents]:
            if not parent.stat().st_mode & 0o001:
                parent.chmod(0o711)
    (folder / "cache.db").chmod(0o400)
    folder.chmod(0o500)
    calls, told = child(folder, ARTICLES[0], ARTICLES[0], user=user)
    folder.chmod(0o700)
    assert calls == "2"
    assert "go on without it" in told


@pytest.mark.parametrize("limit", [1, 5_000, 20_000, 60_000, 100_000, 150_000])
def test_a_file_that_cannot_grow_costs_no_more_than_calls(tmp_path: Path, limit: int) -> None:
    folder = tmp_path / "replies"
    calls, told = child(folder, *ARTICLES, *ARTICLES, limit=limit)
    assert len(ARTICLES) <= int(calls) <= 2 * len(ARTICLES)
    assert told.count("reply cache") == 1
    assert ask(folder, *ARTICLES)[0] <= len(ARTICLES)
    assert ask(folder, *ARTICLES) == (0, [])


@pytest.fixture(params=[40, 120, 200])
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    with mounted(tmp_path / "disk", f"{request.param}k") as folder:
        yield folder


def test_a_full_disk_costs_no_more_than_calls(small_disk: Path) -> None:
    calls, told = ask(small_disk, *ARTICLES, *ARTICLES)
    assert len(ARTICLES) < calls <= 2 * len(ARTICLES)
    assert len(told) == 1
    assert "full" in told[0]


def test_a_write_in_vain_locks_nobody_out(small_disk: Path) -> None:
    with cached(small_disk) as (cache, _, told):
        for article in ARTICLES:
            cache.send(request(article))
        assert told
        if (small_disk / "cache.db").stat().st_size:
            with closing(sqlite3.connect(small_disk / "cache.db", timeout=0)) as other:
                other.execute("BEGIN IMMEDIATE")


@pytest.mark.parametrize("opened", [False, True])
def test_where_no_more_files_may_be_opened_calls_go_on(folder: Path, opened: bool) -> None:
    """Not even those of the modules that are loaded with the first question."""
    command = [sys.executable, "-c", FEW_FILES, str(folder), *["opened"] * opened]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["1", "1"], done.stderr


def test_a_database_that_another_holds_is_not_waited_for_long(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "cache.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        calls, (told,) = ask(folder, *ARTICLES)
    assert calls == len(ARTICLES)
    assert "locked" in told
    assert ask(folder, *ARTICLES) == (0, [])


def test_what_takes_no_more_is_still_read(folder: Path) -> None:
    with (
        closing(sqlite3.connect(folder / "cache.db", isolation_level=None)) as other,
        cached(folder) as (cache, _, told),
    ):
        assert cache.send(request(ARTICLES[0])).attempts == 0
        other.execute("BEGIN IMMEDIATE")
        assert [cache.send(request("new")).attempts for _ in range(9)] == [1] * 9
        assert "nothing more is kept" in told[0]
        assert cache.send(request(ARTICLES[1])).attempts == 0
