"""Labels of how real something is, by their usual names, and the words that each of them needs."""

import re

from llmextract.article.syntax.grammar import MODALS, inflected, tokenise, words_of
from llmextract.article.syntax.predication import undone
from llmextract.article.syntax.saying import says
from llmextract.article.syntax.unsettled import plans, unsettled
from llmextract.article.times.words import SURE_NAMES

ASSERTED = words_of(
    "occurred occurring happened happening ongoing completed succeeded actual real realis realized"
    " realised asserted factual fact true confirmed done certain sure definite yes"
)
SURE = words_of("certain sure definite confirmed true")
DENIED = words_of("failed negated denied unsuccessful did_not_happen not_occurred prevented")
POSSIBLE = words_of("possible potential probable")
UNREAL = POSSIBLE | words_of(
    "planned intended hypothetical conditional future expected scheduled irrealis"
)
PLANNED = words_of("planned intended scheduled")
POSITIVE = words_of("positive affirmative affirmed affirms pos")
NEGATIVE = words_of("negative negated negation neg")
_HEARSAY = words_of("underspecified reported alleged unconfirmed hearsay")
_BELIEF = inflected(
    "fear hope doubt think feel guess imagine suggest indicate assume anticipate expect estimate"
    " worry believe suspect speculate =thought =felt"
) | words_of(
    "chance chances possibility probability likelihood odds belief fears hopes sign signs"
    " assumption assumptions speculation speculations expectation expectations suspicion suspicions"
    " rumour rumours rumor rumors impression prospect prospects guesses estimate estimates"
)
# What nobody rules out, and what somebody knows no better, may be so.
_LEFT_OPEN = re.compile(
    r"\b(?:not|cannot|n[o’']t)\b(?: \w+){0,2} (?:ruled? out|exclude[ds]?|discount(?:ed)?)\b"
    r"|\b(?:as|so) far as\b(?: \w+){1,3} (?:know|knows|knew|aware|tell|see)\b"
    r"|\bto the best of\b",
    re.IGNORECASE,
)
_PURPORTING = words_of("purporting purport purports so-called rumours rumors rumour rumor hearsay")
# What an article says of the proof of a claim, and how.
_PROVEN = words_of(
    "unverified verified unproven proven without_evidence unsupported corroborated confirmed"
    " disputed refuted contradicted debunked"
)
_UNPROVEN = words_of("unverified unproven without_evidence unsupported")
_PROOF = inflected(
    "confirm corroborate verify prove disprove dispute refute rebut reject dismiss deny contradict"
    " debunk substantiate authenticate investigate check support document evaluate back bear"
) | words_of(
    "evidence proof baseless unfounded groundless unconfirmed unverified unproven unsubstantiated"
    " uncorroborated independent independently denial denials doubt doubts false true untrue fake"
    " wrong misleading disputed contested unsupported verifiable verification confirmation footage"
    " videos images witnesses known unknown clear unclear"
)
# Words of proof that deny it by themselves, and words that deny it beside one.
_NO_PROOF = words_of(
    """
    baseless unfounded groundless unconfirmed unverified unproven unsubstantiated uncorroborated
    unsupported disputed contested unknown unclear doubt doubts false untrue fake wrong misleading
    """
)
_WANTING = words_of(
    "yet hard harder difficult difficulty impossible lack lacks lacked lacking little scant scarce"
    " still question questioned remains remain awaiting pending"
)
# Signs of what is open only with "to" behind them ("set to leave"), and days, which a plan needs.
_IDLE = (
    SURE_NAMES
    | words_of("told tell called call calls event close case right set so power press talk talks")
    | {"certain", "sure"}
)
# Who says so is sure.
_CLAIMS = inflected("claim argue contend")
# Words of doubt that leave nothing open: a manner, all there is, the "likely voters" of a poll.
_NO_DOUBT = re.compile(
    r"\bas (?:\w+ ){1,2}as possible\b|\b(?:if|where|wherever|when|whenever|best|worst) possible\b"
    r"|\b(?:everything|anything|all|whatever|every(?: \w+)?) possible\b|\blikely voters?\b",
    re.IGNORECASE,
)
_HEDGES = words_of(
    """
    reportedly allegedly purportedly supposedly apparently seemingly possibly probably perhaps maybe
    presumably potentially likely unlikely may might could alleged purported unconfirmed unverified
    suspected rumoured rumored possible probable seems seem seemed appears appear appeared believed
    thought unclear uncertain
    """
)


def realis_name(label: object) -> str:
    """A label as the lists above have it; "" for what is no word."""
    return label.casefold().replace("-", "_").replace(" ", "_") if isinstance(label, str) else ""


def hedged(text: str) -> bool:
    """Whether any word of a text hedges: "reportedly", "could"."""
    return not _HEDGES.isdisjoint(tokenise(text).words)


def may_be(label: object, text: str) -> bool:
    """Whether a text has any word for a label: of denial or failure, of a plan or a condition.

    What is reported or alleged may be called possible, but not planned. Labels that need no words,
    and those that are not known, may always be.
    """
    name = realis_name(label)
    if name in DENIED:
        return undone(text)
    if name in PLANNED:
        return plans(text)
    if name in UNREAL:
        return unsettled(text) or (name in POSSIBLE and hedged(text))
    return True


def carries(label: object, cue: str) -> bool:
    """Whether words may carry a label: of doubt, of hearsay, of what the article says of proof.

    The lists are wide; labels that are not known are carried by any words.
    """
    name = realis_name(label)
    cue = _NO_DOUBT.sub(" ", cue)
    words = tokenise(cue).words
    if name in POSSIBLE:
        telling = [
            word
            for at, word in enumerate(words)
            if word not in _CLAIMS and (word not in _IDLE or words[at + 1 : at + 2] == ("to",))
        ]
        is_open = not _BELIEF.isdisjoint(words) or _LEFT_OPEN.search(cue) is not None
        return is_open or may_be(label, " ".join(telling))
    if name in _HEARSAY:
        return hedged(cue) or unsettled(cue) or says(cue) or not _PURPORTING.isdisjoint(words)
    if name in _UNPROVEN and _NO_PROOF.isdisjoint(words) and not undone(cue):
        return not (_PROOF.isdisjoint(words) or _WANTING.isdisjoint(words))
    return name not in _PROVEN or not _PROOF.isdisjoint(words)


def carrier(label: object, cue: str) -> str | None:
    """The first word of a cue that carries a label of doubt by itself; None without one."""
    if realis_name(label) not in POSSIBLE | _HEARSAY:
        return None
    tokens = tokenise(cue)
    words = (cue[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True))
    doubting = (word for word in words if hedged(word) or word.lower() in MODALS | _BELIEF)
    return next((word for word in doubting if carries(label, word)), None)


def is_of_proof(label: object) -> bool:
    """Whether a label says what the article says of the proof of something."""
    return realis_name(label) in _PROVEN
