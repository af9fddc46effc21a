"""Pieces of patterns: what stands before a noun, between a subject and its verb, or in a name."""

import re
from typing import Final

WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
WORD_OR_MARK: Final = re.compile(rf"{WORD.pattern}|[^\s\w]")
ARTICLE: Final = r"(?:(?:the|an?)\s+)?"
IS: Final = r"(?:is|are|was|were|been|be|being)"
# Behind the white space after a subject.
BETWEEN: Final = r"(?:(?:has|have|had|also|then|later|now|still|once|further|again|\w+ly)\s+)*"
YEARS: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# Stand small in the midst of a name: "Roe al-Hale", "van der Roe".
OF_NAMES: Final = "al|el|an|bin|ibn|van|von|de|der|di|da|du|la"
# Before a name, with a full stop.
ABBREVIATED: Final = "Mr|Mrs|Ms|Dr|Rep|Sen|Gov|Gen|Col|Capt|Lt|Maj|Sgt"
# Bring what is told behind whom it is told to.
TELLING: Final = "told|tells?|informed|assured|reminded|warned"
# An office behind a name that no comma closes: "Roe, head of Dorva Central Bank" of "... said".
UNCLOSED_OFFICE: Final = re.compile(
    r",\s(?:the\s|an?\s)?(?:[a-z][\w’'-]*\s){1,4}?(?:of|for|at|in|with)\s(?:the\s)?"
    r"(?:[A-Z][\w.’'&-]*\s){1,7}"
)
