"""Whether words are told as going on: "is shelling Dorva", "has been holding them".

What the verb group of the words themselves tells in the progressive of the present, or of the
perfect, has not ended. That of the past leaves it open, and so does a plain present.
"""

import re
from typing import Final, NamedTuple

from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    MODALS,
    NOT,
    PREPOSITIONS,
    QUOTES,
    SUBJECTS,
    is_adverb,
    is_base,
    is_gerund,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.times.words import WEEKDAYS

_PRESENT: Final = words_of("is are am 're 'm")
_PERFECT: Final = words_of("has have 've")
_SHORT: Final = SUBJECTS | words_of("that there who which what")
# "One cause is flooding", "the aim is taking Dorva": what something is, not what it does.
_WHAT: Final = words_of(
    "cause causes reason reasons result results problem problems concern concerns issue issues"
    " threat threats goal aim purpose exception focus priority task job challenge worst first"
    " second next last danger risk fear worry alternative option answer offence offense crime"
    " charge this that one another other"
)
_STATES: Final = words_of("missing willing interesting outstanding upcoming forthcoming according")
# Verbs that only carry out what their object names: "is providing military support".
_CARRYING: Final = words_of(
    "providing giving offering conducting carrying waging mounting staging launching leading"
    " receiving continuing supplying delivering"
)
# And those that are done with one: "is supporting it with airstrikes".
_WITH_FORCE: Final = words_of(
    "supporting backing helping aiding assisting pounding hitting striking attacking bombarding"
    " bombing shelling targeting pressing battering besieging reinforcing retaliating responding"
    " answering continuing"
)
_THOUGHT: Final = words_of(
    "said believed thought reported known understood rumoured rumored alleged feared"
)
_ENGAGED: Final = words_of("engaged locked embroiled involved entangled")
_IN_TOUCH: Final = words_of(
    "contact touch communication talks negotiations dialogue consultations discussions"
)
_BEFORE_NOUN: Final = 5
_KEEPS: Final = words_of("keeps continues")
_ONGOING: Final = words_of("ongoing on-going")
_PAST_BE: Final = words_of("was were been")
# Before "continue" they make it no plain present: "to continue", "will continue".
_NO_FINITE: Final = AUXILIARIES | NOT | CONJUNCTIONS | PREPOSITIONS | words_of("to let")
_TO_COME: Final = frozenset(WEEKDAYS) | words_of("tomorrow next soon later tonight shortly")
_NEAR: Final = 9
_GOES_ON: Final = (
    r"\s+(?P<shown>(?:(?:is|are|remains?|(?:has|have)\s+been)\s+(?:still\s+|currently\s+|now\s+|also\s+"
    r"|reportedly\s+)?(?:taking\s+place|going\s+on|ongoing|under\s?way|in\s+progress|raging|continuing"
    r"|unfolding|intensifying|escalating|spreading)|continues?))\b"
)
_BEHIND: Final = re.compile(
    r"(?:\s+(?:of|on|at|in|against|between|by|for|from|to|with|near|around|over|across|along)\s+"
    rf"[^.,;:]{{1,90}}?)?{_GOES_ON}"
)
_INSIDE: Final = re.compile(_GOES_ON + r"\Z")
# "Let talks continue".
_BARE: Final = re.compile(
    r"\b(?:lets?|letting|sees?|saw|seen|watch(?:ed)?|helps?|helped|makes?|made|have|had|should|did|does"
    r"|do|will|would|could|may|might|must|can)\s+(?:[\w’'-]+\s+){0,3}\Z"
)
_LOOK_BACK: Final = 60
_OTHER_VERB: Final = re.compile(r"\b(?:who|which|that|while|as|where|when|and|but)\b")


class Going(NamedTuple):
    """The words that tell that something goes on, and whether it surely does so now."""

    words: str
    is_sure: bool


def going_on(text: str, start: int, end: int) -> Going | None:
    """The words of the sentence by which text[start:end] goes on, or None.

    >>> going_on("Norland is shelling Dorva.", 11, 19)
    Going(words='is shelling', is_sure=True)
    """
    tokens = tokenise(text)
    touched = tokens.covering(start, end)
    if touched is None:
        return None
    words, (first, last) = tokens.words, touched
    found = _group(words, first, last) or _carried(words, first, last)
    if found is not None:
        low, high = found
        soon = not _TO_COME.isdisjoint(words[high + 1 : max(high, last) + _NEAR])
        return Going(text[tokens.starts[low] : tokens.ends[high]], not soon)
    behind = _INSIDE.search(text[start:end])
    if behind is None and words[last] not in AUXILIARIES:
        verbal = any(map(is_past, words[first : last + 1]))
        behind = None if verbal else _BEHIND.match(text, end)
    if behind is None or _OTHER_VERB.search(behind[0]):
        return None
    is_base_form = behind["shown"] == "continue"
    if is_base_form and _BARE.search(text, max(0, start - _LOOK_BACK), start):
        return None
    return Going(behind["shown"], is_sure=True)


def _group(words: tuple[str, ...], first: int, last: int) -> tuple[int, int] | None:
    """The first and last word of the verb group of some words, where it tells them as going on."""
    verb = first
    while verb < last and (words[verb] in AUXILIARIES or _between(words[verb])):
        verb += 1
    word = words[verb]
    if word in _ONGOING and words[verb - 1] not in _PAST_BE:
        return verb, verb
    if word in _KEEPS and words[verb - 1] not in NOT | {"longer"}:
        return verb, verb
    if verb and (word, first) == ("continue", verb) and words[verb - 1] not in _NO_FINITE:
        return verb, verb
    if (still := _still(words, first, verb)) is not None:
        return still, verb
    low = _left(words, verb)
    if words[low] in _KEEPS | {"to"}:
        low = _left(words, low) if words[low] == "to" else low
        is_kept = words[low] in _KEEPS and (is_gerund(word) or words[low + 1] == "to")
        return (low, verb) if is_kept else None
    if words[low] == "and" and is_gerund(word) and is_gerund(words[low - 1]):
        verb, low = low - 1, _left(words, low - 1)
    progressive = _progressive(words, low, verb)
    return None if progressive is None else (progressive, verb)


def _still(words: tuple[str, ...], first: int, verb: int) -> int | None:
    """Where "still" stands right before a verb of the present: "still controls Dorva"."""
    at = verb - 1
    if at < 1 or words[at] != "still" or words[at - 1] in _NO_FINITE | MODALS | {",", "that"}:
        return None
    word = words[verb]
    is_told = first <= at or is_base(word) or is_base(word.removesuffix("s"))
    return at if is_told and not is_past(word) and not is_gerund(word) else None


def _left(words: tuple[str, ...], place: int) -> int:
    """The place before a word, adverbs and quotation marks left out; 0 where there is none."""
    place -= 1
    while place > 0 and _between(words[place]):
        place -= 1
    return max(place, 0)


def _between(word: str) -> bool:
    return word in QUOTES or (is_adverb(word) and word not in NOT)


def _progressive(words: tuple[str, ...], low: int, verb: int) -> int | None:
    """Where the auxiliary of the present stands before a verb in -ing, or a passive "being"."""
    word = words[verb]
    if words[low] == "being" and (is_past(word) or word.endswith("en")):
        low = _left(words, low)
    elif not is_gerund(word) or word in _STATES:
        return None
    if words[low] == "be" and words[max(low - 1, 0)] == "to":
        low = _left(words, low - 1)  # "are believed to be holding them"
        low = _left(words, low) if words[low] in _THOUGHT else low
    elif words[low] == "been":
        low = _left(words, low)
        return low if words[low] in _PERFECT else None
    if words[low] == "'s" and low and words[low - 1] in _SHORT:
        return low
    if words[low] not in _PRESENT or words[max(low - 1, 0)] in _WHAT:
        return None
    return low


def _carried(words: tuple[str, ...], first: int, last: int) -> tuple[int, int] | None:
    """The verb that carries out a noun right behind it: "is providing military support"."""
    inside = next((at for at in range(first, last + 1) if words[at] in _ENGAGED), None)
    if inside is not None:
        return _with_be(words, inside)
    if any(map(is_past, words[first : last + 1])):
        return None
    if "in" in words[first:last]:
        return _in_it(words, words.index("in", first), last)
    for at in range(first - 1, max(first - 1 - _BEFORE_NOUN, -1), -1):
        word = words[at]
        if word in _CARRYING:
            low = _progressive(words, _left(words, at), at)
            return None if low is None else (low, at)
        if word == "ongoing" and words[at - 1] not in _PAST_BE:
            return at, at
        if word == "in":
            return _in_it(words, at, last)
        if word == "with":
            return _done_with(words, at)
        if word in _KEEPS or (word == "continue" and words[at - 1] not in _NO_FINITE):
            return at, at
        if word in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES or is_gerund(word) or word in ",;:.":
            return None
    return None


def _done_with(words: tuple[str, ...], place: int) -> tuple[int, int] | None:
    """The verb that is done with a deed right behind it: "is pounding it with airstrikes"."""
    for at in range(place - 1, max(place - _BEFORE_NOUN, -1), -1):
        if words[at] in _WITH_FORCE:
            low = _progressive(words, _left(words, at), at)
            return None if low is None else (low, at)
        if words[at] in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES or words[at] in ",;:.":
            return None
        if is_past(words[at]):
            return None  # "men hit with airstrikes"
    return None


def _in_it(words: tuple[str, ...], place: int, last: int) -> tuple[int, int] | None:
    """ "Is engaged in" before a deed, and "are in" before what keeps people in touch."""
    before = _left(words, place)
    if words[before] in _ENGAGED:
        return _with_be(words, before)
    held = words[before] in _PRESENT and not _IN_TOUCH.isdisjoint(words[place + 1 : last + 1])
    return (before, place) if held else None


def _with_be(words: tuple[str, ...], place: int) -> tuple[int, int] | None:
    low = _left(words, place)
    return (low, place) if words[low] in _PRESENT else None
