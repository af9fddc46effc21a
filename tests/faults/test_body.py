"""Rows 14, 15, 24 and 27: whatever comes as a body, nothing breaks and nothing leaks.

The real SDK against a real server on this machine; in every row other calls go on meanwhile.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import openai
import pytest

from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Reply, Usage
from llmextract.errors import Failure
from llmextract.run.limits import Limits
from llmextract.settings import Settings
from tests.faults.server import (
    GOOD,
    Fault,
    FaultServer,
    bomb,
    completion,
    floods,
    hangs,
    head,
    says,
    trickles,
)

if TYPE_CHECKING:
    pass

from tests.faults.line import WHOLE, Ended, Line, attempt, blocked, both, failure, struck


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<html><body>Sign in</body></html>", id="row-14-html"),
        pytest.param(b"", id="row-14-empty"),
        pytest.param(b"null", id="row-14-null"),
        pytest.param(b"[]", id="row-14-list"),
        pytest.param(b'"text"', id="row-14-string"),
        pytest.param(b"\xff\xfe{", id="row-14-no-utf8"),
        pytest.param(b"[" * 100_000, id="row-14-deep"),
        pytest.param(b'{"a": ' + b"9" * 5000 + b"}", id="row-14-huge-number"),
        pytest.param(b"{}", id="row-15-empty-object"),
        pytest.param(b'{"error": {"message": "sorry"}}', id="row-15-error"),
        pytest.param(b'{"error": "sorry"}', id="row-15-error-in-words"),
        pytest.param(b'{"choices": []}', id="row-15-no-choices"),
        pytest.param(b'{"choices": null}', id="row-15-null-choices"),
        pytest.param(b'{"choices": {}}', id="row-15-choices-no-list"),
        pytest.param(b'{"choices": [{}]}', id="row-15-no-message"),
        pytest.param(b'{"choices": [null]}', id="row-15-null-choice"),
        pytest.param(
            b'{"choices": [{"message": {"content": ""}, "finish_reason": "error"}]}',
            id="row-15-failed-choice",
        ),
        pytest.param(gzip.compress(WHOLE)[:40], id="row-24-torn-gzip"),
    ],
)
def test_a_body_that_is_no_completion_is_asked_for_twice(server: FaultServer, body: bytes) -> None:
    packed = {"content_encoding": "gzip"} if body[:2] == b"\x1f\x8b" else {}
    server.does(says(200, body, **packed))
    error = failure(struck(Line(server.url)))
    assert (error.kind, error.attempts, len(server.strikes)) == (Failure.BAD_RESPONSE, 2, 2)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        pytest.param({"code": 429, "message": "slow down"}, Failure.DEFERRED, id="row-15-429"),
        pytest.param({"code": 502, "message": "provider"}, Failure.TRANSIENT, id="row-15-502"),
        pytest.param({"code": "insufficient_quota"}, Failure.SPENT_QUOTA, id="row-15-quota"),
    ],
)
def test_an_error_behind_a_good_status_is_what_it_says(
    server: FaultServer, error: dict[str, object], kind: Failure
) -> None:
    server.does(says(200, json.dumps({"error": error}).encode()))
    assert failure(struck(Line(server.url))).kind is kind


@pytest.mark.parametrize(
    ("body", "usage"),
    [
        pytest.param(completion(GOOD, usage=False), Usage(), id="row-15-no-usage"),
        pytest.param(
            completion(GOOD).replace(b'"prompt_tokens": 10', b'"prompt_tokens": 1' + b"0" * 30),
            Usage(None, 5),
            id="row-15-more-than-any-call",
        ),
        pytest.param(
            WHOLE.replace(b'"prompt_tokens": 10', b'"prompt_tokens": null'),
            Usage(None, 5),
            id="row-15-null-count",
        ),
        pytest.param(
            WHOLE.replace(b'"prompt_tokens": 10', b'"prompt_tokens": "ten"'),
            Usage(None, 5),
            id="row-15-count-in-words",
        ),
    ],
)
def test_what_was_not_counted_is_unknown(server: FaultServer, body: bytes, usage: Usage) -> None:
    server.does(says(200, body))
    ended = struck(Line(server.url))
    assert isinstance(ended, Reply)
    assert ended.usage == usage


@both
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(floods(20), id="row-24-20MB"),
        pytest.param(says(200, bomb(64), content_encoding="gzip"), id="row-24-gzip-bomb"),
        pytest.param(says(500, bomb(64), content_encoding="gzip"), id="row-24-bomb-with-500"),
        pytest.param(
            says(200, gzip.compress(bomb(64)), content_encoding="gzip, gzip"),
            id="row-24-bomb-in-a-bomb",
        ),
    ],
)
def test_a_flood_is_cut(server: FaultServer, fault: Fault, blocking: bool) -> None:
    server.does(fault)
    error = failure(struck(Line(server.url), blocking=blocking))
    assert (error.kind, error.attempts) == (Failure.BAD_RESPONSE, 2)
    assert "8 MiB" in str(error)


CHILD = """
import re, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_DATA, (400 << 20, 400 << 20))
from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Message, Request
from llmextract.errors import EndpointError
from llmextract.settings import Settings
endpoint = Endpoint(Settings(model="m", base_url=sys.argv[1]))
request = Request((Message("user", "STRUCK"),), {"type": "object"}, "event")
try:
    endpoint.send(request)
except EndpointError as error:
    # The peak of this program; ru_maxrss would count the parent it was forked from.
    peak = re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1]
    sys.stdout.write(f"{error.kind} {peak}")
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the peak from Linux")
def test_a_large_gzip_bomb_costs_little_memory(server: FaultServer) -> None:
    """row-24-memory: in a process of its own, below a limit that the bomb would break."""
    server.does(says(200, bomb(300), content_encoding="gzip"))
    child = subprocess.run(
        [sys.executable, "-c", CHILD, server.url],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    kind, kilobytes = child.stdout.split()
    assert kind == Failure.BAD_RESPONSE
    assert int(kilobytes) < 200 * 1024


def test_a_large_reply_below_the_cap_is_read(server: FaultServer) -> None:
    """row-24-below"""
    server.does(floods(7))
    assert isinstance(struck(Line(server.url)), Reply)


@both
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308], ids=lambda s: f"row-27-{s}")
def test_a_redirect_is_refused(server: FaultServer, status: int, blocking: bool) -> None:
    server.does(says(status, location=f"{server.url}/elsewhere"))
    error = failure(struck(Line(server.url), blocking=blocking))
    assert (error.kind, error.attempts, len(server.strikes)) == (Failure.BAD_REQUEST, 1, 1)
    assert "elsewhere" in str(error)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        pytest.param(
            says(302, location="http://127.0.0.1:9/"), Failure.BAD_REQUEST, id="row-27-own-client"
        ),
        pytest.param(
            says(200, bomb(64), content_encoding="gzip"),
            Failure.BAD_RESPONSE,
            id="row-24-own-client",
        ),
    ],
)
def test_the_users_own_client_is_guarded_too(
    server: FaultServer, fault: Fault, kind: Failure
) -> None:
    server.does(fault)
    with openai.OpenAI(base_url=server.url, api_key="k") as client:
        endpoint = Endpoint(Settings(model="m", tries=1), client=client)
        assert failure(asyncio.run(blocked(endpoint))).kind in (
            Failure.BAD_REQUEST,
            Failure.BAD_RESPONSE,
        )
        endpoint.close()

    async def run() -> Ended:
        async with openai.AsyncOpenAI(base_url=server.url, api_key="k") as client:
            return await attempt(Endpoint(Settings(model="m", tries=1), client=client))

    assert failure(asyncio.run(run())).kind is kind
    assert len(server.strikes) == 2


@pytest.mark.parametrize("status", [401, 200])
def test_a_server_that_repeats_the_key_puts_it_in_no_error(
    server: FaultServer, status: int
) -> None:
    key = "sk-canary-0123456789"
    server.does(says(status, f'{{"error": {{"message": "wrong key {key}"}}}}'.encode()))
    error = failure(struck(Line(server.url, api_key=key), others=0))
    assert "wrong key" in str(error)
    assert "canary" not in f"{error!r} {error} {error.reply}"
    assert "canary" not in "".join(traceback.format_exception(error))


@pytest.mark.parametrize("name", ["prompt_tokens", "created"])
def test_a_number_that_is_none_costs_no_reply(server: FaultServer, name: str) -> None:
    """row-15-huge-number"""
    body = re.sub(rf'"{name}": [0-9]+'.encode(), f'"{name}": {"9" * 5000}'.encode(), WHOLE)
    server.does(says(200, body))
    reply = struck(Line(server.url), others=0)
    assert isinstance(reply, Reply)
    assert reply.usage.prompt_tokens == (None if name == "prompt_tokens" else 10)


def test_thoughts_among_the_parts_of_a_message_are_no_answer(server: FaultServer) -> None:
    """row-20-parts"""
    thought = {"type": "reasoning", "text": '{"records": []} or not?'}
    server.does(says(200, completion([thought, {"type": "text", "text": GOOD}])))
    reply = struck(Line(server.url), others=0)
    assert isinstance(reply, Reply)
    assert reply.text == GOOD


def test_a_redirect_that_repeats_the_key_puts_it_in_no_error(server: FaultServer) -> None:
    """row-27-key"""
    key = "sk-canary-0123456789"
    server.does(says(307, location=f"https://login.example/?key={key}"))
    error = failure(struck(Line(server.url, api_key=key), others=0))
    assert "login.example" in str(error)
    assert "canary" not in "".join(traceback.format_exception(error))


@pytest.mark.parametrize("escape", ["\\u0073", "\\\\u0073", "%73"])
def test_a_key_that_is_repeated_in_another_form_is_in_no_reply(
    server: FaultServer, escape: str
) -> None:
    key = "sk-canary-0123456789"
    body = completion('{"records": [{"sentences": [1], "said": "KEY"}]}')
    server.does(says(200, body.replace(b"KEY", f"{escape}{key[1:]}".encode())))
    reply = struck(Line(server.url, api_key=key), others=0)
    assert isinstance(reply, Reply)
    assert reply.parsed.records == ({"sentences": [1], "said": "[redacted]"},)
    assert "canary" not in reply.raw


def test_a_thread_left_behind_ends_by_itself(server: FaultServer) -> None:
    """row-13-thread: a user's blocking client keeps none busy for ever."""
    server.does(trickles(head(200, 100_000)))
    with openai.OpenAI(base_url=server.url, api_key="k", timeout=0.2) as client:
        endpoint = Endpoint(Settings(model="m", tries=1), client=client)
        assert failure(asyncio.run(blocked(endpoint))).kind is Failure.TRANSIENT
        end = time.monotonic() + 1.0
        while any(thread.name == "llmextract-call" for thread in threading.enumerate()):
            assert time.monotonic() < end
            time.sleep(0.01)
        endpoint.close()


def test_an_interrupted_call_leaves_nothing_behind(server: FaultServer) -> None:
    """A cancelled call is told to the pace, and its connection is closed."""
    server.does(hangs())
    limits = Limits(budget_tokens=10_000)

    async def run() -> None:
        endpoint = Line(server.url).endpoint(pace=limits)
        task = asyncio.create_task(attempt(endpoint))
        while not server.strikes:
            await asyncio.sleep(0.005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await endpoint.aclose()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(run())
    assert (limits.budget.reserved_tokens, limits.budget.spent_tokens) == (0, 0)
