"""Whether the period of a figure is that of another one: "85 people since January, 20 last week".

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.judge.rules.setting.dating import times_in
from llmextract.judge.spans import evidence_of, within
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Code, Span

# What another figure is brought by, which has the period behind it.
_BRINGS: Final = re.compile(r"\b(?:bringing|raising|taking|adding|pushing)\b|,\s[\w,]+\sof\sthem\b")

# "Killed 16, one of the worst losses [this year]": the time of what it is the worst of.
_SUPERLATIVE: Final = re.compile(
    r",\s(?:[\w’'-]+\s){0,5}?(?:worst|deadliest|bloodiest|heaviest|biggest|largest|highest"
    r"|gravest|costliest)\s[^;:“”\"]{0,120}\Z"
)
_RELATIVE: Final = re.compile(r",?\s(?:in|during)\swhich\s")
_INCLUDING: Final = re.compile(r"\s*,?\s(?:including|among\sthem)\s(?:\w+\s){0,3}\Z")
_CLAUSE: Final = re.compile(r"[^,;:“”\"]*")


def keep_period(evidence: Evidence, leaf: LeafNode, count: Span) -> None:
    """Reject a period that another time, or another figure, parts from the figure beside it."""
    time = evidence_of(leaf)
    if time is None:
        return
    shown = _apart(evidence, count, time)
    if shown is not None:
        detail = f"{time.exact!r} is the time of another figure than {count.exact!r}: {shown!r}"
        leaf.refuse(Code.MISATTACHED, detail)


def _apart(evidence: Evidence, count: Span, time: Span) -> str | None:
    here, there = (evidence.article.line_at(span.start) for span in (count, time))
    if here is None or there is None or count.end > here.end or time.end > there.end:
        return None
    place = within(there, time)
    if here is not there:
        own = [each for each in figures_of(there.text) if not touch((each.start, each.end), place)]
        return there.text[own[0].start : own[0].end] if own else None
    return _between(here.text, within(here, count), place)


def _between(sentence: str, count: Range, time: Range) -> str | None:
    low, high = (count[1], time[0]) if count[1] <= time[0] else (time[1], count[0])
    brings = _BRINGS.search(sentence, low, high) if count[1] <= time[0] else None
    if brings is not None:
        return brings[0].strip(", ")
    if (of_other := _SUPERLATIVE.search(sentence, low, high)) is not None and count[1] <= time[0]:
        return of_other[0].strip(", ")
    if time[1] <= count[0] and (own := _of_main(sentence, count, time)) is not None:
        return own
    others = (each for each in times_in(sentence) if low <= each.start and each.end <= high)
    return next((sentence[each.start : each.end] for each in others), None)


def _of_main(sentence: str, count: Range, time: Range) -> str | None:
    """The figure before a time that is not that of one behind, which has its own or its own clause.

    "Charged 46 on Monday over a riot in which [two] died", "4,700 since 2014, and [12] on Monday".
    """
    whole = [m for m in figures_of(sentence) if m.counts and m.end <= time[0]]
    if not whole:
        return None
    clause = _CLAUSE.match(sentence, count[1])
    high = clause.end() if clause is not None else count[1]
    has_own = any(count[1] <= each.start and each.end <= high for each in times_in(sentence))
    is_part = _INCLUDING.fullmatch(sentence, time[1], count[0]) is not None and has_own
    if is_part or _RELATIVE.search(sentence, time[1], count[0]):
        return sentence[whole[-1].start : whole[-1].end]
    return None
