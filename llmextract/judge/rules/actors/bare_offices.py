"""Offices beside a name that are of no body there, and so of one that was told of just before.

Of "The Kelmar Bank lost millions. A spokesman, Ilan Roe, said" he may speak for the bank: nothing
in his own sentence says for whom. "FDF spokesman Roe" and "Roe, a spokesman for the Front" do.
"""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import ARTICLES, PREPOSITIONS, is_past, words_of
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import head_of, is_people

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w.&’'-]*"
# "A spokesman, ", "The deputy chief executive, Dr ", "Spokesman " before a name.
_BEFORE: Final = re.compile(
    rf"(?P<before>\A|\S*\s)(?P<office>\b[A-Za-z][a-z-]*(?:\s[a-z][a-z-]*){{0,4}}),?\s(?:{_CAPITAL}\s){{0,2}}\Z"
)
_BEHIND: Final = re.compile(
    r"(?:,|\s\([^()]{1,20}\),)\s(?:\d{1,3},\s)?(?:an?\s|the\s|one\sof\sthe\s)"
    r"(?P<office>[\w-]+(?:\s[\w-]+){0,3}?)(?=[,.;]|\s(?:who|in|on|at|said)\b)"
)
_LEADS: Final = re.compile(
    r",\swho\s(?:[a-z]+\s){0,2}?(?:led|leads|heads|headed|runs|ran|founded|chairs|chaired|commands"
    r"|commanded|owns|owned|represents|represented|joined|manages|managed|directs|directed|leading"
    r"|works|worked|serves|served|speaks|spoke)\s(?:it|them|there|for\s(?:it|them)|the\s[a-z-]+)\b"
)
_OPENS: Final = ARTICLES | PREPOSITIONS | {"one"}
_OWN: Final = words_of("its their his her our my your whose")
# Right before the office that opens a sentence, or an aside: "left. Spokesman Roe".
_MARKS: Final = ("", ".", ",", "!", "?", ":", ";", "”", '"', "“")
# These are somebody's, or of a state.
_OF_NONE: Final = words_of(
    "wife husband son daughter father mother brother sister widow minister governor mayor senator"
    " king queen prince princess candidate ambassador envoy congressman congresswoman emir sultan"
)
_OF_BODIES: Final = (ROLES - _OF_NONE) | words_of(
    "head member president leader founder coordinator captain editor owner chief manager commander"
    " commandant negotiator spokesperson official delegate fighter organiser organizer secretary"
    " executive administrator chair treasurer rebel militant organisers operator inspector"
)
_LOOK_BACK: Final = 70


def may_be_of(text: str, name: Range, told: str) -> bool:
    """Whether somebody may be of a body that is told of before, by the office beside his name.

    Any work does where it is told of that body's people: "Nurses of the clinic ... Roe, a nurse".
    """
    if _LEADS.match(text, name[1]):
        return True
    for office in _beside(text, name):
        head = head_of(office).lower()
        if head in _OF_BODIES or (head.endswith("man") and is_people(head)):
            return True
        if is_people(head) and re.search(rf"\b{head.removesuffix('s')}s?\b", told, re.IGNORECASE):
            return True
    return False


def _beside(text: str, name: Range) -> Iterator[str]:
    """The offices beside a name that an article, the sentence or a verb opens, and no body."""
    before = _BEFORE.search(text, max(0, name[0] - _LOOK_BACK), name[0])
    if before is not None:
        words = before["office"].split()
        opens = [at for at, word in enumerate(words) if word.lower() in _OPENS or is_past(word)]
        is_free = before["before"].rstrip()[-1:] in _MARKS
        if _OWN.isdisjoint(word.lower() for word in words) and (opens or is_free):
            yield " ".join(words[opens[-1] + 1 if opens else 0 :])
    behind = _BEHIND.match(text, name[1])
    if behind is not None:
        yield behind["office"]
