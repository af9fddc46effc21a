"""What a run says while it goes on and nobody sees a bar."""

from itertools import count
from typing import cast

import pytest

from llmextract import Article
from llmextract.run.outcome import Outcome
from llmextract.run.report import Report

ARTICLE = Article(text="Rebels seized Dorva.", id="a")
ANSWERED = cast("Outcome", None)  # nothing of it is read where no records are shown


@pytest.mark.parametrize(
    ("seconds", "lines"),
    [
        pytest.param(61, ["1 of 3 calls", "2 of 3 calls", "3 of 3 calls"], id="slow"),
        pytest.param(1, [], id="fast"),
    ],
)
def test_slow_calls_are_told_of_now_and_then(
    seconds: int,
    lines: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = count(0, seconds)
    monkeypatch.setattr("llmextract.run.report.time.monotonic", lambda: float(next(clock)))
    with Report(total=3, unit="calls", show_records=False) as told:
        for _ in range(3):
            told.watch(ARTICLE, ANSWERED)
    assert capsys.readouterr().err.splitlines() == lines
