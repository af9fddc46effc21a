"""The replies on disk. Whatever is wrong with them, nothing is found and nothing is raised.

One thread owns the database: an event loop never waits for a disk, and no thread that happened to
ask leaves a connection behind.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from llmextract.ask.request import Reply
from llmextract.run.cache.entry import EntryError, pack, unpack
from llmextract.run.cache.fault import FAULTS, DamagedError, is_damage
from llmextract.run.cache.flights import Outcome, made_future
from llmextract.run.cache.folder import (
    NO_FILE,
    StrangeFileError,
    identity,
    make_database,
    open_folder,
    set_aside,
)

if TYPE_CHECKING:
    from llmextract.run.cache.disk import Table

SIZE_LIMIT = 2**30
# A database that is damaged again and again lies on a disk to be left alone.
_MOST_DAMAGES = 2
# No reply may take so large a part of the room that it drives out most others.
_LARGEST_PART = 8


class Store:
    """Replies by key in a folder; opened at the first question.

    After a write that failed nothing more is kept, after a read that failed nothing is found.
    """

    def __init__(
        self, folder: Path, *, size_limit: int, trouble: Callable[[str], None] | None
    ) -> None:
        self._folder = folder
        self._size_limit = size_limit
        self._trouble = trouble
        self._thread: ThreadPoolExecutor | None = None
        self._starting = threading.Lock()
        self._table: Table | None = None
        self._damages = 0
        self._opened_file = self._damaged_file = NO_FILE
        self._finds = self._keeps = True
        self._told = False
        # What waits to be kept; each question keeps all of it.
        self._unkept: deque[tuple[bytes, Reply]] = deque()

    def find(self, key: bytes) -> Future[Outcome]:
        """The reply under a key, None for none."""
        return self._run(lambda: self._find(key))

    def keep(self, key: bytes, reply: Reply) -> Future[Outcome]:
        """Put a reply under a key; gives None when that is done or has failed."""
        if self._finds:
            self._unkept.append((key, reply))
        return self._run(self._keep_all)

    def give_up(self, reason: str) -> None:
        """Find and keep nothing more."""
        self._finds = self._keeps = False
        self._tell(f"{reason}; calls go on without it")

    def close(self) -> None:
        """Close the database; the next question opens it again."""
        with self._starting:
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.submit(self._close)
            # A disk that does not answer is not waited for.
            thread.shutdown(wait=self._finds)

    def _run(self, work: Callable[[], Reply | None]) -> Future[Outcome]:
        future = made_future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as error:
                future.set_exception(error)
                raise

        if not self._finds:
            future.set_result(None)
            return future
        with self._starting:
            if self._thread is None:
                self._thread = ThreadPoolExecutor(1, thread_name_prefix="llmextract-cache")
            self._thread.submit(run)
        return future

    def _find(self, key: bytes) -> Reply | None:
        try:
            found = self._opened().get(key) if self._finds else None
            return None if found is None else unpack(key, found)
        except EntryError as error:
            self._tell(f"{error}; asked for anew")
        except FAULTS as error:
            self._broke(error, writing=False)
        return None

    def _keep_all(self) -> None:
        """Keep what has come since the last time, by whomever: one commit for many replies."""
        waiting = [self._unkept.popleft() for _ in range(len(self._unkept))]
        rows = [(key, pack(key, reply)) for key, reply in waiting]
        kept = [row for row in rows if len(row[1]) <= self._size_limit // _LARGEST_PART]
        if not kept or not self._keeps:
            return
        try:
            self._opened().keep(kept)
        except FAULTS as error:
            self._broke(error, writing=True)

    def _opened(self) -> "Table":
        if self._table is None:
            self._table = self._open()
        return self._table

    def _open(self) -> "Table":
        """Look at what lies in the folder before it is trusted; what is damaged gives way."""
        from llmextract.run.cache.disk import check_database, open_database

        with open_folder(self._folder) as folder:
            try:
                path = make_database(folder)
                self._opened_file = identity(path)
                check_database(path)
                if self._opened_file == self._damaged_file:
                    raise DamagedError("damaged")
            except (DamagedError, StrangeFileError) as error:
                aside = set_aside(folder)
                self._tell(f"{error}; set aside as {aside.name} and begun anew")
                self._opened_file = identity(make_database(folder))
            return open_database(folder, size_limit=self._size_limit)

    def _broke(self, error: BaseException, *, writing: bool) -> None:
        opening = self._table is None
        if is_damage(error):
            # The next question sets the file aside, unless another process has done so already.
            self._close()
            self._damages += 1
            self._damaged_file = self._opened_file
            if self._damages < _MOST_DAMAGES:
                return
        reason = str(error) or type(error).__name__
        if writing and not opening:
            self._keeps = False
            self._tell(f"{reason}; nothing more is kept in it")
        else:
            self._close()
            self.give_up(reason)

    def _close(self) -> None:
        table, self._table = self._table, None
        if table is not None:
            with suppress(*FAULTS):
                table.close()

    def _tell(self, what: str) -> None:
        if self._trouble is not None and not self._told:
            self._told = True
            self._trouble(f"the reply cache in {self._folder}: {what}")
