"""Rows 5 to 13: one call survives what the line and the server do to it.

The real SDK against a real server on this machine; in every row other calls go on meanwhile.
"""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import openai
import pytest

from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Reply
from llmextract.errors import Failure
from llmextract.settings import Settings
from tests.faults.server import GOOD, Fault, FaultServer, hangs, head, resets, says, sends, trickles

if TYPE_CHECKING:
    pass

from tests.faults.line import DEADLINE, LOADED, OTHER, WHOLE, Line, blocked, both, failure, struck


@both
@pytest.mark.parametrize("status", [500, 502, 503, 529], ids=lambda s: f"row-05-{s}")
def test_a_server_error_is_believed_after_a_few_tries(
    server: FaultServer, status: int, blocking: bool
) -> None:
    server.does(says(status, b"<html><h1>Bad Gateway</h1></html>", content_type="text/html"))
    line = Line(server.url)
    error = failure(struck(line, blocking=blocking))
    assert (error.kind, error.attempts, len(server.strikes)) == (Failure.TRANSIENT, 3, 3)
    assert len(line.slept) == 2


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        pytest.param(
            400,
            b'{"error": {"message": "no", "code": "context_length_exceeded"}}',
            Failure.TOO_LONG,
            id="row-06-openai",
        ),
        pytest.param(
            400,
            b'{"error": {"code": 400, "message": "the request exceeds the available context size",'
            b' "type": "exceed_context_size_error"}}',
            Failure.TOO_LONG,
            id="row-06-llama",
        ),
        pytest.param(
            400,
            b'{"object": "error", "message": "This model\'s maximum context length is 9 tokens",'
            b' "type": "BadRequestError", "code": 400}',
            Failure.TOO_LONG,
            id="row-06-vllm",
        ),
        pytest.param(413, b"<html>too large</html>", Failure.TOO_LONG, id="row-06-413"),
        pytest.param(
            429,
            b'{"error": {"message": "Request too large for m on tokens per min (TPM)"}}',
            Failure.TOO_LONG,
            id="row-06-above-the-rate",
        ),
        pytest.param(
            400,
            b'{"error": {"message": "unknown parameter in this context"}}',
            Failure.BAD_REQUEST,
            id="row-06-not-every-context",
        ),
        pytest.param(
            400,
            b'{"error": {"message": "filtered", "code": "content_filter"}}',
            Failure.FILTERED,
            id="row-07-400",
        ),
        pytest.param(
            403,
            b'{"error": {"message": "flagged", "code": "content_policy_violation"}}',
            Failure.FILTERED,
            id="row-07-403",
        ),
        pytest.param(
            403,
            b'{"error": {"code": 403, "message": "It is moderated; your input was flagged"}}',
            Failure.FILTERED,
            id="row-07-moderation",
        ),
        pytest.param(
            400,
            b'{"error": {"message": "messages[1].content is no text that this model can read: '
            b'the invalid api key, and insufficient_quota"}}',
            Failure.BAD_REQUEST,
            id="row-04-words-of-the-article",
        ),
    ],
)
def test_what_asking_again_cannot_mend_is_asked_once(
    server: FaultServer, status: int, body: bytes, kind: Failure
) -> None:
    server.does(says(status, body))
    error = failure(struck(Line(server.url)))
    assert (error.kind, error.attempts, len(server.strikes)) == (kind, 1, 1)


@both
def test_nobody_listening_is_unreachable(blocking: bool) -> None:
    """row-08-refused"""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    line = Line(f"http://127.0.0.1:{port}/v1")
    error = failure(struck(line, blocking=blocking, others=0))
    assert (error.kind, error.attempts, len(line.slept)) == (Failure.UNREACHABLE, 3, 2)
    assert str(port) in str(error)


@both
def test_nobody_answering_is_unreachable(blocking: bool) -> None:
    """row-08-silence: what asks for a connection is dropped."""
    with socket.socket() as full, ExitStack() as plugs:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):
            plug = plugs.enter_context(socket.socket())
            plug.setblocking(False)
            plug.connect_ex(full.getsockname())
        line = Line(f"http://127.0.0.1:{full.getsockname()[1]}/v1", timeout=0.2)
        error = failure(struck(line, blocking=blocking, others=0))
    assert (error.kind, error.attempts) == (Failure.UNREACHABLE, 3)
    assert "no connection within 0.2 seconds" in str(error)


def test_a_password_before_the_host_is_not_said() -> None:
    """row-08-password"""
    error = failure(struck(Line("http://desk:hush77@nowhere.invalid/v1"), others=0))
    assert error.kind is Failure.UNREACHABLE
    assert "http://nowhere.invalid/v1 cannot be reached" in str(error)
    assert "hush77" not in str(error)


def test_a_name_nobody_knows_is_unreachable() -> None:
    """row-08-dns"""
    error = failure(struck(Line("http://nowhere.invalid/v1"), others=0))
    assert (error.kind, error.attempts) == (Failure.UNREACHABLE, 3)


def test_an_address_that_is_none_is_not_asked_again() -> None:
    """row-08-scheme"""
    error = failure(struck(Line("ftp://127.0.0.1/v1"), others=0))
    assert (error.kind, error.attempts) == (Failure.BAD_REQUEST, 1)


BREAKS = [
    pytest.param(resets(), id="row-09-reset-before"),
    pytest.param(resets(b"HTTP/1.1 200 OK\r\ncontent-ty"), id="row-09-reset-in-headers"),
    pytest.param(resets(head(200, 500) + b'{"choi'), id="row-09-reset-in-body"),
    pytest.param(sends(b""), id="row-09-closed"),
    pytest.param(sends(b"SMTP? no\r\n\r\n"), id="row-09-not-http"),
    pytest.param(sends(head(200, 5000) + WHOLE), id="row-10-short-body"),
]


@both
@pytest.mark.parametrize("fault", BREAKS)
def test_a_broken_line_is_tried_again(server: FaultServer, fault: Fault, blocking: bool) -> None:
    server.does(fault, fault, says(200, WHOLE))
    ended = struck(Line(server.url), blocking=blocking)
    assert isinstance(ended, Reply)
    assert (ended.text, ended.attempts) == (GOOD, 3)


@pytest.mark.parametrize("fault", BREAKS)
def test_a_line_that_stays_broken_is_transient(server: FaultServer, fault: Fault) -> None:
    server.does(fault)
    error = failure(struck(Line(server.url)))
    assert (error.kind, error.attempts) == (Failure.TRANSIENT, 3)


SLOW = [
    pytest.param(hangs(), id="row-11-hang-before"),
    pytest.param(hangs(b"HTTP/1.1 200 OK\r\n"), id="row-12-hang-in-headers"),
    pytest.param(hangs(head(200, 5000) + WHOLE), id="row-12-hang-in-body"),
    pytest.param(trickles(head(200, 100_000)), id="row-13-trickle"),
    pytest.param(trickles(b"HTTP/1.1 200 OK\r\nx-a: ", drop=b"x"), id="row-13-trickle-in-headers"),
    pytest.param(
        trickles(head(200, None, transfer_encoding="chunked"), drop=b"1\r\n \r\n"),
        id="row-13-trickle-in-chunks",
    ),
]


@both
@pytest.mark.parametrize("fault", SLOW)
def test_a_call_ends_at_its_deadline(server: FaultServer, fault: Fault, blocking: bool) -> None:
    server.does(fault)
    line = Line(server.url, timeout=DEADLINE, tries=1)
    error = failure(struck(line, blocking=blocking))
    assert (error.kind, error.attempts) == (Failure.TRANSIENT, 1)
    assert DEADLINE * 0.9 <= line.spent <= DEADLINE * 1.1 + LOADED


@pytest.mark.parametrize("fault", SLOW)
def test_a_users_blocking_client_is_held_to_its_own_timeout(
    server: FaultServer, fault: Fault
) -> None:
    server.does(fault)
    with openai.OpenAI(base_url=server.url, api_key="k", timeout=DEADLINE) as client:
        endpoint = Endpoint(Settings(model="m", tries=1), client=client)
        assert endpoint.send(OTHER).text == GOOD
        begin = time.monotonic()
        error = failure(asyncio.run(blocked(endpoint)))
        spent = time.monotonic() - begin
        assert endpoint.send(OTHER).text == GOOD
        endpoint.close()
    assert error.kind is Failure.TRANSIENT
    assert DEADLINE * 0.9 <= spent <= DEADLINE * 1.1 + LOADED
