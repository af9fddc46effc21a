"""What is claimed is not positive where its cue denies it, unless another label can say so."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Polarity, check


class Said(BaseModel):
    """What somebody says."""

    cue: str
    claim: Annotated[str, Beside("cue", within="speech")]
    polarity: Annotated[Literal["positive", "negative"], Polarity("claim")]


class Act(Said):
    """What somebody says, and what he does by it."""

    act: Literal["report", "deny"]


def falls(text: str, record: dict[str, str], schema: type[BaseModel]) -> bool:
    (judgement,) = check(Article(text=text), [{"sentences": [1], **record}], schema=schema)
    assert {row.path for row in judgement.rejected} <= {"polarity"}
    return bool(judgement.rejected)


@pytest.mark.parametrize(
    ("text", "cue", "claim", "is_refused"),
    [
        ("Roe denied that he stole bikes.", "denied", "he stole bikes", True),
        ("Roe denied on Monday that he stole bikes.", "denied", "that he stole bikes", True),
        ("Roe denied stealing bikes.", "denied", "stealing bikes", True),
        ("Roe doubts that the mill will open.", "doubts", "the mill will open", True),
        ("Roe did not deny that he stole bikes.", "did not deny", "he stole bikes", False),
        ("Roe denied guilt and said that he left.", "said", "that he left", False),
        ("Roe said that Hale denied that he left.", "said", "Hale denied that he left", False),
    ],
)
def test_what_is_denied_is_not_positive(
    text: str, cue: str, claim: str, *, is_refused: bool
) -> None:
    said = {"cue": cue, "claim": claim, "polarity": "positive"}
    assert falls(text, said, Said) is is_refused
    assert not falls(text, {**said, "act": "deny"}, Act)


def test_what_is_denied_may_be_negative_too() -> None:
    text = "Roe denied that he stole bikes."
    said = {"cue": "denied", "claim": "he stole bikes", "polarity": "negative"}
    assert not falls(text, said, Said)
    assert not falls(text, {**said, "act": "deny"}, Act)
