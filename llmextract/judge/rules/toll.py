"""What became of those whom a figure counts, and figures of which only a part is meant.

"12 soldiers were killed and 30 wounded" has no 30 killed, "12 of the 40 were killed" no 40.
"""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Final, NamedTuple

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.units import is_length, is_share
from llmextract.article.syntax.grammar import (
    ARTICLES,
    AUXILIARIES,
    BE,
    PREPOSITIONS,
    PRONOUNS,
    is_past,
    words_of,
)
from llmextract.article.syntax.patterns import WORD_OR_MARK
from llmextract.article.syntax.sorts import names_people
from llmextract.article.times.words import WEEKDAYS
from llmextract.ask.fates import EQUIPMENT, FATES, LOCALITIES, NAMED, may_befall
from llmextract.ask.markers import Counts
from llmextract.ask.shape import Label, Number
from llmextract.judge.rules.counting import STOPS
from llmextract.judge.rules.uncounted import is_in_name, is_year, time_with
from llmextract.judge.spans import evidence_of, within
from llmextract.judge.support import Evidence, Judged
from llmextract.judge.tree import GroupNode, LeafNode
from llmextract.judge.values import as_number, figures_of, other_figures
from llmextract.judge.verdict import Code, Span

_FATE_OF: Final = {word: fate for fate, words in FATES.items() for word in words}
# Labels that are said of people, who are not measured in kilometers and are no drones.
_OF_PEOPLE: Final = frozenset(NAMED) - {"captured", "arrested", "detained"}
_OF_THINGS: Final = words_of("places equipment things objects positions")
_THINGS: Final = (
    LOCALITIES
    | EQUIPMENT
    | words_of(
        "houses homes buildings apartments schools hospitals churches mosques shops factories"
        " bridges roads"
    )
)
# "Claimed" kills in "claimed 12 lives" alone.
_CLAIMS: Final = re.compile(r"\bclaimed(?=\s+(?:to|that|responsibility|it|they|he|she|by)\b)")
# Stand between those who are counted and what became of them.
_BE: Final = words_of(
    "is are was were be been being has have had got reportedly reported confirmed feared believed"
    " left also still listed declared pronounced later to as officially presumed allegedly"
)
# With another subject begins a clause: "two of the nine villages it had promised".
_NOT_COUNTED: Final = STOPS | PRONOUNS | frozenset(_FATE_OF)
# Stand between a deed and its figure.
_SMALL: Final = words_of(
    "at least more than some about around up to as many nearly almost over another a an the further"
    " additional estimated other its their his all of approximately roughly least most"
)
_MOST_WORDS: Final = 8
# "200 HTS fighters", "245 from HTS": nothing stands between that another figure could claim.
RIGHT_BEHIND: Final = re.compile(r"\s+(?:of\s+|from\s+)?(?:the\s+)?")
_ABOUT: Final = "at least|more than|some|about|around|nearly|almost|over|up to"
_OUT_OF: Final = rf"(?:out\s+)?of\s+(?:(?:the|its|their|his|her|those|these|{_ABOUT})\s+)*\Z"
_OF: Final = re.compile(rf"\s+{_OUT_OF}", re.IGNORECASE)
_OF_THE: Final = re.compile(rf"(?:\A|[,;:—–]\s*|\band\s+){_OUT_OF}", re.IGNORECASE)
_PART: Final = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom))\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
)
# Before a sum: "casualties this week have exceeded", "the number of dead rose to".
_SUM: Final = re.compile(
    r"\b(?:number of|casualties|deaths|fatalities|injuries|arrests)\b[^,;:.]{0,80}?"
    r"\b(?:exceed(?:ed|s)?|reach(?:ed|es)?|total(?:l?ed|s)?|topped|surpass(?:ed|es)?|passed|hit"
    r"|(?:risen|rises|rose|grown|grew|climbed|increased|jumped|fell|fallen) to"
    r"|(?:is|are|was|were|stood|stands|put) at)\s+"
    rf"(?:(?:{_ABOUT}|an|estimated)\s+)*",
    re.IGNORECASE,
)
_PASSIVE: Final = BE | {"got"}
_LATER: Final = words_of(
    "in on at from near across around there here so far overnight yesterday today since within"
    " inside outside this last earlier during after over alone"
) | frozenset(WEEKDAYS)


class Fate(NamedTuple):
    """What became of somebody, and the word that says so."""

    name: str
    word: str


class _Counted(NamedTuple):
    """A figure in the article's words, what it reads as, and the words for what it counts."""

    figure: str
    quantity: object
    of: str


def keep_counted(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Counts) -> None:
    """Reject a figure of which only a part is meant, and a label that does not fit what it counts.

    Such a label is another fate than the article gives them, or one of people where it counts
    drones or kilometers.
    """
    named = evidence_of(node.leaf(marker.of))
    settled = named is not None and _settle(evidence, leaf, named)
    _keep_out_of_names(evidence, leaf)
    span = evidence_of(leaf)
    sentence = evidence.article.line_at(span.start) if span else None
    if span is None or sentence is None or span.end > sentence.end:
        return
    text, place = sentence.text, within(sentence, span)
    if is_year(text, *place):
        detail = f"{span.exact!r} is a year, which counts nothing"
        leaf.refuse(Code.UNREADABLE, detail)
        return
    if (when := time_with(text, *place)) is not None:
        leaf.refuse(Code.UNREADABLE, f"{when!r} is an age or a time, which counts nothing")
        return
    part = _part_of(text, *place)
    if part is not None:
        detail = f"{span.exact!r} is the whole of which {part!r} is said"
        leaf.refuse(Code.MISATTACHED, detail)
        return
    counted = _Counted(span.exact, leaf.judged.value, named.exact if named else "")
    fate = fate_of(text, *place)
    for child in node.children.values():
        if isinstance(child, LeafNode) and isinstance(child.shape, Label) and child.judged.stands:
            told = fate
            if not settled and _other_fate(_name_of(child), fate):
                told = None if _fits_elsewhere(evidence, span, _name_of(child)) else fate
            _keep_fitting(evidence, child, counted, told)


def _keep_out_of_names(evidence: Evidence, leaf: LeafNode) -> None:
    """Move a figure out of a name to where the same words count something, or reject it."""
    span = evidence_of(leaf)
    if span is None or not _stands_in_name(evidence, span) or not isinstance(leaf.shape, Number):
        return
    if not _move(evidence, leaf, leaf.shape, lambda at: not _stands_in_name(evidence, at)):
        leaf.refuse(Code.UNREADABLE, f"{span.exact!r} is part of a name, which counts nothing")


def _stands_in_name(evidence: Evidence, span: Span) -> bool:
    line = evidence.article.line_at(span.start)
    return line is not None and span.end <= line.end and is_in_name(line.text, *within(line, span))


def _settle(evidence: Evidence, leaf: LeafNode, counted: Span) -> bool:
    """Move a figure that stands several times to where it counts these words; whether it does.

    "killed two soldiers and wounded two others" has two figures of the same words.
    """
    span, text = evidence_of(leaf), evidence.article.text
    if span is None or not isinstance(leaf.shape, Number):
        return False
    if _is_right_before(text, span, counted):
        return True
    return _move(evidence, leaf, leaf.shape, lambda at: _is_right_before(text, at, counted))


def _move(evidence: Evidence, leaf: LeafNode, shape: Number, fits: Callable[[Span], bool]) -> bool:
    """Move a figure to the first other place of its words that fits; whether there is one."""
    span = evidence_of(leaf)
    for other, quantity in other_figures(evidence, span) if span else ():
        value = as_number(quantity, shape.type)
        if value is not None and fits(other):
            leaf.judged = Judged(leaf.judged.verdict._replace(span=other), value)
            return True
    return False


def _is_right_before(text: str, figure: Span, counted: Span) -> bool:
    behind = RIGHT_BEHIND.match(text, figure.end)
    return behind is not None and text.startswith(counted.exact, behind.end())


def _name_of(leaf: LeafNode) -> str:
    label = leaf.judged.verdict.value
    return label.casefold() if isinstance(label, str) else ""


def _fits_elsewhere(evidence: Evidence, span: Span, label: str) -> bool:
    """Whether nothing is said against a label of the same figure at another place."""
    for other, _ in other_figures(evidence, span):
        line = evidence.article.line_at(other.start)
        if line is not None and other.end <= line.end:
            fate = fate_of(line.text, *within(line, other))
            if _other_fate(label, fate) is None:
                return True
    return False


def _keep_fitting(evidence: Evidence, leaf: LeafNode, counted: _Counted, fate: Fate | None) -> None:
    label, text = _name_of(leaf), evidence.article.text
    of_people = label in _OF_PEOPLE or (label in NAMED and _knows_things(leaf))
    against = _other_fate(label, fate) or _no_things(label, counted, fate)
    against = against or _no_people(label, counted, of_people=of_people)
    if against is not None:
        detail = f"the article says {against!r} of these words: {counted.figure!r}"
    elif not any(may_befall(label, _CLAIMS.sub("", text[a:b])) for a, b in evidence.cited):
        detail = f"the article has no word for {label!r} beside these words: {counted.figure!r}"
    else:
        return
    leaf.refuse(Code.CONTRADICTED, detail, nearest=against)


def _other_fate(label: str, fate: Fate | None) -> str | None:
    return fate.word if fate and fate.name not in NAMED.get(label, {fate.name}) else None


def _knows_things(leaf: LeafNode) -> bool:
    """Whether a list of labels has one for things, so that those "captured" are people."""
    options = leaf.shape.options if isinstance(leaf.shape, Label) else ()
    return any(isinstance(each, str) and each.casefold() in _OF_THINGS for each in options)


def _no_people(label: str, counted: _Counted, *, of_people: bool) -> str | None:
    """The unit or the things that a figure counts, where its label is said of people alone."""
    unit = counted.quantity.unit if isinstance(counted.quantity, Quantity) else None
    if label == "distance":
        return None if unit is None or is_length(unit) else unit
    if label not in NAMED:
        return None
    if unit is not None and not is_share(unit):
        return unit
    return counted.of if of_people and not _THINGS.isdisjoint(_noun(counted.of)) else None


def _no_things(label: str, counted: _Counted, fate: Fate | None) -> str | None:
    """The people whom a figure counts, or what befell them, where its label is said of things."""
    if label not in _OF_THINGS:
        return None
    if names_people(counted.of):
        return counted.of
    hurt = fate is not None and fate.name in ("killed", "injured", "displaced", "casualties")
    return fate.word if fate and hurt and _THINGS.isdisjoint(_noun(counted.of)) else None


def _noun(counted: str) -> list[str]:
    """The last word before any preposition: "towns" of "villages and towns in the north"."""
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(counted)]
    return list(takewhile(lambda word: word not in PREPOSITIONS, words))[-1:]


def fate_of(sentence: str, start: int, end: int) -> Fate | None:
    """What became of those whom a figure counts, and the word that says so; None if not sure."""
    is_part = _PART.search(sentence[:start]) is not None
    # "12 people, including 3 injured, were detained": the three are both.
    told = (_behind(sentence[end:]), _before(sentence[:start]), _summed(sentence, start, end))
    found = [] if is_part else [fate for fate in told if fate]
    if not found:
        return _toll(sentence[:start])
    return found[0] if len({fate.name for fate in found}) == 1 else None


def _toll(text: str) -> Fate | None:
    """The figures behind "death toll" are of the dead, unless another fate comes between."""
    _, toll, rest = text.lower().rpartition("death toll")
    words = {match[0] for match in WORD_OR_MARK.finditer(rest)}
    other = any(_FATE_OF.get(word, "killed") != "killed" for word in words)
    return Fate("killed", toll) if toll and not other and ";" not in words else None


def _behind(rest: str) -> Fate | None:
    """Behind a figure: "30 wounded", "12 soldiers were killed", "12 people dead"."""
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(rest)][: _MOST_WORDS + 2]
    for at, word in enumerate(words[:_MOST_WORDS]):
        if word in _FATE_OF:
            # "12 wounded soldiers", "30 captive children": a fate that only tells which.
            following, other = [*words[at + 1 : at + 3], ".", "."][:2]
            if following in ("and", "or") and other in _FATE_OF:
                return None  # "30 were killed or injured"
            said = (at and words[at - 1] in _BE) or _are_of_them(words, at)
            ends = not following[0].isalnum() or following in STOPS | _LATER
            return Fate(_FATE_OF[word], word) if said or ends else None
        if word == "and" and words[at + 1] in ARTICLES and not any(map(is_past, words[:at])):
            continue  # "saw 12 soldiers and a general killed"
        if word in STOPS or not word[0].isalpha():
            return None
    return None


def _are_of_them(words: list[str], at: int) -> bool:
    """Whether a fate is that of a group of which some are told: "11 of the injured were children".

    Not where a verb may say what became of those: "two of the injured have died".
    """
    rest = list(takewhile(lambda word: word[0].isalnum(), words[at + 1 :]))
    told = words[:at] == ["of", "the"] and rest[:1] in (["were"], ["are"], ["was"], ["is"])
    return told and not any(is_past(word) or word in _FATE_OF for word in rest[1:])


def _before(text: str) -> Fate | None:
    """Before a figure: "killing at least 12", "the deaths of 12"; not "killed and wounded 12"."""
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(text[-80:])]
    while words and words[-1] in _SMALL:
        words.pop()
    if not words or words[-1] not in _FATE_OF:
        return None
    word = words[-1]
    joined = len(words) > 2 and words[-2] in ("and", "or", "nor") and words[-3] in _FATE_OF
    passive = len(words) > 1 and words[-2] in _PASSIVE
    return None if joined or passive else Fate(_FATE_OF[word], word)


def _summed(sentence: str, start: int, end: int) -> Fate | None:
    """Before a sum: "casualties have exceeded", "the number of wounded rose to"."""
    found = next((m for m in _SUM.finditer(sentence, 0, end) if m.end() >= start), None)
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(found[0])] if found else []
    fates = {_FATE_OF[word]: word for word in words if word in _FATE_OF}
    return Fate(*fates.popitem()) if len(fates) == 1 else None


def _part_of(sentence: str, start: int, end: int) -> str | None:
    """The figure that is said to be a part of the one at a place: "12 of the 40 were killed"."""
    of, of_the = _OF.search(sentence, 0, start), _OF_THE.search(sentence, 0, start)
    others = figures_of(sentence) if of or of_the else []
    part = next((each for each in others if of and each.end == of.start()), None)
    if part is not None:
        hit = _before(sentence[: part.start]) is not None
        if hit or _has_auxiliary(sentence[end:]):
            return sentence[part.start : part.end]
    behind = next((each for each in others if of_the and each.start >= end), None)
    # Those of "of the 40 injured, 12 were" were injured, all of them.
    whole = behind is not None and _behind(sentence[end:]) is None
    if behind is not None and whole and "," in sentence[end : behind.start]:
        return sentence[behind.start : behind.end]
    return None


def _has_auxiliary(rest: str) -> bool:
    """Whether the noun behind a figure is a subject: "12 of 40 men were", not "40 men killed"."""
    for match in list(WORD_OR_MARK.finditer(rest))[:_MOST_WORDS]:
        word = match[0].lower()
        if word in AUXILIARIES:
            return True
        if word in _NOT_COUNTED or not word[0].isalpha():
            return False
    return False
