"""The file of a ledger: made whole or not at all, checked before it is trusted, never deleted."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Final

from llmextract.errors import LedgerError, LlmextractError, SettingsError
from llmextract.run.ledger.fault import damaged, explaining
from llmextract.run.ledger.rows import RunKey, State

SCHEMA_VERSION = 1
_APPLICATION_ID = 0x6C6C6D78
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_BUSY_SECONDS = 10.0

# Ids and messages are bytes: either may hold half a surrogate pair, which is no text to SQLite.
_TABLES = f"""
CREATE TABLE facts (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL);
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, started REAL NOT NULL, ended REAL, pid INTEGER NOT NULL
);
CREATE TABLE articles (
    ordinal INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (typeof(id) = 'blob'),
    sha256 TEXT NOT NULL CHECK (typeof(sha256) = 'text'),
    published TEXT CHECK (published IS NULL OR typeof(published) = 'text'),
    state TEXT NOT NULL CHECK (state IN ({", ".join(f"'{state}'" for state in State)})),
    run INTEGER NOT NULL CHECK (typeof(run) = 'integer'),
    changed REAL NOT NULL,
    failure TEXT,
    message BLOB
);
CREATE TABLE results (
    article INTEGER PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('ok', 'partial', 'failed')),
    line BLOB NOT NULL CHECK (typeof(line) = 'blob'),
    seal BLOB NOT NULL CHECK (typeof(seal) = 'blob')
);
CREATE TABLE attempts (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    run INTEGER NOT NULL,
    call TEXT NOT NULL,
    try INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reply BLOB,
    reply_length INTEGER,
    prompt_tokens INTEGER,
    completion_tokens INTEGER,
    cached_tokens INTEGER,
    cost REAL,
    started REAL NOT NULL,
    seconds REAL NOT NULL
);
CREATE INDEX attempts_of_article ON attempts (article);
"""
ADD_ATTEMPT: Final = """
INSERT INTO attempts (article, run, call, try, outcome, reply, reply_length, prompt_tokens,
                      completion_tokens, cached_tokens, cost, started, seconds)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ATTEMPTS_OF: Final = """
SELECT t.run, t.call, t.try, t.outcome, t.reply, t.reply_length, t.prompt_tokens,
       t.completion_tokens, t.cached_tokens, t.cost, t.started, t.seconds
FROM attempts AS t JOIN articles AS a ON a.ordinal = t.article
WHERE a.id = ? ORDER BY t.number
"""
"""Of the article with an id, in the order in which they were made."""


def ledger_path(output: Path) -> Path:
    """Where the ledger of an output lies: beside the file itself, whatever link led there."""
    real = Path(os.path.realpath(output))
    return real.with_name(real.name + ".ledger")


def lock_path(ledger: Path) -> Path:
    """The lock beside a ledger."""
    return ledger.with_name(ledger.name + ".lock")


def encode(text: str) -> bytes:
    """The bytes of any text, half surrogate pairs included."""
    return text.encode("utf-8", "surrogatepass")


def as_bytes(value: object) -> bytes:
    """What was written as bytes; a flipped bit can make SQLite take it for something else."""
    if not isinstance(value, bytes):
        raise ValueError(f"a {type(value).__name__} where bytes were written")
    return value


def as_text(value: object) -> str:
    """The text that was encoded."""
    return as_bytes(value).decode("utf-8", "surrogatepass")


def seal(ordinal: int, identity: bytes, *, version: tuple[str, str | None], result: bytes) -> bytes:
    """A digest that ties a result to its article, so that a flipped byte cannot pass for either."""
    parts = (str(ordinal).encode(), identity, repr(version).encode(), result)
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def create(path: Path, key: RunKey) -> None:
    """Make an empty ledger aside and give it its name when it is whole and on the disk."""
    aside = path.with_name(path.name + ".new")
    for stale in _files(aside):
        stale.unlink(missing_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | _NO_FOLLOW
    os.close(os.open(aside, flags, 0o600))
    with explaining(path), closing(connect(aside)) as connection:
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN;{_TABLES}COMMIT;")
        connection.executemany("INSERT INTO facts VALUES (?, ?)", _facts(key))
    aside.replace(path)
    sync_folder(path.parent)


def connect(path: Path, *, only_read: bool = False) -> sqlite3.Connection:
    """Open an existing database; every statement is its own transaction until one says BEGIN."""
    # Opened for writing even to read, or SQLite could not take its journal away with it.
    mode = "rw"
    if only_read and not os.access(path.parent, os.W_OK) and not _exists(_beside(path, "-wal")):
        mode = "ro&immutable=1"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    # Full synchronising matters on macOS, where a plain fsync stops at the drive's own cache.
    for pragma in (
        "synchronous = FULL",
        "cell_size_check = ON",
        "trusted_schema = OFF",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        f"query_only = {'ON' if only_read else 'OFF'}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def open_store(path: Path, *, only_read: bool = False) -> sqlite3.Connection:
    """Open a ledger after checking that it is one, that it can be understood, and that it is whole.

    What only reads is spared the last check, which takes seconds for gigabytes: each result is held
    against its seal when it is read.
    """
    if path.is_symlink() or not path.is_file():
        raise LedgerError(
            f"{path}: no ledger here; give the output of a run that was made with -o "
            f"(with --record or --replay none is kept)"
        )
    with explaining(path):
        connection = connect(path, only_read=only_read)
        try:
            _check_kind(path, connection)
            if not only_read:
                _check_whole(path, connection)
        except BaseException:
            connection.close()
            raise
    return connection


def read_key(path: Path, connection: sqlite3.Connection) -> RunKey:
    """What the results of a ledger depend on."""
    rows = connection.execute("SELECT name, value FROM facts WHERE name LIKE 'key.%'")
    facts = {str(name).removeprefix("key."): as_text(value) for name, value in rows}
    try:
        return RunKey(**facts)
    except TypeError as error:
        raise damaged(path, "its settings are missing") from error


def settle_key(output: Path, path: Path, connection: sqlite3.Connection, wanted: RunKey) -> None:
    """Raise `SettingsError`, naming what changed, unless a run would give the same results.

    A ledger without any result takes the new settings: the model's name was misspelt, say.
    """
    before, now = asdict(read_key(path, connection)), asdict(wanted)
    changed = [name for name in now if before[name] != now[name]]
    if changed and connection.execute("SELECT 1 FROM results LIMIT 1").fetchone() is not None:
        told = ", ".join(f"{name} was {before[name]}, is {now[name]}" for name in changed)
        raise SettingsError(
            f"{output}: begun with other settings ({told}); take the same ones to go on, write to "
            f"another file, or begin anew with --fresh, which keeps the old ledger"
        )
    if changed:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", _facts(wanted))
        connection.execute("COMMIT")


def set_aside(path: Path) -> Path | None:
    """Rename a ledger, or what is left of one, out of the way; None if there is nothing."""
    if not any(_exists(each) for each in _files(path)):
        return None
    # A whole ledger takes its journal in first, so that one file holds everything.
    with suppress(LlmextractError), closing(open_store(path)):
        pass
    number = 1
    while any(_exists(each) for each in _files(_beside(path, f".old-{number}"))):
        number += 1
    aside = _beside(path, f".old-{number}")
    # The journal goes first: left alone, SQLite would take it for that of the next ledger.
    for old, new in zip(_files(path), _files(aside), strict=True):
        if _exists(old):
            old.replace(new)
    sync_folder(path.parent)
    return aside


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _facts(key: RunKey) -> list[tuple[str, bytes]]:
    return [(f"key.{name}", str(value).encode()) for name, value in asdict(key).items()]


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _files(path: Path) -> tuple[Path, ...]:
    """A database and what SQLite keeps beside it, the journal first."""
    return _beside(path, "-wal"), _beside(path, "-shm"), _beside(path, "-journal"), path


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _check_kind(path: Path, connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION_ID:
        raise damaged(path, "it is no ledger")
    if version > SCHEMA_VERSION:
        raise SettingsError(
            f"{path}: written by a newer llmextract (ledger version {version}, this one reads "
            f"{SCHEMA_VERSION}); upgrade llmextract or write to another file"
        )
    if version < SCHEMA_VERSION:
        raise damaged(path, f"version {version}")


def _check_whole(path: Path, connection: sqlite3.Connection) -> None:
    """Look for damage everywhere: a run must not build on a list of articles that is wrong."""
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise damaged(path, str(verdict).strip().splitlines()[-1])
