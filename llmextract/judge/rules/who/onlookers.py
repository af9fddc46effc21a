"""Who only sees, blames, punishes or avenges what others do: "Roe saw gunmen kill Hale"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.judge.rules.who.stations import is_of_another, names_new

_GROUP: Final = r"(?:(?:has|have|had|also|later|\w+ly)\s){0,3}"
_SOME: Final = r"(?P<who>[\w’'-]+(?:\s(?!(?:to|that|and|but|as|for|of|who)\b)[\w’'-]+){0,5}?)"
_SAW: Final = re.compile(
    rf"\s{_GROUP}(?:saw|seen|watched|heard|witnessed|noticed|filmed|spotted|observed)\s{_SOME}\s"
)
_KNEW: Final = re.compile(
    rf"\s{_GROUP}(?P<verb>[a-z]+)\s(?P<who>(?:the|those|all|some|two|three|four|five|\d+|an?)"
    rf"(?:\s[a-z-]+){{0,3}}?)\swho\s{_GROUP}"
)
_COPULAS: Final = grammar.BE | grammar.words_of("became remained included said says told")
# What is felt or said of a deed, or done to who did it.
_MINDED: Final = (
    r"(?:blam|suspect|condemn|critici[sz]|denounc|deplor|mourn|lament|investigat|decr(?:y|i)"
    r")(?:es|e|ed|ing|s)?"
)
_MINDS: Final = re.compile(rf"\s{_GROUP}{_MINDED}\s")
_FELT_BY: Final = re.compile(
    r"\b(?:criticism|condemnation|praise|outrage|anger|sympathy|concern)\s"
    r"(?:from|among)\s(?:the\s)?\Z"
)
# "A court jailed Roe for six years for killing Hale": he did it.
_PUNISHES: Final = re.compile(
    rf"(?:\sin\s[A-Z][\w’'-]*)?\s{_GROUP}(?:sentenced|jailed|imprisoned|fined|arrested|detained|charged|indicted"
    r"|prosecuted|praised|thanked|honou?red|blamed|punished|acquitted)\s"
    r"(?P<who>[^,;:“”\"]{2,80}?)\s(?:for|with|of)\s(?:\w+ly\s)?\Z"
)
_SUSPECTED: Final = re.compile(
    r"(?P<who>\b(?:the|an?|two|three|four)\s(?:[a-z-]+\s){1,3}|\b[A-Z][\w’'-]*,?\s)"
    r"(?:suspected|accused|convicted|charged|wanted)\s(?:of|for|with|in)\s(?:\w+ly\s|the\s)?\Z",
    re.IGNORECASE,
)
_GATHERED_FOR: Final = re.compile(
    r"\b(?:during|at|in|from|before|after|outside|near)\s(?:the|an?|his|her|their)\s(?:[\w-]+\s){0,2}?"
    r"(?:rally|march|vigil|funeral|party|parade|ceremony|concert|memorial|service|reception"
    r"|procession|demonstration|gathering)\sfor\s(?:the\s)?(?:[a-z]+\s){0,2}\Z"
)
_AVENGED: Final = re.compile(
    r"\b(?:in\s(?:revenge|retaliation|reprisal|response)\s(?:for|to)|to\savenge|avenging)\s"
    r"(?:the\s|an?\s)?(?:[a-z-]+\s){0,2}\Z",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\sbetween\s[^,;:“”\"]{2,80}?\sand\s")
_LOOK_BACK: Final = 120


def only_looks_on(sentence: str, verb: Range, words: Range) -> str | None:
    """The words by which somebody sees, blames or punishes who does it, and does not do it."""
    if words[1] <= verb[0]:
        found = _before(sentence, verb, words)
        return found or takes_other_part(sentence, verb, words)
    before = max(verb[1], words[0] - _LOOK_BACK)
    felt = _FELT_BY.search(sentence, before, words[0])
    felt = felt or _GATHERED_FOR.search(sentence, before, words[0])
    if felt is not None:
        return felt[0].strip()
    if _is_noun(sentence, verb) and (minds := _MINDS.match(sentence, words[1])) is not None:
        return minds[0].strip()
    suspected = _SUSPECTED.search(sentence, max(0, verb[0] - _LOOK_BACK), verb[0])
    other = is_of_another(sentence, verb, words) if suspected is not None else None
    if suspected is not None and other is not None and other.slot == "agent":
        return suspected[0].strip()
    return takes_other_part(sentence, verb, words)


def _before(sentence: str, verb: Range, words: Range) -> str | None:
    """The same of who is named before a deed."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if not told:
        return None
    saw = _SAW.fullmatch(sentence, words[1], verb[0])
    if saw is not None and (grammar.is_base(told[0]) or grammar.is_gerund(told[0])):
        return saw[0].strip()
    knew = _KNEW.fullmatch(sentence, words[1], verb[0])
    if knew is not None and grammar.is_past(knew["verb"]) and knew["verb"] not in _COPULAS:
        return knew[0].strip()
    if grammar.is_gerund(told[0]):
        punishes = _PUNISHES.fullmatch(sentence, words[1], verb[0])
        if punishes is not None:
            return punishes[0].strip()
    minds = _MINDS.match(sentence, words[1], verb[0]) if _is_noun(sentence, verb) else None
    if minds is None:
        return None
    between = grammar.tokenise(sentence[minds.end() : verb[0]])
    is_other = any(
        word in clausal.RELATIVE | grammar.AUXILIARIES | clausal.FINITE | {",", "and", "his", "its"}
        or (grammar.is_past(word) and word not in grammar.ADJECTIVES)
        for word in between.words
    )
    return None if is_other else minds[0].strip()


def takes_other_part(sentence: str, verb: Range, words: Range) -> str | None:
    """What gives a deed to others than who stands with another verb: "in revenge for"."""
    if not _is_noun(sentence, verb) or words[0] < verb[1]:
        return None
    between = _BETWEEN.match(sentence, verb[1])
    avenged = _AVENGED.search(sentence, max(0, verb[0] - _LOOK_BACK), verb[0])
    found = is_of_another(sentence, verb, words) if between or avenged else None
    if found is None or found.slot == "deed":
        return None
    if avenged is not None:
        return avenged[0].strip() if "," in sentence[verb[1] : words[0]] else None
    if between is None or words[0] < between.end() or "," not in sentence[verb[1] : words[0]]:
        return None
    return "between" if names_new(sentence[slice(*words)]) else None


def _is_noun(sentence: str, verb: Range) -> bool:
    """Whether a deed is told by a noun: behind an article, or as no form of a verb."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    before = grammar.tokenise(sentence[max(0, verb[0] - 30) : verb[0]]).words[-1:]
    is_form = any(grammar.is_past(word) or word in grammar.AUXILIARIES for word in told)
    is_behind = bool(before) and before[0] in {"the", "a", "an", "'s", "of"}
    return not is_form and (is_behind or not any(map(grammar.is_gerund, told)))
