"""When something happens, read by code: a time right behind its words, or before its subject.

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.subjects import subject_of
from llmextract.judge.rules.setting.dating import LEAD, is_right_behind, times_in

# "Has grown since the war began in [May]".
_SINCE: Final = re.compile(r"\bsince\s(?:[^\s,;:()“”]+\s){1,12}(?:(?:in|on)\s)?\Z", re.IGNORECASE)
_LOOK_BACK, _OPENING = 120, 40


def lasting(sentence: str, time: Range) -> Range | None:
    """All that tells since when, of which a date was given: "since the war began in May"."""
    found = _SINCE.search(sentence, max(0, time[0] - _LOOK_BACK), time[0])
    return (found.start(), time[1]) if found is not None else None


def time_of(sentence: str, verb: Range) -> Range | None:
    """The time of what stands at a place; None where that is not sure, or times are two.

    "today" of "launched" in "launched an attack today", "on Monday" before "Monday, rebels fled".
    """
    times = times_in(sentence)
    if len(times) != 1:
        return None
    time = times[0].start, times[0].end
    return time if is_right_behind(sentence, verb, time) or _opens(sentence, verb, time) else None


def _opens(sentence: str, verb: Range, time: Range) -> bool:
    """Whether a time opens the sentence, and the subject of the verb follows: "Today, Roe left"."""
    subject = subject_of(sentence, verb) if time[0] <= _OPENING else None
    if subject is None or time[0] > subject[0] or LEAD.match(sentence[: time[0]]) is None:
        return False
    return sentence[time[1] : subject[0]].strip() in ("", ",")
