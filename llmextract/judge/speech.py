"""Where speech begins and ends in its sentence: without the words that bring it, and all of it.

Offsets are half-open code points in the sentence.
"""

import re
from itertools import pairwise
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax.grammar import has_verb, tokenise, words_of
from llmextract.article.syntax.saying import says

_CLOSING: Final = ' \t\xa0,;:“”"-–—'
# Between words of saying and what they bring: whom it is told to, when, and "that" or a mark.
_TO_THAT: Final = re.compile(r"(?:\s+(?!so\b|such\b)[^\s,;:“”\"]+){0,8}?\s+(?=that\s)")
_TO_MARK: Final = re.compile(r"(?:\s+[^\s,;:“”\"]+){0,8}?\s*[,:]?\s*[“\"](?=\w)")
_TO_CLAUSE: Final = re.compile(r"\s+(?=[\w“\"])")
_MARKLESS: Final = re.compile(r"[\w\s.'’-]*")
# Whom these address stands behind them, not what is said.
_ADDRESS: Final = words_of(
    "told tell tells telling asked asks urged urges warned warns informed accused called calls"
)
_OPENING: Final = re.compile(
    r"(?:and|but|though|although|while|as|because|so)?\s*\Z", re.IGNORECASE
)
_LEAST = 2
# Speech between marks; one of them may stand in another sentence.
_QUOTED: Final = re.compile(
    r"(?:\A(?=[^“\"]*”)|“|(?<!\S)\"(?=\S))(?P<said>[^“”\"]+)(?:”|(?<=[\w.,!?…—-])\"|\Z)"
)
# For `str.translate`: quotation marks to spaces, so that no place moves.
NO_QUOTES: Final = str.maketrans('“”"', "   ")
# "“It fell,” Roe told Radio Nord, “and more will.”"
_MOST_BETWEEN = 14
# "Rebels fled, as confirmed by Roe."
_AS: Final = re.compile(r",\s+as\Z")
_HEARSAY: Final = re.compile(r"\b(?:reported|alleged|supposed|purported)ly\b", re.IGNORECASE)
_DAY_BEHIND: Final = re.compile(r"\)?(?:\s(?:on\s)?\w+day)?[.]?\s*\Z")
# Behind who says so: who that is; behind "told": whom.
_WHO_BEHIND: Final = re.compile(r"\)?,?\s(?:who|whose|which)\s[^;:“”\"]*\Z")
_WHOM_BEHIND: Final = re.compile(
    r"(?:\s(?!that\b)[^\s,;:“”\"]+){1,8}(?:\s(?:on\s)?\w+day)?[.]?\s*\Z"
)
_TOLD: Final = frozenset(("told", "tells", "informed"))
# "DORVA, Norland (Radio Nord) — " is nobody's words.
_DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.'’/-]+(?:[ ,/]+[\w.'’]+){0,6}|[A-Z][^.!?—–()“”\"]{1,40})?(?:\s?\([^()]{1,40}\))?"
    r"\s?(?:[—–]|(?<=\s)--?)\s"
)
# Somebody else says what stands before this: "Dorva fell, the army said, while the mill burned".
_OTHER_SAYS: Final = re.compile(
    r",\s(?:[^,;:“”\"]{1,80}\s(?:said|says|told|reported|announced|claimed|added)|according\sto)\b"
    r"[^,;:“”\"]{0,60},\s(?:and|but|while|whereas|although|though)\s"
)


def quotations(sentence: str) -> list[Range]:
    """What stands between quotation marks, one of which may stand in another sentence."""
    return [found.span("said") for found in _QUOTED.finditer(sentence)]


def all_spoken(sentence: str, said: list[Range], cue: Range) -> list[Range]:
    """What is said between quotation marks, in all of them, where the cue stands outside of these.

    A quotation that the cue parts in two is one speech.
    """
    quoted = quotations(sentence)
    if any(low < cue[1] and cue[0] < high for low, high in quoted):
        return said
    pieces = [_of_quotation(sentence, piece, quoted) for piece in said]
    for one, other in pairwise(quoted):
        between = sentence[one[1] : other[0]]
        parts = one[1] <= cue[0] and cue[1] <= other[0] and "," in between[:2] + between[-3:]
        if parts and len(between.split()) <= _MOST_BETWEEN and (one in pieces) != (other in pieces):
            pieces += [each for each in (one, other) if each not in pieces]
    return sorted({_stripped(sentence, each) if each in quoted else each for each in pieces})


def _of_quotation(sentence: str, piece: Range, quoted: list[Range]) -> Range:
    """The quotation that a piece is part of; the piece where it is of none, or all of it."""
    whole = next((q for q in quoted if q[0] <= piece[0] and piece[1] <= q[1] + 1), piece)
    rest = sentence[whole[0] : piece[0]] + sentence[piece[1] : whole[1]]
    return whole if any(map(str.isalnum, rest)) else piece


def speech_before(sentence: str, cue: Range, source: Range) -> Range | None:
    """All that stands before words that close a sentence with who said so: "It fell, Roe said."

    None where they do not close it, or where marks tell what is said.
    """
    first, last = min(cue, source)[0], max(cue[1], source[1])
    before = sentence[:first].rstrip()
    if (as_told := _AS.search(before)) is not None and _HEARSAY.search(before) is None:
        before = before[: as_told.start() + 1]
    closes = _DAY_BEHIND.fullmatch(sentence, last) or (
        _WHO_BEHIND.fullmatch(sentence, last)
        if last == source[1]
        else _verb(sentence, cue) in _TOLD and _WHOM_BEHIND.fullmatch(sentence, last)
    )
    if not before.endswith(",") or not closes or any(mark in sentence for mark in '“”"'):
        return None
    dateline = _DATELINE.match(before) if before[:1].isupper() else None
    start = dateline.end() if dateline is not None else 0
    start = max((found.end() for found in _OTHER_SAYS.finditer(before)), default=start)
    return _stripped(sentence, (start, len(before)))


def clause_behind(sentence: str, cue: Range, said: Range) -> Range | None:
    """The clause behind "said that" of which a piece is given without its beginning or its verb.

    None where all of it is given, or where other words of saying or marks stand in what is not.
    """
    found = _TO_THAT.match(sentence, cue[1])
    if found is None:
        return None
    start = min(found.end() + len("that "), max(found.end(), said[0]))
    if start > said[0]:
        return None
    last = len(sentence.rstrip(". "))
    end = said[1] if has_verb(sentence[start : said[1]]) else max(last, said[1])
    added = sentence[start : said[0]] + sentence[said[1] : end]
    if any(mark in added for mark in '“”";:') or any(map(says, tokenise(added).words)):
        return None
    whole = _stripped(sentence, (start, end))
    return whole if whole != said else None


def bare_speech(sentence: str, said: Range, cue: Range, source: Range | None) -> list[Range] | None:
    """What is said by words that hold their cue, and `source` if that is given; or None.

    The speech stands behind the cue ("Roe said that"), before it (", Roe said") or on both sides.
    """
    start, end = said
    held = [cue] if source is None else [cue, source]
    first, last = min(held)[0], max(each[1] for each in held)
    before, behind = sentence[start:first], sentence[last:end]
    if _OPENING.match(before):
        return _behind(sentence, cue, last, end)
    if not before.rstrip().endswith((",", "”", '"', "?", "!")):
        that = _TO_THAT.match(sentence, last, end) if says(_verb(sentence, cue)) else None
        is_open = that is not None and not any(mark in before for mark in '“”"')
        start = that.end() + len("that ") if that is not None else end
        is_open = is_open and len(sentence[start:end].split()) >= _LEAST
        return [_stripped(sentence, (start, end))] if is_open else None
    pieces = [_stripped(sentence, (start, first))]
    addressed = _verb(sentence, cue) in _ADDRESS and _MARKLESS.fullmatch(behind)
    if behind.strip(_CLOSING + ".") and not addressed:
        if not behind.lstrip().startswith((",", "“", '"', ":")):
            return None
        pieces.append(_stripped(sentence, (last, end)))
    return pieces if all(len(sentence[a:b].split()) >= _LEAST for a, b in pieces) else None


def _behind(sentence: str, cue: Range, last: int, end: int) -> list[Range] | None:
    """What stands behind a cue at the beginning."""
    forms = [_TO_THAT, _TO_MARK]
    verb = _verb(sentence, cue)
    if last == cue[1] and says(verb) and verb not in _ADDRESS:
        forms.append(_TO_CLAUSE)
    for form in forms:
        found = form.match(sentence, last, end)
        if found is not None and len(sentence[found.end() : end].split()) >= _LEAST:
            return [_stripped(sentence, (found.end(), end))]
    return None


def _verb(sentence: str, cue: Range) -> str:
    return sentence[slice(*cue)].split()[-1].lower()


def _stripped(sentence: str, piece: Range) -> Range:
    """A piece without the marks at its ends; one that closes what the piece opens stays."""
    words = sentence[slice(*piece)]
    start = piece[0] + len(words) - len(words.lstrip(_CLOSING))
    end = piece[1] - (len(words) - len(words.rstrip(_CLOSING)))
    opened = sentence.count("“", start, end) > sentence.count("”", start, end)
    closed = sentence.find("”", end, piece[1])
    return start, closed + 1 if opened and closed >= 0 else end
