"""What others give a batch may fail: what was asked by then is delivered, and then it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

import pytest

from llmextract import Article, Extraction, Extractor
from llmextract.run.batch import process_batch
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from llmextract.run.outcome import Outcome

Many = Callable[..., AsyncIterator[Extraction[Event]]]
COUNT = 20
by_event_loop = pytest.mark.parametrize("many", [Extractor[Event].aextract_many, process_batch])


def failing() -> Iterator[Article]:
    for number in range(COUNT):
        yield Article(text=f"Story {number}.", id=str(number))
    raise OSError("the feed broke off")


def extractor() -> Extractor[Event]:
    return Extractor(Event, model=ScriptedModel(lambda _: []))


async def collect(work: AsyncIterator[Extraction[Event]], into: list[str]) -> None:
    async for extraction in work:
        assert extraction.status == "ok"
        into.append(extraction.article.id)


def test_articles_before_a_fault_of_the_input_are_delivered() -> None:
    work = extractor().extract_many(failing(), concurrency=4)
    done = [next(work).article.id for _ in range(COUNT)]
    assert done == [str(number) for number in range(COUNT)]
    with pytest.raises(OSError, match="broke off"):
        next(work)


@by_event_loop
def test_articles_before_a_fault_of_the_input_are_delivered_on_a_loop(many: Many) -> None:
    done: list[str] = []
    with pytest.raises(OSError, match="broke off"):
        asyncio.run(collect(many(extractor(), failing(), concurrency=4), done))
    assert len(done) == COUNT


@by_event_loop
def test_a_watch_that_fails_fails_no_article_and_ends_the_batch(many: Many) -> None:
    done: list[str] = []

    def fail(article: Article, _: Outcome) -> None:
        if article.id == "3":
            raise ZeroDivisionError("not foreseen")

    articles = (Article(text=f"Story {number}.", id=str(number)) for number in range(1000))
    with pytest.raises(ZeroDivisionError, match="not foreseen"):
        asyncio.run(collect(many(extractor(), articles, concurrency=2, watch=fail), done))
    assert "3" in done
    assert len(done) < 100
