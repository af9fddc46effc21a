"""What the cited sentences carry, gathered once for every free text held against them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import find_quantities
from llmextract.judge.paraphrase.synonyms import FUNCTION_WORDS, summed_up_by
from llmextract.judge.paraphrase.wordforms import name_forms, root

# "U.N.", a word with its apostrophes, or a figure as it is written.
_TOKEN: Final = re.compile(
    r"(?P<dotted>(?:[^\W\d_]\.){2,12})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<figure>\d+(?:[.,:/]\d+)*)"
)
_CLITIC: Final = re.compile(r"'(?:s|d|m|ve|re|ll)\Z")
# "Sept. 19" and "Gen. Ray" end none: a cut too few is better than a date cut in two.
_SENTENCE_END: Final = re.compile(
    r"(?:(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!Sept)(?<!\.[a-zA-Z])\.|[!?…])"
    r"[\"'”’)\]]{0,3}\s+(?=\D)"
    r"|(?<=\s)\.\s+|\n"
)
_OPENS: Final = re.compile(r"(?:[.!?…:][\"'”’)\]]{0,3}\s+|\n\s*)[\"'“‘(\[]{0,3}\Z")
_LOOK_BACK: Final = 16
_JOINS: Final = re.compile(r"[ \-–.’']{1,2}(?:of (?:the )?|and |for )?\Z")
NEGATIONS: Final = frozenset(
    "no not never none nobody nothing nowhere neither nor without cannot cant".split()
)
"""Words that deny; beside them all that end in "n't"."""
_FAILURES: Final = frozenset(
    root(word)
    for word in "fail deny refuse reject lack absence avoid prevent unable decline".split()
)
_SOURCES_KEPT: Final = 64


class Token(NamedTuple):
    """A word or figure in lower case, and whether it is written as part of a name.

    `opens` says that it begins a sentence, `follows` that the token before it is a name it goes on.
    """

    text: str
    start: int
    end: int
    kind: Literal["word", "figure"]
    capital: bool
    opens: bool
    follows: bool

    @property
    def negates(self) -> bool:
        """Whether it denies what stands around it."""
        return self.text in NEGATIONS or self.text.endswith("n't")

    @property
    def is_free(self) -> bool:
        """Whether it is a function word; "May" is a month."""
        return self.text in FUNCTION_WORDS and not (self.capital and self.text == "may")


def tokens_of(text: str) -> list[Token]:
    """The words and figures of a text in order."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        raw = match[0].replace("’", "'")
        raw = raw.replace(".", "") if match["dotted"] else raw
        last = tokens[-1] if tokens else None
        capital = raw[0].isupper()
        gap = text[max(last.end if last else 0, match.start() - _LOOK_BACK) : match.start()]
        tokens.append(
            Token(
                _CLITIC.sub("", raw.casefold()),
                match.start(),
                match.end(),
                "figure" if match["figure"] else "word",
                capital,
                last is None or (gap not in (" ", "-", ", ") and _OPENS.search(gap) is not None),
                bool(last and capital and last.capital and gap in (" ", "-", "–")),
            )
        )
    return tokens


@dataclass(frozen=True)
class Sentence:
    """The roots that one sentence carries, and whether it denies anything."""

    roots: frozenset[str]
    denies: bool


@dataclass(frozen=True)
class Source:
    """The words, names, figures and sentences of a source."""

    words: frozenset[str]
    names: frozenset[str]
    carried: frozenset[str]
    figures: frozenset[str]
    quantities: tuple[Quantity, ...]
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=_SOURCES_KEPT)
def read_source(source: str) -> Source:
    """Read a source; the latest ones are kept, since a record's fields share theirs."""
    tokens = tokens_of(source)
    words = [token for token in tokens if token.kind == "word"]
    return Source(
        words=frozenset(token.text for token in words),
        names=frozenset(form for token in words if token.capital for form in name_forms(token.text))
        | _initials(tokens, source),
        carried=summed_up_by(root(token.text) for token in words),
        figures=frozenset(
            token.text.replace(",", "") for token in tokens if token.kind == "figure"
        ),
        quantities=tuple(dict.fromkeys(found.quantity for found in find_quantities(source))),
        sentences=tuple(_sentences(tokens, source)),
    )


def _sentences(tokens: list[Token], source: str) -> list[Sentence]:
    found: list[Sentence] = []
    ends = [match.end() for match in _SENTENCE_END.finditer(source)] + [len(source)]
    begin = 0
    for end in ends:
        stop = begin
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        inside = tokens[begin:stop]
        if inside:
            forms = (form for t in inside if t.capital for form in name_forms(t.text))
            roots = frozenset(map(root, [*(token.text for token in inside), *forms]))
            denies = any(token.negates for token in inside) or not _FAILURES.isdisjoint(roots)
            found.append(Sentence(summed_up_by(roots), denies))
        begin = stop
    return found


def _initials(tokens: list[Token], source: str) -> frozenset[str]:
    """Abbreviations of the names of several words: "un" for "United Nations"."""
    found: set[str] = set()
    letters = ""
    last: Token | None = None
    for token in tokens:
        if not token.capital:
            continue
        joined = last is not None and _JOINS.fullmatch(source[last.end : token.start])
        letters = letters + token.text[0] if joined else token.text[0]
        found.update(letters[-size:] for size in range(2, min(len(letters), 6) + 1))
        last = token
    return frozenset(found)


def initials(names: list[Token]) -> str:
    """The abbreviation of a name of several words."""
    return "".join(token.text[0] for token in names)
