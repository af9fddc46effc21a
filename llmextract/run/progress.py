"""How far a long work is, on stderr: a bar on a terminal, else a line now and then."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from llmextract.errors import counted, escaped

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID

# Where no bar can be seen, a line is said after so many seconds at the latest.
_SILENCE = 60.0
# And whenever a twentieth is done, if that is not too little to tell of.
_PARTS, _LEAST = 20, 100
# Seconds and minutes up to here are told as such: "90 minutes", but "1.7 hours".
_MOST_OF_A_UNIT = 100


class Progress:
    """How many of `total` are done; a context manager, so that the bar is gone at the end.

    `spent` tells what was spent so far.
    """

    def __init__(self, total: int, unit: str, spent: Callable[[], str] | None = None) -> None:
        from rich import progress

        self._total, self._unit, self._spent = total, unit, spent
        self._done = self._passed = 0
        self.began = self._told = time.monotonic()
        self._console = _console()
        self._bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TimeElapsedColumn(),
            progress.TextColumn("{task.fields[told]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task: TaskID = self._bar.add_task(unit, total=total, told="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def advance(self) -> None:
        """Note that one more is done."""
        self._done += 1
        self._show(1)
        if self._done % max(_LEAST, self._total // _PARTS) == 0:
            self._tell()
        else:
            self.beat()

    def pass_over(self, count: int) -> None:
        """Note so many that were done before: they say nothing of the pace."""
        self._passed += count
        self._show(count)

    def beat(self) -> None:
        """Say how far the work is, if nothing was said of it for long."""
        if time.monotonic() - self._told > _SILENCE:
            self._tell()

    def say(self, message: str) -> None:
        """One plain line; nothing in it is taken for markup, nor for an order to a terminal."""
        # Half a surrogate pair, of a file's name say, is more than a terminal takes.
        told = escaped(message).encode("utf-8", "backslashreplace").decode("utf-8")
        with suppress(OSError):  # what cannot be said, on a full disk say, stops no run
            self._console.print(told, markup=False)

    @contextmanager
    def bytes(self, what: str) -> Generator[Callable[[int, int], None]]:
        """A bar for a download; on no terminal, a line every tenth."""
        task = self._bar.add_task(what, total=None, visible=False, told="")
        said = 0

        def progress(done: int, total: int) -> None:
            nonlocal said
            self._bar.update(task, completed=done >> 20, total=total >> 20, visible=True)
            tenth = 10 * done // max(1, total)
            if tenth > said and not self._console.is_terminal:
                said = tenth
                self.say(f"{what}: {done >> 20} of {total >> 20} MB")

        yield progress
        self._bar.remove_task(task)

    def _show(self, count: int) -> None:
        if self._console.is_terminal:
            self._bar.update(self._task, advance=count, told=", ".join(self._so_far()))

    def _tell(self) -> None:
        self._told = time.monotonic()
        if not self._console.is_terminal:
            done = f"{self._passed + self._done:,} of {self._total:,} {self._unit}"
            self.say(", ".join((done, *self._so_far())))

    def _so_far(self) -> Generator[str]:
        """What was spent, and how long the rest takes if it goes on at the pace so far."""
        if self._spent is not None:
            yield self._spent()
        left = self._total - self._passed - self._done
        if self._done and left > 0:
            seconds = (time.monotonic() - self.began) / self._done * left
            yield f"about {told_time(seconds)} left"


def _console() -> "Console":
    from rich.console import Console

    class Unbroken(Console):
        """Falls silent where nobody reads any more; rich would end the process."""

        def on_broken_pipe(self) -> None:
            self.quiet = True

    return Unbroken(file=sys.stderr, highlight=False, soft_wrap=True)


def told_time(seconds: float) -> str:
    """A stretch of time in the unit that fits it.

    >>> told_time(42), told_time(600), told_time(9000)
    ('42 seconds', '10 minutes', '2.5 hours')
    """
    minutes = seconds / 60
    if minutes < _MOST_OF_A_UNIT / 60:
        return counted(round(seconds), "second")
    if minutes < _MOST_OF_A_UNIT:
        return counted(round(minutes), "minute")
    return f"{minutes / 60:.1f} hours"
