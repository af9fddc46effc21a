"""Two figures that are one expression: ranges, shares and sums."""

from collections.abc import Sequence
from decimal import Decimal

from llmextract.article.numbers.measured import Expression, Measured, is_label, measure
from llmextract.article.numbers.modifiers import read_modifiers
from llmextract.article.numbers.quantity import Quantity, plain
from llmextract.article.numbers.scores import is_score, may_be_score
from llmextract.article.numbers.tokens import CURRENCY_SIGNS, Token, is_tight, text_at
from llmextract.article.numbers.units import are_conversions, is_money, is_part, is_time, read_unit
from llmextract.article.numbers.words import read_amount, read_cardinal

_PREPOSITIONS = frozenset("in at on by of for from with after before since during over".split())
# Behind these, "20 to 605" is a step from one figure to another, not a range.
_CHANGES = frozenset(
    "from rose rise risen rises fell fall fallen falls up down climbed dropped gained"
    " lost added jumped increased decreased grew declined won lose win beat leads led lead"
    " ahead score".split()
)
_MOVES = frozenset(
    "rose rise risen rises fell fall fallen falls up down climbed climbs dropped drops gained gains"
    " lost added adds jumped jumps slipped slips slid sank dipped".split()
)
_RANGING = frozenset("ranging ranges ranged range anywhere varying varies varied".split())
_LARGEST_BY_RATIO = 3
_LARGEST_SHARE = 10
# Before "two in five" these leave no room for "killed two in five attacks".
_SHARE_OPENERS = frozenset("that about nearly almost roughly around".split())


def read_range(tokens: Sequence[Token], at: int, first: Measured, floor: int) -> Expression | None:
    """Read "5 to 7", "10-20", "two or three", "between 10 and 20"; None where there is no range."""
    between = first.start > floor and text_at(tokens, first.start - 1) == "between"
    if between:
        return _read_between(tokens, at, first, floor)
    if may_be_score(tokens, first.start):
        return Expression(first.start, first.end + 2, None)
    return None if is_score(tokens, first.start) else _read_joined(tokens, first, floor)


def _read_joined(tokens: Sequence[Token], first: Measured, floor: int) -> Expression | None:
    """Read a range whose ends "to", "or" or a hyphen joins."""
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
    if joint[0] != "-" and (bounds is None or _is_step(tokens, first, second, bounds)):
        # Two figures, each of them whole, unless the second lends the first its scale or unit:
        # "12 percent to $3 billion" are two, since dollars lend a percentage nothing.
        scaled = second.amount.scale > first.amount.scale and first.unit in (None, second.unit)
        lends = scaled or (second.unit and not first.unit)
        if lends and text_at(tokens, first.start - 1) == "from":
            return Expression(first.start, first.end, None)  # where it went to is plain
        odds = joint[0] == "to" and bounds is None and second.amount.value == 1
        doubtful = odds or _is_doubtful(first, second)
        # "Fell 12 cents to $34.50" has two figures.
        changed = joint[0] == "to" and text_at(tokens, first.start - 1) in _MOVES
        if lends or doubtful or (not changed and are_conversions(first.unit, second.unit)):
            return Expression(first.start, second.end, None)
        return None
    # "Cut by 10,000 to 20,000" may be a step.
    by = joint[0] == "to" and second.unit is None and text_at(tokens, first.start - 1) == "by"
    if by or bounds is None or is_label(tokens, first):
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


def _is_step(
    tokens: Sequence[Token], first: Measured, second: Measured, bounds: tuple[Decimal, Decimal]
) -> bool:
    """Whether "A to B" goes from one figure to another: "rose from 10 to 20", "by 20 to 605"."""
    before = text_at(tokens, first.start - 1)
    if before == "from":
        before = text_at(tokens, first.start - 2)
        return before not in _RANGING and not (
            before in ("", ".") and _is_counted(tokens, second.end)
        )
    return before in _CHANGES or (before == "by" and bounds[1] > _LARGEST_BY_RATIO * bounds[0])


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is counted here and nothing changes: "From 100 to 150 men attacked"."""
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].text in _PREPOSITIONS:
        return False
    for token in tokens[at:]:
        if token.text in ".,;":
            return token.text != ","
        if token.text in _CHANGES:
            return False
    return True


def _read_between(
    tokens: Sequence[Token], at: int, first: Measured, floor: int
) -> Expression | None:
    """Read "between A and B", A as short as can be: "between one hundred and two hundred"."""
    shorter = read_cardinal(tokens, at) if tokens[at].kind == "word" else None
    for near in (measure(tokens, at, shorter, floor) if shorter else None, first):
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


def _second_bound(tokens: Sequence[Token], at: int) -> Measured | None:
    at += text_at(tokens, at) in CURRENCY_SIGNS
    if at >= len(tokens) or tokens[at].glue == "break":
        return None
    amount = read_amount(tokens, at, bound=True)
    return measure(tokens, at, amount, 0) if amount is not None and amount.kind == "count" else None


def _bounds(first: Measured, second: Measured) -> tuple[Decimal, Decimal] | None:
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


def _is_doubtful(first: Measured, second: Measured) -> bool:
    """Whether "20 to 30,000" may start at twenty thousand, or "2011 and 2018" be years."""
    low, high = first.amount.value or 0, second.amount.value or 0
    if first.amount.scale * second.amount.scale != 1 or first.end > first.start + 1:
        return False
    years = 1900 <= low < high <= 2099 and second.unit is None
    return years or (not high % 1000 and 0 < low < min(1000, high / 1000))


def _between(bounds: tuple[Decimal, Decimal], unit: str | None) -> Quantity:
    return Quantity(low=plain(bounds[0]), high=plain(bounds[1]), comparator="between", unit=unit)


def proportion_end(tokens: Sequence[Token], first: Measured) -> int | None:
    """The end of two figures that make a share: "one in five", "three out of ten"."""
    joint = text_at(tokens, first.end)
    out = joint == "out" and text_at(tokens, first.end + 1) == "of"
    if joint == "per" and (rate := _second_bound(tokens, first.end + 1)):
        return rate.end
    base = first.end + 1 + out
    every = text_at(tokens, base) == "every"
    if first.unit is not None or not (out or joint in ("in", "of") or (every and joint == "for")):
        return None
    second = _second_bound(tokens, base + every)
    if second is None:
        return None
    if first.amount.kind == "fraction":
        return second.end if joint == "of" else None
    if first.amount.kind != "count" or second.unit is not None:
        return None
    rounds = second.amount.value in (10, 100, 1000)
    is_share = out or every or rounds
    if joint == "in" and not is_share:
        is_share = first.amount.value == 1 or _opens_share(tokens, first, second)
    return second.end if is_share else None


def _opens_share(tokens: Sequence[Token], first: Measured, second: Measured) -> bool:
    """Whether "two in five" opens its clause, so that it is the share that something holds for."""
    low, high = first.amount.value or 0, second.amount.value or 0
    before = tokens[first.start - 1] if first.start else None
    opens = before is None or before.kind == "mark" or before.text in _SHARE_OPENERS
    return opens and low < high <= _LARGEST_SHARE


def sum_end(tokens: Sequence[Token], first: Measured) -> int | None:
    """The end of two figures that add up to one: "two hours and 30 minutes", "6 feet 2 inches"."""
    if first.unit is None:
        rest = _second_bound(tokens, first.end + 1)
        stones = text_at(tokens, first.end) == "stone" and rest is not None
        return rest.end if stones and rest and rest.unit == "pounds" else None
    if first.unit == "feet" and text_at(tokens, first.end)[:1].isdecimal():
        return first.end + 1  # 6ft 2in
    if text_at(tokens, first.end - 1) == "foot" and (rest := _second_bound(tokens, first.end)):
        return rest.end  # six foot two
    half = [token.text for token in tokens[first.end : first.end + 3]]
    if half in (["and", "a", "half"], ["and", "a", "quarter"]):
        return first.end + 3  # one hour and a half
    rest_of_time = is_time(first.unit) and text_at(tokens, first.start - 1) == "and"
    if rest_of_time and _ends_time(tokens, first.start - 2):
        return first.end
    end = None
    while (part := _next_part(tokens, first)) is not None:
        first, end = part, part.end
    return end


def _next_part(tokens: Sequence[Token], first: Measured) -> Measured | None:
    """The figure that goes on behind one: "two years, six months and three days"."""
    joint = first.end + (text_at(tokens, first.end) == ",")
    listed = joint > first.end
    joint += text_at(tokens, joint) == "and"
    second = _second_bound(tokens, joint)
    if second is not None and is_money(first.unit) and second.unit != "cents":
        return None  # "$5 million and €3 million" are two sums
    if text_at(tokens, joint) in ("a", "an", "one") and joint == first.end + 1 and not listed:
        unit = read_unit(tokens, joint + 1)  # "two years and a day"
        if unit is not None and is_part(unit[0], first.unit):
            return Measured(first.amount, joint, unit[1], unit[0])
    if second is None or second.start < first.end or not are_conversions(first.unit, second.unit):
        return None
    return second if not listed or is_part(second.unit, first.unit) else None


def _ends_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit of time without a figure stands here: "an hour and 45 minutes"."""
    unit = read_unit(tokens, at) if at > 0 and tokens[at].kind == "word" else None
    return unit is not None and is_time(unit[0])
