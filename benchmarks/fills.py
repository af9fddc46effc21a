"""Sets whose gold is no record of ours: names, mentions and string fills, each a record by itself.

Where the annotators name several wordings of one thing, that counts which is nearest to what the
tool has returned; the same is done for either tool.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from benchmarks.samples import Gap, Sample, rows_of, sentences_of
from llmextract.article.fold import fold
from llmextract.ask.wire import Json, JsonObject
from llmextract.evaluate.labelled import OVERLAP, Labelled, Piece, jaccard

# A longer phrase around a head is no mention any more, a longer trigger no trigger.
_MENTION, _TRIGGER = 8, 5
_PRONOUNS = frozenset(
    "i me my mine we us our ours you your he him his she her hers it its they them their theirs who"
    " whom whose which that this these those himself herself itself themselves ourselves".split()
)
_ARTICLES = ("the", "a", "an")
_ACTORS = ("Organisation", "Person")
# Who takes part in an event of ours, in an incident of the schema made for the set.
_TAKING_PART = ("participants[].mention", "perpetrators[]", "targets[]")


@dataclass(frozen=True)
class Fill:
    """One thing to find: its wordings, and the sentences it stands in."""

    schema: str
    wordings: tuple[str, ...]
    sentences: frozenset[int] = frozenset()
    optional: bool = False
    trigger: tuple[str, ...] = ()


Pair = tuple[list[Labelled], list[Labelled]]


def wikievents(sample: Sample, predicted: Sequence[Labelled]) -> Pair:
    """Triggers of events of any type, and the mentions that take part in them.

    Gold marks heads: "general" of "a Russian major general". What holds the head's words in the
    same sentence and is short is taken for it.
    """
    article = sample.article
    mine: list[Fill] = []
    for record in predicted:
        trigger = _text(record, "trigger")
        mine.append(Fill("trigger", (trigger,), record.sentences))
        mentions = dict.fromkeys(_texts(record, "participants[].mention", "places[]"))
        mine += [
            Fill("argument", (mention,), record.sentences, trigger=(trigger,))
            for mention in mentions
        ]
    triggers = [(each.wordings[0], each.sentences) for each in mine if each.schema == "trigger"]
    mentions_there = [
        (each.wordings[0], each.sentences) for each in mine if each.schema == "argument"
    ]
    wanted: list[Fill] = []
    for row in rows_of(sample.gold["events"]):
        gap = Gap.model_validate(row["trigger"])
        place = frozenset(sentences_of(article, [(gap.start, gap.end)]))
        heads = _holding(gap.exact, place, triggers, _TRIGGER)
        wanted.append(Fill("trigger", heads, place))
        for argument in rows_of(row["arguments"]):
            words = Gap.model_validate(argument).exact
            around = _holding(words, place, mentions_there, _MENTION)
            wanted.append(Fill("argument", around, place, trigger=heads))
    return _labelled(article.id, mine, wanted)


def muc(sample: Sample, predicted: Sequence[Labelled]) -> Pair:
    """String fills of a document: who takes part, where, and how many; of all its events together.

    A fill of an optional template counts only if it is found, as in the set's own rules.
    """
    text = sample.article.text
    mine = [
        *_distinct("participant", predicted, *_TAKING_PART),
        *_distinct("place", predicted, "places[]"),
        *_unique(_numbers(predicted)),
    ]
    wanted: list[Fill] = []
    for row in rows_of(sample.gold["events"]):
        optional = row.get("optional") is True
        for each in rows_of(row["participants"]):
            spans = [Gap.model_validate(span).exact for span in rows_of(each["spans"])]
            if spans:
                wanted.append(Fill("participant", tuple(spans), optional=optional))
        wanted += [
            Fill("place", (name,), optional=optional)
            for name in _places(row.get("location"))
            if sample.article.locate(name).start is not None
        ]
        wanted += [
            Fill("figure", numbers, optional=optional)
            for numbers in _counts(row["figures"])
            if any(re.search(rf"\b{number}\b", text) for number in numbers)
        ]
    return _labelled(sample.article.id, mine, _unique(wanted))


def re3d(sample: Sample, predicted: Sequence[Labelled]) -> Pair:
    """Names of actors: organisations (any body or group of people) and persons, pronouns aside.

    A thing that gold names twice, or calls a synonym, is one actor.
    """
    names = _same_things(sample.gold)
    wanted = [Fill("actor", each) for each in names]
    given = [_texts(record, "name", "aliases[]") for record in predicted]
    mine = [Fill("actor", tuple(each)) for each in _joined(given)]
    return _labelled(sample.article.id, mine, wanted)


def _same_things(gold: JsonObject) -> list[tuple[str, ...]]:
    entities = [
        Gap.model_validate(row).exact
        for row in rows_of(gold["entities"])
        if row.get("type") in _ACTORS
    ]
    named = [[name] for name in entities if not set(_tokens(name)) <= _PRONOUNS]
    known = {_bare(name) for (name,) in named}
    pairs = [
        [Gap.model_validate(row[end]).exact for end in ("source", "target")]
        for row in rows_of(gold["relations"])
        if row.get("type") == "IsSynonymOf"
    ]
    synonyms = [pair for pair in pairs if all(_bare(name) in known for name in pair)]
    return [tuple(each) for each in _joined([*named, *synonyms])]


def _joined(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """Groups of names, those that share a name made one."""
    found: list[dict[tuple[str, ...], str]] = []
    for group in groups:
        merged = {_bare(name): name for name in group}
        apart: list[dict[tuple[str, ...], str]] = []
        for other in found:
            if other.keys() & merged.keys():
                merged = {**other, **merged}
            else:
                apart.append(other)
        found = [*apart, merged]
    return [list(each.values()) for each in found if each]


def _labelled(article: str, mine: Sequence[Fill], wanted: Sequence[Fill]) -> Pair:
    """Both sides in the wording in which they are nearest to each other."""
    predicted = [
        _record(article, f"{n}", fill, _nearest(fill, wanted)) for n, fill in enumerate(mine)
    ]
    gold: list[Labelled] = []
    for number, fill in enumerate(wanted):
        text, overlap = _nearest(fill, mine)
        if not fill.optional or overlap >= OVERLAP:
            gold.append(_record(article, f"gold:{number}", fill, (text, overlap)))
    return predicted, gold


def _nearest(fill: Fill, others: Sequence[Fill]) -> tuple[str, float]:
    """The wording of a fill that is nearest to any on the other side."""
    there = [
        frozenset(_tokens(word))
        for other in others
        if other.schema == fill.schema
        and (not fill.sentences or not fill.sentences.isdisjoint(other.sentences))
        for word in other.wordings
    ]
    best, most = fill.wordings[0], 0.0
    for word in fill.wordings:
        mine = frozenset(_tokens(word))
        overlap = max((jaccard(mine, theirs) for theirs in there), default=0.0)
        if overlap > most:
            best, most = word, overlap
    return best, most


def _record(article: str, identity: str, fill: Fill, chosen: tuple[str, float]) -> Labelled:
    fields: dict[str, tuple[Piece, ...]] = {"words": (Piece("words", chosen[0]),)}
    if fill.trigger:
        fields["trigger"] = (Piece("words", fill.trigger[-1]),)
    return Labelled(f"{article}:{identity}", article, fill.schema, fields, fill.sentences)


def _holding(
    head: str, place: frozenset[int], phrases: Iterable[tuple[str, frozenset[int]]], most: int
) -> tuple[str, ...]:
    """A head and, behind it, the shortest phrase in its sentences that holds its words."""
    wanted = set(_tokens(head))
    around = {
        phrase
        for phrase, sentences in phrases
        if not place.isdisjoint(sentences)
        and len(tokens := _tokens(phrase)) <= most
        and wanted <= set(tokens)
    }
    return (head, *sorted(around, key=lambda phrase: (len(_tokens(phrase)), phrase))[:1])


def _distinct(schema: str, records: Iterable[Labelled], *paths: str) -> list[Fill]:
    texts = [text for record in records for text in _texts(record, *paths)]
    return _unique(Fill(schema, (text,)) for text in texts)


def _unique(fills: Iterable[Fill]) -> list[Fill]:
    """Fills that are not the same thing: those that share a wording count once."""
    found: list[Fill] = []
    for fill in sorted(fills, key=lambda each: each.optional):
        words = {_bare(word) for word in fill.wordings}
        if not any(
            fill.schema == other.schema and words & {_bare(word) for word in other.wordings}
            for other in found
        ):
            found.append(fill)
    return found


def _numbers(records: Iterable[Labelled]) -> Iterator[Fill]:
    for record in records:
        counts = (record.fields.get(path, ()) for path in ("figures[].count", "number"))
        for piece in chain.from_iterable(counts):
            value = getattr(piece.value, "value", None)
            if value is not None:
                yield Fill("figure", (f"{float(value):g}",))


def _counts(figures: Json) -> Iterator[tuple[str, ...]]:
    """The numbers above one of each slot: "12 / 15" leaves both open, "PLURAL" states none."""
    assert isinstance(figures, dict)
    for name in ("phys_number", "hum_number"):
        for row in rows_of(figures.get(name)):
            numbers = dict.fromkeys(re.findall(r"\d+", str(row["value"])))
            if numbers and numbers.keys() != {"1"}:
                yield tuple(numbers)


def _places(location: Json) -> Iterator[str]:
    """The places that a location names below the country: "CHILE: TALCAHUANO (DISTRICT)"."""
    for line in location if isinstance(location, list) else ():
        for way in re.split(r" / | - ", str(line)):
            for part in way.strip("() ").split(":")[1:]:
                yield re.sub(r"\s*\([^)]*\)?\s*$", "", part).strip()


def _texts(record: Labelled, *paths: str) -> list[str]:
    return [piece.text for path in paths for piece in record.fields.get(path, ())]


def _text(record: Labelled, path: str) -> str:
    return next(iter(_texts(record, path)), "")


def _tokens(text: str) -> Sequence[str]:
    return tuple(fold(text).tokens) or (text.casefold(),)


def _bare(name: str) -> tuple[str, ...]:
    tokens = tuple(_tokens(name))
    return tokens[1:] if len(tokens) > 1 and tokens[0] in _ARTICLES else tokens
