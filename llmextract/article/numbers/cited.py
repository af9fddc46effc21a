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
    **dict.fromkeys(("a quarter", "one quarter", "one-quarter"), 0.25),
    **dict.fromkeys(("three quarters", "three-quarters"), 0.75),
}
_SOME: Final = re.compile(
    r"some|various|certain|scores|much|most|(?:quite a|very|only a|the) few|few|lots|plenty"
    r"|(?:an?|the)(?: (?:vast|large|small|great|growing|huge|considerable|certain|good|big))?"
    r" (?:number|amount|quantity|majority|minority|lot|deal|series|string|spate|wave|range)"
    r"|(?:large|small|great|growing|huge|record) (?:numbers|amounts|quantities|parts)",
    re.IGNORECASE,
)


def read_cited_quantity(words: str) -> Quantity | None:
    """Return what words say which are cited as a figure; None where they state none, or several.

    >>> read_cited_quantity("both").value
    2
    >>> read_cited_quantity("a large number of").comparator
    'indefinite'
    """
    said = " ".join(words.split()).lower()
    if said in _EXACTLY:
        exact = _EXACTLY[said]
        return Quantity(value=exact, low=exact, high=exact)
    read = read_quantity(words)
    if read is None and _SOME.fullmatch(said.removesuffix(" of")):
        return Quantity(comparator="indefinite")
    return read
