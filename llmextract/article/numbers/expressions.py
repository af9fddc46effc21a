"""Number expressions of a text: figures with their modifiers, units and ranges, readable or not."""

from collections.abc import Sequence
from typing import Literal

from llmextract.article.numbers.dates import date_end
from llmextract.article.numbers.digits import Amount
from llmextract.article.numbers.measured import Expression, Measured, is_label, measure
from llmextract.article.numbers.modifiers import Modifier, read_modifiers, read_trailing
from llmextract.article.numbers.pairs import proportion_end, read_range, sum_end
from llmextract.article.numbers.quantity import Comparator, Quantity, plain
from llmextract.article.numbers.tokens import Token, follows, is_tight, text_at
from llmextract.article.numbers.units import is_graded, is_length, is_time, read_unit
from llmextract.article.numbers.words import COMPOUNDS, OPENERS, read_amount

_COMPARATORS: dict[Modifier, Comparator] = {
    "exactly": "exactly",
    "about": "about",
    "nearly": "about",
    "more_than": "more_than",
    "at_least": "at_least",
    "less_than": "less_than",
    "at_most": "at_most",
}


def scan(tokens: Sequence[Token]) -> list[Expression]:
    """Every number expression, readable or not; each token is passed once."""
    found: list[Expression] = []
    at = floor = 0
    while at < len(tokens):
        # Most words open none, and to ask them takes longer than all that is read.
        may_open = tokens[at].kind == "numeral" or tokens[at].text in OPENERS
        amount = read_amount(tokens, at) if may_open else None
        if amount is None:
            at += 1
            continue
        passed = amount.end if amount.kind == "skipped" else date_end(tokens, at, amount)
        if passed is not None:
            at = max(passed, at + 1)
            continue
        one = _read_expression(tokens, at, amount, floor)
        if one is not None:
            found.append(one)
        at = floor = one.end if one is not None else amount.end
    return found


def _read_expression(
    tokens: Sequence[Token], at: int, amount: Amount, floor: int
) -> Expression | None:
    if amount.kind == "unreadable":
        return Expression(at, amount.end, None)
    if amount.kind == "ordinal":
        number = plain(amount.value)
        return Expression(
            at, amount.end, Quantity(value=number, low=number, high=number), "ordinal"
        )
    first = measure(tokens, at, amount, floor)
    if first is None or _is_split_compound(tokens, amount) or _is_dangling(tokens, first):
        return Expression(at, amount.end, None)
    if [token.text for token in tokens[first.end : first.end + 2]] == ["below", "zero"]:
        return Expression(first.start, first.end + 2, None)
    if amount.kind == "count":
        if text_at(tokens, first.start - 1) == "or" and text_at(tokens, at - 3) in ("a", "an"):
            return Expression(first.start, first.end, None)  # "a day or two"
        ranged = read_range(tokens, at, first, floor)
        if ranged is not None:
            return ranged
    joined = proportion_end(tokens, first) or sum_end(tokens, first)
    if joined is not None:
        return Expression(first.start, joined, None)
    if tokens[at].kind == "word" and _hangs_on(tokens, first):
        return None
    role: Literal["count", "label"] = "label" if is_label(tokens, first) else "count"
    return _modified(tokens, first, floor, role)


def _hangs_on(tokens: Sequence[Token], first: Measured) -> bool:
    """Whether a hyphen ties the number word to a word that it does not count: two-way, one-off."""
    hyphen = (
        first.unit is None and text_at(tokens, first.end) == "-" and is_tight(tokens, first.end)
    )
    after = text_at(tokens, follows(tokens, first.end)) if hyphen else ""
    return after.isalpha() and after not in COMPOUNDS


def _is_dangling(tokens: Sequence[Token], first: Measured) -> bool:
    """Whether a later word says what it counts: "10- and 12-year-olds"."""
    if text_at(tokens, first.end) != "-" or not is_tight(tokens, first.end):
        return False
    return text_at(tokens, first.end + 1) in ("and", ",")


def _is_split_compound(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether "five hundred-pound bombs" may be five bombs."""
    last = tokens[amount.end - 1]
    if amount.scale == 1 or last.kind != "word" or last.glue != "space":
        return False
    after = text_at(tokens, amount.end + 1)
    hyphen = text_at(tokens, amount.end) == "-" and is_tight(tokens, amount.end)
    return hyphen and after not in ("plus", "odd") and not after[:1].isdecimal()


def _modified(
    tokens: Sequence[Token], first: Measured, floor: int, role: Literal["count", "label"]
) -> Expression:
    """Join a figure to the words around it that loosen or bound it."""
    if role == "label":
        return Expression(first.start, first.end, _stated(first, "exactly"), role)
    modifiers, start = read_modifiers(tokens, first.start, floor, is_time=is_time(first.unit))
    if modifiers and modifiers[0] == "within":
        reach = is_length(first.unit) or is_time(first.unit)
        modifiers[0] = "at_most" if reach else "exactly"
    end = first.end
    trailing = read_trailing(tokens, end)
    if trailing is not None:
        modifiers.append(trailing[0])
        end = trailing[1]
        if first.unit is None and (found := read_unit(tokens, end)):
            first = Measured(first.amount, first.start, found[1], found[0])
            end = found[1]
    bounding: set[Modifier] = {one for one in modifiers if one != "exactly"}
    if start > floor and tokens[start - 1].text == "near" and is_graded(first.unit):
        bounding.add("about")  # "near $70", but not "near 12 villages"
        start -= 1
    if len(bounding) > 1 and "about" in bounding:
        bounding.discard("about")
    if len(bounding) > 1 or "unclear" in bounding or text_at(tokens, start - 1) in ("not", "nor"):
        return Expression(start, end, None)
    return Expression(start, end, _stated(first, bounding.pop() if bounding else "exactly"))


def _stated(first: Measured, modifier: Modifier) -> Quantity | None:
    amount = first.amount
    comparator = _COMPARATORS[modifier]
    has_low = modifier in ("exactly", "more_than", "at_least")
    has_high = modifier in ("exactly", "less_than", "at_most", "nearly")
    if amount.kind == "indefinite":
        comparator = "indefinite"
        has_low, has_high = has_low or modifier == "about", has_high or modifier == "about"
    return Quantity(
        value=plain(amount.value),
        low=plain(amount.low) if has_low else None,
        high=plain(amount.high) if has_high else None,
        comparator=comparator,
        unit=first.unit,
    )
