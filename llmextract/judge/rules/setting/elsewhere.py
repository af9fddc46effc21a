"""Places that an article gives something else: who tells of a deed, or another deed beside it.

"Sources in Dorva said the army advanced" tells where the sources are, "took Kelmar, bringing them
near Dorva" and "took Kelmar and shelled a base in Dorva" where something else is. A place falls
only where its deed has one of its own, or where words right beside it show whose it is.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.article.syntax.patterns import BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import is_site
from llmextract.judge.rules.setting.asides import is_verb, told_in_aside
from llmextract.judge.rules.setting.beside import place_beside
from llmextract.judge.rules.setting.dating import verbs_beside
from llmextract.judge.rules.setting.directions import as_party, only_directed
from llmextract.judge.rules.setting.each_its_own import held_by_other
from llmextract.judge.rules.setting.joined import COMING, Sort, apart_by, in_other_clause
from llmextract.judge.rules.setting.of_people import of_people
from llmextract.judge.rules.setting.where import TAKEN_THERE, is_placed

_TELLS_BEHIND: Final = re.compile(
    rf"\s+{BETWEEN}(?P<verb>\w+)\b(?:\s+(?!that\b)[\w’'.-]+){{0,6}}?\s+that\s"
)
# "Said at a rally in [Dorva] that".
_SPOKE_AT: Final = re.compile(
    r"\b(?P<verb>\w+)\s+(?:(?:at|in|during|from)\s+(?:an?|the)\s+(?:\w+\s+){1,3})?"
    r"(?:in|at|from)\s+(?:the\s+)?\Z"
)
# "It fell, Roe told reporters in [Dorva]", "she said at a church in [Dorva]".
_SAID_AT: Final = re.compile(
    r"(?:[,“”\"]|\w)\s(?P<verb>said|says|told|tells|added|adds|wrote)"
    r"(?:\s(?:reporters|journalists|newsmen|lawmakers|parliament|supporters|a\s\w+|them|us))?"
    r"(?:\s(?:on\s)?[A-Z]\w+day)?"
    r"\s(?:in|at|from|outside|near)\s(?:(?:an?|the|his|her|its|their)\s)?(?:[a-z][\w-]*\s){0,3}?"
    r"(?:(?:in|at|near|of)\s(?:the\s)?)?\Z"
)
# "“It fell,” declared the spokesman of the army in [Dorva]": where who speaks has his office.
_SPEAKS_FOR: Final = re.compile(
    r"[^“”\"]*[”\"],?\s(?P<verb>\w+)\s(?:the|an?|its)\s[^;:“”\"]{1,80}?\s(?:in|at|for|from)\s(?:the\s)?"
)
# Whom or what is stopped on its way never was there.
_BEFORE_IT: Final = re.compile(
    r"\s(?:(?:before|without)\s(?:reaching|entering|approaching|arriving\s(?:in|at)|hitting)"
    r"|before\s(?:[\w’'-]+\s){1,3}?(?:(?:could|can|had|would)\s)?"
    r"(?:reach(?:ed|es)?|enter(?:ed)?|arrived?\s(?:in|at)|hit|g[eo]t\sto))"
    r"\s(?:(?:the|an?|its|his|her|their)\s)?\Z"
)
_CLOSED: Final = re.compile(r"(?:,[^;:“”\"]{0,60})?,\s\Z")
_WHICH: Final = re.compile(r",\swhich\s(?:\w+\s){1,3}[^;:“”\"]*\Z")
_HAS_OBJECT: Final = re.compile(
    r"\s(?:the|an?|some|at\sleast|more|most|all|many|several|hundreds|dozens|\d|[A-Z])"
)
_AND_THERE: Final = re.compile(
    r",\s(?:and|but|while)\s(?:[\w’'-]+\s){0,4}?(?:in|at|near|outside)\s(?:[\w’'-]+\s){0,4}?\Z"
)
# What a deed comes after: "the escalation in Norland follows".
_FOLLOWS: Final = re.compile(
    r"(?P<between>[^.;:“”\"]{0,80}?)\s(?P<verb>follows|followed|comes\safter|came\safter)\s"
)
_THERE_IN: Final = re.compile(r"\b[Ii]n\s(?P<name>[A-Z][\w’'-]+),\swhere\s[^,;:]*\Z")
_THEY: Final = re.compile(r"(?:they|he|she|it|we)\s")
_THAT: Final = re.compile(r"\s+(?:on\s+\w+day\s+)?that\s")
_IN: Final = re.compile(r"\b(?:in|at|from|near|across|outside|inside)\s+(?:the\s+)?\Z")
# Where somebody is brought, or how far from it: "bringing them within 6 km of Dorva".
_ON_THE_WAY: Final = re.compile(
    r",\s(?:bringing|pushing|putting|driving|forcing|sending|coming|heading|moving|leading|taking)\b"
    r"(?P<what>[^,;:]{0,90})\b(?:of|from|towards?|to)\s+(?:the\s+)?\Z"
)
# "On its way to a wedding in [Dorva]", "bound for [Dorva]".
_BOUND_FOR: Final = re.compile(
    r"\b(?:on\s(?:its|their|his|her|the)\sway\s(?:back\s)?(?:to|from)|en\sroute\s(?:to|from)|bound\sfor"
    r"|in\stransit\s(?:to|from))\s(?:(?:an?|the)\s[a-z]+\s(?:in|at|near)\s)?(?:the\s)?"
    r"(?:[a-z]+\sof\s)?\Z"
)
_PLACE: Final = re.compile(
    r"\b(?:in|at|near|from|to|into|around|outside|inside|across|of)\s+(?:[a-z]+\s+){0,5}?"
    r"(?P<name>[A-Z][\w’'-]+)"
)
_NAME: Final = re.compile(r"(?<=\s)[A-Z][\w’'-]+")
_LATER: Final = re.compile(r",?\s(?:after|when|while|as|before|because|although)\s")
_JOINED: Final = re.compile(r",?\s(?:and|but)\s(?:\w+ly\s|then\s|later\s|also\s)?(?P<verb>\w+)\b")
# What takes a place up, so that a clause behind it is there as well.
_TAKEN_UP: Final = re.compile(r"\b(?:where|in which|there|to which)\b")
_MOVING: Final = grammar.inflected(
    "advance march move head push drive retreat withdraw approach return travel come go flee"
) | grammar.words_of("withdrew drove fled came went driven")
_ENDS: Final = re.compile(r"[;:]|,?\s(?:while|after|when|as|and|but|where|which)\s")
_DATES: Final = frozenset({*MONTHS, *WEEKDAYS})
_OWN_PLACE: Final = re.compile(
    r"(?P<object>(?:\s[\w’'-]+){0,4}?)\s(?:in|at|near|outside)\s(?:the\s)?(?:[a-z]+\s){0,3}"
    r"(?P<name>[A-Z][\w’'-]+)"
)
# Behind a verb, but not behind a participle before its noun.
_LED: Final = re.compile(
    rf"\s(?:[A-Z\d]|(?:{'|'.join(grammar.PREPOSITIONS | grammar.DETERMINERS)})\b)"
)
_BUT: Final = re.compile(r",?\s(?:and|but)\s")
# One thing is told in the setting of another, which may be at the same place.
_SETTING: Final = re.compile(r"\s(?:when|as|where|while|during)\s|\A,\s(?:an?|the)\s")
# "Dorva, [the provincial capital]", "the Norlandian capital, [Dorva]": either is the other.
_NAMED_BEFORE: Final = re.compile(
    r"\b[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}(?:\s(?:city|town|village|province))?,\s\Z"
)
_SAYS_WHAT: Final = re.compile(r"(?:[Tt]he|[Aa]n?|its|their|[A-Z]\w*[’']s)\s")
_SORT_BEFORE: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|its|their)\s(?:[\w-]+\s){0,3}?(?:capital|city|town|village|port|province),?\s\Z"
)
_AND: Final = re.compile(r",?\s(?:and|but|or)\s(?:\w+ly\s|then\s|also\s)?\Z")
_FRONTED_IF: Final = re.compile(
    r"\W*(?:If|Unless|Should|Were|Had|Once|In\scase|Provided(?:\sthat)?|As\slong\sas)\s"
)
_OF_NAME: Final = re.compile(r"\b[A-Z]\w*\S{1,3}s\s\Z")
_THEN_WILL: Final = re.compile(
    r",\s(?:[\w’'-]+\s){1,6}?(?:will|would|could|may|might|can|should|must|shall)\b"
)
# Who is there while he does something is there as he does it: "was held in Dorva as he left".
_MEANWHILE: Final = re.compile(r"(?:,?\s)?(?:as|while|when)\s+\Z")
_SAME: Final = grammar.words_of("he she it they")
_UNITS: Final = grammar.words_of("hour day week month year decade")
_LOOK_BACK: Final = 140


def _has_place(sentence: str, start: int, end: int) -> bool:
    """Whether a stretch of words has a place: with a preposition, or as what is taken."""
    found = _PLACE.finditer(sentence, start, end)
    if any(match["name"].lower() not in _DATES for match in found):
        return True
    names = _NAME.finditer(sentence, start, end)
    return any(is_placed(sentence, name.span()) for name in names)


_PLACES: Final = Sort(is_time=False, stands_in=_has_place)


def told_elsewhere(sentence: str, deed: Range, place: Range) -> str | None:
    """The words that show that a place is not where a deed is, None where nothing does."""
    place = _whole(sentence, place)
    shown = (
        only_directed(sentence, deed, place)
        or _where_said(sentence, deed, place)
        or _not_reached(sentence, deed, place)
        or _in_aside(sentence, deed, place)
        or _of_what_was_before(sentence, deed, place)
        or _behind_condition(sentence, deed, place)
        or in_other_clause(sentence, deed, place, _PLACES)
        or of_people(sentence, deed, place)
    )
    if shown or not is_placed(sentence, place):
        return shown or as_party(sentence, place)
    return (
        place_beside(sentence, deed, place)
        or _of_teller(sentence, deed, place)
        or _on_the_way(sentence, deed, place)
        or _of_other_taker(sentence, deed, place)
        or _of_joined(sentence, deed, place)
        or _of_clause(sentence, deed, place)
        or _of_later_clause(sentence, deed, place)
        or _of_verb_beside(sentence, deed, place)
        or _apart(sentence, deed, place)
        or held_by_other(sentence, deed, place, is_time=False)
    )


def _whole(sentence: str, place: Range) -> Range:
    """A place with the other words for it that stand before it: "Dorva, [the capital]"."""
    start, end = place
    low = max(0, start - 80)
    is_name = sentence[start].isupper() and not _SAYS_WHAT.match(sentence, start)
    if is_name:
        found = _SORT_BEFORE.search(sentence, low, start)
    else:
        is_more = _SAYS_WHAT.match(sentence, start) and is_site(sentence[start:end])
        found = _NAMED_BEFORE.search(sentence, low, start) if is_more else None
    return (found.start(), end) if found else place


def names_place(sentence: str) -> bool:
    """Whether a sentence has a place of its own for what it tells."""
    return _has_place(sentence, 0, len(sentence))


def _where_said(sentence: str, deed: Range, place: Range) -> str | None:
    """The words of saying between a deed and a place: "it fell, Roe said in [Dorva]"."""
    if place[0] < deed[1]:
        return None
    found = _SAID_AT.search(sentence, max(deed[1], place[0] - _LOOK_BACK), place[0])
    if found is None and any(mark in sentence[: deed[0]] for mark in '“"'):
        speaks = _SPEAKS_FOR.fullmatch(sentence, deed[1], place[0])
        found = speaks if speaks is not None and says(speaks["verb"]) else None
    return found["verb"] if found is not None else None


def _not_reached(sentence: str, deed: Range, place: Range) -> str | None:
    """What was not reached yet when it happened: "was shot down before it reached [Dorva]"."""
    if place[0] < deed[1]:
        return None
    found = _BEFORE_IT.search(sentence, max(deed[1], place[0] - _LOOK_BACK), place[0])
    return found[0].strip() if found is not None else None


def _in_aside(sentence: str, deed: Range, place: Range) -> str | None:
    """What opens an aside; what is "where" the deed is may be there as well.

    Not where it is joined to a place behind that: "in Dorva, where men fled, and ten in [Kelmar]".
    """
    found = told_in_aside(sentence, deed, place)
    if found is None:
        return _before_main_verb(sentence, deed, place)
    if not found.startswith("where"):
        return found
    joint = _AND_THERE.search(sentence, deed[1], place[0]) if deed[1] <= place[0] else None
    if joint is None and _is_named(sentence, place):
        # "Unlike in Oria, where riots left ten dead, a march in [Dorva] was quiet".
        there = _THERE_IN.search(sentence, 0, deed[0])
        joint = there if there and state_of(there["name"]) is None and place[0] > deed[1] else None
    return joint[0].strip(", ") if joint is not None else None


def _is_named(sentence: str, place: Range) -> bool:
    name = sentence[slice(*place)]
    return name[:1].isupper() and state_of(name) is None


def _before_main_verb(sentence: str, deed: Range, place: Range) -> str | None:
    """What opens an aside that a deed with its own place closes: ", which shook [Dorva], razed"."""
    if place[1] > deed[0] or not _CLOSED.search(sentence, place[1], deed[0]):
        return None
    found = _WHICH.search(sentence, max(0, place[0] - _LOOK_BACK), place[0])
    is_main = found and _HAS_OBJECT.match(sentence, deed[1]) and _is_past_form(sentence, deed)
    if not is_main or not _has_place(sentence, deed[1], len(sentence)):
        return None
    return found[0].strip(", ") if found is not None else None


def _is_past_form(sentence: str, deed: Range) -> bool:
    return grammar.is_past(sentence[slice(*deed)].lower())


def _of_what_was_before(sentence: str, deed: Range, place: Range) -> str | None:
    """The verb by which a deed follows another, whose place it is: "the raid follows talks in"."""
    found = _FOLLOWS.match(sentence, deed[1], max(deed[1], place[0]))
    if found is None or is_verb(sentence, deed) or grammar.has_verb(found["between"]):
        return None
    return found["verb"]


def _of_teller(sentence: str, deed: Range, place: Range) -> str | None:
    """The verb of those who are there and tell of it: "sources in [Dorva] told Radio Nord that"."""
    if place[1] >= deed[0]:
        return None
    spoke = _SPOKE_AT.search(sentence, max(0, place[0] - 60), place[0])
    if spoke is not None and says(spoke["verb"]) and _THAT.match(sentence, place[1]):
        return spoke["verb"]
    found = _TELLS_BEHIND.match(sentence, place[1])
    if found is None or found.end() > deed[0] or not says(found["verb"]):
        return None
    # "Police in Dorva said that they had found": they did it there.
    if _THEY.match(sentence, found.end()):
        return None
    return found["verb"] if _IN.search(sentence, max(0, place[0] - 20), place[0]) else None


def _on_the_way(sentence: str, deed: Range, place: Range) -> str | None:
    """What somebody is brought near a place, or away from it, by a deed that is not there."""
    low = max(0, place[0] - _LOOK_BACK)
    if (bound := _BOUND_FOR.search(sentence, low, place[0])) is not None:
        return bound[0].strip()
    found = _ON_THE_WAY.search(sentence, low, place[0])
    if found is None or found.start() < deed[0] < place[0]:
        return None
    if not _MOVING.isdisjoint(grammar.tokenise(sentence[slice(*deed)]).words):
        return None
    return found[0].strip(", ")


def _of_other_taker(sentence: str, deed: Range, place: Range) -> str | None:
    """The verb that takes a place, joined to a deed with its own: "hold Oria and seize [Dorva]"."""
    if place[0] < deed[1] or not (is_verb(sentence, deed) or _FRONTED_IF.match(sentence)):
        return None
    taken = TAKEN_THERE.search(sentence, max(deed[1], place[0] - _LOOK_BACK), place[0])
    if taken is None:
        return None
    joint = _AND.search(sentence, deed[1], taken.start())
    if joint is None or any(mark in sentence[deed[1] : joint.start()] for mark in ',;:“”"'):
        return None
    return taken["verb"] if _has_place(sentence, deed[0], joint.start()) else None


def _behind_condition(sentence: str, deed: Range, place: Range) -> str | None:
    """What would ensue from a deed with its own place: "If men take Oria, they may flee [Dorva]".

    What has no name may be there as well: "if men take Oria, they could shut the port".
    """
    opener = _FRONTED_IF.match(sentence)
    if opener is None or deed[0] < opener.end():
        return None
    is_of_name = _OF_NAME.search(sentence, max(0, place[0] - 30), place[0]) is not None
    if sentence[slice(*place)].islower() and not is_of_name:
        return None
    main = _THEN_WILL.search(sentence, deed[1], max(deed[1], place[0]))
    if main is None or not _has_place(sentence, opener.end(), main.start()):
        return None
    return main[0].strip(", ")


def _of_joined(sentence: str, deed: Range, place: Range) -> str | None:
    """The other verb of a subject, where each has its own place: "took Oria and left Dorva"."""
    low, high = (deed[1], place[0]) if deed[1] <= place[0] else (place[1], deed[0])
    found = next(
        (
            joint
            for joint in _JOINED.finditer(sentence, low, max(low, high + 1))
            if grammar.is_past(joint["verb"]) and joint["verb"] not in grammar.ADJECTIVES
        ),
        None,
    )
    if found is None or any(mark in sentence[low:high] for mark in ';:“”"'):
        return None
    if deed[1] <= place[0]:
        is_own = _has_place(sentence, deed[0], found.start())
        return found["verb"] if is_own and subject_zone(sentence, deed) else None
    zone = subject_zone(sentence, deed)
    is_own = zone is not None and zone.shared and _has_place(sentence, deed[0], len(sentence))
    return found[0].strip(", ") if is_own and zone is not None and place[0] >= zone.end else None


def _of_clause(sentence: str, deed: Range, place: Range) -> str | None:
    """The subject of a deed whose clause has a place, and opens behind the one asked for."""
    zone = subject_zone(sentence, deed)
    if zone is None or not zone.is_clause or place[1] > zone.start:
        return None
    if _TAKEN_UP.search(sentence, place[1], zone.start):
        return None
    ends = _ENDS.search(sentence, deed[1])
    end = len(sentence) if ends is None else ends.start()
    subject = sentence[zone.start : zone.end].strip()
    before = max(0, zone.start - 8)
    if subject.lower() in _SAME and _MEANWHILE.search(sentence, before, zone.start):
        return None
    return subject if _has_place(sentence, deed[0], end) else None


def _of_later_clause(sentence: str, deed: Range, place: Range) -> str | None:
    """The clause behind a deed with a place of its own, which has the one that is asked for."""
    opener = _LATER.search(sentence, deed[1], place[0]) if deed[1] < place[0] else None
    if opener is None or subject_zone(sentence, deed) is None:
        return None
    if not grammar.has_verb(sentence[opener.end() : place[0]]):
        return None
    shown = " ".join(sentence[opener.start() : place[0]].split()[:5]).strip(", ")
    return shown if _has_place(sentence, deed[0], opener.start()) else None


def _of_verb_beside(sentence: str, deed: Range, place: Range) -> str | None:
    """The verb of a place where a deed has its own: "landed in Oria by a deal made in [Dorva]"."""
    own = _OWN_PLACE.match(sentence, deed[1])
    low, high = (deed[1], place[0]) if deed[1] <= place[0] else (place[1], deed[0])
    if (
        own is None
        or sentence[slice(*place)].islower()
        or touch(own.span(), place)
        or _SETTING.search(sentence[low:high])
    ):
        return None
    if grammar.has_verb(own["object"]) or own["name"].lower() in _DATES:
        return None
    if place[1] <= deed[0] and COMING.search(sentence, max(0, deed[0] - 60), deed[0]):
        joint = _BUT.search(sentence, place[1], deed[0])
        return None if joint is None else joint[0].strip(", ")
    verb = next(verbs_beside(sentence, deed, place), None)
    # "In the largely populated city" is no verb.
    is_other = verb is not None and not touch(verb, own.span())
    is_led = verb is not None and _LED.match(sentence, verb[1]) is not None
    return sentence[slice(*verb)] if verb is not None and is_other and is_led else None


def _apart(sentence: str, deed: Range, place: Range) -> str | None:
    """How long before or after what is at a place a deed was that has its own."""
    comma = sentence.find(",", deed[1])
    is_own = _has_place(sentence, deed[0], comma if comma >= 0 else len(sentence))
    return apart_by(sentence, deed, place, _UNITS) if is_own else None
