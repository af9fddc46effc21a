"""What a run says while it goes on and nobody sees a bar."""

from collections.abc import Callable
from typing import cast

import pytest

from llmextract import Article, Extractor
from llmextract.ask.request import Usage
from llmextract.run.limits import Budget, Price
from llmextract.run.outcome import Outcome
from llmextract.run.progress import told_time
from llmextract.run.report import Report
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel

ARTICLE = Article(text="Rebels seized Dorva.", id="a")
ANSWERED = cast("Outcome", None)  # nothing of it is read where no records are shown


class Clock:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("llmextract.run.progress.time", clock)
    return clock


def a_report(
    total: int, *, a_call: Callable[[Article], int] = lambda _: 1, budget: Budget | None = None
) -> Report:
    return Report(total=total, show_records=False, calls=a_call, budget=budget)


def test_slow_calls_are_told_of_with_what_was_spent_and_what_is_left(
    clock: Clock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    budget = Budget(price=Price(prompt=2, completion=10))
    with a_report(3, budget=budget) as told:
        for _ in range(3):
            clock.wait(61)
            budget.begin(Usage(1000, 100))
            told.watch(ARTICLE, ANSWERED)
    assert capsys.readouterr().err.splitlines() == [
        "1 of 3 calls, 1,100 tokens, 0.0030 in money, about 2 minutes left",
        "2 of 3 calls, 2,200 tokens, 0.0060 in money, about 61 seconds left",
        "3 of 3 calls, 3,300 tokens, 0.0090 in money",
    ]


def test_fast_calls_are_not_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    with a_report(3) as told:
        for _ in range(3):
            told.watch(ARTICLE, ANSWERED)
    assert capsys.readouterr().err == ""


def test_what_an_earlier_run_has_done_counts_as_done_and_not_for_the_pace(
    clock: Clock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with a_report(10, a_call=lambda _: 8) as told:
        told.leave_done(ARTICLE)
        clock.wait(150)
        told.watch(ARTICLE, ANSWERED)
    assert capsys.readouterr().err.splitlines() == ["9 of 10 calls, about 2 minutes left"]


def test_a_record_is_shown_in_the_words_of_the_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "At least 12 soldiers were killed on Tuesday."
    figure = {"count": "At least 12", "of": "soldiers", "kind": "killed"}
    record = {"sentences": [1], "trigger": "killed", "time": "Tuesday", "figures": [figure]}
    labels = {"type": "casualty_report", "factuality": "occurred"}
    model = ScriptedModel([[{**record, **labels}]])
    with Report(total=1, show_records=True, calls=lambda _: 1) as told:
        Extractor(Event, model=model).extract(Article(text, id="a"), watch=told.watch)
    assert capsys.readouterr().err.splitlines()[0] == (
        "  a event: trigger: killed, time: Tuesday, figures: At least 12 soldiers (killed), "
        "type: casualty_report, factuality: occurred"
    )


def test_requests_that_were_in_vain_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    budget = Budget(sent=3)
    a_report(1, budget=budget).close()
    assert "calls      0\nrequests   3, with those that failed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1, "1 second"),
        (99, "99 seconds"),
        (101, "2 minutes"),
        (5_900, "98 minutes"),
        (90_000, "25.0 hours"),
    ],
)
def test_a_stretch_of_time_is_told_in_its_unit(seconds: float, told: str) -> None:
    assert told_time(seconds) == told
