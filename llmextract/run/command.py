"""The extract command: from paths to result lines."""

import asyncio
import gc
import json
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.article.sources import Sourced, read_articles, refuse_twins
from llmextract.errors import (
    DONE,
    FAILED,
    INTERRUPTED,
    RESUMABLE,
    SettingsError,
    reason_of,
    say,
)
from llmextract.run.batch import is_stopping, run_batch
from llmextract.run.export import written_whole
from llmextract.run.extraction import RunStatus
from llmextract.run.extractor import Extractor
from llmextract.run.limits import Budget, Limits, total_tokens
from llmextract.run.models import LOCAL_SLOTS
from llmextract.run.order import Order
from llmextract.run.prices import read_prices
from llmextract.run.refusals import refuse_too_many, refuse_unfit
from llmextract.run.report import Report
from llmextract.run.stopping import draining
from llmextract.settings import LOCAL, Settings

# More articles than these are counted, not their calls: to count calls is to cut sentences.
_MOST_COUNTED = 200


def extract(order: Order, schemas: Sequence[type[BaseModel]]) -> int:
    """Extract from every article that can be read, and give the exit code."""
    limits = _limits(order)
    extractor = order.extractor(schemas, pace=limits, cache=_cache(order))
    input_ = _Input(order)
    refuse_unfit(order, extractor.settings)
    refuse_twins(input_.sources())
    if order.model is None and extractor.settings.model == LOCAL:
        say(
            "no --model, no --base-url and no OPENAI_API_KEY: "
            "using the embedded model (--model local)"
        )
    for error in input_.unread:
        say(error)
    if not input_.places:
        return FAILED
    if order.dry_run:
        return _dry_run(order, extractor, input_, limits.budget)
    with _few_collections():
        code = _run(order, extractor, input_, limits.budget)
    if input_.lost:
        say(input_.lost)
        return code or FAILED
    return code or (FAILED if input_.unread else DONE)


class _Input:
    """The articles of an order, read anew each time: none is kept."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self.articles = 0
        self.places = 0
        """The articles of all shards."""
        self.place_of: dict[str, int] = {}
        """Where the articles of a shard stand among all."""
        self.unread: list[str] = []
        self.lost = ""
        """What is to be told if the input has lost articles since they were counted."""

    def sources(self) -> Iterator[Sourced]:
        """Every source once, counted."""
        shard = self._order.shard
        for sourced in self._read():
            if sourced.article is not None:
                self.articles += shard is None or shard.holds(sourced.article.id)
                if shard is not None and shard.holds(sourced.article.id):
                    self.place_of.setdefault(sourced.article.id, self.places)
                self.places += 1
            elif sourced.error is not None:
                self.unread.append(str(sourced.error))
            yield sourced

    def read(self) -> Iterator[Article]:
        """The articles of the order's shard that can be read, in order."""
        shard, count = self._order.shard, 0
        for sourced in self._read():
            article = sourced.article
            if article is not None and (shard is None or shard.holds(article.id)):
                count += 1
                yield article
        if count < self.articles:
            self.lost = (
                f"the input changed while it was read: of {self.articles:,} articles only "
                f"{count:,} were still there; put back what is missing, then run the same command "
                f"again"
            )

    def _read(self) -> Iterator[Sourced]:
        order = self._order
        return read_articles(order.paths, published=order.published, without=order.output)


def _cache(order: Order) -> Path | None:
    """The folder of kept replies; none while a tape records or replays, which holds them itself."""
    if not order.cache or order.tape is not None or order.output is None:
        return None
    return Settings.load(model=order.model or LOCAL).cache_dir / "replies"


def _limits(order: Order) -> Limits:
    prices = {} if order.prices is None else read_prices(order.prices)
    named = order.model or ""
    return Limits(
        model=named,
        requests=order.requests,
        tokens=order.tokens,
        budget_tokens=order.budget_tokens,
        budget=order.budget,
        prices=prices,
    )


def _dry_run(
    order: Order, extractor: Extractor[BaseModel], input_: "_Input", budget: Budget
) -> int:
    """Say what a run would ask for and cost."""
    from llmextract.run.forecast import forecast

    for line in forecast(extractor, input_.read(), order, budget):
        say(line)
    return FAILED if input_.unread else DONE


def _run(order: Order, extractor: Extractor[BaseModel], input_: _Input, budget: Budget) -> int:
    calls = extractor.calls if input_.articles <= _MOST_COUNTED else None
    total = input_.articles if calls is None else sum(map(calls, input_.read()))
    concurrency = order.concurrency or (LOCAL_SLOTS if extractor.settings.is_local else 32)
    refuse_too_many(concurrency)
    _refuse_slow(order, extractor, input_)
    report = Report(total=total, show_records=order.watch, calls=calls, budget=budget)
    if order.output is None or order.tape is not None:
        with extractor, report:
            if order.tape is None or order.tape.record:
                _open(extractor, report)
            code = asyncio.run(_stream(extractor, input_, order, concurrency, report))
        report.close()
        return code
    from llmextract.run.changes import refuse_changed
    from llmextract.run.ledger import open_ledger
    from llmextract.run.resume import Kept, run_kept, run_key
    from llmextract.run.status import told_again

    # Other commands may run in another environment, which would name another model.
    named, key = replace(order, model=extractor.settings.model), run_key(extractor)
    if not order.fresh:
        refuse_changed(order.output, key, named)
    with open_ledger(order.output, key, fresh=order.fresh) as ledger:
        if ledger.set_aside is not None:
            say(f"the ledger that was there is now {ledger.set_aside}")
        ledger.remember("order", named.remembered())
        if order.shard is not None:
            ledger.remember("places", json.dumps(input_.place_of))
        if order.again:
            again, summary = ledger.reset(order.again), ledger.read().summary()
            if not again and summary.done >= input_.articles:
                kinds = " or ".join(order.again)
                say(f"{order.output}: nothing to do again: no article is {kinds}")
                return DONE
            say(told_again(again, summary, input_.articles))
        budget.begin(ledger.read().spent())
        kept = Kept(ledger, order.output, input_.articles, concurrency, budget.price)
        with extractor, report:
            _open(extractor, report)
            code = asyncio.run(run_kept(extractor, input_.read(), kept, report))
        report.close(cost=ledger.read().summary().cost)
    return code


def _refuse_slow(order: Order, extractor: Extractor[BaseModel], input_: _Input) -> None:
    """Raise `SettingsError` for a rate of tokens below what one call takes."""
    if order.tokens is None:
        return
    for article in islice(input_.read(), 1):
        needed = max((total_tokens(usage) for usage in extractor.estimate(article)), default=0)
        if needed > order.tokens:
            raise SettingsError(
                f"--tpm {order.tokens:g}: one call takes about {needed:,} tokens; give at least "
                f"so many, or show less a call with --window"
            )


async def _stream(
    extractor: Extractor[BaseModel],
    input_: _Input,
    order: Order,
    concurrency: int,
    report: Report,
) -> int:
    """Write result lines in input order, as they come; nothing is kept."""
    stop = asyncio.Event()
    code = DONE
    drained = draining(stop, report.say, extractor.drain)
    with _writer(order.output) as write, drained as signals:
        work = run_batch(
            extractor,
            input_.read(),
            concurrency=concurrency,
            tape=order.tape,
            watch=report.watch,
            stop=stop,
        )
        try:
            async with aclosing(work):
                async for extraction in work:
                    is_struck = any(map(is_stopping, extraction.errors))
                    if is_struck and (code == RESUMABLE or signals):
                        continue  # the first one says why, or whoever stopped it knows
                    write(extraction.to_json())
                    report.add(extraction)
                    if is_struck:
                        report.say(
                            "stopping: this run is not kept (see -o); mend this, and the same "
                            "command begins anew"
                        )
                    ended = DONE if extraction.status is RunStatus.OK else FAILED
                    code = max(code, RESUMABLE if is_struck else ended)
        except asyncio.CancelledError:
            if not signals:
                raise
    report.leave_out(input_.articles)
    if signals:
        report.say("interrupted: this run is not kept (see -o); the same command begins anew")
        return INTERRUPTED
    return code


@contextmanager
def _few_collections() -> Generator[None]:
    """Let Python look for garbage more seldom: results leave none, and looking takes a tenth."""
    before = gc.get_threshold()
    gc.set_threshold(10_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _open(extractor: Extractor[BaseModel], report: Report) -> None:
    """Start the model before the first call, so that a fault there is said once and at once."""
    with report.bytes("fetching the model") as progress:
        extractor.open(progress, trouble=report.say)


@contextmanager
def _writer(path: Path | None) -> Generator[Callable[[str], None]]:
    """Where result lines go: stdout, or a file that takes its name only when it is whole."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        yield lambda line: print(line, flush=True)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"-o {path}: {reason_of(error)}; give a file that can be written"
        ) from error
    with written_whole(path) as aside:
        yield lambda line: aside.write(line.encode())
