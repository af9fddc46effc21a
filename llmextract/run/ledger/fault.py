"""What can go wrong with a ledger, told in words that say what to do."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from llmextract.errors import LedgerError

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full; make room",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written; make room or mend it",
    sqlite3.SQLITE_READONLY: "it cannot be written; check its permissions",
    sqlite3.SQLITE_PERM: "access is denied; check its permissions",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the folder's permissions "
    "and the limit on open files",
    sqlite3.SQLITE_BUSY: "another program is writing to it; close that program",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; close that program",
    sqlite3.SQLITE_NOMEM: "there is no memory left; free some",
}


def damaged(path: Path, detail: str) -> LedgerError:
    """The error for a ledger that does not hold what was written into it."""
    return LedgerError(
        f"{path}: the ledger is damaged ({detail}) and was left as it is; put back a copy of it, "
        f"or begin anew with --fresh, which keeps it under another name"
    )


def _explain(path: Path, error: sqlite3.Error) -> LedgerError:
    """Say in words what SQLite reports by number."""
    # Errors that Python's module raises by itself carry no number.
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE or "decode" in str(error):
        return damaged(path, str(error))
    reason = _REASONS.get(code, "the ledger cannot be used")
    return LedgerError(
        f"{path}: {reason}, then run the same command again: no result is lost ({error})"
    )


@contextmanager
def explaining(path: Path) -> Generator[None]:
    """Raise `LedgerError` for whatever SQLite raises inside, and for values that make no sense."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(path, error) from error
    except ValueError as error:
        raise damaged(path, str(error)) from error
