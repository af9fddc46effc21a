"""The command line: right exit codes, one clear line a fault, data apart from everything else."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from llmextract.cli import main

if TYPE_CHECKING:
    from tests.conftest import Server

TEXT = "Rebels seized Dorva on Friday. The army fled."
RECORD = {
    "sentences": [1],
    "trigger": "seized",
    "participants": [
        {"mention": "Rebels", "role": "actor"},
        {"mention": "Bandits", "role": "actor"},
    ],
    "places": ["Dorva"],
    "time": "Friday",
    "figures": [],
    "reported_by": None,
    "type": "non_state_actor_overtakes_territory",
    "factuality": "occurred",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, which is also the current folder."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return tmp_path


def extract(server: Server, *more: str) -> int:
    return main(["extract", "--schema", "event", "--base-url", server.url, "--model", "m", *more])


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_result_lines_and_a_closing_table(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes(json.dumps({"records": [RECORD]}))
    assert extract(server, "in", "-o", "out/x.jsonl", "--published", "2024-12-04", "--watch") == 0
    (line,) = lines((folder / "out/x.jsonl").read_text(encoding="utf-8"))
    assert line["status"] == "ok"
    out, err = capsys.readouterr()
    assert out == ""
    for said in (
        "a event: trigger: seized",
        "records",
        "1 (event 1)",
        "2 (not_found 1, required 1)",
        "10 in, 5 out",
    ):
        assert said in err
    assert not (folder / "out/x.jsonl.part").exists()


def test_extract_writes_to_stdout_without_o(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes('{"records": []}')
    assert extract(server, str(folder / "in")) == 0
    (line,) = lines(capsys.readouterr().out)
    assert line["records"] == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param(
            "missing.txt", None, "missing.txt: no such file or directory; check", id="missing"
        ),
        pytest.param("empty.txt", b"", "empty.txt: empty", id="empty"),
        pytest.param("latin.txt", b"caf\xe9", "latin.txt: not UTF-8", id="latin-1"),
        pytest.param("binary.txt", b"\x00\x01", "binary.txt: holds NUL", id="binary"),
        pytest.param("x.jsonl", b"{broken\n", "x.jsonl:1: no JSON", id="broken-line"),
        pytest.param("nothing/", None, "without articles", id="empty-folder"),
    ],
)
def test_bad_input_is_named_and_the_other_articles_are_done(
    folder: Path,
    server: Server,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    said: str,
) -> None:
    if name.endswith("/"):
        (folder / name).mkdir()
    elif data is not None:
        (folder / name).write_bytes(data)
    server.completes('{"records": []}')
    assert extract(server, name, "in") == 1
    out, err = capsys.readouterr()
    assert len(lines(out)) == 1
    assert len([line for line in err.splitlines() if said in line]) == 1


@pytest.mark.usefixtures("folder")
def test_without_any_article_no_model_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "none.txt", "--model", str(tmp_path / "none.gguf")]) == 1
    err = capsys.readouterr().err
    assert "none.txt: no such file" in err
    assert "gguf" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--schema", "evnt"], "evnt: no schema of this name", id="unknown-schema"),
        pytest.param(
            ["--schema", ".mine:Model"], ".mine:Model: no schema of this name", id="relative-module"
        ),
        pytest.param(["--schema", "nowhere:Model"], "cannot import nowhere", id="unknown-module"),
        pytest.param(["--schema", "json:Model"], "json has no Model; it has", id="unknown-model"),
        pytest.param(
            ["--schema", "my/models.py:Town"],
            "without .py: --schema models:Town, run from the folder my",
            id="file",
        ),
        pytest.param(
            ["--base-url", "http://127.0.0.1:9/v1/chat/completions", "--model", "m"],
            "base_url: leave /chat/completions and what follows out",
            id="url-of-the-call",
        ),
        pytest.param(
            ["--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--tpm", "100"],
            "--tpm 100: one call takes about ",
            id="rate-below-a-call",
        ),
        pytest.param(
            ["--schema", "json:loads"],
            "json:loads: loads is no Pydantic model class",
            id="no-model",
        ),
        pytest.param(
            ["--base-url", "http://127.0.0.1:9/v1"], "without a model", id="url-without-model"
        ),
        pytest.param(
            ["--base-url", "127.0.0.1:9", "--model", "m"], "base_url: no address", id="no-url"
        ),
        pytest.param(
            ["--base-url", "http://h:99999/v1", "--model", "m"], "base_url: no address", id="port"
        ),
        pytest.param(
            ["--base-url", "http://[::1/v1", "--model", "m"], "base_url: no address", id="bracket"
        ),
        pytest.param(
            ["--base-url", "http://h/v1?api=1", "--model", "m"], "without a query", id="query"
        ),
        pytest.param(
            ["--base-url", "http://h/v1#x", "--model", "m"], "base_url: no address", id="fragment"
        ),
        pytest.param(
            ["--model", "local", "-o", "n" * 300], "name too long; give a file", id="long-output"
        ),
        pytest.param(
            ["--model", "local", "-o", "n" * 250], "name too long; give a file", id="long-ledger"
        ),
        pytest.param(
            ["--base-url", "http://127.0.0.1:9/v1", "--model", "local"],
            "--base-url: --model local runs on this machine",
            id="url-of-a-local-model",
        ),
        pytest.param(["--model", "local", "--fresh"], "--fresh: without -o", id="fresh-stdout"),
        pytest.param(
            ["--model", "local", "--verify-threshold", "0.7"],
            "--verify-threshold: nothing is verified without --verify",
            id="threshold-alone",
        ),
        pytest.param(
            ["--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--verify-model", "n"],
            "--verify-model: nothing is verified without --verify",
            id="verify-model-alone",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_bad_usage_is_told_before_any_call(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["extract", "in", *arguments]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_a_home_that_is_not_there_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LLMEXTRACT_CACHE_DIR", "~nobody-here/cache")
    assert main(["extract", "in", "--model", "local"]) == 2
    assert "there is no such home; set LLMEXTRACT_CACHE_DIR" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "in", "--published", "soon"],
        ["extract", "in", "--concurrency", "0"],
        ["extract", "in", "--record", "x", "--replay", "y"],
        ["nonsense"],
    ],
)
def test_wrong_arguments_exit_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_one_id_twice_names_both_files(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Other.", encoding="utf-8")
    assert extract(server, "in", "a.txt") == 2
    assert "in/a.txt and a.txt: both have the id 'a'" in capsys.readouterr().err
    assert not server.bodies


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode here")
def test_two_names_that_are_no_utf8_have_two_ids(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (b"caf\xe8.txt", b"caf\xe9.txt"):
        (folder / os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    server.completes(json.dumps({"records": [RECORD]}))
    assert extract(server, str(folder), "-o", "out/x.jsonl") == 0
    written = lines((folder / "out/x.jsonl").read_text(encoding="utf-8"))
    assert [line["article"]["id"] for line in written] == ["caf\\udce8", "caf\\udce9", "a"]
    assert written[0]["records"][0]["id"] == "caf\\udce8:event:0"
    assert "caf\\udce9" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_an_unreachable_endpoint_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    url = "http://127.0.0.1:9/v1"
    assert main(["extract", "in", "--base-url", url, "--model", "m"]) == 1
    out, err = capsys.readouterr()
    assert len([line for line in err.splitlines() if f"{url} cannot be reached" in line]) == 1
    assert lines(out)[0]["status"] == "failed"


def test_a_run_without_a_key_and_a_server_is_told_before_any_call(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    monkeypatch.setenv("OPENAI_API_KEY", "")
    for more in ((), ("-o", "out.jsonl")):
        assert main(["extract", "in", "--model", "gpt-4.1-mini", *more]) == 2
        assert "no key for gpt-4.1-mini: set OPENAI_API_KEY" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["in"]
    assert main(["extract", "in", "--model", "gpt-4.1-mini", "--dry-run"]) == 0


@pytest.mark.usefixtures("folder")
def test_a_wrong_key_stops_the_run_resumably(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says(401, b'{"error": {"message": "no such key"}}')
    assert extract(server, "in") == 75
    err = capsys.readouterr().err
    assert "OPENAI_API_KEY" in err
    assert "this run is not kept (see -o); mend this" in err
    assert extract(server, "in", "-o", "out.jsonl") == 75
    assert "mend this, then run the same command again" in capsys.readouterr().err


def test_a_run_that_stops_counts_the_articles_that_it_left_out(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "bcd":
        (folder / "in" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    server.completes(json.dumps({"records": [RECORD]}))
    server.says(401, b'{"error": {"message": "no such key"}}')
    assert extract(server, "in", "--concurrency", "1") == 75
    out, err = capsys.readouterr()
    assert [line["status"] for line in lines(out)] == ["ok", "failed"]
    assert "articles   4 (not done 2, ok 1, failed 1)" in err


@pytest.mark.usefixtures("folder")
def test_a_model_that_answers_prose_fails_its_article(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.completes("I am sorry, but as a language model I write prose.")
    assert extract(server, "in") == 1
    err = capsys.readouterr().err
    assert "a: bad_response: the model did not answer with the JSON asked for" in err
    assert len(server.bodies) == 2


def test_record_then_replay_gives_the_same_lines(folder: Path, server: Server) -> None:
    server.completes(json.dumps({"records": [RECORD]}))
    assert extract(server, "in", "--record", "tapes", "-o", "one.jsonl") == 0
    assert (folder / "tapes" / "a.yaml").is_file()
    dead = ["extract", "--schema", "event", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"]
    assert main([*dead, "in", "--replay", "tapes", "-o", "two.jsonl"]) == 0
    assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/none"])
def test_a_folder_that_takes_no_recording_is_told_before_any_call(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    (folder / "file").touch()
    assert extract(server, "in", "--record", place) == 2
    assert f"--record {place}: " in capsys.readouterr().err
    assert not server.bodies


def test_replay_without_a_cassette_names_it(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tapes").mkdir()
    assert extract(server, "in", "--replay", str(folder / "tapes")) == 1
    assert "a.yaml: no such cassette" in capsys.readouterr().err


def test_a_replay_without_its_folder_is_told_once(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert extract(server, "in", "--replay", str(folder / "tapes")) == 2
    assert capsys.readouterr().err.count("tapes: no such folder") == 1


@pytest.mark.parametrize(
    "arguments", [[""], ["in", "-o", ""], ["in", "--prices", ""], ["in", "--record", ""]]
)
@pytest.mark.usefixtures("folder")
def test_an_empty_name_is_told_before_any_call(
    server: Server, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit):
        extract(server, *arguments)
    assert "an empty name; is a variable not set?" in capsys.readouterr().err
    assert not server.bodies


def test_articles_are_not_read_from_stdin(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert extract(server, "-") == 1
    assert "-: no regular file; write the articles to a file first" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_dry_run_asks_nothing(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(server, "in", "--window", "1", "--dry-run") == 0
    assert "1 article, 2 calls to m" in capsys.readouterr().err
    assert not server.bodies


def test_dry_run_says_that_it_knows_no_price(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    prices = folder / "prices.json"
    prices.write_text('{"n": {"prompt": 1, "completion": 2}}', encoding="utf-8")
    assert extract(server, "in", "--prices", str(prices), "--dry-run") == 0
    assert f"(no price of this model in {prices})" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_told_before_any_call(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert extract(server, "in", "-o", str(folder / "in" / "a.txt" / "out.jsonl")) == 2
    assert "out.jsonl: " in capsys.readouterr().err
    assert not server.bodies


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("leads", ["real.jsonl", "link.jsonl", "nowhere"])
def test_a_link_for_an_output_is_told_before_any_call(
    server: Server, capsys: pytest.CaptureFixture[str], leads: str
) -> None:
    (real := Path("real.jsonl")).write_text("{}", encoding="utf-8")
    (link := Path("link.jsonl")).symlink_to(leads)
    for more in ((), ("--record", "tapes")):
        assert extract(server, "in", "-o", str(link), *more) == 2
        assert "-o link.jsonl: a symbolic link" in capsys.readouterr().err
    assert (link.is_symlink(), real.read_text(encoding="utf-8")) == (True, "{}")
    assert not server.bodies


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("more", [(), ("--record", "tapes")])
def test_what_is_no_result_is_not_written_over(
    server: Server, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    notes = Path("notes.txt")
    notes.write_text("hello", encoding="utf-8")
    assert extract(server, "in", "-o", "notes.txt", *more) == 2
    assert "-o notes.txt: holds something else than results" in capsys.readouterr().err
    assert notes.read_text(encoding="utf-8") == "hello"
    assert not server.bodies


@pytest.mark.parametrize("given", ["articles.jsonl", "./in/../articles.jsonl"])
def test_an_output_does_not_take_the_place_of_the_articles(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    articles = folder / "articles.jsonl"
    articles.write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    before = articles.read_bytes()
    assert extract(server, "articles.jsonl", "-o", given) == 2
    assert f"-o {Path(given)}: the articles are read from it" in capsys.readouterr().err
    assert articles.read_bytes() == before
    assert not server.bodies


@pytest.mark.usefixtures("folder")
def test_an_output_in_the_folder_of_the_articles_is_none_of_them(server: Server) -> None:
    server.completes(json.dumps({"records": [RECORD]}))
    for _ in range(2):
        assert extract(server, "in", "-o", "in/out.jsonl", "--no-cache") == 0
    assert len(server.bodies) == 1


def test_nothing_that_is_said_gives_orders_to_a_terminal(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"id": "a\x1b[2J\nllmextract: all is well\u202e", "text": TEXT}
    (folder / "in" / "b.jsonl").write_text(json.dumps(row) + "\n{", encoding="utf-8")
    server.says(400, json.dumps({"error": {"message": "\x1b]0;mine\x07 no\x9b1A"}}).encode())
    assert extract(server, "in", "-o", "out.jsonl") == 1
    assert main(["status", "out.jsonl"]) == 0
    out, err = capsys.readouterr()
    assert r"a\x1b[2J\nllmextract: all is well\u202e: failed" in err
    assert r"\x1b]0;mine\x07 no\x9b1A" in out
    assert all(shown.isprintable() for shown in (out + err).replace("\n", ""))


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no device here is always full")
def test_a_full_disk_below_stdout_is_told() -> None:
    command = [sys.executable, "-m", "llmextract", "schema", "event"]
    with FULL.open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "llmextract: stdout: no space left on device; mend this, then run it again"
    ]


def test_a_users_own_model(
    folder: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mymodels.py").write_text(
        "from pydantic import BaseModel\nclass Town(BaseModel):\n    name: str\n", encoding="utf-8"
    )
    server.completes('{"records": [{"sentences": [1], "name": "Dorva"}]}')
    arguments = ["--schema", "mymodels:Town", "--base-url", server.url, "--model", "m"]
    assert main(["extract", "in", *arguments]) == 0
    (line,) = lines(capsys.readouterr().out)
    assert line["records"][0]["value"] == {"name": "Dorva"}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("class Town(Base:\n", "mymodel_syntax raised SyntaxError"),
        ("class Town(BaseModel): pass\n", "mymodel_name raised NameError: name 'BaseModel'"),
    ],
)
def test_a_module_of_the_users_own_that_fails_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], source: str, told: str
) -> None:
    module = told.split()[0]
    (folder / f"{module}.py").write_text(source, encoding="utf-8")
    assert main(["schema", f"{module}:Town"]) == 2
    assert told in capsys.readouterr().err


def test_the_schema_of_a_users_own_model_names_fields_as_records_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mymatch.py").write_text(
        "from pydantic import BaseModel, Field\n"
        "class Match(BaseModel):\n    home: str = Field(alias='homeTeam')\n",
        encoding="utf-8",
    )
    assert main(["schema", "mymatch:Match"]) == 0
    assert list(json.loads(capsys.readouterr().out)["properties"]) == ["home"]


def stdin(monkeypatch: pytest.MonkeyPatch, *rows: object) -> None:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.usefixtures("folder")
def test_locate_answers_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, {"id": 1, "quote": "the army"}, {"id": 2, "quote": "the navy fled"})
    assert main(["locate", "in/a.txt"]) == 0
    one, two = lines(capsys.readouterr().out)
    assert (one["id"], one["status"], one["start"], one["end"]) == (1, "normalized", 31, 39)
    assert (two["id"], two["status"], two["start"]) == (2, "not_found", None)
    assert {"exact", "region", "others", "code"} <= set(one)


@pytest.mark.usefixtures("folder")
def test_a_bad_line_is_named_and_the_others_are_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(
        monkeypatch, {"id": 1, "quote": "army"}, "{broken", {"id": 2}, {"id": 3, "quote": "Dorva"}
    )
    assert main(["locate", "in/a.txt"]) == 1
    out, err = capsys.readouterr()
    assert [line["id"] for line in lines(out)] == [1, 3]
    assert "line 2: no JSON" in err
    assert "line 3: the field 'quote'" in err


@pytest.mark.parametrize("article", ["a", "a.txt"])
@pytest.mark.usefixtures("folder")
def test_check_judges_records_by_id_or_file_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], article: str
) -> None:
    stdin(monkeypatch, {"id": "x", "article": article, "schema": "event", "record": RECORD})
    assert main(["check", "--articles", "in"]) == 0
    (line,) = lines(capsys.readouterr().out)
    assert (line["id"], line["accepted"]) == ("x", True)
    verdicts = line["verdicts"]
    rejected = [(v["path"], v["code"]) for v in verdicts if v["status"] == "rejected"]
    assert rejected == [("participants[1].mention", "not_found")]
    assert set(verdicts[0]) >= {"path", "status", "code", "span"}


@pytest.mark.parametrize(
    ("policy", "change", "why"),
    [
        pytest.param("drop", {"type": None}, "required", id="nothing-rejected"),
        pytest.param("strict", {}, "the policy is strict", id="strict"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_check_says_why_a_record_falls(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    policy: str,
    change: dict[str, None],
    why: str,
) -> None:
    record = {**RECORD, **change}
    stdin(monkeypatch, {"id": "x", "article": "a", "schema": "event", "record": record})
    assert main(["check", "--articles", "in", "--policy", policy]) == 0
    (line,) = lines(capsys.readouterr().out)
    assert line["accepted"] is False
    (loss,) = [loss for loss in line["losses"] if not loss["path"]]
    assert loss["code"] == "required"
    assert why in loss["detail"]


@pytest.mark.usefixtures("folder")
def test_check_names_a_line_that_it_cannot_judge_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {"id": "x", "article": "a", "schema": "event", "record": RECORD}
    strange = {**good, "schema": "evnt"}
    stdin(monkeypatch, {**good, "article": "b"}, {**good, "schema": 3}, strange, good)
    assert main(["check", "--articles", "in"]) == 1
    out, err = capsys.readouterr()
    assert len(lines(out)) == 1
    assert "line 1: no article 'b'" in err
    assert "line 2: the field 'schema'" in err
    assert "line 3: evnt: no schema of this name; use news, actor" in err


def test_check_names_an_article_that_it_cannot_read_and_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in" / "b.txt").write_bytes(b"Na\xe7ao")
    good = {"id": "x", "article": "a", "schema": "event", "record": RECORD}
    stdin(monkeypatch, good, {**good, "article": "b"})
    assert main(["check", "--articles", "in"]) == 1
    out, err = capsys.readouterr()
    assert len(lines(out)) == 1
    assert "in/b.txt: not UTF-8" in err
    assert "line 2: no article 'b'" in err


def test_check_refuses_two_articles_of_one_id(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in" / "b.jsonl").write_text('{"id": "a", "text": "Norland fell."}', encoding="utf-8")
    stdin(monkeypatch, {"id": "x", "article": "a", "schema": "event", "record": RECORD})
    assert main(["check", "--articles", "in"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "in/a.txt and in/b.jsonl:1: both have the id 'a'" in err


@pytest.mark.parametrize("name", ["news", "actor", "event", "claim"])
def test_schema_prints_json_schema_with_every_label_defined(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    labels = [part["oneOf"] for part in schema["$defs"].values() if "oneOf" in part]
    assert labels
    assert all(option["description"].endswith(".") for options in labels for option in options)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("extract", ("examples:", "--model local", "OPENAI_API_KEY", "exit codes", "rejections")),
        ("locate", ("example:", "not_found", "nearest")),
        ("check", ("examples:", "--from", "verdicts")),
        ("eval", ("examples:", "JSON keys")),
    ],
)
def test_help_teaches(
    capsys: pytest.CaptureFixture[str], command: str, told: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    out = capsys.readouterr().out
    for said in told:
        assert said in out


def test_a_second_signal_at_the_end_ends_in_order_too() -> None:
    """Whoever presses a key twice may do so while the first is told of."""
    script = (
        "import signal; from llmextract import cli;"
        "press = lambda _: signal.raise_signal(signal.SIGINT);"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "cli._COMMANDS['schema'] = cli.say = press;"
        "raise SystemExit(cli.main(['schema', 'event']))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, b"")
