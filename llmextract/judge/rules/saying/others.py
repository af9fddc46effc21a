"""Who is named beside words of saying and is the subject of another verb than they are."""

import re
from collections.abc import Callable
from typing import Final

from llmextract.article.location import Range, is_within
from llmextract.article.syntax.clauses import subject_at
from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    AUXILIARIES,
    SUBJECTS,
    has_verb,
    is_past,
    words_of,
)
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN, TELLING, VERB_BEHIND
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import names_people
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.saying.handed_on import handed_on
from llmextract.judge.speech import quotations

_VERB: Final = re.compile(rf"\s+{BETWEEN}(?P<verb>[a-z]+)\s+(?:that\s+)?")
_THAT: Final = re.compile(rf"\b(?P<who>that|which)\s+{BETWEEN}\Z")
# "...; however, the governor denies": who stands there does what its own verb tells.
_SEMICOLON: Final = re.compile(
    rf"(?:;\s+(?:(?:however|but|and|while|meanwhile|yet),?\s+)?|,\s+(?:but|while|whereas)\s+)"
    rf"{ARTICLE}\Z",
    re.IGNORECASE,
)
_NOUNS: Final = words_of(
    "warning warnings claim claims report reports statement statements allegation allegations"
    " accusation accusations denial denials promise promises complaint complaints threat threats"
    " testimony remarks comments arguments assurances predictions suggestion suggestions assertion"
    " assertions demand demands appeal appeals proposal proposals rumor rumors rumour rumours"
)
# "Warnings from his lawyer", "claims by the rebels".
_FROM: Final = re.compile(
    r"\s+(?:from|by)\s+(?P<who>(?:(?:the|an?|his|her|its|their)\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"(?P<name>(?:\s+[A-Z][\w’'-]*){0,4})(?=(?:\s+(?:that|of|in|who|about)\b|[,.]))"
)
_OWN: Final = re.compile(r"\b(?:I|[Ww]e)\b")
# "Roe told the court that ".
_TOLD_THAT: Final = re.compile(
    rf"\s+{BETWEEN}(?:{TELLING})\s(?:(?!that\b)[\w’'.-]+\s+){{1,6}}that\s+(?=[A-Z]|the\s|an?\s)"
)
_WHOSE: Final = re.compile(rf",\s+whose\s+(?:[\w’'-]+\s+){{1,4}}?{BETWEEN}")
_BY_WHO: Final = re.compile(rf"\bby\s+(?:the\s+)?[A-Z][\w.’' -]{{0,60}},\s+who\s+{BETWEEN}\Z")
# "..., and Kelmar, which abstained, ", "; the army ", before words of saying.
_OWN_CLAUSE: Final = re.compile(
    r"(?:,\s+(?:and|but|while|whereas)\s+|;\s+(?:(?:and|but|while)\s+)?)"
    r"(?P<subject>(?:[Tt]he\s+|an?\s+|its\s+|(?=[A-Z]))[^,;:()“”\"]{1,70}?)(?:\s\([^()]{1,30}\))?"
    rf"(?:,\s(?:which|who|whose|where)\s[^,;:]{{1,120}},)?\s+{BETWEEN}\Z"
)
# "A report by the Dorva Courier", "an account confirmed by Hale".
_BY: Final = re.compile(
    r"\b(?P<noun>[a-z]+)\s+(?:by|from)\s+(?:(?:the|an?|its|his|her|their)\s+)?(?:[a-z-]+\s+){0,2}\Z"
)
_ONLY_BY: Final = re.compile(
    r",\s+(?:the|an?)\s+(?:[a-z-]+\s+){1,3}(?P<verb>[a-z]+ed)\s+by\s+(?:(?:the|an?)\s+)?\Z"
)
# Who has a document in hand is not who says what stands in it.
_SEEN_BY: Final = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|read|examined|consulted|quoted|cited|contacted|reached"
    r"|interviewed)\s+by\s+(?:the\s+)?\Z"
)
_TO_THAT: Final = re.compile(rf"(?:\s(?!that\b)[\w’'.-]+){{0,6}}\sthat\s{ARTICLE}")
_OWNED: Final = re.compile(
    rf"['’]s?\s(?:[a-z-]+\s){{0,3}}?(?P<noun>[a-z-]+),\s[A-Z][^,;:“”\"]{{1,60}},\s{BETWEEN}"
)
_LEAST = 2  # a verb and its object
_LOOK_BACK, _NEAR, _NEXT = 40, 100, len(" already ")


def _of_relative(sentence: str, words: Range, cue: Range) -> str | None:
    """The clause that tells of whose words a cue is: "Roe says he left a note that said"."""
    if words[1] > cue[0]:
        return None
    that = _THAT.search(sentence, max(words[1], cue[0] - _LOOK_BACK), cue[0])
    own = _VERB.match(sentence, words[1], cue[0]) if that is not None else None
    if that is None or own is None or not says(own["verb"]) or own.end() >= that.start():
        return None
    subject = subject_at(sentence, own.end())
    # Behind "said that", it is the clause that another verb of saying opens.
    if subject is None or subject[1] >= that.start():
        return None
    is_object = len(sentence[subject[1] : that.start()].split()) >= _LEAST
    return sentence[that.start() : cue[1]] if is_object else None


def _behind_semicolon(sentence: str, words: Range, cue: Range) -> str | None:
    """The verb of a clause of its own that a semicolon parts from a cue before it."""
    opens = _SEMICOLON.search(sentence, cue[1], words[0])
    own = VERB_BEHIND.match(sentence, words[1]) if opens is not None else None
    if own is None:
        return None
    verb = own["verb"]
    is_verb = says(verb) or is_past(verb) or verb in AUXILIARIES
    return sentence[words[0] : own.end()] if is_verb else None


def _of_noun(sentence: str, words: Range, cue: Range) -> str | None:
    """Those from whom a noun of saying comes: "Roe ignored warnings from his lawyer"."""
    noun = sentence[slice(*cue)].split()[-1].lower()
    if noun not in _NOUNS or words[1] > cue[0] or sentence[words[1] : words[1] + 1] in ("'", "’"):
        return None
    found = _FROM.match(sentence, cue[1])
    if found is None:
        return None
    head = found["who"].split()[-1]
    is_sure = head in ROLES or is_people(head) or names_people(found["who"]) or found["name"]
    return found[0].strip() if is_sure else None


def _within_quotation(sentence: str, words: Range, cue: Range) -> str | None:
    """The subject that a cue has within a quotation that words stand outside of.

    "Roe went on: “The left is saying so”": but "Roe said he “was told” so".
    """
    quoted = next((each for each in quotations(sentence) if is_within(cue, each)), None)
    if quoted is None or is_within(words, quoted):
        return None
    before = sentence[quoted[0] : cue[0]]
    if _OWN.search(before):
        return None
    subject = subject_at(sentence, quoted[0])
    is_own = subject is not None and subject[1] <= cue[0] <= subject[1] + _NEXT
    return sentence[quoted[0] : cue[1]] if is_own else None


def _told_that(sentence: str, words: Range, cue: Range) -> str | None:
    """The subject of a cue within what somebody tells another: "Roe told Vale that Hale promised".

    A pronoun there may be who tells it.
    """
    told = _TOLD_THAT.match(sentence, words[1], cue[0])
    subject = subject_at(sentence, told.end()) if told is not None else None
    if told is None or subject is None or not subject[1] <= cue[0] <= subject[1] + _NEXT:
        return None
    named = sentence[slice(*subject)]
    return None if named.lower() in SUBJECTS else f"{named} {sentence[slice(*cue)]}"


def _of_insertion(sentence: str, words: Range, cue: Range) -> str | None:
    """Who says something in a clause that is set off: "whose lawyer said", "by Hale, who said"."""
    if words[1] > cue[0]:
        return None
    whose = _WHOSE.fullmatch(sentence, words[1], cue[0])
    by = _BY_WHO.search(sentence, max(words[1], cue[0] - _NEAR), cue[0]) if not whose else None
    found = whose or by
    return sentence[found.start() : cue[1]].strip(" ,") if found is not None else None


def _of_earlier_clause(sentence: str, words: Range, cue: Range) -> str | None:
    """The subject of the clause that words of saying stand in, behind the one that names somebody.

    "Kelmar" of "Roe voted no, and Kelmar, which abstained, asked".
    """
    if words[1] > cue[0]:
        return None
    own = _OWN_CLAUSE.search(sentence, words[1], cue[0])
    if own is None or _has_verb(own["subject"]):
        return None
    # "Roe, and Hale, said" and "Roe and Hale, said": two who say so.
    cited = sentence[: words[0]].endswith(("according to ", "according to the "))
    is_list = not (_has_verb(sentence[words[1] : own.start()]) or cited or ";" in own[0])
    subject = own["subject"].lower()
    return None if is_list or not SUBJECTS.isdisjoint(subject.split()) else own[0].strip(" ,;")


def _has_verb(text: str) -> bool:
    """Whether a phrase has a finite verb, or one of saying: not "the armed forces"."""
    bare = " ".join(word for word in text.split() if word not in ADJECTIVES)
    return has_verb(bare) or says(bare)


def _of_citing(sentence: str, words: Range, cue: Range) -> str | None:
    """What parts somebody from "according to", which brings who says so at once."""
    if sentence[slice(*cue)].lower() != "according to" or words[0] < cue[1]:
        return None
    between = sentence[cue[1] : words[0]]
    seen = _SEEN_BY.search(between)
    if seen is not None:
        return seen[0].strip()
    is_apart = "," in between and has_verb(between[between.index(",") :])
    return sentence[cue[0] : words[1]] if is_apart else None


def _by_agent(sentence: str, words: Range, cue: Range) -> str | None:
    """Who says or does something else: "a report by Hale" before "and said", "confirmed by"."""
    if words[1] <= cue[0]:
        by = _BY.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
        is_other = by is not None and by["noun"] in _NOUNS
        # "A statement by Roe said": who made it says so.
        return by[0].strip() if by and is_other and has_verb(sentence[: by.start()]) else None
    only = _ONLY_BY.search(sentence, cue[1], words[0])
    return only[0].strip(" ,") if only is not None else None


def _in_what_is_told(sentence: str, words: Range, cue: Range) -> str | None:
    """What tells somebody of another: "Roe told Vale that Hale had asked": Hale tells nothing."""
    if words[0] < cue[1] or not says(sentence[slice(*cue)]):
        return None
    that = _TO_THAT.fullmatch(sentence, cue[1], words[0])
    return sentence[cue[0] : words[1]] if that is not None else None


def _of_owner(sentence: str, words: Range, cue: Range) -> str | None:
    """Whose man says so, who is set off by name: "The mill's lawyer, Ada Roe, said"."""
    own = _OWNED.fullmatch(sentence, words[1], cue[0]) if words[1] < cue[0] else None
    return own["noun"] if own is not None and is_people(own["noun"]) else None


OTHERS: Final[tuple[Callable[[str, Range, Range], str | None], ...]] = (
    _of_relative,
    _behind_semicolon,
    _of_noun,
    _within_quotation,
    _told_that,
    _of_insertion,
    _of_earlier_clause,
    _of_citing,
    _by_agent,
    _in_what_is_told,
    _of_owner,
    handed_on,
)
