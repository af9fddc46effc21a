"""Whether two full names are those of two persons, as far as an article shows that they are."""

import re
from difflib import SequenceMatcher
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import ARTICLES, is_open
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
# "Known as", "whose real name", "used the name", "Roe (Hale)".
_LINK: Final = re.compile(
    r"\b(?:as|called|named|names?|dubbed|alias(?:es)?|aka|nicknamed|born|formerly|or|real|guerre"
    r"|became|renamed|pseudonym|pen|stage)\b|[(“\"‘]",
    re.IGNORECASE,
)
# Right before what is told of as a name: "used the name Hale", "known as “Hale”".
_AS_NAME: Final = re.compile(
    r"(?:\b(?:named|names?(?: of)?|dubbed|alias|aka|nicknamed|born|formerly|pseudonym"
    r"|(?:known|renamed|identified|registered|signed) as)\s+[\"“‘(']?|[\"“‘(])\Z",
    re.IGNORECASE,
)
# Between two names of one: "Roe, the", "Roe - ".
_BESIDE: Final = re.compile(r"\s*[,(–—-]*\s*(?:the\s+)?")
_ARTICLE: Final = re.compile(r"\b[Tt]he\s+\Z")
_SURNAME: Final = re.compile(rf"(?:(?:{OF_NAMES})[\s-])?[A-Z]\w+")
_FIRST: Final = re.compile(
    rf"(?:\A|[^.\w]|(?<=\W)(?:{ABBREVIATED})\.)\s?"
    rf"(?P<first>[A-Z][\w’'-]+)\s+(?:(?:[A-Z][\w’'-]*|[A-Z]\.)\s+){{0,2}}\Z"
)
# Before the surname by which somebody is called: no pope or commander, who take other names.
_ELECTED: Final = re.compile(
    r"\b(?:president|senator|governor|mayor|secretary|minister|chancellor|judge|ambassador"
    r"|congressman|congresswoman|Mr|Mrs|Ms|Rep|Sen|Gov)\.?\s+\Z",
    re.IGNORECASE,
)
_HONORIFIC: Final = re.compile(r"\A(?:Mrs?|Ms|Miss|Madame|Sir|Dame|Dr)\.?\s(?=[A-Z])")
_GIVEN: Final = re.compile(r"[A-Z][\w’'-]+")
_FIRST_AND_LAST: Final = 2
_ALIKE: Final = 0.6
_AGE: Final = re.compile(r",\s(?:now\s|aged\s)?\d\d,\s(?=[a-z])")
_SMALL_ARTICLE: Final = re.compile(r"\b(?:an?|the)\s+\Z", re.IGNORECASE)
_LOOK_BACK: Final = 40
# Whom a person leads goes by his name and office: "President Roe Administration".
_COURTS: Final = frozenset("administration government regime campaign family foundation".split())
_SHORT_LOOK: Final = 6
_NEAR: Final = 80


def other_person(article: Article, name: str, words: str) -> str | None:
    """The full name that these words are, or end, where that and a name are of two persons.

    None where the article joins the two in a sentence ("Roe, also known as Hale"), or where neither
    is surely a person's: by an office, an age, a surname that stands alone.
    """
    if (sibling := _sibling(article, name, words)) is not None:
        return sibling
    words, honorifics = _HONORIFIC.subn("", words)
    is_full = _FULL.fullmatch(words) is not None
    full = words if is_full else full_name(article, words) or _with_office(article, name, words)
    if full is None or not _FULL.fullmatch(name) or not _shares_no_word(name, full):
        return None
    if any(_is_described(article, each) for each in (name, full)):
        return None
    if not (honorifics or is_person(article, name) or is_person(article, full)):
        return None
    return None if _joined(article, name, words) or _joined(article, name, full) else full


def _sibling(article: Article, name: str, words: str) -> str | None:
    """The full name of who shares a surname: "Anna" of "Anna and Ilan Roe" is not "Ilan Roe"."""
    parts = name.split()
    if len(parts) < _FIRST_AND_LAST or words in parts or not _GIVEN.fullmatch(words):
        return None
    pair = re.compile(rf"\b{words} and (?P<other>[A-Z][\w’'-]+) {re.escape(parts[-1])}\b")
    found = pair.search(article.text)
    is_pair = found is not None and _spelt_alike(found["other"], parts[0])
    return f"{words} {parts[-1]}" if is_pair else None


def _with_office(article: Article, name: str, surname: str) -> str | None:
    """A surname with the office before it, where no full name is given: "Senator Hale"."""
    if not _SURNAME.fullmatch(surname) or _spelt_alike(surname, re.split(r"[\s-]", name)[-1]):
        return None
    for start, end in occurrences(article.text, surname):
        office = _ELECTED.search(article.text, max(0, start - _LOOK_BACK), start)
        if office is not None and not _GOES_ON.match(article.text, end):
            return article.text[office.start() : end]
    return None


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two words may be one in two spellings: "Dzokhar", "Dzhokhar"."""
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() > _ALIKE


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


def _is_described(article: Article, full: str) -> bool:
    """Whether words may only say what somebody is: "Crown Prince", "the Iron Lady"."""
    words = re.split(r"[\s-]", full)
    behind_article = any(
        _ARTICLE.search(article.text, max(0, start - _LOOK_BACK), start)
        for start, _ in occurrences(article.text, full)
    )
    return behind_article or words[0].lower() in ARTICLES or _OFFICE.search(full + " ") is not None


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


def _shares_no_word(one: str, other: str) -> bool:
    words, others = (set(re.findall(r"\w{3,}", name.casefold())) for name in (one, other))
    return words.isdisjoint(others)


def _joined(article: Article, one: str, other: str) -> bool:
    """Whether any sentence says that two names are those of one, or tells of one as a name."""
    for sentence in article.lines:
        text = sentence.text
        for name in (one, other):
            places = occurrences(text, name)
            if any(_AS_NAME.search(text, 0, start) for start, _ in places):
                return True
        if one not in text or other not in text:
            continue
        for first in occurrences(text, one):
            for second in occurrences(text, other):
                before, behind = sorted((first, second))
                between = text[before[1] : behind[0]]
                if _BESIDE.fullmatch(between) or _LINK.search(between[:_NEAR]):
                    return True
    return False
