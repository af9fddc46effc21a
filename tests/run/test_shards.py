"""Shards and pieces: a run cut up and put together again is the run."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import sqlite3
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.cli import main
from llmextract.errors import InputError
from llmextract.run.ledger import read_ledger
from llmextract.run.piece import PieceOrder, extract_piece
from llmextract.run.shards import Shard
from llmextract.schemas import Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Server

NAMES = [f"n{number:02}" for number in range(12)]


def text(name: str) -> str:
    return f"Rebels seized {name.upper()} on Friday. The army fled."


def answer(body: bytes) -> str:
    """What the endpoint says of a request: always the same; one article it cannot answer."""
    shown = body.decode()
    if "N03" in shown:
        return "prose"
    place = next((name.upper() for name in NAMES if name.upper() in shown), "nowhere")
    record = {"sentences": [1], "trigger": "seized", "places": [place, "Moscow"]}
    labels = {"type": "non_state_actor_overtakes_territory", "factuality": "occurred"}
    return json.dumps({"records": [] if place == "N05" else [{**record, **labels}]})


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A chat endpoint on 127.0.0.1 whose answer depends on the article alone."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            choice = {"finish_reason": "stop", "message": {"content": answer(body)}}
            usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
            data = json.dumps({"choices": [choice], "usage": usage}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
            """Say nothing on stderr."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/v1"
        http.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve articles in the folder `in` of the current folder."""
    (tmp_path / "in").mkdir()
    for name in NAMES:
        (tmp_path / "in" / f"{name}.txt").write_text(text(name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def extract(url: str, output: str, *more: str, paths: tuple[str, ...] = ("in",)) -> int:
    to = ["--base-url", url, "--model", "m", "--concurrency", "4"]
    return main(["extract", *paths, "--schema", "event", *to, "-o", output, "--no-cache", *more])


def shards(url: str, count: int) -> list[str]:
    outputs = [f"s{number}.jsonl" for number in range(1, count + 1)]
    for number, output in enumerate(outputs, start=1):
        extract(url, output, "--shard", f"{number}/{count}")
    return outputs


def ids(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["article"]["id"] for line in lines]


@given(st.text(min_size=1), st.integers(1, 20))
def test_every_id_is_in_exactly_one_share(identity: str, of: int) -> None:
    assert sum(Shard(number, of).holds(identity) for number in range(1, of + 1)) == 1


def test_shares_are_the_same_everywhere() -> None:
    """Fixed for ever: machines with other versions take part in one run."""
    found = [next(n for n in range(1, 5) if Shard(n, 4).holds(name)) for name in NAMES]
    assert found == [3, 3, 4, 3, 4, 3, 1, 3, 4, 1, 2, 1]


@pytest.mark.parametrize("count", [1, 3, 16])
def test_merged_shards_are_the_whole_run(folder: Path, url: str, count: int) -> None:
    assert extract(url, "whole.jsonl") == 1
    outputs = shards(url, count)
    assert sum(len(ids(folder / output)) for output in outputs) == len(NAMES)
    assert main(["merge", *reversed(outputs), "-o", "all.jsonl"]) == 0
    assert (folder / "all.jsonl").read_bytes() == (folder / "whole.jsonl").read_bytes()


def test_a_merged_run_goes_on_as_one(folder: Path, url: str, server: Server) -> None:
    main(["merge", *shards(url, 2), "-o", "all.jsonl"])
    whole = (folder / "all.jsonl").read_bytes()
    server.completes('{"records": []}')
    assert extract(server.url, "all.jsonl") == 1
    assert not server.bodies
    assert main(["check", "--from", "all.jsonl", "-o", "again.jsonl"]) == 0
    assert (folder / "again.jsonl").read_bytes() == whole
    with read_ledger(folder / "all.jsonl") as merged, read_ledger(folder / "s1.jsonl") as first:
        assert merged.summary().attempts == len(NAMES) + 1  # prose is asked about twice
        assert merged.summary().prompt_tokens > first.summary().prompt_tokens
    assert main(["retry", "all.jsonl"]) == 0
    assert len(server.bodies) == 1
    assert ids(folder / "all.jsonl") == NAMES


def test_an_empty_share_is_no_failure(folder: Path, url: str) -> None:
    empty = next(n for n in range(1, 41) if not any(Shard(n, 40).holds(name) for name in NAMES))
    assert extract(url, "s.jsonl", "--shard", f"{empty}/40") == 0
    assert (folder / "s.jsonl").read_bytes() == b""


def test_retry_of_a_shard_stays_in_the_shard(folder: Path, url: str) -> None:
    number = next(n for n in (1, 2) if Shard(n, 2).holds("n03"))
    assert extract(url, "s.jsonl", "--shard", f"{number}/2") == 1
    before = ids(folder / "s.jsonl")
    assert main(["retry", "s.jsonl"]) == 1
    assert ids(folder / "s.jsonl") == before


def test_of_one_article_in_two_runs_the_better_result_stands(
    folder: Path, url: str, server: Server
) -> None:
    extract(url, "one.jsonl", paths=("in/n03.txt", "in/n04.txt"))
    server.completes('{"records": []}')
    extract(server.url, "two.jsonl", paths=("in/n03.txt",))
    assert main(["merge", "one.jsonl", "two.jsonl", "-o", "all.jsonl"]) == 0
    assert ids(folder / "all.jsonl") == ["n03", "n04"]
    assert '"failed"' not in (folder / "all.jsonl").read_text(encoding="utf-8")
    with read_ledger(folder / "all.jsonl") as ledger:
        outcomes = [kept.attempt.outcome for kept in ledger.attempts("n03")]
    assert sorted(outcomes) == ["bad_response", "bad_response", "ok"]
    assert main(["check", "--from", "all.jsonl", "-o", "again.jsonl"]) == 0
    assert (folder / "again.jsonl").read_bytes() == (folder / "all.jsonl").read_bytes()


def test_what_was_not_done_is_done_after_the_merge(folder: Path, url: str, server: Server) -> None:
    server.says(401, b'{"error": {"message": "no such key"}}')
    assert extract(server.url, "two.jsonl", "--shard", "2/2") == 75
    extract(url, "one.jsonl", "--shard", "1/2")
    assert main(["merge", "one.jsonl", "two.jsonl", "-o", "all.jsonl"]) == 0
    done = ids(folder / "all.jsonl")
    assert done == [name for name in NAMES if Shard(1, 2).holds(name)]
    extract(url, "all.jsonl")
    assert sorted(ids(folder / "all.jsonl")) == NAMES


def _differing(folder: Path, url: str, server: Server) -> None:
    del folder
    server.completes('{"records": []}')
    extract(url, "one.jsonl", paths=("in/n01.txt",))
    extract(server.url, "two.jsonl", paths=("in/n01.txt",))


def _changed(folder: Path, url: str, server: Server) -> None:
    del server
    extract(url, "one.jsonl", paths=("in/n01.txt",))
    (folder / "in" / "n01.txt").write_text("Another text.", encoding="utf-8")
    extract(url, "two.jsonl", paths=("in/n01.txt",))


def _other_settings(folder: Path, url: str, server: Server) -> None:
    del folder, server
    extract(url, "one.jsonl", paths=("in/n01.txt",))
    extract(url, "two.jsonl", "--policy", "strict", paths=("in/n02.txt",))


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        pytest.param(_differing, "'n01', and they differ", id="differing-results"),
        pytest.param(_changed, "'n01' has another text", id="differing-texts"),
        pytest.param(_other_settings, "(policy: drop and strict)", id="differing-settings"),
    ],
)
def test_runs_that_do_not_go_together_are_named(
    folder: Path,
    url: str,
    server: Server,
    capsys: pytest.CaptureFixture[str],
    begin: Any,
    said: str,
) -> None:
    begin(folder, url, server)
    capsys.readouterr()
    assert main(["merge", "one.jsonl", "two.jsonl", "-o", "all.jsonl"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "one.jsonl and two.jsonl" in error
    assert not list(folder.glob("all.jsonl*"))


def test_a_merge_writes_over_no_run(
    folder: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = shards(url, 2)
    before = (folder / one).read_bytes()
    (folder / "notes.txt").write_text("hello", encoding="utf-8")
    for outputs, output, said in (
        ([one, two], one, "one of the runs to merge"),
        ([one, one], "all.jsonl", "named twice"),
        ([one, two], "notes.txt", "holds something else than results"),
    ):
        assert main(["merge", *outputs, "-o", output]) == 2
        assert said in capsys.readouterr().err
    assert (folder / one).read_bytes() == before
    assert main(["merge", one, "-o", "all.jsonl"]) == 0
    assert main(["merge", one, two, "-o", "all.jsonl"]) == 2
    assert main(["merge", one, two, "-o", "all.jsonl", "--fresh"]) == 0
    assert ids(folder / "all.jsonl") == NAMES


@pytest.mark.parametrize(
    ("share", "said"), [("2/2", "this is --shard 2/2"), ("", "this is all articles")]
)
def test_an_output_takes_no_other_share(
    folder: Path, url: str, capsys: pytest.CaptureFixture[str], share: str, said: str
) -> None:
    extract(url, "one.jsonl", "--shard", "1/2")
    before = (folder / "one.jsonl").read_bytes()
    capsys.readouterr()
    more = ["--shard", share] if share else []
    assert extract(url, "one.jsonl", *more) == 2
    error = capsys.readouterr().err
    assert "one.jsonl: begun with --shard 1/2" in error
    assert said in error
    assert (folder / "one.jsonl").read_bytes() == before


def test_a_merge_that_died_before_its_output_was_written_is_finished(
    folder: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = shards(url, 2)
    (blocked := folder / "all.jsonl.part").mkdir()
    assert main(["merge", one, two, "-o", "all.jsonl"]) == 1
    assert "run the same command again" in capsys.readouterr().err
    blocked.rmdir()
    assert main(["merge", one, "-o", "all.jsonl"]) == 2
    assert "a run is kept there" in capsys.readouterr().err
    assert main(["merge", one, two, "-o", "all.jsonl"]) == 0
    assert ids(folder / "all.jsonl") == NAMES
    assert main(["merge", one, two, "-o", "all.jsonl"]) == 2


@pytest.mark.parametrize("share", ["0/2", "3/2", "1", "a/b", "1/0"])
def test_a_share_that_is_none_is_bad_usage(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["extract", "in", "--shard", share])
    assert ended.value.code == 2
    assert "is no share such as 3/16" in capsys.readouterr().err


def rows(names: list[str]) -> list[dict[str, object]]:
    return [{"id": name, "text": text(name)} for name in names]


def test_pieces_in_other_processes_give_the_lines_of_the_run(folder: Path, url: str) -> None:
    extract(url, "whole.jsonl")
    order = PieceOrder((Event,), model="m", base_url=url, concurrency=2)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        cut = [rows(NAMES[:6]), rows(NAMES[6:])]
        lines = [line for piece in pool.map(extract_piece, cut, [order] * 2) for line in piece]
    whole = (folder / "whole.jsonl").read_text(encoding="utf-8")
    assert lines == whole.splitlines()


def test_an_order_holds_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    assert b"very-secret" not in pickle.dumps(PieceOrder((Event,), model="m"))


def test_a_piece_whose_endpoint_turns_away_has_a_line_a_row(server: Server) -> None:
    server.completes('{"records": []}')
    server.says(401, b'{"error": {"message": "no such key"}}')
    order = PieceOrder((Event,), model="m", base_url=server.url, concurrency=1)
    lines = [json.loads(line) for line in extract_piece(rows(NAMES), order)]
    assert [line["article"]["id"] for line in lines] == NAMES
    assert [line["status"] for line in lines].count("ok") == 1
    assert {error["kind"] for line in lines for error in line["errors"]} == {"bad_key"}
    assert len(server.bodies) < len(NAMES)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param({"text": "A text."}, "'id' is missing", id="no-id"),
        pytest.param({"id": "x", "text": " "}, "empty", id="no-text"),
        pytest.param({"id": "n00", "text": "A text."}, "comes twice", id="twin"),
    ],
)
def test_a_row_that_is_no_article_is_named_before_any_call(
    server: Server, row: dict[str, object], said: str
) -> None:
    order = PieceOrder((Event,), model="m", base_url=server.url)
    with pytest.raises(InputError, match=f"row 2: .*{said}"):
        extract_piece([*rows(NAMES[:1]), row], order)
    assert not server.bodies


def test_a_damaged_shard_leaves_nothing_half_merged(
    folder: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = shards(url, 2)
    with closing(sqlite3.connect(folder / f"{two}.ledger")) as store, store:
        store.execute("UPDATE articles SET run = 99 WHERE ordinal = 2")
    assert main(["merge", one, two, "-o", "all.jsonl"]) == 1
    assert f"{two}.ledger: the ledger is damaged" in capsys.readouterr().err
    with read_ledger(folder / "all.jsonl") as ledger:
        assert not any(ledger.summary().counts.values())
    assert main(["merge", one, "-o", "all.jsonl"]) == 0
    assert (folder / "all.jsonl").read_bytes() == (folder / one).read_bytes()
