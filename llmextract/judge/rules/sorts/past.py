"""Which words a sentence tells as past beside a finite verb, and what before them plans nothing.

A participle set off behind its noun, a form in -ing behind "after" or that goes on with a past
verb, "was forced to quit"; before them a day or "about 700" plans nothing.
"""

import re
from typing import Final

from llmextract.article.syntax.finite import is_told_past
from llmextract.article.syntax.governing import GERUND, TO
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    DETERMINERS,
    UNCHANGED,
    is_adverb,
    is_gerund,
    is_open,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.told import is_told, may_be_open
from llmextract.article.syntax.unchanged import is_told_unchanged
from llmextract.article.syntax.unsettled import unsettled
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.ask.realis import DENIED, PLANNED, UNREAL

_DATE: Final = re.compile(
    r"\b(?:" + "|".join(each.capitalize() for each in (*WEEKDAYS, *MONTHS)) + r")\b(?!\s\Z)"
)
_ABOUT: Final = re.compile(
    r"\b[Aa]bout\s(?=\d|(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b)"
)
# "Hale will face Roe, who [beat Vale]": what is set off tells for itself.
_WHO: Final = re.compile(r",\s(?:who|which)\s(?:\w+ly\s|also\s)?\Z")
_FORCED: Final = re.compile(
    r"(?:(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?(?:forced|compelled|obliged|made)"
    r"|(?:(?:has|have|had)\s+)?managed)\s+to\s+(?P<verb>[a-z]+)(?:\s+(?:up|out|off|down|back|away))?\Z"
)
_BEHIND_NOUN: Final = re.compile(r"(?P<noun>[\w’'-]+),\s(?:\w+ly\s)?\Z")
_ASIDE_ENDS: Final = re.compile(r"[^,;:]{0,120},\s(?P<verb>[a-z]+)\b")
_AFTER: Final = re.compile(r"\bafter\s(?:having\s)?(?:\w+ly\s)?\Z")
_GOES_ON: Final = re.compile(r",\s(?:\w+ly\s)?\Z")
_FINITE: Final = words_of("was were had")
_ORDERED: Final = words_of("ordered directed instructed commanded")
_TO_WHOM: Final = re.compile(r"\s(?:[\w’'-]+\s){1,6}to\s(?!the\b|an?\b)[a-z]")
_HALTED: Final = re.compile(
    r"(?:(?:was|were|has|have|had)\s)?(?P<verb>stopped|halted|suspended|ceased|downed)\s(?:all\s|the\s)?"
    r"(?:work|tools|production|output|play|trading|traffic|flights|trains|operations|services?)"
)
_CARRIED_OUT: Final = re.compile(
    r"\b(?P<verb>completed|finished|concluded|finali[sz]ed|conducted|carried\sout|pulled\soff)\s"
    r"(?:its|his|her|their|the|an?)\s(?:[a-z-]+\s){0,2}\Z"
)
_LOOK_BACK: Final = 240


def is_told_as_past(text: str, start: int, end: int, name: str) -> bool:
    """Whether text[start:end] is told as past, so that no label of this name is likely its own.

    >>> text = "Roe left on Monday after closing two ports."
    >>> is_told_as_past(text, 25, 32, "planned")
    True
    """
    if is_told(text, start, end) or is_told_unchanged(text, start, end):
        return True
    if name in PLANNED and is_told_past(text, (start, end)):
        return True
    if is_act(text, start, end) or _is_carried_out(text, start):
        return True
    if (halted := halted_verb(text[start:end])) is not None:
        return is_told(text, start, start + halted)
    if name in DENIED:
        return _is_said(text, start, end) or _is_set_off(text, start, end)
    if name in UNREAL and is_gerund(_first(text[start:end])):
        return _follows_past(text, start, end)
    return name in UNREAL and _is_set_off(text, start, end)


def is_act(text: str, start: int, end: int) -> bool:
    """Whether words tell an act of the past, though they look like plans: "was forced to quit".

    An order is given whatever comes of it, and a march that was "called off" is off.
    """
    told = text[start:end]
    is_order = told.rpartition(" ")[2] in _ORDERED and is_told(text, start, end)
    is_order = is_order and _TO_WHOM.match(text, end) is not None
    return is_order or _FORCED.match(told) is not None or _is_verb_with_particle(text, start, end)


def halted_verb(told: str) -> int | None:
    """Where the verb of "stopped work" ends in such words: of what only stops; None elsewhere."""
    found = _HALTED.fullmatch(told)
    return found.end("verb") if found is not None else None


def _is_carried_out(text: str, start: int) -> bool:
    """Whether words are a noun for what somebody is told to have done: "completed its purchase"."""
    found = _CARRIED_OUT.search(text, max(0, start - _LOOK_BACK), start)
    return found is not None and is_told(text, *found.span("verb"))


def own_clause(text: str, start: int) -> str:
    """What stands before a place, without the clause that only sets off who does it."""
    return "" if _WHO.search(text, max(0, start - _LOOK_BACK), start) else text[:start]


def settled(before: str) -> str:
    """A text without the names of days and the "about" of figures, which plan nothing."""
    return _ABOUT.sub("", _DATE.sub("then", before))


def _first(told: str) -> str:
    return next(iter(tokenise(told).words), "")


def _is_verb_with_particle(text: str, start: int, end: int) -> bool:
    """Whether words are a past verb and its particle alone, "ruled out", of a verb told as past."""
    words = tokenise(text[start:end]).words
    if len(words) < 2 or words[-1] not in ("out", "off", "up", "down", "back", "away", "over"):
        return False
    verb = start + text[start:end].rindex(" ")
    if not is_past(words[-2]):
        return False
    at = verb - len(words[-2])  # "called" alone is a verb of saying
    return is_told(text[:at] + "met".ljust(verb - at) + text[verb:], start, verb)


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying is told as past: what it says may be denied, but not that."""
    words = tokenise(text[start:end]).words
    if not words or not (says(words[-1]) and is_past(words[-1])):
        return False
    at = end - len(words[-1])
    return is_told(text[:at] + "met".ljust(end - at) + text[end:], start, at + len("met"))


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Whether words are a participle set off from a noun of which a past verb tells.

    "A ship, launched without a crew in May, docked".
    """
    words = tokenise(text[start:end]).words
    noun = _BEHIND_NOUN.search(text, max(0, start - _LOOK_BACK), start)
    if noun is None or not words or not is_past(words[0]) or unsettled(text[start:end]):
        return False
    if words[0] in TO or words[0] in GERUND or says(words[0]):
        return False
    ends = _ASIDE_ENDS.match(text, end)
    if ends is None or not is_open(noun["noun"].lower()):
        return False
    verb = ends["verb"]
    return (verb in _FINITE or is_past(verb)) and not may_be_open(settled(text[:start]))


def _follows_past(text: str, start: int, end: int) -> bool:
    """Whether a form in -ing follows on what a past verb tells: "fell, [landing in Dorva]"."""
    told = _first(text[start:end])
    if told in GERUND or told in TO or says(told):
        return False
    after = _AFTER.search(text, max(0, start - _LOOK_BACK), start)
    joint = after or _GOES_ON.search(text, max(0, start - _LOOK_BACK), start)
    if joint is None:
        return False
    before = settled(text[: joint.start()].rstrip())
    if unsettled(before) or may_be_open(text[:start]):
        return False
    words = tokenise(before).words
    return any(
        (is_past(word) or word in UNCHANGED)
        and not says(word)
        and at > 0
        and (words[at - 1] not in DETERMINERS and words[at - 1] not in AUXILIARIES)
        and (is_open(words[at - 1]) or is_adverb(words[at - 1]))
        and word not in TO
        for at, word in enumerate(words)
    )
