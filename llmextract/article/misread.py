"""In which code page a whole text was misread.

One run of characters may be the bytes of something else by chance, but not most runs of a text in
one and the same page. Where they are, each run says what its bytes say there, however rare.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from llmextract.article.codepages import decoded, foreign_to, pages_of

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_PAIR = re.compile(r"[^\x00-\x7f]{2,}")
# The first runs tell at once that a text was not misread.
_SAMPLE = 8
_FEW_LETTERS = 8
# What may follow a letter in a text that was read well.
AFTER_LETTERS = frozenset(
    "\x85\u00a0\u00a3\u00a9\u00aa\u00ab\u00ad\u00ae\u00b0\u00b2\u00b3\u00b4\u00b7\u00b9\u00ba\u00bb"
    "\u00a1\u00bf\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2020\u2021\u2022\u2026\u2030\u2039\u203a"
    "\u20ac\u2122"
)
OPENING = frozenset("\u201a\u201e\u2018\u201c\u00ab\u2039")
_UNWRITTEN = frozenset(("Cn", "Co", "Cs"))


def page_of(text: str) -> int | None:
    """The page whose bytes most runs beyond ASCII are, if there is no doubt that they are."""
    sample = (match[0] for match in islice(_PAIR.finditer(text), _SAMPLE))
    if not any(map(pages_of, sample)):
        return None
    runs = Counter(BEYOND_ASCII.findall(text))
    covered: Counter[int] = Counter()
    for run, times in runs.items():
        for page in pages_of(run) if len(run) > 1 else ():
            covered[page] += len(run) * times
    total = sum(len(run) * times for run, times in runs.items())
    fit = [page for page, size in covered.items() if 2 * size > total]
    fit = [page for page in fit if _is_evident(runs, page, whole=covered[page] == total)]
    if len(fit) < 2:
        return fit[0] if fit else None
    found = {
        (text[match.start() - 1 : match.start()], match[0], text[match.end() : match.end() + 1])
        for match in _PAIR.finditer(text)
    }
    return min(fit, key=lambda page: (-covered[page], *_oddity(found, page), page))


def _is_evident(runs: Iterable[str], page: int, *, whole: bool) -> bool:
    """Whether runs that say something in a page are nothing a text that was read well has."""
    saying = [
        run for run in runs if len(run) > 1 and (said := decoded(run, page)) and _is_written(said)
    ]
    strange = [run for run in saying if is_strange(run)]
    if any(len(run) > 2 for run in strange):
        return True
    if not whole:
        return len(saying) > 3 and len(strange) > 1
    if len(saying) > 1 and strange:
        return True
    return len("".join(saying)) >= _FEW_LETTERS and any(map(_is_mark, "".join(saying)))


def is_strange(run: str) -> bool:
    """Whether a mark is in a run that no letter is followed by."""
    marks = filter(_is_mark, run[1:] if run[0] in OPENING else run)
    return not AFTER_LETTERS.issuperset(marks)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] not in "LMZ"


def _is_written(said: str) -> bool:
    return _UNWRITTEN.isdisjoint(map(unicodedata.category, said))


def _oddity(found: Iterable[Sequence[str]], page: int) -> tuple[int, int]:
    """How often no word is written so, and how many characters the page itself has not."""
    odd = borrowed = 0
    foreign = foreign_to(page)
    for before, run, after in found:
        if said := decoded(run, page):
            odd += sum(map(_is_odd, pairwise(f"{before}{said}{after}")))
            odd += before.isupper() and said.isupper() and after.islower()
            borrowed += len(foreign.intersection(run))
    return odd, borrowed


def _is_odd(pair: tuple[str, str]) -> bool:
    one, other = pair
    if not (one.isalpha() and other.isalpha()):
        return unicodedata.category(other) in _UNWRITTEN
    return (one.islower() and other.isupper()) or (one < "\u0250") != (other < "\u0250")
