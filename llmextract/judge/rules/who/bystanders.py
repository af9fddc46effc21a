"""Who is only named beside what happens: where a text is from, what a distance is measured from.

Of "pushed rebels 10 kilometers back from Dorva" Dorva has no part, nor has Norland of "Norland:
rebels push on"; who is to be fought with the help of Norland is not helped by it, and a "rebel
offensive" is none of the government. Where a sentence leaves it open, nothing is said.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.own_subject import is_participle, passive_zone, subject_zone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import names_people, sort_of
from llmextract.article.times.words import MONTHS
from llmextract.judge.rules.nouns import head_of, is_site, may_act
from llmextract.judge.rules.who.agents import LITTLE
from llmextract.judge.rules.who.befallen import DONE_TO, passive_of, word_before

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
# Whom somebody is to be fought with, or against.
_AGAINST: Final = re.compile(
    r"\b(?:against|(?:to|in|of|for|at|on)\s(?:\w+ly\s)?(?:the\s)?(?:combat|fight|battle|defeat|counter|oppose|resist|repel"
    r"|confront|crush|destroy|eliminate|eradicate|expel|oust|overthrow|topple|contain|deter)(?:e?d|ing|t?ing|ling)?)"
    r"\s(?:the\s|their\s|its\s|these\s|all\s)?[“\"]?\Z"
)
_HELPING: Final = grammar.inflected(
    "support back aid assist help arm train fund finance equip* supply sponsor"
) | grammar.words_of("assistance backing")
_REBELS: Final = grammar.words_of(
    "rebel rebels insurgent insurgents insurgency opposition militant militants guerrilla"
    " guerrillas guerilla guerillas jihadist jihadists separatist separatists terrorist terrorists"
)
_RULERS: Final = grammar.words_of(
    "government governments regime leadership authorities president cabinet presidency"
)
_OUTSIDE: Final = re.compile(r"\b(?:anti|pro|former|ex|government-held|rebel-held)\b|-backed")
_DATED: Final = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?|\b(?:in|since|until|till|during|late|early|mid|last|this|next|of))\s\Z",
    re.IGNORECASE,
)
# Out of whom some come: "a militia recruited among the [Hale]".
_RECRUITED: Final = re.compile(
    r"\b(?P<verb>recruited|drawn|enlisted|hired|conscripted|raised|mustered|selected|chosen|picked)"
    r"\s(?:mainly\s|mostly\s|largely\s)?(?:(?:from\s)?among|from)\s(?:the\s)?\Z"
)
# Whose a place is: "fired from hills held by the [Front]".
_HOLDS: Final = re.compile(
    r"(?P<what>\b[\w’'-]+)\s(?P<verb>held|controlled|owned|run|occupied|governed|administered|ruled"
    r"|inhabited|populated|dominated|guarded|manned)\sby\s(?:the\s)?\Z"
)
_BESIDE: Final = re.compile(r"\b(?:alongside|side\sby\sside\swith)\s(?:the\s)?\Z")
_GIVING: Final = grammar.inflected(
    "deliver give hand send supply sell donate ship transfer grant lend award export"
) | grammar.words_of("gave given sent sold lent")
_OBJECT: Final = re.compile(rf"\s+{LITTLE}")
_TO_SOMEBODY: Final = re.compile(r"\sto\s(?:(?:the|an?|its|his|her|their)\s|[A-Z])")
_ACCUSING: Final = grammar.inflected("accuse suspect convict")
_OF_DOING: Final = re.compile(
    r"[^,;:]{0,80}?\sof\s(?:having\b|[“\"]?(?:\w+ly\s)?\w+ing\b)[^,;:]{0,80}\Z"
)
# "Roe told Hale that [his men] had left", "Oria said that [one of its jets] was hit".
_SAYS_THAT: Final = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,\s(?:who|which)\s[^,;:“”\"]{1,120},)?\s(?:has\s|had\s|also\s)?"
    r"(?P<verb>[a-z]+)(?:\s(?!that\b)[\w’'.-]+){0,4}\sthat\s"
)
_HIS: Final = re.compile(
    r"(?:(?:one|two|three|some|many|most|all|none)\sof\s)?(?P<whose>his|her|its|their)\s"
)
_LOOK_BACK: Final = 100
_NEAR: Final = 24


def stands_by(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that words only say from where a distance is, or where something happens."""
    found = _MEASURED.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if found is not None and not sentence[words[0]].isdigit():
        return found[0].strip() or None
    return _where(sentence, verb, words)


def names_other(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that words are a month, or those out of whom some others come."""
    before = max(0, words[0] - _NEAR)
    if sentence[slice(*words)].lower() in MONTHS:
        dated = _DATED.search(sentence, before, words[0])
        return dated[0].strip() if dated is not None else None
    found = _RECRUITED.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    return found[0].strip() if found and not touch(found.span("verb"), verb) else None


def holds_place(sentence: str, verb: Range, words: Range) -> str | None:
    """The words by which somebody only has a place that is named: "hills held by the Front"."""
    found = _HOLDS.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if found is None or touch(found.span("verb"), verb) or found["what"] in grammar.AUXILIARIES:
        return None
    is_place = is_site(found["what"]) or sort_of(found["what"]) == "locality"
    return found[0].strip() if is_place else None


def tells_of_own(sentence: str, verb: Range, words: Range) -> str | None:
    """Whose deed somebody tells: "his men" of "Roe said that his men had left".

    What "its fighters" do it may do; what befalls "one of its jets" it does not.
    """
    found = _SAYS_THAT.match(sentence, words[1], verb[0])
    if found is None or not says(found["verb"]):
        return None
    whose = _HIS.match(sentence, found.end(), verb[0])
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if whose is None or not told:
        return None
    is_passive = passive_of(sentence, verb, told) is not None
    zone = passive_zone(sentence, verb) if is_passive else subject_zone(sentence, verb)
    if zone is None or zone.shared or zone.start != found.end():
        return None
    named = sentence[slice(*zone.place)]
    is_person = whose["whose"] in ("his", "her") and names_people(named)
    return named if is_passive or is_person else None


def stands_beside(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that words are no goal of a deed: "alongside", "jets" of "gave jets to Oria"."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if not told or words[0] < verb[1]:
        return None
    beside = _BESIDE.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    if beside is not None:
        return beside[0].strip() if DONE_TO.isdisjoint(told) else None
    if not _ACCUSING.isdisjoint(told):
        found = _OF_DOING.fullmatch(sentence, verb[1], words[0])
        return found[0].strip() if found is not None else None
    named = sentence[slice(*words)]
    is_thing = named.islower() and not (names_people(named) or may_act(named))
    is_given = is_thing and told[-1] in _GIVING and not grammar.BE.intersection(told)
    is_given = is_given and _OBJECT.fullmatch(sentence, verb[1], words[0]) is not None
    to = _TO_SOMEBODY.match(sentence, words[1]) if is_given else None
    return to[0].strip() if to is not None else None


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


def is_to_be_fought(sentence: str, verb: Range, words: Range) -> str | None:
    """What shows that help is given against somebody: "supports efforts to combat gangs"."""
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if words[0] < verb[1] or _HELPING.isdisjoint(told):
        return None
    found = _AGAINST.search(sentence, max(verb[1], words[0] - _LOOK_BACK), words[0])
    if found is None:
        return None
    between = grammar.tokenise(sentence[verb[1] : found.start()]).words
    is_other = any(word in clausal.RELATIVE or word in (";", ":") for word in between)
    return None if is_other else found[0].strip()
