"""A time alone is no event."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Factuality, Polarity, check
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


class Ordered(BaseModel):
    """What somebody ordered, and maybe how real it is."""

    what: str
    real: Annotated[Literal["occurred", "planned"] | None, Factuality("what")] = None


@pytest.mark.parametrize(("real", "fallen"), [(None, []), ("occurred", ["what"])])
def test_only_what_is_labelled_as_real_must_happen(real: str | None, fallen: list[str]) -> None:
    record = {"sentences": [1], "what": "jets", "real": real}
    (judgement,) = check(Article("Roe ordered ten jets."), [record], schema=Ordered)
    assert [row.path for row in judgement.rejected] == fallen


class Ruled(BaseModel):
    """What somebody says of something."""

    cue: str
    said: Annotated[list[str], Beside("cue", within="speech")]
    way: Annotated[Literal["positive", "negative"], Polarity("said")]


def test_what_is_ruled_out_is_negative() -> None:
    record = {"sentences": [1], "cue": "ruled out", "said": ["arson as the cause"]}
    article = Article("Roe ruled out arson as the cause.")
    (judgement,) = check(article, [{**record, "way": "negative"}], schema=Ruled)
    assert judgement.rejected == ()
