"""Whom a sentence sets apart from a body, and whose else it says that the body is.

"Roe, who defected from the army", "Roe was arrested by the police", "a critic of the Front", "Front
clerk Ada Hale", "Hale, who leads the Front,": none of them makes Roe one of it.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    CLAUSES,
    CONDITIONS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    is_past,
)
from llmextract.judge.rules.nouns import is_people
from llmextract.judge.spans import occurrences

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w.&’'-]*"
_FULL: Final = rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}"
# Before a verb whose subject is named: ", who has since", " was".
_TO_VERB: Final = re.compile(
    r",?\s(?:(?:who|which|has|have|had|is|are|was|were|been|being|since|later|then|also|just"
    r"|(?!reportedly\b|allegedly\b)\w+ly)\s){0,4}"
)
_LEFT: Final = re.compile(
    r"\b(?:(?:left|quit|deserted|leaving|quitting|deserting)"
    r"|(?:defect(?:ed|ing)|desert(?:ed|ing)|expelled|ousted|dismissed|sacked|fired|resign(?:ed|ing)|retired"
    r"|excluded|barred|banned|split|broke\saway|breaking\saway)\sfrom|formerly\s(?:of|with))\s(?:the\s)?\Z"
)
_HARMED: Final = re.compile(
    r"\b(?:arrested|detained|killed|shot\sdead|shot|beaten|tortured|captured|abducted|kidnapped|ambushed"
    r"|attacked|bombed|shelled|wounded|injured|murdered|executed|jailed|charged|sued)\sby\s(?:the\s)?\Z"
)
# "Left the Front for the Union", "in 2019"; who only left it may have been of it that day.
_FOR_ANOTHER: Final = re.compile(
    r"\sfor\s(?:the\s)?[A-Z]|\s(?:in|since)\s(?:[A-Z]\w+\s)?(?:19|20)\d\d\b"
)
# Behind it: "left the Front [in May]", but not "left the Front offices".
_ENDS: Final = re.compile(
    r"\s*\Z|[,.;:]|\s(?:in|for|after|before|to|on|when|while|and|but|because|over|amid|at|with|last|this|early"
    r"|late|during|as|near|outside|by|two|three|a)\b"
)
_AGAINST: Final = re.compile(
    r"\b(?:critics?|opponents?|enem(?:y|ies)|foes?|rivals?|adversar(?:y|ies)|victims?|hostages?|captives?"
    r"|prisoners?)\sof\s(?:the\s)?\Z"
)
# "The Front clerk Ada Hale": the body that is told right before somebody's calling.
_BEARER_BEHIND: Final = re.compile(
    rf"(?:['’]s?)?\s(?P<between>(?:[a-z-]+\s){{0,2}}?)(?P<noun>[a-z-]+),?\s(?P<name>{_FULL})"
)
# "Ada Hale, 41, who leads the", "Ada Hale, clerk of the".
_BEARER_BEFORE: Final = re.compile(
    rf"(?P<name>{_FULL}),\s(?:\d\d,\s)?(?:who\s|(?:(?:an?|the)\s)?(?P<noun>[a-z-]+)\s(?:of|for|at|with)\s)"
    r"(?P<rest>[^,;:“”\"]{0,60})\Z"
)
_PLACED: Final = re.compile(r"\b(?:in|at|from|near|of|to)\s\Z")
_DOES: Final = re.compile(
    r"\s(?:has\s|have\s|had\s)?(?P<not>(?:never|not)\s)?(?P<verb>[a-z]+)\s(?:him|her|them)\b"
)
_HOSTILE: Final = re.compile(
    r"(?:ignor|arrest|detain|attack|accus|threaten|sue|kidnapp|abduct|beat|jail|blacklist|bann|shunn)(?:ed)?"
)
_LINKS: Final = PREPOSITIONS | CONJUNCTIONS | CLAUSES | CONDITIONS | DETERMINERS | AUXILIARIES
_LOOK_BACK: Final = 100


def set_apart(article: Article, names: Sequence[str], body: str) -> str | None:
    """What shows that somebody left a body or suffered from it; None where they may be joined.

    Asked of any body: of an army or a party others may be of whom nobody says so.
    """
    shown: list[str] = []
    for line in article.lines:
        text = line.text
        named = [place for name in names for place in occurrences(text, name)]
        for place in occurrences(text, body) if named else ():
            words = _parted(text, named, place)
            if words is None:
                return None
            shown.append(words)
    return shown[0] if shown else None


def _parted(text: str, named: Sequence[Range], body: Range) -> str | None:
    low = max(0, body[0] - _LOOK_BACK)
    for pattern in (_LEFT, _HARMED):
        found = pattern.search(text, low, body[0])
        if found is None or not _ENDS.match(text, body[1]):
            continue
        if found[0].startswith(("left", "leaving")) and not _FOR_ANOTHER.match(text, body[1]):
            continue
        if any(
            _TO_VERB.fullmatch(text, end, found.start()) for _, end in named if end < found.start()
        ):
            return found[0].strip()
    return None


def is_of_other(text: str, body: Range, names: Sequence[str]) -> bool:
    """Whether a body at a place of a sentence is somebody else's, or against the one named."""
    low = max(0, body[0] - _LOOK_BACK)
    if _AGAINST.search(text, low, body[0]) or _does_harm(text, body):
        return True
    behind = _BEARER_BEHIND.match(text, body[1])
    is_one = behind is not None and is_people(behind["noun"]) and not behind["noun"].endswith("s")
    if behind is not None and is_one and _LINKS.isdisjoint(behind["between"].split()):
        return _is_another(behind["name"], names)
    before = _BEARER_BEFORE.search(text, low, body[0])
    if before is None or _PLACED.search(text, max(0, before.start() - 6), before.start()):
        return False
    noun = before["noun"]
    if noun is not None and not is_people(noun):
        return False
    end = text.find(",", body[1])
    aside = text[before.end("name") : end if end >= 0 else len(text)]
    return _is_another(before["name"], names) and not any(name in aside for name in names)


def _does_harm(text: str, body: Range) -> bool:
    """Whether a body has done something to "him", or never did."""
    found = _DOES.match(text, body[1])
    if found is None or not is_past(found["verb"]):
        return False
    return found["not"] is not None or _HOSTILE.fullmatch(found["verb"]) is not None


def _is_another(name: str, names: Sequence[str]) -> bool:
    """Whether a name has no word of any of the names of somebody."""
    words = {*re.findall(r"\w+", name.casefold())}
    return words.isdisjoint(word for each in names for word in re.findall(r"\w+", each.casefold()))
