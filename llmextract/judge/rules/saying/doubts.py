"""Words by which somebody leaves open what they say, and words on its proof that deny it."""

import re
from collections.abc import Iterable
from typing import Final

from llmextract.article.syntax.grammar import NOBODY, NOT, has_verb, inflected, tokenise, words_of
from llmextract.ask.realis import realis_name

# Whoever says so by one of these is not sure of it; who "expects" it may ask for it.
_UNSURE: Final = inflected("suspect presume guess speculate seem appear")
# Of a clause these say no more than that somebody takes it to be so; one fears a foe for sure.
_HOLDING: Final = inflected("believe think fear assume suppose imagine =thought")
# Cited as a hedge they are one, as are those above.
_BELIEF: Final = (
    _UNSURE | _HOLDING | inflected("expect anticipate predict suggest estimate doubt forecast")
)
# A hedge that leaves open its own noun alone: "a possible truce"; but "possible that", "is likely".
_OF_NOUN: Final = re.compile(
    r"(?:.*\s)?(?:possible|potential|probable|likely|alleged|suspected|presumed|supposed|apparent"
    r"|purported|would-be)\s(?!that\b|to\b|for\b|if\b)[\w’'-]+(?:\s[\w’'-]+){0,3}",
    re.IGNORECASE,
)
_PROVEN: Final = words_of("corroborated confirmed verified")
_DISPUTED: Final = words_of("disputed contradicted refuted debunked")
_CONFIRMING: Final = inflected("confirm corroborate verify substantiate authenticate")
_UNPROVEN: Final = inflected(
    "dispute deny reject refute rebut* contradict debunk dismiss"
) | words_of(
    "without lack lacks lacked lacking baseless unfounded groundless unconfirmed unverified"
    " unproven unsubstantiated uncorroborated unsupported denial denials false untrue fake"
)
_UNABLE: Final = NOT | NOBODY | words_of("unable impossible fail fails failed yet without lack")

_PROBABLE: Final = words_of("probable likely")
_POSSIBLE: Final = words_of("possible potential")
_HEARSAY: Final = words_of("underspecified reported alleged hearsay")
_LIKELY: Final = words_of("probably likely presumably probable expected expects expect probability")
_MAY: Final = words_of(
    "may might could can possibly possible perhaps maybe potentially possibility"
)
# Who believes it takes it for more than possible.
_BELIEVED: Final = words_of("believe believes believed")
_MONTH: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?May|May\s+\d{1,4}"
    r"|(?:[Ii]n|[Oo]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Ll]ast|[Nn]ext|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f)[\s-]May)\b"
)
# "Said it would send troops" only tells in the past what was promised: "will".
_PROMISED: Final = re.compile(
    r"\b(?:said|announced|indicated|added|stated|declared|confirmed|wrote|assured|pledged|promised"
    r"|vowed)\b(?P<between>[^.;:“”\"]{0,160}?)\b(?:it|he|she|they)\s(?P<would>would)\s"
    r"(?!(?:be|have|like|prefer|rather|love|need|take|cost|mean|seem|lead|depend|become|not\s+have)\b)"
)
_CONDITIONED: Final = re.compile(
    r"\b(?:if|unless|could|might|may|were\s+to|whether|only\s+when|provided|fear\w*|hop(?:e|ed|es|ing)"
    r"|expect\w*|believ\w*|thinks?|thought|doubt\w*|likely|wish\w*|want\w*)\b",
    re.IGNORECASE,
)
_LITTLE: Final = words_of(
    "that is are was were be been being it a an the to very most more have has"
)
_NOBODY_BEFORE: Final = re.compile(
    r"\b(?:neither|none|no|nobody|nothing|few)\b[^,;:.]{0,60}\Z", re.IGNORECASE
)
# Right before words on the proof they deny these: "could not be [verified]", "without [evidence]".
_DENIED_RIGHT_BEFORE: Final = re.compile(
    r"\b(?:not|never|cannot|unable\sto|yet\sto|without|lack(?:s|ed|ing)?|no)\s"
    r"(?:(?:be|been|being|yet|immediately|also|have|giving|offering|providing|citing|presenting|showing"
    r"|producing|any|supporting|further|clear|hard|credible|concrete|independent|independently|(?!only\b)\w+ly)"
    r"\s){0,4}\Z|n['’]t\s(?:(?:be|been|yet|have|\w+ly)\s){0,3}\Z",
    re.IGNORECASE,
)
_NEAR: Final = 80
_REBUTTALS: Final = words_of(
    "fabrication fabrications fabricated lie lies nonsense hoax propaganda invention invented"
    " stood stands exaggerated exaggeration misrepresented contrary incorrectly wrongly mistakenly"
    " erroneously falsely inaccurately untruthfully misleadingly"
)
# What is "not ruled out" is possible, and is not denied.
_OPEN_STILL: Final = re.compile(
    r"\b(?:not|never|no|cannot|n['’]t|without)\b(?:\s+\w+){0,4}?\s+"
    r"(?:rul(?:e|ed|es|ing)\s+(?:\w+\s+){0,3}?out|exclud(?:e|ed|es|ing)|out\s+of\s+the\s+question)",
    re.IGNORECASE,
)

# Who "rejected a request" was asked all the same.
_ASKED: Final = words_of(
    "request requests demand demands call calls appeal appeals proposal proposals plea pleas bid"
    " bids petition petitions motion motions suggestion suggestions recommendation recommendations"
)
# Who dismisses "a warning by Roe" denies what it says, not that Roe said so.
_SAID: Final = words_of(
    "accusation accusations allegation allegations assertion assertions charge charges claim claims"
    " comment comments complaint complaints criticism criticisms forecast forecasts prediction"
    " predictions remark remarks report reports statement statements testimony threat threats"
    " warning warnings"
)
_BY: Final = re.compile(r"\s(?:by|from)\s(?:the\s|an?\s)?[\w’'.-]+")
_TURNED_DOWN: Final = re.compile(
    r"\b(?:reject|refus|declin|dismiss|turn|ignor|rebuff|spurn|oppos|resist|block)"
    r"(?:ed|e[sd]?|s|ing)?\b(?:\s+down)?\s+(?:(?!that\b)[\w’'-]+\s+){0,5}\Z"
)


def hedges_noun(cue: str) -> bool:
    """Whether words cited as a hedge are a noun and what leaves it open: "a possible truce"."""
    return _OF_NOUN.fullmatch(cue) is not None


def is_doubting(cue: str) -> bool:
    """Whether words cited as a hedge are one of belief: "expects", not "no doubt"."""
    return _affirm_one_of(_BELIEF, cue)


def is_unsure(cue: str, said: Iterable[str]) -> bool:
    """Whether words of saying leave open by themselves what they bring: "suspects", "seems".

    Of a clause, belief does so too: "fears that it fell", but not "fears the army".
    """
    if _affirm_one_of(_UNSURE, cue):
        return True
    return holds(cue) and any(map(has_verb, said))


def holds(cue: str) -> bool:
    """Whether words of saying are of belief: "thinks", "fears", but not "does not think"."""
    return _affirm_one_of(_HOLDING, cue)


def _affirm_one_of(listed: frozenset[str], cue: str) -> bool:
    words = tokenise(cue).words
    return not listed.isdisjoint(words) and (NOT | NOBODY).isdisjoint(words)


def without_dates(text: str) -> str:
    """Words without the month of May, which leaves nothing open: "from 20 May"."""
    return _MONTH.sub(" ", text)


def only_promised(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a "would" that only tells in the past what somebody will do.

    >>> only_promised("Roe said he would leave.", 12, 17)
    True
    """
    return any(
        found.span("would") == (start, end) and not _CONDITIONED.search(text)
        for found in _PROMISED.finditer(text)
    )


def without_promises(text: str) -> str:
    """A text without the words "would" of that sort."""
    if _CONDITIONED.search(text):
        return text
    for found in reversed([*_PROMISED.finditer(text)]):
        start, end = found.span("would")
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def tells_otherwise(label: object, cue: str) -> bool:
    """Whether words on the proof of a claim tell the contrary of a label.

    Nothing is corroborated that "could not be verified", nor disputed by what "confirmed it".
    """
    name = realis_name(label)
    words = frozenset(tokenise(cue).words)
    if name in _PROVEN:
        return not (words.isdisjoint(_UNPROVEN) and words.isdisjoint(_UNABLE))
    if name in _DISPUTED:
        return not words.isdisjoint(_CONFIRMING) and words.isdisjoint(_UNPROVEN | _UNABLE)
    return False


def is_stronger_or_weaker(label: object, cue: str, labels: Iterable[object]) -> bool:
    """Whether words of doubt are those of another label: "probably" of what is only possible.

    Where no label says "probable", what is probable is at least possible.
    """
    name, known = realis_name(label), {realis_name(each) for each in labels}
    if name in _POSSIBLE and _PROBABLE.isdisjoint(known):
        return False
    if name in _PROBABLE and _POSSIBLE.isdisjoint(known):
        return False
    words = frozenset(tokenise(cue).words)
    if not words.isdisjoint(NOT | NOBODY):
        return False
    likely, may = not words.isdisjoint(_LIKELY), not words.isdisjoint(_MAY)
    if name in _PROBABLE:
        return may and words <= _MAY | _LITTLE
    if name in _POSSIBLE:
        likely = likely or not words.isdisjoint(_BELIEVED)
        return likely and words <= _LIKELY | _BELIEVED | _LITTLE
    return name in _HEARSAY and (likely or may) and words <= _LIKELY | _MAY | _LITTLE


def denied_before(text: str, start: int) -> bool:
    """Whether the subject of words on the proof denies them, or their own verb does.

    "Neither [could be verified]", "could not be [verified]".
    """
    if _DENIED_RIGHT_BEFORE.search(text, max(0, start - _NEAR), start) is not None:
        return True
    return _NOBODY_BEFORE.search(text, max(0, start - _NEAR), start) is not None


def is_rebuttal(cue: str) -> bool:
    """Whether words call a claim untrue, or stand by the contrary: "a pure fabrication"."""
    return not _REBUTTALS.isdisjoint(tokenise(cue).words)


def is_turned_down(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] asks for something that is refused: "rejected a request".

    Or is what somebody says who is named behind it: "dismissing a warning by Roe".
    """
    noun = tokenise(text[start:end]).words[-1:]
    is_said = not _SAID.isdisjoint(noun) and _BY.match(text, end) is not None
    if _ASKED.isdisjoint(noun) and not is_said:
        return False
    return _TURNED_DOWN.search(text, max(0, start - _NEAR), start) is not None


def leaves_open(text: str) -> bool:
    """Whether words say of something that it is still possible: "it is not ruled out that"."""
    return _OPEN_STILL.search(text) is not None


def is_disputing(label: object) -> bool:
    """Whether a label says that a claim is contradicted."""
    return realis_name(label) in _DISPUTED
