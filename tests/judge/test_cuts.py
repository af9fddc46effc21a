"""What is said, cut off before its verb, or taken from what another verb tells."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("text", "pieces", "falls"),
    [
        pytest.param("Roe said the bridge might be shut.", ["the bridge might be"], True, id="be"),
        pytest.param("Roe said the bridge will fall.", ["the bridge will"], True, id="will"),
        pytest.param("Roe said he would, and he left.", ["he would"], False, id="a-mark-behind"),
        pytest.param("Roe said he has what is and left.", ["he has what is"], False, id="and"),
        pytest.param(
            "“The bridge will,” Roe said, “fall.”", ["The bridge will", "fall"], False, id="pieces"
        ),
        pytest.param(
            "Roe said the army is advancing on all fronts, shelling Dorva.",
            ["the army is", "shelling Dorva"],
            False,
            id="goes-on-in-another",
        ),
        pytest.param("Roe said the bridge was shut.", ["the bridge was shut"], False, id="whole"),
    ],
)
def test_a_piece_does_not_break_off_before_its_verb(
    text: str, pieces: list[str], *, falls: bool
) -> None:
    found = codes(text, "said", *pieces, source="Roe")
    assert found.get("content[0]") is (Code.UNREADABLE if falls else None)


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        pytest.param("described the plan as bold", True, id="another-deed"),
        pytest.param("it would work", False, id="what-is-said"),
    ],
)
def test_what_another_verb_tells_is_not_said(content: str, *, falls: bool) -> None:
    text = "Roe described the plan as bold, and said it would work."
    found = codes(text, "said", content, source="Roe")
    assert found.get("content[0]") is (Code.MISATTACHED if falls else None)
