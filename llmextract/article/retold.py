"""An article retold in the past tense, for rules that read plain prose.

Headlines leave out auxiliaries and "and", and tell in the present what has happened: "Police detain
mayor, seize files", "Five held after raid", "Minister to visit Dorva: envoy". Told in full, "Police
detained mayor and seized files.", "Five were held after raid.", "Minister is to visit Dorva, envoy
said.", they are read as any other sentence. Of other sentences only the verbs are changed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.past import base_of, past_of
from llmextract.article.syntax.present import (
    bare_passives,
    future_infinitive,
    is_headline,
    is_many,
    present_verbs,
)

if TYPE_CHECKING:
    from llmextract.article.article import Article
    from llmextract.article.sentences import Sentence

# Who says so, at the end of a headline: "Two shot dead: police".
_TOLD_BY: Final = re.compile(r"(?:\s*:| [-–—])\s+(?P<who>[^\s:,;]+(?:\s[^\s:,;]+){0,3})\s*\Z")
# Behind them stands a clause of another's.
_PARTING: Final = grammar.CLAUSES | {"that"}
_TELLING: Final = grammar.words_of(
    "add admit announce claim confirm declare fear hear hint insist predict report reveal say says"
    " suggest tell warn write"
)
_COMMA: Final = re.compile(r",(?=\s)")


class Edit(NamedTuple):
    """Half-open code points of a text, and the words that are told in their place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Retold:
    """An article told in the past, and the edits that made it of another's text, in order."""

    article: "Article"
    edits: tuple[Edit, ...]

    def words(self, start: int, end: int) -> str:
        """What text[start:end] of the other article reads in this one."""
        return self.article.text[self.place(start) : self.place(end, is_end=True)]

    def place(self, offset: int, *, is_end: bool = False) -> int:
        """Where an offset lies: behind what is put in there, before it for the end of words."""
        done = bisect_right(self._ends, offset)
        if is_end and done and self.edits[done - 1][:2] == (offset, offset):
            done -= 1
        inside = done < len(self.edits) and self.edits[done].start < offset
        return (self.edits[done].start if inside else offset) + self._moved[done]

    @cached_property
    def _ends(self) -> list[int]:
        return [edit.end for edit in self.edits]

    @cached_property
    def _moved(self) -> list[int]:
        """By how much a place moves behind the first so many edits."""
        grown = (len(words) - (end - start) for start, end, words in self.edits)
        return list(accumulate(grown, initial=0))


def retell(article: "Article") -> Retold | None:
    """An article told in the past; None where it is, or would fall into other sentences."""
    from llmextract.article.article import Article

    edits = [
        edit._replace(start=line.start + edit.start, end=line.start + edit.end)
        for line in article.lines
        for edit in edits_of(line.text)
    ]
    if not edits:
        return None
    pieces: list[str] = []
    last = 0
    for start, end, words in edits:
        pieces += (article.text[last:start], words)
        last = end
    told = Article("".join((*pieces, article.text[last:])), article.id, article.published)
    return Retold(told, tuple(edits)) if len(told.sentences) == len(article.sentences) else None


def is_retold(article: "Article", ranges: tuple[Range, ...]) -> bool:
    """Whether a sentence of some ranges of an article is told otherwise in the past."""
    return any(edits_of(line.text) for each in ranges for line in _lines(article, *each))


def _lines(article: "Article", start: int, end: int) -> Iterator["Sentence"]:
    """The sentences that a range of an article touches, each on one line."""
    first = article.line_at(start)
    for line in article.lines[first.number - 1 :] if first is not None else ():
        if line.start >= end:
            return
        yield line


@lru_cache(maxsize=512)
def edits_of(sentence: str) -> tuple[Edit, ...]:
    """How a sentence is told in the past, and a headline in full; offsets are its own."""
    return tuple(sorted(_edits(sentence)))


def _edits(sentence: str) -> Iterator[Edit]:
    verbs = present_verbs(sentence)
    tokens = grammar.tokenise(sentence)
    ends = dict(zip(tokens.starts, tokens.ends, strict=True)) if verbs else {}
    for start in verbs:
        yield Edit(start, ends[start], past_of(sentence[start : ends[start]].lower()))
    if is_headline(sentence):
        yield from _in_full(sentence, verbs)


def _in_full(sentence: str, verbs: frozenset[int]) -> Iterator[Edit]:
    """What a headline leaves out: auxiliaries, "and", who said so, the full stop."""
    tokens = grammar.tokenise(sentence)
    passives = bare_passives(sentence)
    for start in passives:
        yield Edit(start, start, _be(tokens, start, "were ", "was "))
    to_come = future_infinitive(sentence)
    if to_come is not None:
        yield Edit(to_come, to_come, _be(tokens, to_come, "are ", "is "))
    teller, told = _TOLD_BY.search(sentence), verbs | passives
    is_told = bool(told) or to_come is not None
    if teller is not None and not (is_told or _has_verb(sentence[: teller.start()])):
        teller = None
    if teller is not None and (_has_verb(teller["who"]) or any(at > teller.start() for at in told)):
        teller = None
    end = teller.start() if teller is not None else len(sentence.rstrip())
    yield from _commas(sentence[:end], told)
    if teller is not None:
        yield Edit(teller.start(), teller.start("who"), ", ")
        yield Edit(teller.end("who"), teller.end("who"), " said.")
    elif is_told:
        yield Edit(end, end, ".")


def _be(tokens: grammar.Tokens, start: int, many: str, one: str) -> str:
    return many if is_many(tokens.words, tokens.starts.index(start) - 1) else one


def _commas(sentence: str, told: frozenset[int]) -> Iterator[Edit]:
    """The commas of a headline that stand for "and": before a verb, a clause, a second subject."""
    for comma in _COMMA.finditer(sentence):
        start, behind = comma.start(), comma.end() + 1
        following = sentence.find(",", behind)
        part = sentence[behind : following if following >= 0 else None]
        if behind in told:
            yield Edit(start, start + 1, " and")
        elif _opens_clause(part, [verb - behind for verb in told]):
            is_clause = any(verb < start for verb in told) or _has_verb(sentence[:start])
            yield Edit(start, start + 1, ", and" if is_clause else " and")


def _opens_clause(part: str, verbs: Iterable[int]) -> bool:
    """Whether a part of a headline has a subject and one of some verbs, and is not who says so.

    "Police say", "says rights group", "mayor tells inquiry" say so, "medics say two fell" goes on.
    """
    own = min((at for at in verbs if 0 < at < len(part)), default=0)
    subject = grammar.tokenise(part[:own]).words
    if not subject or not _PARTING.isdisjoint(subject) or subject[0] in _TELLING:
        return False
    verb, *behind = grammar.tokenise(part[own:]).words
    return base_of(verb) not in _TELLING or any(map(clausal.may_be_verb, behind))


def _has_verb(text: str) -> bool:
    return any(map(clausal.may_be_verb, grammar.tokenise(text).words))
