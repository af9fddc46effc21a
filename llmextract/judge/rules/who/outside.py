"""Who surely does not do it by where the words stand: within what else its subject does or is told.

Of "Hale found a bomb under the car of a guard and defused it" no guard did, nor the judge of "Hale
ordered the guard to pay the judge". A full noun phrase is never its own subject's object.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.nouns import does_for_others
from llmextract.judge.rules.who.befallen import passive_of, word_before
from llmextract.judge.rules.who.objects import LITTLE
from llmextract.judge.rules.who.other_subject import TAKING_ALONG
from llmextract.judge.rules.who.rivals import is_plural, is_somebody_else
from llmextract.judge.rules.who.spared import names_anew, of_next_verb, opens_clause
from llmextract.judge.rules.who.voice import BOTH, main_verb

_OPENS: Final = (grammar.CLAUSES | {"that"}) - {"before", "after", "since", "until", "till"}
_JOINING: Final = grammar.words_of("joined followed accompanied backed led helped supported")
_ENDS: Final = grammar.words_of(", ; and but by")
_LINKED: Final = re.compile(
    r"(?:[^;:“”\"]{0,160}?,?\s)?(?:and|but)\s+(?:(?:\w+ly|then|also|later|had|has|have)\s+){0,3}\Z"
)
# Whom somebody has do what an infinitive tells: "the guard" of "ordered the guard to pay".
_CONTROLLED: Final = re.compile(
    r"\b(?P<cause>(?:ask|beg|implor|expect|want|allow|permit|urg|forc|caus|enabl|persuad|convinc|encourag|order|advis|invit"
    r"|requir|instruct|compel|compell|oblig|push|press|command|warn|direct|authoris|authoriz|call)"
    r"(?:e|es|ed|s|ing)?(?:\s+(?:on|upon))?|told|tells?|telling|led|leads?|leading)\s+"
    r"(?P<who>(?!to\b|(?:\w+\s+)?(?:permission|time|power|way|plans?|efforts?)\b)[\w’'-]+"
    r"(?:\s+(?!to\b|that\b)[\w’'-]+){0,7})\s+to\s+\Z"
)
_NEXT_PREDICATE: Final = re.compile(
    r",?\s(?:and|but)\s(?:\w+ly\s|also\s|then\s)?(?P<verb>[a-z]+)\s"
)
_SUCH_AS: Final = re.compile(r",?\ssuch\sas\s")
_QUOTES: Final = re.compile(r"[“”\"‘;:()—–]|,\s")
_CLAUSES: Final = grammar.CLAUSES | grammar.words_of("that before after since until till")
_TOGETHER: Final = grammar.words_of("with alongside together besides plus like joined by as")
_REDUCED_BY: Final = re.compile(rf"\s(?P<verb>[a-z]{{3,}})\s+by\s+{LITTLE}\Z")
# From who says something to the subject of what is said.
_SAYS_THAT: Final = re.compile(
    r"(?:\s+\([^()]{1,40}\))?(?:\s+(?:in|of|at|from|for|on)(?:\s[\w’'-]+){1,6}?)?"
    r"(?:,\s[^;:“”\"]{1,90}?,)?(?:\s[^;:“”]{1,100}?\s(?:and|but))?\s+(?:(?:has|have|had|also|later)\s+)?"
    r"(?P<verb>[a-z]+)(?:\s+(?:on\s+)?(?:\w+day|yesterday))?(?:\s+that)?\s+"
)
_FORM: Final = re.compile(r"\w+(?:ed|[^su]s)|said|say|told|tell|wrote|thought")
_LOOK_BACK: Final = 120


def stands_outside(sentence: str, verb: Range, words: Range) -> Range | None:
    """What shows that words are not of who does it; None where they may be."""
    if sentence[slice(*words)].lower() in grammar.PRONOUNS | grammar.OBJECT_PRONOUNS:
        return None
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if not told or passive_of(sentence, verb, told) is not None:
        return None
    if (who := _controlled(sentence, verb, words)) is not None:
        return who
    zone = subject_zone(sentence, verb)
    if zone is None:
        return None
    if words[1] <= verb[0]:
        return _within_first(sentence, zone, verb, words) or _tells(sentence, zone, words)
    if words[0] < verb[1] or does_for_others(sentence[slice(*zone.place)]):
        return None
    return (
        _object_of_pronoun(sentence, zone, verb, words)
        or _agent_of_object(sentence, zone, verb, words)
        or of_next_verb(sentence, verb, words)
        or _subject_behind(sentence, zone, verb, words)
    )


def _controlled(sentence: str, verb: Range, words: Range) -> Range | None:
    """Who is to do what an infinitive tells, where words are of who lets it, or of its object."""
    found = _CONTROLLED.search(sentence, max(0, verb[0] - _LOOK_BACK), verb[0])
    if found is None or found["who"].lower() in grammar.OBJECT_PRONOUNS:
        return None
    who = found.span("who")
    if words[1] <= found.start():
        between = grammar.tokenise(sentence[words[1] : found.start()]).words
        is_sure = _OPENS.isdisjoint(between) or is_somebody_else(sentence, who, words)
    else:
        is_sure = words[0] >= verb[1] and _OPENS.isdisjoint(
            grammar.tokenise(sentence[verb[1] : words[0]]).words
        )
    return who if is_sure else None


def _tells(sentence: str, zone: Zone, words: Range) -> Range | None:
    """Who does it, where words are of who says so before: "A man in Dorva said that men came"."""
    found = _SAYS_THAT.fullmatch(sentence, words[1], zone.start)
    if found is None or not says(found["verb"]) or not _FORM.fullmatch(found["verb"]):
        return None
    if word_before(sentence, words) in grammar.PREPOSITIONS | {"and", "or"}:
        return None
    return zone.place if is_somebody_else(sentence, zone.place, words) else None


def _within_first(sentence: str, zone: Zone, verb: Range, words: Range) -> Range | None:
    """The first of two verbs of one subject, where words follow it: "summoned Roe and left"."""
    if not zone.shared or words[0] < zone.end or not _LINKED.fullmatch(sentence, words[1], verb[0]):
        return None
    tokens = grammar.tokenise(sentence[zone.end : verb[0]])
    verbs = [
        at
        for at, word in enumerate(tokens.words)
        if (grammar.is_past(word) or word in clausal.FINITE) and word not in grammar.ADJECTIVES
    ]
    first = tokens.words[verbs[0]] if len(verbs) == 1 else ""
    if not first or first in TAKING_ALONG or not _OPENS.isdisjoint(tokens.words):
        return None
    start = zone.end + tokens.starts[verbs[0]]
    return (start, start + len(first)) if start < words[0] else None


def _object_of_pronoun(sentence: str, zone: Zone, verb: Range, words: Range) -> Range | None:
    """A pronoun that does it, where words stand in what it does, or does next: "it sent the guard".

    No pronoun is meant by a full name within what it does.
    """
    if zone.shared or sentence[slice(*zone.place)].lower() not in grammar.SUBJECTS:
        return None
    told = grammar.tokenise(sentence[slice(*verb)]).words
    if main_verb(told) in BOTH:
        return None
    between = _SUCH_AS.sub(" ", sentence[verb[1] : words[0]])
    goes_on = _NEXT_PREDICATE.search(between)
    own = grammar.tokenise(between[: goes_on.start()] if goes_on else between).words
    is_verb = goes_on is not None and (
        goes_on["verb"] in grammar.AUXILIARIES or grammar.is_past(goes_on["verb"])
    )
    if goes_on is not None and not is_verb:
        return None
    is_inner = _CLAUSES.isdisjoint(grammar.tokenise(between).words) and not _QUOTES.search(between)
    is_joined = not _TOGETHER.isdisjoint(own) or (not is_verb and "and" in own)
    return zone.place if is_inner and not is_joined else None


def _agent_of_object(sentence: str, zone: Zone, verb: Range, words: Range) -> Range | None:
    """Who does it, where words are of who did what an object is told by: "a deal made by Roe"."""
    found = _REDUCED_BY.search(sentence, max(verb[1] - 1, words[0] - _LOOK_BACK), words[0])
    if zone.shared or found is None or found.start("verb") <= verb[1]:
        return None
    between = grammar.tokenise(sentence[verb[1] : found.start("verb")]).words
    is_verb = grammar.is_past(found["verb"]) and found["verb"] not in _JOINING
    if not is_verb or not between:
        return zone.place if is_verb and " " in sentence[slice(*verb)] else None
    # "A truce made by Roe" has a noun before it, in whatever clause that stands.
    is_noun = grammar.is_open(between[-1]) and not grammar.is_past(between[-1])
    is_noun = is_noun and not grammar.is_adverb(between[-1]) and between[-1] not in clausal.FINITE
    named = sentence[slice(*words)]
    is_new = named.lower() != named or names_anew(sentence, words)
    is_open = any(grammar.is_past(word) or word in _OPENS or word in _ENDS for word in between)
    return zone.place if is_noun and (is_new or not is_open) else None


def _subject_behind(sentence: str, zone: Zone, verb: Range, words: Range) -> Range | None:
    """Who does it, where words are the subject of a clause behind that: "Hale left as men came"."""
    opens = opens_clause(sentence, verb[1], words)
    if opens is None:
        return None
    named = sentence[slice(*zone.place)]
    if named.lower() in grammar.SUBJECTS:
        return zone.place if opens["contrast"] else None
    is_many = named[:1].isdigit() or names_anew(sentence, zone.place)
    is_known = not is_many and named.lower() != named
    is_theirs = named.lower().startswith(("their ", "its ")) and is_plural(named)
    if is_theirs and not is_plural(sentence[slice(*words)]):
        return zone.place
    is_name = sentence[words[0]].isupper()
    is_new = names_anew(sentence, words)
    if not (is_new or (is_name and (is_known or is_plural(named)))):
        return None
    return zone.place if is_somebody_else(sentence, zone.place, words) else None
