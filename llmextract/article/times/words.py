"""The words of the English calendar, and text cut into tokens for a grammar over them."""

import re
from typing import Final, Literal, NamedTuple, TypeAlias

Unit: TypeAlias = Literal["minute", "hour", "day", "week", "month", "year", "decade"]

WEEKDAYS: Final = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS: Final = {
    name: number
    for number, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ),
        start=1,
    )
}  # fmt: skip
SHORT_MONTHS: Final = {name[:3]: n for name, n in MONTHS.items() if name != "may"} | {"sept": 9}

# "May" is a verb as well.
SURE_NAMES: Final = frozenset(WEEKDAYS) | frozenset(MONTHS) - {"may"}

# Codes of ISO 8601-2 for parts of a year: seasons 21-24, quarters 33-36, halves 40-41.
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
QUARTERS: Final = {"first": 33, "second": 34, "third": 35, "fourth": 36}
HALVES: Final = {"first": 40, "second": 41}

UNITS: Final[dict[str, Unit]] = {
    "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
}  # fmt: skip
NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty",
        ),
        start=1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}  # fmt: skip
SOME: Final = frozenset({"few", "several", "couple", "many", "some", "recent", "coming"})

DAY_PARTS: Final = frozenset(
    {"morning", "afternoon", "evening", "night", "dawn", "dusk", "sunrise", "sunset", "daybreak"}
)
DASHES: Final = frozenset("-\u2010\u2011\u2013")
# Zones other than UTC are read as words only: EST is -5 in one country and +10 in another.
ZONES: Final = frozenset(
    {
        "gmt", "utc", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst",
        "pdt", "bst", "cet", "cest", "eet", "eest", "msk", "ist",
    }
)  # fmt: skip

# A figure before one of these counts things: "In May 27 people", "2015 fighters".
COUNTED: Final = frozenset(
    {
        "billion", "bodies", "bombs", "casualties", "children", "civilians", "combatants",
        "companies", "dead", "deaths", "deputies", "dollars", "euros", "families", "feet",
        "fighters", "hectares", "homes", "houses", "injured", "injuries", "insurgents", "jobs",
        "kilograms", "kilometers", "kilometres", "killed", "km", "members", "men", "metres",
        "meters", "miles", "militants", "million", "missiles", "officers",
        "patients", "people", "percent", "pesos", "points", "policemen", "pounds", "prisoners",
        "protesters", "rebels", "refugees", "residents", "rockets", "rounds", "seats", "soldiers",
        "strikes", "students", "terrorists", "thousand", "times", "tonnes", "tons", "towns",
        "troops", "tunnels", "vehicles", "victims", "villages", "votes", "voters",
        "women", "workers", "wounded",
    }
    | (UNITS.keys() - {"day", "week", "month", "year", "decade"})
)  # fmt: skip
# Before a weekday: a name ("Black Friday") or a habit ("every Friday"), not a day.
NAMED_DAY_BEFORE: Final = frozenset(
    {
        "alternate", "any", "ash", "black", "bloody", "cyber", "each", "easter", "every", "fat",
        "freaky", "good", "holy", "maundy", "other", "palm", "ruby", "sheffield", "shrove", "super",
        "whit",
    }
)  # fmt: skip
NAMED_DAY_AFTER: Final = frozenset(
    {
        "Evening", "Express", "Herald", "Independent", "Magazine", "Mail", "Mirror", "Mosque",
        "Night", "People", "Post", "School", "Star", "Sun", "Telegraph", "Ticket", "Times",
        "Tribune", "World",
    }
)  # fmt: skip
# Days that have a name: "Christmas Day".
HOLIDAYS: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("boxing", "day"): (12, 26),
    ("new", "year", "'", "s", "day"): (1, 1), ("new", "year", "'", "s", "eve"): (12, 31),
}  # fmt: skip
# Days that name an event of a year of their own: "since October 7" is no day near publication.
FAMOUS_DAYS: Final = frozenset({(9, 11), (10, 7), (1, 6)})

PARAGRAPH: Final = "\n\n"
_TOKEN: Final = re.compile(r"[^\W\d_]+|[0-9]+|\S")


class Token(NamedTuple):
    """A word, a run of digits or one other mark; `glued` when nothing stands before it."""

    text: str
    low: str
    start: int
    end: int
    glued: bool


END: Final = Token("", "", 0, 0, False)


def tokens_of(text: str) -> list[Token]:
    """Cut `text` into tokens; a blank line becomes a token of its own, other space vanishes."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        piece, (start, end) = match[0], match.span()
        if start > last and text.count("\n", last, start) > 1:
            found.append(Token(PARAGRAPH, PARAGRAPH, last, start, False))
        low = piece.lower() if len(piece) <= 13 else ""  # no longer one: "approximately"
        found.append(Token(piece, low, start, end, 0 < start == last))
        last = end
    if text.count("\n", last) > 1:
        found.append(Token(PARAGRAPH, PARAGRAPH, last, len(text), False))
    return found
