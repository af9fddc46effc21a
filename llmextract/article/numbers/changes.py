"""Parts by which something changed: "rose by a fifth to $5 million"."""

from collections.abc import Sequence
from typing import Final

from llmextract.article.numbers.tokens import CURRENCY_SIGNS, Token, text_at

_NEARLY: Final = frozenset("nearly almost roughly".split())
_BY: Final = frozenset("by about around over than".split())
_CLOSING: Final = frozenset("in during since last this on over compared".split())


def is_change(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the part at `at` to `end` is how much a figure changed by.

    "A quarter" is a part of a point as well, unless it is nearly one: "cut by a quarter to 4".
    """
    before, after = text_at(tokens, at - 1), text_at(tokens, end)
    following = text_at(tokens, end + 1)
    to_figure = after in ("to", "from") and (
        following in CURRENCY_SIGNS or following[:1].isdecimal()
    )
    closes = after in _CLOSING or (end < len(tokens) and tokens[end].kind == "mark")
    if before in _NEARLY:
        return to_figure or closes
    if before == "by" and closes:
        return True
    return before in _BY and to_figure and not text_at(tokens, end - 1).startswith("quarter")
