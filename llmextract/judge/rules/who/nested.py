"""Names inside what is said of somebody else: "Roe's brother", "jailed Hale for killing Roe".

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final, NamedTuple

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import passive_zone
from llmextract.article.syntax.predicates import names_somebody
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.rules.who.befallen import DONE_TO
from llmextract.judge.rules.who.objects import LITTLE
from llmextract.judge.rules.who.voice import NOUNS

_CLOSE: Final = (
    "brother|sister|father|mother|son|daughter|parent|child|children|uncle|aunt|nephew|niece|cousin"
    "|wife|husband|widow|widower|spouse|girlfriend|boyfriend|relative|friend|colleague|classmate"
    "|roommate|flatmate|neighbou?r|aide|adviser|advisor|assistant|secretary|deputy|lawyer|attorney"
    "|bodyguard|driver|spokesman|spokeswoman"
)
_FAR: Final = (
    "partner|associate|accomplice|acquaintance|supporter|follower|ally|allies|opponent|critic|rival"
    "|challenger|successor|predecessor|victim|killer|murderer|assassin|attacker"
)
_TITLES: Final = (
    r"(?:(?!(?:and|or|but|nor|who|whom|that|which|in|on|at|to|from|for|by|with|was|were|is|are|has|had"
    r"|have|when|after|before|while)\b)(?:[a-z-]+|[A-Z][a-z]+\.?)\s){0,4}"
)
_DOING: Final = re.compile(
    rf"\b(?:for|of|after|from|over|by)\s(?:\w+ly\s)?[a-z]{{2,}}ing\s{_TITLES}\Z"
)
_DEED_OF: Final = re.compile(
    r"\b(?:for|over|after|about|in)\s(?:the|an?|his|her|its|their)\s(?:\d{4}\s)?[a-z]+\sof\s"
    rf"{_TITLES}\Z"
)
# "Neighbours of Roe, the man who [robbed it]": what follows may be told of him.
_TOLD_OF: Final = re.compile(r",\s(?:the|an?|who|whose|which)\s")
# Who is for or against somebody, without whom he acts, and suffers.
_OTHERS: Final = (
    "supporter|follower|opponent|critic|rival|challenger|successor|predecessor|victim|killer"
    "|murderer|assassin|attacker|fan|backer"
)
_BOUND_TO: Final = re.compile(
    rf"\b(?P<held>(?:loyal|hostile|opposed|faithful|sympathetic|close)\sto"
    r"|critical\sof|(?:lawyer|attorney|reporter|correspondent|interpreter|translator)s?\sfor)\s"
    rf"{_TITLES}\Z"
)
_RIGHT_BEHIND: Final = re.compile(
    r"\s(?:(?:with|of|on)\s)?(?:(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'.-]*,\s)?" + LITTLE
)
_FIGHTING: Final = grammar.inflected("clash fight battle =fought")
_LOOK_BACK: Final = 80


class _Kin(NamedTuple):
    """Behind and before a name: "'s brother", "brother of mayor"."""

    behind: re.Pattern[str]
    before: re.Pattern[str]


def _kin(nouns: str) -> _Kin:
    noun = rf"(?:step|half-|grand|great-|ex-|co-)?(?:{nouns})s?(?:-in-law)?\b"
    behind = rf"(?:['’]s|(?<=s)['’])\s(?:[a-z-]+\s){{0,3}}{noun}"
    return _Kin(re.compile(behind), re.compile(rf"\b(?i:{noun})\sof\s{_TITLES}\Z"))


_NEAR_TO: Final = _kin(f"{_CLOSE}|{_FAR}")
_NOT_HIMSELF: Final = _kin(f"{_CLOSE}|{_OTHERS}")


def held_by_another(sentence: str, verb: Range, name: Range) -> str | None:
    """The words that show that a name is only part of what is said of somebody else; None if open.

    >>> held_by_another("Hale was jailed for killing Roe.", (9, 15), (28, 31))
    'for killing Roe'
    """
    if (kin := _kin_of(sentence, verb, name, _NEAR_TO)) is not None:
        return kin
    low = max(0, name[0] - _LOOK_BACK)
    for nested in (_DOING, _DEED_OF) if _is_proper(sentence, name) else ():
        found = nested.search(sentence, low, name[0])
        if found is None or touch(found.span(), verb):
            continue
        others = sentence[: found.start()], sentence[name[1] :]
        if any(map(names_somebody, others)):
            return sentence[found.start() : name[1]]
    return None


def _kin_of(sentence: str, verb: Range, name: Range, kin: _Kin) -> str | None:
    if not (_is_proper(sentence, name) or (kin is _NOT_HIMSELF and _is_person(sentence, name))):
        return None
    behind = kin.behind.match(sentence, name[1])
    if behind is not None and not touch(behind.span(), verb):
        return sentence[name[0] : behind.end()]
    if verb[0] > name[1] and _TOLD_OF.match(sentence, name[1]):
        return None
    before = kin.before.search(sentence, max(0, name[0] - _LOOK_BACK), name[0])
    if before is not None and not touch(before.span(), verb):
        return sentence[before.start() : name[1]]
    return None


def _is_proper(sentence: str, name: Range) -> bool:
    return sentence[name[0]].isupper() and not sentence.startswith(("The ", "A "), name[0])


def _is_person(sentence: str, name: Range) -> bool:
    """Whether words are of a person by their noun, or by that before a name: "mayor Ada Roe"."""
    named = sentence[slice(*name)]
    if is_people(head_of(named).lower()):
        return True
    return head_of(named)[:1].isupper() and any(map(is_people, named.split()[:-1]))


def suffers_for_another(sentence: str, verb: Range, name: Range) -> str | None:
    """What makes words only part of the words for others: "a critic of [Roe]", "loyal to [Roe]".

    >>> suffers_for_another("Men shot a critic of Roe.", (4, 8), (21, 24))
    'critic of Roe'
    """
    told = {*grammar.tokenise(sentence[slice(*verb)]).words}
    if told.isdisjoint(DONE_TO | NOUNS | _FIGHTING):
        return None
    kin = _kin_of(sentence, verb, name, _NOT_HIMSELF)
    if kin is not None and not _is_beside(sentence, verb, name, kin):
        kin = None
    return kin or _bound_to(sentence, verb, name)


def _is_beside(sentence: str, verb: Range, name: Range, kin: str) -> bool:
    """Whether the words for somebody else are what a deed is done to: right behind it or before."""
    start = sentence.rfind(kin, 0, name[1] + len(kin))
    if name[1] <= verb[0]:
        zone = passive_zone(sentence, verb)
        return zone is not None and zone.start <= start
    return _RIGHT_BEHIND.fullmatch(sentence, verb[1], start) is not None


def does_for_another(sentence: str, verb: Range, name: Range) -> str | None:
    """The same of who does it; a name may be of a body that does it by its supporters."""
    is_person = _is_person(sentence, name)
    kin = _kin_of(sentence, verb, name, _NOT_HIMSELF) if is_person else None
    return kin or _bound_to(sentence, verb, name)


def _bound_to(sentence: str, verb: Range, name: Range) -> str | None:
    found = _BOUND_TO.search(sentence, max(0, name[0] - _LOOK_BACK), name[0])
    if found is None or touch(found.span(), verb):
        return None
    return sentence[found.start() : name[1]]
