"""Who is no reporter of an event: its own sentence has another, or makes it their deed."""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax.grammar import SUBJECTS, is_past, tokenise
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.teller import teller_of

# By whom something is done: "was overrun by the army".
_BY: Final = re.compile(rf"\s+by\s+{ARTICLE}", re.IGNORECASE)
_PARTED: Final = re.compile(r";|,\s+(?:but|while|although|though|whereas)\s", re.IGNORECASE)
_HANDED_ON: Final = re.compile(
    r"\b(?:(?:citing|quoting|quoted|cited|told|tells|telling|informed|according to)\s+"
    rf"(?:[\w’'.-]+\s+){{0,5}}|(?P<phrase>(?:by|from|with)\s+{ARTICLE}(?:[\w-]+\s)?"
    rf"|(?:on|in)\s+{ARTICLE}))\Z",
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
# Behind these others speak, or nobody: "talks with Oria ended, the army said", "called off".
_ELSE: Final = re.compile(
    r"(?<=\w),\s(?!who\b|which\b)(?:the\s|[A-Z])|\bcall(?:ed|s|ing)\s(?:off|up|out)\b"
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
    if _is_named_again(sentence, teller, words):
        return None
    if _COUNTS_ITS_OWN.match(sentence, words[1]) and not is_verb(sentence, event):
        return None
    return None if _is_cited(sentence, words) else sentence[slice(*teller)]


def _is_named_again(sentence: str, teller: Range, words: Range) -> bool:
    """Whether words stand right beside a teller, or before "it", and so may mean the same one."""
    if words[1] <= teller[0] and sentence[slice(*teller)].lower() in SUBJECTS:
        return True
    first, last = sorted((teller, words))
    return _APPOSED.fullmatch(sentence, first[1], last[0]) is not None


def _says_as_well(sentence: str, words: Range) -> bool:
    """Whether words of saying stand right behind somebody: "rebels told the army of it"."""
    behind = _ELSE.split(sentence[words[1] : words[1] + _NEAR])[0]
    return says(" ".join(behind.split()[:_MOST_WORDS]))


def _is_cited(sentence: str, words: Range) -> bool:
    """Whether words are those whom a teller quotes, or to whom he told it: "told Radio Nord"."""
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    found = _HANDED_ON.search(before)
    if found is None or not found["phrase"]:
        return found is not None
    behind = tokenise(sentence[words[1] : words[1] + _NEAR]).words[:1]
    return not any(is_past(word) and not says(word) for word in behind)  # "talks with Oria ended,"


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
