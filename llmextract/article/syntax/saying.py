"""Whether a sentence says of somebody that they said something, and what else it may say."""

import re
from functools import lru_cache
from typing import Final

from llmextract.article.syntax.grammar import (
    ADJECTIVES,
    DETERMINERS,
    PREPOSITIONS,
    is_past,
    words_of,
)
from llmextract.article.syntax.patterns import UNCLOSED_OFFICE, WORD

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
# What shows somebody's mind, a verdict or a protest, without being words of saying anywhere else.
_OPINES: Final = re.compile(
    r"(?:rul(?:ed|es|ing)|consider(?:s|ed)?|express(?:es|ed|ing)?|specif(?:y|ies|ied|ying)"
    r"|protest(?:s|ed|ing)?|identif(?:y|ies|ied|ying)|remember(?:s|ed|ing)?|convinced"
    r"|clarif(?:y|ies|ied|ying)|elaborat(?:e|es|ed|ing)|signal(?:l?ed|s)|view(?:s|ed)"
    r"|regard(?:s|ed)|deem(?:s|ed)|doubt(?:s|ed)|worr(?:y|ies|ied)|object(?:ed|s)|oppos(?:e|es|ed)"
    r"|boast(?:s|ed)|brag(?:s|ged)|confess(?:es|ed)?|confid(?:es|ed)|contest(?:s|ed)"
    r"|counter(?:s|ed)|lament(?:s|ed)|deplor(?:es|ed)|welcom(?:es|ed)|hail(?:s|ed)|echo(?:es|ed)"
    r"|outlin(?:es|ed)|detail(?:s|ed)|vouch(?:es|ed)|plead(?:s|ed)?|pled|determin(?:es|ed)"
    r"|underlin(?:es|ed)|underscor(?:es|ed)|highlight(?:s|ed)|narrat(?:es|ed)"
    r"|retort(?:s|ed)|answer(?:s|ed)|shout(?:s|ed)|rumou?rs?"
    r"|guess(?:es|ed)?|suspect(?:s|ed)?|label(?:s|l?ed)|brand(?:s|ed)|recogni[sz]e(?:s|d)?)\Z",
    re.IGNORECASE,
)
# Who did something may be the pronoun that says so further on: "summoned Roe ..., it said, by".
_PRONOUN_SAYS: Final = re.compile(
    r"\b(?:he|she|it|they)\s+(?:(?:has|have|had|also|later)\s+)?(?:said|says|say|added|reported"
    r"|announced|claimed|stated|noted|wrote|insisted|explained|warned)\b"
)
_ANY: Final = "|".join((*(f"{stem}\\w*" for stem in _STEMS.split()), *_WHOLE.split()))
_SAYING: Final = re.compile(rf"(?:{_ANY})\Z", re.IGNORECASE)
# Deeds of force and movement; "attacked", "fired" and "struck" may be said of words.
_DEEDS: Final = (
    "abduct advanc arrest arriv bomb bombard captur clash counterattack cross deploy destroy detain"
    " displac encircl engag enter evacuat explod flee injur kill launch loot recaptur regain"
    " reinforc retreat seiz shell shoot storm surround withdraw wound"
)
_DONE: Final = "fled retook retaken shot withdrew withdrawn"
_DEED: Final = re.compile(
    rf"(?:(?:{'|'.join(_DEEDS.split())})(?:e|es|ed|s|ing)?|{'|'.join(_DONE.split())})\Z",
    re.IGNORECASE,
)
_CLAIM: Final = re.compile(r"\bclaim(?:s|ed|ing)?\W*\Z", re.IGNORECASE)
_LIVES: Final = re.compile(
    r"(?:(?:about|around|some|more|than|over|nearly|almost|at|least|the|of|many|several|countless|a|an"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|half|dozens?|hundreds?|thousands?|tens"
    r"|millions?|his|her|their|innocent|civilian|human|other|\d[\d,.]*)\s+){0,8}"
    r"(?:lives|life|victims?)\W*"
    r"(?:\s(?:of|in|over|since|during|across|on|at|from|this|last|so|every|each)\b.*)?",
    re.IGNORECASE,
)
# Words that change nothing about what a verb says.
_SMALL: Final = words_of(
    "a an the in into on at to from of by with for and have has had having is are was were be been"
    " being also then again recently"
)
_PRONOUN: Final = re.compile(
    r"\W*(?:\w+ly,?\s+)?(?:this|that|these|those|it|such|both|all)\b", re.IGNORECASE
)
_LEAST_STEM: Final = 5
# The subject of one verb is that of a saying that follows without another: "and said", ", saying".
_GOES_ON: Final = re.compile(
    rf"\b(?:and|but|by|to)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:{_ANY})\b"
    r"|,\s+(?:\w+ly\s+)?(?:saying|telling|adding|noting|claiming|stating|urging|warning|citing"
    r"|insisting|arguing|accusing|calling|reporting|announcing|describing|denying|declaring)\b",
    re.IGNORECASE,
)
# Not that of another who says so before it: "to Hale, Dorva News reported[, citing]".
_OTHER_SAYS: Final = re.compile(
    rf",\s(?:[A-Z]|(?:the|an?|his|her|its|their)\s)[^,;:]{{1,60}}\s(?:{_ANY})\b[^,;:]{{0,40}}\Z"
)
# A long title may stand between: "according to the special envoy of the union for Norland, Roe".
_TITLE: Final = 9
_CITED: Final = re.compile(r"\baccording to (?P<between>[^;:]{0,120})\Z", re.IGNORECASE)
_THAT: Final = re.compile(r"\bthat\s", re.IGNORECASE)
# They begin as words of saying do and say nothing.
_NO_SAYING: Final = words_of("reportedly allegedly supposedly")
# Said of somebody by nobody who is named: "a suspect believed to", "an alleged clash".
_HELD: Final = re.compile(
    r"\b(?:believed|thought|alleged|understood)(?=\s+to\b)"
    r"|(?<=\ban )alleged\b|(?<=\bthe )alleged\b",
    re.IGNORECASE,
)
_DENYING: Final = re.compile(r"(?:not|never|cannot|\w+n['’]t)\Z", re.IGNORECASE)
_DENIAL: Final = re.compile(r"(?:den(?:y|ie)|reject|refut|dismiss|disput)", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"\b(?:no|neither|none of(?: (?:the|its|his|their))?|nobody|not (?:a|one|all))\s+\Z",
    re.IGNORECASE,
)
# "said late on", "told the Dorva Post on", "said in a statement on": what follows dates the saying.
_DATED: Final = re.compile(
    r"\b(?:said|says|say|announce[sd]|reported|reports|stated|states|added|adds|claim(?:s|ed)"
    r"|confirm(?:s|ed)|noted|notes|warn(?:s|ed)|acknowledge[sd]|admit(?:s|ted)|declare[sd]"
    r"|disclose[sd]|wrote|denie[sd]"
    r"|(?:told|tells|informed)(?:\s+(?:reporters|journalists|lawmakers|parliament|us|them|him|her"
    r"|(?:the\s+)?(?:[A-Z]\w*\s+){0,3}[A-Z]\w*)))"
    r"(?:\s+(?:again|late|early|here|to reporters|in an?(?: \w+)? (?:statement|interview|tweet|post"
    r"|report|speech|briefing)|at a(?: \w+)? (?:conference|briefing)))*"
    r"(?:\s+(?:on|in|at))?(?:\s+(?:late|early))?\s+\Z"
)
_DATED_REACH: Final = 120
_PHRASE: Final = re.compile(r"(?:\s+[\w'’-]+){1,14}")
# "The ministry raised the toll", "gave a figure".
_TOLL: Final = re.compile(
    r"\s+(?:\w+\s+)?(?:gave|gives|raised|lowered|revised|updated)\s+(?:\w+\s+){1,3}?"
    r"(?:toll|figure|number|estimate)s?\b"
)
_ASIDE: Final = re.compile(r"\s*(?:,[^,;]{1,120},|\([^()]{1,80}\)|[—–][^—–]{1,120}[—–])")


def is_speaker(sentence: str, start: int, end: int) -> bool:
    """Whether the words at a place are near words of saying, as one who speaks or is cited is.

    Before them ("according to the", "told", "said the"), after them ("further noted", "'s spokesman
    said", also behind an aside, but not "did not say"), or a colon or quotation mark right beside
    them.
    """
    if _NOBODY.search(sentence, max(0, start - _REACH), start):
        return False
    aside = _ASIDE.match(sentence, end)
    rest = sentence[end : end + _REACH]
    if sentence[end : end + 1] == ":" or sentence[max(0, start - _NEAR) : start].rstrip()[-1:] in (
        "\u201d",
        "—",
    ):
        return True
    if _says_so(WORD.findall(_HELD.sub(" ", rest))[:_NEAR]):
        return True
    goes_on = _GOES_ON.search(rest)
    if goes_on is not None and not _OTHER_SAYS.search(rest, 0, goes_on.start()):
        return True
    if rest.startswith(",") and any(map(_says_so, _after_commas(rest))):
        return True
    if aside is not None:
        behind = WORD.findall(sentence, aside.end(), aside.end() + _REACH)
        if _says_so(behind[:_NEAR]):
            return True
    if _says_behind_phrase(rest) or _TOLL.match(rest) or _PRONOUN_SAYS.search(rest):
        return True
    if (office := UNCLOSED_OFFICE.match(rest)) and _says_so(WORD.findall(rest[office.end() :])[:3]):
        return True
    if rest.startswith(" that ") and says(sentence[start:end]):
        return True
    before = sentence[max(0, start - _REACH) : start]
    if (cited := _CITED.search(before)) and not _has_deed(cited["between"]):
        return True
    # What "said that" brings is said, and says nothing.
    words = WORD.findall(_HELD.sub(" ", _THAT.split(before)[-1]))[-_TITLE:]
    said = next((at for at in range(len(words) - 1, -1, -1) if _says([words[at]])), None)
    # Nor does whom somebody claims to have shot: only who stands beside the words of saying.
    return said is not None and not _has_deed(" ".join(words[said + 1 :]))


def _says_behind_phrase(rest: str) -> bool:
    """Whether words of saying follow what only tells which: "residents of the old town said"."""
    words = WORD.findall(found[0]) if (found := _PHRASE.match(rest)) else []
    said = next((at for at, word in enumerate(words) if _says([word])), 0)
    if not said or words[0].lower() not in PREPOSITIONS | {"who"}:
        return False
    # "The besieged town" is no deed.
    deeds = sum(
        is_past(word.lower()) and words[at - 1].lower() not in DETERMINERS
        for at, word in enumerate(words[:said])
    )
    # "Who fled the town said".
    return deeds <= (words[0] == "who") and _says_so(words)


def _has_deed(between: str) -> bool:
    """Whether somebody did something behind who is cited: "according to Roe, rebels shot the"."""
    words = [word.lower() for word in WORD.findall(between)]
    return words[-1:] != ["by"] and any(
        is_past(word) and word not in ADJECTIVES and "-" not in word for word in words
    )


def is_denier(sentence: str, end: int) -> bool:
    """Whether all that is said behind somebody named before `end` is a denial: "he denied it"."""
    words = WORD.findall(sentence, end)
    said = [word for word in words if _says([word])]
    return _says(words[:_NEAR]) and all(map(_DENIAL.match, said))


def saying_dated(sentence: str, time: int) -> int | None:
    """Where the words of saying begin that a time dates, "said on" before "Friday", or None."""
    found = _DATED.search(sentence, max(0, time - _DATED_REACH), time)
    return found.start() if found else None


def _after_commas(rest: str) -> list[list[str]]:
    return [WORD.findall(piece)[:2] for piece in rest.split(",")[2:]]


def _says(words: list[str]) -> bool:
    return any(map(_is_saying, words))


@lru_cache(maxsize=4096)
def _is_saying(word: str) -> bool:
    return _SAYING.match(word) is not None and word.lower() not in _NO_SAYING


def _says_so(words: list[str]) -> bool:
    """Whether there is a word of saying or of opinion, and none before it that denies it."""
    said = next(
        (at for at, word in enumerate(words) if _is_saying(word) or _OPINES.match(word)), None
    )
    return said is not None and not any(map(_DENYING.match, words[:said]))


def says(words: str) -> bool:
    """Whether there is a word of saying among these."""
    return _says(WORD.findall(words))


def takes_lives(cue: str, content: str) -> bool:
    """Whether "claimed" brings no words but the dead: "has claimed half a million lives"."""
    return bool(_CLAIM.search(cue) and _LIVES.fullmatch(content))


def is_deed(words: str) -> bool:
    """Whether these words only say what somebody did, such as "had entered"."""
    telling = [word for word in WORD.findall(words) if word.lower() not in _SMALL]
    return bool(telling) and all(map(_DEED.match, telling))


def takes_up(sentence: str, words: str) -> bool:
    """Whether a sentence may speak of the same as words before it.

    It begins with a pronoun for them ("This was reported by"), or it has one of them in another
    form ("launched a counteroffensive", "the offensive").
    """
    if _PRONOUN.match(sentence):
        return True
    here = {word.casefold() for word in WORD.findall(sentence)}
    there = {word.casefold() for word in WORD.findall(words)} - _SMALL
    return any(_is_form(one, other) for one in here for other in there)


def _is_form(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_STEM:
        return one == other
    return longer.startswith(shorter[:_LEAST_STEM]) or longer.endswith(shorter)
