"""The extractor: a schema and a model, applied to articles one by one or many at once."""

import threading
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, aclosing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

from pydantic import BaseModel

from llmextract.article.article import Article, refuse_other
from llmextract.ask.conversation import adrive, drive
from llmextract.ask.examples import Example
from llmextract.ask.request import Model, Usage, is_long
from llmextract.ask.wire import Json
from llmextract.errors import Failure, InputError, SettingsError
from llmextract.run.extraction import Extraction, RunError, RunStatus
from llmextract.run.flow import examine
from llmextract.run.given import Given
from llmextract.run.limits import Limits, estimate
from llmextract.run.models import Progress, model_name, open_model
from llmextract.run.outcome import Job, Outcome, conclude, in_place
from llmextract.run.plan import count_calls, fingerprint, halves, make_jobs, make_plans
from llmextract.settings import Settings

if TYPE_CHECKING:
    import asyncio

    from openai import AsyncOpenAI, OpenAI

    from llmextract.ask.retry import Pace

T = TypeVar("T", bound=BaseModel)

# After one of these no other call of the article can go better.
_HOPELESS = frozenset(
    {
        Failure.BAD_KEY,
        Failure.SPENT_QUOTA,
        Failure.UNREACHABLE,
        Failure.BAD_REQUEST,
        Failure.CASSETTE,
    }
)

# Calls of one article that are begun at a time: a long one's requests are not all written at once.
_MOST_JOBS = 256
# Articles held for each call in flight: one that takes 16 times as long as most holds up none.
_AHEAD = 16

Watch = Callable[[Article, Outcome], None]


class Extractor(Generic[T]):
    """Fills Pydantic models from articles, and lets nothing through that the article does not say.

    `schema` is one model or several; `model` a name the endpoint knows, `local` for the embedded
    model, the path of a `.gguf` file, or a scripted model. `client` is your own OpenAI client
    (Azure, proxies, headers). With `grammar`, for llama.cpp, a model can write nothing but words
    of the sentence, figures and times that are read there, and labels; with `enums`, where an
    endpoint holds a reply to its schema, no other figures, times and sentences. `examples`
    replace the shipped worked examples, by schema name. `policy` says what becomes of rejected
    fields: `drop` leaves them out, `strict` rejects their record, `report` keeps and flags them.
    `repair` asks once more for them: for all (`on`), or those without which a record falls
    (`required`). With `verify` every record is shown to a model once more, with its sentences, and
    falls where that says no. `pace` says when calls may leave (see `llmextract.run.limits.Limits`);
    `cache` is a folder where replies are kept, so that no request is paid twice. The rest is as in
    `Settings`.
    Raises `SchemaError` and `SettingsError` before any call.
    """

    def __init__(
        self,
        schema: type[T] | Sequence[type[T]],
        *,
        model: str | Model | None = None,
        base_url: str | None = None,
        client: "OpenAI | AsyncOpenAI | None" = None,
        temperature: float | None = None,
        seed: int | None = None,
        window: int | None = None,
        context: int | None = None,
        max_tokens: int | None = None,
        extra_body: Mapping[str, Json] | None = None,
        grammar: bool | None = None,
        enums: bool = False,
        policy: str | None = None,
        repair: str | None = None,
        verify: bool = False,
        verify_model: str | None = None,
        verify_threshold: float | None = None,
        examples: Mapping[str, Sequence[Example]] | None = None,
        pace: "Pace | None" = None,
        cache: Path | str | None = None,
    ) -> None:
        _refuse_others(model, client, base_url)
        scripted = None if model is None or isinstance(model, str) else model
        self.settings = Settings.load(
            model=scripted.name if scripted else model,
            base_url=str(client.base_url) if client else base_url,
            temperature=temperature,
            seed=seed,
            window=window,
            context=context,
            max_tokens=max_tokens,
            extra_body=extra_body,
            grammar=grammar,
            enums=enums,
            policy=policy,
            repair=repair,
            verify=verify,
            verify_model=verify_model,
            verify_threshold=verify_threshold,
        )
        self._plans = make_plans(_each(schema), self.settings, examples or {})
        self.fingerprint = fingerprint(self._plans, self.settings)
        self._client, self._model = client, scripted
        # Ours lets no call of a batch leave once one was turned away for all of them.
        self._own = Limits() if pace is None else None
        self._pace = pace or self._own
        self._cache = None if cache is None else Path(cache)
        self._opened, self._opening = ExitStack(), threading.Lock()

    def open(
        self, progress: Progress | None = None, trouble: Callable[[str], None] | None = None
    ) -> Model:
        """Fetch and start what the model needs now, rather than at the first call.

        `progress` is told the bytes of a download, done and in all, `trouble` why replies cannot be
        kept in the cache, once.
        """
        with self._opening:
            if self._model is None:
                self._model, self._opened = open_model(
                    self.settings,
                    client=self._client,
                    progress=progress,
                    pace=self._pace,
                    cache=self._cache,
                    trouble=trouble,
                )
            return self._model

    def close(self) -> None:
        """Close connections and end the embedded model."""
        self._opened.close()
        self._opened, self._model = ExitStack(), None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def extract(self, article: Article, *, watch: Watch | None = None) -> Extraction[T]:
        """Extract the records of one article, call by call.

        Never raises for what an endpoint does: a failed call is in `errors`, and `status` says so.
        What is too long to ask or to answer is asked again in halves.
        `watch` is told of each call as it ends. Raises `InputError` for what is no `Article`.
        """
        refuse_other(article)
        self.renew()
        return self._extract(article, watch)

    def _extract(self, article: Article, watch: Watch | None = None) -> Extraction[T]:
        model = self.open()

        def ask(job: Job) -> list[Outcome]:
            outcome, *further = [
                each.without_request()
                for each in drive(examine(article, job, self.settings), model.send)
            ]
            if watch is not None:
                watch(article, outcome)
            parts = halves(self._plans, article, job, self.settings) if outcome.is_too_much else ()
            if not parts:
                return [outcome, *further]
            return in_place(outcome, [each for part in parts for each in ask(part)])  # noqa: F821 (deleted below)

        outcomes: list[Outcome] = []
        for job in make_jobs(self._plans, article, self.settings):
            outcomes += ask(job)
            if _is_hopeless(outcomes[-1]):
                break
        del ask  # as in `aextract`
        return self._concluded(article, outcomes)

    async def aextract(
        self,
        article: Article,
        *,
        watch: Watch | None = None,
        limit: "asyncio.Semaphore | None" = None,
    ) -> Extraction[T]:
        """Extract the records of one article, calls side by side; a batch's `limit` bounds them."""
        import asyncio

        from llmextract.run.rolling import rolling

        refuse_other(article)
        if limit is None:
            self.renew()
        model = self._model
        if model is None:
            model = await asyncio.to_thread(self.open)
        limit = limit or asyncio.Semaphore(8)
        hopeless = False

        async def ask(job: Job) -> list[Outcome]:
            nonlocal hopeless
            async with limit:
                if hopeless:
                    return []
                flow = examine(article, job, self.settings)
                outcome, *further = [
                    each.without_request()
                    for each in await adrive(flow, model.asend, takes_long=is_long)
                ]
            if any(map(_is_hopeless, (outcome, *further))):
                hopeless = True
            if watch is not None:
                watch(article, outcome)
            parts = halves(self._plans, article, job, self.settings) if outcome.is_too_much else ()
            if not parts:
                return [outcome, *further]
            answers = await asyncio.gather(*map(ask, parts))  # noqa: F821 (deleted below)
            return in_place(outcome, [each for answer in answers for each in answer])

        jobs = make_jobs(self._plans, article, self.settings)
        work = rolling(ask, jobs, width=_MOST_JOBS, ahead=_MOST_JOBS)
        async with aclosing(work):
            outcomes = [each async for _, task in work for each in task.result()]
        # It holds itself and by that the article, which would stay until garbage is collected.
        del ask
        return self._concluded(article, outcomes)

    def extract_many(
        self, articles: Iterable[Article], *, concurrency: int = 32
    ) -> Iterator[Extraction[T]]:
        """Extract from many articles in threads, in the order of the articles.

        A slow article holds up no call: up to 16 times `concurrency` articles are begun and held
        behind it, and no more, so memory stays flat however many there are. Once an endpoint turns
        everybody away (bad key, spent quota), no further call leaves. What `articles` raises is
        raised when those before it are given.
        """
        from concurrent.futures import ThreadPoolExecutor

        refuse_none(concurrency)
        self.renew()
        waiting = Given(only_articles(articles))
        pool = ThreadPoolExecutor(concurrency)
        try:
            pending = deque(
                pool.submit(self._extract, each) for each in islice(waiting, _AHEAD * concurrency)
            )
            while pending:
                yield pending.popleft().result()
                pending.extend(pool.submit(self._extract, each) for each in islice(waiting, 1))
            waiting.check()
        finally:
            # Whoever stops early wants no further call.
            pool.shutdown(cancel_futures=True)

    async def aextract_many(
        self, articles: Iterable[Article], *, concurrency: int = 32, watch: Watch | None = None
    ) -> AsyncGenerator[Extraction[T], None]:
        """Extract from many articles on this event loop, in the order of the articles.

        `concurrency` calls are in flight, those of the earliest articles first. A slow one holds up
        no other: up to 16 times as many articles are begun and held behind it, and no more. Faults
        of `articles` and of `watch` are raised when what was begun is given, as in `extract_many`.
        """
        import asyncio

        from llmextract.run.rolling import rolling

        refuse_none(concurrency)
        self.renew()
        limit = asyncio.Semaphore(concurrency)
        given = Given(only_articles(articles))
        watch = given.guarded(watch)
        work = rolling(
            lambda article: self.aextract(article, watch=watch, limit=limit),
            given,
            width=concurrency,
            ahead=_AHEAD * concurrency,
        )
        try:
            async with aclosing(work):
                async for _, task in work:
                    yield task.result()
            given.check()
        finally:
            await self.aclose()

    def renew(self) -> None:
        """Let calls leave again after one that was turned away for all, unless `pace` was given."""
        if self._own is not None:
            self._own.renew()

    def drain(self) -> None:
        """Let no call wait any more for its turn; those in flight end as they would."""
        if isinstance(self._pace, Limits):
            self._pace.drain()

    def calls(self, article: Article) -> int:
        """How many calls an article takes, re-asks aside."""
        return count_calls(self._plans, article, self.settings)

    def estimate(self, article: Article) -> Iterator[Usage]:
        """About how many tokens each call of an article will take; a reply is only guessed at."""
        return (estimate(job.request) for job in make_jobs(self._plans, article, self.settings))

    def failed(self, article: Article, kind: Failure, message: str) -> Extraction[T]:
        """The extraction of an article that could not even be asked about."""
        return replace(
            self._concluded(article, ()),
            status=RunStatus.FAILED,
            errors=(RunError(kind, message, attempts=0),),
        )

    async def aclose(self) -> None:
        """Close the connections made on this event loop; `close` ends the rest."""
        if self._model is not None:
            await self._model.aclose()

    def _concluded(self, article: Article, outcomes: Sequence[Outcome]) -> Extraction[T]:
        name = model_name(self.settings)
        # The values are built by the very models the plans were made from.
        return cast("Extraction[T]", conclude(article, name, self.fingerprint, outcomes))


def _is_hopeless(outcome: Outcome) -> bool:
    return outcome.error is not None and outcome.error.kind in _HOPELESS


def _each(schema: type[T] | Sequence[type[T]]) -> tuple[type[T], ...]:
    # A name is a sequence too, of letters: `make_plans` refuses it.
    return (schema,) if isinstance(schema, type | str) else tuple(schema)


def _refuse_others(model: object, client: object, base_url: str | None) -> None:
    """Raise `SettingsError` for what is no model or no client, and for two addresses."""
    if not isinstance(model, str | None) and not isinstance(getattr(model, "name", None), str):
        raise SettingsError(f"model: a name, a path or a model is expected, not {model!r:.80}")
    if client is None:
        return
    if not hasattr(client, "base_url"):
        raise SettingsError(f"client: give an OpenAI client, not {client!r:.80}")
    if base_url is not None:
        raise SettingsError("base_url: the client has its own; give one of the two")


def only_articles(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles; raises `InputError` at what is none."""
    if not isinstance(cast("object", articles), Iterable):
        raise InputError(f"articles: several are expected, not {articles!r:.80}")
    for article in articles:
        refuse_other(article)
        yield article


def refuse_none(concurrency: int) -> None:
    """Raise `SettingsError` for so few calls in flight that none would ever leave."""
    if concurrency < 1:
        raise SettingsError(f"concurrency: {concurrency} calls in flight; give 1 or more")
