"""Titles held against whose they are, and against the whole office that they are cut out of."""

import re
from functools import partial
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range, touch
from llmextract.article.syntax.grammar import words_of
from llmextract.article.syntax.set_off import subject_apart
from llmextract.article.syntax.sorts import sort_of
from llmextract.ask.shape import Words
from llmextract.judge.rules.actors.aliases import is_renamed
from llmextract.judge.rules.actors.genders import BODIES
from llmextract.judge.rules.actors.titles import (
    is_body_alone,
    is_done_to,
    is_of_his,
    is_of_several,
    is_of_whom,
    is_office_free,
    is_predicate_of,
    longer_office,
    no_office,
    only_tells,
    other_bearer,
    other_office,
    told_apart,
)
from llmextract.judge.rules.nouns import head_of, is_people
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

# "A 33-year-old [man]", "[a guard]".
_NEW: Final = re.compile(r"\b[Aa]n?\s(?:[\w-]+\s){0,4}?[\w-]+\Z")
_WORD_BEFORE: Final = re.compile(r"\b(?P<word>[\w-]+),?\s\Z")
_CALLING: Final = re.compile(r",\s(?:an?|the)\s(?:[a-z][\w-]*\s){0,3}?(?P<noun>[a-z][\w-]*)\b")
# "Was named [minister]" is said of its own subject.
_NAMED: Final = re.compile(
    r"\b(?P<verb>(?:(?:was|were|is)|(?:has|have|had)\sbeen)\s(?:\w+ly\s)?(?:named|appointed|elected|made|chosen"
    r"|picked|crowned|sworn\sin|nominated|reappointed|re-elected))\s(?:as\s)?(?:(?:the|an?|its|their|his|her)\s)?"
    r"(?:[a-z-]+\s){0,2}\Z"
)
_HE: Final = re.compile(r"\b(?:he|she|his|her|him|himself|herself|I|my)\b", re.IGNORECASE)
_NEAR: Final = 60
_BODIES: Final = BODIES | words_of("service hospital school college society academy firm")


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
    if all(_is_named_other(sentence.text, place, within(sentence, anchor)) for place in places):
        return f"{words.exact!r} is what somebody else was named"
    if all(is_of_several(sentence.text, place, within(sentence, anchor)) for place in places):
        return f"{words.exact!r} are several others"
    if all(is_done_to(sentence.text, place, within(sentence, anchor)) for place in places):
        return f"{words.exact!r} is somebody else, to whom it is done"
    if all(is_of_whom(sentence.text, place, within(sentence, anchor)) for place in places):
        return f"{words.exact!r} has to do with {anchor.exact!r}"
    apart = partial(told_apart, sentence.text)
    if not holds_throughout(evidence, sentence, (words, anchor), apart):
        return None
    return f"{words.exact!r} does not stand beside {anchor.exact!r}"


def _is_named_other(sentence: str, title: Range, name: Range) -> bool:
    """Whether a title is what another was named: "Roe left, and Hale was named minister"."""
    named = _NAMED.search(sentence, max(0, title[0] - _NEAR), title[0])
    if named is None or title[0] < name[0]:
        return False
    subject = subject_apart(sentence, named.span("verb"))
    if subject is None or touch(subject, name):
        return False
    who = sentence[slice(*subject)]
    return (
        who[:1].isupper() and sort_of(who) != "pronoun" and not _may_be(who, sentence[slice(*name)])
    )


def _said_elsewhere(evidence: Evidence, anchor: Span, words: Span) -> str | None:
    """Why a title of another sentence is that of the one whom it stands beside there.

    None where the last word of the name stands there too, or another name for it.
    """
    if (why := _never_his(evidence, anchor, words)) is not None:
        return why
    bearers = [
        _bearer_at(evidence, anchor.exact, place)
        for place in sorted({(words.start, words.end), *places_of(evidence, words)})
    ]
    return f"{words.exact!r} is said of {bearers[0]!r}" if all(bearers) else None


def _never_his(evidence: Evidence, anchor: Span, words: Span) -> str | None:
    """Why words of another sentence are no title of one person: a body, several, somebody new.

    Who has an office beside his name in his own sentence is not brought in by another one as "a
    guard" is.
    """
    name = anchor.exact
    head = head_of(words.exact)
    if head.lower() in _BODIES and not head.lower().endswith("s") and " of " not in words.exact:
        return f"{words.exact!r} is a body"
    sentence = evidence.article.line_at(words.start)
    if sentence is None or _has_part(sentence.text, name):
        return None
    if head.lower().endswith(("s", "men", "women")) and is_people(head.lower()) and _is_one(name):
        return f"{words.exact!r} are several others"
    start, end = within(sentence, words)
    is_new = _NEW.search(sentence.text, max(0, start - _NEAR), end) is not None
    own = _own_office(evidence, anchor) if is_new else None
    if own is not None and (_HE.search(sentence.text) or f"the {own.lower()}" in sentence.text):
        return None  # "He was once a [teacher]"
    return None if own is None else f"{words.exact!r} is somebody else: {name!r} is {own!r}"


def _has_part(text: str, name: str) -> bool:
    return any(part in text for part in name.split()[-1:])


def _may_be(who: str, name: str) -> bool:
    """Whether two names may be of one; "Ada Roe" and "Ilan Roe" are two."""
    first, other = who.split(), name.split()
    is_full = len(first) == len(other) > 1 and first[-1] == other[-1]
    return _has_part(who, name) and not (is_full and first[0][:1] != other[0][:1])


def _is_one(name: str) -> bool:
    """Whether a name is no list and no word of many: "Ada Roe", but not "Roe and Hale"."""
    return name[:1].isupper() and " and " not in name and not name.endswith("s")


def _own_office(evidence: Evidence, anchor: Span) -> str | None:
    """The office or calling right beside a name in the sentence that tells of it."""
    sentence = evidence.article.line_at(anchor.start)
    if sentence is None:
        return None
    start, end = within(sentence, anchor)
    before = _WORD_BEFORE.search(sentence.text, max(0, start - _NEAR), start)
    if before is not None and not is_office_free(before["word"]):
        return before["word"]
    behind = _CALLING.match(sentence.text, end)
    return behind["noun"] if behind is not None and is_people(behind["noun"]) else None


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
    both_full = is_right_behind and " " in bearer and " " in name
    called = (bearer,) if both_full else (bearer, *bearer.split()[-1:])
    return None if any(is_renamed(evidence.article, name, each) for each in called) else bearer


def keep_office(evidence: Evidence, leaf: LeafNode, words: Span, name: Span) -> None:
    """Reject a title that is cut out of another one: "president" out of "vice president"."""
    if words.start < name.end <= words.end and _is_named(name.exact) and _is_named(words.exact):
        leaf.refuse(Code.MISATTACHED, f"{words.exact!r} holds the name itself")
        return
    contradict_words(evidence, leaf, words, lambda start, _: _office_at(evidence.article, start))
    own = evidence.article.line_at(words.start)
    is_told = own is not None and is_predicate_of(own.text, within(own, words), name.exact)
    if is_told or is_body_alone(words.exact) or only_tells(words.exact):
        leaf.refuse(Code.UNREADABLE, f"{words.exact!r} is no title")
        return
    sentence = shared_sentence(evidence.article, words, name)
    if sentence is None or not leaf.judged.stands:
        return
    text, title = sentence.text, within(sentence, words)
    is_age = isinstance(leaf.shape, Words) and not any(map(str.isalpha, words.exact))
    if is_age or no_office(text, title, within(sentence, name)):
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
