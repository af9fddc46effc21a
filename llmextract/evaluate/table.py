"""An evaluation as plain text, for people: figures first, then what to read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from llmextract.evaluate.counts import Interval, Measure, Score
from llmextract.evaluate.fields import Labels
from llmextract.evaluate.reading import Reading, brief, codes_of
from llmextract.evaluate.score import ALL_SCHEMAS, Unmatched

Show = Literal["all", "misses", "false-alarms", "none"]

_NONE = "-"


def as_text(reading: Reading, show: Show = "all") -> str:
    """The tables of an evaluation and, as far as `show` says, its misses and false alarms."""
    lines = [*_heading(reading), "", *_records(reading)]
    for schema in sorted(reading.evaluation.rules):
        lines += ["", *_fields(reading, schema), *_confusions(reading, schema)]
    if show in ("all", "misses"):
        lines += ["", *_misses(reading)]
    if show in ("all", "false-alarms"):
        lines += ["", *_false_alarms(reading)]
    return "\n".join(lines) + "\n"


def _heading(reading: Reading) -> Iterator[str]:
    """What was compared and how: without it no figure below means anything."""
    evaluation = reading.evaluation
    if evaluation.mode == "partial":
        yield (
            "gold is partial: a record without its like is a false alarm only where gold of its "
            "schema cites one of its sentences"
        )
        yield f"  {len(evaluation.unjudged)} predicted records elsewhere are not judged"
    else:
        yield "gold is complete: every record without its like is a false alarm"
    for schema, rule in sorted(evaluation.rules.items()):
        place = "in a common sentence" if rule.same_sentence else "anywhere in the article"
        yield f"{schema}: matched on {', '.join(rule.fields)}, {place}"
    if reading.other_schemas:
        yield f"{reading.other_schemas} predicted records are of schemas that are not judged"
    for article in reading.unanswered:
        yield f"{article}: no result, so all of its records are missed"
    yield _about_intervals(reading)


def _about_intervals(reading: Reading) -> str:
    evaluation = reading.evaluation
    number = len(evaluation.articles)
    articles = f"{number} article{'s' if number != 1 else ''}"
    if number < 2 or not evaluation.bootstrap.resamples:
        return f"{articles}: no intervals"
    doubt = " (so few that even these are no safe bounds)" if reading.has_few_articles else ""
    return (
        f"[..] are 95% intervals over {articles}, drawn {evaluation.bootstrap.resamples} times "
        f"with seed {evaluation.bootstrap.seed}{doubt}"
    )


def _records(reading: Reading) -> list[str]:
    rows: list[tuple[str, ...]] = [
        ("records", "", "gold", "predicted", "matched", "precision", "recall", "F1")
    ]
    schemas = sorted(reading.evaluation.rules)
    measures: tuple[Measure, ...] = ("exact", "overlap")
    for schema in [*schemas, ALL_SCHEMAS] if len(schemas) > 1 else schemas:
        for measure in measures:
            score = reading.score(schema, "", measure, "records")
            if score is not None:
                name = "all" if schema == ALL_SCHEMAS else schema
                rows.append((name if measure == "exact" else "", measure, *_cells(score)))
    return _columns(rows, left=2)


def _cells(score: Score) -> tuple[str, ...]:
    counts = score.counts
    return (
        str(counts.gold),
        str(counts.predicted),
        str(counts.hits),
        _ratio(counts.precision, score.precision),
        _ratio(counts.recall, score.recall),
        _ratio(counts.f1, score.f1),
    )


def _fields(reading: Reading, schema: str) -> list[str]:
    """The fields of the matched records; the last column is over all records."""
    rows: list[tuple[str, ...]] = [
        (
            f"{schema} fields", "gold", "exact P", "R", "F1", "overlap P", "R", "F1",
            "characters P", "R", "F1", "all: F1",
        )
    ]  # fmt: skip
    for path in reading.paths[schema]:
        exact = reading.score(schema, path, "exact")
        if exact is None:
            continue
        overlap = reading.score(schema, path, "overlap")
        characters = reading.score(schema, path, "characters")
        over_all = reading.score(schema, path, "overlap" if overlap else "exact", "all")
        rows.append(
            (
                path,
                str(exact.counts.gold),
                *_three(exact),
                *_three(overlap),
                *_three(characters),
                _ratio(over_all.counts.f1 if over_all else None),
            )
        )
    return _columns(rows, left=1) if rows[1:] else [f"{schema}: no matched record to look into"]


def _three(score: Score | None) -> tuple[str, str, str]:
    if score is None:
        return "", "", ""
    counts = score.counts
    return _ratio(counts.precision), _ratio(counts.recall), _ratio(counts.f1)


def _confusions(reading: Reading, schema: str) -> Iterator[str]:
    for path in reading.paths[schema]:
        table = reading.evaluation.confusion.get((schema, path))
        score = reading.score(schema, path, "accuracy")
        if table is not None and score is not None:
            right, compared = score.counts.hits, score.counts.gold
            ratio = _ratio(score.counts.precision, score.precision)
            yield ""
            yield f"{schema} {path}: accuracy {ratio}, {right} of {compared}"
            yield from _confusion(table)


def _confusion(table: Counter[Labels]) -> list[str]:
    """One row a gold label, the labels it was given with how often; the right one is starred.

    A square of 18 labels does not fit a screen, and most of it would be empty.
    """
    rows: list[tuple[str, ...]] = [("  gold", "n", "predicted")]
    for gold in sorted({gold for gold, _ in table}, key=str):
        given = Counter({label: n for (wanted, label), n in table.items() if wanted == gold})
        said = ", ".join(
            f"{'*' if label == gold else ''}{label or _NONE} {n}"
            for label, n in sorted(given.items(), key=lambda item: (-item[1], str(item[0])))
        )
        rows.append((f"  {gold or _NONE}", str(given.total()), said))
    return _columns(rows, left=1, last_left=True)


def _misses(reading: Reading) -> Iterator[str]:
    misses = reading.evaluation.misses
    yield f"misses: {len(misses)} gold records that nothing answers"
    for miss in misses:
        yield from _unmatched(miss)
        for rejected in reading.rejected_for(miss.record):
            yield f"    rejected {rejected.id}: {', '.join(codes_of(rejected))}"


def _false_alarms(reading: Reading) -> Iterator[str]:
    alarms = reading.evaluation.false_alarms
    yield f"false alarms: {len(alarms)} predicted records that gold does not have"
    for alarm in alarms:
        yield from _unmatched(alarm)


def _unmatched(unmatched: Unmatched) -> Iterator[str]:
    record, nearest = unmatched.record, unmatched.nearest
    sentences = ", ".join(map(str, sorted(record.sentences)))
    yield f"  {record.id} (sentence {sentences or _NONE}): {brief(record)}"
    if nearest is not None:
        taken = ", answers another" if unmatched.taken else ""
        yield f"    nearest {nearest.id} ({unmatched.overlap:.2f}{taken}): {brief(nearest)}"


def _ratio(value: float | None, interval: Interval | None = None) -> str:
    if value is None:
        return _NONE
    bounds = "" if interval is None else f" [{interval[0]:.2f}, {interval[1]:.2f}]"
    return f"{value:.2f}{bounds}"


def _columns(rows: Sequence[tuple[str, ...]], *, left: int, last_left: bool = False) -> list[str]:
    """Rows as aligned columns: the first `left` of them to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    last = len(widths) - 1
    return [
        "  ".join(
            cell.ljust(width) if at < left or (last_left and at == last) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
