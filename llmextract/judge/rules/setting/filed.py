"""Where and when news was filed, and the entries of a list, each of which has its own time.

"DORVA, May 4 (NA) - A bomb killed five in Kelm on Friday" happened in Kelm on Friday; of "March 3:
Rebels take Dorva. March 9: Army retakes it." each entry is told of its own day.
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.times.words import MONTHS, SHORT_MONTHS, WEEKDAYS
from llmextract.ask.markers import Beside
from llmextract.ask.shape import Moment
from llmextract.judge.spans import evidence_of, shown_throughout, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, Node
from llmextract.judge.verdict import Code, Span

_MONTH: Final = rf"(?:{'|'.join(each.capitalize() for each in (*MONTHS, *SHORT_MONTHS))})\.?"
_WEEKDAY: Final = rf"(?:{'|'.join(each.capitalize() for each in WEEKDAYS)})"
_DAY: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH}|{_WEEKDAY})(?:,?\s\d{{4}})?"
_DATELINE: Final = re.compile(
    r"\W{0,2}(?P<place>[A-Z][\w’'.-]*(?:,?\s[A-Z][\w’'.-]*){0,3})"
    rf"(?:,?\s(?P<day>{_DAY}))?(?:\s\([^()]{{1,40}}\))?\s?(?:--|[–—-])\s"
)
_PLACE: Final = re.compile(
    r"\s(?:(?:in|near|at|outside|around|off|inside|across|into)\s(?:(?:the|[a-z-]+)\s){0,4}"
    r"|(?:town|city|village|port|district|province|suburb|island|capital)\s(?:of\s)?)(?P<place>[A-Z]\w+)"
)
_TIME: Final = re.compile(rf"\b(?:on\s{_DAY}|{_WEEKDAY}|yesterday|overnight|last\s(?:night|week))")
_ENTRY: Final = re.compile(
    rf"[^\w“\"]{{0,3}}(?:(?P<day>{_DAY})[^:.;–—]{{0,20}}(?::|\s[–—-])|(?P<hour>\d{{1,2}}[:.]\d{{2}})"
    r"(?:\s?[ap]\.?m\.?)?\b\s?[:–—-]?)\s"
)
_WHENS: Final = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))


def keep_filed(evidence: Evidence, node: GroupNode, child: Node, marker: Beside) -> None:
    """Reject a place or a time that is only that of the report, or of another entry."""
    anchor = evidence_of(node.leaf(marker.of))
    if anchor is None:
        return
    is_place = any(child is node.children[name] for name in node.group.placed)
    for leaf, words in standing(child):
        other = None
        if is_place:
            other = shown_throughout(evidence, (anchor, words), other_place)
        elif isinstance(leaf.shape, Moment):
            other = shown_throughout(evidence, (anchor, words), other_time)
            other = other or _other_entry(evidence.article, anchor, words)
        if other is not None:
            detail = f"{words.exact!r} is that of the report or of another entry: {other!r}"
            leaf.refuse(Code.MISATTACHED, detail)


def other_place(sentence: str, told: Range, words: Range) -> str | None:
    """Where something happens, if words only open the report of it.

    >>> other_place("DORVA (NA) - A bomb went off in Kelm.", (15, 23), (0, 5))
    'Kelm'
    """
    dateline = _DATELINE.match(sentence)
    if dateline is None or words[1] > dateline.end("place") or told[0] < dateline.end():
        return None
    found = _PLACE.search(sentence, dateline.end())
    return found["place"] if found is not None and found["place"].lower() not in _WHENS else None


def other_time(sentence: str, told: Range, words: Range) -> str | None:
    """When something happens, if words are only the day of the report of it."""
    dateline = _DATELINE.match(sentence)
    if dateline is None or dateline["day"] is None or told[0] < dateline.end():
        return None
    if not dateline.start("day") <= words[0] < words[1] <= dateline.end("day"):
        return None
    found = _TIME.search(sentence, dateline.end())
    return found[0] if found is not None else None


def _other_entry(article: Article, told: Span, time: Span) -> str | None:
    """The entry that a time opens, where what happens is told in another one of the list."""
    if told.sentence is None or time.sentence in (told.sentence, None):
        return None
    own, other = (_ENTRY.match(article.lines[at - 1].text) for at in (told.sentence, time.sentence))
    line = article.lines[time.sentence - 1]
    is_label = other is not None and time.end - line.start <= other.end()
    return own[0].strip() if own is not None and is_label else None
