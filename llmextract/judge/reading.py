"""What code reads beyond what a model pointed at: who says so, when, how many, a plain label.

A model that is shown one sentence points at a piece of a name or of a speech, and leaves out who
speaks and what goes without saying. What the sentence itself tells of that is read, and judged like
what the model wrote: a reading is kept where nothing falls by it, and what is refused no more keeps
its row.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from llmextract.article.article import Article
from llmextract.article.location import Range, is_within
from llmextract.article.syntax.grammar import has_verb
from llmextract.article.syntax.saying import says
from llmextract.ask.markers import Beside, Parts, Signs, Speaker
from llmextract.ask.shape import Group, Items, Label, LabelValue, Moment, Slot, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.abbreviated import known_as
from llmextract.judge.figures import read_figures, relabelled, tally_of, with_nouns
from llmextract.judge.labels import kind_told, read_labels
from llmextract.judge.rules.saying.cues import hearsay_in, told_clause
from llmextract.judge.rules.who.voice import part_named
from llmextract.judge.speaker import speaker_of, whole_name
from llmextract.judge.speech import all_spoken, bare_speech, clause_behind, speech_before
from llmextract.judge.teller import teller_of
from llmextract.judge.verdict import Code, Judgement, Verdict
from llmextract.judge.when import lasting, time_of
from llmextract.judge.whole_speech import with_whole_speech

Judge = Callable[[Json], Judgement]
# A field and the record with another value in it.
Reading = tuple[str, JsonObject]


@dataclass(frozen=True, slots=True)
class _Telling:
    """The names of the fields of who says what: the words of saying, what is said, who says it."""

    cue: str
    said: str
    source: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """A record of who says what in the sentence of a number, and the fields that are refused."""

    article: Article
    number: int
    telling: _Telling
    record: JsonObject
    refused: frozenset[str]

    @property
    def sentence(self) -> str:
        """The text of the sentence, on one line."""
        return self.article.lines[self.number - 1].text

    @property
    def cues(self) -> list[Range]:
        """Where the words of saying stand."""
        return _places(self.sentence, self.record.get(self.telling.cue))

    @property
    def cue_outside(self) -> Range | None:
        """The one place of them outside of what is said; None where two may be it."""
        pieces = [place for piece in self.said for place in _places(self.sentence, piece)]
        cues = [cue for cue in self.cues if not any(is_within(cue, piece) for piece in pieces)]
        return cues[0] if len(cues) == 1 else None

    @property
    def said(self) -> list[Json]:
        """The pieces of what is said."""
        said = self.record.get(self.telling.said)
        return said if isinstance(said, list) else []

    def name_near(self, cue: Range) -> Range | None:
        """The name next to a cue of who says so; what code reads where none stands."""
        source = self.telling.source
        named = None if source is None or source in self.refused else self.record.get(source)
        if named is None:
            name = speaker_of(self.sentence, cue)
        else:
            places = _places(self.sentence, named)
            name = min(places, key=lambda place: abs(place[0] - cue[0]), default=None)
        return whole_name(self.sentence, name, cue) if name else None


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
    telling = _telling(group) if is_alone else None
    if telling is not None and alone is not None:
        for read in (
            _parted,
            _bare,
            _brought_by,
            _cited,
            _spoken_by,
            _spoken,
            _behind_that,
            _whole,
        ):
            refused = frozenset(row.path for row in judgement.rejected)
            readings = read(_Told(article, alone, telling, record, refused))
            record, judgement = _best(record, judgement, readings, judge)
    if is_alone and alone is not None:
        sentence = article.lines[alone - 1].text
        for field, words in _told_by(sentence, group, record, judgement):
            told: JsonObject = {**record, field: words}
            record, judgement = _best(record, judgement, [(field, told)], judge)
        record, judgement = _counted(sentence, group, record, judgement, judge)
        for field, kind in _kinds(group, record):
            told = {**record, field: kind}
            record, judgement = _best(record, judgement, [(field, told)], judge)
    if group.other_names is not None and article.abbreviations:
        record, judgement = _best(record, judgement, known_as(article, group, record), judge)
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
            mended = (*judgement.mended, *_rows(judgement, tried, field, read))
            return read, replace(tried, mended=mended)
    return record, judgement


def _rows(
    judgement: Judgement, tried: Judgement, field: str, read: JsonObject
) -> Iterator[Verdict]:
    """The rows of what is refused no more, with what was read in its place."""
    still = {row.path for row in tried.rejected}
    told = {row.path: row.value for row in tried.verdicts} | read
    for row in judgement.rejected:
        if row.path not in still:
            changed = row.path == field or told.get(row.path, row.value) != row.value
            what = repr(told[row.path]) if changed and row.path in told else "another field"
            yield row._replace(detail=f"{row.detail}; read by code: {what}")


def _telling(group: Group) -> _Telling | None:
    """The fields of a group that tells who says what; None where it tells nothing of the sort."""
    markers = [(slot, marker) for slot, marker in group.ruled if isinstance(marker, Beside)]
    for slot, marker in markers:
        is_list = isinstance(slot.shape, Items) and isinstance(slot.shape.item, Words)
        if marker.within == "speech" and is_list:
            sources = (
                other.name
                for other, beside in markers
                if beside.within == "subject"
                and (beside.of, beside.outside) == (marker.of, slot.name)
                and isinstance(other.shape, Words)
            )
            return _Telling(marker.of, slot.name, next(sources, None))
    return None


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
                read = teller_of
            case Beside(of=of, within="clause"), Moment():
                read = time_of
            case _:
                continue
        places = _places(sentence, record.get(of))
        if len(places) == 1 and (record.get(slot.name) is None or slot.name in refused):
            given = _places(sentence, record.get(slot.name)) if slot.name in refused else []
            found = read(sentence, places[0])
            if found is None and len(given) == 1 and isinstance(slot.shape, Moment):
                found = lasting(sentence, given[0])
            if found is not None:
                yield slot.name, sentence[slice(*found)]


def _kinds(group: Group, record: JsonObject) -> Iterator[tuple[str, LabelValue]]:
    """The field and the label of what sort of thing happens, where its words tell it alone."""
    for slot, marker in group.ruled:
        if isinstance(marker, Signs) and isinstance(slot.shape, Label) and slot.name in record:
            kind = kind_told(marker, slot.shape, record[slot.name], record)
            if kind is not None:
                yield slot.name, kind


def _counted(
    sentence: str, group: Group, record: JsonObject, judgement: Judgement, judge: Judge
) -> tuple[JsonObject, Judgement]:
    """The record with the figures that the words of its event tell of, and what each counts."""
    tally = tally_of(group)
    places = _places(sentence, record.get(tally.event)) if tally is not None else []
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


def _parted(told: _Told) -> Iterator[Reading]:
    """Words of hearsay without the verb that they bring: "reportedly" of "reportedly burned"."""
    (cue, said), sentence = (told.telling.cue, told.telling.said), told.sentence
    pieces = _places(sentence, told.said[0]) if told.said else []
    if len(told.cues) != 1 or len(pieces) != 1:
        return
    (start, end), (opens, last) = told.cues[0], pieces[0]
    if (length := hearsay_in(sentence[start:end])) and not sentence[end:opens].strip():
        words = sentence[start + length : last].strip()
        hearsay = sentence[start : start + length]
        yield cue, {**told.record, cue: hearsay, said: [words, *told.said[1:]]}


def _bare(told: _Told) -> Iterator[Reading]:
    """What is said, without the words that bring it."""
    field, said, sentence = told.telling.said, told.said, told.sentence
    if len(told.cues) != 1:
        return
    for at, piece in enumerate(said):
        places = _places(sentence, piece)
        if len(places) == 1 and (bare := _without_cue(told, places[0], told.cues[0])) is not None:
            pieces = [*said[:at], *(sentence[slice(*each)] for each in bare), *said[at + 1 :]]
            yield field, {**told.record, field: pieces}


def _without_cue(told: _Told, piece: Range, cue: Range) -> list[Range] | None:
    """What a piece says without its cue, and without whoever in it says so."""
    if not is_within(cue, piece):
        return None
    names = (told.name_near(cue), speaker_of(told.sentence, cue))
    held = next((name for name in names if name and is_within(name, piece)), None)
    return bare_speech(told.sentence, piece, cue, held)


def _brought_by(told: _Told) -> Iterator[Reading]:
    """The words of saying without who says so: "said" of "a source said"."""
    field, sentence = told.telling.source, told.sentence
    if field is None or len(told.cues) != 1:
        return
    start, end = told.cues[0]
    verb = re.search(r"[^\W\d_]+\Z", sentence[start:end])
    if verb is None or not verb.start() or not says(verb[0]):
        return
    cue = start + verb.start(), end
    name = speaker_of(sentence, cue)
    if name is not None and start <= name[0]:
        words = {
            told.telling.cue: verb[0],
            field: sentence[slice(*whole_name(sentence, name, cue))],
        }
        yield field, {**told.record, **words}


def _cited(told: _Told) -> Iterator[Reading]:
    """What stands before "according to", and who is cited, where these were taken for it."""
    telling, sentence, cue = told.telling, told.sentence, told.cue_outside
    if telling.source is None or cue is None or telling.cue not in told.refused:
        return
    name = speaker_of(sentence, cue)
    before = speech_before(sentence, cue, name) if name is not None else None
    if name is not None and before is not None and cue[1] <= name[0]:
        said: list[Json] = [sentence[slice(*before)]]
        source = sentence[slice(*name)]
        yield telling.cue, {**told.record, telling.source: source, telling.said: said}


def _spoken_by(told: _Told) -> Iterator[Reading]:
    """Who says so, where nobody who stands was named; else all of the name."""
    field, sentence, cue = told.telling.source, told.sentence, told.cue_outside
    if field is None or cue is None:
        return
    name, named = told.name_near(cue), told.record.get(field)
    is_said = named in told.said and isinstance(named, str) and not has_verb(named)
    if name is not None and sentence[slice(*name)] != named and not is_said:
        yield field, {**told.record, field: sentence[slice(*name)]}


def _spoken(told: _Told) -> Iterator[Reading]:
    """All that is said in the sentence: between its marks, or before who closes it."""
    field, sentence = told.telling.said, told.sentence
    places = [_places(sentence, piece)[:1] for piece in told.said]
    cue = told.cue_outside
    if cue is None or not all(places):
        return
    said = [place for (place,) in places]
    name = told.name_near(cue)
    before = speech_before(sentence, cue, name) if name else None
    if before is not None and all(is_within(piece, before) for piece in said):
        whole = [before]
    else:
        whole = all_spoken(sentence, said, cue)
    if whole != said:
        yield field, {**told.record, field: [sentence[slice(*each)] for each in whole]}


def _behind_that(told: _Told) -> Iterator[Reading]:
    """All of the clause behind "said that", where its beginning or its verb is missing."""
    cue, said = told.cue_outside, told.said
    places = _places(told.sentence, said[0]) if said else []
    if cue is None or len(places) != 1:
        return
    start = told_clause(told.sentence, cue)
    if start is not None and cue[1] <= places[0][0] < start - len("that "):
        words = told.sentence[start:].rstrip(' .,"”')
        yield told.telling.said, {**told.record, told.telling.said: [words]}
    if len(said) == 1:
        clause = clause_behind(told.sentence, cue, places[0])
        if clause is not None:
            words = told.sentence[slice(*clause)]
            yield told.telling.said, {**told.record, told.telling.said: [words]}


def _whole(told: _Told) -> Iterator[Reading]:
    """All of a quotation that runs over sentences."""
    telling, record = told.telling, told.record
    whole = with_whole_speech(told.article, (telling.said, telling.cue), record, told.number)
    if whole != record:
        yield telling.said, whole


def _places(sentence: str, words: Json) -> list[Range]:
    """Where words stand in a sentence, as words."""
    if not isinstance(words, str) or not words.strip():
        return []
    start = r"(?<!\w)" if words[0].isalnum() else ""
    end = r"(?!\w)" if words[-1].isalnum() else ""
    return [found.span() for found in re.finditer(start + re.escape(words) + end, sentence)]
