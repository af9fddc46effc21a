"""The rolling window: what is on the way at once, and in which order it comes."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from itertools import count
from typing import TYPE_CHECKING

import pytest

from llmextract.run.rolling import rolling

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


class Workshop:
    """Work that ends when it is told to; it knows what was begun and what runs."""

    def __init__(self, *ready: int) -> None:
        self.begun: list[int] = []
        self.running: set[int] = set()
        self.most = 0
        self._ends: dict[int, asyncio.Event] = {}
        self.end(*ready)

    async def work(self, item: int) -> int:
        self.begun.append(item)
        self.running.add(item)
        self.most = max(self.most, len(self.running))
        try:
            await asyncio.sleep(0)
            await self._end(item).wait()
        finally:
            self.running.discard(item)
        return 10 * item

    def end(self, *items: int) -> None:
        for item in items:
            self._end(item).set()

    def _end(self, item: int) -> asyncio.Event:
        return self._ends.setdefault(item, asyncio.Event())


async def settle() -> None:
    for _ in range(100):
        await asyncio.sleep(0)


def test_a_slow_item_holds_up_none_of_the_others() -> None:
    async def run() -> list[int]:
        shop = Workshop(2, 3, 4, 5)
        given: list[int] = []
        async for item, task in rolling(shop.work, range(1, 6), width=2):
            assert task.result() == 10 * item
            given.append(item)
            if len(given) == 4:
                shop.end(1)
        return given

    assert asyncio.run(run()) == [2, 3, 4, 5, 1]


def test_order_is_kept_and_still_no_item_waits_for_a_slow_one() -> None:
    async def run() -> tuple[list[int], list[int]]:
        shop = Workshop(*range(2, 10))
        work = rolling(shop.work, range(1, 10), width=2, ahead=9)
        given = asyncio.create_task(collect(work))
        await settle()
        before = list(shop.begun)
        shop.end(1)
        return before, await given

    before, given = asyncio.run(run())
    assert before == given == list(range(1, 10))


async def collect(work: AsyncGenerator[tuple[int, asyncio.Task[int]], None]) -> list[int]:
    return [item async for item, _ in work]


def test_no_more_are_held_behind_a_slow_one_than_was_said() -> None:
    async def run() -> list[int]:
        shop = Workshop(*range(2, 100))
        work = rolling(shop.work, count(1), width=2, ahead=5)
        async with aclosing(work):
            waiting = asyncio.ensure_future(anext(work))
            await settle()
            begun = list(shop.begun)
            shop.end(1)
            await waiting
        return begun

    assert asyncio.run(run()) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("ahead", [None, 50])
def test_no_more_run_at_once_than_was_said(ahead: int | None) -> None:
    async def run() -> int:
        shop = Workshop(*range(50))
        assert len(await collect(rolling(shop.work, range(50), width=3, ahead=ahead))) == 50
        return shop.most

    assert asyncio.run(run()) == 3


@pytest.mark.parametrize("ahead", [None, 50])
def test_leaving_early_cancels_what_runs(ahead: int | None) -> None:
    async def run() -> tuple[list[int], set[int]]:
        shop = Workshop(0)
        work = rolling(shop.work, count(), width=3, ahead=ahead)
        async with aclosing(work):
            await anext(work)
        return shop.begun, shop.running

    assert asyncio.run(run()) == ([0, 1, 2], set())


def test_nothing_is_begun_after_a_stop() -> None:
    async def run() -> tuple[list[int], list[int]]:
        shop, stop = Workshop(*range(9)), asyncio.Event()
        given: list[int] = []
        async for item, _ in rolling(shop.work, range(9), width=3, stop=stop):
            given.append(item)
            stop.set()
        return sorted(given), shop.begun

    given, begun = asyncio.run(run())
    assert given == begun == [0, 1, 2]


def test_a_fault_of_the_work_is_its_own_items() -> None:
    async def fail(item: int) -> int:
        return 6 // item

    async def run() -> list[str]:
        return [type(task.exception()).__name__ async for _, task in rolling(fail, [0, 1], width=1)]

    assert asyncio.run(run()) == ["ZeroDivisionError", "NoneType"]
