"""The endpoint: the real SDK against a real server on this machine."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx2
import openai
import pytest

from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Message, Reply, Request, Usage
from llmextract.errors import EndpointError, Failure, SettingsError
from llmextract.settings import Settings

if TYPE_CHECKING:
    from tests.conftest import Server

REQUEST = Request(
    (Message("system", "{{ s }}"), Message("user", "{% u %}")),
    {"type": "object"},
    "event",
    max_tokens=7,
)


def endpoint(url: str, **settings: object) -> Endpoint:
    return Endpoint(
        Settings.model_validate({"model": "m", "base_url": url, "tries": 2, **settings})
    )


def ask(server: Server, **settings: object) -> Reply:
    """Ask in both ways; they must agree."""
    blocking = endpoint(server.url, **settings)
    answers = list(server.answers)
    reply = blocking.send(REQUEST)
    blocking.close()
    server.answers = answers

    async def again() -> Reply:
        asynchronous = endpoint(server.url, **settings)
        try:
            return await asynchronous.asend(REQUEST)
        finally:
            await asynchronous.aclose()

    assert asyncio.run(again()) == reply
    return reply


def test_what_is_asked_reaches_the_server_as_it_is(server: Server) -> None:
    server.completes("{}")
    ask(server, temperature=0.5, seed=3, extra_body={"grammar": "root"}, api_key="sk-test")
    assert json.loads(server.bodies[0]) == {
        "model": "m",
        "messages": [
            {"role": "system", "content": "{{ s }}"},
            {"role": "user", "content": "{% u %}"},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "event", "strict": True, "schema": {"type": "object"}},
        },
        "max_tokens": 7,
        "temperature": 0.5,
        "seed": 3,
        "grammar": "root",
    }
    assert server.bodies[0] == server.bodies[1]
    assert server.headers[0]["authorization"] == "Bearer sk-test"


def test_a_grammar_takes_the_place_of_the_schema(server: Server) -> None:
    """With both, llama.cpp lets the schema win without a word."""
    server.completes("{}")
    endpoint(server.url).send(replace(REQUEST, grammar="root ::= [a-z]"))
    body = json.loads(server.bodies[0])
    assert body["grammar"] == "root ::= [a-z]"
    assert "response_format" not in body


def test_a_reply_is_told_apart(server: Server) -> None:
    server.completes("hello", finish_reason="length")
    reply = ask(server)
    assert (reply.text, reply.finish_reason, reply.refusal) == ("hello", "length", None)
    assert reply.usage == Usage(10, 5)
    assert json.loads(reply.raw)["choices"][0]["message"]["content"] == "hello"


def test_a_refusal_is_no_text(server: Server) -> None:
    server.completes(None, refusal="no")
    assert ask(server).refusal == "no"


def test_missing_usage_is_unknown_not_zero(server: Server) -> None:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "x"}}
    body = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    server.says(200, json.dumps(body).encode())
    assert ask(server).usage == Usage(None, None, None)


@pytest.mark.parametrize(
    ("status", "body", "kind", "calls"),
    [
        pytest.param(401, b'{"error": {"message": "bad key"}}', Failure.BAD_KEY, 1, id="401"),
        pytest.param(403, b"{}", Failure.BAD_KEY, 1, id="403"),
        pytest.param(404, b"{}", Failure.BAD_REQUEST, 1, id="404"),
        pytest.param(
            429, b'{"error": {"code": "insufficient_quota"}}', Failure.SPENT_QUOTA, 1, id="quota"
        ),
        pytest.param(
            400, b'{"error": {"code": "context_length_exceeded"}}', Failure.TOO_LONG, 1, id="long"
        ),
        pytest.param(
            400, b'{"error": {"code": "content_filter"}}', Failure.FILTERED, 1, id="filter"
        ),
        pytest.param(400, b"{}", Failure.BAD_REQUEST, 1, id="400"),
        pytest.param(500, b"<html>", Failure.TRANSIENT, 2, id="500"),
        pytest.param(529, b"{}", Failure.TRANSIENT, 2, id="529"),
        pytest.param(200, b"<html>hello</html>", Failure.BAD_RESPONSE, 2, id="html"),
        pytest.param(200, b"", Failure.BAD_RESPONSE, 2, id="empty-body"),
        pytest.param(200, b"null", Failure.BAD_RESPONSE, 2, id="null-body"),
        pytest.param(200, b"[]", Failure.BAD_RESPONSE, 2, id="list-body"),
        pytest.param(200, b"\xff\xfe", Failure.BAD_RESPONSE, 2, id="not-utf8"),
        pytest.param(200, b'{"choices": []}', Failure.BAD_RESPONSE, 2, id="no-choices"),
        pytest.param(200, b'{"choices": null}', Failure.BAD_RESPONSE, 2, id="null-choices"),
        pytest.param(
            200, b'{"error": {"message": "sorry"}}', Failure.BAD_RESPONSE, 2, id="error-with-200"
        ),
        pytest.param(200, b'{"choices": [{}]}', Failure.BAD_RESPONSE, 2, id="empty-choice"),
    ],
)
def test_a_failure_has_a_kind(
    server: Server, status: int, body: bytes, kind: Failure, calls: int
) -> None:
    server.says(status, body)
    with pytest.raises(EndpointError) as caught:
        ask(server)
    assert (caught.value.kind, caught.value.attempts, len(server.bodies)) == (kind, calls, calls)


def test_a_fault_that_passes_is_tried_again(server: Server) -> None:
    server.says(503, b"")
    server.completes("there")
    reply = ask(server)
    assert (reply.text, reply.attempts) == ("there", 2)


def test_a_long_wait_is_deferred_at_once(server: Server) -> None:
    server.says(429, b"{}", **{"retry-after": "600"})
    with pytest.raises(EndpointError, match="600 seconds") as caught:
        ask(server)
    assert (caught.value.kind, len(server.bodies)) == (Failure.DEFERRED, 1)


@pytest.mark.parametrize("wait", ["-1", "soon", "nan"])
def test_a_senseless_wait_is_ignored(server: Server, wait: str) -> None:
    server.says(429, b"{}", **{"retry-after": wait})
    server.completes("there")
    assert ask(server).attempts == 2


def test_nobody_listening_is_unreachable() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(EndpointError, match=f"127.0.0.1:{port}.*check the base URL") as caught:
        endpoint(f"http://127.0.0.1:{port}/v1").send(REQUEST)
    assert (caught.value.kind, caught.value.attempts) == (Failure.UNREACHABLE, 2)


def test_the_users_own_client_is_used(server: Server) -> None:
    server.completes("hi")
    with openai.OpenAI(
        base_url=server.url, api_key="sk-own", default_headers={"x-team": "desk"}, max_retries=5
    ) as client:
        mine = Endpoint(Settings(model="m"), client=client)
        assert mine.send(REQUEST).text == "hi"
        assert asyncio.run(mine.asend(REQUEST)).text == "hi"
    assert [(h["x-team"], h["authorization"]) for h in server.headers] == [
        ("desk", "Bearer sk-own")
    ] * 2


def test_the_users_client_is_not_retried_by_the_sdk(server: Server) -> None:
    server.says(500, b"")
    with openai.OpenAI(base_url=server.url, api_key="k", max_retries=5) as client:
        mine = Endpoint(Settings(model="m", tries=1), client=client)
        with pytest.raises(EndpointError):
            mine.send(REQUEST)
    assert len(server.bodies) == 1


def test_the_users_own_timeout_is_the_deadline(server: Server) -> None:
    server.completes("hi")
    with openai.OpenAI(base_url=server.url, api_key="k", timeout=7.5) as client:
        mine = Endpoint(Settings(model="m", timeout=120), client=client)
        assert mine.send(REQUEST).text == "hi"
        mine.close()
    assert server.headers[0]["x-stainless-read-timeout"] == "7.5"


def test_what_the_users_http_client_adds_is_kept(server: Server) -> None:
    """Headers, hooks and proxies live there, and the guard must not lose them."""
    server.completes("hi")
    seen: list[str] = []

    def look(request: httpx2.Request) -> None:
        seen.append(request.method)

    hooks = {"request": [look]}
    with httpx2.Client(headers={"x-desk": "foreign"}, event_hooks=hooks) as http:
        client = openai.OpenAI(base_url=server.url, api_key="k", http_client=http)
        assert Endpoint(Settings(model="m"), client=client).send(REQUEST).text == "hi"
        assert not http.is_closed
    assert (server.headers[0]["x-desk"], seen) == ("foreign", ["POST"])


def test_blocking_calls_go_on_after_a_loop_was_closed(server: Server) -> None:
    server.completes("hi")
    mine = endpoint(server.url)
    assert mine.send(REQUEST).text == "hi"
    assert asyncio.run(mine.asend(REQUEST)).text == "hi"
    assert asyncio.run(mine.asend(REQUEST)).text == "hi"
    mine.close()
    assert mine.send(REQUEST).text == "hi"
    mine.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_forked_child_can_call(server: Server) -> None:
    """Threads do not survive a fork, and the loop of blocking calls lives in one."""
    server.completes("hi")
    mine = endpoint(server.url)
    mine.send(REQUEST)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking with threads, since 3.12
        child = os.fork()
    if not child:
        os._exit(0 if mine.send(REQUEST).text == "hi" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    mine.close()


def test_an_asynchronous_client_cannot_block() -> None:
    client = openai.AsyncOpenAI(base_url="http://127.0.0.1:9/v1", api_key="k")
    with pytest.raises(SettingsError, match="client: it is asynchronous; await aextract"):
        Endpoint(Settings(model="m"), client=client).send(REQUEST)


def test_an_empty_address_in_the_environment_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK would take it for the address, and every call would fail."""
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    settings = Settings.load(model="m", api_key="k")
    asked: list[str] = []

    async def note(_: object, request: httpx2.Request, **__: object) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(400, request=request)

    monkeypatch.setattr("llmextract.ask.guard.Direct.send", note)
    with pytest.raises(EndpointError, match="400"):
        Endpoint(settings).send(REQUEST)
    assert asked == ["https://api.openai.com/v1/chat/completions"]


def test_a_key_stands_in_no_error(server: Server) -> None:
    server.says(500, b"{}")
    with pytest.raises(EndpointError) as caught:
        ask(server, api_key="sk-canary-123456")
    assert "canary" not in repr(caught.value) + str(caught.value)
