"""The folded form of a text: its tokens without what may differ between copies of the same words.

Two texts say the same if their tokens are equal. Case, white space, punctuation, quotes, dashes,
Markdown and the accidents that `plain` undoes make no token; every word, figure, sign before a
figure, currency and symbol makes one. Punctuation inside is form as well: who joins two sentences
without the full stop still quotes words that stand together, and the span shows the full stop. What
is deliberate:

- "1,600", "1 600" and "1'600" are the one token 1600; "5.5", "10:30" and "1/2" are one token each.
- "5 km" and "5km" are the same two tokens, and so are "F-16" and "F16"; but no span may begin or
  end between a letter and a digit, so that "5" is not found in "5m" nor "16" in "F16". See
  `Folded.is_break`.
- Scripts written without spaces make one token a character, with the marks upon it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from llmextract.article.plain import is_latin, packed, plain

DASHES = (
    "\\-\u058a\u05be\u2010-\u2015\u2043\u2053\u207b\u208b\u2212\u2e3a\u2e3b\u301c\ufe58\ufe63\uff0d"
)
APOSTROPHES = "'`\u00b4\u2018-\u201b\u2032\u2035\u02b9-\u02bf\u02c8\uff07\u05f3\ufffd"

# Every mark that is form. What is listed nowhere counts as a letter: content, rather than lost.
_FORM = (
    "\\x00-\\x20!\"#'()*,\\-./:;<>?\\[\\\\\\]\\^_`{|}~\\x7f-\\xa1\u00a6\u00a8\u00a9\u00ab\u00ad"
    "\u00ae\u00af\u00b4"
    "\u00b6\u00b7\u00b8\u00bb\u00bf\u02b9-\u02bf\u02c8\u02d8-\u02dd\u037e\u0387\u055a-\u055f"
    "\u0589\u058a\u05be\u05c0"
    "\u05c3\u05c6\u05f3\u05f4\u060c\u060d\u061b\u061d-\u061f\u066b-\u066d\u06d4\u0964\u0965"
    "\u0970\u0f0b-\u0f14"
    "\u104a-\u104f\u10fb\u1360-\u1368\u1400\u17d4-\u17da\u1800-\u180a\u2000-\u202f\u2032-\u206f"
    "\u2117\u2120\u2122"
    "\u2212\u22ef\u2500-\u25ff\u275b-\u2760\u2768-\u2775\u27e6-\u27ef\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u303f\u30a0\u30fb"
    "\ue000-\uf8ff\ufe10-\ufe19\ufe30-\ufe6b\uff5e\ufff9-\uffff"
)
_SYMBOLS = (
    "$%&@+=\u00a2-\u00a5\u00a7\u00ac\u00b0\u00b1\u00d7\u00f7\u066a\u2030\u2031\u20a0-\u20cf"
    "\u2100-\u2116"
    "\u2118-\u211f\u2121\u2123-\u214f\u2190-\u2211\u2213-\u22ee\u22f0-\u24ff\u2600-\u275a\u2761-\u2767"
    "\u2776-\u27e5\u27f0-\u2bff"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
)
_HAN = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3031-\u303c\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31ff\u3200-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_UNSPACED = "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17dd"
_UNSPACED_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059"
    "\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u17dd"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)

# A hundred thousand may be written "100 000"; a figure that follows another ("27 605") is not
# told apart.
_NUMBER = (
    r"[1-9]\d{0,2}(?: \d{3})+(?![.,:/']?\d)"
    rf"|(?:(?<![\w.)\]\u2026])(?<!\. )\.)?\d+(?:[.,:/\u2044{APOSTROPHES}]\d+)*"
)
# An em dash before a figure is a dash ("her number \u20148,089\u2014").
_MINUS = "\\-\u2010-\u2013\u207b\u208b\u2212\ufe63\uff0d"
_SIGN = (
    rf"(?<![^\s(\[{{$\u20ac\u00a3\u00a5\"*_\u201c\u201e{APOSTROPHES}])[{_MINUS}](?=[$\u20ac\u00a3"
    rf"\u00a5]?\.?\d)"
    r"|(?<![<>~.\u2026])[<>~](?=\d)"
)
# Patterns that split a text into what is between its tokens and the tokens, by turns.
_LATIN_TOKEN = re.compile(
    r"([A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+"
    # Nothing else begins otherwise, so that most marks are passed over at once.
    rf"|(?=[\d.$%&@+=\u00a3\u20ac<>~{_MINUS}])(?:{_NUMBER}|[$%&@+=\u00a3\u20ac]|{_SIGN}))"
)
_TOKEN = re.compile(
    r"([A-Za-z]+(?=[\x00-@\[-`{-\x7f]|\Z)"  # most words, without a look at the wide class
    rf"|[^\s\d{_FORM}{_SYMBOLS}{_HAN}{_UNSPACED}\U0001f1e6-\U0001f1ff]+"
    rf"|(?:{_NUMBER}|[{_HAN}]|[{_SYMBOLS}]"
    rf"|[\U0001f1e6-\U0001f1ff]{{1,2}})[{_MARKS}]*"
    # Stacked consonants of Burmese and Khmer, and the vowel am, which NFKC takes apart,
    # belong to their base.
    rf"|[{_UNSPACED}](?:[{_UNSPACED_MARKS}{_MARKS}]|(?<=[\u1039\u17d2])[\u1000-\u1021\u1780-\u17a2]"
    rf"|(?<=\u0e4d)\u0e32|(?<=\u0ecd)\u0eb2)*"
    rf"|{_SIGN})"
)
_GROUPED = re.compile(
    rf"(\d{{1,3}}(?:([ ,{APOSTROPHES}])\d{{3}})(?:\2\d{{3}})*|\d{{1,2}}(?:,\d\d)+,\d{{3}}"
    r"|\d{1,3}(?:\.\d{3}){2,})(\.\d+)?"
)
_NO_DIGIT = re.compile(r"\D")
_DASH, _APOSTROPHE = re.compile(f"[{DASHES}]\\s*"), re.compile(f"[{APOSTROPHES}]")
_ONE_BY_ONE = re.compile(f"[{_HAN}{_UNSPACED}]")

# Without its prefix a word says something else: no span begins after one of these and a dash.
_PREFIXES = frozenset(
    "non anti un ex pro pseudo quasi semi counter pre post mid near half vice co de dis sub no not"
    " twenty thirty forty fifty sixty seventy eighty ninety".split()
)
CLITICS = frozenset("s re ll ve d m".split())
_ELISIONS = frozenset("l d j m t s c n qu dell nell all un".split())


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """The tokens of a text in order, each with the raw range it was read from.

    `canon` holds them between single spaces and `at` where each begins there; `plain` is the text
    the tokens were read from, at `firsts` to `lasts`.
    """

    text: str
    plain: str
    canon: str
    starts: Sequence[int]
    ends: Sequence[int]
    at: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def tokens(self) -> list[str]:
        """The folded tokens."""
        return self.canon.split()

    def token(self, number: int) -> str:
        """One folded token, counted from 0."""
        begin = self.at[number]
        return self.canon[begin : self.canon.index(" ", begin)]

    def raw(self, first: int, stop: int) -> str:
        """The text as given from one token up to, not including, another."""
        return self.text[self.starts[first] : self.ends[stop - 1]] if first < stop else ""

    def gap(self, number: int) -> str:
        """What stands between the token before and this one, with encoding accidents undone."""
        return self.plain[self.lasts[number - 1] : self.firsts[number]]

    def number_at(self, offset: int) -> int:
        """The first token that begins at this raw offset or after it."""
        return bisect_left(self.starts, offset)

    def is_break(self, number: int) -> bool:
        """Whether a span may end before this token and another begin at it.

        Not inside "Kafr'a", "can't", "F16", "U.S.", "-5", "non-combatant" or "twenty-five", where a
        part says something else; but after "Assad" in "Assad's" and after "UK" in "UK-based".
        """
        if not 0 < number < len(self.starts):
            return True
        gap = self.gap(number)
        if any(char.isspace() for char in gap) and not _DASH.fullmatch(gap):
            return True
        left, right = self.token(number - 1), self.token(number)
        if not gap:
            joined = self.text[self.ends[number - 1] : self.starts[number]]
            return "\u200d" not in joined and not _is_glued(left, right)
        if _APOSTROPHE.fullmatch(gap):
            return (right in CLITICS and not (right == "s" and not left.isalpha())) or (
                left in _ELISIONS and len(right) > 1
            )
        if gap == ".":
            return len(left) > 1 or len(right) > 1 or not left.isalpha()
        return not (_DASH.fullmatch(gap) and left in _PREFIXES)


def fold(text: str) -> Folded:
    """Fold a text into tokens; linear in its length."""
    view = plain(text)
    parts = (_LATIN_TOKEN if is_latin(view.text) else _TOKEN).split(view.text)
    bounds = list(accumulate(map(len, parts)))
    firsts, lasts = packed(bounds[:-1:2]), packed(bounds[1::2])
    canon = _canon(parts[1::2])
    lengths = accumulate(map(len, canon.split(" ")))
    at = packed(list(map(add, lengths, range(1, len(firsts) + 1))))
    if isinstance(view.starts, range):
        return Folded(text, view.text, canon, firsts, lasts, at, firsts, lasts)
    starts = packed(list(map(view.starts.__getitem__, firsts)))
    ends = packed(list(map(view.ends.__getitem__, map((-1).__add__, lasts))))
    return Folded(text, view.text, canon, starts, ends, at, firsts, lasts)


def _canon(found: list[str]) -> str:
    if not found:
        return ""
    words = [word if word.isalpha() else _written(word) for word in found]
    canon = f" {' '.join(words)} "
    if canon.isascii():
        return canon.lower()
    # Python upper-cases the dotless i to I, and lower-cases the dotted I to i and a mark.
    return canon.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def _written(word: str) -> str:
    """A figure without its thousands separators; signs and apostrophes in one form."""
    if len(word) == 1:
        return "-" if _DASH.fullmatch(word) else word
    if match := _GROUPED.fullmatch(word):
        return _NO_DIGIT.sub("", match[1]) + (match[3] or "")
    return _APOSTROPHE.sub("'", word.replace("\u2044", "/")) if word[-1].isdigit() else word


def _is_glued(left: str, right: str) -> bool:
    if left in "-<>~":
        return True
    if _ONE_BY_ONE.search(left[-1] + right[0]):
        return False
    return left[-1].isalnum() and right[0].isalnum()
