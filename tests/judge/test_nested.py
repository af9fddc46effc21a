"""Names that stand inside what is said of somebody else."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Named, check
from llmextract.judge.rules.who.nested import held_by_another


class Ruling(BaseModel):
    """Whom a court decided about."""

    decided: str
    who: Annotated[str, Named(), Beside("decided", within="clause")]


@pytest.mark.parametrize(
    ("text", "decided", "who"),
    [
        pytest.param("Roe's brother was jailed.", "jailed", "Roe", id="his-brother"),
        pytest.param("A court jailed Roe's former aide.", "jailed", "Roe", id="his-former-aide"),
        pytest.param("A court jailed a friend of Ian Roe.", "jailed", "Ian Roe", id="friend-of"),
        pytest.param("Hale, an ally of mayor Ian Roe, left.", "left", "Ian Roe", id="apposed"),
        pytest.param("A court jailed Hale for killing Ian Roe.", "jailed", "Ian Roe", id="doing"),
        pytest.param("Men accused of robbing Roe were held.", "held", "Roe", id="accused"),
        pytest.param("A court jailed Hale over the 2019 rape of Roe.", "jailed", "Roe", id="deed"),
    ],
)
def test_a_name_inside_what_is_said_of_another_is_not_his(
    text: str, decided: str, who: str
) -> None:
    record = {"sentences": [1], "decided": decided, "who": who}
    (judgement,) = check(Article(text), [record], schema=Ruling)
    assert [row.path for row in judgement.rejected if row.value == who] == ["who"]


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        pytest.param("Roe's brother was jailed.", "jailed", "Roe's brother", id="the-brother"),
        pytest.param("A court jailed Hale for killing Roe.", "killing", "Roe", id="of-that-deed"),
        pytest.param("A court quashed the conviction of Roe.", "quashed", "Roe", id="conviction"),
        pytest.param("A leader of the Front was jailed.", "jailed", "the Front", id="body"),
        pytest.param("It was jailed for killing Roe.", "jailed", "Roe", id="nobody-else"),
        pytest.param("A friend of Hale and Roe was jailed.", "jailed", "Roe", id="joined"),
        pytest.param("Roe's trial began.", "began", "Roe", id="no-relation"),
        pytest.param("A friend of Roe, the man who fled, left.", "fled", "Roe", id="told-of-him"),
    ],
)
def test_a_name_that_may_be_his_is_left(text: str, verb: str, name: str) -> None:
    places = ((text.index(part), text.index(part) + len(part)) for part in (verb, name))
    assert held_by_another(text, *places) is None
