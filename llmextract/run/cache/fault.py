"""What goes wrong with a file: damage, or a lock, a full disk and whatever else is out of reach."""

import sqlite3

# A statement of ours that SQLite does not understand was meant for other tables.
_DAMAGE = frozenset(
    {
        0,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
    }
)
# diskcache unpacks and computes with what it reads.
MISREAD = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
# And where no more files may be opened, not even a module's.
FAULTS = (*MISREAD, sqlite3.Error, sqlite3.Warning, OSError, ImportError, MemoryError, RuntimeError)


class DamagedError(ValueError):
    """A file is no database, a damaged one or none of ours."""


def is_damage(error: BaseException) -> bool:
    """Whether a file is damaged, rather than locked, full or out of reach."""
    if isinstance(error, sqlite3.Error):
        # An error of Python's own module has no code: it could not read what it was given.
        return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF in _DAMAGE
    return isinstance(error, MISREAD)
