"""Of which gender and number a name is, as far as an article tells beside it."""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.spans import occurrences

# Right before a name they tell of a man or of a woman; a "spokesman" may be either.
_MAN: Final = re.compile(
    r"\b(?:Mr\.?|Sir|Lord|King|Prince|[Bb]usinessman|[Cc]ongressman|[Cc]ouncilman|[Pp]oliceman"
    r"|(?:his|her|whose|their) (?:late |former )?(?:husband|father|brother|son|uncle|nephew"
    r"|grandfather),?|widower)\s+(?:[A-Z][\w.’'-]*\s+){0,2}\Z"
)
_WOMAN: Final = re.compile(
    r"\b(?:Mrs\.?|Ms\.?|Miss|Dame|Lady|Queen|Princess|[Ss]pokeswoman|[Cc]hairwoman|[Bb]usinesswoman"
    r"|[Cc]ongresswoman|[Aa]ssemblywoman|[Cc]ouncilwoman|[Pp]olicewoman"
    r"|(?:his|her|whose|their) (?:late |former )?(?:wife|mother|sister|daughter|aunt|niece"
    r"|grandmother),?|[Aa]ctress|[Ww]idow)"
    r"\s+(?:[A-Z][\w.’'-]*\s+){0,2}\Z"
)
_APPOSED: Final = (
    r",\s(?:an?|the|its|their)\s(?:(?!(?:of|for|to|with|by|whose|and|or|from)\b)[\w’'-]+\s){0,4}?"
)
# Right behind a name, set off: "Roe, a businessman from Dorva".
_MAN_BEHIND: Final = re.compile(
    rf"{_APPOSED}(?:businessman|congressman|policeman|fireman|salesman|father|widower"
    r"|grandfather)\b(?!['’])"
)
_WOMAN_BEHIND: Final = re.compile(
    rf"{_APPOSED}(?:spokeswoman|chairwoman|businesswoman|congresswoman|policewoman|mother|widow"
    r"|actress|grandmother)\b(?!['’])"
)
# "Ada Roe and her husband", at the beginning of a sentence: "her" is nobody else's.
_AND_HERS: Final = re.compile(
    r",?\s(?:and|with)\s(?P<whose>his|her)\s(?:[a-z]+\s)?(?:wife|husband)\b"
)
_OPENS: Final = re.compile(r"(?:\A|[.!?]\s|[”\"\n])(?:[\w.’'-]+\s){0,3}\Z")
# "The company Dorva Lines".
_BODY_BEFORE: Final = re.compile(
    r"(?:\A|[.!?]\s|\n)The\s(?:[a-z-]+\s){0,2}(?:company|firm|airline|charity|group|agency|newspaper|bank"
    r"|broadcaster|association|union|party)\s\Z"
)
# Bodies that are no "he", by the last word of their names.
BODIES: Final = words_of(
    "army navy ministry government council committee commission party front union league agency"
    " department bureau police university institute institution observatory organization"
    " organisation association foundation company corporation court parliament senate congress"
    " house group coalition alliance movement network republicans democrats officials sources"
    " residents witnesses activists analysts experts rebels militants insurgents forces times post"
    " news journal campaign administration embassy office bank fund board team brigade"
)
_FAMILY: Final = re.compile(
    r"\b(?:wife|husband|daughter|son|brother|sister|mother|father|widow|widower|couple|family"
    r"|Mrs|niece|nephew|cousin|parents?)\b"
)
_NEAR: Final = 60


def is_body(article: Article, name: str) -> bool:
    """Whether a name is that of a body or of many: "the Dorva Council", not "Ilan Post"."""
    text, head = article.text, head_of(name)
    if any(_BODY_BEFORE.search(text, max(0, at - _NEAR), at) for at, _ in occurrences(text, name)):
        return True
    if head.lower() not in BODIES:
        return False
    has_article = any(
        article.text[max(0, at - len("the ")) : at].lower() == "the "
        for at, _ in occurrences(article.text, name)
    )
    return head.islower() or has_article or name[:4].lower() == "the "


def gender_of(article: Article, name: str) -> str | None:
    """The pronoun of a person by a title or a noun beside the name; None where none or both do.

    "Mr. Roe" is not surely Ada Roe where the article tells of a family.
    """
    text, words = article.text, name.split()
    found = _genders_at(text, name)
    if len(words) > 1 and not found and _FAMILY.search(text) is None:
        found = _genders_at(text, words[-1])
    return found.pop() if len(found) == 1 else None


def _genders_at(text: str, name: str) -> set[str]:
    found: set[str] = set()
    for start, end in occurrences(text, name):
        before = text[max(0, start - _NEAR) : start]
        hers = _AND_HERS.match(text, end) if _OPENS.search(before) else None
        if hers is not None:
            found.add("he" if hers["whose"] == "his" else "she")
        if _MAN.search(before) or _MAN_BEHIND.match(text, end):
            found.add("he")
        if _WOMAN.search(before) or _WOMAN_BEHIND.match(text, end):
            found.add("she")
    return found
