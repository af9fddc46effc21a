"""What a question only asks, and what is to come in a headline: "Minister to [visit] Dorva"."""

import re
from typing import Final

from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.present import is_headline, one_tells_now

_QUESTION: Final = re.compile(
    r"(?:\A|(?<=[“\"]))(?P<asks>Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Will|Can|Could|Should|May|Might"
    r"|Would)\s(?P<subject>[^?!.;:“”\"]{1,120}?)(?=\?|\s)"
)
_ASKED: Final = re.compile(r"[^?!.;“”\"]{0,160}\?")
# What stands in a clause of these is not asked: "Did the men who [took] Dorva flee?".
_TAKEN_AS_SO: Final = (
    grammar.CLAUSES | clausal.RELATIVE | grammar.words_of("because despite over amid following")
) - {"then", "than", "how", "why"}
_TO: Final = re.compile(r"[^.,;:?!“”\"]{1,80}\s(?P<to>to)\s(?:be\s)?(?:\w+ly\s)?\Z")


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


def to_come(sentence: str, start: int, end: int) -> str | None:
    """The "to" of a headline behind a subject, by which a deed is to come; None elsewhere.

    >>> to_come("Minister to visit Dorva", 12, 17)
    'to'
    """
    found = _TO.match(sentence, 0, start) if is_headline(sentence) else None
    words = grammar.tokenise(sentence[start:end]).words
    if found is None or not words or not (grammar.is_base(words[0]) or found.end() < start):
        return None
    subject = grammar.tokenise(sentence[: found.start("to")]).words
    is_told = any(map(clausal.may_be_verb, subject)) or one_tells_now(sentence, 0, start)
    return None if is_told or not grammar.is_open(subject[-1]) else "to"
