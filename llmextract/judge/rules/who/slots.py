"""Whether another phrase fills the slot of a verb that somebody is said to fill.

Who suffers what "killed" tells is its object, or the subject of "were killed"; who does it is its
subject. Where these stand clearly in its clause and are others, nobody else of the sentence has
that part, unless a closed word brings him in: "with Roe", "and Roe", "as well as Roe", "including
Roe"; nor has who belongs to another verb. Of 2,850 hand-filled right parts it refuses none.

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.own_subject import passive_zone, reduced_zone, subject_zone
from llmextract.ask.parts import Part
from llmextract.judge.rules.nouns import does_for_others
from llmextract.judge.rules.who.again import may_mean, takes_up
from llmextract.judge.rules.who.agency import named_beside
from llmextract.judge.rules.who.brought import is_brought, words_before
from llmextract.judge.rules.who.other_subject import first_verb, no_agent, other_subject
from llmextract.judge.rules.who.other_undergoer import (
    DONE_TO_ONE,
    DYING,
    head_verb,
    may_be_one_of,
    other_object,
    other_undergoer,
    people_behind,
)
from llmextract.judge.rules.who.parted import agent_of_another, of_another_verb, told_by
from llmextract.judge.rules.who.phrases import UNNAMED, names_nobody, names_somebody, objects_behind
from llmextract.judge.rules.who.rivals import is_somebody_else, share_name
from llmextract.judge.rules.who.told_as_noun import told_beside_noun
from llmextract.judge.rules.who.voice import BOTH, UNDERGOING

# Their object says nothing of whom it is meant for: "launched a raid", "fired rockets".
_LIGHT: Final = grammar.inflected(
    """
    attack storm raid shell bomb ambush bombard fire burn torch invade besiege crash explode
    detonate launch target pound strafe open drop* throw hurl lob* pelt carry stage do make have
    blow use cause shatter =hit =hits =hitting =struck =strike =strikes =striking =blew =threw =did
    =made =had
    """
)


def filled_by_another(sentence: str, verb: Range, words: Range, part: Part) -> Range | None:
    """Who fills the slot of a verb that words do not stand in; None where they may fill it.

    >>> sentence = "Rebels killed an elder who had met Roe."
    >>> sentence[slice(*filled_by_another(sentence, (7, 13), (35, 38), "suffers"))]
    'an elder'
    """
    if touch(verb, words) or sentence[slice(*words)].lower() in UNNAMED:
        return None
    other = _named_beside(sentence, verb, words, part)
    other = other or told_beside_noun(sentence, verb, words, part)
    if other is not None or not head_verb(sentence, verb):
        return other
    passive = passive_zone(sentence, verb) or reduced_zone(sentence, verb)
    active = subject_zone(sentence, verb) if passive is None else None
    zone = passive or active
    other = told_by(sentence, zone, words) or _beside_another(sentence, zone, verb, words, part)
    if other is not None or not _is_plain(sentence, verb, words, part):
        return other
    if part == "does":
        return _other_doer(sentence, active, passive, verb, words)
    return _other_sufferer(sentence, active, passive, verb, words)


def _is_plain(sentence: str, verb: Range, words: Range, part: Part) -> bool:
    """Whether a verb has one doer and one sufferer, each at its place: not "met", "agreed to"."""
    if part == "does" and words[1] <= verb[0]:
        return True
    told = grammar.tokenise(sentence[slice(*verb)]).words
    is_of_both = head_verb(sentence, verb) in BOTH | UNDERGOING
    return not (is_of_both or "by" in told or told[-1] in grammar.PREPOSITIONS)


def _other_doer(
    sentence: str, active: Zone | None, passive: Zone | None, verb: Range, words: Range
) -> Range | None:
    if passive is not None:
        return no_agent(sentence, passive, verb, words)
    if active is None or active.shared:
        return None if active is None else first_verb(sentence, active, verb, words)
    other = other_subject(sentence, active, verb, words)
    is_other = other is not None and (
        is_somebody_else(sentence, other, words) or not may_mean(sentence, other, words)
    )
    return other if is_other else None


def _other_sufferer(
    sentence: str, active: Zone | None, passive: Zone | None, verb: Range, words: Range
) -> Range | None:
    head = head_verb(sentence, verb)
    if head in _LIGHT and not any(
        names_somebody(sentence[slice(*each)]) for each in objects_behind(sentence, verb[1])
    ):
        return None
    is_to_one = head in DONE_TO_ONE or head in DYING
    undergoer = active if passive is None and head in DYING else passive
    if undergoer is not None:
        return other_undergoer(sentence, undergoer, verb, words, is_to_one=is_to_one)
    return other_object(sentence, active, verb, words, is_to_one=is_to_one)


def _named_beside(sentence: str, deed: Range, words: Range, part: Part) -> Range | None:
    """Who is named behind a deed as its doer or sufferer, where words are surely others."""
    other = named_beside(sentence, deed, words, part)
    if other is None or may_mean(sentence, other, words):
        return None
    is_open = words[0] >= other[1] and is_brought(sentence, words, other[1], does=part == "does")
    return None if is_open else other


def _beside_another(
    sentence: str, zone: Zone | None, verb: Range, words: Range, part: Part
) -> Range | None:
    """Who fills the slot, where words behind belong to another verb of the sentence."""
    if words[0] < verb[1] and (part == "suffers" or zone is None or touch(zone.place, words)):
        return None
    other = agent_of_another(sentence, verb, words) if part == "does" else None
    if zone is not None and other is not None and _is_no_thing(sentence, zone, verb):
        return other  # "men freed the guard held by rebels"
    if words[0] < verb[1]:
        return None
    slot = _slot(sentence, zone, verb, words, part)
    if slot is None or names_nobody(sentence[slice(*slot)]):
        return None
    if share_name(sentence[slice(*slot)], sentence[slice(*words)]):
        return None
    other = of_another_verb(sentence, verb, words, part)
    if other is None or slot == verb:
        return other
    if part == "suffers" and may_be_one_of(sentence, slot, words):
        return None
    # A name of its own clause may be told of "a man" before: "a man fled, and Roe was caught".
    is_name = other[0] >= words[1] and sentence[words[0]].isupper()
    is_again = (is_name or takes_up(sentence, words)) and may_mean(sentence, slot, words)
    return None if is_again and not _is_of_same(sentence, other) else slot


def _is_no_thing(sentence: str, zone: Zone, verb: Range) -> bool:
    """Whether a subject acts by itself, or is one of a passive: not "a bomb planted by Roe"."""
    if passive_zone(sentence, verb) is not None:
        return not zone.shared
    named = sentence[slice(*zone.place)]
    return named.lower() in grammar.SUBJECTS or names_somebody(named)


def _slot(sentence: str, zone: Zone | None, verb: Range, words: Range, part: Part) -> Range | None:
    """What surely fills a slot of a verb; the verb itself where that stands somewhere before it."""
    is_passive = passive_zone(sentence, verb) is not None
    if part == "suffers" and not is_passive:
        is_dying = zone is not None and head_verb(sentence, verb) in DYING
        return zone.place if zone and is_dying else people_behind(sentence, zone, verb, words)
    if part == "does" and is_passive:
        return None
    if zone is None:
        return verb if part == "does" and _has_subject_before(sentence, verb) else None
    if part == "does" and does_for_others(sentence[slice(*zone.place)]):
        return None  # "the raid took ten lives as rebels marched"
    return verb if zone.shared else zone.place


def _has_subject_before(sentence: str, verb: Range) -> bool:
    """Whether who does what a gerund tells surely stands before it: "convicted of killing"."""
    before = grammar.tokenise(sentence[: verb[0]]).words
    is_held = before[-1:] != () and before[-1] in grammar.PREPOSITIONS
    is_led = any(map(clausal.may_be_verb, before))
    return is_held and is_led and grammar.is_gerund(head_verb(sentence, verb))


def _is_of_same(sentence: str, verb: Range) -> bool:
    """Whether a verb has no subject of its own: whom "to arrest the guard" tells of is no guard."""
    named = sentence[slice(*verb)].lower()
    before = words_before(sentence, verb[0])[-1:]
    return grammar.is_gerund(named) or before == ("to",)
