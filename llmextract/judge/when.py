"""When something happens, read by code: a time right behind its words, or before its subject.

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

from llmextract.article.location import Range
from llmextract.judge.rules.setting.dating import is_right_behind, opens, times_in


def time_of(sentence: str, verb: Range) -> Range | None:
    """The time of what stands at a place; None where that is not sure, or times are two.

    "today" of "launched" in "launched an attack today", "on Monday" before "Monday, rebels fled".
    """
    times = times_in(sentence)
    if len(times) != 1:
        return None
    time = times[0].start, times[0].end
    return time if is_right_behind(sentence, verb, time) or opens(sentence, verb, time) else None
