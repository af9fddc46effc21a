"""A batch run with a ledger, for tests: called here, or started as a process that is made to die.

As a process it writes a log, `call ID` before each call and `ack ID` once its result is safe.
"""

import os
import random
import resource
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path

from llmextract.article.article import Article
from llmextract.errors import LlmextractError
from llmextract.run.export import write_jsonl
from llmextract.run.extraction import Attempt, RunStatus
from llmextract.run.ledger import Ledger, RunKey, open_ledger

KEY = RunKey(schema="s1", prompt="p1", policy="o1", model="m1", library="1.0")


def articles(count: int) -> Iterator[Article]:
    """Articles whose ids sort otherwise than they come."""
    return (Article(text=f"text {n}", id=f"a{n}") for n in range(count))


def line(identity: str) -> str:
    """The result line of an article."""
    return f'{{"article": "{identity}", "value": "{identity * 60}"}}'


def whole(count: int) -> bytes:
    """The export of a batch that is done."""
    return "".join(line(article.id) + "\n" for article in articles(count)).encode()


def do(ledger: Ledger, identities: Iterable[str]) -> None:
    """Finish these articles."""
    for identity in identities:
        ledger.finish(identity, line(identity), status=RunStatus.OK)


def done(output: Path, count: int) -> None:
    """Run a batch to its end."""
    with open_ledger(output, KEY) as ledger:
        do(ledger, due(ledger, count))


def due(ledger: Ledger, count: int) -> list[str]:
    """The ids of the articles that are still to be done."""
    return [each.article.id for each in ledger.admit(articles(count)) if each.is_due]


def _work(
    ledger: Ledger, todo: Iterator[str], gate: threading.Lock, log: Callable[[str], None]
) -> None:
    def acknowledge(identity: str, future: Future[None]) -> None:
        if future.exception() is None:
            log(f"ack {identity}")

    while True:
        with gate:
            identity = next(todo, None)
        if identity is None:
            return
        ledger.start(identity)
        log(f"call {identity}")
        time.sleep(random.uniform(0, 0.004))
        attempt = Attempt("event:1", 1, "ok", reply=line(identity) * 2)
        with suppress(LlmextractError):
            future = ledger.finish(
                identity, line(identity), status=RunStatus.OK, attempts=[attempt]
            )
            future.add_done_callback(partial(acknowledge, identity))


def main(arguments: Collection[str]) -> int:
    """Run a batch as `OUTPUT COUNT CONCURRENCY LOG [BYTES]`, files no longer than BYTES."""
    output, count, concurrency, log_path, *limit = arguments
    descriptor = os.open(log_path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def log(words: str) -> None:
        os.write(descriptor, f"{words}\n".encode())

    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit[0]), resource.RLIM_INFINITY))
    try:
        with open_ledger(Path(output), KEY) as ledger:
            log("ready")
            todo = (each.article.id for each in ledger.admit(articles(int(count))) if each.is_due)
            gate = threading.Lock()
            workers = [
                threading.Thread(target=_work, args=(ledger, todo, gate, log))
                for _ in range(int(concurrency))
            ]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            write_jsonl(ledger.read().lines(), Path(output))
    except LlmextractError as error:
        log(f"fault {type(error).__name__} {error}")
        return 1
    log("end")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
