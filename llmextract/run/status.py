"""How a kept run stands, and doing some of its articles again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from llmextract.errors import counted, escaped
from llmextract.run.ledger import (
    Retriable,
    State,
    Summary,
    ledger_path,
    lock_holder,
    read_ledger,
)
from llmextract.run.ledger.store import lock_path
from llmextract.run.order import Order
from llmextract.run.report import told_tokens


def status(output: Path, *, as_json: bool = False) -> str:
    """How the run of an output stands, in words or as one JSON object."""
    with read_ledger(output) as ledger:
        summary = ledger.summary()
    if as_json:
        return json.dumps(asdict(summary))
    is_held = lock_holder(lock_path(ledger_path(output))) is not None
    return _in_words(summary, is_held=is_held)


def retried(output: Path, *, failed: bool, partial: bool, other: Mapping[str, Any]) -> Order:
    """The order that does the failed or partial articles of a run again.

    `other` settings of it take the place of those that the run was begun with, unless None.
    """
    with read_ledger(output) as ledger:
        order = Order.of_run(ledger, output)
    again: list[Retriable] = []
    if failed:
        again.append(State.FAILED)
    if partial:
        again.append(State.PARTIAL)
    given = {name: value for name, value in other.items() if value is not None}
    return replace(order, output=output, again=tuple(again), **given)


def told_again(again: int, summary: Summary, articles: int) -> str:
    """How many articles a retry does: those that are asked for, and what was never done."""
    rest = f", and {articles - summary.done:,} not done yet" if articles > summary.done else ""
    return f"{counted(again, 'article')} again{rest}"


def _in_words(summary: Summary, *, is_held: bool) -> str:
    counts = ", ".join(f"{count:,} {state}" for state, count in summary.counts.items() if count)
    tried = f"{summary.attempts:,} in {counted(summary.runs, 'run')}"
    if summary.from_cache:
        tried += f", {summary.from_cache:,} of them answered by the cache"
    if summary.counts[State.RUNNING] and not is_held:
        counts += "; the process is gone: the same command does again what was running"
    rows = [
        ("articles", counts or "none"),
        ("attempts", tried),
        ("tokens", told_tokens(summary)),
        *([("cost", f"{summary.cost:.4f}")] if summary.cost else []),
        ("model", summary.key.model),
        ("begun", _moment(summary.started)),
        ("last", _moment(summary.ended)),
    ]
    for one in summary.failures:
        struck = f"{one.kind}: {counted(one.articles, 'article')}, the last {one.article}"
        rows.append(("failure", f"{struck}: {one.message}"))
    return "\n".join(f"{name:<11}{escaped(said)}" for name, said in rows)


def _moment(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    return datetime.fromtimestamp(seconds, UTC).astimezone().isoformat(" ", "seconds")
