"""One flight for identical calls: the first one leaves, the others wait for what it brings.

A thread may wait for a task and a task for a thread. Nothing that ends a leader can leave its
followers waiting: they are told what it brought, or that it brought nothing and one of them leads.
"""

import asyncio
import threading
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import contextmanager

from llmextract.ask.request import Reply
from llmextract.errors import EndpointError

# What a flight brings; None where its leader gave up for reasons of its own.
Outcome = Reply | EndpointError | None


class Flight:
    """A call on its way; `loop` is the event loop of its leader, None for a thread's."""

    def __init__(self, loop: asyncio.AbstractEventLoop | None) -> None:
        self.loop = loop
        self.outcome: Outcome = None
        self.landing = made_future()

    @property
    def is_stranded(self) -> bool:
        """Whether its leader can no longer land it, for its event loop stands still."""
        return self.loop is not None and not self.loop.is_running()


class Flights:
    """The calls on their way in this process, by key."""

    def __init__(self) -> None:
        self._flights: dict[bytes, Flight] = {}
        self._lock = threading.Lock()

    def join(self, key: bytes, *, blocking: bool) -> tuple[Flight, bool]:
        """The flight of a key, and whether the caller leads it.

        A caller that would block an event loop leads a flight that nobody joins, rather than wait
        for a task that may need that very loop.
        """
        here = _running_loop()
        with self._lock:
            flight = self._flights.get(key)
            if flight is not None and not flight.is_stranded:
                if not (blocking and here and flight.loop):
                    return flight, False
                return Flight(None), True
            flight = self._flights[key] = Flight(None if blocking else here)
            return flight, True

    @contextmanager
    def leading(self, key: bytes, flight: Flight) -> Generator[None]:
        """Land a flight with its outcome, however its leader ends."""
        try:
            yield
        except EndpointError as error:
            flight.outcome = error
            raise
        finally:
            with self._lock:
                if self._flights.get(key) is flight:
                    del self._flights[key]
            flight.landing.set_result(flight.outcome)


def made_future() -> Future[Outcome]:
    """A future that its waiters cannot cancel, for it is everybody's."""
    future: Future[Outcome] = Future()
    future.set_running_or_notify_cancel()
    return future


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
