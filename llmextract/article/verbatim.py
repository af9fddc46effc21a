"""The quick way to words that stand in a text letter for letter, as most of a good reply does."""

from collections.abc import Iterable

from llmextract.article.location import Range

_NEAR = 8
_OPENING = frozenset('("[{\u201c\u2018\u00ab')
_LONG_DASHES = frozenset("\u2013\u2014")
_CLOSING = frozenset(',.;:!?)"]}\u201d\u00bb')


def find_verbatim(text: str, words: str, ranges: Iterable[Range]) -> int | None:
    """The offset of the first occurrence of `words` in the ranges, or None if in doubt.

    An answer is what `Index.locate` would give, without folding anything. None says nothing: where
    a boundary is not plainly one between words, or the form differs, `Index.locate` decides.
    """
    if not _is_plainly_cut(words):
        return None
    for low, high in ranges:
        start = text.find(words, low, high)
        while start >= 0 and _is_inside_word(text, start, start + len(words)):
            start = text.find(words, start + 1, high)
        if start >= 0:
            end = start + len(words)
            return start if begins_word(text, start) and ends_word(text, end) else None
    return None


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether both ends of a range are plainly those of words; if not, they still may be."""
    if not _is_plainly_cut(text[start:end]):
        return False
    return begins_word(text, start) and ends_word(text, end)


def _is_plainly_cut(words: str) -> bool:
    """Whether the first and last mark leave no doubt about what belongs to the words."""
    first, last = words[:1], words[-1:]
    if not first.isalnum() and (first not in _OPENING or not any(map(str.isalnum, words))):
        return False
    return last.isalnum() or last in _CLOSING


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a boundary plainly is none, as that of "20" in "200"."""
    return (start > 0 and _is_joined(text[start - 1 : start + 1])) or (
        end < len(text) and _is_joined(text[end - 1 : end + 1])
    )


def _is_joined(pair: str) -> bool:
    return pair.isascii() and pair.isalnum()


def _is_edge(mark: str, marks: frozenset[str]) -> bool:
    return mark.isalnum() or mark in marks


def begins_word(text: str, start: int) -> bool:
    """Whether a word plainly begins here: after white space, or a mark that follows some."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalpha():
        return True
    if start and text[start - 1] in _OPENING:
        start -= 1
        return start == 0 or text[start - 1].isspace()
    if start and text[start - 1] in _LONG_DASHES:
        return _is_long_word(text, start - 1)
    before = text[max(0, start - _NEAR) : start]
    words = before.rstrip()
    if not words:
        return start <= _NEAR
    # "100 000" is one figure, "- 5" may be, and a hyphen may join words over a line's end.
    return (
        len(words) < len(before)
        and _is_edge(words[-1], _CLOSING)
        and not (words[-1].isdigit() and text[start].isdigit())
    )


def _is_long_word(text: str, end: int) -> bool:
    """Whether the word that ends here is too long for a prefix, such as "counter"."""
    word = text[max(0, end - _NEAR) : end]
    return len(word) == _NEAR and word.isalpha()


def ends_word(text: str, end: int) -> bool:
    """Whether a word plainly ends here: before white space, marks with some after them, or 's."""
    after = text[end : end + 3]
    if not after:
        return True
    mark = after[0]
    if mark in _LONG_DASHES:
        return after[1:2].isalpha() and _is_long_word(text, end)
    if mark.isspace():
        return not (text[end - 1].isdigit() and after[1:2].isdigit())
    if mark in "'\u2019":
        return after[1:2] == "s" and text[end - 1].isalpha() and not after[2:].isalnum()
    if mark in _CLOSING and after[1:2] in _CLOSING:
        after = after[1:]
    return mark in _CLOSING and (len(after) == 1 or after[1].isspace())
