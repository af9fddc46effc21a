"""Values of a saying that no way of saying it licenses: see `licences`.

Each is asked at every place of its words in the cited sentences; one that may hold is enough.
"""

import re
from itertools import product
from typing import Final

from llmextract.article.location import Range, is_within, touch
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.clauses import subject_at
from llmextract.ask.shape import Moment
from llmextract.judge.rules.saying.antecedents import mentions
from llmextract.judge.rules.saying.licences import (
    brings,
    is_new,
    is_pronoun,
    named_speaker,
    speaks,
    verbs_in,
)
from llmextract.judge.spans import occurrences, places_of, standing
from llmextract.judge.support import Evidence
from llmextract.judge.tree import Node
from llmextract.judge.verdict import Code, Span

# Right before an outlet: "told the newspaper", "according to the agency", "in a bulletin on".
_HANDS_ON: Final = re.compile(
    r"\b(?:told|tells?|telling|to|by|for|with|on|in|via|through|at|from|of|citing|quoting)\s"
    r"(?:[\w’'-]+\s){0,4}\Z",
    re.IGNORECASE,
)
_BRINGS_OWN: Final = re.compile(r"(?:\s[^\s,;:“”\"]+){0,4}?\sthat\s")
_ANOTHER_CLAUSE: Final = re.compile(r",\s(?:and|but|while|whereas|though|although)\s|;\s")
_REACH: Final = 80


def keep_licensed(evidence: Evidence, child: Node, cue: Span | None) -> None:
    """Reject pieces of what is said that no cue like the one given brings, wherever both stand."""
    if cue is None:
        return
    for leaf, words in list(standing(child)):
        why = _unbrought(evidence, words, cue)
        if why is not None:
            detail = f"nothing says that {cue.exact!r} brings {words.exact!r}: {why}"
            leaf.refuse(Code.MISATTACHED, detail)


def _unbrought(evidence: Evidence, words: Span, cue: Span) -> str | None:
    """Why a cue brings words nowhere in the cited sentences; None where it may."""
    shown: str | None = None
    for place in _places(evidence, words):
        line = evidence.article.line_at(place[0])
        if line is None or place[1] > line.end:
            return None
        cues = _cues_in(line, cue)
        here = place[0] - line.start, place[1] - line.start
        if not cues:
            return None  # whether a sentence may hold it at all is asked elsewhere
        found = [brings(line.text, each, here) for each in cues]
        shown = repr(found[0]) if all(found) else None
        if shown is None:
            return None
    return shown


def keep_told_by(
    evidence: Evidence, child: Node, content: Node, cue: Span | None, *, within: str
) -> None:
    """Reject who is not said to say, or to hand on, what a cue brings."""
    if cue is None:
        return
    if within == "subject":
        _keep_speaker(evidence, child, content, cue)
    else:
        _keep_relayed(evidence, child, cue)


def _keep_speaker(evidence: Evidence, source: Node, content: Node, cue: Span) -> None:
    """Reject who says nothing by the cue, and with what is said who does not say that.

    Of "Roe said it fell, but Hale said it rose" Hale does not say that it fell.
    """
    for leaf, who in standing(source):
        why = _unspoken(evidence, who, cue)
        if why is not None:
            detail = f"nothing says that {who.exact!r} is who {cue.exact!r} is told of: {why!r}"
            leaf.refuse(Code.MISATTACHED, detail)
            continue
        pieces = list(standing(content))
        others = [
            _other_pair(evidence, who, words, cue) or _voice_apart(evidence, who, words)
            for _, words in pieces
        ]
        for (piece, words), other in zip(pieces, others, strict=True):
            if other is not None:
                detail = f"nothing says that {who.exact!r} says {words.exact!r}: {other!r}"
                piece.refuse(Code.MISATTACHED, detail)
                if all(others):
                    leaf.refuse(Code.MISATTACHED, detail)


def _unspoken(evidence: Evidence, who: Span, cue: Span) -> str | None:
    """What shows that somebody is the subject of no cue in the sentences where he stands."""
    shown: str | None = None
    for place in _places(evidence, who):
        line = evidence.article.line_at(place[0])
        cues = _cues_in(line, cue) if line is not None else []
        if line is None or not cues:
            return None
        here = place[0] - line.start, place[1] - line.start
        found = [speaks(line.text, each, here) for each in cues]
        if not all(found):
            return None
        shown = found[0]
    return shown


def _other_pair(evidence: Evidence, who: Span, words: Span, cue: Span) -> str | None:
    """What shows that no cue in the sentence of all three has both these words and speaker."""
    line = evidence.article.line_at(cue.start)
    if line is None or not all(line.start <= s.start and s.end <= line.end for s in (who, words)):
        return None
    places = [occurrences(line.text, span.exact) for span in (cue, words, who)]
    pairs = [
        (each, by)
        for each, said, by in product(*places)
        if brings(line.text, each, said) is None  # what no cue brings falls by itself
    ]
    shown = [speaks(line.text, *pair) for pair in pairs]
    return shown[0] if shown and all(shown) else None


def _voice_apart(evidence: Evidence, who: Span, words: Span) -> str | None:
    """Who by name says words in their own sentence, where the speaker given stands in another."""
    line = evidence.article.line_at(words.start)
    if line is None or line.start <= who.start < line.end or not is_new(who.exact):
        return None
    here = words.start - line.start, min(words.end, line.end) - line.start
    for verb in verbs_in(line.text, 0, len(line.text)):
        if is_within(verb, here) or brings(line.text, verb, here) is not None:
            continue
        name = named_speaker(line.text, verb)
        if name is not None and not (mentions(name, who.exact) or mentions(who.exact, name)):
            return name
    return None


def _places(evidence: Evidence, span: Span) -> list[Range]:
    return list(dict.fromkeys(places_of(evidence, span)))


def _cues_in(line: Sentence, cue: Span) -> list[Range]:
    """Where a sentence has the words of a cue; its own place where they stand there otherwise."""
    found = occurrences(line.text, cue.exact)
    if not found and line.start <= cue.start < line.end:
        return [(cue.start - line.start, min(cue.end, line.end) - line.start)]
    return found


def _keep_relayed(evidence: Evidence, child: Node, cue: Span) -> None:
    """Reject whoever is not said to have been told, or to report or publish, this very saying.

    Of "Radio Nord said it fell, and the Courier quoted Roe as saying it rose" the radio hands on
    nothing of Roe's.
    """
    for leaf, words in standing(child):
        if isinstance(leaf.shape, Moment):
            continue
        shown: str | None = None
        for place in _places(evidence, words):
            line = evidence.article.line_at(place[0])
            here = (place[0] - line.start, place[1] - line.start) if line is not None else (0, 0)
            shown = _unrelayed(line.text, _cues_in(line, cue), here) if line is not None else None
            if shown is None:
                break
        if shown is not None:
            detail = (
                f"nothing says that {words.exact!r} hands on what {cue.exact!r} brings: {shown!r}"
            )
            leaf.refuse(Code.MISATTACHED, detail)


def _unrelayed(text: str, cues: list[Range], words: Range) -> str | None:
    """What shows that somebody hands on nothing that a cue brings; None where he may."""
    if _HANDS_ON.search(text, max(0, words[0] - _REACH), words[0]):
        return None
    reports = next(iter(verbs_in(text, words[1], min(len(text), words[1] + _REACH))), None)
    if reports is None:
        return None
    brought = _BRINGS_OWN.match(text, reports[1])
    for cue in cues:
        if touch(cue, reports) or cue[0] < reports[1]:
            return None
        joint = _ANOTHER_CLAUSE.search(text, reports[1], cue[0]) if brought else None
        own = subject_at(text, joint.end()) if joint is not None else None
        if own is None or own[0] >= cue[0] or is_pronoun(text[slice(*own)]):
            return None
    return text[slice(*reports)] if cues else None
