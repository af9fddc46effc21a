"""Whom a relative pronoun takes up: "the guard" of "the guard, who fled".

Half-open code points of a sentence.
"""

from dataclasses import replace
from typing import Final

from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import ENDING, OPENING, Zone, clause_opening
from llmextract.article.syntax.sorts import names_people

# Who stands behind these is none of those before them: "tear gas at nurses", "a lawyer for Roe".
_HOLDING: Final = grammar.words_of("at for to by against under")
_INSTEAD: Final = grammar.words_of("place lieu front favour favor charge instead because ahead")


def before_relative(sentence: str, tokens: grammar.Tokens, first: int) -> Zone | None:
    """The subject before a relative clause that ends before its verb: "a boy who saw it [fled]"."""
    if first <= 0 or tokens.words[first] != "who":
        return None
    zone = antecedent(sentence, tokens, first)
    return None if zone is None else replace(zone, relative=False)


def antecedent(sentence: str, tokens: grammar.Tokens, relative: int) -> Zone | None:
    """What a relative pronoun may take up: "the army" and "Norland" of "Norland's army, which"."""
    last = relative - (2 if tokens.words[relative - 1] == "," else 1)
    first = clause_opening(tokens.words, last, ENDING - {","}) if last >= 0 else None
    if first is None or first == last:
        return None
    if tokens.words[relative] == "who":
        first = _last_verb(tokens.words, first, last)
        held = _last_held(tokens.words, first, last)
        if held > first and _is_person(sentence, tokens, held, last):
            return Zone(tokens.starts[held + 1], tokens.ends[last], True, False, False, True)
    is_clause = first >= 0 and tokens.words[first] in OPENING | {";"}
    return Zone(tokens.starts[first + 1], tokens.ends[last], is_clause, False, False, True)


def _last_verb(words: tuple[str, ...], first: int, last: int) -> int:
    """The place of the last verb between two words; the first of them where there is none.

    Nobody before it is meant by "who": "Hale thanked the man who".
    """
    places = range(last - 1, first, -1)
    is_verb = (
        at for at in places if words[at] in clausal.FINITE_AUXILIARIES or looks_past(words[at])
    )
    return next(is_verb, first)


def _last_held(words: tuple[str, ...], first: int, last: int) -> int:
    """The last word between two that holds nobody together with who stands before it."""
    places = range(last - 1, max(first, 0), -1)
    is_held = (
        at
        for at in places
        if words[at] in _HOLDING
        or (grammar.is_gerund(words[at]) and words[at - 1] in grammar.PREPOSITIONS)
        or (words[at] == "of" and words[at - 1] in _INSTEAD)
        or (words[at - 1] == "to" and grammar.is_base(words[at]))
    )
    return next(is_held, first)


def _is_person(sentence: str, tokens: grammar.Tokens, held: int, last: int) -> bool:
    """Whether a phrase names people or ends with a full name, so that "who" takes it up."""
    is_name = held + 2 <= last and all(
        sentence[start].isupper() for start in tokens.starts[last - 1 : last + 1]
    )
    is_name = is_name and grammar.PREPOSITIONS.isdisjoint(tokens.words[held + 1 : last])
    return is_name or names_people(" ".join(tokens.words[held + 1 : last + 1]))


def looks_past(word: str) -> bool:
    """Whether a word looks like a finite or past form, and like no adjective."""
    return (grammar.is_past(word) or word in clausal.FINITE) and word not in grammar.ADJECTIVES
