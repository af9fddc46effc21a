"""Runs that die: killed, refused by the disk, or two at once. Real processes, real files.

`LLMEXTRACT_KILLS` is how many times a run is killed (default 8).
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from llmextract.errors import SettingsError
from llmextract.run.ledger import ledger_path, open_ledger, read_ledger
from llmextract.run.ledger.writer import Writer
from tests.disk import mounted, remount
from tests.run.batches import KEY, done, whole

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("LLMEXTRACT_KILLS", "8"))
COUNT, CONCURRENCY, GROUP = max(3000, 400 * KILLS), 8, 50
DISK_COUNT = 1000
# Each once while the ledger is made, while results come in, and while the export is written.
CALLS = [
    ("pwrite64", 1),
    ("pwrite64", 60),
    ("fdatasync", 16),
    ("rename", 1),
    ("rename", 2),
]
ALL_CALLS = [
    (call, number)
    for call in ("pwrite64", "fdatasync", "fsync", "unlink", "rename")
    for number in (*range(1, 20), 30, 60, 100, 200)
]


@dataclass
class Run:
    """A run in a process of its own, and what it has logged."""

    process: subprocess.Popen[bytes]
    log: Path

    def words(self, verb: str) -> list[str]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [words.partition(" ")[2] for words in lines if words.startswith(verb)]

    def wait_until(self, verb: str, count: int = 1) -> None:
        while len(self.words(verb)) < count and self.process.poll() is None:
            time.sleep(0.005)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def begin(output: Path, *limit: int, count: int = COUNT, before: tuple[str, ...] = ()) -> Run:
    log = output.with_name(f"log-{time.monotonic_ns()}")
    run = (str(output), str(count), str(CONCURRENCY), str(log), *map(str, limit))
    command = [*before, sys.executable, "-m", "tests.run.batches", *run]
    return Run(subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL), log)


def kept(output: Path) -> set[str]:
    """The ids of the articles whose results the ledger holds."""
    if not ledger_path(output).exists():
        return set()
    # Only to read, so that the next run finds the journal as the dead one left it.
    with closing(sqlite3.connect(f"file:{ledger_path(output)}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        query = "SELECT CAST(id AS TEXT) FROM results JOIN articles ON article = ordinal"
        ids = [str(identity) for (identity,) in connection.execute(query)]
    assert len(ids) == len(set(ids))
    return set(ids)


def assert_nothing_is_lost(run: Run, output: Path, before: set[str]) -> set[str]:
    """What an earlier run kept or this one acknowledged is there; few calls were for nothing."""
    after = kept(output)
    calls = run.words("call")
    assert before | set(run.words("ack")) <= after
    assert not before & set(calls)
    assert len([name for name in calls if name not in after]) <= CONCURRENCY + GROUP
    assert max(Counter(calls).values(), default=1) == 1
    return after


def test_killed_runs_lose_nothing_and_repeat_little(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    done: set[str] = set()
    killed = 0
    for _ in range(KILLS):
        run = begin(output)
        run.wait_until("ready")
        time.sleep(random.uniform(0, 0.1))
        run.kill()
        killed += not run.words("end")
        done = assert_nothing_is_lost(run, output, done)
    run = begin(output)
    assert run.process.wait() == 0
    assert_nothing_is_lost(run, output, done)
    assert killed > KILLS // 2
    assert output.read_bytes() == whole(COUNT)
    assert not list(tmp_path.glob("*.part"))


@pytest.fixture(scope="module")
def strace() -> str:
    path = shutil.which("strace")
    tried = path and subprocess.run([path, "-o", os.devnull, "true"], check=False)
    if not path or not tried or tried.returncode:
        pytest.skip("strace is not here or may not trace")
    return path


@pytest.mark.parametrize(("call", "number"), ALL_CALLS if KILLS > 8 else CALLS)
def test_a_run_killed_at_a_call_of_the_system_goes_on(
    tmp_path: Path, strace: str, call: str, number: int
) -> None:
    """Killed just before the disk is written, synchronised, or a file named: creation included."""
    output, count = tmp_path / "out.jsonl", 400
    inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
    dying = begin(output, count=count, before=(strace, "-f", "-qq", "-o", os.devnull, *inject))
    dying.process.wait()
    done = assert_nothing_is_lost(dying, output, set())
    run = begin(output, count=count)
    assert run.process.wait() == 0
    assert_nothing_is_lost(run, output, done)
    assert output.read_bytes() == whole(count)


def test_a_second_process_is_refused_until_the_first_is_dead(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    first = begin(output)
    first.wait_until("ack", 50)
    first.process.send_signal(signal.SIGSTOP)  # so that it is not done before the second begins
    second = begin(output)
    assert second.process.wait() == 1
    (fault,) = second.words("fault")
    assert f"held by process {first.process.pid} on " in fault
    with pytest.raises(SettingsError, match="wait for it or stop it"):
        open_ledger(output, KEY)
    with read_ledger(output) as reader:
        assert len(list(reader.lines())) >= 50
    first.kill()
    open_ledger(output, KEY).close()


@pytest.mark.parametrize("limit", [4_000, 60_000, 400_000])
def test_a_disk_that_takes_no_more_is_told_and_loses_nothing(tmp_path: Path, limit: int) -> None:
    output = tmp_path / "out.jsonl"
    run = begin(output, limit, count=DISK_COUNT)
    assert run.process.wait() == 1
    (fault,) = run.words("fault")
    assert "LedgerError" in fault
    assert "make room" in fault
    done = assert_nothing_is_lost(run, output, set())
    run = begin(output, count=DISK_COUNT)
    assert run.process.wait() == 0
    assert_nothing_is_lost(run, output, done)
    assert output.read_bytes() == whole(DISK_COUNT)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", "400k") as folder:
        yield folder


def test_a_full_disk_is_told_and_room_mends_it(small_disk: Path, tmp_path: Path) -> None:
    output = small_disk / "out.jsonl"
    run = begin(output, count=DISK_COUNT)
    assert run.process.wait() == 1
    done = kept(output)
    assert done
    room = tmp_path / "out.jsonl"
    for file in small_disk.glob("out.jsonl.ledger*"):
        shutil.copy(file, tmp_path)
    run = begin(room, count=DISK_COUNT)
    assert run.process.wait() == 0
    assert_nothing_is_lost(run, room, done)
    assert room.read_bytes() == whole(DISK_COUNT)


def test_a_ledger_on_a_disk_that_is_only_read_can_be_looked_at(small_disk: Path) -> None:
    output = small_disk / "out.jsonl"
    done(output, 3)
    remount(small_disk, "ro")
    with read_ledger(output) as reader:
        assert b"".join(line + b"\n" for line in reader.lines()) == whole(3)
    with pytest.raises(SettingsError, match="read-only"):
        open_ledger(output, KEY)


def test_an_interrupt_closes_no_ledger_under_a_commit(tmp_path: Path) -> None:
    """SQLite crashes the process that closes a database which another thread writes to."""
    main, written = threading.get_ident(), threading.Event()

    def write(_: object) -> None:
        for _ in range(3):
            time.sleep(0.2)
            signal.pthread_kill(main, signal.SIGINT)
        time.sleep(0.2)
        written.set()

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with closing(connection):
        writer = Writer(tmp_path, connection)
        writer.submit(write, urgent=True)
        with pytest.raises(KeyboardInterrupt):
            writer.close()
        assert written.is_set()
    signal.signal(signal.SIGINT, before)
