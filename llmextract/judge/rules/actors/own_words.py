"""What a name, its title or the words right beside it tell of somebody's part by themselves.

"The state news agency NSN" is a medium and no part of the government, the "Norland Observatory for
Human Rights" a monitor, "a Foreign Ministry spokeswoman" of the government, and "Roe" a person
where "President Ilan Roe" is one. What these families of words do not know tells nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.callings import AIDING, is_of_states
from llmextract.judge.rules.actors.labels import (
    ARMED,
    BANDS,
    CIVILIANS,
    NEWS,
    ONE,
    ORGANIZATION,
    OTHER,
    OWN_ARMY,
    REBELS,
    RULING,
    SEVERAL,
    STATE,
    UNITED,
    WATCHING,
    Sort,
)
from llmextract.judge.rules.actors.persons import called_person, full_name
from llmextract.judge.rules.actors.sides import bodies_of, sides, told_side
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.spans import occurrences

_ALL: Final = ARMED | CIVILIANS | NEWS | RULING | UNITED | WATCHING | OTHER
_NO_ARMY: Final = (_ALL - ARMED) | REBELS
_FOREIGN: Final = words_of("external_forces")
_MONITOR: Final = re.compile(
    r"\bObservatory\s(?:for|of|on)\s(?:the\s)?(?:Defen[cs]e\sof\s)?(?:Human\s|Civil\s)?Rights\b"
    r"|\b(?:Human\s)?Rights\s(?:Watch|Monitors?|Network|Observers|Defenders)\b|\bMonitoring\s(?:Network|Group)\b"
    r"|\bAmnesty\sInternational\b|\bRed\s(?:Cross|Crescent)\b|\bM[ée]decins\sSans\sFronti[èe]res\b"
)
_MEDIA: Final = (
    r"(?:news\s?agency|press\sagency|newswire|(?:state|local|national|official|private|opposition)(?:-run)?\s"
    r"media|(?:state|local|national|private)(?:-run|-owned)?\s(?:tv|television|radio)|broadcaster|newspaper"
    r"|news\s(?:site|website|portal|outlet|channel|service)|(?:tv|television|radio)\s(?:station|channel)"
    r"|media\soutlet)"
)
_MEDIUM: Final = re.compile(rf"\b{_MEDIA}\Z", re.IGNORECASE)
_NEWS: Final = re.compile(r"\w\s(?P<word>News|TV|Television|Radio|Newspaper)\Z")
_BEFORE_NAME: Final = re.compile(rf"\b(?P<medium>{_MEDIA})(?P<comma>,?)\s\Z", re.IGNORECASE)
_TOLD_TO: Final = re.compile(
    r"\b(?:told|tells?|informed|assured|by|from|to|in|with|on)\s[^.,;:]{0,40}\Z"
)
# "Told the agency NSN on Monday": whom it is told to ends there, and no clause opens with it.
_NO_SUBJECT: Final = re.compile(r"\s(?:that|on|in|by|at)\b|[,.;]|\s*\Z")
_LETTERS: Final = re.compile(r"(?!LGBT)[A-Z]{3,6}")
_WITH_LETTERS: Final = re.compile(
    r"[A-Z][^()]{3,60}\s\([A-Z]{2,6}\)(?:\s(?:group|movement|militia|organi[sz]ation|party|army|alliance))?"
)
_OWN_FORCES: Final = re.compile(
    r"\b(?:government|regime|loyalist)(?:[-\s](?:held|aligned|backed))?\s"
    r"(?:forces|troops|army|soldiers|military)\Z",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(r"\b(?:anti|ex|pro|former|foreign|allied)\b", re.IGNORECASE)
_ARMED_HEAD: Final = re.compile(
    r"\b(?:army|military|forces|troops|soldiers|air\sforce|navy|police)\b", re.IGNORECASE
)
# A war that is called by a nation is fought in its own country.
_AT_WAR: Final = re.compile(
    r"\b(?P<nation>[A-Z]\w{3,})\s(?:[Cc]ivil\s[Ww]ar|conflict|uprising|insurgency)\b"
    r"|\b(?P<state>[A-Z]\w{3,})['’]s\s(?:\w+\s)?(?:civil\swar|conflict)\b"
    r"|\b(?:civil\swar|conflict|crisis|uprising)\sin\s(?P<in>[A-Z]\w{3,})\b"
)
_SPEAKS_FOR: Final = re.compile(
    r"\b(?:ministry|cabinet|government|presidential|state\sdepartment|white\shouse|kremlin|embassy"
    r"|prime\sminister(?:['’]s)?|president['’]s)\s(?:spokes(?:man|woman|person)|press\ssecretary)\b"
    r"|\bspokes(?:man|woman|person)\s(?:for|of)\sthe\s(?:[\w’'-]+\s){0,3}(?:ministry|cabinet|government"
    r"|state\sdepartment|white\shouse|kremlin|embassy)\b"
    r"|\b(?:advis[eo]r|aide)\s(?:[\w’'-]+\s){0,4}?to\s(?:[\w’'-]+\s){0,3}(?:president|minister|leader|king)\b",
    re.IGNORECASE,
)
# Officials of a ministry may be police.
_SERVES: Final = re.compile(
    r"\b(?:ministry|cabinet|government|state\sdepartment|white\shouse|kremlin|embassy)\s(?:official"
    r"|source|representative|negotiator|envoy|undersecretary|advis[eo]r)\b",
    re.IGNORECASE,
)
_REBEL_SIDE: Final = re.compile(
    r"\b(?:rebel|opposition|shadow|former|self-styled)\b", re.IGNORECASE
)
_WORLD_ENVOY: Final = re.compile(
    r"\b(?:U\.?N\.?|United\sNations|E\.?U\.?|European\sUnion|A\.?U\.?|African\sUnion|NATO|OSCE|Arab\s"
    r"League)\s(?:[Ss]pecial\s|[Hh]umanitarian\s|[Pp]eace\s|[Dd]eputy\s|[Cc]hief\s){0,2}"
    r"(?:[Ee]nvoy|[Rr]epresentative|[Rr]apporteur|[Cc]oordinator|[Mm]ediator|[Ss]ecretary-[Gg]eneral"
    r"|[Ss]pokes(?:man|woman|person))\b"
)
_OFFICE: Final = (
    r"\b(?P<office>President|Prime\sMinister|Premier|Chancellor|King|Queen|Minister|Secretary|Senator"
    r"|Governor|Mayor|General|Colonel|Mr\.?|Mrs\.?|Ms\.?)\s(?:[A-Z][\w’'-]+\s){0,2}(?:[Aa]l-)?"
)
# What is no letter of its alphabet is none of a name, but for a broken mark: "Roeโ€™s".
_ENDS: Final = r"(?![0-9A-Za-z\u00c0-\u024f-]|\s[A-Z])"
_SURNAME: Final = re.compile(r"[A-Z][\w’'-]+")
_TOWN: Final = r"(?:city|town|village|provincial\scapital|port)"
_LOOK_BACK: Final = 60
_NEWSROOM: Final = re.compile(r"[A-Z][\w.,’' -]{2,40}\s\((?P<by>[A-Z][\w. -]{1,25})\)\s[-–—]+\s")
_DATELINE: Final = 400
_AIDED: Final = re.compile(
    rf"(?:{'|'.join(sorted(AIDING))}) (?:groups?|charit(?:y|ies)|organi[sz]ations?|ngos?)"
)
_STEM: Final = 4
# What the words told tell: the labels by their usual names.
_TELLS: Final = (
    (re.compile(rf"{_MEDIA}|news|tv|television|radio|newspaper", re.IGNORECASE), NEWS),
    (_MONITOR, words_of("monitor_ngo")),
    (_AIDED, WATCHING),
    (_OWN_FORCES, OWN_ARMY),
    (re.compile(rf"[A-Z]\w+\s{_ARMED_HEAD.pattern}"), OWN_ARMY),
    (_SPEAKS_FOR, RULING),
    (_SERVES, RULING),
    (re.compile(r"an officer of .*"), UNITED),
    (_WORLD_ENVOY, UNITED),
    (re.compile(_OFFICE.removesuffix(r"\s(?:[A-Z][\w’'-]+\s){0,2}(?:[Aa]l-)?")), ONE),
)


def labels_of(told: str | None) -> frozenset[str]:
    """The usual names of the labels that such words tell; empty where they tell none."""
    if told == "a body by its name":
        return ORGANIZATION
    if told is not None and told.startswith("one "):
        return ONE
    if side := told_side(told or ""):
        return side
    told_by = (labels for shape, labels in _TELLS if told and shape.fullmatch(told))
    return next(told_by, frozenset[str]())


def own_parts(
    article: Article, name: str, titles: Iterable[str], others: Iterable[str]
) -> Iterator[Sort]:
    """The sorts that somebody's own words tell, each with the labels that it denies."""
    names = [name, *others, article.abbreviations.get(name, "")]
    if name.endswith("Observatory") and (full := _MONITOR.search(article.text)) is not None:
        names.append(full[0])
    monitor = next(filter(None, map(_MONITOR.search, names)), None)
    if monitor is not None:
        yield Sort(monitor[0], _ALL - WATCHING)
    elif (medium := _medium(article, name, titles)) is not None:
        yield Sort(medium, _ALL - NEWS)
    if (forces := _own_forces(article, name)) is not None:
        # "The Norland National Army" may be one of rebels.
        yield Sort(forces, _FOREIGN | (_NO_ARMY if forces in name else frozenset()))
    yield from _of_offices((*titles, *_offices_before(article, name), *_own_office(name)))
    yield from sides(article, name)
    for body in bodies_of(article, name):
        yield from _of_body(article, body)
    if _signs(article, name):
        yield Sort("news agency", _ALL - NEWS)
    if (office := _called(article, name)) is not None:
        yield Sort(office, SEVERAL)
    elif (town := _town(article, name)) is not None:
        yield Sort(town, STATE | ONE)


def _of_offices(offices: Iterable[str]) -> Iterator[Sort]:
    """What offices tell of who holds them: "Foreign Ministry official", "U.N. envoy"."""
    for title in offices:
        if (serves := _SERVES.search(title)) and not _REBEL_SIDE.search(title):
            yield Sort(serves[0], _ALL - ARMED - RULING)
        if (speaks := _SPEAKS_FOR.search(title)) and not _REBEL_SIDE.search(title):
            yield Sort(speaks[0], _ALL - RULING)
        if envoy := _WORLD_ENVOY.search(title):
            yield Sort(envoy[0], _ALL - UNITED)


def is_abbreviated(article: Article, name: str) -> bool:
    """Whether a name is that of a body by its letters: "DLF", "Dorva Front (DLF) group".

    Or because the article has letters for it. Letters that it has as a word as well are a headline.
    """
    if state_of(name) is not None or is_people(head_of(name).lower()):
        return False
    bare = _WITH_LETTERS.fullmatch(name)
    known = article.abbreviations
    if bare is not None or name in known or name in known.values():
        return name[:1].isupper() and " and " not in name
    is_word = re.search(rf"\b{re.escape(name)}\b", article.text, re.IGNORECASE)
    return _LETTERS.fullmatch(name) is not None and is_word is not None and is_word[0] == name


def _offices_before(article: Article, name: str) -> Iterator[str]:
    """What stands right before the name of a person, in case it is an office: "U.N. envoy".

    Before the full name of a surname as well: "Hale" of "spokeswoman Anna Hale".
    """
    text, full = article.text, full_name(article, name)
    places = [place for each in {name, full or name} for place in occurrences(text, each)]
    for start, _ in sorted(places):
        before = text[max(0, start - _LOOK_BACK) : start]
        if _REBEL_SIDE.search(before):
            continue
        for office in (_SPEAKS_FOR, _SERVES, _WORLD_ENVOY):
            found = list(office.finditer(before))[-1:]
            yield from (each[0] for each in found if before[each.end() :] in (" ", ", "))


def _own_office(name: str) -> Iterator[str]:
    """A name that ends in an office itself: "Foreign Ministry official"."""
    found = [office.search(name) for office in (_SPEAKS_FOR, _SERVES)]
    yield from (name for each in found if each is not None and each.end() == len(name))


def _of_body(article: Article, body: str) -> Iterator[Sort]:
    """What the body that somebody speaks for or leads tells: "director of the Rights Network"."""
    if monitor := _MONITOR.search(body):
        yield Sort(monitor[0], _ALL - WATCHING)
    elif is_of_states(body):
        yield Sort(f"an officer of {body}", CIVILIANS | NEWS | WATCHING | OTHER | BANDS)
    elif (medium := _medium(article, body, ())) is not None:
        yield Sort(medium, _ALL - NEWS - CIVILIANS)


def _signs(article: Article, name: str) -> bool:
    """Whether a name is that of the agency that signs the first line: "Dorva, 3 May (NSN) -"."""
    signed = _NEWSROOM.search(article.text, 0, _DATELINE)
    return signed is not None and signed["by"] == name


def _medium(article: Article, name: str, titles: Iterable[str]) -> str | None:
    """The word by which a name is that of a medium, its own or one beside it."""
    for words in (name, *titles):
        if found := _MEDIUM.search(words):
            return found[0]
    if found := _NEWS.search(name):
        return found["word"]
    text = article.text
    for start, end in occurrences(text, name):
        before = _BEFORE_NAME.search(text, max(0, start - _LOOK_BACK), start)
        if before is None:
            continue
        told_to = _TOLD_TO.search(text, max(0, before.start() - _LOOK_BACK), before.start())
        ends = told_to is None or _NO_SUBJECT.match(text, end) is not None
        closed = text[end : end + 1] == "," if before["comma"] else ends
        if closed:
            return before["medium"]
    return None


def _own_forces(article: Article, name: str) -> str | None:
    """The words by which forces are those of the state at war: "Norland government forces"."""
    if _TURNED.search(name):
        return None
    if own := _OWN_FORCES.search(name):
        return own[0]
    nation = name.partition(" ")[0]
    armed = _ARMED_HEAD.search(name)
    if armed is None or not nation[:1].isupper() or len(nation) <= _STEM:
        return None
    wars = (next(filter(None, war.groups())) for war in _AT_WAR.finditer(article.text))
    at_home = any(war[:_STEM] == nation[:_STEM] for war in wars)
    return f"{nation} {armed[0]}" if at_home else None


def _called(article: Article, name: str) -> str | None:
    """The office by which a surname is a person's: "President" of "President Ilan Roe"."""
    if not _SURNAME.fullmatch(name) or state_of(name) is not None:
        return None
    found = re.search(rf"{_OFFICE}{re.escape(name)}{_ENDS}", article.text)
    if found:
        return found["office"]
    full = full_name(article, name)
    office = called_person(article, full) if full is not None else None
    return f"one {office}" if office is not None else None


def _town(article: Article, name: str) -> str | None:
    """The word by which a name is that of a town, which is no state."""
    if not _SURNAME.fullmatch(name) or state_of(name) is not None:
        return None
    place = re.escape(name)
    found = re.search(
        rf"\b(?P<of>{_TOWN})\sof\s{place}\b|\b{place}\s(?P<is>city|town|countrysides?)\b"
        rf"|\b{place},\s(?:the|an?)\s(?:[\w’'-]+\s){{0,4}}(?P<a>{_TOWN})\b",
        article.text,
    )
    return next(filter(None, found.groups())) if found else None
