"""Both parts of a transitive verb: of a verb with its particle, behind a date, behind a calling."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Named, Parts, check


class Party(BaseModel):
    """Somebody who takes part."""

    name: Annotated[str, Named()]
    role: Literal["actor", "target"]


class Deal(BaseModel):
    """What is done with a firm."""

    verb: str
    parties: Annotated[list[Party], Parts("verb", who="name", role="role")]


OVER = "Norvex took over Kelmar Steel on Monday, after the bank approved it."
YEAR = "In 2019 Norvex purchased steel maker Kelmar for $9 million."
CALLED = "DORVA, June 21 (NA) - Norland energy group Norvex acquired steel maker Kelmar on Tuesday."
ASIDE = "Shipping group Norvex, which had made two offers, sold its share in May."
BOUGHT = "Steel maker Norvex has completed its purchase of Kelmar, paying for a mill in Oria."


def falls(text: str, verb: str, name: str, role: str) -> bool:
    record = {"sentences": [1], "verb": verb, "parties": [{"name": name, "role": role}]}
    (judgement,) = check(Article(text=text), [record], schema=Deal)
    assert "verb" not in [row.path for row in judgement.rejected]
    return bool(judgement.rejected)


@pytest.mark.parametrize(
    ("text", "verb", "actor"),
    [
        (OVER, "took over", "Norvex"),
        (YEAR, "purchased", "Norvex"),
        (CALLED, "acquired", "Norvex"),
        (ASIDE, "sold", "Norvex"),
        (BOUGHT, "purchase", "Norvex"),
        ("Kelmar was taken over by Norvex.", "taken over", "Norvex"),
    ],
)
def test_a_subject_does_what_its_verb_tells(text: str, verb: str, actor: str) -> None:
    assert not falls(text, verb, actor, "actor")
    assert falls(text, verb, actor, "target")


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        (OVER, "took over", "Kelmar Steel"),
        (YEAR, "purchased", "Kelmar"),
        (CALLED, "acquired", "Kelmar"),
        (BOUGHT, "purchase", "Kelmar"),
        ("Kelmar was taken over by Norvex.", "taken over", "Kelmar"),
    ],
)
def test_an_object_has_it_done(text: str, verb: str, target: str) -> None:
    assert not falls(text, verb, target, "target")
    assert falls(text, verb, target, "actor")


@pytest.mark.parametrize("role", ["actor", "target"])
@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Norvex met Kelmar on Monday.", "met"),
        ("Norvex lost Kelmar in 2019.", "lost"),
        ("In 2019 Norvex received Kelmar.", "received"),
    ],
)
def test_what_is_mutual_or_undergone_leaves_it_open(text: str, verb: str, role: str) -> None:
    assert not falls(text, verb, "Norvex", role)
    assert not falls(text, verb, "Kelmar", role)
