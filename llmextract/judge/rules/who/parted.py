"""Whether another verb of a sentence tells of words that stand behind the one they are joined to.

What follows a verb is its own up to the next one: of "Rebels shot Hale before he was found by Roe"
nobody is shot by Roe, nor is he shot. Words are of another verb where they are its subject, or
hang on it, whatever the first verb is.

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import Zone, is_participle, passive_zone, subject_zone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import is_attack
from llmextract.ask.parts import Part
from llmextract.judge.rules.who.phrases import objects_behind, phrase_before

# What brings others into the slot of a phrase before it, whatever verb stands between.
_OPEN: Final = grammar.BE | grammar.words_of(
    "including among like namely besides plus alongside except apart ( – — - :"
)
# Verbs that only give those before another name.
_NAMING: Final = grammar.words_of(
    "named called identified known dubbed nicknamed described believed said aged including"
    " became become becoming remained remaining"
)
_LINKED: Final = clausal.LINKED | clausal.BARE
_JOINS: Final = ("and", "or")
_MOST: Final = 4


def of_another_verb(sentence: str, verb: Range, words: Range, part: Part) -> Range | None:
    """The verb that tells of words behind another one; None where that may tell of them.

    "The guard" may be who stands before the first verb, so of a clause of its own it says nothing.

    >>> sentence = "Rebels shot Hale before he was found by Roe."
    >>> sentence[slice(*of_another_verb(sentence, (7, 11), (40, 43), "does"))]
    'found'
    """
    tokens = grammar.tokenise(sentence)
    told, named = tokens.covering(*verb), tokens.covering(*words)
    if told is None or named is None or named[0] <= told[1]:
        return None
    before = tokens.words[told[1] + 1 : named[0]]
    start = phrase_before(before)
    hang = before[start - 1] if start else ""
    if hang in _OPEN or before[max(0, start - 2) : start] == ("as", "well") or "if" in before:
        return None
    if (own := _as_subject(sentence, tokens, verb, named[1], hang)) is not None:
        return own
    following = tokens.words[named[1] + 1 : named[1] + 3]
    if hang == "," and following[:1] == (",",) and says(following[-1]):
        return _place(tokens, named[1] + 2)  # "the governor, Ada Roe, said"
    return _as_object(sentence, tokens, verb, told[1] + 1, before, start, part)


def is_told_by_another(sentence: str, zone: Zone, words: Range) -> bool:
    """Whether another verb tells of words in a subject or behind it: "the man [who shot Roe]".

    Also "a man accused of killing Roe", but not "two brothers who lived there, Hale and Roe,".
    """
    if zone.relative or words[0] <= zone.start or sentence[words[0] - 2 : words[0]] == ", ":
        return False
    tokens = grammar.tokenise(sentence)
    between = tokens.covering(zone.start, words[0])
    if between is None:
        return False
    first, end = between
    if words[0] >= zone.end and clausal.RELATIVE.isdisjoint(tokens.words[first : end + 1]):
        return False
    return any(_is_verb(sentence, tokens, first, at) for at in range(1, end - first + 1))


def _as_subject(
    sentence: str, tokens: grammar.Tokens, verb: Range, last: int, hang: str
) -> Range | None:
    """The verb right behind words whose subject they are, or stand in."""
    at = last + 1
    while at < len(tokens.words) and (
        tokens.words[at] in grammar.AUXILIARIES or grammar.is_adverb(tokens.words[at])
    ):
        at += 1
    if at >= len(tokens.words) or at - last > _MOST:
        return None
    place = _place(tokens, at)
    is_done = tokens.words[at + 1 : at + 2] == ("by",)
    if hang in _LINKED and not is_done and (at > last + 1 or grammar.is_past(tokens.words[at])):
        return place  # "after men fired", which is no participle
    zone = subject_zone(sentence, place) or passive_zone(sentence, place)
    named = tokens.ends[last]
    is_own = zone is not None and not zone.shared and verb[1] <= zone.start < named <= zone.end
    return place if is_own else None


def _as_object(
    sentence: str,
    tokens: grammar.Tokens,
    verb: Range,
    first: int,
    before: tuple[str, ...],
    start: int,
    part: Part,
) -> Range | None:
    """The last verb between another and words, where these hang on it."""
    own = next((at for at in range(start - 1, -1, -1) if _is_verb(sentence, tokens, first, at)), 0)
    if own <= 1 or (before[start - 1] in _JOINS and start - 1 > own):
        return None
    word, leads = before[own], next(w for w in reversed(before[:own]) if not grammar.is_adverb(w))
    if part == "suffers":
        if leads == "," and grammar.is_gerund(word):
            return None  # "fired on the crowd, killing Roe": what comes of it
        if leads in _JOINS and not objects_behind(sentence, verb[1]):
            return None
    elif before[start - 1] == "by" and (
        leads in _JOINS or is_attack(leads) or is_attack(before[own - 2])
    ):
        return None
    return _place(tokens, first + own)


def _is_verb(sentence: str, tokens: grammar.Tokens, first: int, at: int) -> bool:
    """Whether a word between is a verb that others may hang on, and no adjective."""
    word, before = tokens.words[first + at], tokens.words[first + at - 1]
    if word in _NAMING or before in grammar.DETERMINERS or before[0].isdigit():
        return False
    if word in clausal.FINITE or grammar.is_gerund(word):
        return True
    if is_participle(word):
        return word not in grammar.ADJECTIVES
    if before != "to" or not (grammar.is_base(word) and grammar.is_open(word)):
        return False
    behind = tokens.words[first + at + 1]
    is_name = sentence[tokens.starts[first + at]].isupper()
    return not is_name and behind[0].isalnum() and behind not in grammar.PREPOSITIONS


def _place(tokens: grammar.Tokens, at: int) -> Range:
    return tokens.starts[at], tokens.ends[at]
