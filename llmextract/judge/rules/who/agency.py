"""Whether "by" names another one as who does what a passive or a deed told as a noun says.

Of "the guard held by rebels was freed by marines" no marine holds anybody. What stands behind a
deed by "of", "on" or "against" is who suffers it in the same way: "the murder of Hale".

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle
from llmextract.article.syntax.sorts import is_attack, names_people
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.ask.parts import Part
from llmextract.judge.rules.nouns import does_for_others, may_act
from llmextract.judge.rules.who.phrases import names_somebody, objects_behind
from llmextract.judge.rules.who.rivals import is_plural
from llmextract.judge.rules.who.voice import NOUNS, NOUNS_OF

_TIMES: Final = frozenset((*MONTHS, *WEEKDAYS))
_OWN: Final = re.compile(r"\b(?:its|his|her|their)\b")
# From a deed to "by", over nothing that has an agent of its own: "shot on Monday by".
_BY: Final = re.compile(
    r"(?:\s(?!by\b|and\b|but\b|or\b|who\b|which\b|that\b|as\b|after\b|before\b|when\b|while\b|to\b)"
    r"[\w’'-]+(?<!ed)){0,6}?\sby\b"
)
_OF: Final = re.compile(r"\sof\b")


def named_beside(sentence: str, deed: Range, words: Range, part: Part) -> Range | None:
    """Who is named as doer or sufferer behind a deed, where words are others; else None.

    >>> sentence = "Hale was held by rebels and freed by marines."
    >>> sentence[slice(*named_beside(sentence, (9, 13), (36, 43), "does"))]
    'rebels'
    """
    told = grammar.tokenise(sentence[slice(*deed)]).words
    last = told[-1] if told else ""
    is_noun = last in NOUNS or is_attack(last)
    if part == "does":
        found = _BY.match(sentence, deed[1]) if is_noun or is_participle(last) else None
    else:
        found = _OF.match(sentence, deed[1]) if last in NOUNS_OF else None
    phrases = objects_behind(sentence, found.end()) if found is not None else []
    if found is None or not phrases or touch((phrases[0][0], phrases[-1][1]), words):
        return None
    between = grammar.tokenise(sentence[slice(*found.span())]).words
    if any(word in grammar.PAST or word in clausal.FINITE for word in between):
        return None  # "kidnapped the engineer were shot by"
    is_told = sentence[: words[0]].endswith(": ")  # "by those they fear: the rebels"
    return phrases[0] if not is_told and _is_somebody(sentence[slice(*phrases[0])]) else None


def _is_somebody(phrase: str) -> bool:
    """Whether a phrase names people or a body that acts, and no means, hour or place."""
    is_own = bool(_OWN.search(phrase))
    if does_for_others(phrase) or (is_own and (is_plural(phrase) or not names_people(phrase))):
        return False  # "its forces" do it for those whose they are
    is_time = any(part.lower() in _TIMES for part in re.split(r"[\s-]", phrase))
    return not is_time and (names_somebody(phrase) or may_act(phrase))
