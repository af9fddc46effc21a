"""Cancelling leaves nothing behind: no task, no connection, no thread that waits."""

from __future__ import annotations

import asyncio
import threading
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import pytest

import llmextract as lx
from llmextract.run.batch import process_batch
from llmextract.schemas import Event
from tests.faults.newsroom import Newsroom, story

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with Newsroom(delay=0.05) as running:
        yield running


async def take(room: Newsroom, count: int) -> int:
    """Take so many extractions of a long batch, and leave the rest."""
    extractor = lx.Extractor(Event, model="fake", base_url=room.url)
    articles = (lx.Article(text=story(number), id=f"a{number}") for number in range(1, 200))
    taken = 0
    async with aclosing(process_batch(extractor, articles, concurrency=4)) as work:
        async for extraction in work:
            assert extraction.status == "ok"
            taken += 1
            if taken == count:
                break
    return taken


async def others() -> int:
    """How many tasks there are beside this one."""
    await asyncio.sleep(0)
    return len(asyncio.all_tasks()) - 1


def test_a_batch_that_is_left_early_leaves_no_task(room: Newsroom) -> None:
    async def leave() -> int:
        assert await take(room, 5) == 5
        return await others()

    threads = threading.active_count()
    assert asyncio.run(leave(), debug=True) == 0
    assert threading.active_count() == threads


def test_a_batch_that_is_cancelled_leaves_no_task(room: Newsroom) -> None:
    async def cancel() -> int:
        work = asyncio.create_task(take(room, 100))
        await asyncio.sleep(0.2)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        return await others()

    assert asyncio.run(cancel(), debug=True) == 0


def test_a_fault_of_our_own_strikes_one_article(room: Newsroom) -> None:
    """row-40: what no code foresaw."""

    class Faulty(lx.Extractor[Event]):
        async def aextract(self, article: lx.Article, **options: Any) -> lx.Extraction[Event]:
            if article.id == "a3":
                raise ZeroDivisionError("not foreseen")
            return await super().aextract(article, **options)

    async def run() -> tuple[dict[str, str], int]:
        extractor = Faulty(Event, model="fake", base_url=room.url)
        articles = (lx.Article(text=story(number), id=f"a{number}") for number in range(1, 9))
        ended = {
            each.article.id: each
            async for each in process_batch(extractor, articles, concurrency=4)
        }
        errors = {name: str(each.errors[0].kind) for name, each in ended.items() if each.errors}
        assert len(ended) == 8
        return errors, await others()

    assert asyncio.run(run(), debug=True) == ({"a3": "internal"}, 0)
