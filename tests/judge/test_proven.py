"""What a sentence says of the proof of a claim, held against a record that is silent on it."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("text", "cue", "content", "falls"),
    [
        ("Roe claimed, without evidence, that it fell.", "claimed", "it fell", True),
        ("Roe claimed without citing any proof that it fell.", "claimed", "it fell", True),
        ("Roe said it fell, a claim that could not be verified.", "said", "it fell", True),
        ("Roe said it fell, which has not yet been confirmed.", "said", "it fell", True),
        ("It fell, Roe said, but this could not be verified.", "said", "It fell", True),
        ("Roe said it fell, but gave no evidence.", "said", "it fell", True),
        ("Roe said it fell, but there was no proof of this.", "said", "it fell", True),
        ("Roe said it fell, without giving any evidence.", "said", "it fell", True),
        ("Roe said it fell without evidence.", "said", "it fell", False),
        ("Roe said she was jailed, without evidence.", "said", "she was jailed", False),
        ("Roe said it fell, a claim that Hale liked.", "said", "it fell", False),
        ("Roe said it fell, but there was no evidence that Hale fled.", "said", "it fell", False),
        ("Roe said it fell, but there was no fire.", "said", "it fell", False),
        ("Roe said it fell, and he could not be reached.", "said", "it fell", False),
        (
            "According to Hale, Roe said it fell, which could not be verified.",
            "According to",
            "Roe said it fell",
            False,
        ),
    ],
)
def test_the_proof_that_is_told_of_is_no_silence(
    text: str, cue: str, content: str, *, falls: bool
) -> None:
    found = codes(text, cue, content)
    assert found.get("verification") is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("rest", "cue", "label", "falls"),
    [
        (", which could not be verified", "verified", "corroborated", True),
        (", which could not be independently verified", "verified", "corroborated", True),
        (", without evidence", "evidence", "corroborated", True),
        (", without any clear proof", "proof", "corroborated", True),
        (", which hasn't been confirmed", "confirmed", "corroborated", True),
        (", which could not be verified", "verified", "unverified", False),
        (", which Hale verified", "verified", "corroborated", False),
        (", which was not only confirmed but filmed", "confirmed", "corroborated", False),
        (", and without delay Hale confirmed it", "confirmed", "corroborated", False),
    ],
)
def test_a_denial_right_before_words_of_proof_is_read_with_them(
    rest: str, cue: str, label: str, *, falls: bool
) -> None:
    found = codes(
        f"Roe said Dorva fell{rest}.",
        "said",
        "Dorva fell",
        verification=label,
        verification_cue=cue,
    )
    assert found.get("verification") is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        ("Hale allegedly fled", True),
        ("the mill reportedly burned", True),
        ("the guards have supposedly left", True),
        ("the mill possibly burned", True),
        ("Hale drove an allegedly stolen car", False),
        ("Hale found allegedly stolen cars", False),
        ("Hale, who allegedly fled, was jailed", False),
        ("the mill slowly burned", False),
    ],
)
def test_what_is_only_heard_is_not_certain(content: str, *, falls: bool) -> None:
    found = codes(f"Roe said {content}.", "said", content)
    assert found.get("certainty") is (Code.CONTRADICTED if falls else None)


def test_who_denies_what_is_only_heard_is_certain() -> None:
    text = "Guards reportedly fled, which Roe denied."
    assert "certainty" not in codes(text, "denied", "Guards reportedly fled", speech_act="deny")


@pytest.mark.parametrize(
    ("text", "cue", "source", "falls"),
    [
        ("Hale left, dismissing a warning by guards that mills fell.", "warning", "guards", False),
        ("Hale rejected claims from Roe that mills fell.", "claims", "Roe", False),
        ("Hale dismissed a warning that mills fell.", "warning", None, True),
        ("Hale issued no warning that mills fell.", "warning", "Hale", True),
    ],
)
def test_who_dismisses_what_another_says_does_not_unsay_it(
    text: str, cue: str, source: str | None, *, falls: bool
) -> None:
    found = codes(text, cue, "mills fell", source=source, speech_act="assess")
    assert ("cue" in found) is falls
