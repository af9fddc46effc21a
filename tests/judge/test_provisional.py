"""Figures that were corrected since, or that a toll only could reach."""

from collections.abc import Callable

import pytest

from llmextract import Article, check
from llmextract.article.location import Range
from llmextract.judge.rules.figures.provisional import corrected, only_could_be
from llmextract.schemas import Event

FIRST = "Roe first said 16 men died in the fire but later revised the figure to 13."
LATER = "Roe first said 16 men died in the fire but later left Dorva."
PUT = "The toll was initially put at 16, and then lowered to 13."
COULD = "Roe said that six died and that the toll could reach 40."
REACHED = "Roe said that six died and that the toll had reached 40."
MAY = "Roe may reach 40 men in Dorva."


@pytest.mark.parametrize(
    ("asked", "text", "count", "is_so"),
    [
        pytest.param(corrected, FIRST, "16", True, id="revised"),
        pytest.param(corrected, FIRST, "13", False, id="the-later-figure"),
        pytest.param(corrected, LATER, "16", False, id="no-other-figure"),
        pytest.param(corrected, PUT, "16", True, id="put-at"),
        pytest.param(only_could_be, COULD, "40", True, id="could-reach"),
        pytest.param(only_could_be, COULD, "six", False, id="who-died"),
        pytest.param(only_could_be, REACHED, "40", False, id="had-reached"),
        pytest.param(only_could_be, MAY, "40", False, id="no-toll"),
    ],
)
def test_what_leaves_a_figure_unsettled(
    asked: Callable[[str, Range], str | None], text: str, count: str, *, is_so: bool
) -> None:
    start = text.index(count)
    assert (asked(text, (start, start + len(count))) is not None) == is_so


@pytest.mark.parametrize(
    ("text", "trigger", "count", "label", "falls"),
    [
        (COULD, "toll", "40", "occurred", True),
        (COULD, "died", "six", "occurred", False),
        (COULD, "toll", "40", "hypothetical", False),
    ],
)
def test_who_says_that_it_occurred_needs_a_figure_that_did(
    text: str, trigger: str, count: str, label: str, *, falls: bool
) -> None:
    record = {
        "sentences": [1],
        "trigger": trigger,
        "figures": [{"count": count, "kind": "killed"}],
        "type": "other",
        "factuality": label,
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert any(row.path == "figures[0].count" for row in judgement.rejected) == falls
