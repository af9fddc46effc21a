"""The ledger of a batch as its one writer sees it: admit articles, start them, finish them."""

import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, closing, nullcontext, suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from llmextract.article.article import Article
from llmextract.errors import LedgerError, SettingsError, reason_of
from llmextract.run.extraction import Attempt, RunError, RunStatus
from llmextract.run.ledger import entries
from llmextract.run.ledger.fault import explaining
from llmextract.run.ledger.joining import Standing, copy_all
from llmextract.run.ledger.lock import free_lock, take_lock
from llmextract.run.ledger.reader import Reader
from llmextract.run.ledger.rows import Admission, Decision, Retriable, RunKey, State
from llmextract.run.ledger.store import (
    create,
    ledger_path,
    lock_path,
    open_store,
    set_aside,
    settle_key,
)
from llmextract.run.ledger.writer import Writer

_ADMITTED_TOGETHER = 200
_UNFINISHED = frozenset({State.PENDING, State.RUNNING, State.DEFERRED})


class Ledger:
    """The writer's side of a ledger, safe to use from any thread; made by `open_ledger`.

    Nothing that was acknowledged can be lost: `finish` gives a future that is done when the result
    is on the disk. At most 50 finished articles are not there yet; `finish` blocks until there is
    room. Every method raises `LedgerError` once the disk has refused a write.
    """

    def __init__(
        self, path: Path, opened: ExitStack, *, run: int, writer: Writer, reader: Reader
    ) -> None:
        self._path = path
        self._opened = opened
        self._run = run
        self._writer = writer
        self._reader = reader
        self._is_open = True
        self._again: frozenset[Retriable] = frozenset()
        self.set_aside: Path | None = None
        """Where `fresh` put the ledger that was there before."""

    def admit(self, articles: Iterable[Article]) -> Iterator[Admission]:
        """Enter articles in input order, and say of each whether it is to be done.

        Holds few articles at a time. Raises `InputError` for an id that comes twice in one run.
        """
        waiting = iter(articles)
        while group := list(islice(waiting, _ADMITTED_TOGETHER)):
            decisions = self._admit(group)
            yield from map(Admission, group, decisions)

    def start(self, article: str) -> None:
        """Note that an article, named by its id, is in flight."""
        self._writer.submit(lambda connection: entries.start(connection, article))

    def finish(
        self,
        article: str,
        line: str,
        *,
        status: RunStatus,
        attempts: Sequence[Attempt] = (),
        error: RunError | None = None,
    ) -> Future[None]:
        """Keep an article's result line; the future is done when it can no longer be lost.

        A failure replaces no better line of an earlier try. `error` is why, for the summary.
        """
        # Half a surrogate pair can only stand inside a JSON string, where its escape means it.
        written = line.encode("utf-8", "backslashreplace")
        if b"\n" in written or b"\r" in written:
            raise ValueError(f"the result line of {article!r} holds a line break")
        ending = entries.Ending(self._run, article, tuple(attempts), error)
        return self._writer.submit(
            lambda connection: entries.keep_result(connection, ending, status=status, line=written),
            counts=True,
        )

    def defer(
        self, article: str, *, attempts: Sequence[Attempt] = (), error: RunError | None = None
    ) -> Future[None]:
        """Leave an article for a later run; a line that it has from an earlier one stays."""
        ending = entries.Ending(self._run, article, tuple(attempts), error)
        return self._writer.submit(
            lambda connection: entries.defer(connection, ending), counts=True
        )

    def reset(self, states: Collection[Retriable]) -> int:
        """Have articles of these states done again, and say how many; call it before `admit`.

        Their lines stay until other ones come, and their states until they are admitted.
        """
        self._again = frozenset(states)
        return self._writer.call(lambda connection: entries.count(connection, self._again))

    def left_out(self) -> list[str]:
        """The ids of articles that are to be done and were not admitted; their states stay.

        Ask when the whole input was admitted: then it no longer has them.
        """
        due = _UNFINISHED | self._again
        return self._writer.call(
            lambda connection: entries.left_out(connection, due, run=self._run)
        )

    def no_longer_read(self) -> list[str]:
        """The ids of articles that are done and were not admitted; their lines stay.

        Ask when the whole input was admitted.
        """
        done = frozenset(State) - _UNFINISHED - self._again
        return self._writer.call(
            lambda connection: entries.left_out(connection, done, run=self._run)
        )

    def join(self, ledgers: Sequence[Path], chosen: Sequence[tuple[str, Standing]]) -> None:
        """Copy articles of other ledgers in the given order, all of them or none."""
        with ExitStack() as opened:
            sources = [
                (path, opened.enter_context(closing(open_store(path, only_read=True))))
                for path in ledgers
            ]
            self._writer.call(lambda connection: copy_all(connection, sources, chosen))

    def remember(self, name: str, text: str) -> None:
        """Keep a note for later commands, such as the paths of the input."""
        self._writer.call(lambda connection: entries.remember(connection, name, text))

    def read(self) -> Reader:
        """Wait until all that was finished is on the disk, and look at it."""
        self._writer.call(lambda _: None)
        return self._reader

    def close(self) -> None:
        """Write what waits, note that the run ended in order, and let others have the ledger."""
        if not self._is_open:
            return
        self._is_open = False
        with self._opened:
            self._writer.submit(
                lambda connection: entries.end_run(connection, self._run), urgent=True
            )

    def _admit(self, group: Sequence[Article]) -> list[Decision]:
        return self._writer.call(
            lambda connection: entries.admit_group(
                connection, group, run=self._run, path=self._path, again=self._again
            )
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # What went wrong first is what the user has to hear.
        with nullcontext() if error is None else suppress(LedgerError):
            self.close()


def open_ledger(output: Path, key: RunKey, *, fresh: bool = False) -> Ledger:
    """Open the ledger of an output for writing, or make one, and hold it until it is closed.

    `fresh` renames the one that is there and begins anew. Raises `SettingsError` if another process
    holds it, if it was begun with another key, or if nothing can be written there, and
    `LedgerError` if it is damaged.
    """
    path = ledger_path(output)
    with ExitStack() as opened:
        aside = _hold(output, path, key, fresh=fresh, opened=opened)
        connection = opened.enter_context(closing(open_store(path)))
        with explaining(path):
            settle_key(output, path, connection, key)
            run = entries.begin_run(connection)
        reading = opened.enter_context(closing(open_store(path, only_read=True)))
        writer = Writer(path, connection)
        opened.callback(writer.close)
        reader = Reader(path, reading)
        ledger = Ledger(path, opened.pop_all(), run=run, writer=writer, reader=reader)
    ledger.set_aside = aside
    return ledger


def _hold(output: Path, path: Path, key: RunKey, *, fresh: bool, opened: ExitStack) -> Path | None:
    """Lock the ledger and see that there is one; gives the path of the one that was set aside."""
    try:
        for place in (output, path):
            if place.is_symlink():
                raise OSError(f"{place.name} is a symbolic link, which is not followed")
        if output.exists() and not stat.S_ISREG(output.stat().st_mode):
            raise OSError("no regular file")
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_path(path)
        opened.callback(free_lock, lock, take_lock(lock, output=output))
        if not fresh and path.exists():
            return None
        # A journal without its ledger is set aside too: SQLite would play it into the new one.
        aside = set_aside(path)
        create(path, key)
        return aside
    except OSError as error:
        raise SettingsError(
            f"-o {output}: {reason_of(error)}; give a file in a folder that can be written"
        ) from error
