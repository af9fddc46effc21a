"""What another verb brings than the words of saying that a record gives.

"Roe accused Hale of theft and pledged to resign": to resign is what he pledged, the theft what he
accused her of. "The mill burned, and Roe said it would rise": the fire is nobody's words.
"""

import re
from collections.abc import Sequence
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.quotation import may_be_quoted
from llmextract.article.syntax.grammar import (
    AUXILIARIES,
    PRONOUNS,
    has_verb,
    is_adverb,
    is_past,
    words_of,
)
from llmextract.article.syntax.saying import says
from llmextract.judge.rules.saying.antecedents import foremost, mentions
from llmextract.judge.spans import everywhere, occurrences, shared_sentence, standing, within
from llmextract.judge.speaker import speaker_of
from llmextract.judge.support import Evidence
from llmextract.judge.tree import Node
from llmextract.judge.verdict import Code, Span

_BRINGS: Final = words_of("offered ordered agreed refused decided planned thanked promised forbade")
# Between what is told and words of saying that have a subject of their own or share that of it.
_TO_CUE: Final = re.compile(
    r"(?:,\s[a-z]+ing\s[^,;:“”\"]{1,60}(?=,))?"
    r"(?P<comma>,?)\s(?P<joint>and|but|while|whereas|where|though)\s(?P<subject>[^,;:“”\"]{0,90}?)"
)
_WHO: Final = re.compile(r"(?:,|\sand)\swho\s(?:[a-z]+\s){0,2}?\Z")
_NEXT: Final = re.compile(r"(?:,\s[^,;:“”\"]{1,80},)?\s+[\w“\"$£€₹]")
# "Said that it fell", not "said that day".
_BRINGS_CLAUSE: Final = re.compile(
    r"(?:,\s[^,;:“”\"]{1,80},)?\sthat\s(?!(?:same\s)?(?:day|night|week|month|year|morning|evening"
    r"|afternoon|time|way|much)\b)"
)
# "A guard for", "An army official rejected".
_GUEST: Final = re.compile(
    r"(?P<who>An?\s(?:[\w’'-]+\s){0,3}?[a-z]+)(?=\s(?:for|of|at|from|with|who|[a-z]+ed)\b|,)"
)
# Behind a comma a relative clause tells more of what is known by its name already.
_ASIDE: Final = re.compile(
    r"(?:,|\))\s(?P<who>who|which)(?:\s(?:will|would|is|are|was|were|has|have|had|can|could|may|might"
    r"|must|should|did|does|do|been|be|also|not|never|once|now|\w+ly)){0,4}\s\Z"
)
_OPENS: Final = re.compile(r"(?:who|whom|whose|which)\s")
_SHARES: Final = re.compile(r"(?:\b(?:and|but)\s(?:also\s|later\s)?|,\s)\Z")
_REACH, _LOOK_BACK, _MOST_WORDS, _LEAST, _SHORT = 260, 80, 9, 3, 16


def keep_governed(evidence: Evidence, child: Node, cue: Span | None) -> None:
    """Reject pieces of what is said that stand right behind, or before, another verb's joint.

    The words of saying may have been refused for that already: neither goes with the other.
    """
    if cue is None:
        return
    pieces = list(standing(child))
    for leaf, words in pieces:
        sentence = shared_sentence(evidence.article, words, cue)
        if sentence is None:
            continue
        here = within(sentence, words)
        places = [each for each in everywhere(sentence, cue) if not touch(each, here)]
        if len(pieces) == 1 and (aside := _told_aside(sentence.text, here, places)):
            leaf.refuse(Code.MISATTACHED, f"{words.exact!r} is told by the article: {aside!r}")
            continue
        shown = [_before(sentence.text, here, place) for place in places]
        if shown and all(shown):
            detail = f"{words.exact!r} is not what {cue.exact!r} brings: {shown[0]!r}"
            leaf.refuse(Code.MISATTACHED, detail)


def _is_subject(words: list[str]) -> bool:
    """Whether words before a verb are its subject, or adverbs and auxiliaries alone."""
    bare = [word for word in words if word not in AUXILIARIES and not is_adverb(word)]
    return len(bare) <= _MOST_WORDS and not (says(" ".join(bare)) or has_verb(" ".join(bare)))


def _told_aside(text: str, words: Range, cues: Sequence[Range]) -> str | None:
    """The pronoun whose clause words are, apart from the words of saying; None where none is."""
    opens = _OPENS.match(text, words[0])
    found = opens or _ASIDE.search(text, max(0, words[0] - _LOOK_BACK), words[0])
    if found is None or not cues or any(touch(words, cue) for cue in cues):
        return None
    if opens is not None and not text.endswith((", ", ") "), 0, words[0]):
        return None
    return None if may_be_quoted(text, *words) else found[0].split()[0 if opens else 1]


def _before(text: str, words: Range, cue: Range) -> str | None:
    """What joins words of saying to a clause before them, where they bring what follows."""
    said = text[slice(*cue)]
    if cue[1] <= words[0] or not _NEXT.match(text, cue[1]):
        return None
    if not (says(said) or said in _BRINGS):
        return None
    brings = _BRINGS_CLAUSE.match(text, cue[1])
    if brings is not None and not may_be_quoted(text, *words):
        return f"{said}{brings[0]}".strip()
    rest = text[cue[1] : cue[1] + _REACH].split(".")[0].split()
    # "And Hale said the mill fell", but not "and Hale said so later", nor "Roe said, adding that".
    if said.endswith("ing") or len(rest) < _LEAST:
        return None
    if _WHO.search(text, max(words[1], cue[0] - _REACH), cue[0]):
        return "who"
    found = _TO_CUE.fullmatch(text, words[1], cue[0])
    if found is None or not _is_subject(found["subject"].split()):
        return None
    return found["joint"]


def keep_with_speaker(evidence: Evidence, source: Node, content: Node, cue: Span | None) -> None:
    """Reject what somebody else says in its own sentence, or whoever is said to say all of it.

    Of "Ada Hale said it fell. Ilan Roe said it rose" Hale does not say that it rose.
    """
    if cue is None:
        return
    for leaf, who in standing(source):
        pieces = list(standing(content))
        for piece, words in pieces if len(pieces) == 1 else ():
            if (deed := _done_by(evidence, who, words, cue)) is not None:
                piece.refuse(Code.MISATTACHED, f"{words.exact!r} is what {who.exact!r} {deed}")
        pieces = [pair for pair in pieces if pair[0].judged.stands]
        others = [_speaker_beside(evidence, words, who, cue) for _, words in pieces]
        if pieces and all(others):
            detail = f"{who.exact!r} does not say {pieces[0][1].exact!r}: {others[0]!r} does"
            leaf.refuse(Code.MISATTACHED, detail)
            continue
        for (piece, words), other in zip(pieces, others, strict=True):
            if other is not None:
                detail = f"{words.exact!r} is what {other!r} says"
                piece.refuse(Code.MISATTACHED, detail)


def _done_by(evidence: Evidence, who: Span, words: Span, cue: Span) -> str | None:
    """The verb of what somebody does before he says something: "Roe [held a vigil], demanding"."""
    if words.end > cue.start or not who.end < words.start <= who.end + _LEAST:
        return None
    first, text = words.exact.split()[0], evidence.article.text
    is_deed = is_past(first) and "-" not in first and not says(first)
    shares = is_deed and _SHARES.search(text, max(0, cue.start - _SHORT), cue.start)
    return first if shares and who.sentence == words.sentence == cue.sentence else None


def _speaker_beside(evidence: Evidence, words: Span, who: Span, cue: Span) -> str | None:
    """Who else says words where they stand; None where it may be the one who is given."""
    article = evidence.article
    line = article.line_at(words.start)
    if line is None or who.sentence == words.sentence or not _is_someone(who.exact):
        return None
    places = occurrences(line.text, cue.exact)
    other = _subject_of(line.text, places[0]) if len(places) == 1 else None
    if other is None or not _is_someone(other) or mentions(line.text, who.exact):
        return None
    return None if mentions(who.exact, other) else other


def _subject_of(text: str, cue: Range) -> str | None:
    """Who says something: right beside the words of saying, or first of all in the sentence.

    "A guard" of "A guard for Roe, who fled, denied it and said that".
    """
    place = speaker_of(text, cue)
    if place is not None and _is_someone(text[slice(*place)]):
        return text[slice(*place)]
    first = foremost(text[: cue[1]])
    guest = _GUEST.match(text, 0, cue[0])
    opens = first.name if first is not None else guest["who"] if guest is not None else None
    shares = opens is not None and _SHARES.search(text, max(0, cue[0] - _SHORT), cue[0]) is not None
    return opens if shares and is_past(text[slice(*cue)].split()[-1]) else None


def _is_someone(words: str) -> bool:
    """Whether words name one, or bring one in anew: "a guard", not "the guard", nor "he"."""
    first, last = words.split()[0], words.split()[-1]
    if words.lower() in PRONOUNS:
        return False
    return last[0].isupper() or first.lower() in ("a", "an", "one", "another")
