"""Times that a sentence gives to another of its events, or to the saying of it."""

import re

from llmextract.article.location import Range, touch
from llmextract.article.syntax.clauses import find_clauses
from llmextract.article.syntax.grammar import (
    ARTICLES,
    has_verb,
    is_gerund,
    is_past,
    tokenise,
    words_of,
)
from llmextract.article.syntax.saying import saying_dated
from llmextract.article.times.calendar import same_time
from llmextract.article.times.reader import TimeMention
from llmextract.article.times.words import MONTHS, WEEKDAYS
from llmextract.judge.rules.setting.asides import told_in_aside
from llmextract.judge.rules.setting.beside import time_beside
from llmextract.judge.rules.setting.dating import (
    has_two_times,
    is_right_behind,
    of_another,
    times_in,
)
from llmextract.judge.rules.setting.each_its_own import DEED, held_by_other
from llmextract.judge.rules.setting.joined import Sort, apart_by, in_other_clause
from llmextract.judge.rules.setting.tensed import is_said_too, of_other_verb

# Without two of them a sentence has no two times as exact: asked first, for to read it costs more.
_NAMED = re.compile(
    rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))}|yesterday|today|tonight|tomorrow|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_ON = r"(?:\s+(?:early|late|earlier|again|back))?\s+(?:on|in|at)\s+(?:early\s+|late\s+)?\Z"
# Between an event and the time right behind it: nothing, or a pronoun, a name, a locality.
_RIGHT_BEHIND = re.compile(
    rf"(?:\s+(?:it|them|him|her)|(?:\s+[A-Z][\w’'-]*){{1,4}}"
    rf"|\s+(?:the|a|an|its|their)(?:\s+\w+)?\s+(?:town|village|city|area|base|airport|province"
    rf"|bridge|district|region|capital|border|camp|port|hill|road)s?)?{_ON}"
)
# Between a time and the event right behind it: "Monday's attack", "Monday's heavy attack".
_RIGHT_BEFORE = re.compile(r"['’]s\s+(?:\w+\s+)?")
# Before a time that is said of what another time was said of: "on Monday and again on Tuesday".
_AS_WELL = re.compile(
    r"\b(?:and|or|then|again|also|until|to|through)\b(?:\s+(?:again|early|late|on|in|at))*\s+\Z"
)
# Told as past already or as yet to come when it was said: "had since been seized", "would leave".
_OTHER_TENSE = re.compile(r"\b(?:had|would|will|could|might|may)(?:\s+\w+){0,2}\s+\Z")
_REACH = 40
# Before the time of what came earlier or is spoken of: "after Monday's attack".
_PAST_IT = re.compile(
    r"\b(?:after|before|since|until|following|despite|about|over|ahead of"
    r"|(?:investigation|inquiry|inquest|probe)s? into)\s+"
    r"(?:(?P<article>the|an?)\s+)?\Z",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"['’]s?\s+(?=[\w“\"])(?!(?:and|or)\b)")
_COMPOUND = re.compile(r"(?<=\d)\s+(?=[a-z])(?!(?:season|period|summer|winter)\b)")
_PHRASE_END = re.compile(r"[,;:.)—–]|\s(?:who|which|that|when|while|as|and|but)\s|\Z")
# What opens a clause of its own: "besieged since the war erupted in 2011", "who had fled in May".
_SINCE = re.compile(
    r"(?<!\bhas )(?<!\bhad )(?<!\bhave )\bsince\s+(?P<said>[^,;:()]+?)\s(?:in|on)\s+\Z", re.I
)
_HAD = re.compile(
    r"\b(?P<opens>who|whom|which|that|where|after|before|because)\s(?:[^,;:()]+?\s)?had\s"
    r"(?P<said>[^,;:()]+?)\s(?:(?:in|on|at|since|early|late)\s+){0,2}\Z"
)
_IN_WHICH = re.compile(r",?\s(?:(?:in|during)\swhich|when)\s")
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}\Z")
# To the object of such a verb, right before "since": "has been giving [support] since".
_OF_PERFECT = re.compile(r"\b(?:has|have|had)\s[^,;:.“”]{1,60}\Z")
_HAS = re.compile(r"\s(?:has|have|had)\s(?:\w+\s)?[a-z]+")
_IN = re.compile(r"(?:in|on)\s(?=\S)", re.IGNORECASE)
_NO_EVENT = words_of("early earlier late later some sometime time morning night evening day")
_CLAUSE_REACH, _MOST_SAID = 120, 7
# Between a time and what was then to be: "had been in Dorva on Sunday for the election".
_FOR_IT = re.compile(r"\s+for\s+(?:(?:the|an?|its|their|his|her)\s+)?(?:\w+\s+)?\Z")
# Who is judged for a deed did it before: "arrested on Monday for killing a guard".
_JUDGED_FOR = re.compile(
    r"\b(?:criticis|criticiz|condemn|denounc|blam|prais|thank|honou?r|award|punish|rebuk|reprimand"
    r"|arrest|detain|jail|imprison|convict|sentenc|indict|charg|prosecut|fin|expel|suspend|dismiss"
    r"|sanction|apologis|apologiz)(?:l?ed|es?|ing|s)?\b[^;:]{0,120}?\bfor\s+"
    r"(?:\w+ly\s+)?(?:\w+ing\s+and\s+)?\Z",
    re.IGNORECASE,
)
# From the time of a vote or a question to what it is about: "will vote on Friday on [whether]".
_WHETHER = re.compile(
    r",?\s+(?P<asks>(?:(?:on|about|over|as\s+to|to\s+(?:\w+ly\s+)?[a-z]+(?:\s+on)?)\s+)?whether"
    r"|to\s+(?:decide|determine|see|ask|find\s+out|establish|learn)\s+if"
    r"|(?:on|over|about)\s+(?:(?:an?|the|its|his|her|their)\s+)?(?:[\w-]+\s+)?"
    r"(?:plan|proposal|motion|bid|call|demand|request|bill)s?\s+to)\s[^,;:“”\"]*\Z"
)
# "Will vote on Friday on [a strike]".
_VOTED = re.compile(r"\b(?:vot|ballot|decid|debat|rul)(?:e[sd]?|ed|ing|s)?\s+\Z")
_VOTED_ON = re.compile(r"\s+(?P<asks>on)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}\Z")
# Whose time it is: "the winner of [Monday night]'s debate", "[last week]'s raid".
_OWNED = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]\w+)")
_OF = re.compile(r"\bof\s+(?:the\s+)?\Z")
_OF_REACH, _OWN_REACH = 10, 40
_OWN_TIME = re.compile(
    rf"\b(?:(?:last|this)\s(?:week|month|year|night)|yesterday|(?:{'|'.join(WEEKDAYS)})(?:\s\w+)?)"
    r"['’]s\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
# "Two days after" is no time of the same day; "hours after" may be.
_DAYS = words_of("day week month year decade")


def _has_time(sentence: str, start: int, end: int) -> bool:
    return any(start <= each.start < end for each in times_in(sentence))


_TIMES = Sort(is_time=True, stands_in=_has_time)


def _when_asked(sentence: str, anchor: Range, time: Range) -> str | None:
    """The "whether" between the time of a vote or a question and what may come of it."""
    if time[1] >= anchor[0]:
        return None
    found = _WHETHER.match(sentence, time[1], anchor[0])
    if found is not None:
        # "The talks on Friday on whether to strike [failed]".
        verb = tokenise(sentence[slice(*anchor)].lower()).words[:1]
        inside = sentence[found.end("asks") : anchor[0]].lstrip().startswith("to ")
        to_do = found["asks"].endswith(" to") or inside
        return None if to_do and any(map(is_past, verb)) else found["asks"]
    voted = _VOTED.search(sentence, max(0, time[0] - _OWN_REACH), time[0])
    found = _VOTED_ON.match(sentence, time[1], anchor[0]) if voted is not None else None
    return found["asks"] if found is not None else None


def dated_otherwise(sentence: str, anchor: Range, time: Range) -> str | None:
    """The words that part an event, its words at `anchor`, from a time of its sentence, or None.

    All are half-open code-point ranges of the sentence.
    """
    shown = _parting(sentence, anchor, time) or _owner(sentence, anchor, time)
    if shown is None:
        return told_in_aside(sentence, anchor, time)
    return sentence[slice(*shown)]


def happened_otherwise(sentence: str, anchor: Range, time: Range) -> str | None:
    """The same for the time of what happens: no more, or nothing else, may be told of it then."""
    return (
        dated_otherwise(sentence, anchor, time)
        or time_beside(sentence, anchor, time)
        or _since_when(sentence, anchor, time)
        or of_other_verb(sentence, anchor, time)
        or in_other_clause(sentence, anchor, time, _TIMES)
        or apart_by(sentence, anchor, time, _DAYS)
        or _when_asked(sentence, anchor, time)
        or held_by_other(sentence, anchor, time, is_time=True)
    )


def _owner(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The noun whose time it is, where an anchor is another: "Monday's raid" and "was condemned".

    And the time that an anchor has so, where the one asked for is another.
    """
    found = _OWNED.match(sentence, time[1])
    is_of = found is not None and _OF.search(sentence, max(0, time[0] - _OF_REACH), time[0])
    if found is not None and is_of and not _is_within(sentence, found.span("noun"), anchor):
        return found.span("noun")
    own = _OWN_TIME.search(sentence, max(0, anchor[0] - _OWN_REACH), anchor[0])
    if own is None or touch(own.span(), time) or _AS_WELL.search(sentence, 0, own.start()):
        return None
    return own.span()


def _is_within(sentence: str, noun: Range, anchor: Range) -> bool:
    """Whether an anchor is a noun, or the deed that it says which: "Monday's bus [bombing]"."""
    is_deed = DEED.fullmatch(sentence[slice(*anchor)].split()[-1]) is not None
    is_next = noun[1] <= anchor[0] and not sentence[noun[1] : anchor[0]].strip()
    return touch(noun, anchor) or (is_deed and is_next)


def _parting(sentence: str, anchor: Range, time: Range) -> Range | None:
    """Where the words stand that part an event from a time.

    Another time as exact stands right beside the event ("seized it on Monday and fled on Friday"),
    or in its clause ("In May rebels took it; the army retook it in June"), or the time is that of a
    saying ("said on Friday that rebels had attacked"), or of a judgement of it ("jailed on Friday
    for attacking"), or of what was earlier ("fled after Monday's attack", "since the war began in
    2011").
    """
    for tell_apart in (_own_time, _judged_for, _time_of_other):
        if (shown := tell_apart(sentence, anchor, time)) is not None:
            return shown
    mentions = times_in(sentence) if has_two_times(sentence) else ()
    if (shown := of_another(sentence, anchor, time, mentions)) is not None:
        return shown
    saying = saying_dated(sentence, time[0])
    if saying is not None and is_said_too(sentence, anchor, time):
        return None
    if saying is not None and not touch(anchor, (saying, time[1])):
        if _OTHER_TENSE.search(sentence, max(0, anchor[0] - _REACH), anchor[0]):
            return saying, time[1]
        side = (time[1], len(sentence)) if anchor[0] >= time[1] else (0, saying)
    else:
        clause = next((c for c in find_clauses(sentence) if c.start <= anchor[0] < c.end), None)
        if clause is None or touch((clause.start, clause.end), time):
            return None
        side = clause.start, clause.end
    rivals = _rivals(sentence, time)
    return next((rival for rival in rivals if side[0] <= rival[0] and rival[1] <= side[1]), None)


def _judged_for(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The judgement of a deed, where a time before the deed is that of the judgement."""
    if not is_gerund(sentence[slice(*anchor)].split()[0].lower()):
        return None
    found = _JUDGED_FOR.search(sentence, 0, anchor[0])
    return (found.start(), anchor[0]) if found and time[1] < anchor[0] else None


def _time_of_other(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The words that give a time to something else, which is told as earlier or only named."""
    before = sentence[max(0, time[0] - _CLAUSE_REACH) : time[0]]
    start = time[0] - len(before)
    if found := _PAST_IT.search(before):
        noun = _GENITIVE if not found["article"] else _COMPOUND
        named = noun.match(sentence, time[1])
        end = _PHRASE_END.search(sentence, named.end()) if named else None
        # "After Monday's raid on a mill, in which Roe was killed".
        is_in_it = (
            end is not None and anchor[0] > end.start() and _IN_WHICH.match(sentence, end.start())
        )
        if (
            end is not None
            and not is_in_it
            and not touch(anchor, (start + found.start(), end.start()))
        ):
            return start + found.start(), time[1]
    if anchor[0] > time[1] and _IN_WHICH.match(sentence, time[1]):
        return None  # "after a raid on Monday in which Roe was killed"
    found = _clause_before(before)
    if found is not None and _FOR_IT.fullmatch(sentence, time[1], max(time[1], anchor[0])):
        return None
    if found is None or touch(anchor, (start + found.start(), time[1])):
        return None
    opens = found.groupdict().get("opens")
    # "The attack that had killed 12 on Monday" was on Monday, "the toll since the war began in May"
    # and what "has killed 12" since then are counted from May on.
    may_be_noun = opens in (None, "which", "that", "where")
    if may_be_noun and not is_past(sentence[slice(*anchor)].split()[-1].lower()):
        return None
    goes_on = opens is None and _PERFECT.search(sentence, 0, anchor[0])
    return None if goes_on else (start + found.start(), time[1])


def _since_when(sentence: str, anchor: Range, time: Range) -> str | None:
    """The clause since which something goes on, where only its date is given: not "in [May]".

    Of "has held Dorva since the war began in May", and "since it began in May, the toll has risen".
    """
    low = max(0, time[0] - _CLAUSE_REACH)
    preposition = _IN.match(sentence, *time)
    before = sentence[low : preposition.end() if preposition is not None else time[0]]
    found = _last(_SINCE, before) if "ince " in before else None
    if found is None or touch(anchor, (low + found.start(), time[1])):
        return None
    words = tokenise(found["said"]).words
    if not (any(map(is_past, words)) or words[0] in ARTICLES) or not _NO_EVENT.isdisjoint(words):
        return None
    start = low + found.start()
    goes_on = (
        sentence[slice(*anchor)].lower().startswith(("has ", "have ", "had "))
        or _PERFECT.search(sentence, 0, anchor[0])
        or _HAS.match(sentence, anchor[1])
        or (start == anchor[1] + 1 and _OF_PERFECT.search(sentence, 0, anchor[0]))
    )
    return sentence[start : time[1]] if goes_on else None


def _clause_before(before: str) -> re.Match[str] | None:
    """The clause right before a time that is of what had been earlier, or began something."""
    if "had " in before and (found := _last(_HAD, before)):
        words = tokenise(found["said"]).words
        rest = words[2:] if words[0] == "been" else words[1:]
        if len(words) <= _MOST_SAID and not any(map(is_past, rest)):
            return found if is_past(words[0]) or words[0] == "been" else None
    if "ince " in before and (found := _last(_SINCE, before)):
        words = tokenise(found["said"]).words
        named = any(map(is_past, words)) or words[0] in ARTICLES
        return found if named and _NO_EVENT.isdisjoint(words) else None
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that begins last, where all end at the end of the text."""
    found = pattern.search(text)
    while found is not None and (later := pattern.search(text, found.start() + 1)):
        found = later
    return found


def _own_time(sentence: str, anchor: Range, time: Range) -> Range | None:
    """The other time that stands right beside an event, which then is the event's own."""
    if not _NAMED.findall(sentence)[1:]:
        return None
    for rival in _rivals(sentence, time):
        behind = _RIGHT_BEHIND.fullmatch(sentence, anchor[1], rival[0]) is not None
        if not behind and has_verb(sentence[time[1] : anchor[0]]):
            behind = is_right_behind(sentence, anchor, rival, places=True)
        beside = behind or _RIGHT_BEFORE.fullmatch(sentence, rival[1], anchor[0])
        if beside and not _said_as_well(sentence, rival, time):
            return rival
    return None


def _said_as_well(sentence: str, one: Range, other: Range) -> bool:
    """Whether two times may be said of one event, since nothing else happens between them."""
    first, second = sorted((one, other))
    between = sentence[first[1] : second[0]]
    words = tokenise(between).words
    happens = any(map(is_past, words)) or any(map(is_gerund, words))
    return not happens or _AS_WELL.search(between) is not None


def _rivals(sentence: str, time: Range) -> list[Range]:
    """The other times of a sentence that are as exact, date no saying and tell not how long."""
    mentions = times_in(sentence)
    mine = next((each for each in mentions if touch((each.start, each.end), time)), None)
    return [
        (each.start, each.end)
        for each in mentions
        if mine is not None and _is_other(each, mine) and saying_dated(sentence, each.start) is None
        if not sentence.endswith(" for ", 0, each.start)
    ]


def _is_other(one: TimeMention, other: TimeMention) -> bool:
    return one.time.precision == other.time.precision and not same_time(one.time, other.time)
