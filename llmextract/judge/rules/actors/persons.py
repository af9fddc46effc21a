"""Whether two full names are those of two persons, as far as an article shows that they are."""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import is_open
from llmextract.article.syntax.patterns import ABBREVIATED, OF_NAMES
from llmextract.article.syntax.sorts import OFFICES
from llmextract.judge.rules.actors.described import BODIES
from llmextract.judge.spans import occurrences

_PART: Final = rf"(?:[A-Z][\w’'-]*\.?|(?:{OF_NAMES})\b)"
_FULL: Final = re.compile(rf"[A-Z][\w’'-]*\.?(?:[\s-]{_PART}){{0,3}}[\s-][A-Z][\w’'-]*")
_BODIES: Final = frozenset("army police government officials officers leaders commanders".split())
_OFFICE: Final = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(OFFICES - _BODIES))}|secretary|senator|governor|mayor|judge|doctor"
    r"|professor|king|queen|prince|princess|pope|emir|sheikh|lawyer|attorney|prosecutor|officer"
    r"|general|colonel|captain|lieutenant|sergeant|ambassador|envoy)"
    rf"|\b(?:{ABBREVIATED})\.?)(?P<comma>,?)\s+\Z",
    re.IGNORECASE,
)
# "Roe, 43, said", "Roe, who".
_AGED: Final = re.compile(r",\s(?:who\b|(?:now\s)?\d\d(?:,|\.|\sand\b))")
# Before a surname that stands alone: no other name, and no article ("the House").
_NOT_ALONE: Final = re.compile(
    r"(?:\b[A-Z][\w’'.-]*[\s-]+|\b(?:[Tt]he|[Aa]n?|of|[Aa]l|[Ee]l|[Bb]in|de|van|von)[\s-]+|[-’'])\Z"
)
_GOES_ON: Final = re.compile(r"[\s-]+[A-Z]|-")
_SURNAME: Final = re.compile(rf"(?:(?:{OF_NAMES})[\s-])?[A-Z]\w+")
_FIRST: Final = re.compile(
    rf"(?:\A|[^.\w]|(?<=\W)(?:{ABBREVIATED})\.)\s?"
    rf"(?P<first>[A-Z][\w’'-]+)\s+(?:(?:[A-Z][\w’'-]*|[A-Z]\.)\s+){{0,2}}\Z"
)
_AGE: Final = re.compile(r",\s(?:now\s|aged\s)?\d\d,\s(?=[a-z])")
_SMALL_ARTICLE: Final = re.compile(r"\b(?:an?|the)\s+\Z", re.IGNORECASE)
_LOOK_BACK: Final = 40
# Whom a person leads goes by his name and office: "President Roe Administration".
_COURTS: Final = frozenset("administration government regime campaign family foundation".split())
_SHORT_LOOK: Final = 6


def has_office(article: Article, words: str) -> bool:
    """Whether words are surely the full name of a person, by an office or an age beside it."""
    if not _FULL.fullmatch(words) or not (BODIES | _COURTS).isdisjoint(words.lower().split()):
        return False
    text = article.text
    for start, end in occurrences(text, words):
        office = _OFFICE.search(text, max(0, start - _LOOK_BACK), start)
        # "The commander, Ilan Roe, said", but not "Roe, commander, Task Force 7".
        if office and (not office["comma"] or text.startswith(",", end)):
            return True
        if _AGED.match(text, end):
            return True
    return False


def called_person(article: Article, words: str) -> str | None:
    """The office or age that makes a name one person's: "King" of "King Oren II"; None without.

    A small office behind an article may end where the name begins: "told a judge Dorva Air left".
    """
    is_body = not (BODIES | _COURTS).isdisjoint(words.lower().split())
    if is_body or not _FULL.fullmatch(words) or words.endswith("s"):
        return None
    text = article.text
    for start, end in occurrences(text, words):
        office = _OFFICE.search(text, max(0, start - _LOOK_BACK), start)
        if office is not None and _is_his(text, office):
            return office[0].strip()
        if (age := _AGE.match(text, end)) is not None:
            return age[0].strip(", ")
    return None


def _is_his(text: str, office: re.Match[str]) -> bool:
    """Whether an office right before a name is its own: not of "market leader Dorva Motors"."""
    word = office[0].strip()
    if office["comma"] or word.endswith("s") or word == "leader":
        return False
    before = text[max(0, office.start() - _SHORT_LOOK) : office.start()]
    return word[0].isupper() or _SMALL_ARTICLE.search(before) is None


def is_person(article: Article, full: str) -> bool:
    """Whether a full name is a person's, by an office, an age or a surname that stands alone."""
    return has_office(article, full) or _stands_alone(article, re.split(r"[\s-]", full)[-1])


def _stands_alone(article: Article, surname: str) -> bool:
    text = article.text
    return any(
        not _NOT_ALONE.search(text, max(0, start - _LOOK_BACK), start)
        and not _GOES_ON.match(text, end)
        for start, end in occurrences(text, surname)
    )


def full_name(article: Article, surname: str) -> str | None:
    """The only full name that ends in a surname, None where none does for sure."""
    if not _SURNAME.fullmatch(surname):
        return None
    found: set[str] = set()
    for start, end in occurrences(article.text, surname):
        before = _FIRST.search(article.text, max(0, start - _LOOK_BACK), start)
        if before is not None and is_open(before["first"].lower()):
            found.add(article.text[before.start("first") : end])
    return found.pop() if len(found) == 1 else None
