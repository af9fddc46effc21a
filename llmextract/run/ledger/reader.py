"""Reading a ledger, while a run goes on or afterwards; needs no lock and changes nothing."""

import sqlite3
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from llmextract.ask.request import Usage
from llmextract.errors import Failure, LedgerError
from llmextract.run.extraction import Attempt, RunStatus
from llmextract.run.ledger.fault import damaged, explaining
from llmextract.run.ledger.rows import (
    FailureCount,
    KeptArticle,
    KeptAttempt,
    RunKey,
    State,
    Summary,
)
from llmextract.run.ledger.store import (
    ATTEMPTS_OF,
    as_bytes,
    as_text,
    encode,
    ledger_path,
    open_store,
    read_key,
    seal,
)

_LINES = """
SELECT r.article, a.id, a.sha256, a.published, r.state, r.line, r.seal
FROM results AS r LEFT JOIN articles AS a ON a.ordinal = r.article
ORDER BY r.article
"""
_ARTICLES = """
SELECT a.ordinal, a.id, a.sha256, a.published, a.state, r.state, r.line, r.seal
FROM articles AS a LEFT JOIN results AS r ON r.article = a.ordinal
ORDER BY a.ordinal
"""
_TOTALS = """
SELECT count(*), total(try = 0), total(cost), count(*) - count(cost) FROM attempts
"""
# Of the columns that are not grouped by, SQLite takes those of the row that has the maximum.
_FAILURES = """
SELECT failure, count(*), message, id, max(changed) FROM articles
WHERE failure IS NOT NULL AND state IN ('partial', 'failed', 'deferred')
GROUP BY failure ORDER BY count(*) DESC, failure
"""
# What came out of the cache took no try.
_SPENT = """
SELECT total(prompt_tokens), total(completion_tokens), total(cached_tokens),
       count(*) - count(prompt_tokens + completion_tokens)
FROM attempts WHERE try > 0
"""


class Reader:
    """Looks into a ledger; every answer is of one moment, whatever is written meanwhile."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def lines(self) -> Iterator[bytes]:
        """The result lines, without line ends, in the order in which articles were first read.

        Articles enter in input order and commits keep that order, so dying can cut it short but
        never change it, and it does not matter which article was answered first. Raises
        `LedgerError` at a line that is not the one that was written.
        """
        with explaining(self._path):
            for row in self._connection.execute(_LINES):
                ordinal, identity, sha256, published, state, line, sealed = row
                result = str(state).encode() + b"\n" + as_bytes(line)
                version = (str(sha256), published)
                if identity is None or sealed != seal(
                    ordinal, as_bytes(identity), version=version, result=result
                ):
                    raise damaged(self._path, f"the result of article {ordinal} was altered")
                yield as_bytes(line)

    def articles(self) -> Iterator[KeptArticle]:
        """Every article with its result line, if it has one, in the order of `lines`.

        Raises `LedgerError` at a line that is not the one that was written.
        """
        with explaining(self._path):
            for row in self._connection.execute(_ARTICLES):
                ordinal, identity, sha256, published, state, ended, line, sealed = row
                if line is not None:
                    result = str(ended).encode() + b"\n" + as_bytes(line)
                    version = (str(sha256), published)
                    if sealed != seal(ordinal, as_bytes(identity), version=version, result=result):
                        raise damaged(self._path, f"the result of article {ordinal} was altered")
                yield KeptArticle(
                    id=as_text(identity),
                    sha256=str(sha256),
                    published=published,
                    state=State(state),
                    result=None if line is None else RunStatus(ended),
                    line=line,
                )

    def summary(self) -> Summary:
        """How the batch stands."""
        with explaining(self._path), self._one_moment() as connection:
            counts = dict.fromkeys(State, 0)
            for state, count in connection.execute(
                "SELECT state, count(*) FROM articles GROUP BY state"
            ):
                counts[State(state)] = count
            attempts, from_cache, cost, unpriced = connection.execute(_TOTALS).fetchone()
            *tokens, uncounted = map(int, connection.execute(_SPENT).fetchone())
            runs, started = connection.execute(
                "SELECT count(*), coalesce(min(started), 0.0) FROM runs"
            ).fetchone()
            (ended,) = connection.execute(
                "SELECT max(changed) FROM articles WHERE state NOT IN ('pending', 'running')"
            ).fetchone()
            return Summary(
                key=read_key(self._path, connection),
                counts=counts,
                runs=runs,
                attempts=attempts,
                from_cache=int(from_cache),
                prompt_tokens=tokens[0],
                completion_tokens=tokens[1],
                cached_tokens=tokens[2],
                uncounted=uncounted,
                cost=cost,
                unpriced=unpriced,
                started=started,
                ended=ended,
                failures=tuple(_failure(*row) for row in connection.execute(_FAILURES)),
            )

    def spent(self) -> Usage:
        """The tokens of all attempts but those that the cache answered."""
        with explaining(self._path):
            return Usage(*map(int, self._connection.execute(_SPENT).fetchone()[:3]))

    def has_results(self) -> bool:
        """Whether any article has a result line."""
        with explaining(self._path):
            found = self._connection.execute("SELECT 1 FROM results LIMIT 1").fetchone()
            return found is not None

    def done(self) -> dict[str, tuple[tuple[str, str | None], State]]:
        """The articles that are not to be done, by id, with text digest, date and state."""
        with explaining(self._path):
            rows = self._connection.execute(
                "SELECT id, sha256, published, state FROM articles "
                "WHERE state IN ('ok', 'partial', 'failed')"
            )
            return {
                as_text(identity): ((sha256, published), State(state))
                for identity, sha256, published, state in rows
            }

    def key(self) -> RunKey:
        """What the results depend on beside the articles."""
        with explaining(self._path):
            return read_key(self._path, self._connection)

    def attempts(self, article: str) -> list[KeptAttempt]:
        """Every attempt made for an article, in order."""
        with explaining(self._path):
            rows = self._connection.execute(ATTEMPTS_OF, (encode(article),))
            return [_attempt(self._path, row) for row in rows]

    def recall(self, name: str) -> str | None:
        """What `Ledger.remember` kept under a name."""
        with explaining(self._path):
            query = "SELECT value FROM facts WHERE name = ?"
            row = self._connection.execute(query, (f"note.{name}",)).fetchone()
            return None if row is None else as_text(row[0])

    @contextmanager
    def _one_moment(self) -> Generator[sqlite3.Connection]:
        self._connection.execute("BEGIN")
        try:
            yield self._connection
        finally:
            self._connection.rollback()


@contextmanager
def read_ledger(output: Path) -> Generator[Reader]:
    """Open the ledger of an output to look into it; raises `LedgerError` where there is none."""
    path = ledger_path(output)
    if output.suffix == ".ledger" and output.is_file() and not path.exists():
        mine = output.with_suffix("")
        raise LedgerError(f"{output}: a ledger; name the output it belongs to: {mine}")
    connection = open_store(path, only_read=True)
    try:
        yield Reader(path, connection)
    finally:
        connection.close()


def _failure(
    kind: str, articles: int, message: bytes | None, identity: bytes, _changed: float
) -> FailureCount:
    return FailureCount(Failure(kind), articles, as_text(message or b""), as_text(identity))


_Row = tuple[
    int,
    str,
    int,
    str,
    bytes | None,
    int | None,
    int | None,
    int | None,
    int | None,
    float | None,
    float,
    float,
]


def _attempt(path: Path, row: _Row) -> KeptAttempt:
    run, call, number, outcome, reply, length, prompt, completion, cached, cost, began, took = row
    try:
        text = None if reply is None else as_text(zlib.decompress(reply))
    except zlib.error as error:
        raise damaged(path, f"a reply to the call {call} cannot be read") from error
    ended: Literal["ok"] | Failure = "ok" if outcome == "ok" else Failure(outcome)
    attempt = Attempt(
        call=call,
        number=number,
        outcome=ended,
        reply=text,
        prompt_tokens=prompt,
        completion_tokens=completion,
        cached_tokens=cached,
        cost=cost,
        started=began,
        seconds=took,
    )
    return KeptAttempt(run, attempt, length)
