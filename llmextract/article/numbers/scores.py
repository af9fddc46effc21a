"""Scores and divisions of votes: "beat Kelmar 3-1", "by 54-46" are two figures and no range.

A pair that falls is no range, so that behind a name or an opponent it is a score, whatever the verb
("upset the champions 3-2"); one that rises needs a word that tells of a contest, or an opponent by
name ("went down at Kelmar 2-6").
"""

from collections.abc import Sequence
from typing import Literal

from llmextract.article.numbers.designators import (
    goes_by_numbers,
    is_named_by_number,
    is_numbered,
)
from llmextract.article.numbers.tokens import Token, is_tight, text_at
from llmextract.article.numbers.units import read_unit
from llmextract.article.times.words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

# What is contested stands before a score, in its sentence.
_CONTESTED = frozenset(
    "aggregate beat beaten beats beating decided defeat defeated defeating defeats draw draws drawn"
    " drew edged edges end ended ends failed final finish finished finishes lead leading leads led"
    " lose loses losing loss lost passed passes penalties result ruled rules score scoreline"
    " shootout split thrashed thrashing tie tied tiebreak trail trailed trailing trails victory"
    " vote voted votes win winning wins won".split()
)
_RESULTS = frozenset(
    "advantage ahead behind deadlock decision defeat down draw lead loss majority margin ruling"
    " score scoreline split tie triumph verdict victory vote win".split()
)
# Behind one of these, or at its end, "lost 1-3" is a score, and before "men" a range.
_BEHIND = frozenset(
    ["", *"against at away after in on to with and but as before . , ; ) : !".split()]
)
_CLOSING = frozenset(".,;:!?)]")
# "The army lost 10-12" may as well be of men.
_COUNTING = frozenset("lose loses losing loss lost win winning wins won".split())
# Between a pair and its result: "a 2-0 home win".
_KINDS = frozenset("home away late league cup aggregate comeback shootout majority".split())
# Right before "9-5", "24-7" and "50-50" these tell of hours, shares, odds, dates and models.
_OTHERWISE = frozenset(
    "a an the at on of from to in for since until and or than about around is are was were be been"
    " open opens opened close closes closed work works worked working hours daily between versus"
    " ratio chance chances odds section sections dated born owned aged ages called named".split()
)
_CALENDAR = WEEKDAYS.keys() | SHORT_WEEKDAYS.keys() | MONTHS.keys() | SHORT_MONTHS.keys()
_REACH = 9
_LONGEST_NAME = 4
# Before a name that nobody plays: "a Cessna 172-182", "killed in Dorva 5-7".
_NO_OPPONENT = frozenset(["", *"a an in on of from , . ( ) ; : -".split()])
# Goals and sets are fewer: "gave Esteria 10-12, he said" may be of anything.
_LEAST_COUNTED = 10
_LONGEST_LIST = 40


def is_score(tokens: Sequence[Token], at: int) -> bool:
    """Whether the numeral at `at` opens a score."""
    return _read(tokens, at) == "score"


def closes_score(tokens: Sequence[Token], at: int) -> bool:
    """Whether the numeral at `at` is the second figure of a score."""
    return text_at(tokens, at - 1) == "-" and at > 1 and is_score(tokens, at - 2)


def may_be_score(tokens: Sequence[Token], at: int) -> bool:
    """Whether the numeral at `at` opens a score or a range."""
    return _read(tokens, at) == "either"


def _sides(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The two figures of "3-1" where nothing else runs into them."""
    first, second = text_at(tokens, at), text_at(tokens, at + 2)
    joined = is_tight(tokens, at + 1) and is_tight(tokens, at + 2)
    if text_at(tokens, at + 1) != "-" or not joined:
        return None
    if not all(one.isdecimal() and len(one) <= 3 for one in (first, second)):
        return None
    before, end = text_at(tokens, at - 1), at + 3
    if is_tight(tokens, at) and before not in ("(", "["):
        return None
    if is_tight(tokens, end) and tokens[end].text not in _CLOSING:
        return None
    numeral_behind = text_at(tokens, end) == "." and is_tight(tokens, end + 1)
    return None if numeral_behind else (int(first), int(second))


def _read(tokens: Sequence[Token], at: int) -> Literal["score", "either"] | None:
    """What a joined pair of figures is; None for a range, a date and whatever else it may be."""
    sides = _sides(tokens, at)
    if sides is None or text_at(tokens, at - 1) in ("on", "of"):
        return None
    if text_at(tokens, at + 3 + (text_at(tokens, at + 3) in _KINDS)) in _RESULTS:
        return "score"
    if read_unit(tokens, at + 3) is not None:
        return None
    if _is_behind_opponent(tokens, at, sides):
        return "score"
    return _of_contest(tokens, at, sides)


def _of_contest(
    tokens: Sequence[Token], at: int, sides: tuple[int, int]
) -> Literal["score", "either"] | None:
    """What a pair is behind a word that tells of a contest: "won 3-1", "lost 10-12"."""
    behind = text_at(tokens, at + 3)
    first = _first_of_list(tokens, at)
    cue = _contested(tokens, first)
    if cue is None:
        return None
    if first < at or sides[0] >= sides[1] or (behind == "," and _sides(tokens, at + 4)):
        return "score"
    named = tokens[at - 1].capital and _before_name(tokens, at) in ("to", "against")
    if cue in _COUNTING and behind not in ("to", "against") and not named:
        return "either" if behind in _BEHIND else None
    return "score" if behind in _BEHIND else None


def _is_behind_opponent(tokens: Sequence[Token], at: int, sides: tuple[int, int]) -> bool:
    """Whether a pair stands behind who was played, or behind what went on: "prevailed 3-2"."""
    falls = sides[0] >= sides[1]
    name = at - (falls and text_at(tokens, at - 1) == ",")
    before = text_at(tokens, name - 1)
    numbered = is_numbered(tokens, at) or is_named_by_number(tokens, at) or goes_by_numbers(before)
    if numbered or name < 1 or tokens[name - 1].kind != "word" or before in _CALENDAR:
        return False
    counts_nothing = text_at(tokens, at + 3) in _BEHIND
    if tokens[name - 1].capital:
        goals = max(sides) < _LEAST_COUNTED and counts_nothing
        return (falls or goals) and _before_name(tokens, name) not in _NO_OPPONENT
    shares = sides[0] + sides[1] == 100
    usual = falls and name == at and max(sides) < 100 and not shares and len(before) > 1
    counts_nothing = counts_nothing or text_at(tokens, at + 3) in ("by", "over")
    return usual and before not in _OTHERWISE and counts_nothing


def _before_name(tokens: Sequence[Token], end: int) -> str:
    """The word before the name that ends at a token; empty where none stands before it."""
    first = end - 1
    while first > end - _LONGEST_NAME and first > 0 and tokens[first - 1].capital:
        first -= 1
    first -= text_at(tokens, first - 1) == "the"
    return text_at(tokens, first - 1) if tokens[first].glue == "space" else ""


def _first_of_list(tokens: Sequence[Token], at: int) -> int:
    """Where the first score stands of those that are told in a row: "7-6 (7-3), 4-6"."""
    first = at
    for step in range(at - 1, max(-1, at - 1 - _LONGEST_LIST), -1):
        token = tokens[step]
        if token.kind == "numeral" and text_at(tokens, step + 1) == "-":
            first = step
        elif token.kind != "numeral" and token.text not in "-,()":
            break
    return first


def _contested(tokens: Sequence[Token], at: int) -> str | None:
    """The word before a pair of figures that tells of a contest, in the same sentence."""
    for step in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = tokens[step]
        if token.text in _CONTESTED:
            return token.text
        if token.text in (".", ";", "!", "?") or token.glue == "break":
            return None
    return None
