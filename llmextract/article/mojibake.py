"""Mojibake: UTF-8 bytes that were read in a single-byte code page.

Nothing is guessed from frequencies: a run of characters is mojibake if, in some code page, its
bytes are one UTF-8 sequence for a mark or a letter that news is written with. Where the script of
the page writes such runs itself (Thai "\u0e22\u0e01", Ukrainian "\u0412\u0456"), they
are mojibake only inside a Latin word or if they hold a sign. A longer run that is as a whole, in
some page, a word of one other script is that word: no script writes such runs by chance.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from llmextract.article.codepages import decoded, leads, pages, pages_of
from llmextract.article.misread import AFTER_LETTERS, BEYOND_ASCII, OPENING, is_strange, page_of

_MARKS = frozenset(
    "\u00a0\u00a1\u00a2\u00a3\u00a5\u00a6\u00a7\u00a9\u00ab\u00ac\u00ad\u00ae\u00b0\u00b1\u00b2\u00b3"
    "\u00b4\u00b5"
    "\u00b6\u00b7\u00b9\u00ba\u00bb\u00bc\u00bd\u00be\u00bf\u00aa\u00d7\u00f7\u1680\u2000\u2001\u2002"
    "\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u2029\u205f\u2060\u3000"
    "\u200a\u200b"
    "\u200c\u200d\u200e\u200f\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201a\u201b\u201c"
    "\u201d\u201e"
    "\u2020\u2021\u2022\u2026\u2028\u202f\u2030\u2032\u2033\u2039\u203a\u20ac\u20bd\u20ba\u20aa"
    "\u2116\u2122"
    "\u0e42\u0e06\u2190\u2192\u2212\u2248\u2260\u2264\u2265\ufeff\ufffd\u2033\u02bc\u02c6\u02dc"
)
_LEADS_OF_1252 = frozenset(
    "\u00c8\u00cd\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d8\u00d9\u00da\u00db\u00e1\u00f0"
)
_LETTERS_OF_1252 = "\u0160\u0152\u017d\u0161\u0153\u017e\u0178\u0192\u02c6\u00aa\u00ba"
_VIETNAMESE = frozenset("\u01a0\u01a1\u01af\u01b0")
_OTHER_LETTERS = (
    ("\u0218", "\u021b"),
    ("\u0370", "\u06ff"),
    ("\u1e00", "\u1eff"),
    ("\U0001f300", "\U0010ffff"),
)
# Money, arrows, signs, pictures, what East Asia puts between words, ligatures, wide forms, emoji.
_SYMBOLS = (
    ("\u2010", "\u2bff"),
    ("\u3000", "\u3020"),
    ("\ufb00", "\ufb06"),
    ("\ufe00", "\ufe0f"),
    ("\uff01", "\uff5e"),
    ("\U0001f000", "\U0001faff"),
)
_BEYOND = re.compile(r"[^\x00-\x7f]{2,900}+")
# Words of another script with white space, digits and marks between them.
_STRETCH = re.compile(r"[^\x00-\x7f]{2,900}+(?:[\n\r\x20-@]{1,4}+[^\x00-\x7f]{2,900}+){1,8}")
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL")
_SHORTEST_WORD = 6
_ADJACENT = re.compile(r"[^\x00-\x7f]{2}")
# cp1252 has no character for the last byte of U+201D, so that it is often lost; NFKC spells out
# its trade mark.
_CUT = re.compile("[\u00e2\u00c2\u0e42]\u20ac(?:(TM)|(?=[\\s\\x00-\\x7f\ufffd]|\\Z)\ufffd?)")
_BETWEEN_WORDS = frozenset(
    "\u00a1\u00a2\u00a3\u00a5\u00a6\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b2\u00b3\u00b5\u00b6\u00b9"
    "\u00bb\u00bc\u00bd\u00be\u00bf\u00d7\u00f7"
)
_CLOSING = frozenset("\u2019\u2018\u201d\u201c\u2026\u2013\u2014\u203a\u2039\u00bb\u00ab")


def find_mojibake(text: str) -> list[tuple[int, int, str]]:
    """Where mojibake stands, in order, and what each run was meant to be."""
    if not _ADJACENT.search(text):
        return []
    found: list[tuple[int, int, str]] = []
    runs, at = _runs(), 0
    if not runs.search(text):
        return []
    page = page_of(text)
    while match := runs.search(text, at):
        start = match.start()
        if page is not None and (said := _said_in(page, text, start)):
            found += said
            at = said[-1][1]
            continue
        if _goes_on(text, start, found):
            at = start + 1
            continue
        at = start
        if (start == 0 or text[start - 1].isascii()) and (word := _mend_word(text, start)):
            found += word
            at = word[-1][1]
            continue
        before, after = text[start - 1 : start], text[start + 2 : start + 3]
        if found and found[-1][1] == start:
            before = found[-1][2]
        behind = before.islower()
        inside = len(match[0]) == 2 and (
            (behind and (after.islower() or after > "\x7f"))
            or (before.isupper() and after.islower())
        )
        mended = _mend(match[0], inside=inside, behind=behind)
        mended = mended or _mend_around(text, start, match[0])
        if mended and not _is_letter_before_mark(text, start, *mended):
            found.append((start, start + mended[0], mended[1]))
            at += mended[0]
        elif cut := _CUT.match(text, start):
            found.append((start, cut.end(), "\u2019" if cut[1] else "\u201d"))
            at = cut.end()
        else:
            at += 1
    return found


def _goes_on(text: str, start: int, found: list[tuple[int, int, str]]) -> bool:
    """Whether a word of another script goes on here, so that what follows it is what it seems."""
    before = text[start - 1 : start]
    return before > "\u024f" and before.isalpha() and not (found and found[-1][1] == start)


def _said_in(page: int, text: str, start: int) -> list[tuple[int, int, str]]:
    """What a whole run says in the page the text was read in."""
    if start and text[start - 1] > "\x7f":
        return []
    run = BEYOND_ASCII.match(text, start)
    return _letter_by_letter(decoded(run[0], page), start) if run else []


def _mend_word(text: str, start: int) -> list[tuple[int, int, str]]:
    """The characters whose bytes a whole run is, if they are a word or were misread before.

    The words around it help one that is too short to tell, as those of two letters are.
    """
    run = _BEYOND.match(text, start)
    if run is None or not (where := pages_of(run[0])):
        return []
    stretch = _STRETCH.match(text, start)
    word = (stretch and _word(stretch[0], where)) or _word(run[0], where)
    beside = text[start - 1 : start], text[run.end() : run.end() + 1]
    if not word and any(map(str.isalpha, beside)):
        word = _latin_part(run[0], where)
    return _letter_by_letter(word, start)


def _letter_by_letter(word: str, start: int) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for char in word:
        size = len(char.encode())
        if size > 1:
            found.append((start, start + size, char))
        start += size
    return found


def _word(run: str, where: Sequence[int]) -> str:
    words = [word for page in where if (word := decoded(run, page))]
    if any(all(char < "\x80" or char in _MARKS for char in word) for word in words):
        return ""  # a quotation mark and a dash are two Korean letters in another page
    for word in words:
        if _is_word(word, run) or _is_misread_again(word, 2):
            return word
    return ""


def _latin_part(run: str, where: Sequence[int]) -> str:
    """The Latin letters that another script and its signs say in a Latin word."""
    if run[0] < "\u0250" or not is_strange(run):
        return ""
    words = (decoded(run, page) for page in where)
    return next((word for word in words if all("\u00c0" <= c <= "\u024f" for c in word)), "")


def _is_word(word: str, run: str) -> bool:
    """Whether what the characters of a run say are words of one script."""
    letters = [char for char in word if char > "\x7f" and char.isalpha()]
    # Russian "\u0443\u0434\u0430\u0447\u043d\u043e" is two Chinese letters in cp866.
    return (
        len("".join(letters).encode()) >= _SHORTEST_WORD
        and len(set(letters)) > 1
        and (run[0] < "\u0250" or any(_is_sign(char) for char in run if char > "\x7f"))
        and len(set(map(_script, letters))) == 1
        and all(map(_may_join, set(word).difference(letters)))
    )


def _is_misread_again(word: str, times: int) -> bool:
    """Whether this is mojibake as a whole, of words or of marks and letters of Western Europe."""
    return any(
        all(char < "\x80" or char in _MARKS or "\u00c0" <= char <= "\u017f" for char in meant)
        or _is_word(meant, word)
        or (times > 1 and _is_misread_again(meant, times - 1))
        for page in leads().get(word[0], ())
        if len(word) > 1 and (meant := decoded(word, page))
    )


def _script(letter: str) -> str:
    """The script of a letter; those that are written together count as one."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return _EAST_ASIAN[0] if name in _EAST_ASIAN else name if letter > "\u036f" else letter


def _may_join(char: str) -> bool:
    return char < "\x80" or char in _MARKS or unicodedata.category(char)[0] in "MNPSZ"


def _is_letter_before_mark(text: str, start: int, length: int, meant: str) -> bool:
    """Whether the run is rather the last letter of a word and the quotation mark after it."""
    if length == 2 and text[start + 1] == "\u00a0":
        return meant.isalpha() and text[start - 1 : start].isupper()
    return (
        length == 2
        and text[start + 1] in _CLOSING
        and (text[start - 1 : start].isupper() or meant > "\u01ff")
        and not text[start + 2 : start + 3].isalpha()
    )


def _mend_around(text: str, start: int, run: str) -> tuple[int, str] | None:
    """Mends a run that could be a word of its own script, if it touches ASCII letters or digits."""
    if not (mended := _mend(run, foreign=True)):
        return None
    before, after = text[start - 1 : start], text[start + mended[0] : start + mended[0] + 1]
    return mended if any(c.isascii() and c.isalnum() for c in (before, after)) else None


@lru_cache(maxsize=4096)
def _mend(
    run: str, *, foreign: bool = False, inside: bool = False, behind: bool = False
) -> tuple[int, str] | None:
    """How many characters of `run` are one UTF-8 sequence, and the character it stands for.

    The first character may have changed case since. `foreign` allows sequences of letters alone;
    `inside` a word of small letters, and `behind` one, stands a letter, if the pages allow one.
    """
    found: list[tuple[int, int, str]] = []
    for lead in dict.fromkeys((run[0], run[0].lower(), run[0].upper())):
        for page in pages():
            codes = [page.get(char, 0) for char in lead + run[1:]]
            length = 2 if 0xC2 <= codes[0] < 0xE0 else 3 if codes[0] < 0xF0 else 4
            try:
                meant = bytes(codes[:length]).decode()
            except UnicodeDecodeError:
                continue
            if len(meant) == 1 and _is_plausible(
                meant,
                run[:length],
                as_written=lead == run[0],
                foreign=foreign,
                inside=inside,
                behind=behind,
            ):
                rarity = _rarity(meant, inside=inside, behind=behind)
                found.append((rarity, length, meant))
        if found:
            return min(found, key=lambda candidate: (candidate[0], -candidate[1]))[1:]
    return None


def _rarity(meant: str, *, inside: bool, behind: bool) -> int:
    """Marks before the letters of Western and Central Europe before all others."""
    if (inside and meant.isupper()) or (behind and meant < "\u00f8" and meant in _BETWEEN_WORDS):
        return 3
    if meant in _MARKS:
        if unicodedata.category(meant) != "Cf":
            return 0
        return 1 if meant > "\u07ff" else 2
    if meant > "\uffff":
        return 0  # no four characters are the bytes of one by chance
    return 1 if meant < "\u0180" or "\u2010" <= meant <= "\u2bff" else 2


def _is_plausible(
    meant: str, run: str, *, as_written: bool, foreign: bool, inside: bool, behind: bool
) -> bool:
    if "\u0300" <= meant <= "\u036f":  # upon the letter before it
        is_capital = run[0].isupper() and run[0] < "\u0250"
        is_upon = behind and (is_capital or any(map(_is_sign, run)))
        return as_written and ("\x80" <= run[1] <= "\x9f" or is_upon)
    if not _is_written_in_news(meant, run, as_written=as_written):
        return False
    # No script writes the three characters of a mark of general punctuation in one word, but for
    # one in capitals.
    if run[0] > "\u024f" and run.isalpha() and run.isupper():
        return foreign
    if all("\u2500" <= char <= "\u259f" for char in run):  # the corner of a frame
        return foreign
    if foreign or "\u2009" <= meant <= "\u2122" or any(map(_is_sign, run)):
        return True
    if meant == "\u00e0" and run[0] < "\u0250":  # the French word, its second byte a space
        return True
    # Letters alone: a word of their own script, unless it is Latin, where no word has such pairs.
    if run[0] > "\u024f" or (run.isupper() and not inside):
        return False
    return "\u00a0" in run or all("\u00c0" <= char <= "\u02ff" for char in run)


def _is_written_in_news(meant: str, run: str, *, as_written: bool) -> bool:
    if meant in _MARKS:
        return as_written or meant != "\u00a0"
    if "\x80" <= meant <= "\x9f":
        return run == f"\u00c2{meant}"  # read wrongly twice: "\u00c3\u00a2\u00c2\x80\u00c2\x99"
    if "\u00c0" <= meant <= "\u017f" or meant in _VIETNAMESE:
        return True
    is_other = any(low <= meant <= high for low, high in _OTHER_LETTERS)
    # Greek, Cyrillic, Arabic: as cp1252 shows them, which is by far the most common.
    signs = any(map(_is_sign, run)) or run[1] in _LETTERS_OF_1252
    if is_other and as_written and signs and run[0] in _LEADS_OF_1252:
        return True
    return as_written and _is_symbol(meant, run)


def _is_symbol(meant: str, run: str) -> bool:
    """Whether this is a symbol, and its bytes not a letter or opening quote in its place."""
    return (
        any(low <= meant <= high for low, high in _SYMBOLS)
        and not AFTER_LETTERS.issuperset(run[1:])
        and (run[0] not in OPENING or is_strange(run))
        and not _is_apostrophised(run)
    )


def _is_apostrophised(run: str) -> bool:
    """Whether letters of one script stand on both sides of a mark, as in Ukrainian."""
    letters = [char for char in run if char.isalpha()]
    return run[0] > "\u024f" and run[1] in AFTER_LETTERS and len(set(map(_script, letters))) == 1


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] not in "LMZ" or "\u02b9" <= char <= "\u02ff"


@cache
def _runs() -> re.Pattern[str]:
    """A character that can be the first byte of a sequence, and up to three that can follow."""
    leads = {char for page in pages() for char, byte in page.items() if 0xC2 <= byte <= 0xF4}
    rest = {char for page in pages() for char, byte in page.items() if byte < 0xC0}
    leads |= {c for char in leads for c in (char.lower(), char.upper()) if len(c) == 1}
    head, tail = (re.escape("".join(sorted(chars))) for chars in (leads, rest))
    return re.compile(f"[{head}][{tail}]{{1,3}}")
