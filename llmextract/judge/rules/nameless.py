"""Words that name nobody and nothing, whatever they stand beside: "those", "Also", "via Telegram".

What these point at has a name somewhere else.
"""

import re
from collections.abc import Container
from typing import Final

from llmextract.article.syntax.grammar import (
    DETERMINERS,
    OBJECT_PRONOUNS,
    PRONOUNS,
    tokenise,
    words_of,
)
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
    instead still yet perhaps besides elsewhere indeed likewise meantime once already even
    additionally finally recently previously separately similarly consequently subsequently
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
# How things are, and nobody who does anything: "peace and stability".
_STATES: Final = words_of(
    "peace stability security prosperity unity democracy freedom liberty justice equality order"
    " calm harmony safety tranquility tranquillity dignity"
    " progress development growth reconciliation"
)
# Peoples, of whom one is with an "s": none of them is a place.
_PEOPLES: Final = re.compile(
    r"(?!Orleans\b)(?:[A-Z]\w+(?:ian|ean|can)s|Yazidis|Kurds|Arabs|Turks|Jews|Muslims|Christians|Sunnis"
    r"|Shiites|Alawites|Druzes|Iraqis|Israelis|Afghans|Pakistanis|Yemenis|Saudis|Germans|Romans"
    r"|Texans|Bangladeshis|Kuwaitis|Qataris|Omanis|Emiratis|Somalis|Uzbeks|Tajiks|Kazakhs|Uighurs"
    r"|Uyghurs|Serbs|Croats|Czechs|Slovaks|Poles|Danes|Swedes|Finns|Greeks|Thais|Filipinos|Hutus"
    r"|Tutsis|Houthis)"
)
# Deeds that many do together: "the liberation campaign", but "the election campaign said".
_CAMPAIGN: Final = re.compile(
    r"(?:.*\s)?(?!(?:re-?)?election\b)(?:[a-z-]+(?:tion|ing)|air|military|war|terror|terrorist|smear"
    r"|bomb|guerrilla|insurgent)\s+campaigns?"
)
_RUNS_ON: Final = re.compile(r"\s(?P<word>since|because|although|while|said|says|added|told)\b")


def names_state(words: str) -> bool:
    """Whether words only say how things are: "peace and stability"; security may act."""
    said = [word for word in tokenise(words).words if word not in DETERMINERS]
    return "and" in said and (_STATES | {"and", "lasting", "greater"}).issuperset(said)


def why_nameless(words: str, never: Container[str]) -> str | None:
    """Why words name nothing in a field that never holds some sorts; None where they may.

    >>> why_nameless("Of those", ("pronoun",))
    'points at others, and names nobody'
    """
    said = tokenise(words).words
    if only_describes(words):
        return "only describes, and names nothing"
    if not said or _OPENING.issuperset(said):
        return "names nobody and nothing"
    is_there = "people" in never and said == ("there",)
    if "pronoun" in never and _POINTING.issuperset(said) and not is_there:
        return "points at others, and names nobody"
    if names_state(words) or ("deed" in never and _CAMPAIGN.fullmatch(words)):
        return "is no name of anybody, nor of a place"
    if "people" not in never or "deed" not in never:
        return None
    head = head_of(words)
    if _CHANNELS.issuperset(said) or head in _BODIES or _PEOPLES.fullmatch(head):
        return "is no place"
    behind = _RUNS_ON.search(words)
    return None if behind is None else f"runs on over {behind['word']!r}, which is no part of it"
