"""Figures of a source that belong to something else than what its sentence tells.

"Norland will spend $12 million, not the $30 million that groups asked for" and "12 died, up from 4
in May" spend no $30 million and tell of 4 in May only; "12 soldiers and 30 farmers" and "12 were
killed and 30 wounded" are no 30 soldiers and no 30 killed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.syntax.grammar import inflected, is_past, words_of
from llmextract.judge.paraphrase.synonyms import summed_up_by
from llmextract.judge.paraphrase.tokens import tokens_of
from llmextract.judge.paraphrase.wordforms import root

# What opens a figure that another one is held against: "instead of", "than last year's".
_OWNER: Final = r"(?: (?:the|an?|its|their|his|her))?"
_AGAINST: Final = re.compile(
    r"(?:(?<!if )(?<!whether )(?<!or )(?<!why )\bnot|\binstead of|\brather than|\bas opposed to"
    r"|\bcompared (?:to|with)|\b(?:up|down) from)" + _OWNER + r"(?: (?:some|about|around|previous"
    r"|earlier|record|initial|toll|total|of)){0,4} \Z"
    r"|\bthan" + _OWNER + r" (?:previous|earlier|record|initial|last|this)"
    r"(?: (?:year|month|week|quarter|season))?(?:['’]s)?(?: (?:record|total|toll|of)){0,2} \Z",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 60
_END: Final = re.compile(r"[,;:.!?](?=\s|\Z)|[“”\"()]")
_FURTHEST: Final = 200
# Words by which a text may tell of the other figure as what it is.
_OTHER: Final = inflected("compare exceed replace oppose reach") | words_of(
    "not no never nor neither without than from instead rather up down previous previously earlier"
    " last before ago once initially initial originally first had against versus former then past"
    " but despite although though while"
)
_JOINED: Final = re.compile(r"(?P<words>(?: [a-z’'-]+){1,4}),?(?: and|,) (?:another )?\Z")
_PART: Final = re.compile(r" (?:out )?of (?:the |its |their |his |her )?\Z")
# What befell the part: behind "killed" alone, as in "one of 12 men killed", it may be all of them.
_PART_BEFELL: Final = re.compile(
    r"(?: [a-z’'-]+){1,2}? (?:was|were|has|have|had)(?: been)? (?P<verb>[a-z]+)"
)
_WORDS: Final = re.compile(r"(?: [A-Za-z’'-]+){1,4}")
_PEOPLE: Final = words_of("people men women children police")
_BE: Final = words_of("was were is are have has had been being others more")


class Told(NamedTuple):
    """What a figure is told of: the roots of its noun and of the verb behind it, or None."""

    noun: str | None
    verb: str | None

    def differs(self, other: "Told") -> bool:
        """Whether two figures count two things, or two things befell what they count."""
        return _apart(self.noun, other.noun) or _apart(self.verb, other.verb)


class Aside(NamedTuple):
    """A figure that only stands against or beside another one.

    `own` are the roots that only its own clause has; `told` are what it and what the other counts.
    `befell_part` is the root of what is told of a part of it alone.
    """

    quantity: Quantity
    own: frozenset[str] = frozenset()
    told: tuple[Told, Told] | None = None
    befell_part: str | None = None


def asides(source: str, mentions: Sequence[QuantityMention]) -> dict[Quantity, list[Aside]]:
    """The figures of a source that stand against or beside another one wherever they stand."""
    found: defaultdict[Quantity, list[Aside]] = defaultdict(list)
    plain: set[Quantity] = set()
    for mention, beside in _with_neighbours(mentions):
        aside = (
            _against(source, mention)
            or _whole(source, mention, beside[0])
            or _joined(source, mention, *beside)
        )
        if aside is None:
            plain.add(mention.quantity)
        else:
            found[mention.quantity].append(aside)
    return {quantity: of for quantity, of in found.items() if quantity not in plain}


def is_taken_for_another(text: str, mention: QuantityMention, of: Sequence[Aside]) -> bool:
    """Whether a sentence of free text tells of a figure what its source tells of the other one."""
    words = {token.text for token in tokens_of(_sentence(text, mention))}
    roots = frozenset(map(root, words))
    told = _told(text[mention.end :])
    if any(aside.befell_part for aside in of):
        is_part = _PART.search(text, 0, mention.start) is not None
        return not is_part and all(aside.befell_part == told.verb for aside in of)
    return bool(of) and all(
        _is_swapped(told, aside.told)
        if aside.told is not None
        else words.isdisjoint(_OTHER) and roots.isdisjoint(summed_up_by(aside.own))
        for aside in of
    )


def _is_swapped(said: Told, told: tuple[Told, Told]) -> bool:
    own, other = told
    noun = _apart(own.noun, other.noun) and said.noun is not None and said.noun == other.noun
    verb = _apart(own.verb, other.verb) and said.verb is not None and said.verb == other.verb
    return noun or verb


def _with_neighbours(
    mentions: Sequence[QuantityMention],
) -> Iterator[tuple[QuantityMention, tuple[QuantityMention | None, QuantityMention | None]]]:
    for place, mention in enumerate(mentions):
        before = mentions[place - 1] if place else None
        yield mention, (before, mentions[place + 1] if place + 1 < len(mentions) else None)


def _against(source: str, mention: QuantityMention) -> Aside | None:
    """A figure behind "not" or "up from", with what its own clause tells of it."""
    opening = source[max(0, mention.start - _LOOK_BACK) : mention.start]
    if not _AGAINST.search(opening):
        return None
    behind = source[mention.end : mention.end + _FURTHEST]
    end = _END.search(behind)
    own = _roots(behind[: end.start()] if end else behind)
    return Aside(
        mention.quantity, own - _roots(source[max(0, mention.start - _FURTHEST) : mention.start])
    )


def _whole(source: str, mention: QuantityMention, before: QuantityMention | None) -> Aside | None:
    """A figure of which a part is told: "40" of "12 of the 40 men were killed"."""
    part = _PART.search(source, max(0, mention.start - _LOOK_BACK), mention.start)
    counted = before is not None and part is not None and before.end == part.start()
    one = part is not None and source[: part.start()].lower().endswith("one")
    found = _PART_BEFELL.match(source, mention.end) if counted or one else None
    verb = found["verb"] if found is not None else ""
    return Aside(mention.quantity, befell_part=root(verb)) if is_past(verb) else None


def _joined(
    source: str,
    mention: QuantityMention,
    before: QuantityMention | None,
    after: QuantityMention | None,
) -> Aside | None:
    """A figure in a list of two: "12 soldiers and 30 farmers", "12 died and 30 were hurt"."""
    own = _told(source[mention.end :][:_FURTHEST])
    for one, other in ((before, mention), (mention, after)):
        if one is None or other is None or not 0 < other.start - one.end < _LOOK_BACK:
            continue
        if _JOINED.fullmatch(source[one.end : other.start]):
            neighbour = _told(source[(one if other is mention else other).end :][:_FURTHEST])
            if own.differs(neighbour):
                return Aside(mention.quantity, told=(own, neighbour))
    return None


def _told(behind: str) -> Told:
    """The noun right behind a figure, and the verb behind it: "soldiers were killed"."""
    found = _WORDS.match(behind)
    noun = verb = None
    for place, word in enumerate(found[0].split() if found else ()):
        if is_past(word) and word not in _BE:
            verb = root(word)
            break
        if word in _BE:
            continue
        if place or not (word.endswith("s") or word in _PEOPLE):
            break
        noun = root(word)
    return Told(noun, verb)


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two roots are both there and neither may sum up the other."""
    if one is None or other is None:
        return False
    return other not in summed_up_by((one,)) and one not in summed_up_by((other,))


def _roots(text: str) -> frozenset[str]:
    return frozenset(root(token.text) for token in tokens_of(text) if not token.is_free)


def _sentence(text: str, mention: QuantityMention) -> str:
    """The sentence of free text around a figure."""
    first = text.rfind(". ", 0, mention.start) + 1
    last = text.find(". ", mention.end)
    return text[first : last if last > 0 else len(text)]
