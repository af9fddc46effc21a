"""Words whose figure is the number of something: "Brigade 87", "Boeing 747", "Area 51"."""

from collections.abc import Sequence

from llmextract.article.numbers.tokens import Token, text_at

_DESIGNATORS = frozenset(
    "brigade division regiment battalion corps squadron resolution route flight article chapter"
    " section channel highway league force zone no nos number room page phase apollo"
    " boeing airbus formula group unit grade level category type mark part volume episode"
    " paragraph clause rule act".split()
)
# As nouns these name by number only where they are written as names: "Area 51", "Title 42".
_NAMED = frozenset(
    "area title windows iphone playstation camp sector block pier line bus track ward district"
    " precinct checkpoint protocol proposition amendment form table figure class stage round game"
    " day week series season version model tier terminal tower building annex appendix interstate"
    " exit platform gate bridge hill point post base station precinct unit hall mi mig su".split()
)


def is_numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before index `at` always goes by its number: "Brigade 87"."""
    return at > 0 and tokens[at].glue != "break" and text_at(tokens, at - 1) in _DESIGNATORS


def goes_by_numbers(word: str) -> bool:
    """Whether what a plural is of always goes by its number: "pages", "sections"."""
    return word.endswith("s") and word.removesuffix("s") in _DESIGNATORS | _NAMED


def is_named_by_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands before index `at` that goes by its number: "Area 51"."""
    return at > 0 and tokens[at - 1].capital and text_at(tokens, at - 1) in _NAMED
