"""Number expressions of a text: figures with their modifiers, units and ranges, readable or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from llmextract.article.numbers.dates import date_end
from llmextract.article.numbers.digits import Amount
from llmextract.article.numbers.modifiers import Modifier, read_modifiers, read_trailing
from llmextract.article.numbers.quantity import Comparator, Quantity
from llmextract.article.numbers.tokens import CURRENCY_SIGNS, Token, follows, is_tight, text_at
from llmextract.article.numbers.units import (
    are_conversions,
    is_length,
    is_time,
    read_currency,
    read_unit,
)
from llmextract.article.numbers.words import COMPOUNDS, OPENERS, read_amount, read_cardinal


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens `start` to `end` and what they state; `quantity` is None where they are unreadable.

    A label is the number of something ("Brigade 87"), which counts nothing.
    """

    start: int
    end: int
    quantity: Quantity | None
    role: Literal["count", "ordinal", "label"] = "count"


@dataclass(frozen=True, slots=True)
class _Measured:
    amount: Amount
    start: int
    end: int
    unit: str | None


_DESIGNATORS = frozenset(
    "brigade division regiment battalion corps resolution route flight article chapter"
    " section channel highway league force zone no nos number room page phase apollo"
    " boeing airbus formula group unit grade level category type mark part volume episode"
    " paragraph clause rule act".split()
)
# As nouns these name by number only where they are written as names: "Area 51", "Title 42".
_NAMED = frozenset(
    "area title windows iphone playstation camp sector block pier line bus track ward district"
    " precinct checkpoint protocol proposition amendment form table figure class stage round game"
    " day week series season version model tier terminal tower building annex appendix interstate"
    " exit platform gate bridge hill point post base station precinct unit hall".split()
)
# Behind these, "20 to 605" is a step from one figure to another, not a range.
_CHANGES = frozenset(
    "from rose rise risen rises fell fall fallen falls up down climbed dropped gained"
    " lost added jumped increased decreased grew declined won lose win beat leads led lead"
    " ahead score".split()
)
_LARGEST_BY_RATIO = 3
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
    first = _measure(tokens, at, amount, floor)
    if first is None or _is_split_compound(tokens, amount):
        return Expression(at, amount.end, None)
    if amount.kind == "count":
        if text_at(tokens, first.start - 1) == "or" and text_at(tokens, at - 3) in ("a", "an"):
            return Expression(first.start, first.end, None)  # "a day or two"
        ranged = _read_range(tokens, at, first, floor)
        if ranged is not None:
            return ranged
    joined = _proportion_end(tokens, first) or _sum_end(tokens, first)
    if joined is not None:
        return Expression(first.start, joined, None)
    if tokens[at].kind == "word" and _hangs_on(tokens, first):
        return None
    role: Literal["count", "label"] = "label" if _is_label(tokens, first) else "count"
    return _modified(tokens, first, floor, role)


def _measure(tokens: Sequence[Token], at: int, amount: Amount, floor: int) -> _Measured | None:
    """Join an amount to its currency or its unit; None where other letters run into the figure."""
    end = amount.end
    currency = read_currency(tokens, at) if at > floor else None
    if currency is not None:
        unit, start = currency
        return None if unit is None or start < floor else _Measured(amount, start, end, unit)
    # "half a kilometer", "three quarters of an hour"
    part = end + (text_at(tokens, end) == "of")
    if amount.kind == "fraction" and text_at(tokens, part) in ("a", "an"):
        measure = read_unit(tokens, part + 1)
    else:
        # "hundreds of billions of dollars", "a couple of days"
        measure = read_unit(tokens, part if amount.kind == "indefinite" else end)
    if measure is not None:
        return _Measured(amount, at, measure[1], measure[0])
    attached = is_tight(tokens, end) and tokens[end].kind == "word"
    return None if attached else _Measured(amount, at, end, None)


def _read_range(
    tokens: Sequence[Token], at: int, first: _Measured, floor: int
) -> Expression | None:
    """Read "5 to 7", "10-20", "two or three", "between 10 and 20"; None where there is no range."""
    between = first.start > floor and text_at(tokens, first.start - 1) == "between"
    if between:
        return _read_between(tokens, at, first, floor)
    joint = _range_joint(tokens, first.end)
    second = _second_bound(tokens, joint[1]) if joint else None
    if joint is not None and joint[0] == "-" and second is None:
        # "700,000-1m", "555-0199": what begins such a string is no figure.
        strung = text_at(tokens, joint[1])[:1].isdecimal()
        # "1-in-100", "2-for-1"
        odds = text_at(tokens, joint[1] + 1) == "-" and text_at(tokens, joint[1] + 2).isdecimal()
        end = joint[1] + (3 if odds else 1)
        return Expression(first.start, end, None) if strung or odds else None
    if joint is None or second is None:
        return None
    if joint[0] == "-" and second.amount.end == joint[1] + 1 and tokens[joint[1]].capital:
        return Expression(first.start, second.end, None)  # 7-Eleven
    bounds = _bounds(first, second)
    if (chained := _chain_end(tokens, second.end)) > second.end:
        return Expression(first.start, chained, None)
    if joint[0] != "-" and (bounds is None or _is_step(tokens, first, bounds)):
        # Two figures, each of them whole, unless the second lends the first its scale or unit:
        # "12 percent to $3 billion" are two, since dollars lend a percentage nothing.
        scaled = second.amount.scale > first.amount.scale and first.unit in (None, second.unit)
        lends = scaled or (second.unit and not first.unit)
        if lends or _is_doubtful(first, second) or are_conversions(first.unit, second.unit):
            return Expression(first.start, second.end, None)
        return None
    if bounds is None or _is_label(tokens, first):
        return Expression(first.start, second.end, None)
    modifiers, start = read_modifiers(tokens, first.start, floor, is_time=is_time(second.unit))
    if modifiers and modifiers[-1] == "within":
        modifiers, start = [], first.start
    if any(one not in ("exactly", "about") for one in modifiers):
        return Expression(start, second.end, None)
    return Expression(start, second.end, _between(bounds, first.unit or second.unit))


def _chain_end(tokens: Sequence[Token], end: int) -> int:
    """The end of digits strung together behind a range: a date, a telephone number."""
    while text_at(tokens, end) in ("-", "/", ":") and is_tight(tokens, end + 1):
        if tokens[end + 1].kind != "numeral":
            break
        end += 2
    return end


def _is_step(tokens: Sequence[Token], first: _Measured, bounds: tuple[Decimal, Decimal]) -> bool:
    """Whether "A to B" goes from one figure to another: "rose from 10 to 20", "by 20 to 605"."""
    before = text_at(tokens, first.start - 1)
    if before == "from":
        return text_at(tokens, first.start - 2) not in ("ranging", "ranges", "range", "anywhere")
    return before in _CHANGES or (before == "by" and bounds[1] > _LARGEST_BY_RATIO * bounds[0])


def _read_between(
    tokens: Sequence[Token], at: int, first: _Measured, floor: int
) -> Expression | None:
    """Read "between A and B", A as short as can be: "between one hundred and two hundred"."""
    shorter = read_cardinal(tokens, at) if tokens[at].kind == "word" else None
    for near in (_measure(tokens, at, shorter, floor) if shorter else None, first):
        if near is None:
            continue
        joint = text_at(tokens, near.end)
        if joint not in ("and", "to", "-"):
            continue
        far = _second_bound(tokens, near.end + 1)
        bounds = _bounds(near, far) if far else None
        goes_on = far and text_at(tokens, far.end) == "and" and _second_bound(tokens, far.end + 1)
        if far and bounds and not (goes_on and near is not first):
            return Expression(near.start - 1, far.end, _between(bounds, near.unit or far.unit))
        if far and near is first:
            return Expression(near.start - 1, far.end, None)
    return None


def _range_joint(tokens: Sequence[Token], end: int) -> tuple[str, int] | None:
    """The word or the dash behind a first bound, and the token where the second may start."""
    text = text_at(tokens, end)
    if text in ("-", "—") and is_tight(tokens, end):
        if text_at(tokens, end + 1) in ("to", "or"):  # "10- to 15-day", "10-to-15"
            if text_at(tokens, end + 2) == "-" and is_tight(tokens, end + 2):
                return "-", end + 3
            return text_at(tokens, end + 1), end + 2
        return ("-", end + 1) if is_tight(tokens, end + 1) else None
    if text in ("to", "or") and tokens[end].glue == "space":
        return text, end + 1
    return None


def _second_bound(tokens: Sequence[Token], at: int) -> _Measured | None:
    at += text_at(tokens, at) in CURRENCY_SIGNS
    if at >= len(tokens) or tokens[at].glue == "break":
        return None
    amount = read_amount(tokens, at, bound=True)
    return (
        _measure(tokens, at, amount, 0) if amount is not None and amount.kind == "count" else None
    )


def _bounds(first: _Measured, second: _Measured) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range, if they make one: "5 to 7 million" starts at five million."""
    low, high = first.amount.value, second.amount.value
    if low is None or high is None or (first.unit and first.unit != second.unit and second.unit):
        return None
    scale = second.amount.scale
    if _is_doubtful(first, second):
        return None
    if first.unit and not second.unit and not first.start < first.amount.end - 1:
        return None
    if scale > 1 and first.amount.scale == 1 and low < 1000:
        if low < high / scale:
            low *= scale
        elif scale > 100:
            return None  # "500 to 1 million": of what?
    return (low, high) if low < high else None


def _is_doubtful(first: _Measured, second: _Measured) -> bool:
    """Whether "20 to 30,000" may start at twenty thousand, or "2011 and 2018" be years."""
    low, high = first.amount.value or 0, second.amount.value or 0
    if first.amount.scale * second.amount.scale != 1 or first.end > first.start + 1:
        return False
    years = 1900 <= low < high <= 2099 and second.unit is None
    return years or (not high % 1000 and 0 < low < min(1000, high / 1000))


def _between(bounds: tuple[Decimal, Decimal], unit: str | None) -> Quantity:
    return Quantity(low=plain(bounds[0]), high=plain(bounds[1]), comparator="between", unit=unit)


def _proportion_end(tokens: Sequence[Token], first: _Measured) -> int | None:
    """The end of two figures that make a share: "one in five", "three out of ten"."""
    joint = text_at(tokens, first.end)
    out = joint == "out" and text_at(tokens, first.end + 1) == "of"
    if joint == "per" and (rate := _second_bound(tokens, first.end + 1)):
        return rate.end
    if first.unit is not None or not (out or joint in ("in", "of")):
        return None
    base = first.end + 1 + out
    every = joint != "of" and text_at(tokens, base) == "every"
    second = _second_bound(tokens, base + every)
    if second is None:
        return None
    if first.amount.kind == "fraction":
        return second.end if joint == "of" else None
    if first.amount.kind != "count" or second.unit is not None:
        return None
    rounds = second.amount.value in (10, 100, 1000)
    is_share = out or every or rounds or (joint == "in" and first.amount.value == 1)
    return second.end if is_share else None


def _sum_end(tokens: Sequence[Token], first: _Measured) -> int | None:
    """The end of two figures that add up to one: "two hours and 30 minutes", "6 feet 2 inches"."""
    if first.unit is None:
        return None
    if first.unit == "feet" and text_at(tokens, first.end)[:1].isdecimal():
        return first.end + 1  # 6ft 2in
    rest_of_time = is_time(first.unit) and text_at(tokens, first.start - 1) == "and"
    if rest_of_time and _ends_time(tokens, first.start - 2):
        return first.end
    second = _second_bound(tokens, first.end + (text_at(tokens, first.end) == "and"))
    if second is None or second.start < first.end:
        return None
    return second.end if are_conversions(first.unit, second.unit) else None


def _ends_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit of time without a figure stands here: "an hour and 45 minutes"."""
    unit = read_unit(tokens, at) if at > 0 and tokens[at].kind == "word" else None
    return unit is not None and is_time(unit[0])


def _hangs_on(tokens: Sequence[Token], first: _Measured) -> bool:
    """Whether a hyphen ties the number word to a word that it does not count: two-way, one-off."""
    hyphen = (
        first.unit is None and text_at(tokens, first.end) == "-" and is_tight(tokens, first.end)
    )
    after = text_at(tokens, follows(tokens, first.end)) if hyphen else ""
    return after.isalpha() and after not in COMPOUNDS


def _is_split_compound(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether "five hundred-pound bombs" may be five bombs."""
    last = tokens[amount.end - 1]
    if amount.scale == 1 or last.kind != "word" or last.glue != "space":
        return False
    after = text_at(tokens, amount.end + 1)
    hyphen = text_at(tokens, amount.end) == "-" and is_tight(tokens, amount.end)
    return hyphen and after not in ("plus", "odd") and not after[:1].isdecimal()


def _is_label(tokens: Sequence[Token], first: _Measured) -> bool:
    before = text_at(tokens, first.start - 1)
    if before == "." and text_at(tokens, first.start - 2) in ("no", "nos"):
        return True
    if before in ("#", "per"):
        return True
    if before in _NAMED and tokens[first.start - 1].capital and first.unit is None:
        return True
    return first.start > 0 and tokens[first.start].glue != "break" and before in _DESIGNATORS


def _modified(
    tokens: Sequence[Token], first: _Measured, floor: int, role: Literal["count", "label"]
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
        if first.unit is None and (measure := read_unit(tokens, end)):
            first = _Measured(first.amount, first.start, measure[1], measure[0])
            end = measure[1]
    bounding: set[Modifier] = {one for one in modifiers if one != "exactly"}
    if len(bounding) > 1 and "about" in bounding:
        bounding.discard("about")
    if len(bounding) > 1 or "unclear" in bounding or text_at(tokens, start - 1) in ("not", "nor"):
        return Expression(start, end, None)
    return Expression(start, end, _stated(first, bounding.pop() if bounding else "exactly"))


def _stated(first: _Measured, modifier: Modifier) -> Quantity | None:
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


def plain(value: Decimal | None) -> int | float | None:
    """A decimal as a whole number where it is one, else as a float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
