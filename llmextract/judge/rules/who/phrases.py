"""The phrases that an object is made of, and the word that a phrase hangs on.

Offsets are half-open code points in a sentence.
"""

from itertools import dropwhile
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle
from llmextract.article.times.words import MONTHS, NUMBERS, WEEKDAYS
from llmextract.judge.rules.nouns import head_of, is_people

# Words that end a phrase and belong to none.
_ENDS: Final = (
    clausal.RELATIVE
    | clausal.LINKED
    | clausal.BARE
    | grammar.AUXILIARIES
    | grammar.CONJUNCTIONS
    | {"to"}
)
_PARTICLES: Final = grammar.words_of("dead down up out off away back over")
_PRONOUNS: Final = (
    grammar.PRONOUNS | grammar.OBJECT_PRONOUNS | clausal.POINTING
) - grammar.words_of("his her its their our my your former latter same")
# What may stand right behind a verb and is no object: "met today", "shot twice".
_WHEN: Final = frozenset((*WEEKDAYS, *MONTHS)) | grammar.words_of(
    "today yesterday tomorrow tonight last this next every early late earlier later shortly"
    " immediately soon again once twice worth more less each"
)
_SUSPECTED: Final = grammar.words_of("suspected accused wanted believed")
_COUNTED: Final = frozenset(NUMBERS) | grammar.words_of(
    "several some many about at more dozens hundreds others another"
)
_BEFORE_NOUN: Final = (
    grammar.DETERMINERS
    | grammar.ADJECTIVES
    | frozenset(NUMBERS)
    | grammar.words_of("about around some at least more than nearly")
)
# Names that only take somebody up.
UNNAMED: Final = grammar.PRONOUNS | grammar.OBJECT_PRONOUNS | clausal.POINTING
_MOST_NOUNS: Final = 5


def objects_behind(sentence: str, start: int) -> list[Range]:
    """The phrases of the object right behind a verb; none where none surely stands there.

    What hangs on them by a preposition, a participle or "who" is left out.

    >>> sentence = "Rebels killed an elder who had met Roe, and two guards in Dorva."
    >>> [sentence[slice(*each)] for each in objects_behind(sentence, 13)]
    ['an elder']
    """
    tokens = grammar.tokenise(sentence)
    words, at = tokens.words, _from(tokens, start)
    if at < len(words) and words[at] in _PARTICLES:
        at += 1
    end = _phrase(sentence, tokens, at)
    if end == at or words[at] in _WHEN or words[at] in _PRONOUNS:
        return []
    if all(word.isdigit() or word in NUMBERS or word == "percent" for word in words[at:end]):
        return []  # "arrested 16": of those who were named before
    found = [(tokens.starts[at], tokens.ends[end - 1])]
    while (joined := _joined(sentence, tokens, end)) is not None:
        at, end = joined
        found.append((tokens.starts[at], tokens.ends[end - 1]))
    return found


def names_somebody(phrase: str) -> bool:
    """Whether a phrase is surely of people: "two guards", "the deputy Ada Roe", "Ada Roe"."""
    words = phrase.split()
    names = next((at for at, word in enumerate(reversed(words)) if word[0].islower()), len(words))
    title = words[: len(words) - names]
    if is_people(head_of(phrase)) or (names and title and is_people(title[-1])):
        return True
    return names >= 2 and not title


def names_nobody(phrase: str) -> bool:
    """Whether a subject is a pronoun, whatever joins it to what stands before: "and that it"."""
    words = [word for word in phrase.lower().split() if word not in ("and", "but", "or", "that")]
    return not words or (len(words) == 1 and words[0] in UNNAMED)


def hangs_on(sentence: str, words: Range, start: int) -> tuple[str, tuple[str, ...]]:
    """The word before the phrase that words end, from an offset on, and what stands before it.

    >>> hangs_on("Hale was held at the home of his brother Luc.", (41, 44), 13)
    ('of', ('at', 'the', 'home'))
    """
    before = grammar.tokenise(sentence[start : words[0]]).words
    at = phrase_before(before)
    return (before[at - 1], before[: at - 1]) if at else ("", ())


def phrase_before(before: tuple[str, ...]) -> int:
    """Where the phrase begins that goes on behind some words: 2 of "killed by the old"."""
    at = len(before)
    while at and (before[at - 1] in _BEFORE_NOUN or before[at - 1] == "'s" or _is_noun(before, at)):
        at -= 1
    return at


def _is_noun(before: tuple[str, ...], at: int) -> bool:
    word = before[at - 1]
    return word[0].isdigit() or not (_ends_noun(word) or len(before) - at > _MOST_NOUNS)


def _from(tokens: grammar.Tokens, start: int) -> int:
    later = dropwhile(lambda at: tokens.starts[at] < start, range(len(tokens.starts)))
    return next(later, len(tokens.starts))


def _phrase(sentence: str, tokens: grammar.Tokens, first: int) -> int:
    """The word behind the noun phrase that begins with a word."""
    at = first
    while at < len(tokens.words) and not _ends_phrase(sentence, tokens, first, at):
        at += 1
    return at


def _ends_phrase(sentence: str, tokens: grammar.Tokens, first: int, at: int) -> bool:
    words = tokens.words
    word, before = words[at], words[at - 1] if at > first else ""
    if not word[0].isalnum():
        return word not in ("'s", "-")
    if word in _ENDS or (word in grammar.PREPOSITIONS and word != "of"):
        return True
    if at == first or sentence[tokens.starts[at]].isupper():
        return False
    if word in _SUSPECTED or grammar.is_gerund(word):
        return True
    if not (is_participle(word) or word in clausal.FINITE) or word in grammar.ADJECTIVES:
        return False
    # "Three wounded men", but "three men wounded in" and "rebels hit a".
    following = words[at + 1] if at + 1 < len(words) else "."
    if following in grammar.DETERMINERS or following[0].isdigit():
        return True
    if before in grammar.DETERMINERS or not is_participle(word):
        return False
    if is_people(before) and words[first] in ("the", "a", "an", "his", "her", "its", "their"):
        return True  # "the mayor promised aid"
    return not following[0].isalpha() or following in grammar.PREPOSITIONS | _ENDS


def _joined(sentence: str, tokens: grammar.Tokens, at: int) -> tuple[int, int] | None:
    """The next phrase of a list, or of another name of the same: "a judge, Roe, and two men"."""
    words = tokens.words
    if at >= len(words) or words[at] not in ("and", "or", ","):
        return None
    first = at + 2 if words[at + 1 : at + 2] in (("and",), ("or",)) else at + 1
    if first >= len(words) or not _opens_phrase(sentence, tokens, first):
        return None
    end = _phrase(sentence, tokens, first)
    # "Met Hale, and Roe fled": a clause of its own.
    goes_on = end < len(words) and clausal.may_be_verb(words[end]) and words[at] == ","
    is_clause = goes_on and words[end + 1 : end + 2] != ("by",) and first == at + 2
    return None if end == first or is_clause else (first, end)


def _opens_phrase(sentence: str, tokens: grammar.Tokens, at: int) -> bool:
    word = tokens.words[at]
    first = sentence[tokens.starts[at]]
    if word in grammar.DETERMINERS | _COUNTED or first.isupper() or first.isdigit():
        return True
    is_verb = is_participle(word) or word in clausal.FINITE or grammar.is_gerund(word)
    return not is_verb and word not in _ENDS | grammar.PREPOSITIONS and word[0].isalnum()


def _ends_noun(word: str) -> bool:
    """Whether a word before a noun is none of its own phrase."""
    if not word[0].isalnum() or word in _ENDS | grammar.PREPOSITIONS | grammar.PRONOUNS:
        return True
    if word in clausal.FINITE or word in clausal.POINTING:
        return True
    return is_participle(word) or grammar.is_gerund(word) or grammar.is_adverb(word)
