"""Who only brings an event to the reader, or is named as part of who does.

The Observatory is no part of what it "noted", nor is Norland where "the Observatory, which is based
in Norland, said" so. Of the arguments that annotators marked in WikiEvents none is held for one.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.patterns import BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.judge.voice import only_tells

# A name that goes on behind words cut out of it: "Norland" of "Norland Ministry spokesman Roe".
_NAME_GOES_ON: Final = re.compile(
    r"(?:\s+(?:[A-Z][\w.’'-]*|spokes\w+|officials?|sources?|ministry|minister|president|commander"
    r"|leader|envoy|ambassador))+"
)
# Verbs whose object happens without who notes it; who "claimed" or "announced" one may be in it.
_NOTES: Final = re.compile(
    rf"(?:\s+\([^()]{{1,40}}\)|,\s[^,;:“”\"]{{1,80}},)?\s+{BETWEEN}"
    r"(?:noted|notes|condemned|condemns|deplored|denounced|decried|lamented|mourned|documented"
    r"|described|describes)\s+"
)
_OBJECT: Final = re.compile(
    r"(?!.*\b(?:and|but|who|which|that|after|before|when|while|where)\b)[^,;:“”\"]{0,60}[“\"]?\Z"
)
_OPENS_TELLING: Final = re.compile(r"(?P<verb>\w+)\s+that\s+")
# What stands between a teller, at the beginning of a sentence, and its verb.
_APPOSED: Final = re.compile(
    r"\W*(?!(?:On|In|At|By|After|Before|During|Since|As|While|When)\b)"
    r"[A-Z][\w.’'-]*(?:\s+[\w.’'()-]+){0,8},\s"
    r"(?P<said>(?:which|who|whose|an?|the|one|its|his|her|head|\w+ed)\b[^,;:“”\"]*)\Z"
)
_APPOSED_BEHIND: Final = re.compile(
    rf"(?P<said>[^,;:“”\"]{{0,80}}),\s+{BETWEEN}(?P<verb>\w+(?<!ing))\b"
)
# Who helps a teller may take part in what is told.
_HELPS: Final = re.compile(
    r"\b(?:back|support|aid|assist|led\b|lead|join|alli|alongside|along\b|together\b|and\b)"
)


def tells(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody only tells, or is told, of an event that others take part in.

    Places are half-open code points in the sentence.
    """
    if sentence.find(" that ", *event) >= 0:
        opened = _OPENS_TELLING.match(sentence, *event)
        if opened is not None and says(opened["verb"]):
            event = opened.end(), event[1]
    found = only_tells(sentence, words, event)
    if found is None and (goes_on := _NAME_GOES_ON.match(sentence, words[1])) is not None:
        found = only_tells(sentence, (words[0], goes_on.end()), event)
    if found is None and words[1] < event[0]:
        found = _noting(sentence, words, event) or _apposed(sentence, words, event)
    return found


def _noting(sentence: str, words: Range, event: Range) -> str | None:
    found = _NOTES.match(sentence, words[1], event[0])
    is_object = found is not None and _OBJECT.match(sentence, found.end(), event[0])
    return found[0].strip() if found and is_object else None


def _apposed(sentence: str, words: Range, event: Range) -> str | None:
    if "," not in sentence[words[1] : event[0]]:
        return None
    behind = _APPOSED_BEHIND.match(sentence, words[1], event[0])
    if behind is None or not says(behind["verb"]):
        return None
    before = _APPOSED.match(sentence, 0, words[0])
    if before is None or _HELPS.search(before["said"]) or _HELPS.search(behind["said"]):
        return None
    return sentence[before.start("said") : behind.end()]
