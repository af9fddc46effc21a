"""Where one person alone speaks by name, no words are those of another sentence's speaker."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Speaker, check


class Said(BaseModel):
    """Who says what."""

    who: Annotated[str, Beside("verb", within="subject", outside="words")]
    verb: str
    words: Annotated[list[str], Beside("verb", within="speech")]


class Told(BaseModel):
    """What happens, and who reports it."""

    deed: str
    source: Annotated[str, Speaker("deed")]


@pytest.mark.parametrize(
    ("text", "who", "falls"),
    [
        ("Guards said no. “We left,” said Dr. Ada Roe.", "Guards", True),
        ("Ilan Hale said no. “We left,” Ada Roe said.", "Ilan Hale", True),
        ("Dr. Roe said no. “We left,” said Dr. Ada Roe.", "Dr. Roe", False),
        ("The chemist said no. “We left,” Ada Roe said.", "The chemist", False),
        ("Ilan Hale said no. “We left,” he said.", "Ilan Hale", False),
        ("Ilan Hale said no. “We left.”", "Ilan Hale", False),
    ],
)
def test_a_quotation_is_that_of_who_speaks_beside_it(text: str, who: str, *, falls: bool) -> None:
    record = {"sentences": [1, 2], "who": who, "verb": "said", "words": ["We left"]}
    (judgement,) = check(Article(text=text), [record], schema=Said)
    assert ("who" in [row.path for row in judgement.rejected]) is falls


@pytest.mark.parametrize(
    ("text", "source", "falls"),
    [
        ("It fails, he told Hale for a fee, Dorva News reported, citing Roe.", "Dorva News", False),
        ("If it fails he goes to Hale for a fee, Dorva News reported, citing Roe.", "Hale", True),
        ("Rain is due, guards said. “If it fails, we go,” said Mayor Ada Roe.", "guards", True),
        ("Rain is due, guards said. “If it fails, we go,” said the mayor.", "guards", False),
        ("It fails, guards said. “If it fails, we go,” said Mayor Ada Roe.", "guards", False),
        ("Rain is due, Roe said. “If it fails, we go,” said Mayor Ada Roe.", "Roe", False),
    ],
)
def test_what_somebody_says_is_reported_by_him(text: str, source: str, *, falls: bool) -> None:
    numbers = [1, 2] if ". " in text else [1]
    record = {"sentences": numbers, "deed": "fails", "source": source}
    (judgement,) = check(Article(text=text), [record], schema=Told)
    assert ("source" in [row.path for row in judgement.rejected]) is falls
