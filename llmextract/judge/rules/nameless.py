"""Words that name nobody and nothing, whatever they stand beside: "those", "Also", "via Telegram".

What these point at has a name somewhere else.
"""

import re
from collections.abc import Container
from typing import Final

from llmextract.article.syntax.grammar import OBJECT_PRONOUNS, PRONOUNS, tokenise, words_of
from llmextract.article.syntax.sorts import only_describes
from llmextract.judge.rules.nouns import head_of

_POINTING: Final = (
    PRONOUNS
    | OBJECT_PRONOUNS
    | words_of(
        """
        these those some others other another one ones none both all each either neither any many
        most several few more two three four five six seven eight nine ten first second latter
        former same such half half-dozen dozens of among from in them at least than
        """
    )
)
# Adverbs that open a sentence; those in "-ly" may be towns ("Sicily").
_OPENING: Final = words_of(
    """
    also however meanwhile moreover furthermore nevertheless nonetheless otherwise therefore thus
    hence then later earlier afterwards afterward soon now today yesterday tomorrow tonight again
    instead still yet perhaps besides elsewhere indeed likewise meantime once already even here
    there additionally finally recently previously separately similarly consequently subsequently
    reportedly allegedly apparently
    """
)
# Where somebody writes is no place.
_CHANNELS: Final = words_of(
    "twitter facebook instagram telegram whatsapp youtube tiktok reddit linkedin skype zoom online"
)
# Bodies that have no house of their own name, and what runs on behind a place.
_BODIES: Final = words_of(
    "coalition alliance army militia government regime force forces group faction insurgency troops"
    " crew squad team regiment brigade battalion movement opposition rebels fighters soldiers"
)
_RUNS_ON: Final = re.compile(r"\s(?P<word>since|because|although|while|said|says|added|told)\b")


def why_nameless(words: str, never: Container[str]) -> str | None:
    """Why words name nothing in a field that never holds some sorts; None where they may.

    >>> why_nameless("Of those", ("pronoun",))
    'points at others, and names nobody'
    """
    said = tokenise(words).words
    if not said or _OPENING.issuperset(said):
        return "names nobody and nothing"
    if only_describes(words):
        return "only describes, and names nothing"
    if "pronoun" in never and _POINTING.issuperset(said):
        return "points at others, and names nobody"
    if "people" not in never or "deed" not in never:
        return None
    if _CHANNELS.issuperset(said) or head_of(words) in _BODIES:
        return "is no place"
    behind = _RUNS_ON.search(words)
    return None if behind is None else f"runs on over {behind['word']!r}, which is no part of it"
