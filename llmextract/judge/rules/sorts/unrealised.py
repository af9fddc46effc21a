"""Words that leave it open whether something happened, where the climb to what governs it ends.

"Was sent to hold the line and finally take the town", "could in the coming weeks be used", "a truce
is necessary": only what closed patterns show, and none of them is asked of clauses of speech.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    UNCHANGED,
    has_verb,
    inflected,
    is_base,
    is_gerund,
    is_past,
    tokenise,
    words_of,
)
from llmextract.ask.realis import PLANNED, POSSIBLE
from llmextract.judge.rules.sorts.foreseen import NONE_PLANNED, foreseen

ONGOING: Final = "ongoing"
_BACK, _ON = 240, 240
_OPEN: Final = POSSIBLE | {"hypothetical", "conditional"}
_ADVERB: Final = r"(?:\w+ly\s+|then\s+|also\s+)?"
# Who goes or is sent to do one thing "and finally take" another has not yet done either.
_SENT: Final = re.compile(
    r"\b(?P<sent>enter(?:ed|s)?|sen[dt]s?|sending|deploy(?:ed|s|ing)?|arriv(?:ed|es|ing)|dispatched"
    r"|moved|returned|travell?ed|marched|headed|rushed|(?:is|are|was|were|remains?)\s+committed)\b"
    r"[^.;:]{1,160}?\sto\s+(?:\w+ly\s+)?(?P<first>[a-z]+)\b(?P<rest>[^.;:]{1,100})\sand\s+"
    + _ADVERB
    + r"\Z"
)
# "Could, in the coming weeks, be": what parts a modal from its verb says when or where.
_MODAL: Final = re.compile(
    r"\b(?P<modal>could|might|may|can|will),?\s+(?:in|at|over|within|by|for|on|before|after|during"
    r"|one|some)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+,?\s+(?P<be>(?:not\s+)?(?:be|have|have\s+been)\s+)?"
    r"(?:\w+ly\s+)?\Z"
)
_PHRASE: Final = r"(?:\s+(?:of|on|at|in|against|between|by|for|from|to|with)\s+[^.,;:]{1,90}?)?"
_NEEDED: Final = re.compile(
    _PHRASE
    + r"\s+(?P<shown>(?:is|are|remains?)\s+(?:still\s+|\w+ly\s+)?(?:necessary|needed|required"
    r"|imperative)|(?:is|are)\s+a\s+(?:condition|precondition|prerequisite)"
    r"|(?:must|should|has\s+to)\s+be\s+(?:an?\s+|the\s+)?(?:\w+\s+)?"
    r"(?:condition|precondition|prerequisite))\b"
)
_HAPPENS: Final = (
    r"(?:take|taken)\s+place|happen(?:ed)?|occur(?:red)?|materiali[sz]ed?|go\s+ahead|gone\s+ahead"
    r"|come\s+about|held|launched|carried\s+out|beg[iu]n|start(?:ed)?|ordered|imposed|staged|made"
)
_ENDED: Final = re.compile(r"\b(?:who|that|which)\s+(?P<once>once|formerly)\s+\Z")
# What is over as soon as it happens.
_AT_ONCE: Final = inflected("declare collapse explode resign sign detonate crash vote adopt") | {
    "died"
}
# And what is, unless it is told of till now: "has killed 12".
_DONE: Final = words_of("killed murdered assassinated captured seized arrested abducted kidnapped")
_LASTING: Final = words_of("has have been being are is still")
_NO_PLAN: Final = re.compile(
    r"\b(?P<shown>(?:no|without\s+any|not\s+any|n['’]t\s+any)\s+(?:immediate\s+|current\s+|such\s+)?"
    r"(?:intention|plans?|desire|wish|interest)(?:\s+(?:whatsoever|at\s+all))?[”\"]?\s+(?:of|to|for|in)"
    r"|(?:not|never|n['’]t)\s+(?:\w+ly\s+)?(?:plan|planning|intend|intending|going|planned|intended)"
    r"\s+to|(?:will|would)\s+(?:not|never)|won['’]t|wouldn['’]t)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
# "Talks that Norland had hoped to hold in Dorva will not take place".
_HAD_PLANNED: Final = re.compile(
    r"\b(?:that|which)\s[^.,;:]{1,80}\shad\s+(?:hoped|planned|intended|wanted|meant)\s+to\s+\Z"
)
_DROPPED: Final = re.compile(
    rf"[^.,;:]{{0,90}}?\s(?P<shown>(?:will|would|did)\s+(?:not|never)\s+(?:{_HAPPENS}))\b"
)


# "A meeting that was to take place in May was cancelled", "talks planned for May did not begin".
_CALLED_OFF: Final = re.compile(
    _PHRASE
    + r"\s+(?:that|which|planned|due|scheduled|set|expected|meant|intended|called|announced)\s"
    r"(?:(?!(?:and|but|who|because|after|when|while|as|said|says)\b)[^\s.;:]+\s){1,20}?"
    r"(?P<shown>(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?(?:cancell?ed|called\s+off"
    r"|postponed|scrapped|shelved|abandoned|foiled|thwarted|averted)"
    rf"|(?:did|does|will|would)\s+(?:not|never)\s+(?:now\s+)?(?:{_HAPPENS}))\b(?!\s+again)"
)
# "Agreed by telephone to cease fire and to pull back": both are only agreed.
_AGREED: Final = re.compile(
    r"\b(?P<agreed>agreed|vowed|pledged|promised|decided|planned|threatened|offered|hoped|undertook)"
    r"\s(?P<when>(?:by|in|on|at|with|during|after|for)\s[^.,;:]{1,60}?\s)?to\s"
    r"(?P<first>[a-z]+\s[^.;:]{1,80}?\sand\sto\s)?\Z"
)
# What is only to begin, or to begin again, goes on no more.
_TO_BEGIN: Final = re.compile(
    r"\b(?P<will>will|would|shall|could|might|may|to)\s(?:\w+ly\s)?(?:resume|restart|relaunch|renew"
    r"|begin|start|launch|mount|reopen)\s(?:(?:its|his|her|their|the|an?)\s)?(?:[\w-]+\s){0,2}\Z"
)


# "Is expected in Dorva on Saturday for talks".
_DUE_IN: Final = re.compile(
    r"\b(?P<due>(?:is|are)\s(?:\w+ly\s|also\s)?(?:expected|due|awaited|scheduled|back))\s(?:back\s)?"
    r"(?:in|at)\s[^.,;:]{1,60}\sfor\s(?:an?\s)?(?:(?!the\b|his\b|her\b|its\b|their\b)[\w-]+\s){0,2}\Z"
)

# What somebody enters or begins for is not done by that: "launched a drive in May to [take Dorva]".
_BEGUN: Final = re.compile(
    r"\b(?P<begun>(?:launch|mount|start|open|initiat|undert|stag)(?:ed|es|s|ing|ook|aken?|aking)|began|begun)"
    r"\s(?:an?|its|their|his|another|the|new)\s(?:[\w’'“”\"-]+\s){0,4}?(?:counter-?)?(?:offensives?|operations?"
    r"|campaigns?|drives?|assaults?|attacks?|push|efforts?|missions?|manhunts?|hunts?|searches|search|sweeps?"
    r"|raids?|bids?|incursions?|invasions?|projects?|programmes?|programs?|initiatives?)[”\"]?"
    r"(?P<when>(?:,?\s(?:[\w’'-]+\s){0,6}?[\w’'-]+,?)?)\sto\s" + _ADVERB + r"\Z"
)
_ENTERED: Final = re.compile(
    r"\b(?P<entered>(?:enter|deploy|dispatch|mobili[sz]|station)(?:ed|es|ing|s))\s(?P<rest>[^.,;:]{1,120}?)\sto\s"
    + _ADVERB
    + r"\Z"
)
_IN_FACT: Final = words_of("find discover see learn hear face meet be have applause cheers")
# "A pullout must be a condition for a [truce]".
_CONDITION: Final = re.compile(
    r"\b(?:is|are|be|become|remains?|as|of)\s(?:an?|the|its|their|one|another)\s(?:[\w-]+\s){0,2}?"
    r"(?P<noun>(?:pre-?)?conditions?|prerequisites?|requirements?)\sfor\s"
    r"(?:(?!the\b|his\b|her\b|its\b|their\b|this\b|these\b)[\w-]+\s){0,3}\Z"
)
# What is sought to be provoked is what the infinitive takes: "seeking to provoke new [clashes]".
_SOUGHT: Final = re.compile(
    r"\b(?P<sought>(?:seek|try|hop|aim|attempt|plan|want|intend|wish|threaten|plott|conspir)(?:ing|s|es)?\sto)\s"
    r"(?P<does>provoke|incite|instigate|ignite|trigger|spark|cause|stir\sup|foment|start|unleash|create|launch"
    r"|bring\sabout|stage|organi[sz]e|mount|hold|carry\sout|conduct|arrange|convene|broker|reach|sign)\s"
    r"(?:(?!(?:the|this|these|those|his|her|its|their|and|or|to|that|which|who|in|on|at|after|against|with)\b)"
    r"[\w’'-]+\s){0,6}\Z"
)
# What was gained, or told by "included", does not go on.
_PASSED: Final = re.compile(r"\b(?P<past>recent|earlier|previous|past|prior|initial)\s\Z")
_GAINED: Final = words_of(
    "gain gains loss losses capture captures seizure seizures fall defeat defeats victory victories"
    " success successes takeover collapse conquest conquests killing killings death deaths arrest"
    " arrests assassination assassinations coup resignation"
)
_INCLUDED: Final = re.compile(
    r"\b(?:which|that|and|gains|successes)\s(?:\w+ly\s|also\s)?(?P<did>included|involved|entailed)\s"
    r"(?:\w+ly\s)?\Z"
)
_EXPRESSED: Final = re.compile(r"\b(?P<said>(?:expressed|voiced))\s(?:[\w-]+\s){0,3}\Z")


class Unreal(NamedTuple):
    """Words that leave something open, and the usual names of what they make of it, if any."""

    words: str
    tells: frozenset[str] = frozenset()


class _Asked(NamedTuple):
    """The words of an event with what stands before and behind them in their sentence."""

    before: str
    words: tuple[str, ...]
    behind: str


def unrealised(sentence: str, start: int, end: int, *, ongoing: bool = False) -> Unreal | None:
    """The words that leave open what sentence[start:end] tells, or None; `ongoing`: or end it."""
    words = tokenise(sentence[start:end]).words
    if not words:
        return None
    asked = _Asked(sentence[max(0, start - _BACK) : start], words, sentence[end : end + _ON])
    if ongoing and (found := _over(asked)) is not None:
        return Unreal(found, frozenset(("occurred",)))
    if ongoing and (begins := _TO_BEGIN.search(asked.before)) and not any(map(is_past, words)):
        return Unreal(begins["will"], PLANNED)
    for shows, tells in _SHOWING:
        if (found := shows(asked)) is not None:
            return Unreal(found, tells)
    return None


def unplanned(sentence: str, start: int, end: int) -> str | None:
    """The words that say that nobody plans sentence[start:end]: "no intention of leaving"."""
    before = sentence[max(0, start - _BACK) : start]
    if found := _NO_PLAN.search(before) or NONE_PLANNED.search(before):
        return found["shown"]
    if found := _CONDITION.search(before):
        return f"{found['noun']} for"
    dropped = _HAD_PLANNED.search(before) and _DROPPED.match(sentence, end)
    return dropped["shown"] if dropped else None


def _over(asked: _Asked) -> str | None:
    """What is over: "rebels whom Norland once backed", "talks collapsed"."""
    if (passed := _passed(asked)) is not None:
        return passed
    verb = next((w for w in asked.words if is_past(w) and w not in AUXILIARIES), None)
    if verb is None:
        return None
    if found := _ENDED.search(asked.before):
        return found["once"]
    near = (*tokenise(asked.before[-20:]).words[-1:], *asked.words)
    lasts = any(map(is_gerund, asked.words)) or verb not in _AT_ONCE | _DONE
    lasts = lasts or (verb in _DONE and not _LASTING.isdisjoint(near))
    return None if lasts or asked.words[0] in ("is", "are") else verb


def _passed(asked: _Asked) -> str | None:
    """What tells of a noun or a form in -ing that it is past: "recent gains, which included"."""
    first = asked.words[0]
    if first in _GAINED and (found := _PASSED.search(asked.before)):
        return found["past"]
    if not any(map(is_past, asked.words)) and (found := _EXPRESSED.search(asked.before)):
        return found["said"]
    found = _INCLUDED.search(asked.before) if is_gerund(first) else None
    return found["did"] if found else None


def _purpose(asked: _Asked) -> str | None:
    """What a deed was begun, or a place entered, for: "launched a raid to [free Roe]"."""
    verb = asked.words[0]
    if not is_base(asked.words[1] if verb.endswith("ly") and asked.words[1:] else verb):
        return None
    if verb in _IN_FACT:
        return None
    if (found := _BEGUN.search(asked.before)) and not has_verb(found["when"]):
        return f"{found['begun']} … to"
    entered = _ENTERED.search(asked.before)
    return f"{entered['entered']} … to" if entered and not has_verb(entered["rest"]) else None


def _condition(asked: _Asked) -> str | None:
    found = _CONDITION.search(asked.before)
    return None if found is None or is_past(asked.words[-1]) else f"{found['noun']} for"


def _sought(asked: _Asked) -> str | None:
    found = _SOUGHT.search(asked.before)
    return None if found is None or is_past(asked.words[-1]) else found["sought"]


def _joined(asked: _Asked) -> str | None:
    verb = asked.words[0]
    if not asked.before.rstrip().endswith("and") and "and " not in asked.before[-20:]:
        return None
    if not is_base(asked.words[-1] if verb.endswith("ly") else verb) or verb in UNCHANGED:
        return None
    found = _SENT.search(asked.before)
    if found is None or not is_base(found["first"]) or has_verb(found["rest"]):
        return None
    return found["sent"]


def _modal(asked: _Asked) -> str | None:
    found = _MODAL.search(asked.before)
    if found is None:
        return None
    verb = asked.words[0]
    fits = is_past(verb) if found["be"] else (is_base(verb) and len(verb) > 1)
    between = found[0].removeprefix(found["modal"])
    between = between.removesuffix(found["be"]) if found["be"] else between
    return found["modal"] if fits and not has_verb(between) else None


def _needed(asked: _Asked) -> str | None:
    found = _NEEDED.match(asked.behind)
    if found is None or any(map(is_past, asked.words)):
        return None
    between = asked.behind[: found.start("shown")]
    return None if has_verb(between) else found["shown"]


def _called_off(asked: _Asked) -> str | None:
    if any(map(is_past, asked.words)):
        return None
    found = _CALLED_OFF.match(asked.behind)
    return found["shown"] if found else None


def _agreed(asked: _Asked) -> str | None:
    found = _AGREED.search(asked.before)
    if found is None or not is_base(asked.words[0]) or not (found["when"] or found["first"]):
        return None
    return None if has_verb(found["when"] or "") else found["agreed"]


def _due_in(asked: _Asked) -> str | None:
    found = _DUE_IN.search(asked.before)
    return None if found is None or any(map(is_past, asked.words)) else found["due"]


def _foreseen(asked: _Asked) -> str | None:
    return foreseen(*asked)


_SHOWING: Final[tuple[tuple[Callable[[_Asked], str | None], frozenset[str]], ...]] = (
    (_joined, PLANNED),
    (_modal, frozenset()),
    (_due_in, PLANNED),
    (_agreed, PLANNED),
    (_called_off, frozenset()),
    (_needed, _OPEN),
    (_condition, _OPEN),
    (_purpose, PLANNED),
    (_sought, PLANNED),
    (_foreseen, PLANNED),
)
