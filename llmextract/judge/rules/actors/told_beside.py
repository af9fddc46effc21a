"""What small words beside a name tell of its kind and part: "reporter Ada Roe", "two farmers".

By closed-class syntax where it can be: who is counted is no body, whose members are rebels is no
charity, and a calling without an article before a full name is one person's.
"""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import words_of
from llmextract.article.times.words import NUMBERS
from llmextract.judge.rules.actors.described import BODIES
from llmextract.judge.rules.actors.labels import (
    ARMED,
    CIVILIANS,
    FORCES,
    NEWS,
    ONE,
    ORGANIZATION,
    OTHER,
    RULING,
    SEVERAL,
    STATE,
    UNITED,
    WATCHING,
    Sort,
)
from llmextract.judge.rules.actors.states import STATE_OF
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.spans import occurrences

_NAME: Final = re.compile(r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}")
_TELLING: Final = words_of("reporter journalist correspondent columnist photojournalist newsreader")
# Callings that stand before a name without an article, and are nobody's but a person's.
_CALLINGS: Final = _TELLING | words_of(
    """
    activist actor actress architect artist author billionaire biologist bishop boxer businessman
    businesswoman campaigner cleric coach comedian composer cyclist defendant detective doctor
    driver economist engineer farmer filmmaker fisherman footballer goalkeeper golfer historian
    housewife imam jeweller judge lawmaker lawyer midfielder millionaire musician novelist nurse
    painter pastor pensioner photographer pianist pilot playwright poet
    preacher priest prosecutor rabbi rapper researcher scientist screenwriter sculptor senator
    shepherd shopkeeper singer skier solicitor songwriter striker student surgeon swimmer teacher
    teenager tycoon violinist warlord widow widower winger writer
    """
)
_CALLING_BEFORE: Final = re.compile(r"(?P<article>\b[Aa]n?\s)?\b(?P<word>[A-Za-z][a-z-]+)\s\Z")
# "Its late leader, Ada Roe, fled".
_ITS_BEFORE: Final = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|whose)\s(?:(?:late|former|new|own|deputy|longtime|top)\s){0,2}"
    r"(?P<word>leader|founder|chief|commander|head|president|chairman|chairwoman|director|spokesman"
    r"|spokeswoman|deputy|lawyer|wife|husband|brother|sister|son|daughter|father|mother),\s\Z"
)
_COUNTED: Final = re.compile(
    r"(?:[Tt]he\s)?(?:\d[\d,.]*|(?:dozens|hundreds|thousands|scores)\sof|several|(?P<number>[a-z-]+))"
    r"\s(?:[a-z-]+\s){0,2}(?P<head>[a-z-]+)",
    re.IGNORECASE,
)
_REBELS: Final = re.compile(
    r"\b(?P<who>rebels|insurgents|guerrillas|jihadists|militants)\s(?:of|from)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_PAPER: Final = re.compile(
    r"\s(?P<word>newspaper|magazine|broadcaster|television|news\s(?:agency|site|website|channel|portal))\b"
)
_ARMY: Final = re.compile(
    r"(?:[Tt]he\s)?(?P<nation>[A-Z][a-z]{3,}(?:n|i|sh|ese|ch))\s(?:army|navy|air\sforce)"
)
_FRONT: Final = re.compile(r"(?:[Tt]he\s)?(?:[A-Z][\w’'-]*\s){2,5}Front")
_STEM, _NEAR = 4, 60


def told_beside(article: Article, name: str) -> Iterator[Sort]:
    """The sorts that small words beside a name, or in it, tell; each denies its labels."""
    counted = _COUNTED.fullmatch(name)
    if counted is not None and _are_counted(counted):
        yield Sort(counted["head"], ORGANIZATION | STATE | ONE)
    army = _ARMY.fullmatch(name)
    if army is not None and any(state.startswith(army["nation"][:_STEM]) for state in STATE_OF):
        yield Sort(name, (ARMED - FORCES) | OTHER)
    if _FRONT.fullmatch(name):
        yield Sort("front of that name", UNITED | NEWS | WATCHING)
    text = article.text
    for start, end in occurrences(text, name):
        yield from _of_person(text, name, start, end)
        rebels = _REBELS.search(text, max(0, start - _NEAR), start)
        if rebels is not None and name[:1].isupper():
            denied = CIVILIANS | NEWS | WATCHING | UNITED | RULING | ONE | {"state_forces"}
            yield Sort(rebels["who"], denied)
        paper = _PAPER.match(text, end)
        if paper is not None and name[:1].isupper():
            yield Sort(paper["word"], ARMED | CIVILIANS | WATCHING | UNITED | RULING | ONE)


def _are_counted(counted: re.Match[str]) -> bool:
    """Whether words are people of a number: "two farmers", "dozens of residents"."""
    number, head = (counted["number"] or "").lower(), counted["head"]
    is_number = not number or (number in NUMBERS and number not in ("one", "a", "an"))
    singular = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
    if singular in BODIES:
        return False
    return is_number and is_people(head) and head.endswith(("s", "men", "people", "children"))


def _of_person(text: str, name: str, start: int, end: int) -> Iterator[Sort]:
    """What a calling right before a full name tells: it is a person's."""
    if not _NAME.fullmatch(name) or not BODIES.isdisjoint(name.lower().split()):
        return
    before = text[max(0, start - _NEAR) : start]
    found = _CALLING_BEFORE.search(before)
    if found is not None and found["article"] is None and found["word"].lower() in _CALLINGS:
        word = found["word"].lower()
        yield Sort(word, SEVERAL | (ARMED | UNITED | WATCHING if word in _TELLING else frozenset()))
    its = _ITS_BEFORE.search(before)
    if its is not None and text.startswith((",", " and ", "."), end):
        yield Sort(its["word"], SEVERAL)
