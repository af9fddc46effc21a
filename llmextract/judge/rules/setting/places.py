"""What an article calls a place, what it only tells that something is in, and names of no place.

Only by what stands right beside the words: "the city of Dorva", "Dorva province", "Dorva, the
second-largest city".
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import head_of, is_people
from llmextract.judge.spans import occurrences

_LOOK_BACK: Final = 60
_LIST_BACK: Final = 160
# Not "state", "region" or "area", which people govern, nor "capital", which means a government.
_TOWN: Final = r"(?:city|town|village|province|countryside|governorate|district|county|suburb)"
_TOWNS: Final = r"(?:cities|towns|villages|provinces|governorates|districts|counties|suburbs)"
_NAMES: Final = r"(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:, | and |, and ))*"
_ARE: Final = r"(?:,? (?:which|that))?(?: [\w-]+){0,6} (?:are|were|including|includes?|included)"
_CALLED_BEFORE: Final = re.compile(
    rf"\b(?:{_TOWN} of |{_TOWNS}(?: of|,| such as| like|{_ARE})? (?:the )?{_NAMES}"
    r"|(?:\w+th|first|second|third|last|latest|next|only(?: other)?|another) "
    rf"{_TOWN}(?: [\w-]+){{0,8}},? (?:after|following|besides?) )\Z"
)
_CALLED_BEHIND: Final = re.compile(
    r"(?: |, (?:an? |the |[A-Z]\w+['’]s )(?:(?!(?:of|in|for|from|who)\b)[\w-]+ ){0,3})"
    rf"{_TOWN}\b(?! (?:hall|council|police)\b)(?P<whose>['’]s?)?(?: (?P<next>[a-z]+))?"
    rf"| (?:and [A-Z][\w’'-]* )?{_TOWNS[:-1]}|countrysides)\b"
)
_COMPASS: Final = re.compile(r"(?:(?:north|south|east|west|central|upper|lower)\w*[ -])+(?=[A-Z])")
# Names of waters, mountains and works; people are called Hall, House or Park.
_SCENIC: Final = re.compile(
    r"(?:Lake|Mount) [A-Z][\w’'-]*|(?:Gulf|Bay|Sea|Strait|Cape) of (?:the )?[A-Z].*"
    r"|(?:[A-Z][\w’'-]* ){1,3}(?:River|Lake|Sea|Ocean|Gulf|Strait|Mountains?|Valley|Peninsula"
    r"|Desert|Canal|Dam|Barrage|Bridge|Airport|Highway)"
)
# "The aid group Orin Bridge" is none.
_BODY_BEFORE: Final = re.compile(
    r"\b(?:group|organi[sz]ation|charity|agency|network|movement|company|firm|contractor|party|militia"
    r"|NGO|band|club|team|outfit|foundation|think-tank|newspaper|magazine|website|broadcaster),? \Z"
)
_GENITIVES: Final = ("'s", "’s")

# Where something is: behind these a name of no body, which has an article ("in the Senate").
_SET_IN: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|across|throughout|into|within|around|outside)\s+(?:both\s+)?"
    r"(?:(?:nearby|neighbou?ring|rural|(?:north|south|east|west|central)\w*)\s+)?"
    r"(?:[A-Z][\w’'-]*,?\s(?:and|or)\s)?\Z"
)
_GOES_ON: Final = re.compile(
    r"[’']s?\b|[\s-]+(?:[A-Z]|(?:government|army|forces|troops|regime|president|ministry|official)s?\b)"
)
# "Norland's second-largest city", "Norland's civil war".
_ITS_LAND: Final = re.compile(
    r"['’]s\s(?:(?!(?:and|or)\b)[\w-]+\s){0,2}(?:cit(?:y|ies)|towns?|villages?|provinces?|regions?|districts?"
    r"|capital|coast|borders?|north|south|east|west|north-?east|north-?west|south-?east|south-?west"
    r"|territory|soil|airspace|countryside|desert|civil\swar|conflict(?!\swith\b))\b"
)
# "Dorva" and "Dorva, Norland".
_PLAIN: Final = re.compile(r"[A-Z][\w.’'-]*(?:,? [A-Z][\w’'-]*)?")
# A state has an article that tells nothing: "in the UK", "the UK-based".
_SET_IN_STATE: Final = re.compile(
    r"\b(?:in|at|near|inside|across|throughout|into|within|around|outside)\s+(?:the\s+)?\Z"
)
_BASED: Final = re.compile(r"-(?:based|born|wide)\b")
# "... and the capital, Dorva.": who acts is not told at the end of a sentence.
_SEAT: Final = re.compile(r"\bcapital(?:\scity)?,\s\Z")
_ENDS_SENTENCE: Final = re.compile(r"[’'”\"]?[.;!?]|\s*\Z")
# "The country" in which something is.
_COUNTRY: Final = re.compile(
    r"(?:the|this|that|its|their|his|her|our)\s(?:whole\s|entire\s)?(?:country|nation|kingdom|state|island"
    r"|republic|world|continent)",
    re.IGNORECASE,
)
# Names of no place, whatever stands before them: "the [Norlanders]", "on [NBC]".
_PEOPLE: Final = re.compile(r"[A-Z]\w+lande?rs")
_CHANNELS: Final = words_of("tv television radio news channel newspaper broadcasting network")
# These bodies have members, and no seat of their name; what is in "the Ministry" is in a house.
_BODIES: Final = words_of(
    "party front army forces force group movement militia brigade brigades battalion regiment"
    " league coalition alliance corps guard guards police committee association federation"
    " union agency"
)
_ON: Final = re.compile(r"\bon\s\Z")
# Where these have somebody, he is at their seat: "outside the Dorva Union", "at the Agency".
_AT: Final = re.compile(r"\b(?:at|in|inside|outside|near|into)\s(?:the\s)?\Z")


def is_only_placed(article: Article, name: str) -> bool:
    """Whether something is in what a plain name stands for, wherever an article has it.

    Of 620 bodies and persons that annotators marked in re3d none is told so.
    """
    text = article.text
    is_state = state_of(name) is not None
    bare = name.removeprefix("the ").removeprefix("The ") if is_state else name
    stands = occurrences(text, bare) if _PLAIN.fullmatch(bare) else []
    placed = [_is_set(text, start, end, is_state=is_state) for start, end in stands]
    if not any(placed):
        return False
    return all(
        is_set or (is_state and _is_around(text, start, end))
        for is_set, (start, end) in zip(placed, stands, strict=True)
    )


def _is_around(text: str, start: int, end: int) -> bool:
    """Whether the name of a state at a place of a text heads a story, or says whose land it is."""
    if _ITS_LAND.match(text, end):
        return True
    heads = start == 0 or text[start - 1] == "\n"
    return heads and text.startswith(":", end)


def _is_set(text: str, start: int, end: int, *, is_state: bool) -> bool:
    """Whether something is in what a name at a place of a text stands for."""
    low = max(0, start - _LOOK_BACK)
    if is_state and _BASED.match(text, end):
        return True
    if _GOES_ON.match(text, end):
        return False
    if _SET_IN.search(text, low, start) or (is_state and _SET_IN_STATE.search(text, low, start)):
        return True
    return _SEAT.search(text, low, start) is not None and bool(_ENDS_SENTENCE.match(text, end))


def is_country_around(sentence: str, words: Range) -> bool:
    """Whether "the country" is only where something is: "order in [the country]"."""
    start, end = words
    if _COUNTRY.fullmatch(sentence, start, end) is None:
        return False
    low = max(0, start - _LOOK_BACK)
    return _SET_IN.search(sentence, low, start) is not None and not _GOES_ON.match(sentence, end)


def is_no_place(sentence: str, words: Range) -> bool:
    """Whether a name at a place of a sentence is surely that of a people, a body, or a channel."""
    name = sentence[slice(*words)].removeprefix("the ").removeprefix("The ")
    if not name[:1].isupper():
        return False
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    head = head_of(name)
    if head.isupper() and head.isalpha() and head == name and _ON.search(before):
        return True
    if _PEOPLE.fullmatch(name) or head.lower() in _CHANNELS:
        return True
    return head.lower() in _BODIES and " " in name and _AT.search(before) is None


def is_called_place(article: Article, name: str) -> bool:
    """Whether a proper name is that of a town or the like.

    By what the article calls it, or by its own words: "Lake Roe", "the Gulf of Dorva".
    """
    proper = _COMPASS.sub("", name)
    if not proper[:1].isupper():
        return False
    text = article.text
    stands = occurrences(text, proper)
    if any(_BODY_BEFORE.search(text, max(0, at - _LOOK_BACK), at) for at, _ in stands):
        return False
    return _SCENIC.fullmatch(proper) is not None or any(
        _is_called_behind(text, end)
        or (
            _CALLED_BEFORE.search(text, max(0, start - _LIST_BACK), start) is not None
            and not text.startswith(_GENITIVES, end)
        )
        for start, end in stands
    )


def _is_called_behind(text: str, end: int) -> bool:
    """Whether words behind a name call it a town: not "Roe, [the town's mayor]"."""
    found = _CALLED_BEHIND.match(text, end)
    if found is None or not found[0].startswith(","):
        return found is not None
    return found["whose"] is None and not is_people(found["next"] or "")
