"""Who is named beside words of saying and is the subject of another verb than they are."""

import re
from collections.abc import Callable
from typing import Final

from llmextract.article.location import Range, is_within
from llmextract.article.syntax.clauses import subject_at
from llmextract.article.syntax.grammar import has_verb, words_of
from llmextract.article.syntax.patterns import BETWEEN
from llmextract.article.syntax.sorts import names_people
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.saying.handed_on import handed_on
from llmextract.judge.speech import quotations

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
_OWNED: Final = re.compile(
    rf"['’]s?\s(?:[a-z-]+\s){{0,3}}?(?P<noun>[a-z-]+),\s[A-Z][^,;:“”\"]{{1,60}},\s{BETWEEN}"
)
_LOOK_BACK, _NEXT = 40, len(" already ")


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


def _of_owner(sentence: str, words: Range, cue: Range) -> str | None:
    """Whose man says so, who is set off by name: "The mill's lawyer, Ada Roe, said"."""
    own = _OWNED.fullmatch(sentence, words[1], cue[0]) if words[1] < cue[0] else None
    return own["noun"] if own is not None and is_people(own["noun"]) else None


OTHERS: Final[tuple[Callable[[str, Range, Range], str | None], ...]] = (
    _of_noun,
    _within_quotation,
    _of_citing,
    _by_agent,
    _of_owner,
    handed_on,
)
