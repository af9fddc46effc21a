"""Times and places of another deed that a sentence tells beside, each with its own.

Where a deed has a time or a place, that of a noun for another deed is the other's: "held a man in
Oria over a raid in [Dorva]", "a blast in Oria killed two while shelling in [Dorva] killed ten",
"met in May to discuss the clashes of [March]". Which is whose the bounds of clauses tell, and the
preposition that sets one deed against the other. Offsets are half-open code points in a sentence.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.patterns import WORD
from llmextract.article.times.words import MONTHS, NUMBERS, WEEKDAYS
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.rules.setting.dating import times_in
from llmextract.judge.rules.setting.joined import COMING

_DEEDS: Final = (
    r"(?:(?:air|drone|missile|rocket|suicide|bomb)?(?:attack|assault|strike|raid)|airstrike|ambush|bombing"
    r"|bombardment|shelling|shooting|stabbing|explosion|blast|clash|battle|skirmish|fighting|gunfire"
    r"|offensive|incursion|invasion|siege|massacre|murder|killing|assassination|execution|slaying"
    r"|death|kidnapping|abduction|hijacking|arrest|detention|protest|demonstration|rall(?:y|ie)|march|riot"
    r"|unrest|uprising|revolt|coup|mutin(?:y|ie)|strike|election|vote|referendum|summit|talks|meeting"
    r"|conference|ceremon(?:y|ie)|funeral|truce|ceasefire|crash|collision|derailment|accident|disaster|fire"
    r"|blaze|wildfire|earthquake|quake|tremor|aftershock|flood|flooding|landslide|mudslide|avalanche"
    r"|eruption|storm|hurricane|typhoon|cyclone|tornado|stampede|robber(?:y|ie)|burglar(?:y|ie)|heist|theft|rape"
    r"|crackdown|evacuation|withdrawal|outbreak)(?:e?s)?"
)
DEED: Final = re.compile(rf"{_DEEDS}\Z", re.IGNORECASE)
# A few words that may stand before a noun, none of them one that begins another phrase.
_BEFORE_NOUN: Final = (
    r"(?:(?!(?:of|in|on|at|by|for|from|to|with|into|over|near|that|which|who|when|where|while|and|but"
    r"|was|were|had|has|have|is|are)\b)[\w’'-]+\s){0,5}?"
)
_OF_LENGTH: Final = (
    r"(?:(?:[\w’'-]+\s){0,2}?"
    r"(?:hours|days|nights|weeks|months|years|wave|series|spate|string)\sof\s)?"
)
_NOUN: Final = (
    rf"{_OF_LENGTH}{_BEFORE_NOUN}(?P<noun>{_DEEDS})\b(?!\s(?:victims?|survivors?|suspects?)\b)"
)
# What sets a deed before, after or against another one.
_AGAINST: Final = re.compile(
    r"\b(?P<joint>(?:after|[Ff]ollowing|before|since|ahead\sof|prior\sto|over|for|against|about"
    r"|with|[Uu]nlike|(?:to\s(?:discuss|mark|mourn|condemn|protest|denounce|commemorate|remember|recall"
    r"|investigate|avenge|review))))\s" + _NOUN,
)
# Who is told by what befell him: "in solidarity with the miners killed in".
_OF_VICTIMS: Final = re.compile(
    r"\b(?P<joint>(?:for|over|with|of|against|about))\s(?:the|those|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+)\s(?:[a-z-]+\s){0,2}?(?P<noun>killed|murdered|slain|kidnapped|abducted|shot|executed|wounded"
    r"|injured|arrested|detained|jailed)(?=\s(?:in|at|near|on|by|last|during|outside)\b)"
)
_PHRASE_ENDS: Final = re.compile(
    r"[;:“”\"()]|,(?!\d)|\s(?:when|while|whereas|where|but)\s|\sand\s(?:\w+ed|was|were|has|had|will)\b|[.!?]?\s*\Z"
)
_PARTS: Final = re.compile(
    r"[;:“”\"]|,\s(?:and|but|while|who|whose|which|where)\s|\s(?:who|whose|while)\s"
)
_CLAUSE: Final = re.compile(
    r"(?P<joint>;(?:\s(?:and|but|while))?|,?\s(?:while|whereas)|,\s(?:and|but)|\sand(?=\san?(?:nother)?\s))"
    r"\s(?P<opens>[\w’'-]+)"
)
_SUBJECT: Final = re.compile(_NOUN)
_HERE: Final = re.compile(
    r"\s(?:in|at|near|of|outside|inside|on|against)\s(?:the\s)?(?:[\w’'-]+\s){0,3}?[A-Z]"
)
_DEFINITE: Final = grammar.words_of("the this that these those its their his her")
# Nobody takes these for the deed that was told before.
_ANOTHER: Final = re.compile(
    r"(?:\A|[;,]\s(?:(?:and|but|while)\s)?|\swhile\s)(?P<other>(?:[Aa]nother|[Aa]n?\s(?:previous|earlier"
    r"|similar|separate|second|third|prior|different|later))\s(?:[a-z-]+\s){0,2}?" + _DEEDS + r")\b"
)
# What is told of somebody only: ", whose convoy was hit in Dorva,", "said Roe, who left in May".
_OF_WHOM: Final = re.compile(
    r"(?P<said>\b(?:said|says|told|added|recalled)\s[^,;:“”\"]{1,60})?,\s(?P<who>who|whom|whose)\s"
    r"(?P<told>[^,;:“”\"]{5,160})(?P<end>,|[.!?]?\s*\Z)"
)
_TAKES_UP: Final = re.compile(rf"\b(?:there|it|this|them|then|the\s{_DEEDS})\b")
_LOCATED: Final = re.compile(
    r"\b(?:in|at|near|outside|inside|across|around|on)\s(?:the\s)?(?:[a-z]+\s){0,4}?(?:of\s)?"
    r"(?P<name>[A-Z][\w’'-]+)",
)
_OF_PLACE: Final = re.compile(r"\s(?:of|on)\s(?:the\s)?(?:[\w’'-]+\s){0,3}?(?P<name>[A-Z][\w’'-]+)")
_DATES: Final = frozenset({*MONTHS, *WEEKDAYS})
_DAY: Final = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)}|yesterday|today|tonight|morning|evening|night|dawn|noon)\b", re.I
)
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|at|near|outside)\s(?:the\s)?(?:[a-z]+\s){0,3}?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:in\s)?\Z"
)
_MAIN_VERB: Final = re.compile(
    r"\s(?P<perfect>(?:has|have|had)\s)?(?:(?:not|since|now|\w+ly)\s)?(?P<verb>[a-z]+)\b"
)
_AGREED: Final = grammar.words_of("truce ceasefire deal agreement accord treaty pact")
# What is no time to the reader without a date.
_HOUR: Final = re.compile(
    r"\bat\s(?:dawn|dusk|noon|midday|midnight|sunrise|sunset|daybreak)\b"
    r"|\b(?:next|last|this)\s(?:week|month|year|weekend|night|summer|winter|spring|autumn)\b"
)
_UNCHANGED: Final = grammar.words_of("hit hurt cut shut burst beat set put")
_SINCE_THEN: Final = re.compile(r"\band\s(?:has|have)\ssince\s(?:\w+ly\s)?(?:been\s)?\Z")
_REACH: Final = 160


class Setting(NamedTuple):
    """The words that tell of another deed, and those that part it from what is around it."""

    zone: Range
    noun: Range
    joint: str


def held_by_other(sentence: str, deed: Range, words: Range, *, is_time: bool) -> str | None:
    """What shows that a time or a place is that of another deed than this one, or None.

    >>> held_by_other("Roe left Oria in May over a vote in July.", (4, 8), (33, 40), is_time=True)
    'over a vote'
    """
    if not is_time and state_of(sentence[slice(*words)]) is not None:
        return None  # it may hold both places
    for each in _settings(sentence):
        if (shown := _of_setting(sentence, deed, words, each, is_time=is_time)) is not None:
            return shown
    return (
        _beside(sentence, deed, words, is_time=is_time)
        or _of_another(sentence, deed, words)
        or _of_whom(sentence, deed, words, is_time=is_time)
        or (_of_subject(sentence, deed, words) if is_time else None)
    )


def _settings(sentence: str) -> Iterator[Setting]:
    """The phrases of a sentence that set a deed against another: "over a raid in Dorva"."""
    for shape in (_AGAINST, _OF_VICTIMS):
        for found in shape.finditer(sentence):
            end = _PHRASE_ENDS.search(sentence, found.end())
            limit = len(sentence) if end is None else end.start()
            yield Setting((found.start(), limit), found.span("noun"), found[0].strip())


def _of_setting(
    sentence: str, deed: Range, words: Range, other: Setting, *, is_time: bool
) -> str | None:
    """A setting that has either a deed or the words, where the other has its own."""
    start, end = other.zone
    has_deed, has_words = (start <= each[0] and each[1] <= end for each in (deed, words))
    if has_deed == has_words:
        return None
    if has_deed:
        return _around(sentence, words, other, is_time=is_time)
    if words[0] < other.noun[1] and not is_time:
        return None
    low, high = _main(sentence, deed, (start, end))
    if low >= high:
        return None
    if has_own(sentence, (low, high), is_time=is_time):
        return other.joint
    # "Marched in Oria for the men killed in Dorva [last week]": beside a place of the other deed.
    is_long = is_time and _DAY.search(sentence, *words) is None
    is_beside = is_long and _PLACE_BEFORE.search(sentence, other.noun[1], words[0])
    return other.joint if is_beside and has_own(sentence, (low, high), is_time=False) else None


def _main(sentence: str, deed: Range, zone: Range) -> Range:
    """The stretch around a deed that a setting does not have; an empty one where a clause ends."""
    if deed[1] <= zone[0]:
        if _PARTS.search(sentence, deed[1], zone[0]):
            return 0, 0
        breaks = [found.end() for found in _PARTS.finditer(sentence, 0, deed[0])]
        return (breaks[-1] if breaks else 0), zone[0]
    return (0, 0) if _PARTS.search(sentence, zone[1], deed[0]) else (zone[1], len(sentence))


def _around(sentence: str, words: Range, other: Setting, *, is_time: bool) -> str | None:
    """A setting that holds a deed and a time or a place of its own, or is past where it is told."""
    start, end = other.zone
    between = sentence[words[1] : start] if words[1] <= start else sentence[end : words[0]]
    if _PARTS.search(between) or (words[0] >= end and not grammar.has_verb(between)):
        return None
    if has_own(sentence, (start, end), is_time=is_time) or (
        not is_time and _of_place(sentence, other.noun)
    ):
        return other.joint
    is_past = other.joint.lower().startswith(("after", "following"))
    comes = is_time and is_past and words[1] <= start and _is_to_come(sentence, words[0])
    return other.joint if comes else None


def _is_to_come(sentence: str, end: int) -> bool:
    """Whether what is told before a place is still to come: "will be held in", "was due to"."""
    ends = [found.end() for found in WORD.finditer(sentence, max(0, end - _REACH), end)]
    return any(COMING.search(sentence, max(0, at - 60), at + 1) for at in ends)


def has_own(sentence: str, stretch: Range, *, is_time: bool) -> bool:
    """Whether a stretch of a sentence has a time, or a named place, that is no state."""
    low, high = stretch
    if is_time:
        return any(
            low <= each.start and each.end <= high and each.time.precision != "duration"
            for each in times_in(sentence)
        ) or bool(_HOUR.search(sentence, low, high))
    return any(_is_place(found["name"]) for found in _LOCATED.finditer(sentence, low, high))


def _is_place(name: str) -> bool:
    return name.lower() not in _DATES and state_of(name) is None


def _of_place(sentence: str, noun: Range) -> bool:
    """Whether a deed has its place behind "of" or "on": "shelling of Dorva"."""
    found = _OF_PLACE.match(sentence, noun[1])
    return found is not None and _is_place(found["name"])


def _beside(sentence: str, deed: Range, words: Range, *, is_time: bool) -> str | None:
    """The subject of a clause beside that of a deed, or that it heads, where each has its own."""
    for found in _CLAUSE.finditer(sentence):
        at = found.start("opens")
        noun = _SUBJECT.match(sentence, at)
        if noun is None or not _is_subject(sentence, found["opens"], noun):
            continue
        ends = sentence.find(";", at)
        end = len(sentence) if ends < 0 else ends
        before = sentence.rfind(";", 0, found.start()) + 1
        inner, outer = (at, end), (before, found.start())
        for mine, theirs in ((inner, outer), (outer, inner)):
            is_mine = mine[0] <= deed[0] and deed[1] <= mine[1]
            is_theirs = theirs[0] <= words[0] and words[1] <= theirs[1]
            if not (is_mine and is_theirs):
                continue
            own = has_own(sentence, mine, is_time=is_time)
            if own or (mine is inner and not is_time and _of_place(sentence, noun.span("noun"))):
                return noun[0]
    return None


def _is_subject(sentence: str, opens: str, noun: re.Match[str]) -> bool:
    """Whether a noun for a deed heads the subject of a clause, and takes up none told before."""
    first = opens.lower()
    if first in _DEFINITE and not _HERE.match(sentence, noun.end()):
        return False
    is_other = grammar.is_past(first) or first in grammar.AUXILIARIES
    if is_other or (grammar.is_gerund(first) and DEED.match(first) is None):
        return False
    behind = [found[0] for found in WORD.finditer(sentence, noun.end(), noun.end() + _REACH)]
    return any(_is_finite(behind, at) for at in range(len(behind)))


def _is_finite(words: list[str], at: int) -> bool:
    """Whether a word behind a noun is its verb: not "populated" of "a populated city"."""
    word, before = words[at].lower(), words[at - 1].lower() if at else ""
    after = words[at + 1] if at + 1 < len(words) else "."
    if word in grammar.AUXILIARIES or word in clausal.FINITE or word in clausal.INTRANSITIVE:
        return True
    is_past = grammar.is_past(word) or word in _UNCHANGED
    leads = after.lower() in clausal.OPENS_PHRASE or not after[0].islower()
    leads = leads or after.lower() in NUMBERS
    return is_past and leads and before not in grammar.DETERMINERS | grammar.PREPOSITIONS


def _of_another(sentence: str, deed: Range, words: Range) -> str | None:
    """A noun that tells of another deed than the one before, right before the words."""
    for found in _ANOTHER.finditer(sentence, 0, words[0]):
        between = sentence[found.end() : words[0]]
        is_near = len(between) <= 40 and not re.search(r"[,;:]", between)
        if deed[1] <= found.start("other") and is_near and not grammar.has_verb(between):
            return found["other"]
    return None


def _of_whom(sentence: str, deed: Range, words: Range, *, is_time: bool) -> str | None:
    """What is told of somebody who stands before a deed with its own, or who tells of it."""
    if ", who" not in sentence:
        return None
    for found in _OF_WHOM.finditer(sentence):
        low, high = found.span("told")
        if not (low <= words[0] and words[1] <= high):
            continue
        is_behind = found["end"] == "," and deed[0] >= found.end()
        if is_behind and has_own(sentence, (found.end(), len(sentence)), is_time=is_time):
            return found["who"]
        tells = found["said"] and deed[1] <= found.start("said")
        if tells and not _TAKES_UP.search(sentence, low, high):
            return found["said"]
    return None


def _of_subject(sentence: str, deed: Range, time: Range) -> str | None:
    """The participle of a subject that a time stands behind: "men held in [May] have fled"."""
    if deed[0] < time[1]:
        return None
    since = _SINCE_THEN.search(sentence, max(time[1], deed[0] - 40), deed[0])
    if since is not None and "since" not in sentence[max(0, time[0] - 12) : time[1]]:
        return since[0].strip()
    main = _MAIN_VERB.match(sentence, time[1])
    if main is None or deed[0] < main.start("verb"):
        return None
    is_told = grammar.is_past(main["verb"]) or main["verb"] in grammar.AUXILIARIES
    is_sure = main["perfect"] or has_own(sentence, (main.end(), len(sentence)), is_time=True)
    if not is_told or not is_sure:
        return None
    before = list(WORD.finditer(sentence, 0, time[0]))
    for at in range(len(before) - 1, 0, -1):
        word, noun = before[at][0].lower(), before[at - 1][0].lower()
        if grammar.is_past(word):
            is_whom = is_people(noun) or noun in _AGREED
            return word if is_whom and noun not in grammar.AUXILIARIES else None
        if word in grammar.AUXILIARIES or re.search(r"[,;:]", before[at][0]):
            return None
    return None
