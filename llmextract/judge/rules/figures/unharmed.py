"""Figures of whom nothing befell: those who did it, and what is no people.

"Four masked men stabbed Roe to death" has no four dead, "3 killed and 26 shacks burned" no 26.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.sorts import is_no_place
from llmextract.article.times.words import NUMBERS
from llmextract.ask.fates import FATES
from llmextract.judge.rules.nouns import THINGS, head_of, is_people

# Things that are called by a fate: "27 arrest warrants", "three death threats".
_CALLED_BY: Final = re.compile(
    r"\s+(?:arrest|death|murder|capture|injury|hostage|kidnapping|killing|detention|casualty)\s+"
    r"(?P<noun>[a-z]{3,}s)\b"
)
# Who is only said to have to do with it: "34 people are involved in the attempt".
_INVOLVED: Final = re.compile(
    r"\s+(?:who\s+)?(?:(?:is|are|was|were|be|been|have|has|had)\s+){0,2}(?:\w+ly\s+)?(?:involved|implicated"
    r"|suspected|accused|wanted|sought|charged|indicted|convicted|tried|responsible|participat\w+"
    r"|linked|connected|investigated|questioned)\b"
)
_NUMBER_INVOLVED: Final = re.compile(
    r"\bnumber of \w+ (?:\w+ ){0,2}?(?:involved|implicated|suspected|accused|charged|wanted)\b"
    r"[^,;:]{0,90}\Z"
)
# "Flew 230 survivors to Dorva": whatever else befell them.
_SURVIVORS: Final = re.compile(r"\s+survivors\b")
_HURT: Final = ("killed", "injured", "casualties", "missing")
_MOST_BETWEEN: Final = 60
# Those who did it are told by what they had on, or with them: "30 men dressed in black set".
_CLAD: Final = re.compile(
    r"\s*,?\s*(?:dressed|clad|armed|disguised|wearing|carrying|riding|backed|led|travell?ing"
    rf"|believed|thought|suspected|linked|loyal|belonging)\b[^;:“”\"]{{1,{_MOST_BETWEEN}}}"
)
# "12 people, among them [two] paramedics": whatever these are called, they are people.
_AMONG: Final = re.compile(
    r"\b(?:people|persons|civilians|others|victims|passengers|residents)\b[^,;:]{0,60},\s"
    r"(?:including|among\s(?:them|whom)|(?:some|most|\w+)?\s?of\s(?:them|whom))\s"
    r"(?:(?:at\sleast|about|some)\s)?\Z"
)
_REACH: Final = 120
_WORD: Final = re.compile(r"[\w’'-]+")
_HOW: Final = re.compile(r"\s+(?:(?:had|have|has|then|also|later|reportedly|allegedly|\w+ly)\s+)*")
_OPENS_OBJECT: Final = re.compile(
    r"\s+(?:(?:up|down|off|out|fire)\s+)?(?:(?:the|an?|its|his|her|their|him|them|more|some|several"
    r"|many|dozens|hundreds|two|three|four|five|six|seven|eight|nine|ten|on|into)\b|\d|[A-Z])"
)
# What people do of whom it is told that something befell them.
_BEFALLING: Final = grammar.inflected(
    "suffer receive sustain lose undergo face want need get see fall experience give sacrifice seek"
    " meet require succumb perish drown starve commit die hear leave surrender burn fight"
) | grammar.words_of(
    "lost gave got saw fell met sought left took fought had went came were was felt died stood lay"
    " blew hid slept lived ate held"
)
# Their past forms are their base forms.
_SAME: Final = grammar.words_of("set hit cut shut put let")
_BEFALLS: Final = FATES["killed"] | FATES["injured"] | FATES["captured"] | FATES["displaced"]
_LATER: Final = re.compile(
    r"\b(?:(?:is|are|was|were|been|being|be|got)\s+(?:\w+ly\s+|later\s+|also\s+)?"
    rf"(?:{'|'.join(sorted(_BEFALLS))}|shot)"
    r"|died|dead|die|dying|perished|drowned|themselves|himself|herself"
    rf"|(?:{'|'.join(sorted(_BEFALLS))})\s+(?:all|everyone|everybody|most"
    r"|(?:(?:all|both|most|some|many|several|\w+)\s+of\s+)?(?:them|these|those))"
    rf"|(?:and|or|but)\s+(?:\w+ly\s+|later\s+|then\s+)?(?:{'|'.join(sorted(_BEFALLS))})(?!\s+(?:\w+\s+)?"
    r"(?:the|an?|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|at|more|several|some)\b))\b"
)
# What those do of whom nothing befalls meanwhile: "300 people marched", "were advancing".
_GOINGS: Final = grammar.inflected(
    "march demonstrate protest rally gather assemble parade picket walk arrive escape queue line"
    " vote camp attend celebrate flock crawl chant pray mourn converge congregate advance retreat"
    " withdraw return participate join travel travell pour stream throng cheer applaud dance"
    " shelter stay live sleep work wait dine shop study"
) | grammar.words_of("sang fled strode rode")
_MEETS: Final = grammar.inflected("demonstrate protest rally parade picket vote chant applaud")
# "500 officers were deployed", not "were sent to hospital".
_PLACED: Final = grammar.inflected(
    "deploy dispatch mobilise mobilize station assign invite recruit train"
)
_IN_STATE: Final = re.compile(r"\s+(?:dead|injured|wounded|hurt|missing|unhurt|homeless)\b")
_HELD: Final = ("captured", "arrested", "detained")
# The noun's own words, and what is set off behind them: "people of the town, many in black, ".
_OF_NOUN: Final = re.compile(
    r"(?:\s+(?:of|from|in)(?:\s+(?!(?:who|which|that|when|as|after|and|or|if|was|were|is|are|had|has"
    r"|have|went|came|fled|ran|sang|rode|\w+ed|\w+ing)\b)[\w’'-]+){1,6})?(?:,\s[^,;:“”\"]{1,90},)?"
    r"(?:\s+(?:(?:had|have|has|then|also|later|reportedly|allegedly|\w+ly)\s+)*)"
    r"(?P<aux>(?:was|were|is|are|been)\s+)?(?P<verb>[a-z]+)\b"
)
# A passive of others: "and 27 were arrested", "where a guard was hurt".
_OTHERS: Final = re.compile(
    r"(?:\b(?:and|but|in\s+which|where|when|while|whereas|as|after|before)|[,;:—–])\s+"
    rf"(?P<who>(?:an?|one|another|several|some|dozens|hundreds|{'|'.join(NUMBERS)}|\d[\d,.]*|[A-Z][\w’'-]*)"
    r"\b[^,;:“”\"]{0,60})\Z"
)
_FEW: Final = r"(?:(?:at\s+least|about|some|around)\s+)?\Z"
_BY: Final = re.compile(rf"\bby\s+{_FEW}")
# Neither those by whom a toll rose, nor those who follow or mourn.
_NOT_DONE_BY: Final = re.compile(
    r"\b(?:ris\w+|rose|grow\w*|grew|increas\w+|up|down|fell|fall\w*|drop\w*|climb\w*|follow\w+"
    rf"|join\w+|accompan\w+|outnumber\w+|surviv\w+|exceed\w*|mourn\w*)\s+by\s+{_FEW}",
    re.IGNORECASE,
)


def unharmed(sentence: str, label: str, figure: Range, noun: Range | None) -> str | None:
    """The words that show that a figure does not count people of whom a label is said.

    `noun` is what stands right behind the figure. None where those may be meant, or where it may be
    told further on what befell them: "12 men attacked the base and were killed".
    """
    named = _CALLED_BY.match(sentence, figure[1])
    if named is not None and not is_people(named["noun"]):
        return named[0].strip()
    alive = _SURVIVORS.match(sentence, figure[1]) if label == "killed" else None
    if alive is not None and not _may_follow(sentence, alive.end()):
        return alive[0].strip()
    if noun is None:
        involved = _NUMBER_INVOLVED.search(sentence, 0, figure[0]) if label in _HURT else None
        return involved[0].strip() if involved is not None else None
    counted = sentence[slice(*noun)]
    head = head_of(counted)
    is_part = _AMONG.search(sentence, max(0, figure[0] - _REACH), figure[0]) is not None
    if head in THINGS or (_is_no_people(counted, head) and not is_part):
        return counted
    if not is_people(head):
        return None
    end = _does_it(sentence, figure, noun) if label in _HURT else None
    end = end or _goes(sentence, label, noun)
    return None if end is None or _may_follow(sentence, end) else sentence[figure[0] : end]


def _goes(sentence: str, label: str, noun: Range) -> int | None:
    """The end of what those do who are counted, by a verb that tells no fate; None if no such."""
    found = _OF_NOUN.match(sentence, noun[1])
    if found is None:
        return None
    verb = found["verb"].lower()
    if found["aux"] and verb in _PLACED and grammar.is_past(verb) and label in _HURT:
        return found.end()
    active = verb.endswith("ing") if found["aux"] else not verb.endswith("ing")
    goings = _GOINGS if label in _HURT or label in _HELD else _MEETS
    does = active and verb in goings and (grammar.is_past(verb) or verb.endswith("ing"))
    word = (
        None if label not in _HELD or found["aux"] else _WORD.match(sentence, found.start("verb"))
    )
    acts = word is not None and _is_deed(sentence, word)
    return found.end() if (does or acts) and not _IN_STATE.match(sentence, found.end()) else None


def _may_follow(sentence: str, end: int) -> bool:
    """Whether it may be told behind an offset what befell them: "and were killed"."""
    for found in _LATER.finditer(sentence, end):
        before = sentence[max(end, found.start() - _MOST_BETWEEN) : found.start()]
        # "Themselves" and "died" may be of them, "and 27 were held" is of 27.
        if _OTHERS.search(before) is None:
            return True
    return False


def _is_no_people(counted: str, head: str) -> bool:
    """Whether none of the words for what is counted may be of people: "terrorist attacks"."""
    if any(word[:1].isupper() for word in counted.split()):
        return False
    if is_no_place(counted) and not is_people(head):
        return True  # what strikes, and what is struck with
    is_plural = head.endswith("s") and not head.endswith("ss")
    return is_plural and not any(map(is_people, grammar.tokenise(counted).words))


def _does_it(sentence: str, figure: Range, noun: Range) -> int | None:
    """The end of the words by which those who are counted do it, or have to do with it; or None.

    Of the verb that they do to others, or of their mention behind "by".
    """
    before = sentence[max(0, figure[0] - _MOST_BETWEEN) : figure[0]]
    if _BY.search(before) and not _NOT_DONE_BY.search(before):
        return noun[1]
    if involved := _INVOLVED.match(sentence, noun[1]):
        return involved.end()
    clad, how = _CLAD.match(sentence, noun[1]), _HOW.match(sentence, noun[1])
    if clad is not None:
        verbs = list(_WORD.finditer(sentence, clad.start(), clad.end()))[2:]
    else:
        verbs = list(_WORD.finditer(sentence, how.end()))[:1] if how else []
    return next((verb.end() for verb in verbs if _is_deed(sentence, verb)), None)


def _is_deed(sentence: str, word: re.Match[str]) -> bool:
    """Whether a word is a verb that is done to others or to something: "set the huts on fire"."""
    verb = word[0].lower()
    is_active = grammar.is_past(verb) or verb in _SAME
    opens = _OPENS_OBJECT.match(sentence, word.end()) is not None
    return opens and is_active and verb not in _BEFALLING
