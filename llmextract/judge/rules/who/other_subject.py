"""Who does what an active verb tells, or a passive, where words are of somebody else.

Offsets are half-open code points in a sentence.
"""

from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import is_attack
from llmextract.judge.rules.nouns import does_for_others
from llmextract.judge.rules.who.brought import BRINGS, HELP, HELPS, is_brought
from llmextract.judge.rules.who.objects import is_followed_by_verb
from llmextract.judge.rules.who.parted import is_told_by_another, stands_in_predicate
from llmextract.judge.rules.who.phrases import hangs_on, names_nobody, names_somebody
from llmextract.judge.rules.who.rivals import KIN, is_plural
from llmextract.judge.rules.who.voice import NOUNS

_HANDS: Final = grammar.words_of(
    "hands custody fire clashes fighting operation operations battle fight gunfire orders order"
    " request behalf name"
)
# Behind an insertion they say whose it is, not who does it: "acting on a tip from Roe, police".
_ASIDE: Final = grammar.words_of("from on in at near to for against after before")
_SAME: Final = grammar.BE | grammar.inflected("become remain") | {"became"}
# Whom others send, use or go with, they may let do it, or do it with.
TAKING_ALONG: Final = grammar.inflected(
    "deploy dispatch mobilize mobilise order arm train join follow accompany help include involve"
    " allow marry divorce =sent =used =brought =said =told =led =met =let =made =fought"
)
_OF_PERSONS: Final = grammar.words_of("who whose whom")
_OWN: Final = ("its ", "his ", "her ", "their ")
_NEXT: Final = 30


def other_subject(sentence: str, subject: Zone, verb: Range, words: Range) -> Range | None:
    """The subject of an active verb, where words stand elsewhere."""
    named = sentence[slice(*subject.place)].lower()
    if names_nobody(named):
        return None
    if touch(subject.place, words):
        return subject.place if is_told_by_another(sentence, subject, words) else None
    if does_for_others(named):
        return None  # "Norland said jets had hit Dorva"
    if words[0] >= verb[1]:
        return None if is_brought(sentence, words, verb[1], does=True) else subject.place
    if words[1] <= subject.start:
        # "Norland said its raid hit Dorva": what is its own does it for Norland.
        if named.startswith(_OWN) and not _is_kin(named):
            return None
        between = grammar.tokenise(sentence[words[1] : subject.start]).words
        is_same = bool(_SAME.intersection(between[-1:]))  # "Roe became the man who killed Hale"
        is_apart = _is_apart(sentence, words, subject, between)
        return subject.place if is_apart and not is_same else None
    if subject.end <= words[0] and words[1] <= verb[0]:
        is_aside = hangs_on(sentence, words, subject.end)[0] in _ASIDE
        is_person = names_somebody(sentence[slice(*subject.place)]) or not _OF_PERSONS.isdisjoint(
            grammar.tokenise(sentence[subject.end : words[0]]).words
        )
        is_told = is_person and is_told_by_another(sentence, subject, words)
        is_inner = _is_of_inner(sentence, subject, words)
        return subject.place if is_aside or is_told or is_inner else None
    return None


def _is_apart(sentence: str, words: Range, subject: Zone, between: tuple[str, ...]) -> bool:
    """Whether words before a subject surely stand in another clause, or another phrase, than it."""
    if subject.joined:  # "Hale, who waited, and Roe" is a list
        is_clause = clausal.RELATIVE.isdisjoint(between) and any(
            clausal.may_be_verb(word) and word in sentence for word in between
        )
        return is_clause or stands_in_predicate(sentence, words, subject)
    if between[-1:] == ("nor",) or (
        between[-1:] == ("whose",) and is_plural(sentence[slice(*subject.place)])
    ):
        return False  # "Norland, whose men had fled"
    if subject.is_clause or _is_fronted(sentence, words, subject):
        return True
    return any(clausal.may_be_verb(word) or word == "whose" for word in between)


def _is_of_inner(sentence: str, subject: Zone, words: Range) -> bool:
    """Whether a name between commas is of one within a subject: "aides to a mayor, Roe, left"."""
    named = sentence[slice(*subject.place)].lower()
    inner = grammar.tokenise(named).words[1:]
    is_name = sentence[words[0]].isupper() and sentence[words[1] : words[1] + 1] == ","
    is_many = is_plural(named) and not is_plural(sentence[slice(*words)])
    is_alone = sentence[words[0] - 2 : words[0]] == ", " and " and " not in sentence[slice(*words)]
    return is_name and is_many and is_alone and not {"for", "to", "of"}.isdisjoint(inner)


def first_verb(sentence: str, subject: Zone, verb: Range, words: Range) -> Range | None:
    """The verb before another of one subject, which tells of words: "stopped Roe and [fled]"."""
    if not (subject.end <= words[0] and words[1] <= verb[0]) or not names_somebody(
        sentence[slice(*subject.place)]
    ):
        return None
    if is_followed_by_verb(sentence, words) or " that " in sentence[subject.end : words[0]]:
        return None
    hang, before = hangs_on(sentence, words, subject.end)
    is_brought = hang in BRINGS | HELPS | {"and", "or", ""}
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


def no_agent(sentence: str, passive: Zone, verb: Range, words: Range) -> Range | None:
    """The subject of a passive that no words behind it are the agent of: "freed through Roe"."""
    if words[0] < verb[1]:
        return None
    hang, before = hangs_on(sentence, words, verb[1])
    if hang not in grammar.PREPOSITIONS - clausal.LINKED - {"by", "with"} or not HELP.isdisjoint(
        before
    ):
        return None
    behind = grammar.tokenise(sentence[words[1] : words[1] + _NEXT]).words[:1]
    is_deed = any(word in NOUNS | _HANDS or is_attack(word) for word in (*before, *behind))
    return None if is_deed or "by" in before else passive.place
