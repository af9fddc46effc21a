"""Free text: no number, name or negation that the cited sentences do not have."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Article, Paraphrase, check
from llmextract.judge.paraphrase import judge_paraphrase
from llmextract.judge.verdict import Code

SOURCE = "The army of Kelmar said that 20 rebels were killed near Dorva on Friday."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Twenty rebels died near Dorva.", None, id="said-otherwise"),
        pytest.param("According to Kelmar's army, rebels were killed.", None, id="possessive"),
        pytest.param("30 rebels were killed.", Code.NUMBER_DIFFERS, id="number"),
        pytest.param("More than 20 rebels were killed.", Code.NUMBER_DIFFERS, id="comparator"),
        pytest.param("Rebels were killed near Velle.", Code.NAME_DIFFERS, id="name"),
        pytest.param(
            "The army said that no rebels were killed.", Code.NEGATION_DIFFERS, id="negation"
        ),
    ],
)
def test_paraphrase(text: str, code: Code | None) -> None:
    objection = judge_paraphrase(text, SOURCE)
    assert (objection.code if objection else None) == code


def test_a_paraphrase_field_is_judged_against_its_sentences() -> None:
    class Summary(BaseModel):
        what: Annotated[str, Paraphrase()]

    records = [
        {"sentences": [1], "what": "Rebels died near Dorva."},
        {"sentences": [1], "what": "Rebels died near Moscow."},
    ]
    true, false = check(Article(text=SOURCE), records, schema=Summary)
    assert true.accepted
    assert not false.accepted
