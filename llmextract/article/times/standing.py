"""A time read where it stands: "Tuesday" cut out of "last Tuesday" names no other Tuesday."""

import re
from datetime import date
from typing import Final

from llmextract.article.times import words as cw
from llmextract.article.times.calendar import Time
from llmextract.article.times.cited import read_cited
from llmextract.article.times.reader import find_times, read_time

# Beside one of these a time may go on; asked first, for to read a whole sentence costs more.
_NAMES: Final = cw.MONTHS.keys() | cw.SHORT_MONTHS.keys() | cw.UNITS.keys()
_BEFORE: Final = _NAMES | cw.NUMBERS.keys() | cw.WEEKDAYS.keys() | frozenset(
    "last next this past coming previous following preceding since until till by before after"
    " around about circa to through from between other of into overnight than over under nearly"
    " almost prior first second third fourth".split()
)  # fmt: skip
_AFTER: Final = (
    _NAMES
    | cw.WEEKDAYS.keys()
    | frozenset("ago last next this of before after overnight fortnight later earlier".split())
)
_WORD_BEFORE: Final = re.compile(r"([^\W_]+)\W{0,2}\Z")
_WORD_AFTER: Final = re.compile(
    r"\W{0,3}(?:(?:to|through|until|till|into)\s+(?=[0-9A-Z]))?([^\W_]+)"
)
_REACH: Final = 24


def time_at(
    text: str, start: int, end: int, published: date | None, *, exact: bool = False
) -> tuple[int, int, Time | None]:
    """Where the time at a range of a sentence stands, and what it says there.

    What the sentence adds belongs to it ("last" to "Tuesday", "before" to "2016"), but the words
    alone stand where they are no more than coarser, or one end of a stretch ("May 3" of "May 3-5");
    for a field that takes only an `exact` day also one of an open stretch ("by May 3").
    """
    alone = read_cited(text[start:end], published, before=text[:start], after=text[end:])
    if alone is None or not _may_go_on(text, start, end):
        return start, end, alone
    touching = [m for m in find_times(text, published) if m.start < end and start < m.end]
    first = min(start, touching[0].start) if touching else start
    last = max(end, touching[-1].end) if touching else end
    if (first, last) == (start, end):
        return start, end, alone
    whole = read_time(text[first:last], published, before=text[:first], after=text[last:])
    if _agrees(alone, whole, exact=exact):
        return start, end, alone
    return first, last, whole


def _may_go_on(text: str, start: int, end: int) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None and (before[1].isdecimal() or before[1].lower() in _BEFORE):
        return True
    after = _WORD_AFTER.match(text, end, end + _REACH)
    return after is not None and (after[1].isdecimal() or after[1].lower() in _AFTER)


def _agrees(alone: Time, whole: Time | None, *, exact: bool) -> bool:
    """Whether the words alone say what the whole says, though less exactly or of one end only."""
    if whole is None or whole.edtf is None or alone.edtf is None:
        return False
    ends = whole.edtf.split("/")
    if whole.edtf[0] == "[" or "~" in whole.edtf or (".." in ends and not exact):
        return alone.edtf == whole.edtf
    return any(end.startswith(alone.edtf) for end in ends)
