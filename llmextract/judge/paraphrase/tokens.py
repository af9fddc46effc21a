"""The words and figures of a text in order, as free text and its sources are read."""

import re
from typing import Final, Literal, NamedTuple

from llmextract.article.syntax.grammar import words_of
from llmextract.judge.paraphrase.synonyms import FUNCTION_WORDS

# "U.N.", a word with its apostrophes, or a figure as it is written.
_TOKEN: Final = re.compile(
    r"(?P<dotted>(?:[^\W\d_]\.){2,12})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<figure>\d+(?:[.,:/]\d+)*)"
)
_CLITIC: Final = re.compile(r"'(?:s|d|m|ve|re|ll)\Z")
_OPENS: Final = re.compile(r"(?:[.!?…:][\"'”’)\]]{0,3}\s+|\n\s*)[\"'“‘(\[]{0,3}\Z")
_LOOK_BACK: Final = 16
# Beside them all that end in "n\'t" deny.
_NEGATIONS: Final = words_of(
    "no not never none nobody nothing nowhere neither nor without cannot cant"
)
_OPEN: Final = words_of("could may might would should will shall must")


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
    def opens_possibility(self) -> bool:
        """Whether what it brings could be or is to come; "May" is a month."""
        return self.text in _OPEN and not (self.capital and self.text == "may")

    @property
    def negates(self) -> bool:
        """Whether it denies what stands around it."""
        return self.text in _NEGATIONS or self.text.endswith("n't")

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


def is_ruling_out(one: Token, other: Token) -> bool:
    """Whether two words are those of "rule out", in any form."""
    return other.text == "out" and one.text in ("rule", "rules", "ruled", "ruling")
