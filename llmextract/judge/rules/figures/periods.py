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
    others = (each for each in times_in(sentence) if low <= each.start and each.end <= high)
    return next((sentence[each.start : each.end] for each in others), None)
