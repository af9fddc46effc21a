"""What code reads beyond what a model pointed at: who says so, when, how many, a plain label.

A model that is shown one sentence points at a piece of a name or of a speech, and leaves out who
speaks and what goes without saying. What the sentence itself tells of that is read, and judged like
what the model wrote: a reading is kept where nothing falls by it, and what is refused no more keeps
its row.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.ask.markers import Beside, Parts, Signs, Speaker
from llmextract.ask.shape import Group, Items, Label, LabelValue, Moment, Slot, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.abbreviated import known_as
from llmextract.judge.figures import read_figures, relabelled, tally_of, with_nouns
from llmextract.judge.labels import kind_told, read_labels
from llmextract.judge.plain import words_told
from llmextract.judge.proof import read_proof
from llmextract.judge.rules.who.voice import part_named
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
    telling = telling_of(group) if is_alone else None
    if telling is not None and alone is not None:
        for read in READERS:
            refused = frozenset(row.path for row in judgement.rejected)
            readings = read(Told(article, alone, telling, record, refused))
            record, judgement = _best(record, judgement, readings, judge)
        refused = frozenset(row.path for row in judgement.rejected)
        proofs = read_proof(Told(article, alone, telling, record, refused), group)
        record, judgement = _best(record, judgement, proofs, judge)
    if is_alone and alone is not None:
        sentence = article.lines[alone - 1].text
        for field, words in _told_by(sentence, group, record, judgement):
            told: JsonObject = {**record, field: words}
            record, judgement = _best(record, judgement, [(field, told)], judge)
        record, judgement = _counted(sentence, group, record, judgement, judge)
        for field, kind in _kinds(sentence, group, record):
            told = {**record, field: kind}
            record, judgement = _best(record, judgement, [(field, told)], judge)
    if group.other_names is not None and article.abbreviations:
        record, judgement = _best(record, judgement, known_as(article, group, record), judge)
    if group.naming is not None:
        record, judgement = _best(record, judgement, without_title(group, record), judge)
    if judgement.rejected:
        record, judgement = _best(record, judgement, _other_parts(group, record, judgement), judge)
    for slot in group.slots if judgement.rejected else ():
        readings = ((slot.name, each) for each in read_labels(article, slot, record, judgement))
        record, judgement = _best(record, judgement, readings, judge)
    return record, judgement


def _best(
    record: JsonObject, judgement: Judgement, readings: Iterable[Reading], judge: Judge
) -> tuple[JsonObject, Judgement]:
    """The record by the first reading that makes it no worse, and better where it was refused."""
    refused = {row.path for row in judgement.rejected}
    for field, read in readings:
        if read is record:
            continue
        tried = judge(read)
        most = len(judgement.rejected) - (field in refused)
        if len(tried.rejected) <= most and (tried.accepted or not judgement.accepted):
            mended = (*judgement.mended, *_rows(judgement, tried, field, (record, read)))
            return read, replace(tried, mended=mended)
    return record, judgement


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


def _told_by(
    sentence: str, group: Group, record: JsonObject, judgement: Judgement
) -> Iterator[tuple[str, str]]:
    """The field and the words of who tells of what happens, and of when it was.

    Where nothing that stands says so.
    """
    refused = {row.path for row in judgement.rejected}
    read: Callable[[str, Range], Range | None]
    for slot, marker in group.ruled:
        match marker, slot.shape:
            case Speaker(of=str(of)), Words():
                read = innermost_teller
            case Beside(of=of, within="clause"), Moment():
                read = time_of
            case _:
                continue
        places = places_in(sentence, record.get(of))
        if len(places) == 1 and (record.get(slot.name) is None or slot.name in refused):
            given = places_in(sentence, record.get(slot.name)) if slot.name in refused else []
            found = read(sentence, places[0])
            if found is None and len(given) == 1 and isinstance(slot.shape, Moment):
                found = lasting(sentence, given[0])
            if found is not None:
                yield slot.name, sentence[slice(*found)]


def _kinds(sentence: str, group: Group, record: JsonObject) -> Iterator[tuple[str, LabelValue]]:
    """The field and the label of what sort of thing happens, where its words tell it alone."""
    for slot, marker in group.ruled:
        if isinstance(marker, Signs) and isinstance(slot.shape, Label) and slot.name in record:
            places = places_in(sentence, record.get(marker.field or ""))
            told = words_told(sentence, places[0]) if len(places) == 1 else ()
            kind = kind_told(marker, slot.shape, record[slot.name], record, told)
            if kind is not None:
                yield slot.name, kind


def _counted(
    sentence: str, group: Group, record: JsonObject, judgement: Judgement, judge: Judge
) -> tuple[JsonObject, Judgement]:
    """The record with the figures that the words of its event tell of, and what each counts."""
    tally = tally_of(group)
    places = places_in(sentence, record.get(tally.event)) if tally is not None else []
    if tally is None or len(places) != 1:
        return record, judgement
    name = tally.slot.name
    refused = frozenset(row.path for row in judgement.rejected)
    labelled = relabelled(sentence, tally, record, refused)
    record, judgement = _best(record, judgement, [(name, labelled)], judge)
    for figure in read_figures(sentence, tally, places[0], record):
        given = record.get(name)
        figures: list[Json] = [*given, figure] if isinstance(given, list) else [figure]
        read: JsonObject = {**record, name: figures}
        record, judgement = _best(record, judgement, [(name, read)], judge)
    named = with_nouns(sentence, tally, record)
    return _best(record, judgement, [(name, named)], judge)


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
