"""A time alone is no event."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


@pytest.mark.parametrize(
    ("text", "trigger", "falls"),
    [
        ("Roe will leave before the end of the rainy season.", "end of the rainy season", True),
        ("Roe will leave before the end of the year.", "before the end of the year", True),
        ("Roe left in the morning.", "in the morning", True),
        ("Roe left before the end of the siege.", "end of the siege", False),
        ("Roe left after the night raid.", "night raid", False),
        ("Roe held a march on Dorva.", "march", False),
        ("The season began in Dorva.", "season began", False),
        ("Roe left during the attack on Monday.", "attack on Monday", False),
    ],
)
def test_a_time_tells_no_event(text: str, trigger: str, *, falls: bool) -> None:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert ("trigger" in {row.path for row in judgement.rejected}) is falls
