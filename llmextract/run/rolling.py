"""A rolling window of work: so many items abreast, however long one of them takes."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable
from typing import Any, TypeVar

A = TypeVar("A")
R = TypeVar("R")


async def rolling(
    work: Callable[[A], Coroutine[Any, Any, R]],
    items: Iterable[A],
    *,
    width: int,
    ahead: int | None = None,
    stop: asyncio.Event | None = None,
) -> AsyncGenerator[tuple[A, asyncio.Task[R]], None]:
    """Give each item with its task, which has ended; at most `width` tasks run at a time.

    Whichever ends first comes first. With `ahead` the items come in their order, and what has ended
    behind a slow one waits: so many items at most are begun and not yet given. Once `stop` is set
    no further item is begun. Leaving early cancels what runs.
    """
    begun: dict[asyncio.Task[R], A] = {}
    ended: dict[asyncio.Task[R], None] = {}
    waiting = iter(items)
    woken = asyncio.Event()

    def note(task: asyncio.Task[R]) -> None:
        ended[task] = None
        woken.set()

    def begin() -> None:
        while len(begun) - len(ended) < width and len(begun) < (ahead or width):
            if stop is not None and stop.is_set():
                return
            for item in waiting:
                task = asyncio.create_task(work(item))
                begun[task] = item
                task.add_done_callback(note)
                break
            else:
                return

    try:
        while True:
            begin()
            task = next(iter(begun if ahead else ended), None)
            if task is not None and task in ended:
                del ended[task]
                yield begun.pop(task), task
            elif begun:
                await woken.wait()
                woken.clear()
            else:
                return
    finally:
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)
