"""Who says nothing by a cue ("were reported to", "supported by"), and who only tells of an event.

Who says so stands behind "by", or nowhere; and nobody who is named within a quotation brings it. Of
the 684 cues that annotators marked in PolNeAR's news articles none has such a source.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    CLAUSES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PRONOUNS,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.patterns import ARTICLE, BE, BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.sorts import sort_of
from llmextract.article.syntax.subjects import names_own_subject
from llmextract.article.times.words import MONTHS, WEEKDAYS

# A form that is passive behind "be"; who "was quoted" spoke, who "is convinced" believes.
_PASSIVE: Final = re.compile(
    rf"\s+{BETWEEN}{BE}\s+(?:(?:being|been|also|now|still|once|\w+ly)\s+)*(?P<verb>\w+)"
)
_SPEAKS: Final = frozenset("quoted cited convinced concerned worried asked".split())
_SAID_OF: Final = frozenset(
    "considered thought known seen regarded deemed viewed supported backed accompanied followed"
    " aided understood held supposed rumoured rumored felt".split()
)
_PARTICIPLE: Final = re.compile(
    r"(?:\w+ed|said|told|known|thought|understood|felt|held|seen|made)\Z"
)
# Behind a verb in the active: "announced by phone", "forecast by 2 percent", "ended by saying".
_NO_AGENT: Final = "|".join(
    (
        *WEEKDAYS,
        *MONTHS,
        "now|then|and|no|phone|telephone|e-?mail|text|fax|letter|video|radio|satellite|mistake",
    )
)
_BY: Final = re.compile(
    rf"\s+by\s+(?!(?:(?:the|an?|his|her|their|its|late|early|mid|next)\s+)?(?:{_NO_AGENT})\b"
    r"|\w+ing\b|\d)",
    re.IGNORECASE,
)
_ENDS_BY: Final = re.compile(r"\s+by\Z")
_PERFECT: Final = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+)?\Z")
_IMPERSONAL: Final = re.compile(
    r"\b[Ii]t\s+(?:has\s+been|had\s+been|is|was)\s+(?:\w+ly\s+|also\s+|now\s+)?(?P<verb>\w+)\s+that\b"
)
_HEARSAY: Final = re.compile(r"(?:reported|alleged|supposed|purported)ly\b", re.IGNORECASE)
_HELD: Final = re.compile(r"(?:believed|thought|feared|suspected|presumed|rumou?red|alleged)\Z")
_IS: Final = re.compile(rf"\b{BE}\s+(?:\w+\s+)?\Z")
_BELIEVES: Final = re.compile(
    r"\b(?:has|have|had|he|she|they|who|it|we|I)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
_TO_BE: Final = re.compile(r"\s+to\s+(?:be|have)\b")
_BRING_NOTHING: Final = (
    AUXILIARIES | DETERMINERS | PRONOUNS | OBJECT_PRONOUNS | CONJUNCTIONS | CLAUSES
) - words_of("as than")
# A quotation within one sentence; a straight mark opens before a word and closes behind one.
_QUOTATION: Final = re.compile(
    r"(?:[“«]|(?<!\S)\"(?=\w))(?P<said>[^“”«»\"]+)(?:[”»]|(?<=[\w.,!?])\")"
)
_PART_OF_NAME: Final = r"(?:(?:of|the|and|for|de|al)(?!\w)|[A-Z][\w’'.-]*)"
_NAME: Final = re.compile(rf"{_PART_OF_NAME}(?:\s+{_PART_OF_NAME})*")
# The source of a whole report: "DORVA (Radio Nord) - Rebels", "Norland News/ Rebels".
_DATELINE: Final = re.compile(
    r"\W*(?:(?:[A-Z]{4,}\b|[A-Z]\w+,[^()]{1,30}\d)[^()\"“”]{0,40}\(([A-Z][^()]{1,60})\)\s*[–—-]{1,2}"
    r"|([A-Z][\w. ]{2,40}+)/)\s"
)
_LONGEST_DATELINE: Final = 140
# From who tells to what is told, and from whom it is told to.
_TELLS_THAT: Final = re.compile(
    rf"(?:\s+\([^()]{{1,40}}\))?\s+{BETWEEN}(?P<verb>\w+)(?:\s+(?!that\b)[\w’'.-]+){{0,7}}\s+that\s+"
)
_TELLS: Final = re.compile(
    rf"(?:\s+\([^()]{{1,40}}\)|,\s[^,;:“”\"]{{1,80}},|,)?\s+{BETWEEN}(?P<verb>\w+)\s+"
)
# A verb by its form, which "air" and "report" are not for sure.
_TOLD_BY: Final = re.compile(r"(?:\w+(?:ed|[^su]s)|said|say|told|tell|wrote|thought|found|knew)\Z")
# Verbs that bring a clause behind "that" alone: "condemned the raid and left".
_WITHOUT_CLAUSE: Final = re.compile(
    r"(?:condemn|denounc|deplor|decr[iy]|describ|criticis|criticiz|prais|welcom|reject|accus|blam)"
)
# At the end of a sentence, and before those who say so there: "..., the army said on Friday."
_SAID_LAST: Final = re.compile(
    rf"\s+{BETWEEN}(?P<verb>\w+)(?:\s+(?:late\s+|early\s+)?(?:on\s+)?(?:{'|'.join(WEEKDAYS)})"
    r"|\s+in an? (?:\w+ )?\w+)?\W*\Z",
    re.IGNORECASE,
)
BEHIND_COMMA: Final = re.compile(rf",[\"”’]?\s+{ARTICLE}\Z", re.IGNORECASE)
# "According to Roe, rebels fled", "Rebels fled, according to Roe."
_CITED: Final = re.compile(rf"(?:\A|,\s+)according to\s+{ARTICLE}(?:[a-z]+\s+)?\Z", re.IGNORECASE)
_ENDS: Final = re.compile(r"\W*\Z|,\s(?!who|which)")
_RELATIVE: Final = re.compile(r"(?:who|whose|which)\b")
_TAKES_UP: Final = re.compile(r"\b(?:he|she|they|it|his|her|their|its|we|our|I)\b", re.IGNORECASE)
# What only tells, and brings nothing that the same subject then could go on to do.
_ONLY_SAYING: Final = re.compile(
    r"(?:said|says?|tells?|told|reported|reports?|stated?|states|announced|announces|added|adds"
    r"|wrote|writes|confirmed|confirms|claimed|claims|quoted|quotes|cited|cites)\Z"
)
_GOES_ON: Final = re.compile(r"\b(?:and|but|then)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?\Z")
_IS_TOLD_THAT: Final = re.compile(r"(?:\s+(?!that\b)[\w’'.-]+){0,4}\s+that\s+")
_TOLD: Final = re.compile(r"\b(?:told|tells?|informed|assured|warned)\s+(?:the\s+)?\Z")
_IN: Final = re.compile(r"\b(?:in|at|from|near|across|of)\s+(?:the\s+)?\Z")
_LOOK_BACK: Final = 40


def unsaid(sentence: str, words: Range, cue: Range) -> str | None:
    """The words of a sentence that show that who stands at `words` says nothing by a cue, or None.

    Places are half-open code points in the sentence.
    """
    said = sentence[slice(*cue)]
    if is_hearsay(said):
        return said
    other = _impersonal(sentence, words, cue) or _quoted(sentence, words, cue)
    return other or (_passive(sentence, words, cue) if words[1] <= cue[0] else None)


def is_hearsay(cue: str) -> bool:
    """Whether a cue names nobody who says so, and leaves it open: "allegedly"."""
    return _HEARSAY.match(cue) is not None and not says(cue)


def is_held(sentence: str, start: int, end: int) -> bool:
    """Whether words at a place say what nobody who is named believes: "is thought to have left"."""
    held = _HELD.search(sentence, start, end)
    if held is None:
        return False
    before = sentence[max(0, start - _LOOK_BACK) : held.start()]
    if _IS.search(before):
        return _BY.match(sentence, end) is None
    return _TO_BE.match(sentence, end) is not None and not _BELIEVES.search(before)


def says_nothing(cue: str) -> bool:
    """Whether words bring no speech whatever follows: "the", "she", "would", "commander"."""
    words = tokenise(cue).words
    if words and all(word in _BRING_NOTHING for word in words):
        return True
    return cue.islower() and len(words) == 1 and sort_of(cue) == "people" and not says(cue)


def _impersonal(sentence: str, words: Range, cue: Range) -> str | None:
    """What is said by nobody who is named, but behind "by": "it is said that"."""
    low = max(0, cue[0] - _LOOK_BACK)
    for found in _IMPERSONAL.finditer(sentence, low, min(len(sentence), cue[1] + _LOOK_BACK)):
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
        if verb not in _SPEAKS and (verb in _SAID_OF or (_PARTICIPLE.match(verb) and says(verb))):
            return found[0].strip()
    last = sentence[slice(*cue)].split()[-1:]
    by = _BY.match(sentence, cue[1]) if _PARTICIPLE.match("".join(last)) else None
    ended = _ENDS_BY.search(sentence, *cue)
    if by is None and ended is None:
        return None
    if _PERFECT.search(sentence, max(0, cue[0] - _LOOK_BACK), cue[0]):
        return None
    return sentence[cue[0] : by.end() if by else cue[1]].strip()


def only_tells(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody only tells, or is told, of an event that others take part in.

    "SANA said the army attacked": where what is said opens with a subject of its own and has no
    pronoun that could take up the teller.
    """
    before = max(0, words[0] - _LOOK_BACK)
    dateline = _DATELINE.match(sentence) if words[1] < _LONGEST_DATELINE else None
    if dateline is not None:
        low, high = dateline.span(dateline.lastindex or 0)
        if low <= words[0] and words[1] <= high:
            return dateline[0].strip()
    if cited := _CITED.search(sentence, before, words[0]):
        return _cited(sentence, cited, words, event)
    if event[1] <= words[0]:
        last = _SAID_LAST.match(sentence, words[1])
        comma = BEHIND_COMMA.search(sentence, before, words[0]) if last else None
        if last is None or comma is None or not _tells(last["verb"]):
            return None
        told = sentence[: comma.start()]
        return last[0].strip() if names_own_subject(told, 0) else None
    is_that = " that " in sentence
    for form in (_TELLS_THAT, _TELLS) if is_that else (_TELLS,):
        found = form.match(sentence, words[1])
        if found is not None and _tells(found["verb"], sentence[found.end("verb") :]):
            if form is _TELLS and _WITHOUT_CLAUSE.match(found["verb"]):
                continue
            placed = _IN.search(sentence, before, words[0])
            return None if placed else _brought(sentence, found, event)
    if not is_that or not _TOLD.search(sentence, before, words[0]):
        return None
    found = _IS_TOLD_THAT.match(sentence, words[1])
    return None if found is None else _brought(sentence, found, event)


def _cited(sentence: str, citing: re.Match[str], words: Range, event: Range) -> str | None:
    """Words that cite somebody for the event, which no pronoun says who is cited took part in."""
    if citing.start() > 0:
        told = _TAKES_UP.search(sentence, 0, citing.start()) is None
        is_there = told and event[1] <= citing.start() and bool(_ENDS.match(sentence, words[1]))
    else:
        behind = words[1] + 2
        opens = sentence[words[1] : behind] == ", " and _RELATIVE.match(sentence, behind) is None
        is_there = opens and behind <= event[0] and names_own_subject(sentence, behind)
    return citing[0].strip(" ,") if is_there else None


def _tells(verb: str, behind: str = "") -> bool:
    return says(verb) and (_TOLD_BY.match(verb) is not None or behind.startswith(" that "))


def _brought(sentence: str, telling: re.Match[str], event: Range) -> str | None:
    """Words of telling, where the clause behind them has the event and a subject of its own.

    Of "The court found that Roe had lied and jailed him" the court may have done both.
    """
    if telling.end() > event[0] or not names_own_subject(sentence, telling.end()):
        return None
    goes_on = _GOES_ON.search(sentence, telling.end(), event[0]) is not None
    may_do = goes_on and is_past(sentence[slice(*event)].split()[0].lower())
    return None if may_do and not _ONLY_SAYING.match(telling["verb"]) else telling[0].strip()
