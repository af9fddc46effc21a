"""Who suffers what a verb tells, where words are of somebody else.

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.own_subject import is_participle, is_surely_active
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.rules.who.befallen import TO_ONE
from llmextract.judge.rules.who.brought import is_brought, words_before
from llmextract.judge.rules.who.parted import is_told_by_another, stands_in_predicate
from llmextract.judge.rules.who.phrases import (
    hangs_on,
    names_nobody,
    names_somebody,
    objects_behind,
)
from llmextract.judge.rules.who.rivals import is_plural
from llmextract.judge.rules.who.voice import main_verb

# Behind the object of these stands who has it, or has it no more: "gave arms to Roe".
_GOALS: Final = grammar.words_of("to from of on against with for into onto upon over between")
# What is done to its object alone, whatever stands behind that.
DONE_TO_ONE: Final = TO_ONE | grammar.inflected(
    "stab* shoot lynch beat rape torture bury dismiss sack appoint elect nominate =shot =beaten"
)
# Their subject has it done to it.
DYING: Final = grammar.inflected("die perish succumb drown starve") | {"dying"}


def other_undergoer(
    sentence: str, zone: Zone, verb: Range, words: Range, *, is_to_one: bool
) -> Range | None:
    """The subject of a passive, where words stand behind it or in a clause before it."""
    if zone.shared or names_nobody(sentence[slice(*zone.place)]):
        return None
    if words_before(sentence, zone.start)[:1] == ("of",):
        return None  # "of whom 22 were released"
    if words[0] >= verb[1]:
        is_open = is_brought(sentence, words, verb[1])
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
    is_apart = is_apart or (zone.joined and stands_in_predicate(sentence, words, zone))
    return zone.place if is_apart or any(map(clausal.may_be_verb, between)) else None


def other_object(
    sentence: str, subject: Zone | None, verb: Range, words: Range, *, is_to_one: bool
) -> Range | None:
    """The object right behind an active verb, where words stand elsewhere."""
    if subject is None and not (is_to_one and surely_active(sentence, verb)):
        return None
    if subject is not None and words_before(sentence, subject.start)[-1:] in (
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
        is_open = words[0] < end or is_brought(sentence, words, end)
        is_open = is_open or may_be_one_of(sentence, objects[0], words)
        is_open = is_open or (
            not is_to_one and hangs_on(sentence, words, end)[0] in _GOALS | {"by"}
        )
        return None if is_open else objects[0]
    is_subject = subject is not None and touch(subject.place, words)
    return None if is_subject else objects[0]


def people_behind(sentence: str, zone: Zone | None, verb: Range, words: Range) -> Range | None:
    """The people whom an active verb is done to; None where words are among them."""
    objects = objects_behind(sentence, verb[1])
    if not objects or touch((objects[0][0], objects[-1][1]), words):
        return None
    is_filled = head_verb(sentence, verb) in DONE_TO_ONE or any(
        names_somebody(sentence[slice(*each)]) for each in objects
    )
    is_active = zone is not None or surely_active(sentence, verb)
    return objects[0] if is_filled and is_active else None


def may_be_one_of(sentence: str, many: Range, words: Range) -> bool:
    """Whether a name may be that of one of those: "held ten men and charged Ilan Roe"."""
    verb, before = hangs_on(sentence, words, many[1])
    is_next = is_participle(verb) and before[-1:] in (("and",), ("but",))
    return is_next and sentence[words[0]].isupper() and is_plural(sentence[slice(*many)])


def surely_active(sentence: str, verb: Range) -> bool:
    """Whether a verb without a subject beside it is active: "and killed [his guard]"."""
    head = main_verb(grammar.tokenise(sentence[slice(*verb)]).words)
    before = words_before(sentence, verb[0])[-1:]
    if before == ("to",):
        return grammar.is_base(head)
    if before and (before[0] == "," or before[0] in grammar.PREPOSITIONS):
        return grammar.is_gerund(head)
    return is_surely_active(head) or (before in (("and",), ("but",)) and is_participle(head))


def head_verb(sentence: str, verb: Range) -> str:
    """The verb of the words that tell what happens: "killed" of "has also killed"."""
    return main_verb(grammar.tokenise(sentence[slice(*verb)]).words)
