"""The same articles through one client after another, each in a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.request import urlopen

from benchmarks.bulletins import bulletins
from benchmarks.calls import Load, Spent
from benchmarks.children import child_environment, run_child
from benchmarks.pace import Pace
from benchmarks.tools import Tool, interpreter

_WARM = 64
_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class Client:
    """A row of the tables; `form` is the kind of answers it expects, `schema` what it is asked for.

    `kind` is how it is run: langextract, the command, or a client of `benchmarks.calls`.
    """

    name: str
    kind: Literal["bare", "library", "command", "langextract"]
    form: str = "events"

    @property
    def schema(self) -> str:
        """The model of the form, as the command names it."""
        return (
            "benchmarks.passage:Passage" if self.form == "passages" else "llmextract.schemas:Event"
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """What a client did: articles a second, CPU seconds and records an article; or why nothing."""

    client: Client
    rate: float = 0.0
    cpu: float = 0.0
    records: float = 0.0
    version: str = ""
    failure: str = ""


BARE = Client("bare SDK (openai), passages", "bare", "passages")
LIBRARY = Client("**llmextract**, passages, from Python", "library", "passages")
COMMAND = Client("**llmextract**, passages, command with ledger", "command", "passages")
LANGEXTRACT = Client("langextract, passages", "langextract", "extractions")
# Of langextract there is none of these: it checks no fields.
BARE_EVENTS = Client("bare SDK (openai), events", "bare")
LIBRARY_EVENTS = Client("**llmextract**, events, from Python", "library")
COMMAND_EVENTS = Client("**llmextract**, events, command with ledger", "command")
OURS = (BARE, LIBRARY, COMMAND, BARE_EVENTS, LIBRARY_EVENTS, COMMAND_EVENTS)
CLIENTS = (*OURS, LANGEXTRACT)
_TOOL = Tool("langextract", "langextract_calls", requires="langextract[openai]>=1.7.1")


def measure(client: Client, count: int, pace: Pace) -> Measured:
    """Give a client so many articles at an endpoint of its own."""
    with endpoint(client.form, pace) as url:
        if client.kind == "command":
            return _measure_command(client, url, count, pace)
        return _measure_child(client, url, count, pace)


@contextmanager
def endpoint(form: str, pace: Pace) -> Generator[str]:
    """An endpoint in a process of its own; gives its base URL."""
    delays = (str(pace.delay), str(pace.slow_share), str(pace.slow_delay))
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.endpoint", form, *delays],
        env=child_environment(),
        stdin=pipe,
        stdout=pipe,
        encoding="utf-8",
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        if not url:
            raise RuntimeError("the endpoint did not start")
        yield url
        server.communicate()  # the end of its stdin ends it


def answered(url: str) -> int:
    """How many calls an endpoint has answered."""
    with urlopen(url.removesuffix("/v1") + "/count") as reply:  # noqa: S310 (our own, on this machine)
        return int(reply.read())


def write_articles(path: Path, count: int) -> None:
    """So many articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for identity, text in bulletins(count):
            out.write(json.dumps({"id": identity, "text": text}) + "\n")


def command(
    articles: Path, output: Path, url: str, *, concurrency: int, schema: str = "event"
) -> list[str]:
    """The command line that extracts records of a file of articles."""
    asked = ["--schema", schema, "--model", "fast", "--base-url", url]
    begun = [sys.executable, "-m", "llmextract", "extract", str(articles), "-o", str(output)]
    return [*begun, *asked, "--concurrency", str(concurrency)]


def _measure_child(client: Client, url: str, count: int, pace: Pace) -> Measured:
    if client.kind == "langextract":
        python = interpreter(_TOOL)
        if python is None:
            return Measured(client, failure="not installed")
        module = [str(python), "-m", _TOOL.module]
    else:
        module = [sys.executable, "-m", "benchmarks.calls", client.kind, client.schema]
    articles = list(bulletins(_WARM + count))
    load = Load(url=url, articles=articles, warm=_WARM, concurrency=pace.concurrency)
    lines, ended = run_child(module, load.model_dump_json(), _SECONDS)
    if ended != 0 or not lines:
        return Measured(client, failure="too slow" if ended is None else "failed")
    spent = Spent.model_validate_json(lines[-1])
    return Measured(
        client, count / spent.seconds, spent.cpu / count, spent.records / count, spent.version
    )


def _measure_command(client: Client, url: str, count: int, pace: Pace) -> Measured:
    """Twice, with few articles and with many: the difference is free of what starting takes."""
    with TemporaryDirectory() as folder:
        few = _run_command(client, Path(folder) / "few", url, _WARM, pace)
        many = _run_command(client, Path(folder) / "many", url, _WARM + count, pace)
    if few is None or many is None:
        return Measured(client, failure="failed")
    seconds, cpu, records = (after - before for before, after in zip(few, many, strict=True))
    named = version("llmextract-grounded")
    return Measured(client, count / seconds, cpu / count, records / count, named)


def _run_command(
    client: Client, stem: Path, url: str, count: int, pace: Pace
) -> tuple[float, float, int] | None:
    """Seconds, CPU seconds and records of one run; None if it went wrong."""
    articles, output = stem.with_suffix(".in.jsonl"), stem.with_suffix(".out.jsonl")
    write_articles(articles, count)
    asked = command(articles, output, url, concurrency=pace.concurrency, schema=client.schema)
    line = [*_TIMED, *asked]
    begun = time.perf_counter()
    ended = subprocess.run(line, env=child_environment(), capture_output=True, check=False)
    seconds = time.perf_counter() - begun
    if ended.returncode != 0:
        sys.stderr.write(ended.stderr.decode(errors="replace"))
        return None
    rows = [json.loads(row) for row in output.read_text(encoding="utf-8").splitlines()]
    if any(row["rejections"] or row["errors"] for row in rows) or len(rows) != count:
        raise RuntimeError("the command did not write what was answered")
    return seconds, float(ended.stdout), sum(len(row["records"]) for row in rows)


_TIMING = """\
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(spent.ru_utime + spent.ru_stime)
sys.exit(code)
"""
# Its only child is the command, whose CPU it prints.
_TIMED = (sys.executable, "-c", _TIMING)
