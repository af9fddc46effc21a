"""Whether two names are of two sorts of actors, so that neither is another name for the other.

By their heads and by what surely makes a person: an office or an age beside a full name. Armed and
unarmed people may be the same, and so may rebels and an army of theirs.
"""

from typing import Final

from llmextract.article.article import Article
from llmextract.article.syntax.grammar import words_of
from llmextract.judge.rules.actors.persons import called_person
from llmextract.judge.rules.actors.states import state_of
from llmextract.judge.rules.nouns import head_of

_HEADS: Final[dict[str, frozenset[str]]] = {
    "people": words_of(
        "civilians residents refugees protesters demonstrators families villagers students"
        " officials soldiers troops countries aides lawmakers"
    ),
    "armed": words_of(
        "army armies militants rebels insurgents fighters jihadists militia militias militiamen"
        " brigade division battalion factions forces police"
    ),
    "a medium": words_of("tv television radio newspaper broadcaster newsroom"),
    "observers": words_of("observatory"),
    "a body": words_of(
        "ministry department committee council commission agency court parliament senate embassy"
        " fund bank union party university association federation"
    ),
}
_APART: Final[dict[str, frozenset[str]]] = {
    "a person": frozenset({"people", "armed", "a medium", "observers", "a body", "a state"}),
    "a medium": frozenset({"people", "armed", "observers", "a state"}),
    "observers": frozenset({"people", "armed", "a state"}),
}
_STATELESS: Final = words_of("militants rebels insurgents jihadists civilians refugees protesters")


def sorts_apart(article: Article, one: str, other: str) -> tuple[str, str] | None:
    """The two sorts that two names are of where nobody is of both; None else.

    "The Dorva Observatory" is not "the army", nor is "President Ilan Roe".
    """
    here, there = (_kind(article, name) for name in (one, other))
    if here is None or there is None:
        return None
    if there in _APART.get(here, ()) or here in _APART.get(there, ()):
        return here, there
    heads = {head_of(name).lower() for name in (one, other)}
    is_stateless = "a state" in (here, there) and not _STATELESS.isdisjoint(heads)
    return (here, there) if is_stateless else None


def _kind(article: Article, name: str) -> str | None:
    if state_of(name) is not None:
        return "a state"
    head = head_of(name).lower()
    kind = next((kind for kind, heads in _HEADS.items() if head in heads), None)
    if kind is not None:
        return kind
    return None if called_person(article, name) is None else "a person"
