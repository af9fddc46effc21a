"""The ways in which an article can say that two names are of one actor.

By what the names share, by brackets, commas or a noun right between them, or by words of naming
("known as"). Of "Roe fled. Hale stayed" none makes Hale another name for Roe. A description
("the group", "the colonel") may take up anybody.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    tokenise,
    words_of,
)
from llmextract.article.syntax.own_subject import is_surely_active
from llmextract.article.syntax.patterns import IS
from llmextract.judge.rules.actors.aliases import is_short_for, may_be_short
from llmextract.judge.rules.actors.described import BODIES, one_person
from llmextract.judge.rules.actors.persons import called_person
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.actors.titles import RANKS, ROLES
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.spans import occurrences

# Between two names: "also known as", "whose real name is", "has changed its name to".
_NAMING: Final = re.compile(
    r"\b(?:(?:known|identified|registered|styled|operating|trading|writing|performing|referred\sto)"
    r"\s(?:\w+\s){0,3}(?:as|by)|alias(?:es)?|aka|a\.k\.a|nick-?name[ds]?|dubbed|(?:re)?named|rebranded"
    r"|called|calls|acronym|abbreviat\w+|initials|short\sfor|stands\sfor|stage\sname|(?:real|birth|maiden|full|pen)\sname"
    r"|n[ée]e|born\sas|names?\s(?:is|was|to|of)|pseudonym|guerre|code-?name[ds]?|merged|translates|literally"
    r"|spell?ed|spelt)\b|=",
    re.IGNORECASE,
)
# Right before the second: "the Front, or DF", "the Front, formerly the League", "became the Union".
_OTHERWISE: Final = re.compile(
    r"[\"”’']?(?:,|\s\(|\s[–—-])?\s(?:(?:and|who|which|has|have|had|is|was)\s){0,3}"
    r"(?:or|also|now|later|once|formerly|previously|then|i\.e\.|became|becomes|become|born|form(?:s|ed|ing)|meaning)"
    r"\s(?:(?:called|simply|just|the|an?|The)\s){0,2}[\"“‘']?"
)
# Right before a name that the article gives to somebody it has told of: "He is known as Fox".
_AS_NAME: Final = re.compile(
    r"\b(?:known\s(?:\w+\s){0,2}as|alias|aka|nicknamed|dubbed|renamed|(?:is|was|also)\scalled|names?(?:\s(?:of|is|was))?"
    r"|pseudonym|guerre|identified\sas)\s+(?:the\s|[Tt]he\s)?[\"“‘'(]?\Z",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"[\"“‘']?\s*[(\[][^()\[\]]{0,60}\Z")
_DETERMINER: Final = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|his|her|their|both|such)|['’]s)\s+(?:[a-z-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_GENITIVE: Final = re.compile(r"['’]s?\s")
_DEFINITE: Final = words_of("the this that these those its his her their both such")
# "Roe, the", "Roe – a", "Roe, who is", "Roe is the": what may stand before the other name.
_BESIDE: Final = re.compile(
    rf"[\"”’']?(?:\s*(?P<mark>[,–—:-])\s*|\s+)(?:(?:who|which)\s)?(?P<is>{IS}\s+)?"
    r"(?:(?:the|an?|its|his|her|their|or)\s+)?(?P<more>(?:[\w’'.-]+\s+){0,6})[\"“‘']?",
    re.IGNORECASE,
)
# Behind a word of naming: "known as the", "known by its Spanish initials".
_NAMED: Final = re.compile(
    r"(?:\s(?:[a-z][\w’'-]*|[A-Z][a-z]+(?=\s(?:name|initials|acronym|abbrev))))*[\s:]+[\"“‘(]?"
)
# Whose name something before a comma is not: "an envoy for Norland, Roe".
_OFFICE_FOR: Final = re.compile(r"(?P<noun>[\w-]+)\s(?:of|for|to|in|at|from|with)\s(?:the\s)?\Z")
_CLOSED: Final = re.compile(r"[\"”’']?\s*(?:[,.;:)–—-]|\Z|\[)")
_FORMS_OF_STATES: Final = words_of(
    "republic kingdom federation government administration regime state"
)
_OFFICES: Final = (ROLES | RANKS) - words_of(
    "administration campaign army police government analyst analysts expert experts official"
    " officials"
)
_HIS_NAME: Final = re.compile(r"\b(?:his|her|its|their|whose)\s(?:[a-z]+\s)?names?\b")
_CAPITAL: Final = re.compile(r"\b[A-Z]")
# What one may do to another as well: "the club named Roe".
_ALSO_DONE: Final = words_of("named called calls renamed merged dubbed")
_NO_PHRASE: Final = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | {"that"}
_ORGANISED: Final = ("isis", "isil", "is", "daesh", "islamic state", "islamic state group")
_NAME_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_PRONOUN: Final = re.compile(
    r"\b(?:(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b|(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?:[a-z]+\s)?(?:name|alias|nickname|initials))"
)
# Nouns of people that are for a body, or for several.
_SEVERAL: Final = BODIES | words_of(
    "company club channel agency group organisation organization paper government administration"
    " opposition insurgency leadership regime crew family community household crowd public people"
    " police military army faction militia observatory broadcaster newspaper team couple pair firm"
)
_NO_NICKNAME: Final = BODIES | words_of("times post news war act conference cup games")
_ARMY: Final = words_of("army military navy police")
_ARMED: Final = _ARMY | words_of(
    "forces force troops guard guards soldiers brigade brigades division battalion regiment corps"
    " marines air fleet command unit units gendarmerie peshmerga legion constabulary"
)
_NEAR: Final = 90
_LEAST_LETTERS, _MOST_LETTERS, _SPELT = 5, 8, 0.8


def may_be_equated(article: Article, name: str, words: str) -> bool:
    """Whether an article may say that words are another name for somebody.

    >>> text = "The Dorva Front, also called the Vale, fled. Kelmar Air flew."
    >>> [may_be_equated(Article(text), "Dorva Front", each) for each in ("Vale", "Kelmar Air")]
    [True, False]
    """
    if _is_open(article, name, words) or (not _is_name(words) and _is_open(article, words, name)):
        return True
    forms, others = ([*_forms(article, each)] for each in (name, words))
    pairs = [*product(forms, others)]
    if any(_alike(one, other) for one, other in pairs):
        return True
    known = {*article.abbreviations, *article.abbreviations.values()}
    if known.isdisjoint((name, words)) and any(may_be_short_for(*each) for each in pairs):
        return True
    return any(_are_joined(article, one, other) for one, other in pairs)


def _forms(article: Article, name: str) -> Iterator[str]:
    """A name, what it is short for, and what is short for it."""
    yield name
    for short, full in article.abbreviations.items():
        if name == short:
            yield full
        elif name == full:
            yield short


def _is_open(article: Article, name: str, words: str) -> bool:
    """Whether words may mean anybody: "it", "the group", "the Foreign Secretary"."""
    parts = words.lower().split()
    if not parts or parts[0] in PRONOUNS | OBJECT_PRONOUNS:
        return True
    head = head_of(words)
    ruling = state_of(name) is not None or not _FORMS_OF_STATES.isdisjoint(name.lower().split())
    if ruling and (state_of(words) is not None or not _FORMS_OF_STATES.isdisjoint(parts)):
        return True
    if parts[0] in ("a", "an") and is_people(head.lower()):
        # "A baker was shot. Ilan Roe, 43, died": who is told of first, and named behind.
        return 0 <= article.text.find(words) < article.text.find(name)
    if _is_name(words):
        # "The Iron Fox" may be what Roe is called.
        called = parts[0] == "the" and _NO_NICKNAME.isdisjoint(parts) and state_of(words) is None
        return (called or head.lower() in _OFFICES) and _may_be_one_person(name)
    if not _is_name(name):
        return parts[0] in _DEFINITE or is_people(head.lower())
    if not _fits(article, name, words):
        return False
    if parts[0] in _DEFINITE or _GENITIVE.search(words):
        return True
    return any(
        _DETERMINER.search(line.text, max(0, at - _NEAR), at)
        for line in article.lines
        for at, _ in occurrences(line.text, words)
    )


def _fits(article: Article, name: str, words: str) -> bool:
    """Whether a description may be of somebody by its number and its sort."""
    head = head_of(words).lower()
    is_one = is_people(head) and not head.endswith(("s", "men")) and head not in _SEVERAL
    if is_one or one_person(words) is not None:
        return _may_be_one_person(name)
    if called_person(article, name) is not None:
        return False
    parts = {word.lower() for word in _words(name)}
    if head in _ARMY:
        return not parts.isdisjoint(_ARMED) or state_of(name) is not None
    return True


def _may_be_one_person(name: str) -> bool:
    """Whether a name may be one person's: none of a state or a body, nor letters."""
    parts = [word.lower() for word in _words(name)]
    is_body = not BODIES.isdisjoint(parts) or state_of(name) is not None
    letters = name.isupper() and " " not in name and len(name) > 1
    return not (is_body or letters or (is_people(parts[-1]) and parts[-1].endswith("s")))


def _is_name(words: str) -> bool:
    """Whether the head of words has a capital: "Dorva Front", but not "Dorva fighters"."""
    head = head_of(words) or words.split()[-1]
    if words.istitle() and " " not in words and is_people(head.lower()) and head.endswith("s"):
        return False  # "Rioters" at the head of a sentence
    return any(letter.isupper() or letter.isdigit() for letter in head)


def _words(name: str) -> list[str]:
    return [word for word in _NAME_WORD.findall(name) if word.lower() not in ARTICLES]


def _alike(one: str, other: str) -> bool:
    """Whether one may be another spelling of the other: "Roehampton", "Rohampton"."""
    if one.lower() in _ORGANISED and other.lower() in _ORGANISED:
        return True
    pairs = product(_words(one), _words(other))
    return any(
        min(len(a), len(b)) >= _LEAST_LETTERS
        and SequenceMatcher(None, a.casefold(), b.casefold()).ratio() > _SPELT
        for a, b in pairs
    )


def may_be_short_for(one: str, other: str) -> bool:
    """Whether one of two may be letters of the other: "FLN" of "Front of National Liberation"."""
    for short, full in ((one, other), (other, one)):
        bare = short.replace(".", "")
        if " " in bare or len(bare) > _MOST_LETTERS:
            continue
        letters = bare if sum(map(str.isupper, bare)) > 1 else bare.upper()
        if is_short_for(letters, full) or (letters == bare and may_be_short(bare, full)):
            return True
    return False


def _are_joined(article: Article, one: str, other: str) -> bool:
    """Whether a sentence joins two names by what stands between them, or gives him the second."""
    for line in article.lines:
        text = line.text
        here, there = occurrences(text, one), occurrences(text, other)
        for (start, end), (low, high) in product(here, there):
            if end <= low <= end + _NEAR and _joins(text, (start, end), (low, high)):
                return True
            if high <= start <= high + _NEAR and _joins(text, (low, high), (start, end)):
                return True
        if any(_is_given(text, at) for at, _ in there):
            return True
    return False


def _is_given(text: str, start: int) -> bool:
    """Whether a name is given to who is told of by a pronoun: "He is also known as Fox"."""
    found = _AS_NAME.search(text, max(0, start - _NEAR), start)
    return found is not None and _PRONOUN.search(text, 0, found.start()) is not None


def _joins(text: str, first: Range, behind: Range) -> bool:
    between = text[first[1] : behind[0]]
    if _OPENING.match(between):
        return True
    if _OTHERWISE.fullmatch(between):
        return True
    for found in _NAMING.finditer(between):
        if _HIS_NAME.search(between) and _NAMED.fullmatch(between, found.end()):
            return True
        if _NAMED.fullmatch(between, found.end()) and not _CAPITAL.search(between[: found.start()]):
            return bool(between[: found.start()].strip()) or found[0] not in _ALSO_DONE
    beside = _BESIDE.fullmatch(between)
    if beside is None:
        return False
    names = [_is_name(text[slice(*each)]) for each in (first, behind)]
    more = tokenise(beside["more"]).words
    if not (beside["mark"] or beside["is"]):
        return not more and not all(names)
    office = _OFFICE_FOR.search(text, max(0, first[0] - _NEAR), first[0])
    if all(names) and office is not None and is_people(office["noun"].lower()):
        return False
    is_phrase = not any(word in _NO_PHRASE or is_surely_active(word) for word in more)
    return is_phrase and _CLOSED.match(text, behind[1]) is not None
