"""What code reads beyond what a model pointed at: who says so, when, how many, a plain label.

A model that is shown one sentence points at a piece of a name or of a speech, and leaves out who
speaks and what goes without saying. What the sentence itself tells of that is read, and judged like
what the model wrote: a reading is kept where nothing falls by it, and what is refused no more keeps
its row.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.ask.markers import Beside, Parts, Signs, Speaker
from llmextract.ask.parts import part_named
from llmextract.ask.shape import Group, Items, Label, LabelValue, Moment, Slot, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.abbreviated import known_as
from llmextract.judge.figures import read_figures, relabelled, tally_of, with_nouns
from llmextract.judge.labels import kind_told, read_labels
from llmextract.judge.plain import words_told
from llmextract.judge.proof import read_proof
from llmextract.judge.said import READERS, Reading, Told, places_in, telling_of
from llmextract.judge.teller import innermost_teller
from llmextract.judge.titled import without_title
from llmextract.judge.verdict import Code, Judgement, Verdict
from llmextract.judge.when import lasting, time_of

Judge = Callable[[Json], Judgement]


def read_on(
    article: Article, group: Group, record: Json, judge: Judge, *, alone: int | None
) -> tuple[Json, Judgement]:
    """A record with what its sentence tells beyond it, and its judgement by `judge`.

    `alone` is the number of the one sentence that the model was shown; where it saw others as well
    it could point at all of it, and only labels and abbreviations are read.
    """
    judgement = judge(record)
    if not isinstance(record, dict):
        return record, judgement
    is_alone = record.get("sentences") == [alone]
    draft = _Draft(article, group, judge, alone if is_alone else None, record, judgement)
    for read in (*_OF_ONE_SENTENCE, *_OF_ANY) if draft.alone is not None else _OF_ANY:
        read(draft)
    return draft.record, draft.judgement


@dataclass
class _Draft:
    """A record as far as it is read, and its judgement."""

    article: Article
    group: Group
    judge: Judge
    alone: int | None
    record: JsonObject
    judgement: Judgement

    @property
    def sentence(self) -> str:
        """The text of the one sentence that it is about, on one line."""
        return "" if self.alone is None else self.article.lines[self.alone - 1].text

    @property
    def refused(self) -> frozenset[str]:
        """The paths of what is refused so far."""
        return frozenset(row.path for row in self.judgement.rejected)

    def take(self, readings: Iterable[Reading]) -> None:
        """The first reading that makes the record no worse, and better where it was refused."""
        record, judgement, refused = self.record, self.judgement, self.refused
        for field, read in readings:
            if read is record:
                continue
            tried = self.judge(read)
            most = len(judgement.rejected) - (field in refused)
            if len(tried.rejected) <= most and (tried.accepted or not judgement.accepted):
                mended = (*judgement.mended, *_rows(judgement, tried, field, (record, read)))
                self.record, self.judgement = read, replace(tried, mended=mended)
                return

    def set(self, field: str, value: Json) -> None:
        """A reading of one field."""
        self.take([(field, {**self.record, field: value})])


def _rows(
    judgement: Judgement, tried: Judgement, field: str, records: tuple[JsonObject, JsonObject]
) -> Iterator[Verdict]:
    """The rows of what is refused no more, with what was read in its place.

    Where the value of such a row stands as it is, what was wrong is the field that was read.
    """
    given, read = records
    still = {row.path for row in tried.rejected}
    told = {row.path: row.value for row in tried.verdicts} | read
    for row in judgement.rejected:
        if row.path not in still:
            whole = row.path.partition("[")[0]
            changed = whole == field or told.get(row.path) != row.value
            if not changed:
                row = row._replace(path=field, value=given.get(field))
            now = told.get(row.path, read.get(whole)) if changed else read.get(field)
            yield row._replace(detail=f"{row.detail}; read by code: {now!r}")


def _read_speech(draft: _Draft) -> None:
    """Who says so, all that is said, and what the article says of its proof."""
    telling = telling_of(draft.group)
    if telling is None or draft.alone is None:
        return
    proof: Callable[[Told], Iterator[Reading]] = partial(read_proof, draft.group)
    for read in (*READERS, proof):
        draft.take(read(Told(draft.article, draft.alone, telling, draft.record, draft.refused)))


def _read_teller(draft: _Draft) -> None:
    """Who tells of what happens, and when it was, where nothing that stands says so."""
    sentence = draft.sentence
    for slot, marker in draft.group.ruled:
        match marker, slot.shape:
            case Speaker(of=str(of)), Words():
                read: Callable[[str, Range], Range | None] = innermost_teller
            case Beside(of=of, within="clause"), Moment():
                read = time_of
            case _:
                continue
        given, is_refused = draft.record.get(slot.name), slot.name in draft.refused
        places = places_in(sentence, draft.record.get(of))
        if len(places) != 1 or not (given is None or is_refused):
            continue
        found = read(sentence, places[0])
        if found is None and isinstance(slot.shape, Moment):
            stood = places_in(sentence, given)
            found = lasting(sentence, stood[0]) if len(stood) == 1 else None
        if found is not None:
            draft.set(slot.name, sentence[slice(*found)])


def _read_figures(draft: _Draft) -> None:
    """The figures that the words of its event tell of, and what each counts."""
    tally, sentence = tally_of(draft.group), draft.sentence
    places = places_in(sentence, draft.record.get(tally.event)) if tally is not None else []
    if tally is None or len(places) != 1:
        return
    name = tally.slot.name
    draft.take([(name, relabelled(sentence, tally, draft.record, draft.refused))])
    for figure in read_figures(sentence, tally, places[0], draft.record):
        given = draft.record.get(name)
        draft.set(name, [*given, figure] if isinstance(given, list) else [figure])
    draft.take([(name, with_nouns(sentence, tally, draft.record))])


def _read_kind(draft: _Draft) -> None:
    """What sort of thing happens, where its words tell it alone."""
    sentence = draft.sentence
    for slot, marker in draft.group.ruled:
        record = draft.record
        if not (
            isinstance(marker, Signs) and isinstance(slot.shape, Label) and slot.name in record
        ):
            continue
        places = places_in(sentence, record.get(marker.field or ""))
        told = words_told(sentence, places[0]) if len(places) == 1 else ()
        kind = kind_told(marker, slot.shape, record[slot.name], record, told)
        if kind is not None:
            draft.set(slot.name, kind)


def _read_abbreviation(draft: _Draft) -> None:
    if draft.group.other_names is not None and draft.article.abbreviations:
        draft.take(known_as(draft.article, draft.group, draft.record))


def _read_title(draft: _Draft) -> None:
    if draft.group.naming is not None:
        draft.take(without_title(draft.group, draft.record))


def _read_parts(draft: _Draft) -> None:
    if draft.judgement.rejected:
        draft.take(_other_parts(draft.group, draft.record, draft.judgement))


def _read_labels(draft: _Draft) -> None:
    for slot in draft.group.slots if draft.judgement.rejected else ():
        read = read_labels(draft.article, slot, draft.record, draft.judgement)
        draft.take((slot.name, each) for each in read)


def _other_parts(group: Group, record: JsonObject, judgement: Judgement) -> Iterator[Reading]:
    """Those who take part, each with the part that the voice of the verb tells."""
    refused = {row.path for row in judgement.rejected if row.code is Code.CONTRADICTED}
    for slot, marker in group.ruled:
        items = record.get(slot.name)
        if not isinstance(marker, Parts) or not isinstance(items, list):
            continue
        read, last = list(items), None
        for at, item in enumerate(items):
            path = f"{slot.name}[{at}].{marker.role}"
            if path in refused and isinstance(item, dict):
                other = _other_part(slot, marker.role, item.get(marker.role))
                read[at], last = ({**item, marker.role: other}, path) if other else (item, last)
        if last is not None:
            yield last, {**record, slot.name: read}


def _other_part(slot: Slot, role: str, label: Json) -> LabelValue | None:
    """The only label of the part that `label` does not name."""
    shape = slot.shape.item if isinstance(slot.shape, Items) else None
    labels = (
        next((s.shape for s in shape.slots if s.name == role), None)
        if isinstance(shape, Group)
        else None
    )
    options = labels.options if isinstance(labels, Label) else ()
    others = [each for each in options if part_named(each) not in (None, part_named(label))]
    return others[0] if len(others) == 1 else None


# Who says so is read first, what is said of the rest last; the order within is that of a record.
_OF_ONE_SENTENCE = (_read_speech, _read_teller, _read_figures, _read_kind)
_OF_ANY = (_read_abbreviation, _read_title, _read_parts, _read_labels)
