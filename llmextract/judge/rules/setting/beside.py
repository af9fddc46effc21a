"""Times and places that belong to a noun beside them, and not to what happens.

"Killed near the 2019 memorial", "two days before the vote on Monday", "in a statement on Monday",
"Hale, the mayor of Dorva, was killed in Kelmar". Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import MONTHS, WEEKDAYS

_BACK: Final = 60
# Between a deed and what it is told to lie off: "two days before the vote on".
_OFF: Final = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+|the)\s"
    r"(?:second|minute|hour|day|night|week|month|year|decade)s?\s"
    r"(?:before|after|ahead\sof|prior\sto|following|since)\s[^,;:“”\"]{1,40}\Z"
)
# "The worst since [2019]": how long there was none like it.
_SINCE: Final = re.compile(
    r"\b(?:worst|best|first|last|only|biggest|largest|heaviest|deadliest|highest|lowest|most\s\w+"
    r"|fiercest|bloodiest|gravest|strongest|longest|hottest|coldest|wettest|driest|greatest|smallest"
    r"|fewest|latest)\s[^,;:“”\"]{1,40}?(?P<since>\bsince\s(?:the\s)?)?\Z"
)
_STATED: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring)\s(?:an?|the|his|her|its|their|another)\s(?:[a-z-]+\s){0,2}"
    r"(?:statement|interview|speech|report|post|tweet|briefing|letter|article|video|message|address"
    r"|broadcast|conference|testimony|interviews|statements)\s(?:to\s[^,;]{1,30}\s)?(?:on|in|of|late|early|\s)*\Z"
)
_OF_NOUN: Final = re.compile(
    r"\b(?:the|an?|his|her|its|their|this|last|every)\s(?:[a-z-]+\s){0,2}\Z"
)
_NOUN: Final = re.compile(r"\s(?P<noun>[a-z]{3,})\b")
_NO_NOUNS: Final = (
    grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.CLAUSES
    | grammar.AUXILIARIES
    | grammar.words_of("that which who when where while and morning afternoon evening night ago")
)
_HERE: Final = (
    r"(?:in|at|near|outside|inside)\s(?:(?:the\s)?(?:[a-z-]+\s){1,3}(?:of\s)?)?"
    r"(?P<place>[A-Z][\w’'-]+)"
)
_OWN_PLACE: Final = re.compile(
    r"(?:\s(?!(?:and|but|who|which|that|when|while|after|before|as|said|if)\b)[\w’'.-]+){0,4}?\s"
    + _HERE
)
_SAID_TO_BE: Final = re.compile(
    r"(?:\A|\b)(?:In|At|Near|Across|Around|Throughout|Outside|in|at|near|across|around|throughout"
    r"|outside|inside|on)\s(?:the\s)?(?:[A-Za-z-]+\s){0,3}(?:of\s)?\Z"
)
# Behind the place of a deed: "in Kelmar before talks in", "in Kelmar, a clinic in Dorva said".
_LATER: Final = re.compile(
    r"\s(?:before|after|ahead\sof|unlike)\s(?!(?:dawn|noon|midnight|sunrise|sunset|dusk|dark)\b|\d)"
    r"[^,;:“”\"]{1,60}\Z"
)
_TELLS: Final = re.compile(r"\s(?:has\s|have\s)?(?:said|says?|reported|confirmed|announced)\b")
_BEFORE: Final = re.compile(r"\b(?:of|from|hold|holds|held|left|leaving)\s(?:the\s)?\Z")
_DATES: Final = frozenset(each.capitalize() for each in (*WEEKDAYS, *MONTHS))


def time_beside(sentence: str, deed: Range, time: Range) -> str | None:
    """The noun that a time belongs to, or what makes it another's; None where it may be the deed's.

    >>> time_beside("Hale was killed near the 2019 memorial.", (9, 15), (25, 29))
    'memorial'
    """
    low = max(0, time[0] - _BACK)
    if deed[1] <= time[0]:
        start = max(low, deed[1])
        off, since = (each.search(sentence, start, time[0]) for each in (_OFF, _SINCE))
        if off is not None:
            return off[0].strip()
        if since is not None and (since["since"] or sentence.startswith("since ", time[0])):
            return since[0].strip()
    stated = _STATED.search(sentence, low, time[0]) if time[1] <= deed[0] else None
    if stated is not None and any(map(says, grammar.tokenise(sentence[time[1] : deed[0]]).words)):
        return stated[0].strip()
    noun = _NOUN.match(sentence, time[1])
    if noun is None or noun["noun"] in _NO_NOUNS or grammar.is_past(noun["noun"]):
        return None
    is_held = _OF_NOUN.search(sentence, low, time[0]) is not None
    is_deed = touch(noun.span("noun"), deed) or deed[0] >= noun.end()
    return noun["noun"] if is_held and not is_deed else None


def place_beside(sentence: str, deed: Range, place: Range) -> str | None:
    """The place that a deed has right behind it, where another is only somebody's before it.

    >>> place_beside("Hale, the mayor of Dorva, was killed in Kelmar.", (30, 36), (19, 24))
    'Kelmar'
    """
    own = _OWN_PLACE.match(sentence, deed[1])
    if own is None or own["place"] in _DATES or own["place"] in sentence[slice(*place)]:
        return None
    if place[0] >= own.end():
        later = _LATER.search(sentence, own.end(), place[0])
        tells = _TELLS.match(sentence, place[1]) if later is None else None
        return own["place"] if later or tells else None
    if place[1] > deed[0]:
        return None
    low = max(0, place[0] - _BACK)
    if _SAID_TO_BE.search(sentence, low, place[0]) or not _BEFORE.search(sentence, low, place[0]):
        return None
    return own["place"]
