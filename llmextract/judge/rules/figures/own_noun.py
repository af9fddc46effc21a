"""Words that a figure does not count, since it has a noun of its own: "40 rifles" are no smugglers.

"Three guards died when rebels came" has no three rebels, "two boats and a helicopter" no two
helicopters.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.syntax.grammar import AUXILIARIES, is_past, tokenise, words_of
from llmextract.judge.rules.figures.counting import noun_behind
from llmextract.judge.rules.nouns import THINGS, head_of, is_people
from llmextract.judge.values import figures_of

_LOOK_BACK: Final = 60
# From words to a sum in a clause of its own: ", and losses amount to".
_CLAUSE_BEFORE: Final = re.compile(
    r"[,;]\s(?:and|but|while)\s(?:the|its|their|his|her|total)\s[a-z]+\s[a-z]+\s[^,;]{0,30}\Z"
)
_VERB_BEHIND: Final = re.compile(r"\s[a-z]+,\s(?P<verb>[a-z]+)\s(?:the|its|their|an?|his|her)\s")
_FATE_NOUN: Final = re.compile(r"\s+(?P<noun>deaths|fatalities|injuries|arrests)\b")
# From who does something to those who are counted behind its verb, also within a relative clause.
_DOER: Final = re.compile(
    r"(?:,?\s+(?:who|which|that)\s(?:[^;:“”\"]{1,120}?\s)?)?"
    r"(?:\s*(?:had|have|has|also|then|later|\w+ly)\s+)*"
    r"\s*(?P<verb>[a-z]+)\s+(?:(?:at|least|about|some|around|more|than|over|nearly|almost|up|to|the"
    r"|another|other)\s+){0,4}"
)
_HARMS: Final = words_of(
    "killed murdered executed massacred slaughtered beheaded injured wounded captured arrested"
    " detained kidnapped abducted imprisoned jailed rescued freed released evacuated displaced"
)
# Their object is the sum of the subject, or a part of it.
_AMOUNTING: Final = words_of(
    "numbered totalled totaled comprised included made formed represented became lost suffered had"
    " was were counted reached exceeded amounted contained involved gained"
)
# "Four of its soldiers", "six other customers".
_OF_THE: Final = re.compile(r"\s+of\s+(?:the|its|their|his|her|those|these|our)\s+(?:own\s+)?")
_OTHER: Final = re.compile(r"\s+(?:other|more|further|additional)\b")
# "The devices, 19 in all, were found behind radiators".
_IN_ALL: Final = re.compile(r"\s+in\s+(?:all|total|number)\b")
# Right before words that say who or what those counted are: "were [guards]", ", all [miners]".
_HOW: Final = (
    r"(?:(?:the|all|also|both|most|mostly|mainly|many|some|half|none|either|then|now|likely|probably"
    r"|largely|chiefly|predominantly|primarily|alleged|suspected|their|its|his|her|former|of|them"
    r"|whom|which|these|those|among)\s+){0,4}\Z"
)
_IS_SAID: Final = re.compile(
    r"(?:[,:;(–—]|\b(?:is|are|was|were|be|been|being|become|became|as|including|include[sd]?|namely"
    rf"|called|identified|like))\s*{_HOW}",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:most|mostly|mainly|many|some|half|largely|chiefly|predominantly|primarily)\b",
    re.IGNORECASE,
)
# "Sixty percent of the [1,200] people are women".
_SOME_OF_THE: Final = re.compile(
    r"\b(?:percent|per\scent|%|half|most|majority|many|some|third|quarter|quarters)\sof\s(?:the|its|their)\s\Z",
    re.IGNORECASE,
)
# "Fines of [500] lei each", "the damage is put at [several million] colons".
_ITS_MEASURE: Final = re.compile(
    r"\s(?:of|at|to|worth|is|are|was|were|reach\w*|exceed\w*|total\w*|number\w*)\s"
    r"(?:(?:about|some|around|over|nearly|more\sthan|up\sto|at\sleast)\s)?\Z"
)
_LISTS: Final = re.compile(r",|\b(?:and|or|but|plus)\b")
_AND_NO: Final = re.compile(r"\s(?:and|but)\s(?:no|not)\s(?:the\s)?")
_LINKED: Final = re.compile(r"\b(?:of|from|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_SINGLE: Final = re.compile(r"(?:an?|another|one)\s", re.IGNORECASE)
_SINGLE_BEFORE: Final = re.compile(r"\b(?:an?|another|one)\s+(?:[\w’'-]+\s+){0,2}\Z", re.IGNORECASE)
_ENDS: Final = words_of(
    "when while after before because until since if unless although though whereas where but yet"
    " who whom whose which that"
)
_PARTED: Final = re.compile(
    r";|\b(?:and|but|which|that|who|whose|while|when|after|where|before|because)\b", re.IGNORECASE
)
# They say nothing of whom they are of.
_EMPTY: Final = words_of("members member")
# Stand for whoever is counted, so that who they are may be told elsewhere.
_ANYBODY: Final = words_of(
    "people persons men women individuals lives souls others members victims casualties bodies"
    " deaths injuries dead wounded missing cases"
)


def other_noun(sentence: str, mention: QuantityMention, counted: Range) -> str | None:
    """The noun that a figure has itself, where the words at `counted` are surely another's."""
    unit = mention.quantity.unit
    if unit is not None and mention.counts:
        # "For 40 minutes, until guards came" has no 40 guards.
        is_other = _is_time(unit) and is_people(head_of(sentence[slice(*counted)]))
        if is_other:
            return unit
        return None if _is_time(unit) else _of_clause(sentence, mention, counted)
    if not mention.counts:
        return None
    total = _IN_ALL.match(sentence, mention.end)
    if total is not None and counted[0] >= mention.end:
        return sentence[mention.start : total.end()]
    behind = _OF_THE.match(sentence, mention.end) or _OTHER.match(sentence, mention.end)
    noun = noun_behind(sentence, behind.end() if behind else mention.end)
    if noun is None and (told := _FATE_NOUN.match(sentence, mention.end)):
        noun = told.span("noun")
    if (doer := _does_it(sentence, mention, counted, noun)) is not None:
        return doer
    if noun is None:
        return None
    own, words = sentence[slice(*noun)], sentence[slice(*counted)]
    head = head_of(own).lower()
    if head == head_of(words).lower() and head not in _EMPTY:
        return None
    if counted[0] >= noun[1]:
        return own if _stands_beyond(sentence, mention, noun, counted) else None
    return _before(sentence, mention, counted, own, is_open=behind is None)


def _before(
    sentence: str, mention: QuantityMention, counted: Range, own: str, *, is_open: bool
) -> str | None:
    """The own noun of a figure, where words before it are surely none that it counts."""
    if counted[1] > mention.start:
        return None
    words, head = sentence[slice(*counted)], head_of(own).lower()
    is_sum = _ITS_MEASURE.search(sentence, counted[1], mention.start) is not None
    is_sum = is_sum or head in _ANYBODY or head_of(words).lower() in _ANYBODY
    if (is_sum or not is_open) and not _is_parted(sentence, mention, counted):
        return None
    may_be = is_open and head in _ANYBODY and is_people(head_of(words).lower())
    return None if may_be else own


def _does_it(
    sentence: str, mention: QuantityMention, counted: Range, noun: Range | None
) -> str | None:
    """The verb by which the words at `counted` do something to those whom a figure counts.

    "Drones destroyed two tanks", "guards, who fired and arrested 16", "rebels killed 12 of them".
    """
    found = _DOER.fullmatch(sentence, counted[1], max(counted[1], mention.start))
    if found is None or not is_past(found["verb"]) or found["verb"] in _AMOUNTING:
        return None
    if noun is None:
        return found["verb"] if found["verb"] in _HARMS else None
    own, words = head_of(sentence[slice(*noun)]).lower(), head_of(sentence[slice(*counted)])
    return None if own == words.lower() else found["verb"]


def _of_clause(sentence: str, mention: QuantityMention, counted: Range) -> str | None:
    """A sum in another clause than the words: "a $3m loan, doubled the price of oil"."""
    stated = sentence[mention.start : mention.end]
    if counted[1] <= mention.start:
        return stated if _CLAUSE_BEFORE.search(sentence, counted[1], mention.start) else None
    between = sentence[mention.end : max(mention.end, counted[0])]
    verb = _VERB_BEHIND.match(between)
    return stated if verb is not None and is_past(verb["verb"]) else None


def _is_time(unit: str) -> bool:
    return unit.rstrip("s") in ("second", "minute", "hour", "day", "week", "month", "year")


def _stands_beyond(sentence: str, mention: QuantityMention, noun: Range, counted: Range) -> bool:
    """Whether words behind a figure's noun are neither of its phrase nor said to be those."""
    between = sentence[noun[1] : counted[0]]
    tokens = tokenise(between).words
    verbs = [word for word in tokens if word in AUXILIARIES or is_past(word) or word in _ENDS]
    near = between[-_LOOK_BACK:]
    several = mention.quantity.value is None or mention.quantity.value > 1
    if several and _is_single(sentence, counted):
        # "Two boats and a helicopter", "126 people, among them a girl"; not "two of a gang".
        return "and" in tokens or "," in tokens or bool(verbs)
    if (said := _IS_SAID.search(near)) is not None:
        return _is_of_some(sentence, mention, said[0])
    if _AND_NO.fullmatch(between) or _has_figure(sentence, noun, counted):
        return True
    own, words = head_of(sentence[slice(*noun)]).lower(), head_of(sentence[slice(*counted)])
    if own in THINGS and is_people(words) and not between.lstrip().startswith("of "):
        return bool(tokens)  # "40 rifles from smugglers"
    return bool(verbs) and (len(between) > _LOOK_BACK or _LINKED.search(near) is None)


def _has_figure(sentence: str, noun: Range, counted: Range) -> bool:
    """Whether words behind a noun have their own figure: "18 guards and five [clerks]"."""
    return any(
        each.counts
        and each.start >= noun[1]
        and not sentence[each.end : max(each.end, counted[0])].strip()
        and _LISTS.search(sentence, noun[1], each.start)
        for each in figures_of(sentence)
        if each.end <= counted[0]
    )


def _is_of_some(sentence: str, mention: QuantityMention, said: str) -> bool:
    """Whether those counted are said to be something of some: "28 people, most of them women"."""
    before = sentence[max(0, mention.start - _LOOK_BACK) : mention.start]
    return _SOME.search(said) is not None or _SOME_OF_THE.search(before) is not None


def _is_single(sentence: str, counted: Range) -> bool:
    """Whether words are of one: "a helicopter", "[helicopter]" of "a helicopter"."""
    words = sentence[slice(*counted)]
    if _SINGLE.match(words):
        return True
    before = sentence[max(0, counted[0] - _LOOK_BACK) : counted[0]]
    head = head_of(words)
    return not head.endswith("s") and _SINGLE_BEFORE.search(before) is not None


def _is_parted(sentence: str, mention: QuantityMention, counted: Range) -> bool:
    """Whether words before a figure are of another clause, or of another that is joined to it."""
    between = sentence[counted[1] : mention.start]
    if _PARTED.search(between) is None:
        return False
    return between.endswith("; ") or _IS_SAID.search(between[-_LOOK_BACK:]) is None
