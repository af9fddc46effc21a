"""Who a passive says did it, behind "by": "Roe" of "was dismissed in June by the owner, Roe"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar

NO_TITLE: Final = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | clausal.RELATIVE | clausal.NO_NOUN
LITTLE: Final = (
    r"(?:(?:the|an?|its|his|her|their|some|more|than|about|at|least|around|nearly|over|up|to|two"
    r"|three|four|five|six|seven|eight|nine|ten|estimated|another|further|additional|only|just|own"
    r"|alleged|suspected|missing|identified|unidentified|armed|wounded"
    r"|(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|all) of"
    r"|(?:dozens|hundreds|thousands|scores) of|several"
    r"|many|other|\d[\d,]*"
    r"|\w+al|\w+ian|\w+ish|[A-Z][\w’'-]*)\s+){0,5}"
)
_BY: Final = re.compile(
    r"(?:\s+(?!by\b|and\b|but\b|who\b|which\b|that\b|as\b(?!\s+an?\b)|after\b|when\b|while\b)"
    r"[£$€]?[\w’'-]+(?:,\d+)?){0,14}?"
    rf"\s+by\s+{LITTLE}\Z"
)
_BY_AND: Final = re.compile(
    r"(?:\s+(?!by\b|and\b|but\b|who\b|which\b|that\b|as\b(?!\s+an?\b)|after\b|when\b|while\b)"
    r"[£$€]?[\w’'-]+(?:,\d+)?){0,8}?"
    r"\s+by(?:\s+(?!by\b|and\b|but\b|who\b|that\b|in\b|on\b|at\b)[\w’'-]+){1,6}"
    rf"(?:,|\s+and)\s+{LITTLE}\Z"
)
# "dismissed in June by the operator Hale Ports".
_BY_NAMED: Final = re.compile(
    r"(?:\s(?!by\b|and\b|but\b|who\b|which\b|that\b|as\b|after\b|when\b|while\b)[\w’'-]+){0,6}?"
    rf"\sby\s(?:(?:the|an?|its|his|her|their)\s)?(?:(?!(?:{'|'.join(sorted(NO_TITLE))})\b)[a-z-]+(?<!ed)\s)"
    r"{1,3}(?:[A-Z][\w’'-]*\s){0,2}\Z"
)


def agent_by(sentence: str, end: int, words: Range) -> re.Match[str] | None:
    """What stands between a passive and its agent, which may be named behind another word for it.

    "by the owner, Roe", "by the owner Roe", "by the army and Roe"; not "by rebels, Roe said".
    """
    found = _BY.fullmatch(sentence, end, words[0]) or _BY_NAMED.fullmatch(sentence, end, words[0])
    if found is not None and (found.re is _BY or sentence[words[0]].isupper()):
        return found
    found = _BY_AND.fullmatch(sentence, end, words[0])
    return None if found is None or is_followed_by_verb(sentence, words) else found


def is_followed_by_verb(sentence: str, words: Range) -> bool:
    """Whether a verb stands right behind words, so that these are its subject."""
    following = grammar.tokenise(sentence[words[1] : words[1] + 30]).words[:1]
    return any(map(clausal.may_be_verb, following))
