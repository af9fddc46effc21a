"""Words that bring no words: fillers, what points on, and verbs whose object is a thing or a deed.

"You [know], ", "the [question] is, ", "our [thoughts and prayers] are with", "to [find] a house",
"has [supported] the liberation", "[released] photos".
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import has_verb, words_of
from llmextract.judge.rules.nouns import head_of

_FILLS: Final = re.compile(r"\b[Yy]ou\s+(?:know|see)\Z")
_HEARTFELT: Final = re.compile(r"(?:.*\s)?(?:thoughts|prayers|hearts)", re.IGNORECASE)
_ARE: Final = re.compile(r"\s(?:is|are|was|were|go|goes|went|remain|stay)\b")
_POINTS_ON: Final = re.compile(
    r"(?:the\s)?(?:\w+\s)?(?:question|point|answer|fact|truth|problem|thing|issue)", re.IGNORECASE
)
_IS: Final = re.compile(r"\sis,\s")
_LOOKS: Final = re.compile(r"\b(?:to|will|would|could|can|cannot|must|should)\s+find\Z")
_OPENS_CLAUSE: Final = re.compile(r"(?:that|how|why|what|whether|out)\s")
_HELPED: Final = re.compile(r"\b(?:has|have|had)\s+(?:already\s+)?(?:supported|backed|aided)\Z")
# What is done with such help; a plan or a deal may be supported in words.
_WORK: Final = re.compile(
    r"(?:the\s+|its\s+|their\s+)?(?:re-?tak(?:e|ing)|recapture|liberation|capture|advance|defen[cs]e"
    r"|training|reconstruction|recovery|rebuilding|evacuation|clearance)\b"
)
_SHOWN: Final = re.compile(r"(?:.*\s)?(?:releas|post|publish|air)(?:e?d|e?s|ing)", re.IGNORECASE)
_PICTURES: Final = words_of(
    "photo photos photograph photographs picture pictures image images footage"
    " hostage hostages prisoner prisoners detainee detainees captive captives"
)
# These bring speech by a clause alone: "heard [the blast]", "maintained [positions in Dorva]".
_DOUBLE: Final = re.compile(
    r"(?:(?:has|have|had|also|then|later|\w+ly)\s)*(?:hear[ds]?|reads?|feels?|felt|learn(?:s|ed|t)?"
    r"|answer(?:s|ed)|continue[sd]?|maintain(?:s|ed)|observe[sd]|mean[st]?|address(?:es|ed)|quote[sd]"
    r"|assume[sd]|knows?|knew|point(?:s|ed))",
    re.IGNORECASE,
)
# One noun has no verb beside it, nor what is in, of or at it.
_ONE_NOUN: Final = re.compile(
    r"(?:(?:the|an?|his|her|its|their|this|ten|two|three|four|five|\d+)\s)?[\w-]+"
    r"(?:\s(?:of|in|at|on|from|near|behind)\s.{1,120})?|(?:at|in|on|to)\s.{1,120}"
)
_PRONOUN: Final = re.compile(
    r"(?:he|she|it|they|we|i|you|that|this|what|so|no|yes)\b", re.IGNORECASE
)
_LOOK_BACK: Final = 40


def only_fills(text: str, cue: Range) -> bool:
    """Whether words only fill up or point on, and bring no speech."""
    said, (start, end) = text[slice(*cue)], cue
    if text.startswith(",", end) and _FILLS.search(text, max(0, start - _LOOK_BACK), end):
        return True
    if _HEARTFELT.fullmatch(said):
        return _ARE.match(text, end) is not None
    return bool(_POINTS_ON.fullmatch(said)) and _IS.match(text, end) is not None


def brings_thing(text: str, cue: Range, said: Range) -> bool:
    """Whether what a verb has for its object are no words, but a thing, people or work."""
    if not cue[1] <= said[0] or text[cue[1] : said[0]].strip() not in ("", "the"):
        return False
    words, low = text[slice(*said)], max(0, cue[0] - _LOOK_BACK)
    if _LOOKS.search(text, low, cue[1]):
        return not (has_verb(words) or _OPENS_CLAUSE.match(words))
    if _HELPED.search(text, low, cue[1]):
        return _WORK.match(words) is not None
    if _DOUBLE.fullmatch(text, *cue):
        is_clause = has_verb(words) or _PRONOUN.match(words) or text[said[0] - 1] in '“"‘'
        return not is_clause and _ONE_NOUN.fullmatch(words) is not None
    return bool(_SHOWN.fullmatch(text[slice(*cue)])) and head_of(words).lower() in _PICTURES
