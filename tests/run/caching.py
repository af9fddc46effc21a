"""What the tests of the reply cache share: a request, its reply, and a model behind a cache."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from llmextract.ask.request import Message, Reply, Request, Usage
from llmextract.run.cache import Cached
from llmextract.testing import ScriptedModel

# As long and short as replies are.
ARTICLES = tuple(f"{number} " + "x" * (300 * number) for number in range(20))


def request(article: str = "HTS took Hama.") -> Request:
    """A request that asks about an article."""
    messages = (Message("system", "Name the actors."), Message("user", article))
    return Request(messages, {"type": "object"}, "actor", grammar="root ::= x", max_tokens=99)


def reply(article: str = "HTS took Hama.") -> Reply:
    """A whole reply that shows what it answers."""
    text = f'{{"records": [{{"sentences": [1], "name": "{article}"}}]}}'
    return Reply(text, raw=f"raw {text}", usage=Usage(10, 5, None))


def answered(asked: Request) -> Reply:
    """The reply to any request of these."""
    return reply(asked.messages[-1].content)


@contextmanager
def cached(
    folder: Path, model: ScriptedModel | None = None, *, size_limit: int = 2**30
) -> Generator[tuple[Cached, ScriptedModel, list[str]]]:
    """A model behind a cache, the model itself, and the troubles that were told."""
    told: list[str] = []
    model = model or ScriptedModel(answered)
    cache = Cached(model, folder, settings_digest="s", size_limit=size_limit, trouble=told.append)
    try:
        yield cache, model, told
    finally:
        cache.close()


def ask(folder: Path, *articles: str) -> tuple[int, list[str]]:
    """Ask about articles; the calls that it took and the troubles that were told.

    What is answered must be right, whatever lies in the folder.
    """
    with cached(folder) as (cache, model, told):
        for article in articles:
            answer = cache.send(request(article))
            assert (answer.text, answer.raw) == (reply(article).text, reply(article).raw)
            assert answer.usage == reply(article).usage
        return len(model.requests), told


def execute(folder: Path, statement: str, *values: object) -> None:
    """Change the database of a cache behind its back."""
    with closing(sqlite3.connect(folder / "cache.db")) as connection, connection:
        connection.execute(statement, values)
