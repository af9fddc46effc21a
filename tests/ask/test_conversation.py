"""Conversations: what to make of each reply, the same for blocking and asynchronous sending."""

import asyncio
import threading
from collections.abc import Callable, Generator
from dataclasses import replace

import pytest

from llmextract.ask.conversation import Answer, adrive, converse, drive
from llmextract.ask.request import Message, Reply, Request, is_long
from llmextract.errors import EndpointError, Failure
from llmextract.testing import Scripted, ScriptedModel

REQUEST = Request((Message("user", "[1] A b."),), {"type": "object"}, "event", max_tokens=100)
GOOD = '{"records": [{"sentences": [1]}]}'
Drive = Callable[[ScriptedModel], Answer]


def _blocking(model: ScriptedModel) -> Answer:
    return drive(converse(REQUEST), model.send)


def _asynchronous(model: ScriptedModel) -> Answer:
    return asyncio.run(adrive(converse(REQUEST), model.asend))


both = pytest.mark.parametrize("run", [_blocking, _asynchronous])


@both
def test_a_good_reply_is_the_answer(run: Drive) -> None:
    model = ScriptedModel([GOOD])
    assert run(model).records == ({"sentences": [1]},)
    assert model.requests == [REQUEST]


@both
def test_a_bad_reply_is_asked_again_once_with_the_reason(run: Drive) -> None:
    model = ScriptedModel(["I would rather not say.", GOOD])
    answer = run(model)
    assert len(answer.replies) == 2
    assert model.requests[1].messages[-2] == Message("assistant", "I would rather not say.")
    assert "no JSON" in model.requests[1].messages[-1].content


@pytest.mark.parametrize(
    ("replies", "kind", "calls"),
    [
        pytest.param(["prose", "more prose"], Failure.BAD_RESPONSE, 2, id="prose"),
        pytest.param(["", ""], Failure.EMPTY, 2, id="empty"),
        pytest.param([Reply(None), Reply(None)], Failure.EMPTY, 2, id="null"),
        pytest.param([Reply(None, refusal="I will not.")], Failure.REFUSED, 1, id="refusal"),
        pytest.param([Reply("", "content_filter")], Failure.REFUSED, 1, id="filter"),
        pytest.param([Reply('{"rec', "length")] * 2, Failure.TRUNCATED, 2, id="cut"),
    ],
)
def test_what_is_no_answer_has_a_kind_and_bounded_calls(
    replies: list[Scripted], kind: Failure, calls: int
) -> None:
    model = ScriptedModel(replies)
    with pytest.raises(EndpointError) as caught:
        _blocking(model)
    assert (caught.value.kind, caught.value.attempts, len(model.requests)) == (kind, calls, calls)


def test_a_refusal_is_told() -> None:
    with pytest.raises(EndpointError, match="I will not"):
        _blocking(ScriptedModel([Reply(None, refusal="I will not.")]))


def test_a_cut_reply_gives_its_whole_records_and_says_so() -> None:
    cut = Reply(GOOD[:-2] + ', {"sentences": [2', "length")
    answer = _blocking(ScriptedModel([cut, cut]))
    assert answer.records == ({"sentences": [1]},)
    assert answer.truncated


def test_a_reply_cut_before_its_first_record_is_asked_again_with_more_room() -> None:
    model = ScriptedModel([Reply('{"records": [{"sen', "length"), GOOD])
    assert not _blocking(model).truncated
    assert [request.max_tokens for request in model.requests] == [100, 200]


def test_of_two_cut_replies_the_fuller_is_kept_and_stands_last() -> None:
    fuller = Reply(GOOD[:-2] + ', {"sentences": [2', "length")
    answer = _blocking(ScriptedModel([fuller, Reply('{"records": [', "length")]))
    assert answer.records == ({"sentences": [1]},)
    assert answer.truncated
    assert answer.replies[-1] is fuller
    assert len(answer.replies) == 2


def test_what_was_salvaged_outlives_a_failing_second_call() -> None:
    cut = Reply(GOOD[:-2], "length")
    failing = EndpointError("gone", kind=Failure.UNREACHABLE)
    for run in (_blocking, _asynchronous):
        answer = run(ScriptedModel([cut, failing]))
        assert (answer.records, answer.truncated) == (({"sentences": [1]},), True)


def test_a_failing_call_with_nothing_salvaged_is_an_error() -> None:
    for run in (_blocking, _asynchronous):
        with pytest.raises(EndpointError, match="gone"):
            run(ScriptedModel([EndpointError("gone", kind=Failure.UNREACHABLE)]))


def test_a_limit_that_is_not_ours_is_not_tried_twice() -> None:
    """Without `max_tokens` the limit is the endpoint's, and asking again would meet it again."""
    model = ScriptedModel([Reply(GOOD[:-2], "length")])
    assert drive(converse(replace(REQUEST, max_tokens=None)), model.send).truncated
    assert len(model.requests) == 1


def test_half_a_surrogate_pair_can_be_shown_back() -> None:
    model = ScriptedModel(["\ud800 no JSON", GOOD])
    _blocking(model)
    model.requests[1].messages[-2].content.encode("utf-8")


def test_what_takes_long_is_made_in_a_thread_beside_the_event_loop() -> None:
    seen: list[threading.Thread] = []

    def conversation() -> Generator[Request, Reply, str]:
        for _ in range(2):
            yield REQUEST
            seen.append(threading.current_thread())
        return "done"

    model = ScriptedModel([Reply("x" * 20_000), Reply("x")])
    running = adrive(conversation(), model.asend, takes_long=is_long)
    assert asyncio.run(running) == "done"
    assert seen[0] is not threading.main_thread()
    assert seen[1] is threading.main_thread()
