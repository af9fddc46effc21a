"""Denials that a record does not show: words cut out of "did not say", "no bridge", "not Dorva"."""

import re
from functools import lru_cache

from llmextract.article.article import Article
from llmextract.article.syntax.governing import DENIALS
from llmextract.article.syntax.governors import governors, may_deny
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    is_past,
    words_of,
)
from llmextract.article.syntax.predication import predication, undone
from llmextract.judge.spans import spans_in
from llmextract.judge.tree import GroupNode
from llmextract.judge.verdict import Span

# Right before a name they say that it is another: "the army, not the rebels", "Kelmar but not in".
_OTHER = re.compile(
    r"\b(?:(?<!\bor )not|nor|instead of|rather than|(?<!none )other than|except(?: for)?|excluding"
    r"|unlike|(?:all|everyone|everybody|everything|everywhere) but)"
    r"(?:\s+(?:the|a|an|in|at|by|from|to|of|on|for|with|near))*\s+\Z",
    re.IGNORECASE,
)
# Whatever it finds holds one of these.
_MAY_EXCLUDE = ("no", "than", "but", "instead", "exc", "unlike")
# Right before a clause or its subject they deny it: "none of the bridges fell", "untrue that".
_NONE = re.compile(
    r"\b(?:(?:none|neither|few|hardly any|not (?:all|one|any|many)) of"
    r"|(?:not true|untrue|false|not the case|no truth in(?: \w+){1,3}) that)\s+\Z",
    re.IGNORECASE,
)
# Right before words they leave these open: "may be [reluctant]", "suspected [that he fled]".
_HEDGED = re.compile(
    r"(?<![\w'’-])(?P<hedge>may|might|could|whether|(?<!as )if|unless|likely|possibl[ey]"
    r"|probabl[ey]|perhaps|maybe|presumably|potentially|apparently|reportedly|alleged(?:ly)?"
    r"|seem(?:s|ed)?|appear(?:s|ed)?|suspect(?:s|ed)?|believe[sd]?|thinks?|thought|fear(?:s|ed)?|doubt(?:s|ed)?)"
    r"(?:\s+(?:that|to|be|been|have|has|had|an?|the|\w+ly))*\s+[\"“‘']?\Z"
)
# The main verb of what is said, which leaves open the rest of it: "the army seems to have left".
_OPEN_VERB = re.compile(
    r"[\"“‘']?(?:that\s+)?(?:(?!(?:who|whom|which|that|whose|as|if|like|and|but|or|when|while|because"
    r"|after|before|since|not)\b)[\w’'-]+\s+){1,12}?"
    r"(?P<hedge>(?<!\bwhat )(?:seem|appear)(?:s|ed)?(?=\s+(?:to|that|likely|unlikely|set)\b)"
    r"|suspect(?:s|ed)?(?=\s+that\b)|(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:expected|believed|thought|feared|suspected|presumed|rumou?red)(?=\s+to\b))"
)
# Right before or behind words: "[she would sign it], but only if", "If he wins, [she would sign]".
_CONDITION_BEHIND = re.compile(
    r",?[\"”’]*\s+(?:but\s+)?(?:only\s+|even\s+)?(?P<if>if|unless|provided|as long as)\b"
)
_CONDITION = re.compile(
    r"(?:\b(?:that|said|says)\s+|[“\"]|,\s+|(?<!\w)(?=[IU]))(?P<if>[Ii]f|[Uu]nless)\s"
    r"[^.;:“”\"]{1,160},\s+[\"“]?\Z"
)
# "Roe allegedly fled", but not "an allegedly stolen car" nor "Roe, who allegedly fled, said".
_HEARSAY_INSIDE = re.compile(
    r"[\"“‘']?(?:that\s+)?(?:(?!(?i:who|whom|which|that|whose|as|if|when|while|because|after|before|since"
    r"|although|though|allegedly|reportedly|supposedly|purportedly)\b)[\w’'-]+\s+){0,11}?"
    r"(?P<before>[\w’'-]+)\s+(?P<hedge>allegedly|reportedly|supposedly|purportedly)\s+(?P<verb>[\w’'-]+)"
)
_NO_SUBJECT = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_WHICH = re.compile(r"\b(?:which|as)\b")
# What opens a clause and says nothing of it yet: "No matter who asks, ", "the fact is that ".
_OPENING = re.compile(
    r"[\"“‘']?(?:(?:and|but|so|that)\s+)?(?:no matter\s[^,.;:“”\"]{1,80},\s+"
    r"|the (?:fact|truth|reality|point) is(?:,| that)\s+)+",
    re.IGNORECASE,
)
# What nobody has who has "no intention of it": "has no idea", but "has no choice but to".
_HAS_NO = re.compile(
    r"[\"“‘']?(?:that\s+)?(?:[\w’'-]+\s+){1,5}?[\"“]?(?:has|have|had)\s+[\"“]?(?P<no>no)\s+(?:\w+\s+)?"
    r"(?:ideas?|intentions?|involvement|plans?|evidence|knowledge|role|right|interest|reason"
    r"|links?|ties|connections?|information|proof|authority|desire|record)\b"
)
# "Showed not a shred of pity", but "not a defeat but a win".
_NOT_ONE = re.compile(
    r"[\"“‘']?(?:that\s+)?(?:(?!(?:who|which|that|if|when|because|while)\b)[\w’'-]+\s+){1,8}?"
    r"(?:has|have|had|shown|showed|offered|received|gave|given|said|spoke|heard|felt|found|saw|seen)"
    r"\s+[\"“‘']?(?P<no>not)\s+(?:a|one)\s+(?!.{0,80}\bbut\b)",
    re.DOTALL,
)
# The object of the first verb: "it saw no need for that", "he knew nothing of it".
_NO_OBJECT = re.compile(
    r"[\"“‘']?(?:that\s+)?(?:(?!(?i:who|which|that|if|unless|when|because|while|although|though|as|and|but|or|to"
    r"|of|in|on|at|by|for|with|from)\b)[\w’'-]+\s+){1,5}?(?P<verb>[a-z]+)\s+(?P<no>no(?!\s+(?:fewer|less"
    r"|more|sooner|doubt|question|choice|option|alternative|matter|other|wonder|stranger)\b)|nothing(?!\s+"
    r"(?:but|less|short|more|other)\b)|nobody|none)\b"
)
_FINITE = words_of("sees see knows know has takes take finds find makes make needs need wants want")
_HAS_BEFORE = re.compile(r"\b(?:who|which|that|if|when|because|while|although|though)\b.", re.I)
# "A convoy that had left Dorva has not arrived": the last verb is that of the first words.
_DENIED_BEHIND = re.compile(
    r"[\"“‘']?(?:the|an?)\s+(?:[\w’',-]+\s+){1,9}?(?:that|which|who)\s+"
    r"(?:had|has|have|was|were|is|are)\s+(?:(?!(?:that|which|who|whom|and|but|or|he|she|it|they|we"
    r"|if|when|because|not)\b)[\w’'-]+\s+){2,20}(?P<no>(?:has|have|had|is|are|was|were|will|would"
    r"|does|do|did|can|could)\s+(?:not|never)|\w+n['’]t)\s",
    re.IGNORECASE,
)
_LOOK_BACK, _LONGEST_CONDITION = 40, 180


def hidden_denial(article: Article, start: int, end: int, node: GroupNode) -> str | None:
    """The words that deny text[start:end] and that no field of the record shows; None without any.

    What begins in one sentence is read as far as that goes.
    """
    sentence = article.line_at(start)
    if sentence is None or not may_deny(sentence.text):
        return None
    at = sentence.start
    found = governors(sentence.text, start - at, min(end, sentence.end) - at)
    denials = [(at + g.start, at + g.end) for g in found if g.force in DENIALS]
    if before := _NONE.search(article.text, max(at, start - _LOOK_BACK), start):
        denials.append(before.span())
    for low, high in denials:
        if not _is_shown(node, low, high):
            return article.text[low:high].strip()
    return None


def cut_hedge(article: Article, start: int, end: int, node: GroupNode) -> str | None:
    """The hedge or the condition right beside text[start:end] that no field shows, or None.

    What brings a question may be shown alone: "asked" before "whether" or "if".
    """
    text, sentence = article.text, article.sentence_at(start)
    if hedged := _HEDGED.search(text, max(0, start - _LOOK_BACK), start):
        low, high = hedged.span("hedge")
        asked = low - 2 if hedged["hedge"] in ("whether", "if") else low
        if not _is_shown(node, asked, high):
            return hedged["hedge"]
    begin = max(start - _LONGEST_CONDITION, sentence.start) if sentence is not None else start
    found = _CONDITION_BEHIND.match(text, end) or _CONDITION.search(text, begin, start)
    return found["if"] if found and not _is_shown(node, *found.span()) else None


def open_verb(article: Article, start: int, end: int) -> str | None:
    """The verb of text[start:end] that leaves it open: "seems to", "is expected to"; or None."""
    found = _OPEN_VERB.match(article.text, start, end)
    return found["hedge"] if found else None


def only_heard(article: Article, words: Span, cue: Span | None) -> str | None:
    """The adverb of hearsay beside the verb of what is said: "Roe [allegedly] fled"; or None.

    Who denies what others report, or takes it up, does so for sure: ", which Hale denied".
    """
    found = _HEARSAY_INSIDE.match(article.text, words.start, words.end)
    if found is None or cue is None or undone(cue.exact):
        return None
    before = found["before"].lower()
    is_verb = is_past(before) and before not in AUXILIARIES
    if is_verb or before in _NO_SUBJECT:
        return None
    taken_up = _WHICH.search(article.text, words.end, max(words.end, cue.start))
    return None if taken_up else found["hedge"]


def denied_inside(text: str, start: int, end: int) -> str | None:
    """The words that deny the main clause of text[start:end] behind what stands before its verb.

    Beside what `predication` reads: "No matter who asks, it is not so", "has no idea", "a convoy
    that had left has not arrived".
    """
    if opening := _OPENING.match(text, start, end):
        start = opening.end()
        negated = predication(text, start, end).negated
        if negated is not None:
            return text[slice(*negated)]
    found = _HAS_NO.match(text, start, end)
    if found is not None and _HAS_BEFORE.search(text, start + len("that "), found.start("no")):
        found = None
    if found is None and (object_ := _NO_OBJECT.match(text, start, end)) is not None:
        verb = object_["verb"]
        found = object_ if is_past(verb) or verb in AUXILIARIES or verb in _FINITE else None
    found = found or _NOT_ONE.match(text, start, end) or _DENIED_BEHIND.match(text, start, end)
    return found["no"] if found else None


def _is_shown(node: GroupNode, low: int, high: int) -> bool:
    return any(low < span.end and span.start < high for span in spans_in(node))


def exclusion(article: Article, start: int) -> str | None:
    """The words right before a place that say that it is another one; None if there are none."""
    sentence = article.sentence_at(start)
    if sentence is not None and not _may_exclude(sentence.text):
        return None
    found = _OTHER.search(article.text, max(0, start - _LOOK_BACK), start)
    return found[0].strip() if found else None


@lru_cache(maxsize=1024)
def _may_exclude(sentence: str) -> bool:
    """Whether any word of a sentence could: asked for many fields, and seldom so."""
    folded = sentence.lower()
    return any(word in folded for word in _MAY_EXCLUDE)
