"""Titles held against whose they are, and against the whole office that they are cut out of."""

import re
from functools import partial
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.judge.rules.actors.aliases import is_renamed
from llmextract.judge.rules.actors.titles import (
    is_of_his,
    is_of_several,
    is_office_free,
    longer_office,
    no_office,
    other_bearer,
    other_office,
    told_apart,
)
from llmextract.judge.spans import (
    contradict_words,
    everywhere,
    holds_throughout,
    places_of,
    shared_sentence,
    stands_elsewhere,
    within,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode
from llmextract.judge.verdict import Code, Span

# "A 26-year-old from Dorva called Roe".
_CALLED: Final = re.compile(r",?\s(?:called|named|dubbed|known\sas|by\sthe\sname\sof)\s")


def why_not_his(evidence: Evidence, anchor: Span, words: Span) -> str | None:
    """Why a title is not that of a name of its sentence; None where nothing is sure."""
    sentence = shared_sentence(evidence.article, words, anchor)
    if sentence is None:
        return _said_elsewhere(evidence, anchor, words)
    if _CALLED.fullmatch(evidence.article.text, words.end, max(words.end, anchor.start)):
        return None
    places = everywhere(sentence, words)
    bearers = [other_bearer(sentence.text, place, anchor.exact) for place in places]
    if all(bearers):
        return f"{words.exact!r} is said of {bearers[0]!r}"
    if all(is_of_his(sentence.text, place, within(sentence, anchor)) for place in places):
        return f"{words.exact!r} is told of somebody else, whose {anchor.exact!r} is"
    if all(is_of_several(sentence.text, place, within(sentence, anchor)) for place in places):
        return f"{words.exact!r} are several others"
    apart = partial(told_apart, sentence.text)
    if not holds_throughout(evidence, sentence, (words, anchor), apart):
        return None
    return f"{words.exact!r} does not stand beside {anchor.exact!r}"


def _said_elsewhere(evidence: Evidence, anchor: Span, words: Span) -> str | None:
    """Why a title of another sentence is that of the one whom it stands beside there.

    None where the last word of the name stands there too, or another name for it.
    """
    bearers = [
        _bearer_at(evidence, anchor.exact, place)
        for place in sorted({(words.start, words.end), *places_of(evidence, words)})
    ]
    return f"{words.exact!r} is said of {bearers[0]!r}" if all(bearers) else None


def _bearer_at(evidence: Evidence, name: str, place: Range) -> str | None:
    """Who bears the title at a place, where that is surely another than the name given."""
    sentence = evidence.article.line_at(place[0])
    if sentence is None:
        return None
    title = place[0] - sentence.start, place[1] - sentence.start
    bearer = other_bearer(sentence.text, title, name)
    if bearer is None:
        return None
    # "Governor Hale, who met Roe": the one right behind it bears it, whoever else is named.
    is_right_behind = sentence.text.startswith(f" {bearer}", title[1])
    if not is_right_behind and any(part in sentence.text for part in name.split()[-1:]):
        return None
    called = (bearer, *bearer.split()[-1:])
    return None if any(is_renamed(evidence.article, name, each) for each in called) else bearer


def keep_office(evidence: Evidence, leaf: LeafNode, words: Span, name: Span) -> None:
    """Reject a title that is cut out of another one: "president" out of "vice president"."""
    if words.start <= name.start and name.end <= words.end and _is_named(name.exact):
        leaf.refuse(Code.MISATTACHED, f"{words.exact!r} holds the name itself")
        return
    contradict_words(evidence, leaf, words, lambda start, _: _office_at(evidence.article, start))
    sentence = shared_sentence(evidence.article, words, name)
    if sentence is None or not leaf.judged.stands:
        return
    text, title = sentence.text, within(sentence, words)
    if no_office(text, title, within(sentence, name)):
        leaf.refuse(Code.UNREADABLE, f"{words.exact!r} is no title")
        return
    longer = [longer_office(text, place) for place in everywhere(sentence, words)]
    if all(longer) and not stands_elsewhere(evidence, sentence, (words,)):
        detail = f"{words.exact!r} is only the beginning of {longer[0]!r}"
        leaf.refuse(Code.MISATTACHED, detail)


def _is_named(words: str) -> bool:
    """Whether words hold a name, and are no office alone: "Col. Roe", but not "the President"."""
    return is_office_free(words.split()[-1]) and words.split()[-1][0].isupper()


def _office_at(article: Article, start: int) -> str | None:
    sentence = article.line_at(start)
    return other_office(sentence.text, start - sentence.start) if sentence else None
