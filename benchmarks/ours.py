"""What only llmextract does, measured in a child process: one line of JSON in, one out."""

import sys
import time
from collections.abc import Iterable
from statistics import median

from pydantic import BaseModel, Field, RootModel

from benchmarks.news import take_quotes, write_news
from benchmarks.peers.child import peak_bytes
from llmextract import Article, check
from llmextract.schemas import News

SEED = 2024
_MODELS = {model.__name__.lower(): model for model in News}


class CostTask(BaseModel):
    """Index a text of so many words, then locate so many quotes in it."""

    words: int
    quotes: int
    repeats: int


class Cost(BaseModel):
    """CPU seconds: the index, then all quotes; and bytes at the peak."""

    words: int
    index: float
    quotes: float
    peak: int


class Gold(BaseModel):
    """A gold record of an article, by the name of its schema."""

    article: str
    schema_name: str = Field(alias="schema")
    record: dict[str, object]
    """As a user gives it: its fields, and the `quotes` it cites."""


class JudgeTask(BaseModel):
    """Read an article, then judge records against it."""

    text: str
    rows: list[Gold]
    repeats: int


class Judging(BaseModel):
    """CPU seconds: reading the article, then judging all records; and how many were accepted."""

    reading: float
    judging: float
    accepted: int


class Task(RootModel[CostTask | JudgeTask]):
    """What stdin may hold."""


def main() -> None:
    """Answer the line on stdin."""
    task = Task.model_validate_json(sys.stdin.readline()).root
    answer = cost(task) if isinstance(task, CostTask) else judge(task)
    sys.stdout.write(answer.model_dump_json() + "\n")


def cost(task: CostTask) -> Cost:
    """Measure a text of so many words."""
    news = write_news(task.words, SEED)
    quotes = [quote.text for quote in take_quotes(news, task.quotes, SEED)]
    # What is built when first needed is needed by a quote that is there, by one with a letter
    # changed, or by words that are nowhere: all of it counts as the index.
    first = [*quotes[:2], "nothing that stands in this text, said nobody"]
    _locate(Article(news.text[:2000]), first)
    index: list[float] = []
    finding: list[float] = []
    for _ in range(task.repeats):
        article = Article(news.text)
        index.append(_locate(article, first))
        finding.append(_locate(article, quotes))
    return Cost(words=task.words, index=median(index), quotes=median(finding), peak=peak_bytes())


def judge(task: JudgeTask) -> Judging:
    """Measure an article and the records of it; the first repeat warms up and does not count."""
    by_schema = {
        name: [row.record for row in task.rows if row.schema_name == name] for name in _MODELS
    }
    reading: list[float] = []
    judging: list[float] = []
    accepted = 0
    for _ in range(task.repeats + 1):
        article = Article(task.text)
        reading.append(_read(article))
        begun = time.process_time()
        judged = [
            each
            for name, records in by_schema.items()
            for each in check(article, records, schema=_MODELS[name])
        ]
        judging.append(time.process_time() - begun)
        accepted = sum(each.accepted for each in judged)
    return Judging(reading=median(reading[1:]), judging=median(judging[1:]), accepted=accepted)


def _read(article: Article) -> float:
    begun = time.process_time()
    article.locate(article.sentences[0].text)
    return time.process_time() - begun


def _locate(article: Article, quotes: Iterable[str]) -> float:
    begun = time.process_time()
    for quote in quotes:
        article.locate(quote)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
