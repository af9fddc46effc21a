"""Verbs that share a subject, each with what it is done to.

"Sentenced Roe to six years and acquitted Hale of theft": neither has what stands with the other.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.behind import SPEAKING
from llmextract.article.syntax.sorts import names_people
from llmextract.article.times.words import MONTHS, WEEKDAYS

_REACH: Final = 200
_GROUP: Final = (
    r"(?:(?:\w+ly|also|then|later|soon|has|have|had|was|were|is|are|been|being|not|never)\s){0,4}"
)
_JOINT: Final = re.compile(rf"(?:,\s|\s)(?:and|but|then)\s{_GROUP}(?P<verb>[a-z][a-z-]+)\b")
_TO_VERB: Final = re.compile(rf"(?:,\s|\s)(?:and|but|then)\s{_GROUP}\Z")
# Behind a verb, and not behind a participle before a noun: "and wounded guards".
_GOES_ON: Final = re.compile(
    r"\s(?:the|an?|his|her|its|their|him|them|it|one|two|three|some|all|more|at|about|in|on|of|to"
    r"|for|from|with|by|against|over|that|out|up|off|down|guilty)\b|\s[A-Z\d$£€]|[,.;]|\Z"
)
_BREAK: Final = re.compile(r"[;:()“”\"]|\s[–—]\s")
_CLAUSE: Final = re.compile(
    r"[;:()“”\"]|\b(?:who|whom|whose|which|that|when|while|after|before|because|as|if|where|although)\b"
)
_ENDS: Final = re.compile(r"[;:“”\"]|,\s(?:and|but|while|after|before|who|which)\b|\Z")
_TAKES_UP: Final = re.compile(
    r"\b(?:him|them|it|himself|herself|themselves|both|her(?=\s*[,.;]|\s(?:in|on|at|of|to|for|from"
    r"|with|by|and)\b))\b"
)
_PLACED: Final = re.compile(
    r"\b(?:in|at|near|outside|inside|around|from|by)\s(?:(?:the|an?|its|his|her|their)\s)?\Z"
)
_PHRASE: Final = re.compile(
    r"\b(?:the|an?|his|her|its|their|one|two|three|some|\d+)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]+)\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\b(?:of|for|over|with)\s(?!(?:\d|him|her|them|it)\b)\w")
_NAME: Final = re.compile(r"(?:\A|(?<=[\w,’'] ))[A-Z][\w’'-]+")
_BEFORE_NOUNS: Final = grammar.DETERMINERS | grammar.PREPOSITIONS
_NO_NAMES: Final = grammar.PRONOUNS | grammar.CLAUSES | grammar.CONJUNCTIONS | _BEFORE_NOUNS
_DATES: Final = frozenset(each.capitalize() for each in (*WEEKDAYS, *MONTHS))


def parting_verb(sentence: str, verb: Range, words: Range) -> Range | None:
    """The verb beside another one with which words stand, where that has others of their kind.

    Who "was" or "has" both is left, as who is taken up ("arrested Roe and charged him"), and what
    "in", "at" or "by" holds may be of both ("robbed a bank and shot a guard in Dorva").
    """
    head = _head(sentence, verb)
    if (
        head is None
        or head in SPEAKING
        or _PLACED.search(sentence, max(0, words[0] - 20), words[0])
    ):
        return None
    is_name = sentence[words[0]].isupper() or names_people(sentence[slice(*words)])
    if words[0] >= verb[1]:
        return _behind_next(sentence, verb, words, is_name=is_name)
    return _behind_first(sentence, verb, words, is_name=is_name)


def _behind_next(sentence: str, verb: Range, words: Range, *, is_name: bool) -> Range | None:
    """The next verb, behind which words stand, where the verb has its own before that."""
    if words[0] - verb[1] > _REACH or _BREAK.search(sentence, verb[1], words[0]):
        return None
    for joint in _JOINT.finditer(sentence, verb[1], words[0]):
        if joint.end() > words[0] or not _is_verb(sentence, joint.span("verb")):
            continue
        own = sentence[verb[1] : joint.start()]
        return joint.span("verb") if _has_rival(own, is_name=is_name) else None
    return None


def _behind_first(sentence: str, verb: Range, words: Range, *, is_name: bool) -> Range | None:
    """The first verb, behind which words stand, where the next one has its own behind it."""
    low = max(words[1], verb[0] - 60)
    joint = _TO_VERB.search(sentence, low, verb[0])
    if joint is None or _CLAUSE.search(sentence, words[1], joint.start()):
        return None
    behind = _ENDS.search(sentence, verb[1])
    own = sentence[verb[1] : behind.start() if behind else len(sentence)]
    if _TAKES_UP.search(own) or not _has_rival(own, is_name=is_name):
        return None
    before = sentence[max(0, words[0] - _REACH) : words[0]]
    opened = [found.end() for found in _CLAUSE.finditer(before)]
    start = words[0] - len(before) + (opened[-1] if opened else 0)
    tokens = grammar.tokenise(sentence[start : words[0]])
    for at in range(len(tokens.words) - 1, 0, -1):
        if grammar.is_past(tokens.words[at]) and tokens.words[at - 1] not in _BEFORE_NOUNS:
            return start + tokens.starts[at], start + tokens.ends[at]
    return None


def _head(sentence: str, verb: Range) -> str | None:
    """The past form that words for what happens open with, their auxiliaries aside."""
    words = grammar.tokenise(sentence[slice(*verb)]).words
    own = (w for w in words if w not in grammar.AUXILIARIES and not grammar.is_adverb(w))
    head = next(own, "")
    return head if grammar.is_past(head) else None


def _is_verb(sentence: str, word: Range) -> bool:
    form = sentence[slice(*word)].lower()
    return grammar.is_past(form) and _GOES_ON.match(sentence, word[1]) is not None


def _has_rival(text: str, *, is_name: bool) -> bool:
    """Whether a text names somebody, or has an object or an "of" and "for" where none is named."""
    return names_somebody(text) if is_name else _OF.search(text) is not None


def names_somebody(text: str) -> bool:
    """Whether a text has a name that is no day, or a noun for people behind its determiner."""
    named = (found[0] for found in _NAME.finditer(text))
    if any(name not in _DATES and name.lower() not in _NO_NAMES for name in named):
        return True
    return any(names_people(found["noun"]) for found in _PHRASE.finditer(text))
