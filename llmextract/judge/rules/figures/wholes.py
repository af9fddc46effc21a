"""Figures of a whole and of a part of it, each with the deed that is told of it.

"Freed 12 of the 40 men held since May": held were the forty, freed the twelve. Offsets are
half-open code points in a sentence.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.syntax.grammar import ADJECTIVES, AUXILIARIES, is_past, tokenise, words_of
from llmextract.article.syntax.patterns import WORD_OR_MARK

_SOME_OF: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|those|these|about|some)\s+)*"
)
_OF_ALL: Final = re.compile(
    r"(?:\A|[,;]\s|\band\s)[Oo](?:ut\s+o)?f\s+(?:(?:the|some|about)\s+){0,2}\Z"
)
_NEAR: Final = 60
_DOES: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(a for a in AUXILIARIES if a.isalpha()))})\s+"
    r"(?:(?:been|be|being|also|later|since|then|already|\w+ly)\s+){0,3}\w+"
)
_ABOUT_BEFORE: Final = re.compile(
    r"\b(?:(?:about|some|at|least|around|only|just|more|than|up|to)\s+){1,3}\Z"
)
# Past forms that no passive has: "12 of the 40 passengers died".
FINITE: Final = words_of(
    "died fled escaped survived perished drowned returned remained arrived came went fell left"
)
# Opens what tells which ones are meant: "those who", "the men they had".
_RELATIVE: Final = words_of("who whom that which they he she it we")
_MODIFIER, _MOST_NOUN = 120, 4


def of_those(
    sentence: str, anchor: Range, count: Range, mentions: Sequence[QuantityMention]
) -> str | None:
    """The part or the whole that a deed is of: "freed [12] of the [40] men held since May".

    Held were the forty, freed the twelve. "Of 40 men held, 12 were freed" tells the same.
    """
    counting = [m for m in mentions if m.counts]
    for one, other in pairwise(counting):
        if _SOME_OF.fullmatch(sentence, one.end, other.start):
            part, whole = one, other
        elif _OF_ALL.search(sentence, 0, one.start) and "," in sentence[one.end : other.start]:
            part, whole = other, one
        else:
            continue
        which = modifier(sentence, whole.end)
        if which is None:
            continue
        is_in_it = which[0] <= anchor[0] and anchor[1] <= which[1]
        if touch(count, (whole.start, whole.end)) and not is_in_it:
            is_behind = anchor[0] >= max(which[1], part.start)
            return sentence[part.start : part.end] if is_behind else None
        is_part = touch(count, (part.start, part.end)) and is_in_it
        if is_part and _has_own_deed(sentence, part, which):
            return sentence[whole.start : whole.end]
    return None


def _has_own_deed(sentence: str, part: QuantityMention, which: Range) -> bool:
    """Whether a part has a deed of its own: not "two of the 12 killed were guards"."""
    told = [tokenise(found[0]).words[-1] for found in _DOES.finditer(sentence, *_near(which[1]))]
    if told:
        return is_past(told[0]) and told[0] not in AUXILIARIES
    before = tokenise(
        _ABOUT_BEFORE.sub("", sentence[max(0, part.start - _NEAR) : part.start])
    ).words
    return bool(before) and is_past(before[-1]) and before[-1] not in AUXILIARIES


def _near(start: int) -> Range:
    return start, start + _NEAR


def modifier(sentence: str, end: int) -> Range | None:
    """What is told of those whom a figure counts before anything is of some: "taken in May".

    It is a participle or a relative clause behind their noun, up to the main verb.
    """
    start = stop = None
    has_verb = False
    for at, match in enumerate(WORD_OR_MARK.finditer(sentence, end, end + _MODIFIER)):
        word = match[0].lower()
        if start is None:
            if at > _MOST_NOUN or not word[0].isalpha() or word in AUXILIARIES or word in FINITE:
                return None
            is_verb = is_past(word) and word not in ADJECTIVES
            if at and (is_verb or word in _RELATIVE):
                start, has_verb = match.start(), is_verb
        elif (match[0] in AUXILIARIES and has_verb) or not (word[0].isalnum() or word in "-’'"):
            break
        else:
            has_verb = has_verb or is_past(word)
        stop = match.end()
    return None if start is None or stop is None or not has_verb else (start, stop)
