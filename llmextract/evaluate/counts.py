"""Counts, the ratios they give, and how sure those are."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal, NamedTuple

Interval = tuple[float, float]
Measure = Literal["exact", "overlap", "characters", "accuracy"]
Scope = Literal["records", "matched", "all"]

# Fewer articles than this say little about other articles, whatever an interval shows.
FEW_ARTICLES = 5
_TAIL = 0.025


class Key(NamedTuple):
    """What is counted.

    `scope` is "records", or for a field the matched records alone or "all" records, where the
    fields of misses and false alarms count as missed and as false.
    """

    schema: str
    field: str
    measure: Measure
    scope: Scope


@dataclass(frozen=True)
class Counts:
    """How much was predicted, how much is in gold, and how much of both is the same."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float | None:
        """The share of what was predicted that is right; None where nothing was predicted."""
        return self.hits / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of gold that was found; None where gold holds nothing."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing on either side."""
        both = self.predicted + self.gold
        return 2 * self.hits / both if both else None


@dataclass(frozen=True)
class Bootstrap:
    """How intervals are drawn: whole articles, with replacement, `resamples` times from `seed`."""

    resamples: int = 1000
    seed: int = 0


@dataclass(frozen=True)
class Score:
    """Counts over all articles and the 95% intervals of their ratios; None where none is known."""

    counts: Counts
    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None


def scores(articles: Sequence[Mapping[Key, Counts]], bootstrap: Bootstrap) -> dict[Key, Score]:
    """Sum the counts of the articles, and resample the articles for the intervals.

    Sentences of one article resemble each other, so articles are drawn, not records. One article
    alone gives no interval.
    """
    draw = random.Random(bootstrap.seed)
    size = len(articles)
    rounds = bootstrap.resamples if size > 1 else 0
    draws = [Counter(draw.choices(range(size), k=size)) for _ in range(rounds)]
    keys = sorted({key for tally in articles for key in tally})
    return {key: _score([tally.get(key) for tally in articles], draws) for key in keys}


def _score(column: Sequence[Counts | None], draws: Sequence[Counter[int]]) -> Score:
    rows = [(place, counts) for place, counts in enumerate(column) if counts is not None]
    sums = [
        Counts(
            sum(counts.hits * drawn[place] for place, counts in rows),
            sum(counts.predicted * drawn[place] for place, counts in rows),
            sum(counts.gold * drawn[place] for place, counts in rows),
        )
        for drawn in draws
    ]
    return Score(
        sum((counts for _, counts in rows), Counts()),
        _interval([counts.precision for counts in sums]),
        _interval([counts.recall for counts in sums]),
        _interval([counts.f1 for counts in sums]),
    )


def _interval(values: Sequence[float | None]) -> Interval | None:
    """The middle 95% of the values; draws without a value say nothing and are left out."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return None
    return known[int(_TAIL * len(known))], known[ceil((1 - _TAIL) * len(known)) - 1]
