"""Whom a passive befalls: "Roe was killed", "of the six men killed there", "were the targets"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.times.words import NUMBERS

HOW: Final = r"(?:\w+ly|also|not|then|later|again|already|still|just|all|both|reportedly|since)"
_BE: Final = r"(?:was|were|been|being|be|is|are|got|gets?)"
_PASSIVE: Final = re.compile(
    rf"(?P<aux>(?:\b(?:has|have|had|is|are|was|were|will|would|could|may|might|must|to|can|should)\s+(?:{HOW}\s+)*)?"
    rf"\b{_BE})\s+(?:{HOW}\s+)*\Z"
)
_PASSIVE_WITHIN: Final = re.compile(rf"(?:(?:has|have|had)\s+)?{_BE}\s+(?:{HOW}\s+)*")
ASIDE: Final = r"(?:\s*,[^,;:]{1,90},|\s*\([^()]{1,60}\))?"
_TO_AUX: Final = re.compile(rf"{ASIDE}(?:,?\s+(?:who|that|which))?(?:\s+{HOW})*\s*")
# "Roe is among the nine who were held", "is the second to be killed"; not "the man whose son was".
_IS_ONE: Final = re.compile(
    rf"\s+(?:is|was|are|were|became|becomes)\s+(?:{HOW}\s+)*"
    r"(?:the|an?|among the|one of the|another)\s"
    r"(?!.*\b(?:whose|where|when|of|by|and|but)\b)[^,;:“”\"]{0,60}?(?:\s(?:who|that))?\s*"
)
# Those who are joined to others: "two soldiers" of "two soldiers and a rebel were killed".
_JOINED: Final = re.compile(r"(?:,\s[^,;:“”\"]{1,80}){0,12},?\s+and\s[^,;:“”\"]{1,80}?\s*")
_NOT_JOINED: Final = (
    (grammar.PREPOSITIONS - {"of", "from"})
    | (grammar.CONJUNCTIONS - {"and"})
    | grammar.AUXILIARIES
    | grammar.PRONOUNS
)
_QUALIFIERS: Final = (
    grammar.DETERMINERS
    | frozenset(NUMBERS)
    | grammar.words_of(
        "at least more than about some around nearly almost over up to other several many"
    )
)
_OPENING: Final = grammar.words_of("that when while after before because as where")
_OPENING_CLAUSE: Final = grammar.words_of("after before since until as while")
# "Of the six men killed", and what stands behind a lone past form that has no object.
_HARMED: Final = grammar.words_of(
    "killed murdered assassinated executed massacred wounded injured arrested detained abducted"
    " kidnapped beheaded tortured imprisoned jailed deported evicted displaced hospitalized"
    " hospitalised shot captured"
)
_HOLDING: Final = grammar.words_of("of for among with from by about over")
_BY_OR_WHERE: Final = re.compile(
    r"\s+(?:dead\s+)?(?:by|in|on|at|during|near|while|when|last|yesterday|earlier|after|outside)\b"
)
_BRACKETS: Final = re.compile(r"\s*[\[(][^\[\]()]{1,60}[\])]")
_ARE: Final = re.compile(r"(?P<of>.*?)\s+(?:is|was|are|were)\s+(?:\w+\s+){0,3}\Z")
OPENS_OBJECT: Final = re.compile(
    r"\s+(?:(?:the|an?|its|his|her|their|him|them|more|at least|about|some|several|many|dozens"
    r"|hundreds|two|three|four|five|six|seven|eight|nine|ten)\b|\d|[A-Z])"
)
# What is done to people and places, of which none does it to themselves: not "were deployed".
DONE_TO: Final = grammar.inflected(
    """
    kill murder assassinate execute massacre wound injure arrest detain capture abduct kidnap attack
    bomb shell ambush behead torture target seize destroy storm raid besiege imprison jail shoot
    =shot stab* rape poison deport expel* indict sentence convict hijack torch ransack damage
    recapture liberate occupy retake =retook =retaken invade bombard =hit =struck beat =beaten push
    repel* displace evict oust accuse charge rescue hospitalise hospitalize treat release free
    neutralize neutralise support back aid arm fund finance equip*
    =held =taken
    """
)


def is_passive_subject(sentence: str, words: Range, auxiliary: int) -> bool:
    """Whether a passive is of these words: right behind them, or behind others joined to them."""
    if words[1] > auxiliary:
        return False
    before = word_before(sentence, words)
    if before in grammar.PREPOSITIONS | {"to"}:
        is_clause = before in _OPENING_CLAUSE and sentence[words[1] : auxiliary].isspace()
        return is_clause and sentence[slice(*words)].lower() in grammar.SUBJECTS
    if _TO_AUX.fullmatch(sentence, words[1], auxiliary):
        return True
    is_one = _IS_ONE.fullmatch(sentence, words[1], auxiliary) is not None
    return is_one or _are_joined(sentence, words, auxiliary)


def _are_joined(sentence: str, words: Range, end: int) -> bool:
    """Whether words open a list that ends at an offset: "two soldiers and a rebel"."""
    if not _JOINED.fullmatch(sentence, words[1], end) or not _opens(sentence, words[0]):
        return False
    between = grammar.tokenise(sentence[words[1] : end]).words
    return not any(word in _NOT_JOINED or grammar.is_past(word) for word in between)


def _opens(sentence: str, start: int) -> bool:
    """Whether a noun phrase opens its clause: at its beginning, behind a mark, "that" or "when"."""
    for word in reversed(grammar.tokenise(sentence[max(0, start - 60) : start]).words):
        if not word[0].isalnum() or word in _OPENING:
            return True
        is_title = grammar.is_open(word) and not grammar.is_past(word)
        if not (is_title or word in _QUALIFIERS):
            return False
    return True


def are_targets(sentence: str, words: Range, noun: int) -> bool:
    """Whether words are said to be what a noun tells: "the mill and the inn were the targets"."""
    are = _ARE.fullmatch(sentence, words[1], noun)
    if are is None or word_before(sentence, words) in grammar.PREPOSITIONS:
        return False
    aside = _BRACKETS.match(sentence, words[1], are.end("of"))
    start = aside.end() if aside else words[1]
    return start == are.end("of") or _are_joined(sentence, (words[0], start), are.end("of"))


def is_reduced(sentence: str, verb: Range, words: Range, told: tuple[str, ...]) -> bool:
    """Whether a lone past form says what befell the words before it: "of the six men killed"."""
    if told[0] not in _HARMED or OPENS_OBJECT.match(sentence, verb[1]):
        return False
    between = sentence[words[1] : verb[0]]
    if between.strip(" \n") in (",", "–", "—", "-", "--", "("):
        return _BY_OR_WHERE.match(sentence, verb[1]) is not None
    if between.strip():
        return False
    before = grammar.tokenise(sentence[max(0, words[0] - 60) : words[0]]).words
    rest = [word for word in before if word not in _QUALIFIERS and not word[0].isdigit()]
    if rest and rest[-1][0].isalnum():
        return rest[-1] in _HOLDING
    first = grammar.tokenise(sentence[words[0] : verb[0]]).words[:1]
    is_counted = len(rest) < len(before) or (first and (first[0] in NUMBERS or first[0].isdigit()))
    return not rest and bool(is_counted) and _BY_OR_WHERE.match(sentence, verb[1]) is not None


def passive_of(sentence: str, verb: Range, told: tuple[str, ...]) -> Range | None:
    """Where the auxiliary of a passive stands, before the verb or in its words."""
    start, end = verb
    head = next((word for word in told if word not in grammar.AUXILIARIES), "")
    if told[-1] not in DONE_TO and head not in DONE_TO:
        return None
    before = _PASSIVE.search(sentence, max(0, start - 60), start)
    if before is not None:
        return before.span("aux")
    inside = _PASSIVE_WITHIN.match(sentence, start, end)
    is_passive = inside and grammar.is_past(head) and len(told) > 1
    return inside.span() if inside and is_passive else None


def word_before(sentence: str, words: Range) -> str:
    """The word before a noun phrase, its determiners left out: "of" in "of the dead"."""
    before = grammar.tokenise(sentence[max(0, words[0] - 40) : words[0]]).words
    return next((word for word in reversed(before) if word not in grammar.DETERMINERS), "")
