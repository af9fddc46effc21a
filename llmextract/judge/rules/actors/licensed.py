"""What an article calls somebody, and whether any of it allows the part that a record gives him.

A part is allowed by a sign of it in the name, in what stands right before or behind the name as its
own description ("the driver Ilan Roe", "Roe, a driver,"), in other names and titles, or in the body
that somebody is of. Where such words tell plainly what he is, and none allows it, nothing does.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_gerund,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.patterns import ABBREVIATED
from llmextract.judge.rules.actors.callings import is_of_states
from llmextract.judge.rules.actors.described import OF_STATE
from llmextract.judge.rules.actors.labels import (
    ARMED,
    BANDS,
    CIVILIANS,
    FORCES,
    NEWS,
    ONE,
    ORGANIZATION,
    OTHER,
    RULING,
    SEVERAL,
    STATE,
    UNITED,
    WATCHING,
)
from llmextract.judge.rules.actors.labels import (
    BAND_OF_PEOPLE as GROUP,
)
from llmextract.judge.rules.actors.parts_told import (
    GROUPS,
    LOOSE,
    ROLES,
    Labels,
    ends_body,
    hinted,
    is_body,
    is_person,
    is_unarmed_many,
    may_play,
)
from llmextract.judge.rules.actors.persons import is_person as stands_for_person
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.spans import occurrences

_OWN: Final = words_of("its their his her our my your whose this that these those one another")
_STOPS: Final = CONJUNCTIONS | AUXILIARIES | PRONOUNS | words_of("that when who which said")
_ENDS: Final = words_of("who which whose where said says")
_VERBS: Final = AUXILIARIES | words_of("said says told")
_CUTS: Final = PREPOSITIONS | CONJUNCTIONS | ARTICLES | _OWN | _ENDS
_OPENS: Final = words_of("after before since as until while because")
_HOLDS: Final = words_of("of for")
_BREAK: Final = re.compile(r"[.;:!?()“”\"\n—–]\s*|,\s")
_BEHIND: Final = re.compile(
    r"(?:\s\([^()]{1,40}\))?,\s(?:\d{1,3},\s)?(?P<words>[^,;:.()“”\"\n]{2,90})(?=[,;.)\n]|\Z)"
)
_IS: Final = re.compile(
    r"(?:,\swho)?\s(?:is|was|are|were|became|worked\sas|works\sas|served\sas)\s"
    r"(?P<words>(?:an?|the|one\sof\sthe)\s[^,;:.()“”\"\n]{2,60})"
)
Signed = Callable[[tuple[str, ...]], frozenset[str]]
# The labels of what part somebody plays, and of what kind he is, that are held against it.
PLAYED: Final = ARMED | CIVILIANS | NEWS | RULING | UNITED | WATCHING
KINDS: Final = ONE | SEVERAL
MEN: Final = CIVILIANS | OTHER
# Who has a calling may have it in a body that nothing is known of: "a doctor of Medaid".
_OF_BODIES: Final = RULING | UNITED | NEWS | WATCHING
# "General manager", "press secretary": these tell nothing of the part.
_NOT_TELLING: Final = words_of("general press chief")
# Rebels have ranks and soldiers, but hardly such.
_POLICE: Final = words_of("policeman policewoman policemen police constable detective")
_TOLD_TO: Final = re.compile(r"\b(?:told|tells?|informed|assured|reminded)\s(?:[\w’'-]+\s){1,4}\Z")
_CLAUSE: Final = re.compile(r"(?:\s[A-Z][\w’'-]*){0,2}\s(?!that\b|on\b|in\b|by\b|at\b)[a-z]+\b")
_SHORT: Final = re.compile(rf"\b({ABBREVIATED}|Mr|Mrs|Ms|Dr)\.")
_PEOPLE_TOO: Final = words_of(
    "Chad Jordan Georgia Israel Kenya India Paris London Santiago Lima Sofia Washington Juba"
)
_TEAMS: Final = re.compile(
    r"\b(?:team|coach|match|goals?|cup|tournament|championship|scored|medals?|squad)\b",
    re.IGNORECASE,
)
_RULING: Final = words_of("government governments regime administration authority presidency")
# A name in a description: "a doctor at Medaid", "Medaid doctor".
_UNKNOWN: Final = re.compile(r"(?:\b(?:at|of|for|with|from|in)\s(?:the\s)?[A-Z]|\A[A-Z]\S*\s[a-z])")
_ADJECTIVES: Final = words_of(
    "official executive rebel volunteer student civilian child migrant refugee patient general"
    " major private model minor director leader head"
)
# "The market leader Dorva Motors".
_NO_PERSONS: Final = words_of("market world industry global")
_GOES_ON: Final = re.compile(r"\s[A-Z]|-")
_AND: Final = re.compile(r",?\sand\b")
_NEAR: Final = 110
_MOST: Final = 8


class Told(NamedTuple):
    """A description: its head and the words before it, and what it says that is of."""

    words: str
    head: tuple[str, ...]
    of: str = ""
    cut: str = ""


def told_of(article: Article, names: Iterable[str]) -> Iterator[Told]:
    """What stands right before and behind names as their own description."""
    text = article.text
    for name in names:
        for start, end in occurrences(text, name):
            if _GOES_ON.match(text, end):
                continue  # "President Roe Airport"
            if (before := _before(text, start, end)) is not None:
                yield before
            for pattern in (_BEHIND, _IS):
                found = pattern.match(text, end)
                if found is not None and (behind := _phrase(found["words"])) is not None:
                    lists = pattern is _BEHIND and _is_listed(found, behind)
                    yield behind._replace(head=("and",)) if lists else behind


def _is_listed(found: re.Match[str], told: Told) -> bool:
    """Whether words behind a name may be others in a list, or the subject of a clause."""
    first = told.words.partition(" ")[0].lower()
    # "The Front, its leader, Roe, and"; "The Front, a militia led by Roe," is what it is.
    is_clause = told.cut in _VERBS or is_past(told.cut)
    if (is_clause and f"{told.cut} by " not in told.words) or first in ("its", "their", "whose"):
        return True
    if first not in ARTICLES and is_body(told.head[-1]):
        return True  # "Roe, African Union, said"
    goes_on = _AND.match(found.string, found.end())
    return told.cut in CONJUNCTIONS or (first not in ("a", "an", "one") and goes_on is not None)


def _before(text: str, start: int, end: int) -> Told | None:
    """The description that ends where a name begins: "the driver", "Its head,"."""
    segment = _SHORT.sub(r"\1 ", text[max(0, start - _NEAR) : start])
    closed = segment.endswith(", ")
    if closed and text[end : end + 1] not in (",", "."):
        return None
    if _TOLD_TO.search(segment) and _CLAUSE.match(text, end):
        return None  # "Told the paper Roe had left"
    breaks = list(_BREAK.finditer(segment.removesuffix(", ")))
    segment = segment.removesuffix(", ")[breaks[-1].end() if breaks else 0 :]
    tokens = tokenise(segment)
    first, is_free = _opening(tokens.words)
    told = _phrase(segment[tokens.starts[first] :]) if first < len(tokens.words) else None
    if told is None:
        return None
    if (closed and not is_free) or text[start].islower():
        return told._replace(head=("at",))  # "He left the company, Roe.", "a union spokesman"
    if not closed and not is_free and is_body(told.head[-1]) and _CLAUSE.match(text, end):
        return told._replace(head=("the",))  # "Left the company Roe founded"
    last = next((word for word in reversed(tokens.words) if word not in ARTICLES), "")
    # "Rebels of the Front": of the others nothing is said but that they are of it.
    keeps = last not in PREPOSITIONS or BANDS & may_play(told.head[-1])
    return told if keeps else None


def _opening(words: tuple[str, ...]) -> tuple[int, bool]:
    """The first word of the phrase that ends a text, and whether it opens a clause."""
    for at in range(len(words) - 1, -1, -1):
        word, before = words[at], words[at - 1] if at else ""
        if word in ARTICLES | _OWN:
            if before not in _HOLDS:
                return at + 1, not before or before in _STOPS | _OPENS
        elif word in _STOPS or word in PREPOSITIONS - _HOLDS or len(words) - at > _MOST:
            return at + 1, word in _STOPS | _OPENS
        elif is_past(word) and not may_play(word):
            return at + 1, False
    return 0, True


def _phrase(words: str) -> Told | None:
    """A description cut into its head and what that is of."""
    tokens = tokenise(words)
    head: list[str] = []
    if tokens.words and (tokens.words[0] in _ENDS | _STOPS or is_past(tokens.words[0])):
        return Told(words, tokens.words[:1])
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        is_verb = word in _VERBS or (is_past(word) and not may_play(word)) or is_gerund(word)
        if head and (is_verb or word in _CUTS):
            rest = words[start:].partition(" ")[2] if word in PREPOSITIONS else ""
            return Told(words, tuple(head), rest, word)
        if word not in ARTICLES and word[:1].isalnum():
            head.append(word)
    return Told(words, tuple(head)) if head else None


def allowed(told: Told, bodies: tuple[Labels, ...] | None = None) -> Labels | None:
    """The labels that a description allows; None where it tells nothing plainly.

    `bodies`: what those bodies allow that he is of; None where nothing is known of one.
    """
    *before, head = told.head
    if head == "general" and before and not may_play(before[-1]) & FORCES:
        *before, head = before  # "Director general"
    if head.endswith("year-old"):
        return MEN | ARMED
    if head not in ROLES:
        labels = may_play(head)
        is_of = labels - RULING == FORCES and (bodies or before or told.of) and head not in _POLICE
        return (labels | BANDS if is_of else labels) or None
    if head == "president" and bodies is not None and _is_of_nation(told):
        return RULING.union(MEN if bodies else OTHER, *bodies)
    if head == "secretary" and before and before[-1] in OF_STATE:
        return RULING
    found = _of_what(told, before) or (MEN.union(*bodies) if bodies else None)
    return _serving(head, found) if found else None


def _of_what(told: Told, before: list[str]) -> Labels | None:
    """The labels of what a role is of: "army" of "army leader", "union" of "head of the union"."""
    for word in reversed(before):
        if word not in _NOT_TELLING and (labels := may_play(word)):
            return labels
    found = [labels for word in tokenise(told.of).words if (labels := may_play(word))]
    return frozenset[str]().union(*found) or None


def _serving(role: str, labels: Labels) -> Labels:
    """The labels of who has a role in what has some: its supporters may be anybody."""
    if role in LOOSE or labels & NEWS:
        return labels | MEN
    if role in ("official", "officials"):
        return labels | RULING
    return labels | WATCHING if role in GROUPS and labels & CIVILIANS else labels


def _is_of_nation(told: Told) -> bool:
    """Whether an office is that of a state, or of none told: "Norland's President"."""
    if told.of:
        return state_of(told.of) is not None
    return all(word[:1].islower() or state_of(word) for word in told.words.split()[:-1])


def why_not_part(article: Article, who: "Who", label: str, signed: "Signed") -> str | None:
    """The words that tell plainly what somebody is, where none of his allows a label; else None."""
    own = _own(article, who)
    of_bodies = [list(_of_body(article, body)) for body in who.bodies]
    bodies = [told for each in of_bodies for told in each]
    words = tokenise(" ".join(told.words for told in (*own, *bodies)) + " " + who.name).words
    if label in signed(words).union(*map(may_play, words), *map(hinted, words)):
        return None
    known = [frozenset[str]().union(*(allowed(t) or () for t in each)) for each in of_bodies]
    told_bodies = tuple(known) if all(known) else None
    plain = None
    if not who.is_person:
        if is_of_states(who.name):
            plain = UNITED | FORCES, who.name
        elif state_of(who.name) is not None:
            plain = RULING | FORCES, who.name
    if plain is None:
        for told in own:
            labels = allowed(told, told_bodies)
            if labels is None and told.head[-1] in ROLES:
                return None
            if labels is not None:
                plain = plain or (labels, told.words)
                if label in labels or (told_bodies is None and label in _OF_BODIES):
                    return None
                if label in _OF_BODIES and is_person(told.head[-1]) and _UNKNOWN.search(told.words):
                    return None
    return plain[1] if plain is not None and label not in plain[0] else None


def _of_body(article: Article, body: str) -> Iterator[Told]:
    """What tells what a body is: its name, its name in full, and what stands beside it."""
    for words in {body, article.abbreviations.get(body, body)}:
        if (told := _phrase(words)) is not None:
            yield told
    yield from told_of(article, (body,))


class Who(NamedTuple):
    """Somebody as a record has him."""

    name: str
    others: tuple[str, ...]
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    is_person: bool


def _own(article: Article, who: Who) -> list[Told]:
    """All that tells what somebody is."""
    names = [who.name, *(other for other in who.others if other[:1].isupper())]
    full = article.abbreviations.get(who.name)
    given = [*who.titles, *who.others, *([full] if full else [])]
    head = who.name.split()[-1]
    named = _phrase(who.name)
    if head.islower() or " " not in who.name:
        given.extend([] if who.is_person and head[:1].isupper() else [who.name])
    elif not who.is_person and named is not None and ends_body(named.head[-1]):
        given.append(who.name)
    own = [told for words in given if (told := _phrase(words)) is not None]
    own.extend(told_of(article, dict.fromkeys(names)))
    if who.is_person and head[:1].isupper() and head not in names:
        # Beside a surname a body is his own, or that of another one.
        own.extend(
            told if is_person(told.head[-1]) else told._replace(head=("of",))
            for told in told_of(article, (head,))
        )
    return own


def why_not_kind(article: Article, who: Who, label: str) -> str | None:
    """The words that tell plainly of which other kind somebody is; None where he may be."""
    name = who.name
    given = _phrase(name)
    if given is None:
        return None
    *before, head = given.head
    if state_of(name) is not None:
        none = ONE | GROUP | (ORGANIZATION if state_of(name) == name else frozenset[str]())
        is_name = name in _PEOPLE_TOO or _TEAMS.search(article.text)
        return name if label in none and not is_name else None
    if is_unarmed_many(head) and (name.islower() or len(name.split()) == 1):
        return head if label in ONE | ORGANIZATION | STATE else None
    own = [told for told in _own(article, who._replace(others=())) if told.words != name]
    persons = [told.words for told in own if _is_one(told, who.titles)]
    bodies = [t.words for t in own if is_body(t.head[-1]) and t.words not in who.titles]
    if (before or given.of) and ends_body(head):
        bodies.append(name)
    if bool(persons) == bool(bodies) or (bodies and before and stands_for_person(article, name)):
        return None
    if persons:
        return persons[0] if label in SEVERAL else None
    may_rule = {*given.head, *tokenise(bodies[0]).words} & _RULING
    return bodies[0] if label in ONE or (label in STATE and not may_rule) else None


def _is_one(told: Told, titles: tuple[str, ...]) -> bool:
    """Whether a description is one person's: not the "official" of "the official agency NSN"."""
    head = told.head[-1]
    if not (head.endswith("year-old") or is_person(head)) or told.head[0] in _NO_PERSONS:
        return False
    return head not in _ADJECTIVES or told.words in titles or told.words[:2] in ("a ", "an")
