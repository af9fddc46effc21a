"""Writing a JSON Lines file that is there whole or not at all."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from llmextract.errors import LedgerError
from llmextract.run.ledger.store import sync_folder

_CHUNK = 1 << 20
_FLAGS: int = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


def write_jsonl(lines: Iterable[bytes], output: Path) -> int:
    """Write lines aside, put them on the disk, then give them the name; says how many there are.

    Whatever fails, the file that was there stays as it was. Raises `LedgerError` if the disk takes
    no more, and lets pass what `lines` raises.
    """
    real = output.resolve()
    part = real.with_name(real.name + ".part")
    try:
        if real.exists() and not stat.S_ISREG(real.stat().st_mode):
            raise OSError("no regular file")
        # What is there under this name is of a run that died: the ledger has one writer.
        part.unlink(missing_ok=True)
        count = _write_aside(lines, part)
        part.replace(real)
        sync_folder(real.parent)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LedgerError(
            f"{output}: cannot be written: {reason}; the results are safe in the ledger: "
            f"mend this, then run the same command again"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def _write_aside(lines: Iterable[bytes], part: Path) -> int:
    # The mode asked for is that of any new file: what the umask leaves of it.
    descriptor = os.open(part, _FLAGS, 0o666)
    try:
        count = size = 0
        for lines_in_chunk, chunk in _chunks(lines):
            _write_all(descriptor, chunk)
            count += lines_in_chunk
            size += len(chunk)
        os.fsync(descriptor)
        if os.fstat(descriptor).st_size != size:
            raise OSError(f"{os.fstat(descriptor).st_size} of {size} bytes arrived")
    finally:
        os.close(descriptor)
    return count


def _chunks(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Lines with their ends, a megabyte or so at a time."""
    count, size, parts = 0, 0, list[bytes]()
    for line in lines:
        parts += (line, b"\n")
        count, size = count + 1, size + len(line) + 1
        if size >= _CHUNK:
            yield count, b"".join(parts)
            count, size, parts = 0, 0, []
    yield count, b"".join(parts)


def _write_all(descriptor: int, data: bytes) -> None:
    """A disk that is nearly full takes a part of what it is given, and says nothing."""
    left = memoryview(data)
    while left:
        written = os.write(descriptor, left)
        if written == 0:
            raise OSError("the disk takes no more")
        left = left[written:]
