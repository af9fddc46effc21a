"""Names that are of no place, whatever stands before them: persons, peoples, bodies, channels.

"Shot at [Ada Roe]", "attacked the [Norlanders]", "joined the [Dorva Party]", "appeared on [NBC]".
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.location import Range
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.persons import called_person, full_name
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.spans import occurrences

_SAYS: Final = (
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|tweeted|asked|explained|replied|argued"
    r"|insisted|recalled|testified)"
)
_SAYS_BEHIND: Final = re.compile(rf"\s(?:(?:also|later|then|has|had)\s)?{_SAYS}\b")
_SAID_BEFORE: Final = re.compile(r"[,”\"]\s(?:said|says|added|adds)\s\Z")
# No other name before a surname, and no article: "[Roe] said", but not "Port Roe said".
_NOT_ALONE: Final = re.compile(
    r"(?:\b(?:[A-Z][\w’'-]*|[A-Z][a-z]{0,2}\.)[ -]"
    r"|\b(?:[Tt]he|[Aa]n?|of|[Aa]l|[Ee]l|[Bb]in|de|van|von|in)[\s-]+|[-’'])\Z"
)
_FULL: Final = re.compile(r"[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'.-]*){1,3}")
# "Port Roe", "New Dorva" are no persons.
_OPENS_PLACE: Final = words_of(
    "port mount mt fort lake cape saint st san santa new old north south east west upper lower"
    " great el al la los las camp point river rio puerto tel the ras wadi"
    " jebel monte villa bay isle"
)
_SURNAME: Final = re.compile(r"[A-Z][\w’'-]+")
_PEOPLE: Final = re.compile(r"[A-Z]\w+lande?rs")
_CHANNELS: Final = words_of("tv television radio news channel newspaper broadcasting network")
# These bodies have members, and no seat of their name; what is in "the Ministry" is in a house.
_BODIES: Final = words_of(
    "party front army forces force group movement militia brigade brigades battalion regiment"
    " league coalition alliance corps guard guards police committee association federation"
    " union agency"
)
_ON: Final = re.compile(r"\bon\s\Z")
# Where these have somebody, he is at their seat: "outside the Dorva Union", "at the Agency".
_AT: Final = re.compile(r"\b(?:at|in|inside|outside|near|into)\s(?:the\s)?\Z")
_LOOK_BACK: Final = 40


def is_no_place(article: Article, sentence: str, words: Range) -> bool:
    """Whether a name at a place of a sentence is surely that of a person, people, or a channel."""
    name = sentence[slice(*words)].removeprefix("the ").removeprefix("The ")
    if not name[:1].isupper():
        return False
    before = sentence[max(0, words[0] - _LOOK_BACK) : words[0]]
    head = head_of(name)
    if head.isupper() and head.isalpha() and head == name and _ON.search(before):
        return True
    if _PEOPLE.fullmatch(name) or head.lower() in _CHANNELS:
        return True
    if head.lower() in _BODIES and " " in name:
        return _AT.search(before) is None
    return _is_person(article, name)


def _is_person(article: Article, name: str) -> bool:
    """Whether the article tells that a name is a person's: by an office, an age, or what he says.

    What says it is his surname alone: "Saudi Arabia said" does not show that there is an "Arabia".
    """
    full = name if _FULL.fullmatch(name) else None
    if full is None and _SURNAME.fullmatch(name):
        full = full_name(article, name)
    if full is None or full.split()[0].lower().rstrip(".") in _OPENS_PLACE:
        return False
    if full == name and called_person(article, full) is not None:
        return True
    text, surname = article.text, full.split()[-1]
    return any(
        not _NOT_ALONE.search(text, max(0, start - _LOOK_BACK), start)
        and (_SAYS_BEHIND.match(text, end) or _SAID_BEFORE.search(text, max(0, start - 10), start))
        for start, end in occurrences(text, surname)
    )
