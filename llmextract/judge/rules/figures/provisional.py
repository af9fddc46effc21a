"""Figures that their sentence does not give for what happened.

One that was corrected since ("first said 16, revised to 13"), and one that a toll only could reach.
Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.judge.values import figures_of

_BACK: Final = 120
_SAY: Final = (
    r"(?:said|saying|put|reported|gave|given|counted|announced|estimated|spoken?|spoke|confirmed|stated"
    r"|told|claimed|listed)"
)
# "Police first said [16] had died", "the toll was initially put at 16".
_AT_FIRST: Final = re.compile(
    rf"\b(?:(?:initially|originally|at\sfirst|earlier|previously|first)\s(?:had\s)?(?:been\s)?{_SAY}"
    rf"|{_SAY}\s(?:initially|originally|at\sfirst|earlier|previously))\b[^;:“”\"]{{0,80}}\Z"
)
_SINCE: Final = re.compile(
    r"\b(?:revis|lower|rais|correct|updat|reduc|amend|cut|increas|chang|push)\w*\b[^;“”\"]{0,60}\bto\s"
)
# "The toll could reach [40]", "deaths may rise above [40]".
_COULD: Final = re.compile(
    r"\b(?:could|may|might|would|will|can)\s(?:\w+ly\s|still\s|yet\s|also\s|even\s|well\s)*"
    r"(?:reach|rise|climb|exceed|grow|increase|top|pass|go|surpass|hit|be\sas\shigh|be\shigher)\b"
    r"[^,;:“”\"]{0,30}\Z"
)
_TOLL: Final = re.compile(r"\b(?:toll|number|total|tally|count|figure|deaths?|dead|casualties)\b")


def corrected(sentence: str, count: Range) -> str | None:
    """What tells that a figure was given at first, where another took its place.

    >>> corrected("Roe first said 16 men died but later revised the toll to 13.", (15, 17))
    'first said'
    """
    first = _AT_FIRST.search(sentence, max(0, count[0] - _BACK), count[0])
    since = _SINCE.search(sentence, count[1]) if first is not None else None
    if first is None or since is None:
        return None
    is_other = any(m.counts and m.start >= since.start() for m in figures_of(sentence))
    return first[0].strip() if is_other else None


def only_could_be(sentence: str, count: Range) -> str | None:
    """What tells that a toll only may become that high: "could reach [40]"."""
    found = _COULD.search(sentence, max(0, count[0] - _BACK), count[0])
    if found is None or not _TOLL.search(sentence, max(0, found.start() - _BACK), found.start()):
        return None
    return found[0].strip()
