"""What stands in a ledger, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from llmextract.article.article import Article
from llmextract.errors import Failure
from llmextract.run.extraction import Attempt, RunStatus


class State(StrEnum):
    """Where an article stands; `running` lasts no longer than the process that holds the ledger."""

    PENDING = "pending"
    RUNNING = "running"
    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"
    DEFERRED = "deferred"


Retriable = Literal[State.PARTIAL, State.FAILED, State.DEFERRED]


class Decision(StrEnum):
    """What becomes of an article that is read: to be done (the first three), or not."""

    NEW = "new"
    CHANGED = "changed"
    """Known by its id, but with another text or date: its old result is void."""
    UNFINISHED = "unfinished"
    """Pending or deferred, or in flight when an earlier run ended."""
    DONE = "done"
    FAILED = "failed"
    """Taken again only after `Ledger.reset`."""


@dataclass(frozen=True)
class Admission:
    """An article as it enters a run."""

    article: Article
    decision: Decision

    @property
    def is_due(self) -> bool:
        """Whether the article is to be done in this run."""
        return self.decision not in (Decision.DONE, Decision.FAILED)


@dataclass(frozen=True)
class RunKey:
    """What every result of a ledger depends on beside the articles."""

    schema: str
    prompt: str
    policy: str
    model: str
    library: str


@dataclass(frozen=True)
class KeptAttempt:
    """An attempt as the ledger gives it back; of a reply longer than the cap only the beginning."""

    run: int
    attempt: Attempt
    reply_length: int | None


@dataclass(frozen=True)
class KeptArticle:
    """An article as the ledger gives it back.

    `line` is its result line, `result` how the extraction that gave it went; both are None where
    there is none. An article that is to be done again has one still.
    """

    id: str
    sha256: str
    published: str | None
    state: State
    result: RunStatus | None
    line: bytes | None


@dataclass(frozen=True)
class FailureCount:
    """How many articles ended in one kind of failure, and the last message it came with."""

    kind: Failure
    articles: int
    message: str
    article: str


@dataclass(frozen=True)
class Summary:
    """How a batch stands.

    `from_cache` of the attempts were answered by the cache: nothing was sent, and their tokens are
    not counted. Tokens and cost add up what is known; `uncounted` and `unpriced` are the attempts
    that said nothing of their tokens or their cost. `ended` is when the last article was finished.
    """

    key: RunKey
    counts: dict[State, int]
    runs: int
    attempts: int
    from_cache: int
    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int
    uncounted: int
    cost: float
    unpriced: int
    started: float
    ended: float | None
    failures: tuple[FailureCount, ...]

    @property
    def done(self) -> int:
        """How many articles have a result."""
        return sum(self.counts[state] for state in (State.OK, State.PARTIAL, State.FAILED))
