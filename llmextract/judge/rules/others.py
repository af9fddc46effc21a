"""Who is named beside words of saying and is the subject of another verb than they are."""

import re
from collections.abc import Callable
from typing import Final

from llmextract.article.location import Range, is_within
from llmextract.article.syntax.clauses import subject_at
from llmextract.article.syntax.grammar import AUXILIARIES, SUBJECTS, is_past, words_of
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN, TELLING
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import names_people
from llmextract.judge.rules.titles import ROLES
from llmextract.judge.speech import quotations

_VERB: Final = re.compile(rf"\s+{BETWEEN}(?P<verb>[a-z]+)\s+(?:that\s+)?")
_THAT: Final = re.compile(rf"\b(?P<who>that|which)\s+{BETWEEN}\Z")
# "...; however, the governor denies": who stands there does what its own verb tells.
_SEMICOLON: Final = re.compile(
    rf";\s+(?:(?:however|but|and|while|meanwhile|yet),?\s+)?{ARTICLE}\Z", re.IGNORECASE
)
_OWN_VERB: Final = re.compile(rf"\s+{BETWEEN}(?P<verb>[a-z]+)\b")
_NOUNS: Final = words_of(
    "warning warnings claim claims report reports statement statements allegation allegations"
    " accusation accusations denial denials promise promises complaint complaints threat threats"
    " testimony remarks comments arguments assurances predictions"
)
# "Warnings from his lawyer", "claims by the rebels".
_FROM: Final = re.compile(
    r"\s+(?:from|by)\s+(?P<who>(?:(?:the|an?|his|her|its|their)\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"(?=\s+(?:that|of|in|who|about)\b|[,.])"
)
_OWN: Final = re.compile(r"\b(?:I|[Ww]e)\b")
# "Roe told the court that ".
_TOLD_THAT: Final = re.compile(
    rf"\s+{BETWEEN}(?:{TELLING})\s(?:(?!that\b)[\w’'.-]+\s+){{1,6}}that\s+(?=[A-Z]|the\s|an?\s)"
)
_WHOSE: Final = re.compile(rf",\s+whose\s+(?:[\w’'-]+\s+){{1,4}}?{BETWEEN}")
_BY_WHO: Final = re.compile(rf"\bby\s+(?:the\s+)?[A-Z][\w.’' -]{{0,60}},\s+who\s+{BETWEEN}\Z")
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
    own = _OWN_VERB.match(sentence, words[1]) if opens is not None else None
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
    return found[0].strip() if head in ROLES or names_people(found["who"]) else None


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


OTHERS: Final[tuple[Callable[[str, Range, Range], str | None], ...]] = (
    _of_relative,
    _behind_semicolon,
    _of_noun,
    _within_quotation,
    _told_that,
    _of_insertion,
)
