"""What replies write around a quote is no part of it; what an article says is."""

import pytest

from llmextract.article.labels import Bare, contradicts, without_labels
from llmextract.article.locate import Index

_TEXT = (
    "Troops left the town.\n2. Rebels stayed. 20 people fled (the 3rd group).\n"
    "He said: no one was hurt."
)


@pytest.mark.parametrize(
    "quote",
    [
        "Quote: Troops left the town.",
        "Sentence 1: Troops left the town.",
        "S1: Troops left the town",
        "[1] Troops left the town.",
        "(1) Troops left the town.",
        "1) Troops left the town.",
        "- 1. Troops left the town.",
        '"[1] Troops left the town."',
        "Troops left the town. [1]",
        "Troops left the town (sentence 1).",
        "Troops left the town. (source: article)",
        "[1] Troops left the town. [S1]",
        "Direct quote: Troops left the town.",
        "From the article: Troops left the town.",
        '"quote": "Troops left the town."',
        "1 | Troops left the town.",
        "1\tTroops left the town.",
        "\u30101\u3011 Troops left the town.",
        "+ Troops left the town.",
        "- [x] Troops left the town.",
        "\u2192 Troops left the town.",
        "```text\nTroops left the town.\n```",
        "Troops left the town. [sentences 1-2]",
        "Troops left the town \u2014 sentence 1",
    ],
)
def test_label_is_no_part_of_the_quote(quote: str) -> None:
    location = Index(_TEXT).locate(quote)
    assert location.status == "normalized"
    assert (location.exact or "").rstrip(".") == "Troops left the town"


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("1. Rebels stayed.", id="number-of-another-line"),
        pytest.param("Troops left the town (Reuters).", id="agency"),
        pytest.param("Troops left the town (12).", id="figure"),
        pytest.param("3. 20 people fled", id="figure-before-figure"),
        pytest.param("30 people fled", id="no-label"),
        pytest.param("+ 20 people fled", id="sign"),
        pytest.param("Roe: Troops left the town.", id="speaker"),
        pytest.param("Troops left the town (the 2nd group)", id="words"),
    ],
)
def test_content_is_no_label(quote: str) -> None:
    assert Index(_TEXT).locate(quote).status == "not_found"


def test_a_quote_without_label_stays_as_it_is() -> None:
    assert without_labels("He said: no one was hurt.") is None
    assert without_labels("Headline: He said") == Bare("He said", "")


def test_numbers_of_lines_are_compared() -> None:
    assert contradicts("a\n2. ", "1")
    assert not contradicts("a\n1. ", "1")
    assert not contradicts("in 2015. ", "1")


def test_a_note_behind_a_labelled_quote_is_in_the_span() -> None:
    text = "Troops left the town.[4][5] Rebels stayed."
    assert Index(text).locate("Quote: Troops left the town.[4][5]").exact == text[:27]
