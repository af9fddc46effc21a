"""Memory of extracting one article, by its length: pointing at one sentence at a time.

    python -m benchmarks.long_article

Each length is a process of its own; every call is answered at once with an event, by no model.
"""

import json
import sys

from pydantic import BaseModel

from benchmarks.children import run_here
from benchmarks.news import write_news
from benchmarks.peers.child import peak_bytes
from benchmarks.tables import circumstances, table
from llmextract import Article, Extractor
from llmextract.ask.request import Reply, Request, Usage
from llmextract.schemas import News
from llmextract.settings import LOCAL
from llmextract.testing import ScriptedModel

WORDS = (1_000, 5_000, 20_000, 60_000)
_SEED = 7
_LABELS = {"type": "other", "factuality": "occurred"}


class Asked(BaseModel):
    """How long the article is."""

    words: int


class Held(BaseModel):
    """Bytes resident at most before the article was extracted and by its end; its calls."""

    before: int
    peak: int
    calls: int
    records: int


class Prompt(ScriptedModel):
    """Answers every call with an event by the sentence's first word, and keeps no request."""

    def __init__(self) -> None:
        super().__init__((), name=LOCAL)
        self.calls = 0

    def send(self, request: Request) -> Reply:
        """Point at the first word that is shown."""
        self.calls += 1
        event = {"trigger": request.messages[-1].content.split()[0], **_LABELS}
        said = json.dumps([event] if request.name == "event" else [])
        return Reply(text=said, usage=Usage(0, 0, 0), raw=said)


def main() -> None:
    """Measure and print; with a line on stdin, be the process that is measured."""
    if not sys.stdin.isatty() and (line := sys.stdin.readline()):
        print(hold(Asked.model_validate_json(line)).model_dump_json())
        return
    rows: list[list[str]] = []
    for words in WORDS:
        held = Held.model_validate_json(run_here("benchmarks.long_article", Asked(words=words)))
        sizes = [f"{size / 2**20:.0f} MiB" for size in (held.before, held.peak)]
        rows.append([f"{words:,}", f"{held.calls:,}", f"{held.records:,}", *sizes])
    print(circumstances())
    print(table(("words", "calls", "records", "before", "at most"), rows))


def hold(asked: Asked) -> Held:
    """Extract from an article of so many words."""
    article = Article(text=write_news(asked.words, _SEED).text)
    model = Prompt()
    Extractor(News, model=model).extract(Article(text="Troops met on Monday."))  # loads the readers
    before, model.calls = peak_bytes(), 0
    extraction = Extractor(News, model=model).extract(article)
    records = len(extraction.records)
    return Held(before=before, peak=peak_bytes(), calls=model.calls, records=records)


if __name__ == "__main__":
    main()
