"""When something happens, read by code: a time right behind its words, or before its subject.

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    CLAUSES,
    CONJUNCTIONS,
    PREPOSITIONS,
    has_verb,
    tokenise,
)
from llmextract.article.syntax.subjects import subject_of
from llmextract.judge.rules.timing import times_in

# Before a time, where it is not part of it: "on Monday", "in May".
_LEAD: Final = re.compile(r"\s*(?:\b(?:on|in|at|late|early|since|by|during|around)\s+)*\Z", re.I)
_MOST_BETWEEN: Final = 3
_ENDS: Final = PREPOSITIONS | CONJUNCTIONS | CLAUSES | AUXILIARIES


def time_of(sentence: str, verb: Range) -> Range | None:
    """The time of what stands at a place; None where that is not sure, or times are two.

    "today" of "launched" in "launched an attack today", "on Monday" before "Monday, rebels fled".
    """
    times = times_in(sentence)
    if len(times) != 1:
        return None
    time = times[0].start, times[0].end
    return time if _is_right_behind(sentence, verb, time) or _opens(sentence, verb, time) else None


def _is_right_behind(sentence: str, verb: Range, time: Range) -> bool:
    """Whether no more than an object stands between words for an event and a time."""
    if time[0] < verb[1]:
        return False
    lead = _LEAD.search(sentence, verb[1], time[0])
    between = sentence[verb[1] : lead.start() if lead else time[0]]
    words = tokenise(between).words
    is_object = not between.strip() or (
        all(word.isalnum() and word not in _ENDS for word in words) and not has_verb(between)
    )
    return len(words) <= _MOST_BETWEEN and is_object


def _opens(sentence: str, verb: Range, time: Range) -> bool:
    """Whether a time opens the sentence, and the subject of the verb follows: "Today, Roe left"."""
    subject = subject_of(sentence, verb)
    if subject is None or time[0] > subject[0] or _LEAD.match(sentence[: time[0]]) is None:
        return False
    return sentence[time[1] : subject[0]].strip() in ("", ",")
