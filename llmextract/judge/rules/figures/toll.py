"""Figures held against what they count, and labels against what became of those.

"12 soldiers were killed and 30 wounded" has no 30 killed, "12 of the 40 were killed" no 40.
"""

import re
from typing import Final, NamedTuple

from llmextract.article.location import Range
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.units import is_length, is_share
from llmextract.article.syntax.grammar import NOBODY, NOT, tokenise, words_of
from llmextract.article.syntax.sorts import names_people
from llmextract.ask.fates import EQUIPMENT, LOCALITIES, NAMED, UNHARMED, may_befall
from llmextract.ask.markers import Counts
from llmextract.ask.shape import Label, Moment, Number
from llmextract.judge.rules.figures.compared import earlier_toll
from llmextract.judge.rules.figures.counting import noun_behind
from llmextract.judge.rules.figures.fate import Fate, fate_of, told_beside, told_part
from llmextract.judge.rules.figures.labelled import told_of_others
from llmextract.judge.rules.figures.periods import keep_period
from llmextract.judge.rules.figures.uncounted import (
    is_magnitude,
    is_year,
    share_of_change,
    time_with,
)
from llmextract.judge.rules.figures.unharmed import unharmed
from llmextract.judge.rules.nouns import THINGS, head_of, is_people, may_be_site
from llmextract.judge.spans import evidence_of, within
from llmextract.judge.support import Evidence, Judged
from llmextract.judge.tree import GroupNode, LeafNode
from llmextract.judge.values import as_number, other_figures
from llmextract.judge.verdict import Code, Span

# Labels that are said of people, who are not measured in kilometers and are no drones.
_OF_PEOPLE: Final = frozenset(NAMED) - {"captured", "arrested", "detained"}
# Whatever else befalls them, these are held: "free the 9,000 prisoners".
_HELD: Final = words_of("captured arrested detained")
_CAPTIVES: Final = words_of("prisoners captives hostages detainees inmates")
_OF_THINGS: Final = words_of("places equipment things objects positions")
_APART: Final = {"equipment": LOCALITIES, "places": EQUIPMENT, "positions": EQUIPMENT}
_SITES: Final = words_of("places localities positions")
_ANY: Final = words_of("more them these those which targets spots ones half")
# Those who are sent or lent as things are, beside those whom a list or an ending tells.
_SENT: Final = words_of(
    "instructors advisers advisors trainers reinforcements technicians specialists engineers"
    " experts volunteers contractors mercenaries peacekeepers servicemen medics doctors nurses"
    " workers recruits conscripts personnel staff"
)
# "Claimed" kills in "claimed 12 lives" alone.
_CLAIMS: Final = re.compile(r"\bclaimed(?=\s+(?:to|that|responsibility|it|they|he|she|by)\b)")
# "200 HTS fighters", "245 from HTS": nothing stands between that another figure could claim.
RIGHT_BEHIND: Final = re.compile(r"\s+(?:of\s+|from\s+)?(?:the\s+)?")
# What was not done, or what is only called by it: "an assassination attempt", "death threats".
_NOT_DONE: Final = re.compile(
    r"\b(?:assassination|murder|suicide)\s+(?:attempts?|plots?|bids?|charges?|trials?|suspects?|cases?)\b"
    r"|\battempted\s+(?:\w+\s+)?(?:murders?|assassinations?|killings?)\b"
    r"|\bdeath\s+(?:penalt(?:y|ies)|threats?|sentences?|row|squads?)\b"
    r"|\blife\s+(?:in\s+prison|sentences?|imprisonment)\b"
    r"|\b(?:plot\w*|attempt\w*|tr(?:y|ied|ying)|plan\w*|threat\w*|vow\w*)\s+to\s+(?:kill|murder|assassinate)\b"
    r"|\barrest\s+warrants?\b|\bwarrants?\s+for\b"
    r"|\b(?:sentenc|condemn)(?:e[sd]?|ed|ing)\s+(?:[\w’'-]+\s+){0,6}?to\s+death\b",
    re.IGNORECASE,
)
# Who is "recaptured" is captured.
_AGAIN: Final = re.compile(r"\b[Rr]e-?(?=(?:captur|arrest|seiz|taken\b))")
_OF: Final = re.compile(r"(?:\s\([^()]{1,30}\))?(?:\s\w+)?\s+of\s")
# "None has been executed", of whomever else a figure tells.
_OF_NONE: Final = re.compile(
    r"\b(?:none|nobody|no[ -]one|not\s+one)\s+(?:of\s+(?:them|whom|these|those)\s+)?"
    r"(?:is|are|was|were|has|have|had)\s+(?:(?:yet|been|seriously)\s+){0,3}\w+",
    re.IGNORECASE,
)


class _Counted(NamedTuple):
    """A figure in the article's words, what it reads as, and the words for what it counts.

    `is_of`: an "of" stands right behind the figure, "5 kilometers of cable".
    """

    figure: str
    quantity: object
    of: str
    is_of: bool


def keep_counted(evidence: Evidence, node: GroupNode, leaf: LeafNode, marker: Counts) -> None:
    """Reject a figure of which only a part is meant, and a label that does not fit what it counts.

    Such a label is another fate than the article gives them, or one of people where it counts
    drones or kilometers.
    """
    named = evidence_of(node.leaf(marker.of))
    settled = named is not None and _settle(evidence, leaf, named)
    span = evidence_of(leaf)
    sentence = evidence.article.line_at(span.start) if span else None
    if span is None or sentence is None or span.end > sentence.end:
        return
    text, place = sentence.text, within(sentence, span)
    if (nothing := _counts_nothing(text, span.exact, place)) is not None:
        leaf.refuse(Code.UNREADABLE, f"{nothing}, which counts nothing")
        return
    if (other := _told_otherwise(evidence, text, span, named)) is not None:
        leaf.refuse(Code.MISATTACHED, f"{span.exact!r} is told of something else: {other!r}")
        return
    part = told_part(text, *place)
    if part is not None:
        detail = f"{span.exact!r} is the whole of which {part!r} is said"
        leaf.refuse(Code.MISATTACHED, detail)
        return
    noun = noun_behind(text, place[1]) if named is None else None
    of = named.exact if named else text[slice(*noun)] if noun else ""
    is_of = named is None or _OF.match(evidence.article.text, span.end) is not None
    counted = _Counted(span.exact, leaf.judged.value, of, is_of)
    fate = fate_of(text, *place)
    for child in node.children.values():
        if isinstance(child, LeafNode) and isinstance(child.shape, Moment) and child.judged.stands:
            keep_period(evidence, child, span)
        if isinstance(child, LeafNode) and isinstance(child.shape, Label) and child.judged.stands:
            told = fate
            if told_beside(text, *place) in NAMED.get(name_of(child), ()):
                continue  # "abducted and later killed 11 men": both
            if not settled and _other_fate(name_of(child), fate):
                told = None if _fits_elsewhere(evidence, span, name_of(child)) else fate
            _keep_fitting(evidence, child, counted, told)
            if fate is None:
                others = () if settled else other_figures(evidence, span)
                _keep_harmed(evidence, child, [span, *(other for other, _ in others)])


def _counts_nothing(text: str, figure: str, place: Range) -> str | None:
    """What a figure is that counts nothing: a year, a step of a scale, an age or a time."""
    if is_year(text, *place):
        return f"{figure!r} is a year"
    if is_magnitude(text, *place):
        return f"{figure!r} is a magnitude"
    when = time_with(text, *place)
    return None if when is None else f"{when!r} is an age or a time"


def _told_otherwise(evidence: Evidence, text: str, span: Span, of: Span | None) -> str | None:
    """What makes a figure an earlier toll, or the share by which something else changed."""
    line = evidence.article.line_at(span.start)
    if line is None or any(other != span for other, _ in other_figures(evidence, span)):
        return None
    place = within(line, span)
    if (earlier := earlier_toll(text, place)) is not None:
        return earlier
    # A price may fall by a tenth; people are counted by no rise.
    is_counted = of is not None and (names_people(of.exact) or is_people(head_of(of.exact).lower()))
    return share_of_change(text, place) if is_counted else None


def _settle(evidence: Evidence, leaf: LeafNode, counted: Span) -> bool:
    """Move a figure that stands several times to where it counts these words; whether it does.

    "killed two soldiers and wounded two others" has two figures of the same words.
    """
    span, text = evidence_of(leaf), evidence.article.text
    if span is None or not isinstance(leaf.shape, Number):
        return False
    if _is_right_before(text, span, counted):
        return True
    for other, quantity in other_figures(evidence, span):
        value = as_number(quantity, leaf.shape.type)
        if value is not None and _is_right_before(text, other, counted):
            leaf.judged = Judged(leaf.judged.verdict._replace(span=other), value)
            return True
    return False


def _is_right_before(text: str, figure: Span, counted: Span) -> bool:
    behind = RIGHT_BEHIND.match(text, figure.end)
    return behind is not None and text.startswith(counted.exact, behind.end())


def name_of(leaf: LeafNode) -> str:
    """The name of a label in small letters; empty for anything else."""
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
    label, of_people = name_of(leaf), _is_of_people(leaf)
    are_held = label in _HELD and head_of(counted.of).lower() in _CAPTIVES
    is_spared = label in UNHARMED and _is_denied(evidence)  # "none of the 40 was hurt"
    against = None if are_held or is_spared else _other_fate(label, fate)
    against = against or _no_things(label, counted, fate)
    against = against or _no_people(label, counted, of_people=of_people)
    if against is not None:
        detail = f"the article says {against!r} of these words: {counted.figure!r}"
    elif fate is None and not are_held and not _may_befall(evidence, label, counted.figure):
        detail = f"the article has no word for {label!r} beside these words: {counted.figure!r}"
    else:
        return
    leaf.refuse(Code.CONTRADICTED, detail, nearest=against)


def _is_denied(evidence: Evidence) -> bool:
    """Whether any cited sentence has a word by which nothing befell somebody."""
    text = evidence.article.text
    return any(not (NOT | NOBODY).isdisjoint(tokenise(text[a:b]).words) for a, b in evidence.cited)


def _keep_harmed(evidence: Evidence, leaf: LeafNode, spots: list[Span]) -> None:
    """Reject a label of what befell people where a figure counts others wherever it stands."""
    label = name_of(leaf)
    if not leaf.judged.stands or label in UNHARMED or not _is_of_people(leaf):
        return
    shown: list[str | None] = []
    for spot in spots:
        line = evidence.article.line_at(spot.start)
        if line is not None and spot.end <= line.end:
            figure = within(line, spot)
            noun = noun_behind(line.text, figure[1])
            is_told = fate_of(line.text, *figure) is not None
            told = None if is_told else unharmed(line.text, label, figure, noun)
            if not is_told and told is None:
                told = told_of_others(line.text, label, figure)
            shown.append(told)
    if shown and all(shown):
        detail = f"{shown[0]!r} are none of whom the article says {label!r}"
        leaf.refuse(Code.CONTRADICTED, detail, nearest=shown[0])


def _may_befall(evidence: Evidence, label: str, figure: str) -> bool:
    """Whether the cited sentences have a word for a label, what was done to nobody aside."""
    text = evidence.article.text
    told = [_NOT_DONE.sub("", _CLAIMS.sub("", text[a:b])) for a, b in evidence.cited]
    told = [_AGAIN.sub("", each) for each in told]
    is_none = figure.lower().startswith("no")
    return any(may_befall(label, each if is_none else _OF_NONE.sub("", each)) for each in told)


def _other_fate(label: str, fate: Fate | None) -> str | None:
    return fate.word if fate and fate.name not in NAMED.get(label, {fate.name}) else None


def _is_of_people(leaf: LeafNode) -> bool:
    """Whether a label is said of people alone."""
    label = name_of(leaf)
    return label in _OF_PEOPLE or (label in NAMED and _knows_things(leaf))


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
    return counted.of if of_people and head_of(counted.of).lower() in THINGS else None


def _no_things(label: str, counted: _Counted, fate: Fate | None) -> str | None:
    """The people whom a figure counts, or what befell them, where its label is said of things."""
    if label not in _OF_THINGS:
        return None
    head = head_of(counted.of).lower()
    if names_people(counted.of) or head in _SENT or head in _APART.get(label, ()):
        return counted.of
    if label in _SITES and head not in LOCALITIES | _ANY and not may_be_site(counted.of):
        return counted.of  # "22 air raids"
    unit = counted.quantity.unit if isinstance(counted.quantity, Quantity) else None
    if unit is not None and is_length(unit) and not (counted.is_of and counted.of.islower()):
        return unit  # "700 meters", not "5 kilometers" of "cable"
    hurt = fate is not None and fate.name in ("killed", "injured", "displaced", "casualties")
    return fate.word if fate and hurt and head not in THINGS else None
