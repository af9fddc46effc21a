"""Denials that a record does not show: words cut out of "did not say", "no bridge", "not Dorva"."""

import re

from llmextract.article.article import Article
from llmextract.article.syntax.governing import DENIALS
from llmextract.article.syntax.governors import governors, may_deny
from llmextract.judge.tree import GroupNode, leaves
from llmextract.judge.verdict import Span

# Right before a name they say that it is another: "the army, not the rebels", "Kelmar but not in".
_OTHER = re.compile(
    r"\b(?:not|nor|instead of|rather than|other than|except(?: for)?|excluding|unlike"
    r"|(?:all|everyone|everybody|everything|everywhere) but)"
    r"(?:\s+(?:the|a|an|in|at|by|from|to|of|on|for|with|near))*\s+\Z",
    re.IGNORECASE,
)
# Whatever it finds holds one of these.
_MAY_EXCLUDE = ("no", "than", "but", "instead", "exc", "unlike")
# Right before a clause or its subject they deny it: "none of the bridges fell", "untrue that".
_NONE = re.compile(
    r"\b(?:(?:none|neither|few|hardly any|not (?:all|one|any|many)) of"
    r"|(?:not true|untrue|false|not the case|no truth in(?: \w+){1,3}) that)\s+\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 40


def hidden_denial(article: Article, start: int, end: int, node: GroupNode) -> str | None:
    """The words that deny text[start:end] and that no field of the record shows; None without any.

    What begins in one sentence is read as far as that goes.
    """
    sentence = article.sentence_at(start)
    if sentence is None or not may_deny(sentence.text):
        return None
    at = sentence.start
    found = governors(sentence.text, start - at, min(end, sentence.end) - at)
    denials = [(at + g.start, at + g.end) for g in found if g.force in DENIALS]
    if before := _NONE.search(article.text, max(at, start - _LOOK_BACK), start):
        denials.append(before.span())
    for low, high in denials:
        if not any(low < span.end and span.start < high for span in _shown(node)):
            return article.text[low:high].strip()
    return None


def _shown(node: GroupNode) -> list[Span]:
    """The spans of all that stands in a record."""
    return [
        leaf.judged.verdict.span
        for leaf in leaves(node)
        if leaf.judged.stands and leaf.judged.verdict.span is not None
    ]


def exclusion(article: Article, start: int) -> str | None:
    """The words right before a place that say that it is another one; None if there are none."""
    low = max(0, start - _LOOK_BACK)
    before = article.text[low:start].lower()
    if not any(word in before for word in _MAY_EXCLUDE):
        return None
    found = _OTHER.search(article.text, low, start)
    return found[0].strip() if found else None
