"""What is written into a ledger, statement by statement; each function runs in a transaction."""

import os
import sqlite3
import time
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from llmextract.article.article import Article
from llmextract.errors import InputError, LedgerError
from llmextract.run.extraction import Attempt, RunError, RunStatus
from llmextract.run.ledger.fault import damaged
from llmextract.run.ledger.rows import Decision, State
from llmextract.run.ledger.store import ADD_ATTEMPT, as_text, encode, seal

REPLY_CAP = 1_000_000
"""Characters of a raw reply that are kept: a model in a loop must not fill the disk."""
_DECISIONS = {
    State.OK: Decision.DONE,
    State.PARTIAL: Decision.DONE,
    State.FAILED: Decision.FAILED,
    State.PENDING: Decision.UNFINISHED,
    State.RUNNING: Decision.UNFINISHED,
    State.DEFERRED: Decision.UNFINISHED,
}
_ADMIT_NEW = """
INSERT INTO articles (id, sha256, published, state, run, changed)
VALUES (?, ?, ?, 'pending', ?, ?)
"""
_AGAIN = "UPDATE articles SET state = 'pending', run = ? WHERE ordinal = ?"
_ADMIT_CHANGED = """
UPDATE articles
SET sha256 = ?, published = ?, state = 'pending', run = ?, changed = ?, failure = NULL,
    message = NULL
WHERE ordinal = ?
"""
# A failure takes no result away that an earlier try has brought.
_KEEP_RESULT = """
INSERT INTO results (article, state, line, seal) VALUES (?, ?, ?, ?)
ON CONFLICT (article) DO UPDATE
SET state = excluded.state, line = excluded.line, seal = excluded.seal
WHERE excluded.state <> 'failed' OR results.state = 'failed'
"""
_FINISH = """
UPDATE articles
SET state = (SELECT state FROM results WHERE article = ordinal),
    changed = ?, failure = ?, message = ?
WHERE ordinal = ?
"""
_DEFER = """
UPDATE articles SET state = 'deferred', changed = ?, failure = ?, message = ? WHERE ordinal = ?
"""


@dataclass(frozen=True)
class Known:
    """An article that the ledger holds already."""

    ordinal: int
    sha256: str
    published: str | None
    state: State
    run: int


@dataclass(frozen=True)
class Ending:
    """How an article's turn in a run ended."""

    run: int
    article: str
    attempts: tuple[Attempt, ...]
    error: RunError | None

    def reason(self) -> tuple[float, str | None, bytes | None]:
        """When it ended and, unless all went well, why."""
        if self.error is None:
            return time.time(), None, None
        return time.time(), str(self.error.kind), encode(self.error.message)


def begin_run(connection: sqlite3.Connection) -> int:
    """Number a run; what was in flight belonged to a run that is dead, for its lock was free."""
    connection.execute("BEGIN IMMEDIATE")
    release(connection)
    row = (time.time(), os.getpid())
    number = connection.execute("INSERT INTO runs (started, pid) VALUES (?, ?)", row).lastrowid
    connection.execute("COMMIT")
    assert number is not None
    return number


def end_run(connection: sqlite3.Connection, run: int) -> None:
    """Note that a run ended in order."""
    release(connection)
    connection.execute("UPDATE runs SET ended = ? WHERE number = ?", (time.time(), run))


def release(connection: sqlite3.Connection) -> None:
    """Put back what is in flight."""
    connection.execute("UPDATE articles SET state = 'pending' WHERE state = 'running'")


def admit_group(
    connection: sqlite3.Connection,
    group: Sequence[Article],
    *,
    run: int,
    path: Path,
    again: Collection[State] = (),
) -> list[Decision]:
    """Enter articles in order, to be done if they stand in one of the states `again`.

    Raises before anything is written.
    """
    known = [_find(connection, article.id) for article in group]
    _refuse_twins(group, known, run)
    for article, row in zip(group, known, strict=True):
        if row is not None and _is_changed(article, row):
            _check_seal(connection, article.id, row, path=path)
    return [
        _enter(connection, article, row, run=run, again=again)
        for article, row in zip(group, known, strict=True)
    ]


def start(connection: sqlite3.Connection, article: str) -> None:
    """Note that an article is in flight."""
    connection.execute("UPDATE articles SET state = 'running' WHERE id = ?", (encode(article),))


def keep_result(
    connection: sqlite3.Connection, ending: Ending, *, status: RunStatus, line: bytes
) -> None:
    """Keep a result line with its seal, and how it came about."""
    row = _find_admitted(connection, ending.article)
    sealed = _seal(ending.article, row, state=status, line=line)
    connection.execute(_KEEP_RESULT, (row.ordinal, str(status), line, sealed))
    connection.execute(_FINISH, (*ending.reason(), row.ordinal))
    _keep_attempts(connection, ending, row.ordinal)


def defer(connection: sqlite3.Connection, ending: Ending) -> None:
    """Leave an article for another run."""
    row = _find_admitted(connection, ending.article)
    connection.execute(_DEFER, (*ending.reason(), row.ordinal))
    _keep_attempts(connection, ending, row.ordinal)


def count(connection: sqlite3.Connection, states: Collection[State]) -> int:
    """How many articles are in one of these states."""
    statement = "SELECT count(*) FROM articles WHERE state = ?"
    return sum(connection.execute(statement, (str(each),)).fetchone()[0] for each in states)


def left_out(connection: sqlite3.Connection, states: Collection[State], *, run: int) -> list[str]:
    """The ids of articles in one of these states that a run did not admit, in order."""
    rows = connection.execute(
        "SELECT id, state FROM articles WHERE run <> ? ORDER BY ordinal", (run,)
    )
    return [as_text(identity) for identity, state in rows if State(state) in states]


def remember(connection: sqlite3.Connection, name: str, text: str) -> None:
    """Keep a note under a name."""
    row = (f"note.{name}", encode(text))
    connection.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", row)


def _find(connection: sqlite3.Connection, article: str) -> Known | None:
    row = connection.execute(
        "SELECT ordinal, sha256, published, state, run FROM articles WHERE id = ?",
        (encode(article),),
    ).fetchone()
    return None if row is None else Known(row[0], row[1], row[2], State(row[3]), row[4])


def _find_admitted(connection: sqlite3.Connection, article: str) -> Known:
    row = _find(connection, article)
    if row is None:
        raise LedgerError(f"the article {article!r} was never admitted to the ledger")
    return row


def _refuse_twins(group: Sequence[Article], known: Sequence[Known | None], run: int) -> None:
    """One result an id: a second article of that id would silently replace the first."""
    seen: set[str] = set()
    for article, row in zip(group, known, strict=True):
        if article.id in seen or (row is not None and row.run == run):
            raise InputError(
                f"two articles have the id {article.id!r}; rename one, for results could not tell "
                f"them apart"
            )
        seen.add(article.id)


def _is_changed(article: Article, row: Known) -> bool:
    return (article.sha256, _published(article)) != (row.sha256, row.published)


def _published(article: Article) -> str | None:
    """What relative dates are resolved against, so part of what a result depends on."""
    return article.published.isoformat() if article.published else None


def _check_seal(connection: sqlite3.Connection, article: str, row: Known, *, path: Path) -> None:
    """Tell an article that changed from a ledger that did, before its result is given up."""
    result = connection.execute(
        "SELECT state, line, seal FROM results WHERE article = ?", (row.ordinal,)
    ).fetchone()
    if result is not None and result[2] != _seal(article, row, state=result[0], line=result[1]):
        raise damaged(path, f"the result of article {row.ordinal} was altered")


def _seal(article: str, row: Known, *, state: str, line: bytes) -> bytes:
    version = (row.sha256, row.published)
    return seal(row.ordinal, encode(article), version=version, result=state.encode() + b"\n" + line)


def _enter(
    connection: sqlite3.Connection,
    article: Article,
    row: Known | None,
    *,
    run: int,
    again: Collection[State],
) -> Decision:
    version, now = (article.sha256, _published(article)), time.time()
    if row is None:
        connection.execute(_ADMIT_NEW, (encode(article.id), *version, run, now))
        return Decision.NEW
    if _is_changed(article, row):
        connection.execute(_ADMIT_CHANGED, (*version, run, now, row.ordinal))
        connection.execute("DELETE FROM results WHERE article = ?", (row.ordinal,))
        return Decision.CHANGED
    if row.state in again:
        connection.execute(_AGAIN, (run, row.ordinal))
        return Decision.UNFINISHED
    connection.execute("UPDATE articles SET run = ? WHERE ordinal = ?", (run, row.ordinal))
    return _DECISIONS[row.state]


def _keep_attempts(connection: sqlite3.Connection, ending: Ending, ordinal: int) -> None:
    for attempt in ending.attempts:
        reply = attempt.reply
        packed = None if reply is None else zlib.compress(encode(reply[:REPLY_CAP]), level=1)
        connection.execute(
            ADD_ATTEMPT,
            (
                ordinal,
                ending.run,
                attempt.call,
                attempt.number,
                str(attempt.outcome),
                packed,
                None if reply is None else len(reply),
                attempt.prompt_tokens,
                attempt.completion_tokens,
                attempt.cached_tokens,
                attempt.cost,
                attempt.started,
                attempt.seconds,
            ),
        )
