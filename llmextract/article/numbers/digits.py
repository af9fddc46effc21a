"""Figures in digits, with the scale or the ordinal ending that belongs to them.

A figure of more than one reading ("1,5", "3.000", "20m" of people or of way) is unreadable as a
whole: no part of it is offered, because a part of a figure is a wrong figure.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from llmextract.article.numbers.scores import closes_score, is_score
from llmextract.article.numbers.tokens import (
    CURRENCY_SIGNS,
    Token,
    follows,
    is_part_of_word,
    is_tight,
    next_text,
    text_at,
)
from llmextract.article.numbers.units import is_amount_of

AmountKind = Literal["count", "indefinite", "fraction", "ordinal", "unreadable", "skipped"]


@dataclass(frozen=True, slots=True)
class Amount:
    """What a numeral states; `end` is the token after it, `scale` its last multiplier."""

    kind: AmountKind
    end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)


SCALES = {
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
MULTIPLIERS = SCALES | {"hundred": Decimal(100), "dozen": Decimal(12)}
_AFTER_DIGITS = (
    MULTIPLIERS
    | {word + "s": SCALES[word] for word in ("lakh", "million", "crore", "billion", "trillion")}
    | {"bn": SCALES["billion"], "tn": SCALES["trillion"], "trn": SCALES["trillion"]}
    | {"mn": SCALES["million"], "mln": SCALES["million"], "mio": SCALES["million"]}
)
# "20m" is twenty million only where it is money; elsewhere it may be metres.
_AFTER_MONEY = {"m": SCALES["million"], "b": SCALES["billion"], "t": SCALES["trillion"]} | {
    "cr": SCALES["crore"]
}
_OPENING = CURRENCY_SIGNS | {"(", "["}
_VULGAR = {char: Decimal(repr(unicodedata.numeric(char))) for char in "¼½¾⅓⅔⅛"}

_WHOLE = re.compile(r"\d{1,15}")
_DECIMAL = re.compile(r"\d{1,15}\.\d{1,6}")
_GROUPED = re.compile(r"\d{1,3}([,'\u00a0])\d{3}(?:\1\d{3}){0,4}(?:\.\d{1,6})?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2}){1,5},\d{3}")
# "3.000" is three thousand at one desk and three at another; "1.125 million" is neither.
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def read_digits(tokens: Sequence[Token], at: int, *, bound: bool = False) -> Amount:
    """Read the figure at a token of digits; the `bound` of a range may stand behind a hyphen."""
    end = at + 1
    if is_part_of_word(tokens, at) and not bound:
        return Amount("skipped", end)
    words = tokens[at].text
    if is_score(tokens, at) or closes_score(tokens, at):
        return Amount("count", end, Decimal(words), Decimal(words), Decimal(words))
    if len(words) > 1 and words[0] == "0" and not words.startswith("0."):
        while end < len(tokens) and tokens[end].kind == "numeral" and tokens[end].glue == "space":
            end += 1  # 020 7946 0958
        return Amount("skipped", end)  # 0400 GMT, agent 007
    if not bound and _is_cut_off(tokens, at):
        return Amount("unreadable", end)
    value = _value(words)
    tail = _tail(tokens, at)
    if value is None or tail.kind in ("unreadable", "skipped"):
        return replace(tail, kind="skipped" if tail.kind == "skipped" else "unreadable")
    if _DOTTED.fullmatch(words) and tail.scale == 1 and not _is_percent(tokens, tail.end):
        return Amount("unreadable", tail.end)
    if tail.kind == "ordinal":
        return replace(tail, value=value, low=value, high=value)
    value = (tail.value if tail.value is not None else value + (tail.low or 0)) * tail.scale
    return replace(tail, value=value, low=value, high=value)


def _value(words: str) -> Decimal | None:
    if _WHOLE.fullmatch(words) or _DECIMAL.fullmatch(words):
        return Decimal(words)
    if _GROUPED.fullmatch(words) or _INDIAN.fullmatch(words):
        return Decimal(re.sub(r"[,'\u00a0]", "", words))
    return None


def _is_percent(tokens: Sequence[Token], at: int) -> bool:
    return text_at(tokens, at) == "%" or next_text(tokens, at) in ("percent", "per", "percentage")


def _is_cut_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark before the digits makes them another figure: -5, .5, '94, 9/11, 1·5."""
    if not is_tight(tokens, at):
        return False
    before = tokens[at - 1]
    opens = before.glue != "tight"
    if before.text == "'":
        return opens and len(tokens[at].text) == 2
    if before.text in ("-", "."):
        return opens or text_at(tokens, at - 2) in _OPENING  # $.99, (-12)
    inside = not opens and at > 1 and tokens[at - 2].kind == "numeral"
    return inside and before.text not in '()[];"“”—' and before.text not in CURRENCY_SIGNS


def _tail(tokens: Sequence[Token], at: int) -> Amount:
    """What belongs to the digits: a `scale`, `low` to add to them, or a `value` in their place."""
    end = at + 1
    money = at > 0 and tokens[at - 1].text in CURRENCY_SIGNS
    money = money or "rs" in (text_at(tokens, at - 1), text_at(tokens, at - 2))
    if at > 2 and tokens[at - 1].text == "-" and tokens[at - 2].kind == "numeral":
        money = tokens[at - 3].text in CURRENCY_SIGNS  # "$500-600m"
    after = text_at(tokens, end)
    if is_tight(tokens, end):
        if after in ("st", "nd", "rd", "th"):
            if after == "st" and text_at(tokens, end + 1)[:1].isdecimal():
                return Amount("unreadable", end + 2)  # 12st 4lb
            return Amount("ordinal" if _has_ending(tokens[at].text, after) else "skipped", end + 1)
        if after in _VULGAR:
            return replace(_scaled(tokens, end + 1), low=_VULGAR[after])
        if after == "k" or after in _AFTER_DIGITS:
            scale = _AFTER_DIGITS.get(after, SCALES["thousand"])
            return _scaled(tokens, end + 1, scale)
        strung = after in ("/", ":", "^") and is_tight(tokens, end + 1)
        if strung and tokens[end + 1].kind == "numeral":
            return Amount("unreadable", end + 2)  # 9/11, 10:30
    if after == "m" and is_tight(tokens, end) and is_amount_of(tokens, end + 1):
        return Amount("count", end + 1, scale=_AFTER_MONEY[after])  # 12m tonnes
    if after in _AFTER_MONEY and tokens[end].glue != "break" and (money or after == "m"):
        return Amount("count" if money else "unreadable", end + 1, scale=_AFTER_MONEY[after])
    if end < len(tokens) and tokens[end].kind == "numeral" and tokens[end].glue == "space":
        return _spaced(tokens, at)
    if after == "and" and [t.text for t in tokens[end + 1 : end + 3]] == ["a", "half"]:
        return replace(_scaled(tokens, end + 3), low=Decimal("0.5"))
    return _scaled(tokens, end)


def _has_ending(digits: str, ending: str) -> bool:
    teen = digits[-2:-1] == "1"
    return ending == ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th"))


def _scaled(tokens: Sequence[Token], end: int, scale: Decimal = Decimal(1)) -> Amount:
    """Scale words after digits: "2 hundred thousand", "1.5 million"."""
    last = Decimal(0)
    while scale == 1 or last:
        step = follows(tokens, end)
        factor = _AFTER_DIGITS.get(text_at(tokens, step), Decimal(0))
        if step is None or factor <= last or (factor == 12 and last):
            break
        scale, last, end = scale * factor, factor, step + 1
    # "1 million 200 thousand", "2 million hundred": one figure, no part of which is true.
    rest = next_text(tokens, end)
    if rest in MULTIPLIERS or (
        scale >= 100 and rest[:1].isdecimal() and text_at(tokens, end) != "-"
    ):
        return Amount("unreadable", end + 1)
    return Amount("count", end, scale=scale)


def _spaced(tokens: Sequence[Token], at: int) -> Amount:
    """Digits, a plain space, digits: one figure only where two would be nonsense ("20 000")."""
    end = at + 1
    if text_at(tokens, end + 1) == "/" and is_tight(tokens, end + 1) and is_tight(tokens, end + 2):
        return Amount("unreadable", end + 3)  # 2 1/2
    if re.fullmatch(r"\d{3}[.,]\d{1,2}", tokens[end].text):
        return Amount("unreadable", end + 1)  # 10 000,50
    while end < len(tokens) and tokens[end].glue == "space" and len(tokens[end].text) == 3:
        if not tokens[end].text.isdecimal():
            break
        end += 1
    groups = [token.text for token in tokens[at:end]]
    if len(groups) == 1 or not re.fullmatch(r"\d{1,3}", groups[0]):
        return Amount("count", at + 1)
    if len(groups) > 6 or (len(groups) == 2 and groups[1] != "000"):
        return Amount("unreadable", end)  # "November 27 605 died"
    return replace(_scaled(tokens, end), value=Decimal("".join(groups)))
