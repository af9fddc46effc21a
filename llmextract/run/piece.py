"""A piece of a great input: what a distributed engine sends to its workers.

An engine (Ray, Spark, a pool of processes) cuts its table into pieces and calls `extract_piece` on
each; function, rows and order are all it has to pickle. The key of an endpoint stays out of the
order: a worker reads it from its own environment.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.article.sources import article_of
from llmextract.ask.blocking import run_blocking
from llmextract.errors import InputError
from llmextract.run.batch import is_stopping, process_batch
from llmextract.run.extraction import Extraction, RunError
from llmextract.run.extractor import Extractor
from llmextract.run.order import Asking


@dataclass(frozen=True)
class PieceOrder(Asking):
    """What is asked of every row, as plain values; the schemas are pickled by their names.

    `model` is a name, `local` or the path of a `.gguf` file; `concurrency` the calls in flight of
    one worker. The rest is as in `Extractor`.
    """

    schemas: tuple[type[BaseModel], ...]
    published: date | None = None
    max_tokens: int | None = None
    concurrency: int = 32


def extract_piece(rows: Sequence[Mapping[str, object]], order: PieceOrder) -> list[str]:
    """The result lines of rows (`text`, `id`, and if given `published`, `title`, `url`), in order.

    One line a row, always: what fails is a line that says so. Once an endpoint turns everybody away
    (bad key, unknown model, spent quota, asked to wait), the rows that are left are not asked
    about, and their lines hold that error after no attempt: they are to be sent again. Raises
    `InputError`, before any call, for a row that is no article or an id that comes twice.
    """
    articles = _articles(rows, order.published)
    extractor = order.extractor(order.schemas, max_tokens=order.max_tokens)
    with extractor:
        done = run_blocking(_extract(extractor, list(articles.values()), order.concurrency))
    return [done[identity].to_json() for identity in articles]


async def _extract(
    extractor: Extractor[BaseModel], articles: Sequence[Article], concurrency: int
) -> dict[str, Extraction[BaseModel]]:
    stop = asyncio.Event()
    done: dict[str, Extraction[BaseModel]] = {}
    why: RunError | None = None
    work = process_batch(extractor, articles, concurrency=concurrency, stop=stop)
    async with aclosing(work):
        async for extraction in work:
            done[extraction.article.id] = extraction
            for error in extraction.errors:
                if is_stopping(error):
                    why = error
                    stop.set()
    for article in articles:
        if why is not None and article.id not in done:
            done[article.id] = extractor.failed(article, why.kind, why.message)
    return done


def _articles(rows: Sequence[Mapping[str, object]], published: date | None) -> dict[str, Article]:
    articles: dict[str, Article] = {}
    for number, row in enumerate(rows, start=1):
        # A number would name another article in every piece: an id is a must.
        if row.get("id") is None:
            raise InputError(f"row {number}: the field 'id' is missing")
        article = article_of(row, f"row {number}", published=published)
        if article.id in articles:
            raise InputError(f"row {number}: the id {article.id!r} comes twice in one piece")
        articles[article.id] = article
    return articles
