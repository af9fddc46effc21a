"""The extract command: from paths to result lines."""

import asyncio
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.article.sources import read_articles, refuse_twins
from llmextract.errors import SettingsError
from llmextract.run.batch import STOPPING, Tape, run_batch
from llmextract.run.extraction import RunStatus
from llmextract.run.extractor import Extractor
from llmextract.run.models import LOCAL_SLOTS
from llmextract.run.report import Report
from llmextract.settings import LOCAL

DONE, FAILED, RESUMABLE = 0, 1, 75


@dataclass(frozen=True)
class Order:
    """What the extract command was asked for."""

    paths: tuple[str, ...]
    output: Path | None
    schemas: tuple[type[BaseModel], ...]
    model: str | None
    base_url: str | None
    published: date | None
    concurrency: int | None
    window: int | None
    grammar: bool
    policy: str | None
    tape: Tape | None
    watch: bool
    dry_run: bool


def extract(order: Order) -> int:
    """Extract from every article that can be read, and give the exit code."""
    extractor = Extractor(
        order.schemas,
        model=order.model,
        base_url=order.base_url,
        window=order.window,
        grammar=order.grammar,
        policy=order.policy,
    )
    sources = list(read_articles(order.paths, published=order.published))
    refuse_twins(sources)
    articles = [sourced.article for sourced in sources if sourced.article is not None]
    unread = [sourced.error for sourced in sources if sourced.error is not None]
    calls = sum(extractor.calls(article) for article in articles)
    if order.model is None and extractor.settings.model == LOCAL:
        _say(
            "no --model, no --base-url and no OPENAI_API_KEY: "
            "using the embedded model (--model local)"
        )
    for error in unread:
        _say(str(error))
    if not articles:
        return FAILED
    if order.dry_run:
        _say(
            f"{len(articles)} articles, {calls} calls to {extractor.settings.model}; "
            f"nothing was asked"
        )
        return FAILED if unread else DONE
    with extractor, Report(calls=calls, show_records=order.watch) as report:
        if order.tape is None or order.tape.record:
            _open(extractor, report)
        code = asyncio.run(_run(extractor, articles, order, report))
    report.close()
    return code or (FAILED if unread else DONE)


async def _run(
    extractor: Extractor[BaseModel], articles: Sequence[Article], order: Order, report: Report
) -> int:
    concurrency = order.concurrency or (LOCAL_SLOTS if extractor.settings.is_local else 32)
    code = DONE
    work = run_batch(
        extractor, articles, concurrency=concurrency, tape=order.tape, watch=report.watch
    )
    with _writer(order.output) as out:
        async with aclosing(work):
            async for extraction in work:
                out.write(extraction.to_json() + "\n")
                out.flush()
                report.add(extraction)
                if extraction.status is not RunStatus.OK:
                    code = FAILED
                if any(error.kind in STOPPING for error in extraction.errors):
                    report.say("stopped: mend this, then run the same command again")
                    return RESUMABLE
    return code


def _open(extractor: Extractor[BaseModel], report: Report) -> None:
    """Start the model before the first call, so that a fault there is said once and at once."""
    with report.bytes("fetching the model") as progress:
        extractor.open(progress)


@contextmanager
def _writer(path: Path | None) -> Generator[TextIO]:
    """Where result lines go: stdout, or a file that takes its name only when it is whole."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        out = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f"-o {path}: {reason}; give a file that can be written") from error
    with out:
        yield out
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def _say(message: str) -> None:
    print(f"llmextract: {message}", file=sys.stderr)
