"""What locating costs: beside the peers, up to a million words, and in judging records."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.children import Outcome, Request, measure, run_here
from benchmarks.news import take_quotes, write_news
from benchmarks.ours import SEED, Cost, CostTask, Gold, JudgeTask, Judging
from benchmarks.tools import LANGEXTRACT, ROOT, TOOLS, Tool

_GOLD = ROOT / "tests" / "data" / "gold.jsonl"


@dataclass(frozen=True, slots=True)
class Task:
    """A text of so many words and the quotes to find in it; `repeats` at most."""

    words: int
    quotes: int
    repeats: int


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool made of a task: its outcome, and how many quotes it located at their words."""

    tool: Tool
    outcome: Outcome
    right: int


def race(task: Task, seconds: float) -> list[Run]:
    """Give every tool the same text and the same quotes, half of them with a letter changed."""
    news = write_news(task.words, SEED)
    quotes = take_quotes(news, task.quotes, SEED)
    request = Request(news.text, [quote.text for quote in quotes], task.repeats, seconds)
    runs: list[Run] = []
    for tool in TOOLS:
        outcome = measure(tool, request)
        spans = outcome.answers[0].spans if outcome.answers else ()
        # Which marks at its ends a tool takes along is not asked here.
        right = [
            span is not None and abs(span[0] - true.span[0]) + abs(span[1] - true.span[1]) < 3
            for span, true in zip(spans, quotes, strict=False)
        ]
        runs.append(Run(tool, outcome, sum(right)))
    return runs


def versions(runs: Sequence[Run]) -> dict[Tool, str]:
    """What was really installed of the tools that answered."""
    return {run.tool: run.outcome.answers[0].version for run in runs if run.outcome.answers}


def costs(sizes: Sequence[int], quotes: int, repeats: int) -> list[Cost]:
    """Our own cost at each size, each in a new process."""
    tasks = [CostTask(words=words, quotes=quotes, repeats=repeats) for words in sizes]
    return [Cost.model_validate_json(run_here("benchmarks.ours", task)) for task in tasks]


def judge_gold(records: int, repeats: int) -> tuple[Judging, Outcome]:
    """Judge gold records of the first article, and have langextract align one string of each."""
    rows = [Gold.model_validate_json(line) for line in _GOLD.read_text("utf-8").splitlines()]
    name = rows[0].article
    rows = [row for row in rows if row.article == name]
    rows = rows[:: len(rows) // records][:records]  # of every schema
    text = (ROOT / "seeds" / name).read_bytes().decode()
    task = JudgeTask(text=text, rows=rows, repeats=repeats)
    judging = Judging.model_validate_json(run_here("benchmarks.ours", task))
    quotes = [_a_string(row, text) for row in rows]
    return judging, measure(LANGEXTRACT, Request(text, quotes, repeats, 60))


def _a_string(row: Gold, text: str) -> str:
    """The first field of a record that copies words of the article, as langextract has them."""
    return next(v for v in row.record.values() if isinstance(v, str) and v in text)
