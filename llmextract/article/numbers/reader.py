"""Quantities in English news text: what a number expression states, no more and no less.

An unreadable figure is better than a wrong one, so whatever has two readings has none. A bound that
the words entail is kept ("nearly 300" is about 300 and at most 300), one they only suggest is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from llmextract.article.numbers.expressions import scan
from llmextract.article.numbers.measured import Expression
from llmextract.article.numbers.modifiers import changes_figure, has_stray_modifier
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.tokens import Token, text_at, tokenize
from llmextract.article.numbers.units import are_conversions


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity in a text: `text[start:end]` holds its modifiers, its figure and its unit.

    `counts` says that it is no ordinal and not the number of something ("Brigade 87").
    """

    start: int
    end: int
    quantity: Quantity
    counts: bool


def find_quantities(text: str) -> list[QuantityMention]:
    """Every readable number expression of a text, in order, without overlap."""
    tokens = tokenize(text)
    return [
        QuantityMention(
            tokens[one.start].start, tokens[one.end - 1].end, one.quantity, one.role == "count"
        )
        for one in scan(tokens)
        if one.quantity is not None
    ]


def read_quantity(words: str) -> Quantity | None:
    """The one quantity that words cited for a field state, None where they state none or several.

    "no", "none" and "nil" are zero only as the whole of the words: "no casualties" denies an event.
    """
    tokens = tokenize(words)
    stated = [token.text for token in tokens if token.kind != "mark"]
    if stated in (["no"], ["none"], ["nil"]):
        return Quantity(value=0, low=0, high=0)
    found = scan(tokens)
    counts = [one for one in found if one.role == "count"]
    if not counts and len(found) == 1 and _stands_alone(tokens, found[0]):
        counts = found
    counts = _without_conversion(tokens, counts)
    if not counts or any(one.quantity is None for one in found):
        return None
    first = counts[0]
    if first.quantity is None or any(one.quantity != first.quantity for one in counts[1:]):
        return None
    return None if has_stray_modifier(tokens, first.start, counts[-1].end) else first.quantity


def _stands_alone(tokens: Sequence[Token], found: Expression) -> bool:
    """Whether an ordinal is no part of a name: "the 25th", "third attack", not "25th Division"."""
    if found.role == "label":
        return False
    after = tokens[found.end] if found.end < len(tokens) else None
    # "12th-largest", "25th Division", "20th century"
    apart = after is not None and (after.capital or after.text in ("-", "century"))
    return not apart and (after is None or not after.text.endswith("est"))


def _without_conversion(tokens: Sequence[Token], found: list[Expression]) -> list[Expression]:
    """Drop the bracketed repetition of a figure in another unit: "10 kilometers (6 miles)"."""
    kept: list[Expression] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is None or not _is_conversion(tokens, last, one):
            kept.append(one)
    return kept


def _is_conversion(tokens: Sequence[Token], figure: Expression, one: Expression) -> bool:
    if figure.quantity is None or one.quantity is None or figure.end != one.start - 1:
        return False
    units = figure.quantity.unit, one.quantity.unit
    return text_at(tokens, figure.end) in ("(", "[") and are_conversions(*units)


_NEXT_WORD = re.compile(r" (?:of (?:them|whom)\b|[^\W_][\w'’-]*)")


def stands_as_figure(text: str, mention: QuantityMention) -> bool:
    """Whether a mention counts something where it stands: "25th" of "25th Division" does not."""
    after = _NEXT_WORD.match(text, mention.end)
    if mention.counts and not (after and changes_figure(after[0].split()[0].lower())):
        return True
    return read_quantity(text[mention.start : after.end() if after else mention.end]) is not None
