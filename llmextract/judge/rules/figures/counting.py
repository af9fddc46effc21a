"""What each figure of a sentence counts: the words right behind it, and what it is a part of."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.reader import find_quantities
from llmextract.article.numbers.units import is_share
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    ARTICLES,
    AUXILIARIES,
    PREPOSITIONS,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.sorts import is_attack
from llmextract.ask.fates import FATES
from llmextract.judge.spans import occurrences

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*|\S")
_CONVERTED: Final = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
# A sentence with more is a table, in which nothing stands right behind what it counts.
MOST_FIGURES: Final = 40
_LINKS: Final = words_of("of from in among for at near on to")
_WAYS: Final = words_of(
    "away north south east west northeast northwest southeast southwest outside inside off short"
    " northern southern eastern western further deep"
)
# End the words that a figure counts.
STOPS: Final = words_of(
    "and or but nor while whereas who whom which that when after before since because until if by"
    " with without into onto during against between toward towards through amid despite per via"
    " said says than including as"
)
_STOPS: Final = (
    STOPS
    | AUXILIARIES
    | words_of("yet although though whose where over under across around about within included")
    | words_of("on at in for to near")
)
# Words that stand for the noun of a figure before: "23 soldiers and 15 others".
_STANDING_IN: Final = words_of(
    "more other others another dead missing hurt further additional alone each wounded"
)
_NO_NOUNS: Final = words_of("the a an its their his her our these those them whom which")
_THESE: Final = words_of("them whom which these those")
_PARTS: Final = re.compile(
    r"\b(?:including|includes?|included|among (?:them|whom|which)|comprising|consisting of"
    r"|made up of)\b|:(?=\s*(?:\d|\w+ of them\b))",
    re.IGNORECASE,
)
# Ends what "including" lists: "five men, including two from Dorva, were killed with 3 officers".
_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_ORDINAL: Final = re.compile(r"\d(?:st|nd|rd|th)\Z")
_APPOSED: Final = re.compile(r"\s*[(:–—]?\s*")


# "29 of the dead were [civilians]".
_IS = re.compile(
    r"\s+(?:of\s+(?:the|those|these|them|whom|which)\s+(?:[\w’'-]+\s+){0,3}?)?(?:is|are|was|were)\s+"
    r"(?:(?:an?|the|all|also)\s+)?"
)

# "Two of the dead and 11 of the injured were [guards]": they are of both.
_JOINS: Final = re.compile(
    r"\s+of\s+(?:the|those|these|them)\b(?:\s+(?!(?:and|is|are|was|were)\b)[\w’'-]+){0,5}\s+and\s+"
)
_MOST_WORDS: Final = 6
_NO_NOUN: Final = (
    STOPS
    | AUXILIARIES
    | PREPOSITIONS
    | ARTICLES
    | frozenset[str]().union(*FATES.values())
    | words_of("more others other another also later")
)
# Past forms that say which ones are counted: "four masked men".
_WHICH: Final = ADJECTIVES | words_of(
    "masked hooded uniformed unidentified unnamed wanted retired trained registered experienced"
    " enlisted unarmed married elected hired so-called disguised"
)


def noun_behind(sentence: str, end: int) -> Range | None:
    """What a figure counts, by the words right behind it: "HTS fighters" of "200 HTS fighters"."""
    tokens = tokenise(sentence)
    first = last = None
    for word, start, stop in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if start < end:
            continue
        is_verb = is_past(word) and word not in _WHICH and "-" not in word
        if word in _NO_NOUN or is_verb or not word[0].isalpha():
            break
        if sentence[last if last is not None else end : start].strip():
            break
        first, last = (start if first is None else first), stop
    if first is None or last is None:
        return None
    words = sentence[first:last].split()
    return (first, last) if len(words) <= _MOST_WORDS and not is_past(words[-1]) else None


_CLAUSE: Final = 200
# "Charged with an attack, which killed three": those died in the attack.
_WHICH_DID: Final = re.compile(
    r"\b(?P<deed>[a-z]+),?\s+(?:which|that)\s+(?:(?:has|have|had|also|\w+ly)\s+)*"
    r"(?P<verb>[a-z]+)\b[^,;:“”\"]*\Z"
)


def other_deed(sentence: str, anchor: Range, count: Range) -> str | None:
    """The deed of which a clause tells a figure, where words before it are no part of that deed."""
    if not any(sentence.find(word, anchor[1], count[0]) >= 0 for word in (" which ", " that ")):
        return None
    found = _WHICH_DID.search(sentence, max(anchor[1], count[0] - _CLAUSE), count[0])
    if found is None or not is_past(found["verb"]) or not is_attack(found["deed"]):
        return None
    return found["deed"]


_OF_WHOLE: Final = re.compile(
    r"\W{0,2}Of\s(?:the|its|their|his|her|those|these|all|some)\s(?:,(?=\d)|[^,;:“”\"]){1,80},\s\Z"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure at `start` to `end`; it counts the words up to `reach`.

    From `link` on they are joined by a preposition ("from HTS"); `own` says whether it has a noun
    or a unit itself, and `wholes` are the places of the figures it may be a part of.
    """

    start: int
    end: int
    link: int
    reach: int
    own: bool
    wholes: tuple[int, ...] = ()


def holder_of(sentence: str, count: Range, counted: Range) -> Range | None:
    """The figure that counts the words at `counted` where the figure at `count` surely does not.

    None as soon as one occurrence of the words may well be counted by one of the figure.
    """
    figures = _figures(sentence)
    if len(figures) < 2 or touch(count, counted):
        return None
    stated = sentence[slice(*count)]
    mine = [
        place
        for place, one in enumerate(figures)
        if touch(count, (one.start, one.end)) or sentence[one.start : one.end] == stated
    ]
    holders = [
        _holder(sentence, figures, one, words)
        for one in mine
        for words in occurrences(sentence, sentence[slice(*counted)])
    ]
    if not holders or None in holders:
        return None
    holder = figures[holders[0] or 0]
    return holder.start, holder.end


def _holder(sentence: str, figures: tuple[_Figure, ...], mine: int, words: Range) -> int | None:
    """The other figure that the words at a place belong to, None where mine may count them."""
    one, (start, end) = figures[mine], words
    if one.end <= start < one.reach or touch((one.start, one.end), words):
        return None
    told = [at for at, each in enumerate(figures) if _IS.fullmatch(sentence, each.end, start)]
    if told:
        shared = any(_JOINS.fullmatch(sentence, one.end, figures[at].start) for at in told)
        return None if mine in told or shared else told[0]
    over = sentence.startswith("over ", one.start)  # "12 boats over five towns"
    if end <= one.start and not over and _APPOSED.fullmatch(sentence, end, one.start):
        return None
    found = (place for place, other in enumerate(figures) if other.start <= start < other.reach)
    at = next(found, None)
    if at is None or at == mine:
        return None
    if mine in figures[at].wholes:
        return at
    by_link, has_link = start >= figures[at].link, one.link < one.reach
    if at in one.wholes:
        # "five militants, including two from Idlib": the two are militants as well.
        return at if by_link and has_link and not _refers(sentence, one) else None
    # "245 from HTS, 54 from the army" each have their own; "23 soldiers and 15 in Idlib" do not.
    return at if one.own or (has_link and (by_link or at > mine)) else None


def _refers(sentence: str, one: _Figure) -> bool:
    """Whether a figure takes up one before it: "two of them", "of the 40 men, [12] fled"."""
    if _OF_WHOLE.match(sentence, 0, one.start):
        return True
    words = {word.lower() for word in _WORD.findall(sentence, one.link, one.reach)}
    return not words.isdisjoint(_THESE)


@lru_cache(maxsize=1024)
def _figures(sentence: str) -> tuple[_Figure, ...]:
    """The figures of a sentence in order, each with what it counts."""
    mentions = [
        mention
        for mention in find_quantities(sentence)
        if not _ORDINAL.search(sentence[mention.start : mention.end])
    ]
    if len(mentions) > MOST_FIGURES:
        return ()
    figures: list[_Figure] = []
    # From the last to the first, as "two of the five militants" counts what the five count.
    for mention in reversed(mentions):
        unit = mention.quantity.unit
        end = mention.end
        if (
            figures
            and (aside := _CONVERTED.match(sentence, end))
            and figures[0].start < aside.end()
        ):
            figures.pop(0)
            end = aside.end()
        has_unit = unit is not None and not is_share(unit)
        following = figures[0] if figures else None
        figures.insert(0, _reach(sentence, (mention.start, end), following, has_unit=has_unit))
    return tuple(
        replace(one, wholes=_wholes(sentence, figures, place)) for place, one in enumerate(figures)
    )


def _reach(sentence: str, span: Range, following: _Figure | None, *, has_unit: bool) -> _Figure:
    """A figure with the words behind it, up to what ends them or the next figure."""
    start, end = span
    link: int | None = None
    last, own = end, has_unit
    for match in _WORD.finditer(sentence, end):
        word = match.group().lower()
        if following is not None and match.start() >= following.start:
            if not own:
                shared = following.link if link is None else link
                return _Figure(start, end, shared, following.reach, following.own)
            break
        if word in _LINKS and link is None and (last == end or word in ("of", "from")):
            link = match.start()
        elif has_unit and link is None and last == end and word in _WAYS:
            continue
        elif word in _STOPS or not word[0].isalnum():
            break
        elif link is None and word not in _STANDING_IN and not word.endswith("ed"):
            own = own or word not in _NO_NOUNS
        last = match.end()
    return _Figure(start, end, last if link is None else link, last, own)


def _wholes(sentence: str, figures: list[_Figure], place: int) -> tuple[int, ...]:
    """The figures that this one may be a part of: "605, including 245", "three, two of them"."""
    one = figures[place]
    clause = next(each for each in find_clauses(sentence) if each.start <= one.start < each.end)
    marks = [match.start() for match in _PARTS.finditer(sentence, clause.start, one.start)]
    if marks and not _VERB.search(sentence, marks[-1], one.start):
        return tuple(i for i in range(place) if clause.start <= figures[i].start < marks[-1])
    return tuple(range(place)) if _refers(sentence, one) else ()
