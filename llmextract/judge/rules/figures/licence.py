"""What an article must say for a figure to be that of what happens.

A figure is that of the verb that governs it, of what this brings ("[killing] 12", "a blast that
killed 12") and of a clause that only tells whom it befell (", and 12 died"). It is not where
another verb or another deed governs it. Offsets are half-open code points in a sentence.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import is_attack, sort_of
from llmextract.judge.rules.figures.compared import DEEDS
from llmextract.judge.rules.figures.counting import noun_behind
from llmextract.judge.rules.figures.fate import FATE_OF
from llmextract.judge.rules.figures.governed import Governed, governed
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.values import figures_of

_SAYS: Final = grammar.words_of(
    "said says say saying told tells put puts counted counts counting spoke speaks reported"
    " reports reporting estimated estimates confirmed documented recorded registered gave gives"
    " listed lists including included include includes involving"
)
_RELATIVE: Final = grammar.words_of("which who that whom where")
_BESIDE: Final = grammar.words_of("; , and but while whereas before")
_TAKES_UP: Final = grammar.words_of("the this that these those such its their his her same")
_LAST: Final = re.compile(
    r"\b(?:last\s(?:week|month|year|summer|winter|spring|autumn|fall|decade|century|[A-Z][a-z]+)"
    r"|(?:in|since|of|during|from)\s(?:\d{4}|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b)|(?:years?|months?|weeks?|days?|decades?)\s(?:ago|earlier|before)"
    r"|so\sfar|to\sdate|this\s(?:year|month|season)|(?:the|a)\s(?:week|month|year|day)\s(?:before|earlier)"
    r"|previous\s(?:week|month|year|day)|past\s(?:\w+\s)?(?:week|month|year|decade)s?)\b",
    re.IGNORECASE,
)
_SUM: Final = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)"
    r"\b[^;:“”\"]{0,60}\bto\s(?:\w+\s){0,3}\Z"
)
# "Freed 40 men in exchange for [55]": these were freed by others.
_IN_EXCHANGE: Final = re.compile(r"\bin\s(?:exchange|return)\sfor\s(?:[a-z]+\s){0,3}\Z")
# "After losing [five]", "accused of killing [12]": an earlier deed.
_EARLIER: Final = re.compile(r"\b(?:after|for|of|since|despite|over)\s(?:\w+ly\s)?\Z")
# "Still holding [75]", "which holds [2,400]": a state, and nothing that happens.
_STILL: Final = re.compile(r"\bstill\s\Z")
_STATES: Final = grammar.words_of(
    "holds hold houses house has have employs employ serves serve hosts host seats seat owns own"
    " represents represent operates contains contain accommodates"
)
# What another thing is after, or about: "over the coup, in which [12] died".
_OVER: Final = re.compile(
    r"\b(?:after|over|since|for|against|about|following|despite)\s[^,;:“”\"]{1,80},?\s(?:in|during)\s(?:which)\s\Z"
)
_TOLL: Final = re.compile(r"\b(?:toll|number|total|tally|count|death\w*|figure)\b")
# From a verb with its own figure to the one that is joined to it: "shut [38 shops and] fined".
_JOINED: Final = re.compile(
    r"[^;:“”\"]{0,80}?,?\s(?:and|then|but|before|after)\s(?:(?:later|then|also|has|have|had|\w+ly)\s){0,3}"
)
_TAKEN_UP: Final = re.compile(r"\s(?:it|them|him|her|these|those|both|all|the)\b")
_OBJECT: Final = re.compile(r"\s(?:\d|[a-z])")
_BACK: Final = 90
# Another deed than the one before: "a second blast", "a similar raid", "such raids".
_OF_THE: Final = re.compile(r"\s+of\s+(?:the|its|their|those|these)\s+[\w’'-]+")
_ELSEWHERE: Final = re.compile(r"\b(?:in|at|near|outside)\s(?:the\s)?[A-Z]|\bby\s(?:an?|the|its)\s")
# "Revised the toll to [13]", "the dead included [two]": a figure of whom these were told before.
_CORRECTED: Final = re.compile(
    r"\b(?:(?:figure|toll|number|total|tally|count)\b[^,;:“”\"]{0,60}\b(?:to|at)"
    r"|(?:dead|killed|victims|injured|wounded|casualties|fatalities)\s+(?:also\s+)?(?:includ(?:ed?|es|ing)|were"
    r"|numbered))\s+(?:\w+\s+){0,2}\Z"
)
_ANOTHER: Final = re.compile(
    r"\b(?:another|such|(?:an?|the|two|three)\s(?:second|third|fourth|similar|separate|different|later|earlier"
    r"|previous))\s(?:[\w-]+\s){0,3}?(?P<deed>[a-z]+)\b",
    re.IGNORECASE,
)


def of_unlicensed(
    sentence: str, anchor: Range, count: Range, label: str, times: Sequence[Range]
) -> str | None:
    """The words that have a figure where these are not those of what happens; None if it may be.

    >>> text = "The fall of a dam killed 19, and 300 men were searching for Roe."
    >>> start = text.index("300")
    >>> of_unlicensed(text, (4, 8), (start, start + 3), "other", [])
    '300 men were searching for Roe'
    """
    if touch(anchor, count):
        return None
    if (summed := _summed(sentence, anchor, count, times)) is not None:
        return summed
    low = max(0, count[0] - _BACK)
    if (given := _IN_EXCHANGE.search(sentence, low, count[0])) and given.start() > anchor[0]:
        return given[0].strip()
    found = governed(sentence, count)
    if found is None or found.kind in ("prep", "part") or touch(found.at, anchor):
        return None
    is_other = (
        _is_of_joined(sentence, anchor, count, found)
        if found.start <= anchor[0] < found.end
        else found.word not in _SAYS
        and not _SAYS.intersection(_words(sentence, found))
        and _is_of_own_clause(sentence, anchor, (count, label), found, times)
    )
    return sentence[found.start : found.end].rstrip(" .,") if is_other else None


def _words(sentence: str, found: Governed) -> tuple[str, ...]:
    return grammar.tokenise(sentence[found.start : found.end]).words


def _summed(sentence: str, anchor: Range, count: Range, times: Sequence[Range]) -> str | None:
    """What adds a figure to those of others: "killed two, [bringing the toll this year to 40]"."""
    found = _SUM.search(sentence, max(0, count[0] - _BACK), count[0])
    if found is None or anchor[0] >= found.start():
        return None
    rest = sentence[found.start() : count[1] + _BACK]
    if _TOLL.search(rest) is None or any(time[0] >= found.start() for time in times):
        return None
    is_long = _LAST.search(rest) is not None
    return found[0].strip() if is_long or _has_own(sentence, anchor) else None


def _has_own(sentence: str, anchor: Range) -> bool:
    """Whether what happens governs a figure itself."""
    own = (governed(sentence, (m.start, m.end)) for m in figures_of(sentence) if m.counts)
    return any(each is not None and touch(each.at, anchor) for each in own)


def _is_of_joined(sentence: str, anchor: Range, count: Range, found: Governed) -> bool:
    """Whether a figure is that of a verb that only stands with that of what happens.

    "Fled after losing [five]", "freed 30 but still hold [75]".
    """
    if found.kind != "object" or found.at[0] < anchor[1] or not is_verb(sentence, anchor):
        return _is_of_first(sentence, anchor, count, found)
    if _STILL.search(sentence, anchor[1], found.at[0]):
        return True
    is_earlier = _EARLIER.search(sentence, anchor[1], found.at[0]) is not None
    return is_earlier and grammar.is_gerund(found.word)


def _is_of_first(sentence: str, anchor: Range, count: Range, found: Governed) -> bool:
    """Whether a figure is the object of a verb to which that of what happens is joined.

    "Guards shut 38 shops and fined Roe"; not "found three bombs and defused them".
    """
    if found.kind != "object" or found.at[1] > anchor[0] or grammar.is_gerund(found.word):
        return False
    if _JOINED.fullmatch(sentence, count[1], max(count[1], anchor[0])) is None:
        return False
    has_own = _OBJECT.match(sentence, anchor[1]) and not _TAKEN_UP.match(sentence, anchor[1])
    return bool(has_own) and is_verb(sentence, anchor)


def _is_of_own_clause(
    sentence: str,
    anchor: Range,
    counted: tuple[Range, str],
    found: Governed,
    times: Sequence[Range],
) -> bool:
    """Whether the clause of a figure tells a deed of its own."""
    count, label = counted
    if _is_another(sentence, anchor) and count[1] < anchor[0]:
        return True
    if found.opener == "gerund":
        return False
    is_fate = _fate(sentence, found, count)
    is_own = _deed_of_its_own(sentence, anchor, count, found)
    if found.opener in _RELATIVE:
        return anchor[0] < found.start and _is_of_relative(
            sentence, anchor, found, is_fate=is_fate, is_own=is_own
        )
    told = _LAST.search(sentence, found.start, found.end)
    if told is not None and not any(found.start <= time[0] < found.end for time in times):
        return True
    if is_fate:
        return is_own and (not found.opener or found.opener in _BESIDE)
    if grammar.is_gerund(found.word) and (found.kind == "object" or label == "displaced"):
        return False
    if found.kind == "subject":
        return found.voice == "active" and found.word not in FATE_OF
    is_beside = found.opener in _BESIDE and label != "displaced"
    return is_beside and _has_own(sentence, anchor)


def _is_of_relative(
    sentence: str, anchor: Range, found: Governed, *, is_fate: bool, is_own: bool
) -> bool:
    """Whether a relative clause behind what happens tells something else: "where a raid killed"."""
    if not is_fate and found.kind == "object" and found.word in _STATES:
        return True
    if is_fate and is_own and found.opener == "where" and "had" in _words(sentence, found):
        return True  # "raids on Dorva, where 48 had been killed in fighting"
    if not is_verb(sentence, anchor):
        return False
    if not is_fate:
        return found.kind == "object" and not grammar.is_gerund(found.word)
    if _OVER.search(sentence, anchor[1], found.start):
        return FATE_OF.get(sentence[slice(*anchor)].lower()) not in ("killed", "injured")
    is_since = not {"have", "has"}.isdisjoint(_words(sentence, found))
    return found.opener == "where" and (is_own or is_since)


def _is_another(sentence: str, anchor: Range) -> bool:
    """Whether what happens is told as another than one told before: "a second blast"."""
    return any(touch(found.span("deed"), anchor) for found in _ANOTHER.finditer(sentence))


def _fate(sentence: str, found: Governed, count: Range) -> bool:
    """Whether a verb tells what became of those counted: "killed", "left 12 dead"."""
    behind = grammar.tokenise(sentence[count[1] : found.end]).words[:6]
    if found.word in ("left", "leaving", "leaves"):
        return True
    if found.word in ("claimed", "claiming", "took", "cost"):
        return "lives" in behind
    return found.word in FATE_OF


def _deed_of_its_own(sentence: str, anchor: Range, count: Range, found: Governed) -> bool:
    """Whether a clause names a deed that is new in it: "an eruption", "landslides"."""
    tokens = grammar.tokenise(sentence)
    told = {word[:5] for word in grammar.tokenise(sentence[slice(*anchor)]).words}
    for at, word in enumerate(tokens.words):
        start = tokens.starts[at]
        if not found.start <= start < found.end or start == found.at[0] or not _is_deed(word):
            continue
        before = tokens.words[max(0, at - 3) : at]
        follows = tokens.words[at + 1] if at + 1 < len(tokens.words) else "."
        is_counted = count[1] <= start and grammar.PREPOSITIONS.isdisjoint(
            grammar.tokenise(sentence[count[1] : start]).words
        )
        is_modifier = (
            follows[0].isalpha() and grammar.is_open(follows) and not grammar.is_past(follows)
        )
        is_known = word[:5] in told or not _TAKES_UP.isdisjoint(before)
        if not (is_known or is_modifier or (is_counted and found.kind == "object")):
            return True
    return False


def _is_deed(word: str) -> bool:
    names = word, word.rstrip("s")
    return is_attack(word) or sort_of(word) == "deed" or not DEEDS.isdisjoint(names)


def tells_whom(sentence: str, words: Range) -> bool:
    """Whether words are those whom a figure counts and its clause tells what became of them.

    "[Two guards] died and a third was held after the raid": of the raid, in whichever clause. Not
    where their own clause says where, or by what: "25 were killed by a bomb in Kelmar".
    """
    for mention in figures_of(sentence):
        noun = noun_behind(sentence, mention.end)
        of_the = _OF_THE.match(sentence, mention.end)
        end = noun[1] if noun is not None else of_the.end() if of_the is not None else mention.end
        if not (mention.counts and mention.start <= words[0] and words[1] <= end):
            continue
        place = mention.start, mention.end
        if (found := governed(sentence, place)) is not None and found.kind == "subject":
            told = FATE_OF.get(found.word, "freed") != "freed"
            return told and not _ELSEWHERE.search(sentence, place[1], found.end)
        return _CORRECTED.search(sentence, max(0, place[0] - _BACK), place[0]) is not None
    return False


def of_another_told(before: str, sentence: str, count: Range) -> str | None:
    """The words by which a sentence tells a figure of another deed than one before it.

    "A second blast killed [12]", "[40] men have died in such raids".
    """
    found = governed(sentence, count)
    end = found.end if found is not None else count[0]
    for other in _ANOTHER.finditer(sentence, 0, end):
        if _is_deed(other["deed"]) or f" {other['deed']} " in before:
            return other[0]
    return None
