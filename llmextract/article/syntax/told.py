"""Whether a sentence tells something in the past as a fact, and what could still take it back.

"Rebels shelled Dorva on Sunday, yet nobody knew" has words of plans and of failure all over, but
what is told by a finite verb in the past is neither planned nor, without stronger words, undone.
"""

from itertools import pairwise
from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.governing import CLAIMS, THAT, Force
from llmextract.article.syntax.predication import UNDONE
from llmextract.article.syntax.saying import says

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
    " only too independent"
)
# A "no" denies its own noun, and what is told beside it only by these: "to no avail".
_NO_USE: Final = grammar.words_of(
    "avail success such truth effect longer result luck use way evidence basis good"
)
_HAPPENED: Final = grammar.words_of("happened occurred place")
_UNDOING: Final = UNDONE - _WEAK
# Before an object and a participle: "wants the hostages freed".
_WISHING: Final = grammar.words_of("want wants wanted wanting need needs needed ordered")
_LONGEST_OBJECT: Final = 5


def is_told(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] ends a finite verb in the past: "were killed", "rebels shelled".

    What governs it is not asked for.
    """
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(start, end)
    if touched is None or not grammar.is_past(tokens.words[touched[1]]):
        return False
    if says(tokens.words[touched[1]]):
        return False  # "announced", of what is to come
    place = touched[1] - 1
    while place >= 0 and (tokens.words[place] in _PAST or grammar.is_adverb(tokens.words[place])):
        place -= 1
    if any(word in _PAST for word in tokens.words[place + 1 : touched[1]]):
        return place < 0 or tokens.words[place] not in grammar.AUXILIARIES | {"to"}
    ends = touched[0] == touched[1] and place >= 0 and _ends_subject(tokens.words[place])
    return ends and not _is_wished(tokens.words, place)


def _is_wished(words: tuple[str, ...], place: int) -> bool:
    """Whether a participle follows what is wanted: "wants the hostages freed", "ordered freed"."""
    for at in range(place, max(-1, place - _LONGEST_OBJECT), -1):
        if words[at] in _WISHING:
            return True
        if not grammar.is_open(words[at]) and words[at] not in grammar.DETERMINERS:
            return False
    return False


def _ends_subject(word: str) -> bool:
    return grammar.is_open(word) or word in grammar.PRONOUNS


def may_be_open(sentence: str) -> bool:
    """Whether any word could leave open what a sentence tells."""
    found = _OPENING.intersection(grammar.tokenise(sentence).words)
    # "In May" is a month.
    return bool(found - {"may"}) or ("may" in found and " may " in sentence)


def may_be_undone(sentence: str, start: int, end: int, *, failed: bool) -> bool:
    """Whether any word of a sentence could take back what sentence[start:end] tells.

    Who "was shot" was not shot down by that, and a "but" alone may say that it `failed`, not that
    it is not so.
    """
    tokens = grammar.tokenise(sentence)
    first, last = tokens.covering(start, end) or (0, -1)
    found = [
        at for at, word in enumerate(tokens.words) if word in _UNDOING and (failed or word != "but")
    ]
    return any(
        not _denies_another(tokens.words, at, last)
        and (not first <= at <= last or tokens.words[at] != "shot")
        for at in found
    )


def _denies_another(words: tuple[str, ...], place: int, told: int) -> bool:
    """Whether a word is a "no" of something else: "attacked Dorva, but no one was hurt".

    One before what is told may be that of its subject: "no rebels who were there fled".
    """
    if words[place] not in ("no", "nobody") or not _NO_USE.isdisjoint(words[place + 1 : place + 2]):
        return False
    parted = place > told or ("and", "that") in pairwise(words[place:told])
    return parted and _HAPPENED.isdisjoint(words[place:])
