"""Times and places that a sentence gives another of its clauses than the one that tells a deed.

Of "Roe was freed and will fly to Dorva on Monday" only the flight is on Monday, of "would leave if
Hale opened the road to Kelmar" nobody leaves in Kelmar. What only goes on with the same deed
stands: "a bomb went off and ten people died in Dorva". Offsets are half-open code points.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.patterns import WORD
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.nouns import is_site
from llmextract.judge.rules.setting.asides import in_comparison, is_verb
from llmextract.judge.rules.setting.dating import verbs_beside

# What began goes on where and when it began.
BEGAN: Final = grammar.inflected("start erupt launch open resume") | grammar.words_of(
    "began begun beginning broke broken"
)
_LOOK_BACK: Final = 260
# Of what is still to come, seen from a deed that is past.
_TO_COME: Final = (
    r"(?:(?:will|shall|would|could|may|might|should|must|can)|(?:is|are|was|were)\s(?:now\s)?(?:to|due|set"
    r"|expected|scheduled|supposed|likely|slated|planning|going|about|ready|to\s+be))"
)
_AND_WILL: Final = re.compile(
    rf"\s(?:and|but|or)\s(?:\w+ly\s|also\s|now\s|then\s|later\s)?{_TO_COME}\s"
)
_WHICH_WILL: Final = re.compile(
    r",?\s(?:(?:under|in|of|at|by|to|from|for|with)\s)?(?:which|who|whom|whose|where|that)\s"
    rf"(?:[\w’'-]+\s){{0,6}}?{_TO_COME}\s[^;:]*\Z"
)
_WHICH_HAD: Final = re.compile(
    r"\s(?:which|who|whom|whose|where|that)\s(?:[\w’'-]+\s){0,4}?had\s[^,;:]*\Z"
)
_MODAL: Final = re.compile(rf"\b(?:{_TO_COME}|to|had)\s(?:\w+\s){{0,2}}\Z")
_HAD: Final = re.compile(r"\bhad\s(?:\w+\s){0,2}\Z")
_PLUPERFECT: Final = re.compile(r"\bhad\s(?:\w+ly\s|already\s|also\s|been\s){0,3}\w+\Z")
_BEFORE_IT: Final = re.compile(r",?\s(?:before|by\sthe\stime)\s")
_DID: Final = re.compile(r"\bdid\s(?:\w+\s){0,2}\Z")
_IF: Final = re.compile(r",?\s(?:if|unless|provided\sthat|as\slong\sas|on\scondition\sthat)\s")
_RELATIVE: Final = re.compile(
    r"(?<!,)\swho\s(?:(?:has|have|had|was|were|is|are|been|also|\w+ly)\s){0,3}\Z"
)
_FINITE: Final = re.compile(
    r",?\s(?:was|were|is|are|has|have|had|will|would|could|may|might)\s(?!\w+ing\s(?:to\s)?who\b)"
)
_BREAKS: Final = re.compile(
    r"[,;:“”\"()—–]|\s(?:and|but|or|who|whom|whose|which|that|when|where|while|as|after|before|until"
    r"|because|since|if|unless|than|said|says)\s"
)
# "A white van stolen on", "among them a clerk seized in".
_SET_OFF: Final = re.compile(
    r",\s(?:(?:among|including)\s(?:them\s|whom\s)?)?(?:an?|one|the)\s(?P<what>[^,;:]*)\Z"
)
_PASSIVE_ENDS: Final = grammar.PREPOSITIONS | grammar.words_of(
    "last this yesterday today late early earlier two three four five six seven eight nine ten"
)
# Of these a form behind a noun is its verb, and no participle.
_NO_PARTICIPLE: Final = (
    clausal.INTRANSITIVE
    | clausal.FINITE
    | grammar.AUXILIARIES
    | grammar.ADJECTIVES
    | grammar.words_of("exploded erupted opened fell rose went came fled")
) - grammar.words_of("held shot sent caught struck bought sold built taught left met lost found")
# What befalls somebody may be what a deed beside it did: "a bomb went off; ten were killed in".
_BEFALLS: Final = re.compile(
    r"\b(?:died|dead|hurt|missing|casualties|lives|fled|(?:was|were|been|being)\s(?:\w+ly\s)?(?:\w+ed"
    r"|shot|hit|struck|torn|burnt|hurt|caught|taken|held|forced|driven|blown|beaten|thrown))\b"
)
# "No deaths were reported in Dorva, but ten men drowned off Kelmar": these are no deaths in Dorva.
_NONE: Final = re.compile(r"\b[Nn]o\s(?:\w+\s)?\Z")
# Behind these something else is told.
_MEANWHILE: Final = re.compile(r",\s*(?:while|whereas)\s")
# What is told in spite of a deed, or takes up who was in it, may go on with it.
_TAKES_UP: Final = re.compile(
    r"(?:although|though|yet)\s|(?:\W*(?:and|but|while|whereas|yet|although|though)\s)?\W*"
    r"(?:it|this|that|these|those(?!\s(?:in|at|from|near|of|on|outside)\s)|they|he|she|both|all|many|some|most|others|there|(?:the|their|his|her|its)\s[a-z])"
)
# A clause that a subject opens which may be too long to be read: "but Major Roe, who was in".
_NEW_CLAUSE: Final = re.compile(
    r"(?:,\s(?:but|while|whereas)|;(?:\s(?:but|while|and))?)\s(?=[A-Z]|\d|(?:an?|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|some|many|other|another)\s)"
)
_STATES: Final = re.compile(
    r"\s(?:[\w’'-]+\s)?(?:was|were|is|are|has|have|had|will|would|said|says)\b"
)
_ADDING: Final = re.compile(
    r"(?:,|\sand|\sbut|,\sand|,\sbut)\s(?:\w+ly\s|also\s)?(?P<verb>\w+)\s(?:[\w’']+\s){0,3}?that\s"
)
COMING: Final = re.compile(
    rf"\b{_TO_COME}\s(?:(?:be|to|have|again|also|now|not|\w+ly|due|go|try)\s){{0,4}}\Z"
)
_COMES: Final = re.compile(rf"{_TO_COME}\s")
_THEN: Final = re.compile(r",?\s(?:when|where|(?:in|on|at)\swhich)\s")
# What opens a clause with a time or a place of its own: "; in May it left", ", while in Dorva".
_FRONTED: Final = re.compile(
    r"(?:;(?:\s(?:and|but|while))?|,\s(?:while|whereas|but|and))\s(?P<in>(?:on|in|at|near|outside)\s)"
)
_MOST_FRONTED: Final = 60
_FRONT: Final = re.compile(r"(?:[\w’'-]+\s){0,6}?\Z")
# Nor is a place another one that is taken up: "was held in Dorva and will be tried there".
_QUOTED: Final = re.compile(r"[“”\"]|\b(?:there|here)\b")
# What was told before or after by so much: "two days after", "hours before".
_APART_BY: Final = re.compile(
    r"(?:\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|few"
    r"|\d+)\s)?\b(?P<unit>hour|day|week|month|year|decade)s?\s(?:after|before)\s(?=[\w“\"])",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(r"[,;:.]\s|[,;:.]?\Z")


@dataclass(frozen=True, slots=True)
class Sort:
    """What is read of times, and of places: whether a stretch of a sentence has one of its own."""

    is_time: bool
    stands_in: Callable[[str, int, int], bool]


def in_other_clause(sentence: str, deed: Range, words: Range, sort: Sort) -> str | None:
    """The words by which a time or a place belongs to another clause than a deed, or None."""
    if touch(deed, words):
        return None
    if (fronted := _fronted(sentence, deed, words, sort)) is not None:
        return fronted
    if words[0] < deed[1]:
        return _before_what_comes(sentence, deed, words)
    between = sentence[deed[1] : words[0]]
    found = (
        in_comparison(sentence, deed, words)
        or _in_later_clause(sentence, deed, words, sort)
        or _told_as_well(sentence, deed, words, sort)
    )
    if found or not is_verb(sentence, deed):
        return found
    return (
        _in_condition(sentence, deed, words)
        or _had_before(sentence, deed, words)
        or _behind_relative(sentence, deed, between)
        or _of_other_tense(sentence, deed, between, is_time=sort.is_time)
        or _set_off(sentence, deed, words, is_time=sort.is_time)
    )


def _fronted(sentence: str, deed: Range, words: Range, sort: Sort) -> str | None:
    """What opens the clause of words or of a deed, where both clauses have such of their own.

    "Roe is to rule today; in May he banned it", "danced in Oria, while in Dorva men burned tyres".
    """
    first, later = sorted((deed, words))
    joints = list(_FRONTED.finditer(sentence, first[1], max(first[1], later[0])))
    if not joints or not is_verb(sentence, deed):
        return None
    joint = joints[-1]
    if later is words:
        is_opening = _FRONT.fullmatch(sentence, joint.end(), words[0]) is not None
        has_own = is_opening and sort.stands_in(sentence, 0, joint.start())
        return joint[0].strip(",; ") if has_own and _has_clause(sentence[words[1] :]) else None
    low = joint.start("in")
    comma = sentence.find(",", low, deed[0])
    end = comma if comma >= 0 else min(deed[0], low + _MOST_FRONTED)
    return joint[0].strip(",; ") if sort.stands_in(sentence, low, end) else None


def apart_by(sentence: str, deed: Range, time: Range, units: frozenset[str]) -> str | None:
    """How long before or after a time a deed was: "on Monday, two days after Roe left".

    `units` are those in which a time of its kind is another one.
    """
    for found in _APART_BY.finditer(sentence):
        limit = min(len(sentence), found.end() + _LOOK_BACK)
        closes = _CLOSES.search(sentence, found.end(), limit)
        end = limit if closes is None else closes.start()
        if found["unit"].lower() not in units or not _has_clause(sentence[found.end() : end]):
            continue
        holds = found.end() <= deed[0] and deed[1] <= end
        if holds and not (found.end() <= time[0] < end):
            return found[0].strip()
    return None


def _has_clause(text: str) -> bool:
    """Whether words have a verb that is none of a mere participle or infinitive at their head."""
    words = grammar.tokenise(text).words
    return any(
        at and (word in grammar.AUXILIARIES or grammar.is_past(word) or word in clausal.FINITE)
        for at, word in enumerate(words)
    )


def _in_condition(sentence: str, deed: Range, words: Range) -> str | None:
    """The opening of a condition for a deed that has the words: "would flee if men in [Dorva]"."""
    found = _IF.search(sentence, deed[1], words[0])
    if found is None:
        return None
    is_open = "," not in sentence[found.end() : words[0]]
    return found[0].strip(" ,") if is_open else None


def _had_before(sentence: str, deed: Range, words: Range) -> str | None:
    """The opening of what a deed had come before: "had fled before it fell on [Monday]"."""
    if not _PLUPERFECT.search(sentence, max(0, deed[0] - 40), deed[1]):
        return None
    found = _BEFORE_IT.search(sentence, deed[1], words[0])
    if found is None or _BREAKS.search(sentence, found.end(), words[0]):
        return None
    return found[0].strip(" ,") if _has_clause(sentence[found.end() : words[0]]) else None


def _behind_relative(sentence: str, deed: Range, between: str) -> str | None:
    """The main verb behind a relative clause that holds a deed: "men who left [were] held on"."""
    is_relative = _RELATIVE.search(sentence, max(0, deed[0] - 40), deed[0])
    if not is_relative or says(sentence[slice(*deed)]):
        return None
    found = _FINITE.search(between)
    if found is None or _BREAKS.search(between, 0, found.start()):
        return None
    return found[0].strip()


def _of_other_tense(sentence: str, deed: Range, between: str, *, is_time: bool) -> str | None:
    """What is still to come, or had been before, and has the words behind a deed that is past."""
    before = sentence[max(0, deed[0] - 40) : deed[0]]
    told = sentence[slice(*deed)] + " "
    if _MODAL.search(before) or _MODAL.search(told) or re.match(rf"{_TO_COME}\s|had\s", told):
        return None
    is_past = any(map(grammar.is_past, grammar.tokenise(told).words))
    if not is_past and not _DID.search(before):
        return None
    found = _AND_WILL.search(between) or _WHICH_WILL.search(between)
    if found is None and is_time and not _HAD.search(before):
        found = _WHICH_HAD.search(between)
    return " ".join(found[0].split()[:4]).strip(", ") if found else None


def _set_off(sentence: str, deed: Range, words: Range, *, is_time: bool) -> str | None:
    """The participle of something set off behind a deed: "left a van, a car stolen in [Dorva]"."""
    found = _SET_OFF.search(sentence, max(deed[1], words[0] - _LOOK_BACK), words[0])
    if found is None:
        return None
    told = [word.lower() for word in WORD.findall(found["what"])]
    if not grammar.AUXILIARIES.isdisjoint(told):
        return None
    for at in range(1, len(told)):
        verb, behind = told[at], told[at + 1] if at + 1 < len(told) else "on"
        is_participle = grammar.is_past(verb) and verb not in _NO_PARTICIPLE
        if is_participle and told[at - 1] not in grammar.PREPOSITIONS and behind in _PASSIVE_ENDS:
            # "A village held by rebels in Dorva" is there itself.
            return verb if is_time or not is_site(" ".join(told[:at])) else None
    return None


def _in_later_clause(sentence: str, deed: Range, words: Range, sort: Sort) -> str | None:
    """The opening of a clause beside that of a deed, told of somebody else, that has the words."""
    clauses = find_clauses(sentence)
    own = next((at for at, each in enumerate(clauses) if each.start <= deed[0] < each.end), None)
    later = clauses[own + 1] if own is not None and own + 1 < len(clauses) else None
    if later is not None and later.joint == "parallel" and words[0] >= later.start:
        start = later.start
    elif joint := _NEW_CLAUSE.search(sentence, deed[1], words[0]):
        start = joint.start()
    else:
        return None
    opening = sentence[start:]
    if _TAKES_UP.match(opening.lstrip(",; ")):
        return None
    if not (_has_clause(sentence[start : words[0]]) or _STATES.match(sentence, words[1])):
        return None
    befalls = _BEFALLS.search(opening) is not None
    if _MEANWHILE.match(opening):
        is_same = _BEFALLS.search(sentence, max(0, deed[0] - 12), deed[1]) is not None
        goes_on = befalls and is_same
    else:
        begin = clauses[own].start if own is not None else 0
        is_none = _NONE.search(sentence, max(0, deed[0] - 24), deed[0]) is not None
        has_own = (is_none or is_verb(sentence, deed)) and sort.stands_in(sentence, begin, start)
        goes_on = befalls or not has_own
    return None if goes_on else " ".join(opening.split()[:5]).strip(",; ")


def _told_as_well(sentence: str, deed: Range, words: Range, sort: Sort) -> str | None:
    """The saying that a deed is no part of: "said men fled, adding that Roe died on [Monday]"."""
    low = max(deed[1], words[0] - _LOOK_BACK)
    for found in _ADDING.finditer(sentence, low, words[0]):
        opening = sentence[found.end() : words[0]]
        if not says(found["verb"]) or _TAKES_UP.match(opening) or _BEFALLS.search(opening):
            continue
        if _has_clause(opening) and sort.stands_in(sentence, 0, found.start()):
            return found[0].strip(" ,")
    return None


def _before_what_comes(sentence: str, deed: Range, words: Range) -> str | None:
    """The past verb of words before a deed still to come: "met in [Dorva] and will meet"."""
    coming = COMING.search(sentence, max(words[1], deed[0] - 60), deed[0])
    coming = coming or _COMES.match(sentence, *deed)
    if coming is None or _QUOTED.search(sentence, words[1]):
        return None
    # "Said Monday's vote would go ahead", "was put off until Monday, when Roe is to speak".
    if sentence.startswith(("'s", "’s"), words[1]) or _THEN.match(sentence, words[1]):
        return None
    for verb in verbs_beside(sentence, deed, words):
        told = sentence[slice(*verb)].lower()
        is_past = grammar.is_past(told) and told not in BEGAN
        if is_past and not _MODAL.search(sentence, max(0, verb[0] - 40), verb[0]):
            return told
    return None
