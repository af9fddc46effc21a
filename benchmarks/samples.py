"""Public sets of articles with gold, read into the records that `llmextract eval` compares.

The texts belong to their publishers: they are read from a folder beside the project, never copied.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from benchmarks.incident import EXAMPLES, Incident
from benchmarks.tools import ROOT
from llmextract.article.article import Article
from llmextract.article.regions import Region
from llmextract.ask.derive import derive
from llmextract.ask.examples import Example
from llmextract.ask.wire import Json, JsonObject
from llmextract.evaluate.fill import from_gold
from llmextract.evaluate.labelled import Labelled
from llmextract.schemas import Actor, Claim, Event

SHARED = ROOT.parent / "shared"
# Longer articles cost minutes on two cores and say little more.
MOST_WORDS = 600
_CITED = 4


class Gap(BaseModel):
    """Words of the text and where they stand."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class Sample:
    """An article and what its annotators found, as the set's own file has it."""

    article: Article
    gold: JsonObject


@dataclass(frozen=True)
class Source:
    """Where a set comes from and which schemas it is asked for, with what worked examples.

    Schemas of ours bring their own.
    """

    name: str
    file: str
    schemas: Mapping[str, type[BaseModel]]
    examples: Mapping[str, Sequence[Example]] = field(default_factory=dict[str, Sequence[Example]])


CLAIM, EVENT, ACTOR = {"claim": Claim}, {"event": Event}, {"actor": Actor}
SOURCES = {
    source.name: source
    for source in (
        Source("polnear", "eval/polnear_dev.jsonl", CLAIM),
        Source("wikievents", "eval/wikievents_dev.jsonl", EVENT),
        Source("muc", "eval/muc4_dev.jsonl", EVENT),
        Source("incidents", "eval/muc4_dev.jsonl", {"incident": Incident}, EXAMPLES),
        Source("re3d", "eval/re3d_dev.jsonl", ACTOR),
        Source("seeds", "gold/records.jsonl", {**ACTOR, **EVENT, **CLAIM}),
    )
}


def read_set(name: str, folder: Path = SHARED) -> list[Sample]:
    """All articles of a set that are short enough, in the order in which they are taken.

    The order is that of the SHA-256 of their ids: as good as drawn by lot, and always the same.
    """
    path = folder / SOURCES[name].file
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if name == "seeds":
        return list(_seeds(rows))
    samples = [_sample(row) for row in rows]
    short = [each for each in samples if len(each.article.text.split()) <= MOST_WORDS]
    return sorted(short, key=lambda each: sha256(each.article.id.encode()).hexdigest())


def _sample(row: JsonObject) -> Sample:
    meta, gold = row.get("meta"), row["gold"]
    assert isinstance(gold, dict)
    day = meta.get("published") if isinstance(meta, dict) else None
    published = date.fromisoformat(day) if isinstance(day, str) else None
    return Sample(Article(text=str(row["text"]), id=str(row["id"]), published=published), gold)


def _seeds(rows: Iterable[JsonObject]) -> Iterable[Sample]:
    found: dict[str, list[Json]] = {}
    for row in rows:
        found.setdefault(str(row["article"]), []).append(row)
    for name, records in sorted(found.items()):
        yield Sample(Article.from_file(ROOT / "seeds" / name), {"records": records})


def claims(sample: Sample) -> list[Labelled]:
    """PolNeAR: one claim an attribution; what stands in pieces stays in pieces."""
    records: list[Labelled] = []
    for number, row in enumerate(rows_of(sample.gold["claims"])):
        content, source, cue = (_gaps(row.get(name)) for name in ("content", "source", "cue"))
        record: JsonObject = {
            "content": [gap.exact for gap in content],
            "source": " ".join(gap.exact for gap in source) or None,
            "cue": " ".join(gap.exact for gap in cue) or None,
        }
        spans = [(gap.start, gap.end) for gap in (*cue, *source, *content)]
        identity = f"{sample.article.id}:gold:{number}"
        records.append(labelled(Claim, sample.article, identity, record, spans))
    return records


def seed_records(sample: Sample) -> list[Labelled]:
    """The hand-filled records of a seed, in our own form already."""
    models = SOURCES["seeds"].schemas
    return [
        from_gold(derive(models[str(row["schema"])]), sample.article, str(row["id"]), row["record"])
        for row in rows_of(sample.gold["records"])
    ]


def labelled(
    model: type[BaseModel],
    article: Article,
    identity: str,
    record: JsonObject,
    spans: Sequence[tuple[int, int]],
) -> Labelled:
    """A record in words of the article, read from the sentences that these spans touch."""
    numbers = sentences_of(article, spans)
    evidence = [s.number for s in article.sentences if s.region != Region.BOILERPLATE]
    cited = [number for number in sorted(numbers) if number in evidence] or evidence
    asked: JsonObject = {**record, "sentences": list[Json](cited[:_CITED])}
    found = from_gold(derive(model), article, identity, asked)
    return replace(found, sentences=frozenset(numbers))


def sentences_of(article: Article, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of the sentences that some spans touch."""
    return {
        sentence.number
        for start, end in spans
        for sentence in article.sentences
        if sentence.start < end and start < sentence.end
    }


def _gaps(value: Json) -> list[Gap]:
    return [Gap.model_validate(each) for each in value] if isinstance(value, list) else []


def rows_of(value: Json) -> list[JsonObject]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
