"""The verb, or the preposition, that governs a figure, and the clause of its own.

Of "Boats brought [88] men ashore, and five drowned" it is "brought", of "and [five] drowned" it is
"drowned". Offsets are half-open code points in a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_surely_active
from llmextract.judge.rules.figures.wholes import FINITE
from llmextract.judge.rules.nouns import is_people

# Stand between a figure and what governs it.
_FEW: Final = grammar.words_of(
    "at least more than some about around up as many nearly almost over another a an the further"
    " additional estimated other its their his her all approximately roughly most only just fewer"
    " less those these no both reported reportedly also"
)
_RELATIVE: Final = grammar.words_of("who which that whom whose where when")
_LINKS: Final = grammar.words_of(
    "and or but nor while when as after before until because since if although though whereas than"
)
_JOINS: Final = grammar.words_of("and or but")
# Open a clause of their own, whatever follows; and others that do before a verb alone.
_OPENS: Final = grammar.words_of(
    "while whereas when because although though until unless if where which who that whom whose"
)
_MAY_OPEN: Final = grammar.words_of("after before as since")
# "Took away [60]": of the verb before them.
_PARTICLES: Final = grammar.words_of("away out back up down off over")
_ITS: Final = grammar.words_of("the its their his her them it him")
_TIMES: Final = grammar.words_of("day week month year night morning evening previous same last")
_SAID: Final = grammar.words_of("and but or said says added saying adding reported told")
_HARD: Final = frozenset(';:“”"—–()')
_INSIDE: Final = frozenset("-'’“”\"")
_NEAR, _FAR, _JOINED = 8, 14, 9


@dataclass(frozen=True, slots=True)
class Governed:
    """What governs a figure: its verb, as an object or a subject, or its preposition.

    `kind` is `subject` of a verb that stands at `at`, its `object`, a `prep`osition's, or a `part`
    before a participle that may be reduced. `joined` is who stands behind another object: "killed
    a guard and [two] men". `voice` is that of the subject's verb, `active`, `passive` or `be`.
    `start` to `end` is the clause, and `opener` the word or the mark that opens it.
    """

    kind: Literal["subject", "object", "prep", "part"]
    at: Range
    word: str
    voice: str
    joined: bool
    start: int
    end: int
    opener: str


@lru_cache(maxsize=256)
def governed(sentence: str, count: Range) -> Governed | None:
    """What governs a figure, or None where that is not sure.

    >>> found = governed("Boats brought 88 men ashore, and five drowned.", (14, 16))
    >>> found.kind, found.word
    ('object', 'brought')
    """
    tokens = grammar.tokenise(sentence)
    place = tokens.covering(*count)
    if place is None:
        return None
    words, (first, last) = tokens.words, place
    right, voice = _behind(sentence, tokens, last)
    left = first - 1
    while left >= 0 and (words[left] in _FEW or words[left].isdigit()):
        left -= 1
    found = _read(words, left, right, voice)
    if found is None:
        return None
    kind, at, joined = found
    low, opener = _opening(words, at, first)
    high = _closing(words, max(at, last), is_prep=kind == "prep")
    start = tokens.starts[min(low, first)]
    end = tokens.ends[max(high - 1, last)]
    where = tokens.place(at)
    return Governed(kind, where, words[at], voice, joined, start, end, opener)


def _read(
    words: Sequence[str], left: int, right: int | None, voice: str
) -> tuple[Literal["subject", "object", "prep", "part"], int, bool] | None:
    """How a figure is governed, by the word at `left` before it or the verb at `right`."""
    before = words[left] if left >= 0 else ""
    is_subject = right is not None and voice != "part"
    if before in ("and", "or", ","):
        taken = _taken_before(words, left - 1)
        if taken is not None and not is_subject:
            return "object", taken, True
    elif before and before not in grammar.AUXILIARIES and _is_verb(words, left):
        return (
            ("subject", right, False)
            if is_subject and right is not None
            else ("object", left, False)
        )
    if before in _PARTICLES and left and _is_verb(words, left - 1):
        return "object", left - 1, False
    if before in grammar.PREPOSITIONS or before == "to":
        return "prep", left, False
    if not before or before in grammar.MARKS | _LINKS | _RELATIVE:
        return None if right is None else ("subject" if is_subject else "part", right, False)
    is_base = left > 0 and (words[left - 1] == "to" or words[left - 1] in grammar.MODALS)
    return ("object", left, False) if is_base else None


def _taken_before(words: Sequence[str], at: int) -> int | None:
    """The verb of an object that ends at a place: "killed" of "killed a guard and [two]"."""
    stops = grammar.MARKS | _LINKS | _RELATIVE | grammar.AUXILIARIES | grammar.PREPOSITIONS - {"of"}
    end = at
    while at >= 0 and end - at < _JOINED and words[at] not in stops and not _is_verb(words, at):
        at -= 1
    found = 0 <= at < end and words[at] not in grammar.AUXILIARIES and _is_verb(words, at)
    return at if found else None


def _is_verb(words: Sequence[str], at: int) -> bool:
    word, before = words[at], words[at - 1] if at else ""
    if before in grammar.DETERMINERS or before == "of":
        return False
    is_past = grammar.is_past(word) and word not in grammar.ADJECTIVES
    return is_past or word in clausal.FINITE | grammar.UNCHANGED or grammar.is_gerund(word)


def _has_verb(words: Sequence[str], start: int, end: int) -> bool:
    """Whether words have a finite verb, or what may be one."""
    return any(
        words[at] in grammar.AUXILIARIES
        or (_is_verb(words, at) and not grammar.is_gerund(words[at]))
        for at in range(max(start, 0), min(end, len(words)))
    )


def _behind(sentence: str, tokens: grammar.Tokens, last: int) -> tuple[int | None, str]:
    """The place of the verb behind the phrase of a figure, and its voice."""
    words = tokens.words
    for at in range(last + 1, min(len(words), last + 1 + _FAR)):
        word = words[at]
        if word in _JOINS - {"but"}:
            follows = words[at + 1] if at + 1 < len(words) else ""
            if follows in grammar.AUXILIARIES or (follows and _is_verb(words, at + 1)):
                break
            continue
        if word in _RELATIVE | _LINKS or word in grammar.MARKS - _INSIDE:
            break
        if word in grammar.AUXILIARIES:
            return _with_auxiliary(words, at)
        if word in FINITE and word != "left":
            return at, "active"
        is_written = sentence[tokens.starts[at]].islower() and "-" not in word
        is_past = grammar.is_past(word) and word not in grammar.ADJECTIVES
        is_past = is_past or word in grammar.UNCHANGED
        is_which = at == last + 1 and _tells_which(words, at)
        if is_past and is_written and not is_which and words[at - 1] not in grammar.DETERMINERS:
            is_active = is_surely_active(word) or _takes(words, at)
            return at, "active" if is_active else "part"
    return None, ""


def _tells_which(words: Sequence[str], at: int) -> bool:
    """Whether a past form right behind a figure says which are counted: "five enlisted men"."""
    noun = words[at + 1] if at + 1 < len(words) else ""
    return not is_surely_active(words[at]) and noun not in _ITS | _TIMES and is_people(noun)


def _takes(words: Sequence[str], at: int) -> bool:
    """Whether a verb has its object right behind it: "reached their targets"."""
    follows = (*words[at + 1 : at + 3], "", "")
    return follows[0] in _ITS and follows[1] not in _TIMES


def _with_auxiliary(words: Sequence[str], at: int) -> tuple[int | None, str]:
    """The main verb behind auxiliaries, and the voice of both."""
    start = at
    while at + 1 < len(words) and (
        words[at] in grammar.AUXILIARIES | grammar.NOT or grammar.is_adverb(words[at])
    ):
        at += 1
    group, verb = set(words[start:at]), words[at]
    is_form = grammar.is_past(verb) or verb in grammar.UNCHANGED or grammar.is_gerund(verb)
    if not is_form and grammar.MODALS.isdisjoint(group) and grammar.DO.isdisjoint(group):
        return at, "be"
    is_passive = not grammar.BE.isdisjoint(group) and not grammar.is_gerund(verb)
    return at, "passive" if is_passive else "active"


def _opening(words: Sequence[str], verb: int, figure: int) -> tuple[int, str]:
    """The first word of the clause of a verb, and what stands before that."""
    first = min(verb, figure)
    for at in range(first - 1, -1, -1):
        word = words[at]
        if word == "that" and at and words[at - 1] in _SAID:
            return at + 1, "and"
        if word in _HARD or word in _OPENS:
            return at + 1, word
        if word in _MAY_OPEN and _has_verb(words, at + 1, first if verb > figure else verb + 1):
            return at + 1, word
        if word == "," and verb < figure and grammar.is_gerund(words[verb]):
            if not _has_verb(words, at + 1, verb):
                return at + 1, "gerund"
        elif word in _JOINS and _has_verb(words, 0, at) and _opens_clause(words, at, verb, figure):
            return at + 1, word
    return 0, ""


def _opens_clause(words: Sequence[str], joint: int, verb: int, figure: int) -> bool:
    """Whether a subject and its verb stand behind "and": not "fled and [shot] two men"."""
    at, first = joint + 1, min(verb, figure)
    while at < first and (
        words[at] in grammar.AUXILIARIES | grammar.NOT or grammar.is_adverb(words[at])
    ):
        at += 1
    if verb > figure:
        return joint == first - 1 or words[joint] == "but"
    return at < verb and grammar.MARKS.isdisjoint(words[joint + 1 : first])


def _closing(words: Sequence[str], last: int, *, is_prep: bool) -> int:
    """The place behind the last word of the clause of a verb."""
    for at in range(last + 1, len(words)):
        word = words[at]
        if word in _HARD or word in _OPENS:
            is_of_them = word in ("whom", "which") and words[at - 1] == "of" and at - 2 > last
            return at - 2 if is_of_them else at
        if word in _MAY_OPEN and _has_verb(words, at + 1, at + 1 + _NEAR):
            return at
        if word in _JOINS and not is_prep and _has_verb(words, at + 1, at + _NEAR):
            behind = at + 1
            while behind + 1 < len(words) and (
                words[behind] in grammar.AUXILIARIES or grammar.is_adverb(words[behind])
            ):
                behind += 1
            if not _is_verb(words, behind):
                return at
    return len(words)
