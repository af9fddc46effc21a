"""Which of two figures that are held against each other is the anchor's.

Of "a loss of $2 million, compared with a profit of $5 million" the five are the profit's, which
stands in the comparison's own phrase, and the two are not. Offsets are half-open code points in a
sentence.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.judge.rules.figures.compared import compared

# "Missing the [$4 million] target": what something was to be.
_TARGET: Final = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:target|forecast|goal|estimate|projection|prediction|expectation"
    r"|guidance|consensus|threshold|quota|limit|ceiling|benchmark|record)s?\b"
)
_SUM: Final = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){0,4}\Z")
_OWN: Final = re.compile(r"\b(?P<noun>[a-z]+)\s+of\s+(?:[a-z]+\s+){0,3}\Z")
_OF_GROUP: Final = re.compile(r"\s+(?:of|in|on|for|among|at|from)\s+(?:[\w’'-]+\s+){0,3}\Z")
_LONGEST: Final = 60


def of_comparison(
    sentence: str, anchor: Range, count: Range, rivals: Sequence[Range]
) -> str | None:
    """What holds a figure against one before it, or names it as a target; None where it may stand.

    Or what holds a later one, which is the anchor's, against this one.
    """
    target = _TARGET.match(sentence, count[1])
    if target is not None and not touch(target.span(), anchor):
        before = any(anchor[1] <= rival[0] < rival[1] <= count[0] for rival in rivals)
        return target[0].strip() if before else None
    found = compared(sentence, count)
    if found and any(rival[1] <= count[0] for rival in rivals):
        return None if _is_its_own(sentence, anchor, count, found) else found
    return _of_later(sentence, anchor, count, rivals)


def _of_later(sentence: str, anchor: Range, count: Range, rivals: Sequence[Range]) -> str | None:
    """The comparison behind a figure, where the anchor stands in it and another noun with it."""
    own = _OWN.search(sentence, max(0, count[0] - _LONGEST), count[0])
    for rival in rivals:
        found = (
            compared(sentence, rival) if count[1] <= rival[0] <= count[1] + 2 * _LONGEST else None
        )
        if not found or not _is_its_own(sentence, anchor, rival, found):
            continue
        if anchor[0] >= rival[1] or own is not None:
            return found
    return None


def _is_its_own(sentence: str, anchor: Range, count: Range, against: str) -> bool:
    """Whether words stand in the phrase of a comparison alone, as what its figure is of.

    "Profit" of "compared with a profit of 5", "those on leave" of "against 5 percent of those on
    leave".
    """
    words = sentence[slice(*anchor)]
    if len(re.findall(rf"\b{re.escape(words)}\b", sentence, re.IGNORECASE)) != 1:
        return False
    start = sentence.rfind(against, 0, count[0])
    if start <= anchor[0] < count[0]:
        return _SUM.fullmatch(sentence, anchor[1], count[0]) is not None
    verb = grammar.tokenise(words.lower()).words[:1]
    is_verb = any(grammar.is_past(word) or word in clausal.FINITE for word in verb)
    return not is_verb and _OF_GROUP.fullmatch(sentence, count[1], anchor[0]) is not None
