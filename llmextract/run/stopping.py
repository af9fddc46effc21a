"""Stopping a run in order: the first signal drains it, the second ends it at once."""

import asyncio
import signal
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

# Seconds that calls in flight are given to end after the first signal: Kubernetes and Slurm kill
# after 30, and the output is still to be written.
GRACE = 20.0
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def draining(
    stop: asyncio.Event, say: Callable[[str], None], drain: Callable[[], None]
) -> Generator[list[str]]:
    """Set `stop` at the first SIGINT or SIGTERM; cancel the task at the second, or after a grace.

    `drain` is called with the first, so that whoever only waits for a turn need not be waited for.
    Gives a list that holds the names of the signals that came, in order. Only in the main thread
    may signals be heeded.
    """
    if threading.current_thread() is not threading.main_thread():
        yield []
        return
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    came: list[str] = []

    def on_signal(number: signal.Signals) -> None:
        came.append(number.name)
        if len(came) == 1:
            say("stopping: finishing the calls in flight; once more to stop at once")
            stop.set()
            drain()
            loop.call_later(GRACE, cancel)
        else:
            cancel()

    def cancel() -> None:
        if task is not None:
            task.cancel()

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    for number in _SIGNALS:
        with suppress(NotImplementedError):  # no signal handlers on Windows' event loop
            loop.add_signal_handler(number, on_signal, number)
    try:
        yield came
    finally:
        for number in _SIGNALS:
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)
                signal.signal(number, before[number])
