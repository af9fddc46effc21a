"""What a reply writes around or into a quote and the article does not: "Quote: ", "[3] ", "(sic)".

Nothing of this is left out before the quote as given was looked for in vain.
"""

import re
import unicodedata
from typing import NamedTuple

_OPEN = r"[\s\"'\u2018\u201c>*_#-]{0,6}"
_LABEL = re.compile(
    rf"{_OPEN}(?:(?:"
    r"(?i:(?:(?:direct|exact|full|key|original|relevant|supporting|verbatim)\s)?"
    r"(?:quote|quotation|sentence|excerpt|evidence|passage|text|headline|title|s|l(?=\d)|line|paragraph"
    r"|answer|article|citation|extract|snippet|source|span|verbatim|zitat|cita)"
    r"|(?:from|in)\sthe\s(?:article|text|source))"
    r"\s?(?i:no\.?\s?)?#?(?P<number>\d{1,3})?[\"']?\s?[:)\]]"
    r"|[\[(\u3010]\s?(?i:sentence\s|s|line\s)?#?(?P<boxed>\d{1,3})\s?[\])\u3011]:?)[\"'*_]{0,3}\s+"
    r"(?=\S)"
    # "3. 20 people" may be a figure and the rest of it.
    r"|(?:(?P<listed>\d{1,3})(?:[.):]|\s?\||(?=\t))|#(?P<hashed>\d{1,3}))[\"'*_]{0,3}\s+"
    r"(?=[\"'\u2018\u201c\u00ab(\[*_]{0,3}[^\W\d_])"
    # "A. Roe" has initials, "e. coli" and "c. March" short words; "a. m." is no beginning.
    r"|(?:(?P<lettered>\((?:[a-h]|[ivx]{1,5})\)|(?:[a-h]|[ivx]{1,5})\)|(?:[ab]|[ivx]{2,5})\.)"
    r"[\"'*_]{0,3}\s+|(?P<circled>[\u2460-\u2473])\s{0,3})"
    r"(?=[\"'\u2018\u201c\u00ab(\[*_]{0,3}[^\W\d_](?:[^\W\d_]|\]))"
    # A block of code, a mark of a list.
    r"|```[a-z]{0,12}\n"
    r"|(?:\[[ xX]\]|=>|[+\u2192\u25b6\u25ba\u2610-\u2612\u2794\u27a4\u2713\u2714])\s+"
    r"(?=[\"'\u2018\u201c\u00ab(\[*_]{0,3}[^\W\d_]))"
)
# The name of an agency is content: "(Reuters)" behind a sentence says who reported it.
_TAG = re.compile(
    r"\s{0,9}(?:[\[(]\s?(?i:source\s?:\s?)?"
    r"(?:(?i:sentences?|paragraphs?|lines?)\s?#?\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3}){0,4}"
    r"|[Ss]\.?\s?\d{1,3}|(?i:the\s)?(?i:article|text|source))\s?[\])]"
    r"|\s[\u2013\u2014-]{1,2}\s(?i:sentence|paragraph|line)\s\d{1,3}"
    # Without a space before it, it is a note of the text.
    r"|(?<=\s)\[\s?#?(?P<note>\d{1,3})(?:\s?[,\u2013-]\s?\d{1,3}){0,4}\s?\]"
    r")[.\"'\u2019\u201d*_\s]{0,4}\Z"
)
_LONGEST_TAG = 120
_NUMBERED_LINE = re.compile(
    r"(?:^|\n)[\s>*_#(\[-]{0,6}(\d{1,3})[.):\]]{0,2}\s*\Z|([\u2460-\u2473])\s*\Z"
)
# "iv. corps" in small letters is not the III Corps, wherever that stands.
_LETTERED = re.compile(r"(?<![^\W_])([a-hA-H]|[ivxIVX]{1,5})[.):\]]{0,2}\s*\Z")
_REMARK = re.compile(
    r"\s?[\[(](?:<(?:i|em)>|[*_]{1,2})?\s?(?:sic[.!]?"
    r"|(?i:(?:emphas[ei]s|italics|bold)\s(?:(?:is|are)\s)?(?:added|mine|ours|supplied)"
    r"|(?:my|our)\s(?:emphas[ei]s|italics))\.?)\s?(?:</(?:i|em)>|[*_]{1,2})?[\])]"
)
# Between sentences, and before a word that no figure counts: "killed [3] soldiers" and "on May [3]"
# may be what an editor knows.
_NOTES = re.compile(
    r"(?<=[a-z\])][.!?])([\"'\u2019\u201d]{0,2})\s(?:\[\^?\d{1,3}\]\s?){1,4}"
    r"(?=\s?[\"'\u2018\u201c]{0,2}(?:The|An?|This|These|Those|He|She|It|They|We|I|His|Her|Its|Their|Our"
    r"|In|On|At|By|For|From|To|With|After|Before|Since|When|While|If|As|But|And|However|There)\b)"
)
# At the end of a quote the article might have another one there.
_WIDE_NOTE = re.compile("\uff3b(\\d{1,3})\uff3d(?=\\W{0,9}\\w)")
# Brackets as parsers write them.
_PARSED = re.compile(r"-([LR][RSC])B-", re.IGNORECASE)
_BRACKETS = {"LR": "(", "RR": ")", "LS": "[", "RS": "]", "LC": "{", "RC": "}"}
# A word broken at the end of a quoted line.
_BROKEN = re.compile(r"(?<=[^\W\d_]-)\s?\n(?:[ \t]{0,3}>){1,9}[ \t]{0,9}(?=[^\W\d_])")


class Bare(NamedTuple):
    """A quote without what was added to it.

    `number` is what its label counted, if it did, `note` the number that its tag is.
    """

    quote: str
    number: str
    note: str = ""


def without_labels(quote: str) -> Bare | None:
    """The quote without what was written around and into it, or None where there is no such."""
    label = _LABEL.match(quote)
    start = label.end() if label else 0
    tag = _TAG.search(quote, max(start, len(quote) - _LONGEST_TAG))
    end = tag.start() if tag and tag.start() > start else len(quote)
    kept = _without_remarks(quote[start:end])
    if kept == quote:
        return None
    numbers = label.groups() if label else ()
    note = tag["note"] if tag and end < len(quote) else None
    return Bare(kept, next((number for number in numbers if number), ""), note or "")


def _without_remarks(quote: str) -> str:
    """The quote without editors' remarks, and with its marks as articles have them."""
    kept = quote
    if "]" in kept or ")" in kept:
        kept = _NOTES.sub(r"\1 ", _REMARK.sub(" ", kept))
    if "\uff3d" in kept:
        kept = _WIDE_NOTE.sub(lambda note: f"[{int(note[1])}]", kept)
    if ">" in kept:
        kept = _BROKEN.sub("\n", kept)
    return _PARSED.sub(lambda mark: _BRACKETS[mark[1].upper()], kept)


def contradicts(before: str, number: str) -> bool:
    """Whether the line of a span found is numbered itself, and otherwise than the label says.

    `before` is the text up to the span: "2. Troops left" is no quote of "1. Troops left".
    """
    if not number:
        return False
    label = number.strip("().").casefold()
    line = (_LETTERED if label.isalpha() else _NUMBERED_LINE).search(before[-40:])
    return line is not None and _counted(line[line.lastindex or 0]) != _counted(label)


def _counted(mark: str) -> str | float:
    """A letter, or the number that digits or one digit in a circle write."""
    if mark.isalpha():
        return mark.casefold()
    return int(mark) if mark.isdecimal() else unicodedata.numeric(mark)
