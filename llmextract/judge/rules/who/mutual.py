"""What both sides do: "clashes between the army and rebels", "the two ministers are in contact".

Neither of them suffers it alone, so that each is one that does it.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.judge.rules.who.rivals import is_plural

# What is no such thing unless both do it.
_DEEDS: Final = grammar.words_of(
    """
    clash clashes fighting fight fights battle battles combat war wars conflict conflicts
    hostilities
    skirmish skirmishes firefight firefights gunfight gunfights shootout shootouts confrontation
    confrontations crossfire feud duel quarrel brawl talks negotiations negotiation meeting meetings
    summit dialogue discussions consultations contact contacts communication communications
    agreement accord deal truce ceasefire cease-fire treaty pact reconciliation alliance marriage
    cooperation match derby exchange exchanges
    """
)
_BETWEEN: Final = re.compile(r"(?P<before>[^.;:“”\"]{0,80}?)\b(?P<between>between)\s")
_GOING_ON: Final = (
    grammar.BE
    | grammar.HAVE
    | grammar.words_of(
        "go goes going went gone continue continues continued continuing rage rages raged raging"
        " take takes taking took taken place erupt erupts erupted break breaks broke broken resumed"
        " intensified escalated occurred held"
    )
)
# What stands between that and one of both sides: "the army", "the army and".
_LISTED: Final = re.compile(
    r"(?:(?!(?:which|who|that|while|as|when)\b)[\w’'-]+,?\s(?:\([^()]{1,20}\)\s)?){0,14}?"
)
_IN_CONTACT: Final = re.compile(
    r"(?:\sof\s[^;:.()]{1,120}?)?[”\",]?[\s—–][“\"]?(?:\w+ly\s|also\s|still\s)?(?:are|were|remain(?:ed)?|keep|kept|stay(?:ed)?|have\sbeen)"
    r"\s(?:\w+ly\s)?(?:in\s(?:[a-z-]+\s){0,2})?[“\"]?(?:[a-z-]+\s)?(?:(?:contact|communication|touch|talks|dialogue|negotiations)\b)?"
)
_LOOK_BACK: Final = 60
_STATES: Final = grammar.words_of("contact communication touch talks dialogue negotiations")


def is_of_both(sentence: str, verb: Range, words: Range) -> Range | None:
    """What shows that words are one of both sides that do it; None where they may not be."""
    return _between(sentence, verb, words) or _in_contact(sentence, verb, words)


def _between(sentence: str, verb: Range, words: Range) -> Range | None:
    """The "between" of "clashes went on between the army and rebels"."""
    if words[0] < verb[1]:
        return None
    found = _BETWEEN.match(sentence, verb[1], words[0])
    if found is None or _LISTED.fullmatch(sentence, found.end(), words[0]) is None:
        return None
    if grammar.has_verb(sentence[found.end() : words[0]]):
        return None
    told = {*grammar.tokenise(sentence[slice(*verb)]).words, _subject(sentence, verb)}
    before = grammar.tokenise(found["before"]).words
    is_own = not any(clausal.may_be_verb(word) for word in before if word not in _GOING_ON)
    return found.span("between") if is_own and not _DEEDS.isdisjoint(told) else None


def _subject(sentence: str, verb: Range) -> str:
    """The word right before an empty verb: "clashes" of "clashes have been taking place"."""
    before = grammar.tokenise(sentence[max(0, verb[0] - _LOOK_BACK) : verb[0]]).words
    own = (w for w in reversed(before) if w not in grammar.AUXILIARIES and not grammar.is_adverb(w))
    return next(own, "")


def _in_contact(sentence: str, verb: Range, words: Range) -> Range | None:
    """The verb of "the two ministers are in close contact", where words name several."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if _STATES.isdisjoint(told) or words[1] > verb[0] or not is_plural(sentence[slice(*words)]):
        return None
    found = _IN_CONTACT.match(sentence, words[1], verb[1])
    return verb if found is not None and verb[0] <= found.end() <= verb[1] else None
