"""Who does what a verb tells where marks, or another verb, part the two.

"Roe" of "Roe, 43, said", of "Roe spoke of a raid and accused Hale" and of "Roe denied it, saying".
Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.clausal import FINITE, TAKING_UP
from llmextract.article.syntax.patterns import BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.subjects import subject_of

_REACH: Final = 240
_YET: Final = r"(?:nevertheless\s|nonetheless\s|however\s|meanwhile\s|too\s)?"
_TAG: Final = r"(?:\s\([^()]{1,40}\))?"
# What is set off behind who does it: an age, who or what it is, what it did, how it speaks.
_INSERTION: Final = rf",\s(?P<inserted>[^,;:“”\"]{{1,120}}),\s{_YET}{BETWEEN}\Z"
# Behind these a clause begins, whatever stands before them.
_PARTED: Final = r"(?:\A|[,;:]\s|[—–]\s|[”\"]\s)"
_NAME: Final = (
    r"(?P<who>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)\s[^\s,;:“”\"()]+|[A-Z][^\s,;:“”\"()]*)"
    r"(?:\s[^\s,;:“”\"()]+){0,9})"
)
_JOINED: Final = r"(?:(?:and|but|while|whereas|although|though|as)\s)?"
_SET_OFF: Final = re.compile(rf"{_PARTED}{_JOINED}{_NAME}{_TAG}{_INSERTION}")
_BESIDE: Final = re.compile(rf"{_PARTED}(?P<and>and\s)?{_NAME}{_TAG}\s{_YET}{BETWEEN}\Z")
_OPENS_INSERTION: Final = re.compile(
    r"\d{1,3}\Z|(?:along|together) with\s|(?:alongside|unlike|like|including)\s"
    r"|(?:who|which|whose|an?|the|one|its|his|her|their|in|on|at|from|of|by|for|through|via"
    r"|speaking|citing|quoting|writing|addressing|answering|responding|reacting|asked|contacted"
    r"|reached|interviewed|formerly|himself|herself|itself|also)\s|[A-Z]"
    r"|(?:\w{2,}ed|known|seen|held|led|run|born|built|made)\s(?:in|at|by|on|as|from|to|with|for|outside|near)\s"
)
_BY: Final = re.compile(r"\w(?:ed|en)\sby\s(?:the\s)?\Z")
_WHO: Final = re.compile(r",\s(?:who|which|whose|where)\s")
_YETS: Final = re.compile(r"\s(?:nevertheless|nonetheless|however|meanwhile|too)\Z")
_IS_NAME: Final = re.compile(r"[A-Z]\S*(?:\s(?:[A-Z]\S*|al|bin|de|van|von))*")
_PRONOUN: Final = re.compile(
    rf"(?:[^,;:“”\"]{{1,40}},\s)?(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\s{BETWEEN}\Z"
)
# Behind the first verb these bring another clause, whose subject may go on, or name another.
_CLAUSE: Final = re.compile(r"[,;]|\b(?:that|which|who|whom|whose|where|what|how|why|if|whether)\b")
_OPENS: Final = grammar.words_of(
    "in on at by after before during since as while when if for with from under according despite"
    " among amid to until though although because where there"
)


def subject_apart(sentence: str, verb: Range) -> Range | None:
    """Who does what a verb tells, where `subject_of` finds nobody beside it; None if not sure."""
    low = max(0, verb[0] - _REACH)
    before = sentence[low : verb[0]]
    if low:  # what stands at a cut opens nothing
        before = "\N{MIDDLE DOT}" + before[1:]
    found = _of_insertion(before) or _beside(before, one=sentence.endswith("s", 0, verb[1]))
    if found is not None:
        return low + found[0], low + found[1]
    return _of_verb_before(sentence, verb)


def is_apart_from(sentence: str, verb: Range, words: Range) -> bool:
    """Whether somebody else than these words surely does what a verb tells.

    What is set off behind who does it may name them again: "its head, Ilan Roe, said", but not what
    stands in "which sent guards".
    """
    named = sentence[slice(*words)].lower()
    if words[0] >= verb[0] or TAKING_UP.issuperset(named.split()):
        return False
    who = subject_of(sentence, verb) or subject_apart(sentence, verb)
    if who is None:
        return False
    if touch(words, who):  # "An official contacted by Radio Nord said"
        return words[0] > who[0] and _BY.search(sentence, who[0], words[0]) is not None
    is_set_off = sentence.startswith((",", " ("), who[1]) and not _WHO.match(sentence, who[1])
    return not (is_set_off and who[1] < words[0])


def subject_set_off(sentence: str, verb: Range) -> bool:
    """Whether an insertion parts a verb from who does it: "Roe, who fled, [said] the mill fell"."""
    return _of_insertion(sentence[max(0, verb[0] - _REACH) : verb[0]]) is not None


def _of_insertion(before: str) -> Range | None:
    """Who stands before an insertion that a comma closes: "Roe, who met Hale, [said]"."""
    if not before.rstrip(" ").endswith(",") and "," not in before[-30:]:
        return None
    for found in reversed(list(_starts(_SET_OFF, before))):
        if _OPENS_INSERTION.match(found["inserted"]) and _is_somebody(found["who"]):
            named = _IS_NAME.fullmatch(found["inserted"])  # "its head, Ilan Roe, said"
            return found.start("who"), found.end("inserted" if named else "who")
    return None


def _beside(before: str, *, one: bool) -> Range | None:
    """Who opens a clause behind another one: "the mill fell, and the army [says]".

    Of `one` alone a verb such as "says" tells, of "Roe and the army" it is "say" or "said".
    """
    for found in reversed(list(_starts(_BESIDE, before))):
        is_clause = found["and"] is None or _has_finite(before[: found.start()])
        first, _, second = found["who"].partition(" and ")
        several = not second or not (one or found["and"] or " and " in second)
        is_noun = _is_somebody(first) and not (second and not _is_somebody(f"the {second}"))
        if is_clause and several and is_noun:
            return found.start("who"), found.start("who") + len(_YETS.sub("", found["who"]))
    return None


def _starts(form: re.Pattern[str], before: str) -> list[re.Match[str]]:
    """The matches of a form that ends at the end of words, one for each mark before these."""
    places = [0, *(mark.start() for mark in re.finditer(r"[,;:—–”\"]\s", before))]
    return [found for at in places[-6:] if (found := form.match(before, at)) is not None]


def _is_somebody(who: str) -> bool:
    """Whether words are a noun phrase: nothing in it is a finite verb, but for "contacted by"."""
    words = [word.lower() for word in who.split()]
    if len(words) == 1 and words[0] in grammar.DETERMINERS:
        return False
    if words[0] in _OPENS or words[0] in grammar.PRONOUNS or words[-1] in grammar.PREPOSITIONS:
        return False
    lone = len(words) == 2 and words[0] in ("the", "a", "an") and says(words[1])
    lone = lone and who.split()[1].islower()  # "The Observatory"
    return not lone and not _has_finite(who)


def _has_finite(text: str) -> bool:
    """Whether words hold a verb that is finite for all they show, and no participle with "by"."""
    words = [word.strip(".,“”\"()’'") for word in text.split()]
    for at, word in enumerate(words):
        low = word.lower()
        if at and word[:1].isupper():
            continue
        if low in grammar.AUXILIARIES or low in FINITE:
            return True
        by_whom = words[at + 1 : at + 2] == ["by"]
        if grammar.is_past(low) and low not in grammar.ADJECTIVES and not by_whom and at:
            named = words[at - 1].lower() in grammar.DETERMINERS
            if not named:
                return True
    return False


def _of_verb_before(sentence: str, verb: Range) -> Range | None:
    """Whose verb of saying goes on with another: "Roe denied it, [saying]", "and [accused]"."""
    before = sentence[: verb[0]]
    is_gerund = sentence[slice(*verb)].endswith("ing")
    joint = re.search(r",\s\Z", before) if is_gerund else re.search(r",?\s(?:and|but)\s\Z", before)
    if joint is None:
        return None
    low = max(0, joint.start() - _REACH)
    for found in reversed(list(re.finditer(r"(?<=\s)[a-z]+\b", before[low : joint.start()]))):
        if not (says(found[0]) and (grammar.is_past(found[0]) or found[0].endswith("s"))):
            continue
        place = low + found.start(), low + found.end()
        between = before[place[1] : joint.start()]
        if _has_finite("- " + between) or ";" in between:
            return None
        own = subject_of(sentence, place) or subject_apart(sentence, place)
        return own and (own[0], own[0] + len(_YETS.sub("", sentence[slice(*own)])))
    return _of_first_verb(sentence, joint.start())


def _of_first_verb(sentence: str, end: int) -> Range | None:
    """Whose the only verb before an offset is: "Roe" of "Roe closed the port, [saying]"."""
    for found in re.finditer(r"(?<=\s)[a-z]+\b", sentence[:end]):
        if not (found[0] in FINITE or grammar.is_past(found[0])):
            continue
        rest = sentence[found.end() : end]
        if _has_finite("- " + rest) or _CLAUSE.search(rest):
            return None
        if (pronoun := _PRONOUN.match(sentence, 0, found.start())) is not None:
            return pronoun.span("who")
        return subject_of(sentence, found.span()) or _of_insertion(sentence[: found.start()])
    return None
