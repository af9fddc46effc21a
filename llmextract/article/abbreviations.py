"""Abbreviations that an article defines behind a name: "Dorva Liberation Front (DLF)"."""

import re
from collections.abc import Mapping

from llmextract.article.syntax.grammar import ARTICLES, CONJUNCTIONS, PREPOSITIONS

_SHORT = re.compile(r"(?<=[\w\"”’']) \((?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)")
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_PREFIX = re.compile(r"\b(?:[Aa]l|el|an|as|ad|ash)-(?=[A-Z])")
_SMALL = ARTICLES | CONJUNCTIONS | PREPOSITIONS
_LONGEST, _REACH = 8, 160


def abbreviations(text: str) -> Mapping[str, str]:
    """Each abbreviation that a text defines, and the name that it stands for.

    The letters are those that the words of the name begin with, small words aside or not. One that
    is defined in two ways is left out.
    """
    found: dict[str, set[str]] = {}
    for defined in _SHORT.finditer(text):
        name = _name_before(text, defined.start(), defined["short"])
        if name is not None:
            found.setdefault(defined["short"], set()).add(name)
    return {short: next(iter(names)) for short, names in found.items() if len(names) == 1}


def _name_before(text: str, end: int, short: str) -> str | None:
    """The shortest name that ends at an offset and begins its words with the letters of `short`."""
    low = max(0, end - _REACH, text.rfind("\n", 0, end) + 1)
    words = list(_WORD.finditer(text, low, end))[-_LONGEST:]
    for first in reversed(words[:-1]):
        name = text[first.start() : words[-1].end()]
        is_name = first[0].lower() not in _SMALL and not (first[0] + words[-1][0]).islower()
        if is_name and first[0][0].isupper() and short.upper() in _initials(name):
            return name
    return None


def _initials(name: str) -> tuple[str, str]:
    """The letters that the words of a name begin with, without its small words and with them."""
    words = [word for word in re.split(r"[\s-]+", _PREFIX.sub("", name)) if word]
    names = [word for word in words if word.lower() not in _SMALL]
    return "".join(word[0] for word in names).upper(), "".join(word[0] for word in words).upper()
