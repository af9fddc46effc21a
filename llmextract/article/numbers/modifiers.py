"""What stands around a figure and changes what it says: "more than", "about", "or so"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from llmextract.article.numbers.tokens import CURRENCY_SIGNS, Token, is_tight, text_at

Modifier = Literal[
    "exactly",
    "about",
    "nearly",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
    "within",
    "unclear",
]

_PHRASES: dict[Modifier, str] = {
    "exactly": "exactly, precisely, just, only",
    "about": "about, around, approximately, roughly, some, circa, approx, an estimated,"
    " estimated, close to, in the region of, in the vicinity of, more or less, perhaps, maybe,"
    " possibly, probably, barely, hardly, scarcely, c ., approx ., ~, ≈",
    "nearly": "nearly, almost, approaching, neared, nearing, nears, just about",
    "more_than": "more than, over, just over, well over, far more than, much more than, above,"
    " slightly more than, slightly over, a little over, a little more than, in excess of,"
    " exceeding, exceeded, exceeds, exceed, surpassing, surpassed, surpasses, topped, tops,"
    " topping, climbed past, climbs past, rose past, risen past, rises past, soared past,"
    " soars past, surged past, surges past, greater than, higher than, beyond, surpass, to top,"
    " will top, would top, could top, may top, might top, >",
    "at_least": "at least, no fewer than, no less than, not fewer than, not less than,"
    " at the least, at the very least, upwards of, upward of, as low as, as few as, as little as,"
    " a minimum of, minimum of, ≥",
    "less_than": "less than, fewer than, under, just under, well under, below, just below,"
    " just short of, short of, shy of, just shy of, slightly less than, slightly under,"
    " a little less than, not even, not quite, not yet, <",
    "at_most": "up to, as many as, as much as, as high as, at most, at the most, at the very most,"
    " no more than, not more than,"
    " a maximum of, maximum of, ≤",
    # At most where it measures way or time; elsewhere, and before a range, it is a place.
    "within": "within",
    "unclear": "all but, minus, plus or minus, negative, nowhere near, north of, south of, ±",
}
_TRAILING: dict[Modifier, str] = {
    "about": "or so, or thereabouts, odd, more or less",
    "at_least": "or more, at least, at the least, and counting, plus, or above, and above,"
    " or over, and over, minimum, +, or older, and older, and up, at the very least, to life,"
    " perhaps more,"
    " possibly more, maybe more, if not more, or even more, or possibly more, or perhaps more,"
    " and possibly more, and perhaps more, and maybe more",
    "at_most": "or less, or fewer, at most, at the most, or under, and under, maximum, max, tops,"
    " or younger, and younger",
}


def _by_words(meanings: dict[Modifier, str]) -> dict[tuple[str, ...], Modifier]:
    return {
        tuple(phrase.split()): meaning
        for meaning, phrases in meanings.items()
        for phrase in phrases.split(",")
    }


_BEFORE = _by_words(_PHRASES)
_AFTER = _by_words(_TRAILING)
_BEFORE_ENDS = frozenset(words[-1] for words in _BEFORE)
_AFTER_BEGINS = frozenset(words[0] for words in _AFTER)
_LONGEST = 4
_HYPHENED: dict[str, Modifier] = {
    "odd": "about",
    "ish": "about",
    "some": "about",
    "plus": "at_least",
}
_ADDED = frozenset("perhaps possibly maybe if or and".split())
_BEGIN_FIGURES = frozenset(
    "a an another the some several many half one two three four five six seven eight nine ten"
    " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty"
    " forty fifty sixty seventy eighty ninety dozens scores hundreds thousands tens of in".split()
)
# Words that may stand between a modifier and its figure and leave the figure as it is.
_PLACES = frozenset("over above below under about around".split())
_FILLERS = frozenset("another additional further the these those".split())
# Behind these "over" is theirs: "handed over 40 tons" are 40.
_HANDED = frozenset("hand hands handed handing".split())
# Verbs and nouns that may take "over", "about" or "up to" to themselves: "took over 20 villages".
_OVER_TAKERS = frozenset(
    "take takes took taken taking turn turns turned turning fly"
    " flew flying flown cross crossed go goes went win won rule ruled ruling control"
    " controlled victory power preside presided presides fight fought fighting dispute"
    " clash concern concerns watch fired fire spread all".split()
)
_ABOUT_TAKERS = frozenset(
    "talk talks talked talking information details detail concern concerns concerned"
    " worry worries worried question questions asked ask know knows knew known think"
    " thinks thought story stories something what speak speaks spoke speaking news"
    " complained complaints learned heard hear".split()
)
# Behind these, or behind nothing, "over 13 years" may as well mean "in the course of 13 years".
_FOR = frozenset("for of than after by is was are were totals".split())
_LEFT_OVER = frozenset(
    "than least nearly almost approximately roughly estimated exceeded exceeding exceed"
    " surpassed upwards circa minus about twice double triple".split()
)
# Behind these a place word tells an age: "children under five", "adults over 60".
_AGED = frozenset(
    "aged anyone anybody everyone people persons children kids babies infants boys girls men women"
    " males females adults seniors those".split()
)
_PARTS_OF = frozenset(
    "one most some part parts majority minority any rest remainder portion fraction share"
    " percentage number first second third last latest each much bulk".split()
)
_NEGATIONS = frozenset("not no never nor neither without cannot none".split())


def read_modifiers(
    tokens: Sequence[Token], at: int, floor: int, *, is_time: bool
) -> tuple[list[Modifier], int]:
    """The modifiers in front of the token `at`, outermost first, and the token where they start."""
    found: list[Modifier] = []
    start = probe = at
    while len(found) < 3 and tokens[probe].glue != "break":
        hit = _match_before(tokens, probe, floor)
        if hit is not None:
            if tokens[hit[1]].text == "over" and text_at(tokens, hit[1] - 1) in _HANDED:
                break
            meaning, start = hit
            found.insert(0, _disambiguated(tokens, meaning, start, is_time=is_time))
            probe = start
        elif probe == at and probe > floor and tokens[probe - 1].text in _FILLERS:
            probe -= 1
        else:
            break
    return found, start


def _match_before(tokens: Sequence[Token], at: int, floor: int) -> tuple[Modifier, int] | None:
    if at <= floor or tokens[at - 1].text not in _BEFORE_ENDS:
        return None
    for length in range(min(_LONGEST, at - floor), 0, -1):
        words = tuple(token.text for token in tokens[at - length : at])
        meaning = _BEFORE.get(words)
        if meaning and not any(token.glue == "break" for token in tokens[at - length + 1 : at]):
            return meaning, at - length
    return None


def _disambiguated(
    tokens: Sequence[Token], meaning: Modifier, start: int, *, is_time: bool
) -> Modifier:
    word, before = tokens[start].text, text_at(tokens, start - 1)
    if before in _NEGATIONS or (before == "t" and text_at(tokens, start - 2) == "'"):
        return "unclear"
    if word == "over" and (before in _OVER_TAKERS or (is_time and before not in _FOR)):
        return "unclear"
    if word in ("above", "below", "under") and before in ("from", "the"):
        return "unclear"
    if word in ("above", "below", "under", "over") and before in _AGED:
        return "unclear"
    # "over the 2008 collapse", "32 percent below 2005 levels"
    if word in _PLACES and start + 1 < len(tokens):
        nxt = tokens[start + 1].text
        is_year = word in ("above", "below") and len(nxt) == 4 and nxt.isdecimal()
        if is_year or nxt in ("the", "these", "those"):
            return "unclear"
    if word == "about" and before in _ABOUT_TAKERS:
        return "unclear"
    return meaning


def read_trailing(tokens: Sequence[Token], at: int) -> tuple[Modifier, int] | None:
    """The modifier right behind a figure ("or more", "-odd") and the token after it."""
    if text_at(tokens, at) == "-" and text_at(tokens, at + 1) in _HYPHENED:
        return _HYPHENED[tokens[at + 1].text], at + 2
    if [token.text for token in tokens[at : at + 4]] == ["-", "to", "-", "life"]:
        return "at_least", at + 4
    # Such as "40, perhaps more" and "40 (possibly more)".
    apart = text_at(tokens, at) in (",", "(") and text_at(tokens, at + 1) in _ADDED
    at += apart
    if text_at(tokens, at) not in _AFTER_BEGINS:
        return None
    for length in range(_LONGEST, 0, -1):
        words = tuple(token.text for token in tokens[at : at + length])
        meaning = _AFTER.get(words)
        if (
            meaning is None
            or len(words) < length
            or any(t.glue == "break" for t in tokens[at : at + length])
        ):
            continue
        if words == ("+",) and not is_tight(tokens, at):
            continue
        if apart and words[-1] != "more":
            continue
        # "killed 20, at least 5 of them" and "20 plus 5": the modifier is the next figure's.
        takes_next = words[0] in ("at", "plus", "more", "maximum", "minimum", "max")
        takes_next = takes_next and _counts(tokens, at + length)
        # "40 or possibly more than 50"
        than = words[-1] == "more" and text_at(tokens, at + length) == "than"
        return None if takes_next or than else (meaning, at + length)
    return None


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure, or what may begin one, stands here."""
    after = tokens[at] if at < len(tokens) else None
    if after is None or after.kind == "mark":
        return after is not None and after.text in CURRENCY_SIGNS
    return after.kind == "numeral" or after.text in _BEGIN_FIGURES


def changes_figure(word: str) -> bool:
    """Whether a word behind a figure may change it, so that both have to be read: "one of"."""
    return word in _LEFT_OVER or word == "of"


def has_stray_modifier(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether words outside the figure, which is tokens `start` to `end`, may still change it."""
    outside = [token.text for token in (*tokens[:start], *tokens[end:])]
    if not _LEFT_OVER.isdisjoint(outside):
        return True
    if any(token.text in _NEGATIONS or token.text == "t" for token in tokens[:start]):
        return True
    # "most of the 18 villages", "one of three": a part of the figure, and not the figure.
    if any(word in _PARTS_OF and of == "of" for word, of in pairwise(outside[:start])):
        return True
    pairs = set(pairwise(outside))
    return not _AFTER.keys().isdisjoint(pairs) or ("up", "to") in pairs
