"""Figures that another verb of their sentence takes, and nouns that a figure does not count.

Offsets are half-open code points in a sentence. Only what stands side by side is read.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.numbers.reader import QuantityMention
from llmextract.article.numbers.units import is_length
from llmextract.article.syntax.grammar import PRONOUNS, is_past, tokenise, words_of
from llmextract.ask.fates import NAMED
from llmextract.judge.rules.figures.counting import MOST_FIGURES, noun_behind
from llmextract.judge.rules.figures.fate import FATE_OF
from llmextract.judge.rules.figures.own_noun import other_noun
from llmextract.judge.rules.figures.wholes import modifier, of_those
from llmextract.judge.rules.nouns import head_of, is_people, may_act, may_be_site
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.rules.who.befallen import DONE_TO
from llmextract.judge.values import figures_of

_BACK: Final = 160
# A figure as a subject: "27 of the boats were sold", "more than 400 have been moved".
_AUX: Final = r"(?:was|were|is|are|has|have|had|will|would|could|may|might|should|can|must)"
_PREDICATE: Final = re.compile(
    r"(?:\s+of\s+(?:the|them|its|their|those)\b)?(?:\s+[\w’'-]+,[^,.;:]{1,60},(?=\s+ha))?(?:\s+(?!(?:was|were|is|are|has|have|had|will|would"
    r"|and|or|but|who|which|that|when|after|in|by|with)\b)[\w’'-]+){0,4}"
    rf"\s+{_AUX}\s+(?:(?:been|be|being|also|still|already|later|\w+ly)\s+){{0,3}}"
    r"(?:(?:believed|feared|thought|presumed|said|reported)\s+to\s+(?:have\s+been|be)\s+)?"
    r"(?P<verb>[a-z]+)\b"
)
# A figure as the subject of an active verb: "seven remained", "34 men crept out and [fled]".
_COULD: Final = re.compile(r"\s(?:will|would|could|may|might|should|can|must)\s(?!have\s)")
_NOUN: Final = (
    r"(?:\s+(?!(?:was|were|is|are|has|have|had|will|would|and|or|but|who|which|that|when|after|while"
    r"|as|by|with)\b)[\w’'-]+)"
)
_PAST: Final = (
    r"(?:[a-z]+ed|fled|came|went|took|got|ran|broke|left|began|fought|drove|made|fell|rose|swam|stole"
    r"|set|cut|hid|rode|crept|dug|hit|paid|sent|gave|met|lost|brought|bought|built|sold|threw|wore|won|sat|stood|slept|sang)"
)
_DID: Final = re.compile(
    rf"(?:(?!\s+(?:of|from|in|on|at|for|to)\b){_NOUN}){{0,3}}?\s+(?P<verb>{_PAST})\b"
)
_DOES: Final = re.compile(
    rf"{_NOUN}{{0,6}}?(?:\s+{_PAST}\b[^,;:“”\"]{{1,80}}\s(?:and|then))?\s+"
    r"(?:\w+ly\s+|had\s+|have\s+|has\s+|were\s+|was\s+){0,3}"
)
# What stands between two that are told side by side, right before the later one.
_BESIDE: Final = re.compile(
    r"(?:,|;|—|–|\band\b|\bbut\b|\bwhile\b|,\s+adding\b)\s+(?:(?:and|but|that|while)\s+)*"
    r"(?:(?:another|some|about|a\s+further)\s+)?\Z"
)
# They leave open what became of somebody, or are said of any.
_TELLS_LITTLE: Final = words_of(
    "believed feared presumed reported said thought confirmed found taken treated hospitalised"
    " hospitalized admitted rushed among still also known understood estimated expected unable"
)
_WHO_DID: Final = re.compile(
    r"\bwho\s+(?:(?:had|has|have|also|then|allegedly|\w+ly)\s+){0,2}(?P<verb>[a-z]+)\s+\Z"
)
_NUMBERING: Final = words_of("numbered totalled totaled made formed were was had lost")
# "Who had held 12 boys freed them": those are meant after all.
_THEM: Final = re.compile(r"\s+(?:them|it|all|both)\b")
_ONE_OF_THEM: Final = re.compile(
    r"(?:\s+[\w’'-]+){0,5},\s+(?P<part>one|two|three|four|five|\d{1,3})\s+of\s+(?:which|whom)\s+"
    r"(?:[\w’'-]+\s+){0,8}\Z"
)
# Between a whole and a part of it: "412 men came, of whom [138] were held".
_PARTS_TOLD: Final = re.compile(
    r"[^;:“”\"]{0,120}\bof\s+(?:whom|which|them)\s+(?:[^;:“”\"]{0,80}(?:\band|,|\bwhile)\s+)?"
    r"(?:(?:only|just|some|about|another)\s+)?"
)
_OUT_OF_ALL: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|those|these|about|some|at|least|more|than)\s+)*"
)
_OUT_OF: Final = re.compile(r"\s+of\s+(?:the|its|their|his|her|those|these)\s+")
# "Three of whom have returned", "of whom three have returned".
_PART_THEN: Final = (
    r"(?:\w+ly\s+)?(?P<aux>was|were|is|are|has|have|had|will)\s+(?:\w+ly\s+|later\s+)?(?P<verb>\w+)"
)
_SOME_OF_THEM: Final = re.compile(
    rf"\s+of\s+(?:them|whom|which|these|those)(?:,[^;:“”\"]{{1,80}},)?\s+{_PART_THEN}"
)
_OF_WHOM: Final = re.compile(r"\bof\s+(?:whom|which)\s+(?:\w+\s+){0,2}\Z")
_THEN: Final = re.compile(rf"\s+{_PART_THEN}")
_ARE: Final = words_of("was were is are")
_TO: Final = re.compile(r"(?:\s+[\w’'-]+){0,3}\s+(?:compared\s+(?:to|with)|to|against|versus)\s+\Z")
_WENT: Final = re.compile(
    r"(?:\s+[\w’'-]+){0,3}\s+(?:that|which)\s+(?:went|was|were|had|has|came)\b"
)
# Between a figure's noun and others that it does not count.
_JOINED: Final = re.compile(
    r"\s+and\s+(?:an?\s+(?:[a-z]+\s+)?(?:number|group|handful)\s+of|several|some|many|dozens\s+of"
    r"|scores\s+of|hundreds\s+of|thousands\s+of)\s+\Z"
)
_AND: Final = re.compile(r"\s+and\s+\Z")
_BEYOND: Final = re.compile(r"\s+(?:to|alongside|against)\s[^.,;:]{0,100}\Z")
_DOING: Final = re.compile(
    rf"\s+(?:{_AUX}\s+){{1,2}}(?:been\s+)?(?:\w+ly\s+)?(?P<verb>\w+(?:ing|ed|en))\s+"
    r"(?:alongside|against|by|for|beside)\s[^.,;:]{0,60}\Z"
)
_NEAR: Final = 40
_BUT: Final = re.compile(r";|\b(?:although|though|but|yet|while|whereas)\b")
_OPENS: Final = re.compile(r";|,\s(?:and|but|who|while)\s|\b(?:in which|when|where|after|before)\s")
_TAKES: Final = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?P<verb>[a-z]+ed)\s+"
    r"(?:(?:at|least|about|some|around|more|than|over|nearly|almost|up|to)\s+){0,3}\Z"
)
_MARK: Final = re.compile(r"[,;:(—–]|\b(?:and|but)\b")
_OF_THESE: Final = re.compile(r"\s+of\s+(?:them|these|those)\b(?!\s+\w+(?:s|men|people)\b)")
# "Displaced in heavy [raids]": these are no verb.
_IN_DEED: Final = re.compile(r"\b(?:in|during|by|from|amid)\s(?:[\w’'-]+\s){0,3}\Z")
_WHICH_WERE: Final = re.compile(rf"(?:(?:who|which|that)\s+)?(?:{_AUX}\s+)?(?:been\s+)?")
_OF_IT: Final = re.compile(r"\s+of\s+(?:the\s+)?")
# "199 seats of 410": both are seats.
_WHOLE_OF: Final = re.compile(r"\b\d[\d,]*\s(?P<noun>[a-z]{3,}s)\s(?:out\s)?of\s(?:the\s)?\Z")
_SINGLE: Final = re.compile(r"an?\s")


def figure_of_other(sentence: str, anchor: Range, count: Range, label: str) -> str | None:
    """The words that take a figure to something else than what happens at `anchor`.

    `label` is what the record says of those counted: who "were killed" may be told beside another.
    """
    mentions = figures_of(sentence)
    if len(mentions) > MOST_FIGURES or touch(anchor, count):
        return None
    return (
        _of_who_did(sentence, anchor, count)
        or _of_some(sentence, anchor, count)
        or _of_part(sentence, anchor, count, mentions)
        or of_those(sentence, anchor, count, mentions)
        or _of_predicate(sentence, anchor, (count, label), mentions)
        or _of_object(sentence, anchor, count, mentions)
        or _beside_own(sentence, anchor, (count, label), mentions)
        or _before_part(sentence, anchor, count, mentions)
    )


def _of_who_did(sentence: str, anchor: Range, count: Range) -> str | None:
    """What somebody did who is told of otherwise: "a clerk who stole $5m was jailed"."""
    found = _WHO_DID.search(sentence, max(0, count[0] - _BACK), count[0])
    if found is None or touch(anchor, found.span()) or anchor[0] < count[1]:
        return None
    verb = found["verb"]
    did = is_past(verb) and verb not in _NUMBERING and not _THEM.match(sentence, anchor[1])
    return f"who {verb}" if did else None


def _of_some(sentence: str, anchor: Range, count: Range) -> str | None:
    """What some of those did or suffered later on: "10 fled, of whom three have returned"."""
    if anchor[1] > count[0]:
        return None
    found = _SOME_OF_THEM.match(sentence, count[1])
    if found is None and _OF_WHOM.search(sentence, anchor[1], count[0]):
        found = _THEN.match(sentence, count[1])
    # "Three of whom were women" says who they were.
    is_told = found is not None and (found["aux"] not in _ARE or is_past(found["verb"]))
    return found[0].strip() if found is not None and is_told else None


def _of_part(
    sentence: str, anchor: Range, count: Range, mentions: Sequence[QuantityMention]
) -> str | None:
    """The part of which something is told: "struck two mines, one of which exploded"."""
    if anchor[0] < count[1]:
        taken = [m for m in mentions if m.counts and anchor[1] <= m.start and m.end <= count[0]]
        last = taken[-1] if taken and taken[-1].quantity.value != 1 else None
        # "Shot down 40 of 52 drones", where it is the 40 that were.
        is_part = last is not None and _OUT_OF_ALL.fullmatch(sentence, last.end, count[0])
        return sentence[last.start : last.end] if last is not None and is_part else None
    found = _ONE_OF_THEM.fullmatch(sentence, count[1], anchor[0])
    if found is not None:
        return found["part"]
    own = _own_subject(sentence, anchor, mentions)
    if own is None or touch(own, count):
        return None
    is_part = _PARTS_TOLD.fullmatch(sentence, count[1], max(count[1], own[0]))
    found = _PREDICATE.match(sentence, own[1])
    # "Two of the three dead were burned": not the ones "killed" of "two of the 12 killed".
    is_of = found is not None and touch(anchor, found.span("verb")) and count[1] < anchor[0]
    is_of = is_of and PRONOUNS.isdisjoint(tokenise(sentence[count[1] : anchor[0]]).words)
    is_of = is_of and _OUT_OF.fullmatch(sentence, own[1], max(own[1], count[0])) is not None
    return sentence[slice(*own)] if is_part or is_of else None


def _of_predicate(
    sentence: str, anchor: Range, told: tuple[Range, str], mentions: Sequence[QuantityMention]
) -> str | None:
    """What else became of those counted: "42 boats were sunk, and 27 were sold"."""
    count, label = told
    found = _PREDICATE.match(sentence, count[1]) or _DID.match(sentence, count[1])
    if found is None or touch(anchor, (count[0], found.end())):
        return None
    verb = found["verb"]
    fate = FATE_OF.get(verb)
    is_open = _COULD.search(found[0]) is not None
    little = verb in _TELLS_LITTLE or not (is_past(verb) or fate or is_open)
    little = little or (found.re is _DID and verb in DONE_TO)
    if little or (fate is not None and fate in NAMED.get(label, ())):
        return None
    if label in NAMED and not _tells(sentence[slice(*anchor)], NAMED[label]):
        return None
    own = _own_subject(sentence, anchor, mentions)
    if own is None or touch(own, count):
        return None
    first, later = sorted((own, count))
    parted = _BESIDE.search(sentence, first[1], later[0]) is not None
    return found[0].strip() if parted else None


def _tells(words: str, fates: frozenset[str]) -> bool:
    return any(FATE_OF.get(word) in fates for word in tokenise(words).words)


def _beside_own(
    sentence: str, anchor: Range, told: tuple[Range, str], mentions: Sequence[QuantityMention]
) -> str | None:
    """The figure that words for what happens hold or have, where another clause gives this one.

    "Eight men died, Roe said, although Hale spoke of [three dead]", "[marched], and 16 were held".
    """
    count, label = told
    first, later = sorted((anchor, count))
    between = sentence[first[1] : later[0]]
    if label in NAMED and _tells(sentence[slice(*anchor)], NAMED[label]) and _BUT.search(between):
        held = [m for m in mentions if m.counts and touch((m.start, m.end), anchor)]
        if held:
            return sentence[held[0].start : held[0].end]
    taken = _TAKES.search(sentence, max(0, count[0] - _BACK), count[0])
    fate = FATE_OF.get(taken["verb"]) if taken is not None else None
    if taken is None or fate is None or fate in NAMED.get(label, ()) or touch(anchor, taken.span()):
        return None
    own = _own_subject(sentence, anchor, mentions) or next(
        (
            (m.start, m.end)
            for m in mentions
            if m.end <= anchor[0] and not sentence[m.end : anchor[0]].strip()
        ),
        None,
    )
    is_parted = own is not None and not touch(own, count) and _OPENS.search(between) is not None
    return taken[0].strip() if is_parted else None


def _before_part(
    sentence: str, anchor: Range, count: Range, mentions: Sequence[QuantityMention]
) -> str | None:
    """The part of a whole to which something is done: "met 12 men and [shot] two of them"."""
    taken = [m for m in mentions if 0 <= m.start - anchor[1] < _NEAR and m.counts]
    wholes = [m for m in mentions if m.counts and m.end <= anchor[0]]
    if not taken or not wholes or not touch((wholes[-1].start, wholes[-1].end), count):
        return None
    if wholes[-1].quantity.unit or _MARK.search(sentence, anchor[1], taken[0].start):
        return None
    which = modifier(sentence, wholes[-1].end)
    if which is not None and _WHICH_WERE.fullmatch(sentence, which[0], max(which[0], anchor[0])):
        return None  # "40 men taken in May": all of them were
    found = _OF_THESE.match(sentence, taken[0].end)
    return sentence[taken[0].start : found.end()] if found is not None else None


def _own_subject(sentence: str, anchor: Range, mentions: Sequence[QuantityMention]) -> Range | None:
    """The figure that is the subject of what happens: "27" of "27 were sold"."""
    for mention in mentions:
        if not mention.counts or mention.end > anchor[0]:
            continue
        found = _PREDICATE.match(sentence, mention.end)
        does = _DOES.fullmatch(sentence, mention.end, anchor[0]) is not None
        is_in = _IN_DEED.search(sentence, mention.end, anchor[0]) is not None
        does = does and not (is_in and not is_verb(sentence, anchor))
        if does or (found and touch(anchor, found.span("verb"))):
            return mention.start, mention.end
    return None


def _of_object(
    sentence: str, anchor: Range, count: Range, mentions: Sequence[QuantityMention]
) -> str | None:
    """The other figure of the same unit that stands right behind what happens."""
    mine = next((m for m in mentions if touch((m.start, m.end), count)), None)
    if mine is None or mine.quantity.unit is None:
        return None
    for other in mentions:
        if other is mine or other.quantity.unit != mine.quantity.unit:
            continue
        if sentence[anchor[1] : other.start].strip() or other.start < anchor[1]:
            continue
        before = re.search(
            r"(?P<verb>[a-z]+)\s+\Z", sentence[max(0, mine.start - _BACK) : mine.start]
        )
        taken = mine.end <= anchor[0] and before is not None and is_past(before["verb"])
        compared = (
            other.end <= mine.start
            and _TO.fullmatch(sentence, other.end, mine.start)
            and _WENT.match(sentence, mine.end)
        )
        if taken or compared:
            return sentence[other.start : other.end]
    return None


def miscounts(sentence: str, count: Range, counted: Range) -> str | None:
    """What shows that a figure does not count these words; None where it may."""
    if touch(count, counted):
        return None
    words = sentence[slice(*counted)]
    mention = next((m for m in figures_of(sentence) if touch((m.start, m.end), count)), None)
    unit = mention.quantity.unit if mention is not None else None
    if unit is not None and is_length(unit):
        head = head_of(words)
        of_people = is_people(head) or (head.islower() and may_act(words))
        before = counted[1] <= count[0]
        for other in figures_of(sentence):
            held = _OF_IT.match(sentence, other.end)
            if other is not mention and held is not None and held.end() == counted[0]:
                return sentence[other.start : other.end]  # "60 meters of [water]"
        return unit if before and of_people and not may_be_site(words) else None
    noun = noun_behind(sentence, count[1]) if mention is not None and mention.counts else None
    if noun is None and (whole := _WHOLE_OF.search(sentence, max(0, count[0] - _NEAR), count[0])):
        return whole["noun"] if whole["noun"] not in words else None
    if noun is None or counted[0] < noun[1]:
        return other_noun(sentence, mention, counted) if mention is not None else None
    counts = sentence[slice(*noun)]
    joined = _JOINED.fullmatch(sentence, noun[1], counted[0])
    single = _SINGLE.match(words) and _AND.fullmatch(sentence, noun[1], counted[0])
    beyond = _BEYOND.fullmatch(sentence, noun[1], counted[0])
    doing = _DOING.fullmatch(sentence, noun[1], counted[0])
    if joined or single or beyond or doing:
        return counts
    return other_noun(sentence, mention, counted) if mention is not None else None
