"""Who is only named beside what happens: what a distance is measured from, who tells or sees it.

Of "pushed rebels 10 kilometers back from Dorva" Dorva has no part, nor has Norland of "Norland:
rebels push on", nor Roe who "saw gunmen kill Hale"; a "rebel offensive" is none of the
government. Where a sentence leaves it open, nothing is said.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle, subject_zone
from llmextract.article.syntax.sorts import names_people, sort_of
from llmextract.judge.rules.nouns import head_of, is_site
from llmextract.judge.rules.who.befallen import word_before
from llmextract.judge.rules.who.stations import is_of_another

_UNITS: Final = r"(?:kilomet(?:er|re)|met(?:er|re)|mile|yard|km|nautical\smile)s?"
_MEASURED: Final = re.compile(
    rf"\b{_UNITS}\s(?:\([^()]{{1,30}}\)\s)?(?:(?:away|north|south|east|west|north-?east|north-?west"
    r"|south-?east|south-?west|outside|short|inland|down|up|downstream|upstream|back)\s)*"
    r"(?:(?:from|of|off|outside)\s)?(?:(?:the|its)\s)?(?:(?:city|town|village|centre|center|outskirts|border)\sof\s)?\Z"
)
_PLACED: Final = re.compile(
    r"(?<!\w)(?:in|inside|near|around|outside|across|throughout|through)\s(?:the\s)?\Z"
)
_TOWARDS: Final = re.compile(r"(?<!\w)(?:to|toward|towards|into|from)\s(?:the\s)?\Z")
_MOVING: Final = grammar.inflected(
    "advance march move push head travel return retreat withdraw flee approach arrive enter cross"
    " walk drive rush crawl fly sail retire come go =fled =came =went =withdrew =drove =flew"
)
# The place that a title or a report opens with: "Norland: Rebels push on".
_DATELINE: Final = re.compile(r"[\W\d]*\Z")
_HEADED: Final = re.compile(r":\s+[“\"]?(?P<who>[^:.;“”\"]{3,80}?)\s*\Z")
_FIRST_PERSON: Final = grammar.words_of("i we our my us me")
_REBELS: Final = grammar.words_of(
    "rebel rebels insurgent insurgents insurgency opposition militant militants guerrilla"
    " guerrillas guerilla guerillas jihadist jihadists separatist separatists terrorist terrorists"
)
_RULERS: Final = grammar.words_of(
    "government governments regime leadership authorities president cabinet presidency"
)
_OUTSIDE: Final = re.compile(r"\b(?:anti|pro|former|ex|government-held|rebel-held)\b|-backed")
# Whose a place is: "fired from hills held by the [Front]".
_HOLDS: Final = re.compile(
    r"(?P<what>\b[\w’'-]+)\s(?P<verb>held|controlled|owned|run|occupied|governed|administered|ruled"
    r"|inhabited|populated|dominated|guarded|manned)\sby\s(?:the\s)?\Z"
)
_ACCUSING: Final = grammar.inflected("accuse suspect convict")
_OF_DOING: Final = re.compile(
    r"[^,;:]{0,80}?\sof\s(?:having\b|[“\"]?(?:\w+ly\s)?\w+ing\b)[^,;:]{0,80}\Z"
)
_LOOK_BACK: Final = 120
_NEAR: Final = 24
_GROUP: Final = r"(?:(?:has|have|had|also|later|\w+ly)\s){0,3}"
_SOME: Final = r"(?P<who>[\w’'-]+(?:\s(?!(?:to|that|and|but|as|for|of|who)\b)[\w’'-]+){0,5}?)"
_SAW: Final = re.compile(
    rf"\s{_GROUP}(?:saw|seen|watched|heard|witnessed|noticed|filmed|spotted|observed)\s{_SOME}\s"
)
_KNEW: Final = re.compile(
    rf"\s{_GROUP}(?P<verb>[a-z]+)\s(?P<who>(?:the|those|all|some|two|three|four|five|\d+|an?)"
    rf"(?:\s[a-z-]+){{0,3}}?)\swho\s{_GROUP}"
)
_COPULAS: Final = grammar.BE | grammar.words_of("became remained included said says told")
# What is felt or said of a deed, or done to who did it.
_MINDED: Final = (
    r"(?:blam|suspect|condemn|critici[sz]|denounc|deplor|mourn|lament|investigat|decr(?:y|i)"
    r")(?:es|e|ed|ing|s)?"
)
_MINDS: Final = re.compile(rf"\s{_GROUP}{_MINDED}\s")
_FELT_BY: Final = re.compile(
    r"\b(?:criticism|condemnation|praise|outrage|anger|sympathy|concern)\s"
    r"(?:from|among)\s(?:the\s)?\Z"
)
# "A court jailed Roe for six years for killing Hale": he did it.
_PUNISHES: Final = re.compile(
    rf"(?:\sin\s[A-Z][\w’'-]*)?\s{_GROUP}(?:sentenced|jailed|imprisoned|fined|arrested|detained|charged|indicted"
    r"|prosecuted|praised|thanked|honou?red|blamed|punished|acquitted)\s"
    r"(?P<who>[^,;:“”\"]{2,80}?)\s(?:for|with|of)\s(?:\w+ly\s)?\Z"
)
_AVENGED: Final = re.compile(
    r"\b(?:in\s(?:revenge|retaliation|reprisal|response)\s(?:for|to)|to\savenge|avenging)\s"
    r"(?:the\s|an?\s)?(?:[a-z-]+\s){0,2}\Z",
    re.IGNORECASE,
)


def stands_by(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that words only say from where a distance is, or where something happens."""
    found = _MEASURED.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if found is not None and not sentence[words[0]].isdigit():
        return found[0].strip() or None
    return _where(sentence, verb, words)


def holds_place(sentence: str, verb: Range, words: Range) -> str | None:
    """The words by which somebody only has a place that is named: "hills held by the Front"."""
    found = _HOLDS.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if found is None or touch(found.span("verb"), verb) or found["what"] in grammar.AUXILIARIES:
        return None
    is_place = is_site(found["what"]) or sort_of(found["what"]) == "locality"
    return found[0].strip() if is_place else None


def is_of_accusation(sentence: str, verb: Range, words: Range) -> str | None:
    """What somebody is accused of, where words stand in it: "accused Hale of sending [spies]"."""
    if words[0] < verb[1] or _ACCUSING.isdisjoint(grammar.tokenise(sentence[slice(*verb)]).words):
        return None
    found = _OF_DOING.fullmatch(sentence, verb[1], words[0])
    return found[0].strip() if found is not None else None


def _where(sentence: str, verb: Range, words: Range) -> str | None:
    """The preposition before a place that is no name: "in the town", "fled to the hills"."""
    named = sentence[slice(*words)]
    head = head_of(named)
    is_place = (
        head.islower()
        and (sort_of(head) == "locality" or is_site(head))
        and "and" not in named.split()
    )
    if not is_place or sort_of(named) == "people":
        return None
    low = max(0, words[0] - _NEAR)
    if (found := _PLACED.search(sentence, low, words[0])) is not None:
        return found[0].strip()
    told = grammar.tokenise(sentence[slice(*verb)]).words
    found = _TOWARDS.search(sentence, low, words[0])
    is_goal = found is not None and not _MOVING.isdisjoint(told) and words[0] >= verb[1]
    return found[0].strip() if found is not None and is_goal else None


def heads_report(sentence: str, verb: Range, words: Range) -> str | None:
    """The subject behind a place or a speaker that a title opens with: "Norland: rebels push"."""
    if not _DATELINE.fullmatch(sentence, 0, words[0]):
        return None
    found = _HEADED.fullmatch(sentence, words[1], verb[0])
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if found is None or not told:
        return None
    behind = {*grammar.tokenise(sentence[words[1] :]).words}
    is_open = not behind.isdisjoint(_FIRST_PERSON) or grammar.has_verb(found["who"])
    is_open = is_open or not names_people(head_of(found["who"]).lower())
    is_passive = is_participle(told[0]) and subject_zone(sentence, verb) is None
    is_passive = is_passive or not grammar.BE.isdisjoint(told)
    is_noun = word_before(sentence, verb) in grammar.PREPOSITIONS | grammar.DETERMINERS
    return None if is_open or is_passive or is_noun else found["who"]


def is_of_other_side(sentence: str, verb: Range, words: Range) -> str | None:
    """The word by which a deed is of rebels, where words are of a government, or the other way."""
    named = sentence[slice(*words)]
    before = grammar.tokenise(sentence[max(0, verb[0] - _NEAR) : verb[0]])
    told = grammar.tokenise(sentence[slice(*verb)]).words
    owner = before.words[-1:] if not any(map(grammar.is_past, told)) else ()
    whole = (*owner, *told[:-1])
    said = {*grammar.tokenise(named).words}
    if _OUTSIDE.search(named.lower()) or (words[0] < verb[1] and verb[0] < words[1]):
        return None
    for mine, theirs in ((_REBELS, _RULERS), (_RULERS, _REBELS)):
        shown = _owner_in(whole, mine)
        if shown and not said.isdisjoint(theirs) and said.isdisjoint(mine):
            return shown
    return None


def _owner_in(told: tuple[str, ...], side: frozenset[str]) -> str | None:
    """The word of a side whose deed it is: "rebel" of "rebel raid", not of "raid by rebels"."""
    for at, word in enumerate(told):
        if word in grammar.PREPOSITIONS:
            return None
        if word in side:
            return None if grammar.PREPOSITIONS.intersection(told[at + 1 : at + 2]) else word
    return None


def only_looks_on(sentence: str, verb: Range, words: Range) -> str | None:
    """The words by which somebody sees, blames or punishes who does it, and does not do it."""
    if words[1] <= verb[0]:
        return _before(sentence, verb, words)
    felt = _FELT_BY.search(sentence, max(verb[1], words[0] - _LOOK_BACK), words[0])
    if felt is not None:
        return felt[0].strip()
    if _is_noun(sentence, verb) and (minds := _MINDS.match(sentence, words[1])) is not None:
        return minds[0].strip()
    return takes_other_part(sentence, verb, words)


def _before(sentence: str, verb: Range, words: Range) -> str | None:
    """The same of who is named before a deed."""
    first = grammar.tokenise(sentence[slice(*verb)]).words[:1]
    is_gerund = any(map(grammar.is_gerund, first))
    saw = _SAW.fullmatch(sentence, words[1], verb[0])
    if saw is not None and (is_gerund or any(map(grammar.is_base, first))):
        return saw[0].strip()
    knew = _KNEW.fullmatch(sentence, words[1], verb[0])
    if knew is not None and grammar.is_past(knew["verb"]) and knew["verb"] not in _COPULAS:
        return knew[0].strip()
    punishes = _PUNISHES.fullmatch(sentence, words[1], verb[0]) if is_gerund else None
    if punishes is not None:
        return punishes[0].strip()
    minds = _MINDS.match(sentence, words[1], verb[0]) if _is_noun(sentence, verb) else None
    if minds is None:
        return None
    between = grammar.tokenise(sentence[minds.end() : verb[0]])
    is_other = any(
        word in clausal.RELATIVE | grammar.AUXILIARIES | clausal.FINITE | {",", "and", "his", "its"}
        or (grammar.is_past(word) and word not in grammar.ADJECTIVES)
        for word in between.words
    )
    return None if is_other else minds[0].strip()


def takes_other_part(sentence: str, verb: Range, words: Range) -> str | None:
    """What gives a deed to others than who avenges it: "in revenge for"."""
    if not _is_noun(sentence, verb) or words[0] < verb[1]:
        return None
    avenged = _AVENGED.search(sentence, max(0, verb[0] - _LOOK_BACK), verb[0])
    found = is_of_another(sentence, verb, words) if avenged else None
    if avenged is None or found is None or found.slot == "deed":
        return None
    return avenged[0].strip() if "," in sentence[verb[1] : words[0]] else None


def _is_noun(sentence: str, verb: Range) -> bool:
    """Whether a deed is told by a noun: behind an article, or as no form of a verb."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    before = grammar.tokenise(sentence[max(0, verb[0] - 30) : verb[0]]).words[-1:]
    is_form = any(grammar.is_past(word) or word in grammar.AUXILIARIES for word in told)
    is_behind = bool(before) and before[0] in {"the", "a", "an", "'s", "of"}
    return not is_form and (is_behind or not any(map(grammar.is_gerund, told)))
