"""Cassettes: recorded once, replayed anywhere, without a secret in them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest
from pydantic import BaseModel

from llmextract import Article, Extractor, cassette
from llmextract.errors import CassetteError
from llmextract.run.batch import Tape

if TYPE_CHECKING:
    from tests.conftest import Server

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = Article(text="Rebels seized “Dorva”, {{ they }} said.", id="a")
REPLY = (
    '{"records": [{"sentences": [1], "place": "“Dorva”"}, {"sentences": [1], "place": "Moscow"}]}'
)
NOWHERE = "http://127.0.0.1:9/v1"
KEY = "sk-canary-0123456789"


class Town(BaseModel):
    place: str


def record(server: Server, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.completes(REPLY)
    with cassette(path, record=True), Extractor(Town, model="m", base_url=server.url) as extractor:
        return extractor.extract(ARTICLE).to_json()


def test_a_replay_gives_the_recorded_result_at_any_base_url(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deep" / "tape.yaml"
    recorded = record(server, path, monkeypatch)
    calls = len(server.bodies)
    with cassette(path):
        assert Extractor(Town, model="m", base_url=NOWHERE).extract(ARTICLE).to_json() == recorded
        extraction = asyncio.run(Extractor(Town, model="m", base_url=NOWHERE).aextract(ARTICLE))
        assert extraction.to_json() == recorded
    assert len(server.bodies) == calls == 1
    assert "Moscow" in recorded


def test_no_secret_reaches_the_cassette(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither from a header, nor from a server that repeats the key in its reply."""
    path = tmp_path / "tape.yaml"
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.says(
        401, f'{{"error": {{"message": "wrong key: {KEY}"}}}}'.encode(), **{"set-cookie": KEY}
    )
    with cassette(path, record=True):
        Extractor(Town, model="m", base_url=server.url).extract(ARTICLE)
    text = path.read_text(encoding="utf-8")
    assert "wrong key" in text
    assert "canary" not in text
    assert "cookie" not in text.lower()
    assert "127.0.0.1" not in text


def test_recorded_text_is_never_normalised(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tape.yaml"
    record(server, path, monkeypatch)
    with cassette(path):
        extraction = Extractor(Town, model="m", base_url=NOWHERE).extract(ARTICLE)
    assert extraction.records[0].value == Town(place="“Dorva”")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
def test_a_cassette_that_the_disk_does_not_take_is_named(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "tape.yaml").symlink_to("/dev/full")
    transport = httpx2.HTTPTransport.handle_request
    with pytest.raises(OSError, match="No space left") as told:
        record(server, path, monkeypatch)
    assert told.value.filename == str(path)
    assert httpx2.HTTPTransport.handle_request is transport, "the process is still patched"


@pytest.mark.parametrize("change", ["article", "schema", "settings"])
def test_a_changed_call_misses_and_says_how_to_record(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    class Village(BaseModel):
        place: str

    path = tmp_path / "tape.yaml"
    record(server, path, monkeypatch)
    with cassette(path):
        extractor = Extractor(
            Village if change == "schema" else Town,
            model="m",
            base_url=NOWHERE,
            seed=7 if change == "settings" else None,
        )
        article = Article(text="Rebels fled.", id="a") if change == "article" else ARTICLE
        extraction = extractor.extract(article)
    assert extraction.status == "failed"
    assert [error.kind for error in extraction.errors] == ["cassette"]
    assert "make record" in extraction.errors[0].message
    assert "--record" in extraction.errors[0].message


def test_a_call_to_another_model_misses_and_says_so(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(server, tmp_path / "tape.yaml", monkeypatch)
    with cassette(tmp_path / "tape.yaml"):
        extraction = Extractor(Town, model="other", base_url=NOWHERE).extract(ARTICLE)
    assert "it asks 'other', the recording is of 'm'" in extraction.errors[0].message


def test_a_missing_cassette_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(CassetteError, match=r"none\.yaml.*record"),
        cassette(tmp_path / "none.yaml"),
    ):
        pass


@pytest.mark.parametrize("text", ["{", "a: [b", "just text"])
def test_an_unreadable_cassette_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tape.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CassetteError, match=r"tape\.yaml"), cassette(path):
        pass


def test_there_is_one_cassette_at_a_time(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(server, tmp_path / "a.yaml", monkeypatch)
    with (
        cassette(tmp_path / "a.yaml"),
        pytest.raises(CassetteError, match="one at a time"),
        cassette(tmp_path / "a.yaml"),
    ):
        pass


def test_other_traffic_is_none_of_ours(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "tape.yaml"
    server.says(200, b"other")
    with cassette(path, record=True):
        request = urllib.request.Request(f"{server.url}/models", data=b"x", method="POST")  # noqa: S310
        with urllib.request.urlopen(request) as reply:  # noqa: S310
            assert reply.read() == b"other"
    assert not path.exists()


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        pytest.param("000_e095", "000_e095.yaml", id="plain"),
        pytest.param("../../etc/passwd", "a3a7a8d4d4cd3a8a.yaml", id="path"),
        pytest.param("", "", id="empty"),
    ],
)
def test_cassettes_of_articles_have_safe_names(tmp_path: Path, identity: str, name: str) -> None:
    path = Tape(tmp_path, record=False).path(Article(text="A b.", id=identity))
    assert path.parent == tmp_path
    assert "/" not in path.name
    assert path.name == name or identity != "000_e095"


def test_a_new_process_replays_its_first_article(tmp_path: Path) -> None:
    """What carries calls loads with the first of them, inside the cassette."""
    (seed,) = (ROOT / "seeds").glob("001_*.txt")
    command = [sys.executable, "-m", "llmextract", "extract", str(seed), "--model", "local"]
    out = tmp_path / "out.jsonl"
    done = subprocess.run(
        [*command, "--replay", str(ROOT / "cassettes"), "-o", str(out)], check=False
    )
    assert done.returncode == 0
    assert json.loads(out.read_text(encoding="utf-8"))["status"] == "ok"


@pytest.mark.parametrize("place", ["file/tape.yaml", "folder"])
def test_a_place_that_takes_no_recording_is_told_at_once(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    told = pytest.raises(CassetteError, match="folder that can be written")
    with told, cassette(tmp_path / place, record=True):
        pytest.fail("calls would be lost")
