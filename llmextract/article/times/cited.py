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
from llmextract.article.times.calendar import Precision, Time
from llmextract.article.times.reader import find_times, read_time
from llmextract.article.times.words import WEEKDAYS

_SAID_SO: Final = frozenset(
    """
    later; earlier; soon; soon after; soon afterwards; shortly afterwards; shortly after;
    shortly before; afterwards; afterward; thereafter; previously; immediately; simultaneously;
    meanwhile; in the meantime; at the same time; so far; to date; since then; by then; until then;
    until now; up to now; until recently; for now; in the past; in the future; daily; nightly;
    moments later; moments earlier; moments before; moments after; later on; later in the day;
    earlier in the day; later that day; all day; all night; day and night; around the clock;
    initially; at first; then; annually; early on; until further notice; long ago; not long ago;
    these days; nowadays; long before; long after; weekly; monthly; hourly; at once; overnight;
    once; formerly; one day; someday; some day; at one time; at one point; at some point; at times;
    at any moment; at any time; at any minute; any day now; any moment now; any minute now; since;
    subsequently; eventually; at present; of late; lately; beforehand; in due course; ever since;
    right now; just now; even now; for the moment; for the time being; in no time
    """.replace("\n    ", " ")
    .strip()
    .split("; ")
)
_UNIT: Final = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))"
)
_UNITS: Final = r"(?:minutes|hours|days|nights|weeks|months|years|decades|centuries)"
_WEEKDAY: Final = f"(?:{'|'.join(WEEKDAYS)})"
_PART_OF_DAY: Final = (
    r"(?:morning|afternoon|evening|night|dawn|dusk|daybreak|sunrise|sunset|sundown|nightfall"
    r"|daylight|first light|twilight|lunchtime|noon|midday|midnight|rush hour)"
)
_SPELLED: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\d{1,3}(?:st|nd|rd|th))"
)
_ORDINAL: Final = (
    rf"(?:{_SPELLED}|last|final|opening|early|closing|next|previous|past|following|same|preceding)"
)
_NUMBER: Final = (
    r"(?:(?:about|around|some|just|only|nearly|almost|at least|more than|less than|over|under"
    r"|barely|roughly|up to) )*(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|several|a few|few|many|a couple of|half an|\d{1,3}(?:-(?:plus|odd|some)|\+)?)"
)
# A part of the day, or a feast of no date of its own.
_PART: Final = (
    r"(?:(?:just|shortly|soon|right) )?(?:(?:at|by|before|after|around|about|until|till|from|since"
    r"|in|during|over|throughout) )?(?:the )?(?:(?:early|late|mid)[ -])?"
    rf"(?:{_PART_OF_DAY}|(?:early|small) hours|christmas|easter|ramadan|passover"
    r"|thanksgiving|new year|diwali)"
)
_ALL_OF: Final = (
    r"(?:all|throughout the|the whole|the entire) "
    r"(?:day|night|week|month|year|season|winter|spring|summer|autumn)(?: long)?"
)
_SAME: Final = (
    r"(?:at|around|about|by) (?:(?:about|around|roughly|almost|exactly|precisely) )?"
    r"(?:the (?:same|very)|this|that) (?:time|point|moment|stage|hour|instant)"
)
_HABIT: Final = (
    r"(?:on |in )?(?:every|each)(?: other| second| single)? "
    rf"(?:{_UNIT}|{_PART_OF_DAY}|{_WEEKDAY}|age|era|generation)(?: before| since)?|on {_WEEKDAY}s"
)
_WHOLES: Final = (
    r"(?:day|night|week|month|year|decade|century|season|war|campaign|game|match|morning|afternoon"
    r"|evening|spring|summer|autumn|winter|century|conflict)"
)
_THESE: Final = r"(?:this|that|these|those|such)"
_OTHER: Final = r"(?:later|subsequent|previous|earlier|early|former|coming|following|future|past)"
# The numbers of a month's days, with or without a clock time: "at 5:17 p.m. on the 15th".
_NTH_OF_MONTH: Final = (
    r"(?:(?:at |around |about |by )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)? )?"
    r"(?:on|by|since|until|before|after) the (?:[12]?\d|3[01])(?:st|nd|rd|th)"
)
_SEASON: Final = (
    r"(?:in |during |since )?(?:last|this|next|the (?:last|current|coming|previous)) season"
)
_CLOCK_TIME: Final = (
    r"(?:(?:at|by|about|around|from|until|before|after|shortly|just) )*"
    rf"(?:(?:\d{{1,2}}(?:[:.]\d\d)?|{_NUMBER})(?: (?:o[’']clock|hours))?"
    r" (?:in the (?:morning|afternoon|evening)|at night)"
    rf"|(?:\d{{1,2}}|{_NUMBER}) o[’']clock)"
)
# Stand by themselves, whatever happens.
_FORMS: Final[tuple[tuple[Precision, str], ...]] = (
    ("interval", _PART),
    ("interval", rf"from {_PART_OF_DAY} (?:to|till|until) {_PART_OF_DAY}"),
    ("interval", rf"(?:until |till )?(?:early|late) (?:at|in the|into the) {_PART_OF_DAY}"),
    ("interval", r"(?:in|within|during) (?:one|a single) (?:hour|day|night|week|month|year)"),
    ("duration", rf"(?:with)?in (?:a matter of )?{_UNITS}"),
    ("interval", _ALL_OF),
    ("vague", _SAME),
    ("vague", rf"(?:over|through|throughout|across|down|in) the {_UNITS}"),
    ("vague", r"(?:in|at|during) (?:this|these|that|those)(?: \w+){0,2} (?:times?|period|era|age)"),
    ("vague", r"(?:in|during) (?:those|these) (?:days|weeks|months|years|hours)"),
    ("interval", rf"(?:on |during |in )?the (?:{_UNIT}|{_PART_OF_DAY}) (?:before|after)"),
    ("vague", rf"(?:{_NUMBER} )?{_UNIT} (?:before|after|earlier|later|beforehand|on)"),
    ("interval", _SEASON),
    ("day", r"on (?:the )?[a-z]+ day"),
    ("day", _NTH_OF_MONTH),
    ("day", r"(?:(?:on|since|after|before) )?9/11"),
    (
        "interval",
        rf"(?:(?:much|even) )?(?:earlier|later|early|late) (?:on )?in (?:the|that) {_WHOLES}",
    ),
    (
        "vague",
        rf"(?:in|during|over) {_OTHER} {_UNITS}",
    ),
    (
        "vague",
        rf"(?:in|during|at) {_THESE}(?: [\w-]+)? (?:times?|periods?|eras?|ages?)",
    ),
    ("vague", _HABIT),
    ("time", _CLOCK_TIME),
)
_OF: Final = r"(?: (?:of|into|since) (?P<event>\w.*))?"
_NTH: Final = (
    r"(?:(?:for|on|in|during|within|over|after|by|since|until|from) )?"
    rf"(?:an?|the|its|their|his|her) (?:{_ORDINAL} ){{1,2}}(?:{_NUMBER} )?"
    rf"(?:straight |consecutive |successive |full )?{_UNIT}{_OF}"
)
# A sitting or a part of a contest has a place in time, whatever it is of.
_SITTING: Final = (
    r"(?:(?:at|for|on|in|during|within|after|before|by|since|until|from) )?"
    rf"(?:an?|the|its|their|his|her|this|that) (?:{_ORDINAL} |current |coming ){{1,2}}"
    r"(?:session|round|quarter|half|sitting|legislature|stage|phase|semester)"
    r"(?: of \w.*)?"
)
_PERIOD: Final = (
    r"(?:in|during|throughout|over) (?:the|an?|this|that) (?:[\w-]+ ){0,2}?period(?: of [\w-]+)?"
    r" (?:since|after|following|before|until|leading up to|ahead of|of) (?P<event>\w.*)"
)
_RECENT: Final = (
    r"in (?:the |these |those |its |their )?"
    r"(?:recent|past|previous|earlier|latest|last|ongoing|current)"
    r" (?P<event>(?:[\w-]+ ){0,2}[\w-]+)"
)
_STAGE: Final = (
    r"(?:(?:at|by|near|towards?|since|from|until|till|before|after|in|during|throughout|on) )?"
    r"(?:the|its|their) (?:(?:very|early|final|last|opening|closing|initial) )?"
    r"(?:start|beginning|outset|onset|outbreak|end|close|height|peak|middle|eve|aftermath"
    r"|course|anniversary|early stages?|stages|phases?|hours|time|night|day|weeks?)"
    r" of (?P<event>\w.*)"
)
_TERM: Final = (
    r"(?:in|during|since|throughout) (?:his|her|its|their|the) (?:[\w’'-]+ ){0,2}"
    r"(?:terms?|presidency|tenure|reign|rule|lifetime|childhood|youth|absence|captivity"
    r"|detention|imprisonment|exile)"
)
# A stretch that is counted, and what it is of: "in the first days of the war", "day two of it".
_STRETCHES: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        _NTH,
        _SITTING,
        _PERIOD,
        _RECENT,
        rf"(?:(?:for|in|during|over|after|throughout) )?(?:the )?{_NUMBER} {_UNIT}{_OF}",
        rf"(?:on |by )?day (?:{_NUMBER}|\d{{1,3}}){_OF}",
        _STAGE,
        _TERM,
    )
)
_UP_TO: Final = re.compile(r"(?:through|no later than|not later than) (.+)", re.IGNORECASE)
_NIGHT: Final = re.compile(r"(?:(?:on|in|during|over) )?the nights? of (.+)", re.IGNORECASE)
_LISTED: Final = re.compile(r"(?:,\s+|\s+)and\s+(?:again\s+)?|,\s+")
_OPENS: Final = re.compile(
    rf"(?:(?:(?:in|for|within|on|during) )?(?:(?:just|shortly|soon|only|immediately|right|well|long"
    rf"|(?:the |the {_ORDINAL} )?(?:{_NUMBER} )?(?P<amount>{_UNIT}|{_PART_OF_DAY})) ))?"
    r"(?P<side>since|after|following|before|until|till|ahead of|prior to|during|amid|throughout"
    r"|upon|leading up to|on the eve of|in the wake of|in the run-up to|in the course of"
    r"|over the course of|in the midst of|in the aftermath of|at the time of)\s+(?P<event>\w.*)",
    re.IGNORECASE | re.DOTALL,
)
# Behind these stands what takes time, whatever it is called.
_WITHIN: Final = frozenset(
    {"during", "throughout", "in the course of", "over the course of", "in the aftermath of"}
)
_CLAUSE: Final = re.compile(
    r"(?:(?:just|shortly|only|even|ever|right) )?(?:when|whenever|while|as|once|as soon as"
    r"|as long as|by the time|the moment|before|after|until|till|since)\s+"
    r"(?P<event>(?:[\w’'-]+\s+)+?[\w’'-]+.*)",
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
    " kick-off kickoff arrival departure entry landing birth marriage retirement resignation"
    " appointment inauguration harvest rains rain monsoon holidays holiday weekend season exams"
    " blockade killing killings disaster evacuation advance retreat exchange release rescue"
    " deadline referendum debate interview conference session elections return flight"
)
# A time and no more: "before the end of the rainy season"; "march" alone may be a deed.
_ONLY: Final = re.compile(
    r"(?:(?:at|by|before|after|until|till|since|from|in|during|on|around|towards?|throughout|within"
    r"|over|for) )?(?:(?:the|this|that|next|last|each|every|a|an|its) )?"
    r"(?:(?:(?:very|early|late) )?(?:end|beginning|start|middle|close|rest|course|eve) of "
    r"(?:(?:the|this|that|next|last|a|an|its) )?)?(?:(?:next|last|coming|following|same|current) )?"
    rf"(?:{_UNIT}|{_PART_OF_DAY}|{_WEEKDAY}|(?:[a-z]+ )?season|weekend|\d{{4}})",
    re.IGNORECASE,
)
_FINITE: Final = words_of(
    "is are was were has have had does do did will would can could may might must should"
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
    if (last := _UP_TO.fullmatch(said)) and (time := read_time(last[1], published)):
        return ct.until(time)
    if (night := _NIGHT.fullmatch(said)) and (time := read_time(night[1], published)):
        return time
    if (time := _several(said, published)) is not None:
        return time
    if len(said.split()) > _MOST_WORDS:
        return None
    for precision, form in _FORMS:
        if re.fullmatch(form, said, re.IGNORECASE):
            return ct.unknown("reference", precision)
    return _leaning(said, published)


def is_only_time(words: str) -> bool:
    """Whether words state a time by which nothing happens: "end of the year"."""
    return _ONLY.fullmatch(" ".join(words.split())) is not None


def names_event(words: str) -> bool:
    """Whether any word is of what happens: "the Dorva talks"."""
    return not _HAPPENS.isdisjoint(tokenise(words).words)


def _several(said: str, published: date | None) -> Time | None:
    """Read a list of days or years, "in 2014 and 2017": which of them stays open."""
    times = [read_time(part, published) for part in _LISTED.split(said)]
    sorts = {time.precision if time is not None else None for time in times}
    if len(times) < 2 or sorts not in ({"day"}, {"month"}, {"year"}):
        return None
    return ct.unknown("ambiguous", "interval")


def _leaning(said: str, published: date | None) -> Time | None:
    """Read what leans on an event: "two hours after the blast", "in the first days of the war"."""
    opening = _OPENS.fullmatch(said)
    if opening is not None:
        side, event = opening["side"].lower(), opening["event"]
        if _happens(event) or _takes_time(side, event):
            return _beside_event(side, event, published, is_counted=bool(opening["amount"]))
    for stretch in _STRETCHES:
        found = stretch.fullmatch(said)
        if found is not None and _is_of_event(found.groupdict().get("event")):
            return ct.unknown("reference", "interval")
    clause = _CLAUSE.fullmatch(said)
    if clause is not None and _is_told(clause["event"]):
        return ct.unknown("reference", "interval")
    return None


def _takes_time(side: str, event: str) -> bool:
    """Whether what stands behind a word takes time: not so in "throughout Dorva"."""
    return side == "during" or (side in _WITHIN and not event[0].isupper())


def _beside_event(side: str, event: str, published: date | None, *, is_counted: bool) -> Time:
    """Place what lies after, before or within an event, as far as a date behind it tells."""
    times = find_times(event, published)
    last = times[-1] if times else None
    told = event[: last.start] if last is not None and last.end == len(event) else event
    dated = last is not None and len(times) == 1 and told is not event and _DATED.search(told)
    if last is None or not dated or is_counted or _MORE.search(event):
        return ct.unknown("reference", "interval")
    if side in _AFTER:
        return ct.since(last.time)
    return ct.until(last.time) if side in _BEFORE else ct.unknown("reference", "interval")


def _is_of_event(event: str | None) -> bool:
    """Whether a stretch is of nothing that is named, or of what happens."""
    return event is None or _happens(event)


def _happens(event: str) -> bool:
    """Whether words name what happens, or tell it: "the talks", "the war began", "rebels fled"."""
    words = tokenise(event).words
    named = sort_of(event) == "deed" or not _HAPPENS.isdisjoint(words)
    is_struck = named or (is_no_place(event) and sort_of(event) is None)
    return is_struck or _is_told(event) or is_gerund(words[0])


def _is_told(event: str) -> bool:
    """Whether words behind the first one are a verb: "they fled", "the water rises"."""
    words = tokenise(event).words
    if any(is_past(word) or is_gerund(word) or word in _FINITE for word in words[1:]):
        return True
    return len(words) > 2 and words[-1].endswith("s") and not words[-1].endswith("ss")
