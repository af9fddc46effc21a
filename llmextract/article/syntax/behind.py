"""Words behind a verb that are surely not its subject: what it is done to, or held by "to".

"Hale" of "guards have also endorsed Hale" and "the house" of "voted to send it to the house"; not
"Roe" of "then came Roe", of "was rejected by Roe" or of "asked about it, Roe left".
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar

_NEAR: Final = 60
# Behind these stands their subject: "in the hall sat Roe", "news came from Roe".
_INVERTED: Final = grammar.inflected(
    "remain appear follow emerge live die loom lurk hang lie begin start end =came =went =stood"
    " =sat =lay =fell =ran =began =hung =lain"
) | grammar.words_of("come comes coming go goes stand stands sit sits fall falls run runs")
# Behind these stands who speaks: "it fell, said a guard in Dorva".
SPEAKING: Final = grammar.inflected(
    "say add reply answer explain note insist warn declare announce shout cry whisper comment argue"
    " claim report conclude continue recall observe remark respond joke ask state tell quip =wrote"
    " =said =told"
)
# Who is heard is behind "from".
_LEARNT: Final = grammar.words_of(
    "heard hears hear learned learnt learns received receives got gets obtained read took had have"
)
# Behind these somebody may do it all the same.
_SHARING: Final = re.compile(
    r"\b(?:by|among|including|with|like|such\s+as|than|except|besides|namely|as)\b", re.IGNORECASE
)
_HELD: Final = re.compile(
    r"\b(?:to|from|against|for|in|on|at|of|into|onto|over|under|about|between|before|after|near"
    r"|across|through|during|towards?|within|without|upon|behind|inside|outside)\s+"
    r"(?:(?!(?:and|or|but|who|that|which|was|were|is|are)\b)[\w’'.-]+\s+){0,3}\Z"
)
_HAD: Final = re.compile(r"\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|not\s+|already\s+)*\Z")
_DETERMINERS: Final = re.compile(r"\s+(?:(?:the|an?|its|his|her|their)\s+)?\Z")
# What a verb has before it that may be its subject.
_SUBJECT: Final = re.compile(r"[\w)’'”\"]\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)*\Z|,\s\Z")


def is_behind_verb(sentence: str, verb: Range, words: Range) -> bool:
    """Whether words stand behind an active verb as its object, or behind a preposition."""
    if words[0] < verb[1]:
        return False
    told = grammar.tokenise(sentence[slice(*verb)]).words
    head = next((w for w in told if w not in grammar.AUXILIARIES and not grammar.is_adverb(w)), "")
    if not grammar.is_past(head) or head in _INVERTED or head in SPEAKING:
        return False
    before = sentence[max(0, verb[0] - _NEAR) : verb[0]]
    has_perfect = _HAD.search(before) is not None or bool(grammar.HAVE & {*told[:1]})
    if not has_perfect and not _SUBJECT.search(before):
        return False  # "Asked about Roe, Hale left"
    between = sentence[verb[1] : words[0]]
    if re.search(r"[;:“”\"]", between) or _SHARING.search(between):
        return False
    is_held = _HELD.search(between) is not None and not (
        head in _LEARNT and re.search(r"\bfrom\s", between)
    )
    is_object = has_perfect and len(told) < 3 and _DETERMINERS.fullmatch(between) is not None
    return is_held or is_object
