"""Our two clients of an endpoint: the bare SDK, and the library called from Python.

python -m benchmarks.calls bare|library MODULE:MODEL

Reads one JSON line on stdin (`Load`) and answers with one (`Spent`), without its own start.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import aclosing
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel

from benchmarks.peers.child import peak_bytes

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam
    from openai.types.shared_params import ResponseFormatJSONSchema

Articles = list[tuple[str, str]]
Client = Callable[[Articles], Awaitable[int]]


class Load(BaseModel):
    """Articles (id and text) to send to `url`, the first `warm` of them before time is taken."""

    url: str
    articles: Articles
    warm: int
    concurrency: int


class Spent(BaseModel):
    """What it took to have the articles answered, and how many records came of it."""

    seconds: float
    cpu: float
    records: int
    peak: int
    version: str


def bare(load: Load, schema: str) -> Client:
    """The SDK alone: the same prompt and schema are sent, and nothing is read from the reply."""
    import openai

    from llmextract import Article
    from llmextract.run.plan import make_jobs, make_plans
    from llmextract.run.schemas import load_models
    from llmextract.settings import Settings

    settings = Settings.load(model="fast", base_url=load.url, api_key="none")
    shown = Article(text=load.articles[0][1], id="first")
    plans = make_plans(load_models(schema), settings, {})
    request = next(make_jobs(plans, shown, settings)).request
    prefix = [{"role": role, "content": content} for role, content in request.messages[:-1]]
    asked_for = {"name": request.name, "strict": True, "schema": request.schema}
    form = cast("ResponseFormatJSONSchema", {"type": "json_schema", "json_schema": asked_for})
    client = openai.AsyncOpenAI(base_url=load.url, api_key="none", max_retries=0)

    async def run(articles: Articles) -> int:
        waiting = iter(articles)

        async def work() -> None:
            for _, text in waiting:
                asked = [*prefix, {"role": "user", "content": text}]
                await client.chat.completions.create(
                    model="fast",
                    messages=cast("list[ChatCompletionMessageParam]", asked),
                    temperature=0,
                    response_format=form,
                )

        async with asyncio.TaskGroup() as group:
            for _ in range(load.concurrency):
                group.create_task(work())
        return 0

    return run


def library(load: Load, schema: str) -> Client:
    """`Extractor.aextract_many`, with everything that makes a result of a reply."""
    import llmextract as lx
    from llmextract.run.schemas import load_models

    extractor = lx.Extractor(load_models(schema), model="fast", base_url=load.url)

    async def run(articles: Articles) -> int:
        given = (lx.Article(text=text, id=identity) for identity, text in articles)
        records = 0
        many = extractor.aextract_many(given, concurrency=load.concurrency)
        async with aclosing(many):
            async for extraction in many:
                if extraction.rejections or extraction.errors:
                    raise RuntimeError(f"not what was answered: {extraction.to_json()}")
                records += len(extraction.records)
        return records

    return run


async def measure(load: Load, client: Client, version: str) -> Spent:
    """Warm up, then take time and CPU."""
    waiting: Iterable[tuple[str, str]] = iter(load.articles)
    await client(list(islice(waiting, load.warm)))
    begun, cpu = time.perf_counter(), time.process_time()
    records = await client(list(waiting))
    return Spent(
        seconds=time.perf_counter() - begun,
        cpu=time.process_time() - cpu,
        records=records,
        peak=peak_bytes(),
        version=version,
    )


if __name__ == "__main__":
    load = Load.model_validate_json(sys.stdin.readline())
    kind, schema = sys.argv[1:]
    make, named = {
        "bare": (bare, "openai"),
        "library": (library, "llmextract-grounded"),
    }[kind]
    print(asyncio.run(measure(load, make(load, schema), version(named))).model_dump_json())
