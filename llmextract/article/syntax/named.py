"""Whether words can name somebody, something or some place, as far as closed lists tell."""

from functools import lru_cache
from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import WEEKDAYS

_ARTICLES_AND_DAYS: Final = grammar.ARTICLES | WEEKDAYS.keys()
_OPENING: Final = grammar.PREPOSITIONS | grammar.CONJUNCTIONS
# Pronouns, and words that stand for one ("their", "both", "where"), name what they stand for.
_SMALL: Final = _OPENING | grammar.AUXILIARIES | grammar.NOT
_TIMES: Final = grammar.words_of(
    """
    today yesterday tomorrow tonight second seconds minute minutes hour hours day days week weeks
    month months year years decade decades morning afternoon evening night midnight noon overnight
    recently last next previous following recent past few several
    """
)
_LENGTHS: Final = grammar.words_of(
    "kilometer kilometers kilometre kilometres km meter meters metre metres mile miles feet yards"
)
_NO_NAMES: Final = _SMALL | _TIMES | _LENGTHS
_OPENING_NOTHING: Final = _TIMES | _LENGTHS | grammar.CONJUNCTIONS | grammar.AUXILIARIES | {"to"}


def names_nothing(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] holds small words, times and lengths alone, or "said"."""
    if _surely_names(sentence[start:end]):
        return False
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(start, end)
    if touched is None:
        return True
    first, last = touched
    words = tokens.written(sentence, first, last)
    if len(words) == 1 and _is_said(words[0]):
        # "the accused" are somebody; who "said" something is somebody else.
        return first == 0 or tokens.words[first - 1] not in grammar.DETERMINERS
    if all(word.isdigit() for word in words):
        return False
    return all(is_small(word, opens=place == first == 0) for place, word in enumerate(words))


@lru_cache(maxsize=2048)
def _surely_names(words: str) -> bool:
    """Whether words name something wherever they stand: asked first, since names come again."""
    tokens = grammar.tokenise(words)
    written = [words[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    naming = [word for word in written if not is_small(word, opens=True)]
    return len(naming) > 1 or (len(naming) == 1 and not _is_said(naming[0]))


def opens_name(word: str) -> bool:
    """Whether a name may begin at a word: at "the", "near" or "Will", not at "and" or "hours"."""
    if not word.islower():
        return True
    return word not in _OPENING_NOTHING and not _is_said(word)


def _is_said(word: str) -> bool:
    return word.islower() and grammar.is_past(word) and says(word)


def is_small(word: str, *, opens: bool = False) -> bool:
    """Whether a word names nothing by itself; a capital makes a name of most ("Will", "Miles").

    One that `opens` its sentence has a capital in any case.
    """
    if word.isdigit() or word in grammar.MARKS:
        return True
    if word.islower():
        return word in _NO_NAMES or word in _ARTICLES_AND_DAYS
    if len(word) > 1 and word.isupper():
        return False
    folded = word.lower()
    return folded in _ARTICLES_AND_DAYS or (opens and folded in _OPENING)
