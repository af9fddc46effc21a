"""What is said, cut off before its verb, or taken from what another verb tells."""

import re
from typing import Final

from llmextract.article.syntax.grammar import (
    BE,
    HAVE,
    MODALS,
    NOT,
    is_adverb,
    is_base,
    is_gerund,
    is_open,
    is_past,
    tokenise,
)
from llmextract.judge.spans import evidence_of, spans_in, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode, Node
from llmextract.judge.verdict import Code, Span

_NEXT: Final = re.compile(r"((?:\s+[\w’'-]+){1,3})")
# Between a verb with its object and another of the same subject: "called it bold, and said".
_AND: Final = re.compile(r",?\s+(?:and|but)\s+(?:also\s+|then\s+|later\s+|\w+ly\s+)?")


def keep_uncut(evidence: Evidence, child: Node, anchor: LeafNode | None) -> None:
    """Reject pieces of what is said that break off before a verb, or tell another deed.

    "The bridge might be" out of "said the bridge might be shut", and "called the plan bold" out of
    "called the plan bold, and said it would work".
    """
    cue = evidence_of(anchor)
    if cue is None:
        return
    text, pieces = evidence.article.text, spans_in(child)
    for leaf, words in standing(child):
        others = [piece for piece in pieces if piece.start >= words.end]
        if (verb := _broken_off(text, words, others)) is not None:
            leaf.refuse(Code.UNREADABLE, f"{words.exact!r} breaks off before {verb!r}")
        elif _is_another_deed(text, words, cue):
            detail = f"{words.exact!r} is not what {cue.exact!r} brings, but told beside it"
            leaf.refuse(Code.MISATTACHED, detail)


def _broken_off(text: str, words: Span, others: list[Span]) -> str | None:
    """The verb right behind an auxiliary that ends a piece, which no other piece has; or None."""
    last = tokenise(words.exact).words[-1:]
    if not last or (last[0] not in BE | HAVE | MODALS):
        return None
    found = _NEXT.match(text, words.end)
    if found is None or any(piece.start < found.end() for piece in others):
        return None
    behind = [word for word in found[0].split() if word not in NOT and not is_adverb(word)]
    if not behind or not behind[0].islower() or not is_open(behind[0]):
        return None
    is_verb = is_base if last[0] in MODALS else _is_participle
    # Of "is [advancing], shelling Dorva" another piece goes on: "the army is", "shelling Dorva".
    if any(is_verb(piece.exact.split()[0].lower()) for piece in others):
        return None
    return behind[0] if is_verb(behind[0]) else None


def _is_participle(word: str) -> bool:
    return is_past(word) or is_gerund(word)


def _is_another_deed(text: str, words: Span, cue: Span) -> bool:
    """Whether words open with a verb, and "and" joins them to the words of saying behind them."""
    first = words.exact.split()[0]
    return (
        words.end <= cue.start
        and first.islower()
        and is_past(first)
        and _AND.fullmatch(text, words.end, cue.start) is not None
    )
