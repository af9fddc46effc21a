"""A run that is kept in a ledger: it can die at any time, and goes on when it is called again."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.request import Usage
from llmextract.errors import DONE, FAILED, INTERRUPTED, RESUMABLE, counted
from llmextract.judge.policy import RULES
from llmextract.run.batch import MOST_ALIKE, Alike, is_stopping, process_batch
from llmextract.run.export import write_jsonl
from llmextract.run.extraction import Attempt, Extraction, RunStatus
from llmextract.run.extractor import Extractor
from llmextract.run.ledger import Admission, Decision, Ledger, RunKey, ledger_path
from llmextract.run.limits import Price
from llmextract.run.models import model_name
from llmextract.run.report import Report
from llmextract.run.stopping import draining

# Of many articles that are gone these are named.
_MOST_NAMED = 10
_REFUSED = (
    f"stopping: {MOST_ALIKE} articles in a row were refused with the same words; mend this, then "
    f"run the same command again, and retry for those that failed"
)

_TAKEN_AWAY = (
    "the ledger was taken away while the run went on: the next run knows nothing of what was done, "
    "which is written now for the last time; keep a copy of the output"
)


@dataclass(frozen=True)
class Kept:
    """What a kept run needs beside its extractor and its articles."""

    ledger: Ledger
    output: Path
    articles: int
    """How many the input has."""
    concurrency: int
    price: Price | None


def run_key(extractor: Extractor[BaseModel]) -> RunKey:
    """What every result of a run depends on; a ledger of another key is not continued."""
    digests = extractor.fingerprint
    return RunKey(
        schema=digests.schema,
        prompt=digests.prompt,
        policy=digests.policy,
        model=model_name(extractor.settings),
        library=f"rules {RULES}",
    )


async def run_kept(
    extractor: Extractor[BaseModel], articles: Iterable[Article], kept: Kept, report: Report
) -> int:
    """Do what is left to do, write the output, and give the exit code."""
    stop = asyncio.Event()
    seen, alike = _Seen(), Alike()
    code = DONE
    with draining(stop, report.say, extractor.drain) as signals:
        try:
            due = seen.due(kept.ledger.admit(articles), kept.ledger, report.leave_done)
            work = process_batch(
                extractor, due, concurrency=kept.concurrency, watch=report.watch, stop=stop
            )
            async with aclosing(work):
                async for extraction in work:
                    ended = _keep(extraction, kept)
                    report.add(extraction, deferred=ended == RESUMABLE)
                    code = max(code, ended)
                    if code == RESUMABLE and not stop.is_set():
                        report.say("stopping: mend this, then run the same command again")
                        stop.set()
                    if alike.refuse(extraction) and not stop.is_set():
                        report.say(_REFUSED)
                        code = RESUMABLE
                        stop.set()
        except asyncio.CancelledError:
            if not signals:
                raise
    report.leave_out(kept.articles - seen.done - seen.failed)
    is_taken = not ledger_path(kept.output).exists()
    if is_taken:
        report.say(_TAKEN_AWAY)
    count = write_jsonl(kept.ledger.read().lines(), kept.output)
    if seen.done or seen.failed:
        failed = f", {seen.failed} had failed (see retry)" if seen.failed else ""
        report.say(f"{counted(seen.done, 'article')} done before{failed}")
    report.say(f"{kept.output}: {counted(count, 'line')}")
    gone = kept.ledger.left_out() if seen.is_whole else []
    if gone:
        report.say(_told(gone))
    if unread := kept.ledger.no_longer_read() if seen.is_whole else []:
        report.say(
            f"{counted(len(unread), 'article')} done before and no longer in the input: "
            f"{_named(unread)}; what was found stays in {kept.output} (--fresh leaves it out)"
        )
    if is_taken:
        return FAILED
    if signals:
        report.say("interrupted: the same command goes on from here")
        return INTERRUPTED
    return FAILED if code == DONE and (seen.failed or gone) else code


def _told(gone: Sequence[str]) -> str:
    """What to do about articles that are to be done and that nobody can read any more."""
    return (
        f"{counted(len(gone), 'article')} still to be done and no longer in the input: "
        f"{_named(gone)}; "
        f"left as before: put back what is missing, then run the same command again"
    )


def _named(articles: Sequence[str]) -> str:
    return ", ".join(articles[:_MOST_NAMED]) + (", ..." if articles[_MOST_NAMED:] else "")


@dataclass
class _Seen:
    """What an earlier run left: articles that are done, and such that failed."""

    done: int = 0
    failed: int = 0
    is_whole: bool = False
    """Whether all of the input was read."""

    def due(
        self,
        admissions: Iterable[Admission],
        ledger: Ledger,
        leave_done: Callable[[Article], None],
    ) -> Iterator[Article]:
        """The articles that are to be done in this run, noted as begun when they are taken."""
        for admission in admissions:
            if admission.is_due:
                ledger.start(admission.article.id)
                yield admission.article
            else:
                leave_done(admission.article)
                self.done += admission.decision is Decision.DONE
                self.failed += admission.decision is Decision.FAILED
        self.is_whole = True


def _keep(extraction: Extraction[BaseModel], kept: Kept) -> int:
    """Write an article's end into the ledger, and give the exit code that it asks for."""
    attempts = [_priced(attempt, kept.price) for attempt in extraction.attempts]
    error = extraction.errors[0] if extraction.errors else None
    identity = extraction.article.id
    if any(map(is_stopping, extraction.errors)):
        kept.ledger.defer(identity, attempts=attempts, error=error)
        return RESUMABLE
    kept.ledger.finish(
        identity, extraction.to_json(), status=extraction.status, attempts=attempts, error=error
    )
    return DONE if extraction.status is RunStatus.OK else FAILED


def _priced(attempt: Attempt, price: Price | None) -> Attempt:
    if price is None or attempt.cost is not None:
        return attempt
    counts = (attempt.prompt_tokens, attempt.completion_tokens, attempt.cached_tokens)
    return replace(attempt, cost=None if None in counts[:2] else price.cost(Usage(*counts)))
