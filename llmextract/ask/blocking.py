"""Blocking calls over one event loop of the process, in a thread of its own.

A blocking socket ends no sooner than its next byte, and a server may send one a second for ever. On
an event loop a deadline ends a call wherever it stands. So there is one way to send, not two.
"""

import asyncio
import os
import threading
from collections.abc import Coroutine
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
