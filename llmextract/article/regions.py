"""Regions of an article: which lines are title, which are body, and which are page furniture.

An article saved from a web page carries the page with it. A related teaser left in the body would
lend its facts to the article, so whatever follows a clear end marker counts as furniture until
prose resumes. Single lines are known by the tables of `furniture`; here their neighbours decide.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from llmextract.article.furniture import Kind, furniture_kind
from llmextract.article.location import Range


class Region(StrEnum):
    """What part of the page a piece of text belongs to."""

    TITLE = "title"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class Block(NamedTuple):
    """A paragraph or stand-alone line, without the white space around it."""

    start: int
    end: int
    region: Region


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    apart: bool  # a blank line stands before it
    text: str


_SEPARATORS: Final = "\x1c\x1d\x1e"
_BULLET: Final = re.compile(r"[•·‣▪●○◦*]|[–—+-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
_LEAST_SENTENCE: Final = 5
_FINAL: Final = ".!?。！？؟۔।॥"
_CLOSERS: Final = "\"'”’»›)]」』）》*_™\x9d "
_ELLIPSES: Final = ("...", "…", "[…]", "โ€ฆ", "â€¦")
# "Children cross the bridge. Jane Doe/Norland Times": a headline holds no whole sentence.
_SENTENCE_INSIDE: Final = re.compile(r"[a-z]{4}\. [A-Z]")
# A line that ends in one of these goes on in the next.
_UNFINISHED: Final = re.compile(
    r"(?:,|\b(?:the|an?|of|and|or|to|in|by|with|from|that|its|their|his))$", re.IGNORECASE
)


def find_regions(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, in order, each with its region; they cover all but white space."""
    spans = list(_paragraphs(text))
    kinds = [_kind(text[start:end]) for start, end in spans]
    _find_share_bars(kinds)
    _spare_lists(text, spans, kinds)
    return tuple(
        Block(start, end, region)
        for (start, end), region in zip(spans, _assign(kinds), strict=True)
    )


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    apart = False
    cut = text
    for mark in _SEPARATORS:  # `str.splitlines` takes them for ends of lines
        cut = cut.replace(mark, " ")
    for raw in cut.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = raw.index(bare[0])
            start, end = at + indent, at + indent + len(bare)
            yield _Line(start, end, indent, apart, text[start:end])
        apart = not bare
        at += len(raw)


def _paragraphs(text: str) -> Iterator[Range]:
    """Join the lines of each paragraph that was broken to a column width."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    start = end = -1
    for number, line in enumerate(lines):
        if start >= 0 and not (not line.apart and _goes_on(lines[number - 1], line, width)):
            yield start, end
            start = -1
        start = line.start if start < 0 else start
        end = line.end
    if start >= 0:
        yield start, end


def _wrap_width(lines: Sequence[_Line]) -> int:
    """Return the column at which the text was wrapped, or 0 where every paragraph is one line."""
    if len(lines) < 3:
        return 0
    lengths = sorted(line.indent + len(line.text) for line in lines)
    width = lengths[(len(lengths) - 1) * 19 // 20]
    if not 40 <= width <= 110:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart]
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    open_ended = sum(a.text.rstrip(_CLOSERS)[-1:] not in _FINAL for a, _ in full)
    return width if open_ended >= 2 and len(full) * 2 >= len(pairs) else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Say whether the first word of the following line had no room left on this one."""
    word = min(len(following.text.split(None, 1)[0]), 20)
    return line.indent + len(line.text) + 1 + word > width


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    if _BULLET.match(following.text):
        return False
    if width and following.indent <= line.indent and _is_full(line, following, width):
        return True
    if line.text.rstrip(_CLOSERS)[-1:] in (*_FINAL, ":", ""):
        return False
    return (
        following.text[0].islower() and furniture_kind(following.text) is None
    ) or _UNFINISHED.search(line.text, len(line.text) - 8) is not None


def _kind(block: str) -> Kind:
    if len(block) <= 600:
        flat = " ".join(block.split()) if "\n" in block or "  " in block else block
        if (furniture := furniture_kind(flat)) is not None:
            return furniture
        block = flat
    ending = block.rstrip(_CLOSERS)
    words = _word_count(block)
    truncated = block.endswith(_ELLIPSES) or ending.endswith("…")
    if words >= 12 and not truncated and (ending[-1:] in _FINAL or len(block) >= 200):
        return Kind.PROSE
    if truncated and len(block) < 200:
        return Kind.SNIPPET
    if ending[-1:] == "." and words >= _LEAST_SENTENCE and block[0].isupper() and not truncated:
        return Kind.SENTENCE
    if words > 16 or len(block) > 120 or truncated or ending[-1:] in (*_FINAL, *",;:", ""):
        return Kind.TEXT
    if block[0].islower() or block[0] == "@" or _BULLET.match(block):
        return Kind.TEXT
    if _SENTENCE_INSIDE.search(block):
        return Kind.TEXT
    return Kind.HEADING


def _word_count(block: str) -> int:
    words = block.count(" ") + block.count("\n") + 1
    # Scripts written without spaces: a word is two characters or so.
    return len(block) // 3 if len(block) > 14 * words and not block.isascii() else words


def _find_share_bars(kinds: list[Kind]) -> None:
    """Take two names of social networks, one under the other, for an end marker."""
    for number in range(1, len(kinds)):
        if kinds[number] is Kind.NETWORK and kinds[number - 1] in (Kind.NETWORK, Kind.RELATED):
            kinds[number - 1] = kinds[number] = Kind.RELATED


def _spare_lists(text: str, spans: Sequence[Range], kinds: list[Kind]) -> None:
    """Take the items under "The dead are:" for text, not for headings."""
    in_list = False
    for number, (_, end) in enumerate(spans):
        if kinds[number] is Kind.HEADING and in_list:
            kinds[number] = Kind.TEXT
        elif kinds[number] in (Kind.TEXT, Kind.SENTENCE, Kind.PROSE):
            in_list = text[end - 1] == ":" or (in_list and kinds[number] is not Kind.PROSE)
        else:
            in_list = False


def _assign(kinds: Sequence[Kind]) -> list[Region]:
    """Turn kinds into regions: furniture, whatever an end marker rules, headings, and the rest."""
    regions = _after_markers(kinds)
    if Region.BODY not in regions:
        # "Share" stands above an article too short to hold a full paragraph.
        regions = _after_markers(
            [Kind.FURNITURE if kind in (Kind.RELATED, Kind.FORM) else kind for kind in kinds]
        )
    _drop_unmarked_teasers(kinds, regions)
    _keep_lone_line(kinds, regions)
    return regions


def _after_markers(kinds: Sequence[Kind]) -> list[Region]:
    regions: list[Region] = []
    marker: Kind | None = None
    prose_seen = False
    for number, kind in enumerate(kinds):
        if kind is Kind.PROSE and (marker is None or _resumes(kinds, number, marker, prose_seen)):
            marker = None
            prose_seen = True
        elif kind in (Kind.RELATED, Kind.FORM) and marker is not Kind.FORM:
            marker = kind
        elif kind is Kind.END and marker is not Kind.FORM:
            marker = None
        elif marker and not prose_seen and Region.TITLE not in regions and _heads(kinds, number):
            marker = None  # "Latest" stands above the title as well
        regions.append(_region(kinds, number, marker is not None, prose_seen))
    return regions


def _heads(kinds: Sequence[Kind], number: int) -> bool:
    """Say whether a heading is the last above the first paragraph."""
    if kinds[number] is not Kind.HEADING:
        return False
    below = (k for k in kinds[number + 1 : number + 6] if k not in (Kind.FURNITURE, Kind.STAMP))
    return next(below, None) is Kind.PROSE


def _resumes(kinds: Sequence[Kind], number: int, marker: Kind, prose_seen: bool) -> bool:
    """Say whether the article goes on at this paragraph.

    A marker above the article (a share bar under the title) ends nothing. Below, two paragraphs
    in a row are needed, the second at least a sentence: teasers alternate with headlines. Comments
    are prose too, so none resumes.
    """
    if not prose_seen:
        return True
    if marker is Kind.FORM:
        return False
    after = (kind for kind in kinds[number + 1 : number + 4] if kind is not Kind.FURNITURE)
    return next(after, None) in (Kind.PROSE, Kind.SENTENCE)


def _region(kinds: Sequence[Kind], number: int, ended: bool, prose_seen: bool) -> Region:
    kind = kinds[number]
    if ended or kind in (Kind.FURNITURE, Kind.NETWORK, Kind.RELATED, Kind.FORM, Kind.END):
        return Region.BOILERPLATE
    if kind is Kind.STAMP:
        # "27 November" between paragraphs heads a part of a timeline.
        below = kinds[number + 1] if number + 1 < len(kinds) else None
        heads = prose_seen and below in (Kind.PROSE, Kind.SENTENCE, Kind.TEXT)
        return Region.TITLE if heads else Region.BOILERPLATE
    return Region.TITLE if kind is Kind.HEADING else Region.BODY


def _drop_unmarked_teasers(kinds: Sequence[Kind], regions: list[Region]) -> None:
    """Drop headlines below the last paragraph: a section heading has text under it.

    One heading alone stays, as body: it may be a last sentence without its stop.
    """
    kept = [n for n, region in enumerate(regions) if region is not Region.BOILERPLATE]
    last = max((n for n in kept if kinds[n] is Kind.PROSE), default=len(kinds))
    kept = [n for n in kept if n > last]
    for here, following in pairwise(kept):
        if kinds[here] is Kind.HEADING and kinds[following] in (Kind.HEADING, Kind.SNIPPET):
            for n in range(here, len(kinds)):
                regions[n] = Region.BOILERPLATE
            return
    if kept and kinds[kept[-1]] is Kind.HEADING:
        regions[kept[-1]] = Region.BODY


def _keep_lone_line(kinds: Sequence[Kind], regions: list[Region]) -> None:
    """Keep a text of one block body, however short it is."""
    kept = [n for n, region in enumerate(regions) if region is not Region.BOILERPLATE]
    if len(kept) == 1 and kinds[kept[0]] is Kind.HEADING:
        regions[kept[0]] = Region.BODY
