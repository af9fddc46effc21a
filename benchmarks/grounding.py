"""Grounding beside other tools in one run: quality on quotes, speed, memory, growth.

    python -m benchmarks.grounding [--quick]

Prints the tables and writes them, with the plot, into docs/; `--quick` writes nothing.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks import quotes, speed, tables
from benchmarks.ours import Cost
from benchmarks.plot import Plot, Series, draw
from benchmarks.speed import Task
from benchmarks.tools import ROOT, TOOLS

_DOCUMENT = ROOT / "docs" / "grounding.md"
_PLOT = ROOT / "docs" / "grounding-cost.svg"
_SKELETON = """# Grounding

<!-- measured: begin -->
<!-- measured: end -->

## How to run it

    make bench                               # all of it, and this page anew
    make bench BENCH_ARGS=--quick            # a few minutes' smoke run that writes nothing

The first run sets up an environment for each tool in `.cache/bench/`; a tool that cannot be
installed is shown as "not installed". Each tool runs in a child process of its own and is asked the
same; times are CPU time of that process without its start, medians over repeats. The texts of the
speed tables are written by a word model with a seed (`benchmarks/news.py`), the quotes of the
quality tables are `tests/data/quotes_dev.jsonl` (`tests/article/variants.py` shows such edits).
"""


_ABOUT_QUOTES = """\
{true} true quotes, some in another form, and {false} false ones, each asked by itself. The right
words: the span is that of the true words, whatever marks stand at its ends. To the character: those
marks as well, also where the quote has dropped them. Accepted: located anywhere."""
_ABOUT_SPEED = """\
Half of the quotes are exact, half have one letter changed, all stand in the text and are given in
its order; reading the text is included. Right: located at their words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    races: tuple[Task, ...]
    seconds: float
    sizes: tuple[int, ...]
    rows: int
    repeats: int


_FULL = Plan(
    races=(Task(400, 10, 9), Task(4_000, 50, 9), Task(100_000, 200, 3)),
    seconds=60,
    sizes=(1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000),
    rows=10_000,
    repeats=3,
)
_QUICK = Plan(races=(Task(400, 10, 3),), seconds=5, sizes=(1_000, 10_000), rows=40, repeats=1)
_QUOTES = 200
_RECORDS = 10


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grounding")
    parser.add_argument("--quick", action="store_true", help="a smoke run that writes nothing")
    quick: bool = parser.parse_args().quick
    measured, plot = measure(_QUICK if quick else _FULL)
    print(measured)
    if not quick:
        page = _DOCUMENT.read_text(encoding="utf-8") if _DOCUMENT.is_file() else _SKELETON
        _DOCUMENT.write_text(put_between(page, measured), encoding="utf-8")
        _PLOT.write_text(plot, encoding="utf-8")


def measure(plan: Plan) -> tuple[str, str]:
    """The tables as Markdown, and the plot as SVG."""
    rows, articles = quotes.read_suite()
    rows = rows[: plan.rows]
    kinds = quotes.benign_kinds(rows)
    qualities = [quotes.assess(tool, rows, articles) for tool in TOOLS]
    races = [(task, speed.race(task, plan.seconds)) for task in plan.races]
    costs = speed.costs(plan.sizes, _QUOTES, plan.repeats)
    judging, peer = speed.judge_gold(_RECORDS, 30)
    parts = (
        tables.circumstances(),
        "### Quotes",
        _ABOUT_QUOTES.format(
            true=sum(row.benign for row in rows), false=sum(not row.benign for row in rows)
        ),
        tables.quality_table(qualities, kinds, speed.versions(races[0][1])),
        "### By kind of edit",
        "True quotes located at the right words, false quotes located anywhere.",
        tables.kinds_table(qualities, kinds),
        "### Speed beside the others",
        _ABOUT_SPEED,
        tables.speed_table(races),
        "### Growth",
        f"![{_describe(costs)}](grounding-cost.svg)",
        tables.cost_table(costs, _QUOTES),
        "### Judging",
        tables.judging_table(judging, peer, _RECORDS),
    )
    return "\n\n".join(parts), draw(plot_of(costs))


def plot_of(costs: Sequence[Cost]) -> Plot:
    """Our cost by the length of the text, beside a line that grows as the text does."""
    first = costs[0]
    straight = [(c.words, first.index * c.words / first.words) for c in costs]
    return Plot(
        title="CPU time of grounding by length of the article",
        description=_describe(costs),
        x="words in the article",
        y="CPU seconds",
        series=(
            Series("index, built once", [(c.words, c.index) for c in costs]),
            Series(f"{_QUOTES} quotes", [(c.words, c.quotes) for c in costs]),
            Series("linear", straight),
        ),
    )


def put_between(page: str, measured: str, name: str = "measured") -> str:
    """The page with what stands between the two marks of this name replaced."""
    first, last = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = page.partition(first)
    _, end, after = rest.partition(last)
    if not end:
        raise ValueError(f"the page needs the marks {first} and {last}")
    return f"{before}{first}\n\n{measured}\n\n{last}{after}"


def _describe(costs: Sequence[Cost]) -> str:
    low, high = costs[0], costs[-1]
    return (
        f"From {low.words:,} to {high.words:,} words the index takes {low.index:.2g} to"
        f" {high.index:.2g} s of CPU, {_QUOTES} quotes {low.quotes:.2g} to {high.quotes:.2g} s."
    )


if __name__ == "__main__":
    main()
