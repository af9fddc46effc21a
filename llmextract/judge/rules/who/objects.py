"""What stands behind a verb: who does it behind "by", and what it is done to farther off.

"Roe" of "was dismissed in June by the owner, Roe", the end of a list, another name.
"""

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
# "captured five men, two of them boys, and three guards": nothing else is told between.
_LIST_ON: Final = re.compile(
    r"\s(?:(?:the|an?|its|his|her|their|some|several|many|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens|hundreds|\d[\d,]*)\s)(?P<rest>[^;:()“”\"]{1,140}?),?\sand\s"
    r"(?:(?:an?|some|several|two|three|four|five|six|seven|eight|nine|ten|another|\d[\d,]*)\s)\Z"
)
_NOT_IN_LIST: Final = grammar.words_of(
    "who which that as when while where after before since because although but if by with for"
    " against to into at on during then or and"
)
# "arrested the captain, Roe", "captured his brother Ali and 12 others".
_OBJECT_ON: Final = re.compile(
    r"\s+(?:(?:the|an?|its|his|her|their|two|three)\s+(?:[a-z-]+\s+){0,3}[a-z-]+,\s+"
    rf"|{LITTLE}(?:(?!(?:and|or|but|to|that|who)\b)[\w’'-]+\s+){{1,5}}and\s+{LITTLE})\Z"
)
# "Champion Ada", "then-president": words before a name that end no phrase.
_TITLES: Final = re.compile(
    rf"\s(?:(?:the|its|his|her|their)\s)?(?:(?!(?:{'|'.join(sorted(NO_TITLE))})\b)[a-z-]{{3,}}\s){{1,3}}"
    r"(?:[A-Z][\w’'-]*\s){0,2}\Z"
)
# "killed ten men in Dorva, including Roe".
_MEMBER: Final = re.compile(
    r"(?:\s+(?!(?:and|but|who|which|that|by|with|after|before|when|while|as|of)\b)[\w’'-]+){0,8}?,?\s+"
    rf"(?:including|among\s+them)\s+{LITTLE}\Z"
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


def goes_on(sentence: str, start: int, words: Range) -> bool:
    """Whether words name an object again, or end a list of two: "the captain, Roe", "A and B".

    Or it stands behind a title: "champion Ada Roe".
    """
    if _ends_list(sentence, start, words) or _is_titled(sentence, start, words):
        return True
    found = _OBJECT_ON.fullmatch(sentence, start, words[0])
    if found is None or is_followed_by_verb(sentence, words) or grammar.has_verb(found[0]):
        return False
    return not found[0].endswith(", ") or sentence[words[0]].isupper()


def _is_titled(sentence: str, start: int, words: Range) -> bool:
    """Whether nothing but a title stands between a verb and a name: "beating champion Ada Roe"."""
    if not sentence[words[0]].isupper() or is_followed_by_verb(sentence, words):
        return False
    titles = _TITLES.fullmatch(sentence, start, words[0])
    return titles is not None and not any(
        grammar.is_adverb(word) or grammar.is_past(word) or grammar.is_gerund(word)
        for word in grammar.tokenise(titles[0]).words
    )


def _ends_list(sentence: str, start: int, words: Range) -> bool:
    """Whether counted words end a list of objects: "five men, two of them boys, and 3 guards"."""
    found = _LIST_ON.fullmatch(sentence, start, words[0])
    if found is None or is_followed_by_verb(sentence, words):
        return False
    rest = grammar.tokenise(re.sub(r"\w+-\w+", "", found["rest"])).words
    return not any(
        word in _NOT_IN_LIST or word in grammar.AUXILIARIES or word in clausal.FINITE
        for word in rest
    ) and not any(grammar.is_past(word) and word not in grammar.ADJECTIVES for word in rest)


def is_member(sentence: str, start: int, words: Range) -> bool:
    """Whether words are of one among an object: "killed ten men in Dorva, including Roe"."""
    found = _MEMBER.fullmatch(sentence, start, words[0])
    return found is not None and not any(map(grammar.is_past, grammar.tokenise(found[0]).words))
