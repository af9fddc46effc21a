"""Names that stand behind a verb of harm and are not whom it harms: "killed Hale near Roe's house".

Offsets are half-open code points in a sentence.
"""

import re
from itertools import pairwise
from typing import Final

from llmextract.article.location import Range
from llmextract.article.syntax import grammar
from llmextract.article.syntax.own_subject import is_participle

# What is done to its object, or to the subject of its passive, and to nobody else.
TO_ONE: Final = grammar.inflected(
    """
    kill murder assassinate execute behead massacre slay wound injure hurt arrest detain release
    sentence convict charge indict fine jail imprison deport expel* extradite abduct kidnap* rescue
    evacuate hospitalise hospitalize acquit pardon free =freed =slain =slew
    """
)
# What brings those whom it befalls as well.
_AS_WELL: Final = grammar.words_of(
    "with alongside besides plus including among like both namely by who whom whose which that them"
    " those they one identified named known called surnamed"
)
_OPENING: Final = grammar.words_of(
    "as when while before after until because since although if where"
)
_NOUN: Final = re.compile(r"\s[a-z]{3,}s(?=[.,;]|\Z)")
_HOLDS: Final = grammar.PREPOSITIONS - {"of", "with"} | {"outside", "near", "beside", "instead"}


def _goes_on(between: tuple[str, ...]) -> bool:
    """Whether a name goes on with those who are harmed: "as well as Roe", "in May and Roe in June".

    "As were Roe and Hale" tells it of them as well.
    """
    if between[-1] in ("and", "or", "nor", "then"):
        return True
    pairs = set(pairwise(between))
    return not pairs.isdisjoint((("as", "well"), ("as", "were"), ("as", "was"), ("as", "did")))


def named_aside(sentence: str, verb: Range, words: Range, *, is_passive: bool) -> str | None:
    """The words before a name that keep it out of a harm told before; None where it may be harmed.

    >>> named_aside("Rebels killed Hale near Roe's house.", (7, 13), (24, 27), is_passive=False)
    'near'
    """
    if words[0] < verb[1] or not sentence[words[0]].isupper():
        return None
    if _NOUN.match(sentence, words[1]) is not None:
        return None  # "in Front attacks"
    between = grammar.tokenise(sentence[verb[1] : words[0]]).words
    is_owner = sentence[words[1] : words[1] + 2] in ("'s", "’s")
    shared = _AS_WELL - {"with"} if is_owner else _AS_WELL
    if not between or not shared.isdisjoint(between) or _goes_on(between):
        return None
    if is_owner:
        return between[-1]
    # An object stands right behind an active verb.
    rest = between[0 if is_passive else 1 :]
    # One of ten men who are held may be charged next, but Hale is not Roe.
    is_named = sentence[verb[1] + 1 : verb[1] + 2].isupper()
    for before, word in zip(("", *rest), rest, strict=False):
        is_next = is_named and before in ("and", "but", ",") and is_participle(word)
        if word in _OPENING or is_next:
            return word
    # "Two clerks of the mill, Roe and Hale": a comma alone may name the same again.
    commas = [at for at, word in enumerate(rest) if word == ","]
    near = [word for word in rest[commas[-1] if commas else 0 :] if word in _HOLDS or word == "of"]
    held = [word for word in rest if word in _HOLDS or word == ","]
    return held[0] if near and held else None
