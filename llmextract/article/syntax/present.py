"""Verbs in the present tense, and headlines, which leave auxiliaries and articles out.

"Police detain mayor", "the army now controls the town", "Five held after raid". Only verbs that
news tells deeds with are known (`verbs`); of those that are nouns too ("raids", "control") what
stands before and behind decides, or that their clause has no other.
"""

import re
from functools import lru_cache
from typing import Final

from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import FINITE_PAST
from llmextract.article.syntax.past import base_of, past_of
from llmextract.article.syntax.sorts import names_people
from llmextract.article.syntax.verbs import CONTROL, GOING, NOUNS_TOO, VERBS
from llmextract.article.times.words import MONTHS, NUMBERS, WEEKDAYS

# Nouns behind which an infinitive says no more of what its subject does: "no plan to devalue".
_WITH_INFINITIVE: Final = CONTROL | grammar.words_of(
    """
    ability able about agreement bid bound call chance close deadline deal decision drive due
    effort failure first last likely mission need next order pact permission plot power push ready
    refusal right set talks threat time way
    """
)
# Plurals that look like verbs before another verb: "blasts rock", "ships leave".
_ACTING: Final = grammar.words_of(
    "attacks blasts bombs clashes convoys drones exports fights fires floods forces guards imports"
    " jets mines patrols planes prices protests raids rains rebels rockets sales shares shells"
    " ships stocks storms strikes talks tanks volunteers waters winds works"
)
_NO_PLURAL: Final = grammar.words_of("gas bus bias texas hamas kansas atlas canvas chaos lens news")
_PARTICLES: Final = grammar.words_of("out back down up off over away")
_MANY: Final = grammar.words_of(
    "police people men women children troops youths gunmen policemen servicemen both all few many"
    " most several others lawmen firemen fishermen militiamen tribesmen clergy cattle"
)
# One body or many people: either form may follow.
_EITHER: Final = grammar.words_of(
    "militia crew staff cavalry team family army government who which that"
)
_HE: Final = ("he", "she", "it")
# What is no subject where a headline begins with it: "Fresh protests in Dorva".
_ADJECTIVES: Final = grammar.words_of(
    """
    fresh heavy new fierce deadly mass massive major big huge violent more further recent renewed
    sporadic widespread rare first second third last latest strong tough
    """
)
_DETERMINED: Final = (
    (grammar.DETERMINERS - {"'s", "that", "further"})
    | grammar.OBJECT_PRONOUNS
    | frozenset(NUMBERS)
    | grammar.words_of(
        "hundreds thousands dozens scores tens many several some more first second third last new"
    )
)
_DATES: Final = frozenset((*WEEKDAYS, *MONTHS))
_NO_NOUN_BEHIND: Final = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.CLAUSES | _DATES
_NO_OBJECT: Final = _NO_NOUN_BEHIND | clausal.FINITE
_PARTICIPLES: Final = grammar.words_of(
    "freed beaten bitten blown bound burnt cut dealt dug eaten hit hurt overrun overthrown put set"
    " shut slit spread split thrown torn won shed axed"
)
# Past forms that are no participles: what stands before them is their subject.
_ACTIVE: Final = (
    clausal.INTRANSITIVE
    | FINITE_PAST
    | grammar.words_of("was were had did exploded fled fought came advanced said")
)
# What is done by oneself as well as to others: "rebels attacked in Dorva" may be either.
_GONE: Final = (
    frozenset(map(past_of, GOING))
    - grammar.words_of("held feared closed opened burned heard shown")
) | grammar.words_of(
    """
    attacked fired gathered deployed moved pulled pushed massed assembled mobilised mobilized turned
    joined split united merged backed voted ruled campaigned complained agreed decided resumed
    started stopped increased decreased dropped changed developed improved said testified
    """
)
_STATES: Final = grammar.words_of(
    "unharmed unhurt alive dead safe captive hostage guilty missing today yesterday tonight"
)
_FINITE: Final = (
    grammar.AUXILIARIES
    | _ACTIVE
    | frozenset(word for word in clausal.FINITE if word.endswith("s") or word in ("say", "tell"))
)
_BREAKS: Final = (
    (grammar.CLAUSES - {"who", "which"})
    | grammar.CONJUNCTIONS
    | grammar.MARKS
    | grammar.CONDITIONS
    | {"that"}
)
_OPENING: Final = grammar.words_of("as while when after before because although though if ;")
_AS: Final = ("as", "while", "when", ";")
_OBJECT_RELATIVE: Final = grammar.words_of("which whom")
_JOINING: Final = ("and", "but", "then", ",")
_RELATIVE_REACH: Final = 4
_AHEAD: Final = grammar.words_of("tomorrow soon")
_TO_COME: Final = grammar.MODALS | {"to"}
_ENDS: Final = re.compile(r"[.!?…]['\"”’»)\]]*\s*\Z")
_MOST_WORDS: Final = 24
_LEAST: Final = 3
_SHORT: Final = 3
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


@lru_cache(maxsize=512)
def present_verbs(sentence: str) -> frozenset[int]:
    """Where the verbs of a sentence begin that stand in the present tense, one in a clause.

    >>> sorted(present_verbs("Rebels hold the town, which guards besiege."))
    [7, 35]
    """
    tokens = grammar.tokenise(sentence)
    words, found, first = tokens.words, set[int](), 0
    if not _AHEAD.isdisjoint(words):
        return frozenset()  # "Tomorrow we march"
    is_told = _tells_otherwise(words, range(len(words)))
    for at in range(len(words) + 1):
        if at == len(words) or words[at] in _BREAKS:
            clause = range(first, at)
            opens = words[first - 1] if first else ""
            agreeing = _agreeing(sentence, tokens, clause, is_led=bool(found))
            verb = next((at for at in agreeing if _shows_verb(sentence, tokens, at)), None)
            if verb is None and opens in _OPENING:
                is_other = _tells_otherwise(words, clause)
                verb = None if is_other else _alone(sentence, words, agreeing, clause)
            elif verb is None and not is_told and len(clause) >= _LEAST:
                verb = _alone(sentence, words, agreeing, clause)
            if verb is not None:
                found.add(tokens.starts[verb])
            first = at + 1
    return frozenset(found)


def _agreeing(sentence: str, tokens: grammar.Tokens, clause: range, *, is_led: bool) -> list[int]:
    """The words between two marks that may be their verb; `is_led`: one stands before these."""
    words = tokens.words
    verbs = {at for at in clause if at and _may_be_verb(sentence, tokens, at)}
    # Behind another verb, or in an infinitive, there is none: "to hold talks".
    ends = (
        at
        for at in clause
        if at not in verbs and (words[at] in _FINITE or (words[at] == "to" and at + 1 in verbs))
    )
    return [
        at
        for at in range(clause.start, next(ends, clause.stop))
        if at in verbs
        and not (at + 1 in verbs and _is_plural_noun(tokens, at))
        and _agrees(sentence, tokens, at, is_led)
    ]


def _alone(sentence: str, words: tuple[str, ...], agreeing: list[int], clause: range) -> int | None:
    """The verb of a clause that can have no other, whatever follows it."""
    opens = words[clause.start - 1] if clause.start else ""
    alone = [
        at
        for at in agreeing
        if (at > 1 or not sentence[0].isupper())
        and words[at + 1 : at + 2] != (",",)
        and (at + 1 < clause.stop or base_of(words[at]) not in NOUNS_TOO or opens in _AS)
    ]
    return next((at for at in alone if base_of(words[at]) in VERBS), next(iter(alone), None))


def _tells_otherwise(words: tuple[str, ...], places: range) -> bool:
    """Whether words have a verb that is none in the present tense, or an infinitive."""
    return any(_is_told(words, at) or words[at] == "to" for at in places)


def _is_told(words: tuple[str, ...], at: int) -> bool:
    """Whether a word may tell in the past: not "shot" of "robber shot by guard"."""
    is_done = grammar.is_past(words[at]) and words[at + 1 : at + 2] != ("by",)
    return words[at] in _FINITE or is_done


def _is_plural_noun(tokens: grammar.Tokens, at: int) -> bool:
    """Whether a word in -s is who or what acts by another verb: "forces" of "forces kill"."""
    behind = tokens.words[at + 1]
    is_base = base_of(behind) == behind and behind not in _PARTICLES
    return is_base and (tokens.words[at] in _ACTING or names_people(tokens.words[at]))


def _may_be_verb(sentence: str, tokens: grammar.Tokens, at: int) -> bool:
    """Whether a word may be a verb in the present tense; one with a capital only in a title."""
    base = base_of(tokens.words[at])
    is_known = base in VERBS or base in NOUNS_TOO
    return is_known and (sentence[tokens.starts[at]].islower() or _has_capitals(sentence))


@lru_cache(maxsize=512)
def _has_capitals(sentence: str) -> bool:
    """Whether all words of a headline have them: "Police Arrest Four Over Kelm Heist"."""
    long = [word for word in sentence.split() if len(word) > _SHORT and word.isalpha()]
    return len(long) > 1 and all(word[0].isupper() for word in long) and is_headline(sentence)


def _agrees(sentence: str, tokens: grammar.Tokens, verb: int, is_led: bool) -> bool:
    """Whether a subject of its number stands before a word, or a verb that it is joined to."""
    words = tokens.words
    before = _before(words, verb)
    if before < 0:
        return False
    if words[before] in _JOINING:
        behind = words[verb + 1 : verb + 2]
        is_listed = words[before] != "," or is_headline(sentence)
        is_listed = is_listed or not _DETERMINED.isdisjoint(behind)
        near = words[max(0, before - _CLAUSE) : before]
        return is_led and is_listed and _TO_COME.isdisjoint(near)  # "to take Dorva and hold it"
    is_third = base_of(words[verb]) != words[verb]
    if words[before] in _EITHER:
        return True
    if words[before] in grammar.SUBJECTS:
        return is_third == (words[before] in _HE)
    if not (grammar.is_open(words[before]) or words[before] == ")"):
        return False
    is_name = is_third and sentence[tokens.starts[before]].isupper()
    is_name = is_name and words[before] not in NUMBERS and words[before] not in _MANY
    is_pair = is_headline(sentence) and words[max(0, before - 1)] == ","
    return is_name or is_third != is_many(words, before) or (is_pair and not is_third)


def _before(words: tuple[str, ...], verb: int) -> int:
    """The place of the word before a verb and its adverbs, -1 where none is."""
    before = verb - 1
    while before >= 0 and (words[before] in grammar.NOT or grammar.is_adverb(words[before])):
        before -= 1
    return before


def is_many(words: tuple[str, ...], at: int) -> bool:
    """Whether a noun at a place is of several: "rebels", "Oria and Dorva", "five"."""
    word = words[at]
    is_joined = not {"and", "&"}.isdisjoint(words[max(0, at - 4) : at])
    ends = word.endswith("s") and not (word.endswith(("ss", "us", "is")) or word in _NO_PLURAL)
    return ends or word in _MANY or word.isdigit() or word in NUMBERS or is_joined


def _shows_verb(sentence: str, tokens: grammar.Tokens, verb: int) -> bool:
    """Whether what follows shows a verb, more of it where the word is a noun as well."""
    words, base = tokens.words, base_of(tokens.words[verb])
    rest = [word for word in words[verb + 1 : verb + 3] if word not in grammar.QUOTES]
    behind = rest[0] if rest else ""
    if behind in _DETERMINED or behind[:1].isdigit() or (behind == "to" and base in CONTROL):
        return True
    before = words[_before(words, verb)]
    is_noun, is_short = base in NOUNS_TOO, is_headline(sentence)
    is_noun = is_noun and before not in grammar.SUBJECTS
    if behind in _PARTICLES or (grammar.is_gerund(behind) and behind != "being"):
        return is_short or not is_noun
    is_open = grammar.is_open(behind) and not grammar.is_adverb(behind)
    if is_open and not (behind in _NO_OBJECT or grammar.is_past(behind)):
        is_named = sentence[tokens.starts[verb + 1]].isupper()
        return is_short or (is_named and not is_noun)
    is_end = not behind or behind in grammar.MARKS
    if base in GOING and not (is_noun and (not is_short or before in _ADJECTIVES)):
        return True
    relative = words[max(0, verb - _RELATIVE_REACH) : verb]
    return is_end and not is_noun and not _OBJECT_RELATIVE.isdisjoint(relative)


def bare_passives(sentence: str) -> frozenset[int]:
    """Where participles of a headline begin that are passives without auxiliary: "Five held in".

    >>> bare_passives("Truce signed in Dorva, police say")
    frozenset({6})
    """
    tokens = grammar.tokenise(sentence)
    return frozenset(
        tokens.starts[at]
        for at, word in enumerate(tokens.words)
        if at and _may_be_passive(word) and _is_bare_passive(sentence, tokens, at)
    )


def _may_be_passive(word: str) -> bool:
    """Whether a past form is no active one without an object: not "gathered", "fired [at]"."""
    is_done = grammar.is_past(word) or word in _PARTICIPLES
    return is_done and word not in _ACTIVE | _STATES | _GONE


def _is_bare_passive(sentence: str, tokens: grammar.Tokens, verb: int) -> bool:
    """Whether a participle has a subject before it, no object, and no other verb in its clause."""
    words = tokens.words
    behind = words[verb + 1 : verb + 2]
    is_end = not behind or behind[0] in _NO_NOUN_BEHIND or behind[0] in grammar.MARKS | _STATES
    before = words[_before(words, verb)]
    is_subject = grammar.is_open(before) or before in NUMBERS or before.isdigit()
    if not (is_end and is_subject):
        return False
    first = next((at for at in range(verb, -1, -1) if words[at] in _BREAKS), -1)
    last = next((at for at in range(verb, len(words)) if words[at] in _BREAKS), len(words))
    others = (at for at in range(first + 1, last) if at != verb)
    verbs = present_verbs(sentence)
    return not any(tokens.starts[at] in verbs or words[at] in _FINITE for at in others)


def future_infinitive(sentence: str) -> int | None:
    """Where the "to" of a headline stands by which its subject is to do something, if there is one.

    >>> future_infinitive("Minister to visit Dorva")
    9
    """
    tokens = grammar.tokenise(sentence)
    words = tokens.words
    place = next((at for at in range(1, len(words) - 1) if words[at] == "to"), 0)
    if not place or not _may_be_verb(sentence, tokens, place + 1):
        return None
    subject, start = words[:place], tokens.starts[place]
    is_told = any(map(clausal.may_be_verb, subject)) or any(
        at < start for at in present_verbs(sentence)
    )
    is_noun = subject[-1] in _WITH_INFINITIVE or not grammar.is_open(subject[-1])
    return None if is_told or is_noun or base_of(words[place + 1]) != words[place + 1] else start
