"""The folder of the cache: this user's alone, so that nobody else can put a reply there."""

import os
import stat
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

DATABASE = "cache.db"
# The identity of none.
NO_FILE = (0, 0)
_ASIDE = "damaged-"
# The journal first: left alone, SQLite would take it for that of the next database.
_NAMES = tuple(f"{DATABASE}{end}" for end in ("-wal", "-shm", "-journal", ""))
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_LOCK_SECONDS = 20.0
_PAUSE = 0.02


class StrangeFileError(OSError):
    """A file of the cache is a link, or somebody else's."""


if sys.platform == "win32":

    @contextmanager
    def open_folder(folder: Path) -> Generator[Path]:
        """Make a folder; gives its real path. Who may write there is the system's affair."""
        folder.mkdir(parents=True, exist_ok=True)
        yield _plain(folder.resolve(strict=True))

    def _is_ours(found: os.stat_result) -> bool:
        return bool(found)
else:
    import fcntl

    @contextmanager
    def open_folder(folder: Path) -> Generator[Path]:
        """Make a folder or tighten it, and hold it against other processes; gives its real path.

        Raises `OSError` for one that is somebody else's, also by way of a link.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.lstat().st_uid not in (os.geteuid(), 0):
            raise PermissionError(f"{folder}: somebody else's")
        real = _plain(folder.resolve(strict=True))
        descriptor = os.open(real, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            found = os.fstat(descriptor)
            if not _is_ours(found):
                raise PermissionError(f"{folder}: somebody else's")
            if stat.S_IMODE(found.st_mode) & 0o077:
                os.fchmod(descriptor, 0o700)
            _lock(descriptor)
            yield real
        finally:
            os.close(descriptor)

    def _is_ours(found: os.stat_result) -> bool:
        return found.st_uid == os.geteuid()

    def _lock(descriptor: int) -> None:
        """Wait until no other process looks through the folder or begins a database in it."""
        until = time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
            else:
                return


def make_database(folder: Path) -> Path:
    """The database in a folder, begun if there is none; raises `StrangeFileError`.

    SQLite gives its journals the mode of the database.
    """
    for path in _files(folder):
        found = _look(path)
        if found is None:
            continue
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or not _is_ours(found):
            raise StrangeFileError(f"{path.name}: a link, or somebody else's file")
        if stat.S_IMODE(found.st_mode) & 0o077:
            path.chmod(0o600)
    path = folder / DATABASE
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o600))
    return path


def identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one of its name."""
    found = path.stat()
    return found.st_dev, found.st_ino


def set_aside(folder: Path) -> Path:
    """Rename a database out of the way, in place of one set aside before."""
    for path in _files(folder):
        aside = folder / f"{_ASIDE}{path.name}"
        if _look(path) is not None:
            path.replace(aside)
        else:
            aside.unlink(missing_ok=True)
    return folder / f"{_ASIDE}{DATABASE}"


def _files(folder: Path) -> list[Path]:
    return [folder / name for name in _NAMES]


def _look(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _plain(folder: Path) -> Path:
    """A path that diskcache takes as it is: it would fill in variables."""
    if os.path.expandvars(folder) != str(folder):
        raise OSError(f"{folder}: named like a variable")
    return folder
