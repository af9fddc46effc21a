"""What a relative clause tells of whoever says something, or of what he speaks of.

Of "Roe, who heads the fund, said it fell" he does not say "heads the fund"; and of "Roe warned
Hale, who left in May" the warning is not that Hale left.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.quotation import may_be_quoted
from llmextract.article.syntax.grammar import has_verb
from llmextract.judge.speaker import INVERTED

# Behind a comma a relative clause tells more of what is known by its name already.
_ASIDE: Final = re.compile(
    r"(?:,|\))\s(?P<who>who|which)(?:\s(?:will|would|is|are|was|were|has|have|had|can|could|may|might"
    r"|must|should|did|does|do|been|be|also|not|never|once|now|\w+ly)){0,4}\s\Z"
)
_OPENS: Final = re.compile(r"(?:who|whom|whose|which)\s")
# Behind all that is said: "..., who fled in May, he said."
_SUBJECT: Final = re.compile(
    r",[”\"]?\s(?:he|she|it|they|we|I|(?:an?|the|his|her|its|their)\s[^,;:]{1,70}|[A-Z][^,;:]{0,70})\s\Z"
)
# From "according to" to a clause about who is cited.
_ACCORDING: Final = re.compile(r"\b[Aa]ccording to\Z")
_CITED: Final = re.compile(r"\s[^,;:“”\"]{1,80},\s")
_LOOK_BACK, _SHORT = 80, 60


def told_aside(text: str, words: Range, cues: Sequence[Range]) -> str | None:
    """The pronoun whose clause words are, apart from the words of saying; None where none is."""
    opens = _OPENS.match(text, words[0])
    found = opens or _ASIDE.search(text, max(0, words[0] - _LOOK_BACK), words[0])
    if found is None or not cues or any(touch(words, cue) for cue in cues):
        return None
    if opens is not None and not text.endswith((", ", ") "), 0, words[0]):
        return None
    if may_be_quoted(text, *words) or any(_ends_all(text, words, cue) for cue in cues):
        return None
    return found[0].split()[0 if opens else 1]


def tells_of_source(text: str, words: Range, cues: Sequence[Range]) -> str | None:
    """The pronoun of a clause right behind who is cited: "according to Roe, [who fled]"."""
    opens = _OPENS.match(text, words[0])
    is_of_one = len(cues) == 1 and _ACCORDING.search(text, *cues[0]) is not None
    if opens is None or not is_of_one or may_be_quoted(text, *words):
        return None
    return opens[0].strip() if _CITED.fullmatch(text, cues[0][1], words[0]) else None


def _ends_all(text: str, words: Range, cue: Range) -> bool:
    """Whether words of saying stand behind all that they bring: ", he said", ", said the mayor"."""
    if cue[0] < words[1]:
        return False
    if _SUBJECT.search(text, max(words[1], cue[0] - _LOOK_BACK), cue[0]):
        return True
    rest = text[cue[1] :]
    if text[slice(*cue)].lower() not in INVERTED:
        return False
    return text.endswith(", ", 0, cue[0]) and len(rest) < _SHORT and not has_verb(rest)
