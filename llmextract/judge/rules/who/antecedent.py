"""Who stands outside of a relative clause that is told of the name right before it.

Of "Roe succeeds Hale, who was forced to quit" Roe has not quit. Where the clause leaves a place for
another one ("Roe hit Hale, who died", "who was beaten"), or the name is part of a phrase ("an ally
of Hale, who"), nothing is said.
"""

import re
from functools import partial
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle
from llmextract.judge.rules.who.befallen import OPENS_OBJECT
from llmextract.judge.rules.who.voice import UNDERGOING, main_verb
from llmextract.judge.spans import holds_throughout, shared_sentence
from llmextract.judge.support import Evidence
from llmextract.judge.verdict import Span

_GROUP: Final = r"(?:(?:has|have|had|is|was|were|are|will|would|also|then|later|\w+ly)\s+){0,4}"
_WHO: Final = re.compile(rf",\s(?:who|which)\s{_GROUP}\Z")
_NAME: Final = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*)(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3}\Z")
_BACK, _LOOK_BACK = 60, 160
_TITLES: Final = 2


def is_of_relative(evidence: Evidence, verb: Span, words: Span) -> bool:
    """Whether a verb is told of another one than words, wherever both stand."""
    sentence = shared_sentence(evidence.article, words, verb)
    if sentence is None or ", wh" not in sentence.text:
        return False
    return holds_throughout(evidence, sentence, (verb, words), partial(is_outside, sentence.text))


def is_outside(sentence: str, verb: Range, words: Range) -> bool:
    """Whether a verb is told by ", who" of the name before it, and words stand before that."""
    who = _WHO.search(sentence, max(0, verb[0] - _BACK), verb[0])
    if who is None or words[1] > who.start():
        return False
    name = _NAME.search(sentence, max(0, who.start() - _BACK), who.start())
    if name is None or touch(words, name.span()) or sentence[slice(*words)] in name[0]:
        return False
    if {word.lower() for word in sentence[slice(*words)].split()} & clausal.TAKING_UP:
        return False
    between = sentence[words[1] : name.start()]
    return _is_object(between) and _is_filled(sentence, verb)


def _is_object(before: str) -> bool:
    """Whether a name right behind these words is an object: "will face", "replaces Justice"."""
    words = list(grammar.tokenise(before[-_LOOK_BACK:]).words)
    for _ in range(_TITLES + 1):
        if not words or not words[-1][0].isalpha():
            return False
        last, before_last = words[-1], words[-2] if len(words) > 1 else ""
        if last in grammar.AUXILIARIES | grammar.PREPOSITIONS | grammar.CONJUNCTIONS:
            return False
        if (
            grammar.is_past(last)
            or last in clausal.FINITE | grammar.UNCHANGED
            or before_last in grammar.MODALS
        ):
            return True
        if last.endswith("s") and not last.endswith("ss"):
            return True
        words.pop()
    return False


def _is_filled(sentence: str, verb: Range) -> bool:
    """Whether a verb has its object, or is one beside which nobody stands but who does it."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if not clausal.ALONE.isdisjoint(told):
        return True
    group = grammar.tokenise(sentence[max(0, verb[0] - _BACK) : verb[1]]).words
    head = main_verb(told)
    if head in UNDERGOING or not head:
        return False
    is_passive = is_participle(head) and any(
        word in grammar.BE for word in group[-len(told) - 2 : -1]
    )
    has_object = OPENS_OBJECT.match(sentence, verb[1]) or sentence.startswith(
        (" $", " £", " €"), verb[1]
    )
    return not is_passive and bool(has_object)
