"""What a question only asks: "Did rebels [take] Dorva?"."""

import re
from typing import Final

from llmextract.article.syntax import clausal, grammar

_QUESTION: Final = re.compile(
    r"(?:\A|(?<=[“\"]))(?P<asks>Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Will|Can|Could|Should|May|Might"
    r"|Would)\s(?P<subject>[^?!.;:“”\"]{1,120}?)(?=\?|\s)"
)
_ENDS: Final = frozenset("?!.;")
_ASKED: Final = re.compile(r"[^?!.;“”\"]{0,160}\?")
# What stands in a clause of these is not asked: "Did the men who [took] Dorva flee?".
_TAKEN_AS_SO: Final = (
    grammar.CLAUSES | clausal.RELATIVE | grammar.words_of("because despite over amid following")
) - {"then", "than", "how", "why"}


def only_asked(sentence: str, start: int, end: int) -> str | None:
    """The auxiliary that asks whether sentence[start:end] is so; None where nothing does.

    >>> only_asked("Did rebels take Dorva?", 11, 15)
    'Did'
    """
    found = _QUESTION.search(sentence, 0, start)
    if found is None or _ASKED.match(sentence, end) is None:
        return None
    between = sentence[found.end("asks") : start]
    if re.search(r"[?!.;]", between) or not _TAKEN_AS_SO.isdisjoint(
        grammar.tokenise(between).words
    ):
        return None
    return found["asks"]
