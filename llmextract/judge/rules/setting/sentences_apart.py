"""Times that one cited sentence gives to what is not the deed that another one tells.

The deed has a time of its own; or the other sentence tells when somebody spoke, what is still to
come where the deed is past, or what is past where the deed is still to come.
Offsets are half-open code points in a sentence.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.sentences import Sentence
from llmextract.article.syntax import grammar
from llmextract.article.syntax.patterns import WORD
from llmextract.article.syntax.saying import says
from llmextract.article.times.reader import TimeMention
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.rules.setting.dating import times_in, verbs_beside
from llmextract.judge.rules.setting.joined import BEGAN, COMING
from llmextract.judge.rules.setting.own_times import dated_itself, lie_apart
from llmextract.judge.rules.setting.tensed import said_then
from llmextract.judge.spans import stands_elsewhere, within
from llmextract.judge.support import Evidence
from llmextract.judge.verdict import Span

_REACH: Final = 120
# Where the clause of a time begins, read backwards.
_BREAK: Final = re.compile(
    r"[,;:“”\"()—–]|\b(?:who|whom|whose|which|that|when|where|while|as|after|before|until|because"
    r"|since|if|unless|than|and|but|or)\s"
)
_WILL: Final = re.compile(
    r"\b(?:will|shall|(?:is|are)\s(?:now\s|also\s)?(?:to|due|set|expected|scheduled|likely|slated))\s"
)
_WAS_DUE: Final = re.compile(
    r"\bhad\s(?:originally\s|initially\s|previously\s)?been\s"
    r"(?:due|set|expected|scheduled|slated|planned|supposed|meant)\s"
)
_TO_COME: Final = re.compile(r"\b(?:will|shall|may|might|(?:is|are)\s(?:now\s)?(?:to|due|set))\b")
_PLANS: Final = re.compile(
    r"\b(?:plans?|hopes?|intends?|aims?|wants?|talks)\sto\s(?:\w+ly\s|be\s)?\Z"
)
_BEFORE_VERB: Final = re.compile(r"\b(?:to|may|might|can|could|would|should|must|has|have)\s\Z")
# What is told of the time of another deed: "put off the vote. It will be held on Friday".
_ARRANGES: Final = grammar.inflected(
    "schedule plan* set* slate expect postpone delay reschedule call announce order agree extend"
    " decide move prepare arrange promise"
)


def not_in_own_sentence(evidence: Evidence, anchor: Span, words: Span) -> str | None:
    """Why a time of another sentence is not that of an anchor; None where it may be."""
    article = evidence.article
    if anchor.sentence is None or words.sentence in (None, anchor.sentence):
        return None
    here, there = article.line_at(anchor.start), article.line_at(words.start)
    if here is None or there is None or here is there or words.exact in here.text:
        return None
    low, high = within(there, words)
    given = next(
        (t for t in times_in(there.text, article.published) if t.start < high and low < t.end), None
    )
    if given is None or stands_elsewhere(evidence, here, (anchor,)):
        return None
    own = _own(evidence, here, within(here, anchor), (there, given))
    if own is not None:
        return f"{words.exact!r} stands elsewhere: {anchor.exact!r} has {own!r} beside it"
    other = _of_another(here.text, within(here, anchor), there.text, (given.start, given.end))
    return other and f"{words.exact!r} is told of something else: {other!r}"


def _own(
    evidence: Evidence, here: Sentence, anchor: Range, given: tuple[Sentence, TimeMention]
) -> str | None:
    """The words of the time that an anchor has beside it, where the one given is another."""
    there, time = given
    told = there.text[time.start : time.end], time
    own = dated_itself(here.text, anchor, told, times_in(here.text, evidence.article.published))
    if own is None:
        return None
    # "Roe was shot in May. It was on Friday" is of one day; not where Hale left on Friday.
    may_be_in_it = own.time.precision == "month" and time.time.precision == "day"
    if may_be_in_it and not lie_apart(own.time, time.time):
        verb = next(verbs_beside(there.text, (0, 0), (time.start, time.end)), None)
        if verb is None:
            return None
    return here.text[own.start : own.end]


def _of_another(here: str, deed: Range, there: str, time: Range) -> str | None:
    """What the other sentence tells of a time that is none of a deed of this one, or None."""
    if not is_verb(here, deed) and not _tense_to_come(here, deed):
        return None
    told = [word.lower() for word in WORD.findall(here, *deed)]
    if not told or any(says(word) for word in told):
        return None
    if (said := said_then(there, time)) is not None:
        return said
    clause = _clause_before(there, time)
    if _tense_to_come(here, deed):
        return _past_verb(clause, told)
    if not _is_past(here, deed) or not _ARRANGES.isdisjoint(told):
        return None
    found = _WILL.search(clause) or _WAS_DUE.search(clause)
    return clause[found.start() :].strip() if found else None


def _clause_before(sentence: str, time: Range) -> str:
    """The words of its clause before a time; those behind it where it opens the sentence."""
    low = max(0, time[0] - _REACH)
    breaks = [found.end() for found in _BREAK.finditer(sentence, low, time[0])]
    return sentence[breaks[-1] if breaks else low : time[0]]


def _tense_to_come(sentence: str, deed: Range) -> bool:
    """Whether a deed is told as still to come, seen from now: "will leave", "plans to leave"."""
    low = max(0, deed[0] - 40)
    found = COMING.search(sentence, low, deed[0])
    if found is not None and _TO_COME.match(found[0]):
        return " have " not in found[0]  # "may have left"
    if (led := _TO_COME.match(sentence, *deed)) is not None:
        return not sentence.startswith(" have ", led.end())
    return _PLANS.search(sentence, low, deed[0]) is not None


def _is_past(sentence: str, deed: Range) -> bool:
    """Whether a deed is told as past: "left", "has been shot", "fled, leaving"."""
    words = grammar.tokenise(sentence[slice(*deed)]).words
    low = max(0, deed[0] - 40)
    if COMING.search(sentence, low, deed[0]) or _BEFORE_VERB.search(sentence, low, deed[0]):
        return False
    if grammar.is_gerund(words[0]) and sentence.endswith(", ", 0, deed[0]):
        return any(map(grammar.is_past, grammar.tokenise(sentence[: deed[0]]).words))
    return words[0] in ("was", "were", "had", "did") or grammar.is_past(words[0])


def _past_verb(clause: str, told: list[str]) -> str | None:
    """The past verb of a clause that is not the one told: "left" of "Hale left on"."""
    words = grammar.tokenise(clause).words
    if any(word in grammar.MODALS or word in ("is", "are", "has", "have") for word in words):
        return None
    stems = {word[:4] for word in told}
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        is_told = grammar.is_past(word) and word not in grammar.ADJECTIVES
        if not is_told or before in grammar.DETERMINERS or before in grammar.PREPOSITIONS:
            continue
        return None if word in BEGAN or word[:4] in stems else word
    return None
