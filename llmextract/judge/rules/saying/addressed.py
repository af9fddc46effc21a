"""To whom something is told, taken for what is said: "told Roe [that it fell]"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import has_verb

_TELLS: Final = re.compile(r"\b(?:told|tells?|telling|informed|assured|reminded|notified)\Z")
# A name, or those to whom much is told.
_WHOM: Final = re.compile(
    r"(?:the\s)?(?:[A-Z][\w’'.&-]*)(?:\s[A-Z][\w’'.&-]*){0,5}"
    r"|(?:(?:the|a|some|local|foreign|several|state)\s)*(?:reporters?|journalists?|newsmen"
    r"|correspondents?|lawmakers|parliament|police|investigators|supporters|residents|him|her|them"
    r"|me|us)"
)
_WHOM_THAT: Final = re.compile(
    r"\s+(?!that\b)(?:[\w’'&-]+(?:\.(?=\s[A-Z]))?[\"“”]?\s+[\"“]?(?!that\b)){0,9}?[\w’'&-]+[.\"”]?\s+"
    r"that\s+(?=[\"“A-Z]|(?:he|she|it|they|we|I|you|there|the|an?|his|her|its|their|no|nobody|all"
    r"|some|many|most|one)\b)"
)
_LOOK_BACK: Final = 80


def is_addressee(text: str, cue: Range, said: Range) -> bool:
    """Whether words for what is said begin with whom it is told: "told [Roe that it fell]"."""
    clause = told_clause(text, cue)
    if clause is not None:
        return cue[1] <= said[0] < clause - len("that ")
    words = text[slice(*said)]
    told = _TELLS.search(text, *cue) and text[cue[1] : said[0]].isspace()
    return bool(told and _WHOM.fullmatch(words) and not has_verb(words))


def told_clause(text: str, cue: Range) -> int | None:
    """Where the clause begins that somebody is told: "it" of "told Roe that it fell"."""
    if not _TELLS.search(text, *cue):
        return None
    found = _WHOM_THAT.match(text, cue[1], cue[1] + _LOOK_BACK)
    return found.end() if found is not None else None
