"""What a tool returned for an article, as records to compare and as values to look up in it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from pydantic import BaseModel

from benchmarks.incident import Incident, IncidentKind
from benchmarks.samples import labelled, sentences_of
from benchmarks.trials import Row
from llmextract.article.article import Article
from llmextract.article.numbers.reader import find_quantities
from llmextract.ask.derive import derive
from llmextract.ask.wire import Json, JsonObject
from llmextract.evaluate.fill import from_result
from llmextract.evaluate.labelled import Labelled
from llmextract.schemas import (
    Actor,
    ActorKind,
    ActorType,
    Certainty,
    Claim,
    ClaimPolarity,
    Event,
    EventFactuality,
    EventType,
    FigureKind,
    SpeechAct,
    Verification,
)

_MODELS: dict[str, type[BaseModel]] = {
    "actor": Actor,
    "event": Event,
    "claim": Claim,
    "incident": Incident,
}
_LABELS: dict[str, type[StrEnum]] = {
    "actor.kind": ActorKind,
    "actor.type": ActorType,
    "event.type": EventType,
    "event.factuality": EventFactuality,
    "claim.speech_act": SpeechAct,
    "claim.certainty": Certainty,
    "claim.polarity": ClaimPolarity,
    "claim.verification": Verification,
    "incident.kind": IncidentKind,
}
_TEXT = {"actor": "name", "event": "trigger", "claim": "content", "incident": "act"}
_LISTS = set(
    "aliases relayed_by places actors recipients supporters figures perpetrators targets".split()
)
_ROLES = {"actors": "actor", "recipients": "recipient", "supporters": "supporter"}
# They may stand anywhere in the article, not only in the sentence of the record.
_ANYWHERE = {"aliases", "aliases[]", "member_of", "source_name"}
_KIND = re.compile(r"\s*\(([^()]*)\)\s*$")
_SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00ad": None})
_EDGES = " \t\r\n\"'.,;:!?()[]-"


@dataclass(frozen=True)
class Value:
    """A string that a tool returned, and the sentences that it should stand in."""

    text: str
    sentences: frozenset[int]
    anywhere: bool = False


def records_of(row: Row, article: Article, *, located: bool = False) -> list[Labelled]:
    """The records of a row; with `located` only the extractions that langextract has located."""
    if row.tool == "langextract":
        return [_extracted(article, each, f"{n}") for n, each in _extractions(row, located)]
    return [
        from_result(
            derive(_MODELS[record["schema"]]),
            article.id,
            str(record["id"]),
            record["value"],
            record["spans"],
        )
        for record in row.result["records"]
    ]


def values_of(row: Row, article: Article, *, located: bool = False) -> Iterator[Value]:
    """The strings of a row's records, labels aside, as they were returned."""
    if row.tool == "langextract":
        for _, each in _extractions(row, located):
            yield from _extracted_values(article, each)
        return
    for record in records_of(row, article):
        for path, pieces in record.fields.items():
            for piece in pieces:
                if piece.kind != "label":
                    yield Value(piece.text, record.sentences, path in _ANYWHERE)


def is_said(words: str, text: str) -> bool:
    """Whether a text holds these words letter for letter, but for case, white space and marks."""
    wanted = _plain(words).strip(_EDGES)
    pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    return bool(wanted) and re.search(pattern, _plain(text)) is not None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_SAME).casefold()
    return " ".join(folded.split())


def _extractions(row: Row, located: bool) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    for answer in row.result.values():
        for each in answer["extractions"]:
            number += 1
            if each["class"] in _MODELS and not (located and each["start"] is None):
                yield number, each


def _spans(extraction: Mapping[str, Any]) -> list[tuple[int, int]]:
    start, end = extraction["start"], extraction["end"]
    return [] if start is None or end is None else [(start, end)]


def _extracted(article: Article, extraction: Mapping[str, Any], number: str) -> Labelled:
    """An extraction in the form of our records; a label that is none is left out."""
    schema = extraction["class"]
    record: JsonObject = {_TEXT[schema]: extraction["text"]}
    if schema == "claim":
        record["content"] = [extraction["text"]]
    given = extraction["attributes"]
    for name, stated in given.items():
        labels = _LABELS.get(f"{schema}.{name}")
        if labels is not None:
            record[name] = stated if stated in list(labels) else None
        elif name not in (*_ROLES, "figures"):
            texts = _texts(stated)
            record[name] = list[Json](texts) if name in _LISTS else next(iter(texts), None)
    if schema == "event":
        record["participants"] = [
            {"mention": mention, "role": role}
            for name, role in _ROLES.items()
            for mention in _texts(given.get(name))
        ]
        record["figures"] = [_figure(text) for text in _texts(given.get("figures"))]
    identity = f"{article.id}:{number}"
    known = {slot.name for slot in derive(_MODELS[schema]).slots}
    stated_fields = {name: part for name, part in record.items() if name in known}
    return labelled(_MODELS[schema], article, identity, stated_fields, _spans(extraction))


def _figure(text: str) -> JsonObject:
    """ "at least 30 gunmen (killed)" as number, what it counts, and kind."""
    bare, kind = _KIND.sub("", text), _KIND.search(text)
    count, of = _counted(bare)
    named = kind.group(1) if kind else ""
    return {"count": count, "of": of, "kind": named if named in list(FigureKind) else None}


def _counted(text: str) -> tuple[str, str | None]:
    """The words of the number, and those of what is counted if they follow it."""
    found = next(iter(find_quantities(text)), None)
    if found is None:
        return text, None
    return text[: found.end], text[found.end :].strip() or None


def _extracted_values(article: Article, extraction: Mapping[str, Any]) -> Iterator[Value]:
    sentences = frozenset(sentences_of(article, _spans(extraction)))
    schema = extraction["class"]
    yield Value(extraction["text"], sentences)
    for name, stated in extraction["attributes"].items():
        if f"{schema}.{name}" in _LABELS:
            continue
        for text in _texts(stated):
            parts = _counted(_KIND.sub("", text)) if name == "figures" else (text,)
            for part in filter(None, parts):
                yield Value(part, sentences, name in _ANYWHERE)


def _texts(stated: object) -> list[str]:
    given = cast("list[object]", stated) if isinstance(stated, list) else [stated]
    return [each for each in given if isinstance(each, str) and each.strip()]
