"""Times that a sentence gives to another of its events, or to the saying of it."""

import re
from functools import lru_cache

from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.saying import saying_dated
from llmextract.article.times.reader import TimeMention, find_times, same_time
from llmextract.judge.where import touch

_find_times = lru_cache(maxsize=1024)(find_times)
# Told as past already when it was said: "had attacked", "had since been seized".
_EARLIER = re.compile(r"\bhad(?:\s+\w+){0,2}\s+\Z")
_REACH = 40


def dated_otherwise(
    sentence: str, anchor: tuple[int, int], time: tuple[int, int]
) -> tuple[int, int] | None:
    """The words that part an event, its words at `anchor`, from a time of its sentence, or None.

    The event's clause has another time as exact ("In May rebels took it; the army retook it in
    June"), or the time is that of a saying ("said on Friday that rebels had attacked"). All are
    half-open code-point ranges of the sentence.
    """
    saying = saying_dated(sentence, time[0])
    if saying is not None and not touch(anchor, (saying, time[1])):
        if _EARLIER.search(sentence, max(0, anchor[0] - _REACH), anchor[0]):
            return saying, time[1]
        side = (time[1], len(sentence)) if anchor[0] >= time[1] else (0, saying)
    else:
        clause = next((c for c in find_clauses(sentence) if c.start <= anchor[0] < c.end), None)
        if clause is None or touch((clause.start, clause.end), time):
            return None
        side = clause.start, clause.end
    rivals = _rivals(sentence, time)
    return next((rival for rival in rivals if side[0] <= rival[0] and rival[1] <= side[1]), None)


def _rivals(sentence: str, time: tuple[int, int]) -> list[tuple[int, int]]:
    """The other times of a sentence that are as exact and date no saying."""
    mentions = _find_times(sentence)
    mine = next((each for each in mentions if touch((each.start, each.end), time)), None)
    return [
        (each.start, each.end)
        for each in mentions
        if mine is not None and _is_other(each, mine) and saying_dated(sentence, each.start) is None
    ]


def _is_other(one: TimeMention, other: TimeMention) -> bool:
    return one.time.precision == other.time.precision and not same_time(one.time, other.time)
