"""Who speaks where another hands it on: "Roe quoted Hale as saying", "Roe met Hale, who said".

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch

_AS: Final = re.compile(
    r"\b(?P<was>(?:was|were|is|are|been|being)\s)?(?:\w+ly\s)?(?:quot|cit)(?:ed|es?|ing)\s"
    r"(?P<who>[^,;:“”\"]{0,60}?)\s?as\s(?:having\s)?\Z"
)
_WHO: Final = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}),\swho\s(?:(?:has|have|had|also|\w+ly)\s){0,2}\Z"
)
_BACK: Final = 120


def handed_on(sentence: str, words: Range, cue: Range) -> str | None:
    """Who says so by the words before a cue, where that is not whom these words name; or None.

    >>> handed_on("Roe quoted Hale as saying it fell.", (0, 3), (19, 25))
    'Hale'
    """
    low = max(0, cue[0] - _BACK)
    quoted = _AS.search(sentence, low, cue[0])
    if quoted is not None:
        who = quoted.span("who")
        is_within = who[0] <= words[0] and words[1] <= who[1]
        if quoted["was"]:
            return quoted[0].strip() if is_within and quoted["who"].startswith("by ") else None
        return quoted["who"] if quoted["who"] and not is_within and words[1] <= who[0] else None
    told = _WHO.search(sentence, low, cue[0])
    if told is None or words[1] > told.start("name") or touch(words, told.span("name")):
        return None
    if sentence.startswith(",", words[1]):
        return None  # "Roe, owner of a mill in Dorva, who said"
    return told["name"]
