"""What became of those whom a figure counts, by the words around it: "12 soldiers were killed".

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from itertools import takewhile
from typing import Final, NamedTuple

from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    ARTICLES,
    AUXILIARIES,
    BE,
    PREPOSITIONS,
    PRONOUNS,
    is_past,
    words_of,
)
from llmextract.article.syntax.patterns import WORD_OR_MARK
from llmextract.article.times.words import NUMBERS, WEEKDAYS
from llmextract.ask.fates import FATES
from llmextract.judge.rules.figures.counting import STOPS
from llmextract.judge.rules.figures.wholes import FINITE, modifier
from llmextract.judge.values import figures_of

# A second time over is the same fate: "nine fugitives were recaptured".
_AGAIN: Final = dict.fromkeys(("recaptured", "rearrested", "retaken"), "captured")
FATE_OF: Final = {word: fate for fate, words in FATES.items() for word in words} | _AGAIN
# Stand between those who are counted and what became of them.
_BE: Final = words_of(
    "is are was were be been being has have had got reportedly reported confirmed feared believed"
    " left also still listed declared pronounced later to as officially presumed allegedly"
)
# With another subject begins a clause: "two of the nine villages it had promised".
_NOT_COUNTED: Final = STOPS | PRONOUNS | frozenset(FATE_OF)
# Stand between a deed and its figure.
_SMALL: Final = words_of(
    "at least more than some about around up to as many nearly almost over another a an the further"
    " additional estimated other its their his her all of approximately roughly least most"
)
_FATE_NOUNS: Final = words_of("deaths fatalities injuries arrests")
# "Nine of whom died": whatever befell the others.
_OF_THEM_DIED: Final = re.compile(
    r"\s+of\s+(?:whom|them|these|those)\s+"
    r"(?:(?:was|were|had|have|has|been|later|also|then|since|\w+ly)\s+){0,4}(?P<word>[a-z]+)\b"
)
_MOST_WORDS: Final = 8
_LOOK_BACK: Final = 80
# Behind those who are counted, what is said of some of them: ", seven of them women, were killed".
_ASIDE: Final = re.compile(
    r"(?P<who>(?:\s+[\w’'-]+){0,7}),\s+(?:(?:[\w-]+\s+){1,3}of\s+(?:them|whom)|including|among\s+(?:them|whom)"
    r"|aged|mostly|mainly)\b[^,;:“”\"]{1,90},(?=\s+(?:was|were|has|have|had|died|drowned|perished)\b)"
)
_HARM: Final = r"(?:wounds?|injury|injuries|burns?|fractures?|bruises|cuts)"
_NOUN: Final = (
    r"(?:\s+(?!(?:and|or|but|who|which|that|while|when|as|after|to|for|in|at)\b)[\w’'-]+){0,4}?"
)
_FEW: Final = rf"(?:(?:{'|'.join(sorted(_SMALL))})\s+){{0,5}}\Z"
# What becomes of people by a verb and what it takes: "five received wounds", "lost 34 of its men".
_SUFFERED: Final = re.compile(
    rf"{_NOUN}\s+(?:received|suffered|sustained)\s+(?:[\w’'-]+\s+){{0,3}}?{_HARM}\b"
)
_DRIVEN: Final = re.compile(
    rf"\b(?:driv(?:es?|en|ing)|drove|forc(?:e[sd]?|ing)|push(?:e[sd]|ing)?|uproot(?:s|ed|ing)?)\s+{_FEW}",
    re.IGNORECASE,
)
_FROM_HOME: Final = re.compile(
    rf"{_NOUN}\s+(?:from|out\s+of|to\s+(?:leave|flee|abandon))\s+their\s+"
    r"(?:\w+\s+)?(?:homes?|houses?|flats|apartments|villages?|towns?|lands?|farms|dwellings|huts)\b"
)
_BODIES: Final = re.compile(rf"\b(?:bodies|corpses|remains)\s+of\s+{_FEW}", re.IGNORECASE)
_KILLING: Final = re.compile(
    rf"\b(?:murders?|slayings?|assassinations?|executions?|massacres?|slaughter)\s+of\s+{_FEW}",
    re.IGNORECASE,
)
_SEIZING: Final = re.compile(
    rf"\b(?:abductions?|kidnappings?|arrests?|detentions?|imprisonment)\s+of\s+{_FEW}",
    re.IGNORECASE,
)
_TOOK: Final = re.compile(rf"\b(?:took|tak(?:es?|en|ing))\s+{_FEW}", re.IGNORECASE)
_CAPTIVE: Final = re.compile(rf"{_NOUN}\s+(?:prisoners?|captives?|hostages?)\b")
_LOST: Final = re.compile(rf"\b(?:lost|los(?:es?|ing))\s+{_FEW}", re.IGNORECASE)
_OF_ITS_MEN: Final = re.compile(
    r"\s+(?:of\s+)?(?:(?:its|their|his|her|own|more)\s+)*(?:[\w’'-]+\s+)?(?:men|soldiers|troops|fighters"
    r"|servicemen|policemen|officers|guards|militants|rebels|militiamen)\b"
)
_MISSING: Final = re.compile(
    r"\s+missing\s+[a-z]+\b(?!\s+(?:is|are|was|were|has|have|had|died|drowned|perished|feared"
    r"|presumed|believed)\b)"
)
# "Nine of them seriously", "two in critical condition", "left a dozen in hospital".
_IN_STATE: Final = re.compile(
    r"(?:\s(?:of\s(?:them|whom)|more|others|people))?(?:\s(?:is|are|was|were|remain(?:s|ed)?))?\s(?:(?:seriously|critically|badly|severely|gravely)"
    r"(?=\s*(?:[,.;)]|\Z|and\b|injured\b|hurt\b|wounded\b))"
    r"|in\s(?:an?\s)?(?:critical|serious|grave|stable)\scondition\b)"
)
_LEAVING: Final = re.compile(
    r"\b(?:left|leaving|leaves)\s(?:(?:at\sleast|about|some|another|a\sfurther|more\sthan)\s)?\Z",
    re.IGNORECASE,
)
_IN_HOSPITAL: Final = re.compile(r"(?:\s(?:more|others|people))?\sin\shospital\b")
# "The dead included [two] guards".
_DEAD_WERE: Final = re.compile(
    rf"\b(?:dead|killed|slain|fatalities)\s+(?:also\s+)?(?:includ(?:ed?|es|ing)|numbered)\s+{_FEW}",
    re.IGNORECASE,
)
_HURT_WERE: Final = re.compile(
    rf"\b(?:injured|wounded|hurt)\s+(?:also\s+)?(?:includ(?:ed?|es|ing)|numbered)\s+{_FEW}",
    re.IGNORECASE,
)
# "Two men were stabbed to death", "left ten with serious burns".
_TO_DEATH: Final = re.compile(
    rf"{_NOUN}\s+(?:was|were|been|being|got)\s+(?:\w+ly\s+)?[a-z]+\s+to\s+death\b"
)
_WITH_WOUNDS: Final = re.compile(rf"{_NOUN}\s+with\s+(?:[\w’'-]+\s+){{0,3}}?{_HARM}\b")
_TOLD_BY: Final = (
    ("killed", _DEAD_WERE, None),
    ("injured", _HURT_WERE, None),
    ("killed", None, _TO_DEATH),
    ("injured", None, _WITH_WOUNDS),
    ("injured", None, _SUFFERED),
    ("injured", None, _IN_STATE),
    ("injured", _LEAVING, _IN_HOSPITAL),
    ("displaced", _DRIVEN, _FROM_HOME),
    ("killed", _BODIES, None),
    ("killed", _KILLING, None),
    ("captured", _SEIZING, None),
    ("captured", _TOOK, _CAPTIVE),
    ("killed", _LOST, _OF_ITS_MEN),
    ("missing", None, _MISSING),
)
_TWO_VERBS: Final = re.compile(
    r"\b(?P<first>[a-z]+)\s(?:and|or)\s(?:[a-z]+ly\s|later\s|then\s)?(?P<second>[a-z]+)\s"
    r"(?:(?:at\sleast|more\sthan|about|around|some|nearly|up\sto)\s)?\Z",
    re.IGNORECASE,
)
_WHO_WERE: Final = re.compile(
    rf"{_NOUN},?\s(?:who|which)\s(?:(?:was|were|had|have|has|been|later|then|since|\w+ly)\s){{1,4}}(?P<fate>[a-z]+)\b"
)
_MOST_JOINED: Final = 4
_ABOUT: Final = "at least|more than|some|about|around|nearly|almost|over|up to"
_OUT_OF: Final = (
    r"(?:out\s+)?of\s+"
    rf"(?:(?:the|its|their|his|her|those|these|other|same|{_ABOUT})\s+)*\Z"
)
_OF: Final = re.compile(
    rf"\s+(?:of\s+(?:the|its|their|his|her)\s+(?:[a-z’'-]+\s+){{1,3}})?{_OUT_OF}", re.IGNORECASE
)
_OF_THE: Final = re.compile(rf"(?:\A|[,;:—–]\s*|\band\s+){_OUT_OF}", re.IGNORECASE)
_PART: Final = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom))\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
)
# Before a sum: "casualties this week have exceeded", "the number of dead rose to".
_SUM: Final = re.compile(
    r"\b(?:number of|casualties|deaths|fatalities|injuries|arrests)\b[^,;:.]{0,80}?"
    r"\b(?:exceed(?:ed|s)?|reach(?:ed|es)?|total(?:l?ed|s)?|topped|surpass(?:ed|es)?|passed|hit"
    r"|(?:risen|rises|rose|grown|grew|climbed|increased|jumped|fell|fallen) to"
    r"|(?:is|are|was|were|stood|stands|put) at)\s+"
    rf"(?:(?:{_ABOUT}|an|estimated)\s+)*",
    re.IGNORECASE,
)
_HOLDING: Final = ARTICLES | PREPOSITIONS | words_of("his her its their")
_DIES: Final = words_of("died die dies dying")
_PASSIVE: Final = BE | {"got"}
_LATER: Final = words_of(
    "in on at from near across around there here so far overnight yesterday today since within"
    " inside outside this last earlier during after over alone"
) | frozenset(WEEKDAYS)


class Fate(NamedTuple):
    """What became of somebody, and the word that says so."""

    name: str
    word: str


def fate_of(sentence: str, start: int, end: int) -> Fate | None:
    """What became of those whom a figure counts, and the word that says so; None if not sure."""
    some = _OF_THEM_DIED.match(sentence, end)
    if some is not None and some["word"] in FATE_OF:
        return Fate(FATE_OF[some["word"]], some["word"])
    is_part = _PART.search(sentence[:start]) is not None
    # "12 people, including 3 injured, were detained": the three are both.
    before = _words(sentence[:start])
    told = (
        _behind(_without_aside(sentence[end:])),
        _before(before),
        _summed(sentence, start, end),
        _taken(sentence, start, end),
    )
    found = [] if is_part else [fate for fate in told if fate]
    if not found:
        joined = None if is_part else _before(_without_joined(before))
        return joined or _toll(sentence[:start])
    return found[0] if len({fate.name for fate in found}) == 1 else None


def told_beside(sentence: str, start: int, end: int) -> str | None:
    """The fate that another verb tells of one figure: "abducted and later killed [11]".

    Or a clause of whom it counts: "the release of [11] men who were abducted".

    >>> told_beside("Rebels abducted and later killed 11 men.", 32, 34)
    'captured'
    """
    which = _WHO_WERE.match(sentence, end)
    if which is not None and which["fate"] in FATE_OF:
        return FATE_OF[which["fate"]]
    found = _TWO_VERBS.search(sentence, max(0, start - _LOOK_BACK), start)
    is_both = found is not None and found["second"].lower() in FATE_OF
    return FATE_OF.get(found["first"].lower()) if found is not None and is_both else None


def _without_aside(rest: str) -> str:
    """Leave out what is said of some: "12 men, two of them guards, were killed"."""
    found = _ASIDE.match(rest)
    if found is None or any(map(is_past, found["who"].lower().split())):
        return rest
    return found["who"] + rest[found.end() :]


def _taken(sentence: str, start: int, end: int) -> Fate | None:
    """The fate that a verb tells with what it takes: "received wounds", "driven from home"."""
    for name, before, behind in _TOLD_BY:
        opens = before and before.search(sentence, max(0, start - _LOOK_BACK), start)
        follows = behind and behind.match(sentence, end)
        if (before is None or opens) and (behind is None or follows):
            words = (opens or follows or [""])[0].split()
            return Fate(name, (words[0] if opens else words[-1]).lower())
    return None


def _toll(text: str) -> Fate | None:
    """The figures behind "death toll" are of the dead, unless another fate comes between."""
    _, toll, rest = text.lower().rpartition("death toll")
    words = {match[0] for match in WORD_OR_MARK.finditer(rest)}
    other = any(FATE_OF.get(word, "killed") != "killed" for word in words)
    return Fate("killed", toll) if toll and not other and ";" not in words else None


def _behind(rest: str) -> Fate | None:
    """Behind a figure: "30 wounded", "12 soldiers were killed", "12 people dead"."""
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(rest)][: _MOST_WORDS + 2]
    for at, word in enumerate(words[:_MOST_WORDS]):
        if word in FATE_OF:
            # "12 wounded soldiers", "30 captive children": a fate that only tells which.
            is_of = words[:at] in (["of"], ["of", "the"]) or _are_of_them(words, at)
            if at and words[at - 1] in _HOLDING and not is_of:
                return None  # "are involved in the killing"
            following, other = [*words[at + 1 : at + 3], ".", "."][:2]
            if following in ("and", "or") and other in FATE_OF:
                return None  # "30 were killed or injured"
            if not at and word in _FATE_NOUNS:
                return Fate(FATE_OF[word], word)  # "212 injuries to", whatever follows
            said = (at and words[at - 1] in _BE) or _are_of_them(words, at)
            ends = not following[0].isalnum() or following in STOPS | _LATER
            ends = ends or (word in _DIES and following in ("of", "from"))
            if "and" in words[:at] and _counts(words[words.index("and") + 1]):
                return Fate(FATE_OF[word], word) if said else None
            return Fate(FATE_OF[word], word) if said or ends else None
        if word == "and" and _goes_on(words, at):
            continue
        if word in STOPS or not word[0].isalpha():
            return None
    return None


def _goes_on(words: list[str], at: int) -> bool:
    """Whether those who are counted are joined by more: "12 soldiers and a general killed"."""
    joined = words[at + 1 : at + 2]
    is_joined = joined and (joined[0] in ARTICLES or _counts(joined[0]))
    return bool(is_joined) and not any(map(is_past, words[:at]))


def _counts(word: str) -> bool:
    return word in NUMBERS or word[0].isdigit()


def _are_of_them(words: list[str], at: int) -> bool:
    """Whether a fate is that of a group of which some are told: "11 of the injured were children".

    Not where a verb may say what became of those: "two of the injured have died".
    """
    rest = list(takewhile(lambda word: word[0].isalnum(), words[at + 1 :]))
    is_of = words[:2] == ["of", "the"] and (at == 2 or (at == 3 and _counts(words[2])))
    told = is_of and rest[:1] in (["were"], ["are"], ["was"], ["is"])
    return told and not any(is_past(word) or word in FATE_OF for word in rest[1:])


def _words(text: str) -> list[str]:
    """The last words of a text, but for those that stand between a deed and its figure."""
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(text[-_LOOK_BACK:])]
    while words and words[-1] in _SMALL:
        words.pop()
    return words


def _before(words: list[str]) -> Fate | None:
    """Before a figure: "killing at least 12", "the deaths of 12"; not "killed and wounded 12"."""
    if not words or words[-1] not in FATE_OF:
        return None
    word = words[-1]
    joined = len(words) > 2 and words[-2] in ("and", "or", "nor") and words[-3] in FATE_OF
    passive = len(words) > 1 and words[-2] in _PASSIVE
    return None if joined or passive else Fate(FATE_OF[word], word)


def _without_joined(words: list[str]) -> list[str]:
    """Leave out those who are joined before a figure: "killed nine policemen and" of "nine men"."""
    if words[-1:] != ["and"]:
        return words
    counted = list(takewhile(lambda word: word.isalpha() and not _counts(word), words[-2::-1]))
    opening = words[: -1 - len(counted)]
    is_joined = counted and len(counted) < _MOST_JOINED and opening and _counts(opening[-1])
    if not is_joined or any(word in _NOT_COUNTED or is_past(word) for word in counted):
        return words
    while opening and (opening[-1] in _SMALL or _counts(opening[-1])):
        opening.pop()
    return opening


def _summed(sentence: str, start: int, end: int) -> Fate | None:
    """Before a sum: "casualties have exceeded", "the number of wounded rose to"."""
    found = next((m for m in _SUM.finditer(sentence, 0, end) if m.end() >= start), None)
    words = [match[0].lower() for match in WORD_OR_MARK.finditer(found[0])] if found else []
    fates = {FATE_OF[word]: word for word in words if word in FATE_OF}
    return Fate(*fates.popitem()) if len(fates) == 1 else None


def told_part(sentence: str, start: int, end: int) -> str | None:
    """The figure that is said to be a part of the one at a place: "12 of the 40 were killed"."""
    low = max(0, start - _LOOK_BACK)
    of, of_the = _OF.search(sentence, low, start), _OF_THE.search(sentence, low, start)
    others = figures_of(sentence) if of or of_the else []
    part = next((each for each in others if of and each.end == of.start()), None)
    if part is not None:
        if modifier(sentence, end) is not None:
            return None  # "freed 12 of the 40 they had arrested"
        hit = _before(_words(sentence[: part.start])) is not None
        if hit or _has_auxiliary(sentence[end:]):
            return sentence[part.start : part.end]
    behind = next((each for each in others if of_the and each.start >= end), None)
    # Those of "of the 40 injured, 12 were" were injured, all of them.
    whole = behind is not None and _behind(sentence[end:]) is None
    noun, comma, _ = sentence[end : behind.start if behind is not None else end].partition(",")
    # And those of "of the 40 ships launched so far, two" were launched, all of them.
    is_own = any(is_past(word) and word not in ADJECTIVES for word in _words(noun))
    if behind is not None and whole and comma and not is_own:
        return sentence[behind.start : behind.end]
    return None


def _has_auxiliary(rest: str) -> bool:
    """Whether the noun behind a figure is a subject: "12 of 40 men were", not "40 men killed"."""
    for match in list(WORD_OR_MARK.finditer(rest))[:_MOST_WORDS]:
        word = match[0].lower()
        if word in AUXILIARIES or word in FINITE:
            return True
        if word in _NOT_COUNTED or not word[0].isalpha():
            return False
    return False
