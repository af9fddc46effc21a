"""The measures of predicted records against gold, and what was missed or made up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from llmextract.evaluate.alignment import Match, MatchRule, align, key_overlap
from llmextract.evaluate.counts import Bootstrap, Counts, Key, Score, scores
from llmextract.evaluate.fields import Labels, compare_fields, compare_labels
from llmextract.evaluate.labelled import OVERLAP, Labelled

GoldMode = Literal["partial", "complete"]

# The key of the sum over all schemas, which no class is called.
ALL_SCHEMAS = "*"

# A shared word makes an actor worth a look.
_ANY = 1e-9


@dataclass(frozen=True)
class Unmatched:
    """A record without its like, and the nearest there is on the other side.

    `overlap` is the token Jaccard of their key fields; `taken` says that the nearest answers
    another record already, as where one thing was told twice.
    """

    record: Labelled
    nearest: Labelled | None = None
    overlap: float = 0.0
    taken: bool = False


@dataclass(frozen=True)
class Evaluation:
    """All measures, and every record in exactly one list.

    A gold record is in `matches` or `misses`; a predicted one in `matches`, `false_alarms` or
    `unjudged`. `confusion` counts the labels (gold, predicted) by schema and field.
    """

    mode: GoldMode
    articles: tuple[str, ...]
    rules: Mapping[str, MatchRule]
    bootstrap: Bootstrap
    scores: Mapping[Key, Score]
    confusion: Mapping[tuple[str, str], Counter[Labels]]
    matches: tuple[Match, ...]
    misses: tuple[Unmatched, ...]
    false_alarms: tuple[Unmatched, ...]
    unjudged: tuple[Labelled, ...]


def score(
    predicted: Iterable[Labelled],
    gold: Iterable[Labelled],
    *,
    rules: Mapping[str, MatchRule],
    mode: GoldMode = "complete",
    articles: Iterable[str] = (),
    bootstrap: Bootstrap | None = None,
) -> Evaluation:
    """Measure predicted records against gold; pure, and the same for any order of the records.

    `rules` says for each schema when two records match; predicted records of other schemas are not
    judged. `articles` names those of the sample that hold no record on either side. Where gold is
    partial, a record without its like is a false alarm only if gold cites one of its sentences:
    where no annotator wrote anything, nobody knows whether there was nothing to write.
    """
    gold, predicted = list(gold), list(predicted)
    known = [record for record in predicted if record.schema in rules]
    matches = align(known, gold, rules)
    answered = {id(record) for match in matches for record in (match.predicted, match.gold)}
    misses = [record for record in gold if id(record) not in answered]
    loose = [record for record in known if id(record) not in answered]
    alarms = loose if mode == "complete" else _within(loose, gold)
    judged = answered | {id(record) for record in alarms}
    units = {record.article for record in gold} | set(articles)
    if mode == "complete":
        units |= {record.article for record in known}
    tallies = _tallies(matches, misses, alarms)
    drawn = bootstrap or Bootstrap()
    return Evaluation(
        mode=mode,
        articles=tuple(sorted(units)),
        rules=rules,
        bootstrap=drawn,
        scores=scores([tallies.get(article, {}) for article in sorted(units)], drawn),
        confusion=_confusion(matches),
        matches=tuple(matches),
        misses=tuple(_with_nearest(misses, known, rules, answered)),
        false_alarms=tuple(_with_nearest(alarms, gold, rules, answered)),
        unjudged=tuple(record for record in predicted if id(record) not in judged),
    )


def _within(records: Sequence[Labelled], gold: Sequence[Labelled]) -> list[Labelled]:
    """The records that are read from a sentence which gold of the same schema cites."""
    covered: dict[tuple[str, str], set[int]] = defaultdict(set)
    for record in gold:
        covered[record.article, record.schema] |= record.sentences
    return [
        record
        for record in records
        if not covered[record.article, record.schema].isdisjoint(record.sentences)
    ]


def _tallies(
    matches: Sequence[Match], misses: Sequence[Labelled], alarms: Sequence[Labelled]
) -> dict[str, dict[Key, Counts]]:
    """The counts of each article."""
    tallies: dict[str, dict[Key, Counts]] = defaultdict(dict)
    for article, key, counts in _counted(matches, misses, alarms):
        tally = tallies[article]
        for each in (key, key._replace(schema=ALL_SCHEMAS)) if not key.field else (key,):
            tally[each] = tally.get(each, Counts()) + counts
    return tallies


def _counted(
    matches: Sequence[Match], misses: Sequence[Labelled], alarms: Sequence[Labelled]
) -> Iterator[tuple[str, Key, Counts]]:
    for match in matches:
        article, schema = match.gold.article, match.gold.schema
        yield article, Key(schema, "", "exact", "records"), Counts(int(match.exact), 1, 1)
        yield article, Key(schema, "", "overlap", "records"), Counts(1, 1, 1)
        for field, measure, counts in compare_fields(match.predicted, match.gold):
            yield article, Key(schema, field, measure, "matched"), counts
            yield article, Key(schema, field, measure, "all"), counts
        for field, (wanted, given) in compare_labels(match.predicted, match.gold):
            yield article, Key(schema, field, "accuracy", "matched"), _once(wanted == given)
    for record in misses:
        for key, stated in _alone(record):
            yield record.article, key, Counts(gold=stated)
    for record in alarms:
        for key, stated in _alone(record):
            yield record.article, key, Counts(predicted=stated)


def _once(right: bool) -> Counts:
    return Counts(int(right), 1, 1)


def _alone(record: Labelled) -> Iterator[tuple[Key, int]]:
    """What a record without its like adds to one side: itself, and all that its fields state."""
    yield Key(record.schema, "", "exact", "records"), 1
    yield Key(record.schema, "", "overlap", "records"), 1
    for field, measure, counts in compare_fields(record, Labelled("", "", "", {})):
        yield Key(record.schema, field, measure, "all"), counts.predicted


def _confusion(matches: Sequence[Match]) -> dict[tuple[str, str], Counter[Labels]]:
    tables: dict[tuple[str, str], Counter[Labels]] = defaultdict(Counter)
    for match in matches:
        for field, labels in compare_labels(match.predicted, match.gold):
            tables[match.gold.schema, field][labels] += 1
    return dict(tables)


def _with_nearest(
    records: Sequence[Labelled],
    others: Sequence[Labelled],
    rules: Mapping[str, MatchRule],
    answered: set[int],
) -> Iterator[Unmatched]:
    room: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for other in others:
        room[other.article, other.schema].append(other)
    for record in records:
        near = _nearest(record, room[record.article, record.schema], rules[record.schema])
        if near is None:
            yield Unmatched(record)
        else:
            overlap, nearest = near
            yield Unmatched(record, nearest, overlap, id(nearest) in answered)


def _nearest(
    record: Labelled, others: Sequence[Labelled], rule: MatchRule
) -> tuple[float, Labelled] | None:
    """The record most like this one; a mention elsewhere only if it says the same."""
    near: list[tuple[bool, float, str, Labelled]] = []
    for other in others:
        overlap = key_overlap(record, other, rule)
        beside = rule.same_sentence and not record.sentences.isdisjoint(other.sentences)
        if beside or overlap >= (OVERLAP if rule.same_sentence else _ANY):
            near.append((beside, overlap, other.content, other))
    best = max(near, key=lambda each: each[:3], default=None)
    return None if best is None else (best[1], best[3])
