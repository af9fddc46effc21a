"""Fillers, what points on, and verbs that have a thing for their object bring no words."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Claim


def fields_refused(text: str, cue: str, content: str, source: str | None = None) -> list[str]:
    said = {"source": source, "cue": cue, "content": [content], "speech_act": "report"}
    labels = {"certainty": "certain", "polarity": "positive", "verification": "not_addressed"}
    record = {"sentences": [1], **said, **labels}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("You know, this man is a fool.", "know", "this man is a fool"),
        ("The question is, why is he here?", "question", "why is he here"),
        ("Our thoughts and prayers are with Roe.", "thoughts and prayers", "with Roe"),
        ("Roe may go if she were to find a house.", "find", "a house"),
        ("Norland has supported the liberation of Dorva.", "has supported", "the liberation"),
        ("The army released photos of the mill.", "released", "photos of the mill"),
        ("Roe heard the blast.", "heard", "the blast"),
        ("The army maintained positions in Dorva.", "maintained", "positions in Dorva"),
        ("Roe came to counter the threat of war.", "to counter the threat", "war"),
    ],
)
def test_what_brings_no_words_is_no_cue(text: str, cue: str, content: str) -> None:
    assert "cue" in fields_refused(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("They know that this man is a fool.", "know", "that this man is a fool"),
        ("Roe had a question: “Why is he here?”", "had a question", "“Why is he here?”"),
        ("Roe would find that it was late.", "would find", "that it was late"),
        ("Norland supported the plan.", "supported", "the plan"),
        ("The army released a statement that rebels fled.", "released a statement", "rebels fled"),
        ("Roe heard the rebels had fled.", "heard", "the rebels had fled"),
        ("Roe maintained he was free.", "maintained", "he was free"),
        ("Roe repeated the threat to leave.", "repeated the threat", "to leave"),
    ],
)
def test_what_brings_words_is_one(text: str, cue: str, content: str) -> None:
    assert "cue" not in fields_refused(text, cue, content)


def test_who_is_charged_does_not_say_so() -> None:
    text = "Roe was not charged with fraud."
    assert "source" in fields_refused(text, "charged", "with fraud", "Roe")
    text = "Police charged Roe with fraud."
    assert "source" not in fields_refused(text, "charged", "Roe with fraud", "Police")


def test_whose_somebody_is_names_nobody() -> None:
    text = "His attorney said he was free."
    assert "source" in fields_refused(text, "attorney said", "he was free", "His")
    assert "source" not in fields_refused(text, "said", "he was free", "His attorney")


@pytest.mark.parametrize(
    ("text", "content", "falls"),
    [
        ("Speaking at the mill, Roe said:", "Speaking at the mill", True),
        ("Speaking to rebels is a crime, Roe said.", "Speaking to rebels is a crime", False),
    ],
)
def test_where_somebody_speaks_is_not_what_he_says(text: str, content: str, *, falls: bool) -> None:
    assert ("cue" in fields_refused(text, "said", content, "Roe")) is falls
