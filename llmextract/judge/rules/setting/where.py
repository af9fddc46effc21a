"""Whether the article says of words that something is there: "in Dorva", "captured Dorva", a road.

A place is told as one: by the words before it, by its own, by what happens to it, or by what the
article says of the name elsewhere. What none of these tells is no place, whatever a model calls it.
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import is_compass, sort_of
from llmextract.article.times.cited import names_event
from llmextract.article.times.reader import read_time
from llmextract.article.times.words import MONTHS, NUMBERS, WEEKDAYS
from llmextract.ask.shape import Words
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import head_of, is_people, is_site, may_act, may_be_site
from llmextract.judge.rules.setting.places import is_called_place, is_no_place
from llmextract.judge.spans import everywhere, occurrences, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import Node
from llmextract.judge.verdict import Code, Span

_IN: Final = (
    "in|at|near|into|towards?|across|around|round|through|throughout|inside|outside|between|along"
    "|over|above|below|within|off|beyond|behind|under|beneath|via|opposite|beside|alongside|past|aboard"
    "|border with|as far (?:away )?as|(?:battle|fight|planned|scheduled|left|headed|heading|bound"
    "|departed|sailed|set (?:off|out|sail)) for"
)
# These have other uses: "delivered to the court", "from rebels", "on Roe".
_TO: Final = "to|from|onto|on|out of"
# Nouns of which a place is: "the outskirts of Dorva", "the fall of Dorva".
_OF: Final = (
    r"\w*(?:city|town|village|province|region|area|district|suburb|part|side|border|outskirts|street"
    r"|cent(?:er|re)|edge|heart|capital|rest|most|much|all|half|swathe|coast|shore|bank|gate|north"
    r"|south|east|west|top|middle|countryside|kilometers|kilometres|miles|meters|metres|km|control"
    r"|capture|recapture|fall|siege|liberation|occupation|invasion|seizure|takeover|defen[cs]e"
    r"|encirclement|bombing|bombardment|shelling|storming|blockade|clos(?:ing|ure)|evacuation|direction"
    r"|neighbou?rhood|state|island|port|camp|kingdom|republic"
    r"|stronghold|bastion|enclave|portion|native|resident|inhabitant|citizen|mayor|post|garrison"
    r"|barracks|zone|sector|quarter|ward|parish|commune|township|prison|jail|hospital|airport|station|airbase|harbou?r|market|county|municipality"
    r"|governorate|prefecture|hamlet|settlement|peninsula|valley|mountain|hill|desert|water|streets"
    r"|road|population)s?"
)
# Verbs whose object, and whose passive subject, is where it happens.
_TAKEN: Final = (
    "captur|seiz|enter|reach|cross|attack|bomb|bombard|shell|storm|raid|control|recaptur|regain"
    "|liberat|occup|besieg|surround|encircl|visit|approach|target|evacuat|abandon|defend|secur|invad"
    "|rock|destroy|damag|ransack|loot|pound|patrol|penetrat|infiltrat|conquer|clear|cordon|hous"
    "|seal|block|blockad|hit|isolat|reclaim|annex|flood|flatten|torch|devastat|ravag|engulf|batter|overr|retak|wreck"
)
_DONE: Final = (
    rf"(?:(?:{_TAKEN})(?:e?d|es?|s|ing|ied|ies|y|ying)?|left|leav(?:e|es|ing)|fled|flee(?:s|ing)?"
    r"|took|taken|tak(?:e|es|ing)|retook|retaken|held|hold(?:s|ing)?|struck|strik(?:e|es|ing)|overran"
    r"|overrun|blew up|burned down|lost|quit|shook)"
)
_LITTLE: Final = (
    r"(?:(?:the|an?|its|his|her|their|our|this|that|these|those|both|all|nearby|neighbou?ring|surrounding|adjacent|adjoining|several"
    r"|many|some|two|three|four|five|other|whole|entire|major|main|key|strategic|capital|central"
    r"|\w+ern|north|south|east|west|\w+-\w+|\d[\d,]*|[A-Z][\w’'-]*['’]s?|[A-Z][\w’'-]*|\w+ed|\w+al"
    r"|towns?|city|cities|villages?|provinces?|districts?|areas?|of)\s+){0,4}"
)
_MOVES: Final = (
    r"(?:set\s(?:out|off|sail)|go(?:es|ing|ne)?|went|com(?:e|es|ing)|came|travel\w*|return\w*|flee\w*"
    r"|fled|sen(?:d|ds|t|ding)|deploy\w*|withdr[ae]w\w*|retreat\w*|advanc\w*|head(?:s|ed|ing)|arriv\w*"
    r"|march\w*|fl(?:y|ies|ew|own|ying|ights?)|driv\w*|drove|br(?:ing\w*|ought)|transfer\w*|tak\w+|took"
    r"|displac\w*|spread\w*|back|off|way|roads?|routes?|highways?|close|closer|next|north|south|east|west"
    r"|attacks?|assaults?|strikes?|airstrikes?|offensives?|raids?|pushe?[sd]?|spill\w*|escap\w*"
    r"|deport\w*|evacuat\w*|visit\w*|trips?|journey\w*|fir(?:e|ed|ing)|launch\w*|expel\w*|drop\w*"
    r"|tow(?:s|ed|ing)|export\w*|import\w*|airlift\w*|ferr(?:y|ie[sd])|extradit\w*|repatriat\w*|relocat\w*"
    r"|divert\w*|carried|carry|transport\w*|smuggl\w*|shipped|shipments?|kilometers|kilometres|km|miles|far|away|rush\w*|r[au]n"
    r"|mov\w+|access|entry|entrance|migrat\w*|depart\w*|left|pull\w*|approach\w*|exten\w+|stretch\w*)"
)
# What is told by whence somebody or something was taken, or word came: "abducted from Dorva".
_WHENCE: Final = (
    r"(?:abduct\w*|kidnap\w*|snatch\w*|seiz\w*|rescue\w*|recover\w*|retriev\w*|reported|missing|vanish\w*"
    r"|disappear\w*)"
)
# What is brought to somebody as well: "delivered 90 buses to Norland".
_GIVEN_TO: Final = re.compile(
    r"\b(?:deliver|s[eo]l[ld]|suppl|hand|donat)\w*(?:\s+[\w'’-]+){0,6}?\s+to\s+(?:the\s+)?\Z"
)
# Tried at the beginnings of words alone: there are many ways to begin, and few words before a name.
_PLACED: Final = re.compile(
    rf"(?:\b(?=\w)(?:(?i:{_IN})|(?=\w+\s+of\b)(?i:{_OF})\s+of"
    rf"|{_WHENCE}(?:\s+[\w'’-]+){{0,5}}?\s+from"
    rf"|(?i:{_MOVES})\b(?:\s+\(?[\w'’-]+\)?){{0,7}}?\s+(?i:{_TO}))|\A\s*(?:From|On))"
    rf"\s+[\"“(]?{_LITTLE}[\"“]?\Z"
)
_ON: Final = re.compile(rf"\bon\s+{_LITTLE}\Z")
# These say where something is, whatever is named behind them: "outside the broadcaster".
_SURELY: Final = re.compile(
    r"(?:outside|inside|in\s+front\s+of|opposite|beside|aboard|close\s+to|next\s+to)\s+",
    re.IGNORECASE,
)
TAKEN_THERE: Final = re.compile(rf"\b(?P<verb>(?i:{_DONE}))\s+[\"“(]?{_LITTLE}[\"“]?\Z")
_PLACED_ELSEWHERE: Final = re.compile(
    r"\b(?i:in|near|across|around|throughout|inside|outside|into|within)\s+(?:the\s+)?"
    r"(?:(?i:north|south|east|west|central|upper|lower|downtown)[\w-]*\s+)?\Z"
)
_OPENS: Final = re.compile(rf"(?:{_IN}|{_TO})\s+", re.IGNORECASE)
_IS_DONE: Final = (
    rf"(?:(?:has|have|had)\s+been|(?:is|are|was|were)(?:\s+being)?|being)\s+(?:\w+ly\s+)?{_DONE}"
)
_BEFALLS: Final = re.compile(
    rf"(?:,[^,]{{1,60}},|(?:,?\s(?:and|or)|,)\s[A-Z][\w’'-]*){{0,3}}"
    rf"\s+(?:fell|falls|saw|sees|witness\w*|host\w*|suffered|remain(?:s|ed)|{_IS_DONE})\b"
)
_SUFFERS: Final = re.compile(rf"\s+{_IS_DONE}\b")
# "[Dorva] province", "[Dorva] and Kelmar provinces".
_CALLED_BEHIND: Final = re.compile(
    r"(?:[’']s?\s+(?:[a-z][\w-]*\s+){1,2}|[’']?s?\s+(?:(?:and|or)\s+[A-Z][\w’'-]*\s+)?)"
    r"(?:city|town|village|province|countryside|governorate|district|department|county|region|area"
    r"|suburb|neighbou?rhood|airport|border|hospital|square|street|cities|towns|villages|provinces"
    r"|districts|regions|areas|suburbs|outskirts|front|frontline|siege|residents|inhabitants)s?\b"
)
# "DORVA (Reuters)", "Dorva, Norland, May 13 (Reuters) -".
_DATELINE: Final = re.compile(
    r"\s*(?:\(|[—–]|--|-\s)|(?:,\s+[A-Z][\w.]*){0,2},\s+"
    r"(?:\d|[A-Z][\w.]*\s+\d{1,2}\s*(?:\(|[—–]|--|-\s)|[A-Z][\w.]*\s*(?:\(|[—–]|--|-\s))"
)
_AWAY: Final = re.compile(
    r"\b(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?)\b.{0,30}\s(?:from|of)\s"
)
_DEED_BEHIND: Final = re.compile(
    r"\s(?:[A-Z][\w’'-]+\s){0,2}(?:attack|bombing|shooting|massacre|killing|siege|offensive|battle|clash"
    r"|explosion|blast|disaster|crash|earthquake|quake|flood|fire|riot|protest|rally|summit|talks"
    r"|conference|trial|raid|ambush|campaign|operation|uprising|marathon|festival)(?:e?s)?\b"
)
_FIGHTERS: Final = re.compile(
    r"[’']?s?\s(?:[a-z-]+\s)?(?:fighters?|forces?|troops|militants?|rebels?|insurgents?|soldiers?|army"
    r"|commanders?|leaders?|members?|gunmen|group|movement|militia|supporters?|government|spokes\w+"
    r"|network)\b"
)
# "The central street [Rue Roe]", "the town [Dorva]"; these alone stand for a place.
_CALLED: Final = re.compile(
    r"\b(?:street|road|town|village|city|capital|river|square|avenue|mountain),?\s+\Z"
)
_AREA: Final = re.compile(r"\b(?:kilomet(?:er|re)|km|mile|met(?:er|re)|acre|hectare|block)s?\b")
_POINTING: Final = frozenset({"here", "there"})
_ENDS_ITEM: Final = re.compile(
    r"\s*(?:[,.;:)—–]|\Z)|\s+(?:and|or|where|which|on|in|at|after|before|when|during)\b"
)
_LISTED: Final = re.compile(
    r"(?P<item>(?!(?:In|At|Near|From|Inside|Outside|Around|Across|To)\s)"
    r"(?:[Tt]he )?(?:(?:a[a-z]{1,2}|el|es)-)?[A-Z][\w’'-]*"
    r"(?: (?:of |the |al-|d[aeiou] |d[eo]s |del |[a-z]+ern )*[A-Z][\w’'-]*){0,4}"
    r"(?: (?:province|city|countryside|district|region|area|department)s?)?)"
    r"(?:\s\([^()]{1,30}\)|\s(?:on|from|in)\s\d[\w–-]{0,8}(?:\s[A-Z][a-z]+)?)?"
    r"(?:, and | and |, | or )(?:also |the |in |at |from |near |\w+ern )*\Z"
)
_PROPER: Final = re.compile(
    r"(?:the\s+)?(?:[a-z][\w-]*(?:ed|al|ern)\s+)?(?:(?:a[a-z]{1,2}|el|es)-)?[A-Z]"
)
_TIMES: Final = frozenset((*WEEKDAYS, *MONTHS)) | grammar.words_of(
    "morning afternoon evening night midnight dawn noon today tonight yesterday tomorrow week"
    " weekend month year hour hours minutes days weeks months years"
)
_NATION: Final = re.compile(r"[A-Z]\w+(?:ian|ean|ish|ese)")
# Behind these stands the end of a way, or who does it or is in it.
_ENDS_OF_WAYS: Final = re.compile(
    r"\b(?:from|to|known\s+as|by|with|between|against|for)\s+(?:the\s+)?\Z"
)
_TAKEN_UP: Final = re.compile(r",?\s(?:where|which)\b")
_WORD_BEHIND: Final = re.compile(r"\s(\w+)")
# Names joined to one before, and the verb of all: "[Roe], Ada Hale and Ilan Vale were charged".
_LIST_DOES: Final = re.compile(
    r"(?:,?\sand\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}|,\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}){1,12}?"
    r",?\s(?:(?:is|are|was|were|has|have|had|will|did)\b|all\s(?:was|were|have|had)\b|[a-z]+ed\s)"
    r"|,\s(?:was|were|has|have|had)\b"
)
_WITHIN: Final = re.compile(r"\b(?:in|at|across|throughout|near|around)\s+\Z", re.IGNORECASE)
_AFTER_NAME: Final = re.compile(r"[Tt]he\s(?P<name>[A-Z][a-z’'-]+)(?:\s[A-Z][a-z’'-]+)*\s[a-z]+")
_COUNTRIES: Final = grammar.words_of("countries states nations governments")
_THE: Final = re.compile(r"\b[Tt]he\b")
_SHORT: Final = 300
_LOOK_BACK, _LIST_BACK, _MOST_LISTED = 120, 200, 8


def keep_where(evidence: Evidence, child: Node) -> None:
    """Reject words for a place of which the article never tells that anything is there."""
    for leaf, span in standing(child):
        if isinstance(leaf.shape, Words) and not _is_where(evidence, span):
            leaf.refuse(Code.UNREADABLE, f"nothing tells that {span.exact!r} is a place")


def _is_where(evidence: Evidence, span: Span) -> bool:
    if _states_time(span.exact):
        return False
    sentence = evidence.article.line_at(span.start)
    if sentence is None or span.end > sentence.end or not _is_english(evidence.article.text):
        return True
    here = everywhere(sentence, span)
    if all(is_no_place(sentence.text, place) for place in here):
        return False
    if not _may_be(sentence.text, span.exact):
        return any(_is_called_after(sentence.text, place) for place in here)
    if any(is_placed(sentence.text, place) for place in here):
        return True
    if all(_is_of_nation(sentence.text, place) for place in here):
        return False
    town, comma, state = span.exact.rpartition(", ")
    known = is_known_place(evidence.article, span.exact) or (
        bool(comma and town[:1].isupper()) and is_known_place(evidence.article, state)
    )
    if known or any(_is_of_deed(evidence.article, sentence.text, place) for place in here):
        return True
    is_name = _PROPER.match(span.exact) is not None and not _is_body(span.exact)
    return is_name and not all(_is_elsewhere(sentence.text, place) for place in here)


def _states_time(words: str) -> bool:
    """Whether words are a time and no more: "before dawn Monday", "the night"."""
    told = grammar.tokenise(words).words
    may_be = any(word in _TIMES or word[0].isdigit() for word in told)
    return may_be and (_TIMES.issuperset(told) or read_time(words) is not None)


def _is_body(name: str) -> bool:
    """Whether a name is one of those that act oftener than they are a place: states, and people."""
    return state_of(name) is not None or is_people(head_of(name)) or head_of(name) in _COUNTRIES


def _is_elsewhere(sentence: str, words: Range) -> bool:
    """Whether a name is a time, opens a dateline, ends a way, or is who does or has what follows.

    "The fishermen from [Dorva]", "[Roe] left", "the [RLF] raid".
    """
    start, end = words
    name, before = sentence[start:end], sentence[max(0, start - _LOOK_BACK) : start]
    is_dateline = name.isupper() and (not before.strip() or before.endswith("/"))
    is_end = _ENDS_OF_WAYS.search(before) is not None and not _TAKEN_UP.match(sentence, end)
    behind = _WORD_BEHIND.match(sentence, end)
    does = behind is not None and (grammar.is_past(behind[1]) or behind[1] in grammar.AUXILIARIES)
    does = does or _LIST_DOES.match(sentence, end) is not None
    does = does or sentence.startswith(":", end) or _DEED_BEHIND.match(sentence, end) is not None
    return is_dateline or is_end or does or _is_time(name)


def _is_of_deed(article: Article, sentence: str, words: Range) -> bool:
    """Whether a name stands before what happened there: "the [Dorva] bombing".

    Not that of a band that does so: "the RLF attack", "the Harun raid", where Harun has fighters.
    """
    name = sentence[slice(*words)]
    if not name[:1].isupper() or name.isupper() or not _DEED_BEHIND.match(sentence, words[1]):
        return False
    text = article.text
    return not any(_FIGHTERS.match(text, end) for _, end in occurrences(text, name))


def _may_be(sentence: str, words: str) -> bool:
    """Whether words may name a place by their head: not "absentia", "Norland-style separatism".

    In a text without capitals every head may.
    """
    opening = _OPENS.match(words)
    if says_where(words):
        return True
    if may_be_site(words[opening.end() if opening else 0 :]):
        return True
    small = words.lower()
    pointed = small in _POINTING or is_compass(small) or _AREA.search(small) is not None
    return pointed or sentence.islower()


def _is_called_after(sentence: str, words: Range) -> bool:
    """Whether something is in what a name says which it is: "in the Dorva highlands".

    Not in a body or a deed: "in the Dorva army", "in the Dorva trial".
    """
    name = sentence[slice(*words)]
    found = _AFTER_NAME.fullmatch(name)
    if found is None or not _WITHIN.search(sentence, max(0, words[0] - 12), words[0]):
        return False
    is_other = _NATION.fullmatch(found["name"]) or _DEED_BEHIND.match(sentence, found.end("name"))
    return not is_other and sort_of(name) is None and not may_act(name) and not names_event(name)


def says_where(words: str) -> bool:
    """Whether words open with what says where by itself: "outside the broadcaster"."""
    return _SURELY.match(words) is not None


def _is_of_nation(sentence: str, words: Range) -> bool:
    """Whether words only say of which nation what follows is: "the Norlandian president"."""
    name = sentence[slice(*words)]
    if _CALLED_BEHIND.match(sentence, words[1]):
        return False
    return _NATION.fullmatch(name) is not None and sentence[words[1] :].lstrip(" ")[:1].isalpha()


def _is_english(text: str) -> bool:
    """Whether a text is English, as far as an article of some length has a "the"."""
    return len(text) < _SHORT or _THE.search(text) is not None


def letters_tell(article: Article, sentence: str) -> bool:
    """Whether small letters show that words are no name: in English that has capitals."""
    return _is_english(article.text) and not sentence.islower()


def is_placed(sentence: str, words: Range) -> bool:
    """Whether a sentence tells of what stands there that it is a place."""
    start, end = words
    if opening := _SURELY.match(sentence, start, end):
        return not _is_time(sentence[opening.end() : end])
    if opening := _OPENS.match(sentence, start, end):
        rest = sentence[opening.end() : end]
        return _may_be(sentence, rest) and not _is_time(rest)
    if _is_time(sentence[start:end]) or _is_of_nation(sentence, words):
        return False
    before = sentence[max(0, start - _LOOK_BACK) : start]
    name = sentence[start:end]
    _, *of = name.split(", ", 1)
    is_called = is_site(name) or any(" " in words and is_site(words) for words in of)
    if _PLACED.search(before) or is_called or _AWAY.search(name) or name.lower() in _POINTING:
        return True
    if not _PROPER.match(name):
        told = _ON.search(before) or TAKEN_THERE.search(before)
        is_there = told or _SUFFERS.match(sentence, end)
        is_known = is_there is not None and grammar.tokenise(name).words[0] in grammar.DETERMINERS
        return is_known and may_be_site(name)
    told_before = TAKEN_THERE.search(before) or _CALLED.search(before)
    if state_of(name) is not None and _GIVEN_TO.search(before):
        return True
    told_behind = _CALLED_BEHIND.match(sentence, end) or _BEFALLS.match(sentence, end)
    if told_before or told_behind or (not before.strip() and _is_dateline(sentence, start, end)):
        return True
    return _is_listed(sentence, start, end)


def _is_dateline(sentence: str, start: int, end: int) -> bool:
    """Whether a name opens a piece of news: "DORVA (Reuters)", "Norland: rebels advance"."""
    is_state = sentence.startswith(": ", end) and state_of(sentence[start:end]) is not None
    return is_state or _DATELINE.match(sentence, end) is not None


def _is_listed(sentence: str, start: int, end: int) -> bool:
    """Whether words go on with a list whose first item is placed: "in Dorva, Kelmar and"."""
    if sentence.endswith(", ", 0, start) and not _ENDS_ITEM.match(sentence, end):
        return False  # "In Dorva, Roe said"
    for _ in range(_MOST_LISTED):
        low = max(0, start - _LIST_BACK)
        found = _LISTED.search(sentence, low, start)
        if found is None:
            return False
        start, end = found.span("item")
        if _is_time(found["item"]):
            return False
        before = sentence[max(0, start - _LOOK_BACK) : start]
        told = _PLACED.search(before) or TAKEN_THERE.search(before)
        if told or is_site(found["item"]) or _CALLED_BEHIND.match(sentence, end):
            return True
    return False


def is_known_place(article: Article, name: str) -> bool:
    """Whether the article tells of a proper name, anywhere, that something is there."""
    proper = re.sub(r"\A(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?", "", name)
    if not proper[:1].isupper():
        return False
    text = article.text
    return is_called_place(article, proper) or any(
        _PLACED_ELSEWHERE.search(text, max(0, start - 40), start)
        for start, _ in occurrences(text, proper)
    )


def _is_time(words: str) -> bool:
    """Whether words open with a time, or a lone number: "August 13", "Monday night"."""
    told = grammar.tokenise(words).words
    at = next((at for at, word in enumerate(told) if word not in grammar.DETERMINERS), len(told))
    rest = told[at:]
    if not rest:
        return True
    lone = len(rest) == 1 and (rest[0].isdigit() or rest[0] in NUMBERS)
    return lone or rest[0] in _TIMES or (len(rest) > 1 and rest[1] in MONTHS)
