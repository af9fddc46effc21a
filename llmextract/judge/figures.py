"""Figures of what became of people, read by code beside the verb of an event: "killed 12 soldiers".

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.units import is_length
from llmextract.article.syntax.grammar import tokenise, words_of
from llmextract.ask.fates import EQUIPMENT, LOCALITIES, NAMED
from llmextract.ask.markers import Beside, Counts
from llmextract.ask.shape import Group, Items, Label, LabelValue, Number, Slot
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.rules.figures.counting import MOST_FIGURES, noun_behind
from llmextract.judge.rules.figures.fate import fate_of
from llmextract.judge.spans import occurrences
from llmextract.judge.values import figures_of

# Labels of things that are counted, by their usual names, and the nouns of each.
_THINGS: Final = (
    (words_of("places positions localities"), LOCALITIES),
    (words_of("equipment weapons vehicles materiel"), EQUIPMENT),
)
_AND_NOUN: Final = re.compile(r"\s(?:and|or)\s(?P<noun>[a-z]+)\b")
_DISTANCE: Final = "distance"
_OTHER: Final = "other"
# Between words for an event and the figure of what it is done to: "took control of 18 villages".
_TO_OBJECT: Final = re.compile(r"\s+(?:of\s+)?(?:the\s+|another\s+)?")
# Between them and how far it went: "pushed them back about 20 kilometers".
_TO_WAY: Final = re.compile(r"\s+(?:(?:just|back|by|only|some|to|a|further|forward)\s+)*")


@dataclass(frozen=True, slots=True)
class Tally:
    """A list of figures beside the words of an event: the fields of each, and its labels."""

    event: str
    slot: Slot
    count: str
    of: str
    label: str
    options: tuple[LabelValue, ...]


def tally_of(group: Group) -> Tally | None:
    """The list of figures of a group; None where it has none, or items that need more fields."""
    for slot, beside in group.ruled:
        item = slot.shape.item if isinstance(slot.shape, Items) else None
        if not isinstance(beside, Beside) or not isinstance(item, Group):
            continue
        labels = [(each.name, each.shape) for each in item.slots if isinstance(each.shape, Label)]
        counts = [(each, m.of) for each, m in item.ruled if isinstance(m, Counts)]
        if len(labels) != 1 or len(counts) != 1:
            continue
        (label, shape), (count, counted) = labels[0], counts[0]
        needed = {each.name for each in item.slots if each.required}
        if isinstance(count.shape, Number) and needed <= {count.name, counted, label}:
            return Tally(beside.of, slot, count.name, counted, label, tuple(shape.options))
    return None


def read_figures(
    sentence: str, tally: Tally, trigger: Range, record: JsonObject
) -> Iterator[JsonObject]:
    """Each figure that the words of an event tell the fate of and that the record does not have."""
    given = record.get(tally.slot.name)
    counts = [each.get(tally.count) for each in _items(given)]
    known = [place for words in counts for place in _places(sentence, words)]
    words = tokenise(sentence[slice(*trigger)]).words
    mentions = figures_of(sentence)
    for mention in mentions if len(mentions) <= MOST_FIGURES else ():
        place = mention.start, mention.end
        if not mention.counts or any(touch(place, each) for each in known):
            continue
        if (unit := mention.quantity.unit) is not None:
            is_way = is_length(unit) and _TO_WAY.fullmatch(sentence, trigger[1], mention.start)
            if is_way and _DISTANCE in tally.options:
                yield {tally.count: sentence[slice(*place)], tally.label: _DISTANCE}
            continue
        noun = noun_behind(sentence, mention.end)
        fate = fate_of(sentence, *place)
        is_object = _TO_OBJECT.fullmatch(sentence, trigger[1], mention.start)
        told = is_object or (fate is not None and fate.word in words)
        label = _label_told(tally, sentence, place, noun) if told else None
        if label is not None:
            yield {
                tally.count: sentence[slice(*place)],
                tally.of: sentence[slice(*noun)] if noun else None,
                tally.label: label,
            }


def relabelled(
    sentence: str, tally: Tally, record: JsonObject, refused: frozenset[str]
) -> JsonObject:
    """The record with the label that each figure's own words tell.

    Where one was refused, or says less than they do: "casualties" of those who were killed. What
    they tell nothing of is something else, if there is a label for it.
    """
    given, name = record.get(tally.slot.name), tally.slot.name
    if not isinstance(given, list):
        return record
    read = [
        _relabelled(sentence, tally, each, is_refused=f"{name}[{at}].{tally.label}" in refused)
        for at, each in enumerate(given)
    ]
    return {**record, name: read} if read != given else record


def _relabelled(sentence: str, tally: Tally, item: Json, *, is_refused: bool) -> Json:
    if not isinstance(item, dict):
        return item
    counts, nouns = (_places(sentence, item.get(key)) for key in (tally.count, tally.of))
    if len(counts) != 1:
        return item
    label = _label_told(tally, sentence, counts[0], nouns[0] if nouns else None)
    if label is None and is_refused:
        label = next((each for each in tally.options if each == _OTHER), None)
    given = item.get(tally.label)
    says_less = _fates(label) < _fates(given) or given == _OTHER
    return {**item, tally.label: label} if label and (is_refused or says_less) else item


def with_nouns(sentence: str, tally: Tally, record: JsonObject) -> JsonObject:
    """The record with what each figure counts, where only the figure was given."""
    given = record.get(tally.slot.name)
    if not isinstance(given, list):
        return record
    read = [_with_noun(sentence, tally, each) for each in given]
    return {**record, tally.slot.name: read} if read != given else record


def _with_noun(sentence: str, tally: Tally, item: Json) -> Json:
    if not isinstance(item, dict):
        return item
    if item.get(tally.of) is not None:
        return _with_joined(sentence, tally, item)
    places = _places(sentence, item.get(tally.count))
    counting = {(each.start, each.end) for each in figures_of(sentence) if each.counts}
    is_clear = len(places) == 1 and places[0] in counting
    noun = noun_behind(sentence, places[0][1]) if is_clear else None
    if noun is None:
        return item
    things = _label_of_things(tally, sentence, noun)
    label = item.get(tally.label) if things is None else things
    return {**item, tally.of: sentence[slice(*noun)], tally.label: label}


def _with_joined(sentence: str, tally: Tally, item: JsonObject) -> JsonObject:
    """A figure with all that it counts, of one sort: "several [cities]" and "towns"."""
    count, nouns = item.get(tally.count), _places(sentence, item.get(tally.of))
    for start, end in nouns:
        before = sentence[:start].rstrip()
        joined = _AND_NOUN.match(sentence, end)
        if joined is None or not isinstance(count, str) or not before.endswith(count):
            continue
        one, other = tokenise(sentence[start:end]).words[-1], joined["noun"].lower()
        if any(one in things and other in things for _, things in _THINGS):
            return {**item, tally.of: sentence[start : joined.end()]}
    return item


def _label_told(tally: Tally, sentence: str, count: Range, noun: Range | None) -> LabelValue | None:
    """The label of what a figure counts, or else of what became of those."""
    things = _label_of_things(tally, sentence, noun) if noun is not None else None
    fate = fate_of(sentence, *count) if things is None else None
    return _label(tally, fate.name) if fate is not None else things


def _fates(label: Json) -> frozenset[str]:
    return NAMED.get(label.casefold(), frozenset()) if isinstance(label, str) else frozenset()


def _label(tally: Tally, fate: str) -> LabelValue | None:
    """The only label that names this fate and no other."""
    named = [
        each
        for each in tally.options
        if isinstance(each, str) and (_fates(each) == frozenset((fate,)) or each.casefold() == fate)
    ]
    return named[0] if len(named) == 1 else None


def _label_of_things(tally: Tally, sentence: str, noun: Range) -> LabelValue | None:
    """The only label of the sort of things that a noun names: "villages", "armed drones"."""
    head = tokenise(sentence[slice(*noun)]).words[-1]
    labels = {label for labels, nouns in _THINGS if head in nouns for label in labels}
    named = [each for each in tally.options if isinstance(each, str) and each.casefold() in labels]
    return named[0] if len(named) == 1 else None


def _items(given: Json) -> list[JsonObject]:
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _places(sentence: str, words: Json) -> list[Range]:
    return occurrences(sentence, words) if isinstance(words, str) and words else []
