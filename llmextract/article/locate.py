"""Locating words in a text: lenient on form, strict on content.

A quote is found if its tokens (see `fold`) stand in a row in the text; or with an ellipsis between
pieces that stand near each other in that order; or, in a quote of some length, with one slip of the
pen. Everything else is not found, and `differ` says what is different in the nearest text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from llmextract.article.codepages import pages_of
from llmextract.article.differ import difference
from llmextract.article.fold import DASHES, Folded, fold
from llmextract.article.labels import contradicts, without_labels
from llmextract.article.location import Location, Range, Status
from llmextract.article.search import (
    Run,
    Scope,
    Searchable,
    find_pieces,
    find_row,
    find_slip,
    find_solid,
)

_Search = Callable[[Searchable, Folded, Scope], Iterable[Run]]

_MARK = re.compile(r"\.\.+|\u2026+|\S")
_QUOTES = (
    "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb"
    "\u2039\u203a\u2032\u2033\u300c\u300d"
)
_SAME = {ord(mark): "'" for mark in _QUOTES} | dict.fromkeys(range(0x2010, 0x2016), "-")
# White space but for U+0085, which may be half of a misread letter.
_WHITE = "".join(mark for mark in map(chr, range(0x3001)) if mark.isspace() and mark != "\x85")
_LAST_RUN = re.compile(r"(?<![^\x00-\x7f])[^\x00-\x7f]+\Z")
_NOTES = re.compile(r"(?:\[\^?\d{1,3}\]){1,9}")
_BEHIND_FIGURE = re.compile(r"(?<=\d)\[\^?(\d{1,3})\]")
_BEHIND_WORD = re.compile(r"(?<=[^\s\d])\[\^?(\d{1,3})\]")
_NUMBER = re.compile(r"\d+")
_GOES_ON = re.compile(r"[ \t\u00a0]{0,3}[$\u20ac\u00a3]?(\d+)")
_DASH = re.compile(f"[{DASHES}]")
_MOST_TRIES = 1000
_DOTS = {"..", "\u2026", "\u2026\u2026"}
_SEARCHES: Sequence[tuple[_Search, Status]] = (
    (find_solid, "normalized"),
    (find_pieces, "normalized"),
    (find_slip, "fuzzy"),
)


@dataclass(frozen=True)
class _Quote:
    """A quote folded, and the marks before its first word and after its last."""

    text: str
    folded: Folded
    lead: Sequence[str]
    tail: Sequence[str]

    @cached_property
    def ranges(self) -> list[bool]:
        """Of every two figures side by side, whether a dash stands between them."""
        return _ranges(self.folded, 0, len(self.folded))


def _stripped(quote: str) -> str:
    """A quote without white space around it, but for the last byte of a misread letter."""
    begun = quote.lstrip(_WHITE)
    bare = begun.rstrip(_WHITE)
    if begun.startswith("\xa0", len(bare)) and (run := _LAST_RUN.search(bare)):
        return f"{bare}\xa0" if pages_of(f"{run[0]}\xa0") else bare
    return bare


class Index:
    """A text made searchable; every search is independent of those before it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._text = Searchable(text)
        _ = self._text.folded  # made now, so that the first search costs what the others do

    def locate(self, quote: str, within: Sequence[Range] | None = None) -> Location:
        """Find where the text says `quote`.

        `within` restricts the search to raw ranges: a span lies in one of them, or crosses ranges
        that adjoin. The first occurrence that is letter for letter the same wins, else the first.
        """
        stripped = _stripped(quote)
        folded = fold(stripped)
        if not len(folded):
            return Location("not_found", code="not_found")
        scopes = self._text.scopes(within)
        if found := self._search(stripped, folded, scopes) or self._unlabelled(stripped, scopes):
            return found
        code, nearest = difference(self._text, folded, scopes)
        if code == "order_differs" and _BEHIND_FIGURE.search(stripped):
            code = "number_differs"
        return Location("not_found", code=code, nearest=nearest)

    def _unlabelled(self, quote: str, scopes: Sequence[Scope]) -> Location | None:
        bare = without_labels(quote)
        folded = fold(bare.quote.strip()) if bare else None
        if bare is None or not folded:
            return None
        found = self._search(bare.quote.strip(), folded, scopes)
        if found is None or contradicts(self.text[: found.start], bare.number):
            return None
        if bare.note and self._goes_on(found.end or 0, bare.note):
            return None
        return replace(found, status="normalized" if found.status == "exact" else found.status)

    def _search(self, quote: str, folded: Folded, scopes: Sequence[Scope]) -> Location | None:
        plain, last = folded.plain, folded.lasts[-1]
        lead, tail = _MARK.findall(plain[: folded.firsts[0]]), _MARK.findall(plain[last:])
        asked = _Quote(quote, folded, lead[::-1], tail)
        if found := self._noted(asked, self._rows(asked, scopes)) or self._raw(asked, scopes):
            return self._location(found)
        for search, status in _SEARCHES:
            runs = [(run, scope) for scope in scopes for run in search(self._text, folded, scope)]
            if search is not find_pieces:  # which stand apart
                runs = [(run, scope) for run, scope in runs if self._has_ranges(asked, run)]
            if runs:
                spans = dict.fromkeys(self._span(asked, run, scope) for run, scope in runs)
                found = self._noted(asked, [(status, *span) for span in spans])
                return self._location(found) if found else None
        return None

    def _noted(
        self, asked: _Quote, found: list[tuple[Status, int, int]]
    ) -> list[tuple[Status, int, int]]:
        """Those places that have the numbers in brackets of a quote, as far as they must.

        Behind a figure they would change it: "24[5]" is not in "24". Behind a word they may be a
        note that only the quote has, but no other one than the text has there, and none where the
        text goes on with a figure: "on May [25]" is not in "on May 27".
        """
        numbers = _BEHIND_WORD.findall(asked.text) if "]" in asked.text else []
        glued = _BEHIND_FIGURE.findall(asked.text) if "]" in asked.text else []
        return [row for row in found if self._has_notes(row[1], row[2], glued, numbers)]

    def _has_notes(self, start: int, end: int, glued: list[str], numbers: list[str]) -> bool:
        there = Counter(_NUMBER.findall(self.text, start, end))
        if Counter(glued) - there:
            return False
        if numbers and self._goes_on(end, numbers[-1]):
            return False
        has_own = bool(numbers) and _NOTES.search(self.text, start, end) is not None
        return not has_own or not Counter(numbers) - there

    def _goes_on(self, end: int, note: str) -> bool:
        """Whether the text has another figure where a quote has the number in brackets."""
        behind = _GOES_ON.match(self.text, end)
        return behind is not None and behind[1] != note

    def _location(self, found: Sequence[tuple[Status, int, int]]) -> Location:
        chosen = next((row for row in found if row[0] == "exact"), found[0])
        status, start, end = chosen
        others = tuple(row[1:] for row in found if row is not chosen)
        return Location(status, start, end, self.text[start:end], others)

    def _rows(self, asked: _Quote, scopes: Sequence[Scope]) -> list[tuple[Status, int, int]]:
        found: list[tuple[Status, int, int]] = []
        tokens, before = asked.folded.tokens, asked.folded.starts[0]
        for scope in scopes:
            for run in find_row(self._text, tokens, scope):
                if not self._has_ranges(asked, run):
                    continue
                start = self._text.folded.starts[run[0]] - before
                end = start + len(asked.text)
                if start >= scope.low and self.text.startswith(asked.text, start, scope.high):
                    found.append(("exact", start, end))
                else:
                    found.append(("normalized", *self._span(asked, run, scope)))
        return found

    def _has_ranges(self, asked: _Quote, run: Run) -> bool:
        """Whether figures side by side have a dash in both or in none: "20-30" is not "20, 30"."""
        return not asked.ranges or asked.ranges == _ranges(self._text.folded, *run)

    def _raw(self, asked: _Quote, scopes: Sequence[Scope]) -> list[tuple[Status, int, int]]:
        """Finds a slice that folds otherwise than in its place, as "-5" cut out of "x-5"."""
        found: list[tuple[Status, int, int]] = []
        before, after = asked.folded.starts[0], asked.folded.ends[-1]
        for scope in scopes:
            start = self.text.find(asked.text, scope.low, scope.high)
            tries = 0
            while start >= 0 and tries < _MOST_TRIES:
                if self._is_between_words(start + before) and self._is_between_words(start + after):
                    found.append(("exact", start, start + len(asked.text)))
                start = self.text.find(asked.text, start + 1, scope.high)
                tries += 1
        return found

    def _is_between_words(self, offset: int) -> bool:
        folded = self._text.folded
        number = folded.number_at(offset)
        return (number == 0 or folded.ends[number - 1] <= offset) and folded.is_break(number)

    def _span(self, asked: _Quote, run: Run, scope: Scope) -> Range:
        """The raw range of some tokens, with the outer marks that the quote has as well."""
        folded = self._text.folded
        start, end = folded.starts[run[0]], folded.ends[run[1] - 1]
        noted = _NOTES.search(asked.text, asked.folded.ends[-1]) is not None
        for mark in asked.tail:
            if noted and _NOTES.match(self.text, end, scope.high):
                break
            end += self._marked(mark, self.text[end : min(end + 4, scope.high)])
        if noted and (notes := _NOTES.match(self.text, end, scope.high)):
            end = notes.end()
        for mark in asked.lead:
            start -= self._marked(mark, self.text[max(start - 4, scope.low) : start], back=True)
        return start, end

    @staticmethod
    def _marked(mark: str, near: str, *, back: bool = False) -> int:
        """How many characters of the neighbouring text are the mark."""
        marks = _MARK.findall(near)
        if not marks:
            return 0
        there = marks[-1] if back else marks[0]
        touches = near.endswith(there) if back else near.startswith(there)
        same = mark.translate(_SAME) == there.translate(_SAME) or {mark[:2], there[:2]} <= _DOTS
        return len(there) if touches and same else 0


def _ranges(folded: Folded, first: int, stop: int) -> list[bool]:
    """Of every two figures side by side in a run of tokens, whether a dash stands between them."""
    tokens = [folded.token(number) for number in range(first, stop)]
    return [
        _DASH.search(folded.gap(first + at)) is not None
        for at in range(1, len(tokens))
        if tokens[at - 1][-1].isdigit() and tokens[at][0].isdigit()
    ]
