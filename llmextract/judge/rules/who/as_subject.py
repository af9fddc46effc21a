"""Why words are not the subject of a verb beside which they are said to stand as it.

Of words of saying that is who says so, of any other verb who does it, or whom it is told of.
"""

import re
from typing import Final

from llmextract.article.location import Range, touch
from llmextract.article.sentences import Sentence
from llmextract.article.syntax.grammar import PREPOSITIONS
from llmextract.article.syntax.own_subject import subject_zone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.subjects import is_not_subject, subject_of
from llmextract.judge.rules.saying.speakers import from_verb, head_of, other_speaker, unsaid
from llmextract.judge.spans import holds_throughout, places_of, shared_sentence, within
from llmextract.judge.support import Evidence
from llmextract.judge.verdict import Span

# "[Guards] watching a mill": the same ones.
_DOING: Final = re.compile(r"\s\w+ing\s")
# "Her" may be somebody: "according to her".
_WHOSE: Final = frozenset({"his", "its", "their", "our", "my", "your"})


def no_subject(evidence: Evidence, anchor: Span, words: Span, shown: str | None = None) -> str:
    """That words are not the subject of a verb, and who is, where the sentence tells it."""
    sentence = shared_sentence(evidence.article, words, anchor)
    if sentence is not None:
        place = within(sentence, anchor)
        zone = subject_zone(sentence.text, place)
        found = subject_of(sentence.text, place) or (zone.place if zone is not None else None)
        if found is not None and not touch(found, within(sentence, words)):
            told = sentence.text[slice(*found)]
            return f"{words.exact!r} is not the subject of {anchor.exact!r}: {told!r} is"
    because = f": {shown!r}" if shown else ""
    return f"{words.exact!r} is not the subject of {anchor.exact!r}{because}"


def why_no_subject(evidence: Evidence, anchor: Span, words: Span, *, is_said: bool) -> str | None:
    """Why words are not all of who does what the anchor tells, or says it, or none of it."""
    if _is_over(evidence, words, anchor):
        return f"{words.exact!r} holds {anchor.exact!r}, which it is said to stand beside"
    if words.exact.lower() in _WHOSE:
        return f"{words.exact!r} only says whose somebody is"
    sentence = shared_sentence(evidence.article, words, anchor)
    if sentence is None:
        return None
    head = head_of(sentence.text, *within(sentence, words), anchor.start - sentence.start)
    if head is not None:
        return f"{words.exact!r} is only the end of {head!r}"
    other = _spoken_by_other(evidence, anchor, words, sentence)
    if other is None:
        return None
    if is_said or says(anchor.exact) or anchor.exact.lower() in PREPOSITIONS:
        return f"{words.exact!r} is not who says so: {other!r}"
    return no_subject(evidence, anchor, words, other)


def _spoken_by_other(
    evidence: Evidence, anchor: Span, words: Span, sentence: Sentence
) -> str | None:
    """What shows that others than these words say what the anchor brings, wherever both stand."""
    text = sentence.text
    here, there = within(sentence, words), from_verb(text, within(sentence, anchor))
    tells_apart, shown = unsaid, unsaid(text, here, there)
    if shown is None and anchor.exact.lower() not in PREPOSITIONS:
        tells_apart, shown = other_speaker, other_speaker(text, here, there)
    if shown is None or (shown.startswith(words.exact) and _DOING.match(shown, len(words.exact))):
        return None

    def is_parted(at: Range, cue: Range) -> bool:
        return bool(tells_apart(text, at, from_verb(text, cue))) or is_not_subject(text, cue, at)

    parted = holds_throughout(evidence, sentence, (words, anchor), is_parted)
    return shown if parted else None


def _is_over(evidence: Evidence, words: Span, anchor: Span) -> bool:
    """Whether words share some with every occurrence of their anchor: nobody is what he does."""
    place = words.start, words.end
    if not touch(place, (anchor.start, anchor.end)):
        return False
    return all(touch(place, other) for other in places_of(evidence, anchor))
