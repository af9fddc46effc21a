"""A model behind a cache: identical requests are answered once, in this process and the next."""

import asyncio
import os
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from llmextract.ask.conversation import adrive, drive
from llmextract.ask.request import Model, Reply, Request
from llmextract.errors import EndpointError
from llmextract.run.cache.entry import is_worth_keeping, request_digest
from llmextract.run.cache.flights import Flights, Outcome
from llmextract.run.cache.store import SIZE_LIMIT, Store

# Seconds until a follower looks whether its leader can still land.
_LOOK = 1.0
# Seconds for the cache to answer; the first answer waits for a check of the whole file.
_PATIENCE = 60.0


class _Wait(NamedTuple):
    future: Future[Outcome]
    seconds: float


_Flow = Generator[Request | _Wait, Outcome, Reply]


class Cached:
    """Answers as `model` does, and asks it only what the cache in `folder` does not hold.

    `settings_digest` stands for the settings that change answers. What is kept does not expire:
    with a temperature and no seed too, the first whole reply is the one that is given again. A
    reply from the cache, or one that another call brought, has `attempts` 0. `size_limit` is in
    bytes; the oldest replies make room. Whatever is wrong with the cache, `trouble` is told, once,
    from any thread, and calls go on without it.
    """

    def __init__(
        self,
        model: Model,
        folder: Path,
        *,
        settings_digest: str,
        size_limit: int = SIZE_LIMIT,
        trouble: Callable[[str], None] | None = None,
    ) -> None:
        self._model = model
        self._settings = settings_digest
        self._store = Store(folder, size_limit=size_limit, trouble=trouble)
        self._flights = Flights()
        self._pid = os.getpid()

    @property
    def name(self) -> str:
        """The name of the model behind the cache."""
        return self._model.name

    def send(self, request: Request) -> Reply:
        """Answer one request from the cache, another call or the model."""
        with closing(self._answer(request, blocking=True)) as flow:
            return drive(flow, self._brought)

    async def asend(self, request: Request) -> Reply:
        """Answer one request without blocking the event loop."""
        with closing(self._answer(request, blocking=False)) as flow:
            return await adrive(flow, self._abrought)

    def close(self) -> None:
        """Let go of the cache and of what the model's blocking calls hold."""
        if os.getpid() == self._pid:
            self._store.close()
        self._model.close()

    async def aclose(self) -> None:
        """Let go of what the model's calls on this event loop hold; the cache stays open."""
        await self._model.aclose()

    def _answer(self, request: Request, *, blocking: bool) -> _Flow:
        """Yields what is to be waited for and sent; receives what came, None for nothing."""
        if os.getpid() != self._pid:
            # A forked child has neither the thread that keeps the file nor those that hold locks.
            return _replied((yield request))
        key = request_digest(request, model=self._model.name, settings=self._settings)
        while True:
            flight, leads = self._flights.join(key, blocking=blocking)
            if leads:
                break
            outcome = yield _Wait(flight.landing, _LOOK)
            if outcome is not None:
                return _shared(outcome)
        with self._flights.leading(key, flight):
            found = yield self._in_store(looking := self._store.find(key))
            self._check_answered(looking)
            if isinstance(found, Reply):
                flight.outcome = found
                return found
            reply = _replied((yield request))
            flight.outcome = reply
            worth = is_worth_keeping(reply, request.name)
            keeping = self._store.keep(key, reply) if worth else None
        if keeping is not None:
            yield self._in_store(keeping)
            self._check_answered(keeping)
        return reply

    def _brought(self, step: Request | _Wait) -> Outcome:
        return self._model.send(step) if isinstance(step, Request) else _waited(step)

    async def _abrought(self, step: Request | _Wait) -> Outcome:
        if isinstance(step, Request):
            return await self._model.asend(step)
        return await _awaited(step)

    def _in_store(self, future: Future[Outcome]) -> _Wait:
        return _Wait(future, _PATIENCE)

    def _check_answered(self, future: Future[Outcome]) -> None:
        if not future.done():
            self._store.give_up(f"no answer from the disk within {_PATIENCE:g} seconds")


def _waited(step: _Wait) -> Outcome:
    try:
        return step.future.result(step.seconds)
    except TimeoutError:
        return None


async def _awaited(step: _Wait) -> Outcome:
    try:
        async with asyncio.timeout(step.seconds):
            return await asyncio.wrap_future(step.future)
    except TimeoutError:
        return None


def _replied(outcome: Outcome) -> Reply:
    assert isinstance(outcome, Reply)
    return outcome


def _shared(outcome: Reply | EndpointError) -> Reply:
    """What another call brought. It tried as often as this one would have: so did its failure."""
    if isinstance(outcome, Reply):
        return replace(outcome, attempts=0)
    # One object raised in several threads would collect the tracebacks of all.
    error = EndpointError(str(outcome), kind=outcome.kind, attempts=0, reply=outcome.reply)
    error.retry_after = outcome.retry_after
    raise error from outcome
