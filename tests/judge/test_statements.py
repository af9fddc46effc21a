"""A statement that runs on under the words that open it."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes

OPENED = "Minister Roe said:\n\nI am shocked by the raid.\n\n"


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        pytest.param(f"{OPENED}We will rebuild Dorva.", False, id="runs-on"),
        pytest.param(f"{OPENED}We say this to all.\n\nWe will rebuild Dorva.", False, id="self"),
        pytest.param(f"{OPENED}Hale said so.\n\nWe will rebuild Dorva.", True, id="another"),
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
def test_a_statement_runs_on_to_the_next_speaker(text: str, *, falls: bool) -> None:
    found = codes(text, "said", "We will rebuild Dorva.")
    assert found.get("content[0]") is (Code.MISATTACHED if falls else None)
