"""Times that their own kind, or the tense of a deed, gives to another verb of its sentence.

"A week later" counts from what was told before it, "for two days" how long its own verb lasted, and
what "has fled" has no "on Monday"; "pledged in May to leave" tells when it was pledged, "down from
40 in May" what the other figure counts. Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.syntax import grammar
from llmextract.article.syntax.patterns import WORD, YEARS
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.rules.setting.dating import is_right_behind, verbs_beside
from llmextract.judge.rules.setting.joined import BEGAN

_LATER: Final = re.compile(
    r"(?:(?:exactly|just|only|about|around|almost|nearly|less\sthan|more\sthan|some)\s){0,2}"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\sfew|\d+)\s"
    r"(?:minute|hour|day|week|month|year|decade)s?\slater\b"
    r"|(?:the\s)?(?:next|following)\s(?:day|morning|afternoon|evening|night|week|weekend|month|year)"
    r"|(?:minutes|hours|days|weeks|months|years)\slater|the\sday\safter",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s(?:and|or)\s")
_DEICTIC: Final = re.compile(r"next\s", re.IGNORECASE)
# A day, month or year that is over; "since Monday" and "this week" are not.
_OVER: Final = re.compile(
    r"\b(?:yesterday|last\s(?:night|week|month|year|summer|winter|autumn|spring|weekend)|ago"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in\s(?:\w+\s)?(?:1\d|20)\d\d)\b",
    re.IGNORECASE,
)
_STILL: Final = re.compile(
    r"\b(?:since|until|till|through|past|so\sfar|from|as\sof|by)\s(?:\w+\s){0,2}\Z", re.I
)
_UNTIL: Final = re.compile(r"(?:since|until|till|through|from|as of|by)\s", re.I)
_HAVE: Final = re.compile(
    r"(?:has|have|['’]ve)\s(?:(?:\w+ly|not|also|been|since|now|already|never|long|both|still|ever"
    r"|just|all|so\sfar|then|once|again)\s){0,3}\Z"
)
_LASTS: Final = re.compile(r"\bfor\s+(?:\w+\s+){0,3}\Z", re.I)
_LONG: Final = re.compile(
    r"(?:for\s)?(?:(?:about|around|almost|nearly|some|more\sthan|at\sleast|over)\s)?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|\d+)\s"
    r"(?:minute|hour|day|night|week|month|year|decade)s?\Z",
    re.IGNORECASE,
)
_ING: Final = re.compile(r",\s(?:thereby\s|thus\s)?(?P<verb>\w+ing)\s[^,;:]*\Z")
_OWN_CLAUSE: Final = re.compile(r",?\s(?:where|which|who|while|when|after|before)\s")
# Who binds himself or others to a deed does so at a time of his own.
_BINDS: Final = grammar.inflected(
    "pledge vow promise threaten agree decide swear propose offer demand order urge ask call"
    " request appeal instruct direct undertake consent resolve commit*"
) | grammar.words_of("swore sworn undertook chose vote voted votes")
_TO: Final = re.compile(r"\s+(?:not\s+)?to\s+(?:\w+ly\s+)?(?:be\s+)?(?=\w)")
# To a second deed: "agreed on [Monday] to free men and to [leave]".
_AND_TO: Final = re.compile(r"[^,;:“”\"]{1,80}\s(?:and|or)\s(?:not\s)?to\s")
_THAT: Final = re.compile(r",?\s+that\s")
_BE: Final = re.compile(r"\b(?:am|is|are|was|were|be|been|being)\s(?:\w+\s)?\Z")
# "Said in a phone interview late on", "told newsmen in Dorva on".
_SAID: Final = re.compile(
    r"(?P<be>\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?)?\b(?P<verb>said|says|say|told|tells|announced"
    r"|announces|stated|added|adds|wrote|informed|acknowledged|admitted|declared|disclosed"
    r"|insisted|revealed|warned|argued|denied)"
    r"(?:\s(?!(?:that|how|he|she|it|they|we|his|their|its|was|were|had|has|have|is|are|would|will)\b)"
    r"[\w’'.-]+){0,8}?\s(?:(?:on|in|at|early|late|earlier)\s){0,2}\Z"
)
_AND_SAYS: Final = re.compile(r"\b(?:and|but)\s(?:also\s|later\s|then\s|\w+ly\s)?\Z")
_LEANS: Final = re.compile(r"\b(?:after|before|since|following|until)\s", re.IGNORECASE)
_CLAUSE_FOLLOWS: Final = re.compile(
    r",\s(?!(?:\w+ing|and|but|or|which|who|where|when|while|as|citing|according)\b)\w"
)
# Behind all that is said: "it fell, Roe reported on [Monday], citing a source".
_SAID_LAST: Final = re.compile(
    r"[,”\"]\s(?!(?:and|but|or|who|which|that|when|where|while|after|before|as)\b)"
    r"(?:[\w’'.-]+\s){1,8}(?P<verb>[a-z]{3,}ed)\s(?:(?:on|in|at|early|late|earlier)\s){0,2}\Z"
)
_ENDS: Final = re.compile(r"[.;]?\s*\Z|[.;]|,\s\w+ing\b|\s\(")
_ASKED: Final = re.compile(
    r"\b(?:interviewed|contacted|reached|questioned|asked)\s(?:\w+\s){0,5}\Z"
)
_TALK: Final = grammar.words_of(
    "statement interview briefing report bulletin post tweet message speech address call letter"
    " conference communique communiqué email e-mail note release memo broadcast video telegram"
    " reporters journalists newsmen radio television tv lawmakers parliament us them deputies"
    " correspondents newspaper agency viewers media press jurors court"
)
_MOST_SINCE: Final = re.compile(
    r"\b(?:first|only|last|worst|most|\w{3,}est)\b[^,;:]{0,40}?\ssince\s[^,;:]*\Z"
)
_SAID_THAT: Final = re.compile(
    r"\b(?P<verb>\w+)\s(?:that\s|(?=(?:the|he|she|it|they|its|his|her)\s))"
)
_WOULD: Final = re.compile(r"\b(?:would|had)\s")
_YEAR_BEFORE: Final = re.compile(
    r"\b(?:an?|the|his|her|its|their|that)\s(?P<year>(?:1[5-9]|20)\d\d)\s(?:\w+\s)?\Z"
)
_QUOTED: Final = re.compile(r"[“”\";]")
_DAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|\d", re.I)
_YEAR: Final = re.compile(r"(?:in\s)?\d{4}", re.I)
_LONG_AFTER: Final = re.compile(r"\b(?:year|decade)s?\b", re.I)
_SHORT: Final = re.compile(r"\b(?:minute|hour)s?\b", re.I)
_COMPARED: Final = re.compile(
    r"(?:,?\s(?:(?:as\s)?compared\s(?:with|to)|in\scomparison\s(?:with|to)|versus|than"
    r"|(?:up|down|higher|lower|more|fewer|less)\s(?:from|than))|,\s(?:as\s)?(?:against|from))\s"
    r"(?:the\s|just\s|only\s|about\s|some\s|an?\s|around\s|(?:loss|profit|rise|fall|total)\sof\s){0,3}"
    r"[$£€]?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|zero|dozens"
    r"|hundreds)\b(?:\s(?!to\b)[\w-]+){0,6}?\s"
    r"(?P<on>(?:in|on|at|for|during|over)\s(?:(?:the|all|whole)\s|of\s){0,4})?\Z"
)
# "A [2021] claim was later withdrawn", "the chain, owned by Roe since [2016], lost".
_THEN_LATER: Final = re.compile(r"\b(?:later|since|subsequently|eventually)\s(?:been\s)?\Z")
_OF_YEAR: Final = re.compile(r"\b(?:an?|the|its|their|his|her)\s\Z", re.IGNORECASE)
_ASIDE_SINCE: Final = re.compile(
    r",\s(?P<what>[a-z]+)\s[^,;:“”\"]{1,80}?\b(?P<since>since)\s(?:late\s|early\s)?(?P<when>[^,;:]{1,30}),"
)


def of_other_verb(sentence: str, deed: Range, time: Range) -> str | None:
    """The words by which a time is that of another verb than a deed, or None."""
    if touch(deed, time) or is_said_too(sentence, deed, time):
        return None
    return (
        _of_saying(sentence, deed, time)
        or _of_binding(sentence, deed, time)
        or _before_that(sentence, deed, time)
        or _of_compared(sentence, deed, time)
        or _later(sentence, deed, time)
        or _lasting(sentence, deed, time)
        or _perfect(sentence, deed, time)
        or _since_then(sentence, deed, time)
        or _of_future(sentence, deed, time)
        or _own_later(sentence, deed, time)
        or _own_year(sentence, deed, time)
        or _of_noun(sentence, deed, time)
        or _since_in_aside(sentence, deed, time)
    )


def is_said_too(sentence: str, deed: Range, time: Range) -> bool:
    """Whether a verb of saying is joined to one with a time: "said on [Monday] ..., and warned"."""
    words = sentence[slice(*deed)].split()
    joined = time[1] < deed[0] and _AND_SAYS.search(sentence, time[1], deed[0])
    dated = _SAID.search(sentence, max(0, time[0] - 100), time[0]) if joined else None
    return dated is not None and says(words[0]) and grammar.is_past(words[0])


def said_then(sentence: str, time: Range) -> str | None:
    """The verb of saying that a time belongs to, whatever a sentence tells beside it."""
    return _of_saying(sentence, (0, 0), time)


def _of_saying(sentence: str, deed: Range, time: Range) -> str | None:
    """The verb of saying right before a time: "said in an interview on [Monday]"."""
    if sentence.startswith(("'s", "’s"), time[1]):
        return None  # "said Monday's vote would go ahead"
    if _LEANS.search(sentence, *time) and _CLAUSE_FOLLOWS.match(sentence, time[1]):
        return None  # "said three days after the vote, Roe left"
    if deed[1] < time[0] and (last := _SAID_LAST.search(sentence, deed[1], time[0])) is not None:
        is_last = _ENDS.match(sentence, time[1]) is not None and says(last["verb"])
        if is_last and not touch(deed, last.span()):
            return last["verb"]
    asked = _ASKED.search(sentence, max(0, time[0] - 40), time[0])
    said = WORD.search(sentence, time[1])
    if asked and said and says(said[0]) and grammar.is_past(said[0]):
        return None if touch(deed, (asked.start(), said.end())) else asked[0].strip()
    found = _SAID.search(sentence, max(0, time[0] - 100), time[0])
    if found is None or found["be"] or touch(deed, (found.start(), time[1])):
        return None
    between = [word.lower() for word in WORD.findall(found[0])[1:]]
    names = any(word in _TALK for word in between)
    told = found["verb"] in ("told", "tells", "informed") and not grammar.has_verb(
        sentence[found.end("verb") : time[0]]
    )
    bare = all(
        word in grammar.PREPOSITIONS | {"early", "late", "earlier", "also"} for word in between
    )
    return found["verb"] if names or told or bare else None


def _of_binding(sentence: str, deed: Range, time: Range) -> str | None:
    """The verb before a time that binds somebody to a deed: "pledged in [May] to leave"."""
    found = _TO.match(sentence, time[1])
    if found is None or found.end() > deed[0] or not is_verb(sentence, deed):
        return None
    if found.end() < deed[0] and not _AND_TO.fullmatch(sentence, found.end(), deed[0]):
        return None
    for verb in verbs_beside(sentence, deed, time):
        word = sentence[slice(*verb)].lower()
        if word in _BINDS and not _BE.search(sentence, max(0, verb[0] - 24), verb[0]):
            return word
    return None


def _before_that(sentence: str, deed: Range, time: Range) -> str | None:
    """The clause that a time stands right before: "said on [Monday] that rebels had left"."""
    found = _THAT.match(sentence, time[1])
    if found is None or deed[0] < found.end():
        return None
    before = WORD.findall(sentence[max(0, time[0] - 80) : time[0]])
    told = next((word for word in reversed(before) if says(word)), None)
    return f"{told} {sentence[slice(*time)]} that" if told else None


def _of_compared(sentence: str, deed: Range, time: Range) -> str | None:
    """The figure that another one is compared with, which has the time: "up from 9 in [May]"."""
    if time[0] < deed[1]:
        return None
    found = _COMPARED.search(sentence, max(deed[1], time[0] - 90), time[0])
    # "Killed more than 40 last week", "more than 40 men on Monday": an amount.
    is_amount = found is not None and "than" in found[0] and "than the " not in found[0]
    return found[0].strip(" ,") if found and not is_amount else None


def _later(sentence: str, deed: Range, time: Range) -> str | None:
    """The verb between a deed and a time that counts from it: "shot Roe and fled a day [later]"."""
    told = _LATER.search(sentence, max(0, time[0] - 24), time[1])
    if told is None or told.start() > time[0] or told.end() < time[1] or time[0] < deed[1]:
        return None
    # "Struck and killed Roe a day later" may be said of both.
    is_shared = _AND.match(sentence, deed[1])
    if _DEICTIC.match(told[0]) or is_shared or not is_verb(sentence, deed):
        return None
    tokens = grammar.tokenise(sentence)
    at = tokens.covering(deed[1], told.start())
    first, last = at if at is not None else (1, 0)
    for place in range(first, last + 1):
        word, before = tokens.words[place], tokens.words[place - 1] if place else ""
        is_told = grammar.is_past(word) and word not in grammar.ADJECTIVES
        if is_told and before not in grammar.DETERMINERS | grammar.PREPOSITIONS:
            return word
    return None


def _lasting(sentence: str, deed: Range, time: Range) -> str | None:
    """The verb beside a deed that lasted for a time: "cut it, leaving us dark for two [days]"."""
    is_long = _LONG.fullmatch(sentence, *time) and (
        sentence.startswith(("for ", "For "), time[0]) or _LASTS.search(sentence, 0, time[0])
    )
    if not is_long or not is_verb(sentence, deed):
        return None
    if time[0] >= deed[1]:
        found = _ING.search(sentence, deed[1], time[0])
        return found["verb"] if found else None
    found = _OWN_CLAUSE.search(sentence, time[1], deed[0])
    return found[0].strip(" ,") if found and grammar.has_verb(sentence[: time[0]]) else None


def _perfect(sentence: str, deed: Range, time: Range) -> str | None:
    """The verb of a time that is over, where a deed is told as lasting: "has fled", "on Monday"."""
    low = max(0, deed[0] - 30)
    first = grammar.tokenise(sentence[slice(*deed)]).words[:1]
    has = first in (("has",), ("have",)) or _HAVE.search(sentence, low, deed[0])
    if not has or not is_verb(sentence, deed):
        return None
    start = max(0, time[0] - 4)
    if not _OVER.search(sentence, start, time[1]) or _STILL.search(sentence, 0, time[0]):
        return None
    is_open = " since " in sentence[deed[1] : time[0]]
    if is_open or is_right_behind(sentence, deed, time, places=True):
        return None
    verb = next(verbs_beside(sentence, deed, time), None)
    # What has lasted since began then.
    is_other = verb is not None and sentence[slice(*verb)].lower() not in BEGAN
    return sentence[slice(*verb)] if verb is not None and is_other else None


def _since_then(sentence: str, deed: Range, time: Range) -> str | None:
    """What is compared with all since a time: "the largest since the war began in [2023]"."""
    found = _MOST_SINCE.search(sentence, max(deed[1], time[0] - 90), time[0])
    return found[0].strip() if found and time[0] >= deed[1] else None


def _of_future(sentence: str, deed: Range, time: Range) -> str | None:
    """The saying of what was to come or had been: "on [Monday] warned that rebels would leave"."""
    is_open = _STILL.search(sentence, 0, time[0]) or _UNTIL.match(sentence, *time)
    if deed[0] < time[1] or is_open:
        return None
    found = _SAID_THAT.search(sentence, time[1], deed[0])
    if found is None or not says(found["verb"]) or _QUOTED.search(sentence, time[1], deed[0]):
        return None
    group = sentence[max(found.end(), deed[0] - 30) : deed[1]]
    return found[0].strip() if _WOULD.search(group) else None


def _own_later(sentence: str, deed: Range, time: Range) -> str | None:
    """The time right behind a deed that counts from another: "fled on Monday, died a day later"."""
    if time[1] > deed[0] or not is_verb(sentence, deed):
        return None
    found = _LATER.search(sentence, deed[1])
    if found is None or _DEICTIC.match(found[0]) or _SHORT.search(found[0]):
        return None
    is_year = _YEAR.fullmatch(sentence, *time) and not _LONG_AFTER.search(found[0])
    if is_year or not _DAY.search(sentence, *time):
        return None
    return found[0] if is_right_behind(sentence, deed, found.span(), places=True) else None


def _own_year(sentence: str, deed: Range, time: Range) -> str | None:
    """The other year right before a deed that it tells apart: "a [1991] bombing"."""
    found = _YEAR_BEFORE.search(sentence, max(0, deed[0] - 40), deed[0])
    if found is None or touch(found.span(), time):
        return None
    return found["year"] if YEARS.search(sentence, *time) else None


def _of_noun(sentence: str, deed: Range, time: Range) -> str | None:
    """The word that tells a deed as later than the noun a year stands before."""
    if time[1] > deed[0] or not YEARS.fullmatch(sentence, *time):
        return None
    later = _THEN_LATER.search(sentence, max(time[1], deed[0] - 20), deed[0])
    is_of_noun = later and _OF_YEAR.search(sentence, max(0, time[0] - 6), time[0])
    return later[0].strip() if later and is_of_noun else None


def _since_in_aside(sentence: str, deed: Range, time: Range) -> str | None:
    """The participle, set off before a deed that did not last, of what has been so since a time."""
    if "since " not in sentence[max(0, time[0] - 12) : time[1]] or deed[0] < time[1]:
        return None
    low = max(0, time[0] - 110)
    found = _ASIDE_SINCE.search(sentence, low, deed[0])
    if found is None or not found.start("since") <= time[0] <= found.start("when") + 6:
        return None
    lasts = _HAVE.search(sentence, found.end(), deed[0]) or not is_verb(sentence, deed)
    return None if lasts or not grammar.is_past(found["what"]) else found["what"]
