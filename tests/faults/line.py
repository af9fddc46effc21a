"""One struck call among others, in both ways of sending.

Waits that would be long are counted, not waited.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Message, Reply, Request
from llmextract.ask.retry import Cooldown
from llmextract.errors import EndpointError
from llmextract.settings import Settings
from tests.faults.server import GOOD, completion

if TYPE_CHECKING:
    from llmextract.ask.retry import Pace

STRUCK = Request((Message("user", "STRUCK"),), {"type": "object"}, "event", max_tokens=100)
OTHER = Request((Message("user", "other"),), {"type": "object"}, "event", max_tokens=100)
WHOLE = completion(GOOD)
DEADLINE = 0.5
# Seconds that a busy machine may take to notice.
LOADED = 0.35

Ended = Reply | EndpointError


class Line:
    """The settings of an endpoint, a clock that sleeping moves, and how long the call took."""

    def __init__(self, url: str, **settings: object) -> None:
        values = {"model": "m", "base_url": url, "timeout": 5.0, "tries": 3, **settings}
        self.settings = Settings.model_validate(values)
        self.slept: list[float] = []
        self.now = 0.0
        self.spent = 0.0

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)

    def endpoint(self, pace: Pace | None = None) -> Endpoint:
        pace = pace or Cooldown(clock=lambda: self.now)
        return Endpoint(self.settings, pace=pace, sleep=self.sleep)


async def attempt(endpoint: Endpoint, request: Request = STRUCK) -> Ended:
    try:
        return await endpoint.asend(request)
    except EndpointError as error:
        return error


async def blocked(endpoint: Endpoint, request: Request = STRUCK) -> Ended:
    """The same with the blocking call, in a thread."""
    try:
        return await asyncio.to_thread(endpoint.send, request)
    except EndpointError as error:
        return error


WAYS = {False: attempt, True: blocked}


async def closed(endpoint: Endpoint) -> None:
    await endpoint.aclose()
    await asyncio.to_thread(endpoint.close)


def struck(line: Line, *, blocking: bool = False, others: int = 3) -> Ended:
    """How the struck call ends, while others go on and end well, each in one state."""
    send = WAYS[blocking]

    async def timed(endpoint: Endpoint) -> Ended:
        begin = time.monotonic()
        ended = await send(endpoint)
        line.spent = time.monotonic() - begin
        return ended

    async def together() -> Ended:
        endpoint = line.endpoint()
        try:
            if others:
                await send(endpoint, OTHER)  # the client is made; only calls are timed from here
            calls = [send(endpoint, OTHER) for _ in range(others)]
            ended, *rest = await asyncio.gather(timed(endpoint), *calls)
        finally:
            await closed(endpoint)
        assert [reply.text for reply in rest if isinstance(reply, Reply)] == [GOOD] * others
        return ended

    return asyncio.run(together())


def failure(ended: Ended) -> EndpointError:
    assert isinstance(ended, EndpointError)
    return ended


both = pytest.mark.parametrize("blocking", [False, True], ids=["async", "blocking"])
LIMITED = b'{"error": {"message": "Rate limit reached", "code": "rate_limit_exceeded"}}'
