"""Rows 1 to 4: what an endpoint asks of all calls is done by all.

The real SDK against a real server on this machine.
"""

from __future__ import annotations

import asyncio
import re
import time
from email.utils import formatdate
from typing import TYPE_CHECKING

import pytest

from llmextract import Article, Extraction, Extractor
from llmextract.ask.endpoint import Endpoint
from llmextract.ask.failures import of_status
from llmextract.ask.request import Reply
from llmextract.errors import EndpointError, Failure
from llmextract.run.limits import Limits
from llmextract.schemas import News
from tests.faults.server import Fault, FaultServer, completion, says

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import BaseModel


from tests.faults.line import (
    LIMITED,
    STRUCK,
    WAYS,
    WHOLE,
    Ended,
    Line,
    attempt,
    blocked,
    both,
    closed,
    failure,
    struck,
)


@both
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({"retry_after": "1"}, 1.0, id="row-01-seconds"),
        pytest.param({"retry_after_ms": "700"}, 0.7, id="row-01-milliseconds"),
        pytest.param(
            {"retry_after": formatdate(1_000_002, usegmt=True), "date": formatdate(1_000_000)},
            2.0,
            id="row-01-date",
        ),
    ],
)
def test_what_the_server_asks_to_wait_is_waited(
    server: FaultServer, headers: dict[str, str], seconds: float, blocking: bool
) -> None:
    server.does(says(429, LIMITED, **headers), says(200, WHOLE))
    line = Line(server.url)
    assert isinstance(struck(line, blocking=blocking, others=0), Reply)
    assert line.slept[0] >= seconds
    assert len(server.strikes) == 2


def test_all_workers_wait_when_one_is_told_to(server: FaultServer) -> None:
    """row-01-shared: nothing reaches the server before the time it named."""
    server.does(says(429, LIMITED, retry_after_ms="400"), says(200, WHOLE))
    endpoint = Endpoint(Line(server.url).settings)

    async def run() -> Sequence[Ended]:
        first = asyncio.create_task(attempt(endpoint))
        while not server.strikes:
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.1)
        later = blocked(endpoint), attempt(endpoint), attempt(endpoint)
        ended = await asyncio.gather(first, *later)
        await closed(endpoint)
        return ended

    assert all(isinstance(ended, Reply) for ended in asyncio.run(run()))
    told, *after = [seen.at for seen in server.strikes]
    assert len(after) == 4
    assert min(after) - told >= 0.4


@both
def test_a_long_wait_defers_at_once_and_for_all(server: FaultServer, blocking: bool) -> None:
    """row-02: the next call does not even reach the server."""
    server.does(says(429, LIMITED, retry_after="600"))
    line = Line(server.url)
    endpoint = line.endpoint()

    async def run() -> list[EndpointError]:
        first = failure(await attempt(endpoint))
        second = failure(await WAYS[blocking](endpoint))
        await closed(endpoint)
        return [first, second]

    first, second = asyncio.run(run())
    assert (first.kind, first.attempts) == (Failure.DEFERRED, 1)
    assert (second.kind, second.attempts) == (Failure.DEFERRED, 0)
    assert re.search("600|599", str(first) + str(second))
    assert (len(server.strikes), line.slept) == (1, [])


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(value, id=f"row-03-{name}")
        for name, value in {
            "negative": "-5",
            "words": "soon",
            "nan": "nan",
            "infinite": "inf",
            "zero": "0",
            "past": formatdate(0, usegmt=True),
            "huge-date": "Fri, 31 Dec 99999 23:59:59 GMT",
        }.items()
    ],
)
def test_a_senseless_order_to_wait_leaves_the_wait_to_us(server: FaultServer, header: str) -> None:
    server.does(says(429, LIMITED, retry_after=header))
    line = Line(server.url)
    error = failure(struck(line))
    assert (error.kind, error.attempts) == (Failure.DEFERRED, len(server.strikes))
    assert len(line.slept) >= 3, "patience lasts longer than the tries of a fault"
    assert sum(line.slept) <= 60
    ceilings = [min(20.0, 2.0**wait) for wait in range(len(line.slept))]
    assert all(0 <= wait <= most for wait, most in zip(line.slept, ceilings, strict=True))


def test_an_order_to_wait_for_ever_is_told_in_seconds(server: FaultServer) -> None:
    """row-03-for-ever"""
    server.does(says(429, LIMITED, retry_after="1e300"))
    error = failure(struck(Line(server.url), others=0))
    assert error.kind is Failure.DEFERRED
    assert "asks to wait 31622400 seconds" in str(error)


def test_a_filter_that_asks_to_wait_lets_others_go(server: FaultServer) -> None:
    """row-07-wait"""
    body = b'{"error": {"message": "filtered", "code": "content_filter"}}'
    server.does(says(400, body, retry_after="600"))
    limits = Limits()
    endpoint = Endpoint(Line(server.url).settings, pace=limits)
    error = failure(asyncio.run(attempt(endpoint)))
    assert (error.kind, error.retry_after) == (Failure.FILTERED, None)
    assert limits.enter(STRUCK) == 0.0


@pytest.mark.parametrize("kind", ["text/plain; charset=utf-16", "application/json; charset=zip"])
@pytest.mark.parametrize(
    ("status", "headers", "failed"),
    [
        pytest.param(401, {}, Failure.BAD_KEY, id="row-04"),
        pytest.param(429, {"retry_after": "600"}, Failure.DEFERRED, id="row-02"),
        pytest.param(503, {}, Failure.TRANSIENT, id="row-05"),
    ],
)
def test_a_status_is_heeded_in_whatever_encoding_its_words_are(
    server: FaultServer, kind: str, status: int, headers: dict[str, str], failed: Failure
) -> None:
    server.does(says(status, b"abc\xff\xfedef", content_type=kind, **headers))
    assert failure(struck(Line(server.url), others=0)).kind is failed


@both
@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        pytest.param(
            429,
            b'{"error": {"message": "You exceeded", "type": "insufficient_quota", "code": null}}',
            Failure.SPENT_QUOTA,
            id="row-04-quota",
        ),
        pytest.param(
            402, b'{"error": {"message": "Balance"}}', Failure.SPENT_QUOTA, id="row-04-402"
        ),
        pytest.param(401, b'{"error": {"message": "key"}}', Failure.BAD_KEY, id="row-04-401"),
        pytest.param(403, b"<html>", Failure.BAD_KEY, id="row-04-403"),
        pytest.param(
            429,
            b'[{"error": {"message": "You exceeded", "code": "insufficient_quota"}}]',
            Failure.SPENT_QUOTA,
            id="row-04-list",
        ),
        pytest.param(429, b"insufficient_quota", Failure.SPENT_QUOTA, id="row-04-words"),
        pytest.param(
            400,
            b'{"error": {"message": "Your credit balance is too low to access the API"}}',
            Failure.SPENT_QUOTA,
            id="row-04-balance",
        ),
        pytest.param(
            400,
            b'[{"error": {"code": 400, "message": "API key not valid. Please pass a valid one."}}]',
            Failure.BAD_KEY,
            id="row-04-key-400",
        ),
        pytest.param(405, b"method not allowed", Failure.BAD_REQUEST, id="row-04-405"),
    ],
)
def test_what_no_call_can_escape_opens_the_circuit(
    server: FaultServer, status: int, body: bytes, kind: Failure, blocking: bool
) -> None:
    """At most the calls in flight are made, and the rest end at once."""
    server.does(says(status, body))
    limits = Limits()
    endpoint = Line(server.url).endpoint(pace=limits)
    flight = asyncio.Semaphore(4)

    async def one() -> Ended:
        async with flight:
            return await WAYS[blocking](endpoint)

    async def run() -> list[Ended]:
        ended = await asyncio.gather(*(one() for _ in range(40)))
        await closed(endpoint)
        return ended

    begin = time.monotonic()
    ended = asyncio.run(run())
    assert time.monotonic() - begin < 2.0
    assert {failure(each).kind for each in ended} == {kind}
    assert 1 <= len(server.strikes) <= 4
    assert limits.circuit.is_open


async def _waiting(server: FaultServer, limits: Limits, calls: int) -> list[asyncio.Task[Ended]]:
    """Calls that were told to wait 40 seconds, and wait; another one is in flight."""
    assert limits.enter(STRUCK) == 0.0
    server.does(says(429, LIMITED, retry_after="40"))
    endpoint = Endpoint(Line(server.url).settings, pace=limits)
    tasks = [asyncio.create_task(attempt(endpoint)) for _ in range(calls)]
    while limits.enter(STRUCK) == 0.0:
        limits.leave(STRUCK, None)
        await asyncio.sleep(0.02)
    return tasks


@pytest.mark.parametrize(
    ("status", "headers", "kind"),
    [
        pytest.param(401, {}, Failure.BAD_KEY, id="row-04-key"),
        pytest.param(402, {}, Failure.SPENT_QUOTA, id="row-04-quota"),
        pytest.param(429, {"retry_after": "600"}, Failure.DEFERRED, id="row-02-wait"),
    ],
)
def test_what_no_call_can_escape_wakes_those_that_wait(
    server: FaultServer, status: int, headers: dict[str, str], kind: Failure
) -> None:
    limits = Limits()

    async def run() -> list[Ended]:
        tasks = await _waiting(server, limits, 3)
        error = of_status(status, "no", headers={"retry-after": headers.get("retry_after", "")})
        limits.leave(STRUCK, error)
        async with asyncio.timeout(5):
            return await asyncio.gather(*tasks)

    assert {failure(ended).kind for ended in asyncio.run(run())} == {kind}


def test_who_waits_is_deferred_when_a_run_is_to_end(server: FaultServer) -> None:
    """row-30-waiting"""
    limits = Limits()

    async def run() -> list[Ended]:
        tasks = await _waiting(server, limits, 3)
        limits.drain()
        async with asyncio.timeout(5):
            return await asyncio.gather(*tasks)

    assert {failure(ended).kind for ended in asyncio.run(run())} == {Failure.DEFERRED}
    assert len(server.strikes) <= 3


def _in_threads(extractor: Extractor[BaseModel], articles: list[Article]) -> list[str]:
    return [_kind(each) for each in extractor.extract_many(articles, concurrency=4)]


def _on_a_loop(extractor: Extractor[BaseModel], articles: list[Article]) -> list[str]:
    async def collect() -> list[str]:
        return [_kind(each) async for each in extractor.aextract_many(articles, concurrency=4)]

    return asyncio.run(collect())


def _kind(extraction: Extraction[BaseModel]) -> str:
    return str(extraction.errors[0].kind) if extraction.errors else "ok"


@pytest.mark.parametrize("run", [_in_threads, _on_a_loop])
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        pytest.param(says(401, b'{"error": {"message": "key"}}'), "bad_key", id="row-04-401"),
        pytest.param(
            says(429, b'{"error": {"code": "insufficient_quota"}}'),
            "spent_quota",
            id="row-04-quota",
        ),
        pytest.param(says(404, b'{"error": {"message": "model"}}'), "bad_request", id="model"),
        pytest.param(says(302, location="http://127.0.0.1:9/"), "bad_request", id="redirect"),
    ],
)
def test_a_batch_from_python_makes_no_further_call_either(
    server: FaultServer,
    run: Callable[[Extractor[BaseModel], list[Article]], list[str]],
    fault: Fault,
    kind: str,
) -> None:
    """The next batch asks again: what was wrong may have been mended."""
    server.does(fault)
    extractor = Extractor(News, model="m", base_url=server.url)
    articles = [Article(text=f"STRUCK {number}.", id=str(number)) for number in range(50)]
    with extractor:
        assert run(extractor, articles) == [kind] * 50
        assert 1 <= len(server.strikes) <= 4
        server.faults[:] = [says(200, completion('{"records": []}'))]
        assert run(extractor, articles[:5]) == ["ok"] * 5
