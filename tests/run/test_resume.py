"""Runs kept with -o: what is done is kept, what is not is done by the same command."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from llmextract.cli import main
from llmextract.run.batch import MOST_ALIKE
from llmextract.run.ledger import read_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Server

RECORDS = json.dumps({"records": [{"sentences": [1], "trigger": "seized"}]})
TEXT = "Rebels seized Dorva on Friday."
NAMES = ["a", "b", "c"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles in the folder `in` of the current folder."""
    (tmp_path / "in").mkdir()
    for name in NAMES:
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def extract(server: Server, *more: str) -> int:
    to = ["--base-url", server.url, "--model", "m", "--concurrency", "1", "--no-cache"]
    return main(["extract", "in", "--schema", "event", *to, "-o", "out.jsonl", *more])


def lines(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "out.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_finished_run_asks_nothing_again(folder: Path, server: Server) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    before = (folder / "out.jsonl").read_bytes()
    assert extract(server) == 0
    assert len(server.bodies) == 3
    assert (folder / "out.jsonl").read_bytes() == before
    assert [line["article"]["id"] for line in lines(folder)] == NAMES


def test_an_endpoint_that_is_gone_stops_a_run_that_then_goes_on(
    folder: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("llmextract.run.limits._MOST_UNREACHED", 2)
    monkeypatch.setattr("llmextract.run.limits._UNREACHED_SECONDS", 0)
    server.completes(RECORDS)
    assert extract(server, "--base-url", "http://127.0.0.1:1/v1") == 75
    assert "nobody has answered for" in capsys.readouterr().err
    assert not lines(folder)
    assert extract(server) == 0
    assert [line["article"]["id"] for line in lines(folder)] == NAMES


def test_a_refusal_in_the_same_words_of_many_articles_stops_a_run(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(MOST_ALIKE + 5):
        (folder / "in" / f"d{number}.txt").write_text(TEXT, encoding="utf-8")
    server.completes(RECORDS)
    for number in range(MOST_ALIKE + 5):
        said = f'{{"error": {{"message": "unknown parameter (request r{number})"}}}}'
        server.says(400, said.encode())
    assert extract(server) == 75
    assert len(server.bodies) == 1 + MOST_ALIKE
    assert "refused with the same words" in capsys.readouterr().err
    assert {line["status"] for line in lines(folder)} == {"ok", "failed"}
    server.answers.clear()
    server.completes(RECORDS)
    assert extract(server) == 1
    assert main(["retry", "out.jsonl"]) == 0


def test_articles_that_come_later_are_added(
    folder: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    (folder / "in" / "d.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr("llmextract.run.progress._SILENCE", -1)
    assert extract(server) == 0
    assert "4 of 4 calls, 60 tokens" in capsys.readouterr().err
    assert len(server.bodies) == 4
    assert [line["article"]["id"] for line in lines(folder)] == [*NAMES, "d"]


def test_a_wrong_key_leaves_everything_for_the_next_run(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    server.says(401, b'{"error": {"message": "no such key"}}')
    assert extract(server) == 75
    assert len(server.bodies) == 2
    assert [line["article"]["id"] for line in lines(folder)] == ["a"]
    server.answers.clear()
    server.completes(RECORDS)
    assert extract(server) == 0
    assert len(server.bodies) == 4
    assert "1 article done before" in capsys.readouterr().err


def test_a_failed_article_is_done_again_when_asked(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes("prose")
    server.completes("prose")
    server.completes(RECORDS)
    assert extract(server) == 1
    assert [line["status"] for line in lines(folder)] == ["failed", "ok", "ok"]
    assert extract(server) == 1
    assert len(server.bodies) == 4
    capsys.readouterr()
    assert main(["retry", "out.jsonl"]) == 0
    assert "1 article again\n" in capsys.readouterr().err
    assert len(server.bodies) == 5
    assert [line["status"] for line in lines(folder)] == ["ok", "ok", "ok"]


def test_a_retry_says_that_it_does_what_was_never_done_as_well(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    server.completes("prose")
    server.completes("prose")
    assert extract(server, "--budget-tokens", "1040") == 75
    capsys.readouterr()
    assert main(["retry", "out.jsonl", "--budget-tokens", "100000"]) == 1
    assert "0 articles again, and " in capsys.readouterr().err
    assert len(lines(folder)) == 3


@pytest.mark.parametrize(
    ("more", "changed"),
    [
        (["--schema", "claim"], "(schema was event, is claim)"),
        (["--policy", "strict"], "(policy was drop, is strict)"),
        (["--model", "other"], "(model was m, is other)"),
        (["--window", "2"], "(window was all, is 2)"),
        (["--repair", "on", "--enums"], "(enums was off, is on, repair was off, is on)"),
        (["--verify"], "(verify was off, is on)"),
    ],
)
def test_other_settings_are_not_mixed_into_a_run(
    folder: Path,
    server: Server,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    changed: str,
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    capsys.readouterr()
    assert extract(server, *more) == 2
    error = capsys.readouterr().err
    assert changed in error
    assert "--fresh" in error
    assert len(server.bodies) == 3
    assert extract(server, *more, "--fresh") == 0
    assert len(list(folder.glob("out.jsonl.ledger*"))) >= 2


def test_a_dry_run_leaves_out_what_is_done_and_counts_what_is_spent(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes("prose")
    server.completes("prose")
    server.completes(RECORDS)
    assert extract(server) == 1
    (folder / "in" / "b.txt").write_text(f"Yesterday. {TEXT}", encoding="utf-8")
    before = (folder / "out.jsonl.ledger").read_bytes()
    capsys.readouterr()
    assert extract(server, "--dry-run", "--budget-tokens", "70") == 0
    told = capsys.readouterr().err
    assert "3 articles, 1 done before, 1 had failed (see retry), 1 call to m, about " in told
    assert "the budget may not cover this (60 of 70 tokens are spent, about " in told
    assert extract(server, "--dry-run", "--budget-tokens", "99999") == 0
    assert "budget" not in capsys.readouterr().err
    assert extract(server, "--dry-run", "--fresh") == 0
    assert "3 articles, 3 calls to m" in capsys.readouterr().err
    assert len(server.bodies) == 4
    assert (folder / "out.jsonl.ledger").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_a_dry_run_with_other_settings_is_refused_as_the_run_would_be(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    assert extract(server, "--dry-run", "--window", "2") == 2
    assert "window was all, is 2" in capsys.readouterr().err


def test_status_says_how_a_run_stands(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes("prose")
    server.completes("prose")
    server.completes(RECORDS)
    extract(server)
    capsys.readouterr()
    assert main(["status", "out.jsonl"]) == 0
    said = capsys.readouterr().out
    assert "2 ok, 1 failed" in said
    assert "bad_response" in said
    assert main(["status", "out.jsonl", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["attempts"] == 4
    assert (folder / "out.jsonl").is_file()


def test_what_the_cache_answers_is_told_apart_from_what_is_paid(
    folder: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The three articles have one text."""
    monkeypatch.setenv("LLMEXTRACT_CACHE_DIR", str(folder / "cache"))
    server.completes(RECORDS)
    to = ["--base-url", server.url, "--model", "m", "--concurrency", "1", "-o", "out.jsonl"]
    assert main(["extract", "in", "--schema", "event", *to]) == 0
    assert len(server.bodies) == 1
    error = capsys.readouterr().err
    assert "calls      3, 2 of them answered by the cache\n" in error
    assert "tokens     10 in, 5 out\n" in error
    assert main(["status", "out.jsonl"]) == 0
    said = capsys.readouterr().out
    assert "attempts   3 in 1 run, 2 of them answered by the cache\n" in said
    assert "tokens     10 in, 5 out\n" in said


@pytest.mark.usefixtures("folder")
def test_one_reply_without_a_count_leaves_the_others_counted(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says(401, b'{"error": {"message": "no such key"}}')
    server.completes(RECORDS)
    assert extract(server) == 75
    assert "tokens     0 in, 0 out; 1 attempt said nothing of theirs" in capsys.readouterr().err
    assert extract(server) == 0
    assert "tokens     30 in, 15 out\n" in capsys.readouterr().err
    assert main(["status", "out.jsonl"]) == 0
    assert "tokens     30 in, 15 out; 1 attempt said nothing of theirs" in capsys.readouterr().out


def test_an_article_that_is_done_and_gone_is_told_and_kept(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    (folder / "in" / "b.txt").unlink()
    capsys.readouterr()
    assert extract(server) == 0
    told = "1 article done before and no longer in the input: b; what was found stays in out.jsonl"
    assert told in capsys.readouterr().err
    assert [line["article"]["id"] for line in lines(folder)] == NAMES


@pytest.mark.parametrize("option", ["failed", "partial"])
@pytest.mark.usefixtures("folder")
def test_a_retry_of_nothing_says_so(
    server: Server, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    capsys.readouterr()
    assert main(["retry", "out.jsonl", f"--{option}"]) == 0
    said = f"llmextract: out.jsonl: nothing to do again: no article is {option}\n"
    assert capsys.readouterr().err == said


def test_a_schema_of_ones_own_is_found_from_another_folder(
    folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "from pydantic import BaseModel\nclass Town(BaseModel):\n    name: str\n"
    (folder / "towns_of_the_run.py").write_text(source, encoding="utf-8")
    server.completes('{"records": [{"sentences": [1], "name": "Dorva"}]}')
    assert extract(server, "--schema", "towns_of_the_run:Town") == 0
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    monkeypatch.delitem(sys.modules, "towns_of_the_run")
    monkeypatch.setattr("sys.path", [p for p in sys.path if p != str(folder)])
    assert main(["check", "--from", "../out.jsonl"]) == 0
    monkeypatch.delitem(sys.modules, "towns_of_the_run")
    monkeypatch.setattr("sys.path", [p for p in sys.path if p != str(folder)])
    assert main(["retry", "../out.jsonl"]) == 0


def test_the_ledger_for_its_output_is_told(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    assert main(["status", "out.jsonl.ledger"]) == 1
    assert "a ledger; name the output it belongs to: out.jsonl\n" in capsys.readouterr().err
    assert not list(folder.glob("*.ledger.ledger"))


@pytest.mark.usefixtures("folder")
def test_status_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "none.jsonl"]) == 1
    assert "none.jsonl" in capsys.readouterr().err


def test_a_budget_in_tokens_stops_the_run_resumably(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    assert extract(server, "--budget-tokens", "10") == 75
    assert not server.bodies
    assert lines(folder) == []
    error = capsys.readouterr().err
    assert "a: deferred\n" in error
    assert "articles   3 (not done 2, deferred 1)" in error
    assert "no room for another call (0 of 10 tokens are spent, this call may take " in error
    assert "tokens     0 in, 0 out" in error
    assert extract(server) == 0


def test_what_a_deferred_article_brought_is_not_counted(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is asked again as a whole, and has no line in the output."""
    server.completes(RECORDS)
    server.says(401, b'{"error": {"message": "no such key"}}')
    assert extract(server, "--schema", "news") == 75
    assert lines(folder) == []
    error = capsys.readouterr().err
    assert "records    0\n" in error
    assert "rejections 0\n" in error
    assert "tokens     10 in, 5 out" in error


def test_a_budget_is_one_for_all_runs_of_a_ledger(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(RECORDS)
    assert extract(server) == 0
    (folder / "in" / "d.txt").write_text(TEXT, encoding="utf-8")
    capsys.readouterr()
    assert extract(server, "--dry-run") == 0
    said = re.findall(r"([\d,]+) tokens in and ([\d,]+) out", capsys.readouterr().err)
    # Three are done, and took 15 tokens each.
    once = sum(int(count.replace(",", "")) for count in said[0])
    assert extract(server, "--budget-tokens", str(once + 44)) == 75
    assert len(server.bodies) == 3
    assert extract(server, "--budget-tokens", str(once + 45)) == 0
    assert len(server.bodies) == 4


@pytest.mark.parametrize(
    ("reply", "choice"),
    [
        pytest.param("prose", {}, id="prose"),
        pytest.param("", {}, id="empty"),
        pytest.param('{"records": [{"sent', {"finish_reason": "length"}, id="cut"),
        pytest.param(None, {"refusal": "I will not."}, id="refused"),
        pytest.param(None, {"finish_reason": "error", "error": {"code": 400}}, id="error"),
    ],
)
def test_replies_that_are_no_answer_count_in_the_next_run_too(
    folder: Path,
    server: Server,
    capsys: pytest.CaptureFixture[str],
    reply: str | None,
    choice: dict[str, object],
) -> None:
    (folder / "in" / "c.txt").unlink()
    (folder / "p.json").write_text('{"m": {"prompt": 1000, "completion": 2000}}', encoding="utf-8")
    server.completes(reply, **choice)
    assert extract(server, "--budget", "99", "--prices", "p.json") == 1
    asked = len(server.bodies)
    spent = f"tokens     {10 * asked} in, {5 * asked} out\n"
    cost = f"cost       {0.02 * asked:.4f}\n"
    told = capsys.readouterr().err
    assert spent in told
    assert cost in told
    assert main(["status", "out.jsonl"]) == 0
    told = capsys.readouterr().out
    assert spent in told
    assert cost in told
    (folder / "in" / "d.txt").write_text(TEXT, encoding="utf-8")
    assert extract(server, "--budget-tokens", str(15 * asked + 1)) == 75
    assert f"({15 * asked} of {15 * asked + 1} tokens are spent" in capsys.readouterr().err


def test_each_attempt_is_kept_with_what_it_took(folder: Path, server: Server) -> None:
    server.completes("prose")
    server.completes("")
    server.completes(RECORDS)
    assert extract(server) == 1
    with read_ledger(folder / "out.jsonl") as ledger:
        attempts = [each.attempt for each in ledger.attempts("a")]
    assert [(a.number, a.outcome, a.prompt_tokens) for a in attempts] == [
        (1, "bad_response", 10),
        (2, "empty", 10),
    ]


def test_money_needs_a_price_and_is_added_up(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert extract(server, "--budget", "1") == 2
    prices = folder / "prices.json"
    prices.write_text('{"m": {"prompt": 1000, "completion": 2000}}', encoding="utf-8")
    server.completes(RECORDS)
    assert extract(server, "--budget", "100", "--prices", str(prices)) == 0
    # Three calls of 10 tokens in and 5 out.
    assert "cost       0.0600" in capsys.readouterr().err


def test_retry_goes_on_with_a_larger_budget(
    folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.completes("prose")
    (folder / "prices.json").write_text(
        '{"m": {"prompt": 1000, "completion": 2000}}', encoding="utf-8"
    )
    assert extract(server, "--budget", "100", "--prices", "prices.json") == 1
    server.completes(RECORDS)
    assert main(["retry", "out.jsonl", "--budget", "0.0001"]) == 75
    # The prices are found again from wherever the run is looked after.
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    assert main(["retry", "../out.jsonl", "--failed", "--budget", "200"]) == 0
    assert {line["status"] for line in lines(folder)} == {"ok"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("no json", "line 1 column 1", id="no-json"),
        pytest.param("[]", "valid dictionary", id="list"),
        pytest.param('{"m": {"prompt": "dear"}}', "m.prompt: ", id="words"),
        pytest.param('{"m": {"prompt": 1, "completion": -1}}', "from 0 up, not -1", id="negative"),
        pytest.param('{"m": {"prompt": NaN, "completion": 1}}', "from 0 up, not nan", id="nan"),
        pytest.param(
            '{"m": {"prompt": 1, "completion": 1, "chached": 1}}', "m.chached: ", id="misspelt"
        ),
    ],
)
def test_bad_prices_are_told_before_any_call(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    (folder / "prices.json").write_text(text, encoding="utf-8")
    assert extract(server, "--prices", "prices.json") == 2
    error = capsys.readouterr().err
    assert "prices.json" in error
    assert told in error
    assert not server.bodies


def test_replies_are_kept_so_that_a_new_run_pays_nothing_twice(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    prices = folder / "prices.json"
    prices.write_text('{"m": {"prompt": 1000, "completion": 2000}}', encoding="utf-8")
    to = ["--schema", "event", "--base-url", server.url, "--model", "m", "--prices", str(prices)]
    server.completes(RECORDS)
    assert main(["extract", "in", *to, "-o", "one.jsonl"]) == 0
    # The three articles have one text, so that they ask one question.
    assert len(server.bodies) == 1
    capsys.readouterr()
    assert main(["extract", "in", *to, "-o", "two.jsonl", "--policy", "strict"]) == 0
    assert len(server.bodies) == 1
    assert "cost  " not in capsys.readouterr().err
