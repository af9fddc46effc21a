"""What is told behind "if", however long its subject is: "if the head of the council attacks".

The climb to what governs a verb ends where its subject is a phrase with others in it.
"""

import re
from typing import Final

from llmextract.article.syntax import clausal, grammar
from llmextract.judge.rules.who.befallen import OPENS_OBJECT

_IF: Final = re.compile(
    r"(?<![\w’'-])(?<!\bas )(?<!\bAs )(?P<if>if|unless|provided that|in case|whether)\s",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"[;:.!?“”\"—–()]")
_VERBS: Final = clausal.FINITE | clausal.FINITE_AUXILIARIES | grammar.MODALS
_OPENING: Final = clausal.RELATIVE | clausal.LINKED | clausal.BARE | {"to", "that", "then"}
_LOOK_BACK: Final = 160


def condition_of(sentence: str, start: int, end: int) -> str | None:
    """The "if" in whose clause sentence[start:end] is the first verb; None where that is not sure.

    >>> sentence = "If the head of the council attacks Dorva, we leave."
    >>> condition_of(sentence, 27, 34)
    'If'
    """
    opens = list(_IF.finditer(sentence, max(0, start - _LOOK_BACK), start))
    if not opens:
        return None
    found = opens[-1]
    between = sentence[found.end() : start]
    # A comma ends the clause; two of them set off an insertion.
    if _PARTED.search(between) or between.count(",") % 2:
        return None
    subject = between.replace(",", "").split()
    if not subject or not grammar.AUXILIARIES.isdisjoint(subject):
        return None
    is_verb = not any(map(_opens_other, subject)) and OPENS_OBJECT.match(sentence, end)
    return found["if"] if is_verb else None


def _opens_other(word: str) -> bool:
    """Whether a word of what should be a subject is a verb, or opens a clause of its own."""
    return word in _VERBS or word in _OPENING or (word.islower() and grammar.is_past(word))
