"""The clauses of a sentence that say nothing of whether the deed of another one was done.

What may deny a deed, or plan it, stands in its own clause, or in one that brings it or takes it up
again: not in "after talks collapsed", "halting the trains" or "overturned a ruling, and a jury".
"""

import re
from collections.abc import Iterator
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.governing import CLAIMS, REFUTING, THAT, Force
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    DO,
    NOBODY,
    NOT,
    UNCHANGED,
    has_verb,
    inflected,
    is_open,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.saying import says

_LINKS: Final = r"after|while|whereas|as|when|because|since|where|although|though|amid|despite"
# What a clause behind the deed's own one opens with.
_OPENS: Final = re.compile(
    rf",?\s(?:(?:just|even|shortly|soon)\s)?(?P<link>{_LINKS})\s"
    r"|,\s(?P<gerund>[a-z]{3,}ing)\s|,\s(?P<joint>and)\s"
    r"|(?:,\s|\s)(?P<own>but|yet|before|until|without|nor|or|only|which|who|if|unless|instead|rather)\s"
    r"|[;:—–]\s|,\s(?=(?:[\w’'-]+\s){1,6}(?:said|says|told|denied|denies|reported|announced|added)\b)"
)
# They tell that the deed itself came to nothing: "attacked Dorva, failing to take it".
_FAILING: Final = words_of(
    "failing losing missing falling abandoning withdrawing retreating giving dropping leaving"
    " cancelling canceling reversing undoing denying rejecting refuting turning"
)
_TAKES_UP: Final = words_of("it they he she them him this both none nobody no neither nothing all")
_THE_DEED: Final = re.compile(
    r"\b(?:the|this|that|these|those|their|its|his|her)\s(?:[\w-]+\s){0,2}?(?:attacks?|assaults?"
    r"|attempts?|efforts?|bids?|raids?|operations?|plans?|offensives?|missions?|strikes?|plots?"
    r"|moves?|deals?|decisions?|orders?|rulings?|claims?|reports?|attackers?|push|deeds?)\b"
)
_FRONTED: Final = re.compile(
    rf"\W{{0,2}}(?:(?i:{_LINKS}|before|following|once|until|instead\sof|rather\sthan|with))\s[^;:“”\"]*?,\s"
)
_SET_OFF: Final = re.compile(
    r",\s(?:who|which|whom|whose|where)\s(?!would\b|could\b|might\b|should\b|may\b)[^,;:]{0,80}\Z"
)
_LINKED: Final = re.compile(
    r"\s(?P<link>after|because|since|as|when|while|where|although|though)\s(?P<rest>[^,;:“”\"]{1,80})\Z"
)
_AND: Final = re.compile(
    r",?\s(?:and|but|then)\s(?:\w+ly\s|then\s|also\s|later\s)?(?P<aux>(?:was|were|had|has|have)\s(?:been\s)?)?\Z"
)
# "Overturned a ruling, and a jury in Hale County [acquitted] Roe".
_AND_SUBJECT: Final = re.compile(
    r",\sand\s(?P<subject>(?:(?:an?|the|its|his|her|their|two|three|four|\d+)\s|[A-Z])[^,;:“”\"]{1,80})\s\Z"
)
_OPEN: Final = words_of("would could might should may will if unless")
_BRINGS: Final = {word for word, force in THAT.items() if force is Force.NEGATION} | REFUTING
_DENYING: Final = NOT | NOBODY | _BRINGS | CLAIMS | inflected("doubt believe")
_LONG: Final = 4


def without_others(text: str, start: int, end: int) -> str:
    """A sentence with blanks for the clauses that say nothing of text[start:end].

    >>> without_others("Rebels took Dorva, halting trains.", 7, 11).rstrip()
    'Rebels took Dorva'
    """
    shown = list(text)
    for low, high in (*_before(text, start, end), *_behind(text, start, end)):
        shown[low:high] = " " * (high - low)
    return "".join(shown)


def _behind(text: str, start: int, end: int) -> Iterator[Range]:
    """The clauses behind a deed's own one that take nothing of it up."""
    joints = list(_OPENS.finditer(text, end))
    if not joints:
        return
    own = _words_of_deed(text[_own_start(text, start) : joints[0].start()])
    is_apart = False
    for at, joint in enumerate(joints):
        high = joints[at + 1].start() if at + 1 < len(joints) else len(text.rstrip(" .!?"))
        goes_on = is_apart and joint["own"] in ("which", "who", "or", "only")
        is_apart = goes_on or _is_another(text, joint, high, own)
        if is_apart:
            yield joint.start(), high


def _is_another(text: str, joint: re.Match[str], high: int, own: frozenset[str]) -> bool:
    clause = text[joint.end() : high]
    if joint["gerund"]:
        return joint["gerund"] not in _FAILING and not _takes_up(clause, own)
    if joint["joint"]:
        if all(each.start != joint.start() or not each.subject for each in find_clauses(text)):
            return False
    elif not joint["link"]:
        return False
    return not _takes_up(clause, own)


def _takes_up(clause: str, own: frozenset[str]) -> bool:
    """Whether a clause may speak of the deed of another, or of who does it."""
    words = tokenise(clause).words
    if not (_TAKES_UP | REFUTING).isdisjoint(words) or _THE_DEED.search(clause):
        return True
    return not own.isdisjoint(words)


def _words_of_deed(clause: str) -> frozenset[str]:
    words = tokenise(clause).words
    return frozenset(word for word in words if is_open(word) and len(word) >= _LONG)


def _own_start(text: str, start: int) -> int:
    return next((each.start for each in find_clauses(text) if each.start <= start < each.end), 0)


def _before(text: str, start: int, end: int) -> Iterator[Range]:
    """The clauses before a deed that do not bring it."""
    if (set_off := _SET_OFF.search(text, max(0, start - 90), start)) is not None:
        yield 0, set_off.start()
        return
    fronted = _FRONTED.match(text, 0, start)
    if fronted is not None and not _brings(fronted[0]):
        yield fronted.span()
    subject = _own_subject(text, start, end)
    linked = _LINKED.search(text, max(0, start - 90), start) if subject is None else None
    if subject is not None:
        yield 0, subject
    elif linked is not None and not _is_content(text, linked):
        yield 0, linked.start("rest")
    else:
        yield from _first_verb(text, start)


def _own_subject(text: str, start: int, end: int) -> int | None:
    """Where the subject of a deed's own clause begins, if another clause before brings neither."""
    own = next((each for each in find_clauses(text) if each.start <= start < each.end), None)
    if own is not None and own.subject is not None and own.start > 0 and end <= own.end:
        low = own.subject[0]
        if low < start and not _brings(text[: own.start]):
            return low
    joined = _AND_SUBJECT.search(text, max(0, start - 100), start)
    if joined and not has_verb(joined["subject"]) and not _brings(text[: joined.start()]):
        return joined.start("subject")
    return None


def _is_content(text: str, linked: re.Match[str]) -> bool:
    """Whether "when" opens no setting: "did not say when Roe left", "not because", "such as"."""
    before = tokenise(text[: linked.start()]).words
    near = before[-1:] if before else ("",)
    is_open = says(near[0]) or near[0] in NOT | {"such", "known", "clear", "than", "as", "same"}
    return is_open or not _OPEN.isdisjoint(before) or _brings(text[: linked.start()])


def _first_verb(text: str, start: int) -> Iterator[Range]:
    """What a first verb tells whose subject goes on: "struck down a law [and] freed Roe"."""
    joint = _AND.search(text, max(0, start - 40), start)
    if joint is None:
        return
    tokens = tokenise(text[: joint.start()])
    words = tokens.words
    for at, word in enumerate(words):
        is_verb = at > 0 and (word in AUXILIARIES or is_past(word) or word in UNCHANGED)
        if not is_verb or words[at - 1] in _BRINGS:
            continue
        is_plain = joint["aux"] is not None or word not in AUXILIARIES or word in DO
        is_sure = is_plain and (NOBODY | NOT).isdisjoint(words[:at])
        if is_sure and not _brings(text[tokens.starts[at] : joint.start()]):
            yield tokens.starts[at], joint.start()
        return


def _brings(before: str) -> bool:
    """Whether words may deny what a clause behind them tells: "denied that", "it is not true"."""
    words = tokenise(before).words
    return ("that" in words and not _DENYING.isdisjoint(words)) or not _BRINGS.isdisjoint(words)
