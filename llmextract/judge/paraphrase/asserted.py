"""Whether free text tells as a fact what its source denies, leaves open or says of the past."""

from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    ARTICLES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    UNCHANGED,
    is_adverb,
    is_gerund,
    words_of,
)
from llmextract.article.syntax.predication import undone
from llmextract.judge.paraphrase.scopes import (
    ACCUSING,
    ASKING,
    CONDITIONS,
    DENYING,
    SHORT,
    tells_past,
)
from llmextract.judge.paraphrase.source import Source, is_plan
from llmextract.judge.paraphrase.synonyms import LIGHT_WORDS
from llmextract.judge.paraphrase.tokens import Token
from llmextract.judge.paraphrase.wordforms import root

_OBJECTS: Final = DETERMINERS | words_of("its his her their our my")
_BEFORE_NOUNS: Final = PREPOSITIONS | ARTICLES
_POSSIBLE: Final = words_of(
    "possible possibly perhaps potential potentially maybe if unless can prospect eventual future"
)
_LEAVING_OPEN: Final = (
    _POSSIBLE
    | ACCUSING
    | CONDITIONS
    | DENYING
    | SHORT
    | (ASKING - words_of("tell tells told telling"))
    | words_of("alleged reported reportedly false untrue yet nobody")
)
_FORMER: Final = words_of("was were had did former ex once used previously formerly stopped ended")


def is_affirmed(text: str, tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether a sentence without any denial has a word that the source only ever denies."""
    token = tokens[place]
    stem = root(token.text)
    if token.is_free or stem not in known.told.denied | known.told.ended:
        return False
    first, after = _clause(tokens, place)
    if stem in known.told.ended and not _is_still_told(tokens[first:after], stem, known):
        return False
    # "Fell" itself undoes others, never itself.
    before = text[tokens[first].start : token.start]
    return not undone(before) and not undone(text[token.end : tokens[after - 1].end])


def _is_still_told(clause: Sequence[Token], stem: str, known: Source) -> bool:
    """Whether a clause of the present tells what is "no longer" so."""
    if any(tells_past(word.text) or word.text in _FORMER for word in clause):
        return False
    return stem not in LIGHT_WORDS or _is_together(clause, stem, known)


def is_settled(tokens: Sequence[Token], place: int, known: Source) -> bool:
    """Whether a clause without any "could" or plan tells as done what the source never does."""
    token, told = tokens[place], known.told
    stem = root(token.text)
    is_light = stem in told.light
    if token.is_free or not (is_light or stem in told.unsettled):
        return False
    first, after = _clause(tokens, place)
    if not _is_done(tokens, place):
        possible = stem in (told.light_possible if is_light else told.possible)
        if not (possible and _is_present(tokens, place, is_light=is_light)):
            return False
    if is_light and not _is_together(tokens[first:after], stem, known):
        return False
    behind_to = any(word.text == "to" for word in tokens[max(first, place - 2) : place])
    others = (*tokens[first:place], *tokens[place + 1 : after])
    return not behind_to and not any(
        is_plan(word) or word.negates or word.text in _LEAVING_OPEN for word in others
    )


def _is_done(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a verb that tells what was done or goes on: "sold", "is selling"."""
    text = tokens[place].text
    if tells_past(text):
        # "The stolen car" and "of sold cars" stand by a noun.
        by_noun = place > 0 and not tokens[place].opens and tokens[place - 1].text in _BEFORE_NOUNS
        return not by_noun
    # "The board cut the rate", but not "the rate cut on Monday".
    if text in UNCHANGED:
        return _next(tokens, place) in _OBJECTS
    before = place - 1
    if before > 0 and is_adverb(tokens[before].text):
        before -= 1
    return is_gerund(text) and before >= 0 and tokens[before].text in BE


def _is_present(tokens: Sequence[Token], place: int, *, is_light: bool) -> bool:
    """Whether a word is a verb of the present: "she skips the final", "the signal comes"."""
    if not place or tokens[place].opens:
        return False
    before, following = tokens[place - 1], _next(tokens, place)
    if before.text in SUBJECTS:
        return True
    if before.is_free or not following or before.text.endswith("'s"):
        return False
    text = tokens[place].text
    return is_light or (text.endswith("s") and following in _OBJECTS)


def _is_together(clause: Sequence[Token], stem: str, known: Source) -> bool:
    """Whether one sentence of the source has all that is told beside a general verb."""
    around = {
        root(token.text) for token in clause if token.kind == "word" and not token.is_free
    } - {stem}
    return bool(around - LIGHT_WORDS) and any(
        around - LIGHT_WORDS | {stem} <= sentence.roots for sentence in known.sentences
    )


def _clause(tokens: Sequence[Token], place: int) -> Range:
    """The clause around a token: the place of its first one, and the one behind its last."""
    first, after = place, place + 1
    while first > 0 and not tokens[first].opens:
        first -= 1
    while after < len(tokens) and not tokens[after].opens:
        after += 1
    return first, after


def _next(tokens: Sequence[Token], place: int) -> str:
    return tokens[place + 1].text if place + 1 < len(tokens) else ""
