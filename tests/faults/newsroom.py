"""The command line as real processes over small articles, and the endpoint that they ask.

Each article tells one event with a number of its own, so that no answer fits another article.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from llmextract.run.ledger import ledger_path
from tests.faults.server import Background, body_of, completion, head

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
CANARY = "sk-canary-93b1f6d2c7"
GROUP = 50
"""The most results that a ledger has not yet written: what a kill may cost beside its calls."""
_NUMBER = re.compile(r"Story ([0-9]+)\.")


def story(number: int) -> str:
    """The text of an article."""
    return f"Story {number}.\n\nRebels captured the village of Tarin, killing {number} soldiers."


def event(number: int, **other: object) -> dict[str, object]:
    """The event of an article, as a model would answer."""
    figure = {"count": str(number), "of": "soldiers", "period": None, "kind": "killed"}
    return {
        "sentences": [2],
        "trigger": "captured",
        "participants": [{"mention": "Rebels", "role": "actor"}],
        "places": ["the village of Tarin"],
        "time": None,
        "figures": [figure],
        "reported_by": None,
        "type": "non_state_actor_overtakes_territory",
        "factuality": "occurred",
        **other,
    }


def answer(*records: object) -> str:
    """A model's reply."""
    return json.dumps({"records": records})


@dataclass
class Newsroom(Background):
    """An endpoint that answers after `delay` seconds and counts its calls by article.

    `replies` are texts to give for some articles instead; `refusing` is a status and a body for
    all, which are then told to wait ten minutes.
    """

    delay: float = 0.0
    replies: dict[int, str] = field(default_factory=dict[int, str])
    refusing: tuple[int, bytes] | None = None
    calls: Counter[int] = field(default_factory=Counter[int])
    bodies: list[str] = field(default_factory=list[str])
    url: str = ""

    def fresh_calls(self) -> Counter[int]:
        """The calls since this was last asked."""
        calls, self.calls = self.calls, Counter()
        return calls

    def wait_for(self, calls: int, process: subprocess.Popen[bytes]) -> None:
        """Until so many calls have come, or the process has ended."""
        while self.calls.total() < calls and process.poll() is None:
            time.sleep(0.005)

    async def _serve(self, reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        try:
            while True:
                asked = json.loads(await body_of(reader))
                # Not the last message alone: a call that asks again says why in one more.
                said = [message["content"] for message in asked["messages"]]
                line.write(await self._answer("\n".join(said)))
                await line.drain()
        except (OSError, asyncio.IncompleteReadError):
            return  # the client went away, or was killed
        finally:
            line.close()

    async def _answer(self, asked: str) -> bytes:
        found = _NUMBER.search(asked)
        number = int(found[1]) if found else -1
        self.calls[number] += 1
        self.bodies.append(asked)
        await asyncio.sleep(self.delay)
        if self.refusing is not None:
            status, body = self.refusing
            return head(status, len(body), retry_after="600", connection="keep-alive") + body
        body = completion(self.replies.get(number) or answer(event(number)))
        return head(200, len(body), connection="keep-alive") + body


@dataclass
class Batch:
    """A file of articles, the output that is made of it, and the command that makes it."""

    folder: Path
    room: Newsroom
    count: int
    concurrency: int = 8

    def __post_init__(self) -> None:
        self.write({number: story(number) for number in range(1, self.count + 1)})

    @property
    def output(self) -> Path:
        return self.folder / "out.jsonl"

    def write(self, texts: Mapping[int, str]) -> None:
        """Give the batch these articles instead."""
        rows = [{"id": f"a{number}", "text": text} for number, text in texts.items()]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (self.folder / "articles.jsonl").write_text(lines, encoding="utf-8")

    def arguments(self, *more: str) -> tuple[str, ...]:
        """What is asked of the command line; the last of an option wins."""
        asked = ("extract", str(self.folder / "articles.jsonl"), "-o", str(self.output))
        to = ("--schema", "event", "--model", "fake", "--base-url", self.room.url)
        return (*asked, *to, "--concurrency", str(self.concurrency), *more)

    def begin(self, *more: str, before: tuple[str, ...] = ()) -> Run:
        """Start the command."""
        return start(self.folder, *self.arguments(*more), before=before)

    def finish(self, *more: str) -> Run:
        """Run the command to its end."""
        run = self.begin(*more)
        run.ended()
        return run

    def kept(self) -> dict[str, bytes]:
        """The results that the ledger holds, by id; looks as another process would."""
        ledger = ledger_path(self.output)
        if not ledger.exists():
            return {}
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            query = "SELECT id, line FROM results JOIN articles ON article = ordinal"
            rows = connection.execute(query).fetchall()
        kept = {bytes(identity).decode(): bytes(line) for identity, line in rows}
        assert len(kept) == len(rows)
        return kept

    def lines(self) -> dict[str, bytes]:
        """The lines of the output by id, each once and in the order of the articles."""
        written = self.output.read_bytes().splitlines() if self.output.exists() else []
        ids = [str(json.loads(line)["article"]["id"]) for line in written]
        assert len(set(ids)) == len(ids)
        assert ids == sorted(ids, key=lambda identity: int(identity[1:]))
        return dict(zip(ids, written, strict=True))


@dataclass
class Run:
    """A process of the command line."""

    process: subprocess.Popen[bytes]
    stderr: Path

    def ended(self, seconds: float = 120) -> int:
        """Its exit code."""
        return self.process.wait(seconds)

    def said(self) -> str:
        """What it wrote on stderr."""
        return self.stderr.read_text(encoding="utf-8")

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def start(folder: Path, *arguments: str, before: tuple[str, ...] = ()) -> Run:
    """Start the command line with the canary for a key; all that it leaves is in the folder."""
    # On a small disk that is full nothing could be said.
    beside = folder.parent if folder.is_mount() else folder
    number = len(list(beside.glob("stderr-*")))
    stderr = beside / f"stderr-{number}"
    told = {"OPENAI_API_KEY": CANARY, "LLMEXTRACT_CACHE_DIR": str(folder / "cache")}
    with stderr.open("wb") as err, (beside / f"stdout-{number}").open("wb") as out:
        process = subprocess.Popen(
            [*before, sys.executable, "-m", "llmextract", *arguments],
            cwd=ROOT,
            env={**os.environ, **told, "COLUMNS": "200"},
            stdout=out,
            stderr=err,
        )
    return Run(process, stderr)


def ids(numbers: Mapping[int, int]) -> set[str]:
    """The ids of the articles that were asked about."""
    return {f"a{number}" for number in numbers}
