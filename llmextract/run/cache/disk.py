"""diskcache without its pickles: bytes in, bytes out, nothing beside the database.

As it comes, diskcache runs what somebody else has put into its database (CVE-2025-69872) and
deletes whatever file a row names; it obeys settings that it finds there.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, Literal, Protocol

import diskcache  # pyright: ignore[reportMissingTypeStubs]

from llmextract.run.cache.entry import EntryError
from llmextract.run.cache.fault import MISREAD, DamagedError, is_damage

# Seconds to wait for another process that writes.
_BUSY_SECONDS = 2
# Bytes that even a slow disk reads in a second or so; a gigabyte took it 15.
_QUICKLY_READ = 2**26
# What diskcache calls a value that lies in the row as it is.
_RAW: Final = 1
# All settings there are, so that none is taken from the database.
_SETTINGS: dict[str, str | int] = {
    "statistics": 0,
    "tag_index": 0,
    "eviction_policy": "least-recently-stored",
    "cull_limit": 10,
    "sqlite_auto_vacuum": 1,
    "sqlite_cache_size": 512,
    "sqlite_cell_size_check": 1,
    "sqlite_journal_mode": "wal",
    # A mapped file that somebody cuts ends the process.
    "sqlite_mmap_size": 0,
    "sqlite_synchronous": 1,
    "sqlite_trusted_schema": 0,
    # No value is ever so large: all of them stay in the database.
    "disk_min_file_size": 2**62,
    "disk_pickle_protocol": 5,
}
_COUNTS = frozenset({"count", "hits", "misses", "size_limit"})
_OBJECTS = frozenset(
    {
        ("table", "Settings"),
        ("index", "sqlite_autoindex_Settings_1"),
        ("table", "Cache"),
        ("index", "Cache_key_raw"),
        ("index", "Cache_expire_time"),
        ("index", "Cache_store_time"),
        ("trigger", "Settings_count_insert"),
        ("trigger", "Settings_count_delete"),
        ("trigger", "Settings_size_insert"),
        ("trigger", "Settings_size_update"),
        ("trigger", "Settings_size_delete"),
    }
)


class Table(Protocol):
    """What is used of a `diskcache.Cache`."""

    def get(self, key: bytes) -> object:
        """The bytes under a key; None if there are none."""
        ...

    def keep(self, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """Put bytes under keys, all of them or none, and the oldest rows out for want of room."""
        ...

    def close(self) -> None:
        """Close this thread's connection."""
        ...


class BytesDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache has no types
    """Takes and gives bytes that lie in the database, and touches no file."""

    def put(self, key: object) -> tuple[memoryview, Literal[True]]:
        """The key as it is."""
        return sqlite3.Binary(_bytes(key)), True

    def get(self, key: object, raw: object) -> bytes:
        """The key as it was; raises `EntryError` for one that asks to be unpickled."""
        if raw != 1:
            raise EntryError("a key of another kind")
        return _bytes(key)

    def store(
        self, value: object, read: bool, key: object = None
    ) -> tuple[Literal[0], Literal[1], None, memoryview]:
        """The value as it is."""
        del read, key
        return 0, _RAW, None, sqlite3.Binary(_bytes(value))

    def fetch(self, mode: object, filename: object, value: object, read: bool) -> bytes:
        """The value as it was; raises `EntryError` for one to be unpickled or read from a file."""
        del read
        if mode != _RAW or filename is not None:
            raise EntryError("a row of another kind")
        return _bytes(value)

    def filename(self, key: object = None, value: object = None) -> tuple[str, str]:
        """Refuse: there are no files."""
        del key, value
        raise EntryError("a file beside the database")

    def remove(self, file_path: object) -> None:
        """Leave the file alone, whatever it is: no row of ours names one."""


def check_database(path: Path) -> None:
    """Raise `DamagedError` for what is no database of ours, `sqlite3.Error` for one out of reach.

    Comes before diskcache sees the file, which obeys the settings in it. A large file is not
    read from end to end: its replies have seals, and other damage shows in use.
    """
    tables = 1 if path.stat().st_size <= _QUICKLY_READ else "Settings"
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.text_factory = _lenient  # what is no text is a setting of another kind
    with closing(connection):
        try:
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
                connection.execute(f"PRAGMA {pragma}")
            # Waited for here, a lock is waited for once; diskcache would do so for minutes.
            connection.execute("BEGIN IMMEDIATE")
            _check_kind(connection)
            connection.execute("ROLLBACK")
            # The quick check does not see keys that lead to the rows of others.
            verdict = str(connection.execute(f"PRAGMA integrity_check({tables})").fetchone()[0])
        except (sqlite3.Error, *MISREAD) as error:
            if not is_damage(error):
                raise
            raise DamagedError(str(error)) from error
    if verdict != "ok":
        raise DamagedError(verdict.strip().splitlines()[-1])


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", "replace")


class Rows(diskcache.Cache):  # type: ignore[misc]  # diskcache has no types
    """The rows of a database that was checked, or of a new one."""

    def __init__(self, folder: Path, *, size_limit: int) -> None:
        settings = {**_SETTINGS, "size_limit": size_limit}
        try:
            super().__init__(  # pyright: ignore[reportUnknownMemberType]
                str(folder), timeout=_BUSY_SECONDS, disk=BytesDisk, **settings
            )
        except BaseException:
            self.close()  # begun in vain, it would leave its connection open
            raise

    def keep(self, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """Put bytes under keys, all of them or none, and the oldest rows out for want of room."""
        try:
            with self.transact():  # pyright: ignore[reportUnknownMemberType]
                for key, value in rows:
                    self.set(key, value)  # pyright: ignore[reportUnknownMemberType]
        except diskcache.Timeout as error:
            raise TimeoutError("locked by another process") from error


def open_database(folder: Path, *, size_limit: int) -> Table:
    """Open the database in a folder, checked before, or make its tables."""
    rows: Table = Rows(folder, size_limit=size_limit)
    return rows


def _check_kind(connection: sqlite3.Connection) -> None:
    listed: list[tuple[str, str]] = connection.execute(
        "SELECT type, name FROM sqlite_master"
    ).fetchall()
    objects = frozenset(listed)
    if not objects:
        return
    if objects != _OBJECTS:
        raise DamagedError("no reply cache, or one that was not finished")
    rows: Iterable[tuple[object, object]] = connection.execute("SELECT key, value FROM Settings")
    for name, value in rows:
        # Values lie in the database and add nothing to its size.
        expected = 0 if name == "size" else _SETTINGS.get(name) if isinstance(name, str) else None
        fits = isinstance(value, int) if name in _COUNTS else value == expected is not None
        if not fits:
            raise DamagedError("a setting of another kind")


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise EntryError(f"a {type(value).__name__} where bytes were written")
    return value
