"""Who tells of an event, read by code: whose words of saying bring the words of the event.

Offsets are half-open code points in a sentence. What is not surely so is not read.
"""

import re
from itertools import islice
from typing import Final

from llmextract.article.location import Range, is_within
from llmextract.article.syntax.grammar import has_verb
from llmextract.judge.speaker import speaker_of, whole_name
from llmextract.judge.speech import quotations, speech_before

# What these bring somebody tells of the world; "asked", "hopes" or "knew" tell of a mind alone.
_TELLING: Final = re.compile(
    r"\b(?:said|says|say|report(?:s|ed)|announce[sd]|claim(?:s|ed)|add(?:s|ed)|stated|note[sd]"
    r"|confirm(?:s|ed)|wrote|writes|(?:told|tells)(?! so\b| such\b)|acknowledge[sd]"
    r"|admit(?:s|ted)|allege[sd]|inform(?:s|ed)|(?:say|claim|report|stat|not|add|warn|alleg|announc|confirm)ing"
    r"|[Aa]ccording to)\b(?! by\b)"
    r"|\b(?:affirm(?:s|ed|ing)|argu(?:e[sd]?|ing)|assert(?:s|ed|ing)|boast(?:s|ed)|caution(?:s|ed)"
    r"|concede[sd]|conclud(?:e[sd]|ing)|contend(?:s|ed)?|declar(?:e[sd]|ing)|disclose[sd]"
    r"|emphasi[sz](?:e[sd]|ing)|estimate[sd]|explain(?:s|ed|ing)|hint(?:s|ed)|indicat(?:e[sd]|ing)"
    r"|insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|observe[sd]|point(?:s|ed|ing) out|pledge[sd]"
    r"|predict(?:s|ed|ing)|promis(?:e[sd]|ing)|reaffirm(?:s|ed|ing)|recall(?:s|ed|ing)"
    r"|reiterat(?:e[sd]|ing)|remark(?:s|ed)|reveal(?:s|ed|ing)|stress(?:es|ed|ing)"
    r"|testif(?:ies|ied|ying)|threaten(?:s|ed)|underlin(?:e[sd]|ing)|underscore[sd]|vow(?:s|ed)"
    r"|warn(?:s|ed)?|states?|report|announce|claim|confirm|allege"
    r"|found|finds|ruled|rules|show(?:s|ed)?|believe[sd]?|den(?:ies|ied))(?= that\b)"
    r"|(?<=s )(?:report|claim|warn|allege|confirm|announce|insist)\b(?! (?:by|of|on|to|for)\b)"
    r"|\b[Aa]s (?:reported|confirmed|announced|claimed|stated|noted) by\b"
    r"|\baccus(?:e[sd]|ing)\b(?=[^,;:“”\"]{1,80}\sof\s)"
    r"|\b(?:condemn|denounc|describ|depict|portray|brand|label|characteri[sz])(?:e?[sd]|l?ed|l?ing)\b"
    r"(?=[^,;:]{1,80}\sas\s)"
    r"|\b(?:warn(?:s|ed)|assure[sd]|remind(?:s|ed))\b(?=(?:\s[^\s,;:“”\"]+){1,6}\sthat\b)"
)
# Beside a quotation these tell of the world as well.
_QUOTING: Final = re.compile(
    r"\b(?:affirmed|argued|asserted|boasted|cautioned|concluded|declared|insisted|recalled|stressed"
    r"|testified|underlined|warned|described|called|dubbed|labell?ed|branded|denounced)\b"
)
_CITING: Final = "according to"
_ADDRESSING: Final = frozenset({"told", "tells"})
_THAT: Final = re.compile(r"\bthat\s+\w")
# Right behind words of saying these tell of what it was said, or to whom.
_ASIDE: Final = re.compile(
    r"\s+(?:and|but|about|of|for|to(?!\s+(?:have|be)\b)|by|from|with)\b", re.IGNORECASE
)
# These tell when or why it was said, if nothing that is said stands before them.
_WHEN: Final = re.compile(
    r"\b(?:after|before|when|while|as|during|if|because|since|until)\b", re.IGNORECASE
)
# Behind these the writer may go on in words of their own.
_ENDS: Final = re.compile(
    r"[;“”\"]|\b(?:but|which|who|whose)\b|,\s+(?:while|after|although|though|and)\b",
    re.IGNORECASE,
)
# What opens a sentence with these a comma ends: "While Roe said it held, Dorva fell".
_FRONTED: Final = re.compile(
    r"(?:While|Although|Though|After|When|Since|Because|Before|If|Once|Until|Whereas)\s"
)
# A sentence with more words of saying is no sentence.
_MOST_CUES: Final = 12
# "said “dozens of families” fled", "said that Norland, Oria, and Dorva agree": what goes on there.
_GOES_ON: Final = re.compile(
    r"(?<=[\w,] )(?:“[^“”.,!?]{0,60}”|\"[^“”\".,!?]{0,60}\")|,[^,;“”\"]{1,30},\s+and\b"
    r"|,\s+and\s+that\b"
)
_ACCUSING: Final = re.compile(r"accus(?:e[sd]|ing)", re.IGNORECASE)
_CALLING: Final = re.compile(
    r"(?:condemn|denounc|describ|depict|portray|brand|label|characteri[sz])\w+", re.IGNORECASE
)
# "condemned the raid as [a plot]": what they call it.
_AS_WHAT: Final = re.compile(r"\s[^,;:]{1,80}?\sas\s[^,;:]{0,80}")
# "accused rebels of having deliberately [shelled]": what they are said to have done.
_OF_DOING: Final = re.compile(r"\s[^,;:“”\"]{1,80}?\sof\s(?:having\s)?(?:\w+ly\s)?\Z")
# Behind who says so, up to a comma or the end: ", Ilan Roe", "late on Friday", "in a statement".
_CLOSES: Final = re.compile(
    r"\)?(?:,\s(?:an?\s[^,;:“”\"]{2,60}|(?:[A-Z][\w.]*\s){0,3}[A-Z][\w.'’-]*))?"
    r"(?:\s(?:late\s|early\s)?(?:on\s)?\w+day)?"
    r"(?:\s(?:in|at|by|from|during|on|to)(?:\s(?!that\b)[^\s,;:“”\"]+){1,12}?)?"
    r"(?:,\s(?!that\b)|;\s|[.]?\s*\Z)"
)
_OTHER_CLAUSE: Final = re.compile(
    r"[,;:]\s|\b(?:which|where|who|whom|whose|that)\b|\b(?:and|but|or|with|without|by|while),\Z"
)
# "A quake struck, killing ten, the army said, as men dug": what it told ends there.
_NEXT_CLAUSE: Final = re.compile(r"(?:as|while|after|when|before|because)\s[a-z]")
# Words of their own that speech in the third person has between marks: "used “hot” shells".
_OWN_WORDS: Final = re.compile(
    r"(?:(?<=\w )[“\"][^“”\"]{1,120}[”\"]|\A[“\"][^“”\"]{1,120}[”\"](?=\s[a-z]))"
)
_TO_WHOM: Final = re.compile(r"\s(?!that\b)[^,;:“”\"]{2,60}?[.]?\s*\Z")
# Where another clause begins, which need not be told by who closes the next one.
_PARTED: Final = re.compile(r";|,\s+(?:while|whereas|but|although|though)\s")


def teller_of(sentence: str, told: Range) -> Range | None:
    """Who says of what stands at a place that it is so; None where nobody surely does.

    "the ministry" of "killed" in "The ministry said the strike killed three". What stands between
    quotation marks somebody says outside of them.
    """
    tellers = {name for _, name in _tellers(sentence, told)}
    return tellers.pop() if len(tellers) == 1 else None


def innermost_teller(sentence: str, told: Range) -> Range | None:
    """Who says so by the words nearest to it, of several of whom one hands on what another says.

    "Hale" of "burned" in "Roe said that Hale claimed that the mill burned".
    """
    tellers = _tellers(sentence, told)
    if len({name for _, name in tellers}) > 1:
        tellers = [each for each in tellers if each[0][1] <= told[0]]
    return max(tellers, default=(None, None))[1]


def _tellers(sentence: str, told: Range) -> list[tuple[Range, Range]]:
    """The words of saying that bring what stands at a place, each with who says so."""
    marked = quotations(sentence)
    is_quoted = any(is_within(told, each) for each in marked)
    cues = [found.span() for found in islice(_TELLING.finditer(sentence), _MOST_CUES + 1)]
    if is_quoted:
        cues += [found.span() for found in islice(_QUOTING.finditer(sentence), _MOST_CUES)]
    if len(cues) > _MOST_CUES:
        return []
    outside = [cue for cue in cues if not any(is_within(cue, each) for each in marked)]
    between = [cue for cue in outside if told[1] <= cue[0]]
    first = min(between, default=None)
    near = [cue for cue in outside if cue[1] <= told[0] or cue == first or is_quoted]
    tellers = ((cue, _teller(sentence, cue, told, is_quoted=is_quoted)) for cue in near)
    return [(cue, name) for cue, name in tellers if name is not None]


def _teller(sentence: str, cue: Range, told: Range, *, is_quoted: bool) -> Range | None:
    """Who stands with a cue, if it brings what is told."""
    name = speaker_of(sentence, cue)
    if name is None:
        return None
    name = whole_name(sentence, name, cue)
    before = speech_before(sentence, cue, name)
    is_before = before is not None and is_within(told, before)
    is_before = is_before or _closes(sentence, cue, name, told)
    return name if is_quoted or is_before or _brings(sentence, cue, name, told) else None


def _closes(sentence: str, cue: Range, name: Range, told: Range) -> bool:
    """Whether a clause ends with who says so: "Dorva fell, the army said on Friday, while"."""
    first, last = min(cue, name)[0], max(cue[1], name[1])
    before = sentence[told[1] : first].rstrip()
    rest = _OWN_WORDS.sub("", sentence)
    if told[1] > first or not before.endswith(",") or any(mark in rest for mark in '“”"'):
        return False
    is_told = sentence[slice(*cue)].lower() in _ADDRESSING
    closes = (_TO_WHOM if is_told else _CLOSES).match(sentence, last)
    if closes is None or _PARTED.search(before) is not None:
        return False
    if not closes[0].endswith(", "):
        return True
    # In the midst of a sentence it tells of its own clause: "Roe left without, he says, a word".
    if _NEXT_CLAUSE.match(sentence, closes.end()) is not None:
        before = before.replace(", ", " ")
    return _OTHER_CLAUSE.search(before) is None


def _brings(sentence: str, cue: Range, name: Range, told: Range) -> bool:
    """Whether a cue is followed by what it brings, with some words in it."""
    words = sentence[slice(*cue)].lower()
    last = max(cue[1], name[1])
    between = _GOES_ON.sub(" ", sentence[last : told[0]].rstrip('“"'))
    if _CALLING.fullmatch(words):
        return name[1] <= cue[0] and _AS_WHAT.fullmatch(sentence, cue[1], told[0]) is not None
    if last > told[0] or _ENDS.search(between, 1 if words == _CITING else 0):
        return False
    if _FRONTED.match(sentence) and ", " in between:
        return False
    if _ACCUSING.fullmatch(words):
        return name[1] <= cue[0] and _OF_DOING.fullmatch(sentence, cue[1], told[0]) is not None
    if words == _CITING:
        return cue[0] == 0 and between.startswith(",")
    when = _WHEN.search(between)
    that = _THAT.search(between)
    is_aside = (
        when is not None
        and not (that and that.start() < when.start())
        and not has_verb(between[: when.start()])
    )
    opens = words not in _ADDRESSING or that is not None
    return name[1] <= cue[0] and opens and not is_aside and _ASIDE.match(between) is None
