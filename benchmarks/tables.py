"""The measurements as Markdown."""

import platform
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from benchmarks.children import Outcome
from benchmarks.ours import Cost, Judging
from benchmarks.quotes import Count, Quality, total
from benchmarks.speed import Run, Task
from benchmarks.tools import LANGEXTRACT, OURS, Tool


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first stand to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def circumstances() -> str:
    """When and on what it was measured."""
    return f"Measured on {date.today():%d %B %Y}, Python {platform.python_version()}, {_cpu()}."


def quality_table(
    qualities: Sequence[Quality], kinds: dict[str, bool], versions: dict[Tool, str]
) -> str:
    """Each tool on all true and all false quotes."""
    lines: list[list[str]] = []
    for quality in qualities:
        line = [quality.tool.name, versions.get(quality.tool, "")]
        if quality.failure:
            lines.append([*line, quality.failure, "", "", ""])
            continue
        true = total(quality, kinds, benign=True)
        false = total(quality, kinds, benign=False)
        found = (true.same_words, true.overlapping, true.same_span)
        shares = [_share(count, true.asked) for count in found]
        lines.append([*line, *shares, _share(false.located, false.asked)])
    head = ["tool", "version", "true: the right words", "overlap of 0.9", "to the character"]
    return table([*head, "false: accepted"], lines)


def kinds_table(qualities: Sequence[Quality], kinds: dict[str, bool]) -> str:
    """Each kind of edit: true quotes located at the right words, false quotes accepted."""
    shown = [quality for quality in qualities if not quality.failure]
    lines: list[list[str]] = []
    for kind, benign in kinds.items():
        counts = [quality.kinds.get(kind, Count()) for quality in shown]
        found = [count.same_words if benign else count.located for count in counts]
        named = f"{'true' if benign else 'false'}: {kind.replace('_', ' ')}"
        asked = str(counts[0].asked) if counts else ""
        lines.append([named, asked, *map(str, found)])
    return table(("edit", "quotes", *(quality.tool.name for quality in shown)), lines)


def speed_table(races: Sequence[tuple[Task, Sequence[Run]]]) -> str:
    """CPU of each tool on each task: how many quotes it got right, and its multiple of ours."""
    head = ["tool"]
    lines = {run.tool: [run.tool.name] for run in races[0][1]}
    for task, runs in races:
        head += [f"{task.words:,} words, {task.quotes} quotes", "right", "times ours"]
        ours = next(run.outcome.cpu for run in runs if run.tool == OURS)
        for run in runs:
            ratio = _ratio(run.outcome.cpu, ours)
            lines[run.tool] += [_seconds(run.outcome), _right(run), ratio]
    for run in races[-1][1]:
        lines[run.tool].append(_memory(run.outcome.answers[-1].peak) if _right(run) else "")
    return table([*head, "peak memory there"], lines.values())


def cost_table(costs: Sequence[Cost], quotes: int) -> str:
    """Our own cost by the length of the text."""
    lines = [
        [f"{c.words:,}", _time(c.index), f"{c.index / c.words * 1e6:.2f} µs", _time(c.quotes),
         _memory(c.peak)]
        for c in costs
    ]  # fmt: skip
    return table(("words", "index", "a word", f"{quotes} quotes", "peak memory"), lines)


def judging_table(judging: Judging, peer: Outcome, records: int) -> str:
    """What an article costs beyond the call of a model."""
    lines = [
        ["llmextract: sentences and index of the article", _time(judging.reading)],
        [f"llmextract: {records} records, every field ({judging.accepted} accepted)",
         _time(judging.judging)],
        [f"{LANGEXTRACT.name}: one string of each record aligned", _seconds(peer)],
    ]  # fmt: skip
    return table(("a short article", "CPU"), lines)


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f}%" if of else ""


def _seconds(outcome: Outcome) -> str:
    return _time(outcome.cpu) if outcome.cpu is not None else outcome.failure


def _time(seconds: float) -> str:
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    return f"{seconds:.3g} s"


def _memory(peak: int) -> str:
    return f"{peak / 1e6:.0f} MB"


def _right(run: Run) -> str:
    return str(run.right) if run.outcome.answers else ""


def _ratio(seconds: float | None, ours: float | None) -> str:
    return f"{seconds / ours:.3g}" if seconds and ours else ""


def _cpu() -> str:
    """The processor's name, where the system tells it."""
    try:
        rows = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [row.partition(":")[2].strip() for row in rows if row.startswith("model name")]
    return names[0] if names else platform.machine()
