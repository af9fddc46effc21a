"""Joining ledgers: which of several results of an article stands, and copying it with its past."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from llmextract.errors import LedgerError, SettingsError
from llmextract.run.extraction import RunStatus
from llmextract.run.ledger.fault import damaged, explaining
from llmextract.run.ledger.rows import KeptArticle, State
from llmextract.run.ledger.store import ADD_ATTEMPT, ATTEMPTS_OF, as_bytes, encode, seal

# From worst to best.
_RESULTS = (None, RunStatus.FAILED, RunStatus.PARTIAL, RunStatus.OK)
_STATES = (State.PENDING, State.DEFERRED, State.FAILED, State.PARTIAL, State.OK)

_ARTICLE = """
SELECT a.ordinal, a.sha256, a.published, a.state, a.run, a.changed, a.failure, a.message,
       r.state, r.line, r.seal
FROM articles AS a LEFT JOIN results AS r ON r.article = a.ordinal
WHERE a.id = ?
"""
_ADD_ARTICLE = """
INSERT INTO articles (id, sha256, published, state, run, changed, failure, message)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True)
class Standing:
    """How an article stands in one ledger; `holders` are all that know it, that one first."""

    version: tuple[str, str | None]
    rank: tuple[int, int]
    line: bytes | None
    holders: tuple[int, ...]


def standing(article: KeptArticle, holder: int) -> Standing:
    """How an article stands in the ledger numbered `holder`.

    A result that is there counts before the state: an article that is to be done again keeps what
    it has until something better comes.
    """
    state = State.PENDING if article.state is State.RUNNING else article.state
    return Standing(
        version=(article.sha256, article.published),
        rank=(_RESULTS.index(article.result), _STATES.index(state)),
        line=None if article.line is None else blake2b(article.line, digest_size=16).digest(),
        holders=(holder,),
    )


def better(identity: str, one: Standing, other: Standing, outputs: Sequence[Path]) -> Standing:
    """Which of two stands, by its rank; raises `SettingsError` naming both where none can say."""
    first, second = outputs[one.holders[0]], outputs[other.holders[0]]
    if one.version != other.version:
        raise SettingsError(
            f"{first} and {second}: {identity!r} has another text or date in each; "
            f"rename one, or merge runs over the same articles"
        )
    if one.rank == other.rank and one.line != other.line:
        raise SettingsError(
            f"{first} and {second}: both have a result of {identity!r}, and they differ; "
            f"merge without one of them"
        )
    best, rest = (other, one) if other.rank > one.rank else (one, other)
    return Standing(best.version, best.rank, best.line, (*best.holders, *rest.holders))


def copy_all(
    connection: sqlite3.Connection,
    sources: Sequence[tuple[Path, sqlite3.Connection]],
    chosen: Iterable[tuple[str, Standing]],
) -> None:
    """Copy articles in the given order, each with its result and all that was ever asked for it.

    All or none: a fault of a source leaves nothing half copied behind.
    """
    connection.execute("SAVEPOINT joining")
    try:
        _copy_all(connection, sources, chosen)
    except LedgerError:
        connection.execute("ROLLBACK TO joining")
        connection.execute("RELEASE joining")
        raise
    connection.execute("RELEASE joining")


def _copy_all(
    connection: sqlite3.Connection,
    sources: Sequence[tuple[Path, sqlite3.Connection]],
    chosen: Iterable[tuple[str, Standing]],
) -> None:
    runs = [_copy_runs(connection, source) for _, source in sources]
    for identity, stand in chosen:
        best = stand.holders[0]
        ordinal = _copy_article(connection, identity, sources[best], runs[best])
        for holder in stand.holders:
            path, source = sources[holder]
            with explaining(path):
                rows = source.execute(ATTEMPTS_OF, (encode(identity),)).fetchall()
            numbered = [(ordinal, _number(path, runs[holder], run), *rest) for run, *rest in rows]
            connection.executemany(ADD_ATTEMPT, numbered)


def _copy_runs(connection: sqlite3.Connection, source: sqlite3.Connection) -> dict[int, int]:
    """The new number of each run: two ledgers number theirs alike."""
    numbers: dict[int, int] = {}
    for number, *row in source.execute("SELECT number, started, ended, pid FROM runs"):
        added = connection.execute("INSERT INTO runs (started, ended, pid) VALUES (?, ?, ?)", row)
        assert added.lastrowid is not None
        numbers[number] = added.lastrowid
    return numbers


def _number(path: Path, runs: dict[int, int], run: int) -> int:
    if run not in runs:
        raise damaged(path, f"there was no run {run}")
    return runs[run]


def _copy_article(
    connection: sqlite3.Connection,
    identity: str,
    source: tuple[Path, sqlite3.Connection],
    runs: dict[int, int],
) -> int:
    path, reading = source
    with explaining(path):
        row = reading.execute(_ARTICLE, (encode(identity),)).fetchone()
    if row is None:
        raise damaged(path, f"the article {identity!r} is gone")
    before, sha256, published, state, run, changed, failure, message, ended, line, sealed = row
    state = State.PENDING if state == State.RUNNING else state
    added = connection.execute(
        _ADD_ARTICLE,
        (
            encode(identity),
            sha256,
            published,
            str(state),
            _number(path, runs, run),
            changed,
            failure,
            message,
        ),
    )
    ordinal = added.lastrowid
    assert ordinal is not None
    if line is not None:
        version = (str(sha256), published)
        result = str(ended).encode() + b"\n" + as_bytes(line)
        if sealed != seal(before, encode(identity), version=version, result=result):
            raise damaged(path, f"the result of article {before} was altered")
        again = seal(ordinal, encode(identity), version=version, result=result)
        connection.execute("INSERT INTO results VALUES (?, ?, ?, ?)", (ordinal, ended, line, again))
    return ordinal
