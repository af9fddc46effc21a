"""Sleep that ends early for all who sleep, in whichever thread and on whichever event loop."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress


class Alarm:
    """Wakes sleepers; who falls asleep later sleeps."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sleepers: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    async def sleep(self, seconds: float, *, check: Callable[[], None]) -> None:
        """Sleep so long, or until `wake`; lets pass what `check` raises, before and after."""
        woken = asyncio.Event()
        with self._lock:
            self._sleepers[woken] = asyncio.get_running_loop()
        try:
            check()  # behind it, so that no call of `wake` is missed
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await woken.wait()
        finally:
            with self._lock:
                del self._sleepers[woken]
        check()

    def wake(self) -> None:
        """Wake all who sleep now."""
        with self._lock:
            sleepers = list(self._sleepers.items())
        for woken, loop in sleepers:
            with suppress(RuntimeError):  # the loop is closed: nobody sleeps there any more
                loop.call_soon_threadsafe(woken.set)
