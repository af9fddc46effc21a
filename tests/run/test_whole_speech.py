"""A sentence that is shown alone cuts a quotation short; the rest of it is read by code."""

import json

import pytest

from llmextract import Article, Extractor
from llmextract.ask.request import Request
from llmextract.schemas import Claim
from llmextract.testing import ScriptedModel

SAID = "the bridge is lost"


def extract(text: str, **changes: object) -> list[Claim]:
    """What comes of a claim that a model points at in the sentence with `SAID`."""
    record = {"source": "she", "cue": "said", "content": [SAID], "speech_act": "report", **changes}

    def answer(request: Request) -> str:
        shown = request.messages[-1].content
        return json.dumps([record] if SAID in shown else [])

    model = ScriptedModel(answer)
    extractor = Extractor(Claim, model=model, grammar=True, window=1)
    extraction = extractor.extract(Article(text=text))
    assert not extraction.rejections
    return [record.value for record in extraction.records]


def test_a_speech_is_read_to_its_end() -> None:
    (claim,) = extract("“We know that the bridge is lost,” she said. “The road is held.”")
    assert claim.content == ["We know that the bridge is lost", "The road is held."]


def test_a_speech_is_read_from_its_beginning() -> None:
    (claim,) = extract("“The road is held. But the bridge is lost,” she said.")
    assert claim.content == ["The road is held.", "But the bridge is lost"]


def test_a_label_that_would_fall_by_the_rest_stays() -> None:
    (claim,) = extract("“The road is not held. But the bridge is lost,” she said.")
    assert claim.content == ["But the bridge is lost"]
    assert claim.polarity == "positive"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“So she said the bridge is lost,” he said. “It is so.”", id="said-within"),
        pytest.param("But she said the bridge is lost. “The road is held.”", id="unquoted"),
    ],
)
def test_what_is_no_speech_of_the_source_stays_as_it_is(text: str) -> None:
    assert [claim.content for claim in extract(text)] == [[SAID]]
