"""Places that somebody or something comes from, is bound for, or is only named with.

Whom "a train from Dorva to Kelmar" killed died in neither, who is "sent from Dorva" does nothing
there, and "talks with Norland" are held anywhere. A way is that of its own verb or noun; what
leaves a place was there: "withdrew from Dorva", "were abducted from Kelmar". Offsets are half-open
code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.patterns import WORD
from llmextract.judge.rules.setting.asides import is_verb

_LITTLE: Final = (
    r"(?:(?:the|an?|its|his|her|their|around|near|[a-z]+ern|[A-Z]\w+"
    r"|(?:city|town|port|village|province|capital|state|region)\sof)\s){0,5}"
)
_FROM: Final = re.compile(rf"\bfrom\s{_LITTLE}\Z")
_TO: Final = re.compile(rf"\b(?P<to>to|towards?|for)\s{_LITTLE}\Z")
_WITH: Final = re.compile(rf"\bwith\s{_LITTLE}\Z")
# Who is told to come from there acts, or is hurt, elsewhere.
_SENT: Final = grammar.inflected("dispatch deploy import arrive come bring") | grammar.words_of(
    "sent send sends sending came brought"
)
_CARRYING: Final = grammar.inflected(
    "carry transport ferry bring travel arrive come head sail fly drive return commute journey ship"
    " haul import"
) | grammar.words_of("came flew flown drove driven brought bound")
_GOING: Final = (
    _CARRYING
    | grammar.inflected(
        "flee escape go move march walk rush advance push retreat withdraw approach"
    )
    | grammar.words_of("fled went gone ran run took taken withdrew withdrawn led left")
)
_VEHICLE: Final = grammar.words_of(
    "flight flights train trains bus buses ferry ferries plane planes jet boat boats ship ships"
    " ticket tickets coach coaches bound headed heading destined"
)
# A party to these is named with them: they are held anywhere.
_RELATION: Final = grammar.words_of(
    "talks talk negotiations negotiation ties tie relations relationship deal deals agreement"
    " accord pact treaty truce ceasefire trade dispute contact contacts cooperation alliance"
    " dialogue discussions consultations summit tensions war link links linked linking connect"
    " connects connected connecting joins joining friendship solidarity peace"
)
# These are held, or lie, anywhere between those whom they join; wars and roads do not.
_BETWEEN: Final = re.compile(
    r"\b(?P<what>\w+)\s+between\s(?:[^.;:]{1,120}?\sand\s)?"
    rf"{_LITTLE}\Z"
)
_HELD_ANYWHERE: Final = _RELATION - grammar.words_of("war dispute tensions linked linking")
_RELATIVE: Final = re.compile(r",?\s(?:which|where|that)\s")
# "[Dorva] and Kelmar in “close contact”".
_PARTIES: Final = re.compile(
    r"(?:(?:,|,?\sand)\s[A-Z][\w’'-]+){0,4}\s(?P<told>in\s[“\"]?(?:[a-z]+\s){0,2}?(?:contact|talks|touch"
    r"|dialogue|agreement|conflict|negotiations|communication|consultations|dispute|discussions))\b"
)
_BORDER: Final = re.compile(r"\b(?:border|frontier|crossing|boundary|line)s?\swith\s")
# A way that is told from its beginning: "from Dorva to".
_WAY: Final = re.compile(r"\bfrom\s[^,;:]{1,60}\Z")
_TAKEN_UP: Final = re.compile(r",?\s(?:where|and\sthere)\b")
_LATER: Final = re.compile(r"\s(?:after|when|while|as|before|until|once|during|where)\s")
_MARK: Final = re.compile(r",(?!\d)|[;:()—–“”\"]")
_OUTLET: Final = re.compile(
    r"(?:['’]s)?\s(?:daily|newspaper|paper|weekly|magazine|radio|broadcaster|television|tabloid"
    r"|correspondent|bureau)\b"
)
_BACK: Final = 140


def only_directed(sentence: str, deed: Range, place: Range) -> str | None:
    """The words by which a place is only where another comes from, goes to or is named with."""
    if touch(deed, place):
        return None
    told = _named_with(sentence, place) or _of_outlet(sentence, place)
    if told is not None or not is_verb(sentence, deed):
        return told
    return _from_there(sentence, deed, place) or _to_there(sentence, deed, place)


def _from_there(sentence: str, deed: Range, place: Range) -> str | None:
    """Who comes from a place: "the navy sent two ships from [Dorva]"."""
    found = _FROM.search(sentence, max(0, place[0] - _BACK), place[0])
    if found is None:
        return None
    return _sent_from(sentence, deed, found.start()) or _held_by(
        sentence, deed, found.start(), _CARRYING
    )


def _sent_from(sentence: str, deed: Range, start: int) -> str | None:
    words = set(grammar.tokenise(sentence[slice(*deed)]).words)
    if words.isdisjoint(_SENT) or not 0 <= start - deed[1] <= 40:
        return None
    between = sentence[deed[1] : start]
    if _MARK.search(between) or grammar.has_verb(between) or not is_verb(sentence, deed):
        return None
    return f"{sentence[slice(*deed)].split()[0]} from"


def _to_there(sentence: str, deed: Range, place: Range) -> str | None:
    """What is bound for a place, where a deed is no movement: "held on a flight to [Dorva]"."""
    found = _TO.search(sentence, max(0, place[0] - _BACK), place[0])
    told = set(grammar.tokenise(sentence[slice(*deed)]).words)
    is_open = _TAKEN_UP.match(sentence, place[1]) or not told.isdisjoint(_GOING | _SENT)
    if found is None or is_open:
        return None
    start = found.start()
    if deed[0] > place[0] or _WAY.search(sentence, max(deed[1], start - 80), start):
        is_way = _WAY.search(sentence, max(0, start - 80), start)
        return _held_by(sentence, deed, start, _CARRYING) if is_way else None
    before = WORD.findall(sentence[max(deed[1], start - 40) : start])
    if before and before[-1].lower() in _VEHICLE:
        return f"{before[-1]} {found['to']}"
    if found["to"] == "for" or _LATER.search(sentence, deed[1], max(deed[1], start)):
        return None
    return _held_by(sentence, deed, start, _GOING)


def _held_by(sentence: str, deed: Range, start: int, verbs: frozenset[str]) -> str | None:
    """The verb of movement right before a way, where it is not a deed's own."""
    low = max(0, start - 90)
    words = list(WORD.finditer(sentence, low, start))
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if touch(deed, word.span()) or _MARK.search(sentence, word.end(), start):
            return None
        small, before = word[0].lower(), words[at - 1][0].lower() if at else ""
        is_told = grammar.is_past(small) or grammar.is_gerund(small) or small == "bound"
        if small in verbs and (is_told or before == "to" or before in grammar.MODALS):
            return word[0]
        if small in grammar.AUXILIARIES or grammar.is_past(small):
            return None
    return None


def _named_with(sentence: str, place: Range) -> str | None:
    """A party or an end that is named with another: "talks with [Dorva]", "links Kelmar with"."""
    low = max(0, place[0] - _BACK)
    between = _BETWEEN.search(sentence, low, place[0])
    is_taken_up = _RELATIVE.match(sentence, place[1]) is not None
    if between and between["what"].lower() in _HELD_ANYWHERE and not is_taken_up:
        return f"{between['what']} between"
    found = _WITH.search(sentence, low, place[0])
    if found is None or _BORDER.search(sentence, max(0, found.start() - 12), place[0]):
        return None
    before = WORD.findall(sentence[max(0, found.start() - 60) : found.start()])[-6:]
    told = next((word for word in reversed(before) if word.lower() in _RELATION), None)
    return f"{told} with" if told else None


def as_party(sentence: str, place: Range) -> str | None:
    """What states are told to be in with others, where nothing says that it is there."""
    found = _PARTIES.match(sentence, place[1])
    return found["told"] if found else None


def _of_outlet(sentence: str, place: Range) -> str | None:
    """What tells the news there: "the [Dorva] daily"."""
    found = _OUTLET.match(sentence, place[1])
    return found[0].strip() if found else None
