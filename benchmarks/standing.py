"""The comparison as Markdown: one table a set, one line a tool."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.marks import Marks, mark
from benchmarks.samples import Sample
from benchmarks.tables import circumstances, table
from benchmarks.trials import Row
from llmextract.evaluate.counts import Score
from llmextract.evaluate.table import as_text
from llmextract.schemas import EventType

TITLES = {
    "polnear": "Claims: PolNeAR",
    "wikievents": "Events: WikiEvents",
    "muc": "Events: MUC-4",
    "incidents": "Incidents: MUC-4, both asked by a schema made for its task",
    "re3d": "Actors: re3d",
    "seeds": "All three schemas: the seeds",
}
_MORE = {
    "polnear": (),
    "wikievents": ("argument",),
    "muc": ("participant", "place", "figure"),
    "incidents": ("participant", "place", "figure"),
    "re3d": (),
    "seeds": ("actor", "event", "claim"),
}
_TALLIES = ("tool", "articles", "calls", "tokens in", "of them cached", "tokens out", "seconds")


LOCATED, VIOLENT = ", located only", ", acts of violence only"
# What MUC-4 marks are acts of violence (attack, bombing, kidnapping and the like): of our types
# those that are one by their definition.
_ACTS = {
    "muc": frozenset(
        {
            EventType.ARMED_CLASH,
            EventType.AIR_DRONE_STRIKE,
            EventType.SHELLING_ARTILLERY_MISSILE_ATTACK,
            EventType.EXPLOSION,
            EventType.ATTACK_ON_CIVILIANS,
            EventType.ABDUCTION_DETENTION,
            EventType.DISRUPTED_WEAPONS_USE,
            EventType.CASUALTY_REPORT,
        }
    )
}


@dataclass(frozen=True)
class Line:
    """A tool, or the same rows seen otherwise, on a set."""

    name: str
    marks: Marks


def lines(name: str, samples: Sequence[Sample], rows: Sequence[Row]) -> Iterator[Line]:
    """Each tool and label with the rows of its last fingerprint, in the order of the samples."""
    for (tool, label), mine in sorted(_last(rows).items(), key=lambda item: _rank(item[0])):
        chosen = [mine[s.article.sha256] for s in samples if s.article.sha256 in mine]
        if not chosen:
            continue
        called = f"{tool}, {label}" if label else tool
        yield Line(called, mark(name, samples, chosen, located=False))
        if tool == "langextract":
            yield Line(called + LOCATED, mark(name, samples, chosen, located=True))
        if (acts := _ACTS.get(name)) is not None:
            yield Line(called + VIOLENT, mark(name, samples, chosen, located=False, types=acts))


def answered_by_all(samples: Sequence[Sample], rows: Sequence[Row]) -> list[Sample]:
    """The samples that every tool has answered, asked as it is asked by default."""
    tools = [mine for (_, label), mine in _last(rows).items() if not label]
    return [sample for sample in samples if all(sample.article.sha256 in mine for mine in tools)]


def _last(rows: Sequence[Row]) -> dict[tuple[str, str], dict[str, Row]]:
    """Of each tool and label the rows of the last fingerprint, by article."""
    latest = {(row.tool, row.label): row.fingerprint for row in rows}
    found: dict[tuple[str, str], dict[str, Row]] = {key: {} for key in latest}
    for row in rows:
        if latest[row.tool, row.label] == row.fingerprint:
            found[row.tool, row.label][row.sha256] = row
    return found


def report(sets: Iterable[tuple[str, Sequence[Line]]]) -> str:
    """All sets, as Markdown."""
    parts = [circumstances()]
    for name, found in sets:
        if found:
            parts += [f"### {TITLES[name]}", _quality(name, found), _cost(found)]
    return "\n\n".join(parts)


def reading(name: str, line: Line) -> str:
    """The misses and the false alarms of one line, to read."""
    return f"{name}, {line.name}\n\n{as_text(line.marks.reading)}"


def _quality(name: str, found: Sequence[Line]) -> str:
    more = _MORE[name]
    head = ["tool", "version", "articles", "records", "F1", "95%", "precision", "recall"]
    head += [f"{schema} F1" for schema in more]
    if name == "polnear":
        head.append("source right")
    if any(line.marks.on_empty is not None for line in found):
        head.append("records an empty article")
    head += ["not in the text", "not in its sentence", "not letter for letter"]
    head += ["records with a rejection", "replies left out"]
    rows: list[list[str]] = []
    for line in found:
        marks, score = line.marks, line.marks.headline
        row = [line.name, marks.rows[-1].version, str(len(marks.rows)), str(marks.records)]
        row += _score(score)
        row += [ratio(s.counts.f1 if (s := marks.score(schema)) else None) for schema in more]
        if marks.sources is not None:
            row.append(_share(*marks.sources))
        if marks.on_empty is not None:
            row.append(f"{marks.on_empty[0] / max(marks.on_empty[1], 1):.1f}")
        support = marks.support
        for count in (support.unlocated, support.elsewhere, support.unsaid):
            row.append(_share(count, support.values))
        rows.append([*row, rejected(marks.rows), _left_out(marks.rows)])
    return table(head, rows)


def _cost(found: Sequence[Line]) -> str:
    rows: list[list[str]] = []
    for line in found:
        if line.name.endswith((LOCATED, VIOLENT)):
            continue  # the same calls
        asked = line.marks.rows
        cpu = f"{sum(row.cpu for row in asked):.0f}"
        rows.append([line.name, str(len(asked)), *spent(asked), cpu])
    return table((*_TALLIES, "CPU seconds of the server"), rows)


def spent(rows: Sequence[Row]) -> list[str]:
    """Calls, tokens in, tokens of them cached, tokens out, seconds."""
    tallies = [
        f"{sum(getattr(row.usage, name) or 0 for row in rows):,}"
        for name in ("calls", "prompt_tokens", "cached_tokens", "completion_tokens")
    ]
    return [*tallies, f"{sum(row.seconds for row in rows):.0f}"]


def _score(score: Score | None) -> list[str]:
    if score is None:
        return ["", "", "", ""]
    counts, bounds = score.counts, score.f1
    interval = f"{bounds[0]:.2f} to {bounds[1]:.2f}" if bounds else ""
    return [ratio(counts.f1), interval, ratio(counts.precision), ratio(counts.recall)]


def rejected(rows: Sequence[Row]) -> str:
    """The share of the records written of which anything was rejected."""
    written = fallen = 0
    for row in rows:
        if "rejections" not in row.result:
            return ""
        refused = {each["record"] for each in row.result["rejections"]}
        fallen += len(refused)
        written += len(refused | {each["id"] for each in row.result["records"]})
    return _share(fallen, written)


def _left_out(rows: Sequence[Row]) -> str:
    """langextract: replies it could not read, of all; articles that ended in an error."""
    if any("rejections" in row.result for row in rows):
        return ""
    answers = [answer for row in rows for answer in row.result.values()]
    errors = sum(bool(answer["error"]) for answer in answers)
    omitted = sum(answer["omitted"] for answer in answers)
    calls = sum(row.usage.calls for row in rows)
    return f"{omitted} of {calls}" + (f", {errors} errors" if errors else "")


def ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f}% of {of}" if of else ""


def _rank(key: tuple[str, str]) -> tuple[bool, str, str]:
    return (key[0] == "langextract", *key)
