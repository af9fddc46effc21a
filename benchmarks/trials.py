"""One article, one tool, one row: asked once, kept on the disk, never asked again.

Both tools are asked with the same embedded model, each by a server of the same kind that starts
with the run and has answered one sentence before time is taken, so that prompts are in its cache.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel

from benchmarks.children import child_environment
from benchmarks.tools import ROOT, Tool, interpreter
from llmextract import Article, Extraction, Extractor
from llmextract.ask.request import Reply
from llmextract.run.download import fetch_model
from llmextract.run.local import serve
from llmextract.run.models import LOCAL_CONTEXT, LOCAL_SLOTS
from llmextract.settings import Settings
from llmextract.testing import ScriptedModel

OUT = ROOT / "out" / "quality"
LANGEXTRACT = Tool("langextract", "langextract_quality", requires="langextract[openai]>=1.7.1")
# What langextract is told, by schema.
_PEERS = ROOT / "benchmarks" / "peers"
_TASKS = _PEERS / "langextract_tasks.json"
_OTHER_TASKS = {"incident": _PEERS / "langextract_incident.json"}
# Nothing true takes as many tokens; without a bound a small model may write until its context is
# full.
_SETTINGS = {"temperature": 0.0, "most": 2000}
_WARM = Article(text="Officials met on Monday.", id="warm")
_SAMPLE = Article(
    text="He said that more than 200 people may have fled Dorva on Monday. Nobody could verify it.",
    id="sample",
)
_ENGINE = b"llamacpp.py"
_AS_LOCAL: dict[str, Any] = {"grammar": True, "window": 1}


class Usage(BaseModel):
    """Calls and tokens of an article."""

    calls: int = 0
    prompt_tokens: int | None = 0
    completion_tokens: int | None = 0
    cached_tokens: int | None = 0


class Row(BaseModel):
    """What a tool made of an article: a result line, or langextract's extractions by schema."""

    set: str
    article: str
    sha256: str
    tool: str
    label: str
    fingerprint: str
    version: str
    asked: str
    seconds: float
    cpu: float
    usage: Usage
    result: dict[str, Any]


@dataclass(frozen=True)
class Wish:
    """Which tool is asked, and how; `options` go to the `Extractor` as they are."""

    tool: str
    label: str = ""
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])


class Asker(Protocol):
    """A tool that is ready to be asked."""

    fingerprint: str
    version: str

    def ask(self, article: Article) -> tuple[dict[str, Any], Usage, float]:
        """Its result, its usage, its seconds."""
        ...


def trials(
    name: str, articles: Sequence[Article], schemas: Mapping[str, type[BaseModel]], wish: Wish
) -> Iterable[Row]:
    """Ask about each article that has no row yet; a row is kept before it is given."""
    with _asker(schemas, wish) as asker:
        yield from ask_left(name, articles, asker, wish)


def ask_left(name: str, articles: Sequence[Article], asker: Asker, wish: Wish) -> Iterable[Row]:
    """The rows that there are not yet, by an asker that has answered one sentence before."""
    left = unasked(articles, read_rows(name), (wish.tool, wish.label, asker.fingerprint))
    if left:
        asker.ask(_WARM)
    for article in left:
        before = server_cpu()
        result, usage, seconds = asker.ask(article)
        row = Row(
            set=name,
            article=article.id,
            sha256=article.sha256,
            tool=wish.tool,
            label=wish.label,
            fingerprint=asker.fingerprint,
            version=asker.version,
            asked=time.strftime("%Y-%m-%dT%H:%M:%S"),
            seconds=round(seconds, 2),
            cpu=round(server_cpu() - before, 2),
            usage=usage,
            result=result,
        )
        keep(row)
        yield row


def unasked(
    articles: Iterable[Article], rows: Iterable[Row], key: tuple[str, str, str]
) -> list[Article]:
    """The articles without a row of this tool, label and fingerprint."""
    known = {row.sha256 for row in rows if (row.tool, row.label, row.fingerprint) == key}
    return [article for article in articles if article.sha256 not in known]


def read_rows(name: str, folder: Path = OUT) -> list[Row]:
    """The rows of a set, in the order in which they were asked."""
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    # The last one may have been cut by a kill.
    return [Row.model_validate_json(line) for line in lines if line.endswith("}")]


def keep(row: Row, folder: Path = OUT) -> None:
    """Add a row to those of its set."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{row.set}.jsonl"
    with path.open("ab") as out:
        # Behind a row that was cut by a kill, a new line begins.
        out.write(b"\n" + row.model_dump_json().encode("utf-8", "replace") + b"\n")


def server_cpu() -> float:
    """CPU seconds, user and system, of the model servers that this process has started."""
    ticks = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            command = (entry.parent / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended
        if int(fields[1]) == os.getpid() and _ENGINE in command:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def _asker(schemas: Mapping[str, type[BaseModel]], wish: Wish) -> Generator[Asker]:
    if wish.tool == "langextract":
        with _peer() as (child, reach):
            yield _Peer(tuple(schemas), child, reach, joined=wish.options.get("joined", False))
        return
    asked = tuple(schemas.values())
    with Extractor(asked, model="local", **wish.options) as extractor:
        extractor.open()
        with asyncio.Runner() as runner:
            yield _Ours(extractor, fingerprint_of(extractor, asked, wish.options), runner)
            runner.run(extractor.aclose())


def _kept(extraction: Extraction[BaseModel]) -> dict[str, Any]:
    """A result line with the replies that it came from."""
    replies = [[reply.text, reply.finish_reason] for reply in extraction.replies]
    return {**json.loads(extraction.to_json()), "replies": replies}


def judged_anew(
    row: Row, article: Article, schemas: Mapping[str, type[BaseModel]], wish: Wish
) -> Row:
    """The row of llmextract that the same replies give by the rules of today; nothing is asked.

    What it took stays what it took.
    """
    asked = tuple(schemas.values())
    replies = [Reply(text=text, finish_reason=ended) for text, ended in row.result["replies"]]
    extractor = Extractor(asked, model=ScriptedModel(replies), **{**_AS_LOCAL, **wish.options})
    fingerprint = fingerprint_of(extractor, asked, wish.options)
    result = _kept(extractor.extract(article)) | {"usage": row.result["usage"]}
    return row.model_copy(update={"fingerprint": fingerprint, "result": result})


def asks(schemas: tuple[type[BaseModel], ...], options: Mapping[str, Any]) -> str:
    """A digest of what is asked of a sample: prompts and grammars, however they came to be."""
    model = ScriptedModel(lambda _: [])
    Extractor(schemas, model=model, **{**_AS_LOCAL, **options}).extract(_SAMPLE)
    asked = [[request.messages, request.schema, request.grammar] for request in model.requests]
    return _digest(json.dumps([asked, sorted(options.items())], default=str).encode())


def fingerprint_of(
    extractor: Extractor[BaseModel],
    schemas: tuple[type[BaseModel], ...],
    options: Mapping[str, Any],
) -> str:
    """Digests of schemas, prompts and rules, and of what is asked of a sample."""
    return ".".join([*asdict(extractor.fingerprint).values(), asks(schemas, options)])


class _Ours:
    def __init__(
        self, extractor: Extractor[BaseModel], fingerprint: str, runner: asyncio.Runner
    ) -> None:
        self._extractor, self._runner = extractor, runner
        self.version = version("llmextract-grounded")
        self.fingerprint = fingerprint

    def ask(self, article: Article) -> tuple[dict[str, Any], Usage, float]:
        async def extract() -> Extraction[BaseModel]:
            limit = asyncio.Semaphore(LOCAL_SLOTS)
            return await self._extractor.aextract(article, limit=limit)

        begun = time.perf_counter()
        extraction = self._runner.run(extract())
        seconds = time.perf_counter() - begun
        usage = Usage.model_validate(asdict(extraction.usage))
        return _kept(extraction), usage, seconds


@dataclass(frozen=True)
class _Reach:
    url: str
    key: str
    model: str
    slots: int


class _Peer:
    """langextract in a process and an environment of its own: one call of it a schema."""

    def __init__(
        self,
        schemas: Sequence[str],
        child: subprocess.Popen[str],
        reach: _Reach,
        *,
        joined: bool,
    ) -> None:
        self._schemas, self._child, self._reach = schemas, child, reach
        self._settings = {**_SETTINGS, "joined": joined}
        told = json.dumps(_SETTINGS) + ("joined" if joined else "")
        files = dict.fromkeys(map(_tasks_of, schemas))
        tasks = b"".join(file.read_bytes() for file in files)
        self.fingerprint = _digest(tasks + told.encode())
        self.version = ""

    def ask(self, article: Article) -> tuple[dict[str, Any], Usage, float]:
        answers = {schema: self._answer(schema, article.text) for schema in self._schemas}
        self.version = next(iter(answers.values()))["version"]
        usages = [each["usage"] for each in answers.values()]
        total = {name: sum(usage[name] for usage in usages) for name in usages[0]}
        seconds = sum(each["seconds"] for each in answers.values())
        return answers, Usage.model_validate(total), seconds

    def _answer(self, schema: str, text: str) -> dict[str, Any]:
        told = {"tasks": str(_tasks_of(schema)), "schema": schema, "text": text}
        order = {**asdict(self._reach), **self._settings, **told}
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps(order) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"langextract ended with {self._child.wait()}")
        answer: dict[str, Any] = json.loads(line)
        if "Connection error" in answer["error"]:
            raise RuntimeError("the server has ended")
        return answer


@contextmanager
def _peer() -> Generator[tuple[subprocess.Popen[str], _Reach]]:
    """langextract's process and the server it asks."""
    python = interpreter(LANGEXTRACT)
    if python is None:
        sys.exit("langextract is not installed")
    model = fetch_model(Settings.load(model="local").cache_dir)
    pipe = subprocess.PIPE
    with (
        serve(model, slots=LOCAL_SLOTS, context=LOCAL_CONTEXT) as server,
        subprocess.Popen(
            [str(python), "-m", LANGEXTRACT.module],
            env=child_environment(),
            stdin=pipe,
            stdout=pipe,
            encoding="utf-8",
        ) as child,
    ):
        key = server.secret.get_secret_value()
        yield child, _Reach(server.base_url, key, server.model, server.slots)
        child.communicate()  # the end of its stdin ends it


def _tasks_of(schema: str) -> Path:
    return _OTHER_TASKS.get(schema, _TASKS)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]
