"""What an article says of the proof of a claim, read by code: in its sentence or in the next one.

"Roe alleged, without evidence, that", "the claims could not be verified", "as confirmed by Hale".
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import words_of
from llmextract.ask.markers import CuedBy
from llmextract.ask.realis import is_of_proof, realis_name
from llmextract.ask.shape import Group, Label
from llmextract.ask.wire import Json, JsonObject
from llmextract.judge.rules.saying.proven import WITHOUT
from llmextract.judge.said import Reading, Told

_WITHOUT_FIRST: Final = re.compile(rf"(?P<proof>{WITHOUT}),\s", re.IGNORECASE)
_WITHOUT: Final = re.compile(rf",?\s(?P<proof>{WITHOUT})\b", re.IGNORECASE)
_AS_CONFIRMED: Final = re.compile(
    r"[^.;:“”\"]{0,60}?,\s(?:as|which)\s(?:was\s)?(?:also\s|later\s|\w+ly\s)?"
    r"(?P<proof>confirmed|corroborated|verified)\sby\s"
)
_CLAIM: Final = r"(?:claim|report|allegation|account|figure|statement|accusation|assertion|toll)s?"
_THESE: Final = r"(?:[Tt]hese|[Tt]his|[Tt]hose|[Tt]he|[Ss]uch|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_PROVED: Final = r"(?:verified|confirmed|corroborated|substantiated|authenticated)"
_HOW: Final = r"(?:(?:immediately|independently|yet|so\sfar)\s)*"
# The sentence behind a claim that takes it up, and only says that nobody could verify it.
_UNVERIFIED: Final = re.compile(
    rf"(?:{_THESE}\s(?:\w+\s)?{_CLAIM}|Neither\s{_CLAIM})\s"
    rf"(?P<proof>(?:could|can|cannot|have|has|had|were|was)(?:\snot)?\s{_HOW}(?:be(?:en)?\s)?{_HOW}{_PROVED})\b"
    rf"|[A-Z][^,.;:“”\"]{{0,60}}?\s(?P<unable>(?:could|was|were|has|have)\snot\s(?:been\s)?(?:able\sto\s)?"
    rf"{_HOW}(?:verify|verified|confirm|confirmed))\s{_THESE}\s(?:\w+\s)?{_CLAIM}\b"
)
_DENIED: Final = re.compile(r"\b(?:not|cannot)\b")
_WITHOUT_EVIDENCE: Final = words_of("without_evidence unsupported")
_NOT_VERIFIED: Final = words_of("unverified unproven")
_CORROBORATED: Final = words_of("corroborated confirmed")
_NEAR: Final = 60


def read_proof(group: Group, told: Told) -> Iterator[Reading]:
    """The record with what the article says of the proof of what is said, where it tells nothing.

    Where it stands in the next sentence the record cites that as well.
    """
    record = told.record
    for slot, marker in group.ruled:
        if not (isinstance(marker, CuedBy) and isinstance(slot.shape, Label)):
            continue
        if record.get(slot.name) != marker.unless:
            continue
        for names, words, number in _proofs(told):
            labels = [each for each in slot.shape.options if realis_name(each) in names]
            if len(labels) == 1 and is_of_proof(labels[0]):
                cited: list[Json] = [*dict.fromkeys((told.number, number))]
                read: JsonObject = {
                    **record,
                    marker.field: words,
                    slot.name: labels[0],
                    "sentences": cited,
                }
                yield slot.name, read


def _proofs(told: Told) -> Iterator[tuple[frozenset[str], str, int]]:
    """The usual names of labels, the words that tell them, and the sentence of these."""
    sentence, cue = told.sentence, told.cue_outside
    said = _last_piece(told)
    if cue is None or said is None:
        return
    first = _WITHOUT_FIRST.match(sentence) if cue[0] <= _NEAR else None
    found = _WITHOUT.match(sentence, cue[1]) or first or _WITHOUT.match(sentence, said[1])
    if found is not None:
        yield _WITHOUT_EVIDENCE, found["proof"], told.number
    found = _AS_CONFIRMED.match(sentence, said[1])
    if found is not None and cue[1] <= found.start("proof"):
        yield _CORROBORATED, found["proof"], told.number
    if (words := _taken_up(told.article, told.number)) is not None:
        yield _NOT_VERIFIED, words, told.number + 1


def _last_piece(told: Told) -> Range | None:
    pieces = [piece for piece in told.said if isinstance(piece, str)]
    at = told.sentence.rfind(pieces[-1]) if pieces else -1
    return (at, at + len(pieces[-1])) if at >= 0 else None


def _taken_up(article: Article, number: int) -> str | None:
    """What the next sentence says of the proof of "these claims", where nobody verified them."""
    for line in islice(article.lines, number, number + 1):
        found = _UNVERIFIED.match(line.text)
        if found is None or line.region != article.lines[number - 1].region:
            return None
        words = found["proof"] or found["unable"]
        denied = found[0].startswith("Neither") or _DENIED.search(words) is not None
        return words if denied else None
    return None
