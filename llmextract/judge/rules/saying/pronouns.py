"""Whom a pronoun surely does not mean: the name behind a "he" who says so.

Only by what the words around it show: another number or gender, and who is told of or speaks right
before. Where an article leaves it open, nothing is held against a name.
"""

import re
from itertools import islice
from typing import Final

from llmextract.article.location import is_within
from llmextract.article.sentences import Sentence
from llmextract.ask.markers import Anywhere, Beside
from llmextract.judge.rules.actors.genders import BODIES, gender_of, is_body
from llmextract.judge.rules.actors.persons import has_office
from llmextract.judge.rules.actors.titles import ROLES
from llmextract.judge.rules.saying.antecedents import (
    foremost,
    mentions,
    own_pronouns_aside,
    unquoted,
)
from llmextract.judge.rules.saying.taken_up import (
    HE,
    KIND,
    Said,
    before,
    body_before,
    is_told_of,
    subject_before,
    takes_up,
    told_of_before,
)
from llmextract.judge.spans import evidence_of, shared_sentence, standing, within
from llmextract.judge.speaker import speaker_of
from llmextract.judge.speech import quotations
from llmextract.judge.support import Evidence
from llmextract.judge.tree import GroupNode, Node
from llmextract.judge.verdict import Code

_SAYING: Final = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|stated|states|noted|notes|continued|argued"
    r"|argues|claimed|claims|insisted|insists|explained|warned|declared|announced|concluded"
    r"|acknowledged|admitted|conceded|testified|replied|responded|tweeted)\b"
)
_PLURAL: Final = re.compile(r"(?:\w+[^s\W]s|men|women|people|police)\Z", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:[a-z]{2,3}[\s-])?[A-Z][\w’'-]*){0,4}")
# "Ilan Roe, the mayor of Dorva, did not answer, but he wrote".
_FIRST_SUBJECT: Final = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){1,3})(?:,\s(?:the|an?|who|his|her|its)\s[^,;:“”\"]{1,80},)?\s+"
    r"(?:did|does|has|had|was|is|would|could|[a-z]+ed)\b[^.;:“”\"]{0,160}?,\s+(?:but|and|though"
    r"|although|because)\s+\Z"
)
# "..., according to the envoy for Norland, Ilan Roe."
_CITED: Final = re.compile(
    r"\baccording to (?:[^;:“”\"]{1,100},\s)?(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){1,3})\.\s*\Z"
)
_BRACKETS: Final = re.compile(r"\s\([^()]{1,40}\)")
_JOINT: Final = re.compile(r",\s(?:and|but|though|although|because)\s\Z")
_PERSONAL: Final = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_SHORT, _MOST_CUES = 12, 8


def keep_meant(evidence: Evidence, node: GroupNode, child: Node, marker: Anywhere) -> None:
    """Reject the name of somebody whom a pronoun surely does not mean."""
    source = evidence_of(node.leaf(marker.name_of)) if marker.name_of is not None else None
    if source is None or source.exact.lower() not in KIND:
        return
    slot = next((s for s in node.group.slots if s.name == marker.name_of), None)
    beside = next((m for m in slot.markers if isinstance(m, Beside)), None) if slot else None
    cue = evidence_of(node.leaf(beside.of)) if beside is not None else None
    sentence = shared_sentence(evidence.article, source, cue)
    if sentence is None or cue is None:
        return
    place, brings = within(sentence, source), within(sentence, cue)
    for leaf, span in standing(child):
        said = Said(
            evidence.article, sentence, source.exact.lower(), place, brings, span.exact.strip()
        )
        shown = next((why for rule in _RULES if (why := rule(said)) is not None), None)
        if shown is not None:
            leaf.refuse(Code.MISATTACHED, f"{source.exact!r} is not {span.exact!r}: {shown}")


def _of_other_kind(said: Said) -> str | None:
    """What shows that a name is of another gender or number than a pronoun."""
    if said.pronoun in HE:
        if is_body(said.article, said.name) or " and " in said.name:
            return "it is no name of one person"
        gender = gender_of(said.article, said.name)
        return f"the article tells of a {gender}" if gender not in (None, said.pronoun) else None
    if said.pronoun == "it" and has_office(said.article, said.name):
        return "it names a person"
    if said.pronoun == "they" and has_office(said.article, said.name):
        gender = gender_of(said.article, said.name)
        return f"the article tells of a {gender}" if gender else None
    return None


def _named_before(said: Said) -> str | None:
    """The subject of a sentence that a pronoun takes up: "Ilan Roe did not come, but he wrote"."""
    if said.pronoun not in HE or mentions(said.text, said.name):
        return None
    found = _FIRST_SUBJECT.match(said.text, 0, said.place[0])
    if found is None:
        return _foremost_of_clause(said)
    between = said.text[found.end("name") : said.place[0]]
    if re.search(r"\s[A-Z]", between) or KIND[said.pronoun].search(between):
        return None
    gender = gender_of(said.article, found["name"])
    return f"{found['name']!r} is" if gender in (None, said.pronoun) else None


def _foremost_of_clause(said: Said) -> str | None:
    """The person of whom the clause before a pronoun tells: "The mayor, Ilan Roe, left, and he"."""
    joint = _JOINT.search(said.text, max(0, said.place[0] - _SHORT), said.place[0])
    clause = said.text[: joint.start()] if joint is not None else ""
    first = foremost(f"{clause}.") if clause else None
    if first is None or not first.has_office or _PERSONAL.search(own_pronouns_aside(clause)):
        return None
    gender = gender_of(said.article, first.name)
    return f"{first.name!r} is" if gender in (None, said.pronoun) else None


def _spoke_before(said: Said) -> str | None:
    """Who says something right before a pronoun takes it up, where nobody else is named there."""
    if said.pronoun not in ("he", "she", "they") or not takes_up(said):
        return None
    if mentions(unquoted(said.text), said.name) or not _NAME.match(said.name):
        return None
    for sentence in before(said):
        text = unquoted(sentence.text)
        if not text.strip(" .,!?"):
            continue
        speaker = sole_speaker(sentence)
        if speaker is None or mentions(text, said.name):
            return None
        if speaker.lower() == said.pronoun:
            continue
        if KIND[said.pronoun].search(text.replace(speaker, " ")) or not _fits(said, speaker):
            return None
        if said.pronoun in HE and not _is_sure(said, speaker):
            return None
        return f"{speaker!r} stands before"
    return None


def _is_sure(said: Said, speaker: str) -> bool:
    """Whether a speaker has the gender of a pronoun, or nobody else is told of near it.

    Of "Ada Roe sued. Mayor Hale said no. She" it may be Ada Roe.
    """
    if gender_of(said.article, speaker.split()[-1]) == said.pronoun:
        return True
    return not any(is_told_of(sentence.text, said.name) for sentence in before(said))


def sole_speaker(sentence: Sentence) -> str | None:
    """Who alone says something in a sentence outside of its quotations; None where two do."""
    text, quoted = sentence.text, quotations(sentence.text)
    cues = (found.span() for found in islice(_SAYING.finditer(text), _MOST_CUES))
    places = {
        speaker_of(text, cue) for cue in cues if not any(is_within(cue, each) for each in quoted)
    }
    if not places and (cited := _CITED.search(text)) is not None:
        return cited["name"]
    if len(places) != 1 or (place := places.pop()) is None:
        return None
    return _BRACKETS.sub("", text[slice(*place)])


def _fits(said: Said, speaker: str) -> bool:
    """Whether a pronoun surely may mean a speaker: a person's name, or people for "they"."""
    if mentions(speaker, said.name) or mentions(said.name, speaker):
        return False
    if said.pronoun == "they":
        return _PLURAL.fullmatch(speaker) is not None
    words = speaker.split()
    bare = [word for word in words if word.lower().rstrip(".") not in ROLES]
    if not bare or not all(word[0].isupper() for word in words):
        return False
    if bare[-1].lower() in BODIES or bare[-1].isupper() or bare[-1].endswith("s"):
        return False
    return gender_of(said.article, bare[-1]) == said.pronoun


_RULES: Final = (
    _of_other_kind,
    _named_before,
    _spoke_before,
    told_of_before,
    subject_before,
    body_before,
)
