"""Words by which nothing happens: times, people, what a thing is made for, and words of saying.

"The end of the season", "a suicide bomber", the "supply" of "supply routes", "and began by saying".
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.empty import is_of_weight, tells_only
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import is_no_event
from llmextract.article.times.cited import is_only_time
from llmextract.article.times.words import NUMBERS
from llmextract.ask.fates import EQUIPMENT
from llmextract.ask.shape import Words
from llmextract.judge.rules.nameless import names_state
from llmextract.judge.rules.nouns import DEEDS, head_of, is_listed_people, is_site
from llmextract.judge.spans import everywhere, evidence_of, within
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode
from llmextract.judge.verdict import Code

# What says who reports an event is no part of it.
_REPORTED: Final = re.compile(r",?\s+according to\b", re.IGNORECASE)
# Whose very name tells what befell them.
_FATED: Final = grammar.words_of(
    """
    dead wounded injured hurt casualty casualties fatality fatalities victim victims captive
    captives hostage hostages displaced homeless detained detainee detainees prisoner prisoners
    missing corpse corpses body bodies survivor survivors exile exiles life lives remain remains
    refugee refugees martyr martyrs orphan orphans migrant migrants evacuee evacuees patrol patrols
    crowd crowds mob mobs escort escorts
    """
)
# Ways, papers and machines made for a deed that is not done yet: "supply routes".
_MADE_FOR: Final = re.compile(
    r"[\s-](?:routes?|lines?|caches?|depots?|helicopters?|planes?|aircraft|jets?|gunships?|vehicles?"
    r"|drones?|rifles?|weapons?|warrants?|ships?|boats?|vessels?|bases?|capabilit(?:y|ies))\b"
)
# "Self-proclaimed" is no verb.
_PARTICIPLE: Final = re.compile(r"\b\w+-\w+ed\b")
_NAME_BEHIND: Final = re.compile(r"\s[A-Z]")
_SAYING: Final = grammar.words_of(
    "said says say saying stated stating remarked remarking mentioned mentioning"
)
_NO_VERBS: Final = grammar.BE | grammar.MODALS
_THAT: Final = re.compile(r"\b(?P<verb>[a-z]+)\sthat\s(?P<clause>.*)")
# What there is and does not happen: things, qualities, what somebody has.
_THINGS: Final = (EQUIPMENT - grammar.words_of("mines bombs rockets missiles shells")) | (
    grammar.words_of(
        """
        taxi bus train ferry tunnel munition munitions ammunition grenades explosives equipment
        position positions target targets supplies money cash dollars pounds
        evidence information idea ideas nationality identity citizenship ties relationship opinion
        sympathies condolences thoughts prayers anniversary reason reasons name names capital
        system systems technology software website page photos video footage cocaine drugs
        """
    )
)
# Sorts of places that may happen as well.
_DONE: Final = grammar.words_of("mine mines crossing crossings settlement settlements position")
_COUNTS: Final = grammar.DETERMINERS | frozenset(NUMBERS)
_OPENING: Final = _COUNTS | (grammar.PREPOSITIONS - {"to"}) | {"as"}
_LOOK_BACK: Final = 40


def keep_happening(evidence: Evidence, leaf: LeafNode | None) -> None:
    """Reject words for an event by which nothing happens."""
    span = evidence_of(leaf)
    sentence = evidence.article.line_at(span.start) if span is not None else None
    if leaf is None or span is None or sentence is None or not isinstance(leaf.shape, Words):
        return
    reported = _REPORTED.search(span.exact) if " to " in span.exact else None
    end = span.start + reported.start() if reported and reported.start() else span.end
    text, here = sentence.text, within(sentence, span)
    if (
        tells_only(text, *here)
        or is_of_weight(text, *here)
        or is_only_time(span.exact)
        or names_state(span.exact)
        or _only_says(span.exact)
        or all(_is_no_deed(text, place) for place in everywhere(sentence, span))
        or (span.end <= sentence.end and is_no_event(text, here[0], end - sentence.start))
    ):
        leaf.refuse(Code.UNREADABLE, f"nothing happens by {span.exact!r}")


def _only_says(words: str) -> bool:
    """Whether words only bring what is said: "and began by saying", "noted that the road"."""
    told = grammar.tokenise(words).words
    if told[:1] == ("who",) or told[:2] == ("according", "to"):
        return True
    if told and told[-1] in _SAYING and (told[0] in grammar.CONJUNCTIONS or "by" in told):
        return True
    if grammar.AUXILIARIES.issuperset(told) and not _NO_VERBS.isdisjoint(told[-1:]):
        return True
    found = _THAT.search(words)
    if found is None or not says(found["verb"]) or not grammar.is_past(found["verb"]):
        return False
    head = head_of(found["clause"]).lower()
    return head not in _FATED | DEEDS and not grammar.has_verb(found["clause"])


def _is_no_deed(sentence: str, words: Range) -> bool:
    """Whether words are people, or say what a thing is made for: "a [suicide bomber]"."""
    said = sentence[slice(*words)]
    told = grammar.tokenise(said).words
    if not told or not said[-1:].islower():
        return False
    if any(map(grammar.is_gerund, told)) or grammar.has_verb(_PARTICIPLE.sub(" ", said)):
        return False
    opens = told[0] in _COUNTS or told[0].isdigit()
    low = max(0, words[0] - _LOOK_BACK)
    before = grammar.tokenise(sentence[low : words[0]]).words[-1:]
    opens = opens or (bool(before) and (before[0] in _OPENING or before[0].isdigit()))
    if said.isalpha() and _MADE_FOR.match(sentence, words[1]):
        return opens
    head = head_of(said).lower()
    if opens and (head in _THINGS or (is_site(said) and head not in _DONE)):
        return True
    if head in _FATED or not is_listed_people(head):
        return False
    is_title = len(told) > 1 or said[0].isupper()
    return opens or (is_title and _NAME_BEHIND.match(sentence, words[1]) is not None)
