"""The reply cache: what is found again, what is not, and one flight for identical calls."""

import asyncio
import gc
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Message, Reply, Usage
from llmextract.errors import EndpointError, Failure
from llmextract.run.cache import Cached, settings_digest
from llmextract.run.cache.entry import EntryError, is_worth_keeping, pack, request_digest, unpack
from llmextract.settings import Settings
from llmextract.testing import ScriptedModel
from tests.conftest import Server
from tests.run.caching import answered, ask, cached, reply, request

CANARY = "sk-canary-0123456789"
KEY = bytes(32)


def test_what_was_answered_once_is_not_asked_again(tmp_path: Path) -> None:
    assert ask(tmp_path, "a", "b", "a") == (2, [])
    assert ask(tmp_path, "a", "b", "c") == (1, [])


def test_a_reply_from_the_cache_is_the_same_and_took_no_call(tmp_path: Path) -> None:
    with cached(tmp_path) as (cache, _, _):
        assert cache.send(request()) == reply()
        assert cache.send(request()) == replace(reply(), attempts=0)
        assert asyncio.run(cache.asend(request())) == replace(reply(), attempts=0)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"messages": (Message("user", "x"),)}, id="fewer-messages"),
        pytest.param({"messages": request("other").messages}, id="article"),
        pytest.param({"schema": {"type": "array"}}, id="schema"),
        pytest.param({"name": "event"}, id="name"),
        pytest.param({"grammar": None}, id="grammar"),
        pytest.param({"max_tokens": 100}, id="max-tokens"),
    ],
)
def test_any_other_request_is_asked(tmp_path: Path, change: dict[str, Any]) -> None:
    with cached(tmp_path) as (cache, model, _):
        cache.send(request())
        cache.send(replace(request(), **change))
        assert len(model.requests) == 2


@pytest.mark.parametrize(("name", "settings"), [("other", "s"), ("scripted", "other")])
def test_another_model_or_other_settings_are_asked(
    tmp_path: Path, name: str, settings: str
) -> None:
    ask(tmp_path, "a")
    model = ScriptedModel(answered, name=name)
    cache = Cached(model, tmp_path, settings_digest=settings)
    cache.send(request("a"))
    cache.close()
    assert len(model.requests) == 1


def digest(**changes: Any) -> bytes:
    return request_digest(replace(request(), **changes), model="m", settings="s")


def test_the_order_of_properties_is_part_of_a_request() -> None:
    assert digest(schema={"a": 1, "b": 2}) != digest(schema={"b": 2, "a": 1})


def test_two_halves_of_a_character_are_not_the_character() -> None:
    whole, halves = "\U0001f600", "\ud83d\ude00"
    assert digest(messages=(Message("user", whole),)) != digest(messages=(Message("user", halves),))


@pytest.mark.parametrize(
    "change",
    [
        {"temperature": 0.5},
        {"temperature": None},
        {"seed": 1},
        {"extra_body": {"top_k": 1}},
        {"base_url": "http://other/v1"},
        {"base_url": "http://host:81/v1"},
        {"base_url": "http://host/v2"},
        {"model": "local"},
        {"model": "m.gguf"},
    ],
    ids=str,
)
def test_settings_that_change_answers_change_the_digest(change: dict[str, Any]) -> None:
    settings = Settings(model="m", base_url="http://host/v1")
    assert settings_digest(settings.model_copy(update=change)) != settings_digest(settings)


@pytest.mark.parametrize(
    "change",
    [
        {"api_key": CANARY},
        {"base_url": f"http://me:{CANARY}@HOST/v1/?key={CANARY}"},
        {"timeout": 1.0},
        {"tries": 9},
        {"cache_dir": Path("elsewhere")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_settings_that_do_not_change_answers_leave_the_digest(change: dict[str, Any]) -> None:
    settings = Settings(model="m", base_url="http://host/v1")
    assert settings_digest(settings.model_copy(update=change)) == settings_digest(settings)


def test_another_model_file_of_the_same_name_is_another_model(tmp_path: Path) -> None:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"one")
    before = settings_digest(Settings(model=str(file)))
    file.write_bytes(b"other")
    assert settings_digest(Settings(model=str(file))) != before


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(Reply('{"records": []}', finish_reason="length"), id="cut"),
        pytest.param(Reply('{"records": [{"sen'), id="torn"),
        pytest.param(Reply('{"records": []}', finish_reason=None), id="unfinished"),
        pytest.param(Reply('{"records": []}', refusal="I cannot"), id="refused"),
        pytest.param(Reply("I cannot", finish_reason="content_filter"), id="filtered"),
        pytest.param(Reply("Here you are!"), id="no-json"),
        pytest.param(Reply(" "), id="blank"),
        pytest.param(Reply(None), id="empty"),
    ],
)
def test_a_bad_reply_is_not_kept(tmp_path: Path, bad: Reply) -> None:
    for _ in range(2):
        with cached(tmp_path, ScriptedModel([bad])) as (cache, model, told):
            assert cache.send(request()) == bad
            assert len(model.requests) == 1
            assert not told


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    with cached(tmp_path, ScriptedModel([EndpointError("no", kind=Failure.EMPTY), []])) as made:
        with pytest.raises(EndpointError, match="no"):
            made[0].send(request())
        assert made[0].send(request()).attempts == 1


texts = st.text(st.characters(exclude_categories=()))
counts = st.none() | st.integers(min_value=0)


@given(texts, st.builds(Usage, counts, counts, counts), st.none() | st.just(""), st.binary())
def test_what_is_packed_is_unpacked(
    text: str, usage: Usage, refusal: str | None, key: bytes
) -> None:
    kept = Reply("x" + text, "stop", refusal, usage, text, attempts=0)
    assert unpack(key, pack(key, kept)) == kept
    with pytest.raises(EntryError):
        unpack(key + b"x", pack(key, kept))


@given(st.integers(0, len(pack(KEY, reply())) - 1), st.integers(1, 255))
def test_no_byte_of_an_entry_can_change(position: int, change: int) -> None:
    entry = bytearray(pack(KEY, reply()))
    entry[position] ^= change
    with pytest.raises(EntryError):
        unpack(KEY, bytes(entry))


@pytest.mark.parametrize("entry", [None, 1, "text", b"", bytes(32), bytes(64)], ids=repr)
def test_what_is_no_entry_is_told_apart(entry: object) -> None:
    with pytest.raises(EntryError):
        unpack(KEY, entry)


def test_every_reply_of_these_tests_is_worth_keeping() -> None:
    assert is_worth_keeping(reply())


def test_no_key_reaches_the_files(tmp_path: Path, server: Server) -> None:
    server.completes(f'{{"records": [{{"name": "{CANARY}"}}]}}', echoed=CANARY)
    settings = Settings(model="m", base_url=server.url, api_key=SecretStr(CANARY))
    cache = Cached(Endpoint(settings), tmp_path, settings_digest=settings_digest(settings))
    cache.send(request())
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    cache.close()
    assert f"Bearer {CANARY}" in server.headers[0]["authorization"]
    assert any(b"records" in data for data in written.values())
    assert not any(CANARY.encode() in data for data in written.values())


def test_only_the_user_may_read_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "replies"
    with cached(folder) as (cache, _, _):
        cache.send(request())
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert modes == {"cache.db": 0o600, "cache.db-wal": 0o600, "cache.db-shm": 0o600}


def test_a_folder_that_others_may_read_is_tightened(tmp_path: Path) -> None:
    ask(tmp_path, "a")
    tmp_path.chmod(0o755)
    (tmp_path / "cache.db").chmod(0o644)
    assert ask(tmp_path, "a") == (0, [])
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "cache.db").stat().st_mode & 0o777 == 0o600


def test_the_oldest_replies_make_room(tmp_path: Path) -> None:
    articles = [f"{number} " + "x" * 2000 for number in range(150)]
    with cached(tmp_path, size_limit=200_000) as (cache, model, told):
        for article in articles:
            cache.send(request(article))
        cache.send(request(articles[-1]))
        assert len(model.requests) == 150
        cache.send(request(articles[0]))
        assert len(model.requests) == 151
        assert not told
    assert (tmp_path / "cache.db").stat().st_size < 250_000


def test_a_reply_too_large_for_the_cache_is_not_kept(tmp_path: Path) -> None:
    with cached(tmp_path, size_limit=50_000) as (cache, model, _):
        for article in ("small", "x" * 10_000, "small", "x" * 10_000):
            cache.send(request(article))
        assert len(model.requests) == 3


def test_a_closed_cache_opens_again(tmp_path: Path) -> None:
    with cached(tmp_path) as (cache, model, _):
        cache.send(request())
        cache.close()
        cache.send(request())
        assert len(model.requests) == 1


def test_no_thread_and_no_connection_is_left(tmp_path: Path) -> None:
    with cached(tmp_path) as (cache, _, _), ThreadPoolExecutor(8) as pool:
        list(pool.map(cache.send, [request(str(number)) for number in range(32)]))
    gc.collect()  # a connection left open would warn, and warnings are errors
    assert not [thread for thread in threading.enumerate() if "cache" in thread.name]
    assert [path.name for path in tmp_path.iterdir()] == ["cache.db"]


CHILD = """
import sys
from pathlib import Path
from tests.conftest import Server
from tests.run.caching import ask
calls, told = ask(Path(sys.argv[1]), *map(str, range(40)))
print(calls, told)
"""


def test_processes_share_a_cache(tmp_path: Path) -> None:
    folder = tmp_path / "replies"
    command = [sys.executable, "-c", CHILD, str(folder)]
    root = Path(__file__).resolve().parents[2]
    children = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    told = [child.communicate(timeout=60)[0].split(maxsplit=1)[1] for child in children]
    assert told == ["[]\n"] * 4
    assert ask(folder, *map(str, range(40))) == (0, [])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_asks_without_the_cache(tmp_path: Path) -> None:
    with cached(tmp_path) as (cache, _, _):
        cache.send(request())
        child = os.fork()
        if not child:
            os._exit(0 if cache.send(request()).attempts == 1 else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert cache.send(request()).attempts == 0
