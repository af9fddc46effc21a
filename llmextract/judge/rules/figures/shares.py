"""Whose a figure is where a sentence tells of several deeds or places, each with its own.

Of "four were hurt in the first raid and two in the second" the two are not of the first, and of "19
more bodies were found, bringing the toll to 212" the 19 not the toll. Offsets are half-open code
points in a sentence.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.sentences import Sentence
from llmextract.article.syntax import grammar
from llmextract.ask.fates import NAMED
from llmextract.ask.realis import ASSERTED
from llmextract.ask.shape import Label, Number
from llmextract.judge.rules.figures.counting import MOST_FIGURES
from llmextract.judge.rules.figures.fate import FATE_OF, fate_of
from llmextract.judge.rules.figures.governed import Governed, governed
from llmextract.judge.rules.figures.provisional import corrected, only_could_be
from llmextract.judge.rules.figures.toll import name_of
from llmextract.judge.rules.saying.attribution import is_labelled
from llmextract.judge.rules.setting.each_its_own import DEED
from llmextract.judge.spans import everywhere, shared_sentence, standing, stands_elsewhere, within
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, LeafNode, ListNode, Node
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Code, Span

_JOINT: Final = re.compile(r"[;:]\s|,\s|\b(?:and|but|while|whereas)\s")
# What a figure has of its own behind it: "in the first raid", "when gunmen came".
_OWN: Final = re.compile(r"\s(?:in|at|near|during|outside|inside|when|from)\s(?P<what>[^,;:“”\"]+)")
_OF_THEM: Final = re.compile(r"\s+of\s(?:them|whom|which|these|those)\b")
_WHEN: Final = re.compile(r"\swhen\s")
_ANOTHER: Final = re.compile(
    r"(?:the|an?)\s(?:first|second|third|other|another|latter|former|next|separate|same)\b|another\b"
)
# "[19] more bodies were found, bringing the toll to 212".
_MORE: Final = re.compile(r"\s(?:more|further|additional|new|others?)\b")
_MORE_BEFORE: Final = re.compile(
    r"\b(?:another|further|additional|new)\s(?:[a-z]+\s)?\Z", re.IGNORECASE
)
_BRINGS: Final = re.compile(
    r",?\s(?:bringing|raising|taking|pushing|lifting|which\s(?:brings|brought|raises|raised|takes|took))\s"
    r"[^;:“”\"]{0,120}?\b(?:toll|number|total|tally|count|dead|deaths)\b"
)
_LOSES: Final = grammar.words_of("lost lose loses losing")
_PART: Final = re.compile(r"\b(?:including|among\s(?:them|whom))\s(?:\w+\s){0,3}\Z")
_BREAK: Final = re.compile(r"[,;:]|\b(?:and|but|who|which|that|when|while)\b")


def keep_shares(evidence: Evidence, node: GroupNode, child: Node, anchor: Span) -> None:
    """Reject figures of a list that are those of another deed of their sentence, or of none."""
    for item in child.items if isinstance(child, ListNode) else ():
        for leaf, count in list(standing(item)):
            sentence = shared_sentence(evidence.article, anchor, count)
            if not isinstance(leaf.shape, Number) or sentence is None:
                continue
            label = _label_of(item)
            if len(figures_of(sentence.text)) > MOST_FIGURES:
                continue
            why = _why(node, sentence, (anchor, count), label)
            if why is not None and not stands_elsewhere(evidence, sentence, (count,)):
                leaf.refuse(Code.MISATTACHED, f"{count.exact!r} is {why}")


def _why(node: GroupNode, sentence: Sentence, spans: tuple[Span, Span], label: str) -> str | None:
    anchor, count = spans
    text = sentence.text
    held = [
        within(sentence, span) for leaf, span in standing(node) if isinstance(leaf.shape, Number)
    ]
    shown = [
        _unsettled(node, text, place, label) or of_another_share(text, event, place, label, held)
        for place in everywhere(sentence, count)
        for event in everywhere(sentence, anchor)
    ]
    return shown[0] if shown and all(shown) else None


def _unsettled(node: GroupNode, text: str, place: Range, label: str) -> str | None:
    """Why a figure is none that a record can be sure of."""
    if not is_labelled(node, ASSERTED):
        return None
    if (first := corrected(text, place)) is not None:
        return f"what was told at first: {first!r}"
    if label in NAMED and (could := only_could_be(text, place)) is not None:
        return f"what could be: {could!r}"
    return None


def of_another_share(
    sentence: str, event: Range, count: Range, label: str, held: Sequence[Range]
) -> str | None:
    """Why a figure is that of another deed than what happens; None where it may be its own.

    `held` are the figures that the record has as well: a part may stand beside its whole.
    """
    mentions = [m for m in figures_of(sentence) if m.counts]
    mine = next((m for m in mentions if touch((m.start, m.end), count)), None)
    if mine is None or touch(event, count) or label not in NAMED:
        return None
    return (
        _of_own_verb(sentence, event, mine, mentions, label, held)
        or _added(sentence, event, mine, mentions, held)
        or _parallel(sentence, event, mine, mentions, label)
    )


def _of_own_verb(
    sentence: str,
    event: Range,
    mine: QuantityMention,
    mentions: Sequence[QuantityMention],
    label: str,
    held: Sequence[Range],
) -> str | None:
    """The figure of what happens, where another verb tells mine: "a raid killed [ten]"."""
    found = governed(sentence, (mine.start, mine.end))
    if found is None or not _tells(found, label) or touch(found.at, event):
        return None
    if _PART.search(sentence, 0, mine.start) or _OF_THEM.match(sentence, mine.end):
        return None
    for other in mentions:
        place = other.start, other.end
        own = governed(sentence, place) if other is not mine else None
        if own is None or own.at == found.at or not _tells(own, label):
            continue
        if _has(sentence, own, event) and not any(touch(place, each) for each in held):
            return f"not {sentence[slice(*place)]!r}, which happened"
    return None


def _tells(found: Governed, label: str) -> bool:
    """Whether a verb that has a figure tells the fate of a label."""
    fate = FATE_OF.get(found.word, "killed" if found.word in _LOSES else "")
    return found.kind in ("subject", "object") and fate in NAMED[label]


def _has(sentence: str, found: Governed, event: Range) -> bool:
    """Whether what happens is the verb of a figure, or the deed right before it that does so."""
    if touch(found.at, event):
        return True
    if found.kind != "object" or not found.start <= event[0] < event[1] <= found.at[0]:
        return False
    between = sentence[event[1] : found.at[0]]
    return not _BREAK.search(between) and not grammar.has_verb(between)


def _alike(sentence: str, mention: QuantityMention, label: str) -> bool:
    """Whether nothing tells another fate of those whom a figure counts than a label."""
    fate = fate_of(sentence, mention.start, mention.end)
    return fate is None or fate.name in NAMED[label]


def _added(
    sentence: str,
    event: Range,
    mine: QuantityMention,
    mentions: Sequence[QuantityMention],
    held: Sequence[Range],
) -> str | None:
    """What a figure is added to, where that is what happens: "19 more, raising the toll"."""
    more = _MORE.match(sentence, mine.end) or _MORE_BEFORE.search(sentence, 0, mine.start)
    brings = _BRINGS.search(sentence, mine.end) if more is not None else None
    if more is None or brings is None or event[0] < brings.start():
        return None
    total = next((m for m in mentions if m.start >= brings.start()), None)
    if total is None or any(touch((total.start, total.end), each) for each in held):
        return None
    return f"added: {brings[0].strip(' ,')!r}"


def _parallel(
    sentence: str,
    event: Range,
    mine: QuantityMention,
    mentions: Sequence[QuantityMention],
    label: str,
) -> str | None:
    """The other figure that has what happens behind it, where each has its own."""
    parts = _parts(sentence, mentions)
    own = parts[mentions.index(mine)]
    for other, part in zip(mentions, parts, strict=True):
        if other is mine or not (part[0] <= event[0] < part[1]):
            continue
        if not _is_own(sentence, other.end, event) or not _same(sentence, other, mine, label):
            continue
        found = _OWN.search(sentence, mine.end, own[1])
        if found is None or not _is_told_first(sentence, other, mine):
            continue
        if _is_other_deed(found) or _has_own_verb(sentence, other, mine):
            return f"with {found[0].strip()!r}"
    return None


def _parts(sentence: str, mentions: Sequence[QuantityMention]) -> list[Range]:
    """The words about each figure, from what joins them to those before: ", and [two] in Oria"."""
    cuts = [0]
    for one, other in pairwise(mentions):
        joints = list(_JOINT.finditer(sentence, one.end, other.start))
        cuts.append(joints[-1].start() if joints else other.start)
    return list(zip(cuts, [*cuts[1:], len(sentence)], strict=True))


def _is_own(sentence: str, start: int, event: Range) -> bool:
    """Whether what happens is the first that words behind a figure are set in."""
    found = _OWN.search(sentence, start, event[1]) if start < event[0] else None
    if found is None or "," in sentence[start : event[0]]:
        return False
    between = grammar.tokenise(sentence[found.start("what") : event[0]]).words
    return grammar.PREPOSITIONS.isdisjoint(between)


def _same(sentence: str, one: QuantityMention, other: QuantityMention, label: str) -> bool:
    return _alike(sentence, one, label) and _alike(sentence, other, label)


def _is_told_first(sentence: str, one: QuantityMention, other: QuantityMention) -> bool:
    """Whether the first of two figures has a verb, so that the later one may leave it out."""
    first = min(one, other, key=lambda each: each.start)
    later = max(one, other, key=lambda each: each.start)
    if _OF_THEM.match(sentence, first.end):
        return True
    found = governed(sentence, (first.start, first.end))
    return found is not None and found.kind in ("subject", "object") and found.at[1] <= later.start


def _is_other_deed(found: re.Match[str]) -> bool:
    """Whether what a figure is set in is a deed, or one told by its number: "in the second"."""
    words = grammar.tokenise(found["what"]).words
    is_deed = any(DEED.match(word) for word in words)
    return is_deed or _WHEN.match(found[0]) is not None or _ANOTHER.match(found["what"]) is not None


def _has_own_verb(sentence: str, one: QuantityMention, other: QuantityMention) -> bool:
    """Whether each of two figures has a verb of its own that tells a fate."""
    found = [governed(sentence, (each.start, each.end)) for each in (one, other)]
    ats = [each.at for each in found if each is not None and each.kind in ("subject", "object")]
    fates = [each is not None and each.word in FATE_OF | {"lost": "killed"} for each in found]
    return len(ats) == len(found) and ats[0] != ats[1] and all(fates)


def _label_of(item: Node) -> str:
    """The name of the first label of an item, in small letters; empty where it has none."""
    leaves = item.children.values() if isinstance(item, GroupNode) else ()
    names = (
        name_of(leaf)
        for leaf in leaves
        if isinstance(leaf, LeafNode) and isinstance(leaf.shape, Label)
    )
    return next(filter(None, names), "")
