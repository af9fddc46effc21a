"""Connections of our own: kept open, never reused when in doubt, and left out where others see."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx2
import pytest

from llmextract.ask.connections import Connections
from llmextract.ask.guard import Direct

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"


@asynccontextmanager
async def served(act: Serve) -> AsyncGenerator[str]:
    """A server of raw bytes; gives its URL."""
    tasks: set[asyncio.Task[None] | None] = set()

    async def serve(reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.current_task())
        try:
            await act(reader, line)
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            line.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        for task in tasks:
            if task is not None:
                task.cancel()
        await asyncio.sleep(0.01)


async def request_of(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    assert b"content-length: 2" in head.lower()
    return head + await reader.readexactly(2)


def answering(*answers: bytes, log: list[bytes] | None = None) -> Serve:
    """Each connection answers one request after the other with these bytes, then closes."""

    async def act(reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        for answer in answers:
            said = await request_of(reader)
            if log is not None:
                log.append(said)
            line.write(answer)
            await line.drain()

    return act


def post(url: str) -> httpx2.Request:
    return httpx2.Request("POST", url, content=b"{}")


async def bodies(url: str, count: int, *, side_by_side: bool = False) -> list[bytes]:
    connections = Connections(1000)

    async def once() -> bytes:
        return (await connections.exchange(post(url), seconds=5)).read()

    try:
        if side_by_side:
            return await asyncio.gather(*(once() for _ in range(count)))
        return [await once() for _ in range(count)]
    finally:
        await connections.aclose()


async def counted(answers: tuple[bytes, ...], calls: int, *, side_by_side: bool = False) -> int:
    """How many connections so many calls took."""
    opened = 0

    async def act(reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        nonlocal opened
        opened += 1
        await answering(*answers)(reader, line)

    async with served(act) as url:
        assert await bodies(url, calls, side_by_side=side_by_side) == [b"{}"] * calls
    return opened


def test_calls_one_after_the_other_share_a_connection() -> None:
    assert asyncio.run(counted((OK,) * 9, 5)) == 1


def test_calls_side_by_side_have_one_each() -> None:
    assert asyncio.run(counted((OK,) * 9, 5, side_by_side=True)) == 5


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(OK.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n"), id="close"),
        pytest.param(b"HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}", id="http-1.0"),
        pytest.param(OK + b"and more", id="unasked-bytes"),
        pytest.param(OK + OK, id="unasked-answer"),
    ],
)
def test_a_connection_in_doubt_is_not_used_again(answer: bytes) -> None:
    assert asyncio.run(counted((answer,) * 9, 3)) == 3


def test_what_the_server_closed_meanwhile_is_not_used_again() -> None:
    async def run() -> list[bytes]:
        async with served(answering(OK)) as url:
            connections = Connections(1000)
            first = (await connections.exchange(post(url), seconds=5)).read()
            await asyncio.sleep(0.05)
            second = (await connections.exchange(post(url), seconds=5)).read()
            await connections.aclose()
            return [first, second]

    assert asyncio.run(run()) == [b"{}", b"{}"]


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        pytest.param(
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
            b"{}",
            id="chunks",
        ),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" + OK, b"{}", id="continue"),
        pytest.param(b"HTTP/1.1 204 No Content\r\n\r\n", b"", id="nothing"),
    ],
)
def test_a_body_is_read_in_every_form(answer: bytes, body: bytes) -> None:
    async def run() -> list[bytes]:
        async with served(answering(*(answer,) * 3)) as url:
            return await bodies(url, 2)

    assert asyncio.run(run()) == [body, body]


def test_a_body_without_a_length_ends_with_the_connection() -> None:
    async def run() -> list[bytes]:
        async with served(answering(b"HTTP/1.1 200 OK\r\n\r\n{}")) as url:
            return await bodies(url, 2)

    assert asyncio.run(run()) == [b"{}", b"{}"]


def test_a_cancelled_call_ends_its_connection() -> None:
    """What was on the way would else answer the next call."""

    async def late(reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        for number in range(2):
            await request_of(reader)
            await asyncio.sleep(0.1 if number == 0 else 0)
            line.write(OK.replace(b"{}", b"%02d" % number))

    async def run() -> bytes:
        async with served(late) as url:
            connections = Connections(1000)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(connections.exchange(post(url), seconds=5), 0.02)
            body = (await connections.exchange(post(url), seconds=5)).read()
            await connections.aclose()
            return body

    assert asyncio.run(run()) == b"00"


def test_a_header_that_would_end_the_line_is_not_sent() -> None:
    async def run() -> None:
        log: list[bytes] = []
        async with served(answering(OK, log=log)) as url:
            connections = Connections(1000)
            request = post(url)
            request.headers["authorization"] = "Bearer a\r\nx-evil: 1"
            with pytest.raises(httpx2.LocalProtocolError):
                await connections.exchange(request, seconds=5)
            await connections.aclose()
        assert not log

    asyncio.run(run())


def test_whoever_replaces_the_transport_sees_the_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """As vcrpy does for cassettes."""

    async def replaced(_: httpx2.AsyncHTTPTransport, request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=b"replaced", request=request)

    async def run() -> bytes:
        client = Direct(seconds=5)
        try:
            return (await client.send(post("http://127.0.0.1:9/"))).content
        finally:
            await client.aclose()

    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", replaced)
    assert asyncio.run(run()) == b"replaced"


def test_a_proxy_is_asked_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> bytes:
        log: list[bytes] = []
        async with served(answering(OK, log=log)) as url:
            monkeypatch.setenv("http_proxy", url)
            client = Direct(seconds=5)
            await client.send(post("http://endpoint.invalid/v1"))
            await client.aclose()
        return log[0]

    assert asyncio.run(run()).startswith(b"POST http://endpoint.invalid/v1 HTTP/1.1\r\n")
