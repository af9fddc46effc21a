"""Scores and divisions of votes: "beat Kelmar 3-1", "by 54-46" are two figures and no range."""

from collections.abc import Sequence
from typing import Literal

from llmextract.article.numbers.tokens import Token, is_tight, text_at
from llmextract.article.numbers.units import read_unit

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
_REACH = 9
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
    behind = text_at(tokens, at + 3)
    if behind in _RESULTS:
        return "score"
    if read_unit(tokens, at + 3) is not None:
        return None
    first = _first_of_list(tokens, at)
    cue = _contested(tokens, first)
    if cue is None:
        return None
    if first < at or sides[0] >= sides[1] or (behind == "," and _sides(tokens, at + 4)):
        return "score"
    if cue in _COUNTING and behind not in ("to", "against"):
        return "either" if behind in _BEHIND else None
    return "score" if behind in _BEHIND else None


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
