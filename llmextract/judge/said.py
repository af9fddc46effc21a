"""What code reads of who says what in one sentence: who speaks, by which words, and all of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range, is_within
from llmextract.article.syntax.grammar import has_verb, is_open
from llmextract.article.syntax.saying import says
from llmextract.ask.markers import Beside
from llmextract.ask.shape import Group, Items, Words
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.saying.cues import hearsay_in, other_cue
from llmextract.judge.speaker import speaker_of, whole_name
from llmextract.judge.speech import all_spoken, bare_speech, clause_behind, speech_before
from llmextract.judge.whole_speech import with_whole_speech

# What stands between marks before its noun: "its “largest” convoy".
_PREMODIFIED: Final = re.compile(
    r"\b(?P<det>an?|the|its|his|her|their|this|these|those|such)\s[“\"][^“”\"]{1,60}[”\"]"
    r"(?P<rest>\s(?P<noun>[a-z]+)\b[^,;:“”\"]{0,200}?)(?=,|[.]?\s*\Z)"
)
# "Told Roe that it fell": from whom it is told to up to the clause.
_TELLS: Final = re.compile(r"\b(?:told|tells?|telling|informed|assured|reminded|notified)\Z")
_WHOM_THAT: Final = re.compile(
    r"\s+(?!that\b)(?:[\w’'&-]+(?:\.(?=\s[A-Z]))?[\"“”]?\s+[\"“]?(?!that\b)){0,9}?[\w’'&-]+[.\"”]?\s+"
    r"that\s+(?=[\"“A-Z]|(?:he|she|it|they|we|I|you|there|the|an?|his|her|its|their|no|nobody|all"
    r"|some|many|most|one)\b)"
)
_NEAR: Final = 80
# A field and the record with another value in it.
Reading = tuple[str, JsonObject]


@dataclass(frozen=True, slots=True)
class Telling:
    """The names of the fields of who says what: the words of saying, what is said, who says it."""

    cue: str
    said: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A record of who says what in the sentence of a number, and the fields that are refused."""

    article: Article
    number: int
    telling: Telling
    record: JsonObject
    refused: frozenset[str]

    @property
    def sentence(self) -> str:
        """The text of the sentence, on one line."""
        return self.article.lines[self.number - 1].text

    @property
    def cues(self) -> list[Range]:
        """Where the words of saying stand."""
        return places_in(self.sentence, self.record.get(self.telling.cue))

    @property
    def cue_outside(self) -> Range | None:
        """The one place of them outside of what is said; None where two may be it."""
        pieces = [place for piece in self.said for place in places_in(self.sentence, piece)]
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
            places = places_in(self.sentence, named)
            name = min(places, key=lambda place: abs(place[0] - cue[0]), default=None)
        return whole_name(self.sentence, name, cue) if name else None


def telling_of(group: Group) -> Telling | None:
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
            return Telling(marker.of, slot.name, next(sources, None))
    return None


def _parted(told: Told) -> Iterator[Reading]:
    """Words of hearsay without the verb that they bring: "reportedly" of "reportedly burned"."""
    (cue, said), sentence = (told.telling.cue, told.telling.said), told.sentence
    pieces = places_in(sentence, told.said[0]) if told.said else []
    if len(told.cues) != 1 or len(pieces) != 1:
        return
    (start, end), (opens, last) = told.cues[0], pieces[0]
    if (length := hearsay_in(sentence[start:end])) and not sentence[end:opens].strip():
        words = sentence[start + length : last].strip()
        hearsay = sentence[start : start + length]
        yield cue, {**told.record, cue: hearsay, said: [words, *told.said[1:]]}


def _bare(told: Told) -> Iterator[Reading]:
    """What is said, without the words that bring it."""
    field, said, sentence = told.telling.said, told.said, told.sentence
    if len(told.cues) != 1:
        return
    for at, piece in enumerate(said):
        places = places_in(sentence, piece)
        if len(places) == 1 and (bare := _without_cue(told, places[0], told.cues[0])) is not None:
            pieces = [*said[:at], *(sentence[slice(*each)] for each in bare), *said[at + 1 :]]
            yield field, {**told.record, field: pieces}


def _without_cue(told: Told, piece: Range, cue: Range) -> list[Range] | None:
    """What a piece says without its cue, and without whoever in it says so."""
    if not is_within(cue, piece):
        return None
    names = (speaker_of(told.sentence, cue), told.name_near(cue))
    held = next((name for name in names if name and is_within(name, piece)), None)
    return bare_speech(told.sentence, piece, cue, held)


def _brought_by(told: Told) -> Iterator[Reading]:
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
    before = sentence[start : cue[0]].split()
    if name is None and is_people(before[-1].lower()) and not has_verb(sentence[start : cue[0]]):
        name = start, cue[0] - 1  # "Norland: army [forces announce] a truce"
    if name is not None and (start <= name[0] or before[-1] in ("and", "but")):
        words = {
            told.telling.cue: verb[0],
            field: sentence[slice(*whole_name(sentence, name, cue))],
        }
        yield field, {**told.record, **words}


def _other_verb(told: Told) -> Iterator[Reading]:
    """The verb that brings what is said, where another word was given for it, and whose it is."""
    telling, sentence = told.telling, told.sentence
    places = places_in(sentence, told.said[0]) if told.said else []
    if telling.cue not in told.refused or len(told.cues) != 1 or len(places) != 1:
        return
    verb = other_cue(sentence, places[0], told.cues[0])
    name = speaker_of(sentence, verb) if verb is not None else None
    if verb is not None and name is not None and telling.source is not None:
        words = {
            telling.cue: sentence[slice(*verb)],
            telling.source: sentence[slice(*whole_name(sentence, name, verb))],
        }
        yield telling.cue, {**told.record, **words}


def _cited(told: Told) -> Iterator[Reading]:
    """What stands before "according to" or ", Roe told Hale", where these were taken for it."""
    telling, sentence = told.telling, told.sentence
    cue = told.cue_outside or (told.cues[0] if len(told.cues) == 1 else None)
    if telling.source is None or cue is None:
        return
    name = speaker_of(sentence, cue)
    before = speech_before(sentence, cue, name) if name is not None else None
    if name is None or before is None:
        return
    places = [place for piece in told.said for place in places_in(sentence, piece)[:1]]
    is_behind = bool(places) and all(before[1] <= start for start, _ in places)
    if is_behind or (telling.cue in told.refused and cue[1] <= name[0]):
        said: list[Json] = [sentence[slice(*before)]]
        source = sentence[slice(*name)]
        yield telling.cue, {**told.record, telling.source: source, telling.said: said}


def _spoken_by(told: Told) -> Iterator[Reading]:
    """Who says so, where nobody who stands was named; else all of the name."""
    field, sentence, cue = told.telling.source, told.sentence, told.cue_outside
    if field is None or cue is None:
        return
    name, named = told.name_near(cue), told.record.get(field)
    is_said = named in told.said and isinstance(named, str) and not has_verb(named)
    if name is not None and sentence[slice(*name)] != named and not is_said:
        yield field, {**told.record, field: sentence[slice(*name)]}


def _spoken(told: Told) -> Iterator[Reading]:
    """All that is said in the sentence: between its marks, or before who closes it."""
    field, sentence = told.telling.said, told.sentence
    places = [places_in(sentence, piece)[:1] for piece in told.said]
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


def _behind_that(told: Told) -> Iterator[Reading]:
    """All of the clause behind "said that", where its beginning or its verb is missing."""
    cue, said = told.cue_outside, told.said
    places = places_in(told.sentence, said[0]) if said else []
    if cue is None or len(places) != 1:
        return
    start = _told_clause(told.sentence, cue)
    if start is not None and cue[1] <= places[0][0] < start - len("that "):
        words = told.sentence[start:].rstrip(' .,"”')
        yield told.telling.said, {**told.record, told.telling.said: [words]}
    if len(said) == 1:
        clause = clause_behind(told.sentence, cue, places[0])
        if clause is not None:
            words = told.sentence[slice(*clause)]
            yield told.telling.said, {**told.record, told.telling.said: [words]}


def _told_clause(text: str, cue: Range) -> int | None:
    """Where the clause begins that somebody is told: "it" of "told Roe that it fell"."""
    if not _TELLS.search(text, *cue):
        return None
    found = _WHOM_THAT.match(text, cue[1], cue[1] + _NEAR)
    return found.end() if found is not None else None


def _unbroken(told: Told) -> Iterator[Reading]:
    """All of a phrase that is cut at words between marks in it: "with its “largest” [convoy]"."""
    field, sentence, cue = told.telling.said, told.sentence, told.cue_outside
    places = [place for piece in told.said for place in places_in(sentence, piece)[:1]]
    if cue is None or not places or places[0][0] < cue[1]:
        return
    (start, _), end = places[0], max(last for _, last in places)
    phrases = _PREMODIFIED.finditer(sentence, start)
    found = next((f for f in phrases if f.end("det") <= end <= f.start("rest")), None)
    if found is None or says(found["rest"]) or not is_open(found["noun"]):
        return
    yield field, {**told.record, field: [sentence[start : found.end("rest")]]}


def _whole(told: Told) -> Iterator[Reading]:
    """All of a quotation that runs over sentences."""
    telling, record = told.telling, told.record
    whole = with_whole_speech(told.article, (telling.said, telling.cue), record, told.number)
    if whole != record:
        yield telling.said, whole


def places_in(sentence: str, words: Json) -> list[Range]:
    """Where words stand in a sentence, as words."""
    if not isinstance(words, str) or not words.strip():
        return []
    start = r"(?<!\w)" if words[0].isalnum() else ""
    end = r"(?!\w)" if words[-1].isalnum() else ""
    return [found.span() for found in re.finditer(start + re.escape(words) + end, sentence)]


READERS: Final[tuple[Callable[[Told], Iterator[Reading]], ...]] = (
    _parted,
    _bare,
    _brought_by,
    _cited,
    _spoken_by,
    _other_verb,
    _spoken,
    _behind_that,
    _unbroken,
    _whole,
)
