"""Who is named beside an event and does not tell of it: who hears it, answers it, or is spoken of.

"Hale told reporters that Roe fled, if Norland asks" has neither reporters nor Norland tell it.
"""

import re
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import AUXILIARIES, is_past, words_of
from llmextract.article.syntax.patterns import ARTICLE, BETWEEN, TELLING
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.rules.setting.asides import is_verb
from llmextract.judge.values import figures_of

_LOOK_BACK, _NEAR, _MOST_WORDS = 120, 60, 4
# To whom something is told who passes nothing on; "told Radio Nord" may be known from there.
_TOLD: Final = re.compile(
    rf"\b(?:{TELLING}|telling|promis(?:es?|ed|ing)|addressed|addressing|(?:speaking|talking|spoke|talked)\s+(?:to|with|before)"
    rf"|(?:statement|letter|address|speech|remarks|testimony|message)\s+to)\s+(?:\w+\s+)?{ARTICLE}\Z",
    re.IGNORECASE,
)
_HEARERS: Final = words_of(
    "reporters journalists newsmen correspondents parliament lawmakers mps deputies senators"
    " legislators assembly congress senate house court judge judges jury council committee panel"
    " inquiry hearing conference briefing rally meeting audience crowd supporters residents"
    " relatives families students investors commission tribunal"
)
_ASKED: Final = re.compile(
    r"\b(?:(?:in\s+)?(?:reply|replying|response|responding|answer|answering)\s+to\s+"
    rf"{ARTICLE}(?:\w+\s+)?(?:questions?|quer(?:y|ies)|requests?|letters?|criticisms?|calls?|appeals?)\s+"
    rf"(?:from|by|of)|(?:asked|pressed|questioned|urged)\s+by)\s+{ARTICLE}\Z",
    re.IGNORECASE,
)
_SAID: Final = (
    r"(?:says?|said|stat(?:es?|ed)|add(?:s|ed)?|claim(?:s|ed)?|announce[sd]?|report(?:s|ed)?"
    r"|insist(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|explain(?:s|ed)?|confirm(?:s|ed)?|testif(?:y|ies|ied)"
    r"|maintain(?:s|ed)?|allege[sd]?|den(?:y|ies|ied)|believes?|acknowledge[sd]?|admit(?:s|ted)?)"
)
# "Roe said the captain [had fled]", "if Norland [asked] for it".
_SAID_OF: Final = re.compile(rf"\b{_SAID}\s+(?:that\s+)?{ARTICLE}\Z", re.IGNORECASE)
_IF: Final = re.compile(rf"\b(?:if|unless|provided\s+that)\s+{ARTICLE}\Z", re.IGNORECASE)
_VERB: Final = re.compile(rf"(?:\s+\([^()]{{1,30}}\))?\s+{BETWEEN}(?P<verb>[a-z]+)\b")
_GOES_ON: Final = re.compile(rf"[^;“”\"]{{0,160}}?\b(?:and|but)\s+{BETWEEN}{_SAID}\b")
# "Blamed the Front for it", "the army was accused of it", "Hale, who they say did it".
_BLAMED: Final = re.compile(
    rf"\b(?:blam|accus|condemn|criticis|criticiz|denounc|charg|suspect|fault)(?:e|ed|es|s|ing)?\s+{ARTICLE}\Z",
    re.IGNORECASE,
)
_FOR_IT: Final = re.compile(r"\s+(?:for|of|over|with)\s")
_IS_BLAMED: Final = re.compile(
    r"\s+(?:is|are|was|were|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?(?:accused|blamed|suspected|charged"
    r"|condemned|critici[sz]ed|convicted|sentenced|arrested|indicted)\b"
)
_WHO_IS_SAID: Final = re.compile(
    rf",?\s+(?:who|whom|which)\s+(?:they|he|she|it|we|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){{0,2}}"
    rf"|the\s+\w+)\s+{BETWEEN}(?:{_SAID}|describe[sd]?|suspect(?:s|ed)?)\b"
)
_UP_TO: Final = re.compile(rf"\s+{BETWEEN}")
# "Five more than the government acknowledged".
_THAN: Final = re.compile(rf"\bthan\s+{ARTICLE}\Z", re.IGNORECASE)
_GIVEN: Final = re.compile(rf"\s+{BETWEEN}(?:{_SAID}|estimate[sd]?|counted|gave|gives|had\s+put)\b")
# Somebody cited for what a relative clause tells: "where, according to Roe, they quarrelled".
_CITED_THERE: Final = re.compile(
    rf"\b(?:where|which|who|whom|whose|when),\s+according\s+to\s+{ARTICLE}(?:[\w’'.-]+\s+){{0,4}}\Z",
    re.IGNORECASE,
)
# "Contradicting a report in the Dorva Post".
_REBUTS: Final = (
    r"(?:den(?:ies|ied|y|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)"
    r"|refut(?:es?|ed|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted|ting)?)"
)
_WORD_OF: Final = (
    r"(?:reports?|claims?|accounts?|rumou?rs?|allegations?|assertions?|accusations?|suggestions?"
    r"|statements?|information|charges?|version)"
)
_AGAINST: Final = re.compile(
    rf",\s+{_REBUTS}\s+{ARTICLE}(?:\w+\s+){{0,2}}{_WORD_OF}\s+(?:by|in|from|of|on)\s+{ARTICLE}\Z",
    re.IGNORECASE,
)
# "Declined to comment on reports that", "could not confirm that".
_SILENT: Final = (
    r"(?:(?:(?:did|do|does|could|can|would|will)(?:\s+not|n’t|n't)|not(?:\s+yet)?|declined\s+to|refused\s+to"
    r"|(?:is|are|was|were)\s+(?:unable|unwilling|not\s+able|not\s+ready)\s+to)\s+(?:immediately\s+)?"
    r"(?:comment|confirm|verify|say|respond|discuss|elaborate|acknowledge)(?:ed)?\b)"
)
_REBUTS_IT: Final = re.compile(
    rf"\s+{BETWEEN}(?:{_REBUTS}\s+(?:as\s+\w+\s+)?(?:(?:an?|the|this|that|these|those|such|his|her|its|their"
    rf"|all)\s+)?(?:\w+\s+){{0,3}}?{_WORD_OF}\b|{_REBUTS}\s+that\b|{_SILENT})",
    re.IGNORECASE,
)
_AND_SAYS: Final = re.compile(
    r"\b(?:said|says|told|tells|added|adding|saying|stat(?:ed|ing)|declared|announced|reported|claimed"
    r"|insisted|confirmed|accused|alleged|asserted|argued|charged|maintained|noted|warned"
    r"|suggested|explained|acknowledged|admitted|wrote|revealed)\b"
)
_CALLS_IT: Final = re.compile(
    rf",?\s+{BETWEEN}(?:(?:call|brand|label|describ|dismiss|reject|denounc|decri)(?:s|es|ed|led|ied)"
    r"\s+(?:it\s+|this\s+)?(?:as\s+)?(?:\w+\s+){0,2}?(?:baseless|false|untrue|lies?|lie|nonsense"
    r"|fabricat\w+|propaganda|rumou?rs?|unfounded|groundless|inaccurate|incorrect|invention|absurd"
    r"|speculation|wrong)|den(?:ied|ies)\b)",
    re.IGNORECASE,
)
_WHICH: Final = re.compile(
    r"\b(?:which|that)\s+(?:[^;:“”\"]{0,60}\s)?\Z",
)
_CLAUSE: Final = re.compile(
    r";\s+(?:(?:and|but|while|however,)\s+)?|,\s+(?:but|while|although|though|whereas|and)\s+",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(rf"\b(?:{_SAID}|saying)\s+(?:that\s+)?\w")
# Behind who says what stands before: "mills burned, Roe [said]".
_SAID_LAST: Final = re.compile(rf"\s+{BETWEEN}{_SAID}(?:\s+(?:on\s+)?[A-Z][a-z]+day)?")
_NAMED_TELLS: Final = re.compile(
    rf"(?!(?:he|she|it|they|also|later|then|has|had|have)\b)[^,;:“”\"]{{2,60}}?"
    rf"(?:,[^;:“”\"]{{2,90}},)?\s+{BETWEEN}{_SAID}\s+(?:that\s+)?[^;“”\"]{{0,120}}\Z",
    re.IGNORECASE,
)
# "The army counted", "Hale speaks of more than 400 dead and the Front of": a figure of their own.
_GIVES: Final = re.compile(
    r"(?!(?:he|she|it|they|this|that|also|later|then|has|had|have|was|were)\b)(?:[\w’'.-]+\s+){1,6}?"
    rf"{BETWEEN}(?:{_SAID}|counted|counts|estimate[sd]?|puts?|gave|gives|speaks?\s+of|spoke\s+of|talks?\s+of"
    r"|recorded|registered|cited|cites)\b"
)
_REJECTED: Final = re.compile(
    rf",\s+{_REBUTS}\s+{ARTICLE}(?:\w+\s+){{0,2}}{_WORD_OF}\b[^;:]{{0,80}}\Z", re.IGNORECASE
)

_KNOWN: Final = re.compile(r"\b(?:the|this|that|these|those)\s(?:[a-z-]+\s){0,2}\Z")
_AND_SAYS_SO: Final = re.compile(rf"\b(?:and|but)\s+{BETWEEN}{_SAID}\b")
_AGAINST_IT: Final = re.compile(
    rf"(?:;\s|,\s(?=[bwa]))(?:(?:but|while|although|whereas)\s)?{ARTICLE}"
)
_SAYS_SO: Final = re.compile(
    rf"\s+{BETWEEN}(?:{_SAID}|counted|counts|puts?|spoke\s+of|speaks\s+of)\b"
)
_GIVES_UP: Final = re.compile(rf"\b{_SAID}\s+(?:that\s+)?[^;“”\"]{{0,200}}\Z")


def no_teller(sentence: str, words: Range, event: Range) -> str | None:
    """The words of a sentence that show that who stands at `words` is only named beside an event.

    Places are half-open code points in the sentence.
    """
    return (
        _hears(sentence, words)
        or _is_meant(sentence, words, event)
        or _is_spoken_of(sentence, words)
        or _is_measure(sentence, words)
        or _is_cited_there(sentence, words, event)
        or _is_contradicted(sentence, words, event)
    )


def _hears(sentence: str, words: Range) -> str | None:
    """The words by which it is told to somebody, or answered: "told reporters"."""
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    if (asked := _ASKED.search(before)) is not None:
        return asked[0].strip()
    told = _TOLD.search(before)
    hears = head_of(sentence[slice(*words)]).lower() in _HEARERS
    return told[0].strip() if told is not None and hears else None


def _is_meant(sentence: str, words: Range, event: Range) -> str | None:
    """The words that make somebody the one who is blamed for the event, or who does it."""
    behind = sentence[words[1] : words[1] + _LOOK_BACK]
    if blamed := _BLAMED.search(sentence, max(0, words[0] - _LOOK_BACK), words[0]):
        return blamed[0].strip() if _FOR_IT.match(behind) and words[1] <= event[0] else None
    if found := _IS_BLAMED.match(behind) or _WHO_IS_SAID.match(behind):
        return None if _AND_SAYS.search(sentence, words[1] + found.end()) else found[0].strip()
    does = _UP_TO.fullmatch(sentence, words[1], max(words[1], event[0]))
    told = sentence[slice(*event)]
    is_deed = does is not None and is_past(told.split(" ")[0].lower()) and not says(told)
    return sentence[words[0] : event[1]] if is_deed else None


def _is_spoken_of(sentence: str, words: Range) -> str | None:
    """What another says that somebody does, or may do: "said the captain had fled"."""
    low = max(0, words[0] - _LOOK_BACK)
    verb = _VERB.match(sentence, words[1])
    if verb is None or _GOES_ON.match(sentence, verb.end()):
        return None
    supposed = _IF.search(sentence, low, words[0])
    said = _SAID_OF.search(sentence, low, words[0])
    near = " ".join(sentence[words[1] : words[1] + _NEAR].split()[:_MOST_WORDS])
    acts = not says(near) and (verb["verb"] in AUXILIARIES or is_past(verb["verb"]))
    found = supposed or (said if acts else None)
    return sentence[found.start() : verb.end()] if found is not None else None


def _is_measure(sentence: str, words: Range) -> str | None:
    """What somebody gives another number for: "more than the army admitted"."""
    found = _THAN.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    given = _GIVEN.match(sentence, words[1]) if found is not None else None
    return sentence[found.start() : given.end()] if found and given else None


def _is_cited_there(sentence: str, words: Range, event: Range) -> str | None:
    """What a relative clause cites somebody for, where the event stands before it."""
    found = _CITED_THERE.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    return found[0].strip() if found is not None and event[1] <= found.start() else None


def _is_contradicted(sentence: str, words: Range, event: Range) -> str | None:
    """What is said against somebody's report of the event before it."""
    found = _AGAINST.search(sentence, max(0, words[0] - _LOOK_BACK), words[0])
    return found[0].strip(" ,") if found is not None and event[1] <= found.start() else None


def rebuts(sentence: str, words: Range, event: Range | None) -> str | None:
    """The words by which somebody rejects a report: "denied a report that", "called it baseless".

    `event` is None where it stands in another sentence.
    """
    found = _REBUTS_IT.match(sentence, words[1])
    if found is not None:
        low = found.end() if event is None else max(found.end(), event[0])
        goes_on = _AND_SAYS.search(sentence, found.end(), low)
        inside = event is None or (event[0] >= found.end() and goes_on is None)
        return found[0].strip() if inside else None
    calls = _CALLS_IT.match(sentence, words[1])
    low = max(0, words[0] - _LOOK_BACK)
    which = _WHICH.search(sentence, low, words[0]) if calls is not None else None
    is_told = which is not None and event is not None and event[1] <= which.start()
    return calls[0].strip() if calls is not None and is_told else None


def goes_on_saying(sentence: str, words: Range, event: Range) -> bool:
    """Whether who denies one thing says another of a deed that nobody disputes: "the fire".

    "Roe denied reports that 60 had died in the fire and said only two were hurt".
    """
    found = _REBUTS_IT.match(sentence, words[1])
    if found is None or event[0] < found.end() or is_verb(sentence, event):
        return False
    is_known = _KNOWN.search(sentence, max(0, event[0] - _NEAR), event[0]) is not None
    return is_known and _AND_SAYS_SO.search(sentence, event[1]) is not None


def of_other_clause(sentence: str, words: Range, event: Range) -> str | None:
    """Who tells of it in the clause behind: "Roe said all was calm, but Hale said mills burned"."""
    marks = list(_CLAUSE.finditer(sentence, words[1], event[0]))
    if not marks or marks[-1][0].lower().strip(" ,") == "and":
        return None
    low, high = words[1], marks[-1].start()
    if not (_OPENS.search(sentence, low, high) or _SAID_LAST.fullmatch(sentence, low, high)):
        return None
    found = _NAMED_TELLS.fullmatch(sentence, marks[-1].end(), event[0])
    found = found or _GIVES.match(sentence, marks[-1].end(), event[0])
    return found[0].strip() if found is not None else None


def rival_figure(sentence: str, teller: Range, event: Range, count: Range) -> str | None:
    """The words by which another gives a figure: "Roe says 30 fled, while Hale counted [18]".

    Or by which a report of it is rejected: "Roe said, refuting a report of [nine] dead".
    """
    against = _REJECTED.search(sentence, max(0, count[0] - _LOOK_BACK), count[0])
    if against is not None and max(event[1], teller[1]) <= against.start():
        return against[0].strip(" ,")
    if count[1] <= teller[0] and (own := _own_figure(sentence, teller, count)) is not None:
        return own
    low = max(event[1], teller[1])
    marks = list(_CLAUSE.finditer(sentence, low, count[0])) if low <= count[0] else []
    if not marks:
        return None
    given = _GIVES.match(sentence, marks[-1].end(), count[0])
    return given[0].strip() if given is not None else None


def _own_figure(sentence: str, teller: Range, count: Range) -> str | None:
    """What a teller says against a figure before: "Roe said 18 fled, but [Hale] counted 30"."""
    marks = list(_CLAUSE.finditer(sentence, count[1], teller[0]))
    if not marks or _AGAINST_IT.fullmatch(sentence, marks[-1].start(), teller[0]) is None:
        return None
    told = _SAYS_SO.match(sentence, teller[1])
    if told is None or _GIVES_UP.search(sentence, 0, count[0]) is None:
        return None
    has_own = any(m.counts and m.start >= told.end() for m in figures_of(sentence))
    return sentence[teller[0] : told.end()] if has_own else None
