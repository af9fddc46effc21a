"""Whether the words before a weekday look ahead: "will meet on Friday" names no Friday past."""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.syntax.grammar import is_past
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
# Verbs of timetables, which in the present tense tell of a day to come: "takes over on Monday".
_TIMETABLED: Final = frozenset(
    {
        "applies", "arrives", "becomes", "closes", "commences", "concludes", "departs", "ends",
        "expires", "faces", "finishes", "hosts", "joins", "launches", "matures", "plays", "reopens",
        "resigns", "retires", "succeeds", "travels", "visits", "votes",
    }
)  # fmt: skip
_TIMETABLED_PAIRS: Final = frozenset(
    {
        ("appears", "in"), ("are", "to"), ("gets", "under"), ("goes", "on"), ("goes", "to"),
        ("is", "to"), ("kicks", "off"),
        ("runs", "out"), ("stands", "down"), ("steps", "aside"), ("steps", "down"), ("steps", "up"),
        ("takes", "charge"), ("takes", "effect"), ("takes", "office"), ("takes", "over"),
        ("takes", "part"), ("takes", "place"), ("takes", "up"),
    }
)  # fmt: skip
# The same of several, behind a name or a plural: "Dorva host Kelmar", "polls open".
_OF_SEVERAL: Final = frozenset(
    {"close", "face", "host", "open", "play", "reopen", "start", "travel", "visit", "vote"}
)
# What stands between "is" and the day: "the vote is at 3 p.m. on Saturday".
_OF_CLOCK: Final = frozenset("at on a p m am pm gmt local time noon midday . : about".split())
# Behind these the day is that of something else: "votes after Friday's attack".
_ELSEWHERE: Final = frozenset("after since before following of , ;".split())


_PHRASES: Final = (*_PAIRS, ("to", "be"), *_TIMETABLED_PAIRS)
_WORDS: Final = (*_AHEAD, "may", "is", "are", *_TIMETABLED, *_OF_SEVERAL)
_SIGNS: Final = re.compile(
    r"\b(?:{})\b".format("|".join([*_WORDS, *map(r"\s+".join, _PHRASES)])), re.IGNORECASE
)
_BEHIND: Final = ("will", "would", "shall")


def may_look_ahead(before: str, after: str) -> bool:
    """Say whether one of the two below could, of a text and of the word behind the weekday."""
    return after in _BEHIND or _SIGNS.search(before) is not None


def is_ahead(word: str) -> bool:
    """Say whether a word alone leaves open on which side of publication a day lies."""
    return word in _AHEAD


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


def is_timetabled(before: Sequence[Token]) -> bool:
    """Say whether the nearest verb tells of a day to come: "the vote is on", "takes over on"."""
    end = len(before)
    while end and (before[end - 1].low in _OF_CLOCK or before[end - 1].low.isdecimal()):
        end -= 1
    if end and before[end - 1].low in ("is", "are"):
        return True
    found = False
    for at in range(end - 1, -1, -1):
        word, following = before[at], before[at + 1].low if at + 1 < end else ""
        if word.low in _TIMETABLED or (word.low, following) in _TIMETABLED_PAIRS:
            return True
        if word.low in _OF_SEVERAL and at:
            subject = before[at - 1]
            found = found or subject.text[:1].isupper() or subject.low.endswith("s")
        if word.text.islower() and (is_past(word.low) or word.low.endswith("ing")):
            return False  # "Roe told the Radio Nord host on Friday"
        if word.low in _ELSEWHERE or word.low in (".", "!", "?", PARAGRAPH):
            break
    return found


def _is_planned(before: Sequence[Token], at: int) -> bool:
    """Say whether "to be" is of "a vote to be held", not of "was said to be"."""
    done = before[at + 2].low if at + 2 < len(before) else ""
    told = at > 0 and before[at - 1].low.endswith(("ed", "said", "thought", "known"))
    return not told and done.endswith(("ed", "held"))
