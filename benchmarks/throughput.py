"""Articles a second, CPU an article and memory, beside the bare SDK and langextract, in one run.

    python -m benchmarks.throughput [--quick] [--articles N] [--memory-articles N]
                                    [--memory-seconds S]

Prints the tables and writes them into docs/reliability.md; `--quick` writes nothing.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.grounding import put_between
from benchmarks.load import (
    CLIENTS,
    LANGEXTRACT,
    OURS,
    Measured,
    measure,
)
from benchmarks.memory import Growth, grow
from benchmarks.pace import Pace
from benchmarks.tables import circumstances, table
from benchmarks.tools import ROOT

_DOCUMENT = ROOT / "docs" / "reliability.md"
_FLAT, _TAILED = Pace(32), Pace(64, delay=0.05, slow_share=0.05, slow_delay=2.0)

_ABOUT_SPEED = """\
One process a client, {concurrency} calls in flight, one call an article, an endpoint on this
machine that answers at once with ten events of the article ({words} words). Each client gets what
it expects. Passages are what langextract is told: ten passages, each with type, actor and place.
langextract aligns the passages; llmextract locates and judges all of their fields. Events are the
schema of llmextract: ten records with about 60 fields, figures and times among them. The bare SDK
sends the same prompt and schema, and its reply is not read. CPU is that of the client's process
after its start. The command reads a JSON Lines file and keeps its ledger on the disk; its own
start, measured apart, is left out."""
_ABOUT_TAIL = """\
The same at an endpoint that answers after {delay:g} ms, one article in {odds:g} after
{slow:g} s, with {concurrency} calls in flight, {articles:,} articles. Ideal is what the same calls
would reach if clients took no CPU: {ideal:.0f} articles a second. No process is faster than one
core: the last column sets the rate against the ideal or, where that is less, against what the
client's own CPU an article allows."""
_ABOUT_MEMORY = """\
The command over one JSON Lines file of {articles:,} articles at an endpoint that answers at once,
32 calls in flight. Resident memory of its process is sampled twice a second; the slope is a
straight line through the samples after the first fifth."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    articles: int
    tailed: int
    memory_articles: int
    memory_seconds: float


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput")
    add = parser.add_argument
    add("--quick", action="store_true", help="a smoke run that writes nothing")
    add("--articles", type=int, default=3000, help="articles a client is given")
    add("--tailed", type=int, default=8000, help="the same where replies are slow")
    add("--memory-articles", type=int, default=100_000, help="0 leaves memory out")
    add("--memory-seconds", type=float, default=1800, help="stop measuring memory after so long")
    given = parser.parse_args()
    plan = Plan(given.articles, given.tailed, given.memory_articles, given.memory_seconds)
    if given.quick:
        plan = Plan(300, 600, min(given.memory_articles, 2000), 60)
    measured = report(plan)
    print(measured)
    if not given.quick:
        page = _DOCUMENT.read_text(encoding="utf-8")
        _DOCUMENT.write_text(put_between(page, measured), encoding="utf-8")


def report(plan: Plan) -> str:
    """All that is measured, as Markdown."""
    flat = [measure(client, plan.articles, _FLAT) for client in CLIENTS]
    # langextract waits at the end of each batch: nothing to be learnt where it cannot win.
    tailed = [measure(client, plan.tailed, _TAILED) for client in OURS]
    parts = [
        circumstances(),
        "### At an endpoint that answers at once",
        _ABOUT_SPEED.format(concurrency=_FLAT.concurrency, words=372),
        speed_table(flat),
        "### Where some replies are slow",
        _ABOUT_TAIL.format(
            delay=_TAILED.delay * 1000,
            odds=1 / _TAILED.slow_share,
            slow=_TAILED.slow_delay,
            concurrency=_TAILED.concurrency,
            articles=plan.tailed,
            ideal=_TAILED.ideal(plan.tailed),
        ),
        tail_table(tailed, _TAILED.ideal(plan.tailed)),
    ]
    if plan.memory_articles:
        growth = grow(plan.memory_articles, plan.memory_seconds)
        parts += ["### Memory", _ABOUT_MEMORY.format(articles=growth.given), memory_table(growth)]
    return "\n\n".join(parts)


def speed_table(runs: Sequence[Measured]) -> str:
    """Articles a second and CPU, beside the bare SDK and langextract."""
    bare = {run.client.schema: run.cpu for run in runs if run.client.kind == "bare"}
    peer = next((run for run in runs if run.client == LANGEXTRACT), None)
    rows: list[list[str]] = []
    for run in runs:
        if run.failure:
            rows.append([run.client.name, run.version, run.failure, "", "", "", ""])
            continue
        asked = bare.get(run.client.schema)
        beyond = run.cpu - asked if asked and run.client.kind != "bare" else None
        times = run.rate / peer.rate if peer and peer.rate and run.client != LANGEXTRACT else None
        rows.append(
            [
                run.client.name,
                run.version,
                f"{run.rate:.0f}",
                f"{times:.2g}" if times else "",
                f"{run.cpu * 1000:.2f} ms",
                f"{beyond * 1000:.2f} ms" if beyond is not None else "",
                f"{run.records:g}" if run.records else "",
            ]
        )
    head = ("client", "version", "articles a second", "times langextract", "CPU an article")
    return table((*head, "beyond the bare SDK", "records an article"), rows)


def tail_table(runs: Sequence[Measured], ideal: float) -> str:
    """Articles a second, as a share of what waiting, and one core, would allow."""
    rows: list[list[str]] = []
    for run in runs:
        if run.failure:
            rows.append([run.client.name, run.failure, "", "", ""])
            continue
        possible = min(ideal, 1 / run.cpu)
        shares = [f"{100 * run.rate / bound:.0f}%" for bound in (ideal, possible)]
        rows.append([run.client.name, f"{run.rate:.0f}", f"{run.cpu * 1000:.2f} ms", *shares])
    head = ("client", "articles a second", "CPU an article", "of the ideal", "of the possible")
    return table(head, rows)


def memory_table(growth: Growth) -> str:
    """How far it came, and how memory went."""
    rows = [
        ["articles done", f"{growth.done:,}"],
        ["seconds", f"{growth.seconds:.0f}"],
        ["resident memory, most", f"{growth.most / 1e6:.0f} MB"],
        ["at the first fifth, at the end", f"{growth.first / 1e6:.0f}, {growth.last / 1e6:.0f} MB"],
        ["slope for 10,000 articles", f"{growth.slope * 1e4 / 1e6:+.2f} MB"],
        ["exit code", str(growth.code)],
    ]
    return table(("the command", ""), rows)


if __name__ == "__main__":
    main()
