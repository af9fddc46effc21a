"""Writing a JSON Lines file that is there whole or not at all."""

import os
import stat
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path

from llmextract.errors import LedgerError, SettingsError, naming, reason_of
from llmextract.run.ledger.store import ledger_path, sync_folder

_CHUNK = 1 << 20
# How a line of results begins.
_RESULT = b'{"article"'
_FLAGS: int = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


class Aside:
    """A file that has no name yet; lines are written a megabyte or so at a time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._parts: list[bytes] = []
        self._waiting = self._written = 0
        self.lines = 0

    def write(self, line: bytes) -> None:
        """Write a line and its end."""
        self._parts += (line, b"\n")
        self._waiting += len(line) + 1
        self.lines += 1
        if self._waiting >= _CHUNK:
            self._flush()

    def settle(self) -> None:
        """Put all of it on the disk; raises `OSError` where not all of it arrived."""
        self._flush()
        os.fsync(self._descriptor)
        size = os.fstat(self._descriptor).st_size
        if size != self._written:
            raise OSError(f"{size} of {self._written} bytes arrived")

    def _flush(self) -> None:
        """A disk that is nearly full takes a part of what it is given, and says nothing."""
        left = memoryview(b"".join(self._parts))
        self._written += len(left)
        self._parts, self._waiting = [], 0
        while left:
            written = os.write(self._descriptor, left)
            if written == 0:
                raise OSError("the disk takes no more")
            left = left[written:]


def refuse_output(output: Path) -> None:
    """Raise `SettingsError` for a file that is not ours to replace: a link, or other content.

    Beside its ledger it is ours, whatever became of it.
    """
    try:
        if output.is_symlink():
            raise SettingsError(
                f"-o {output}: a symbolic link, which is not followed; name the file itself"
            )
        if not output.is_file() or ledger_path(output).is_file():
            return
    except OSError as error:  # a name that is too long
        raise SettingsError(
            f"-o {output}: {reason_of(error)}; give a file that can be written"
        ) from error
    with suppress(OSError), output.open("rb") as there:
        begin = there.read(len(_RESULT))
        if begin and begin != _RESULT:
            raise SettingsError(
                f"-o {output}: holds something else than results; give another file or remove it"
            )


@contextmanager
def written_whole(output: Path) -> Generator[Aside]:
    """Lines are written aside and put on the disk, and then get the name of `output`.

    Whatever fails, the file that was there stays as it was. Raises `OSError` where the disk takes
    no more, naming the file, and lets pass what is raised inside, and what `refuse_output` raises.
    """
    refuse_output(output)
    real = Path(os.path.realpath(output))
    part = real.with_name(real.name + ".part")
    try:
        if real.exists() and not stat.S_ISREG(real.stat().st_mode):
            raise OSError("no regular file")
        # What is there under this name is of a run that died: an output has one writer.
        part.unlink(missing_ok=True)
        # The mode asked for is that of any new file: what the umask leaves of it.
        descriptor = os.open(part, _FLAGS, 0o666)
        try:
            aside = Aside(descriptor)
            yield aside
            aside.settle()
        finally:
            os.close(descriptor)
        part.replace(real)
        sync_folder(real.parent)
    except OSError as error:
        if error.filename is not None:
            raise
        raise naming(error, output) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_jsonl(lines: Iterable[bytes], output: Path) -> int:
    """Write a kept run's lines, whole or not at all; says how many there are.

    Raises `LedgerError` if the disk takes no more, and lets pass what `lines` raises.
    """
    try:
        with written_whole(output) as aside:
            for line in lines:
                aside.write(line)
    except OSError as error:
        raise LedgerError(
            f"{output}: cannot be written: {reason_of(error)}; the results are safe in the ledger: "
            f"mend this, then run the same command again"
        ) from error
    return aside.lines
