"""An evaluation and what a reader of it wants to know beside the figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from llmextract.ask.wire import Json
from llmextract.evaluate.alignment import key_of
from llmextract.evaluate.counts import FEW_ARTICLES, Key, Measure, Scope, Score
from llmextract.evaluate.fill import words_at
from llmextract.evaluate.labelled import OVERLAP, Labelled, Piece, jaccard, tokens_of
from llmextract.evaluate.score import Evaluation
from llmextract.evaluate.sources import Rejected


@dataclass(frozen=True)
class Reading:
    """An evaluation, the fields of its schemas in order, and what the run let fall.

    `unanswered` are articles of gold without a result, or whose run failed: all of their records
    are missed. `other_schemas` counts predicted records of schemas that are not judged. `doubts`
    say which gold can match nothing or counts twice.
    """

    evaluation: Evaluation
    paths: Mapping[str, tuple[str, ...]]
    rejected: tuple[Rejected, ...] = ()
    unanswered: tuple[str, ...] = ()
    other_schemas: int = 0
    doubts: tuple[str, ...] = ()

    @property
    def has_few_articles(self) -> bool:
        """Whether the articles are too few for an interval to be trusted."""
        return len(self.evaluation.articles) < FEW_ARTICLES

    def score(
        self, schema: str, path: str, measure: Measure, scope: Scope = "matched"
    ) -> Score | None:
        """A measure of a field, or with scope `records` and no path of the records."""
        return self.evaluation.scores.get(Key(schema, path, measure, scope))

    def rejected_for(self, miss: Labelled) -> list[Rejected]:
        """The rejected records that would have answered a missed one, by its key fields."""
        rule = self.evaluation.rules[miss.schema]
        wanted = tokens_of(key_of(miss, rule))
        return [
            each
            for each in self.rejected
            if (each.article, each.schema) == (miss.article, miss.schema)
            and not (rule.same_sentence and _elsewhere(each.value, miss.sentences))
            and jaccard(
                wanted, tokens_of(Piece("words", text) for text in words_at(each.value, rule))
            )
            >= OVERLAP
        ]


def codes_of(rejected: Rejected) -> list[str]:
    """Why a record fell, `path: code` each; that a required field is gone goes without saying."""
    reasons = [row for row in rejected.rows if row.get("path") or row.get("code") != "required"]
    return [
        f"{row.get('path')}: {row.get('code')}" if row.get("path") else str(row.get("code"))
        for row in reasons or rejected.rows
    ]


def brief(record: Labelled) -> str:
    """A record on one line: what each field states."""
    return ", ".join(
        f"{path}={'; '.join(' '.join(piece.text.split()) for piece in pieces)}"
        for path, pieces in record.fields.items()
    )


def _elsewhere(value: Json, sentences: frozenset[int]) -> bool:
    """Whether a record as a model wrote it cites sentences, and none of these."""
    cited = value.get("sentences") if isinstance(value, dict) else None
    return isinstance(cited, list) and not any(number in sentences for number in cited)
