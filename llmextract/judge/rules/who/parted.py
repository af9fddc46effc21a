"""Whether another verb of a sentence tells of words that stand behind the one they are joined to.

What follows a verb is its own up to the next one: of "Rebels shot Hale before he was found by Roe"
nobody is shot by Roe, nor is he shot. Words are of another verb where they are its subject, or
hang on it, whatever the first verb is.

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.bounds import Zone
from llmextract.article.syntax.own_subject import is_participle, passive_zone, subject_zone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import is_attack
from llmextract.ask.parts import Part
from llmextract.judge.rules.who.brought import HELPS, NAMING, TAKING
from llmextract.judge.rules.who.phrases import names_nobody, objects_behind, phrase_before

# What brings others into the slot of a phrase before it, whatever verb stands between.
_OPEN: Final = grammar.BE | grammar.words_of(
    "including among like namely besides plus alongside except apart ( – — - :"
)
# Verbs that only give those before another name.
_NAMING: Final = NAMING | grammar.words_of(
    "described believed said aged including became become becoming remained remaining"
)
_LINKED: Final = clausal.LINKED | clausal.BARE
# Whose participle by these may do what those do, or suffer it with them: "men led by Roe".
_HELPING: Final = HELPS | grammar.words_of("joined headed")
_JOINS: Final = ("and", "or")
_ASIDE: Final = 16
# "According to Hale, a spokesman for [Roe]".
_ACCORDING: Final = re.compile(
    r"\b(?P<by>according\s+to)\s(?:[\w’'-]+(?<!s)\s){0,4}?"
    r"(?:(?:[A-Z][\w’'-]*\s?){1,3},\s(?:an?|the|its|his|their)\s[a-z -]{2,40}?\s"
    r"(?:for|of|at|in|with)\s(?:the\s|an?\s)?)?\Z",
    re.IGNORECASE,
)
# "Two brothers who lived there, Hale and [Roe],".
_APPOSED: Final = re.compile(r",\s(?:(?:[A-Z][\w.’'-]*,?\s){1,4}and\s)?\Z")
_REACH: Final = 160


def of_another_verb(sentence: str, verb: Range, words: Range, part: Part) -> Range | None:
    """The verb that tells of words behind another one; None where that may tell of them.

    "The guard" may be who stands before the first verb, so of a clause of its own it says nothing.

    >>> sentence = "Rebels shot Hale before he was found by Roe."
    >>> sentence[slice(*of_another_verb(sentence, (7, 11), (40, 43), "does"))]
    'found'
    """
    tokens = grammar.tokenise(sentence)
    told, named = tokens.covering(*verb), tokens.covering(*words)
    if told is None or named is None or named[0] <= told[1]:
        return None
    before = tokens.words[told[1] + 1 : named[0]]
    start = phrase_before(before)
    hang = before[start - 1] if start else ""
    if hang in _OPEN or before[max(0, start - 2) : start] == ("as", "well") or "if" in before:
        return None
    if (own := _as_subject(sentence, tokens, verb, named[1], hang)) is not None:
        return own
    following = tokens.words[named[1] + 1 : named[1] + 3]
    if hang == "," and following[:1] == (",",) and says(following[-1]):
        return tokens.place(named[1] + 2)  # "the governor, Ada Roe, said"
    return _as_object(sentence, tokens, verb, told[1] + 1, before, start, part)


def stands_in_predicate(sentence: str, words: Range, subject: Zone) -> bool:
    """Whether words stand behind a verb, so that "and" opens a clause: "shot Roe, and men fled"."""
    before = grammar.tokenise(sentence[: words[0]]).words
    is_told = any(map(clausal.may_be_verb, before))
    return is_told and sentence[words[1] : subject.start].strip(" ,") != ""


def told_by(sentence: str, zone: Zone | None, words: Range) -> Range | None:
    """The "according to" by which words only tell of what a subject does; None without one."""
    if zone is None or names_nobody(sentence[slice(*zone.place)]) or touch(zone.place, words):
        return None
    found = _ACCORDING.search(sentence, max(0, words[0] - _REACH), words[0])
    return found.span("by") if found is not None else None


def is_told_by_another(sentence: str, zone: Zone, words: Range) -> bool:
    """Whether another verb tells of words in a subject or behind it: "the man [who shot Roe]".

    Also "a man accused of killing Roe", but not "two brothers who lived there, Hale and Roe,".
    """
    if zone.relative or words[0] <= zone.start:
        return False
    if _APPOSED.search(sentence, max(0, words[0] - _REACH), words[0]):
        return False
    tokens = grammar.tokenise(sentence)
    between = tokens.covering(zone.start, words[0])
    if between is None:
        return False
    first, end = between
    if words[0] >= zone.end:
        behind = tokens.covering(zone.end, words[0])
        inner = () if behind is None else tokens.words[behind[0] : behind[1] + 1]
        if not clausal.RELATIVE.isdisjoint(inner):
            return _NAMING.isdisjoint(inner)
        # "Roe, held by rebels, was freed"; who backs somebody may do it as well
        return bool(inner) and is_participle(inner[0]) and inner[0] not in _HELPING | _NAMING
    return any(_is_verb(sentence, tokens, first, at) for at in range(1, end - first + 1))


def _as_subject(
    sentence: str, tokens: grammar.Tokens, verb: Range, last: int, hang: str
) -> Range | None:
    """The verb behind words whose subject they are, or stand in, or name again."""
    at = last + 2 if hang == "," else _behind_aside(tokens, last + 1)
    is_set_off = at > last + 1 and tokens.words[last + 1 : last + 2] == (",",)
    while at < len(tokens.words) and (
        tokens.words[at] in grammar.AUXILIARIES or grammar.is_adverb(tokens.words[at])
    ):
        at += 1
    if at >= len(tokens.words):
        return None
    place = tokens.place(at)
    is_done = tokens.words[at + 1 : at + 2] == ("by",)
    is_verb = at > last + 1 or grammar.is_past(tokens.words[at])
    if hang in _LINKED and not is_done and is_verb and not is_set_off:
        return place  # "after men fired", which is no participle
    zone = subject_zone(sentence, place) or passive_zone(sentence, place)
    if zone is None or zone.shared or zone.start < verb[1]:
        return None
    named = tokens.ends[last]
    is_named = is_set_off and hang == "," and zone.end < named  # "a priest, Roe, fled"
    return place if is_named or zone.start < named <= zone.end else None


def _behind_aside(tokens: grammar.Tokens, at: int) -> int:
    """The place behind what is set off by commas from a place on; that place without any."""
    if tokens.words[at : at + 1] != (",",):
        return at
    closing = range(at + 2, min(len(tokens.words), at + _ASIDE))
    return next((end + 1 for end in closing if tokens.words[end] == ","), at)


def agent_of_another(sentence: str, verb: Range, words: Range) -> Range | None:
    """The participle that words behind "by" belong to, where that is another than a verb.

    >>> sentence = "Men freed a guard held by rebels."
    >>> sentence[slice(*agent_of_another(sentence, (4, 9), (26, 32)))]
    'held'
    """
    tokens = grammar.tokenise(sentence)
    told, named = tokens.covering(*verb), tokens.covering(*words)
    if told is None or named is None:
        return None
    start = phrase_before(tokens.words[: named[0]])
    if not start or tokens.words[start - 1] != "by":
        return None
    for at in range(start - 2, max(-1, start - _ASIDE), -1):
        word = tokens.words[at]
        if told[0] <= at <= told[1] or not (word[0].isalnum() or word == "-"):
            return None
        if is_participle(word) and word not in grammar.ADJECTIVES:
            joins = tokens.words[told[1] + 1 : at]
            is_of_both = joins[-1:] in (("and",), ("or",)) and "by" not in joins
            return None if is_of_both or word in _HELPING else tokens.place(at)
    return None


def _as_object(
    sentence: str,
    tokens: grammar.Tokens,
    verb: Range,
    first: int,
    before: tuple[str, ...],
    start: int,
    part: Part,
) -> Range | None:
    """The last verb between another and words, where these hang on it."""
    own = next((at for at in range(start - 1, -1, -1) if _is_verb(sentence, tokens, first, at)), 0)
    if own <= 1 or (before[start - 1] in _JOINS and start - 1 > own):
        return None
    if before[own] in _HELPING and before[start - 1] == "by":
        return None
    word = before[own]
    leads = next((each for each in reversed(before[:own]) if not grammar.is_adverb(each)), "")
    if part == "suffers":
        if word in TAKING:
            return None  # "held ten men and took Roe into custody"
        if leads == "," and grammar.is_gerund(word):
            return None  # "fired on the crowd, killing Roe": what comes of it
        if leads in _JOINS and not objects_behind(sentence, verb[1]):
            return None
    elif before[start - 1] == "by" and (
        leads in _JOINS or is_attack(leads) or is_attack(before[own - 2])
    ):
        return None
    return tokens.place(first + own)


def _is_verb(sentence: str, tokens: grammar.Tokens, first: int, at: int) -> bool:
    """Whether a word between is a verb that others may hang on, and no adjective."""
    word, before = tokens.words[first + at], tokens.words[first + at - 1]
    if word in _NAMING or before in grammar.DETERMINERS or before[0].isdigit():
        return False
    if word in clausal.FINITE or grammar.is_gerund(word):
        return True
    if is_participle(word):
        return word not in grammar.ADJECTIVES
    if before != "to" or not (grammar.is_base(word) and grammar.is_open(word)):
        return False
    # "To free Hale", "to free the guard"; "according to local lawyers" has no verb.
    behind = first + at + 1
    is_name = sentence[tokens.starts[first + at]].isupper()
    starts = sentence[tokens.starts[behind]]
    is_object = tokens.words[behind] in grammar.DETERMINERS | grammar.OBJECT_PRONOUNS
    return not is_name and (is_object or starts.isupper() or starts.isdigit())
