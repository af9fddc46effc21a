"""Whom a passive befalls: "Roe was killed", "of the six men killed there", "were the targets"."""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import is_participle, subject_zone
from llmextract.article.times.words import NUMBERS

HOW: Final = (
    r"(?:\w+ly|also|not|never|then|later|again|already|still|just|all|both|reportedly|since)"
)
_BE: Final = r"(?:was|were|been|being|be|is|are|got|gets?)"
_PASSIVE: Final = re.compile(
    rf"(?P<aux>(?:\b(?:has|have|had|is|are|was|were|will|would|could|may|might|must|to|can|should)\s+(?:{HOW}\s+)*)?"
    rf"\b{_BE})\s+(?:{HOW}\s+)*\Z"
)
_PASSIVE_WITHIN: Final = re.compile(
    rf"(?:(?:has|have|had|will|would|could|may|might|must|should|can)\s+(?:{HOW}\s+)*)?{_BE}\s+(?:{HOW}\s+)*"
)
ASIDE: Final = r"(?:\s*,[^,;:]{1,90},|\s*\([^()]{1,60}\))?"
_TO_AUX: Final = re.compile(rf"{ASIDE}(?:,?\s+(?:who|that|which))?(?:\s+{HOW})*\s*")
# "Roe is among the nine who were held", "is the second to be killed"; not "the man whose son was".
_IS_ONE: Final = re.compile(
    rf"\s+(?:is|was|are|were|became|becomes)\s+(?:{HOW}\s+)*"
    r"(?:the|an?|among the|one of the|another)\s"
    r"(?!.*\b(?:whose|where|when|of|by|and|but)\b)[^,;:“”\"]{0,60}?(?:\s(?:who|that))?\s*"
)
_DONE_FOR: Final = re.compile(r"\b(?:of|for|by|after|before)\s(?:\w+ly\s)?[a-z]{3,}ing\s\Z")
_PARTITIVE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(NUMBERS))}|\d[\d,]*|some|many|most|several|all|none|both|few|dozens"
    r"|hundreds|thousands|half)\s+of\s+(?:the|these|those|its|his|her|their)?\s*\Z",
    re.IGNORECASE,
)
_HARMED_BY: Final = re.compile(
    rf"{ASIDE}\s+(?:(?:was|were|(?:has|have|had)\s+been)\s+(?:{HOW}\s+)*)?"
    r"(?P<verb>(?:kill|murder|wound|injur|martyr|maim|burn|behead|massacr)ed|hurt|died|perished)"
    r"(?:\s+(?!(?:and|but|who|that|they|he|she|it)\b)[\w’'-]+){0,8}?"
    r"\s+(?P<by>when|by)\s+(?:(?:an?|the|two|three|four|several|\d+)\s+)?(?:[a-z-]+\s+){0,2}"
)
# What nobody does who is killed when it goes off; of a raid or a clash he may be one.
_WEAPON: Final = re.compile(
    r"\b(?:bomb|mine|device|shell|missile|rocket|grenade|mortar|explosive|drone|ied)s?\b",
    re.IGNORECASE,
)
# "a mine killed", "fired two missiles into a market on Tuesday, killing".
_HARMS: Final = re.compile(
    r"(?:\s+(?:on|in|at|near)\s+(?:(?!and\b|but\b|who\b)[\w’'-]+\s+){0,4}?[\w’'-]+)?"
    r"(?:\s+(?:that|which))?(?:\s+(?P<verb>(?:kill|murder|wound|injur|maim)ed)"
    r"|(?:\s+(?!(?:and|but|who|when|after|before|while|as)\b)[\w’'-]+){0,20}?,\s"
    r"(?P<gerund>(?:kill|murder|wound|injur|maim|behead)ing))\s+"
    r"(?:(?:the|an?|its|his|her|their|at|least|about|more|than|some|several|up|to|over|nearly"
    r"|another|estimated|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\s+){0,5}"
)
_IS: Final = re.compile(r"\s(?:is|are|was|were|lay|lies|lie)\s(?:now\s|already\s)?")
# "The dead: Ada Hale, 34; Ilan Roe"; "Arrested so far: a clerk".
_LISTED: Final = re.compile(
    r"\W{0,3}(?:the\s|among\sthe\s)?(?:dead|killed|wounded|injured|hurt|missing|arrested|detained|held"
    r"|abducted|kidnapped|victims)\b[^:;.]{0,40}:\s[^:.]*\Z",
    re.IGNORECASE,
)
_HELD_BY: Final = (grammar.PREPOSITIONS - {"of"}) | {"to"}
_QUALIFIERS: Final = (
    grammar.DETERMINERS
    | frozenset(NUMBERS)
    | grammar.words_of(
        "at least more than about some around nearly almost over up to other several many"
    )
)
_OPENING_CLAUSE: Final = grammar.words_of("after before since until as while")
# "Of the six men killed", and what stands behind a lone past form that has no object.
_HARMED: Final = grammar.words_of(
    "killed murdered assassinated executed massacred wounded injured arrested detained abducted"
    " kidnapped beheaded tortured imprisoned jailed deported evicted displaced hospitalized"
    " hospitalised shot captured"
)
_HOLDING: Final = grammar.words_of("of for among with from by about over")
_BY_OR_WHERE: Final = re.compile(
    r"\s+(?:dead\s+)?(?:by|in|on|at|during|near|while|when|last|yesterday|earlier|after|outside)\b"
)
OPENS_OBJECT: Final = re.compile(
    r"\s+(?:(?:the|an?|its|his|her|their|him|them|it|more|at least|about|some|several|many|dozens"
    r"|hundreds|two|three|four|five|six|seven|eight|nine|ten)\b|\d|[A-Z])"
)
# What is done to people and places, of which none does it to themselves: not "were deployed".
DONE_TO: Final = grammar.inflected(
    """
    kill murder assassinate execute massacre wound injure arrest detain capture abduct kidnap*
    attack bomb shell ambush behead torture target seize destroy storm raid besiege imprison
    jail shoot =shot stab* rape poison deport expel* indict sentence convict hijack torch
    ransack damage recapture liberate occupy retake =retook =retaken invade bombard =hit
    =struck beat =beaten push repel* displace evict oust accuse charge rescue hospitalise
    hospitalize treat release free neutralize neutralise support back aid arm fund finance
    equip* evacuate martyr slaughter slay =slain maim burn =burnt drown crush trap* rob* loot
    burgle pelt mutilate lynch mug* harass intimidate threaten wreck demolish raze shatter
    extradite fine sack dismiss suspend acquit prosecute blackmail whip* flog* defeat rout
    overpower outnumber disarm intercept down deceive drag* board bury =buried =caught
    consult inform notify summon interrogate
    =freeing =holding search hunt chase remove gun* pick =tried =fired =hanged =blown =driven
    =thrown =overrun =overthrown =hurt =held =taken
    """
)
# What is done to its object, or to the subject of its passive, and to nobody else.
TO_ONE: Final = grammar.inflected(
    """
    kill murder assassinate execute behead massacre slay wound injure hurt arrest detain release
    sentence convict charge indict fine jail imprison deport expel* extradite abduct kidnap* rescue
    evacuate hospitalise hospitalize acquit pardon free =freed =slain =slew
    """
)
# Behind "was", states that tell nothing done, moves that the subject may have made itself, and what
# is said of a deed.
_OF_ITSELF: Final = grammar.words_of(
    """
    involved engaged opposed committed dedicated devoted determined prepared poised inclined
    concerned interested worried pleased convinced agreed gone come arrived risen fallen gathered
    assembled massed stationed based located situated positioned placed deployed mobilised mobilized
    camped entrenched seated married divorced retired resigned dressed disguised armed masked
    accustomed used supposed bound united allied aligned affiliated associated linked connected tied
    related headed split divided due set done finished ended closed opened reported believed said
    known thought alleged expected scheduled required allowed able stuck been had made met joined
    represented included led tired tempted motivated inspired advised elected reunited registered
    licensed sworn crowned recovered born died dated seen located accompanied followed backed moved
    sent redeployed withdrawn rotated pulled dispatched transferred relocated flown recalled brought
    reinforced carried conducted launched staged planned organised organized perpetrated waged
    mounted undertaken performed
    """
)
_HARMING: Final = DONE_TO - grammar.inflected(
    "support back aid arm fund finance equip* free release rescue evacuate treat board =freeing"
)
_ALSO: Final = re.compile(
    r"(?P<between>[^;:()“”\"]{0,120}?),\s(?:\w+ly\s)?(?P<gerund>[a-z]{3,}ing)\s"
    r"(?:(?:the|an?|its|their|some|several|many|at|least|about|more|than|\d[\d,]*)\s){0,4}\Z"
)


def is_passive_subject(sentence: str, words: Range, auxiliary: int) -> bool:
    """Whether a passive is of these words: right behind them, or behind an aside."""
    if words[1] > auxiliary:
        return False
    before = word_before(sentence, words)
    if _DONE_FOR.search(sentence, max(0, words[0] - 40), words[0]):
        return False  # "Hale, held for killing Roe, was tried"
    if before == "," and sentence[words[1] : auxiliary].strip() == ",":
        return True
    if before == "of" and _PARTITIVE.search(sentence, max(0, words[0] - 40), words[0]):
        return sentence[words[1] : auxiliary].isspace()
    if before in grammar.PREPOSITIONS | {"to"}:
        is_clause = before in _OPENING_CLAUSE and sentence[words[1] : auxiliary].isspace()
        return is_clause and sentence[slice(*words)].lower() in grammar.SUBJECTS
    found = _TO_AUX.fullmatch(sentence, words[1], auxiliary)
    return (found or _IS_ONE.fullmatch(sentence, words[1], auxiliary)) is not None


def harmed_by(sentence: str, deed: Range, words: Range) -> Range | None:
    """The verb of what befell words by a thing or a deed: "men died when a mine", "by a bomb"."""
    found = _HARMED_BY.fullmatch(sentence, words[1], deed[0])
    if found is None or subject_zone(sentence, deed) is not None:
        return None
    is_sure = found["by"] == "by" or _WEAPON.search(sentence, *deed) is not None
    is_held = word_before(sentence, words) in _HELD_BY
    is_verb = is_participle(grammar.tokenise(sentence[slice(*deed)]).words[-1])
    return found.span("verb") if is_sure and not (is_held or is_verb) else None


def done_behind(sentence: str, deed: Range, words: Range) -> Range | None:
    """The verb in -ing that who did a deed did to words as well: ", pushing the rebels back"."""
    found = _ALSO.fullmatch(sentence, deed[1], words[0])
    if found is None or found["gerund"] not in _HARMING:
        return None
    between = grammar.tokenise(found["between"]).words
    is_open = any(word in grammar.AUXILIARIES or word in _OPENING_CLAUSE for word in between)
    is_open = is_open or any(map(grammar.is_past, between)) or "who" in between
    return None if is_open else found.span("gerund")


def harmed_behind(sentence: str, deed: Range, words: Range) -> Range | None:
    """The verb by which a deed or a thing harms words behind it: "a mine killed", ", killing"."""
    found = _HARMS.fullmatch(sentence, deed[1], words[0])
    return None if found is None else found.span("verb" if found["verb"] else "gerund")


def is_listed(sentence: str, deed: Range, words: Range) -> bool:
    """Whether words are told to be dead, or stand in a list of whom a deed befell.

    >>> is_listed("Arrested so far: a clerk, Ilan Roe.", (0, 8), (25, 34))
    True
    """
    if words[1] <= deed[0]:
        is_dead = sentence[slice(*deed)].lower() == "dead"
        return is_dead and _IS.fullmatch(sentence, words[1], deed[0]) is not None
    return _LISTED.match(sentence[: words[0]]) is not None and deed[1] < words[0]


def is_reduced(sentence: str, verb: Range, words: Range, told: tuple[str, ...]) -> bool:
    """Whether a lone past form says what befell the words before it: "of the six men killed"."""
    if told[0] not in _HARMED or OPENS_OBJECT.match(sentence, verb[1]):
        return False
    between = sentence[words[1] : verb[0]]
    if between.strip(" \n") in (",", "–", "—", "-", "--", "("):
        return _BY_OR_WHERE.match(sentence, verb[1]) is not None
    if between.strip():
        return False
    before = grammar.tokenise(sentence[max(0, words[0] - 60) : words[0]]).words
    rest = [word for word in before if word not in _QUALIFIERS and not word[0].isdigit()]
    if rest and rest[-1][0].isalnum():
        is_joined = rest[-1] == "and" and len(rest) < len(before)
        return rest[-1] in _HOLDING or (
            is_joined and _BY_OR_WHERE.match(sentence, verb[1]) is not None
        )
    first = grammar.tokenise(sentence[words[0] : verb[0]]).words[:1]
    is_counted = len(rest) < len(before) or (first and (first[0] in NUMBERS or first[0].isdigit()))
    return not rest and bool(is_counted) and _BY_OR_WHERE.match(sentence, verb[1]) is not None


def _befalls(word: str) -> bool:
    """Whether a form may be of a verb by which a passive is done to its subject: "booed"."""
    return is_participle(word) and word not in _OF_ITSELF


def passive_of(
    sentence: str, verb: Range, told: tuple[str, ...], *, of_any: bool = False
) -> Range | None:
    """Where the auxiliary of a passive stands, before the verb or in its words.

    A passive `of_any` verb is one that tells no state and no move ("was booed"), else one of those
    that are done to people and places.
    """
    start, end = verb
    head = next((word for word in told if word not in grammar.AUXILIARIES | {"not", "since"}), "")
    is_done = any(word in DONE_TO or (of_any and _befalls(word)) for word in (told[-1], head))
    if not is_done or grammar.is_gerund(head):
        return None
    before = _PASSIVE.search(sentence, max(0, start - 60), start)
    if before is not None:
        return before.span("aux")
    inside = _PASSIVE_WITHIN.match(sentence, start, end)
    is_passive = inside and is_participle(head) and len(told) > 1
    return inside.span() if inside and is_passive else None


def is_qualified(before: str) -> bool:
    """Whether only determiners and numbers stand before a noun: "at least 200", "the"."""
    words = grammar.tokenise(before).words
    return all(word in _QUALIFIERS or word[0].isdigit() for word in words)


def word_before(sentence: str, words: Range) -> str:
    """The word before a noun phrase, its determiners left out: "of" in "of the dead"."""
    before = grammar.tokenise(sentence[max(0, words[0] - 40) : words[0]]).words
    return next((word for word in reversed(before) if word not in grammar.DETERMINERS), "")
