"""Denials and plans of a sentence that cannot reach the deed that a record tells.

A denial reaches no further than its own clause: "Nobody was hurt when a shell hit it", "Without
warning, men opened fire", "ten were hurt, none of them badly", "the truce signed in Dorva had not
been broken". What is to come is not what it comes after: "a vote will be held after riots that
killed ten".
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.ask.realis import DENIED, PLANNED, realis_name
from llmextract.ask.wire import Json

# The setting of what a clause denies is itself told as so.
_WHEN: Final = re.compile(r"(?<!\w)(?:when|after|while|where)\s(?=[\w“\"])", re.IGNORECASE)
_BREAKS: Final = re.compile(r"[;:“”\"]|,\s(?:but|and)\s")
_WITHOUT: Final = re.compile(r"\A\W?(?:Without|With\sno)\s[^,;:“”\"]{1,80},\s")
_OF_SOME: Final = re.compile(
    r",\s(?:but\s|though\s|although\s)?(?:none|no\sone|not\sone|nobody|neither)\s(?:of|among)\s"
    r"(?:them|whom|these|those|the\s[a-z]+)\b[^,;:]{0,60}(?:,|(?=[.!?]?\Z))"
)
# Behind a participle that says which: "the truce [signed] in Dorva had not".
_MAIN_DENIED: Final = re.compile(
    r"\s(?:(?:in|on|at|by|near|last|with|between|from|to|for|under|this|yesterday|earlier)\s)?(?:[\w’'-]+\s){0,8}?"
    r"(?P<verb>(?:had|has|have|was|were|is|are|did|does|do|will|would|could|can)\s(?:not|never|yet)"
    r"|\w+n[’']t)\s"
)
_NOUN_BEFORE: Final = re.compile(r"(?P<noun>[a-z]+)\s\Z")
_AFTER: Final = re.compile(
    r"\b(?:after|[Ff]ollowing)\s(?:[\w’'-]+\s){0,6}?\Z",
)
_TOLD_BEHIND: Final = re.compile(
    r"\s(?:(?:in|at|near|on|across)\s(?:[\w’'-]+\s){1,4})?(?:(?:that|which)\s(?:had\s|was\s|were\s)?"
    r"|in\swhich\s[^,;:]{1,40}?\s(?:had|was|were)\s)(?P<verb>[a-z]+)\b(?!\sto\b)"
)
_FIRST: Final = 60


def within_reach(sentence: str, deed: Range, label: Json) -> str | None:
    """What of a sentence a denial or a plan of a deed may stand in; None where it may be all."""
    name = realis_name(label)
    if name in DENIED:
        return _without_denials(sentence, *deed)
    return _told_before(sentence, *deed) if name in PLANNED else None


def _without_denials(sentence: str, start: int, end: int) -> str | None:
    """A sentence without the clauses that deny something else than what stands at a place."""
    low, high = 0, len(sentence)
    if (opening := _WITHOUT.match(sentence)) is not None and opening.end() <= start:
        low = opening.end()
    when = [each for each in _WHEN.finditer(sentence, low, start) if each.start() > low]
    if when and _is_setting(sentence, when[-1].end(), start):
        low = when[-1].start()
    main = _MAIN_DENIED.match(sentence, end)
    if main is not None and _says_which(sentence, start, end):
        high = main.start("verb")
    rest = _OF_SOME.search(sentence, end)
    shown = sentence[low : rest.start()] + " " + sentence[rest.end() :] if rest else None
    if low == 0 and high == len(sentence) and shown is None:
        return None
    return shown or sentence[low:high]


def _is_setting(sentence: str, opens: int, start: int) -> bool:
    """Whether a clause that opens at a place has a deed, and no mark parts them."""
    between = sentence[opens:start]
    return bool(between.strip()) and _BREAKS.search(between) is None and "," not in between


def _says_which(sentence: str, start: int, end: int) -> bool:
    """Whether words are a participle right behind its noun: "the truce [signed] in Dorva"."""
    words = grammar.tokenise(sentence[start:end]).words
    noun = _NOUN_BEFORE.search(sentence, max(0, start - _FIRST), start)
    if len(words) != 1 or not grammar.is_past(words[0]) or noun is None:
        return False
    return grammar.is_open(noun["noun"]) and noun["noun"] not in grammar.PRONOUNS


def _told_before(sentence: str, start: int, end: int) -> str | None:
    """What comes after nothing but its past: "after [riots] that killed ten"; None elsewhere."""
    before = _AFTER.search(sentence, max(0, start - _FIRST), start)
    behind = _TOLD_BEHIND.match(sentence, end)
    if before is None or behind is None or not grammar.is_past(behind["verb"]):
        return None
    return sentence[before.start() : behind.end()]
