"""Free text held against the sentences it sums up: no new number, name or negation."""

import re
from dataclasses import dataclass

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import find_quantities
from llmextract.judge.verdict import Code

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_NEGATIONS = frozenset(
    "no not never none nobody nothing neither nor without cannot fail failed fails failing "
    "deny denied denies refuse refused refuses".split()
)
# A capital there says nothing: the first word of a sentence has one anyway.
_OPENS_SENTENCE = re.compile(r"[.!?:][\"'”’)]*\s+\Z|\A\W*\Z")
_LOOK_BACK = 12


@dataclass(frozen=True)
class Objection:
    """Why free text does not follow from its sentences."""

    code: Code
    detail: str


def judge_paraphrase(text: str, source: str) -> Objection | None:
    """The first thing `text` says that `source` does not, or None."""
    known = {word.casefold() for word in _WORD.findall(source)}
    stated = [mention.quantity for mention in find_quantities(source)]
    for mention in find_quantities(text):
        if not any(_entails(quantity, mention.quantity) for quantity in stated):
            figure = text[mention.start : mention.end]
            return Objection(Code.NUMBER_DIFFERS, f"the cited sentences do not state {figure!r}")
    for match in _WORD.finditer(text):
        word = match[0].casefold().removesuffix("'s").removesuffix("’s")
        if _is_negation(word) and not any(_is_negation(other) for other in known):
            return Objection(
                Code.NEGATION_DIFFERS, f"the cited sentences do not negate: {match[0]!r}"
            )
        is_name = match[0][0].isupper() and not _OPENS_SENTENCE.search(
            text[: match.start()][-_LOOK_BACK:]
        )
        if is_name and not {word, f"{word}'s", f"{word}’s"} & known:
            return Objection(Code.NAME_DIFFERS, f"the cited sentences do not name {match[0]!r}")
    return None


def _entails(stated: Quantity, said: Quantity) -> bool:
    return (stated.value, stated.low, stated.high) == (said.value, said.low, said.high)


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))
