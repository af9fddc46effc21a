"""Who does, says or suffers what no place does, and what an article calls a place.

Only by what stands right beside the words: "Hale said", "killed Roe in", "claimed by the Front";
"the city of Dorva", "Dorva province", "Dorva, the second-largest city".
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import ARTICLES, PREPOSITIONS, is_past
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN, WORD
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import sort_of
from llmextract.article.syntax.subjects import subject_of
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.saying.telling import BEHIND_COMMA, SAID_LAST
from llmextract.judge.spans import occurrences

_LOOK_BACK: Final = 60
_LIST_BACK: Final = 160
_VERB: Final = re.compile(rf"\s+{BETWEEN}(?P<verb>\w+)(?=\s+(?P<next>[\w\"“]+))")
# What people do to people and towns; a town may host talks, see clashes or suffer losses.
_HARM: Final = "kill|murder|assassinat|arrest|stabb|execut|wound|injur|kidnapp"
_DOES: Final = re.compile(
    rf"(?:{_HARM}|attack|bomb|shell|captur|seiz|detain|abduct|destroy|storm|loot|ambush|raid)ed\Z"
)
_OPENS_OBJECT: Final = re.compile(
    r"(?:the|an?|its|his|her|their|it|him|them|more|at|some|two|three|four|five|six|seven|eight"
    r"|nine|ten|dozens|hundreds|\d+|[A-Z]\w*)\Z"
)
_BLAMED: Final = re.compile(rf"\b(?:accus|blam)(?:ed|es|ing)\s+{ARTICLE}\Z")
_FOR_IT: Final = re.compile(r"\s(?:of|for)\s(?:\w+ly\s)?(?:[a-z]+ing|the|an?)\b")
_CITED: Final = re.compile(rf"\baccording to\s+{ARTICLE}\Z", re.IGNORECASE)
_BY: Final = re.compile(rf"\b(?P<verb>\w+)\s+by\s+{ARTICLE}\Z")
_SCENERY: Final = re.compile(
    r"\b(?:Lake|River|Mount|Sea|Bridge|Road|Street|Avenue|Square|Park|Airport|Gate|Station|Hotel|Beach"
    r"|Hill|Canal|Bay|Camp|House|Hall)\b"
)
_KILLED: Final = re.compile(rf"\b(?:{_HARM})(?:ed|ing)\s+{ARTICLE}\Z")
_ENDS_OBJECT: Final = re.compile(
    r"\W*\Z|[,;.]|\s+(?:and|in|on|at|near|with|after|before|when|while|during|by|for|outside|inside)\b"
)
_BEFALLS: Final = re.compile(
    r"\s+(?:(?:has|have|had)\s+been|is|are|was|were)\s+(?:\w+ly\s+)?"
    rf"(?P<verb>(?:{_HARM})ed|convicted|sentenced|jailed)\b"
)
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
# A way to or from it, which people are as well: only where something is in it elsewhere.
_ON_THE_WAY: Final = re.compile(
    r"\b(?:to|from|towards?|over|above|off|(?:north|south|east|west)\w*\sof|outskirts\sof|road\sto"
    r"|march(?:ed|ing)?\son|left|leaving|fled|fleeing|entered|entering|reached|reaching)\s+\Z"
)
# "The Dorva base".
_SITE_OF: Final = re.compile(
    r"\s(?:base|airbase|airport|airfield|market|road|highway|camp|garrison|barracks|crossing|prison"
    r"|hospital|front|area|region|countryside|suburbs?|outskirts)\b"
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
        is_set or (_is_around(text, start, end) if is_state else _is_passed(text, start, end))
        for is_set, (start, end) in zip(placed, stands, strict=True)
    )


def _is_around(text: str, start: int, end: int) -> bool:
    """Whether the name of a state at a place of a text heads a story, or says whose land it is."""
    if _ITS_LAND.match(text, end):
        return True
    heads = start == 0 or text[start - 1] == "\n"
    return heads and text.startswith(":", end)


def _is_passed(text: str, start: int, end: int) -> bool:
    """Whether somebody comes or goes to a name at a place of a text, or it says which site."""
    if _SITE_OF.match(text, end):
        return True
    way = _ON_THE_WAY.search(text, max(0, start - _LOOK_BACK), start)
    return way is not None and not _GOES_ON.match(text, end)


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


def is_called_place(article: Article, name: str) -> bool:
    """Whether a proper name is that of a town or the like, and never says or does anything.

    By what the article calls it, or by its own words: "Lake Roe", "the Gulf of Dorva".
    """
    proper = _COMPASS.sub("", name)
    if not proper[:1].isupper():
        return False
    text = article.text
    stands = occurrences(text, proper)
    if any(_BODY_BEFORE.search(text, max(0, at - _LOOK_BACK), at) for at, _ in stands):
        return False
    if not _SCENIC.fullmatch(proper) and not any(
        _is_called_behind(text, end)
        or (
            _CALLED_BEFORE.search(text, max(0, start - _LIST_BACK), start)
            and not text.startswith(_GENITIVES, end)
        )
        for start, end in stands
    ):
        return False
    lines = ((article.line_at(start), start, end) for start, end in stands)
    return not any(
        line is not None and acts(line.text, (start - line.start, end - line.start))
        for line, start, end in lines
    )


def _is_called_behind(text: str, end: int) -> bool:
    """Whether words behind a name call it a town: not "Roe, [the town's mayor]"."""
    found = _CALLED_BEHIND.match(text, end)
    if found is None or not found[0].startswith(","):
        return found is not None
    return found["whose"] is None and not is_people(found["next"] or "")


def acts(sentence: str, words: Range) -> str | None:
    """What shows that words at a place of a sentence are those of somebody, or None."""
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    name = sentence[slice(*words)]
    opening = WORD.match(name)
    if sort_of(name) == "locality" or (opening and opening[0].lower() in PREPOSITIONS):
        return None
    if cited := _CITED.search(before):
        return cited[0].strip()
    if agent := _BY.search(before):
        passive = is_past(agent["verb"].lower()) and name[:1].isupper()
        return agent[0].strip() if passive and not _SCENERY.search(name) else None
    if (deed := _KILLED.search(before)) and _ENDS_OBJECT.match(sentence, words[1]):
        return deed[0].strip()
    if (blamed := _BLAMED.search(before)) and _FOR_IT.match(sentence, words[1]):
        return blamed[0].strip()
    if not _opens(before):
        return None
    if befalls := _BEFALLS.match(sentence, words[1]):
        return befalls[0].strip()
    last = SAID_LAST.match(sentence, words[1])
    if last and _tells(last["verb"]) and BEHIND_COMMA.search(before):
        return last[0].strip()
    return _does(sentence, words)


def _opens(before: str) -> bool:
    """Whether no preposition and no list stands right before words: not "in Dorva and"."""
    found = [word.lower() for word in WORD.findall(before)]
    while found and found[-1] in ARTICLES:
        found.pop()
    return not found or found[-1] not in PREPOSITIONS | {"and", "or", "to"}


def _does(sentence: str, words: Range) -> str | None:
    """The verb whose subject words are, where it is one of saying or of harm."""
    found = _VERB.match(sentence, words[1])
    if found is None:
        return None
    harms = _DOES.match(found["verb"]) and _OPENS_OBJECT.match(found["next"])
    if not harms and not _tells(found["verb"]):
        return None
    subject = subject_of(sentence, found.span("verb"))
    if subject is None or subject[1] != words[1]:
        return None
    inside = {word.lower() for word in WORD.findall(sentence, subject[0], words[0])}
    return found["verb"] if inside.isdisjoint(PREPOSITIONS) else None


def _tells(verb: str) -> bool:
    spoke = verb in ("said", "told", "wrote") or verb.endswith(("ed", "ts", "ys", "ms"))
    return spoke and says(verb)
