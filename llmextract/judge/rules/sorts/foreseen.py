"""What is only talked of, wished for or awaited: "in talks to sell it", "until it elects Hale"."""

import re
from typing import Final

from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    DEFINITE,
    UNCHANGED,
    has_verb,
    is_base,
    is_gerund,
    is_open,
    words_of,
)

_ADVERB: Final = r"(?:\w+ly\s|also\s)?"
# "Is in exclusive talks with Hale to [sell it]", "is interested in [buying it]".
_IN_TALKS: Final = re.compile(
    r"\bin\s(?:\w+\s){0,3}?(?P<talks>talks|negotiations|discussions)\s(?:with\s[^.,;:]{1,60}?\s)?to\s"
    + _ADVERB
    + r"\Z"
)
_TALKING: Final = words_of("discuss review address assess examine explore consider")
_INTERESTED: Final = re.compile(r"\b(?P<keen>interest(?:ed)?\sin|keen\son)\s" + _ADVERB + r"\Z")
# "Will lead it until parliament [elects a successor]": behind what is to come it is to come too.
_UNTIL: Final = re.compile(
    r"\b(?:will|would|shall|must|may|might|could|can|(?:is|are)\s(?:(?:due|set|expected|likely|about)\s)?to)"
    r"\s[^.;:]{1,120}\s(?P<until>until|till|once|as\ssoon\sas)\s"
    r"(?P<subject>(?:[\w’'-]+\s){0,4}?[\w’'-]+\s)\Z"
)
_ENDS: Final = re.compile(
    r"\W*\Z|\s(?:an?|the|his|her|its|their|him|them|it|this|that|in|on|at)\b|[.,;]"
)
# "Is not planning any [takeovers]".
NONE_PLANNED: Final = re.compile(
    r"\b(?P<shown>(?:not|never|n['’]t)\s(?:\w+ly\s)?(?:plan|planning|considering|contemplating|preparing))\s"
    r"(?:(?:any|an?|more|further|new|other|such)\s){1,2}(?:[\w-]+\s){0,2}\Z"
)


def foreseen(before: str, words: tuple[str, ...], behind: str) -> str | None:
    """The words that tell an event as talked of, wished for or awaited, or None.

    >>> foreseen("Norland is in talks with Hale to ", ("sell",), " it.")
    'in talks to'
    """
    return _in_talks(before, words) or _interested(before, words) or _awaited(before, words, behind)


def _in_talks(before: str, words: tuple[str, ...]) -> str | None:
    verb = words[0]
    if verb in _TALKING or not (is_base(verb) or verb in UNCHANGED):
        return None
    found = _IN_TALKS.search(before)
    return f"in {found['talks']} to" if found else None


def _interested(before: str, words: tuple[str, ...]) -> str | None:
    found = _INTERESTED.search(before) if is_gerund(words[0]) else None
    return found["keen"] if found else None


def _awaited(before: str, words: tuple[str, ...], behind: str) -> str | None:
    """The word that brings a verb of the present whose subject is one: "until Roe [leaves]"."""
    verb = words[0]
    if not (verb.endswith("s") and is_base(verb[:-1])) or words[1:] or verb in AUXILIARIES:
        return None
    found = _UNTIL.search(before) if _ENDS.match(behind) else None
    if found is None or has_verb(found["subject"]):
        return None
    head = found["subject"].split()[-1].lower()
    is_subject = not head.endswith("s") and head not in DEFINITE and is_open(head)
    return found["until"] if is_subject else None
