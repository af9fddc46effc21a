"""Who is no reporter of an event: its own sentence has another, or makes it their deed."""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.teller import teller_of

# By whom something is done: "was overrun by the army".
_BY: Final = re.compile(rf"\s+by\s+{ARTICLE}", re.IGNORECASE)
_PARTED: Final = re.compile(r";|,\s+(?:but|while|although|though|whereas)\s", re.IGNORECASE)
_HANDED_ON: Final = re.compile(
    r"\b(?:(?:citing|quoting|quoted|cited|told|tells|telling|informed|according to)\s+"
    rf"(?:[\w’'.-]+\s+){{0,5}}|(?:by|from|with)\s+{ARTICLE}(?:[\w-]+\s)?"
    rf"|(?:on|in)\s+{ARTICLE})\Z",
    re.IGNORECASE,
)
# "Oria gave it jets, and [Roe] says that two of them fell": who goes on to say something else.
_ANOTHER_CLAUSE: Final = re.compile(
    rf",\s+(?:and|but|while|whereas|although|though)\s+{ARTICLE}\Z", re.IGNORECASE
)
_SAYS_THAT: Final = re.compile(
    rf"(?:\s\([^()]{{1,40}}\))?\s+{BETWEEN}(?P<verb>[a-z]+)(?:\s(?:on\s)?\w+day)?\s+that\s"
)
# "The envoy for Norland, " before the name of who this is.
_APPOSED: Final = re.compile(r",?\s*[(,]?\s*(?:the\s)?", re.IGNORECASE)
# "But [the army] put its losses at three": those of the same deed.
_COUNTS_ITS_OWN: Final = re.compile(
    rf"\s+{BETWEEN}(?:puts?|gave|gives)\s+(?:its|their)\s+(?:own\s+)?(?:losses|casualties|dead|toll)\s"
)
_LOOK_BACK, _NEAR, _MOST_WORDS = 120, 60, 4


def other_reporter(sentence: str, words: Range, event: Range) -> str | None:
    """The words of a sentence that show that who stands at `words` reports no event, or None.

    Places are half-open code points in the sentence.
    """
    return (
        _told_by_another(sentence, words, event)
        or _does_it(sentence, words, event)
        or _says_another(sentence, words, event)
    )


def _told_by_another(sentence: str, words: Range, event: Range) -> str | None:
    """Who surely tells of the event."""
    teller = teller_of(sentence, event)
    if teller is None or touch(teller, words):
        return None
    between = sentence[min(event[1], words[1]) : max(event[0], words[0])]
    if _says_as_well(sentence, words) and not _PARTED.search(between):
        return None
    if _APPOSED.fullmatch(sentence, teller[1], max(teller[1], words[0])):
        return None
    if _COUNTS_ITS_OWN.match(sentence, words[1]) and not is_verb(sentence, event):
        return None
    return None if _is_cited(sentence, words) else sentence[slice(*teller)]


def _says_as_well(sentence: str, words: Range) -> bool:
    """Whether words of saying stand right behind somebody: "rebels told the army of it"."""
    behind = sentence[words[1] : words[1] + _NEAR].split()[:_MOST_WORDS]
    return says(" ".join(behind))


def _is_cited(sentence: str, words: Range) -> bool:
    """Whether words are those whom a teller quotes, or to whom he told it: "told Radio Nord"."""
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    return _HANDED_ON.search(before) is not None


def _does_it(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody does it: "overrun by the army"."""
    if not event[1] <= words[0] or says(sentence[slice(*event)]):
        return None
    found = _BY.fullmatch(sentence, event[1], words[0])
    return sentence[event[0] : words[1]] if found is not None else None


def _says_another(sentence: str, words: Range, event: Range) -> str | None:
    """The words by which somebody brings a clause of his own behind the one with the event."""
    if not event[1] <= words[0] or any(mark in sentence for mark in '“”"'):
        return None
    opens = _ANOTHER_CLAUSE.search(sentence, max(event[1], words[0] - _NEAR), words[0])
    found = _SAYS_THAT.match(sentence, words[1]) if opens is not None else None
    return found[0].strip() if found is not None and says(found["verb"]) else None
