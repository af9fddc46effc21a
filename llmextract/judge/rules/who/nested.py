"""Names inside what is said of somebody else: "Roe's brother", "jailed Hale for killing Roe".

Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax.predicates import names_somebody

_KIN: Final = (
    r"(?:(?:step|half-|grand|great-|ex-|co-)?(?:brother|sister|father|mother|son|daughter|parent|child"
    r"|children|uncle|aunt|nephew|niece|cousin|wife|husband|widow|widower|spouse|partner|fiancée?"
    r"|girlfriend|boyfriend|relative|relation|friend|associate|accomplice|acquaintance|colleague"
    r"|classmate|roommate|flatmate|neighbou?r|aide|adviser|advisor|assistant|secretary|deputy|lawyer"
    r"|attorney|bodyguard|driver|spokesman|spokeswoman|supporter|follower|ally|allies|opponent"
    r"|critic|rival|challenger|successor|predecessor|victim|killer|murderer|assassin|attacker"
    r"|accused)s?)(?:-in-law)?\b"
)
_HIS: Final = re.compile(rf"(?:['’]s|(?<=s)['’])\s(?:[a-z-]+\s){{0,3}}{_KIN}")
_TITLES: Final = (
    r"(?:(?!(?:and|or|but|nor|who|whom|that|which|in|on|at|to|from|for|by|with|was|were|is|are|has|had"
    r"|have|when|after|before|while)\b)(?:[a-z-]+|[A-Z][a-z]+\.?)\s){0,4}"
)
_KIN_OF: Final = re.compile(rf"\b{_KIN}\sof\s{_TITLES}\Z")
_DOING: Final = re.compile(
    rf"\b(?:for|of|after|from|over|by)\s(?:\w+ly\s)?(?P<deed>[a-z]{{2,}}ing)\s{_TITLES}\Z"
)
_DEED_OF: Final = re.compile(
    r"\b(?:for|over|after|about|in)\s(?:the|an?|his|her|its|their)\s(?:\d{4}\s)?(?P<deed>[a-z]+)\sof\s"
    rf"{_TITLES}\Z"
)
_LOOK_BACK: Final = 80


def held_by_another(sentence: str, verb: Range, name: Range) -> str | None:
    """The words that show that a name is only part of what is said of somebody else; None if open.

    >>> held_by_another("Roe's brother was jailed.", (18, 24), (0, 3))
    "Roe's brother"
    """
    if not sentence[name[0]].isupper() or sentence.startswith(("The ", "A "), name[0]):
        return None
    his = _HIS.match(sentence, name[1])
    if his is not None and not touch(his.span(), verb):
        return sentence[name[0] : his.end()]
    low = max(0, name[0] - _LOOK_BACK)
    kin = _KIN_OF.search(sentence, low, name[0])
    if kin is not None and not touch(kin.span(), verb):
        return sentence[kin.start() : name[1]]
    for nested in (_DOING, _DEED_OF):
        found = nested.search(sentence, low, name[0])
        if found is None or touch(found.span(), verb):
            continue
        others = sentence[: found.start()], sentence[name[1] :]
        if any(map(names_somebody, others)):
            return sentence[found.start() : name[1]]
    return None
