"""Verbs whose past looks like their base form: where a sentence tells them as past.

"Roe cut the price" is told, for one who does so now "cuts" it; "men cut it" may be of either time.
"""

from typing import Final

from llmextract.article.syntax import grammar
from llmextract.article.times.words import WEEKDAYS

_ONE: Final = grammar.words_of("a an another each every one")
_KNOWN: Final = grammar.words_of("the his her its their our my 's this that")
_HE: Final = grammar.words_of("he she it")
_WHO: Final = grammar.words_of("who which that")
_HAVE: Final = grammar.words_of("has had have 've")
_WAS: Final = grammar.words_of("was were got")
# Plural without an "s", or as often as not.
_MANY: Final = grammar.words_of(
    "police people men women children troops staff youth crew cattle others both all few many most"
    " some several poor rich young old"
)
# Behind these a base form is none of the past: "made the price hit", "let him quit".
_CAUSING: Final = grammar.words_of(
    "let lets make makes made making help helps helped helping see sees saw seeing watch watched"
    " have had hear heard feel felt"
)
_PAST_TIMES: Final = grammar.words_of("yesterday ago earlier last")
_DAYS: Final = frozenset(WEEKDAYS)
_TIED: Final = grammar.words_of("as after when before while because since until")
_PHRASE: Final = 9
_BEHIND: Final = 14


def is_told_unchanged(sentence: str, start: int, end: int) -> bool:
    """Whether sentence[start:end] is told as past by a verb that has one form for it.

    >>> is_told_unchanged("The bank cut rates.", 9, 12)
    True
    >>> is_told_unchanged("Banks cut rates.", 6, 9)
    False
    """
    if grammar.UNCHANGED.isdisjoint(sentence[start:end].lower().split()):
        return False
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(start, end)
    if touched is None:
        return False
    words, (first, last) = tokens.words, touched
    verb = first
    while verb < last and (words[verb] in grammar.AUXILIARIES or grammar.is_adverb(words[verb])):
        verb += 1
    if words[verb] not in grammar.UNCHANGED:
        return False
    place = _left(words, verb)
    if place < 0:
        return False
    if words[place] == "been":
        place = _left(words, place)
        return words[place] in _HAVE and _is_finite(words, place)
    if words[place] in _HAVE or words[place] in _WAS:
        return _is_finite(words, place)
    subject = place - 1 - (words[place - 1] == ",") if words[place] in _WHO else place
    if subject < 0:
        return False
    is_name = sentence[tokens.starts[subject]].isupper()
    return _has_past_subject(words, (subject, place), verb, is_name=is_name)


def _left(words: tuple[str, ...], place: int) -> int:
    place -= 1
    while place >= 0 and (grammar.is_adverb(words[place]) or words[place] in grammar.QUOTES):
        place -= 1
    return place


def _is_finite(words: tuple[str, ...], auxiliary: int) -> bool:
    """Whether nothing before an auxiliary makes it one of "would have" or "to have"."""
    before = words[_left(words, auxiliary)] if auxiliary else ""
    return before not in grammar.MODALS | grammar.NOT | {"to"}


def _has_past_subject(
    words: tuple[str, ...], subject: tuple[int, int], verb: int, *, is_name: bool
) -> bool:
    """Whether a subject, or whom "who" takes up, is one, or a time says that it was."""
    place, last = subject
    word = words[place]
    if not (grammar.is_open(word) or word in grammar.PRONOUNS):
        return False
    if grammar.is_past(word) and not is_name:
        return False
    if word in _HE:
        return words[place - 1] not in _CAUSING if place else True
    return (
        _is_one(words, place, is_name=is_name)
        or _is_past_time(words, place, verb)
        or (place == last and _is_tied(words, place))
    )


def _is_one(words: tuple[str, ...], place: int, *, is_name: bool) -> bool:
    """Whether a noun phrase that ends at a place is surely of one: "a man with bags"."""
    head, at = place, place
    while at >= 0 and place - at < _PHRASE:
        word = words[at]
        if word in grammar.PREPOSITIONS:
            head = at - 1
        elif word in _ONE:
            return at == 0 or words[at - 1] not in _CAUSING | {"of"}
        elif word in _KNOWN:
            is_left = at > 0 and words[at - 1] in grammar.PREPOSITIONS | _CAUSING
            return not is_left and _is_singular(words[head])
        elif not (grammar.is_open(word) or grammar.is_adverb(word)):
            break
        at -= 1
    is_joined = at >= 0 and words[at] in grammar.CONJUNCTIONS
    return is_name and not is_joined and head == place and _is_singular(words[place])


def _is_singular(noun: str) -> bool:
    return noun not in _MANY and not noun.endswith("s") and not grammar.is_past(noun)


def _is_past_time(words: tuple[str, ...], place: int, verb: int) -> bool:
    """Whether a time right behind in the same clause is past: "hit it on Monday", "last year"."""
    if place and words[place - 1] in _CAUSING:
        return False
    for at in range(verb + 1, min(len(words), verb + _BEHIND)):
        word = words[at]
        if word in grammar.CLAUSES or word in grammar.CONJUNCTIONS or word in grammar.BREAKS:
            return False
        if word in _PAST_TIMES or (word in _DAYS and words[at - 1] == "on"):
            return words[at + 1 : at + 2] != ("'s",)
        if word.isdigit() and len(word) == len("1999") and words[at - 1] == "in":
            return True
    return False


def _is_tied(words: tuple[str, ...], place: int) -> bool:
    """Whether a verb is tied to a past one before it: "scored twice as Dorva City beat Kelmar"."""
    low = max(0, place - _PHRASE)
    joint = next((at for at in range(place, low, -1) if words[at] in _TIED), None)
    if joint is None or any(map(grammar.is_past, words[joint:place])):
        return False
    return any(
        grammar.is_past(words[at])
        and at > 0
        and words[at - 1] not in grammar.DETERMINERS
        and words[at - 1] not in grammar.AUXILIARIES
        for at in range(max(0, joint - _BEHIND), joint)
    )
