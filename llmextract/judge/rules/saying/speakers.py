"""Who surely is not who speaks: cut out of a speaker's phrase, spoken to, or spoken of.

Each rule knows one form of words around a cue, and nothing is held against others. Of the 684 cues
that annotators marked in PolNeAR none has a source that `unsaid` refuses.
"""

import re
from collections.abc import Callable
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import is_open, is_past, tokenise, words_of
from llmextract.article.syntax.patterns import ABBREVIATED, ARTICLE, BETWEEN, IS
from llmextract.article.syntax.saying import says
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.saying.cues import BY_AGENT, is_hearsay
from llmextract.judge.rules.saying.others import OTHERS

_TIMES: Final = frozenset((*WEEKDAYS, *MONTHS, "yesterday", "today", "tonight"))
_APART: Final = (
    "and|or|of|in|on|at|for|with|from|to|who|whom|whose|that|which|has|have|had|is|are|was|were|be"
    "|been|being|also|later|then|now|still|once|again|already|always|first|himself|herself|itself"
    "|themselves|both|all|not|never|did|does|do|would|will|could|can|may|might|must|should|as|but"
    "|by|while|when|because|if|said|says|told|tells|\\w+ly"
)
_TO_VERB: Final = rf"\s+{BETWEEN}"
_ARTICLE: Final = r"(?:(?:the|an?|his|her|its|their)\s+)?"
_REST: Final = re.compile(rf"(?:['’]s?)?((?:\s+(?!(?:{_APART})\b)[\w.'’-]+){{1,6}}){_TO_VERB}")
_OPENS: Final = re.compile(rf"\s+{_ARTICLE}(?:former\s+)?")
_NEXT: Final = re.compile(r"(?:['’]s?)?\s+([\w.'’-]+)")
_TELLING: Final = re.compile(
    r"(?:.*\s)?(?:told|tells?|telling|informed|accus(?:ed?|es|ing)|blam(?:ed?|es|ing)"
    r"|call(?:ed|s|ing)? on)",
    re.IGNORECASE,
)
_TO_WHOM: Final = re.compile(rf"\s+{_ARTICLE}(?:[A-Z][\w.]*\s+)?")
_TOLD_TO: Final = re.compile(r"(?:.*\s)?(?:told|tells?|telling|informed)", re.IGNORECASE)
_ADDRESSED: Final = re.compile(r"(?:(?!\b(?:that|by)\b)[^,;:“”\"()—–])*")
_WHILE: Final = re.compile(r"\s+(?:\w+ly\s+)?(?:after|before|while|when|until|because)\s", re.I)
_NOUN_BEHIND: Final = re.compile(
    r"\s+(?:[^,.;:“”\"()]{0,60}[A-Z][\w.'’-]*,\s+)?[^,.;:“”\"()]{0,120}?(\w+)\s+"
    rf"(?:of|for|with|at|against|to)\s+{_ARTICLE}"
)
# Asked before it, since it costs less: no other words are the end of a noun's phrase.
_BELONGS: Final = re.compile(rf"\b(?:of|for|with|at|against|to)\s+{_ARTICLE}\Z")
# "Roe, an aide to" before words, and the comma before the verb behind them.
_ASIDE: Final = re.compile(
    r"(?:\A|[“”\"’'.]\s+|,\s+|\b(?:but|and|that|said|as|while|when)\s+)"
    rf"(?:(?:{ABBREVIATED})\.\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){{0,4}}"
    r"(?:\s\([^()]{1,40}\))?,\s(?:[^\"“”.;]{0,160}\s)?"
    rf"(?:of|for|at|on|with|from|in|by|to)\s+{_ARTICLE}\Z"
)
# In "Roe, who met Hale, said" nobody of the insertion says so.
_WHO: Final = re.compile(r"(?<=[\w)]),\s(?:who|which)\s[^,\"“”.;]{0,160}\Z")
# Behind "said Roe, " all only tells of Roe, but for those of a list.
_FIRST_NAMED: Final = re.compile(
    rf"\s+(?:[A-Z][\w.'’-]*\s+){{0,4}}[A-Z][\w.'’-]*,\s+(?:[a-z][^\"“”;:]{{0,200}}\s)?[a-z]+\s+{_ARTICLE}"
)
_LISTED: Final = re.compile(rf"\b(?:and|or)\s+{_ARTICLE}\Z")
_CLOSED: Final = re.compile(rf"[^\"“”;:]{{0,160}},{_TO_VERB}")
# Before a name in its noun phrase: the noun is who acts. "According to Roe" is none of these.
_NOUN_OF: Final = re.compile(
    r"(?P<head>[^\W_][\w.'’-]*)\s+(?P<link>of|for|against|about|with|like|to|on|from)\s+"
    rf"{ARTICLE}\Z"
)
_NO_HEAD: Final = words_of(
    "according is are was were be been has have had and or but that which who said says told asked"
    " not as due thanks because out ahead instead"
)
# They only say how many: "a number of residents said" is said by residents.
_MANY: Final = words_of(
    "number dozens scores hundreds thousands majority most many several handful couple group some"
    " all both two three four five six"
)
_GERUND: Final = re.compile(r"\w+ing\b")
# A form that is passive behind "be"; who "was quoted" spoke, who "is convinced" believes.
_PASSIVE: Final = re.compile(
    rf"\s+{BETWEEN}{IS}\s+(?:(?:being|been|also|now|still|once|not|\w+ly)\s+)*(?P<verb>\w+)"
)
_SPEAKS: Final = frozenset("quoted cited convinced concerned worried asked".split())
_SAID_OF: Final = frozenset(
    "considered thought known seen regarded deemed viewed supported backed accompanied followed"
    " aided understood held supposed rumoured rumored felt dubbed hailed named branded labelled"
    " labeled termed portrayed characterized characterised mocked nicknamed crowned"
    " charged indicted".split()
)
_PARTICIPLE: Final = re.compile(
    r"(?:\w+ed|said|told|known|thought|understood|felt|held|seen|made)\Z"
)
_ENDS_BY: Final = re.compile(r"\s+by\Z")
_PERFECT: Final = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+)?\Z")
_IMPERSONAL: Final = re.compile(
    r"\b[Ii]t\s+(?:has\s+been|had\s+been|is|was)\s+(?:\w+ly\s+|also\s+|now\s+)?(?P<verb>\w+)\s+that\b"
)
# A quotation within one sentence; a straight mark opens before a word and closes behind one.
_QUOTATION: Final = re.compile(
    r"(?:[“«]|(?<!\S)\"(?=\w))(?P<said>[^“”«»\"]+)(?:[”»]|(?<=[\w.,!?])\")"
)
_PART_OF_NAME: Final = r"(?:(?:of|the|and|for|de|al)(?!\w)|[A-Z][\w’'.-]*)"
_NAME: Final = re.compile(rf"{_PART_OF_NAME}(?:\s+{_PART_OF_NAME})*")
_LOOK_BACK, _BELONGING, _NEAR = 240, 16, 40


def head_of(sentence: str, start: int, end: int, verb: int) -> str | None:
    """The noun phrase of which words at a place are only the end, where a verb follows at `verb`.

    "Critics of Roe" where Roe is said to say what critics say; None where it is not so for sure.
    """
    before = _NOUN_OF.search(sentence, max(0, start - 80), start)
    if before is None or not end <= verb:
        return None
    noun = before["head"].lower()
    if noun in _NO_HEAD or (before["link"] == "of" and noun in _MANY):
        return None
    follows = sentence[end:verb]
    if _GERUND.match(sentence, verb):
        return None  # "clips of her supporting the war"
    return sentence[before.start() : end] if re.fullmatch(_TO_VERB, follows) else None


def from_verb(sentence: str, cue: Range) -> Range:
    """A cue without a noun that it begins with: "said" of "lawyer said", of whose subject it is."""
    tokens = tokenise(sentence[slice(*cue)])
    for start, word in zip(tokens.starts, tokens.words, strict=True):
        if says(word):
            return cue[0] + start, cue[1]
        if not is_open(word) or is_past(word):
            break
    return cue


def unsaid(sentence: str, words: Range, cue: Range) -> str | None:
    """The words of a sentence that show that who stands at `words` says nothing by a cue, or None.

    Places are half-open code points in the sentence.
    """
    said = sentence[slice(*cue)]
    if is_hearsay(said):
        return said
    other = _impersonal(sentence, words, cue) or _quoted(sentence, words, cue)
    return other or (_passive(sentence, words, cue) if words[1] <= cue[0] else None)


def _impersonal(sentence: str, words: Range, cue: Range) -> str | None:
    """What is said by nobody who is named, but behind "by": "it is said that"."""
    low = max(0, cue[0] - _NEAR)
    for found in _IMPERSONAL.finditer(sentence, low, min(len(sentence), cue[1] + _NEAR)):
        overlaps = found.start() < cue[1] and cue[0] < found.end()
        agent = sentence[: words[0]].endswith((" by ", " by the "))
        if overlaps and not agent and _PARTICIPLE.match(found["verb"]):
            return found[0]
    return None


def _quoted(sentence: str, words: Range, cue: Range) -> str | None:
    """The quotation that words are only part of, where the cue stands outside of it."""
    for found in _QUOTATION.finditer(sentence):
        low, high = found.span("said")
        inside = low <= words[0] and words[1] <= high
        if inside and not (low < cue[1] and cue[0] < high):
            return None if _NAME.fullmatch(found["said"].strip(" .,!?")) else found[0]
    return None


def _passive(sentence: str, words: Range, cue: Range) -> str | None:
    """What shows that a cue behind words is said of them: "were reported", "supported by"."""
    found = _PASSIVE.match(sentence, words[1])
    if found is not None and cue[0] <= found.end("verb") <= cue[1]:
        verb = found["verb"].lower()
        if says(sentence[found.end() : cue[1]]):
            return None  # "is reported to have said"
        if verb == "quoted":
            return None  # "was quoted by Radio Nord as saying"
        if verb not in _SPEAKS and (verb in _SAID_OF or (_PARTICIPLE.match(verb) and says(verb))):
            return found[0].strip()
    last = sentence[slice(*cue)].split()[-1:]
    by = BY_AGENT.match(sentence, cue[1]) if _PARTICIPLE.match("".join(last)) else None
    ended = _ENDS_BY.search(sentence, *cue)
    if by is None and ended is None:
        return None
    if _PERFECT.search(sentence, max(0, cue[0] - _NEAR), cue[0]):
        return None
    return sentence[cue[0] : by.end() if by else cue[1]].strip()


def other_speaker(sentence: str, words: Range, cue: Range) -> str | None:
    """The words of a sentence that show that others than these say what a cue brings, or None."""
    return next((found for rule in _RULES if (found := rule(sentence, words, cue))), None)


def _front(sentence: str, words: Range, cue: Range) -> str | None:
    """What follows that the words only tell whose it is: "Norland" of "Norland spokesman Roe"."""
    end = words[1]
    if end <= cue[0]:
        rest = _REST.fullmatch(sentence, end, cue[0])
        bears = (
            rest is not None
            and _bears(rest[1].split()[-1])
            and _TIMES.isdisjoint(rest[1].lower().split())
            and not _is_his_office(sentence[slice(*words)], rest)
        )
        return sentence[words[0] : cue[0]].strip() if bears else None
    if _OPENS.fullmatch(sentence, cue[1], words[0]) is None:
        return None
    after = _NEXT.match(sentence, end)
    bears = after is not None and after[1].lower() not in _TIMES and _bears(after[1])
    return sentence[words[0] : after.end()] if after is not None and bears else None


def _is_his_office(words: str, rest: re.Match[str]) -> bool:
    """Whether a name right behind words is that of who has this office: "the spokesman Roe"."""
    has_name = rest[0][0].isspace() and rest[1].split()[0][0].isupper()
    return has_name and words.split()[-1].lower() in ROLES


def _bears(word: str) -> bool:
    return word[0].isupper() or word.lower() in ROLES


def _told(sentence: str, words: Range, cue: Range) -> str | None:
    """What is told right to them: "told Roe", "accused the army"."""
    if not _TELLING.fullmatch(sentence, *cue) or not _TO_WHOM.fullmatch(sentence, cue[1], words[0]):
        return None
    return sentence[cue[0] : words[1]]


def _told_of(sentence: str, words: Range, cue: Range) -> str | None:
    """What is told to them, or what else they do: "told men of Roe", "said after Roe left"."""
    if words[0] <= cue[1]:
        return None
    is_told = _TOLD_TO.fullmatch(sentence, *cue) and _ADDRESSED.fullmatch(
        sentence, cue[1], words[0]
    )
    if is_told or _WHILE.match(sentence, cue[1], words[0]):
        return sentence[cue[0] : words[1]]
    return None


def _part(sentence: str, words: Range, cue: Range) -> str | None:
    """The noun right behind a cue that they belong to: "said a spokesman for Roe".

    Behind "according to" stands who says so, never before it.
    """
    if words[1] <= cue[0]:
        said = sentence[slice(*cue)]
        return said if said.lower() == "according to" else None
    low = max(cue[1], words[0] - _BELONGING)
    if words[0] < low or _BELONGS.search(sentence, low, words[0]) is None:
        return None
    noun = _NOUN_BEHIND.fullmatch(sentence, cue[1], words[0])
    if noun is None or noun[1].lower() in _MANY:
        return None
    return sentence[cue[1] : words[1]].strip()


def _inserted(sentence: str, words: Range, cue: Range) -> str | None:
    """The name before the insertion they stand in: "Roe, the mayor of Dorva, said"."""
    if words[1] > cue[0] or not _CLOSED.fullmatch(sentence, words[1], cue[0]):
        return None
    low = max(0, words[0] - _LOOK_BACK)
    aside = _ASIDE.search(sentence, low, words[0]) or _WHO.search(sentence, low, words[0])
    return sentence[aside.start() : words[1]].strip(' ,“”"') if aside else None


def _behind_name(sentence: str, words: Range, cue: Range) -> str | None:
    """The name right behind a cue, of whom they are only told: "said Roe, who met Hale"."""
    if words[0] <= cue[1] or _LISTED.search(sentence, cue[1], words[0]):
        return None
    named = _FIRST_NAMED.fullmatch(sentence, cue[1], words[0])
    return named[0].strip() if named else None


_RULES: Final[tuple[Callable[[str, Range, Range], str | None], ...]] = (
    _front,
    _told,
    _told_of,
    _part,
    _inserted,
    _behind_name,
    *OTHERS,
)
