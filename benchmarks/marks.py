"""What the rows of a tool are worth on a set: found, right, unsupported, and what it took."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.fills import Pair, muc, re3d, wikievents
from benchmarks.returned import is_said, records_of, values_of
from benchmarks.samples import SOURCES, Sample, claims, seed_records
from benchmarks.trials import Row
from llmextract.article.article import Article
from llmextract.ask.derive import derive
from llmextract.evaluate.alignment import MatchRule, key_overlap
from llmextract.evaluate.counts import Bootstrap, Key, Score
from llmextract.evaluate.fill import default_rule
from llmextract.evaluate.labelled import OVERLAP, Labelled
from llmextract.evaluate.reading import Reading
from llmextract.evaluate.score import Evaluation, GoldMode, score

Rules = dict[str, MatchRule]


@dataclass(frozen=True)
class Criterion:
    """How a set is scored: `read` gives both sides of an article, `headline` is what F1 is of."""

    read: Callable[[Sample, Sequence[Labelled]], Pair]
    rules: Rules
    headline: str
    mode: GoldMode = "complete"


_SOURCE = MatchRule(("source",))
_CONTENT = MatchRule(("content",))
_WORDS = MatchRule(("words",))
_BESIDE = MatchRule(("words",), same_sentence=True)
_BOTH = MatchRule(("words", "trigger"), same_sentence=True, apart=True)
_FILLS = Criterion(muc, dict.fromkeys(("participant", "place", "figure"), _WORDS), "*")
CRITERIA = {
    "polnear": Criterion(
        lambda sample, found: (list(found), claims(sample)),
        {"claim": MatchRule(("content", "source"), apart=True)},
        "claim",
    ),
    "wikievents": Criterion(wikievents, {"trigger": _BESIDE, "argument": _BOTH}, "trigger"),
    "muc": _FILLS,
    "incidents": _FILLS,
    "re3d": Criterion(re3d, {"actor": _WORDS}, "actor"),
    "seeds": Criterion(
        lambda sample, found: (list(found), seed_records(sample)),
        {name: default_rule(derive(model)) for name, model in SOURCES["seeds"].schemas.items()},
        "*",
        "partial",
    ),
}


@dataclass(frozen=True)
class Support:
    """How many of the strings returned the text does not hold.

    `unlocated` are found nowhere by `Article.locate`, lenient on form; `elsewhere` are, but not in
    the sentences of their record; `unsaid` are not there letter for letter.
    """

    values: int = 0
    unlocated: int = 0
    elsewhere: int = 0
    unsaid: int = 0


@dataclass(frozen=True)
class Marks:
    """All figures of one tool on one set."""

    rows: Sequence[Row]
    reading: Reading
    headline: Score | None
    support: Support
    records: int
    sources: tuple[int, int] | None = None
    on_empty: tuple[int, int] | None = None

    def score(self, schema: str) -> Score | None:
        """The records of one schema (`*`: all), by overlap."""
        return self.reading.evaluation.scores.get(Key(schema, "", "overlap", "records"))


def mark(
    name: str,
    samples: Sequence[Sample],
    rows: Sequence[Row],
    *,
    located: bool,
    types: Container[str] | None = None,
) -> Marks:
    """Score the rows of one tool against the gold of their articles.

    With `located` only those extractions of langextract count that it has located in the text, with
    `types` only the events that are labelled so.
    """
    criterion = CRITERIA[name]
    texts = {sample.article.sha256: sample for sample in samples}
    pairs = [(row, texts[row.sha256]) for row in rows if row.sha256 in texts]
    returned = [(s, records_of(row, s.article, located=located)) for row, s in pairs]
    found = [(s, _of_types(records, types)) for s, records in returned]
    read = [criterion.read(sample, records) for sample, records in found]
    evaluation = _score(criterion.rules, criterion.mode, read, [s for s, _ in found])
    empty = [records for sample, records in found if _is_empty(sample)]
    return Marks(
        rows=[row for row, _ in pairs],
        reading=Reading(
            evaluation, {schema: rule.fields for schema, rule in criterion.rules.items()}
        ),
        headline=evaluation.scores.get(Key(criterion.headline, "", "overlap", "records")),
        support=_support((row, sample.article) for row, sample in pairs)
        if not located
        else _support(((row, sample.article) for row, sample in pairs), located=True),
        records=sum(len(records) for _, records in found),
        sources=_sources(read, [s for s, _ in found]) if name == "polnear" else None,
        on_empty=(sum(map(len, empty)), len(empty)) if criterion is _FILLS else None,
    )


def _of_types(records: list[Labelled], types: Container[str] | None) -> list[Labelled]:
    if types is None:
        return records
    return [r for r in records if any(label.text in types for label in r.fields.get("type", ()))]


def _score(
    rules: Rules, mode: GoldMode, read: Sequence[Pair], samples: Sequence[Sample]
) -> Evaluation:
    predicted = [record for mine, _ in read for record in mine]
    gold = [record for _, theirs in read for record in theirs]
    known = [sample.article.id for sample in samples] if mode == "complete" else ()
    return score(predicted, gold, rules=rules, mode=mode, articles=known, bootstrap=Bootstrap())


def _sources(read: Sequence[Pair], samples: Sequence[Sample]) -> tuple[int, int]:
    """Of the claims matched by their content alone, those whose source is right as well."""
    matches = _score({"claim": _CONTENT}, "complete", read, samples).matches
    right = sum(key_overlap(m.predicted, m.gold, _SOURCE) >= OVERLAP for m in matches)
    return right, len(matches)


def _is_empty(sample: Sample) -> bool:
    return sample.gold.get("events") == []


def _support(pairs: Iterable[tuple[Row, Article]], *, located: bool = False) -> Support:
    values = unlocated = elsewhere = unsaid = 0
    for row, article in pairs:
        for value in values_of(row, article, located=located):
            values += 1
            ranges = [
                (s.start, s.end)
                for s in article.sentences
                if value.anywhere or s.number in value.sentences
            ]
            unsaid += not is_said(value.text, article.text)
            if article.locate(value.text).start is None:
                unlocated += 1
            elif article.locate(value.text, within=ranges).start is None:
                elsewhere += 1
    return Support(values, unlocated, elsewhere, unsaid)
