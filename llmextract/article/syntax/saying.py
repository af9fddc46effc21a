"""Whether a sentence says of somebody that they said something."""

import re
from typing import Final

_NEAR: Final = 5
_REACH: Final = 260
# Stems with any ending ("report", "reported") and words as they are.
_STEMS: Final = (
    "report announc claim affirm confirm declar describ explain insist warn accus alleg argu assert"
    " believ conclud condemn disclos estimat hint indicat inform learn maintain mention monitor"
    " observ quot reaffirm recall remark reveal stress suggest testif tweet urg vow publish"
    " broadcast acknowledg admit allud appeal assess assum caution complain conced contend demand"
    " dismiss emphasi expect imply implie judg predict promis propos question reckon recount refer"
    " reiterat reject relay repeat request respond speculat threaten voic predict blam prais"
    " criticis criticiz denounc pledg apologis apologiz"
)
_WHOLE: Final = (
    "say says said saying tell tells told telling state states stated stating note notes"
    " noted noting add adds added adding cite cites cited citing find finds found finding"
    " point points pointed pointing put puts show shows showed shown showing write writes"
    " wrote written writing post posts posted posting air airs aired call calls called calling"
    " hear heard know knew speak speaks spoke spoken deny denies denied denying reply replies"
    " replied replying comment comments commented commenting release releases released record"
    " records recorded count counts counted document documents documented register registered"
    " verify verifies verified ask asks asked think thinks thought fear fears feared hope"
    " hopes hoped statement statements swear swore"
)
_ANY: Final = "|".join((*(f"{stem}\\w*" for stem in _STEMS.split()), *_WHOLE.split()))
_SAYING: Final = re.compile(rf"(?:{_ANY})\Z", re.IGNORECASE)
# The subject of one verb is that of a saying that follows without another: "and said", ", saying".
_GOES_ON: Final = re.compile(
    rf"\b(?:and|by|to)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:{_ANY})\b"
    r"|,\s+(?:\w+ly\s+)?(?:saying|telling|adding|noting|claiming|stating|urging|warning|citing"
    r"|insisting|arguing|accusing|calling|reporting|announcing|describing|denying|declaring)\b",
    re.IGNORECASE,
)
# A long title may stand between: "according to the special envoy of the union for Norland, Roe".
_TITLE: Final = 9
_CITED: Final = re.compile(r"\baccording to [^;:]{0,120}\Z", re.IGNORECASE)
_HEDGES: Final = frozenset("reportedly allegedly supposedly".split())
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_ASIDE: Final = re.compile(r"\s*(?:,[^,;]{1,120},|\([^()]{1,80}\)|[—–][^—–]{1,120}[—–])")


def is_speaker(sentence: str, start: int, end: int) -> bool:
    """Whether the words at a place are near words of saying, as one who speaks or is cited is.

    Before them ("according to the", "told", "said the"), after them ("further noted", "'s spokesman
    said", also behind an aside), or a colon or quotation mark right beside them.
    """
    aside = _ASIDE.match(sentence, end)
    rest = sentence[end : end + _REACH]
    if sentence[end : end + 1] == ":" or sentence[:start].rstrip()[-1:] in ("\u201d", "—"):
        return True
    if _says(_WORD.findall(sentence, end)[:_NEAR]):
        return True
    if _GOES_ON.search(rest) is not None:
        return True
    if rest.startswith(",") and any(_says(words[:2]) for words in _after_commas(rest)):
        return True
    if aside is not None and _says(_WORD.findall(sentence, aside.end())[:_NEAR]):
        return True
    before = sentence[max(0, start - _REACH) : start]
    return _CITED.search(before) is not None or _says(_WORD.findall(before)[-_TITLE:])


def _after_commas(rest: str) -> list[list[str]]:
    return [_WORD.findall(piece)[:2] for piece in rest.split(",")[2:]]


def _says(words: list[str]) -> bool:
    return any(_SAYING.match(word) and word.lower() not in _HEDGES for word in words)
