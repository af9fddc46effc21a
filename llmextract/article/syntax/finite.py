"""The finite verbs of a sentence, each with its subject, and which of them tells of words.

Of "Sales rose to 38 while costs fell to 12" it is "rose" that tells of 38, and "fell" of 12. Only
verbs whose subject is sure are known. Offsets are half-open code points in a sentence.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.antecedents import antecedent
from llmextract.article.syntax.bounds import OPENING, Zone, surely_says
from llmextract.article.syntax.own_subject import (
    HAS_OBJECT,
    is_surely_active,
    passive_zone,
    subject_zone,
)
from llmextract.article.syntax.past import base_of
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.subjects import is_not_subject
from llmextract.article.syntax.verbs import CONTROL, VERBS

# A longer sentence is a list.
_MOST_WORDS: Final = 120
_NEAR: Final = 20
# "Would not have been able to lift" is a verb, a sentence is none.
_MOST_VERB: Final = 7
_JOINTS: Final = ("and", "but")
# Before a verb they join it to the one before: "rose and fell".
_JOINED: Final = (*_JOINTS, "then")
_SAYING: Final = grammar.words_of("said says added adds")
# What opens a clause that its commas close: "Roe, whose men had left, fled".
_ASIDE: Final = re.compile(r",\s(?:(?:in|of|to|from|at|on)\s)?(?:whose|where|whom|which)\s\Z")
# A verb behind a comma, whose subject may have a participle: "a mill built in May, was sold".
_UNFINISHED: Final = re.compile(r",\s(?:was|were|is|are|has|have|had|will|would|could|may|might)\s")
# What stands before the subject that opens a clause; nothing, at the beginning of a sentence.
_BEGINS: Final = (OPENING - set(_JOINTS)) | {"", "whose", "where", "that", *';:-–—“"'}
_AMOUNTS: Final = grammar.words_of("about more less some nearly over only at no")
# "Climbed to 18%".
_MOVED: Final = re.compile(
    r"\s(?:to|by|from|at)\s(?:[a-z]+\s){0,3}?(?:[$£€¥\d]|(?:half|third|quarter|fifth|tenth)s?\b)"
)


_PLAIN: Final = grammar.words_of(
    "was were been has have had being also later then again recently already"
)


class Finite(NamedTuple):
    """A verb, and where its subject stands; of a relative clause that is what it tells of."""

    verb: Range
    zone: Zone


@lru_cache(maxsize=512)
def finite_verbs(sentence: str) -> tuple[Finite, ...]:
    """The finite verbs whose subject is sure, in order.

    >>> sentence = "Sales rose and costs had fallen."
    >>> [sentence[slice(*each.verb)] for each in finite_verbs(sentence)]
    ['rose', 'fallen']
    """
    tokens = grammar.tokenise(sentence)
    if len(tokens.words) > _MOST_WORDS:
        return ()
    found: list[Finite] = []
    for at in range(1, len(tokens.words)):
        if (zone := _zone(sentence, tokens, at, found)) is not None:
            found.append(Finite(tokens.place(at), zone))
    return tuple(found)


def _zone(sentence: str, tokens: grammar.Tokens, at: int, found: list[Finite]) -> Zone | None:
    """The subject of a word as a finite verb, of which those `found` stand before it."""
    if _has_relative(tokens.words, at):
        zone = antecedent(sentence, tokens, at - 1)
    elif _may_be(tokens.words, at) and sentence[tokens.starts[at]].islower():
        place = tokens.place(at)
        zone = subject_zone(sentence, place) or passive_zone(sentence, place)
    else:
        return None
    if zone is None or (found and not zone.relative and zone.start < found[-1].verb[0]):
        zone = _plain(sentence, tokens, at, found) or zone
    if not found:
        return zone
    last, before = found[-1], tokens.words[_group(tokens, at) - 1]
    if zone is None and last.zone.relative and before == ",":
        is_aside = "," in sentence[last.zone.end : last.verb[0]]
        return replace(last.zone, relative=False) if is_aside else None
    if zone is None and before in _JOINED and _is_sure(sentence, tokens, at):
        return replace(last.zone, shared=True, relative=False)
    if zone is not None and zone.relative and zone.start < last.verb[1] < zone.end:
        return replace(zone, start=last.verb[1] + 1)
    return zone


def _group(tokens: grammar.Tokens, at: int) -> int:
    """The first word of the auxiliaries and adverbs before a verb."""
    words = tokens.words
    while at > 1 and (words[at - 1] in grammar.AUXILIARIES or grammar.is_adverb(words[at - 1])):
        at -= 1
    return at


def _has_relative(words: tuple[str, ...], at: int) -> bool:
    """Whether a word is the main verb of a clause that has or is: "which [has] 90 shops"."""
    if words[at] not in grammar.BE | grammar.HAVE or words[at - 1] not in ("which", "who"):
        return False
    follows = words[at + 1] if at + 1 < len(words) else ""
    return follows[:1].isdigit() or follows in grammar.DETERMINERS | _AMOUNTS


def _plain(sentence: str, tokens: grammar.Tokens, at: int, found: list[Finite]) -> Zone | None:
    """The noun phrase right before a verb, from where its clause begins.

    Behind "and" a clause begins where another finite verb stands before it: "beat Dorva on Friday
    and [Oria] won".
    """
    words, end = tokens.words, _group(tokens, at)
    if not _is_sure(sentence, tokens, at):
        return None
    first = end - 1
    while first >= 0 and _is_named(words, first):
        first -= 1
    if first > 0 and words[first].endswith("ed") and words[first - 1] in _BEGINS | set(_JOINTS):
        first -= 1  # "while adjusted earnings rose"
    if first + 1 >= end:
        return None
    opening = words[first] if first >= 0 else ""
    if opening in _JOINTS:
        begins = bool(found) and tokens.starts[first] >= found[-1].verb[1]
    else:
        begins = (
            opening in _BEGINS
            or surely_says(opening)
            or (opening == "," and (not found or words[at] in _SAYING))
        )
    if not begins or (words[first + 1] in grammar.PREPOSITIONS and not surely_says(opening)):
        return None
    return Zone(tokens.starts[first + 1], tokens.ends[end - 1], True, False, False)


def _is_named(words: tuple[str, ...], at: int) -> bool:
    """Whether a word may stand in a subject: no verb, no mark, nothing that opens a clause."""
    word = words[at]
    if word in _JOINTS or not word[0].isalnum() or word in clausal.PARTING | clausal.RELATIVE:
        return False
    return word not in grammar.AUXILIARIES and (
        not grammar.is_past(word) or word in grammar.ADJECTIVES
    )


def _is_sure(sentence: str, tokens: grammar.Tokens, at: int) -> bool:
    """Whether a form is no participle behind a noun."""
    word = tokens.words[at]
    if (
        is_surely_active(word)
        or word in clausal.FINITE
        or tokens.words[at - 1] in grammar.AUXILIARIES
        or not (grammar.is_past(word) or word in grammar.UNCHANGED)
    ):
        return True
    end = tokens.ends[at]
    if _is_alone(sentence, tokens, at):
        return True
    return HAS_OBJECT.match(sentence, end) is not None or _MOVED.match(sentence, end) is not None


def _is_alone(sentence: str, tokens: grammar.Tokens, at: int) -> bool:
    """Whether no other verb follows that a noun before a form could have: "stepped down on May 4".

    Not "a mill built in May, with 90 men in it, was sold".
    """
    words = tokens.words
    if words[at + 1 : at + 2] in (("by",), ()) or _UNFINISHED.search(sentence, tokens.ends[at]):
        return False
    for word in words[at + 1 :]:
        if word in clausal.RELATIVE | clausal.LINKED | set(",;:"):
            return True
        if word in grammar.AUXILIARIES or clausal.may_be_verb(word) or word in grammar.UNCHANGED:
            return False
    return True


def _may_be(words: tuple[str, ...], at: int) -> bool:
    """Whether a word may be a main verb: a past form, or what follows an auxiliary."""
    word = words[at]
    if word in grammar.AUXILIARIES or not grammar.is_open(word):
        return False
    if grammar.is_past(word) or word in clausal.FINITE | grammar.UNCHANGED:
        return True
    if (
        words[at + 1 : at + 2] == ("to",)
        and base_of(word) in VERBS | CONTROL
        and word != base_of(word)
    ):
        return True  # "plans to"
    if words[at - 1] in ("which", "who") and word.endswith("s") and not word.endswith("ss"):
        return True
    before = at - 1
    while before > 0 and (grammar.is_adverb(words[before]) or words[before] in grammar.NOT):
        before -= 1
    return words[before] in grammar.AUXILIARIES


def tellers_of(sentence: str, words: Range) -> tuple[Finite, ...]:
    """The verbs inside words, else the one whose subject holds them, or that they stand behind."""
    verbs = finite_verbs(sentence)
    inside = [each for each in verbs if touch(each.verb, words)]
    # Of "those who fled", which is a noun, it is not "fled" that tells.
    if inside := [e for e in inside if not (e.zone.relative and touch(e.zone.place, words))]:
        return tuple(inside)
    heads = [each for each in verbs if _is_of_subject(verbs, each, words)]
    if heads:
        return (min(heads, key=lambda each: (each.zone.end - each.zone.start, each.verb)),)
    behind = (each for each in reversed(verbs) if each.verb[1] <= words[0])
    found = next((each for each in behind if not _is_over(sentence, each, words[0])), None)
    if found is None and verbs and words[1] < verbs[0].zone.start:
        found = verbs[0]  # "Having cut it to [38], Roe left"
    return () if found is None else (found,)


def is_told_past(sentence: str, told: Range) -> bool:
    """Whether words are a finite verb of the past that nothing leaves open or denies.

    "Recalled" of "Roe Motors recalled 90 vans"; not "would have recalled", "no van was recalled".
    """
    verbs = [each for each in finite_verbs(sentence) if touch(each.verb, told)]
    if len(verbs) != 1 or grammar.has_verb(sentence[: verbs[0].zone.start]):
        return False
    (start, end), zone = verbs[0]
    word = sentence[start:end].lower()
    tokens = grammar.tokenise(sentence)
    at = tokens.starts.index(start)
    group = tokens.words[_group(tokens, at) : at]
    subject = grammar.tokenise(sentence[slice(*zone.place)]).words
    denied = grammar.NOBODY | grammar.NOT
    return (
        (grammar.is_past(word) or word in grammar.UNCHANGED)
        and _PLAIN.issuperset(group)
        and denied.isdisjoint((*group, *subject))
        and told[0] <= start
    )


def is_no_subject(sentence: str, verb: Range, words: Range) -> bool:
    """Whether a verb surely has another subject than words, which are no pronoun's either."""
    if is_not_subject(sentence, verb, words):
        return True
    if len(sentence[slice(*verb)].split()) > _MOST_VERB:
        return False
    told = [each for each in finite_verbs(sentence) if touch(each.verb, verb)]
    if not told and words[0] >= verb[1]:
        return _only_tells(sentence, words)
    if len(told) != 1 or told[0].zone.shared or told[0].zone.relative:
        return False
    (place, zone), named = told[0], grammar.tokenise(sentence[slice(*told[0].zone.place)]).words
    if touch(zone.place, words) or named[-1] in grammar.SUBJECTS:
        return False
    if words[0] >= place[1]:
        between = grammar.tokenise(sentence[verb[1] : words[0]]).words
        return "by" not in between and not says(sentence[slice(*place)].lower())
    return any(words[1] <= each.verb[0] < zone.start for each in finite_verbs(sentence))


def _only_tells(sentence: str, words: Range) -> bool:
    """Whether words are those of who says all that stands before: ", [Roe] said"."""
    return any(
        touch(each.zone.place, words)
        and says(sentence[slice(*each.verb)].lower())
        and sentence[: each.zone.start].endswith((", ", "\u201d ", '" '))
        for each in finite_verbs(sentence)
    )


def _is_of_subject(verbs: tuple[Finite, ...], told: Finite, words: Range) -> bool:
    """Whether words stand in a subject, or between it and its verb: "a guard, [Ada Roe], was"."""
    (verb, zone) = told
    if zone.relative or touch(zone.place, words):
        return not zone.relative and touch(zone.place, words)
    is_between = not zone.shared and zone.end <= words[0] and words[1] <= verb[0]
    return is_between and not any(zone.end <= each.verb[0] < verb[0] for each in verbs)


def _is_over(sentence: str, told: Finite, place: int) -> bool:
    """Whether a clause ends before a place: "Roe, who had left, took" and ", Roe said, "."""
    behind = sentence[told.verb[1] : place]
    if _ASIDE.search(sentence, max(0, told.zone.start - _NEAR), told.zone.start):
        return "," in behind
    if told.zone.relative:
        return "," in sentence[told.zone.end : told.verb[0]] and "," in behind
    return behind.startswith(",") and says(sentence[slice(*told.verb)].lower())
