"""What a relative clause or a comparison tells, apart from what its sentence tells around it.

Of "Norland, which fought Esteria in 2006, has sent men to Dorva" nothing was sent in 2006, and no
war was in Dorva; the river that "rose higher than in the flood of 1957" did not rise then. Offsets
are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.patterns import WORD

_ASIDE: Final = re.compile(
    r",\s(?:(?:(?:one|two|three|some|most|many|all|both|none)\s)?"
    r"(?:in|of|to|from|for|by|with|under|on|at)\s)?(?P<who>which|who|whom|whose|where)\s"
    r"(?P<told>(?:[^,;:“”\"()]|,(?=\d)|“[^“”]{1,60}”|\([A-Z]{2,9}\)){5,160})(?P<end>,(?!\d)|[.!?]?\s*\Z)"
)
# Of a person or a place more may be told behind a verb; "which" may take up all that was told.
_OF_SOMEBODY: Final = grammar.words_of("who whom whose where")
# "Which" as an object, whose clause has a subject of its own: "which the Front had taken in May".
_OBJECT: Final = re.compile(
    r",\s(?:(?:in|of|to|from|for|by|with|under|on|at)\swhich\s"
    r"|which\s(?:(?:the|an?|its|his|her|their|it|he|she|they|we)\s|[A-Z]))"
)
# Past forms that the ending does not tell, and that may be nouns behind an article.
_PAST: Final = grammar.words_of(
    "freed agreed decreed hit cut shut burst quit beat put set shed hurt"
)
# Before a base form that tells a deed: "did not leave", "to leave".
_LEADS: Final = grammar.MODALS | grammar.DO | {"to"}
# Of the same: "an offensive, which included raids on Dorva,".
_MORE: Final = re.compile(
    r"(?:\w+\s){0,2}?(?:includ|involv|compris|consist|mean|follow|beg[au]n|start|erupt(?!ion)|launch"
    r"|(?:listed|scheduled|planned|set|due|slated|expected|booked|called|convened)\sfor\b)"
)
# Who helps or leads takes part as well.
HELPING: Final = re.compile(
    r"\b(?:back|support|aid|assist|help|head(?:s(?!\s+of)|ed|ing)\b|lead(?:s|ing)?\b|led\b"
    r"|command(?:s|ed|ing)?\b|alli|join|arm(?:s|ing)?\b|fund|finan[cs]|belong|"
    r"armed(?=\s(?:by|and|with|the|its?|their|them)\b)|represent(?:s|ed|ing)?\b"
    r"|form(?:s|ed|ing)?\b)"
)
# What goes on behind who tells it: ", whose agents, it said, had followed".
_GOES_ON: Final = re.compile(r"\s(?:[\w’'-]+\s){1,3}(?:said|says|added|claimed|reported),\s")
# What somebody says may be of all that is told: "the mayor, who said that ten people died".
_SAYS: Final = re.compile(
    r"\b(?:said|says?|told|tells|added|adds|reported|reports|wrote|stated|confirmed|announced"
    r"|claimed|claims)\s"
)
# With what a deed is compared: "than in the flood of", "than the ten who died in", "half of what".
_THAN: Final = re.compile(
    r"\bthan\s(?:(?:in|during|at|on)\s(?P<then>)|(?=[a-z]))"
    r"|\b(?:half|twice|double|triple|quadruple|times)\s(?:of\s)?(?P<what>what\s)"
)
# Of no more than a noun, or of what was told by "when": "1957, when ten men drowned in".
_IN_IT: Final = re.compile(r"(?:[a-z-]+\s){0,5}(?:\S{1,20},\s(?:when|where)\s[^,;:]*)?\Z")
_WITH: Final = re.compile(
    r"(?:the|those|an?|any|its|his|her|their)\s(?:[^,;:“”\"]|(?<=\d),(?=\d))*\Z"
)


def in_comparison(sentence: str, deed: Range, words: Range) -> str | None:
    """The opening of what a deed is compared with, which has the words behind it, or None.

    Not that of an amount: "more than the 40 men on Monday" may all be of the deed.
    """
    for found in _THAN.finditer(sentence, deed[1], max(deed[1], words[0])):
        told = sentence[found.end() : words[0]]
        if found["then"] is not None:
            is_in_it = _IN_IT.fullmatch(told) is not None
        elif found["what"]:
            is_in_it = re.search(r"[,;:“”\"]", told) is None
        else:
            is_in_it = _WITH.fullmatch(told) is not None and _has_verb(told)
        if is_in_it:
            return " ".join(sentence[found.start() : words[0]].split()[:5])
    return None


def told_in_aside(
    sentence: str, deed: Range, words: Range, *, takes_part: bool = False
) -> str | None:
    """The words that open an aside which has either a deed or what is said of it, but not both."""
    if " wh" not in sentence:
        return None
    for aside in _ASIDE.finditer(sentence):
        start, end = aside.span("told")
        has_deed = start <= deed[0] and deed[1] <= end
        has_words = start <= words[0] and words[1] <= end
        is_more = _MORE.match(aside["told"]) or (takes_part and HELPING.search(aside["told"]))
        goes_on = aside["end"] == "," and _GOES_ON.match(sentence, aside.end())
        is_cut = aside["end"] == "," and aside["who"] == "whose" and not _has_verb(aside["told"])
        if has_deed == has_words or is_more or goes_on or is_cut:
            continue
        if has_deed and words[0] >= aside.end() and aside["end"] == ",":
            return _opening(aside)
        if takes_part and has_words and _SAYS.search(sentence, start, words[0]):
            continue
        if has_words and _is_of_main(sentence, aside, deed):
            return _opening(aside)
    return None


def _is_of_main(sentence: str, aside: re.Match[str], deed: Range) -> bool:
    """Whether a deed outside of an aside is the verb of the sentence that it is set into."""
    before = grammar.tokenise(sentence[max(0, deed[0] - 24) : deed[0]]).words[-2:]
    if not is_verb(sentence, deed) and grammar.AUXILIARIES.isdisjoint(before):
        return False
    if deed[0] >= aside.end():
        return not grammar.is_gerund(sentence[slice(*deed)].split()[0].lower())
    is_own = aside["who"] in _OF_SOMEBODY or _OBJECT.match(aside[0]) is not None
    return is_own and deed[1] < aside.start() and _has_verb(aside["told"])


def _has_verb(told: str) -> bool:
    words = grammar.tokenise(told).words
    return any(map(clausal.may_be_verb, words))


def _opening(aside: re.Match[str]) -> str:
    return " ".join([aside["who"], *aside["told"].split()[:3]])


def is_verb(sentence: str, deed: Range) -> bool:
    """Whether words for a deed are or hold a verb: "were killed", "to leave", "attacked"."""
    words = grammar.tokenise(sentence[slice(*deed)]).words
    if any(word in grammar.AUXILIARIES | _PAST or grammar.is_past(word) for word in words):
        return words[0] not in grammar.DETERMINERS
    before = WORD.findall(sentence[max(0, deed[0] - 40) : deed[0]])[-2:]
    low = [word.lower() for word in before]
    leads = any(word in _LEADS for word in low)
    return (
        bool(words)
        and words[0] not in grammar.DETERMINERS
        and ((leads and grammar.is_base(words[0])) or grammar.is_gerund(words[0]))
    )
