"""What a pronoun takes up: the person or the body of whom the sentences before it tell first.

Of "Vale left. The mayor, Ilan Roe, promised aid. He added that" it is Roe, and not Vale.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.grammar import is_past, words_of
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.actors.aliases import is_renamed, is_short_for
from llmextract.judge.rules.actors.described import BODIES
from llmextract.judge.rules.actors.genders import gender_of
from llmextract.judge.rules.actors.persons import full_name, is_person
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.saying.antecedents import (
    Foremost,
    foremost,
    mentions,
    own_pronouns_aside,
    unquoted,
)
from llmextract.judge.spans import occurrences

HE: Final = words_of("he she")
KIND: Final = {
    "he": re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    "they": re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE),
    "it": re.compile(r"\b(?:it|its|itself)\b", re.IGNORECASE),
    "i": re.compile(r"\b(?:I|me|my|myself)\b"),
    "you": re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE),
}
_OPENS: Final = re.compile(
    r"\W*(?:(?:In|On|At|Later|Earlier|But|And|Still|Also)\b[^,.;:“”\"]{0,30},?\s+)?\Z"
)
_NAME: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_CAPITAL_BEHIND: Final = re.compile(r"\s[A-ZÀ-ÖØ-Þ]")
# Whoever a sentence tells of in passing only: "Roe’s house", "a friend of Roe".
_IN_PASSING: Final = re.compile(
    r"(?:\b(?:of|for|with|by|against|to|about|from|on|in|near)\s+(?:[A-Z][\w.’'-]*\s+){0,3}\Z)"
)
_GENITIVE: Final = re.compile(r"['’]s?\s")
# "The Kelmar Relief Council, which", "According to the KRC, ", "Dorva's army said".
_BODY: Final = re.compile(
    r"(?:According to )?(?P<article>[Tt]he\s(?:[a-z-]+\s){0,3}?)?(?P<body>[A-ZÀ-ÖØ-Þ][\w.’'-]*"
    r"(?:\s(?:(?:of|for|the|and)\s){0,2}[A-ZÀ-ÖØ-Þ][\w.’'-]*){0,7}(?:\s[a-z]+)?)"
    r"(?=,\s|\s(?:\([A-Z]{2,8}\)|[a-z]))"
)
_SHORT: Final = re.compile(r"\b[A-Z][A-Za-z]{0,2}[A-Z]{1,4}\b")
_ADDING: Final = words_of("added adds continued continues")
# Places, days and sums of money, which no "he" takes up: "in Dorva, he said".
_NOBODY: Final = re.compile(
    r"\b(?:in|at|from|of|to|near|on|for|outside|across)\s(?:the\s)?(?:[a-z]+\sof\s)?"
    r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]*){0,3}|\s[A-Z]{1,3}\d[\d,.]*|\s[A-Z][a-z]+day\b"
)
_APPOSED: Final = re.compile(
    r",\san?\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)(?=[,.]|\s(?:at|of|for|in|with)\b)"
)
# "Roe, 43, met with the envoy Ilan Hale": one person right behind a verb.
_DOES_TO: Final = re.compile(
    r"(?:,\s[^,;:]{1,80},)?\s(?:(?:has|had|also|later|then|\w+ly)\s)*(?P<verb>[a-z]+)\s(?:with\s)?"
    r"(?P<whom>(?:(?:the|an?|his|her|its)\s)?(?:[a-z-]+\s){0,4}[A-ZÀ-ÖØ-Þ][\w.’'-]*"
    r"(?:\s[A-ZÀ-ÖØ-Þ][\w.’'-]*){0,3})"
)
# Done by persons to persons only.
_MEETING: Final = words_of(
    "met married hugged embraced divorced telephoned phoned visited interviewed kissed greeted"
)
_KIND_OF_IT: Final = re.compile(r"\b[Ii]t\b")
_MOST_BACK, _NEAR, _NEXT = 4, 60, 12
# Nobody of whom an article tells as rarely is whom it is about.
_IN_PASSING_AT_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A pronoun in its sentence with the cue that it is the subject of, and a name given for it."""

    article: Article
    sentence: Sentence
    pronoun: str
    place: Range
    cue: Range
    name: str

    @property
    def text(self) -> str:
        """The text of the sentence, on one line."""
        return self.sentence.text


def before(said: Said) -> Iterator[Sentence]:
    """The sentences before that of a pronoun, the nearest first."""
    lines = said.article.lines
    last = said.sentence.number - 2
    return (lines[at] for at in range(last, max(-1, last - _MOST_BACK), -1))


def takes_up(said: Said) -> bool:
    """Whether nothing but quoted speech stands before a pronoun in its sentence."""
    before = unquoted(said.text[: said.place[0]])
    return _OPENS.fullmatch(before) is not None


def told_of_before(said: Said) -> str | None:
    """The person whom the sentence before tells of first, where it does not name the one given.

    Of "Vale left. The mayor, Ilan Roe, promised aid. He added" it is not Vale.
    """
    if said.pronoun not in HE or not _NAME.match(said.name) or not _stands_first(said):
        return None
    if mentions(unquoted(said.text), said.name):
        return None
    for sentence in before(said):
        text = unquoted(sentence.text)
        if mentions(text, said.name) and not _adds(said, text):
            return None
        if _takes_up_too(said, text) or not _tells_of_people(text):
            continue
        first = foremost(text)
        if first is None or not _is_meant(said, first, text):
            return None
        return f"{first.name!r} is told of before"
    return None


def subject_before(said: Said) -> str | None:
    """The person who does something to the one given in the sentence before, and is taken up.

    Of "Judge Ada Roe jailed Ilan Hale. She added" it is Roe: a subject comes before its object.
    """
    if said.pronoun not in HE or not _NAME.match(said.name) or not _stands_first(said):
        return None
    sentence = next(before(said), None)
    text = unquoted(sentence.text) if sentence is not None else ""
    first = foremost(text)
    if first is None or first.speaks or mentions(unquoted(said.text), said.name):
        return None
    if mentions(first.whole, said.name) or not mentions(text, said.name):
        return None
    start = text.find(first.whole) + len(first.whole)
    done = _DOES_TO.match(text, start)
    if done is None or not (is_past(done["verb"]) or done["verb"] in _MEETING):
        return None
    if not mentions(done["whom"], said.name) or says(done["verb"]):
        return None
    own, other = gender_of(said.article, first.name), gender_of(said.article, said.name)
    if own not in (None, said.pronoun) or other == said.pronoun:
        return None
    is_sure = own is not None or first.has_office or done["verb"] in _MEETING
    is_sure = is_sure or _is_person(said.article, first.name)
    return f"{first.name!r} does so" if is_sure else None


def _adds(said: Said, text: str) -> bool:
    """Whether who adds to a sentence is the one who speaks in it: "Hale said Roe fled"."""
    first = foremost(text)
    if first is None or mentions(first.whole, said.name) or first.name.lower() in ROLES:
        return False
    return first.speaks and said.text[slice(*said.cue)].lower() in _ADDING


def body_before(said: Said) -> str | None:
    """The body that the sentence before tells of first, where it does not name the one given.

    Of "The Dorva Council met. It said that" the speaker is not the Kelmar Union.
    """
    if said.pronoun != "it" or not _NAME.match(said.name) or not _stands_first(said):
        return None
    sentence = next(before(said), None)
    text = unquoted(sentence.text) if sentence is not None else ""
    found = _BODY.match(text)
    if found is None or _KIND_OF_IT.search(own_pronouns_aside(text)):
        return None
    body, behind = found["body"], text[found.end() : found.end() + _NEXT]
    if is_past(last := body.split()[-1]) and last.islower():
        body, behind = body.removesuffix(last).rstrip(), last
    speaks = found["article"] is not None and says(behind)
    if not (speaks or _is_sure_body(body)) or state_of(body) is not None:
        return None
    if _names_body(said, text) or _names_body(said, unquoted(said.text)):
        return None
    return None if is_renamed(said.article, body, said.name) else f"{body!r} is told of before"


def _is_sure_body(name: str) -> bool:
    """Whether a name is that of a body: by a word of one, or as an abbreviation."""
    words = name.split()
    return not BODIES.isdisjoint(name.lower().split()) or all(_SHORT.fullmatch(w) for w in words)


def _names_body(said: Said, text: str) -> bool:
    """Whether a text may name the body given, by a word of its name or its letters."""
    if mentions(text, said.name):
        return True
    full = said.article.abbreviations.get(said.name)
    shorts = [found[0] for found in _SHORT.finditer(text)]
    is_short = any(is_short_for(short, said.name) for short in shorts)
    return is_short or (full is not None and mentions(text, full)) or is_short_for(said.name, text)


def _stands_first(said: Said) -> bool:
    """Whether nothing before a pronoun in its sentence names anybody else: "No one died, he"."""
    before = unquoted(said.text[: said.place[0]])
    if _OPENS.fullmatch(before) is not None:
        return True
    names = _CAPITAL_BEHIND.search(_NOBODY.sub(" ", before)) or KIND[said.pronoun].search(before)
    return names is None and before.rstrip().endswith(",")


def _takes_up_too(said: Said, text: str) -> bool:
    """Whether a sentence begins with the same pronoun, and so tells of the same person."""
    return text.lstrip().lower().startswith(f"{said.pronoun} ")


def _tells_of_people(text: str) -> bool:
    """Whether a sentence may name any person, or take up one."""
    pronoun = any(KIND[each].search(text) for each in HE)
    return pronoun or _CAPITAL_BEHIND.search(text) is not None


def _is_meant(said: Said, first: Foremost, text: str) -> bool:
    """Whether a pronoun surely takes up the person whom a sentence tells of first."""
    gender = _gender_of(said, first, text)
    if gender not in (None, said.pronoun) or is_renamed(said.article, first.name, said.name):
        return False
    if KIND[said.pronoun].search(own_pronouns_aside(text)):
        return False
    known = first.has_office or _is_person(said.article, first.name)
    if not (known or _is_apposed(text, first.name)):
        return False
    if gender == said.pronoun:
        return True
    own = said.name.split()[-1]
    near = any(is_told_of(sentence.text, said.name) for sentence in before(said))
    return not near or len(occurrences(said.article.text, own)) <= _IN_PASSING_AT_MOST


def _is_apposed(text: str, name: str) -> bool:
    """Whether a noun of people stands behind a name: "Ilan Roe, an analyst at"."""
    at = text.find(name)
    found = _APPOSED.match(text, at + len(name)) if at >= 0 else None
    return found is not None and is_people(found["noun"])


def _is_person(article: Article, name: str) -> bool:
    """Whether a name is a person's: a full one that is, or the end of the only such one."""
    full = name if " " in name else full_name(article, name)
    return full is not None and is_person(article, full)


def _gender_of(said: Said, first: Foremost, text: str) -> str | None:
    """The gender of a person by his titles, else by the pronouns that are surely his own."""
    known = gender_of(said.article, first.name) or gender_of(said.article, first.name.split()[-1])
    if known is not None:
        return known
    rest = own_pronouns_aside(text)
    own = {each for each in HE if KIND[each].search(text) and not KIND[each].search(rest)}
    return own.pop() if len(own) == 1 else None


def is_told_of(text: str, name: str) -> bool:
    """Whether a sentence tells of somebody, and not only in passing."""
    last = name.split()[-1]
    return any(
        not _IN_PASSING.search(text, max(0, start - _NEAR), start)
        and not _GENITIVE.match(text, end)
        for start, end in occurrences(text, last)
    )
