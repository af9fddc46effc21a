"""One thread that writes: what comes in close together is committed together."""

import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from llmextract.errors import LedgerError, LlmextractError
from llmextract.run.ledger.fault import explaining

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], None]

GROUP = 50
"""The most finished articles that are not yet on the disk, waiting and being written together."""
GROUP_SECONDS = 0.2
"""How long a finished article waits for others to be written with."""


@dataclass(frozen=True)
class _Entry:
    work: Work
    done: Future[None]
    counts: bool


class Writer:
    """Runs pieces of work in the order they come, in groups, each group one transaction.

    A future is done when its group is on the disk; what is called when it is done runs on the
    writer's own thread, so it must not call back. A thread and not an event loop: a commit blocks
    for milliseconds, and threads and loops alike can wait for a `concurrent.futures.Future`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._changed = threading.Condition()
        self._waiting: list[_Entry] = []
        self._oldest = 0.0
        self._urgent = False
        self._counted = 0
        self._unwritten = 0
        self._closing = False
        self._fault: LlmextractError | None = None
        self._ended = threading.Event()
        # A daemon, so that a program that forgets to close can still end.
        threading.Thread(target=self._run, name="llmextract-ledger", daemon=True).start()

    def submit(self, work: Work, *, counts: bool = False, urgent: bool = False) -> Future[None]:
        """Queue a piece of work; one that `counts` waits while `GROUP` of them are unwritten.

        The work may refuse, by raising an `LlmextractError`, before it writes anything: then only
        its own future fails.
        """
        done: Future[None] = Future()
        # Cancelling the task that waits must not cancel what is being written.
        done.set_running_or_notify_cancel()
        with self._changed:
            while counts and self._unwritten >= GROUP and not self._has_ended():
                self._changed.wait()
            if self._fault is not None:
                raise self._fault
            if self._closing:
                raise LedgerError(f"{self._path}: the ledger is closed")
            if not self._waiting:
                self._oldest = time.monotonic()
            self._waiting.append(_Entry(work, done, counts))
            self._urgent |= urgent
            self._counted += counts
            self._unwritten += counts
            self._changed.notify_all()
        return done

    def call(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do a piece of work after all that came before, and give its result once it is written."""
        results: list[T] = []
        self.submit(lambda connection: results.append(work(connection)), urgent=True).result()
        return results[0]

    def close(self) -> None:
        """Write what waits and end the thread; raises what the disk said, if it refused."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        # However often it is interrupted: closed under a commit, SQLite would crash. `join` is no
        # way to wait, for Python 3.11 takes a thread for ended once that is interrupted.
        interrupt: BaseException | None = None
        while not self._ended.is_set():
            try:
                self._ended.wait()
            except BaseException as error:  # noqa: BLE001 (raised below)
                interrupt = error
        if interrupt is not None:
            raise interrupt
        if self._fault is not None:
            raise self._fault

    def _has_ended(self) -> bool:
        return self._closing or self._fault is not None

    def _run(self) -> None:
        fault: LlmextractError | None = LedgerError(f"{self._path}: writing ended unexpectedly")
        group: list[_Entry] = []
        try:
            with explaining(self._path):
                while group := self._next_group():
                    self._commit(group)
            fault = None
        except LedgerError as error:
            fault = error
        finally:
            self._end(group, fault)
            self._ended.set()

    def _next_group(self) -> list[_Entry]:
        """All that waits, once it is enough or has waited long enough; nothing at the end.

        Half a group is enough: the other half can gather while it is being written.
        """
        with self._changed:
            while not self._closing and not (self._waiting and self._is_time()):
                self._changed.wait(self._patience())
            group, self._waiting = self._waiting, []
            self._urgent, self._counted = False, 0
            return group

    def _is_time(self) -> bool:
        return self._urgent or self._counted >= GROUP // 2 or self._patience() == 0

    def _patience(self) -> float | None:
        if not self._waiting:
            return None
        return max(0.0, self._oldest + GROUP_SECONDS - time.monotonic())

    def _commit(self, group: list[_Entry]) -> None:
        refused: dict[int, LlmextractError] = {}
        self._connection.execute("BEGIN IMMEDIATE")
        for index, entry in enumerate(group):
            try:
                entry.work(self._connection)
            except LlmextractError as error:
                refused[index] = error
        self._connection.execute("COMMIT")
        with self._changed:
            self._unwritten -= sum(entry.counts for entry in group)
            self._changed.notify_all()
        for index, entry in enumerate(group):
            if index in refused:
                entry.done.set_exception(refused[index])
            else:
                entry.done.set_result(None)

    def _end(self, group: list[_Entry], fault: LlmextractError | None) -> None:
        """After a fault nothing more is written: a disk that once lost a write is not asked again.

        What the system could not write it may forget, and then call the next attempt a success.
        """
        with suppress(sqlite3.Error):
            self._connection.rollback()
        with self._changed:
            self._closing, self._fault = True, fault
            left = [*group, *self._waiting]
            self._changed.notify_all()
        for entry in left:
            if fault is not None and not entry.done.done():
                entry.done.set_exception(fault)
