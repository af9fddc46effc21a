"""Bodies: the bytes of the same call are the same, whoever encodes them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import openai
import pytest

from llmextract.ask.body import Body
from llmextract.ask.endpoint import Endpoint
from llmextract.ask.request import Message, Request
from llmextract.settings import Settings

if TYPE_CHECKING:
    from llmextract.ask.wire import JsonObject
    from tests.conftest import Server

REQUEST = Request(
    (Message("system", 'Say "è"\n'), Message("user", "one"), Message("user", "half \ud83d a pair")),
    {"type": "object", "properties": {"é": {"type": "string"}}},
    "event",
    max_tokens=7,
)
REQUESTS = [
    pytest.param(REQUEST, id="schema"),
    pytest.param(replace(REQUEST, grammar='root ::= "é"'), id="grammar"),
    pytest.param(replace(REQUEST, max_tokens=None), id="no-bound"),
    pytest.param(replace(REQUEST, messages=REQUEST.messages[:1]), id="one-message"),
]


def settings(**said: object) -> Settings:
    return Settings.model_validate({"model": "m", "seed": 3, **said})


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize(
    "extra", [{}, {"top_k": 1, "model": "other"}, {"messages": []}], ids=["plain", "more", "other"]
)
def test_our_bytes_are_those_of_the_sdk(
    server: Server, request_: Request, extra: dict[str, object]
) -> None:
    server.completes("{}")
    said = settings(base_url=server.url, extra_body=extra)
    own = Endpoint(said)
    own.send(request_)
    own.close()
    with openai.OpenAI(base_url=server.url, api_key="k") as client:
        Endpoint(said, client=client).send(request_)
    ours, theirs = server.bodies
    assert ours == theirs


@pytest.mark.parametrize("request_", REQUESTS)
def test_what_is_encoded_is_what_the_fields_say(request_: Request) -> None:
    body = Body(settings(), "m")
    for _ in range(2):
        encoded = body.encoded(request_)
        assert list(json.loads(encoded).items()) == list(body.fields(request_).items())


def test_another_schema_under_the_same_name_is_another_body() -> None:
    body = Body(settings(), "m")
    for number in range(100):
        schema: JsonObject = {"type": "object", "title": str(number)}
        sent = json.loads(body.encoded(replace(REQUEST, schema=schema)))
        assert sent["response_format"]["json_schema"]["schema"] == schema


def test_a_schema_goes_by_a_name_that_endpoints_take() -> None:
    sent = json.loads(Body(settings(), "m").encoded(replace(REQUEST, name="événement[int]" * 9)))
    assert sent["response_format"]["json_schema"]["name"] == ("_v_nement_int_" * 9)[:64]
