"""Whether another phrase fills the slot of a verb that somebody is said to fill.

Who suffers what "killed" tells is its object, or the subject of "were killed"; who does it is its
subject. Where these stand clearly in its clause and are others, nobody else of the sentence has
that part, unless a closed word brings him in: "with Roe", "and Roe", "as well as Roe", "including
Roe". Of 2,424 hand-filled parts that are right it refuses none.

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import (
    Zone,
    is_participle,
    is_surely_active,
    passive_zone,
    reduced_zone,
    subject_zone,
)
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import is_attack
from llmextract.ask.parts import Part
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.rules.who.again import may_mean, takes_up
from llmextract.judge.rules.who.agency import named_beside
from llmextract.judge.rules.who.agents import is_followed_by_verb
from llmextract.judge.rules.who.means import does_for_others
from llmextract.judge.rules.who.parted import (
    agent_of_another,
    is_told_by_another,
    of_another_verb,
    told_by,
)
from llmextract.judge.rules.who.phrases import hangs_on, objects_behind
from llmextract.judge.rules.who.rivals import KIN, is_plural, is_somebody_else, share_name
from llmextract.judge.rules.who.told_as_noun import told_beside_noun
from llmextract.judge.rules.who.unhurt import TO_ONE
from llmextract.judge.rules.who.voice import BOTH, NOUNS, UNDERGOING, main_verb

# What brings others into the slot of a phrase before it.
_BRINGS: Final = grammar.words_of(
    "with alongside besides plus including among like both namely as together joined especially"
    " except apart such and or nor then"
)
_HELPS: Final = grammar.words_of(
    "backed supported helped led followed accompanied assisted hired armed funded trained sent paid"
    " ordered recruited commanded"
)
# "Held ten men and took Roe into custody": the same by other words.
_TAKING: Final = grammar.words_of("took taken taking")
_HANDS: Final = grammar.words_of(
    "hands custody fire clashes fighting operation operations battle fight gunfire orders order"
    " request behalf name"
)
_HELP: Final = grammar.words_of("help support behalf backing assistance hands")
_OPENS_ASIDE: Final = grammar.words_of("( – — - :")
_OF_THEM: Final = grammar.words_of("them whom which those who these is was")
# Behind the object of these stands who has it, or has it no more: "gave arms to Roe".
_GOALS: Final = grammar.words_of("to from of on against with for into onto upon over between")
# Behind an insertion they say whose it is, not who does it: "acting on a tip from Roe, police".
_ASIDE: Final = grammar.words_of("from on in at near to for against after before")
# What is done to its object alone, whatever stands behind that.
_DONE_TO_ONE: Final = TO_ONE | grammar.inflected(
    "stab* shoot lynch beat rape torture bury dismiss sack appoint elect nominate =shot =beaten"
)
# Their subject has it done to it.
_DYING: Final = grammar.inflected("die perish succumb drown starve") | {"dying"}
# Their object says nothing of whom it is meant for: "launched a raid", "fired rockets".
_LIGHT: Final = grammar.inflected(
    """
    attack storm raid shell bomb ambush bombard fire burn torch invade besiege crash explode
    detonate launch target pound strafe open drop* throw hurl lob* pelt carry stage do make have
    blow use cause shatter =hit =hits =hitting =struck =strike =strikes =striking =blew =threw =did
    =made =had
    """
)
_SAME: Final = grammar.BE | grammar.inflected("become remain") | {"became"}
_UNNAMED: Final = grammar.PRONOUNS | grammar.OBJECT_PRONOUNS | clausal.POINTING
TAKING_ALONG: Final = grammar.inflected(
    "deploy dispatch mobilize mobilise order arm train join follow accompany help include involve"
    " allow marry divorce =sent =used =brought =said =told =led =met =let =made =fought"
)
_LATER: Final = grammar.words_of(
    "after before since following during until amid ahead despite pending over"
)
_OWN: Final = ("its ", "his ", "her ", "their ")
_NEAR: Final = 12
_NEXT: Final = 30


def filled_by_another(sentence: str, verb: Range, words: Range, part: Part) -> Range | None:
    """Who fills the slot of a verb that words do not stand in; None where they may fill it.

    >>> sentence = "Rebels killed an elder who had met Roe."
    >>> sentence[slice(*filled_by_another(sentence, (7, 13), (35, 38), "suffers"))]
    'an elder'
    """
    told = grammar.tokenise(sentence[slice(*verb)]).words
    head = main_verb(told)
    if touch(verb, words) or sentence[slice(*words)].lower() in _UNNAMED:
        return None
    if (teller := told_by(sentence, words)) is not None:
        return teller
    if (other := _named_beside(sentence, verb, words, part)) is not None or not head:
        return other
    if (other := told_beside_noun(sentence, verb, words, part)) is not None:
        return other
    active = subject_zone(sentence, verb)
    passive = passive_zone(sentence, verb) or reduced_zone(sentence, verb)
    if passive is not None:
        active = None
    if (other := _beside_another(sentence, passive or active, verb, words, part)) is not None:
        return other
    is_apart = part == "does" and words[1] <= verb[0]
    if (head in BOTH | UNDERGOING and not is_apart) or "by" in told:
        return None
    if told[-1] in grammar.PREPOSITIONS and not is_apart:
        return None  # "agreed to the terms of Roe"
    if part == "does":
        if passive is not None:
            return _no_agent(sentence, passive, verb, words)
        if active is not None and active.shared:
            return _first_verb(sentence, active, verb, words)
        other = None if active is None else _other_subject(sentence, active, verb, words)
        is_other = other is not None and (
            is_somebody_else(sentence, other, words) or not may_mean(sentence, other, words)
        )
        return other if is_other else None
    if head in _LIGHT and not any(
        _is_somebody(sentence[slice(*each)]) for each in objects_behind(sentence, verb[1])
    ):
        return None
    is_to_one = head in _DONE_TO_ONE or head in _DYING
    undergoer = active if passive is None and head in _DYING else passive
    if undergoer is not None:
        return _other_undergoer(sentence, undergoer, verb, words, is_to_one=is_to_one)
    return _other_object(sentence, active, verb, words, is_to_one=is_to_one)


def _named_beside(sentence: str, deed: Range, words: Range, part: Part) -> Range | None:
    """Who is named behind a deed as its doer or sufferer, where words are surely others."""
    other = named_beside(sentence, deed, words, part)
    if other is None or may_mean(sentence, other, words):
        return None
    is_open = words[0] >= other[1] and _is_brought(sentence, words, other[1], does=part == "does")
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
    if slot is None or sentence[slice(*slot)].lower() in _UNNAMED:
        return None
    if share_name(sentence[slice(*slot)], sentence[slice(*words)]):
        return None
    other = of_another_verb(sentence, verb, words, part)
    if other is None or slot == verb:
        return other
    is_again = takes_up(sentence, words) and may_mean(sentence, slot, words)
    return None if is_again and not _is_of_same(sentence, other) else slot


def _is_no_thing(sentence: str, zone: Zone, verb: Range) -> bool:
    """Whether a subject acts by itself, or is one of a passive: not "a bomb planted by Roe"."""
    if passive_zone(sentence, verb) is not None:
        return not zone.shared
    named = sentence[slice(*zone.place)]
    return named.lower() in grammar.SUBJECTS or _is_somebody(named)


def _slot(sentence: str, zone: Zone | None, verb: Range, words: Range, part: Part) -> Range | None:
    """What surely fills a slot of a verb; the verb itself where that stands somewhere before it."""
    is_passive = passive_zone(sentence, verb) is not None
    if part == "suffers" and not is_passive:
        is_dying = zone is not None and _head(sentence, verb) in _DYING
        return zone.place if zone and is_dying else _people_behind(sentence, zone, verb, words)
    if part == "does" and is_passive:
        return None
    if zone is None:
        return verb if part == "does" and _has_subject_before(sentence, verb) else None
    return verb if zone.shared else zone.place


def _has_subject_before(sentence: str, verb: Range) -> bool:
    """Whether who does what a gerund tells surely stands before it: "convicted of killing"."""
    before = grammar.tokenise(sentence[: verb[0]]).words
    is_held = before[-1:] != () and before[-1] in grammar.PREPOSITIONS
    is_led = any(map(clausal.may_be_verb, before))
    return is_held and is_led and grammar.is_gerund(_head(sentence, verb))


def _head(sentence: str, verb: Range) -> str:
    return main_verb(grammar.tokenise(sentence[slice(*verb)]).words)


def _people_behind(sentence: str, zone: Zone | None, verb: Range, words: Range) -> Range | None:
    """The people whom an active verb is done to; None where words are among them."""
    objects = objects_behind(sentence, verb[1])
    if not objects or touch((objects[0][0], objects[-1][1]), words):
        return None
    is_filled = _head(sentence, verb) in _DONE_TO_ONE or any(
        _is_somebody(sentence[slice(*each)]) for each in objects
    )
    is_active = zone is not None or _is_surely_active(sentence, verb)
    return objects[0] if is_filled and is_active else None


def _is_somebody(phrase: str) -> bool:
    """Whether a phrase is surely of people: "two guards", "the deputy Ada Roe", "Ada Roe"."""
    names = phrase.split()[-2:]
    is_full_name = len(names) == 2 and all(name[0].isupper() for name in names)
    return is_people(head_of(phrase)) or (is_full_name and not phrase.startswith("the "))


def _is_of_same(sentence: str, verb: Range) -> bool:
    """Whether a verb has no subject of its own: whom "to arrest the guard" tells of is no guard."""
    named = sentence[slice(*verb)].lower()
    before = _before(sentence, verb[0])[-1:]
    return grammar.is_gerund(named) or before == ("to",)


def _other_undergoer(
    sentence: str, zone: Zone, verb: Range, words: Range, *, is_to_one: bool
) -> Range | None:
    """The subject of a passive, where words stand behind it or in a clause before it."""
    if zone.shared or sentence[slice(*zone.place)].lower().removeprefix("and ") in _UNNAMED:
        return None
    if _before(sentence, zone.start)[:1] == ("of",):
        return None  # "of whom 22 were released"
    if words[0] >= verb[1]:
        is_open = _is_brought(sentence, words, verb[1])
        is_open = is_open or (not is_to_one and hangs_on(sentence, words, verb[1])[0] in _GOALS)
        return None if is_open else zone.place
    if zone.start < words[0] and words[1] <= verb[0]:
        is_apart = is_told_by_another(sentence, zone, words)
        return zone.place if is_apart else None
    if words[1] > zone.start or sentence.startswith("that ", zone.start):
        return None
    between = grammar.tokenise(sentence[words[1] : zone.start]).words
    if between[-1:] == ("whose",):  # "Roe, whose son was killed"; not "whose leg was hurt"
        return zone.place if is_people(head_of(sentence[slice(*zone.place)])) else None
    is_apart = zone.is_clause and between[-1:] not in (("and",), ("or",), ("nor",))
    is_apart = is_apart or (zone.joined and _is_predicate(sentence, words, zone))
    return zone.place if is_apart or any(map(clausal.may_be_verb, between)) else None


def _other_object(
    sentence: str, subject: Zone | None, verb: Range, words: Range, *, is_to_one: bool
) -> Range | None:
    """The object right behind an active verb, where words stand elsewhere."""
    if subject is None and not (is_to_one and _is_surely_active(sentence, verb)):
        return None
    if subject is not None and _before(sentence, subject.start)[-1:] in (
        ("which",),
        ("that",),
        ("whom",),
        ("who",),
    ):
        return None  # "the men whom Roe had killed"
    objects = objects_behind(sentence, verb[1])
    if not objects or any(touch(each, words) for each in objects):
        return None
    end = objects[-1][1]
    if words[0] >= verb[1]:
        is_open = words[0] < end or _is_brought(sentence, words, end)
        is_open = is_open or _may_be_one_of(sentence, objects[0], words)
        is_open = is_open or (not is_to_one and hangs_on(sentence, words, end)[0] in _GOALS)
        return None if is_open else objects[0]
    is_subject = subject is not None and touch(subject.place, words)
    return None if is_subject else objects[0]


def _other_subject(sentence: str, subject: Zone, verb: Range, words: Range) -> Range | None:
    """The subject of an active verb, where words stand elsewhere."""
    named = sentence[slice(*subject.place)].lower()
    if named.removeprefix("and ") in _UNNAMED:
        return None
    if touch(subject.place, words):
        return subject.place if is_told_by_another(sentence, subject, words) else None
    if does_for_others(named):
        return None  # "Norland said jets had hit Dorva"
    if words[0] >= verb[1]:
        return None if _is_brought(sentence, words, verb[1], does=True) else subject.place
    if words[1] <= subject.start:
        # "Norland said its raid hit Dorva": what is its own does it for Norland.
        if named.startswith(_OWN) and not _is_kin(named):
            return None
        between = grammar.tokenise(sentence[words[1] : subject.start]).words
        is_same = bool(_SAME.intersection(between[-1:]))  # "Roe became the man who killed Hale"
        is_apart = subject.is_clause or any(
            clausal.may_be_verb(word) or word == "whose" for word in between
        )
        is_apart = is_apart or (subject.joined and _is_predicate(sentence, words, subject))
        is_apart = is_apart or _is_fronted(sentence, words, subject)
        return subject.place if is_apart and not is_same else None
    if subject.end <= words[0] and words[1] <= verb[0]:
        is_aside = hangs_on(sentence, words, subject.end)[0] in _ASIDE
        is_told = is_told_by_another(sentence, subject, words) and _is_somebody(named)
        is_inner = _is_of_inner(sentence, subject, words)
        return subject.place if is_aside or is_told or is_inner else None
    return None


def _is_of_inner(sentence: str, subject: Zone, words: Range) -> bool:
    """Whether a name between commas is of one within a subject: "aides to a mayor, Roe, left"."""
    named = sentence[slice(*subject.place)].lower()
    inner = grammar.tokenise(named).words[1:]
    is_name = sentence[words[0]].isupper() and sentence[words[1] : words[1] + 1] == ","
    is_many = is_plural(named) and not is_plural(sentence[slice(*words)])
    is_alone = sentence[words[0] - 2 : words[0]] == ", " and " and " not in sentence[slice(*words)]
    return is_name and is_many and is_alone and not {"for", "to", "of"}.isdisjoint(inner)


def _first_verb(sentence: str, subject: Zone, verb: Range, words: Range) -> Range | None:
    """The verb before another of one subject, which tells of words: "stopped Roe and [fled]"."""
    if not (subject.end <= words[0] and words[1] <= verb[0]) or not _is_somebody(
        sentence[slice(*subject.place)]
    ):
        return None
    if is_followed_by_verb(sentence, words) or " that " in sentence[subject.end : words[0]]:
        return None
    hang, before = hangs_on(sentence, words, subject.end)
    is_brought = hang in _BRINGS | _HELPS | {"and", "or", ""}
    told = next((word for word in before if clausal.may_be_verb(word)), None)
    if is_brought or told is None or told in TAKING_ALONG or says(told):
        return None
    at = sentence.lower().find(told, subject.end)
    return at, at + len(told)


def _is_kin(named: str) -> bool:
    return not KIN.isdisjoint(word.removeprefix("step") for word in named.split()[1:2])


def _is_fronted(sentence: str, words: Range, subject: Zone) -> bool:
    """Whether words stand in a phrase before a subject: "with cover from Roe, men fled"."""
    before = grammar.tokenise(sentence[: words[0]]).words
    if len(before) < 2 or before[0] not in grammar.PREPOSITIONS:
        return False
    hang, _ = hangs_on(sentence, words, 0)
    is_held = hang in grammar.PREPOSITIONS - {"with", "alongside", "like", "besides", "by", "of"}
    return is_held and sentence[words[1] : subject.start].strip() == ","


def _is_predicate(sentence: str, words: Range, subject: Zone) -> bool:
    """Whether words stand behind a verb, so that "and" opens a clause: "shot Roe, and men fled"."""
    before = grammar.tokenise(sentence[: words[0]]).words
    is_told = any(map(clausal.may_be_verb, before))
    return is_told and sentence[words[1] : subject.start].strip(" ,") != ""


def _no_agent(sentence: str, passive: Zone, verb: Range, words: Range) -> Range | None:
    """The subject of a passive that no words behind it are the agent of: "freed through Roe"."""
    if words[0] < verb[1]:
        return None
    hang, before = hangs_on(sentence, words, verb[1])
    if hang not in grammar.PREPOSITIONS - {"by", "with"} or not _HELP.isdisjoint(before):
        return None
    behind = grammar.tokenise(sentence[words[1] : words[1] + _NEXT]).words[:1]
    is_deed = any(word in NOUNS | _HANDS or is_attack(word) for word in (*before, *behind))
    return None if is_deed or "by" in before else passive.place


def _is_brought(sentence: str, words: Range, start: int, *, does: bool = False) -> bool:
    """Whether a word behind an offset brings words into the slot of what stands before it."""
    word, before = hangs_on(sentence, words, start)
    if "according" in before:
        return False
    brings = _BRINGS | _HELPS | {"by"} if does else _BRINGS
    if word == "with":  # not "an elder who had met with Roe", nor "after talks with Roe"
        return not any(
            each in clausal.RELATIVE | _LATER or clausal.may_be_verb(each) for each in before
        )
    if not word or word in brings or word in _OPENS_ASIDE or before[-1:] == ("as",):
        return True
    if word in _TAKING or takes_up(sentence, words):
        return True
    if word == ",":  # "the authorities, that is, the judge", but no "killed ten and fled, Roe said"
        is_listed = not brings.isdisjoint(before) or before[-2:] == ("that", "is")
        is_told = any(
            clausal.may_be_verb(each) or (grammar.is_gerund(each) and each not in brings)
            for each in before
        )
        return is_listed and not (is_told or is_followed_by_verb(sentence, words))
    if word == "of" and "with" in before[-3:]:
        return True  # "with most of his crew"
    if word in _OF_THEM:
        return not brings.isdisjoint(before[-4:]) or "of" in before[-2:]
    return does and word == "of" and not _HELP.isdisjoint(before[-1:])


def _may_be_one_of(sentence: str, many: Range, words: Range) -> bool:
    """Whether a name may be that of one of those: "held ten men and charged Ilan Roe"."""
    verb, before = hangs_on(sentence, words, many[1])
    is_next = is_participle(verb) and before[-1:] in (("and",), ("but",))
    return is_next and sentence[words[0]].isupper() and is_plural(sentence[slice(*many)])


def _is_surely_active(sentence: str, verb: Range) -> bool:
    """Whether a verb without a subject beside it is active: "and killed [his guard]"."""
    head = main_verb(grammar.tokenise(sentence[slice(*verb)]).words)
    before = _before(sentence, verb[0])[-1:]
    if before == ("to",):
        return grammar.is_base(head)
    if before and (before[0] == "," or before[0] in grammar.PREPOSITIONS):
        return grammar.is_gerund(head)
    return is_surely_active(head) or (before in (("and",), ("but",)) and is_participle(head))


def _before(sentence: str, at: int) -> tuple[str, ...]:
    """The last two words before an offset."""
    return grammar.tokenise(sentence[max(0, at - _NEAR) : at]).words[-2:]
