"""What governs some words and yet says nothing against a label of theirs.

It belongs to another clause, or is the very deed that is told: "no wave came and the alarm was
lifted", "is trying to reach Dorva", "avoid paying", "of ordering a raid that killed ten".
"""

import re
from collections.abc import Iterable
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.governing import DENIALS, Force
from llmextract.article.syntax.governors import Governor
from llmextract.article.syntax.grammar import (
    DETERMINERS,
    NOBODY,
    NOT,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.predication import predication
from llmextract.ask.realis import ASSERTED, UNREAL

_ONGOING: Final = "ongoing"
# Who is at it goes on with it, whatever comes of it.
_STRIVING: Final = words_of(
    "trying seeking attempting striving struggling working fighting pushing racing effort efforts"
    " drive campaign bid battle struggle attempts"
)
_UNDER_WAY: Final = re.compile(
    r"[\w’'-]+\s(?:[\w’'-]+\s){0,4}?(?:are|is|remains?|continues?)\s(?:\w+ly\s|still\s|now\s)?"
    r"(?:(?:underway|under\sway|ongoing|in\sprogress|continuing|being\smade)\s)?(?:in\s[\w’'-]+\s)?to\s(?:\w+ly\s)?"
)
_NEAR: Final = 6
_JOINED: Final = re.compile(r"\b(?:and|but|or|so)\s+\Z")
# What did harm was done: "ordered a raid that killed ten".
_DID: Final = re.compile(
    r"(?:\s+(?:in|on|at|of|near)\s[^.,;:]{1,60})?,?\s+(?:that|which)\s+(?:\w+ly\s+)?(?P<did>[a-z]+)\b"
    r"(?!\s+(?:to|be|been)\b)"
)
_NO_DEED: Final = words_of("was were had did been would could might should")
_ITS_RESULT: Final = re.compile(r"[^.;:]{1,160}?\b(?P<modal>could|would|may|might|will|can)\b")


def speaking_against(
    text: str, start: int, end: int, found: Iterable[Governor], name: str
) -> tuple[Governor, ...]:
    """Of what governs text[start:end] all that may speak against a label of that name."""
    is_idle = _is_idle_of_real if name in ASSERTED else _is_idle_of_unreal
    return tuple(each for each in found if not is_idle(text, (start, end), each, name))


def _is_idle_of_real(text: str, place: Range, found: Governor, name: str) -> bool:
    start, end = place
    word = _first_word(text, found)
    if found.force is Force.INTENTION:
        if name == _ONGOING and word in _STRIVING and _is_at_it(text, start, found):
            return True
        did = _DID.match(text, end)
        return did is not None and is_past(did["did"]) and did["did"] not in _NO_DEED
    opens = tokenise(text[start:end]).words[:1]
    if found.end <= start and word in NOBODY and not DETERMINERS.isdisjoint(opens):
        joined = _JOINED.search(text, max(0, start - _NEAR), start)
        return joined is not None and predication(text, start, end).clause
    return False


def _is_at_it(text: str, start: int, found: Governor) -> bool:
    """Whether somebody is told as striving now: "efforts are under way to [retake Dorva]"."""
    if start <= found.start:
        return True
    return _UNDER_WAY.fullmatch(text, found.start, start) is not None


def _is_idle_of_unreal(text: str, place: Range, found: Governor, name: str) -> bool:
    start, end = place
    word = _first_word(text, found)
    if found.force not in DENIALS or name not in UNREAL:
        return False
    if start <= found.start < end:
        return word not in NOT | NOBODY  # "avoid paying" may be what is planned
    return word == "without" and _ITS_RESULT.search(text, end) is not None


def _first_word(text: str, found: Governor) -> str:
    return text[found.start : found.end].partition(" ")[0].lower()
