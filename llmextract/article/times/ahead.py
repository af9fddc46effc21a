"""Whether the words before a weekday look ahead: "will meet on Friday" names no Friday past."""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.times.words import PARAGRAPH, Token

CONTEXT: Final = 14
"""How many tokens before a weekday are looked at."""

# Each of these before a weekday leaves open on which side of publication it lies.
_AHEAD: Final = frozenset(
    {
        "beginning", "begins", "coming", "could", "deadline", "due", "effective", "expect",
        "expected", "expects", "forthcoming", "hopes", "intends", "ll", "meets", "might", "opens",
        "plan", "planned", "planning", "plans", "postponed", "resume", "resumes",
        "scheduled", "shall", "should",
        "slated", "starting", "starts", "through", "upcoming", "would", "will",
    }
)  # fmt: skip
_PAIRS: Final = frozenset(
    {
        ("ahead", "of"), ("as", "early"), ("as", "soon"), ("going", "to"), ("later", "than"),
        ("set", "for"), ("set", "to"),
    }
)  # fmt: skip
TOLD: Final = frozenset(
    {
        "added", "admitted", "agreed", "announced", "asked", "claimed", "confirmed", "declared",
        "denied", "insisted", "killed", "noted", "pledged", "promised", "quoted", "reported",
        "said", "say", "says", "showed", "stated", "threatened", "told", "tweeted", "urged",
        "vowed", "voted", "warned", "wrote",
    }
)  # fmt: skip
"""What is told on a day was told on one past, whatever is told."""
_PASSIVE: Final = frozenset({"be", "been", "being", "is", "are"})


_SIGNS: Final = re.compile(
    r"\b(?:{})\b".format("|".join([*_AHEAD, "may", *map(r"\s+".join, [*_PAIRS, ("to", "be")])])),
    re.IGNORECASE,
)
_BEHIND: Final = ("will", "would", "shall")


def may_look_ahead(before: str, after: str) -> bool:
    """Say whether `looks_ahead` could, of a text and of the word behind the weekday."""
    return after in _BEHIND or _SIGNS.search(before) is not None


def looks_ahead(before: Sequence[Token], after: str) -> bool:
    """Say whether a weekday between these tokens may lie ahead of publication."""
    told = {token.low for token in before[-2:]} & TOLD
    if after in _BEHIND and not told:
        return True
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        if token.low in (".", "!", "?", ";", PARAGRAPH):
            break
        following = before[at + 1].low if at + 1 < len(before) else ""
        if token.low in _AHEAD and not (token.low == "could" and following == "not"):
            return True
        if token.text == "may" or (token.low, following) in _PAIRS:
            return True
        if token.low == "to" and following == "be" and _is_planned(before, at):
            return True
        if token.low in TOLD and not (at and before[at - 1].low in _PASSIVE):
            return False
    return False


def _is_planned(before: Sequence[Token], at: int) -> bool:
    """Say whether "to be" is of "a vote to be held", not of "was said to be"."""
    done = before[at + 2].low if at + 2 < len(before) else ""
    told = at > 0 and before[at - 1].low.endswith(("ed", "said", "thought", "known"))
    return not told and done.endswith(("ed", "held"))
