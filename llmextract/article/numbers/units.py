"""Units of measure and currencies, as they follow a figure."""

from collections.abc import Sequence

from llmextract.article.numbers.tokens import Token, follows, is_tight, text_at

_MEASURES: dict[str, dict[str, str]] = {
    "length": {
        "kilometers": "km kms kilometer kilometre kilometers kilometres",
        "meters": "meter metre meters metres",
        "centimeters": "cm centimeter centimetre centimeters centimetres",
        "millimeters": "mm millimeter millimetre millimeters millimetres",
        "miles": "mi mile miles",
        "feet": "ft foot feet",
        "inches": "inch inches",
        "yards": "yd yard yards",
    },
    "mass": {
        "kilograms": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
        "grams": "gram grams gramme grammes",
        "tons": "ton tons",
        "tonnes": "tonne tonnes",
        "pounds": "lb lbs pound pounds",
        "ounces": "oz ounce ounces",
        "milligrams": "mg milligram milligrams milligramme milligrammes",
    },
    "area": {"hectares": "ha hectare hectares", "acres": "acre acres"},
    "volume": {
        "liters": "liter litre liters litres",
        "gallons": "gallon gallons",
        "milliliters": "ml milliliter millilitre milliliters millilitres",
        "barrels": "barrel barrels",
    },
    "speed": {
        "miles per hour": "mph",
        "kilometers per hour": "kph kmh kmph",
        "knots": "knot knots",
    },
    "temperature": {"degrees": "° degree degrees"},
    "energy": {
        "kilowatts": "kw kilowatt kilowatts",
        "megawatts": "mw megawatt megawatts",
        "gigawatts": "gw gigawatt gigawatts",
    },
    "time": {
        "seconds": "second seconds",
        "minutes": "minute minutes",
        "hours": "hour hours",
        "days": "day days",
        "weeks": "week weeks",
        "months": "month months",
        "years": "year years yr yrs",
        "decades": "decade decades",
        "centuries": "century centuries",
    },
    "share": {"percent": "% percent pct pc", "times": "times fold"},
    "currency": {
        "USD": "dollar dollars usd",
        "EUR": "euro euros eur",
        "GBP": "sterling gbp",
        "JPY": "yen jpy",
        "CNY": "yuan renminbi cny",
        "RUB": "ruble rubles rouble roubles rub",
        "ILS": "shekel shekels ils",
        "UAH": "hryvnia hryvnias uah",
        "cents": "cent cents",
        "pesos": "peso pesos",
        "rupees": "rupee rupees",
        "lira": "lira liras",
        "dinars": "dinar dinars",
        "riyals": "riyal riyals rial rials",
    },
}
_UNITS = {
    word: unit
    for measures in _MEASURES.values()
    for unit, words in measures.items()
    for word in words.split()
}
LENGTHS = frozenset(word for words in _MEASURES["length"].values() for word in words.split())
"""The words for units of length."""
_DIMENSIONS = {unit: name for name, measures in _MEASURES.items() for unit in measures}
_PAIRS = {
    ("per", "cent"): "percent",
    ("percentage", "point"): "percentage points",
    ("percentage", "points"): "percentage points",
    ("basis", "points"): "basis points",
    ("nautical", "mile"): "nautical miles",
    ("nautical", "miles"): "nautical miles",
    ("metric", "ton"): "tonnes",
    ("metric", "tons"): "tonnes",
    ("pounds", "sterling"): "GBP",
    **{
        (nation, noun): code
        for code, noun, nations in (
            ("USD", "dollar", "us american"),
            ("CAD", "dollar", "canadian"),
            ("AUD", "dollar", "australian"),
            ("HKD", "dollar", "hong-kong"),
            ("GBP", "pound", "british"),
            ("SYP", "pound", "syrian"),
            ("EGP", "pound", "egyptian"),
            ("LBP", "pound", "lebanese"),
            ("TRY", "lira", "turkish"),
            ("INR", "rupee", "indian"),
            ("PKR", "rupee", "pakistani"),
            ("IQD", "dinar", "iraqi"),
            ("JOD", "dinar", "jordanian"),
            ("IRR", "rial", "iranian"),
            ("SAR", "riyal", "saudi"),
            ("CHF", "franc", "swiss"),
            ("MXN", "peso", "mexican"),
        )
        for nation in nations.split()
        for noun in (noun, noun + "s")
    },
}
_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₪": "ILS", "₺": "TRY", "₽": "RUB", "₴": "UAH",
}  # fmt: skip
_SCALES = {
    **dict.fromkeys(("c", "celsius", "centigrade"), "degrees Celsius"),
    **dict.fromkeys(("f", "fahrenheit"), "degrees Fahrenheit"),
}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "c": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
    "usd": "USD",
}
_FAR_DOLLARS = {("hong", "kong"): "HKD", ("new", "zealand"): "NZD"}
_CODES = frozenset("usd eur gbp jpy cny rub chf cad aud".split())


def read_unit(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The unit that stands right behind a figure and the token after it, if there is one."""
    if at >= len(tokens) or tokens[at].glue == "break":
        return None
    step = at if tokens[at].text in ("%", "°") or is_tight(tokens, at) else follows(tokens, at)
    if tokens[at].text in _SIGNS:
        return (_SIGNS[tokens[at].text], at + 1) if is_tight(tokens, at) else None
    if text_at(tokens, at) == "-":
        step = follows(tokens, at)
    if step is None:
        return None
    word, after = tokens[step].text, text_at(tokens, step + 1)
    if word == "u" and after == ".":
        us = [t.text for t in tokens[step + 2 : step + 5]]
        return ("USD", step + 5) if us in (["s", ".", "dollar"], ["s", ".", "dollars"]) else None
    if (word, after) in _FAR_DOLLARS and text_at(tokens, step + 2) in ("dollar", "dollars"):
        return _FAR_DOLLARS[word, after], step + 3
    if word == "sq":
        step += after == "."
        measure = _UNITS.get(text_at(tokens, step + 1))
        return (f"square {measure}", step + 2) if measure else None
    if word in ("square", "cubic") and after in _UNITS and tokens[step + 1].glue == "space":
        return f"{word} {_UNITS[after]}", step + 2
    if (pair := _read_pair(tokens, step)) is not None:
        return pair
    if word[-1] in _POWERS and word[:-1] in _UNITS:
        return f"{_POWERS[word[-1]]} {_UNITS[word[:-1]]}", step + 1
    if is_tight(tokens, at) and tokens[at].text in ("c", "f"):
        # 41.2C, but not seat 12C
        sure = tokens[at].capital and "." in tokens[at - 1].text
        return (_SCALES[word], at + 1) if sure else None
    unit = None if _is_other_word(tokens, at, word) else _UNITS.get(word)
    return None if unit is None else _extended(tokens, unit, step + 1)


def _is_other_word(tokens: Sequence[Token], at: int, word: str) -> bool:
    """Whether a word that looks like a unit is none: "two second attacks", "12 PC makers"."""
    if word == "pc":
        return not is_tight(tokens, at)
    return word == "second" and tokens[at].text != "-"


def _read_pair(tokens: Sequence[Token], step: int) -> tuple[str, int] | None:
    """A unit of two words, also as in "a percentage-point lead"."""
    end = step + 1 + (text_at(tokens, step + 1) == "-" and is_tight(tokens, step + 2))
    unit = _PAIRS.get((tokens[step].text, text_at(tokens, end)))
    return (unit, end + 1) if unit is not None else None


def _extended(tokens: Sequence[Token], unit: str, end: int) -> tuple[str, int]:
    """Take in what changes a unit or belongs to it: "an hour", "-old"."""
    if unit == "years":
        step = follows(tokens, end)
        return (
            (unit, step + 1) if step and text_at(tokens, step) in ("old", "olds") else (unit, end)
        )
    if unit == "degrees":
        scale = text_at(tokens, end)
        known = scale in _SCALES and (len(scale) > 1 or tokens[end].capital)
        return (_SCALES[scale], end + 1) if known else (unit, end)
    power = text_at(tokens, end) if is_tight(tokens, end) else ""
    if power in _POWERS:
        return f"{_POWERS[power]} {unit}", end + 1
    if unit in ("kilometers", "miles", "meters", "feet"):
        rate = text_at(tokens, end) in ("per", "an", "a", "/")
        pace = text_at(tokens, end + 1)
        if rate and pace in ("hour", "h", "second", "minute"):
            return f"{unit} per {'hour' if pace == 'h' else pace}", end + 2
    return unit, end


def is_amount_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mass, a volume, an area, energy or money stands here, which no metres are of."""
    found = read_unit(tokens, at)
    kind = _dimension(found[0]) if found is not None else ""
    return kind in ("mass", "volume", "area", "currency", "energy")


def read_currency(tokens: Sequence[Token], at: int) -> tuple[str | None, int] | None:
    """The currency in front of the figure at a token, and the token where it starts.

    A sign of an unknown dollar gives no code; without any sign there is no answer.
    """
    sign = text_at(tokens, at - 1)
    dotted = sign == "." and text_at(tokens, at - 2) == "rs"
    if at > 0 and tokens[at].glue != "break" and (dotted or sign == "rs"):
        return "rupees", at - 1 - dotted
    if at > 0 and sign in _CODES and tokens[at - 1].capital and tokens[at].glue != "break":
        return sign.upper(), at - 1
    if at == 0 or sign not in _SIGNS or tokens[at].glue == "break":
        return None
    if at > 1 and is_tight(tokens, at - 1) and tokens[at - 2].kind == "word":
        return _DOLLARS.get(tokens[at - 2].text) if sign == "$" else None, at - 2
    return _SIGNS[sign], at - 1


def are_conversions(unit: str | None, other: str | None) -> bool:
    """Whether two units differ but measure the same: kilometers and miles, dollars and euros."""
    if unit is None or other is None or unit == other:
        return False
    return _dimension(unit) == _dimension(other)


def is_part(unit: str | None, of: str | None) -> bool:
    """Whether one unit is a part of another that is told behind it: inches of feet."""
    if is_time(unit) and is_time(of):
        times = [*_MEASURES["time"]]
        return times.index(unit or "") < times.index(of or "")
    return (unit, of) in (("inches", "feet"), ("ounces", "pounds"))


def is_time(unit: str | None) -> bool:
    """Whether a unit measures time."""
    return unit is not None and _dimension(unit) == "time"


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency or a part of one."""
    return unit is not None and _dimension(unit) == "currency"


def is_length(unit: str | None) -> bool:
    """Whether a unit measures a way."""
    return unit is not None and _dimension(unit) == "length"


def is_graded(unit: str | None) -> bool:
    """Whether a unit makes a figure a level that others may be near: money, percent, degrees."""
    return unit is not None and _dimension(unit) in ("currency", "temperature", "share")


def is_share(unit: str | None) -> bool:
    """Whether a unit makes a figure a share or a factor, so that it is no count without it."""
    return unit in ("percent", "percentage points", "basis points", "times")


def _dimension(unit: str) -> str:
    head, _, rest = unit.partition(" ")
    if " per " in unit:
        return "speed"
    if unit == "nautical miles":
        return "length"
    if head == "degrees":
        return "temperature"
    if head in ("square", "cubic"):
        return "area" if head == "square" else "volume"
    return _DIMENSIONS.get(unit, "currency" if len(unit) == 3 and not rest else unit)
