"""A statement that runs on under the words that open it."""

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Event
from tests.judge.test_attribution import codes

OPENED = "Minister Roe said:\n\nI am shocked by the raid.\n\n"


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        pytest.param(f"{OPENED}We will rebuild Dorva.", False, id="runs-on"),
        pytest.param(f"{OPENED}We say this to all.\n\nWe will rebuild Dorva.", False, id="self"),
        pytest.param(
            "Minister Roe said:\n\n“I am shocked.”\n\nWe will rebuild Dorva.", True, id="quoted"
        ),
        pytest.param(
            "Minister Roe said the raid failed.\n\nIt went on.\n\nWe will rebuild Dorva.",
            True,
            id="no-colon",
        ),
    ],
)
def test_a_statement_runs_on_up_to_a_quotation(text: str, *, falls: bool) -> None:
    found = codes(text, "said", "We will rebuild Dorva.")
    assert found.get("content[0]") is (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        pytest.param(
            "Roe told Radio Nord that mills burned. “More will,” he said.", False, id="he"
        ),
        pytest.param(
            "Roe told Radio Nord that mills burned. “More will,” Hale said.", True, id="Hale"
        ),
        pytest.param(
            "Roe told Radio Nord that mills burned. It rained. “More will,” he said.",
            True,
            id="not-the-next",
        ),
    ],
)
def test_who_speaks_on_is_handed_on_by_the_same(text: str, *, falls: bool) -> None:
    found = codes(text, "said", "More will", relayed_by=["Radio Nord"])
    assert found.get("relayed_by[0]") is (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("second", "falls"),
    [
        pytest.param("He warned that talks could collapse.", False, id="pronoun"),
        pytest.param("The talks could collapse, he added.", False, id="behind"),
        pytest.param("Talks could collapse over prices.", True, id="nobody"),
        pytest.param("Hale denied it: talks could collapse, he said.", True, id="another"),
    ],
)
def test_who_is_cited_before_may_tell_what_the_next_sentence_takes_up(
    second: str, *, falls: bool
) -> None:
    article = Article(text=f"Ten fled, according to Roe. {second}")
    record = {
        "sentences": [1, 2],
        "trigger": "collapse",
        "reported_by": "Roe",
        "type": "other",
        "factuality": "hypothetical",
    }
    (judgement,) = check(article, [record], schema=Event)
    refused = {row.path for row in judgement.rejected}
    assert ("reported_by" in refused) is falls
