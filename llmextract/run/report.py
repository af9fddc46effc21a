"""What a person sees of a run on stderr: progress, the records as they come, a closing table."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.wire import Json
from llmextract.errors import counted, escaped
from llmextract.run.extraction import Extraction, RunStatus
from llmextract.run.ledger import Summary
from llmextract.run.limits import Budget
from llmextract.run.outcome import Outcome

if TYPE_CHECKING:
    from rich.progress import TaskID


DEFERRED = "deferred"
# Where no bar can be seen and articles are slow, a line is said after so many seconds.
_SILENCE = 60.0
# Seconds and minutes up to here are told as such: "90 minutes", but "1.7 hours".
_MOST_OF_A_UNIT = 100


@dataclass
class Tally:
    """The sums of a run, for the closing table."""

    articles: Counter[str] = field(default_factory=Counter[str])
    records: Counter[str] = field(default_factory=Counter[str])
    codes: Counter[str] = field(default_factory=Counter[str])
    calls: int = 0
    from_cache: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    uncounted: int = 0

    def add(self, extraction: Extraction[BaseModel], state: str) -> None:
        """Count one article's extraction."""
        self.articles[state] += 1
        if state != DEFERRED:  # it has no line yet
            self.records.update(record.schema for record in extraction.records)
            self.codes.update(rejection.code for rejection in extraction.rejections)
        self.calls += extraction.usage.calls
        for attempt in extraction.attempts:
            if attempt.number == 0:  # paid before
                self.from_cache += 1
            elif attempt.prompt_tokens is None or attempt.completion_tokens is None:
                self.uncounted += 1
            else:
                self.prompt_tokens += attempt.prompt_tokens
                self.completion_tokens += attempt.completion_tokens


class Report:
    """The running report; a context manager, so that the bar is gone before all else is said.

    It counts calls where it is told how many an article takes (`calls`), else articles, up to
    `total`. `budget` knows what was spent so far.
    """

    def __init__(
        self,
        *,
        total: int,
        show_records: bool,
        calls: Callable[[Article], int] | None = None,
        budget: Budget | None = None,
    ) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        self.tally = Tally()
        self._began = self._told = time.monotonic()
        self._answered = 0
        self._passed = 0
        self._budget = budget
        self._show_records = show_records
        self._console: Console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        self._bar: Progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[told]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._calls = calls
        self._unit = unit = "articles" if calls is None else "calls"
        self._total = total
        self._task: TaskID = self._bar.add_task(unit, total=total, told="")

    def __enter__(self) -> "Report":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    @contextmanager
    def bytes(self, what: str) -> Generator[Callable[[int, int], None]]:
        """A bar for a download; on no terminal, a line every tenth."""
        task = self._bar.add_task(what, total=None, visible=False)
        said = 0

        def progress(done: int, total: int) -> None:
            nonlocal said
            self._bar.update(task, completed=done >> 20, total=total >> 20, visible=True)
            tenth = 10 * done // max(1, total)
            if tenth > said and not self._console.is_terminal:
                said = tenth
                self.say(f"{what}: {done >> 20} of {total >> 20} MB")

        yield progress
        self._bar.remove_task(task)

    def say(self, message: str) -> None:
        """One plain line; nothing in it is taken for markup, nor for an order to a terminal."""
        # Half a surrogate pair, of a file's name say, is more than a terminal takes.
        told = escaped(message).encode("utf-8", "backslashreplace").decode("utf-8")
        with suppress(OSError):  # what cannot be said, on a full disk say, stops no run
            self._console.print(told, markup=False)

    def watch(self, article: Article, outcome: Outcome) -> None:
        """Note that one call has ended, and show what it brought."""
        self._answered += 1
        if self._calls is not None:
            self._advance()
        if time.monotonic() - self._told > _SILENCE:
            self._tell()
        if not self._show_records:
            return
        for judgement in outcome.judgements:
            if judgement.value is not None:
                self.say(f"  {article.id} {outcome.job.group.name}: {_brief(judgement.value)}")

    def add(self, extraction: Extraction[BaseModel], *, deferred: bool = False) -> None:
        """Note that one article is done, or `deferred`: left to the next run by its ledger."""
        state = DEFERRED if deferred else str(extraction.status)
        self.tally.add(extraction, state)
        if self._calls is None:
            self._advance()
            if self.tally.articles.total() % max(100, self._total // 20) == 0:
                self._tell()
            if extraction.status is RunStatus.OK:
                return
        found = counted(len(extraction.records), "record")
        lost = counted(len(extraction.rejections), "rejection")
        told = state if deferred else f"{state}, {found}, {lost}"
        self.say(f"{extraction.article.id}: {told}")
        for error in extraction.errors:
            self.say(
                f"  {extraction.article.id}: {error.kind}: {error.message} "
                f"(attempts: {error.attempts})"
            )

    def pass_over(self, article: Article) -> None:
        """Note that an earlier run has done an article."""
        count = self._calls(article) if self._calls is not None else 1
        self._passed += count
        self._advance(count)

    @property
    def _done(self) -> int:
        return self._answered if self._calls is not None else self.tally.articles.total()

    def _advance(self, count: int = 1) -> None:
        if self._console.is_terminal:
            self._bar.update(self._task, advance=count, told=", ".join(self._so_far()))

    def _tell(self) -> None:
        """A line now and then where no bar can be seen."""
        self._told = time.monotonic()
        if not self._console.is_terminal:
            done = f"{self._passed + self._done:,} of {self._total:,} {self._unit}"
            self.say(", ".join((done, *self._so_far())))

    def _so_far(self) -> Iterator[str]:
        """What was spent, and how long the rest takes if it goes on at the pace so far."""
        if self._budget is not None:
            yield self._budget.told
        left = self._total - self._passed - self._done
        if self._done and left > 0:
            seconds = (time.monotonic() - self._began) / self._done * left
            yield f"about {told_time(seconds)} left"

    def leave_out(self, articles: int) -> None:
        """Note how many of so many articles were not done, for the run was stopped."""
        left = articles - self.tally.articles.total()
        if left > 0:
            self.tally.articles["not done"] += left

    def close(self, cost: float | None = None) -> None:
        """Print the closing table; `cost` is what all runs of a ledger have cost."""
        tally = self.tally
        cached = f"{tally.from_cache} of them answered by the cache"
        rows = [
            ("articles", _counts(tally.articles)),
            ("records", _counts(tally.records)),
            ("rejections", _counts(tally.codes)),
            ("calls", f"{tally.calls}{', ' + cached if tally.from_cache else ''}"),
            ("tokens", told_tokens(tally)),
            *([("cost", f"{cost:.4f}")] if cost else []),
            ("seconds", f"{time.monotonic() - self._began:.1f}"),
        ]
        for name, said in rows:
            self.say(f"{name:<11}{said}")


def _brief(value: BaseModel) -> str:
    """A record on one line: what is stated, without what is not."""
    stated = value.model_dump(mode="json", exclude_defaults=True)
    return ", ".join(f"{name}={_short(part)}" for name, part in stated.items())


def _short(value: Json) -> str:
    match value:
        case dict():
            return "/".join(_short(part) for part in value.values() if part not in (None, []))
        case list():
            return "[" + "; ".join(_short(part) for part in value) + "]"
        case _:
            return str(value)


def _counts(counter: Counter[str]) -> str:
    parts = ", ".join(f"{name} {count}" for name, count in counter.most_common())
    return f"{counter.total()} ({parts})" if parts else "0"


def told_time(seconds: float) -> str:
    """A stretch of time in the unit that fits it.

    >>> told_time(42), told_time(600), told_time(9000)
    ('42 seconds', '10 minutes', '2.5 hours')
    """
    minutes = seconds / 60
    if minutes < _MOST_OF_A_UNIT / 60:
        return counted(round(seconds), "second")
    if minutes < _MOST_OF_A_UNIT:
        return counted(round(minutes), "minute")
    return f"{minutes / 60:.1f} hours"


def told_tokens(used: Tally | Summary) -> str:
    """The tokens that were paid, and how many attempts said nothing of theirs."""
    told = f"{used.prompt_tokens:,} in, {used.completion_tokens:,} out"
    if used.uncounted:
        told += f"; {counted(used.uncounted, 'attempt')} said nothing of theirs"
    return told
