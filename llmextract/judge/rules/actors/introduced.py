"""Names that an article introduces on their own, so that they are no other words for a name.

By an apposition or a noun right before them ("the Zarn, a militia", "the broadcaster NBK"), behind
the full name of another ("the Dorva Union (Dorvuni)"), inside that of another person ("Ada “Fox”
Hale"); and an abbreviation where the name has its own.
"""

import re
from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import ARTICLES, words_of
from llmextract.judge.rules.actors.aliases import is_renamed, may_be_short
from llmextract.judge.rules.actors.described import BODIES
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.actors.titles import RANKS, ROLES, bearers
from llmextract.judge.rules.nouns import head_of
from llmextract.judge.spans import occurrences

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_WORD: Final = re.compile(r"[\w’'-]+")
_BRACKETS: Final = re.compile(
    rf"(?P<full>{_CAPITAL}(?:\s(?:[a-z]{{1,3}}\s){{0,2}}{_CAPITAL}){{1,7}})\s\(\Z"
)
# "The Zarn, a village militia": a noun in small letters, but not "the group" for one named before.
_ANEW: Final = re.compile(r",\san?\s(?P<phrase>[\w’' -]{1,60})")
_NOUN: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|its|their)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z-]+)(?P<comma>,?)\s\Z"
)
_BODY_NOUNS: Final = BODIES | words_of(
    "militia bloc broadcaster newspaper daily weekly channel station company firm union group"
    " agency charity manager operator contractor regulator gang cartel faction party movement"
    " network manufacturer airline bank hospital club portal website magazine"
)
_ALIAS: Final = re.compile(
    rf"(?P<name>{_CAPITAL})\s(?:alias|aka|also known as|known as|nicknamed)\s[\"“‘']?\Z"
)
_OPENS: Final = re.compile(rf"(?P<first>{_CAPITAL})\s[\"“‘'(]\Z")
_CLOSES: Final = re.compile(rf"[\"”’')]\s(?P<last>{_CAPITAL})")
_RISEN: Final = re.compile(
    r"\b(?:rebel|insurgent|guerrilla|guerrillas['’]|militant|jihadist|separatist|paramilitary"
    r"|rebels['’]|opposition)\s\Z"
)
_RULERS: Final = words_of("government army military police state authorities")
_NEAR: Final = 90


def introduced_alone(article: Article, name: str, words: str) -> str | None:
    """What introduces words on their own, as those of another than a name; None where nothing does.

    Of "The Dorva Front fled. The Zarn, a village militia, stayed" the Front is not "Zarn".
    """
    if _is_ruler_of_risen(article, name, words):
        return "the article tells of rebels"
    if (bearer := _borne_by(article, name, words)) is not None:
        return bearer
    if not _is_proper(words) or state_of(name) is not None or state_of(words) is not None:
        return None
    if is_renamed(article, name, words) or may_be_short(words, name) or may_be_short(name, words):
        return None
    if nickname := _inside_another(article, name, words):
        return nickname
    if not _is_proper(name):
        return None
    rules = (behind_another, _anew)
    return next((shown for rule in rules if (shown := rule(article, name, words))), None)


def _is_proper(words: str) -> bool:
    """Whether words are a name: capitals at both ends, and no office."""
    parts = [word for word in _WORD.findall(words) if word.lower() not in ARTICLES]
    if not parts or not parts[0][0].isupper() or not parts[-1][0].isupper():
        return parts[-1][0].isdigit() if parts and parts[0][0].isupper() else False
    offices = ROLES - _RULERS if len(parts) > 1 else ROLES
    return offices.isdisjoint(word.lower() for word in parts)


def _is_ruler_of_risen(article: Article, name: str, words: str) -> bool:
    """Whether words are "the army" where the name is that of rebels: "the rebel Dorva Front"."""
    bare = words.lower().removeprefix("the ")
    if bare not in _RULERS or bare in name.lower().split():
        return False
    text = article.text
    return any(_RISEN.search(text, max(0, at - _NEAR), at) for at, _ in occurrences(text, name))


def _inside_another(article: Article, name: str, words: str) -> str | None:
    """The full name of another that holds a nickname, or that has it as an alias."""
    text, own = article.text, {*_WORD.findall(name)}
    found: list[str] = []
    for start, end in occurrences(text, words):
        first = _OPENS.search(text, max(0, start - _NEAR), start)
        last = _CLOSES.match(text, end)
        also = _ALIAS.search(text, max(0, start - _NEAR), start)
        if first is not None and last is not None:
            found.append(f"{first['first']} {last['last']}")
        elif also is not None:
            found.append(also["name"])
    is_other = found and all(own.isdisjoint(each.split()) for each in found)
    return found[0] if is_other else None


def _borne_by(article: Article, name: str, words: str) -> str | None:
    """Who alone has an office of which an article tells: "the colonel" of "Col Hale", not Roe."""
    office = words.lower().removeprefix("the ")
    if (
        not words.startswith(("the ", "The "))
        or office not in RANKS | ROLES - _RULERS
        or " " in office
    ):
        return None
    known = {word.casefold() for word in _WORD.findall(name)}
    found = [*bearers(article.text, office)]
    if not found or any(not known.isdisjoint(each.casefold().split()) for each in found):
        return None
    own = re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, name.split())))})\b.{{0,60}}\b{office}\b"
    )
    is_near = any(own.search(line.text) for line in article.lines)
    return None if is_near else found[0]


def behind_another(article: Article, name: str, words: str) -> str | None:
    """The full name of another body that words stand in brackets behind."""
    text = article.text
    found = [_BRACKETS.search(text, max(0, at - _NEAR), at) for at, _ in occurrences(text, words)]
    full = next((each["full"] for each in found if each is not None), None)
    if full is None:
        return None
    own, other = ({*map(str.casefold, _WORD.findall(each))} for each in (name, full))
    return full if own.isdisjoint(other - {"of", "the", "for", "and"}) else None


def _anew(article: Article, name: str, words: str) -> str | None:
    """What introduces words as a body of their own: "a militia" of "the Zarn, a militia"."""
    text, own = article.text, {word.lower() for word in _WORD.findall(name)}
    for start, end in occurrences(text, words):
        behind = _ANEW.match(text, end)
        before = _NOUN.search(text, max(0, start - _NEAR), start)
        if before is not None and before["comma"] and text[end : end + 1] not in (",", "."):
            before = None
        nouns = [
            head_of(behind["phrase"]).lower() if behind is not None else "",
            before["noun"] if before is not None else "",
        ]
        for noun in nouns:
            if noun in _BODY_NOUNS and noun not in own:
                return noun
    return None
