"""Whether one phrase of a sentence may mean who was named by another before.

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import sort_of
from llmextract.article.times.words import NUMBERS
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.rules.who.phrases import names_somebody
from llmextract.judge.rules.who.rivals import is_plural, share_name

# Whom these name, nobody has named before.
_ANEW: Final = frozenset(NUMBERS) | grammar.words_of(
    "a an another one some several many dozens scores hundreds thousands"
)
# One that is many.
_MANY: Final = grammar.words_of("group gang crowd mob band crew squad team pair couple trio")
# What is one of these is no other of them, nor a person.
_HOUSES: Final = grammar.words_of(
    "family government army navy police court company party council ministry union club bank"
    " parliament congress senate administration agency service embassy church university"
)
_DEFINITE: Final = ("the ", "this ", "these ", "those ")
_TAKING_UP: Final = (*_DEFINITE, "their ", "its ", "all ", "both ", "some ", "many ", "most ")
_NEAR: Final = 12


def takes_up(sentence: str, words: Range) -> bool:
    """Whether words take somebody up by what he is: "arrested a man, and [the clerk]"."""
    named = sentence[slice(*words)]
    before = grammar.tokenise(sentence[max(0, words[0] - _NEAR) : words[0]]).words[-1:]
    return named.islower() and (named.startswith(_DEFINITE) or before == ("the",))


def may_mean(sentence: str, one: Range, other: Range) -> bool:
    """Whether the later of two phrases may mean the earlier: "the suspect" a man, "the group" men.

    Nobody is meant by a phrase that names somebody for the first time, one by many, or a name by
    another name.

    >>> may_mean("A man shot Hale before the suspect was held.", (0, 5), (23, 34))
    True
    """
    before, behind = sorted((one, other))
    first, again = sentence[slice(*before)], sentence[slice(*behind)]
    if share_name(first, again):
        return True
    is_common = _is_common(first, opens=before[0] == 0)
    if is_common:
        first = first.lower()
    heads = head_of(first), head_of(again)
    if _may_be_men_of(first, again):
        return True
    is_many = is_plural(first)
    if is_many != is_plural(again) and _MANY.isdisjoint(heads):
        return False
    if again.islower() and not again.startswith(_TAKING_UP):
        return False  # "rebels" behind "troops" are others
    if heads[0] != heads[1] and not _HOUSES.isdisjoint(heads) and _MANY.isdisjoint(heads):
        return False
    if again[0].isupper():
        return is_common
    words = grammar.tokenise(again).words
    if not words or words[0] in _ANEW or words[0][0].isdigit() or "'s" in words or "'" in again:
        return False
    # "Miners stoned guards, and the guards": who is named by the same word is meant.
    return re.search(rf"\b{re.escape(head_of(again))}\b", sentence[before[1] : behind[0]]) is None


def _may_be_men_of(body: str, people: str) -> bool:
    """Whether some may be those of a body named before: "fighters" of "the Front"."""
    is_bare = people.islower() and people.split()[0] not in _ANEW
    is_name = any(word[0].isupper() for word in body.split())
    is_person = names_somebody(body) and not body.startswith(("The ", "the "))
    is_body = is_name and not (is_person and sort_of(body) in (None, "people"))
    return is_body and is_bare and is_plural(people) and not is_plural(body)


def _is_common(phrase: str, *, opens: bool) -> bool:
    """Whether a phrase is no name, also where it opens its sentence: "Two men", "Rebels"."""
    words = phrase.split()
    if phrase[0].islower():
        return words[-1][0].islower()
    leads = words[0].lower()
    is_noun = leads in _ANEW | grammar.DETERMINERS or is_people(leads)
    return opens and is_noun and all(word.islower() for word in words[1:])
