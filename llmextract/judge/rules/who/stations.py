"""Of which other verb somebody is the subject, the object or the agent, and so has no part in this.

Of "police held a man who had stabbed a guard" the guard was stabbed, and of "men were hit by guards
asking to see the mayor" the mayor is asked for. Where a sentence leaves it open, nothing is said.
"""

from dataclasses import dataclass
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import (
    HAS_OBJECT,
    is_participle,
    is_surely_active,
    passive_zone,
    subject_zone,
)
from llmextract.article.times.words import NUMBERS
from llmextract.judge.rules.nouns import head_of, is_people, may_act
from llmextract.judge.rules.who.befallen import DONE_TO
from llmextract.judge.rules.who.rivals import (
    agent_of,
    is_plural,
    is_somebody_else,
)
from llmextract.judge.rules.who.voice import NOUNS_OF, SUFFERING, UNDERGOING, main_verb

_HARM: Final = grammar.inflected(
    "kill murder assassinate execute massacre behead lynch shoot stab* beat wound injure hurt"
    " poison torture =shot =beaten =slain"
)
_HOLD: Final = grammar.inflected(
    "arrest detain jail imprison sentence convict charge indict fine prosecute deport extradite"
)
_TAKE: Final = grammar.inflected("abduct kidnap* hijack")
_FREE: Final = grammar.inflected("free release rescue evacuate acquit pardon treat =freed")
# What is done to somebody in one of these ways is not done to him in another by the same words.
_WAYS: Final = (_HARM, _HOLD, _TAKE, _FREE)
# Who is named so, or is only said to be one of those, may be the very same.
_SAME: Final = grammar.inflected(
    "name identify call include describe suspect accuse become remain involve"
    " leave hold target capture strike seize take hit follow join accompany lead head command"
) | grammar.words_of(
    "led left held took taken caught struck hit seizing became was were been is are be being known"
)
# What these hold may be joined to others by them, or is of a deed that another word tells.
_JOINING: Final = grammar.words_of(
    "with including like among besides alongside plus except by between as"
)
_NO_GERUNDS: Final = grammar.words_of(
    "including following during according regarding concerning excluding pending"
)
_OPENS: Final = grammar.CLAUSES | grammar.words_of("that and but ; , : — – \" “ ” 's")
_PARTICLES: Final = grammar.words_of("dead down up off out")
_SURVIVING: Final = grammar.words_of("survived escaped survive escape")
_FIRING: Final = grammar.words_of("fire fired firing fires")
_MOST: Final = 9


@dataclass(frozen=True, slots=True)
class Station:
    """How words stand to a verb: as its "subject", "object" or "agent"; what a preposition behind
    it holds is its object too."""

    slot: str
    verb: str
    place: Range


def station_of(sentence: str, words: Range) -> Station | None:
    """The verb right beside words in whose slot they stand; None where none surely is."""
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(*words)
    if touched is None:
        return None
    at = _before_phrase(sentence, tokens, touched[0])
    before = tokens.words[at] if at >= 0 else ";"
    if before == "by":
        return _agent(tokens, at)
    if _is_verb(sentence, tokens, at):
        return _station("object", tokens, at)
    if before in grammar.PREPOSITIONS | {"to"}:
        is_next = before == "with" and _is_verb(sentence, tokens, at - 1)
        if before == "of" and at and tokens.words[at - 1] in NOUNS_OF:
            return _station("deed", tokens, at - 1)
        up = None if before in _JOINING and not is_next else _climb(sentence, tokens, at)
        return None if up is None else _station("object", tokens, up)
    return _subject(sentence, tokens, touched[1], before)


def _station(slot: str, tokens: grammar.Tokens, at: int) -> Station:
    return Station(slot, tokens.words[at], tokens.place(at))


def _before_phrase(sentence: str, tokens: grammar.Tokens, first: int) -> int:
    """The word before a noun phrase: behind its determiners, its numbers and its titles."""
    is_name = sentence[tokens.starts[first]].isupper()
    at = first - 1
    while at >= 0:
        word = tokens.words[at]
        is_own = word in grammar.DETERMINERS - {"'s", "that"} or word[0].isdigit()
        is_own = is_own or word in NUMBERS or word in grammar.ADJECTIVES
        if not is_own and not (is_name and is_people(word)):
            break
        at -= 1
    return at


def _is_verb(sentence: str, tokens: grammar.Tokens, at: int) -> bool:
    """Whether a word before an object or a preposition is surely a verb."""
    if at < 0 or not sentence[tokens.starts[at]].islower():
        return False
    word, before = tokens.words[at], tokens.words[at - 1] if at else ""
    is_noun = before in grammar.DETERMINERS - {"that"}
    if is_noun or word in grammar.AUXILIARIES | grammar.ADJECTIVES:
        return False
    if grammar.is_gerund(word):
        return word not in _NO_GERUNDS
    if before == "to" or before in grammar.MODALS:
        return grammar.is_base(word) and grammar.is_open(word)
    return is_participle(word) or word in clausal.FINITE


def _agent(tokens: grammar.Tokens, by: int) -> Station | None:
    """The participle right before "by"."""
    if by < 1 or not is_participle(tokens.words[by - 1]):
        return None
    return _station("agent", tokens, by - 1)


def _climb(sentence: str, tokens: grammar.Tokens, at: int) -> int | None:
    """The verb of what a preposition stands in: "demanding" of "demanding a visit from [Roe]"."""
    for place in range(at - 1, max(-1, at - _MOST), -1):
        if _is_verb(sentence, tokens, place):
            return place
        if tokens.words[place] in _OPENS | _JOINING:
            return None
    return None


def _subject(sentence: str, tokens: grammar.Tokens, last: int, before: str) -> Station | None:
    """The finite verb right behind words that open a clause."""
    if before not in _OPENS - {"'s"}:
        return None
    at = last + 1
    group: list[str] = []
    while at < len(tokens.words) and (
        tokens.words[at] in grammar.AUXILIARIES or grammar.is_adverb(tokens.words[at])
    ):
        group.append(tokens.words[at])
        at += 1
    if at >= len(tokens.words) or not sentence[tokens.starts[at]].islower():
        return None
    word = tokens.words[at]
    if not grammar.BE.isdisjoint(group):
        is_done = is_participle(word)
        return _station("object" if is_done else "subject", tokens, at)
    is_told = bool(group) or word in clausal.FINITE or word in clausal.INTRANSITIVE
    has_object = grammar.is_past(word) and HAS_OBJECT.match(sentence, tokens.ends[at]) is not None
    is_moving = is_surely_active(word) or word == "survived"
    return _station("subject", tokens, at) if is_told or has_object or is_moving else None


def is_of_another(sentence: str, verb: Range, words: Range) -> Station | None:
    """The other verb in whose slot words stand; None where it may be the same one."""
    found = station_of(sentence, words)
    return None if found is None or touch(found.place, verb) or found.verb in _SAME else found


def victim_elsewhere(sentence: str, verb: Range, words: Range) -> Range | None:
    """The verb in whose slot words stand, where this one is surely done to others; else None."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    head = "shot" if not _FIRING.isdisjoint(told) else main_verb(told)
    named = sentence[slice(*words)]
    if touch(verb, words) or (named.islower() and not may_act(named)):
        return None  # "shot down a rocket"
    own = victim_of_deed(sentence, verb)
    if own is None:
        return None
    found = is_of_another(sentence, verb, words)
    if found is None:
        return None
    if own[0] < found.place[0] < words[0] < own[1] <= verb[0]:
        # "A man held for robbing Roe was freed".
        return found.place if grammar.is_gerund(found.verb) else None
    if touch(own, words) or not _are_others(sentence, own, words):
        return None
    if not _is_other_way(head, verb, found):
        return None
    return found.place


def victim_of_deed(sentence: str, verb: Range) -> Range | None:
    """The people whom a verb of harm is done to, by its own clause; None where that is not sure."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    head = "shot" if not _FIRING.isdisjoint(told) else main_verb(told)
    return _victim_of(sentence, verb) if head in DONE_TO else None


def _is_other_way(head: str, verb: Range, found: Station) -> bool:
    """Whether who is in a slot of another verb is not harmed by the first as well."""
    way = next((way for way in _WAYS if head in way), None)
    if found.slot == "subject":
        return way is not None and found.verb not in (SUFFERING | UNDERGOING) - _SURVIVING
    if found.slot == "deed":
        return found.place[1] < verb[0]
    if found.slot == "agent":
        return True
    if found.verb in DONE_TO:
        is_harm = way is _HARM and not any(found.verb in other for other in (_HOLD, _TAKE, _FREE))
        return way is not None and found.verb not in way and not is_harm
    return True


def _victim_of(sentence: str, verb: Range) -> Range | None:
    """The people whom a verb is done to: its object, or the subject of its passive."""
    zone = passive_zone(sentence, verb)
    if zone is not None:
        is_sure = not zone.shared and _is_people(sentence[slice(*zone.place)])
        return zone.place if is_sure else None
    is_verb = subject_zone(sentence, verb) is not None or grammar.is_gerund(
        grammar.tokenise(sentence[slice(*verb)]).words[0]
    )
    return object_of(sentence, verb) if is_verb else None


def object_of(sentence: str, verb: Range) -> Range | None:
    """The people right behind a verb: "two guards" of "shot dead two guards in Dorva"."""
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(*verb)
    if touched is None:
        return None
    at = touched[1] + 1
    opens = {"on", "at"} if tokens.words[touched[1]] in _FIRING else _PARTICLES
    if at < len(tokens.words) and tokens.words[at] in opens:
        at += 1
    end = at
    while end < len(tokens.words) and end - at < _MOST and not _ends(tokens.words[end]):
        end += 1
    if end == at:
        return None
    place = tokens.starts[at], tokens.ends[end - 1]
    return place if _is_people(sentence[slice(*place)]) else None


def _ends(word: str) -> bool:
    """Whether a noun phrase ends before a word."""
    if word in grammar.DETERMINERS - {"that"} or word == "of":
        return False
    return not (grammar.is_open(word) or word in NUMBERS)


def _is_people(named: str) -> bool:
    """Whether a phrase names people by a noun, be it before a name."""
    head = head_of(named)
    if head[:1].isupper() and any(map(is_people, named.split()[:-1])):
        return True  # "commander Ada Roe"
    return is_people(head.lower()) or head in ("wounded", "injured")


def _are_others(sentence: str, own: Range, words: Range) -> bool:
    """Whether words surely name others than those, be it only by their number or as new ones."""
    named, other = _lowered(sentence, own), _lowered(sentence, words)
    if other.lower() in grammar.PRONOUNS | grammar.OBJECT_PRONOUNS:
        return False
    if words[0] >= own[1] and names_new(other):
        return True
    if words[1] <= own[0] and named.startswith(("his ", "her ", "their ")):
        return True  # "Roe fled, and they shot his two sons"
    is_known = words[1] <= own[0] or sentence[words[0]].isupper()
    return is_known and is_somebody_else(sentence, own, words)


def _lowered(sentence: str, place: Range) -> str:
    """A phrase, where it opens its sentence with a small letter if it is of people."""
    named = sentence[slice(*place)]
    return named.lower() if place[0] == 0 and is_people(head_of(named.lower())) else named


def names_new(named: str) -> bool:
    """Whether words name some for the first time: "a guard", "his son", "residents of the camp"."""
    first, *rest = grammar.tokenise(named).words or ("",)
    if first in ("a", "an", "another", "some", "several", "his", "her", "its", "their"):
        return True
    if first in NUMBERS or first[:1].isdigit() or first in ("dozens", "hundreds", "thousands"):
        return True
    is_bare = named.islower() and first not in grammar.DETERMINERS
    return is_bare and (is_plural(named) or (not rest and first == "police"))


def doer_elsewhere(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who is said to do it behind "by", where words behind that stand in a slot of another verb.

    Whom an agent is told by right behind it may have done it too: "by men hired by Roe".
    """
    agent = agent_of(sentence, verb)
    if agent is None or words[0] < agent[1]:
        return None
    found = is_of_another(sentence, verb, words)
    if found is None or found.place[0] < agent[1]:
        return None
    is_of_agent = not sentence[agent[1] : found.place[0]].strip()
    if found.slot == "agent" and is_of_agent:
        return None
    is_other = is_somebody_else(sentence, agent, words) or names_new(sentence[slice(*words)])
    return agent if is_other else None
