"""llmextract and langextract with the same embedded model on the same articles.

python -m benchmarks.quality --set polnear --tool llmextract --articles 10
python -m benchmarks.quality --report
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.grounding import put_between
from benchmarks.samples import SHARED, SOURCES, read_set
from benchmarks.standing import Line, answered_by_all, lines, reading
from benchmarks.standing import report as standing
from benchmarks.tools import ROOT
from benchmarks.trials import OUT, Row, Wish, judged_anew, keep, read_rows, trials

DOCUMENT = ROOT / "docs" / "quality.md"

TOOLS: dict[str, dict[str, Any]] = {
    "llmextract": {},
    "llmextract-free": {"grammar": False, "window": 8},
    "langextract": {},
}


def main() -> None:
    """Ask what has no row yet, or report on the rows there are."""
    given = _parser().parse_args()
    if given.report:
        report(given)
    elif given.rejudge:
        rejudge(given)
    else:
        ask(given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality")
    add = parser.add_argument
    add("--set", choices=SOURCES, action="append", help="which articles (default: all sets)")
    add("--tool", choices=TOOLS, action="append", help="which tool (default: all)")
    add("--articles", type=int, default=10, help="how many articles of a set")
    add("--skip", type=int, default=0, help="leave so many out first, as for trying things out")
    add("--label", default="", help="a name for rows of other options")
    add("--window", type=int, help="sentences a call")
    add("--grammar", action=argparse.BooleanOptionalAction, help="the pointer grammar")
    add("--option", action="append", default=[], metavar="NAME=JSON", help="to the Extractor")
    add("--report", action="store_true", help="ask nothing; tables and lists from the rows kept")
    add("--rejudge", action="store_true", help="ask nothing; judge llmextract's replies anew")
    add("--write", action="store_true", help="with --report: write the tables into docs/quality.md")
    add("--shared", type=Path, default=SHARED, help="the folder of the sets")
    return parser


def _more(given: argparse.Namespace) -> dict[str, Any]:
    """The options that were given to the Extractor."""
    more = {name: json.loads(value) for name, _, value in (o.partition("=") for o in given.option)}
    named = {"window": given.window, "grammar": given.grammar}
    return more | {name: value for name, value in named.items() if value is not None}


def _wish(name: str, tool: str, given: argparse.Namespace) -> Wish:
    """How a tool is asked about a set; langextract has its examples in a file of its own."""
    options = {**TOOLS[tool], **_more(given)}
    if SOURCES[name].examples and tool != "langextract":
        options["examples"] = SOURCES[name].examples
    return Wish(tool, given.label, options)


def rejudge(given: argparse.Namespace) -> None:
    """Keep what the replies of the last rows of llmextract give by the rules of today."""
    for name in given.set or SOURCES:
        wish = _wish(name, "llmextract", given)
        articles = {s.article.sha256: s.article for s in read_set(name, given.shared)}
        rows = [row for row in read_rows(name) if (row.tool, row.label) == (wish.tool, wish.label)]
        last = {row.sha256: row for row in rows if "replies" in row.result}
        for sha256, row in last.items():
            now = judged_anew(row, articles[sha256], SOURCES[name].schemas, wish)
            if now.fingerprint != row.fingerprint:
                keep(now)
                print(_line(now), flush=True)


def ask(given: argparse.Namespace) -> None:
    """Ask what has not been asked yet, and say so row by row."""
    for name in given.set or SOURCES:
        samples = read_set(name, given.shared)[given.skip :][: given.articles]
        for tool in given.tool or TOOLS:
            wish = _wish(name, tool, given)
            articles = [sample.article for sample in samples]
            for row in trials(name, articles, SOURCES[name].schemas, wish):
                print(_line(row), flush=True)


def report(given: argparse.Namespace) -> None:
    """Print the tables, and write the misses and false alarms of each line beside the rows."""
    sets: list[tuple[str, Sequence[Line]]] = []
    for name in given.set or SOURCES:
        samples = read_set(name, given.shared)[given.skip :][: given.articles]
        rows = read_rows(name)
        found = list(lines(name, answered_by_all(samples, rows), rows))
        sets.append((name, found))
        for line in found:
            path = OUT / f"{name}, {line.name}.txt"
            path.write_text(reading(name, line), encoding="utf-8")
    measured = standing(sets)
    print(measured)
    if given.write:
        page = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(put_between(page, measured), encoding="utf-8")


def _line(row: Row) -> str:
    usage = row.usage
    return (
        f"{row.asked} {row.set} {row.tool} {row.article[:40]}: {row.seconds:.0f} s,"
        f" {row.cpu:.0f} s of CPU, {usage.calls} calls, {usage.prompt_tokens} tokens in,"
        f" {usage.cached_tokens} cached, {usage.completion_tokens} out"
    )


if __name__ == "__main__":
    main()
