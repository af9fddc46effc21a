"""Figures that count nothing: days of months, years, times of day, numbers of houses."""

import re
from collections.abc import Sequence

from llmextract.article.numbers.digits import Amount
from llmextract.article.numbers.tokens import Token, is_tight, text_at
from llmextract.article.numbers.units import read_unit
from llmextract.article.times.words import MONTHS, SHORT_MONTHS

_MONTHS = MONTHS.keys() | SHORT_MONTHS.keys()
_CLOCK = frozenset("am pm gmt utc est edt bst hrs noon midnight".split())
_STREETS = frozenset(
    "street avenue road boulevard lane drive square place st ave rd blvd terrace".split()
)
# A year, unless its digits are grouped: "in 2015"; "of 2015 fighters" counts them.
_YEAR_BEFORE = frozenset("in since until till during early mid year spring summer autumn".split())
_MAY_BE_YEAR_BEFORE = frozenset("from to by before after of for through late fall winter".split())
_ERAS = frozenset("ad bc bce ce".split())
_AFTER_YEAR = frozenset(
    "the a an and or but when to until through as with he she it they we this that in on at for"
    " by is was were has had after before which who while".split()
)
# "The 2015 bombing": who counts two thousand things writes a comma.
_BEFORE_YEAR_OF = frozenset("the a an this his her its their our my".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_JOINTS = frozenset(("-", "to", "through", "until", "and", "or"))


def date_end(tokens: Sequence[Token], at: int, amount: Amount) -> int | None:
    """The token after a figure that counts nothing, or None where it may count."""
    if (text_at(tokens, amount.end) == "-" and _is_year_number(tokens, at)) and (
        is_tight(tokens, amount.end + 1) and _YEAR.fullmatch(tokens[amount.end + 1].text)
    ):
        return amount.end + 2  # 1990-2000
    if (last := _second_day(tokens, at, amount)) is not None:
        return last
    return amount.end if _is_date_or_clock(tokens, at, amount) else None


def _second_day(tokens: Sequence[Token], at: int, amount: Amount) -> int | None:
    """The token after the second of two days or hours: "March 5-7", "10 to 12 March", "2-4 pm"."""
    joint, second = text_at(tokens, amount.end), amount.end + 1
    if joint not in _DAY_JOINTS or not (_is_day(tokens, at) and _is_day(tokens, second)):
        return None
    end = second + 1
    if _is_month(tokens, end + (text_at(tokens, end) == "of")):
        return end
    if joint not in ("and", "or") or _is_clock(tokens, end):
        return end if _is_clock(tokens, end) or _ends_month(tokens, at - 1) else None
    # "On March 5 and 6", but "on March 5 and 6 people died" may count.
    closes = end >= len(tokens) or tokens[end].kind != "word" or tokens[end].text in _AFTER_YEAR
    return end if closes and _ends_month(tokens, at - 1) else None


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    words = text_at(tokens, at)
    return words.isdecimal() and len(words) < 3 and 1 <= int(words) <= 31


def _is_date_or_clock(tokens: Sequence[Token], at: int, amount: Amount) -> bool:
    end = amount.end
    if tokens[at].kind != "numeral" or amount.value is None:
        return False
    if _is_year(tokens, at, end) or _is_address(tokens, end) or _is_ancient(tokens, end):
        return True
    if _is_decade(tokens, end, amount) or _is_note(tokens, at, end):
        return True
    after = text_at(tokens, end)
    if _is_clock(tokens, end):
        return True
    if (after, text_at(tokens, end + 1)) == ("o", "'"):
        return True
    if _is_short_year(tokens, at, end):
        return True
    if 1 <= amount.value <= 31:
        return _is_month(tokens, end + (after == "of")) or _ends_month(tokens, at - 1)
    if not 1000 <= amount.value <= 2100 or len(tokens[at].text) != 4:
        return False
    # "November 2024", "November 27, 2024"
    day = at - 2 if text_at(tokens, at - 1) == "," else at - 1
    is_day = day > 0 and tokens[day].kind == "numeral" and len(tokens[day].text) < 3
    return _ends_month(tokens, at - 1) or (is_day and _ends_month(tokens, day - 1))


def _is_ancient(tokens: Sequence[Token], end: int) -> bool:
    """Whether an era follows: "264 BC", "575 B.C."."""
    if end >= len(tokens) or not tokens[end].capital:
        return False
    dotted = [token.text for token in tokens[end : end + 3]] in (["b", ".", "c"], ["a", ".", "d"])
    return tokens[end].text in _ERAS or dotted


def _is_decade(tokens: Sequence[Token], end: int, amount: Amount) -> bool:
    """Whether a genitive makes years of the figure: "the 80's"."""
    if amount.value is None or amount.value % 10:
        return False
    return text_at(tokens, end) == "'" and text_at(tokens, end + 1) == "s" and is_tight(tokens, end)


def _is_note(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the figure is the number of a note: "left Dorva.[3]"."""
    return (text_at(tokens, at - 1), text_at(tokens, end)) == ("[", "]") and is_tight(
        tokens, at - 1
    )


def _is_clock(tokens: Sequence[Token], end: int) -> bool:
    after = text_at(tokens, end)
    return after in _CLOCK or (
        after in ("a", "p") and text_at(tokens, end + 1) == "." and text_at(tokens, end + 2) == "m"
    )


def _is_short_year(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether two digits close a date: "27 Nov 88", not "on 27 Nov 88 guerrillas"."""
    closes = end == len(tokens) or tokens[end].kind == "mark"
    is_dated = at > 1 and _ends_month(tokens, at - 1) and tokens[at - 2].kind == "numeral"
    return closes and is_dated and len(tokens[at].text) == 2


def _is_year_number(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].glue != "tight" and _YEAR.fullmatch(tokens[at].text) is not None


def _is_year(tokens: Sequence[Token], at: int, end: int) -> bool:
    if end != at + 1 or not at or not _is_year_number(tokens, at):
        return False
    before, after = tokens[at - 1].text, tokens[end] if end < len(tokens) else None
    possessive = before == "s" and text_at(tokens, at - 2) == "'"
    of_what = (
        after is not None and after.kind == "word" and (before in _BEFORE_YEAR_OF or possessive)
    )
    if before in _YEAR_BEFORE or of_what:
        return read_unit(tokens, end) is None
    apart = after is None or after.kind == "mark" or after.text in _AFTER_YEAR
    # "In 2008 and 2012."
    joined = before in ("and", "or", ",") and _is_year_number(tokens, at - 2)
    may_be = before in _MAY_BE_YEAR_BEFORE or joined
    return may_be and apart and text_at(tokens, end) not in ("-", "%")


def _is_address(tokens: Sequence[Token], end: int) -> bool:
    """Whether the figure numbers a house: "10 Downing Street"."""
    for step in range(end, min(end + 4, len(tokens))):
        if not tokens[step].capital or tokens[step].glue != "space":
            return False
        if tokens[step].text in _STREETS:
            return step > end
    return False


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    return text_at(tokens, at) in _MONTHS and tokens[at].capital


def _ends_month(tokens: Sequence[Token], at: int) -> bool:
    return _is_month(tokens, at - 1 if text_at(tokens, at) == "." else at)
