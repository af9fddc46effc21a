"""A batch: many articles through one extractor, in the order of the input."""

import asyncio
import hashlib
import re
from collections.abc import AsyncGenerator, Coroutine, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.errors import CassetteError, Failure, SettingsError
from llmextract.run.cassettes import cassette
from llmextract.run.extraction import Extraction, RunError, RunStatus
from llmextract.run.extractor import Extractor, Watch, only_articles, refuse_none
from llmextract.run.given import Given
from llmextract.run.rolling import rolling

T = TypeVar("T", bound=BaseModel)

# What strikes one article with these strikes all, but passes: stop, and let the user run again.
_STOPPING = frozenset({Failure.BAD_KEY, Failure.SPENT_QUOTA, Failure.DEFERRED})
# So many articles in a row that were refused alike, before a run is given up.
MOST_ALIKE = 20
# A call's own number, which makes the same words others.
_NUMBERED = re.compile(r"[\w-]*[0-9][\w-]*")
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def is_stopping(error: RunError) -> bool:
    """Whether a run stops here, for the user to mend something and run it again."""
    return error.strikes_all or error.kind in _STOPPING


class Alike:
    """Notices when articles are refused one after the other with the same words, and none is done.

    Then it is not the articles: the endpoint takes no such call.
    """

    def __init__(self) -> None:
        self._said = ""
        self._count = 0

    def refuse(self, extraction: Extraction[BaseModel]) -> bool:
        """Note one more article; whether no other is worth its call."""
        if extraction.status is not RunStatus.FAILED:
            self._count = 0
        for error in extraction.errors[:1]:
            if error.kind is Failure.BAD_REQUEST:
                said = _NUMBERED.sub("", error.message)
                self._count = self._count + 1 if said == self._said else 1
                self._said = said
        return self._count >= MOST_ALIKE


@dataclass(frozen=True)
class Tape:
    """A folder of cassettes, one an article, to record to or to replay from."""

    folder: Path
    record: bool

    def path(self, article: Article) -> Path:
        """The cassette of an article; an id that is no safe file name goes by its digest."""
        name = article.id
        if not _SAFE.fullmatch(name):
            name = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self.folder / f"{name}.yaml"


async def run_batch(
    extractor: Extractor[T],
    articles: Iterable[Article],
    *,
    concurrency: int,
    tape: Tape | None = None,
    watch: Watch | None = None,
    stop: asyncio.Event | None = None,
) -> AsyncGenerator[Extraction[T], None]:
    """Extract from each article, in input order.

    Once `stop` is set, or after an error that would strike them all, no further article is begun,
    and those in flight are finished.
    """
    stop = stop or asyncio.Event()
    articles = _until(stop, articles)
    if tape is None:
        work = extractor.aextract_many(articles, concurrency=concurrency, watch=watch)
    else:
        work = _on_tape(extractor, articles, concurrency=concurrency, tape=tape, watch=watch)
    async with aclosing(work):
        async for extraction in work:
            if any(map(is_stopping, extraction.errors)):
                stop.set()
            yield extraction


def _until(stop: asyncio.Event, articles: Iterable[Article]) -> Iterator[Article]:
    for article in articles:
        if stop.is_set():
            return
        yield article


async def process_batch(
    extractor: Extractor[T],
    articles: Iterable[Article],
    *,
    concurrency: int,
    watch: Watch | None = None,
    stop: asyncio.Event | None = None,
) -> AsyncGenerator[Extraction[T], None]:
    """Extract from each article, whichever is done first; a slow one holds up no other.

    At most `concurrency` calls are in flight, and as many articles. Once `stop` is set no further
    article is begun, and those in flight are finished. A fault of ours strikes one article only;
    one of `articles` or of `watch` is raised when what was begun is given.
    """
    refuse_none(concurrency)
    extractor.renew()
    limit = asyncio.Semaphore(concurrency)
    given = Given(only_articles(articles))
    watch = given.guarded(watch)

    def extract(article: Article) -> Coroutine[Any, Any, Extraction[T]]:
        return extractor.aextract(article, watch=watch, limit=limit)

    try:
        work = rolling(extract, given, width=concurrency, stop=stop)
        async with aclosing(work):
            async for article, task in work:
                try:
                    extraction = task.result()
                except SettingsError:  # strikes them all, and before any call
                    raise
                except Exception as error:  # noqa: BLE001 (recorded; the other articles go on)
                    said = f"{type(error).__name__}: {error}"
                    extraction = extractor.failed(article, Failure.INTERNAL, said)
                yield extraction
        given.check()
    finally:
        await extractor.aclose()


async def _on_tape(
    extractor: Extractor[T],
    articles: Iterable[Article],
    *,
    concurrency: int,
    tape: Tape,
    watch: Watch | None,
) -> AsyncGenerator[Extraction[T], None]:
    """One article at a time, as there is one cassette at a time; its calls go side by side."""
    extractor.renew()
    limit = asyncio.Semaphore(concurrency)
    if tape.record:
        # A download or a starting server is none of the calls to record.
        await asyncio.to_thread(extractor.open)
    try:
        for article in articles:
            try:
                with cassette(tape.path(article), record=tape.record):
                    extraction = await extractor.aextract(article, watch=watch, limit=limit)
            except CassetteError as error:
                extraction = extractor.failed(article, Failure.CASSETTE, str(error))
            yield extraction
    finally:
        await extractor.aclose()
