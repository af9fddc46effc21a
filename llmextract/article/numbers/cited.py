"""Words cited as a figure that no text is searched for: "both", "twice", "a large number of".

They say how many only to who points at them; in running text most of them count nothing.
"""

import re
from typing import Final

from llmextract.article.numbers.quantity import Quantity
from llmextract.article.numbers.reader import read_quantity

_EXACTLY: Final = {
    "both": 2,
    "twice": 2,
    "a pair": 2,
    "a pair of": 2,
    "thrice": 3,
    # In running text a quarter is three months as well.
    **dict.fromkeys(
        ("a quarter", "one quarter", "one-quarter", "a quarter point", "a quarter-point"), 0.25
    ),
    "a quarter percentage point": 0.25,
    **dict.fromkeys(("three quarters", "three-quarters"), 0.75),
}
_SOME: Final = re.compile(
    r"some|various|certain|scores|much|most|(?:quite a|very|only a|the) few|few|lots|plenty"
    r"|(?:an?|the)(?: (?:vast|large|small|great|growing|huge|considerable|certain|good|big))?"
    r" (?:number|amount|quantity|majority|minority|lot|deal|series|string|spate|wave|range)"
    r"|(?:large|small|great|growing|huge|record) (?:numbers|amounts|quantities|parts)",
    re.IGNORECASE,
)


# "Two years" and "four months" of both, and how many of the smaller unit the larger one has.
_COMPOUND: Final = re.compile(
    r"(?P<large>\S+\s+[a-z]+),?\s+(?:and\s+)?(?P<small>\S+\s+[a-z]+)", re.I
)
_RATIOS: Final = {
    ("years", "months"): 12,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("hours", "minutes"): 60,
    ("minutes", "seconds"): 60,
    ("feet", "inches"): 12,
    ("pounds", "ounces"): 16,
}


def read_cited_quantity(words: str) -> Quantity | None:
    """Return what words say which are cited as a figure; None where they state none, or several.

    >>> read_cited_quantity("both").value
    2
    >>> read_cited_quantity("a large number of").comparator
    'indefinite'
    >>> read_cited_quantity("two years and four months").value
    28
    """
    said = " ".join(words.split()).lower()
    if said in _EXACTLY:
        exact = _EXACTLY[said]
        return Quantity(value=exact, low=exact, high=exact)
    read = read_quantity(words)
    if read is None and _SOME.fullmatch(said.removesuffix(" of")):
        return Quantity(comparator="indefinite")
    return read or _read_compound(words.strip())


def _read_compound(words: str) -> Quantity | None:
    """What two amounts of units that go together say in the smaller one."""
    both = _COMPOUND.fullmatch(words)
    large, small = map(read_quantity, both.group("large", "small")) if both else (None, None)
    if large is None or small is None or not (large.is_exact and small.is_exact):
        return None
    ratio = _RATIOS.get((large.unit or "", small.unit or ""))
    if ratio is None or large.value is None or small.value is None or small.value >= ratio:
        return None
    value = large.value * ratio + small.value
    return Quantity(value=value, low=value, high=value, unit=small.unit)
