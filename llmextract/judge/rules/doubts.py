"""Words by which somebody leaves open what they say, and words on its proof that deny it."""

import re
from typing import Final

from llmextract.article.syntax.grammar import NOBODY, NOT, inflected, tokenise, words_of
from llmextract.ask.realis import realis_name

# Whoever says so by one of these is not sure of it; who "believes" and "expects" it may be.
_UNSURE: Final = inflected("suspect presume guess speculate seem appear")
# Cited as a hedge they are one, as are those above.
_BELIEF: Final = _UNSURE | inflected(
    "expect anticipate believe think predict suggest assume estimate fear doubt imagine forecast"
    " =thought"
)
_PROVEN: Final = words_of("corroborated confirmed verified")
_DISPUTED: Final = words_of("disputed contradicted refuted debunked")
_CONFIRMING: Final = inflected("confirm corroborate verify substantiate authenticate")
_UNPROVEN: Final = inflected(
    "dispute deny reject refute rebut* contradict debunk dismiss"
) | words_of(
    "without lack lacks lacked lacking baseless unfounded groundless unconfirmed unverified"
    " unproven unsubstantiated uncorroborated unsupported denial denials false untrue fake"
)
_UNABLE: Final = NOT | NOBODY | words_of("unable impossible fail fails failed yet without lack")

# "Neither side's toll could be verified": who does something is nobody, and nothing.
_OF_NOBODY: Final = re.compile(
    r"\b(?:neither|none|no|nobody|nothing)\b[^.,;:“”\"]{0,60}\Z", re.IGNORECASE
)
_LOOK_BACK: Final = 70


def is_of_nobody(text: str, at: int) -> bool:
    """Whether the subject before a place denies what follows: "Neither toll could be verified"."""
    return _OF_NOBODY.search(text, max(0, at - _LOOK_BACK), at) is not None


def is_doubting(cue: str) -> bool:
    """Whether words cited as a hedge are one of belief: "expects", not "no doubt"."""
    return _affirm_one_of(_BELIEF, cue)


def is_unsure(cue: str) -> bool:
    """Whether words of saying leave open by themselves what they bring: "suspects", "seems"."""
    return _affirm_one_of(_UNSURE, cue)


def _affirm_one_of(listed: frozenset[str], cue: str) -> bool:
    words = tokenise(cue).words
    return not listed.isdisjoint(words) and (NOT | NOBODY).isdisjoint(words)


def tells_otherwise(label: object, cue: str) -> bool:
    """Whether words on the proof of a claim tell the contrary of a label.

    Nothing is corroborated that "could not be verified", nor disputed by what "confirmed it".
    """
    name = realis_name(label)
    words = frozenset(tokenise(cue).words)
    if name in _PROVEN:
        return not (words.isdisjoint(_UNPROVEN) and words.isdisjoint(_UNABLE))
    if name in _DISPUTED:
        return not words.isdisjoint(_CONFIRMING) and words.isdisjoint(_UNPROVEN | _UNABLE)
    return False
