"""Where the tokens of a quote stand in a text: in a row, across ellipses, or but for one slip."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from llmextract.article.elision import hides_denial
from llmextract.article.fold import APOSTROPHES, CLITICS, DASHES, Folded, fold
from llmextract.article.location import Range
from llmextract.article.regions import find_regions
from llmextract.article.slips import LEAST_WORDS, is_cut_off, is_slip, lost_ending

Run = tuple[int, int]
"""Tokens of the text, half-open."""

_ELLIPSIS = re.compile(
    r"[\[(] ?(?:\.(?: ?\.)+|[\u2025\u2026\u22ef]) ?[\])]|\.(?: ?\.)+|[\u2025\u2026\u22ef]+"
)
_SENTENCE_END = re.compile(
    r"(?<![A-Z][a-z][a-z])(?<!\b[A-Z][a-z])(?<![A-Z])[.!?\u3002][\"'\u2019"
    r"\u201d)\]]{0,3}\s{1,9}(?=[^a-z])|(?P<line>\n\s*)"
)
_JOINER = re.compile(rf"[{DASHES}]\s*|[{APOSTROPHES}]|\.|[*_\x1f]{{1,3}}")
_WIDEST_GAP = 60
_MOST_ROWS = 1000
_MOST_PIECES = 8
_SHORTEST_ENDED = 5


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of a text to search: raw offsets, and the tokens that lie wholly inside."""

    low: int
    high: int
    first: int
    stop: int


class Searchable:
    """A folded text with what the searches need of it, each made when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The tokens of the text."""
        return fold(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every token of the text once."""
        return frozenset(self.folded.tokens)

    @cached_property
    def postings(self) -> "dict[str, array[int]]":
        """Where each token stands."""
        found: dict[str, array[int]] = {}
        for number, token in enumerate(self.folded.tokens):
            if token in found:
                found[token].append(number)
            else:
                found[token] = array("q", (number,))
        return found

    @cached_property
    def paragraphs(self) -> frozenset[int]:
        """Where paragraphs begin: not at each line of a text that is broken to a width."""
        return frozenset(block.start for block in find_regions(self.text))

    @cached_property
    def solid(self) -> tuple[str, Sequence[int]]:
        """The tokens with nothing between them, and where each begins there."""
        canon, at = self.folded.canon, self.folded.at
        return canon.replace(" ", ""), array("q", (begin - k - 1 for k, begin in enumerate(at)))

    def scopes(self, within: Sequence[Range] | None) -> list[Scope]:
        """The parts to search; ranges with nothing but form between them make one part."""
        size, folded = len(self.text), self.folded
        if within is None:
            return [Scope(0, size, 0, len(folded))]
        merged: list[Range] = []
        for low, high in sorted((max(low, 0), min(high, size)) for low, high in within):
            if low >= high:
                continue
            if merged and folded.number_at(low) <= bisect_left(folded.starts, merged[-1][1]):
                merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
            else:
                merged.append((low, high))
        return [
            Scope(low, high, folded.number_at(low), bisect_right(folded.ends, high))
            for low, high in merged
        ]


def find_row(text: Searchable, tokens: Sequence[str], scope: Scope) -> Iterator[Run]:
    """Every place where the tokens stand in a row, between boundaries of words.

    Where they overlap a thousand times ("no no no"), the later ones are those side by side.
    """
    folded, size, found = text.folded, len(tokens), 0
    if not 0 < size <= scope.stop - scope.first:
        return
    canon, at = folded.canon, folded.at
    needle = f" {' '.join(tokens)} "
    limit = at[scope.stop] if scope.stop < len(at) else len(canon)
    place = canon.find(needle, at[scope.first] - 1, limit)
    while place >= 0:
        first = bisect_left(at, place + 1)
        if folded.is_break(first) and folded.is_break(first + size):
            yield first, first + size
        found += 1
        place = canon.find(needle, place + (1 if found < _MOST_ROWS else len(needle) - 1), limit)


def find_solid(text: Searchable, quote: Folded, scope: Scope) -> Iterator[Run]:
    """Every place that differs only in marks that join two words in one of the copies.

    So are found "reinforce-\\nments", "counter-offensive" for "counteroffensive", "US" for "U.S.".
    """
    folded, (solid, at) = text.folded, text.solid
    needle, needle_at = quote.canon.replace(" ", ""), _solid_at(quote)
    if scope.first >= scope.stop or not needle:
        return
    limit = at[scope.stop] if scope.stop < len(at) else len(solid)
    place = solid.find(needle, at[scope.first], limit)
    for _ in range(_MOST_ROWS):
        if place < 0:
            return
        first, stop = bisect_left(at, place), bisect_left(at, place + len(needle))
        whole = first < len(at) and at[first] == place
        whole = whole and (at[stop] if stop < len(at) else len(solid)) == place + len(needle)
        if whole and folded.is_break(first) and folded.is_break(stop):
            here = {at[number] - place: number for number in range(first + 1, stop)}
            there = dict(zip(needle_at[1:], range(1, len(quote)), strict=True))
            if _may_join(folded, here, there, quote.text) and _may_join(
                quote, there, here, folded.raw(first, stop)
            ):
                yield first, stop
        place = solid.find(needle, place + 1, limit)


def _solid_at(folded: Folded) -> list[int]:
    return [begin - number - 1 for number, begin in enumerate(folded.at)]


def _may_join(folded: Folded, here: dict[int, int], there: dict[int, int], joined: str) -> bool:
    """Whether each boundary that only this copy has is a mark inside a word.

    `joined` is the other copy, where the mark is missing.
    """
    for place in here.keys() - there.keys():
        number = here[place]
        left, right = folded.token(number - 1), folded.token(number)
        gap = folded.gap(number)
        if not (left.isalpha() and right.isalpha() and _JOINER.fullmatch(gap)):
            return False
        initials = len(left) == len(right) == 1 and (left + right).upper() in joined
        if (
            (gap == "." and not initials)  # "U.S." is "US", but not "us"
            or (right in CLITICS and gap not in "-*_.\x1f")  # "Hama's" is not "Hamas"
            or (left == "re" and "\n" not in gap)  # "re-sign" is not "resign"
        ):
            return False
    return True


def split_at_ellipses(quote: Folded) -> list[Run]:
    """The pieces of a quote between its ellipses, as runs of its own tokens."""
    cuts = {bisect_left(quote.firsts, mark.start()) for mark in _ELLIPSIS.finditer(quote.plain)}
    bounds = sorted(cuts | {0, len(quote)})
    return [(first, stop) for first, stop in pairwise(bounds) if first < stop]


def find_pieces(text: Searchable, quote: Folded, scope: Scope) -> list[Run]:
    """Every place where the pieces of a quote with ellipses stand near each other in order.

    No piece is a single word, no gap is wider than two neighbouring sentences, and none ends in a
    negation or failure that the ellipsis would hide ("no longer [controls]").
    """
    pieces = split_at_ellipses(quote)
    tokens = quote.tokens
    if not 2 <= len(pieces) <= _MOST_PIECES:
        return []
    if not all(_is_substantial(tokens[first:stop]) for first, stop in pieces):
        return []
    chains: list[Run] | None = None
    for first, stop in pieces:
        found = list(islice(find_row(text, tokens[first:stop], scope), _MOST_ROWS))
        chains = found if chains is None else _linked(text, chains, found)
    return chains or []


def _is_substantial(piece: Sequence[str]) -> bool:
    return len(piece) > 2 or (
        len(piece) == 2 and any(len(token) > 3 or token.isdigit() for token in piece)
    )


def _linked(text: Searchable, chains: Sequence[Run], found: Sequence[Run]) -> list[Run]:
    """Joins each next piece to the chain that ends nearest before it.

    A chain that would reach a piece over a denial does not pass it by for a later one.
    """
    ends = [stop for _, stop in chains]
    linked: dict[int, Run | None] = {}
    for first, stop in found:
        before = bisect_right(ends, first) - 1
        if before < 0 or before in linked:
            continue
        if first > ends[before] and hides_denial(text.folded, ends[before], first):
            linked[before] = None
        elif _is_elidible(text, ends[before], first):
            linked[before] = (chains[before][0], stop)
    return [run for run in linked.values() if run is not None]


def _is_elidible(text: Searchable, first: int, stop: int) -> bool:
    folded = text.folded
    if not 0 <= stop - first <= _WIDEST_GAP:
        return False
    low, high = folded.ends[first - 1], folded.starts[stop] + 1
    ends = (
        mark
        for mark in _SENTENCE_END.finditer(text.text, low, high)
        if mark["line"] is None or mark.end() in text.paragraphs
    )
    return len(list(islice(ends, 2))) < 2


def find_slip(text: Searchable, quote: Folded, scope: Scope) -> Iterator[Run]:
    """Every place that differs from the quote by one slip of the pen in one word.

    A slip makes a word that the text does not know; only the endings s and d may be lost or added
    in spite of that.
    """
    tokens, known = quote.tokens, text.vocabulary
    if len(tokens) < LEAST_WORDS:
        return
    unknown = [number for number, token in enumerate(tokens) if token not in known]
    if len(unknown) > 1:
        return
    for bad in unknown or _with_endings(tokens, known):
        yield from _find_but_one(text, quote, bad, scope, ending=not unknown)
    if not unknown:
        for number in _cut_possessives(quote)[:_MOST_PIECES]:
            yield from find_row(text, [*tokens[:number], "s", *tokens[number:]], scope)


def _with_endings(tokens: Sequence[str], known: frozenset[str]) -> list[int]:
    """Which words, of those long enough, the text knows with a final s or d as well."""
    return [
        number
        for number, token in enumerate(tokens)
        if len(token) >= _SHORTEST_ENDED and (token + "s" in known or token + "d" in known)
    ]


def _cut_possessives(quote: Folded) -> list[int]:
    """Where a word is followed by an apostrophe that lost its s ("the country' army")."""
    after = (*range(1, len(quote)), len(quote))
    return [
        number
        for number in after
        if (mark := quote.plain[quote.lasts[number - 1] :][:2])
        and mark[0] in "'\u2019"
        and mark[1:].isspace()
    ]


def _find_but_one(
    text: Searchable, quote: Folded, bad: int, scope: Scope, *, ending: bool
) -> Iterator[Run]:
    folded, tokens = text.folded, quote.tokens
    size = len(tokens)
    left, right = tokens[:bad], tokens[bad + 1 :]
    anchored_left = len(left) >= len(right)
    anchor, other = (left, right) if anchored_left else (right, left)
    offset = 0 if anchored_left else bad + 1
    for place in islice(_rows(folded, anchor, scope), _MOST_ROWS):
        first = place - offset
        if first < scope.first or first + size > scope.stop:
            continue
        begin = first + bad + 1 if anchored_left else first
        if other and not folded.canon.startswith(f" {' '.join(other)} ", folded.at[begin] - 1):
            continue
        if not (folded.is_break(first) and folded.is_break(first + size)):
            continue
        if ending and not lost_ending(folded.token(first + bad), tokens[bad]):
            continue
        if _is_slip_at(folded, first + bad, quote, bad):
            yield first, first + size


def _rows(folded: Folded, tokens: Sequence[str], scope: Scope) -> Iterator[int]:
    """As `find_row`, but the ends need be no boundaries of words."""
    if scope.first >= scope.stop:
        return
    needle, at = f" {' '.join(tokens)} ", folded.at
    limit = at[scope.stop] if scope.stop < len(at) else len(folded.canon)
    place = folded.canon.find(needle, at[scope.first] - 1, limit)
    while place >= 0:
        yield bisect_left(at, place + 1)
        place = folded.canon.find(needle, place + 1, limit)


def _is_slip_at(folded: Folded, number: int, quote: Folded, bad: int) -> bool:
    meant = folded.plain[folded.firsts[number] : folded.lasts[number]]
    written = quote.plain[quote.firsts[bad] : quote.lasts[bad]]
    if not (written.islower() or quote.plain.isupper()) or not meant.islower():
        return False
    if bad == len(quote) - 1:
        goes_on = folded.plain[(end := folded.lasts[number]) : end + 1]
        if is_cut_off(meant, written.lower(), goes_on, quote.plain[quote.lasts[bad] :]):
            return False
    return is_slip(folded.token(number), quote.token(bad))
