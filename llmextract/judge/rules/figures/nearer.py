"""Figures that their sentence gives to something nearer, where what they are joined to has its own.

Of "sales rose to $4 million from $3 million" the three are those of before, of "the mill shut 38
shops and laid off 90 men" no 38 were laid off, and of "Kelmar took 40 seats, Dorva 12" the 12 are
Dorva's. Where a record holds the other figure as well, both may be meant.
"""

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.numbers.units import is_graded
from llmextract.article.sentences import Sentence
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.subjects import are_in_one_clause, other_subject, parallel_subject
from llmextract.article.times.words import MONTHS
from llmextract.ask.shape import Label, Moment, Number, Words
from llmextract.judge.rules.figures.counting import MOST_FIGURES, other_deed
from llmextract.judge.rules.figures.held_against import of_comparison
from llmextract.judge.rules.figures.licence import of_another_told, of_unlicensed
from llmextract.judge.rules.figures.reckoning import figure_of_other
from llmextract.judge.rules.figures.uncounted import age_with
from llmextract.judge.rules.figures.whose import of_other_deed
from llmextract.judge.rules.nouns import does_for_others
from llmextract.judge.spans import everywhere, shared_sentence, standing, stands_elsewhere, within
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Span

_NEAR = 60
_SCORE: Final = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-])")
_GROUP: Final = r"(?:(?:\w+ly|also|then|later|has|have|had|is|are|was|were|will|would|to)\s+){0,4}"
_AND: Final = re.compile(
    rf",?\s+(?:and|but|then)\s+(?:{_GROUP}said\s+(?:that\s+)?(?:it|he|she|they)\s+)?{_GROUP}\Z"
)
_RELATIVE: Final = re.compile(r",\s+(?:which|who)\s")
_BREAK: Final = re.compile(r"[;:“”\"]")
_CLAUSE: Final = re.compile(r"[,;:—–“”\"]|\b(?:and|but|while|after|before|when|that|which|who)\b")
# "The Alliance 96": a name right before a figure, in a list of those who have one.
_LISTED: Final = re.compile(
    r"(?:,|;|\band)\s+(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3})\s+"
    r"(?:(?:about|some|just|only|around|nearly|over|at\s+least|more\s+than)\s+){0,2}\Z"
)
_AFTER_LISTED: Final = re.compile(r"(?:\s+[a-z]+)?\s*(?:[,.;]|\band\b|\Z)")


def why_of_other_deed(
    evidence: Evidence, node: GroupNode, child: Node, leaf: LeafNode, spans: tuple[Span, Span]
) -> str | None:
    """Why a figure is that of another deed; None where it may be the anchor's at any place."""
    anchor, count = spans
    if not isinstance(leaf.shape, Number):
        return None
    sentence = shared_sentence(evidence.article, count, anchor)
    label = label_beside(child, leaf)
    if sentence is None:
        return _of_another_sentence(evidence, anchor, count) if label else None
    text = sentence.text
    times = [
        within(sentence, span)
        for one, span in standing(node)
        if isinstance(one.shape, Moment) and sentence.start <= span.start < sentence.end
    ]
    pairs = list(product(everywhere(sentence, anchor), everywhere(sentence, count)))
    deeds = [
        other_deed(text, *pair)
        or figure_of_other(text, *pair, label)
        or of_other_deed(text, *pair)
        or (of_unlicensed(text, *pair, label, times) if label else None)
        for pair in pairs
    ]
    if not deeds or not all(deeds) or stands_elsewhere(evidence, sentence, spans):
        return None
    return f"{count.exact!r} is told of {deeds[0]!r}"


def _of_another_sentence(evidence: Evidence, anchor: Span, count: Span) -> str | None:
    """Why a figure of a later sentence is that of another deed: "A second blast killed 12"."""
    line, before = (evidence.article.line_at(span.start) for span in (count, anchor))
    if line is None or before is None or count.start < anchor.end or count.end > line.end:
        return None
    other = of_another_told(before.text, line.text, within(line, count))
    return other and f"{count.exact!r} is told of {other!r}"


def label_beside(child: Node, leaf: LeafNode) -> str:
    """The label in the item of a list that holds a leaf, folded: "killed" beside its count."""
    items = child.items if isinstance(child, ListNode) else []
    item = next(
        (each for each in items if isinstance(each, GroupNode) and leaf in each.children.values()),
        None,
    )
    labels = [
        each.judged.verdict.value
        for each in (item.children.values() if item is not None else ())
        if isinstance(each, LeafNode) and isinstance(each.shape, Label)
    ]
    return next((label.casefold() for label in labels if isinstance(label, str)), "")


def why_of_another(
    evidence: Evidence,
    node: GroupNode,
    leaf: LeafNode,
    sentence: Sentence,
    spans: tuple[Span, Span],
) -> str | None:
    """Why a figure is that of another than its anchor, at all places of both; None if it may be.

    Words may be joined to a figure as a figure is to words.
    """
    anchor, count = spans
    if isinstance(leaf.shape, Words) and _is_figure(anchor) and not _is_figure(count):
        anchor, count = count, anchor
    if not isinstance(leaf.shape, Number | Words) or not any(map(str.isdigit, sentence.text)):
        return None
    held = [within(sentence, span) for one, span in standing(node) if one is not leaf]
    times = [
        within(sentence, span) for one, span in standing(node) if isinstance(one.shape, Moment)
    ]
    if (age := _age(leaf, sentence, count)) is not None:
        return f"{age!r} is an age"
    shown: list[str | None] = []
    for here in everywhere(sentence, anchor):
        for there in everywhere(sentence, count):
            rivals = _rivals(sentence.text, there, held)
            shown.append(_of_other(sentence.text, here, there, rivals))
            if any(_stands_with(sentence.text, there, time) for time in times):
                return None
    if not shown or not all(shown) or stands_elsewhere(evidence, sentence, (anchor, count)):
        return None
    return f"{count.exact!r} is told of something else than {anchor.exact!r}: {shown[0]!r}"


def _age(leaf: LeafNode, sentence: Sentence, count: Span) -> str | None:
    """The age that a quantity is at each of its places; a bare number may be asked as one."""
    if not isinstance(leaf.shape, Number) or leaf.shape.type is not Quantity:
        return None
    ages = [age_with(sentence.text, *place) for place in everywhere(sentence, count)]
    return ages[0] if all(ages) else None


def _is_figure(span: Span) -> bool:
    return any(map(str.isdigit, span.exact))


def is_measure(sentence: str, count: Range) -> bool:
    """Whether a figure is money or a share, which counts nothing."""
    mine = next((m for m in figures_of(sentence) if touch((m.start, m.end), count)), None)
    return mine is not None and is_graded(mine.quantity.unit)


def _rivals(sentence: str, count: Range, held: Sequence[Range]) -> list[Range] | None:
    """The other figures like this one that a record does not hold; None where it is none."""
    if _SCORE.match(sentence, *count):
        found = [each.span() for each in _SCORE.finditer(sentence) if not touch(each.span(), count)]
    else:
        mentions = figures_of(sentence)
        mine = next((m for m in mentions if touch((m.start, m.end), count)), None)
        if mine is None or len(mentions) > MOST_FIGURES:
            return None
        found = [(m.start, m.end) for m in mentions if m is not mine and _is_like(m, mine)]
    if any(touch(one, other) for one in found for other in held):
        return []
    return found


def _is_like(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether two figures count in the same unit; what is held against one may leave it out."""
    units = {one.quantity.unit, other.quantity.unit}
    return one.counts and other.counts and (len(units) == 1 or None in units)


def _of_other(
    sentence: str, anchor: Range, count: Range, rivals: Sequence[Range] | None
) -> str | None:
    """The words that show that a figure is another's."""
    if touch(anchor, count) or not any(map(str.isdigit, sentence[slice(*count)])):
        return None
    has_own = any(_takes(sentence, anchor, rival, among=1) for rival in rivals or ())
    is_open = does_for_others(sentence[slice(*anchor)])
    if not is_open and (other := other_subject(sentence, anchor, count, has_own=has_own)):
        return sentence[slice(*other)]
    if not rivals:
        return None
    if any(are_in_one_clause(sentence, anchor, rival) for rival in rivals):
        other = parallel_subject(sentence, anchor, count)
        if other is not None:
            return sentence[slice(*other)]
    return (
        _listed(sentence, anchor, count, rivals)
        or of_comparison(sentence, anchor, count, rivals)
        or _of_first_verb(sentence, anchor, count, rivals)
        or _of_relative(sentence, anchor, count, rivals)
    )


def _listed(sentence: str, anchor: Range, count: Range, rivals: Sequence[Range]) -> str | None:
    """The name that has a figure right behind it, of a list in which the anchor has another.

    "Kelmar took 40 seats, Dorva 12 and Oria 3".
    """
    name = _name_of(sentence, count)
    own = [rival for rival in rivals if (of := _name_of(sentence, rival)) and touch(of, anchor)]
    if name is not None:
        has_own = bool(own) or any(anchor[1] <= rival[0] < count[0] for rival in rivals)
        is_other = not touch(name, anchor) and sentence[anchor[0]].isupper()
        is_other = is_other or sentence.startswith("the ", anchor[0])
        return sentence[slice(*name)] if has_own and is_other and not touch(name, anchor) else None
    return sentence[slice(*own[0])] if own else None


def _name_of(sentence: str, figure: Range) -> Range | None:
    """The name that stands right before a figure in a list: "Dorva" of ", Dorva 12 and"."""
    found = _LISTED.search(sentence, max(0, figure[0] - _NEAR), figure[0])
    if found is None or not _AFTER_LISTED.match(sentence, figure[1]):
        return None
    return None if found["name"].split()[-1].lower() in MONTHS else found.span("name")


def _of_first_verb(
    sentence: str, anchor: Range, count: Range, rivals: Sequence[Range]
) -> str | None:
    """The verb before that takes a figure, where the anchor, joined to it, takes another.

    "38" of "is to shut 38 shops and lay off 90 men" for "lay off".
    """
    if count[1] > anchor[0]:
        return None
    joint = _AND.search(sentence, max(count[1], anchor[0] - _NEAR), anchor[0])
    if joint is None or _BREAK.search(sentence, count[1], anchor[0]):
        return None
    start = max(0, count[0] - _NEAR)
    before = sentence[start : count[0]]
    opened = list(_CLAUSE.finditer(before))
    before = before[opened[-1].end() if opened else 0 :]
    has_own = any(_takes(sentence, anchor, rival) for rival in rivals)
    return joint[0].strip(" ,") if has_own and _has_verb(before) else None


def _of_relative(sentence: str, anchor: Range, count: Range, rivals: Sequence[Range]) -> str | None:
    """The relative clause that has one of two figures, where the anchor has the other.

    "5-4" of "drew 2-2 in the final, which Dorva won 5-4" for "drew".
    """
    first, later = sorted((anchor, count))
    opened = _RELATIVE.search(sentence, first[1], later[0])
    if opened is None or _BREAK.search(sentence, first[1], later[0]):
        return None
    inside = sentence[opened.end() : later[0] if later == count else later[1]]
    if "," in inside or not _has_verb(inside):
        return None
    if later == count:
        has_own = any(_takes(sentence, anchor, r) for r in rivals if r[1] <= opened.start())
    else:
        has_own = any(_takes(sentence, anchor, rival) for rival in rivals)
    return opened[0].strip(" ,") if has_own else None


def _takes(sentence: str, verb: Range, figure: Range, among: int = 0) -> bool:
    """Whether a figure stands behind a verb with no other verb between: "a bid worth 21".

    Behind a subject one is `among` what stands between.
    """
    between = sentence[verb[1] : max(verb[1], figure[0])]
    if figure[0] < verb[1] or len(between) > _NEAR or _CLAUSE.search(between):
        return False
    return _verbs(between) <= among


def _has_verb(text: str) -> bool:
    return _verbs(text) > 0


def _verbs(text: str) -> int:
    """How many verbs a part of a clause has: past forms, known ones, or bases behind "to"."""
    words = grammar.tokenise(text).words
    return sum(_is_told(words[at - 1] if at else "", word) for at, word in enumerate(words))


def _is_told(before: str, word: str) -> bool:
    """Whether a word is a verb behind another word: not the noun of "a bid"."""
    if before in grammar.DETERMINERS or before in grammar.PREPOSITIONS - {"to"}:
        return False
    return _is_verb(word) or (before in grammar.MODALS | {"to"} and grammar.is_base(word))


def _is_verb(word: str) -> bool:
    return grammar.is_past(word) or word in clausal.FINITE | grammar.UNCHANGED


def _stands_with(sentence: str, count: Range, time: Range) -> bool:
    """Whether the record has the time that stands right behind a figure: "3 in April"."""
    return count[1] <= time[0] < count[1] + _NEAR and not _CLAUSE.search(
        sentence, count[1], time[0]
    )
