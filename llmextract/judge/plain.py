"""The sort of what happens where its words tell it plainly: "a surprise offensive was launched".

A model calls "other" what the noun of its own words names, and points at a verb that only says that
something happens. The noun before that verb is read in its place: "the fighting intensified".
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    NOT,
    PREPOSITIONS,
    has_verb,
    is_gerund,
    is_past,
    tokenise,
    words_of,
)
from llmextract.ask.markers import Signs
from llmextract.ask.shape import Label, LabelValue

# That what is named happens, grows or ends with nothing else said of it.
_HAPPENS: Final = words_of(
    "took take takes taking taken place broke breaks breaking broken out erupted erupts flared"
    " flares raged rages raging intensified intensifies intensifying escalated escalates escalating"
    " continued continues continue continuing resumed resumes resuming began begun started underway"
    " ongoing happened occurred occurring unfolded on going under way spread"
)
_DONE: Final = _HAPPENS | words_of(
    "launched conducted carried staged mounted held waged reported up again renewed"
)
# Before a noun they are no verbs.
_BEFORE: Final = words_of(
    "armed renewed coordinated prolonged sustained heated limited combined continued unexpected"
    " concerted isolated repeated ongoing"
)
# No deed of arms, and no protest in the street.
_UNLIKE: Final = words_of(
    "charm diplomatic media legal peace verbal political propaganda marketing cyber"
)
_FIGHTING: Final = words_of("fighting gunbattle gunbattles hostilities")
_GOING: Final = (
    r"\s(?:(?:has|have|had|is|are|was|were|been|also|again|still|then|now|\w+ly)\s){0,4}\Z"
)
_SUBJECT: Final = re.compile(
    r"(?P<noun>[\w’'-]+)(?P<phrase>\s(?:in|on|at|near|around|across|between|with|against|of|over)\s[^.,;:]{1,80}?)"
    + _GOING
)
_RIGHT_BEFORE: Final = re.compile(r"(?P<noun>[\w’'-]+)" + _GOING)
# "The conflict between Roe's forces and the Front": armed sides fight each other.
_WAR: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?|this|armed|civil|bloody)\s(?:conflict|war)\Z")
_ARMED_SIDES: Final = re.compile(
    r"\sbetween\s[^.;:]{0,120}?\b(?:forces|army|armies|troops|militias?|rebels|insurgents|fighters|militants"
    r"|soldiers|guerrillas|warlords|clans)\b"
)
_NEAR: Final = 12
_LOOK_BACK: Final = 140


def words_told(sentence: str, place: Range) -> tuple[str, ...]:
    """The words for what happens; the noun before them where they only say that it does.

    >>> words_told("The fighting intensified in May.", (13, 24))
    ('fighting',)
    """
    own = tokenise(sentence[slice(*place)]).words
    is_war = _WAR.search(sentence[max(0, place[0] - _NEAR) : place[1]]) is not None
    if is_war and _ARMED_SIDES.match(sentence, place[1]):
        return ("fighting",)
    if not _HAPPENS.union(AUXILIARIES).issuperset(own):
        return own
    before = sentence[max(0, place[0] - _LOOK_BACK) : place[0]]
    found = _SUBJECT.search(before)
    if found is None or has_verb(found["phrase"]):
        found = _RIGHT_BEFORE.search(before)
    return (found["noun"].lower(),) if found is not None else own


def plainly_told(signs: Signs, shape: Label, words: tuple[str, ...]) -> LabelValue | None:
    """The label that the noun of such words tells, where nothing turns it; None where none does."""
    told = signs.told(words)
    is_fight = not told and not _FIGHTING.isdisjoint(words) and "armed_clash" in shape.options
    label = "armed_clash" if is_fight else next(iter(told), None)
    if label is None or len(told) > 1:
        return None
    at = next(at for at, word in enumerate(words) if word in _FIGHTING or signs.told((word,)))
    turning = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | NOT | _UNLIKE
    turned = any(
        word in turning or ((is_past(word) or is_gerund(word)) and word not in _BEFORE)
        for word in words[:at]
    )
    return None if turned or not (_DONE | AUXILIARIES).issuperset(words[at + 1 :]) else label
