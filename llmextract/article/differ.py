"""What differs between a quote that was not found and the nearest text."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmextract.article.fold import Folded
from llmextract.article.lexicon import FAILURES, NEGATIONS, NUMBER_WORDS
from llmextract.article.location import Code
from llmextract.article.search import Run, Scope, Searchable

if TYPE_CHECKING:
    from difflib import Match

_MOST_TOKENS = 240
_MOST_PLACES = 1500
_LEAST_RARE = 3
_LEAST_SHARED = 0.5
_LEAST_IN_ORDER = 0.7
_MOST_SHIFT = 2
_LEAST_CLOSE = 0.9
_SIGNS = frozenset("-<>~%")


def difference(text: Searchable, quote: Folded, scopes: Sequence[Scope]) -> tuple[Code, str | None]:
    """Name what differs, and give the nearest text, if it has half of the quote's words."""
    tokens = quote.tokens[:_MOST_TOKENS]
    window = _densest_window(text, tokens, scopes)
    if window is None:
        return "not_found", None
    first, stop, pairs, in_order = _aligned(text, tokens, window)
    if in_order < _LEAST_IN_ORDER * len(tokens) and not Counter(tokens) - Counter(
        _between(text, *window)
    ):
        return "order_differs", text.folded.raw(*_trimmed(text, set(tokens), window))
    shared = sum((Counter(tokens) & Counter(_between(text, first, stop))).values())
    if shared < _LEAST_SHARED * len(tokens):
        return "not_found", None
    lost = [first + n for n in range(stop - first) if n not in pairs.values()]
    added = [n for n in range(len(tokens)) if n not in pairs]
    return _kind(text.folded, lost, quote, added), text.folded.raw(first, stop)


def _between(text: Searchable, first: int, stop: int) -> list[str]:
    folded = text.folded
    return folded.canon[folded.at[first] :].split(" ", stop - first)[: stop - first]


def _trimmed(text: Searchable, words: set[str], window: Run) -> Run:
    """A window without the words at its ends that the quote does not have."""
    known = [n for n, token in enumerate(_between(text, *window), window[0]) if token in words]
    return known[0], known[-1] + 1


def _kind(folded: Folded, lost: Sequence[int], quote: Folded, added: Sequence[int]) -> Code:
    """The gravest difference, first among the words that only the quote has."""
    gone = {folded.token(n) for n in lost}
    new = {quote.token(n) for n in added}
    if gone == new:
        return "order_differs"
    if len(lost) + len(added) > 6:
        return "words_differ"
    is_shouted = quote.plain.isupper()
    own = [n for n in added if quote.token(n) not in gone]
    for words, names in (
        (new - gone, not is_shouted and any(_is_name(quote, n) for n in own)),
        (gone - new, any(_is_name(folded, n) for n in lost)),
    ):
        if any(word[-1].isdigit() or word in NUMBER_WORDS or word in _SIGNS for word in words):
            return "number_differs"
        if words & NEGATIONS or words & FAILURES:
            return "negation_differs"
        if names:
            return "name_differs"
    return "words_differ"


def _is_name(folded: Folded, number: int) -> bool:
    """Whether a word is capitalised and does not begin the text or a sentence."""
    while not folded.is_break(number):
        number -= 1
    if not folded.plain[folded.firsts[number]].isupper():
        return False
    if folded.plain[folded.firsts[number] : folded.lasts[number]][1:2].isupper() or number == 0:
        return number > 0 or len(folded.token(0)) > 1
    return not any(mark in ".!?\n" for mark in folded.gap(number))


def _densest_window(text: Searchable, tokens: Sequence[str], scopes: Sequence[Scope]) -> Run | None:
    """The stretch about as long as the quote that holds most of its rarer words, and some more."""
    places = _places(text, tokens, scopes)
    width, begin, held, kinds = len(tokens) + len(tokens) // 4 + 2, 0, [0] * len(tokens), 0
    best = (0, 0, 0)
    for number, rank in places:
        kinds += not held[rank]
        held[rank] += 1
        while places[begin][0] <= number - width:
            held[places[begin][1]] -= 1
            kinds -= not held[places[begin][1]]
            begin += 1
        best = max(best, (kinds, places[begin][0] - number, number))
    if not places:
        return None
    last, slack = best[2], len(tokens) + 4
    scope = next(s for s in scopes if s.first <= last < s.stop)
    return max(scope.first, last + best[1] - slack), min(scope.stop, last + 1 + slack)


def _places(
    text: Searchable, tokens: Sequence[str], scopes: Sequence[Scope]
) -> list[tuple[int, int]]:
    """Where the rarer words of the quote stand, in order, each with the rank of its word.

    Common words are looked up only until some places are known: the work a quote is bounded.
    """
    postings = text.postings
    rare = sorted({t for t in tokens if t in postings}, key=lambda t: len(postings[t]))
    places: list[tuple[int, int]] = []
    for rank, token in enumerate(rare):
        numbers = postings[token]
        if rank >= _LEAST_RARE and len(numbers) + len(places) > _MOST_PLACES:
            break
        for scope in scopes:
            low, high = bisect_left(numbers, scope.first), bisect_left(numbers, scope.stop)
            places += ((number, rank) for number in numbers[low : min(high, low + _MOST_PLACES)])
    return sorted(places)


def _aligned(
    text: Searchable, tokens: Sequence[str], window: Run
) -> tuple[int, int, dict[int, int], int]:
    """Which part the quote's words fill, which is which, and how many are in order."""
    first, stop = window
    here = _between(text, first, stop)
    blocks = _matches(tokens, here)
    in_order = sum(block.size for block in blocks)
    longest = max(blocks, key=lambda block: block.size)
    # A stray "the" before or after is no part of it: most often the words lie close together.
    low = max(0, longest.b - longest.a - _MOST_SHIFT)
    close = _matches(tokens, here[low : longest.b + len(tokens) - longest.a + _MOST_SHIFT])
    if sum(block.size for block in close) >= _LEAST_CLOSE * in_order:
        first, blocks = first + low, close
    pairs = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    if not pairs:
        return first, first, {}, 0
    begin = first + max(0, min(pairs.values()) - min(pairs))
    end = min(stop, first + max(pairs.values()) + len(tokens) - max(pairs))
    while not text.folded.is_break(begin):  # "Kafr" is near "Kafr'a"
        begin -= 1
    while not text.folded.is_break(end):
        end += 1
    return begin, end, {n: place + first - begin for n, place in pairs.items()}, in_order


def _matches(tokens: Sequence[str], here: Sequence[str]) -> "list[Match]":
    from difflib import SequenceMatcher

    return SequenceMatcher(None, tokens, here, autojunk=False).get_matching_blocks()
