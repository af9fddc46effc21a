"""Figures that have a place or a time of their own, where a record has that of another figure.

Of "killed 210 men in Dorva and 35 in Kelmar" those in Dorva are not 35, and of "40 raids in May,
and in June nine" the nine are not of May. A record that has both figures, or both places, stands.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.sentences import Sentence
from llmextract.ask.shape import Moment, Number
from llmextract.judge.rules.figures.compared import compared
from llmextract.judge.rules.setting.dating import times_in
from llmextract.judge.rules.setting.tensed import said_then
from llmextract.judge.spans import (
    everywhere,
    evidence_of,
    shared_sentence,
    spans_in,
    standing,
    stands_elsewhere,
    within,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Code, Span

# "And [35] in Kelmar": the verb of the figure before is that of this one too.
_AND: Final = re.compile(
    r"\s(?:and|but)\s(?:(?:another|about|some|around|at\sleast|nearly|more\sthan)\s)*\Z"
)
_NAMED: Final = re.compile(
    r"\s(?:in|at|near|outside)\s(?:the\s)?(?:[a-z-]+\s){0,4}?(?P<name>[A-Z][\w’'-]+)"
)
# "While in neighbouring Kelmar [31] were killed".
_FRONTED: Final = re.compile(
    r"\s?(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s(?:the\s)?(?:[a-z-]+\s){0,3}?(?P<name>[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?,?\s"
)
_JOINT: Final = re.compile(
    r"[;:]\s(?:(?:and|but|while)\s)?|,?\s(?:while|whereas)\s|,\s(?:and|but)\s"
)
_REACH: Final = 40


def keep_in_setting(evidence: Evidence, node: GroupNode, child: Node, anchor: Span) -> None:
    """Reject figures of a list that stand with another place or time than those of a record."""
    for item in child.items if isinstance(child, ListNode) else ():
        for leaf, count in list(standing(item)):
            sentence = shared_sentence(evidence.article, anchor, count)
            if not isinstance(leaf.shape, Number) or sentence is None:
                continue
            why = _of_other_setting(node, sentence, count)
            if why is not None and not stands_elsewhere(evidence, sentence, (count,)):
                leaf.refuse(Code.MISATTACHED, f"{count.exact!r} is {why}")


def _of_other_setting(node: GroupNode, sentence: Sentence, count: Span) -> str | None:
    """The place or time of a figure, where a record has only those of another one."""
    text = sentence.text
    places = [span for name in node.group.placed for span in spans_in(node.children[name])]
    times = [span for leaf, span in standing(node) if _is_time_of(node, leaf)]
    figures = [
        within(sentence, span) for leaf, span in standing(node) if isinstance(leaf.shape, Number)
    ]
    for held, is_time in ((places, False), (times, True)):
        spots = [
            each for span in held if _is_in(sentence, span) for each in everywhere(sentence, span)
        ]
        shown = [
            _set_apart(text, place, spots, figures, is_time=is_time)
            for place in everywhere(sentence, count)
        ]
        if not spots or not shown or not all(shown) or len(spots) < len(held):
            continue
        return f"of another place or time: {shown[0]!r}"
    return None


def keep_period(evidence: Evidence, node: GroupNode, leaf: LeafNode) -> None:
    """Reject the time of a figure that is another's, or that of who tells of it."""
    count = evidence_of(leaf)
    for child in node.children.values():
        time = evidence_of(child) if isinstance(child, LeafNode) else None
        sentence = shared_sentence(evidence.article, count, time)
        if (
            not (isinstance(child, LeafNode) and isinstance(child.shape, Moment))
            or sentence is None
        ):
            continue
        assert count is not None
        assert time is not None
        told = [
            _not_then(sentence.text, place, spot)
            for place in everywhere(sentence, count)
            for spot in everywhere(sentence, time)
        ]
        if told and all(told):
            detail = f"{time.exact!r} is not the time of {count.exact!r}: {told[0]!r}"
            child.refuse(Code.MISATTACHED, detail)


def _not_then(text: str, count: Range, time: Range) -> str | None:
    """What shows that a figure is not that of a time; None where it may be."""
    if (said := said_then(text, time)) is not None:
        return said
    for mention in figures_of(text):
        if mention.counts and count[1] <= mention.start < time[0]:
            against = compared(text, (mention.start, mention.end))
            if against is not None:
                return against
    return _set_apart(text, count, [time], [count], is_time=True)


def stretch(text: str, count: Range) -> Range:
    """The words about a figure, between what joins them to others that have a figure too."""
    cuts = [(found.start(), found.end()) for found in _JOINT.finditer(text)]
    for mention in figures_of(text):
        found = _AND.search(text, max(0, mention.start - _REACH), mention.start)
        if mention.counts and found is not None:
            cuts.append((found.start(), mention.start))
    low = max((end for _, end in cuts if end <= count[0]), default=0)
    return low, min((start for start, _ in cuts if start >= count[1]), default=len(text))


def _set_apart(
    text: str,
    count: Range,
    spots: list[Range],
    figures: list[Range],
    *,
    is_time: bool,
) -> str | None:
    """What a figure has beside it, where all of the record's stands with one it does not hold."""
    low, high = stretch(text, count)
    if not spots or any(low <= spot[0] < high for spot in spots):
        return None
    own = _own(text, (low, high), count[1], is_time=is_time)
    if own is None:
        return None
    for spot in spots:
        first, last = stretch(text, spot)
        rivals = [
            (m.start, m.end)
            for m in figures_of(text)
            if m.counts and first <= m.start and m.end <= last and not touch((m.start, m.end), spot)
        ]
        is_held = any(touch(rival, each) for rival in rivals for each in figures)
        if (
            not rivals
            or is_held
            or _own(text, (first, last), rivals[0][1], is_time=is_time) is None
        ):
            return None
    return text[slice(*own)].strip()


def _own(text: str, part: Range, behind: int, *, is_time: bool) -> Range | None:
    """The time in a stretch of words, or the place right behind a figure in it."""
    times = [(t.start, t.end) for t in times_in(text)]
    if is_time:
        return next((each for each in times if part[0] <= each[0] and each[1] <= part[1]), None)
    found = _FRONTED.match(text, part[0], behind) or _NAMED.search(text, behind, part[1])
    if found is None or abs(found.start() - behind) > _REACH:
        return None
    return None if any(touch(found.span("name"), each) for each in times) else found.span()


def _is_in(sentence: Sentence, span: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _is_time_of(node: GroupNode, leaf: LeafNode) -> bool:
    return isinstance(leaf.shape, Moment) and any(leaf is each for each in node.children.values())
