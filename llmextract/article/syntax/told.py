"""Whether a sentence tells something in the past as a fact, and what could still take it back.

"Rebels shelled Dorva on Sunday, yet nobody knew" has words of plans and of failure all over, but
what is told by a finite verb in the past is neither planned nor, without stronger words, undone.
"""

from itertools import pairwise
from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.governing import (
    CLAIMS,
    DEMANDED_OBJECT,
    GERUND,
    INTENDED_OBJECT,
    THAT,
    TO,
    Force,
)
from llmextract.article.syntax.predication import UNDONE, only_counts
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import names_people
from llmextract.article.times.words import UNITS

_PAST: Final = grammar.words_of("was were had has have been")
# Leave open what is told: "if", "could", "apparently", "it is feared that".
_OPENING: Final = (
    grammar.MODALS
    | grammar.CONDITIONS
    | CLAIMS
    | {word for word, force in THAT.items() if force is not Force.NEGATION}
    | grammar.inflected(
        "believe suspect think suppose presume assume allege suggest claim ask know wonder"
        " =thought =knew =known"
    )
    | grammar.words_of(
        "? though perhaps maybe possibly probably presumably likely potentially apparently"
        " seemingly reportedly allegedly purportedly supposedly unclear uncertain unconfirmed"
        " unverified unknown alleged suspected rumoured rumored seem seems seemed appear"
        " appears appeared 'd"
    )
)
# They only stand in a sentence of which something else is denied.
_WEAK: Final = grammar.inflected(
    "end rule miss drop* neglect ignore destroy delay attempt"
) | grammar.words_of(
    "yet however despite although though before short fell broke broken cut cuts cutting"
    " only too independent innocent"
)
# What they do is done, though it may undo something else.
_DEEDS: Final = grammar.inflected("destroy cut resist") | grammar.words_of(
    "shot beat beaten fought held broke broken lost down off back"
)
# Verbs by which another thing is only begun, or is not: "planned a raid", "stopped shelling".
_BRINGS_MORE: Final = (
    frozenset(TO) | frozenset(GERUND) | DEMANDED_OBJECT | INTENDED_OBJECT | (UNDONE - _DEEDS)
)
_OFF: Final = grammar.words_of("set sets setting went goes sealed cordoned cut took blew")
_DECIDED: Final = grammar.words_of("decided decide voted vote ruled advised turned")
# A "no" denies its own noun, and what is told beside it only by these: "to no avail".
_NO_USE: Final = grammar.words_of(
    "avail success such truth effect longer result luck use way evidence basis good"
)
_HAVE: Final = grammar.words_of("has had have")
_HARMED: Final = grammar.words_of(
    "killed wounded injured destroyed damaged shattered rocked shook sparked caused left hit"
    " happened occurred erupted"
)
_HAPPENED: Final = grammar.words_of("happened occurred place")
_UNDOING: Final = UNDONE - _WEAK
# Before an object and a participle: "wants the hostages freed".
_WISHING: Final = grammar.words_of("want wants wanted wanting need needs needed ordered")
_LONGEST_OBJECT: Final = 5


def is_told(sentence: str, start: int, end: int) -> bool:
    """Whether a finite verb in the past tells sentence[start:end]: "were killed", "rebels shelled".

    It may have more behind it ("shot dead", "launched an attack"), or stand behind what it tells
    ("the blast killed 12"). What governs it is not asked for.
    """
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(start, end)
    if touched is None:
        return False
    words = tokens.words
    verb = _verb_of(words, *touched)
    if verb is None:
        return _does_harm(words, touched[1])
    place = verb - 1
    while place >= 0 and (words[place] in _PAST or _is_between(words, place)):
        place -= 1
    if any(word in _PAST for word in words[place + 1 : verb]):
        return place < 0 or words[place] not in grammar.AUXILIARIES | {"to"}
    ends = place >= 0 and _ends_subject(words[place])
    return ends and place < touched[0] and not _is_wished(words, place)


def _is_between(words: tuple[str, ...], place: int) -> bool:
    """Whether a word is an adverb, as "since" is in "have since died"."""
    is_since = words[place] == "since" and place > 0 and words[place - 1] in _HAVE
    return is_since or grammar.is_adverb(words[place])


def _verb_of(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The last word of some, or the verb that opens them, where it is a past form by itself."""
    if grammar.is_past(words[last]):
        # "Announced", of what is to come.
        return None if says(words[last]) else last
    verb = first
    while verb < last and (words[verb] in _PAST or grammar.is_adverb(words[verb])):
        verb += 1
    alone = grammar.is_past(words[verb]) and "to" not in words[verb:last]
    return None if not alone or words[verb] in _BRINGS_MORE or says(words[verb]) else verb


def _does_harm(words: tuple[str, ...], last: int) -> bool:
    """Whether a noun is followed by a verb of what only real things do: "the blast has killed"."""
    place = last + 1
    while place < len(words) and (words[place] in _HAVE or grammar.is_adverb(words[place])):
        place += 1
    behind = words[place : place + 2]
    return behind[:1] != () and (behind[0] in _HARMED or behind == ("took", "place"))


def _is_wished(words: tuple[str, ...], place: int) -> bool:
    """Whether a participle follows what is wanted: "wants the hostages freed", "ordered freed"."""
    for at in range(place, max(-1, place - _LONGEST_OBJECT), -1):
        if words[at] in _WISHING:
            return True
        if not grammar.is_open(words[at]) and words[at] not in grammar.DETERMINERS:
            return False
    return False


def _ends_subject(word: str) -> bool:
    return grammar.is_open(word) or word in grammar.PRONOUNS or word == "and"


def may_be_open(sentence: str) -> bool:
    """Whether any word could leave open what a sentence tells.

    Not of whom "the suspect" or "alleged gunmen" are: that they may be others leaves the deed.
    """
    words = grammar.tokenise(sentence).words
    found = {
        word
        for at, word in enumerate(words)
        if word in _OPENING
        and not (word == "suspect" and at and words[at - 1] in grammar.DETERMINERS)
        and not (word == "alleged" and names_people(" ".join(words[at + 1 : at + 2])))
    }
    # "In May" is a month.
    return bool(found - {"may"}) or ("may" in found and " may " in sentence)


def may_be_undone(sentence: str, start: int, end: int, *, failed: bool) -> bool:
    """Whether any word of a sentence could take back what sentence[start:end] tells.

    What is "destroyed" or "shot" is not undone by that very word, but what is "attempted" may be.
    A "but" alone may say that it `failed`, not that it is not so.
    """
    tokens = grammar.tokenise(sentence)
    words = tokens.words
    first, last = tokens.covering(start, end) or (0, -1)
    if not (UNDONE - _DEEDS).isdisjoint(words[first : last + 1]):
        return True
    found = [
        at
        for at, word in enumerate(words)
        if word in _UNDOING and not first <= at <= last and (failed or word != "but")
    ]
    return any(not _denies_another(words, at, last) and not _is_idle(words, at) for at in found)


def _is_idle(words: tuple[str, ...], place: int) -> bool:
    """Whether a word that may deny only stands there: "a few hours", "less than", "against it"."""
    if only_counts(words, place):
        return True
    before, behind = words[place - 1] if place else "", words[place + 1 : place + 5]
    match words[place]:
        case "few":
            return not UNITS.keys().isdisjoint(behind[:1])
        case "stop":
            return before in grammar.ARTICLES
        case "off":
            return before in _OFF
        case "decline" | "declines":
            return behind[:1] != ("to",)
        case "shot":
            return "down" not in behind
        case "against":
            return not says(before) and before not in _DECIDED
        case _:
            return False


def _denies_another(words: tuple[str, ...], place: int, told: int) -> bool:
    """Whether a word is a "no" of something else: "attacked Dorva, but no one was hurt".

    One before what is told may be that of its subject: "no rebels who were there fled".
    """
    if words[place] not in ("no", "nobody") or not _NO_USE.isdisjoint(words[place + 1 : place + 2]):
        return False
    parted = place > told or ("and", "that") in pairwise(words[place:told])
    return parted and _HAPPENED.isdisjoint(words[place:])
