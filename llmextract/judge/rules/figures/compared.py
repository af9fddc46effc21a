"""Figures given for another one of their sentence: what it is held against, or only a part of it.

"Raids killed 40 in May, up from 12 in April" has no 12 of May, "40 were held, nine of them boys" no
nine alone.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.grammar import inflected, tokenise, words_of
from llmextract.ask.fates import NAMED
from llmextract.ask.markers import Speaker
from llmextract.ask.shape import Label, Moment, Number
from llmextract.judge.rules.figures.counting import MOST_FIGURES, noun_behind
from llmextract.judge.rules.saying.retorts import rival_figure
from llmextract.judge.spans import (
    everywhere,
    evidence_of,
    spans_in,
    standing,
    stands_elsewhere,
    within,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node, leaves
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Code, Span

_LOOK_BACK, _NEAR = 160, 60
DEEDS: Final = words_of(
    "accident crash collision earthquake quake flood storm cyclone hurricane typhoon tornado fire"
    " blaze landslide mudslide avalanche eruption tsunami stampede crush derailment incident clash"
    " riot protest shipwreck collapse outbreak explosion blast disaster tremor heatwave drought"
    " killing murder massacre shooting stabbing siege battle gunfight fighting"
)
_ABOUT: Final = (
    r"(?:(?:an?|the|just|only|some|about|around|roughly|nearly|almost|over|more|less|fewer|than|at"
    r"|least|previous|earlier|record|total|mere|average|of|estimated|its|their)\s+){0,5}"
)
# "A profit of", before what it was.
_SUM_OF: Final = r"(?:an?\s+(?:[a-z-]+\s+){1,2}of\s+)?"
# What opens the figure that another is held against.
_AGAINST: Final = re.compile(
    r"(?:\b(?:up|down|increase|rise|drop|decrease|decline|fall)\s+from|\bcompar(?:ed|ing)\s+(?:to|with)"
    r"|,\s+in\s+comparison\s+(?:to|with)|\bas\s+(?:against|opposed\s+to|compared\s+(?:to|with))"
    r"|,\s+(?:against|versus)|\b(?:adding|adds|added)\s+to|\bon\s+top\s+of|\bin\s+addition\s+to"
    r"|\b(?:not\s+counting|not\s+including|excluding)|\binstead\s+of|\b(?:less|more|worse|\w{2,}er)\s+than\s+(?:the|its|their)"
    r"|\bto\s+[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?['’]s?)\s+" + _SUM_OF + _ABOUT + r"\Z",
    re.IGNORECASE,
)
# An earlier toll: "an earlier toll of nine", "had first put it at nine".
_EARLIER: Final = re.compile(
    r"(?:\b(?:earlier|previous|initial|preliminary|prior|former|original|provisional)\s+(?:\w+\s+){0,2}?"
    r"(?:toll|count|figure|estimate|number|tally|total)s?\s+(?:of|was|at|had\s+been|stood\s+at)"
    r"|\b(?:earlier|previously|initially|originally|at\s+first)\s+(?:put|gave|given|said|reported|counted"
    r"|estimated|spoken|spoke|announced|confirmed|stated)\b[^,;:“”\"]{0,60}?)\s+" + _ABOUT + r"\Z",
    re.IGNORECASE,
)
# A sum of a longer time: "5,000 have died since 2019, and 12 in the raid on Dorva".
_SO_FAR: Final = re.compile(
    r"[^,;:“”\"]{0,80}?\b(?:since\s+(?:\d{4}|the\s+(?:start|beginning|war|outbreak|coup)|[A-Z][a-z]+)|so\s+far"
    r"|to\s+date|(?:in|over|during|within)\s+the\s+(?:past|last)\s+(?:\w+\s+){0,2}"
    r"(?:years?|months?|weeks?|decades?)|this\s+year)\b[^,;:“”\"]{0,60}(?P<end>[,;])"
)
_THAN_THE: Final = re.compile(r"(?:less|more|\w{2,}er)\s+than\s+(?:the|its|their)\s+")
_FROM: Final = re.compile(r"\bfrom\s+" + _SUM_OF + _ABOUT + r"\Z", re.IGNORECASE)
_TO: Final = re.compile(r"(?:\s+[\w’'-]+){0,3}\s+to\s+" + _ABOUT, re.IGNORECASE)
_TO_BEFORE: Final = re.compile(
    r"\bto\s+" + _SUM_OF + r"(?:between\s+(?:[\w.$£€]+\s+){1,3}and\s+)?" + _ABOUT + r"\Z",
    re.IGNORECASE,
)
_CHANGES: Final = inflected(
    "increase climb jump soar surge swell decline decrease drop* dwindle plunge slump* plummet"
    " tumble slip* double triple quadruple raise lower reduce quicken slow ease expand shrink slide"
    " spike skyrocket cut =cutting widen narrow balloon accelerate mount edge"
) | words_of(
    "rise rises rose risen rising grow grows grew grown growing fall falls fell fallen falling go"
    " goes went gone going shrank shrunk change changed revised revise down up leapt sank sunk"
    " swing swings swung swinging"
)
# What something is made for: "built to carry 120 people, the ferry had 300 on board".
_HOLDS: Final = r"(?:carry|hold|house|accommodate|seat|take|shelter|contain|serve)"
_MADE_FOR: Final = re.compile(
    r"\b(?:(?:built|designed|meant|intended|licen[sc]ed|constructed|certified|registered|authori[sz]ed)"
    rf"\b[^,;:.“”\"]{{0,40}}?\s(?:to\s+{_HOLDS}|for)|(?:capacity|room|space)\s+(?:of|for|to\s+{_HOLDS})"
    rf"|\bcan\s+(?:only\s+)?{_HOLDS})\s+(?:(?:up\s+to|no\s+more\s+than|a\s+maximum\s+of)\s+)?{_ABOUT}\Z",
    re.IGNORECASE,
)
# "Nine of them boys", "of whom nine were boys".
# Not "of those who left", nor "of those asked": which these are is said behind them.
_OF_THEM: Final = re.compile(
    r"\s+of\s+(?:them|whom|which|these|those(?!\s+(?:who|that|which|whose|with|in|on|at|from|under"
    r"|over|\w+ing|\w+ed)\b))\b"
)
_OF_WHOM: Final = re.compile(rf"\bof\s+(?:whom|which|them)\s+{_ABOUT}\Z")
_INCLUDING: Final = re.compile(rf"\b(?:including|among\s+(?:them|whom))\s+{_ABOUT}\Z")
# "Of whom about nine have [fled]": what happens is told of the part.
_IS_OWN: Final = re.compile(r"(?:\s(?:have|has|had|were|was|are|is|been|already|since|later))*\s")
_ASIDE: Final = re.compile(r"[^,;:–—()“”\"]*")


def keep_main(evidence: Evidence, node: GroupNode, child: Node, anchor: Span) -> None:
    """Reject figures of a list that stand for the one that the event has.

    Unless the record has a time that stands with them, as "April" does with what April had, or has
    the other one as well: "40 were held" beside "nine boys were held".
    """
    for item in child.items if isinstance(child, ListNode) else ():
        for leaf, count in list(standing(item)):
            sentence = evidence.article.line_at(count.start)
            if not (isinstance(leaf.shape, Number) and isinstance(item, GroupNode)) or (
                sentence is None or count.end > sentence.end
            ):
                continue
            spans = anchor, count
            why = (
                _held_against(node, item, sentence, spans)
                or _part(node, item, sentence, spans)
                or _of_rival(node, sentence, spans)
                or _counted_twice(child, item, sentence, count)
            )
            if why and not stands_elsewhere(evidence, sentence, (count,)):
                leaf.refuse(Code.MISATTACHED, f"{count.exact!r} is {why}")


def _held_against(
    node: GroupNode, item: GroupNode, sentence: Sentence, spans: tuple[Span, Span]
) -> str | None:
    """What takes a figure from an event at all its places, where no time of the record keeps it."""
    anchor, count = spans
    event = _place(sentence, anchor)
    times = [each for one in _moments(node, item) if (each := _place(sentence, one)) is not None]
    periods = list(_moments(item))
    is_toll = any(label in NAMED for label in _labels(item))
    changes = not _CHANGES.isdisjoint(tokenise(anchor.exact.lower()).words)
    shown: list[str | None] = []
    for place in everywhere(sentence, count):
        found = compared(sentence.text, place)
        told = [each for each in (event, *times) if each is not None]
        is_own = any(_stands_with(sentence.text, place, each) for each in told)
        keeps = is_own or (changes and not is_toll and not periods)
        if found is None and not is_own:
            told_of = (rule(sentence.text, place, event) for rule in _MEANT)
            shown.append(next((words for words in told_of if words), None))
        else:
            shown.append(None if keeps else found)
    if not shown or not all(shown):
        return None
    return f"told of something else: {shown[0]!r}"


def compared(sentence: str, count: Range) -> str | None:
    """The words that hold another figure against this one: "up from", "compared with"."""
    mentions = figures_of(sentence)
    if len(mentions) > MOST_FIGURES:
        return None
    if (than := _THAN_THE.match(sentence, *count)) is not None:
        count = than.end(), count[1]
    low = max(0, count[0] - _LOOK_BACK)
    if (against := _AGAINST.search(sentence, low, count[0])) is not None:
        is_second = any(each.end <= against.start() for each in mentions)
        if against[0].lower().startswith("to "):  # "52 percent to Hale's 45"
            is_second = is_second and noun_behind(sentence, count[1]) is None
        return against[0].strip(" ,") if is_second else None
    if _EARLIER.search(sentence, low, count[0]) is not None:
        return earlier_toll(sentence, count)
    found = _FROM.search(sentence, low, count[0])
    if found is None:
        return None
    mine = next((each for each in mentions if touch((each.start, each.end), count)), None)
    return found[0].strip() if mine and _has_changed(sentence, found, mine, mentions) else None


def earlier_toll(sentence: str, count: Range) -> str | None:
    """The words that give a figure for what was counted before, in a sentence that has another."""
    earlier = _EARLIER.search(sentence, max(0, count[0] - _LOOK_BACK), count[0])
    if earlier is None:
        return None
    others = (m for m in figures_of(sentence) if m.counts and not touch((m.start, m.end), count))
    return earlier[0].strip() if any(others) else None


def _has_changed(
    sentence: str, found: re.Match[str], mine: QuantityMention, mentions: list[QuantityMention]
) -> bool:
    """Whether "from" opens what something was before: "rose from 3 to 4", "rose to 4 from 3"."""
    clause = re.split(r"[;:]", sentence[max(0, found.start() - _LOOK_BACK) : found.start()])[-1]
    changes = not _CHANGES.isdisjoint(tokenise(clause.lower()).words)
    # "To 4 million crowns from 3 million": what something was before may leave its unit out.
    unit = mine.quantity.unit
    others = [each for each in mentions if unit in (each.quantity.unit, None)]
    behind = any(_TO.fullmatch(sentence, mine.end, each.start) for each in others)
    before = any(
        each.end <= found.start()
        and found.start() - each.end < _NEAR
        and not re.search(r"[,;:]", sentence[each.end : found.start()])
        and _TO_BEFORE.search(sentence, max(0, each.start - _NEAR), each.start)
        for each in others
    )
    return changes and (behind or before)


def made_for(sentence: str, count: Range, event: Range | None) -> str | None:
    """What a figure is the measure of, where the event stands further on and another figure too."""
    found = _MADE_FOR.search(sentence, max(0, count[0] - _LOOK_BACK), count[0])
    if found is None or event is None:
        return None
    if found[0].lower().startswith("capacity") and event[1] <= found.start():
        # "Was carrying 300, three times its capacity of 100".
        before = [each for each in figures_of(sentence) if event[1] <= each.start < found.start()]
        return found[0].strip() if before else None
    if event[0] < count[1]:
        return None
    closed = sentence.find(",", count[1], event[0]) >= 0
    other = any(each.counts and each.start >= event[0] for each in figures_of(sentence))
    return found[0].strip() if closed and other else None


def of_longer(sentence: str, count: Range, event: Range | None) -> str | None:
    """The longer time of which a figure is the sum, where the event behind has one of its own."""
    found = _SO_FAR.match(sentence, count[1])
    if found is None or event is None or event[0] < found.end():
        return None
    others = [each for each in figures_of(sentence) if each.counts and each.start >= found.end()]
    return sentence[count[0] : found.start("end")] if others else None


_MEANT: Final[tuple[Callable[[str, Range, Range | None], str | None], ...]] = (
    made_for,
    of_longer,
)


def part_of(sentence: str, count: Range) -> tuple[Range, Range] | None:
    """The figure that is the whole of a part, and the words in which the part is told; or None.

    "40" and "nine of them boys" of "40 were held, nine of them boys".
    """
    behind = _OF_THEM.match(sentence, count[1])
    before = _OF_WHOM.search(sentence, max(0, count[0] - _NEAR), count[0])
    if behind is None and before is None and noun_behind(sentence, count[1]) is not None:
        before = _INCLUDING.search(sentence, max(0, count[0] - _NEAR), count[0])
    if behind is None and before is None:
        return None
    start = count[0] if before is None else before.start()
    opening = sentence.rfind(",", 0, start)
    others = [m for m in figures_of(sentence) if m.counts and m.end <= start]
    if not others or opening < others[-1].end or ";" in sentence[others[-1].end : start]:
        return None
    aside = _ASIDE.match(sentence, start)
    return (others[-1].start, others[-1].end), (start, aside.end() if aside else count[1])


def _part(
    node: GroupNode, item: GroupNode, sentence: Sentence, spans: tuple[Span, Span]
) -> str | None:
    """What shows that a figure is a part of one that the record does not have.

    Where the record gives it what the whole counts, and has nothing else of the part's own words.
    """
    anchor, count = spans
    told = [part_of(sentence.text, place) for place in everywhere(sentence, count)]
    if not told or (first := told[0]) is None or None in told:
        return None
    whole, aside = first
    counted = [_place(sentence, each) for each in spans_in(item) if each != count]
    others = [_place(sentence, each) for each in (anchor, *spans_in(node)) if each != count]
    is_of_whole = any(each is not None and whole[1] <= each[0] < aside[0] for each in counted)
    is_of_part = any(
        each is not None and aside[0] <= each[0] and each[1] <= aside[1] for each in others
    )
    is_of_part = is_of_part or any(
        _IS_OWN.fullmatch(sentence.text, place[1], event[0]) is not None
        for place in everywhere(sentence, count)
        if (event := _place(sentence, anchor)) is not None and place[1] <= event[0]
    )
    if not is_of_whole or is_of_part or _has_figure(node, item, sentence, whole):
        return None
    return f"a part of {sentence.text[slice(*whole)]!r}"


def _counted_twice(child: Node, item: GroupNode, sentence: Sentence, count: Span) -> str | None:
    """What another item says that a figure counts, which is the whole's here or left out.

    "Nine" of "40 men were held, nine of them boys" counts boys, where a record has it of both.
    """
    mine = [span for span in spans_in(item) if span != count]
    for other in child.items if isinstance(child, ListNode) else ():
        spans = spans_in(other) if other is not item else []
        held = [span for span in spans if span != count and 0 <= span.start - count.end < _NEAR]
        if count not in spans or not held or any(span.start >= count.end for span in mine):
            continue
        if (
            len(everywhere(sentence, count)) == 1
            and ","
            not in sentence.text[count.end - sentence.start : held[0].start - sentence.start]
        ):
            return f"that of {held[0].exact!r}"
    return None


def _of_rival(node: GroupNode, sentence: Sentence, spans: tuple[Span, Span]) -> str | None:
    """Who else gives a figure than the one who tells of the event."""
    anchor, count = spans
    event = _place(sentence, anchor)
    for slot, marker in node.group.ruled:
        words = evidence_of(node.leaf(slot.name)) if isinstance(marker, Speaker) else None
        teller = _place(sentence, words) if words is not None else None
        if event is None or teller is None:
            continue
        places = everywhere(sentence, count)
        shown = [rival_figure(sentence.text, teller, event, place) for place in places]
        if shown and all(shown):
            return f"of another teller: {shown[0]!r}"
    return None


def _has_figure(node: GroupNode, item: GroupNode, sentence: Sentence, whole: Range) -> bool:
    """Whether another item of a record has the figure at a place."""
    own = set(map(id, leaves(item)))
    return any(
        isinstance(leaf.shape, Number)
        and id(leaf) not in own
        and (place := _place(sentence, span)) is not None
        and touch(place, whole)
        for leaf, span in standing(node)
    )


def _stands_with(sentence: str, count: Range, words: Range) -> bool:
    """Whether words stand behind a figure in what it is part of: "12 in April"."""
    between = sentence[count[1] : words[0]] if words[0] >= count[1] else ","
    return len(between) < _NEAR and not re.search(r"[,;:]", between)


def _place(sentence: Sentence, span: Span) -> Range | None:
    start, end = within(sentence, span)
    return (start, end) if start >= 0 and span.end <= sentence.end else None


def _moments(*groups: GroupNode) -> Iterator[Span]:
    """The times that an event or one of its figures has."""
    for group in groups:
        for child in group.children.values():
            if isinstance(child, LeafNode) and isinstance(child.shape, Moment):
                yield from spans_in(child)


def _labels(item: GroupNode) -> list[str]:
    """The labels of an item, folded."""
    return [
        value.casefold()
        for child in item.children.values()
        if isinstance(child, LeafNode) and isinstance(child.shape, Label)
        if isinstance(value := child.judged.verdict.value, str)
    ]
