"""The person, or the body, that is the subject of the sentence right before a pronoun.

Whoever says "he added" is whom the sentence before tells of first, where that names one person who
acts and its own pronouns are his. Offsets are half-open code points in a sentence without what
stands between quotation marks.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_past,
    words_of,
)
from llmextract.article.syntax.patterns import ABBREVIATED, OF_NAMES
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import MONTHS, NUMBERS, WEEKDAYS
from llmextract.judge.rules.actors.described import BODIES
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.speech import NO_QUOTES, quotations

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_NAME: Final = re.compile(rf"{_CAPITAL}(?:\s(?:(?:{OF_NAMES})[\s-])?{_CAPITAL}){{0,7}}")
# "Its director, Ilan Roe", "A lawyer for the guards (LG), Ilan Roe".
_APPOSED: Final = re.compile(
    rf"(?P<office>(?:[\w.’'-]+\s){{0,9}}[\w’'-]+)(?:\s\([A-Z]{{2,8}}\))?,\s(?P<name>{_NAME.pattern})"
)
_WORD: Final = re.compile(r"[\w.’'-]+")
_SAYING: Final = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|stated|states|noted|notes|warned|declared"
    r"|announced|explained|insisted|claimed|denied|reported|argued|complained)\b"
)
# Behind what is said: "..., warned the mayor", "”, said Roe".
_SPEECH_ENDS: Final = re.compile(r"[,?!]\s+\Z")
_CLAUSE: Final = re.compile(r"(?:,\s+(?:but|and|while|whereas|though|although)|;)\s+")
_COMMA: Final = re.compile(r",\s+")
# "On Monday, ", "Outside court " before "the mayor".
_FRONTED: Final = re.compile(
    r"(?:In|At|Outside|Inside|After|Before|During)\s\w+\s(?=(?:the|an?|his|her|its|their)\s)|"
    r"(?:In|On|At|By|After|Before|During|Later|Earlier|Meanwhile|However|But|Also|Still|For|From"
    r"|Under|Since|Outside|Inside|Near)\b[^,;:]{0,80},\s+"
)
# Between a name and another one that is meant: "Roe campaign spokesman Hale".
_GOES_ON: Final = re.compile(r"\s(?:[a-z][\w-]*\s){0,3}(?P<office>[a-z][\w-]*)\s")
_FOLLOWS: Final = re.compile(r",|\.?\Z|\s(?:\([^()]{1,40}\)\s)?(?P<word>[\w’'-]+)")
_ASIDE: Final = re.compile(r"(?:\s\([^()]{1,60}\))?,\s(?P<first>[\w’'-]+)[^;:]{0,240}?,")
# Whoever is joined to others by these is not alone, and of a genitive another noun is told.
_NOT_ALONE: Final = re.compile(r"['’]|-|\s(?:and|or)\b|,\s(?:and|or)\b|\s&")
_WITH_ANOTHER: Final = re.compile(r"\sand\s(?:his|her|its|their|the|an?)\s")
_OWN: Final = re.compile(r"\b(?:his|her|their|its)(?=\s[a-z])|\b(?:him|her|it|them)sel(?:f|ves)\b")
# "Roe said he had", "told reporters that she was": who says so tells it of himself.
_SAID_SO: Final = re.compile(
    r"\b(?:said|says|denied|added|insisted|claimed|told(?:\s[\w’'-]+){1,3})(?:\son\s\w+day)?"
    r"(?:\sthat)?\s(?:he|she|it|they)\b"
)
_NO_NAME: Final = frozenset((*WEEKDAYS, *MONTHS, *NUMBERS, *PREPOSITIONS)) | words_of(
    "last next this these those some many most all both few several"
)
_MANY: Final = BODIES | words_of("campaign station radio channel magazine faction families owners")
_TITLES: Final = frozenset(ABBREVIATED.lower().split("|")) | words_of("det supt insp brig cmdr adm")
_STOPS: Final = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS
_MOST_WORDS, _NEAR, _LEAST = 8, 110, 3


class Foremost(NamedTuple):
    """Who a sentence tells of first: his name, the words before it, and whether he says so."""

    name: str
    whole: str
    has_office: bool
    speaks: bool


def unquoted(text: str) -> str:
    """A text without what stands between quotation marks."""
    kept: list[str] = []
    at = 0
    for low, high in quotations(text):
        kept.append(text[at:low])
        at = high
    return " ".join([*kept, text[at:]]).translate(NO_QUOTES)


def mentions(text: str, name: str) -> bool:
    """Whether a text has any word of a name that tells it from others."""
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    own = [w for w in re.findall(r"\w+", name) if len(w) >= _LEAST or w.isupper()]
    return any(word.casefold() in words for word in own if word.casefold() not in ROLES)


def foremost(text: str) -> Foremost | None:
    """The one person who says something in a sentence, else its subject; None where none is sure.

    "Ilan Roe" of "The mayor of Dorva, Ilan Roe, promised aid" and of "It fell, said Ilan Roe".
    """
    said = [found for found in _speakers(text) if found is not None]
    if said:
        return said[0] if len({found.name for found in said}) == 1 else None
    fronted = _FRONTED.match(text)
    subject = _person_at(text, fronted.end() if fronted else 0)
    if subject is not None:
        return subject
    later = (_person_at(text, found.end()) for found in _CLAUSE.finditer(text))
    clauses = [found for found in later if found is not None and found.speaks]
    return clauses[0] if len(clauses) == 1 else None


def own_pronouns_aside(text: str) -> str:
    """A sentence without the pronouns that surely mean its subject: "his trip", "said he had"."""
    return _OWN.sub(" ", _SAID_SO.sub(" ", text))


def _speakers(text: str) -> Iterator[Foremost | None]:
    """The persons who say something behind it: ", said Roe", ", the mayor, Ilan Roe, said."."""
    for cue in _SAYING.finditer(text):
        is_told = cue[0] in ("told", "tells")
        if not is_told and _SPEECH_ENDS.search(text, max(0, cue.start() - 3), cue.start()):
            yield _person_at(text, cue.end() + 1)
        low = max(0, cue.start() - _NEAR)
        commas = [found.end() for found in _COMMA.finditer(text, low, cue.start())]
        for start in (0, *commas) if low == 0 else commas:
            found = _phrase_at(text, start)
            if found is not None and text[found[2] : cue.start()].strip(" ,") == "":
                yield Foremost(*_parts(text, found), speaks=True)
                break


def _person_at(text: str, start: int) -> Foremost | None:
    """The person whose name, with an office before or behind it, begins at an offset."""
    found = _phrase_at(text, start)
    if found is None or _NOT_ALONE.match(text, found[2]):
        return None
    end = found[2]
    aside = _ASIDE.match(text, end)
    if aside is not None and aside["first"][0].isupper() and not aside["first"].isupper():
        return None
    rest = text[aside.end() if aside else end :].split()[:_MOST_WORDS]
    return Foremost(*_parts(text, found), speaks=says(" ".join(rest)))


def _parts(text: str, found: tuple[int, int, int]) -> tuple[str, str, bool]:
    start, name, end = found
    return text[name:end], text[start:end], _has_office(text, found)


def _has_office(text: str, found: tuple[int, int, int]) -> bool:
    start, name, _ = found
    return any(map(_is_office, _WORD.findall(text[start:name])))


def _is_office(word: str) -> bool:
    low = word.lower().rstrip(".")
    is_known = low in ROLES or low in _TITLES or (is_people(low) and not low.endswith("ee"))
    return is_known and low not in _MANY


def _phrase_at(text: str, start: int) -> tuple[int, int, int] | None:
    """Where a phrase that names one person begins, his name in it begins, and both end."""
    apposed = _APPOSED.match(text, start)
    if apposed is not None and _is_of_person(apposed["office"]):
        return start, apposed.start("name"), _without_mark(text, apposed.end())
    at = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at)
        if word is None:
            return None
        if (name := _NAME.match(text, at)) is not None:
            return _named(text, start, name.span())
        if _stops(word[0]) or text[word.end() : word.end() + 1] != " ":
            return None
        at = word.end() + 1
    return None


def _named(text: str, start: int, run: Range) -> tuple[int, int, int] | None:
    """The name at the end of words with capitals, the office before it aside: "MR leader Ann Roe".

    Such words go on behind an office in small letters.
    """
    low, end = run[0], _without_mark(text, run[1])
    goes_on = _GOES_ON.match(text, run[1])
    is_verb = goes_on is not None and any(map(_is_verb, goes_on[0].split()))
    if goes_on is not None and not is_verb and _is_office(goes_on["office"]):
        behind = _NAME.match(text, goes_on.end())
        if behind is not None:
            return start, behind.start(), _without_mark(text, behind.end())
    words = [*_WORD.finditer(text, low, end)]
    offices = [word.end() for word in words[:-1] if _is_office(word[0])]
    name = offices[-1] + 1 if offices else low
    has_office = bool(offices) or any(map(_is_office, _WORD.findall(text[start:low])))
    if not has_office and (low != start or not _does(text, end)):
        return None
    is_body = not BODIES.isdisjoint(text[name:end].lower().split())
    return None if is_body or words[0][0].lower() in _NO_NAME else (start, name, end)


def _does(text: str, end: int) -> bool:
    """Whether a verb may follow a name, or the name ends its clause."""
    follows = _FOLLOWS.match(text, end)
    word = follows["word"] if follows is not None else ""
    return follows is not None and (not word or _is_verb(word) or is_adverb(word))


def _without_mark(text: str, end: int) -> int:
    """An end without the genitive or the full stop of a sentence, which are no part of a name."""
    for mark in ("'s", "’s", "'", "’", "."):
        if text.endswith(mark, 0, end):
            return end - len(mark)
    return end


def _is_of_person(office: str) -> bool:
    words = office.split()
    if words[0].lower() in PREPOSITIONS or any(_is_verb(word) for word in words):
        return False
    head = head_of(office).lower()
    if head in _MANY or _WITH_ANOTHER.search(office):
        return False
    return head in ROLES or (is_people(head) and not head.endswith("s"))


def _is_verb(word: str) -> bool:
    low = word.lower()
    if low in AUXILIARIES or low in PRONOUNS:
        return True
    return (
        word.islower()
        and low not in ROLES
        and low not in ADJECTIVES
        and (says(low) or (is_past(low) and "-" not in low))
    )


def _stops(word: str) -> bool:
    return word.lower() in _STOPS or _is_verb(word)
