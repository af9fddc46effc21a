"""The ways in which a sentence can say that somebody belongs to a body.

"Roe of the Front", "Front clerk Ada Roe", "the Front's clerk, Roe", "Roe, who works for the Front",
"the Front, led by Roe", "the Front and its clerk, Roe". Whatever else a sentence tells of both (who
wrote to it, who left it, whose rival it is) makes nobody one of it.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.clausal import FINITE
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    PREPOSITIONS,
    inflected,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.own_subject import is_surely_active
from llmextract.judge.rules.actors.joins import THE_PERSON, Pair, is_taken_up
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.spans import occurrences

_ASIDE: Final = r"(?:\s\([^()]{1,40}\)|\s\[[^\[\]]{1,40}\])?"
# Behind a body: "'s deputy clerk, Colonel", " clerk", ", whose clerk", ", led by".
_GENITIVE: Final = re.compile(rf"{_ASIDE}(?:['’]s?|-based)\s(?P<more>(?:[\w.’'-]+,?\s){{0,9}})")
_PLAIN: Final = re.compile(rf"{_ASIDE}\s(?P<more>(?:[\w.’'-]+,?\s){{1,7}})")
_ITS: Final = re.compile(
    r"(?:\b(?:its|their|whose)\b|[,—–]\s(?:his|her)\b)(?P<more>[^;.]{0,80})\Z", re.IGNORECASE
)
_LED_BY: Final = re.compile(
    r"\b(?:led|headed|commanded|chaired|run|founded|managed|owned|coached|directed|edited|represented"
    r"|fronted|captained)\s(?:\w+ly\s)?by\s[^,;.]{0,60}\Z"
)
_AS_NAME: Final = re.compile(
    rf"{_ASIDE},?\s(?:who\s)?(?:gave\s(?:his|her)\sname\sas|(?:\w+\s){{0,2}}(?:known|identified|named|called)"
    r"(?:\s(?:himself|herself|only))?(?:\sas)?)\s\Z"
)
# "The clerk of the [Front], Colonel".
_OFFICE_OF: Final = re.compile(
    r"\b(?P<noun>[\w-]+)(?:\s(?:general|emeritus))?\s(?:of|for|at|with|in|from|to)\s(?=(?P<more>[^,;:.()“”\"]{0,80})\Z)"
)
_THEN_NAME: Final = re.compile(rf"{_ASIDE},?\s(?P<more>(?:[\w.’'-]+\s){{0,6}})")
# Between a name and a body.
_OF: Final = re.compile(
    r",?\s(?:\([^()]{1,30}\)\s)?(?:of|at|for|from|with|in)\s(?:the\s)?(?P<more>(?:[\w’'.-]+\s){0,4})"
)
_BEHIND: Final = re.compile(
    r"(?:(?:,|\s\(|\s[–—-])\s?(?:who\s(?:is|was)\s)?|\s(?:is|was|are|were|became|(?:has|had)\sbeen)\s)"
    r"(?P<phrase>(?:[\w’'.“”-]+,?\s){0,14}?)(?:of|at|for|from|with|in|to)\s(?:the\s|The\s)?"
    r"(?P<more>(?:[\w’'.-]+\s){0,8}\(?)"
)
_PHRASE: Final = re.compile(r"(?:,|\s\(|\s[–—-])\s?(?P<more>(?:[\w’'.-]+,?\s){0,8})")
_IS_PEOPLE: Final = re.compile(rf"{_ASIDE}(?:['’]s?)?(?P<words>(?:\s[\w-]+){{1,5}})")
_VERBS: Final = (
    inflected("work serve represent manage coach lead head chair command join found edit direct")
    | inflected("captain belong host sign anchor")
    | words_of("led co-founded helms oversees sits sat elected appointed named nominated admitted")
)
# With "for" they tell of whom somebody is.
_DONE_FOR: Final = inflected(
    "play write report speak fight drive fly act run race row sing"
) | words_of("ran spoke wrote flew fought drove sang")
# "Roe, [who sued the bank,] is a clerk at the Front".
_WHO: Final = re.compile(
    r",\s(?:who|whose)\s[^;.]{1,120}?,(?=\s(?:is|was|are|were|has|had|became|works?|worked|serves?|served"
    r"|leads?|led|joined|will)\b)"
)
_TAKEN_ON: Final = re.compile(
    r"\s(?:(?:has|had|have)\sbeen|is|was|were)\s(?:\w+ly\s)?(?:hired|employed|recruited|signed|engaged"
    r"|appointed|taken\son)\sby\s(?:the\s)?(?:[a-z-]+\s){0,3}"
)
_BELONGS: Final = re.compile(
    r"[^;.]{0,80}?\b(?P<verb>[a-z-]+)\s(?:(?:for|to|in|at|with|on|as|of|a|an|the|up)\s|[a-z-]+\s){0,6}\Z"
)
_TO_WHICH: Final = re.compile(
    rf"{_ASIDE},?\s(?:to\swhich|of\swhich|for\s(?:which|whom)|which|that)\s[^;.]{{0,60}}\Z"
)
# "Roe's own party, the", "whose company", "his club,".
_LEFT_FOR: Final = re.compile(
    r"\b(?:left|quit|leaves|leaving|quitting|swapped|moved|moves|transferred|defected|switched)\s[^,;.]{0,60}?"
    r"\b(?:for|to)\s(?:the\s)?\Z"
)
_HIS: Final = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:party|company|firm|group|club|team|band|union),\s(?:the\s)?(?:[\w-]+\s){0,2}|['’]s?\s(?:[a-z-]+\s){0,2}|(?:['’]s?|.{0,60}?\b(?:his|her|whose|their))\s(?:[a-z-]+\s){0,3}(?:party|company|firm|group|club|team"
    r"|band|union|movement|organi[sz]ation|agency|newspaper|paper|school|university|party|militia|unit"
    r"|brigade|faction|charity|bank|employer|side|foundation|ministry|department|church|gang|cartel|body)"
    r",?\s(?:the\s)?"
)
_HIS_BEHIND: Final = re.compile(rf"{_ASIDE},\s(?:his|her|their)\s(?:[a-z-]+\s){{0,3}}[a-z-]+\b")
_NO_MORE: Final = re.compile(r"\b(?:formerly|not|never|against|by|rival|rivals|victims?)\b")
_SMALL: Final = AUXILIARIES | words_of(
    "that which who whom whose when after before while because if as by"
)
# Finite verbs that are no nouns: "said", "met".
_FINITE: Final = frozenset(word for word in FINITE if not word.endswith("s"))
# Past forms that say what somebody is.
_BEING: Final = words_of(
    "appointed elected retired slain jailed convicted accused suspected wanted exiled deposed"
    " ousted disgraced murdered killed wounded injured designated acting armed united"
)
_PRONOUN: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him)\b")
_FIRST: Final = re.compile(r"(?<=[\w,]\s)(?P<first>[A-Z][a-z]+)\s\Z")
_LINES: Final = 2


def says_of(sentence: str, body: Range, name: Range) -> bool:
    """Whether a sentence may say by what stands between them that a name is of a body.

    >>> text = "Front clerk Ada Roe wrote to the Union."
    >>> says_of(text, (0, 5), (12, 19)), says_of(text, (33, 38), (12, 19))
    (True, False)
    """
    if body[0] <= name[0] and name[1] <= body[1]:
        return False
    if name[0] <= body[0] and body[1] <= name[1]:
        return True
    if body[1] <= name[0]:
        return _before(sentence, body, name)
    return _behind(sentence, body, name)


def _before(text: str, body: Range, name: Range) -> bool:
    """Whether a body before a name is its own: "the Front's clerk, Roe"."""
    between = text[body[1] : name[0]]
    if _LED_BY.search(between) or _AS_NAME.fullmatch(between):
        return True
    its = _ITS.search(between)
    if its is not None and _is_office(its["more"]):
        return True
    own = _GENITIVE.fullmatch(between)
    if own is not None and _is_office(own["more"]):
        return True
    plain = _PLAIN.fullmatch(between)
    is_plain = plain is not None and PREPOSITIONS.isdisjoint(plain["more"].split())
    if is_plain and plain is not None and _is_office(plain["more"]):
        return not _has_deed(plain["more"])
    then = _THEN_NAME.fullmatch(between)
    is_named = then is not None and (not then["more"] or _is_office(then["more"]))
    if is_named and _is_office_of(text, body):
        return True
    which = _TO_WHICH.fullmatch(between)
    if which is not None:
        verb = tokenise(text[name[1] : name[1] + 40]).words[:4]
        return not _VERBS.isdisjoint(verb)
    return between.strip(' "“”(') == "" and between != ""


def _behind(text: str, body: Range, name: Range) -> bool:
    """Whether a body behind a name is its own: "Roe, a clerk at the Front"."""
    between = _WHO.sub("", text[name[1] : body[0]], 1)
    if _TAKEN_ON.fullmatch(between):
        return True
    if _NO_MORE.search(between):
        return False
    of = _OF.fullmatch(between)
    if of is not None and _is_phrase(of["more"]):
        return True
    behind = _BEHIND.fullmatch(between)
    if behind is not None and _is_phrase(behind["phrase"] + behind["more"]):
        return True
    if _HIS.fullmatch(between) or _LEFT_FOR.search(between):
        return True
    phrase = _PHRASE.fullmatch(between)
    if phrase is not None and _is_phrase(phrase["more"]):
        noun = _IS_PEOPLE.match(text, body[1])
        if noun is not None and any(is_people(each.lower()) for each in noun["words"].split()):
            return True
        if text[body[1] : body[1] + 1] in (",", ".", ")", ";", ""):
            return True
    if _HIS_BEHIND.match(text, body[1]):
        return True
    belongs = _BELONGS.fullmatch(between)
    if belongs is not None:
        words = tokenise(between).words
        return not _VERBS.isdisjoint(words) or ("for" in words and not _DONE_FOR.isdisjoint(words))
    return False


def _is_office_of(text: str, body: Range) -> bool:
    """Whether an office brings a body: "the head of the press department at the [Front]"."""
    found = _OFFICE_OF.finditer(text, max(0, body[0] - 100), body[0])
    return any(is_people(each["noun"].lower()) and _is_phrase(each["more"]) for each in found)


def _is_office(more: str) -> bool:
    """Whether words before a name may be an office: "clerk", "deputy clerk, Colonel"."""
    last = more.split()[-1:]
    return all(word[0].isupper() or is_people(word.rstrip(",.").lower()) for word in last) and (
        _is_phrase(more)
    )


def _is_phrase(more: str) -> bool:
    """Whether words may be one phrase: no verb, and no clause."""
    words = tokenise(more).words
    return not any(word in _SMALL | _FINITE or is_surely_active(word) for word in words)


def _has_deed(more: str) -> bool:
    """Whether words between a body and a name tell what the body did: "arrested the clerk"."""
    words = tokenise(more).words
    return any(is_past(word) and word not in _BEING and word not in _VERBS for word in words)


def may_belong(pair: Pair, titles: Sequence[str]) -> bool:
    """Whether any sentence may say that somebody is of a body, or leaves open of which he is."""
    forms = [re.sub(r"\A[Tt]he\s", "", form) for form in pair.forms]
    if any(form in title for form in forms for title in titles):
        return True
    lines = pair.article.lines
    named = [pair.names_him(line.text) for line in lines]
    for at, line in enumerate(lines):
        text = line.text
        if named[at] and is_taken_up(pair, at):
            return True
        bodies = [place for form in forms for place in occurrences(text, form)]
        if not bodies:
            continue
        names = (*pair.names, *pair.offices)
        places = [place for name in names for place in occurrences(text, name)]
        places = [place for place in places if not _of_kin(text, place, pair.names[0])]
        if any(named[max(0, at - _LINES) : at + _LINES + 1]):
            places += [found.span() for found in _PRONOUN.finditer(text)]
            person = THE_PERSON.match(text)
            if person is not None and is_people(person["noun"]):
                places.append(person.span())
        if any(says_of(text, body, name) for body in bodies for name in places):
            return True
    return False


def _of_kin(text: str, surname: Range, full: str) -> bool:
    """Whether a surname stands behind another first name: "Roe" of "Bo Roe", not of "Dr Roe"."""
    first = _FIRST.search(text, max(0, surname[0] - 30), surname[0])
    if first is None or " " in text[slice(*surname)] or first["first"] in full.split():
        return False
    word = first["first"].lower()
    return word not in PREPOSITIONS and not (is_people(word) or word in ROLES or len(word) < 3)
