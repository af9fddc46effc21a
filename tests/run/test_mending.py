"""Repair: what is asked once more, what of it is put in, and what is kept of what was there."""

import asyncio
import json
from collections.abc import Callable
from enum import Enum
from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Article, CuedBy, Extraction, Extractor
from llmextract.ask.request import Reply, Usage
from llmextract.errors import EndpointError, Failure, SettingsError
from llmextract.testing import Scripted, ScriptedModel

ARTICLE = Article(
    text="Rebels perhaps seized Dorva and Kelmar on Friday, killing 12 soldiers. The army fled.",
    id="a",
)


class Certainty(Enum):
    CERTAIN = "certain"
    POSSIBLE = "possible"


class Deed(BaseModel):
    who: str
    what: str
    where: list[str] = []
    day: str | None = None
    certainty: Annotated[Certainty, CuedBy("cue", unless="certain")] = Certainty.CERTAIN
    cue: str | None = None


GOOD = {"sentences": [1], "who": "Rebels", "what": "seized", "where": ["Dorva"], "day": "Friday"}
WRONG = {**GOOD, "what": "captured", "where": ["Dorva", "Moscow"], "day": "Monday"}
Run = Callable[[Extractor[Deed], Article], Extraction[Deed]]


def _async(extractor: Extractor[Deed], article: Article) -> Extraction[Deed]:
    return asyncio.run(extractor.aextract(article))


both = pytest.mark.parametrize("run", [Extractor[Deed].extract, _async])


def mended(**fields: object) -> str:
    return json.dumps({"records": [{"sentences": [1], "record_0": fields}]})


def extract(
    *script: Scripted, repair: str | None = "on", policy: str | None = None, run: Run = _async
) -> tuple[Extraction[Deed], ScriptedModel]:
    model = ScriptedModel(script)
    extractor = Extractor(Deed, model=model, repair=repair, policy=policy)
    return run(extractor, ARTICLE), model


@both
def test_what_the_repair_brings_is_judged_and_put_in(run: Run) -> None:
    answer = mended(what="seized", where_1="Kelmar", day="Friday")
    extraction, model = extract([WRONG], answer, run=run)
    (record,) = extraction.records
    assert record.value == Deed(
        who="Rebels", what="seized", where=["Dorva", "Kelmar"], day="Friday"
    )
    assert record.spans["what"][0].exact == "seized"
    assert len(model.requests) == 2


def test_it_is_off_by_default() -> None:
    extraction, model = extract([WRONG], repair=None)
    assert not extraction.records
    assert len(model.requests) == 1


def test_what_was_mended_keeps_its_row() -> None:
    extraction, _ = extract([WRONG], mended(what="seized", where_1=None, day=None))
    rows = {row.path: (row.code, row.value, row.detail) for row in extraction.rejections}
    assert set(rows) == {"what", "where[1]", "day"}
    code, value, detail = rows["what"]
    assert (code, value) == ("not_found", "captured")
    assert detail is not None
    assert detail.endswith("mended by repair: 'seized'")


def test_the_contract_of_a_row_is_kept() -> None:
    extraction, _ = extract([WRONG], mended(what="seized"))
    keys = [list(row) for row in json.loads(extraction.to_json())["rejections"]]
    assert keys == [["record", "schema", "path", "code", "value", "nearest", "detail"]] * 3


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(mended(what="raided", day="Sunday"), id="as-bad"),
        pytest.param(mended(what=None, where_1=None, day=None), id="nulls"),
        pytest.param(mended(who="Nobody", where_0="Kelmar"), id="what-was-not-asked-for"),
        pytest.param(mended(where_1="dorva"), id="an-item-again"),
        pytest.param(json.dumps({"records": [{"record_9": {"what": "seized"}}]}), id="another"),
        pytest.param(json.dumps({"records": ["junk", {"record_0": []}]}), id="junk"),
        pytest.param(json.dumps({"records": []}), id="nothing"),
    ],
)
def test_what_makes_nothing_better_changes_nothing(answer: str) -> None:
    before, _ = extract([WRONG], repair=None)
    after, _ = extract([WRONG], answer)
    assert after.records == before.records
    assert after.rejections == before.rejections


def test_a_label_and_the_words_that_carry_it_are_mended_together() -> None:
    wrong = {**GOOD, "certainty": "possible"}
    extraction, _ = extract([wrong], mended(certainty="possible", cue="perhaps"))
    (record,) = extraction.records
    assert (record.value.certainty, record.value.cue) == (Certainty.POSSIBLE, "perhaps")


def test_only_what_a_record_needs_is_asked_for() -> None:
    extraction, model = extract([WRONG], mended(what="seized"), repair="required")
    assert "day" not in json.dumps(model.requests[1].schema)
    assert extraction.records[0].value.day is None


def test_what_is_needed_and_was_not_stated_is_asked_for() -> None:
    missing = {name: value for name, value in GOOD.items() if name != "what"}
    extraction, _ = extract([missing], mended(what="seized"), repair="required")
    assert [record.value.what for record in extraction.records] == ["seized"]


@pytest.mark.parametrize("record", [GOOD, {**GOOD, "sentences": [99], "what": "x"}, "junk"])
def test_without_a_field_to_mend_no_call_is_made(record: Scripted) -> None:
    _, model = extract([record])
    assert len(model.requests) == 1


def test_one_call_asks_for_all_records_of_a_window() -> None:
    _, model = extract([[WRONG] * 3][0], mended())
    shown = model.requests[1].messages[-1].content
    assert [f"record_{number}:" in shown for number in range(4)] == [True, True, True, False]
    assert shown.count("[1] Rebels") == 1
    assert "The army" not in shown


def test_a_repaired_record_passes_the_strict_policy() -> None:
    answer = mended(what="seized", where_1="Kelmar", day="Friday")
    extraction, _ = extract([WRONG], answer, policy="strict")
    assert len(extraction.records) == 1


@both
def test_a_repair_that_fails_leaves_what_was_there_and_is_told(run: Run) -> None:
    error = EndpointError("no", kind=Failure.TRANSIENT, attempts=3)
    extraction, _ = extract([{**WRONG, "what": "seized"}], error, run=run)
    assert (extraction.status, len(extraction.records)) == ("partial", 1)
    assert [(each.kind, each.attempts) for each in extraction.errors] == [("transient", 3)]


@both
def test_its_replies_count(run: Run) -> None:
    replies = [
        Reply(json.dumps({"records": [WRONG]}), usage=Usage(10, 5, 0), raw="first"),
        Reply(mended(what="seized"), usage=Usage(4, 2, 0), raw="second"),
    ]
    extraction, _ = extract(*replies, run=run)
    usage = extraction.usage
    assert (usage.calls, usage.prompt_tokens, usage.completion_tokens) == (2, 14, 7)
    assert [reply.raw for reply in extraction.replies] == ["first", "second"]
    assert [attempt.call for attempt in extraction.attempts] == ["deed 1-2", "deed 1-2 repair"]


def test_another_setting_is_another_run() -> None:
    prompts = {
        Extractor(Deed, model=ScriptedModel([]), repair=mode).fingerprint.prompt
        for mode in (None, "off", "required", "on")
    }
    assert len(prompts) == 3


def test_a_setting_that_there_is_not_is_refused() -> None:
    with pytest.raises(SettingsError, match="repair"):
        Extractor(Deed, model=ScriptedModel([]), repair="always")
