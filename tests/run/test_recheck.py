"""Kept runs judged again: the same policy gives the same bytes, another one needs no call."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from llmextract.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Server

TEXT = "Rebels seized Dorva on Friday. The army fled. Nobody was hurt in the town."


def record(sentence: int | None, trigger: str, **more: object) -> dict[str, object]:
    """An event in the article's words; without a sentence it cites none."""
    written = {
        "trigger": trigger,
        "type": "non_state_actor_overtakes_territory",
        "factuality": "occurred",
        **more,
    }
    return written if sentence is None else {"sentences": [sentence], **written}


def reply(*records: dict[str, object]) -> str:
    return json.dumps({"records": records})


SEIZED = record(1, "seized", places=["Dorva", "Moscow"])
FLED = record(2, "fled", type="displacement")
LOST = record(2, "ran away", type="displacement")
MENDED = reply({"record_0": {"places_1": "Friday"}, "record_1": {"trigger": "fled"}})
CUT = reply(SEIZED)[:-2] + ', {"sent'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles in the folder `in` of the current folder."""
    (tmp_path / "in").mkdir()
    for name in "abc":
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def extract(server: Server, *more: str) -> int:
    to = ["--base-url", server.url, "--model", "m", "--concurrency", "1"]
    return main(["extract", "in", "--schema", "event", *to, "-o", "out.jsonl", "--no-cache", *more])


def recheck(*more: str) -> int:
    return main(["check", "--from", "out.jsonl", *more])


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def same(folder: Path) -> bool:
    """Whether the run judged again is the run, byte for byte."""
    assert recheck("-o", "new.jsonl") == 0
    return (folder / "new.jsonl").read_bytes() == (folder / "out.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("more", "answers", "statuses"),
    [
        pytest.param([], [reply(SEIZED, FLED)], {"ok"}, id="whole"),
        pytest.param(["--policy", "strict"], [reply(SEIZED, FLED)], {"ok"}, id="strict"),
        pytest.param(["--policy", "report"], [reply(SEIZED, FLED)], {"ok"}, id="report"),
        pytest.param([], ["prose", "prose", reply(FLED)], {"failed", "ok"}, id="failed"),
        pytest.param([], ["prose", reply(FLED), reply(SEIZED)], {"ok"}, id="asked-again"),
        pytest.param([], [CUT, CUT, reply(FLED)], {"ok"}, id="cut-and-asked-in-halves"),
        pytest.param(["--window", "1"], [CUT, CUT, reply(FLED)], {"partial", "ok"}, id="cut"),
        pytest.param(
            ["--window", "2"],
            [reply(SEIZED), "prose", "prose", reply()],
            {"partial", "ok"},
            id="one-window-failed",
        ),
        pytest.param(
            ["--grammar", "--window", "1"],
            [reply(record(None, "seized")), reply(record(None, "fled")), reply()],
            {"ok"},
            id="grammar-without-citations",
        ),
        pytest.param(["--schema", "news"], [reply(SEIZED)], {"ok"}, id="three-schemas"),
        pytest.param(["--published", "2024-12-04"], [reply(SEIZED)], {"ok"}, id="dated"),
        pytest.param(
            ["--repair", "on"],
            [reply(SEIZED, LOST), MENDED, reply(SEIZED), "prose", "prose", reply(LOST), MENDED],
            {"ok", "partial"},
            id="repaired",
        ),
        pytest.param(
            ["--verify"],
            [reply(SEIZED, FLED), "yes", "no", reply(SEIZED), "maybe", reply(FLED), "yes"],
            {"ok", "partial"},
            id="looked-at",
        ),
    ],
)
def test_the_same_policy_gives_the_same_bytes_without_a_call(
    folder: Path, server: Server, more: list[str], answers: list[str], statuses: set[str]
) -> None:
    for answer in answers:
        server.completes(answer)
    extract(server, *more)
    calls = len(server.bodies)
    assert {line["status"] for line in lines(folder / "out.jsonl")} == statuses
    assert any(line["records"] for line in lines(folder / "out.jsonl"))
    assert same(folder)
    assert len(server.bodies) == calls


def test_without_o_the_lines_go_to_stdout(
    folder: Path, server: Server, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    server.completes(reply(SEIZED))
    extract(server)
    capsysbinary.readouterr()
    assert recheck() == 0
    assert capsysbinary.readouterr().out == (folder / "out.jsonl").read_bytes()


def test_another_policy_judges_the_same_replies_anew(folder: Path, server: Server) -> None:
    server.completes(reply(SEIZED, FLED))
    extract(server)
    assert recheck("--policy", "strict", "-o", "new.jsonl") == 0
    old, new = lines(folder / "out.jsonl")[0], lines(folder / "new.jsonl")[0]
    assert [each["id"] for each in old["records"]] == ["a:event:0", "a:event:1"]
    assert [each["id"] for each in new["records"]] == ["a:event:1"]
    assert old["fingerprint"]["policy"] != new["fingerprint"]["policy"]
    assert extract(server, "--policy", "strict", "--fresh") == 0
    assert (folder / "new.jsonl").read_bytes() == (folder / "out.jsonl").read_bytes()


def test_a_schema_with_other_markers_is_another_run_and_judges_the_same_replies(
    folder: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    plain = (
        "from pydantic import BaseModel\n\nclass Seizure(BaseModel):\n    by: str\n    at: str\n"
    )
    marked = plain.replace("at: str", "at: Annotated[str, Named(never=('people',))]")
    named = "from typing import Annotated\nfrom llmextract import Named\n"
    module = folder / "seizures_of_today.py"
    module.write_text(plain, encoding="utf-8")
    monkeypatch.setattr("sys.path", [str(folder), *sys.path])
    server.completes(reply({"sentences": [2], "by": "The army", "at": "The army"}))
    assert extract(server, "--schema", "seizures_of_today:Seizure") == 0
    module.write_text(named + marked, encoding="utf-8")
    monkeypatch.delitem(sys.modules, module.stem)
    assert extract(server, "--schema", "seizures_of_today:Seizure") == 2
    assert "begun with other settings (schema was " in capsys.readouterr().err
    assert recheck("-o", "new.jsonl") == 0
    old, new = (lines(folder / name)[0] for name in ("out.jsonl", "new.jsonl"))
    assert (len(old["records"]), len(new["records"])) == (1, 0)
    assert old["fingerprint"]["schema"] != new["fingerprint"]["schema"]


@pytest.mark.parametrize("second", [["prose", "prose"], [reply(FLED)]], ids=["worse", "better"])
def test_of_several_tries_the_one_that_gave_the_line_is_judged(
    folder: Path, server: Server, second: list[str]
) -> None:
    for answer in (reply(SEIZED), "prose", "prose", reply()):
        server.completes(answer)
    assert extract(server, "--window", "2") == 1
    server.answers.clear()
    for answer in second:
        server.completes(answer)
    main(["retry", "out.jsonl", "--partial"])
    assert same(folder)


def test_a_try_that_was_broken_off_is_not_judged(folder: Path, server: Server) -> None:
    for answer in (reply(SEIZED), "prose", "prose", reply()):
        server.completes(answer)
    assert extract(server, "--window", "2") == 1
    server.answers.clear()
    server.completes(reply(FLED))
    server.says(401, b'{"error": {"message": "no such key"}}')
    assert main(["retry", "out.jsonl", "--partial"]) == 75
    assert same(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(None, "b: no article of this id", id="missing"),
        pytest.param(f"{TEXT} More.", "b: its text", id="changed"),
    ],
)
def test_what_cannot_be_judged_again_is_named_and_the_rest_is_done(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str], text: str | None, said: str
) -> None:
    server.completes(reply(SEIZED))
    extract(server)
    (folder / "in" / "b.txt").unlink()
    if text is not None:
        (folder / "in" / "b.txt").write_text(text, encoding="utf-8")
    assert recheck("-o", "new.jsonl") == 1
    assert said in capsys.readouterr().err
    assert [line["article"]["id"] for line in lines(folder / "new.jsonl")] == ["a", "c"]


def test_articles_that_moved_are_read_where_they_are(folder: Path, server: Server) -> None:
    server.completes(reply(SEIZED))
    extract(server)
    (folder / "in").rename(folder / "moved")
    assert recheck("-o", "new.jsonl", "--articles", "moved") == 0
    assert (folder / "new.jsonl").read_bytes() == (folder / "out.jsonl").read_bytes()


def test_articles_that_were_added_later_keep_their_place(folder: Path, server: Server) -> None:
    server.completes(reply(SEIZED))
    extract(server)
    (folder / "in" / "0.txt").write_text(TEXT, encoding="utf-8")
    extract(server)
    assert [line["article"]["id"] for line in lines(folder / "out.jsonl")] == ["a", "b", "c", "0"]
    assert same(folder)


def test_a_reply_that_was_kept_in_part_is_not_judged(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(reply(SEIZED))
    extract(server)
    with closing(sqlite3.connect(folder / "out.jsonl.ledger")) as ledger, ledger:
        ledger.execute("UPDATE attempts SET reply_length = reply_length + 1 WHERE article = 1")
    assert recheck("-o", "new.jsonl") == 1
    assert "a: only the beginning of the reply to event 1-3 is kept" in capsys.readouterr().err
    assert [line["article"]["id"] for line in lines(folder / "new.jsonl")] == ["b", "c"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param([], "--articles DIR", id="neither"),
        pytest.param(["--articles", "in", "-o", "x.jsonl"], "-o goes with --from", id="no-run"),
        pytest.param(["--from", "out.jsonl", "-o", "out.jsonl"], "another file", id="itself"),
        pytest.param(["--from", "out.jsonl", "--published", "2024-01-01"], "dates", id="dated"),
        pytest.param(["--from", "out.jsonl", "-o", "in/a.txt"], "something else", id="no-result"),
    ],
)
def test_what_does_not_go_together_is_said(
    folder: Path,
    server: Server,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    server.completes(reply(SEIZED))
    extract(server)
    before = (folder / "out.jsonl").read_bytes()
    capsys.readouterr()
    assert main(["check", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert (folder / "out.jsonl").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_a_run_without_a_ledger_is_said_to_have_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert recheck() == 1
    assert "out.jsonl.ledger: no ledger here" in capsys.readouterr().err
