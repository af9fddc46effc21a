"""Words that bring no speech, whatever their verbs bring elsewhere: help, meetings, attempts."""

import re
from typing import Final

from llmextract.article.syntax.grammar import has_verb
from llmextract.article.syntax.saying import says
from llmextract.judge.verdict import Span

_BE: Final = (" is", " are", " was", " were", " been")
_HELP: Final = re.compile(r"(?:supported|backed|aided|accompanied|assisted)(?: by\b.*)?")
_GETS_HELP: Final = re.compile(
    r"(?:(?:has|have|had|been|is|are|was|were|be|being|also|still|\w+ly)\s+)*"
    r"(?:receiv(?:e[sd]?|ing)|gett?(?:s|ing)?|got|gain(?:s|ed|ing)?|enjoy(?:s|ed|ing)?"
    r"|obtain(?:s|ed|ing)?)\s+(?:[\w-]+\s+){0,3}"
    r"(?:backing|support|help|aid|assistance|reinforcements?|training|funding|weapons|arms)",
    re.IGNORECASE,
)
_MEETS: Final = re.compile(
    r"(?:(?:has|have|had|also|then|later|will)\s+)*(?:met|meets?|meeting|gather(?:s|ed|ing)?"
    r"|conven(?:es?|ed|ing)|held\s+talks|hold(?:s|ing)?\s+talks)\b(?:\s[\w’'-]+){0,4}?"
    r"(?:\s(?:to|and)\s(?:discuss(?:ed)?|debate[d]?|consider(?:ed)?|talk(?:ed)?\s(?:about|over)))?",
    re.IGNORECASE,
)
_SEEKS: Final = re.compile(
    r"(?:(?:has|have|had|been|is|are|was|were|also|long|repeatedly|\w+ly)\s+)*"
    r"(?:seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|strive[sd]?|strove)"
    r"(?:\s+to)?",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\s*(?:(?<=\bto)|to)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b")
# By these somebody speaks, though other words bring what is said.
_SPEAKS: Final = re.compile(r"convinc|persuad|reassur|discourag|encourag|downplay|spell|play")


def brings_no_clause(text: str, cue: Span, said: list[Span]) -> bool:
    """Whether words are of a meeting about something, or of what somebody tries to do.

    "Met to discuss [the truce]", "has sought [to free them]"; but "sought to assure her that".
    """
    if _MEETS.fullmatch(cue.exact):
        return bool(said) and not any(has_verb(span.exact) for span in said)
    if not _SEEKS.fullmatch(cue.exact):
        return False
    found = _TO.match(text, cue.end)
    if not said or found is None or not 0 <= said[0].start - cue.end <= len(" to "):
        return False
    return not (says(found["verb"]) or _SPEAKS.match(found["verb"]))


def is_help(text: str, cue: Span) -> bool:
    """Whether words are of the help that somebody has: "troops, supported by jets".

    A statement may be "supported by" those who agree with it.
    """
    if _GETS_HELP.fullmatch(cue.exact):
        return True
    before = text[max(0, cue.start - len(" were ")) : cue.start].rstrip()
    if _HELP.fullmatch(cue.exact) is None or before.endswith(_BE):
        return False
    return " by" in cue.exact or text.startswith(" by ", cue.end)
