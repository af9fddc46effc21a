"""The period that a figure covers, and that of another figure beside it."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


@pytest.mark.parametrize(
    ("text", "count", "period", "falls"),
    [
        ("The flu killed 85 people since January, 20 of them last week.", "85", "last week", True),
        ("The flu killed 85 people since January, 20 of them last week.", "20", "last week", False),
        ("The flu killed 85 people since January.", "85", "since January", False),
        ("The flu killed two men, bringing to 38 those lost this year.", "two", "this year", True),
        ("The flu killed two men, bringing to 38 those lost this year.", "38", "this year", False),
        ("On Monday the flu killed 12 people and on Tuesday 30.", "30", "On Monday", True),
        ("The flu killed 16, one of the worst losses this year.", "16", "this year", True),
        ("The flu killed 16 clerks, cooks and guards this year.", "16", "this year", False),
        ("Roe held 46 on Monday over a riot in which two died.", "two", "Monday", True),
        ("Roe held 46 on Monday over a riot in which two died.", "46", "Monday", False),
        ("It killed 470 since 2014, including 12 in a raid on Monday.", "12", "since 2014", True),
        ("It killed 470 since 2014, including 12 clerks.", "12", "since 2014", False),
        ("On Monday the flu killed 12 people and on Tuesday 30.", "12", "On Monday", False),
        ("The flu killed 12 people and sickened 30 since January.", "12", "since January", False),
        (
            "The flu killed 110 people in April. So far this month 14 have died.",
            "14",
            "April",
            True,
        ),
        ("In April the flu killed many. Hospitals counted 110 dead.", "110", "April", False),
    ],
)
def test_a_period_is_that_of_the_figure_it_stands_with(
    text: str, count: str, period: str, *, falls: bool
) -> None:
    figure = {"count": count, "kind": "other", "period": period}
    trigger = "died" if "died" in text else "killed"
    labels = {"trigger": trigger, "type": "other", "factuality": "occurred"}
    record = {"sentences": list(range(1, text.count(".") + 1)), **labels, "figures": [figure]}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    detail = next((v.detail for v in judgement.verdicts if v.path == "figures[0].period"), None)
    assert ("of another figure" in (detail or "")) == falls
