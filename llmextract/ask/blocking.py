"""From code that blocks to an event loop, and from an event loop to code that blocks.

Blocking calls go over one event loop of the process, in a thread of its own.

A blocking socket ends no sooner than its next byte, and a server may send one a second for ever. On
an event loop a deadline ends a call wherever it stands. So there is one way to send, not two.
"""

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

# By process, for a child that was forked has no such thread.
_loops: dict[int, asyncio.AbstractEventLoop] = {}
_starting = threading.Lock()


def run_blocking(call: Coroutine[Any, Any, T]) -> T:
    """Wait for a coroutine from code that is none; an interrupt gives the call up."""
    future = asyncio.run_coroutine_threadsafe(call, _loop())
    try:
        return future.result()
    finally:
        future.cancel()


def _loop() -> asyncio.AbstractEventLoop:
    with _starting:
        loop = _loops.get(os.getpid())
        if loop is None:
            loop = _loops[os.getpid()] = asyncio.new_event_loop()
            thread = threading.Thread(target=loop.run_forever, name="llmextract-loop", daemon=True)
            thread.start()
        return loop


async def in_thread(call: Callable[[], T], *, seconds: float | None = None) -> T:
    """Run a blocking call beside the event loop; raises `TimeoutError` when it takes too long.

    Each call has a thread of its own, which is left behind with a call that does not end: a pool
    would run out of threads, and would keep the process from ending.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def deliver(act: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(lambda: None if future.done() else act())
        except RuntimeError:
            return  # the loop is closed: nobody waits any more

    def work() -> None:
        try:
            result = call()
        except BaseException as error:  # noqa: BLE001 (it is raised again where it is awaited)
            failure = error
            deliver(lambda: future.set_exception(failure))
        else:
            deliver(lambda: future.set_result(result))

    threading.Thread(target=work, name="llmextract-call", daemon=True).start()
    async with asyncio.timeout(seconds):
        return await future
