"""An evaluation as JSON, for programs."""

from llmextract.evaluate.counts import Interval, Measure, Scope, Score
from llmextract.evaluate.labelled import Labelled
from llmextract.evaluate.reading import Reading, brief
from llmextract.evaluate.score import ALL_SCHEMAS, Unmatched

Written = dict[str, object]


def as_json(reading: Reading) -> Written:
    """Everything an evaluation says, under the keys that `llmextract eval --help` names."""
    evaluation = reading.evaluation
    return {
        "mode": evaluation.mode,
        "articles": list(evaluation.articles),
        "unanswered": list(reading.unanswered),
        "bootstrap": {
            "resamples": evaluation.bootstrap.resamples,
            "seed": evaluation.bootstrap.seed,
            "few_articles": reading.has_few_articles,
        },
        "records": _records(reading, ALL_SCHEMAS),
        "schemas": {name: _schema(reading, name) for name in sorted(evaluation.rules)},
        "matches": [
            {
                "article": match.gold.article,
                "schema": match.gold.schema,
                "gold": match.gold.id,
                "predicted": match.predicted.id,
                "exact": match.exact,
            }
            for match in evaluation.matches
        ],
        "misses": [
            {
                **_unmatched(miss),
                "rejected": [
                    {"record": each.id, "rows": list(each.rows)}
                    for each in reading.rejected_for(miss.record)
                ],
            }
            for miss in evaluation.misses
        ],
        "false_alarms": [_unmatched(alarm) for alarm in evaluation.false_alarms],
        "unjudged": [record.id for record in evaluation.unjudged],
        "other_schemas": reading.other_schemas,
    }


def _schema(reading: Reading, name: str) -> Written:
    rule = reading.evaluation.rules[name]
    return {
        "match_on": list(rule.fields),
        "same_sentence": rule.same_sentence,
        "records": _records(reading, name),
        "fields": {path: _field(reading, name, path) for path in reading.paths[name]},
    }


def _records(reading: Reading, schema: str) -> Written:
    measures: tuple[Measure, ...] = ("exact", "overlap")
    return {m: _measure(reading.score(schema, "", m, "records")) for m in measures}


def _field(reading: Reading, schema: str, path: str) -> Written:
    """The measures of a field over the matched and over all records; a label's confusion table."""
    measures: tuple[Measure, ...] = ("exact", "overlap", "characters", "accuracy")
    scopes: tuple[Scope, ...] = ("matched", "all")
    written: Written = {}
    for scope in scopes:
        found = {m: reading.score(schema, path, m, scope) for m in measures}
        written[scope] = {m: _measure(each) for m, each in found.items() if each is not None}
    table = reading.evaluation.confusion.get((schema, path))
    if table is not None:
        written["confusion"] = [
            {"gold": gold, "predicted": predicted, "count": count}
            for (gold, predicted), count in sorted(table.items(), key=str)
        ]
    return written


def _measure(score: Score | None) -> Written | None:
    if score is None:
        return None
    counts = score.counts
    return {
        "hits": counts.hits,
        "predicted": counts.predicted,
        "gold": counts.gold,
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "intervals": {
            "precision": _bounds(score.precision),
            "recall": _bounds(score.recall),
            "f1": _bounds(score.f1),
        },
    }


def _bounds(interval: Interval | None) -> list[float] | None:
    return None if interval is None else list(interval)


def _unmatched(unmatched: Unmatched) -> Written:
    nearest = unmatched.nearest
    return {
        **_record(unmatched.record),
        "nearest": None
        if nearest is None
        else {**_record(nearest), "overlap": unmatched.overlap, "taken": unmatched.taken},
    }


def _record(record: Labelled) -> Written:
    return {
        "id": record.id,
        "article": record.article,
        "schema": record.schema,
        "sentences": sorted(record.sentences),
        "text": brief(record),
    }
