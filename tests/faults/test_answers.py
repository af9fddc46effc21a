"""Rows 16 to 23, 25 and 26: one call survives what a model may write.

The real SDK against a real server on this machine; while one call is struck, another goes on.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from llmextract import Article, Extractor
from llmextract.ask.conversation import Answer, converse, drive
from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Message, Request
from llmextract.errors import EndpointError, Failure
from llmextract.settings import Settings
from tests.faults.server import GOOD, FaultServer, completion, says, sends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from llmextract.ask.wire import Json

STRUCK = Request((Message("user", "STRUCK"),), {"type": "object"}, "event", max_tokens=100)
OTHER = Request((Message("user", "other"),), {"type": "object"}, "event", max_tokens=100)
RECORD: Json = {"sentences": [1]}
SECOND = '{"records": [{"sentences": [2]}]}'


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[FaultServer, Endpoint]]:
    with FaultServer() as server:
        endpoint = Endpoint(Settings(model="m", base_url=server.url, timeout=10.0))
        yield server, endpoint
        endpoint.close()


@pytest.fixture
def server(running: tuple[FaultServer, Endpoint]) -> FaultServer:
    server, _ = running
    server.faults.clear()
    server.seen.clear()
    return server


@pytest.fixture
def endpoint(running: tuple[FaultServer, Endpoint]) -> Endpoint:
    return running[1]


def answer(endpoint: Endpoint) -> Answer | EndpointError:
    """How a struck conversation ends, while another goes on and ends well."""
    with ThreadPoolExecutor() as pool:
        other = pool.submit(drive, converse(OTHER), endpoint.send)
        try:
            ended: Answer | EndpointError = drive(converse(STRUCK), endpoint.send)
        except EndpointError as error:
            ended = error
        assert other.result().records == (RECORD,)
    return ended


def writes(server: FaultServer, *texts: object, finish_reason: str = "stop") -> None:
    server.does(*(says(200, completion(text, finish_reason=finish_reason)) for text in texts))


def kind_of(ended: Answer | EndpointError) -> Failure:
    assert isinstance(ended, EndpointError), f"an answer: {ended}"
    return ended.kind


def records_of(ended: Answer | EndpointError) -> tuple[Json, ...]:
    assert isinstance(ended, Answer), f"{ended!r}"
    return ended.records


@pytest.mark.parametrize(
    ("texts", "records"),
    [
        pytest.param([GOOD[:-2] + ', {"sen', GOOD], 1, id="row-16-then-whole"),
        pytest.param([GOOD[:-2] + ', {"sen', '{"rec'], 1, id="row-16-then-worse"),
        pytest.param(['{"rec', GOOD[:-2] + ", " + GOOD[13:-2]], 2, id="row-16-then-better"),
    ],
)
def test_a_reply_cut_for_length_is_salvaged_and_asked_for_with_more_room(
    server: FaultServer, endpoint: Endpoint, texts: list[str], records: int
) -> None:
    writes(server, *texts, finish_reason="length")
    ended = answer(endpoint)
    assert len(records_of(ended)) == records
    assert isinstance(ended, Answer)
    assert ended.truncated
    assert [json.loads(seen.body)["max_tokens"] for seen in server.strikes] == [100, 200]


@pytest.mark.parametrize("text", ["", '{"rec', '{"records": [', '{"records": []', "<think> Let"])
def test_no_reply_cut_for_length_passes_for_no_records(
    server: FaultServer, endpoint: Endpoint, text: str
) -> None:
    """row-16-nothing: never "ok, 0 records"."""
    writes(server, text, finish_reason="length")
    ended = answer(endpoint)
    assert isinstance(ended, EndpointError) or ended.truncated
    assert len(server.strikes) == 2


@pytest.mark.parametrize("cut", range(1, len(GOOD) - 1, 4), ids=lambda cut: f"row-17-{cut}")
def test_a_reply_cut_without_a_word_is_asked_for_again(
    server: FaultServer, endpoint: Endpoint, cut: int
) -> None:
    writes(server, GOOD[:cut], GOOD)
    ended = answer(endpoint)
    assert records_of(ended) == (RECORD,)
    assert isinstance(ended, Answer)
    assert (len(server.strikes), ended.truncated) == (2, False)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(completion(None, refusal="I will not."), id="row-18-refusal"),
        pytest.param(
            completion("I will not.", finish_reason="content_filter"), id="row-18-content-filter"
        ),
    ],
)
def test_a_refusal_is_an_answer(server: FaultServer, endpoint: Endpoint, body: bytes) -> None:
    server.does(says(200, body))
    ended = answer(endpoint)
    assert kind_of(ended) is Failure.REFUSED
    assert "I will not." in str(ended)
    assert len(server.strikes) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(None, id="row-19-null"),
        pytest.param("", id="row-19-empty"),
        pytest.param("  \n\t", id="row-19-blank"),
        pytest.param([], id="row-19-no-parts"),
        pytest.param({"text": "x"}, id="row-19-object"),
        pytest.param(7, id="row-19-number"),
    ],
)
def test_an_empty_reply_is_asked_for_once_more(
    server: FaultServer, endpoint: Endpoint, text: object
) -> None:
    writes(server, text)
    assert kind_of(answer(endpoint)) is Failure.EMPTY
    assert len(server.strikes) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"```json\n{GOOD}\n```", id="row-20-markdown"),
        pytest.param(f"Sure! Here it is:\n\n{GOOD}\n\nAnything else?", id="row-20-prose"),
        pytest.param(f'<think>Perhaps {{"records": []}}?</think>{GOOD}', id="row-20-think"),
        pytest.param(f'Perhaps {{"records": []}}?</think>{GOOD}', id="row-20-think-half"),
        pytest.param(f"{GOOD}\n{GOOD}", id="row-20-twice-the-same"),
        pytest.param([{"type": "text", "text": GOOD}], id="row-20-parts"),
        pytest.param("\ufeff" + GOOD, id="row-20-mark"),
    ],
)
def test_what_stands_around_an_answer_costs_no_call(
    server: FaultServer, endpoint: Endpoint, text: object
) -> None:
    writes(server, text)
    assert records_of(answer(endpoint)) == (RECORD,)
    assert len(server.strikes) == 1


NO_ANSWERS = {
    "row-20-two-different": GOOD + SECOND,
    "row-20-three-different": GOOD + GOOD + SECOND,
    "row-20-prose-only": "There are no events in this text.",
    "row-21-duplicate-key": '{"records": [{"sentences": [1], "sentences": [2]}]}',
    "row-21-duplicate-deep": '{"records": [{"sentences": [1], "a": [{"b": 1, "b": 1}]}]}',
    "row-22-nan": '{"records": [{"sentences": [1], "count": NaN}]}',
    "row-22-infinity": '{"records": [{"sentences": [1], "count": -Infinity}]}',
    "row-22-deep": '{"records": [' + '{"a":' * 200 + "1" + "}" * 200 + "]}",
    "row-22-number": "42",
    "row-22-null": "null",
    "row-22-string": '"records"',
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NO_ANSWERS.items()])
def test_what_is_no_answer_is_asked_for_once_more(
    server: FaultServer, endpoint: Endpoint, text: str
) -> None:
    writes(server, text, GOOD)
    assert records_of(answer(endpoint)) == (RECORD,)
    assert len(server.strikes) == 2
    server.faults.clear()
    writes(server, text)
    assert kind_of(answer(endpoint)) in {Failure.BAD_RESPONSE, Failure.TRUNCATED, Failure.LOOPED}
    assert len(server.strikes) <= 4


# What a record may hold beside its citation, as a model would write it.
WRITABLE = {
    "row-22-huge-int": f'"count": {"9" * 5000}',
    "row-22-huge-float": '"count": -1e999',
    "row-22-wrong-types": '"extra": {"a": [null, true]}, "place": 3',
    "row-23-lone-surrogate": '"place": "\\ud83d and \\udc00\\ud83d"',
    "row-23-raw-surrogate": '"place": "\ud83d"',
    "row-23-pair": '"place": "\\ud83d\\ude00"',
    "row-23-nul": '"place": "a\\u0000b\x00"',
    "row-23-bidi": '"place": "\u202eabc\u2066"',
    "row-23-controls": '"place": "\x01\x1b[31m\x7f\u2028"',
}


def holding(field: str) -> str:
    return f'{{"records": [{{"sentences": [1], {field}}}]}}'


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in WRITABLE.items()])
def test_every_answer_can_be_written_and_read_back(
    server: FaultServer, endpoint: Endpoint, text: str
) -> None:
    writes(server, holding(text))
    ended = answer(endpoint)
    records = records_of(ended)
    assert isinstance(ended, Answer)
    line = json.dumps(records, ensure_ascii=False, allow_nan=False).encode("utf-8")
    assert json.loads(line) == list(records)
    assert all(reply.raw.encode("utf-8") for reply in ended.replies)


def test_half_a_pair_is_replaced_and_a_whole_one_is_not(
    server: FaultServer, endpoint: Endpoint
) -> None:
    """row-23-replaced"""
    writes(server, *(holding(WRITABLE[f"row-23-{name}"]) for name in ("lone-surrogate", "pair")))
    assert records_of(answer(endpoint)) == ({"sentences": [1], "place": "\ufffd and \ufffd\ufffd"},)
    assert records_of(answer(endpoint)) == ({"sentences": [1], "place": "\U0001f600"},)


def test_a_byte_that_is_no_text_costs_only_where_it_stands(
    server: FaultServer, endpoint: Endpoint
) -> None:
    """row-23-invalid-utf8"""
    body = completion('{"records": [{"sentences": [1], "place": "HERE"}]}')
    server.does(says(200, body.replace(b"HERE", b"\xff\xc3(")))
    assert records_of(answer(endpoint)) == ({"sentences": [1], "place": "\ufffd\ufffd("},)


def test_half_a_pair_in_an_article_can_be_sent(server: FaultServer, endpoint: Endpoint) -> None:
    """row-23-article"""
    writes(server, GOOD)
    request = Request((Message("user", "STRUCK \ud800."),), {"type": "object"}, "event")
    endpoint.send(request)
    assert json.loads(server.strikes[0].body)["messages"][0]["content"] == "STRUCK \ufffd."


@pytest.mark.parametrize(
    ("text", "reason", "records"),
    [
        pytest.param(
            '{"records": [' + ", ".join(['{"sentences": [1]}'] * 20_000) + "]}",
            "stop",
            1,
            id="row-25-records",
        ),
        pytest.param(
            '{"records": [' + ", ".join(f'{{"sentences": [{n}]}}' for n in range(20_000)) + "]}",
            "stop",
            500,
            id="row-25-counting",
        ),
        pytest.param(
            '{"records": [{"sentences": [1]}, {"sentences": [1], "places": ["Hama"'
            + ', "Hama"' * 20_000
            + "]}]}",
            "stop",
            1,
            id="row-25-items",
        ),
        pytest.param(
            '{"records": [{"sentences": [1]}, {"sentences": [1], "places": ["Hama"'
            + ', "Hama"' * 20_000,
            "length",
            1,
            id="row-25-cut",
        ),
        pytest.param(
            '{"records": [{"sentences": [1]}' + "\n" * 20_000, "length", 1, id="row-25-blank"
        ),
    ],
)
def test_a_model_that_runs_wild_is_stopped_and_its_records_kept(
    server: FaultServer, endpoint: Endpoint, text: str, reason: str, records: int
) -> None:
    writes(server, text, finish_reason=reason)
    ended = answer(endpoint)
    assert len(records_of(ended)) == records
    assert isinstance(ended, Answer)
    assert ended.looped
    assert len(server.strikes) == 1, "asking again would only repeat it"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"places": ["Hama"' + ', "Hama"' * 20_000, id="row-25-nothing"),
        pytest.param("[" * 100_000, id="row-22-deeper"),
        pytest.param('["}",' * 50_000, id="row-22-deep-and-quoted"),
    ],
)
def test_a_loop_without_a_record_has_a_kind(
    server: FaultServer, endpoint: Endpoint, text: str
) -> None:
    writes(server, '{"records": [' + text, finish_reason="length")
    assert kind_of(answer(endpoint)) is Failure.LOOPED
    assert len(server.strikes) == 1


class Town(BaseModel):
    place: str


def test_the_answer_to_another_article_is_rejected(server: FaultServer) -> None:
    """row-26: the words of the one do not stand in the other."""
    texts = {"a": "Rebels seized Dorva.", "b": "STRUCK troops left Kelm."}

    def reply(place: str) -> bytes:
        return completion(json.dumps({"records": [{"sentences": [1], "place": place}]}))

    server.does(says(200, reply("Dorva")))
    with Extractor(Town, model="m", base_url=server.url) as extractor:
        extraction = extractor.extract(Article(text=texts["b"], id="b"))
    assert extraction.records == ()
    assert {rejection.path for rejection in extraction.rejections} >= {"place"}


def test_a_silent_server_then_a_good_one(server: FaultServer, endpoint: Endpoint) -> None:
    """A fault of the line and one of the model in the same conversation."""
    server.does(sends(b""), says(200, completion("prose")), says(503), says(200, completion(GOOD)))
    ended = answer(endpoint)
    assert records_of(ended) == (RECORD,)
    assert isinstance(ended, Answer)
    assert [reply.attempts for reply in ended.replies] == [2, 2]
