"""Words that leave open what they bring, and words on its proof that deny it."""

from typing import Any

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("text", "cue", "given", "falls"),
    [
        pytest.param("Roe suspects Dorva fell.", "suspects", {}, True, id="suspects"),
        pytest.param("Roe does not suspect Dorva fell.", "does not suspect", {}, False, id="not"),
        pytest.param("Roe believes Dorva fell.", "believes", {}, False, id="believes"),
        pytest.param(
            "Roe believes Dorva fell.",
            "believes",
            {"certainty_cue": "believes"},
            True,
            id="cited-as-a-hedge",
        ),
    ],
)
def test_who_is_not_sure_is_not_certain(
    text: str, cue: str, given: dict[str, Any], *, falls: bool
) -> None:
    found = codes(text, cue, "Dorva fell", source="Roe", **given)
    assert found.get("certainty") is (Code.CONTRADICTED if falls else None)


def test_what_is_expected_by_nobody_is_not_certain() -> None:
    text = "The bridge is expected to open in May."
    assert "certainty" in codes(text, "is expected", "The bridge", "to open in May")
    by_roe = "The bridge is expected by Roe to open in May."
    assert "certainty" not in codes(by_roe, "is expected", "The bridge", "to open in May")


@pytest.mark.parametrize(
    ("rest", "cue", "label", "falls"),
    [
        pytest.param("It could not be verified.", "could not be verified", "c", True, id="not"),
        pytest.param("It offered no proof.", "no proof", "c", True, id="no-proof"),
        pytest.param("Norland disputes it.", "disputes", "c", True, id="disputed"),
        pytest.param("Norland confirmed it.", "confirmed", "c", False, id="confirmed"),
        pytest.param("Norland confirmed it.", "confirmed", "d", True, id="confirmed-no-dispute"),
        pytest.param("Norland disputes it.", "disputes", "d", False, id="disputed-indeed"),
        pytest.param("Neither toll could be verified.", "could be verified", "u", False, id="none"),
        pytest.param("Neither toll could be verified.", "could be verified", "c", True, id="no-c"),
    ],
)
def test_proof_is_what_its_words_say(rest: str, cue: str, label: str, *, falls: bool) -> None:
    given = {"verification": {"c": "corroborated", "d": "disputed", "u": "unverified"}[label]}
    text = f"Roe said Dorva fell. {rest}"
    found = codes(text, "said", "Dorva fell", verification_cue=cue, **given)
    assert found.get("verification") is (Code.CONTRADICTED if falls else None)


def test_what_could_be_verified_is_not_unverified() -> None:
    text = "Roe said Dorva fell. The toll could be verified."
    given = {"verification": "unverified", "verification_cue": "could be verified"}
    assert codes(text, "said", "Dorva fell", **given)["verification"] is Code.CUE_MISSING
