"""Whether words are plainly told as done, so that no label of plans or denial is theirs."""

import re
from typing import Final

from llmextract.article.syntax.governors import governors
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    NOT,
    inflected,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.predication import undone
from llmextract.article.syntax.told import may_be_open, may_be_undone
from llmextract.article.syntax.unsettled import unsettled
from llmextract.ask.realis import UNREAL
from llmextract.judge.rules.sorts.other_clauses import without_others
from llmextract.judge.rules.sorts.past import (
    halted_verb,
    is_act,
    is_told_as_past,
    own_clause,
    settled,
)
from llmextract.judge.spans import in_sentence
from llmextract.judge.support import Evidence
from llmextract.judge.verdict import Span

FAILED: Final = words_of("failed unsuccessful prevented")
_BRACKETS: Final = re.compile(r"[\[(][^\[\]()]*[\])]")
# "Roe claims to have captured it" tells it as "captured" does.
_CLAIMED: Final = re.compile(
    r"\b(?:claims?|claimed|said|reported|known|understood|reportedly|is|are)\s+to\s+have\s+"
    r"(?:been\s+)?(?:\w+ly\s+)?\Z"
)
# Words of failure that take nothing back from a fact beside them: "however", "far away", "held".
_IDLE: Final = inflected(
    "repel* repulse rebuff resist withstand collapse hinder hamper push fend neutralize neutralise"
    " down struggle cut spare survive suspend interrupt delay destroy push end rule miss drop*"
) | words_of(
    "however yet despite although though before away off back out shot beat beaten fought lost"
    " lose broke broken cut held fell only too"
)
# Behind what is told they deny something else, or say what did not come of it.
_BEHIND: Final = words_of("without nor instead rather")
_BREAKING: Final = words_of(
    "but and ; because while when where which who as although though whereas since"
)
# Past forms that no participle has, and those of verbs that take no object.
_NO_PARTICIPLES: Final = words_of(
    """
    took went gave fell began flew drove saw came withdrew ran spoke wrote swore broke chose overran
    overthrew retook rose shook sank stole threw tore did became knew resigned died arrived happened
    appeared disappeared collapsed exploded returned escaped departed voted marched protested
    """
)
_WHO: Final = re.compile(r",\s(?:who|which|whose|where)\b[^;]{0,200},\s*\Z")
# What is told by them itself ends something, and is done all the same.
_ENDS_OTHER: Final = words_of(
    "defused suspended escaped intercepted repelled repulsed abandoned survived neutralized"
    " neutralised ended banned foiled thwarted stopped halted blocked prevented"
)
_KEEPING: Final = words_of("keep keeps kept keeping")
_TRUE: Final = words_of("true so case happen happened occur occurred place materialise materialize")


def is_done(evidence: Evidence, span: Span, name: str) -> bool:
    """Whether words are told as a fact of the past, which no plan or failure of this name is."""
    text, start, end = in_sentence(evidence.article, span)
    claimed = _CLAIMED.search(text, 0, start) and is_past(text[start:end].split()[0].lower())
    behind_aside = _is_told_behind_aside(text, start, end)
    if not (claimed or behind_aside or is_told_as_past(text, start, end, name)):
        return False
    if name in UNREAL:
        open_elsewhere = _is_unsettled(text, start, end) or may_be_open(text)
        if open_elsewhere:
            shown = without_others(text, start, end)
            before = _WHO.sub(" ", shown[:start]) if behind_aside else own_clause(shown, start)
            open_elsewhere = _may_be_planned(text, before, (start, end))
    else:
        low = span.start - start
        cited, high = evidence.article.text, low + len(text)
        own = _own_part(*_without_own_end(without_others(text, start, end), start, end))
        failed = name in FAILED
        open_elsewhere = may_be_undone(*(own if failed else _without_idle(*own)), failed=failed)
        open_elsewhere = open_elsewhere or any(
            undone(cited[a : min(b, low)]) or undone(cited[max(a, high) : b])
            for a, b in evidence.cited
        )
    return not open_elsewhere and not governors(text, start, end)


def _is_told_behind_aside(text: str, start: int, end: int) -> bool:
    """Whether a past form that is no participle stands behind a comma: "Roe, 63, resigned"."""
    words = tokenise(text[start:end]).words[:1]
    return text[:start].rstrip().endswith(",") and not _NO_PARTICIPLES.isdisjoint(words)


def _may_be_planned(text: str, before: str, told: tuple[int, int]) -> bool:
    """Whether any word could make a plan of what a past form tells: none behind it alone can.

    "Norland, which closed the port in May, said it would open it again" has closed it.
    """
    before = settled(before)
    is_open = "?" in text or _is_unsettled(text, *told)
    return is_open or unsettled(before) or may_be_open(before)


def _is_unsettled(text: str, start: int, end: int) -> bool:
    return unsettled(text[start:end]) and not is_act(text, start, end)


def _without_own_end(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence with another verb for one that itself ends something: bombs that are "defused"."""
    own = end if (halted := halted_verb(text[start:end])) is None else start + halted
    words = tokenise(text[start:own]).words
    if not words or words[-1] not in _ENDS_OTHER or not AUXILIARIES.issuperset(words[:-1]):
        return text, start, end
    at = own - len(words[-1])
    return text[:at] + "met".ljust(own - at) + text[own:], start, end


def _own_part(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence without its other brackets, and no further than the next semicolons."""
    text = _BRACKETS.sub(
        lambda aside: (
            aside[0] if aside.start() < end and start < aside.end() else " " * len(aside[0])
        ),
        text,
    )
    low, high = text.rfind(";", 0, start) + 1, text.find(";", end)
    return text[low : high if high >= 0 else None], start - low, end - low


def _without_idle(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence without the words that do not deny text[start:end], however they look."""
    tokens = tokenise(text)
    words, last = tokens.words, len(tokens.words)
    told = next((at for at, low in enumerate(tokens.starts) if low >= end), last)
    parted = next((at for at in range(told, last) if words[at] in _BREAKING), last)
    kept = max((at for at in range(last) if words[at] == "from"), default=-1)
    shown = list(text)
    for at, (low, high) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
        if low < end and start < high:
            continue
        if words[at] in _KEEPING:
            is_idle = kept < at
        elif words[at] in NOT:
            own = at > parted and words[at - 1] in AUXILIARIES
            is_idle = own and _TRUE.isdisjoint(words[at + 1 : at + 4])
        else:
            is_idle = _is_idle(words, at) or (at >= told and words[at] in _BEHIND)
        if is_idle:
            shown[low:high] = " " * (high - low)
    return "".join(shown), start, end


def _is_idle(words: tuple[str, ...], at: int) -> bool:
    if words[at] == "yet":
        return words[at + 1 : at + 2] != ("to",)
    return words[at] in _IDLE
