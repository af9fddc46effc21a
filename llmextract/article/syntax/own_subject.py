"""The stretch of a clause that holds the subject of a verb, also where it starts far off.

`subjects.subject_of` finds a subject word by word and only right before its verb. Here less is
said of more verbs: somewhere in this stretch stands who does it, so that nobody outside of it does.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.antecedents import antecedent, before_relative, looks_past
from llmextract.article.syntax.bounds import ENDING, OPENING, Zone, clause_opening, surely_says
from llmextract.article.syntax.saying import says

# Verbs whose subject is also that of the infinitive behind them: "failed to take".
_CONTROL: Final = grammar.inflected(
    """
    fail vow agree continue try manage begin refuse threaten promise decide plan* hope want seek
    prepare attempt pledge intend expect claim offer start rush move aim help need struggle
    =began =begun =sought =going =chose =chosen =trying
    """
)
# Behind "to be": what they say is said of the subject of the infinitive too, "is due to meet".
_RAISING: Final = grammar.words_of(
    "due set likely unlikely about ready able unable scheduled expected believed said reported"
    " thought alleged supposed known poised bound going understood rumoured rumored"
)
_RELATIVE: Final = grammar.words_of("who which that whom whose")
# Behind them stands a verb, if it is none of an auxiliary: "which trains", "it trains".
_FINITE_BEHIND: Final = grammar.words_of("who which he she it")
_BASE_BEHIND: Final = grammar.words_of("we they i")
_ASIDE: Final = 24
# How many verbs one subject has at most: "shot, robbed and left".
_MOST_JOINED: Final = 4
_ASIDE_OPENS: Final = _RELATIVE | grammar.DETERMINERS | grammar.PREPOSITIONS
# Past forms without an object that are no participles behind a noun.
_WHOLE: Final = clausal.INTRANSITIVE | grammar.words_of(
    "exploded fled fell withdrew fought went came advanced clashed approached entered rallied"
    " protested demonstrated rioted landed slipped crawled walked climbed travelled traveled jumped"
    " leapt sailed voted returned vanished disappeared emerged surrendered perished survived crept"
    " sneaked slept knelt wept prayed lived stayed waited testified complained"
    " apologised apologized"
)
# No past form elsewhere, since it is a noun as well.
_IRREGULAR: Final = ("bit",)
# Past forms that are no participles: what stands before them does it.
FINITE_PAST: Final = grammar.words_of(
    "ate became began blew broke chose drew drove fell flew forbade forgot froze gave grew knew"
    " overran overtook overthrew ran retook rode rose sang sank saw shook spoke stole swore threw"
    " took tore undertook went withdrew woke wore wrote"
)
# Those of no past form, or that look like the base of their verb.
_PARTICIPLES: Final = grammar.words_of(
    "bound cut eaten hit hurt overcome overrun put rid run set slit spread"
)
_NAMED: Final = re.compile(r"\s+(?:(?:the|an?|its|his|her|their|some|several|at)\b|[A-Z\d])")
_LINKING: Final = grammar.words_of(
    "after before when while as because although though until since which whom where"
)
_JOINS: Final = ("and", "or")
# How long an aside is at most that only says who tells: ", the army said,".
_TOLD_IN: Final = 5
_MAY_END: Final = grammar.SUBJECTS | {")"}
_OF_PARTICIPLE: Final = grammar.words_of("by from in at near with")
# How one is left, found or held: "men found guilty".
_STATES: Final = grammar.words_of(
    "hostage captive prisoner guilty responsible unconscious safe well missing trapped"
)
_NO_OBJECT: Final = (
    grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.CLAUSES
    | _STATES
    | grammar.words_of(
        "last next this yesterday today tomorrow tonight earlier later early late recently dead"
        " alive then there here"
    )
)
# What follows a past form that is no participle behind a noun: "took the town", "took Kelmar".
HAS_OBJECT: Final = re.compile(
    rf"\s+(?:{'|'.join(sorted(clausal.OPENS_OBJECT | grammar.OBJECT_PRONOUNS))})\b"
    r"|\s+[A-Z£$€\d]|\s+(?:about|around|over|up\s+to)\s+\d|\s+(?!"
    rf"(?:{'|'.join(sorted(_NO_OBJECT))})\b)[a-z-]+(?<!ly)[\s.,;]"
)
_PARTICLE: Final = re.compile(r"\s+(?:dead|down|up|out|off|back|away|over)\b")
# "The army advanced on Dorva": no adjective.
_GOES: Final = re.compile(r"\s+(?:on|into|towards?|to|across|through|along)\b")
_NEXT: Final = 40
# How far "to" stands from the verb that brings it, at most: "tried for an hour to".
_ASIDE_TO: Final = 6


def is_surely_active(word: str) -> bool:
    """Whether a past form is no participle, or has no object: "took", "marched"."""
    return word in FINITE_PAST or word in _WHOLE


def is_participle(word: str) -> bool:
    """Whether a word may be the participle of a passive: "killed", "beaten"."""
    return grammar.is_past(word) or word in _PARTICIPLES


@lru_cache(maxsize=2048)
def subject_zone(sentence: str, verb: Range) -> Zone | None:
    """Where the subject of an active verb stands before it; None where that is not sure."""
    return _zone(sentence, verb, _MOST_JOINED)


@lru_cache(maxsize=2048)
def passive_zone(sentence: str, verb: Range) -> Zone | None:
    """Where that stands before a passive which it is done to; None where that is not sure."""
    return _zone(sentence, verb, _MOST_JOINED, is_passive=True)


def reduced_zone(sentence: str, verb: Range) -> Zone | None:
    """Where that stands before commas which a participle between them tells of: "Roe, held by".

    >>> sentence = "Roe, abducted in May and freed in July, has accused the army."
    >>> sentence[slice(*reduced_zone(sentence, (24, 29)).place)]
    'Roe'
    """
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(*verb)
    if touched is None or not is_participle(tokens.words[touched[0]]):
        return None
    words, (first, last) = tokens.words, touched
    before = range(first - 1, max(0, first - _ASIDE), -1)
    opening = next((at for at in before if words[at] == ","), 0)
    if first > opening + 1 and not (
        words[first - 1] == "and" and is_participle(words[opening + 1])
    ):
        return None
    closing = next(
        (at for at in range(last + 1, min(len(words), last + _ASIDE)) if words[at] == ","), 0
    )
    is_told = words[last + 1 : last + 2] and words[last + 1] in grammar.PREPOSITIONS
    goes_on = words[closing + 1 : closing + 2]
    if not (opening and closing and is_told and goes_on and clausal.may_be_verb(goes_on[0])):
        return None
    start = clause_opening(words, opening - 1, ENDING)
    if start is None or start + 1 >= opening or _has_verb(words[start + 1 : opening]):
        return None
    return Zone(tokens.starts[start + 1], tokens.ends[opening - 1], False, False, False)


def _zone(sentence: str, verb: Range, joints: int, *, is_passive: bool = False) -> Zone | None:
    tokens = grammar.tokenise(sentence)
    touched = tokens.covering(*verb)
    if touched is None:
        return None
    words = tokens.words
    last = _before_verb(sentence, tokens, touched, is_passive=is_passive)
    if last is not None and words[last] in ("and", "but", "then"):
        joined = _verb_before(words, last) if joints else None
        if joined is None:
            return None
        place = tokens.place(joined)
        zone = _zone(sentence, place, joints - 1) or _zone(sentence, place, 0, is_passive=True)
        return None if zone is None else replace(zone, shared=True)
    if last is not None and words[last] in _RELATIVE - {"that"}:
        return antecedent(sentence, tokens, last)
    last = None if last is None else _before_aside(sentence, tokens, last)
    if last is None or not (grammar.is_open(words[last]) or words[last] in _MAY_END):
        return None
    first = clause_opening(words, _before_brackets(words, last), ENDING)
    if first is None or first == last:
        return None
    if _has_verb(words[first + 1 : last + 1]):
        # "A boy who had seen it was killed": behind its own verb the clause is at an end.
        return before_relative(sentence, tokens, first)
    joint = _new_clause(sentence, tokens, first, last)
    first = first if joint is None else joint
    opening = words[first] if first >= 0 else ""
    leads = words[first + 1]
    if leads == "to" or (surely_says(opening) and leads in grammar.PREPOSITIONS):
        return None
    if opening in _RELATIVE - {"that"} and any(map(grammar.is_past, words[first + 1 : last + 1])):
        return before_relative(sentence, tokens, first)
    if grammar.is_past(leads) and not (leads in grammar.ADJECTIVES or leads.startswith("un")):
        return None
    is_clause = joint is not None or opening in OPENING or surely_says(opening) or opening == ";"
    return Zone(tokens.starts[first + 1], tokens.ends[last], is_clause, leads in _JOINS, False)


def _new_clause(sentence: str, tokens: grammar.Tokens, first: int, last: int) -> int | None:
    """The "and" behind a verb with its object, from which on there is another subject.

    "Rebels raided Dorva and guards shot them"; not "rebels based in Dorva and guards".
    """
    words = tokens.words
    joints = [at for at in range(first + 3, last) if words[at] in _JOINS]
    if not joints or not any(map(grammar.is_past, words[first + 2 : joints[-1]])):
        return None
    for at in range(first + 2, joints[-1]):
        if words[at] in _RELATIVE:
            return None
        if (
            grammar.is_past(words[at])
            and words[at] not in grammar.ADJECTIVES
            and words[at - 1] not in grammar.DETERMINERS | grammar.PREPOSITIONS
            and sentence[tokens.starts[at]].islower()
            and _NAMED.match(sentence, tokens.ends[at])
        ):
            return joints[-1]
    return None


def _verb_before(words: tuple[str, ...], joined: int) -> int | None:
    """The verb that another is joined to: "shot" of "Roe shot Hale and fled"."""
    last = _before_name(words, joined - (2 if words[joined - 1] == "," else 1))
    for at in range(last, max(-1, joined - _ASIDE), -1):
        if words[at] in ENDING or words[at] in grammar.BE:
            return None
        is_phrase = words[at] in grammar.PREPOSITIONS | {"as"}  # "before dawn": no verb behind it
        if words[at] in OPENING and not is_phrase:
            return None
        if grammar.is_past(words[at]) and words[at] not in grammar.ADJECTIVES:
            return at
    return None


def _before_name(words: tuple[str, ...], last: int) -> int:
    """The last word before a name behind a comma: "man" of "stopped a man, Ilan Roe, and"."""
    opening = next((at for at in range(last, max(0, last - 4), -1) if words[at] == ","), last)
    is_name = 0 < last - opening < 4 and all(map(grammar.is_open, words[opening + 1 : last + 1]))
    is_name = is_name and not any(map(looks_past, words[opening + 1 : last + 1]))
    return opening - 1 if is_name else last


def _before_brackets(words: tuple[str, ...], at: int) -> int:
    """The last word before brackets that end at a place: "Front" of "the Hale Front (HF)"."""
    if words[at] != ")":
        return at
    opening = range(at - 1, max(0, at - _ASIDE), -1)
    return next((place - 1 for place in opening if words[place] == "("), at)


def _has_verb(words: tuple[str, ...]) -> bool:
    """Whether words have a finite verb, one behind "that" or "who" aside."""
    cut = next((at for at, word in enumerate(words) if at and word in _RELATIVE), len(words))
    own = words[:cut]
    return any(
        word in grammar.AUXILIARIES
        or (
            word in clausal.FINITE
            and (word, before) != ("states", "united")
            # "Police sent from Dorva", "men led by Roe": what they are, no verb of theirs.
            and not (before and is_participle(word) and behind in _OF_PARTICIPLE)
        )
        for before, word, behind in zip(("", *own), own, (*own[1:], ""), strict=False)
    )


def _before_verb(
    sentence: str, tokens: grammar.Tokens, verb: tuple[int, int], *, is_passive: bool
) -> int | None:
    """The place of the last word before an active verb or a passive, and what belongs to it."""
    words, (first, last) = tokens.words, verb
    head = first
    while head < last and (words[head] in grammar.AUXILIARIES or _is_beside(words[head])):
        head += 1
    at, group, raised = first - 1, set(words[first:head]), False
    while at >= 0:
        if words[at] in grammar.AUXILIARIES and raised:
            pass
        elif words[at] in grammar.AUXILIARIES:
            group.add(words[at])
        elif words[at] == "to" and at > 1 and words[at - 1] in _RAISING and not raised:
            group.add("to")
            raised, at = True, at - 1
        elif words[at] == "to" and (control := _control(words, at)) is not None:
            group.add("to")
            raised, at = True, control
        elif not _is_beside(words[at]):
            break
        at -= 1
    if is_passive:
        is_done = is_participle(words[head]) and not group.isdisjoint(grammar.BE)
        return at if at >= 0 and is_done else None
    if at < 0:
        return None
    is_pair = head + 2 == last and words[head + 1] == "and"  # "shot and wounded"
    end = tokens.ends[last if is_pair else head]
    if not group and words[at] in _FINITE_BEHIND and _is_present(words[head]):
        return at
    if not group and words[at] in _BASE_BEHIND and grammar.is_base(words[head]):
        return at
    has_object = head < last and not is_pair and _is_object(words[head + 1])
    is_active = _is_active(words[head], sentence[end : end + _NEXT], group)
    is_active = is_active or (has_object and not group and is_participle(words[head]))
    return at if is_active or (not group and _is_of_linked(words, at, head)) else None


def _is_of_linked(words: tuple[str, ...], last: int, verb: int) -> bool:
    """Whether a past form is the verb of a clause that "after" or "as" opens: "as men pulled out".

    Not "after men armed by Roe fled", whose verb comes later.
    """
    if not is_participle(words[verb]) or words[verb + 1 : verb + 2] == ("by",):
        return False
    first = clause_opening(words, last, ENDING)
    while first is not None and first > 0 and words[first] == "who":
        first = clause_opening(words, first - 1, ENDING)
    if first is None or first < 0 or words[first] not in _LINKING:
        return False
    behind = words[verb + 1 : verb + _ASIDE]
    ends = next((at for at, word in enumerate(behind) if word in ENDING | OPENING), len(behind))
    return not any(looks_past(word) or word in grammar.AUXILIARIES for word in behind[:ends])


def _is_object(word: str) -> bool:
    """Whether a word behind a past form, as in "opened fire", shows that it is no participle."""
    is_noun = grammar.is_open(word) and not grammar.is_adverb(word)
    return is_noun and word not in _NO_OBJECT


def _is_present(word: str) -> bool:
    """Whether a word has the ending of a verb behind "who" or "it": "trains"."""
    return word.endswith("s") and not word.endswith("ss") and grammar.is_open(word)


def _control(words: tuple[str, ...], to: int) -> int | None:
    """The place of the verb whose subject does what an infinitive tells: "vowed in May to go"."""
    if to > 0 and words[to - 1] in _CONTROL | grammar.BE:
        return to - 1
    places = range(to - 2, max(0, to - _ASIDE_TO), -1)
    place = next((at for at in places if words[at] in _CONTROL), None)
    return place if place is not None and words[place + 1] in grammar.PREPOSITIONS else None


def _is_beside(word: str) -> bool:
    return word in grammar.NOT or grammar.is_adverb(word)


def _is_active(verb: str, behind: str, group: set[str]) -> bool:
    """Whether a verb with its auxiliaries is a finite one that its subject does."""
    if group & grammar.BE:
        return grammar.is_gerund(verb)
    if group:
        is_past = is_participle(verb) or verb in _IRREGULAR
        return "to" in group or is_past or bool(group & (grammar.MODALS | grammar.DO))
    if verb in FINITE_PAST | _WHOLE:
        return True
    if verb in grammar.UNCHANGED:
        return _NAMED.match(behind) is not None
    if verb in grammar.ADJECTIVES:
        return _GOES.match(behind) is not None
    if verb in clausal.FINITE and verb.endswith("s"):
        return HAS_OBJECT.match(behind) is not None  # "militia takes post"
    if not (grammar.is_past(verb) or verb in _IRREGULAR):
        return False
    particle = _PARTICLE.match(behind)
    return HAS_OBJECT.match(behind, particle.end() if particle else 0) is not None


def _before_aside(sentence: str, tokens: grammar.Tokens, at: int) -> int | None:
    """The last word before what is set off by commas: "Roe" of "Roe, backed by Hale, fled".

    Or by a name: "a guard" of "a guard, Ada Roe, fled".
    """
    words = tokens.words
    if words[at] != ",":
        return at
    for opening in range(at - 1, max(-1, at - _ASIDE), -1):
        if words[opening] in ";:":
            return None
        if words[opening] == ",":
            first = words[opening + 1]
            if at - opening <= _TOLD_IN and says(words[at - 1]):
                return opening - 1 if opening > 0 else None
            opens = (
                first in _ASIDE_OPENS
                or sentence[tokens.starts[opening + 1]].isupper()
                or first.isdigit()
                or grammar.is_past(first)
                or grammar.is_gerund(first)
            )
            return opening - 1 if opens and opening > 0 else None
    return None
