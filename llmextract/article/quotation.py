"""Quoted speech that runs over sentences: what it says in those before and behind one of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from llmextract.article.sentences import Sentence

# Marks that open and close, told by their form or, where it is the same, by what they touch.
_MARK = re.compile(r"(?P<open>[“«]|(?<!\S)\"(?=\S)|(?<=[(\[—–-])\"(?=\w))|(?P<close>[”»]|\")")
_EDGES = re.compile(r"[\s,.;:!?…“”«»\"]+")
# Sentences of a paragraph in which the marks of a quotation are looked for, each way.
_REACH = 12
_QUOTES, _ALIKE = '"\u201c\u201d\u00ab\u00bb', '"\u201c\u201d'
_LONGEST_SPEECH = 3000


class Speech(NamedTuple):
    """What is said before some words and behind them, sentence by sentence: number and words."""

    before: tuple[tuple[int, str], ...]
    behind: tuple[tuple[int, str], ...]


class _Quoted(NamedTuple):
    """A stretch of quoted speech, its marks left out, by code points of the text."""

    start: int
    end: int


def whole_speech(
    text: str, sentences: Sequence[Sentence], number: int, start: int, end: int, *, most: int
) -> Speech | None:
    """The rest of the speech that text[start:end] is part of; None where it is not quoted.

    The words stand in the sentence of this number, and the speech runs on as long as its quotation
    does, and over sentences behind it that hold quoted speech and nothing else: within a paragraph,
    since the next one may be another speaker's, and over `most` pieces in all.
    """
    near = _near(text, sentences, number)
    quoted = list(_quotations(text, near))
    here = next((each for each in quoted if each.start <= start and end <= each.end + 1), None)
    if here is None:
        return None
    pieces = [*_pieces(text, near, here), *_onward(text, near, quoted, here)]
    before = [piece for piece in pieces if piece[0] < number][-(most - 1) :]
    behind = [piece for piece in pieces if piece[0] > number][: most - 1 - len(before)]
    return Speech(tuple(before), tuple(behind))


def is_quoted(text: str, sentences: Sequence[Sentence], number: int, start: int, end: int) -> bool:
    """Whether text[start:end], in the sentence of this number, stands between quotation marks."""
    quoted = _quotations(text, _near(text, sentences, number))
    return any(each.start <= start and end <= each.end for each in quoted)


def may_be_quoted(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] may be quoted speech, even over paragraphs, or holds a mark of it.

    So may a paragraph without marks be, under a line that ends in a colon. Wider than `is_quoted`:
    by it a speaker is believed, and not refused.
    """
    if any(mark in text[start:end] for mark in _QUOTES):
        return True
    before = text[max(0, start - _LONGEST_SPEECH) : start]
    if before.rfind("\u201c") > before.rfind("\u201d"):
        return True
    opens = before.rfind("\n\n" if "\n\n" in text else "\n") + 1
    if before[:opens].rstrip().endswith(":"):
        return True
    paragraph = before[opens:]
    # A straight mark may be closed by a curly one.
    return sum(map(paragraph.count, _ALIKE)) % 2 == 1


def _near(text: str, sentences: Sequence[Sentence], number: int) -> Sequence[Sentence]:
    """The sentence and its neighbours in the paragraph, as far as any speech is followed."""
    first = stop = number - 1
    while first > max(number - 1 - _REACH, 0) and _adjoin(text, *sentences[first - 1 : first + 1]):
        first -= 1
    while stop + 1 < min(number + _REACH, len(sentences)) and _adjoin(
        text, *sentences[stop : stop + 2]
    ):
        stop += 1
    return sentences[first : stop + 1]


def _adjoin(text: str, one: Sentence, other: Sentence) -> bool:
    return one.region is other.region and "\n" not in text[one.end : other.start]


def _quotations(text: str, near: Sequence[Sentence]) -> list[_Quoted]:
    """What stands between marks that open and close."""
    found: list[_Quoted] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, near[0].start, near[-1].end):
        if mark["open"]:
            opened = mark.end()
        elif opened is not None:
            found.append(_Quoted(opened, mark.start()))
            opened = None
    return found


def _pieces(text: str, near: Sequence[Sentence], quoted: _Quoted) -> list[tuple[int, str]]:
    """A quotation sentence by sentence."""
    cut = ((s, max(s.start, quoted.start), min(s.end, quoted.end)) for s in near)
    return [(s.number, text[low:high].strip()) for s, low, high in cut if low < high]


def _onward(
    text: str, near: Sequence[Sentence], quoted: Sequence[_Quoted], here: _Quoted
) -> list[tuple[int, str]]:
    """The speech of the sentences behind a quotation that hold nothing else."""
    found: list[tuple[int, str]] = []
    for sentence in near:
        if sentence.start <= here.end:
            continue
        inside = [
            (max(each.start, sentence.start), min(each.end, sentence.end))
            for each in quoted
            if each.start < sentence.end and sentence.start < each.end
        ]
        bounds = [sentence.start, *(bound for pair in inside for bound in pair), sentence.end]
        outside = "".join(
            text[low:high] for low, high in zip(bounds[::2], bounds[1::2], strict=True)
        )
        if not inside or _EDGES.sub("", outside):
            break
        found += [(sentence.number, text[low:high].strip()) for low, high in inside]
    return found
