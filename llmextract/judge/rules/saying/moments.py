"""Times and outlets of a saying that are of what is said, or of something else."""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range, touch
from llmextract.article.quotation import may_be_quoted
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.grammar import has_verb
from llmextract.article.syntax.saying import says
from llmextract.ask.shape import Moment
from llmextract.judge.rules.setting.dating import times_in, verbs_beside
from llmextract.judge.spans import (
    evidence_of,
    in_sentence,
    is_inside,
    places_of,
    spans_in,
    standing,
)
from llmextract.judge.support import Evidence
from llmextract.judge.tree import LeafNode, Node
from llmextract.judge.verdict import Code, Span

# Another sentence may tell when it was said: "He was speaking on Monday."
_SPOKE: Final = re.compile(
    r"\b(?:spoke|speak\w*|spoken|interview\w*|statements?|remarks?|comments?|hearing|testi\w*|briefing"
    r"|speech|address|conference|posts?|letter|(?:told|said)\b[^,;:]{0,40}\bso)\b",
    re.IGNORECASE,
)
# Behind what is said: "in a statement on [Monday]", "at a rally on".
_OCCASION: Final = re.compile(
    r"\b(?:statements?|speech|interviews?|letter|posts?|messages?|conference|briefing|address|meeting|rally"
    r"|debate|session|hearing|telephone|phone|video|tweet|appearance|report|reporters|journalists)\b",
    re.IGNORECASE,
)
# A deadline of something else: "would decide by [May]"; nobody "said by May" so.
_DEADLINE: Final = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|must|to)\s[^,;:“”\"]{1,100}\bby\s(?:the\s)?\Z"
)
# They may be part of the words for a time.
_OPENS: Final = re.compile(r"(?:by|through|until|till|since|in|on|at|from)\s(?:the\s)?", re.I)
# "Roe, who was jailed in [2014], said".
_ASIDE: Final = re.compile(r",\s(?:who|which|whose|where)\s[^,;:“”\"]{1,100}\Z")
_CLOSES: Final = re.compile(r"[^,;:“”\"]{0,60},")
# What others compare with: "less than forecast in [July]".
_THAN: Final = re.compile(r"\bthan\s(?:\w+\s){0,4}(?:in|on|at|of)\s(?:the\s)?\Z")
_LOOK_BACK: Final = 140


def keep_moment(evidence: Evidence, child: Node, other: Node, beside: LeafNode | None) -> None:
    """Reject a time that is that of what is said, or stands in a sentence of something else.

    `other` holds what is said, `beside` the words of saying.
    """
    cue = evidence_of(beside)
    if cue is None or cue.sentence is None:
        return
    for leaf, time in standing(child):
        if not isinstance(leaf.shape, Moment):
            continue
        why = _why_not(evidence, cue, time, spans_in(other))
        if why is not None:
            leaf.refuse(Code.MISATTACHED, f"{time.exact!r} is not when {cue.exact!r} was: {why}")


def _why_not(evidence: Evidence, cue: Span, time: Span, said: list[Span]) -> str | None:
    """Why a time is not that of a saying, wherever it stands; None where it may be."""
    shown: str | None = None
    for start, end in places_of(evidence, time):
        shown = _against(evidence.article, cue, (start, end), said)
        if shown is None:
            return None
    return shown


def _against(article: Article, cue: Span, time: Range, said: list[Span]) -> str | None:
    sentence = article.line_at(time[0])
    if sentence is None or cue.sentence is None:
        return None
    if sentence.number != cue.sentence:
        is_told = _SPOKE.search(sentence.text) is not None and not _is_done(sentence, time)
        is_said = any(is_inside(*time, span) for span in said)
        if is_told and not is_said:
            return None
        own = _own_time(article, cue, said)
        return "it stands in another sentence" if own is None else f"{own!r} is"
    text = article.text
    opened = _OPENS.match(text, *time)
    start = opened.end() if opened else time[0]
    before = text[max(sentence.start, start - _LOOK_BACK) : start]
    piece = next((span for span in said if is_inside(*time, span)), None)
    if piece is not None:
        is_open = is_inside(cue.start, cue.end, piece)  # they are too many, and not all said
        is_open = is_open or (piece.end <= cue.start and _may_be_of_both(text, time, piece))
        return None if is_open else "it is what is said"
    if _is_of_clause(text, cue, time, said):
        return "it is of what is said"
    compared = time[0] >= cue.end and _THAN.search(before)
    is_due = time[1] <= cue.start and _DEADLINE.search(before)
    aside = _ASIDE.search(before)
    is_aside = (
        aside is not None
        and _CLOSES.match(text, time[1], sentence.end) is not None
        and (cue.end <= time[0] - len(before) + aside.start() or time[1] <= cue.start)
    )
    found = compared or is_due or (aside if is_aside else None)
    return repr(found[0].strip()) if found else None


def _may_be_of_both(text: str, time: Range, piece: Span) -> bool:
    """Whether a time within a quotation before its cue is one that goes on outside of it."""
    return may_be_quoted(text, *time) and "”" in text[time[1] : piece.end]


def _is_of_clause(text: str, cue: Span, time: Range, said: list[Span]) -> bool:
    """Whether a clause, or another verb behind what is said, stands between a cue and a time.

    "Said it fell before the vote, on [Monday]", but not "demanded an inquiry on [Monday]".
    """
    pieces = [span for span in said if cue.end <= span.start and span.end <= time[0]]
    if not pieces or _OCCASION.search(text, pieces[-1].end, time[0]):
        return False
    return has_verb(text[pieces[0].start : time[0]])


def _is_done(sentence: Sentence, time: Range) -> bool:
    """Whether a time stands right behind a verb that says nothing: "ambushed Roe on [Sunday]"."""
    low, high = time[0] - sentence.start, time[1] - sentence.start
    given = next((t for t in times_in(sentence.text) if t.start < high and low < t.end), None)
    place = (low, high) if given is None else (given.start, given.end)
    verb = next(verbs_beside(sentence.text, (0, 0), place), None)
    return verb is not None and not says(sentence.text[slice(*verb)])


def _own_time(article: Article, cue: Span, said: list[Span]) -> str | None:
    """A time of the sentence of a cue that is not part of what is said; None without one."""
    text, start, _ = in_sentence(article, cue)
    low = cue.start - start
    for each in times_in(text):
        place = low + each.start, low + each.end
        if not any(touch(place, (span.start, span.end)) for span in said):
            return text[each.start : each.end]
    return None


def keep_outside(evidence: Evidence, child: Node, other: Node, beside: LeafNode | None) -> None:
    """Reject words that stand nowhere but inside those of another field.

    Where that field holds those of `beside` too, behind these, it is too long, and these are not
    wrong. Nor is a time, unless another one is left outside: "said on Friday that it fell in May".
    """
    filled = spans_in(other)
    anchor = evidence_of(beside)
    holds_anchor = anchor is not None and any(
        is_inside(anchor.start, anchor.end, span) for span in filled
    )
    for leaf, words in standing(child):
        if not any(is_inside(words.start, words.end, span) for span in filled):
            continue
        if holds_anchor and anchor is not None and words.end <= anchor.start:
            continue
        if isinstance(leaf.shape, Moment) and not _has_other_time(evidence, words, filled):
            continue
        location = evidence.article.locate(words.exact, within=evidence.cited)
        if all(any(is_inside(*place, span) for span in filled) for place in location.others):
            detail = f"{words.exact!r} stands only inside what it is said to stand beside"
            leaf.refuse(Code.MISATTACHED, detail)


def _has_other_time(evidence: Evidence, time: Span, filled: list[Span]) -> bool:
    """Whether the sentence of a time has another one outside of what some spans hold."""
    sentence = evidence.article.line_at(time.start)
    return sentence is not None and any(
        not any(
            is_inside(sentence.start + each.start, sentence.start + each.end, span)
            for span in filled
        )
        for each in times_in(sentence.text)
    )
