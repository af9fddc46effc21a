"""What a reply writes around a quote and the article does not: "Quote: ", "[3] ", " (Reuters)"."""

import re
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
    # A block of code, a mark of a list.
    r"|```[a-z]{0,12}\n|(?:\[[ xX]\]|[+\u2192\u25b6\u25ba\u2794\u27a4\u2713\u2714])\s+"
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
_NUMBERED_LINE = re.compile(r"(?:^|\n)[\s>*_#(\[-]{0,6}(\d{1,3})[.):\]]{0,2}\s*\Z")


class Bare(NamedTuple):
    """A quote without its label and tag.

    `number` is what the label counted, if it did, `note` the number that the tag is.
    """

    quote: str
    number: str
    note: str = ""


def without_labels(quote: str) -> Bare | None:
    """The quote without what it was labelled with, or None where it has no label."""
    label = _LABEL.match(quote)
    start = label.end() if label else 0
    tag = _TAG.search(quote, max(start, len(quote) - _LONGEST_TAG))
    end = tag.start() if tag and tag.start() > start else len(quote)
    if label is None and end == len(quote):
        return None
    numbers = label.groups() if label else ()
    note = tag["note"] if tag and end < len(quote) else None
    return Bare(quote[start:end], next((number for number in numbers if number), ""), note or "")


def contradicts(before: str, number: str) -> bool:
    """Whether the line of a span found is numbered itself, and otherwise than the label says.

    `before` is the text up to the span: "2. Troops left" is no quote of "1. Troops left".
    """
    line = _NUMBERED_LINE.search(before[-40:]) if number else None
    return line is not None and int(line[1]) != int(number)
