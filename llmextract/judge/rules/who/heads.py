"""Whether words are all of a subject, or the head of it: "men" of "ten men in Dorva have left"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.own_subject import is_participle, subject_zone
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.rules.who.befallen import is_qualified, word_before

_OPENS_OTHER: Final = grammar.words_of("that who which whose where when while if") | {
    ";",
    "“",
    "”",
    '"',
}
# What goes on behind the head of a subject: "men" of "men in Dorva", not of "men and boys".
# Another name of what stands before it: "the Dorva Guard (DG)".
_BRACKETS: Final = re.compile(r"\A\s\([^()]{1,40}\)")
_SAYS_THAT: Final = re.compile(
    rf"\s(?:has\s|had\s)?(?P<verb>[a-z]+)(?:\s(?:on\s)?(?:{'|'.join(WEEKDAYS)}))?\sthat\s",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r",?\swho\s")
_WILL: Final = re.compile(r"\b(?:will|would|could|may|might|must|should|can|to)\s[a-z]+\s\Z")
_NEAR: Final = 30
_WITH_PLACE: Final = re.compile(
    r"\s+(?:in|at|on|from|near|of|with|for|aboard|inside|outside)\s(?:(?!and\b|or\b|by\b)[\w’'.-]+\s*){1,10}"
)
# "In return the government", "In 1996 the band": not "In Norland troops".
_QUALIFIED: Final = re.compile(r"(?:the|an?|some|its|his|her|their)\s|\d", re.IGNORECASE)
_PLACE_BEFORE: Final = re.compile(
    r"(?:in|on|at|during|under|by)\s+(?:the\s+)?[\w’'-]+\s+(?:(?:yesterday|today|alone)\s+)?"
    r"(?P<first>(?:(?:the|an?|some|about|around|more|than|at|least|\d[\d,]*)\s+){0,4})",
    re.IGNORECASE,
)
_WHEN_BEFORE: Final = re.compile(
    r"\A(?:Tonight|Today|Yesterday|Overnight|Earlier|Later|Meanwhile|Then|Now),?\s(?:today\s)?"
)
_DATE_BEFORE: Final = re.compile(
    rf"(?:(?:on|in|last|this|early|late|by|since)\s+){{1,2}}(?:\w+\s+)?"
    rf"(?:{'|'.join([*WEEKDAYS, *MONTHS])}|year|month|week|night|(?:1[89]|20)\d\d)\s+(?:\d+\s+)?"
    r"(?P<rest>(?:(?:the|an?|some|about|around|more|than|at|least|\d[\d,]*)\s+){0,4})",
    re.IGNORECASE,
)


def heads_subject(sentence: str, verb: Range, words: Range) -> Range | None:
    """Words that are all of the subject of an active verb, or its head: "men" of "men in Dorva".

    It may stand farther off.
    """
    zone = subject_zone(sentence, verb)
    if zone is not None and _is_taken_up(sentence, zone, words):
        return words
    return words if is_head(sentence, zone, verb, words) else None


def is_head(sentence: str, zone: Zone | None, verb: Range, words: Range) -> bool:
    """Whether words are all of a subject, or its head, where no other may be that of the verb."""
    if zone is not None and _is_bracketed(sentence, zone, words):
        words = zone.place
    if zone is None or not zone.start <= words[0] < words[1] <= zone.end:
        return False
    if zone.shared and not _is_next(sentence, zone.end, verb[0]):
        return False
    before, behind = sentence[zone.start : words[0]], sentence[words[1] : zone.end]
    behind = _BRACKETS.sub("", behind)
    if behind and not (_WITH_PLACE.fullmatch(behind) or _is_list(behind)):
        return False
    if zone.joined:
        before = before.removeprefix("and ")
    if is_antecedent(sentence, words):
        return True
    before = _WHEN_BEFORE.sub("", before)
    if is_qualified(before) or _DATE_BEFORE.fullmatch(before) is not None:
        return True
    if not behind and _is_named_apart(before, sentence[slice(*words)]):
        return True
    opened = _PLACE_BEFORE.fullmatch(before)
    if opened is not None:
        return bool(opened["first"]) or _QUALIFIED.match(sentence, words[0]) is not None
    return not behind and before.endswith(" and ") and _is_list(before)


def _is_named_apart(before: str, name: str) -> bool:
    """Whether what opens a subject only says who a name is: "oil group" of "oil group Roe"."""
    dated = _DATE_BEFORE.match(before)
    told = before[dated.start("rest") if dated else 0 :].split()
    called = bool(told) and told[-1].islower() and told[-1].isalpha() and name[:1].isupper()
    if not called or is_participle(told[-1]) or told[-1] in clausal.FINITE:
        return False
    return all(
        grammar.is_open(word) or word in grammar.ARTICLES | {"'s"}
        for word in grammar.tokenise(" ".join(told)).words
    )


def _is_bracketed(sentence: str, zone: Zone, words: Range) -> bool:
    """Whether words name a subject again in brackets: "DG" of "the Dorva Guard (DG) fled"."""
    in_brackets = sentence[words[0] - 1 : words[0]] == "(" and sentence[words[1] :].startswith(")")
    return in_brackets and zone.start < words[0] and zone.end == words[1] + 1


def _is_taken_up(sentence: str, zone: Zone, words: Range) -> bool:
    """Whether "it" takes up who says so: "the army said on Friday that it had taken Dorva"."""
    if sentence[slice(*zone.place)] != "it" or words[1] > zone.start:
        return False
    said = _SAYS_THAT.fullmatch(sentence, words[1], zone.start)
    opens = word_before(sentence, words)
    return said is not None and says(said["verb"]) and not opens[:1].isalnum()


def is_antecedent(sentence: str, words: Range) -> bool:
    """Whether "who" surely takes up these people: "threw stones at police, who fled".

    Or this name, where it is the object of a verb: "will face Ada Roe, who won".
    """
    if _WHO.match(sentence, words[1]) is None:
        return False
    before = word_before(sentence, words)
    if is_people(head_of(sentence[slice(*words)])):
        return before in grammar.PREPOSITIONS - {"of"}
    return sentence[words[0]].isupper() and (
        grammar.is_past(before)
        or before in clausal.FINITE | grammar.UNCHANGED
        or _WILL.search(sentence, max(0, words[0] - _NEAR), words[0]) is not None
    )


def _is_list(text: str) -> bool:
    """Whether a part of a subject only joins others to it: "and Oria" of "Norland and Oria"."""
    words = grammar.tokenise(text).words
    return "and" in words and grammar.PREPOSITIONS.isdisjoint(words)


def _is_next(sentence: str, start: int, end: int) -> bool:
    """Whether only one other verb stands between a subject and its verb: "came and opened fire"."""
    words = grammar.tokenise(sentence[start:end]).words
    own = (word for word in words if word not in grammar.AUXILIARIES)
    verbs = [word for word in own if is_participle(word) or word in clausal.FINITE]
    return len(verbs) == 1 and _OPENS_OTHER.isdisjoint(words)
