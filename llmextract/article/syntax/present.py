"""Verbs of the present tense, and headlines, which leave auxiliaries and articles out.

"Police detain mayor", "the army now controls the town", "Five held after raid". Many such verbs are
nouns too ("raids", "control"): these are told by what stands before and behind them.
"""

import re
from functools import lru_cache
from typing import Final

from llmextract.article.syntax import clausal, grammar
from llmextract.article.times.words import MONTHS, NUMBERS, WEEKDAYS

# Verbs that are nouns as often: before a name or a bare noun they may be either.
_NOUNS_TOO: Final = grammar.words_of(
    """
    advance aid airlift appeal arrest assault attack award ban battle bid bill blame blast block
    blockade blow bomb book boycott break bribe burn call campaign capture cause challenge change
    charge check claim clash cost count coup crash cut damage deal death debate decrease defeat
    delay demand deploy die dispute doubt drive drone drop end escape exit export face fall fear
    field fight fine fire flight flood fly force fund gain guard gun halt hand harm head help hit
    hold honour hope host hunt hurt import increase injure interest issue jail judge jump kick kill
    land launch law lead leave lift limit link list loan look loss man march mark meet mine mission
    move murder name need number offer officer open order outrage pact parade pardon pass pay peace
    phone plan plant play plea pledge plot point poison poll post praise press probe profit promise
    protest push question raid rain rally range rape reach rebel record release remand rescue
    report reply request result retreat return reward review ride riot rise risk rocket rule rules
    run ruse sack sale sanction scam score search seal sentence set shell ship shoot shot show shut
    sign slam sleep slide speed spell split spread stab staff stake stand start state station stay
    step stop storm strain stress strike study sue suit supply support surge surprise survey suspect
    swap sweep talk target tax test threat toll tie time top tour trade train transfer trap travel
    trial trip truce trust turn use vow view visit voice vote wage wait walk walkout want war warn
    warning watch win wish witness work worry wound
    """
)
# They have no object, or none beside them, and are not nouns: "thousands flee as troops arrive".
_GOING: Final = grammar.words_of(
    "flee agree arrive withdraw resign die survive remain disagree return march surrender protest"
    " rally clash advance retreat meet gather converge vanish drown perish collapse explode erupt"
)
_MANY: Final = grammar.words_of(
    "police people men women children troops staff youths crew gunmen policemen servicemen militia"
    " both all few many most several others lawmen firemen fishermen cavalry militiamen tribesmen"
)
_DETERMINED: Final = (
    (grammar.DETERMINERS - {"'s", "that", "further"})
    | grammar.OBJECT_PRONOUNS
    | frozenset(NUMBERS)
    | grammar.words_of("hundreds thousands dozens scores tens many several some more")
)
_DATES: Final = frozenset((*WEEKDAYS, *MONTHS))
_NO_NOUN_BEHIND: Final = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.CLAUSES | _DATES
_ENDS: Final = re.compile(r"[.!?…]['\"”’»)\]]*\s*\Z")
_TO_COME: Final = grammar.MODALS | {"to"}
_MOST_WORDS: Final = 24
_CLAUSE: Final = 16


@lru_cache(maxsize=512)
def is_headline(sentence: str) -> bool:
    """Whether a text has the form of a headline: short, with no full stop and no article before it.

    >>> is_headline("Police detain mayor in Dorva"), is_headline("The police detained a mayor.")
    (True, False)
    """
    words = grammar.tokenise(sentence).words
    return (
        len(words) <= _MOST_WORDS
        and _ENDS.search(sentence) is None
        and grammar.ARTICLES.isdisjoint(words[:2])
    )


def tells_now(sentence: str, tokens: grammar.Tokens, verb: int) -> bool:
    """Whether a word is a verb in the present tense, by the word before and those behind it.

    >>> tokens = grammar.tokenise(sentence := "Rebels hold the town.")
    >>> tells_now(sentence, tokens, 1), tells_now(sentence, tokens, 0)
    (True, False)
    """
    words = tokens.words
    word, before = words[verb], _before(words, verb)
    is_third = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    is_verb = not (grammar.is_gerund(word) or grammar.is_adverb(word)) and grammar.is_open(word)
    if before < 0 or not is_verb or not (is_third or grammar.is_base(word)):
        return False
    if joins_verbs(sentence, words[before]):
        if not _TO_COME.isdisjoint(words[max(0, before - _CLAUSE) : before]):
            return False  # "to take the town and hold it"
    else:
        is_plural = _is_plural(words, before)
        is_name = is_third and sentence[tokens.starts[before]].isupper()
        is_name = is_name and words[before] not in NUMBERS and words[before] not in _MANY
        is_subject = grammar.is_open(words[before]) or words[before] == ")"
        if not is_subject or (is_third == is_plural and not is_name):
            return False
    return _has_object(sentence, tokens, verb, _bases(word) if is_third else (word,))


@lru_cache(maxsize=512)
def present_verbs(sentence: str) -> frozenset[int]:
    """Where the verbs of a sentence begin that stand in the present tense."""
    tokens = grammar.tokenise(sentence)
    places = range(1, len(tokens.words))
    return frozenset(tokens.starts[at] for at in places if tells_now(sentence, tokens, at))


@lru_cache(maxsize=512)
def headline_verbs(sentence: str) -> frozenset[int]:
    """Where the verbs of a headline begin, passives without auxiliary among them; of others none.

    >>> headline_verbs("Truce signed in Dorva, police say")
    frozenset({6})
    """
    if not is_headline(sentence):
        return frozenset()
    tokens = grammar.tokenise(sentence)
    passives = (
        tokens.starts[at]
        for at, word in enumerate(tokens.words)
        if at and grammar.is_past(word) and is_bare_passive(sentence, tokens, at)
    )
    return present_verbs(sentence).union(passives)


def one_tells_now(sentence: str, start: int, end: int) -> bool:
    """Whether a verb of sentence[start:end] stands in the present tense."""
    return any(start <= at < end for at in present_verbs(sentence))


def joins_verbs(sentence: str, word: str) -> bool:
    """Whether a word joins one verb to another: "and", in headlines a comma as well."""
    return word in ("and", "but", "then") or (word == "," and is_headline(sentence))


def _before(words: tuple[str, ...], verb: int) -> int:
    """The place of the word before a verb and its adverbs, -1 where none is."""
    before = verb - 1
    while before >= 0 and (words[before] in grammar.NOT or grammar.is_adverb(words[before])):
        before -= 1
    return before


def _is_plural(words: tuple[str, ...], at: int) -> bool:
    word = words[at]
    is_joined = "and" in words[max(0, at - 4) : at]
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return ends or word in _MANY or word.isdigit() or word in NUMBERS or is_joined


def _bases(word: str) -> tuple[str, ...]:
    return (word[:-1], word[:-2], word[:-3] + "y" if word.endswith("ies") else word[:-1])


def _has_object(sentence: str, tokens: grammar.Tokens, verb: int, bases: tuple[str, ...]) -> bool:
    """Whether what follows shows a verb, more of it where the word is a noun as well."""
    words = tokens.words
    behind = words[verb + 1] if verb + 1 < len(words) else ""
    if behind in _DETERMINED or behind[:1].isdigit():
        return True
    is_open = grammar.is_open(behind) and not grammar.is_adverb(behind)
    is_open = is_open and behind not in _NO_NOUN_BEHIND
    is_noun = not _NOUNS_TOO.isdisjoint(bases)
    if is_open and not (grammar.is_past(behind) or behind in clausal.FINITE or behind == "freed"):
        is_named = sentence[tokens.starts[verb + 1]].isupper()
        return is_headline(sentence) or (is_named and not is_noun)
    return not _GOING.isdisjoint(bases) and (not is_noun or is_headline(sentence))


def is_bare_passive(sentence: str, tokens: grammar.Tokens, verb: int) -> bool:
    """Whether a participle of a headline is a passive without its auxiliary: "Five held in raid".

    >>> tokens = grammar.tokenise(headline := "Mayor held over contract")
    >>> is_bare_passive(headline, tokens, 1)
    True
    """
    words = tokens.words
    behind = words[verb + 1 : verb + 2]
    is_end = not behind or behind[0] in _NO_NOUN_BEHIND or behind[0] in grammar.MARKS
    return is_end and is_headline(sentence)
