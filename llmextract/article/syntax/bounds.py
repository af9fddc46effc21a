"""Where a clause begins, and the stretch of one that holds a subject.

Half-open code points of a sentence.
"""

from dataclasses import dataclass
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import clausal, grammar
from llmextract.article.syntax.saying import says

# These open a clause; those of them that are prepositions too do so before a noun and its verb.
OPENING: Final = (
    (grammar.CLAUSES - {"than", "so", "once"})
    | grammar.CONDITIONS
    | grammar.words_of("as but that because after before since until nor")
)
ENDING: Final = frozenset(',;:"“”()[]…!?-') | {"--", "–", "—"}
_TELLING: Final = grammar.inflected("inform warn assure remind notify persuade convince") | {
    *("tell", "tells", "told", "telling"),
}
_TOLD_TO: Final = 8
_SAID_ON: Final = 5
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Zone:
    """Half-open code points that hold a subject, and how they are parted from what goes before.

    `is_clause`: a word that opens a clause stands before them. `joined`: they begin with "and" or
    "or", and may go on a list. `shared`: another verb stands between, so that of "Roe found that
    Hale had lied and left" either may have left.
    """

    start: int
    end: int
    is_clause: bool
    joined: bool
    shared: bool
    relative: bool = False

    @property
    def place(self) -> Range:
        """Where it stands, as a range of its sentence."""
        return self.start, self.end


def clause_opening(words: tuple[str, ...], last: int, marks: frozenset[str]) -> int | None:
    """The place of the word or mark behind which a clause begins, -1 for its sentence's start."""
    for first in range(last, max(-1, last - _MOST), -1):
        if _ends(words, first, marks):
            return first
    return -1 if last < _MOST else None


def _ends(words: tuple[str, ...], at: int, marks: frozenset[str]) -> bool:
    """Whether a clause begins behind a word or mark."""
    word = words[at]
    before = words[at - 1] if at else ""
    if word == "as":
        return before != "such"
    if word == "that":
        is_told = not _TELLING.isdisjoint(words[max(0, at - _TOLD_TO) : at])
        is_said = any(map(surely_says, words[max(0, at - _SAID_ON) : at]))  # "said on Monday that"
        is_told = is_told or is_said or says(before)
        return is_told or grammar.is_past(before) or before in clausal.FINITE
    says_so = surely_says(word) and words[at + 1 : at + 2] not in (("to",), ("of",), ("by",))
    return word in marks or word in OPENING or says_so


def surely_says(word: str) -> bool:
    """Whether a word is a verb of saying and surely no noun, as "states" and "reports" may be."""
    return says(word) and (grammar.is_past(word) or word in ("say", "says"))
