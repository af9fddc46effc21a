"""The words of a sentence as rules of a grammar, one a word, and where a run of them may begin."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from llmextract.article.sentences import Sentence
from llmextract.article.syntax.named import is_small, opens_name
from llmextract.ask.markers import Named, Signs

# A word as it can begin or end a quote; the genitive is a step of its own, so that "Russia" can be
# pointed at in "Russia's". Marks between words stand in the chain, never at an end of it.
_WORD = re.compile(r"[^\W_](?:[^\s\"“”„«»()\[\]{}<>—]*[^\W_])?%?")
_GENITIVE = re.compile(r"['’]s\Z")
# "could not be verified", "near the city": what tells a run is among its first words.
_REACH = 4

Told = Signs | Named | None


class Word(NamedTuple):
    """A word, what stands between it and the next, and the rule for runs from here on."""

    text: str
    gap: str | None
    link: str


def chain(sentence: Sentence, rules: dict[str, str]) -> list[Word]:
    """The words of a sentence, with one rule a word: the word, and maybe the next one."""
    text, pieces = sentence.text, list[tuple[int, int]]()
    for match in _WORD.finditer(text):
        genitive = _GENITIVE.search(match[0])
        cut = match.start() + genitive.start() if genitive else match.end()
        pieces.append((match.start(), cut))
        if genitive:
            pieces.append((cut, match.end()))
    words: list[Word] = []
    for place, (start, end) in enumerate(pieces):
        gap = text[end : pieces[place + 1][0]] if place + 1 < len(pieces) else None
        link = f"s{sentence.number}w{place}"
        more = "" if gap is None else f" ({quoted(gap)} s{sentence.number}w{place + 1})?"
        rules[link] = f"{quoted(text[start:end])}{more}"
        words.append(Word(text[start:end], gap, link))
    return words


def begins(words: Sequence[Word], told: Told, *, title: bool) -> Iterator[tuple[int, int]]:
    """Where a run may begin, and the word near it by which it is told."""
    tells = [_tells(told, word.text) for word in words]
    if isinstance(told, Signs) and not title:
        tells = [tells[at] and not _is_in_name(words, at) for at in range(len(words))]
    for start, word in enumerate(words):
        may_open = not isinstance(told, Named) or opens_name(word.text)
        if not may_open or _GENITIVE.fullmatch(word.text):
            continue
        near = range(start, min(start + _REACH, len(words)))
        place = next((place for place in near if tells[place]), None)
        if place is not None and all(each.gap is not None for each in words[start:place]):
            yield start, place


def ends(word: Word, told: Told) -> bool:
    """Whether a run may end with a word: a name does not end with "of"."""
    return not (isinstance(told, Named) and is_small(word.text))


def lead(words: Sequence[Word]) -> str:
    """The words before the one by which a run is told, as they stand."""
    return f"{quoted(''.join(each.text + (each.gap or '') for each in words))} " if words else ""


def quoted(text: str) -> str:
    """A piece of a JSON string, as a literal; the empty gap before a genitive is one too."""
    return literal(json.dumps(text, ensure_ascii=False)[1:-1])


def literal(text: str) -> str:
    """A GBNF literal: backslash and quote are escaped; JSON has escaped control characters."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tells(told: Told, word: str) -> bool:
    match told:
        case None:
            return True
        case Signs():
            return told.cover(word)
        case Named():
            return not is_small(word)


def _is_in_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word is part of a name, as in "United States"."""
    return at > 0 and words[at].text[0].isupper() and words[at - 1].text[0].isupper()
