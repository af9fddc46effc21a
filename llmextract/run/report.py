"""What a person sees of a run on stderr: progress, the records as they come, a closing table."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.wire import Json
from llmextract.errors import counted
from llmextract.judge.verdict import Span
from llmextract.run.extraction import Extraction, RunStatus
from llmextract.run.ledger import Summary
from llmextract.run.limits import Budget
from llmextract.run.outcome import Outcome
from llmextract.run.progress import Progress

DEFERRED = "deferred"


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


class Report(Progress):
    """The running report of an extraction.

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
        unit = "articles" if calls is None else "calls"
        super().__init__(total, unit, None if budget is None else lambda: budget.told)
        self.tally = Tally()
        self._calls = calls
        self._show_records = show_records
        self._budget = budget

    def watch(self, article: Article, outcome: Outcome) -> None:
        """Note that one call has ended, and show what it brought."""
        if self._calls is not None:
            self.advance()
        else:
            self.beat()
        if not self._show_records:
            return
        for judgement in outcome.judgements:
            if judgement.value is not None:
                told = _brief(judgement.value, judgement.spans)
                self.say(f"  {article.id} {outcome.job.group.name}: {told}")

    def add(self, extraction: Extraction[BaseModel], *, deferred: bool = False) -> None:
        """Note that one article is done, or `deferred`: left to the next run by its ledger."""
        state = DEFERRED if deferred else str(extraction.status)
        self.tally.add(extraction, state)
        if self._calls is None:
            self.advance()
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

    def leave_done(self, article: Article) -> None:
        """Note that an earlier run has done an article."""
        self.pass_over(1 if self._calls is None else self._calls(article))

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
            *self._sent(),
            ("tokens", told_tokens(tally)),
            *([("cost", f"{cost:.4f}")] if cost else []),
            ("seconds", f"{time.monotonic() - self.began:.1f}"),
        ]
        for name, said in rows:
            self.say(f"{name:<11}{said}")

    def _sent(self) -> Iterator[tuple[str, str]]:
        """The requests that were sent, where they are more than the calls that were answered."""
        sent = self._budget.sent if self._budget else 0
        if sent > self.tally.calls - self.tally.from_cache:
            yield "requests", f"{sent:,}, with those that failed or were no answer"


def _brief(value: BaseModel, spans: Mapping[str, Sequence[Span]]) -> str:
    """A record on one line: what is stated, in the words of the article, and its labels."""
    stated = value.model_dump(mode="json", exclude_defaults=True)
    return ", ".join(f"{name}: {_short(part, name, spans)}" for name, part in stated.items())


def _short(value: Json, path: str, spans: Mapping[str, Sequence[Span]], *, label: str = "") -> str:
    """A part of a record; inside another one, what is no words of the article is in brackets."""
    match value:
        case _ if path in spans:
            return " ".join(spans[path][0].exact.split())
        case dict():
            parts = (
                _short(part, f"{path}.{name}", spans, label="({})")
                for name, part in value.items()
                if part not in (None, [])
            )
            return " ".join(parts)
        case list():
            return "; ".join(_short(part, f"{path}[{n}]", spans) for n, part in enumerate(value))
        case _:
            return label.format(value) if label else str(value)


def _counts(counter: Counter[str]) -> str:
    parts = ", ".join(f"{name} {count}" for name, count in counter.most_common())
    return f"{counter.total()} ({parts})" if parts else "0"


def told_tokens(used: Tally | Summary) -> str:
    """The tokens that were paid, and how many attempts said nothing of theirs."""
    told = f"{used.prompt_tokens:,} in, {used.completion_tokens:,} out"
    if used.uncounted:
        told += f"; {counted(used.uncounted, 'attempt')} said nothing of theirs"
    return told
