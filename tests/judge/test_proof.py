"""What an article says of the proof of a claim, read by code."""

import json
from typing import Any

import pytest

from llmextract import Article, Extractor
from llmextract.schemas import Claim
from llmextract.testing import ScriptedModel

LABELS = {
    "certainty": "certain",
    "polarity": "positive",
    "verification": "not_addressed",
    "speech_act": "report",
}


def read(text: str, **record: Any) -> Claim:
    """The claim that comes of what a model points at in the first sentence."""
    told = [json.dumps([{**LABELS, **record}])]
    model = ScriptedModel(lambda _: told.pop() if told else "[]")
    found = Extractor(Claim, model=model, grammar=True, window=1).extract(Article(text=text))
    (accepted,) = found.records
    return accepted.value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Roe said, without providing evidence, that Dorva fell.",
            ("without_evidence", "without providing evidence"),
            id="without-evidence",
        ),
        pytest.param(
            "Without any proof, Roe said that Dorva fell.",
            ("without_evidence", "Without any proof"),
            id="opens-the-sentence",
        ),
        pytest.param(
            "Roe said that Dorva fell. These claims could not be independently verified.",
            ("unverified", "could not be independently verified"),
            id="taken-up",
        ),
        pytest.param(
            "Roe said that Dorva fell. Radio Nord could not immediately verify the report.",
            ("unverified", "could not immediately verify"),
            id="nobody-could",
        ),
        pytest.param(
            "Roe said that Dorva fell, as confirmed by Hale.",
            ("corroborated", "confirmed"),
            id="as-confirmed",
        ),
        pytest.param("Roe said that Dorva fell.", ("not_addressed", None), id="nothing"),
        pytest.param(
            "Roe said that Dorva fell. The claims were later verified by Hale.",
            ("not_addressed", None),
            id="verified-later",
        ),
        pytest.param(
            "Roe said that Dorva fell. Radio Nord could not verify who fired.",
            ("not_addressed", None),
            id="another-matter",
        ),
        pytest.param(
            "Roe said that Dorva fell. Hale left. The claims could not be verified.",
            ("not_addressed", None),
            id="too-far",
        ),
    ],
)
def test_what_is_said_of_the_proof_is_read(text: str, told: tuple[str, str | None]) -> None:
    claim = read(text, source="Roe", cue="said", content=["Dorva fell"])
    assert (claim.verification, claim.verification_cue) == told


def test_what_is_held_without_evidence_is_no_claim_without_it() -> None:
    said = "guards held Hale without evidence"
    claim = read(f"Roe said {said}.", source="Roe", cue="said", content=[said])
    assert claim.verification == "not_addressed"


def test_who_confirms_is_not_confirmed_by_that() -> None:
    text = "Dorva fell, as confirmed by Hale."
    claim = read(text, source="Hale", cue="confirmed", content=["Dorva fell"])
    assert claim.verification == "not_addressed"


def test_a_condition_denies_nothing() -> None:
    said = "without talks and a lasting truce, the town could burn"
    record = {"source": "Roe", "cue": "warned", "content": [said], "certainty": "possible"}
    doubt = {"certainty_cue": "could", "polarity": "negative", "speech_act": "assess"}
    assert read(f"Roe warned that {said}.", **record, **doubt).polarity == "positive"


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        pytest.param(
            'Roe announced it entered Dorva with its "largest" convoy to hold it.',
            ["it entered Dorva with its", "largest"],
            ['it entered Dorva with its "largest" convoy to hold it'],
            id="noun-behind",
        ),
        pytest.param(
            "Roe announced “a truce” on Friday.", ["a truce"], ["a truce"], id="day-behind"
        ),
    ],
)
def test_a_phrase_is_not_cut_at_its_marks(text: str, content: list[str], whole: list[str]) -> None:
    assert read(text, source="Roe", cue="announced", content=content).content == whole
