"""What an ellipsis may not leave out: a denial or a doubt of what follows it."""

import re

from llmextract.article.fold import Folded
from llmextract.article.lexicon import FAILURES, NEGATIONS, NUMBER_WORDS

# Alone "un" is the UN or a French article.
_DENYING = NEGATIONS - {"un", "non"}
_DENIALS = _DENYING | FAILURES
# Between a denial and what it denies: "denied [any] contact", "none [of the] men", "no [one had]".
_LIGHT = frozenset(
    "to longer yet been be a an any the that this these those all his her its their of one"
    " ever even quite very so think believe expect".split()
)
_MOST_LIGHT = 4
# Right before what follows they say that it may not be so, or how exact a figure is.
_DOUBTS = frozenset(
    "reportedly allegedly apparently supposedly purportedly presumably seemingly possibly probably"
    " perhaps maybe may might could would if unless whether".split()
)
_BOUNDS = frozenset(
    "about around nearly almost approximately roughly some least most over under than estimated"
    " reported".split()
)
_SHORT_GAP = 4
# "denied that his men had [killed]", "no evidence that they [left]".
_LONGEST_SUBJECT = 6
_AUXILIARIES = frozenset("did does do has have had is was were are am".split())
# Between who does something and its denial: "[did] not leave", "[on Monday has] refused to leave".
_BEFORE_DENIAL = _AUXILIARIES | frozenset(
    "will would can could may might must should shall be been also still then since didn doesn don"
    " wasn weren isn aren hasn haven hadn wouldn couldn shouldn mustn won"
    " on monday tuesday wednesday thursday friday saturday sunday".split()
)
_CLAUSE_END, _BRACKETS = re.compile(r"[,;:.!?](?!\w)"), frozenset(",)\u2013\u2014")
_NOT_ALONE = frozenset(("only", "just", "merely", "simply"))


def hides_denial(folded: Folded, start: int, number: int) -> bool:
    """Whether what was left out, from `start` to this token, denies it or leaves it open.

    So does a denial at its end ("no longer [controls]", "denied any [contact]"), a doubt there
    ("reportedly [killed]", "more than [20]"), and a denial right behind what is kept that no clause
    ends before what follows: "has [not, he said,] left", "[has refused on Monday to] leave".
    """
    if _ends_in_denial(folded, start, number):
        return True
    start = _passed_over(folded, start, number)
    first, following = folded.token(start), folded.token(start + 1)
    if first in FAILURES:
        return folded.token(number - 1) in ("to", "that")
    if first not in _DENYING or following in _NOT_ALONE or following[0].isdigit():
        return False
    left_out = folded.plain[folded.firsts[start] : folded.firsts[number]].rstrip()
    return _CLAUSE_END.search(left_out) is None or left_out[-1] in _BRACKETS


def _ends_in_denial(folded: Folded, start: int, number: int) -> bool:
    """Whether the last words left out deny what follows, or leave it open."""
    last, following = number - 1, folded.token(number)
    is_figure = following[0].isdigit() or following in NUMBER_WORDS
    # Who leaves out much may leave out a doubt with it; who leaves out little meant just that.
    is_short = number - start <= _SHORT_GAP
    if is_short and is_figure and folded.token(last) in _BOUNDS:
        return True
    if following[0].isdigit() and folded.token(last) == "no":  # "block No 5"
        return False
    while start < last and number - last <= _MOST_LIGHT and _is_light(folded.token(last)):
        last -= 1
    if folded.token(last) in _DENIALS or (is_short and folded.token(last) in _DOUBTS):
        return True
    for that in range(number - 1, max(start, number - 1 - _LONGEST_SUBJECT), -1):
        if folded.token(that) == "that":
            before = range(max(start, that - 2), that)
            return any(folded.token(each) in _DENIALS for each in before)
    return False


def _is_light(token: str) -> bool:
    if token in _DENIALS or token in _DOUBTS or token in _NOT_ALONE:
        return False
    return token in _LIGHT or token in _AUXILIARIES or token.endswith("ly") or token[0].isdigit()


def _passed_over(folded: Folded, start: int, number: int) -> int:
    """The first token left out that is no auxiliary, adverb or day before a verb or its denial."""
    while start < number - 1:
        token = folded.token(start)
        if token not in _BEFORE_DENIAL and not token.endswith("ly"):
            break
        start += 1
    return start
