"""Words cited as a time that lean on an event or on the story: "since the war began", "later".

They say when without naming a day, so that they are read only where they are cited as a time, and
have no EDTF unless a date closes them: "since the launch of the operation on November 27".
"""

import re
from datetime import date
from typing import Final

from llmextract.article.syntax.grammar import is_gerund, is_past, tokenise, words_of
from llmextract.article.syntax.sorts import is_no_place, sort_of
from llmextract.article.times import calendar as ct
from llmextract.article.times.calendar import Time
from llmextract.article.times.reader import find_times, read_time

_SAID_SO: Final = frozenset(
    """
    later; earlier; soon; soon after; soon afterwards; shortly afterwards; shortly after;
    shortly before; afterwards; afterward; thereafter; previously; immediately; simultaneously;
    meanwhile; in the meantime; at the same time; so far; to date; since then; by then; until then;
    until now; up to now; until recently; for now; in the past; in the future; daily; nightly;
    moments later; moments earlier; moments before; moments after; later on; later in the day;
    earlier in the day; later that day; all day; all night; day and night; around the clock;
    initially; at first; then; annually; early on; until further notice
    """.replace("\n    ", " ")
    .strip()
    .split("; ")
)
_LISTED: Final = re.compile(r"(?:,\s+|\s+)and\s+(?:again\s+)?|,\s+")
_NTH: Final = re.compile(
    r"(?:for|on) (?:an?|the|its|their) (?:first|second|third|fourth|fifth|sixth|seventh|last|final)"
    r" (?:straight |consecutive |successive |full )?(?:day|night|week|month|year)(?: of \w.*)?",
    re.IGNORECASE,
)
# A part of the day, or a feast of no date of its own.
_PART: Final = re.compile(
    r"(?:(?:just|shortly|soon|right) )?(?:(?:at|by|before|after|around|about|until|till|from|since"
    r"|in|during|over) )?(?:the )?(?:(?:early|late|mid)[ -])?"
    r"(?:morning|afternoon|evening|night|dawn|dusk|daybreak|sunrise|sunset|sundown|nightfall"
    r"|daylight|first light|twilight|lunchtime|noon|midday|midnight|rush hour"
    r"|christmas|easter|ramadan|passover|thanksgiving|new year|diwali)",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(
    r"(?:in|within|during) (?:one|a single) (?:hour|day|night|week|month|year)", re.IGNORECASE
)
_UP_TO: Final = re.compile(r"(?:through|no later than|not later than) (.+)", re.IGNORECASE)
_UNITS: Final = r"(?:minutes|hours|days|weeks|months|years|decades)"
_WITHIN: Final = re.compile(rf"(?:with)?in {_UNITS}", re.IGNORECASE)
_OPENS: Final = re.compile(
    rf"(?:(?:just|shortly|soon|only|{_UNITS}) )?"
    r"(?P<side>since|after|following|before|until|till|ahead of|prior to|during|amid"
    r"|on the eve of|in the wake of|in the run-up to)\s+(?P<event>\w.*)",
    re.IGNORECASE | re.DOTALL,
)
_DATED: Final = re.compile(r"\s+(?:(?:on|in|at|late|early)\s+){0,2}\Z")
_AFTER: Final = frozenset({"since", "after", "following"})
_BEFORE: Final = frozenset({"before", "until", "till", "ahead of", "prior to"})
# A clause more may have a time of its own.
_MORE: Final = re.compile(r"[,;:]|\b(?:who|which|that|when|where|while|and|but)\b")
# Nouns of what happens, beside deeds and what strikes.
_HAPPENS: Final = words_of(
    "start launch beginning outbreak end fall collapse arrest death election vote ballot poll talks"
    " summit meeting visit ceremony funeral trial hearing verdict crisis deal truce ceasefire"
    " agreement accord signing quake earthquake flood floods storm hurricane protest protests rally"
    " strike siege invasion occupation coup uprising revolution independence capture takeover"
    " closure campaign operation term speech match game voting fight incident accident crash"
)
_MOST_WORDS: Final = 16


def read_cited(
    words: str, published: date | None = None, *, before: str = "", after: str = ""
) -> Time | None:
    """Return the one time that words state which are cited as one; None for none or for several."""
    time = read_time(words, published, before=before, after=after)
    if time is not None:
        return time
    said = " ".join(words.split())
    if said.lower() in _SAID_SO:
        return ct.unknown("reference", "vague")
    if _PART.fullmatch(said) or _SPAN.fullmatch(said):
        return ct.unknown("reference", "interval")
    if _NTH.fullmatch(said):
        return ct.unknown("reference", "day")
    if (last := _UP_TO.fullmatch(said)) and (time := read_time(last[1], published)):
        return ct.until(time)
    if (time := _several(said, published)) is not None:
        return time
    if _WITHIN.fullmatch(said):
        return ct.unknown("vague", "duration")
    opening = _OPENS.fullmatch(said)
    if opening is None or len(said.split()) > _MOST_WORDS:
        return None
    return _beside_event(opening["side"].lower(), opening["event"], published)


def _several(said: str, published: date | None) -> Time | None:
    """Read a list of days or years, "in 2014 and 2017": which of them stays open."""
    times = [read_time(part, published) for part in _LISTED.split(said)]
    sorts = {time.precision if time is not None else None for time in times}
    if len(times) < 2 or sorts not in ({"day"}, {"month"}, {"year"}):
        return None
    return ct.unknown("ambiguous", "interval")


def _beside_event(side: str, event: str, published: date | None) -> Time | None:
    """Place what lies after, before or within an event, as far as a date behind it tells."""
    times = find_times(event, published)
    last = times[-1] if times else None
    told = event[: last.start] if last is not None and last.end == len(event) else event
    if not _happens(told.strip()):
        return None
    dated = last is not None and len(times) == 1 and told is not event and _DATED.search(told)
    if last is None or not dated or _MORE.search(event):
        return ct.unknown("reference", "interval")
    if side in _AFTER:
        return ct.since(last.time)
    return ct.until(last.time) if side in _BEFORE else ct.unknown("reference", "interval")


def _happens(event: str) -> bool:
    """Whether words name what happens, or tell it: "the talks", "the war began", "rebels fled"."""
    words = tokenise(event).words
    named = sort_of(event) == "deed" or not _HAPPENS.isdisjoint(words)
    is_struck = named or (is_no_place(event) and sort_of(event) is None)
    return is_struck or any(is_past(word) or is_gerund(word) for word in words[1:])
