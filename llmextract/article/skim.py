"""What one look at the raw text settles: a quote that stands in it once, letter for letter or but
for one slip of the pen.

Most quotes of a good reply are such, and looking for letters is far cheaper than folding a text
into tokens. An answer is the one that `Index.locate` would give; in any doubt there is none.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from llmextract.article.location import Location, Range
from llmextract.article.plain import is_plain
from llmextract.article.slips import LEAST_WORDS, is_cut_off, is_slip
from llmextract.article.verbatim import begins_word, ends_word, stands_apart

_SMALL = bytes.maketrans(ascii_uppercase.encode(), ascii_lowercase.encode())
_MARKS = bytes(byte for byte in range(0x80) if not chr(byte).isalnum())
_ELLIPSES = ("..", ". .", "\u2026")
_TAILS = ",.;:!?"


class _Slip(NamedTuple):
    """A word written for another one: where it stands in the quote, and both words."""

    at: int
    written: str
    meant: str


class Skim:
    """A text as it is; every search is independent of those before it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _letters(self) -> bytes | None:
        """The letters and digits of ASCII in a row, or None where the text may hide some.

        Equal tokens have equal letters: what has its letters in no other place has no other place.
        """
        return _letters(self.text) if is_plain(self.text) else None

    def locate(self, quote: str, within: Sequence[Range] | None = None) -> Location | None:
        """Where the text says `quote`, or None where that takes a closer look."""
        quote = quote.strip()
        if self._letters is None or not is_plain(quote) or not quote:
            return None
        size = len(self.text)
        given = ((0, size),) if within is None else within
        scopes = [(max(low, 0), max(min(high, size), 0)) for low, high in given]
        for low, high in scopes:
            if (found := self._between(quote, low, high)) is not None:
                location, words = found
                return location if self._is_once(words, scopes) else None
        return None

    def _between(self, quote: str, low: int, high: int) -> tuple[Location, str] | None:
        """Where a quote stands, and the words that must stand nowhere else for that to be sure."""
        text = self.text
        cut = quote.find(" ", len(quote) // 2)
        start = text.find(quote[:cut] if cut > 0 else quote, low, high)
        if start >= 0 and text.startswith(quote, start, high):
            return self._exact(quote, start)
        if cut > 0:
            for begin in (start,) if start >= 0 else self._before(quote, cut, low, high):
                if found := self._slipped(quote, begin, high):
                    return found
        if start >= 0 and (start := text.find(quote, start + 1, high)) >= 0:
            return self._exact(quote, start)
        return None

    def _before(self, quote: str, cut: int, low: int, high: int) -> Iterator[int]:
        """Where the quote may begin if the second half stands in the text, but not the first."""
        half = self.text.find(quote[cut:], low, high)
        for begin in (half - cut, half - cut - 1, half - cut + 1):
            if half >= 0 and begin >= low and self.text[begin] == quote[0]:
                yield begin

    def _exact(self, quote: str, start: int) -> tuple[Location, str] | None:
        end = start + len(quote)
        if not stands_apart(self.text, start, end):
            return None
        return Location("exact", start, end, quote), quote

    def _slipped(self, quote: str, start: int, high: int) -> tuple[Location, str] | None:
        """The quote at `start`, if one word differs from the text and by a slip of the pen."""
        body = quote.rstrip(_TAILS)
        if len(body) < len(quote) - 1 or not (quote[0].isalnum() and body[-1].isalnum()):
            return None
        slip = self._difference(quote, start)
        if slip is None or not is_slip(slip.meant, slip.written):
            return None
        if slip.at + len(slip.written) == len(quote):
            end = start + slip.at + len(slip.meant)
            if is_cut_off(slip.meant, slip.written, self.text[end : end + 1], ""):
                return None
        grown = len(slip.meant) - len(slip.written)
        end = start + len(quote) + grown
        if not (begins_word(self.text, start) and ends_word(self.text, start + len(body) + grown)):
            return None
        if end > high or (len(body) < len(quote) and self.text[end : end + 1].strip()):
            return None
        if any(map(quote.__contains__, _ELLIPSES)):
            return None
        if sum(map(str.isalpha, quote.split())) < LEAST_WORDS or not self._is_unknown(slip.written):
            return None
        rest = quote[slip.at + len(slip.written) :]
        surely = max(quote[: slip.at], rest, key=len)
        return Location("fuzzy", start, end, self.text[start:end]), surely

    def _difference(self, quote: str, start: int) -> _Slip | None:
        """The one word of small letters in which the quote differs from what begins at `start`."""
        text, same, size = self.text, 0, len(quote)
        while same < size:  # how many letters at its beginning are the same, by halving
            middle = (same + size + 1) // 2
            if text.startswith(quote[same:middle], start + same):
                same = middle
            else:
                size = middle - 1
        at = len(quote[:same].rstrip(ascii_lowercase))
        written = _first_word(quote[at:])
        meant = _first_word(text[start + at : start + at + len(written) + 2])
        rest = quote[at + len(written) :]
        if not meant or quote[at - 1 : at].isalnum() or rest[:1].isalnum():
            return None
        if not text.startswith(rest, start + at + len(meant)):
            return None
        return _Slip(at, written, meant)

    def _is_once(self, words: str, scopes: Sequence[Range]) -> bool:
        """Whether the letters of these words stand in one place only of what is searched."""
        letters, wanted = self._letters or b"", _letters(words)
        if sum(high - low for low, high in scopes) < len(self.text):
            letters = _letters("".join([self.text[low:high] for low, high in scopes]))
        place = letters.find(wanted)
        return wanted != b"" and letters.find(wanted, place + 1) < 0

    def _is_unknown(self, word: str) -> bool:
        """Whether no word of the text, nor any words in a row, hold these letters."""
        return word.encode() not in (self._letters or b"")


def _letters(text: str) -> bytes:
    return text.encode("ascii", "ignore").translate(_SMALL, _MARKS)


def _first_word(text: str) -> str:
    return text[: len(text) - len(text.lstrip(ascii_lowercase))]
