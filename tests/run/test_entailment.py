"""The second look at what was accepted, called in both ways."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from llmextract import Article, Extraction, Extractor
from llmextract.errors import EndpointError, Failure, SettingsError
from llmextract.testing import Scripted, ScriptedModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from llmextract.ask.request import Request
    from tests.conftest import Server

ARTICLE = Article(text="Rebels seized Dorva. The army fled.", id="a")


class Deed(BaseModel):
    who: str
    what: str


SEIZED = {"sentences": [1], "who": "Rebels", "what": "seized"}
SWAPPED = {"sentences": [2], "who": "The army", "what": "fled"}
INVENTED = {"sentences": [2], "who": "Nobody", "what": "fled"}


def _async(extractor: Extractor[Deed], article: Article) -> Extraction[Deed]:
    return asyncio.run(extractor.aextract(article))


both = pytest.mark.parametrize("run", [Extractor[Deed].extract, _async])


def _script(request: Request) -> Scripted:
    """Gives three records, and takes only the first for stated."""
    if request.name != "verify":
        return [SEIZED, SWAPPED, INVENTED]
    return "yes" if "seized" in request.messages[-1].content else "no"


def extractor(
    script: Callable[[Request], Scripted] = _script, *, verify: bool = True, policy: str = "drop"
) -> tuple[Extractor[Deed], ScriptedModel]:
    model = ScriptedModel(script)
    return Extractor(Deed, model=model, verify=verify, policy=policy), model


@both
def test_a_record_that_is_not_seen_stated_falls(
    run: Callable[[Extractor[Deed], Article], Extraction[Deed]],
) -> None:
    extraction = run(extractor()[0], ARTICLE)
    assert [record.value.what for record in extraction.records] == ["seized"]
    (row,) = [row for row in extraction.rejections if row.code == "not_entailed"]
    assert (row.record, row.path) == ("a:deed:1", "")
    assert row.value == {"who": "The army", "what": "fled"}
    assert "probability 0.00" in (row.detail or "")
    assert extraction.usage.calls == 3
    assert [each.call for each in extraction.attempts][1:] == [
        "deed 1-2 verify 0",
        "deed 1-2 verify 1",
    ]


def test_it_is_off_by_default() -> None:
    off, model = extractor(verify=False)
    assert len(off.extract(ARTICLE).records) == 2
    assert len(model.requests) == 1


def test_each_record_is_shown_with_its_own_sentences() -> None:
    looking, model = extractor()
    looking.extract(ARTICLE)
    shown = [request.messages[-1].content for request in model.requests[1:]]
    assert ["[1]" in text for text in shown] == [True, False]
    assert ["[2]" in text for text in shown] == [False, True]


def test_the_policy_report_keeps_and_flags_it() -> None:
    extraction = extractor(policy="report")[0].extract(ARTICLE)
    flagged = {record.value.what: record.flagged for record in extraction.records}
    assert flagged["seized"] == ()
    assert any("" in paths for paths in flagged.values())


def test_a_look_that_fails_is_told_and_loses_nothing() -> None:
    def script(request: Request) -> Scripted:
        return EndpointError("no", kind=Failure.TRANSIENT) if request.name == "verify" else [SEIZED]

    extraction = extractor(script)[0].extract(ARTICLE)
    assert (extraction.status, len(extraction.records)) == ("partial", 1)


@pytest.mark.parametrize(("threshold", "kept"), [(0.5, 0), (0.2, 1)])
def test_the_threshold_is_a_setting(server: Server, threshold: float, kept: int) -> None:
    """Over the wire: probabilities are asked for, and read from what a server says."""
    top = [{"token": "no", "logprob": -0.4}, {"token": "yes", "logprob": -1.2}]
    said = [{"token": "no", "logprob": -0.4, "top_logprobs": top}]
    server.completes(json.dumps({"records": [SEIZED]}))
    server.completes('{"answer":"no"}', logprobs={"content": said})
    with Extractor(
        Deed,
        model="m",
        base_url=server.url,
        verify=True,
        verify_model="judge",
        verify_threshold=threshold,
    ) as looking:
        assert len(looking.extract(ARTICLE).records) == kept
    first, second = (json.loads(body) for body in server.bodies)
    assert (first["model"], "logprobs" in first) == ("m", False)
    assert (second["model"], second["logprobs"], second["top_logprobs"]) == ("judge", True, 20)


def test_a_local_model_has_no_other_beside_it() -> None:
    with pytest.raises(SettingsError, match="verify_model"):
        Extractor(Deed, model="local", verify=True, verify_model="other")


def test_another_setting_is_another_run() -> None:
    on, off = (extractor(verify=verify)[0].fingerprint.prompt for verify in (True, False))
    assert on != off
