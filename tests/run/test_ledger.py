"""The ledger: what is admitted, kept, acknowledged, taken again and told."""

import asyncio
import json
import os
import sqlite3
import stat
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.article import Article
from llmextract.errors import Failure, InputError, LedgerError, SettingsError
from llmextract.run.export import write_jsonl
from llmextract.run.extraction import Attempt, RunError, RunStatus
from llmextract.run.ledger import (
    Decision,
    Ledger,
    RunKey,
    State,
    ledger_path,
    lock_holder,
    open_ledger,
    read_ledger,
)
from tests.run.batches import KEY, articles, do, done, due, line, whole

SPENT = RunError(Failure.SPENT_QUOTA, "no credit left", attempts=1)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def decisions(ledger: Ledger, *texts: Article) -> list[Decision]:
    return [admission.decision for admission in ledger.admit(texts)]


def exported(output: Path) -> bytes:
    with read_ledger(output) as reader:
        return b"".join(line + b"\n" for line in reader.lines())


def test_a_batch_that_is_done_has_nothing_due(output: Path) -> None:
    done(output, 5)
    with open_ledger(output, KEY) as ledger:
        assert due(ledger, 5) == []
    assert exported(output) == whole(5)


def test_lines_keep_the_input_order_whatever_was_finished_first(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        do(ledger, reversed(due(ledger, 30)))
        assert b"".join(each + b"\n" for each in ledger.read().lines()) == whole(30)


def test_articles_that_join_later_come_after_the_others(output: Path) -> None:
    late, *early = [Article(text=name, id=name) for name in ("a", "b", "c")]
    for batch in (early, [late, *early]):
        with open_ledger(output, KEY) as ledger:
            do(ledger, [each.article.id for each in ledger.admit(batch) if each.is_due])
    ids = [json.loads(row)["article"] for row in exported(output).splitlines()]
    assert ids == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("status", "decision"),
    [
        pytest.param(RunStatus.OK, Decision.DONE, id="ok"),
        pytest.param(RunStatus.PARTIAL, Decision.DONE, id="partial"),
        pytest.param(RunStatus.FAILED, Decision.FAILED, id="failed"),
    ],
)
def test_what_is_finished_is_not_taken_again(
    output: Path, status: RunStatus, decision: Decision
) -> None:
    article = Article(text="t", id="a")
    with open_ledger(output, KEY) as ledger:
        assert decisions(ledger, article) == [Decision.NEW]
        ledger.finish("a", line("a"), status=status)
    with open_ledger(output, KEY) as ledger:
        assert decisions(ledger, article) == [decision]


def test_what_was_pending_started_or_deferred_is_taken_again(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 3)
        ledger.start("a1")
        ledger.defer("a2", error=SPENT)
        counts = ledger.read().summary().counts
        assert (counts[State.RUNNING], counts[State.DEFERRED]) == (1, 1)
    with open_ledger(output, KEY) as ledger:
        assert due(ledger, 3) == ["a0", "a1", "a2"]
        assert ledger.read().summary().counts[State.RUNNING] == 0


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(Article(text="other", id="a"), id="text"),
        pytest.param(Article(text="t", id="a", published=date(2024, 12, 4)), id="date"),
    ],
)
def test_a_changed_article_voids_its_result(output: Path, new: Article) -> None:
    with open_ledger(output, KEY) as ledger:
        decisions(ledger, Article(text="t", id="a"))
        do(ledger, ["a"])
    with open_ledger(output, KEY) as ledger:
        assert decisions(ledger, new) == [Decision.CHANGED]
        assert list(ledger.read().lines()) == []
        do(ledger, ["a"])
        assert list(ledger.read().lines()) == [line("a").encode()]
    with open_ledger(output, KEY) as ledger:
        assert decisions(ledger, new) == [Decision.DONE]


@pytest.mark.parametrize("between", [0, 1000])
def test_an_id_that_comes_twice_in_one_run_is_refused(output: Path, between: int) -> None:
    twin = Article(text="other", id="twin")
    stream = [Article(text="t", id="twin"), *articles(between), twin]
    with open_ledger(output, KEY) as ledger, pytest.raises(InputError, match="'twin'"):
        list(ledger.admit(stream))


def test_failed_articles_are_taken_again_after_a_reset(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 3)
        do(ledger, ["a0"])
        ledger.finish("a1", "{}", status=RunStatus.FAILED, error=SPENT)
        ledger.finish("a2", "{}", status=RunStatus.PARTIAL, error=SPENT)
    with open_ledger(output, KEY) as ledger:
        assert ledger.reset([State.FAILED]) == 1
        assert exported(output).count(b"\n") == 3
        assert due(ledger, 3) == ["a1"]
        do(ledger, ["a1"])
    assert exported(output) == f"{line('a0')}\n{line('a1')}\n{{}}\n".encode()


def test_a_failure_does_not_replace_a_partial_result(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 1)
        ledger.finish("a0", line("a0"), status=RunStatus.PARTIAL)
    with open_ledger(output, KEY) as ledger:
        ledger.reset([State.PARTIAL])
        due(ledger, 1)
        ledger.finish("a0", "{}", status=RunStatus.FAILED, error=SPENT)
        summary = ledger.read().summary()
    assert exported(output) == whole(1)
    assert summary.counts[State.PARTIAL] == 1
    assert summary.failures[0].kind == Failure.SPENT_QUOTA


def test_acknowledged_means_seen_by_another_connection(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 1)
        ledger.finish("a0", line("a0"), status=RunStatus.OK).result(timeout=5)
        assert exported(output) == whole(1)


def test_no_more_than_fifty_wait_for_the_disk(output: Path) -> None:
    """So that dying repeats no more than them and the calls in flight."""
    finished: list[str] = []

    def work(ledger: Ledger, names: list[str]) -> None:
        for name in names:
            do(ledger, [name])
            finished.append(name)

    with open_ledger(output, KEY) as ledger:
        names = due(ledger, 80)
        with closing(sqlite3.connect(ledger_path(output))) as other:
            other.execute("BEGIN IMMEDIATE")
            thread = threading.Thread(target=work, args=(ledger, names))
            thread.start()
            thread.join(timeout=0.5)
            assert len(finished) == 50
            other.rollback()
        thread.join()
    assert exported(output) == whole(80)


def test_an_event_loop_can_wait_and_give_up_waiting(output: Path) -> None:
    async def work(ledger: Ledger) -> None:
        first, second = (
            asyncio.wrap_future(ledger.finish(name, line(name), status=RunStatus.OK))
            for name in due(ledger, 2)
        )
        first.cancel()
        await second

    with open_ledger(output, KEY) as ledger:
        asyncio.run(work(ledger))
    assert exported(output) == whole(2)


def test_threads_share_a_ledger(output: Path) -> None:
    with open_ledger(output, KEY) as ledger, ThreadPoolExecutor(16) as pool:
        list(pool.map(partial(do, ledger), ([name] for name in due(ledger, 500))))
    assert exported(output) == whole(500)


def test_an_article_that_was_not_admitted_is_refused_alone(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 1)
        strange = ledger.finish("nobody", "{}", status=RunStatus.OK)
        do(ledger, ["a0"])
        with pytest.raises(LedgerError, match="'nobody' was never admitted"):
            strange.result(timeout=5)
    assert exported(output) == whole(1)


def test_a_closed_ledger_takes_nothing(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 1)
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.finish("a0", "{}", status=RunStatus.OK)


def test_a_line_break_in_a_line_is_refused(output: Path) -> None:
    with open_ledger(output, KEY) as ledger, pytest.raises(ValueError, match="line break"):
        ledger.finish("a0", '{"a":\n1}', status=RunStatus.OK)


@given(
    identity=st.text(st.characters(), min_size=1, max_size=20),
    value=st.text(st.characters(), max_size=50),
)
def test_any_text_survives(
    tmp_path_factory: pytest.TempPathFactory, identity: str, value: str
) -> None:
    """Half surrogate pairs and NULs in ids, lines, replies and messages."""
    output = tmp_path_factory.mktemp("ledger") / "out.jsonl"
    error = RunError(Failure.REFUSED, value, 1)
    attempt = Attempt("event:1", 1, Failure.REFUSED, reply=value)
    with open_ledger(output, KEY) as ledger:
        decisions(ledger, Article(text="t", id=identity))
        raw = json.dumps({"value": value}, ensure_ascii=False)
        ledger.finish(identity, raw, status=RunStatus.FAILED, attempts=[attempt], error=error)
        reader = ledger.read()
        (failure,) = reader.summary().failures
        (kept,) = reader.attempts(identity)
        write_jsonl(reader.lines(), output)
    assert (failure.article, failure.message, kept.attempt) == (identity, value, attempt)
    written = json.loads(output.read_text(encoding="utf-8"))["value"]
    assert written == json.loads(json.dumps(value))


def test_long_replies_are_cut_and_say_so(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        due(ledger, 1)
        attempt = Attempt("event:1", 1, "ok", reply="x" * 3_000_000)
        ledger.finish("a0", "{}", status=RunStatus.OK, attempts=[attempt])
        (kept,) = ledger.read().attempts("a0")
    assert (len(kept.attempt.reply or ""), kept.reply_length) == (1_000_000, 3_000_000)
    assert ledger_path(output).stat().st_size < 200_000


def test_a_summary_adds_up_what_is_known_and_says_what_is_not(output: Path) -> None:
    known = Attempt("e", 1, "ok", "r", 10, 5, 2, cost=0.5, started=1.0, seconds=2.0)
    unknown = Attempt("e", 2, Failure.TRANSIENT)
    cached = Attempt("e", 0, "ok", "r", 10, 5, 2, cost=0.0)
    with open_ledger(output, KEY) as ledger:
        due(ledger, 2)
        ledger.finish("a0", "{}", status=RunStatus.OK, attempts=[unknown, known, known, cached])
        ledger.finish("a1", "{}", status=RunStatus.FAILED, error=SPENT)
    with read_ledger(output) as reader:
        summary = reader.summary()
    assert summary.key == KEY
    assert (summary.prompt_tokens, summary.completion_tokens, summary.cached_tokens) == (20, 10, 4)
    assert (summary.attempts, summary.from_cache, summary.uncounted) == (4, 1, 1)
    assert (summary.cost, summary.unpriced) == (1.0, 1)
    assert [(f.kind, f.articles, f.message) for f in summary.failures] == [
        (Failure.SPENT_QUOTA, 1, "no credit left")
    ]
    assert summary.ended is not None
    assert 0 < summary.started <= summary.ended


def test_notes_are_remembered(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        ledger.remember("paths", '["a.txt"]')
        ledger.remember("paths", '["b.txt"]')
    with read_ledger(output) as reader:
        assert reader.recall("paths") == '["b.txt"]'
        assert reader.recall("nothing") is None
        assert reader.key() == KEY


@pytest.mark.parametrize("name", ["schema", "prompt", "policy", "model", "library"])
def test_other_settings_are_refused_by_name(output: Path, name: str) -> None:
    done(output, 1)
    other = RunKey(**{**vars(KEY), name: "new"})
    with pytest.raises(SettingsError, match=rf"{name} was .*, is new.*--fresh"):
        open_ledger(output, other)
    with open_ledger(output, KEY) as ledger:
        assert due(ledger, 1) == []


def test_a_ledger_without_results_takes_other_settings(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        ledger.remember("paths", '["a.txt"]')
        assert due(ledger, 2) == ["a0", "a1"]
        ledger.defer("a0", attempts=(), error=None)
    other = replace(KEY, model="m2")
    with open_ledger(output, other) as ledger:
        assert ledger.set_aside is None
        assert ledger.read().recall("paths") == '["a.txt"]'
        do(ledger, due(ledger, 2))
    with read_ledger(output) as reader:
        assert reader.key() == other
    with pytest.raises(SettingsError, match=r"model was m2, is m1"):
        open_ledger(output, KEY)


def test_fresh_keeps_the_old_ledger_under_another_name(output: Path) -> None:
    done(output, 2)
    for number in (1, 2):
        with open_ledger(output, replace(KEY, model=f"m{number + 1}"), fresh=True) as ledger:
            assert ledger.set_aside == ledger_path(output).with_name(
                f"out.jsonl.ledger.old-{number}"
            )
            assert due(ledger, 2) == ["a0", "a1"]
    first = ledger_path(output).with_name("out.jsonl.ledger.old-1")
    with closing(sqlite3.connect(first)) as connection:
        assert connection.execute("SELECT count(*) FROM results").fetchone() == (2,)


def test_a_journal_left_alone_is_not_played_into_a_new_ledger(output: Path, tmp_path: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        do(ledger, due(ledger, 3))
        ledger.read()
        journal = ledger_path(output).with_name("out.jsonl.ledger-wal").read_bytes()
    (other := tmp_path / "other").mkdir()
    (other / "out.jsonl.ledger-wal").write_bytes(journal)
    with open_ledger(other / "out.jsonl", KEY) as ledger:
        assert due(ledger, 3) == ["a0", "a1", "a2"]
    assert (other / "out.jsonl.ledger.old-1-wal").read_bytes() == journal


def test_a_second_writer_is_told_who_holds_it(output: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        with pytest.raises(SettingsError, match=rf"held by process {os.getpid()} on .* since 20"):
            open_ledger(output, KEY)
        holder = lock_holder(output.with_name("out.jsonl.ledger.lock"))
        assert holder is not None
        assert holder.pid == os.getpid()
        do(ledger, due(ledger, 1))
    assert lock_holder(output.with_name("out.jsonl.ledger.lock")) is None
    assert exported(output) == whole(1)


@pytest.mark.parametrize("named", ["out.jsonl", "out.jsonl.ledger"])
@pytest.mark.parametrize("leads", ["real", "nowhere"])
def test_a_link_in_the_place_of_an_output_or_its_ledger_is_refused(
    output: Path, tmp_path: Path, named: str, leads: str
) -> None:
    (tmp_path / "real").touch()
    (tmp_path / named).symlink_to(tmp_path / leads)
    for fresh in (False, True):
        with pytest.raises(SettingsError, match=f"{named} is a symbolic link"):
            open_ledger(output, KEY, fresh=fresh)
    assert sorted(path.name for path in tmp_path.iterdir()) == [named, "real"]


def test_only_the_owner_may_read_it_and_nothing_else_is_left(output: Path, tmp_path: Path) -> None:
    with open_ledger(output, KEY) as ledger:
        do(ledger, due(ledger, 1))
        ledger.read()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        assert len(modes) == 4
        assert set(modes.values()) == {0o600}
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl.ledger"]


@pytest.mark.parametrize("name", ["a-file/out.jsonl", "a-folder", "a-socket-like"])
def test_a_place_that_takes_no_ledger_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    os.mkfifo(tmp_path / "a-socket-like")
    with pytest.raises(SettingsError, match="give a file in a folder that can be written"):
        open_ledger(tmp_path / name, KEY)


def test_looking_leaves_nothing_behind(output: Path, tmp_path: Path) -> None:
    done(output, 3)
    before = ledger_path(output).read_bytes()
    assert exported(output) == whole(3)
    assert ledger_path(output).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl.ledger"]


def test_there_is_nothing_to_read_before_a_run(output: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger here"), read_ledger(output):
        pass
    assert not ledger_path(output).exists()


def test_articles_are_not_held_in_memory(output: Path) -> None:
    stream = (Article(text=f"{n} " * 10_000, id=f"a{n}") for n in range(2_000))
    tracemalloc.start()
    with open_ledger(output, KEY) as ledger:
        for admission in ledger.admit(stream):
            ledger.finish(admission.article.id, "{}", status=RunStatus.OK)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30_000_000


def test_no_thread_outlives_its_ledger(output: Path) -> None:
    done(output, 3)
    assert "llmextract-ledger" not in {thread.name for thread in threading.enumerate()}
