"""Whether any sentence may join somebody to a body, by what stands in it with him.

Of "Ilan Roe left. The Kelmar Union won." none does. What a sentence tells otherwise of a body joins
nobody to it: that he told it something, fought it, or that another is of it. What takes up a body
("its director, Roe", "the union's leader, Roe") joins him to what may be meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.aliases import is_short_for, may_be_short
from llmextract.judge.rules.actors.bare_offices import may_be_of
from llmextract.judge.rules.actors.described import BODIES
from llmextract.judge.rules.actors.others_of import is_of_other
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.actors.titles import ROLES, other_bearer
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.spans import occurrences

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w.&’'-]*"
_PERSONAL: Final = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_OF_BODY: Final = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
THE_PERSON: Final = re.compile(r"(?:But\s|And\s)?[Tt]he\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z-]+)\b")
_ROLES: Final = ROLES | words_of(
    "head member president leader founder coordinator captain editor owner chief manager commander"
    " commandant negotiator spokesperson official delegate fighter organiser organizer secretary"
)
_ROLE: Final = r"(?:[a-z][\w-]*\s){0,2}?(?:" + "|".join(sorted(_ROLES, key=len, reverse=True)) + ")"
# "Its director", "whose deputy chief executive", before a name.
_ITS: Final = re.compile(r"\b(?:[Ii]ts|[Tt]heir|whose)(?:\s[a-z][\w-]*){1,5}")
_WHOSE: Final = re.compile(rf"\b[Tt]he\s(?P<noun>[a-z][\w-]*),\swhose\s{_ROLE}\b")
# "The union's leader", "the battalion commander".
_GENERIC: Final = re.compile(
    rf"\b[Tt]he\s(?:[a-z-]+\s)?(?P<noun>[a-z][\w-]*)(?:['’]s?\s{_ROLE}|\s(?:{'|'.join(sorted(_ROLES))}))\b"
)
_OF_THE: Final = r"(?:[a-z][\w-]*\s){1,4}(?:of|for|in|from)\sthe\s(?:[a-z-]+\s)?(?P<of>[a-z][\w-]*)"
# "The bloc's secretary general, Roe", "the head of the mission, Roe", before a name.
_OF_GENERIC: Final = re.compile(
    r"\b(?:[Tt]he\s(?:[a-z-]+\s)?(?P<whose>[a-z][\w-]*)['’]s?(?:\s[a-z][\w-]*){1,4}"
    rf"|(?:[Tt]he|[Aa]n?|[Oo]ne)\s{_OF_THE})"
)
# "Roe, a member of the group".
_GENERIC_BEHIND: Final = re.compile(rf",\s(?:an?|the|one)\s{_OF_THE}")
_OFFICIAL_WORD: Final = words_of(
    "army navy military police government ministry state federal coastguard force"
)
_REBEL_WORD: Final = words_of(
    "rebel militant insurgent guerrilla separatist jihadist opposition party union movement group"
    " militia"
)
_MORE_ROLES: Final = words_of("colonel major sergeant soldier policeman minister")
# "A rebel negotiator", "an army captain": somebody is of a body that is not named.
_BY_SORT: Final = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_OFFICIAL_WORD | _REBEL_WORD))})\s(?:[\w.-]+\s){{0,2}}?"
    rf"(?:{'|'.join(sorted(_ROLES | _MORE_ROLES))})\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"\w+")
# To these belong others of whom nobody says so.
_WHOLES: Final = words_of(
    "army armies forces military police navy government ministry administration state party"
    " coalition alliance parliament senate congress republicans democrats cabinet house"
)
_UNNAMED: Final = words_of("junta regime opposition insurgency leadership authorities mafia")
_ARMED: Final = words_of(
    "army armies forces brigade brigades battalion regiment division guard guards command unit"
)
_OFFICIAL: Final = words_of(
    "army armies navy forces military police ministry department agency brigade battalion regiment"
    " division guard guards command staff service services corps fleet office bureau government"
    " administration commission committee council parliament court unit force authority directorate"
)
_FAMILIES: Final = (
    words_of("portal newspaper daily weekly broadcaster channel station website magazine radio tv")
    | words_of("television paper outlet agency"),
    words_of("company firm manufacturer airline startup start-up retailer operator bank fund"),
    words_of("ministry department government administration agency bureau office commission")
    | words_of("committee council authority service inspectorate regulator watchdog fund"),
    words_of("army navy battalion brigade regiment division squadron fleet corps platoon company"),
    words_of("university college school institute academy"),
    words_of("union federation association"),
    words_of("party faction"),
    words_of("club team"),
    words_of("hospital clinic"),
    words_of("court tribunal"),
    words_of("church diocese"),
    words_of("cartel gang"),
)
_SURE: Final = frozenset[str]().union(*_FAMILIES)
# A group of states, and whom it sends: "the bloc" is the Kelmar Community.
_OF_STATES: Final = words_of("bloc mission")
_NAMES_OF_STATES: Final = words_of("union community league nations states commonwealth")
# What is done with words to others, or against them.
_TOLD: Final = re.compile(
    r"\b(?:told|telephoned|phoned|informed|urged|asked|on"
    r"|(?:calls?|letters?|messages?|e-?mails?|statements?|interviews?|appeals?|complaints?|remarks)"
    r"\s(?:to|with|from|by))\s+(?:[Tt]he\s+)?\Z"
)
_HOSTILE: Final = (
    r"(?:accus|blam|critici[sz]|denounc|condemn|su|attack|fight|fought|defeat|oppos|shell|bomb"
    r"|ambush|captur|arrest|detain|kidnapp|abduct|kill|charg|deni|threaten|warn)(?:e|es|ed|s|ing)?"
)
_AGAINST: Final = re.compile(
    rf"\b(?:{_HOSTILE}|against|killed by|by)\s+(?:[Tt]he\s+)?(?:[a-z-]+\s+)?\Z"
)
_HARMS: Final = re.compile(
    rf"(?:\s\([^()]{{1,20}}\))?\s+(?:(?:has|have|had|also)\s+)?{_HOSTILE}\s+(?:\S+\s+){{0,5}}?"
)
_OFFICE_OF: Final = re.compile(
    rf"(?P<office>(?:{_CAPITAL}\s+){{0,3}}(?i:{'|'.join(sorted(_ROLES, key=len, reverse=True))}))"
    r"\s+(?:of|at|for)\s+(?:the\s+)?\Z"
)
_NAMED_OF: Final = re.compile(rf"(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}),?\sof\s(?:the\s)?\Z")
_LETTERS: Final = re.compile(r"\b[A-Z][A-Za-z]{0,3}[A-Z]{1,5}\b")
# "The WHO's director, Roe", "the Front and its wing, the Brigades".
_OWN: Final = re.compile(
    rf"(?:['’]s?\s(?:[a-z][\w-]*\s){{0,4}}?[a-z][\w-]*,?\s(?:{_CAPITAL}\s){{0,3}}"
    r"|(?:\s\([^()]{1,20}\))?(?:,|\sand)?\s[^.;]{0,50}?\b(?:its|whose|their)\s[^.;]{0,50}?)"
)
_OPENS: Final = re.compile(r"\W*(?:But\s|And\s)?The\s(?P<noun>[a-z-]+)\s(?!for\b|of\b)")
_TO_NAME: Final = re.compile(
    rf",?\s(?:(?:an?\s)?[^,;:]{{0,60}}?(?:known as|called|named)\s)?(?:{_CAPITAL}\s){{0,4}}"
)
# Words of many names, which tell no two bodies apart.
_COMMON: Final = words_of(
    "national international united people front union association federation league society"
    " organisation organization alliance coalition council centre center world north south east"
    " west northern southern eastern western central general"
)
_SHORT_NAME, _ALIKE = 2, 4
# Bodies of the United Nations and of other unions.
UNITED: Final = words_of("UN EU AU")
PARTS: Final = words_of(
    "world international office agency program programme organization organisation commission"
    " committee council mission fund"
)
_INITIALS: Final = re.compile(r"\b(?:[A-Z]{2,7}\b|(?:[A-Z]\.){2,5})")
_LINES, _LOOK_BACK, _NEAR = 2, 100, 60


@dataclass(frozen=True)
class Pair:
    """Somebody by all that an article calls him, and the body that he is said to belong to."""

    article: Article
    names: Sequence[str]
    offices: Sequence[str]
    body: str
    is_person: bool

    @cached_property
    def forms(self) -> list[str]:
        """The body's name, what it is short for, and what is short for it."""
        shorts = self.article.abbreviations
        full = shorts.get(self.body)
        is_short = any(part.isupper() for part in re.split(r"[\s-]", self.body) if len(part) > 1)
        found = set[str]() if is_short else {*_LETTERS.findall(self.article.text)}
        letters = sorted(short for short in found if is_short_for(short, self.body))
        return [self.body, *([full] if full else []), *letters]

    def names_him(self, text: str) -> bool:
        """Whether a sentence has any of his names."""
        return any(occurrences(text, name) for name in self.names)


def may_be_joined(pair: Pair) -> bool:
    """Whether any sentence may say that somebody is of a body; true where that goes unsaid."""
    if any(map(is_whole, pair.forms)) or state_of(pair.body) is not None:
        return True
    named = [pair.names_him(line.text) for line in pair.article.lines]
    for at, line in enumerate(pair.article.lines):
        near = any(named[max(0, at - _LINES) : at + 1])
        if named[at] and is_taken_up(pair, at):
            return True
        places = [
            place
            for form in pair.forms
            for place in occurrences(line.text, form)
            if not line.text.endswith("(", 0, place[0])
        ]
        if not places:
            continue
        is_told = named[at] or _tells_of_him(pair, line.text, near=near)
        if is_told and not all(_is_idle(pair, line.text, place) for place in places):
            return True
    return False


def _tells_of_him(pair: Pair, text: str, *, near: bool) -> bool:
    """Whether a sentence that does not name somebody may tell of him."""
    if any(office in text for office in pair.offices):
        return True
    if not near:
        return False
    person = THE_PERSON.match(text)
    is_person = person is not None and is_people(person["noun"])
    takes_up = _PERSONAL.search(text) or (not pair.is_person and _OF_BODY.search(text))
    return is_person or bool(takes_up)


def is_whole(form: str) -> bool:
    """Whether others belong to a body of whom nobody says so: "the army", "Norland Party"."""
    head = form.split()[-1]
    if head.islower() and (head in _UNNAMED or (is_people(head) and head.endswith("s"))):
        return True
    return head.casefold() in _WHOLES and (head.islower() or len(form.split()) <= _SHORT_NAME)


def is_taken_up(pair: Pair, at: int) -> bool:
    """Whether words beside a name may take up the body: "its leader", "the union's leader"."""
    lines = pair.article.lines
    text = lines[at].text
    its = (found for found in _ITS.finditer(text) if _is_before_name(pair, text, found.end()))
    if (first := next(its, None)) is not None:
        whose = _WHOSE.search(text)
        lines_before = (line.text for line in lines[max(0, at - _LINES) : at])
        before = " ".join((*lines_before, text[: first.start()]))
        opens = _OPENS.match(lines[at - 1].text) if at else None
        if whose is None and _mentions(pair, before):
            return True
        nouns = [found["noun"] for found in (whose, opens) if found is not None]
        if any(_may_mean(pair, noun) for noun in nouns):
            return True
    if any(_may_mean(pair, found["noun"]) for found in _GENERIC.finditer(text)):
        return True
    if any(
        _may_mean(pair, found["whose"] or found["of"])
        for found in _OF_GENERIC.finditer(text)
        if _is_before_name(pair, text, found.end())
    ):
        return True
    named = _named_at(pair, text)
    behind = (_GENERIC_BEHIND.match(text, end) for _, end in named)
    if any(_may_mean(pair, found["of"]) for found in behind if found is not None):
        return True
    if any(_is_of_sort(pair, text, place) for place in named):
        return True
    near = [line.text for line in lines[max(0, at - _LINES) : at]]
    told = [line for line in near if any(occurrences(line, form) for form in pair.forms)]
    return any(may_be_of(text, place, line) for line in told for place in named)


def _named_at(pair: Pair, text: str) -> list[Range]:
    return [place for name in pair.names for place in occurrences(text, name)]


def _is_before_name(pair: Pair, text: str, end: int) -> bool:
    """Whether an office that ends there is that of somebody: "its chief, a man called Roe"."""
    return any(
        end <= start <= end + _LOOK_BACK and _TO_NAME.fullmatch(text, end, start)
        for start, _ in _named_at(pair, text)
    )


def _is_of_sort(pair: Pair, text: str, name: Range) -> bool:
    """Whether words right beside a name tell of a sort of body that the one given may be."""
    near = text[max(0, name[0] - _NEAR) : name[1] + _NEAR]
    parts = {part.casefold() for form in pair.forms for part in _PART.findall(form)}
    before = text[max(0, name[0] - _NEAR) : name[0]]
    for form in pair.forms:
        before = before.replace(form, " ")
    shorts = [found[0].replace(".", "") for found in _INITIALS.finditer(before)]
    if any(may_be_short(short, form) for short in shorts for form in pair.forms):
        return True
    if not UNITED.isdisjoint(shorts) and not PARTS.isdisjoint(parts):
        return True
    begun = {part[:_ALIKE] for part in parts - _OFFICIAL - _SURE - _REBEL_WORD - _COMMON}
    said = {word.casefold()[:_ALIKE] for word in _PART.findall(before)}
    if any(len(each) == _ALIKE and each in said for each in begun):
        return True
    words = {found["word"].lower() for found in _BY_SORT.finditer(near)}
    fits = _REBEL_WORD if parts.isdisjoint(_OFFICIAL) else _OFFICIAL_WORD
    fits = _OFFICIAL_WORD | _REBEL_WORD if not parts.isdisjoint(_ARMED) else fits
    return not words.isdisjoint(fits)


def _mentions(pair: Pair, text: str) -> bool:
    """Whether a text has a body, a word of its name, or letters that may be short for it."""
    words = {part.casefold() for part in _PART.findall(text)}
    own = {
        part.casefold()
        for form in (form.removeprefix("The ") for form in pair.forms)
        for part in _PART.findall(form)
        if part[0].isupper() or part[0].isdigit() or form.islower()
    } - {"the", "of", "for", "and"}
    if not own.isdisjoint(words):
        return True
    letters = _LETTERS.findall(text)
    return any(is_short_for(short, form) for short in letters for form in pair.forms)


def _may_mean(pair: Pair, noun: str) -> bool:
    """Whether "the union" may be a body: not where it is called by a noun of another sort.

    Nor where another body of the article is called so.
    """
    if noun.removesuffix("s") in _REBEL_WORD:
        noun = noun.removesuffix("s")
    if noun in _OF_STATES:
        heads = {form.split()[-1].casefold() for form in pair.forms}
        return not heads.isdisjoint(_NAMES_OF_STATES | {noun})
    if noun not in _SURE | _REBEL_WORD | BODIES:
        return False
    if _is_called(pair.article, pair.forms, noun):
        return True
    kinds = {kind for kind in _SURE if kind != noun and _is_called(pair.article, pair.forms, kind)}
    alike = [family for family in _FAMILIES if noun in family]
    if kinds and alike and not any(kinds & family for family in alike):
        return False
    if kinds and not alike and noun != "group":
        return False
    others = re.compile(rf"\b{noun}\s{_CAPITAL}|{_CAPITAL}\s{noun.capitalize()}\b")
    if noun in _SURE or kinds:
        return others.search(pair.article.text) is None
    return True


def _is_called(article: Article, forms: Sequence[str], noun: str) -> bool:
    """Whether a body is called by a noun, in its name or right beside it."""
    for form in forms:
        if noun in (part.casefold() for part in _PART.findall(form)):
            return True
        for start, end in occurrences(article.text, form):
            before = article.text[max(0, start - _NEAR) : start]
            if re.search(rf"\b{noun}(?:,)?\s(?:the\s)?\Z", before):
                return True
            behind = article.text[end : end + _NEAR]
            if re.match(
                rf"(?:\s\([^()]{{1,20}}\))?,\s(?:an?|the)\s[^,.]{{0,40}}?\b{noun}\b", behind
            ):
                return True
    return False


def _is_idle(pair: Pair, text: str, place: Range) -> bool:
    """Whether a sentence tells something else of a body than that somebody is of it."""
    low, named = max(0, place[0] - _LOOK_BACK), _named_at(pair, text)
    behind = [start for start, _ in named if place[1] < start <= place[1] + _LOOK_BACK]
    if any(_OWN.fullmatch(text, place[1], start) for start in behind):
        return False
    against = _AGAINST.search(text, low, place[0])
    does = against is not None and (not named or min(named)[0] < against.start())
    if does or _TOLD.search(text, low, place[0]) or is_of_other(text, place, pair.names):
        return True
    if _is_of_another(pair, text, place):
        return True
    return any(_HARMS.fullmatch(text, place[1], start) for start in behind)


def _is_of_another(pair: Pair, text: str, place: Range) -> bool:
    """Whether a body is somebody else's: "Hale, head of the Union", "Hale of the Union"."""
    low = max(0, place[0] - _LOOK_BACK)
    name = pair.names[0]
    office = _OFFICE_OF.search(text, low, place[0])
    if office is not None:
        return other_bearer(text, office.span("office"), name) is not None
    named = _NAMED_OF.search(text, low, place[0])
    if named is None or state_of(named["name"]) is not None:
        return False
    words = {*_PART.findall(named["name"])}
    known = {part for each in pair.names for part in _PART.findall(each)}
    is_noun = len(words) == 1 and (not named.start() or is_people(named["name"].lower()))
    return words.isdisjoint(known) and not is_noun
