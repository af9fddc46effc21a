"""Labels of how real something is, held against the verb group that its own words stand in.

What "will be held" has not occurred, what "is being hunted" has not failed, what ended "after
holding them" goes on no more, and of what "No soldiers" will do there is no plan.
"""

import re
from typing import Final

from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    NOT,
    has_verb,
    is_base,
    is_gerund,
    is_past,
    tokenise,
    words_of,
)
from llmextract.ask.realis import ASSERTED, DENIED, PLANNED
from llmextract.judge.rules.sorts.asked import only_asked
from llmextract.judge.rules.sorts.aspect import going_on
from llmextract.judge.rules.sorts.other_clauses import without_others

_REACH: Final = 240
_ADVERB: Final = r"(?:\w+ly\s+|also\s+|then\s+|soon\s+|still\s+|now\s+|again\s+|later\s+)?"
_WHEN: Final = (
    r"(?:\s+(?:early|late|last|this|next|again|once|twice|yesterday|today)){0,2}(?:\s+(?:on|in|at|since"
    r"|during|for|over|after|by)\s+(?:[\w:’'.-]+\s+){0,4}?[\w:’'.-]+)?"
)
# Inside the words themselves: "a curfew is to begin", "failed on Monday to agree", "gave no help".
_TO_COME: Final = re.compile(
    r"(?:\A|\s)(?P<shown>(?:(?:will|shall|would|could|may|might|can)(?!\s+(?:not\s+)?have\b)"
    r"|(?:is|are)\s+(?:(?:due|set|expected|scheduled|planned|about|still|likely)\s+)?to)"
    r"(?=\s+[a-z]))"
)
_TRIES: Final = re.compile(
    r"\A(?:has\s+|have\s+|had\s+)?(?P<shown>fail(?:ed|s)|refus(?:ed|es)|declin(?:ed|es)|neglected"
    r"|tri(?:ed|es)|attempted|sought)" + _WHEN + r"\s+to\s+[a-z]",
    re.IGNORECASE,
)
_DENIES: Final = re.compile(
    r"\b(?P<shown>(?:did|does|do|has|have|had|was|were|is|are)(?:\s+(?:\w+ly\s+)?(?:not|never)|n['’]t)"
    r"(?!\s+(?:only|just|merely|simply))|(?:has|have|had)\s+\w+(?:ed|n|ken|ven)\s+no(?=\s+(?!longer\b"
    r"|fewer\b|less\b|more\b)[a-z])|(?:said|knew|did|found|saw|had)\s+nothing)\b"
)
# Right before them: "was due to meet", "pledged in March to admit".
_DUE: Final = re.compile(
    r"\b(?P<shown>(?:is|are|was|were|be)\s+(?:\w+ly\s+|also\s+|still\s+|both\s+)?due"
    + _WHEN
    + r"\s+to)\s+"
    + _ADVERB
    + r"\Z"
)
_INTENDED: Final = re.compile(
    r"\b(?P<shown>tr(?:y|ied|ies|ying)|attempt(?:ed|s|ing)?|fail(?:ed|s|ing)?|pledg(?:ed|es|ing)"
    r"|vow(?:ed|s|ing)|promis(?:ed|es|ing)|plan(?:s|ned|ning)?|hop(?:ed|es|ing)|want(?:ed|s)|intend(?:ed|s)"
    r"|threaten(?:ed|s|ing)|offer(?:ed|s|ing)|refus(?:ed|es|ing)|declin(?:ed|es|ing)|sought|asked)"
    + _WHEN
    + r"\s+to\s+"
    + _ADVERB
    + r"\Z"
)
_IN_VAIN: Final = re.compile(
    r"\b(?P<shown>empty-handed|in\s+vain|to\s+no\s+avail|without\s+success|unsuccessfully"
    r"|ga(?:ve|iven)\s+up)\b"
)
_PURPOSE: Final = re.compile(r"\bto\s+" + _ADVERB + r"\Z")
# "There would be no truce until the army left".
_UNTIL: Final = re.compile(
    r"\b(?P<shown>(?:will|won['’]t|cannot|must|(?:that|said|says|it|they|he|she)\s[^.;:]{0,60}\bwould)"
    r"\s[^.;:]{1,80}\s(?:until|unless|before))\s(?:[\w’'-]+\s+){1,6}\Z"
)
# "Will fly to Dorva on Friday for talks".
_GOING: Final = re.compile(
    r"\b(?P<shown>(?:will|would|may|might|could|(?:is|are)\s+(?:(?:due|set|expected|scheduled|planning)\s+)?to"
    r"|plans?\s+to)\s+"
    + _ADVERB
    + r"(?:fly|travel|go|come|return|gather|head|visit|arrive|leave|depart"
    r"|convene))\b[^.,;:]{0,80}\bfor\s+(?:an?\s+)?(?:(?!the\b|his\b|her\b|its\b|their\b)[\w-]+\s+){0,2}\Z"
)
_DATED: Final = re.compile(
    r",?\s+(?P<shown>(?:due|scheduled|slated|set)\s+(?:to\s+(?:be|take|begin|start|open|resume)|for|in|on))\b"
    r"(?!.{0,200}\b(?:took\s+place|went\s+ahead|was\s+(?:held|over)|were\s+held|happened|began|ended)\b)"
)
# Behind asides: "the return of Roe, 63, who left in May, did not take place".
_CAME_TO_NOTHING: Final = re.compile(
    r"(?P<phrase>[^.,;:]{0,90}),\s[^.;:]{1,200}?,\s+(?P<shown>(?:did|does|do|has|have|had|was|were|is|will|would)"
    r"(?:\s+not|\s+never|n['’]t)(?:\s+yet)?|(?:would|could|might|may|will))\s+(?:be(?:en)?\s+)?"
    r"(?:take\s+place|happen(?:ed)?|occur(?:red)?|materiali[sz]ed?|go\s+ahead|held|launched|carried\s+out"
    r"|begin|begun|start(?:ed)?)\b(?!\s+again)"
)
_JOINED: Final = re.compile(r",\s(?:and|but)\b")
_BE: Final = r"(?:is|are|['’](?:s|re))"
_GOES_ON: Final = re.compile(_BE + r"\s+(?:still\s+|now\s+|already\s+)?(?P<being>being\s+)?\Z")
_AFTER: Final = re.compile(r"\b(?P<shown>after)\s+(?:having\s+)?(?:\w+ly\s+)?\Z")
_FUTURE: Final = re.compile(
    r"\b(?:will|would|may|might|could|shall|(?:is|are)\s+(?:(?:due|set|expected|scheduled|about|still)\s+)?to)"
    r"\s+(?:be\s+|then\s+|soon\s+|again\s+|be\s+\w+ly\s+)?\Z"
)
_TAKEN_BACK: Final = re.compile(
    r"\b(?:not|never|no|cannot|\w+n['’]t|but|den(?:y|ied|ies)|reject\w*|dismiss\w*|refut\w*|cancel\w*"
    r"|postpon\w*|abandon\w*|scrap\w*|fail\w*|called\s+off|collaps\w*|untrue|false|instead|rather|without"
    r"|refus\w*|block\w*|prevent\w*|stopp\w*)\b",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"(?:\A|[\s“\"])(?P<shown>No(?!\s(?:fewer|less|more|later|sooner|longer|doubt|matter)\b)|Nobody|No\s+one|None\s+of|Neither|no|nobody|none\s+of|neither)\s[^,;.:]{0,60}\Z"
)
_ONGOING: Final = "ongoing"
# What is told as going on has not.
_BROUGHT_TO_END: Final = words_of("completed succeeded done")
# "Talks with Norland collapsed in May" took place, and were not completed.
_BROKEN_OFF: Final = re.compile(
    r"(?:\s(?:with|between|on|over|in|of|about)\s[^,.;:]{1,60}?)?\s(?:(?:has|have|had)\s)?"
    r"(?P<shown>collapsed|failed|broke\sdown|broken\sdown|fell\sthrough|stalled|fell\sapart)\b"
)
_COME_ABOUT: Final = words_of("occurred happened completed succeeded done realized realised")


_LOST: Final = r"(?:to\s+(?:be|have)\s|dead\b|missing\b|lost\b|[a-z]+(?:ed|en)\b)"
# What is feared or due has not come about by that: "are feared dead", "had been due back".
_FEARED: Final = re.compile(
    r"\A(?:(?:is|are|was|were|(?:has|have|had)\s+been)\s+)?"
    rf"(?:(?P<shown>feared|presumed|assumed)\s+{_LOST}"
    r"|(?P<due>due)(?:\s+(?:back|to|in|on|at|for|by|home|out)\b|\Z))"
)
_FEARED_BEFORE: Final = re.compile(r"\b(?P<shown>feared|presumed|assumed)\s+(?:to\s+be\s+)?\Z")
_IS_LOST: Final = re.compile(_LOST)
# "No jobs [will be] lost".
_WILL: Final = re.compile(
    r"\b(?:will|would|shall|can|could|may|might|(?:is|are)\s(?:(?:due|set|expected)\s)?to)\s"
    r"(?:be\s)?(?:\w+ly\s)?\Z"
)


def not_real(text: str, start: int, end: int, name: str) -> str | None:
    """The words by which text[start:end] is not what a label that asserts it says, or None."""
    told, before, behind = text[start:end], text[max(0, start - _REACH) : start], text[end:]
    inside = _TO_COME.search(told) or _TRIES.search(told) or _DENIES.search(told)
    if inside is not None:
        return inside["shown"]
    if (shown := only_asked(text, start, end)) is not None:
        return shown
    feared = _FEARED.match(told)
    if feared is None and _IS_LOST.match(told):
        feared = _FEARED_BEFORE.search(before)
    if feared is not None:
        return feared["shown"] or "due"
    words = tokenise(told).words
    found = None
    if words and is_base(words[0]) and len(words[0]) > 1:
        found = _DUE.search(before) or _INTENDED.search(before) or in_vain(text, start, end)
    found = found or (_UNTIL.search(before) if any(map(is_past, words)) else None)
    if found is None and not any(map(is_past, words)):
        found = _GOING.search(before) or _DATED.match(behind) or _without_verb(behind)
    if found is None and name == _ONGOING and words and is_gerund(words[0]):
        found = _AFTER.search(before)
    return found["shown"] if found else None


def in_vain(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words by which nothing came of a purpose: "to nab Roe and came back empty-handed"."""
    is_purpose = _PURPOSE.search(text, max(0, start - _REACH), start)
    return _IN_VAIN.search(text, end) if is_purpose else None


def _without_verb(behind: str) -> re.Match[str] | None:
    """What came of a noun behind asides, where no verb stands in its own phrase."""
    found = _CAME_TO_NOTHING.match(behind)
    if found is None or _JOINED.search(found[0]):
        return None
    words = tokenise(found["phrase"]).words
    verbs = (
        word in AUXILIARIES or (is_past(word) and words[at - 1 : at] not in (("a",), ("the",)))
        for at, word in enumerate(words)
    )
    return None if any(verbs) else found


def not_undone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is yet to come or goes on, and nothing around takes it back."""
    if _TAKEN_BACK.search(text, end) or _NOBODY.search(text[max(0, start - _REACH) : start]):
        return False
    told = text[start:end]
    words = tokenise(told).words
    if not NOT.isdisjoint(words):
        return False
    lead = next((at for at, word in enumerate(words) if word not in AUXILIARIES), len(words))
    own = words[lead:]
    if not own:
        return False
    at = told.lower().find(own[0])
    group = text[max(0, start - _REACH) : start + max(at, 0)]
    own_clause = re.split(r"[,;:]|\b(?:and|but|that)\b", group)[-1]
    if _TAKEN_BACK.search(own_clause):
        return False
    goes_on = _GOES_ON.search(group)
    if goes_on is not None:
        return is_past(own[0]) or (is_gerund(own[0]) and not goes_on["being"])
    return _FUTURE.search(group) is not None and (is_base(own[0]) or is_past(own[0]))


def unplanned_by_all(text: str, start: int, end: int) -> str | None:
    """The nobody who is to do text[start:end]: "No soldiers" of what "will be deployed"."""
    before = text[max(0, start - _REACH) : start]
    will = _WILL.search(before)
    if will is None and not _TO_COME.match(text[start:end]):
        return None
    found = _NOBODY.search(before[: will.start()] if will is not None else before)
    return None if found is None or has_verb(found[0]) else found["shown"]


def contradicts_tense(
    text: str, start: int, end: int, name: str, *, may_go_on: bool = True
) -> str | None:
    """The words against a label; "" where a label of denial has none; None where it stands.

    `may_go_on`: there is a label for what goes on, which else may only be told as occurred.
    """
    if name in ASSERTED:
        against = not_real(text, start, end, name)
        if against is None and name in _BROUGHT_TO_END:
            broken_off = _BROKEN_OFF.match(text, end)
            against = broken_off["shown"] if broken_off else None
        if against is None and name in _COME_ABOUT and may_go_on:
            going = going_on(text, start, end)
            return going and going.words
        return against
    if name in DENIED:
        return "" if not_undone(without_others(text, start, end), start, end) else None
    return unplanned_by_all(text, start, end) if name in PLANNED else None
