"""Figures that count nothing: a year, an age, a day."""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.syntax.grammar import words_of
from llmextract.ask.shape import Number
from llmextract.judge.spans import everywhere, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import Node
from llmextract.judge.values import figures_of
from llmextract.judge.verdict import Code

_YEAR_DIGITS: Final = 4
_LOOK_BACK: Final = 40
_AGE: Final = re.compile(r"[\w.,]+[\s-](?:year|month|week|day)s?[\s-]olds?\b")
_SPAN: Final = re.compile(
    r"[\w.,]+(?:\s(?:and\sa\shalf|or\s\w+))?[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b"
    r"(?P<from>\s(?:ago|earlier|later)\b)?"
)
# "The 15th" of a month, and the age behind a name: "Roe, 20, was", "Roe, now 20, is".
_DAY: Final = re.compile(r"(?<=\bthe )\d{1,2}(?:st|nd|rd|th)(?=\W*\Z|[.,;)]|\s+of\s+[A-Z])")
_AGED: Final = re.compile(
    r"(?P<before>\w*)\W*\b(?:[A-Z][\w.'’-]*\s+)*[A-Z][\w.'’-]*,\s(?:now\s+)?\Z"
)
_ASIDE: Final = re.compile(r"\d{1,2},\s+(?![A-Z\d])")
# At the end of an item the name is a full one: "Ilan Roe, 31;", not "Dorva, 12;".
_ENDS_ITEM: Final = re.compile(r"\d{1,2}(?=;|\.?\Z|\.\s)")
_FULL_NAME: Final = re.compile(r"\b[A-Z][\w’'-]+\s[A-Z][\w’'-]+,\s\Z")
# Two children "aged 7 and 11", a man "aged about 20", "a watchman of 63".
_AGED_OF: Final = re.compile(
    r"\bage[ds]?\s+(?:(?:between|from|about|around|only|just|approximately|roughly|under|over)\s+)?"
    r"(?:(?:[\w-]+,\s+){0,6}[\w-]+,?\s+(?:and|to|or)\s+)?(?:(?:about|around|only|just)\s+)?\Z"
)
_PERSON_OF: Final = re.compile(
    r"\b(?:an?|the)\s+(?:[a-z-]+\s+){0,2}(?P<noun>[a-z]+)\s+of\s+(?:(?:about|around|only|just)\s+)?\Z",
    re.IGNORECASE,
)
_ENDS_PERSON: Final = re.compile(
    r".*(?:man|woman|boy|girl|child|youth|teenager|person|lad|widow(?:er)?|pensioner"
    r"|student|pupil|farmer|teacher|clerk|nurse|driver|soldier|worker|labourer|laborer|shopkeeper)"
)
_PLURAL: Final = re.compile(r"\s+(?!(?:is|was|has|years|months|weeks|days)\b)[a-z]+s\b")
_ON_SCALE: Final = re.compile(r"\b(?:magnitude|category)\s(?:of\s)?(?:about\s)?\Z", re.IGNORECASE)
_OF_SCALE: Final = re.compile(r"[\s-]magnitude\b|\son\sthe\sRichter\b")
_PERCENT: Final = re.compile(r"\s?(?:%|per\s?cent\b|percentage\spoints?\b)")
_OF_THEM: Final = re.compile(r"\s+(?:of|among)\s")
_CHANGES: Final = (
    r"(?:rise|raise|increase|hike|cut|fall|drop|decline|gain|growth|bonus|discount|reduction|decrease"
    r"|jump|surge|slump|premium|tax|tariff|levy|interest|dividend|inflation|loss|profit|margin|rate)"
)
_CHANGED_BY: Final = re.compile(
    rf"(?:\b(?:an?|the|its|their|his|her)\s)?(?:[\w-]+\s)?\b{_CHANGES}s?\s(?:of|to)\s"
    r"(?:(?:at\sleast|about|around|up\sto|nearly|almost|some|only|more\sthan)\s)?\Z"
    r"|\b(?:rose|risen|fell|fallen|grew|grown|up|down|increased|dropped|climbed|slid|cut|raised)\s(?:by\s)?\Z"
)
_CHANGE: Final = re.compile(rf"\s(?:[a-z]+\s)?{_CHANGES}s?\b")
_YOUNGEST, _OLDEST = 13, 120
_NO_AGED: Final = words_of("in at near from to around outside on by since")
_REACHING: Final = re.compile(r"\b(?:past|last|next|coming|previous|preceding)\s+\Z", re.IGNORECASE)


def is_magnitude(sentence: str, start: int, end: int) -> bool:
    """Whether a figure is a step of a scale: "of magnitude 6.1", "a 6.1-magnitude quake"."""
    before = _ON_SCALE.search(sentence, max(0, start - _LOOK_BACK), start)
    return before is not None or _OF_SCALE.match(sentence, end) is not None


def share_of_change(sentence: str, place: Range) -> str | None:
    """What a percentage measures where it counts nobody: "a rise of 10 percent", "fell by 3%".

    >>> share_of_change("Clerks won a rise of 10 percent.", (21, 23))
    'a rise of 10 percent'
    """
    share = _PERCENT.match(sentence, place[1])
    share_end = share.end() if share is not None else place[1]
    is_share = share is not None or _PERCENT.search(sentence, *place) is not None
    if not is_share or _OF_THEM.match(sentence, share_end):
        return None
    low = max(0, place[0] - _LOOK_BACK)
    before = _CHANGED_BY.search(sentence, low, place[0])
    behind = _CHANGE.match(sentence, share_end)
    if before is None and behind is None:
        return None
    first = before.start() if before is not None else place[0]
    return sentence[first : behind.end() if behind is not None else share_end].strip()


def is_year(sentence: str, start: int, end: int) -> bool:
    """Whether four digits are no figure for who reads the sentence: "in March 2019"."""
    if end - start != _YEAR_DIGITS or not sentence[start:end].isdecimal():
        return False
    return not any(touch((each.start, each.end), (start, end)) for each in figures_of(sentence))


def keep_no_year(evidence: Evidence, child: Node) -> None:
    """Reject a quantity that is a bare year at all its places; a whole number may be one."""
    for leaf, count in list(standing(child)):
        sentence = evidence.article.line_at(count.start)
        if not isinstance(leaf.shape, Number) or leaf.shape.type is not Quantity:
            continue
        if sentence is not None and all(
            is_year(sentence.text, *place) for place in everywhere(sentence, count)
        ):
            leaf.refuse(Code.UNREADABLE, f"{count.exact!r} is a year, which counts nothing")


def time_with(sentence: str, start: int, end: int) -> str | None:
    """An age or a time that a figure is part of: "a 20-year-old", "19 months ago", "past 13 years".

    How long something lasts ("for 13 years") is a figure.
    """
    if (age := age_with(sentence, start, end)) is not None:
        return age
    if _ASIDE.match(sentence, start):
        return None
    found = _DAY.match(sentence, start)
    if found is None and (span := _SPAN.match(sentence, start)):
        reaching = _REACHING.search(sentence, max(0, start - _LOOK_BACK), start)
        found = span if span["from"] or reaching else None
    return found[0] if found is not None and found.end() >= end else None


def age_with(sentence: str, start: int, end: int) -> str | None:
    """An age that a figure is part of: "a 20-year-old", "Roe, 20, was", "aged 7 and 11"."""
    if (aged := _aged(sentence, start, end)) is not None:
        return aged
    if aside := _ASIDE.match(sentence, start):
        found = _AGED.search(sentence, max(0, start - _LOOK_BACK), start)
        is_age = found is not None and found["before"].lower() not in _NO_AGED
        return aside[0].rstrip(", ") if is_age else None
    if (item := _ENDS_ITEM.match(sentence, start)) is not None:
        is_named = _FULL_NAME.search(sentence, max(0, start - _LOOK_BACK), start) is not None
        return item[0] if is_named else None
    old = _AGE.match(sentence, start)
    return old[0] if old is not None and old.end() >= end else None


def _aged(sentence: str, start: int, end: int) -> str | None:
    """The words that make a figure an age: "aged 7 and 11", "a watchman of 63"."""
    mention = next((m for m in figures_of(sentence) if touch((m.start, m.end), (start, end))), None)
    if mention is None or not mention.counts or not (mention.quantity.value or 0) <= _OLDEST:
        return None
    low = max(0, mention.start - _LOOK_BACK)
    found = _AGED_OF.search(sentence, low, mention.start)
    if found is None:
        found = _PERSON_OF.search(sentence, low, mention.start)
        # "A widow of three" has three children.
        is_old = (mention.quantity.value or 0) >= _YOUNGEST
        if found is None or not is_old or not _ENDS_PERSON.fullmatch(found["noun"].lower()):
            return None
    # "Aged 12 and 14 guards" tells of guards.
    return None if _PLURAL.match(sentence, mention.end) else sentence[found.start() : mention.end]
