"""The promise, held against real processes of the command line: killed, stopped, refused the disk.

After death for any reason the same command loses no acknowledged result, writes each article once,
and asks again at most what was in flight and one group of results: concurrency + 50 calls.
"""

from __future__ import annotations

import json
import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

from llmextract.run.ledger import ledger_path
from llmextract.run.ledger.store import lock_path
from tests.disk import mounted, remount
from tests.faults.newsroom import GROUP, Batch, Newsroom, Run, ids, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLS = int(os.environ.get("LLMEXTRACT_KILLS", "25"))
BOTH = [
    pytest.param(signal.SIGINT, id="sigint"),
    pytest.param(signal.SIGTERM, id="sigterm"),
]


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with Newsroom(delay=0.1) as running:
        yield running


def whole(folder: Path, room: Newsroom, count: int) -> bytes:
    """What a run writes that nothing happens to."""
    folder.mkdir()
    batch = Batch(folder, room, count)
    assert batch.finish("--concurrency", "64").ended() == 0
    assert room.fresh_calls().total() == count
    return batch.output.read_bytes()


def kill_some_time(batch: Batch, run: Run, seconds: float) -> None:
    """Kill a run between its first call and so many seconds later, or earlier: at its start."""
    if random.random() < 0.1:
        time.sleep(random.uniform(0, 1))
    else:
        batch.room.wait_for(1, run.process)
        time.sleep(random.uniform(0, seconds))


def assert_little_is_lost(batch: Batch, before: dict[str, bytes]) -> dict[str, bytes]:
    """Results that were there still are, none was asked for again, few calls were for nothing."""
    calls, after = batch.room.fresh_calls(), batch.kept()
    assert before.items() <= after.items()
    assert not before.keys() & ids(calls)
    assert len(ids(calls) - after.keys()) <= batch.concurrency + GROUP
    assert max(calls.values(), default=1) == 1
    return after


def kill_again_and_again(batch: Batch, kills: int, seconds: float) -> int:
    """Kill runs of a batch, then let one end; says how many were killed while they ran."""
    done: dict[str, bytes] = {}
    killed = 0
    for _ in range(kills):
        run = batch.begin()
        kill_some_time(batch, run, seconds)
        acknowledged = batch.kept()
        killed += run.process.poll() is None
        run.kill()
        after = assert_little_is_lost(batch, done)
        assert acknowledged.items() <= after.items()
        done = after
    assert batch.finish().ended() == 0
    assert_little_is_lost(batch, done)
    assert len(batch.lines()) == batch.count
    assert not list(batch.folder.glob("*.part"))
    return killed


def test_killed_runs_lose_nothing_and_repeat_little(tmp_path: Path, room: Newsroom) -> None:
    unharmed = whole(tmp_path / "whole", room, 120)
    batch = Batch(tmp_path, room, 120)
    assert kill_again_and_again(batch, 4, 0.3) >= 3
    assert batch.output.read_bytes() == unharmed


@pytest.mark.faults
def test_two_thousand_articles_survive_many_kills(tmp_path: Path, room: Newsroom) -> None:
    unharmed = whole(tmp_path / "whole", room, 2000)
    batch = Batch(tmp_path, room, 2000, concurrency=32)
    # About 200 articles a second, so that many kills find a run in the middle.
    assert kill_again_and_again(batch, KILLS, min(1.0, 8 / KILLS)) >= KILLS * 3 // 4
    assert batch.output.read_bytes() == unharmed


@pytest.mark.parametrize("number", BOTH)
def test_a_signal_lets_the_calls_in_flight_end(
    tmp_path: Path, room: Newsroom, number: signal.Signals
) -> None:
    batch = Batch(tmp_path, room, 100)
    run = batch.begin()
    room.wait_for(20, run.process)
    run.process.send_signal(number)
    assert run.ended(10) == 130
    calls = room.fresh_calls()
    assert calls.total() < 60
    assert ids(calls) == batch.kept().keys() == batch.lines().keys()
    assert batch.finish().ended() == 0
    assert not ids(calls) & ids(room.fresh_calls())
    assert len(batch.lines()) == 100


@pytest.mark.parametrize("number", BOTH)
def test_a_signal_lets_the_calls_in_flight_end_below_stdout_too(
    tmp_path: Path, room: Newsroom, number: signal.Signals
) -> None:
    batch = Batch(tmp_path, room, 100)
    _, articles, _, _, *to = batch.arguments()
    run = start(tmp_path, "extract", articles, *to)
    room.wait_for(20, run.process)
    run.process.send_signal(number)
    assert run.ended(10) == 130
    written = (tmp_path / "stdout-0").read_text(encoding="utf-8").splitlines()
    assert ids(room.calls) == {json.loads(line)["article"]["id"] for line in written}
    assert f"articles   100 (not done {100 - len(written)}, ok {len(written)})" in run.said()
    assert "interrupted: this run is not kept" in run.said()


def test_a_second_signal_ends_a_run_below_stdout_at_once(tmp_path: Path, room: Newsroom) -> None:
    batch = Batch(tmp_path, room, 100)
    _, articles, _, _, *to = batch.arguments()
    run = start(tmp_path, "extract", articles, *to)
    room.wait_for(20, run.process)
    room.delay = 20
    time.sleep(0.3)
    for _ in range(2):
        assert run.process.poll() is None
        run.process.send_signal(signal.SIGINT)
        time.sleep(0.3)
    assert run.ended(5) == 130
    assert "Traceback" not in run.said()


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """A shell in the background hands down an ignored SIGINT; the runs here must not inherit it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", BOTH)
def test_a_signal_before_the_first_call_ends_a_run_in_order(
    tmp_path: Path, room: Newsroom, number: signal.Signals
) -> None:
    batch = Batch(tmp_path, room, 60, concurrency=2)  # longer than any signal takes
    run = batch.begin()
    while not lock_path(ledger_path(batch.output)).exists() and run.process.poll() is None:
        time.sleep(0.002)
    run.process.send_signal(number)
    assert run.ended(10) == 130
    assert "Traceback" not in run.said()
    assert_little_is_lost(batch, {})
    assert batch.finish().ended() == 0
    assert len(batch.lines()) == 60


def test_a_signal_ends_a_run_that_only_waits(tmp_path: Path, room: Newsroom) -> None:
    """row-30-waiting"""
    batch = Batch(tmp_path, room, 20)
    run = batch.begin("--rpm", "1")
    room.wait_for(1, run.process)
    time.sleep(0.5)
    run.process.send_signal(signal.SIGINT)
    assert run.ended(10) == 130
    assert batch.finish().ended() == 0
    assert room.calls == dict.fromkeys(range(1, 21), 1)


@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.faults)]
)
def test_a_second_signal_ends_a_run_at_once(
    tmp_path: Path, room: Newsroom, number: signal.Signals
) -> None:
    batch = Batch(tmp_path, room, 100)
    run = batch.begin()
    room.wait_for(40, run.process)
    room.delay = 20
    time.sleep(0.3)
    run.process.send_signal(number)
    time.sleep(0.3)
    assert run.process.poll() is None
    run.process.send_signal(number)
    begun = time.monotonic()
    assert run.ended(10) == 130
    assert time.monotonic() - begun < 3
    room.delay = 0.0
    done = assert_little_is_lost(batch, {})
    assert batch.lines() == done
    assert batch.finish().ended() == 0
    assert_little_is_lost(batch, done)
    assert len(batch.lines()) == 100


def test_a_second_process_is_told_who_holds_the_output(tmp_path: Path, room: Newsroom) -> None:
    batch = Batch(tmp_path, room, 60)
    first = batch.begin()
    room.wait_for(10, first.process)
    room.delay = 5  # the first must outlast the start of the second
    second = batch.finish()
    room.delay = 0.1
    assert second.ended() == 2
    assert f"held by process {first.process.pid} on " in second.said()
    assert first.ended() == 0
    assert room.calls == dict.fromkeys(range(1, 61), 1)
    assert len(batch.lines()) == 60


@pytest.mark.parametrize("blocks", [pytest.param(100, marks=pytest.mark.faults), 300])
def test_a_disk_that_takes_no_more_is_told_and_loses_nothing(
    tmp_path: Path, room: Newsroom, blocks: int
) -> None:
    """Files of a process may grow no further: the disk refuses as a full one would."""
    room.delay = 0.01
    batch = Batch(tmp_path, room, 300)
    bounded = ("sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh")
    run = batch.begin(before=bounded)
    assert run.ended() == 1
    assert "make room" in run.said()
    assert "Traceback" not in run.said()
    done = assert_little_is_lost(batch, {})
    assert len(done) < 300
    assert batch.finish().ended() == 0
    assert_little_is_lost(batch, done)
    assert len(batch.lines()) == 300


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", "3m") as folder:
        yield folder


@pytest.mark.faults
def test_a_full_disk_is_told_and_room_mends_it(small_disk: Path, room: Newsroom) -> None:
    room.delay = 0.01
    (ballast := small_disk / "ballast").write_bytes(bytes(1_000_000))
    batch = Batch(small_disk, room, 400)
    run = batch.begin()
    assert run.ended() == 1
    assert "make room" in run.said()
    ballast.unlink()
    remount(small_disk, "size=20m")
    done = assert_little_is_lost(batch, {})
    assert 0 < len(done) < 400
    assert batch.finish().ended() == 0
    assert_little_is_lost(batch, done)
    assert len(batch.lines()) == 400
