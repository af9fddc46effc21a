"""Whether anything says of what is claimed that it is not so: the other side of a polarity.

What is denied in the same sentence of something else negates nothing: "denied guilt and said that
he left", "urged both sides to talk, but has failed to bring them together".
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import NOBODY, NOT, tokenise
from llmextract.article.syntax.predication import denied_outside, negates
from llmextract.judge.spans import in_sentence
from llmextract.judge.verdict import Span

# What goes on behind a dash is about something else, unless it takes up what was said.
_DASH: Final = re.compile(r"\s[–—―]\s")
_TAKES_UP: Final = re.compile(
    r"\b(?:den(?:y|ie)\w*|reject\w*|refut\w*|disput\w*|dismiss\w*|not\s(?:so|true|the))\b",
    re.IGNORECASE,
)
_RULED_OUT: Final = re.compile(r"\brul(?:es?|ed|ing)\s(?:\w+ly\s)?out\b")
# Not "did not deny that", nor "the denied claim".
_DENIES: Final = re.compile(
    r"(?<!not\s)(?<!never\s)(?<!n[’']t\s)(?<!cannot\s)\b(?P<verb>(?:den(?:y|ies|ied|ying)"
    r"|(?:refut|disput)(?:es|ed|ing)|disproved|doubts?|doubted))\s"
    r"(?:(?:on\s)?\w+day\s)?(?:that\s|having\s(?:been\s)?)?\Z"
)
_REACH: Final = 60
_AND_THAT: Final = re.compile(r"\band\s+\Z")
# Behind these another deed is told: "denied guilt [and] said", "he left[, but] did not pay".
_OTHER_DEED: Final = re.compile(r"[,;]|\b(?:and|but|or|who|which)\b(?=\s)")
# What holds of a part only: "will leave [if it does not stop]", "a man [whom nobody saw]",
# "[without talks and a truce,] it could burn".
_SUBORDINATE: Final = re.compile(
    r"(?:\A|(?<=that\s))[Ww]ithout\s[^;:“”\"]{1,160},\s(?=\S)|(?:\b(?:if|unless|because|since|although|though|while|whereas|when|after|before)"
    r"|(?<=[\w,’”])\s(?:who|whom|whose|which|where))\s[^,;:“”\"]*",
    re.IGNORECASE,
)

# It says of its noun alone that it failed: "those involved in the [failed] attack".
_FAILED: Final = re.compile(
    r"\b(?P<the>(?:the|an?|this|that|these|those|its|his|her|their)\s+(?:[a-z]+\s+)?)"
    r"(?:failed|foiled|unsuccessful|abortive|aborted|botched)(?=\s+[a-z])",
    re.IGNORECASE,
)


def denied_by(text: str, start: int) -> str | None:
    """The word right before a clause or a form in -ing that denies it: "denied that [he left]"."""
    found = _DENIES.search(text, max(0, start - _REACH), start)
    if found is None and text.startswith("that ", start):
        found = _DENIES.search(text[:start] + "that ", max(0, start - _REACH))
    return found["verb"] if found is not None else None


def is_denied(article: Article, span: Span, cue: Span | None) -> bool:
    """Whether anything may negate a piece of what is said: in it, or around it in its sentence.

    What others deny behind it was said all the same: "Roe accuses Hale of it, which Hale denies".
    """
    words = tokenise(span.exact).words
    if "until" in words and not NOT.isdisjoint(words):
        return True  # "had not left until Friday" may be told as either
    main = tokenise(_SUBORDINATE.sub(" ", _FAILED.sub(r"\g<the>", span.exact))).words
    if negates(main, 0, len(main) - 1) or not NOBODY.isdisjoint(words[:1]):
        return True
    text, start, end = _without_first_clause(*in_sentence(article, span))
    reach = _broken_off(text, end)
    if cue is None or cue.sentence != span.sentence:
        return _denied_in(text[:reach], start, end)
    low = cue.start - (span.start - start)
    if _RULED_OUT.search(cue.exact):
        return True
    if cue.end <= span.start:
        text = text[:reach]
    return _denied_by_saying(text, (start, end), (low, low + len(cue.exact)))


def _denied_by_saying(text: str, said: Range, cue: Range) -> bool:
    """Whether what brings words denies them, or what goes on right behind or right before them."""
    start, end = said
    deeds = [found.span() for found in _OTHER_DEED.finditer(text)]
    low, high = min(start, cue[0]), max(end, cue[1])
    before = max((stop for _, stop in deeds if stop <= low), default=0)
    behind = min((first for first, _ in deeds if first >= high), default=len(text))
    between = (end, cue[0]) if end <= cue[0] else (cue[1], start)
    # "A man, who asked not to be named, said": what stands between may be about another.
    asides = [at for at in deeds if between[0] < at[0] and at[1] <= between[1]]
    first, last = (asides[0][0], asides[-1][1]) if asides else (between[1], between[1])
    return _denied_in(text[before:first] + text[last:behind], start - before, end - before)


def _denied_in(text: str, start: int, end: int) -> bool:
    tokens = tokenise(text)
    touched = tokens.covering(start, end)
    return touched is not None and denied_outside(tokens.words, *touched)


def _without_first_clause(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence without what is said before "and [that he left]", whose denials are its own."""
    joined = _AND_THAT.search(text, max(0, start - len(" and that ")), start)
    first = text.find(" that ", 0, start)
    if joined is None or first < 0 or not text.startswith("that ", start):
        return text, start, end
    cut = start - first - 1
    return text[: first + 1] + text[start:], start - cut, end - cut


def _broken_off(text: str, end: int) -> int:
    """Where what goes on behind words is about something else: a dash, a semicolon, or the end."""
    semicolon = text.find(";", end)
    reach = semicolon if semicolon >= 0 else len(text)
    dash = _DASH.search(text, end, reach)
    return reach if dash is None or _TAKES_UP.search(text, dash.end()) else dash.start()
