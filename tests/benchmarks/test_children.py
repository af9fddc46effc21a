"""A measurement runs in a child process and comes back typed, or says why not."""

from dataclasses import replace

import pytest

from benchmarks.children import Request, measure
from benchmarks.tools import OURS, TOOLS, Tool

FLOOR = TOOLS[-1]
REQUEST = Request("The army left. It rained.", ["It rained", "it rained"], repeats=2, seconds=30)


def test_each_repeat_is_answered() -> None:
    outcome = measure(FLOOR, REQUEST)
    assert [answer.spans for answer in outcome.answers] == [((15, 24), None)] * 2
    assert outcome.cpu is not None
    assert outcome.answers[0].peak > 1_000_000


def test_we_are_asked_as_the_others_are() -> None:
    outcome = measure(OURS, replace(REQUEST, apart=True, repeats=1))
    assert [answer.spans for answer in outcome.answers] == [((15, 24), (15, 24))]


def test_a_tool_that_breaks_is_shown_as_failed(capfd: pytest.CaptureFixture[str]) -> None:
    outcome = measure(Tool("broken", "missing"), REQUEST)
    assert (outcome.failure, outcome.cpu) == ("failed", None)
    assert "missing_peer" in capfd.readouterr().err


def test_a_tool_that_takes_too_long_is_ended() -> None:
    assert measure(FLOOR, replace(REQUEST, seconds=0), start=0).failure == "> 0 s"
