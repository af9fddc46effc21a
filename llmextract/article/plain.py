"""A text with its encoding accidents undone, and where each of its characters came from.

HTML entities are decoded, mojibake is mended, marks that do not print are left out, compatibility
forms are composed (NFKC). Case, punctuation and white space stay: `fold` decides what of them
matters.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from struct import pack

from llmextract.article.misread import BEYOND_ASCII
from llmextract.article.mojibake import find_mojibake

# Double escaping ("&amp;quot;") is as common as single; only these do without a semicolon.
_ENTITY = re.compile(
    r"&(?:amp;){0,3}(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};"
    r"|#\d{3,5}(?![\w;])|#82\d\d(?!\d)|quot(?![a-z0-9=])|nbsp(?!=)|(?:apos|lt|gt|amp)(?![A-Za-z0-9=]))"
)
# A soft hyphen at the end of a line goes with its line break, and so does the mark that some
# programs show for it.
_INVISIBLE = re.compile(
    "\u00ad(?:[ \t]{0,80}\r?\n[ \t]{0,80})?"
    "|\u00ac(?<=[^\\W\\d_]\u00ac)[ \t]{0,80}\r?\n[ \t]{0,80}(?=[^\\W\\d_])"
    "|[\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]+"
)
# "Caf\u00c2 " is what remains of a no-break space after a second round of white-space cleaning.
_STRAY = re.compile("(?<![^\\W\\d_])(?:\u00c2|A\u0302)(?=\\s)")
# The spacing accents NFKC turns into a space and a mark; here they stand for apostrophes and
# quotes.
_KEPT = frozenset(
    "\u00b4\u00a8\u00af\u00b8\u02d8\u02d9\u02da\u02db\u02dc\u02dd\u2017\u203e\u2122\u2120\u2026"
    "\u2025"
)
# A title behind the target of a Markdown link.
_TITLE = (
    r"(?:\s{1,9}(?:>[ \t])?(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'"
    r"|\u201c[^\u201d\n]{0,200}\u201d|\u2018[^\u2019\n]{0,200}\u2019))?"
)
# Tags, the targets of Markdown links and the numbers of notes are marks around words.
_MARKUP = re.compile(
    r"\[(?:<(?:i|em)>|[*_]{1,2})?sic[.!]?(?:</(?:i|em)>|[*_]{1,2})?\]"
    r"|</?(?:a|b|i|u|s|p|q|br|em|hr|li|ul|ol|td|th|tr|tt|dd|dl|dt|h[1-6]|big|del|div|img|ins|kbd|pre"
    r"|sub|sup|var|wbr|abbr|body|cite|code|font|html|main|mark|nobr|span|time|small|quote|table"
    r"|tbody|thead|aside|center|figure|footer|header|strike|strong|article|section|blockquote"
    r"|figcaption|bdi|bdo|dfn|samp|tfoot|label|button|caption|details|summary|picture|address)"
    r"(?:\s[^<>=]{0,80}=[^<>]{0,500}|\s{1,9})?/?>"
    r"|<!--[^<>]{0,200}-->"
    r"|(?<=\])\((?=[^()\s]{0,200}[./#:])(?:[^()\s]|\([^()\s]{0,60}\)){1,500}+"
    rf"{_TITLE}\)|(?<=\])\(<(?=[^<>\n]{{0,200}}[./#:])[^<>\n]{{1,500}}>{_TITLE}\)"
    # What is before the bar is the name of a page.
    r"|\[\[[^\[\]|]{1,120}\|(?=[^\[\]|]{1,120}\]\])"
    r"|(?<=[^\s\u2026]\])(?<!\.\.\])(?<!\. \])(?<!\. \.\])\[[\w-]{0,30}\]"
    r"|(?<=[^\s\[(])\[(?:\^?\d{1,3}(?:(?:, |[\u2013-] ?)\d{1,3}|,\d\d?)?|\^[\w-]{1,24}|note \d{1,3}"
    # "\u201c[A]n army" has a capital of the editor's there.
    r"|(?:(?<=[^\W_]\[)[a-c]|(?<=[.,;:!?)]\[)[a-c]|[a-c](?=\](?![A-Za-z])))|citation needed)\]"
    r"|\u3010\d{1,3}(?::\d{1,3})?(?:\u2020[^\u3010\u3011\n]{0,60})?\u3011"
    r"|={2,6}",
    re.IGNORECASE,
)
# These part words; other tags may stand inside one ("<b>T</b>he").
_BREAKING = re.compile(
    r"</?(?:br|hr|p|li|[duo]l|d[dt]|t[dhr]|h[1-6]|div|blockquote)\b", re.IGNORECASE
)
# "[w]hile": the editor changed the case. A mark before it may still be misread, as letters are.
_BRACKETED = re.compile(r"(?<![A-Za-z0-9])\[([A-Za-z])\](?=[A-Za-z])")
# What a reply escaped once too often: "\\u2019", "\\n", "\\.".
_ESCAPED = re.compile(
    r"\\{1,4}(?:u[dD][89abAB][0-9a-fA-F]{2}\\{1,4}u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[nrt])"
    r"|\\(?=[!-/:-@\[\]-`{-~])"
)
# The number of a note is no figure, but "miles\u00b2" is a unit.
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_RAISED = re.compile(r"<sup>(\d{1,3})</sup>", re.IGNORECASE)
_RAISE = str.maketrans("1230456789", _SUPERSCRIPTS)
_NOTE = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?![\\w\u2044/])")
_NOTED = re.compile(r"(?:[A-Za-z][a-z]|[A-Z]{3}|['\u2019]s|[.,;:!?)\"'\u2019\u201d\u00bb])\Z")
_SQUARED = re.compile(
    r"(?:\b(?:[kcmd]m|ft|in|yd|mi|mc)|miles?|inch|inches|feet|foot|yards?|met(?:er|re)s?)\Z",
    re.IGNORECASE,
)
_ASCII = bytes(range(0x80))
_SPACED = bytes(32 if byte < 0x80 else byte for byte in range(256))
# Marks that most pages have, and beside them only letters that are composed already.
_PLAIN_MARKS = "\u00a3\u20ac\u00ab\u00b7\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
_ATTACHED = frozenset("\uff9e\uff9f")

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Plain:
    """Characters and, for each, the range of the original text it stands for."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def is_plain(text: str) -> bool:
    """Whether a text of Latin letters and common marks surely has no accidents to undo."""
    if "&" in text or "\\" in text or "<" in text or "]" in text or "==" in text:
        return False
    if text.isascii():
        return True
    runs = text.encode("utf-8", "surrogatepass").translate(_SPACED).split()
    return all(map(_is_harmless, set(runs)))


def is_latin(text: str) -> bool:
    """Whether all characters are ASCII or of those that most pages in Latin script have."""
    if text.isascii():
        return True
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return _latin().issuperset(beyond.decode("utf-8", "surrogatepass"))


@cache
def _latin() -> frozenset[str]:
    """The marks and letters beyond ASCII of most pages in Latin script.

    Left out are letters whose small form or folding has another length or is in ASCII, and
    "\u00c2", which may be what is left of a no-break space.
    """
    letters = map(chr, [*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x250)])
    return frozenset(_PLAIN_MARKS) | {
        char
        for char in letters
        if unicodedata.is_normalized("NFKC", char)
        and len(char.casefold()) == 1
        and not char.casefold().isascii()
        and char not in "\u00c2\u0131"
    }


@lru_cache(maxsize=4096)
def _is_harmless(run: bytes) -> bool:
    word = run.decode("utf-8", "surrogatepass")
    return _latin().issuperset(word) and (
        len(word) == 1
        or not any(find_mojibake(f"{a}{word}{b}") for a, b in ("  ", "aa", "AA", "Aa", "a ", " a"))
    )


def plain(text: str) -> Plain:
    """Undo the encoding accidents of a text."""
    view = Plain(text, range(len(text)), range(1, len(text) + 1))
    if is_plain(text):
        return view
    if "&" in text:
        view = _edited(view, _entities(view.text))
    if "\\" in view.text:
        view = _edited(view, _escapes(view.text))
    view = _unmarked(view)
    if view.text.isascii():
        return view
    for _ in range(3):  # later rounds mend what was read wrongly twice or thrice
        if not (edits := find_mojibake(view.text)):
            break
        view = _edited(view, edits)
        if is_plain(view.text):
            return view
    if "\u00c2" in view.text or "A\u0302" in view.text:
        view = _edited(view, _removals(view.text, _STRAY))
    view = _edited(view, _removals(view.text, _INVISIBLE))
    if any(map(view.text.__contains__, _SUPERSCRIPTS)):
        view = _edited(view, _notes(view.text))
    if not unicodedata.is_normalized("NFKC", view.text):
        view = _edited(view, _compositions(view.text))
    return view


def _unmarked(view: Plain) -> Plain:
    """Take the marks of HTML, Markdown and notes for what they are."""
    if "<sup>" in view.text or "<SUP>" in view.text:
        view = _edited(view, _superscripts(view.text))
    if any(map(view.text.__contains__, ("<", "]", "==", "\u3011"))):
        marks = [(*m.span(), _parting(m[0])) for m in _MARKUP.finditer(view.text)]
        view = _edited(view, marks)
        view = _edited(view, [(*m.span(), m[1]) for m in _BRACKETED.finditer(view.text)])
    return view


def _edited(view: Plain, edits: Sequence[Edit]) -> Plain:
    """Replaces ranges; every character of a replacement stands for the whole range it replaces."""
    if not edits:
        return view
    if all(end - start == len(new) == 1 for start, end, new in edits):
        changed = list(view.text)
        for start, _, new in edits:
            changed[start] = new
        return Plain("".join(changed), view.starts, view.ends)
    old_starts, old_ends = packed(view.starts), packed(view.ends)
    starts, ends = array("q"), array("q")
    pieces: list[str] = []
    done = 0
    for start, end, new in edits:
        pieces += view.text[done:start], new
        starts += old_starts[done:start] + array("q", [old_starts[start]]) * len(new)
        ends += old_ends[done:start] + array("q", [old_ends[end - 1]]) * len(new)
        done = end
    starts += old_starts[done:]
    ends += old_ends[done:]
    return Plain("".join([*pieces, view.text[done:]]), starts, ends)


def packed(numbers: Sequence[int]) -> "array[int]":
    """An array of the numbers, made far quicker than item by item."""
    return array("q", pack(f"{len(numbers)}q", *numbers))


def _entities(text: str) -> list[Edit]:
    found: list[Edit] = []
    for match in _ENTITY.finditer(text):
        new = match[0]
        for _ in range(4):
            new = html.unescape(new)
        if new != match[0]:
            found.append((match.start(), match.end(), new))
    return found


def _parting(mark: str) -> str:
    if mark[:4].lower() == "<wbr":
        return ""
    return "\n" if _BREAKING.match(mark) else "\x1f"


def _superscripts(text: str) -> list[Edit]:
    return [(*match.span(), match[1].translate(_RAISE)) for match in _RAISED.finditer(text)]


def _notes(text: str) -> list[Edit]:
    found: list[Edit] = []
    for match in _NOTE.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        if _NOTED.search(before) and not _SQUARED.search(before):
            found.append((*match.span(), "\x1f"))
    return found


def _escapes(text: str) -> list[Edit]:
    return [(*match.span(), _unescaped(match[0])) for match in _ESCAPED.finditer(text)]


def _unescaped(escape: str) -> str:
    if "u" not in escape:
        return " " if escape[-1] in "nrt" else ""
    codes = [int(code, 16) for code in escape.replace("\\", "").split("u")[1:]]
    if len(codes) == 2:
        return chr(0x10000 + ((codes[0] - 0xD800) << 10) + codes[1] - 0xDC00)
    return escape if 0xD800 <= codes[0] <= 0xDFFF else chr(codes[0])


def _removals(text: str, pattern: re.Pattern[str]) -> list[Edit]:
    return [(match.start(), match.end(), "") for match in pattern.finditer(text)]


def _compositions(text: str) -> list[Edit]:
    """Composes each character with the marks that follow it."""
    found: list[Edit] = []
    for match in BEYOND_ASCII.finditer(text):
        at = match.start()
        if at and _is_attached(text[at - 1], text[at]):
            at -= 1
        for cluster in _clusters(text[at : match.end()]):
            new = _composed(cluster)
            if new != cluster:
                found.append((at, at + len(cluster), new))
            at += len(cluster)
    return found


def _clusters(run: str) -> list[str]:
    clusters: list[str] = []
    begin = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or not _is_attached(run[at - 1], run[at]):
            clusters.append(run[begin:at])
            begin = at
    return clusters


def _is_attached(before: str, char: str) -> bool:
    if "\u1160" <= char <= "\u11ff":  # the vowels and finals of decomposed Hangul
        return True
    if char in _ATTACHED:
        return before > "\uff65"
    return char > "\x7f" and unicodedata.category(char)[0] == "M"


def _composed(cluster: str) -> str:
    if cluster in _KEPT:
        return cluster
    new = unicodedata.normalize("NFKC", cluster)
    # A superscript is no digit of the number before it: "10\u00b2" is not 102, "5\u00bd" is
    # "5 1/2".
    return f"\x1f{new}\x1f" if unicodedata.category(cluster[0]) == "No" else new
