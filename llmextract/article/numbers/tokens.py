"""Tokens for the reading of numbers: numerals, words and marks, at the offsets of the text."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

TokenKind = Literal["numeral", "word", "mark"]
Glue = Literal["tight", "space", "break"]


class Token(NamedTuple):
    """One token, its words in lower case; `glue` says what stands before it."""

    text: str
    start: int
    end: int
    kind: TokenKind
    glue: Glue
    capital: bool


CURRENCY_SIGNS = frozenset("$€£¥₹₪₺₽₴")

# Marks that stand for an ASCII one; each is a single character, so that offsets stay.
_FOLDS = {
    **dict.fromkeys("’‘ʼ", "'"),
    **dict.fromkeys("\u2007\u2009\u202f", "\u00a0"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63", "-"),
    "٬": ",",
    "٫": ".",
    "٪": "%",
}
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_TOKEN = re.compile(r"\d+(?:[.,'\u00a0]\d+)*|[^\W\d_]+|\S")


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return _FOLDS.get(char, char)


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens; digits and marks of other scripts come out as the ASCII ones."""
    folded = text if text.isascii() else _NON_ASCII.sub(lambda m: _fold(m.group()), text)
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        words = match.group()
        first = words[0]
        kind: TokenKind = "numeral" if first.isdecimal() else "word" if first.isalnum() else "mark"
        glue: Glue = "tight"
        if start > last or not tokens:
            # A number does not go on behind an empty line.
            paragraph = not tokens or folded.count("\n", last, start) > 1
            glue = "break" if paragraph else "space"
        tokens.append(Token(words.lower(), start, end, kind, glue, first.isupper()))
        last = end
    return tokens


def text_at(tokens: Sequence[Token], at: int | None) -> str:
    """The words of the token at an index, empty where there is none."""
    return tokens[at].text if at is not None and 0 <= at < len(tokens) else ""


def is_tight(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token stands at this index, with nothing before it."""
    return 0 < at < len(tokens) and tokens[at].glue == "tight"


def follows(tokens: Sequence[Token], at: int) -> int | None:
    """The token that a space or a tight hyphen joins to the one before index `at`."""
    if at >= len(tokens):
        return None
    if tokens[at].glue == "space":
        return at
    hyphen = tokens[at].text == "-" and is_tight(tokens, at)
    return at + 1 if hyphen and is_tight(tokens, at + 1) else None


def next_text(tokens: Sequence[Token], at: int) -> str:
    """The words that `follows` finds, empty where nothing is joined."""
    return text_at(tokens, follows(tokens, at))


def is_part_of_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether letters run into the token from the left: F16, COVID-19, no-one."""
    if not is_tight(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind == "word" or before.text == "_":
        return True
    if before.text not in "-'" or not is_tight(tokens, at - 1):
        return False
    if tokens[at - 2].text == "magnitude":
        return False  # "a magnitude-6.4 quake"
    # A330-300: the digits before the hyphen belong to a word themselves.
    model = is_tight(tokens, at - 2) and tokens[at - 3].kind == "word"
    return tokens[at - 2].kind == "word" or (tokens[at - 2].kind == "numeral" and model)
