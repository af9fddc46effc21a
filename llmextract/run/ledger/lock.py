"""One writer: a lock that lasts as long as its process, and says who holds it."""

import json
import os
import socket
import stat
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from llmextract.errors import SettingsError, reason_of

# Whoever only asks who holds a lock takes it for an instant: try again before believing it.
_TRIES = 4
_PAUSE = 0.05
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class Holder:
    """The process that holds a lock; `since` is an ISO time with its offset."""

    pid: int
    host: str
    since: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.since[:16].replace('T', ' ')}"


if sys.platform == "win32":
    import msvcrt

    # Locked bytes cannot be read: lock one far behind the name of the holder.
    _FAR = 1 << 30

    def _try_lock(descriptor: int, *, shared: bool) -> bool:
        del shared
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int, *, shared: bool) -> bool:
        """Lock the open file, not the process, so that one process cannot hold it twice."""
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def take_lock(path: Path, *, output: Path) -> int:
    """Lock `path` and give its descriptor; raises `SettingsError` saying who holds the output.

    The operating system frees it with the process, however that dies: it cannot go stale.
    """
    for _ in range(_TRIES):
        try:
            descriptor = _lock_once(path)
        except OSError as error:
            raise SettingsError(
                f"-o {output}: its lock {path.name}: {reason_of(error)}; "
                f"give a file in a folder that can be written and takes locks"
            ) from error
        if descriptor is not None:
            return descriptor
        time.sleep(_PAUSE)
    holder = _read_holder(path) or "another process"
    raise SettingsError(f"-o {output}: held by {holder}; wait for it or stop it")


def free_lock(path: Path, descriptor: int) -> None:
    """Free a lock and leave no file behind."""
    # Before it is freed, or the next holder would lose its file.
    with suppress(OSError):
        path.unlink()
    os.close(descriptor)


def lock_holder(path: Path) -> Holder | None:
    """Who holds a lock now; None if nobody does."""
    try:
        descriptor = os.open(path, os.O_RDWR | _NO_FOLLOW)
    except OSError:
        return None
    try:
        return None if _try_lock(descriptor, shared=True) else _read_holder(path)
    finally:
        os.close(descriptor)


def _lock_once(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o600)
    try:
        if _try_lock(descriptor, shared=False) and _is_still_named(path, descriptor):
            _write_holder(descriptor)
            kept, descriptor = descriptor, -1
            return kept
        return None
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def _is_still_named(path: Path, descriptor: int) -> bool:
    """Whether the file was not taken away by a holder who left between opening and locking."""
    opened = os.fstat(descriptor)
    if not stat.S_ISREG(opened.st_mode):
        raise OSError("no regular file")
    try:
        return os.path.samestat(opened, path.stat())
    except FileNotFoundError:
        return False


def _write_holder(descriptor: int) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    holder = Holder(os.getpid(), socket.gethostname(), since)
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(asdict(holder)).encode())


def _read_holder(path: Path) -> Holder | None:
    try:
        row: object = json.loads(path.read_bytes()[:4096])
    except (OSError, ValueError):
        return None
    match row:
        case {"pid": int(pid), "host": str(host), "since": str(since)}:
            return Holder(pid, host, since)
        case _:
            return None
