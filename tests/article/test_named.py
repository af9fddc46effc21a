"""Words that can name somebody, something or some place, and words that cannot."""

import pytest

from llmextract.article.syntax.named import names_nothing

SENTENCE = (
    "The army added on Tuesday that IS fighters and their allies, some of them wounded, were "
    "driven about 10 kilometers back from the city in the last few hours; 300 fled, the accused "
    "among them."
)


def judged(words: str) -> bool:
    start = SENTENCE.index(words)
    return names_nothing(SENTENCE, start, start + len(words))


@pytest.mark.parametrize(
    "words",
    [
        "The army",
        "IS",
        "IS fighters and their allies",
        "their",
        "some",
        "300",
        "about 10 kilometers back from the city",
        "the accused",
        "accused",
        "wounded",
    ],
)
def test_what_names_somebody_or_something(words: str) -> None:
    assert not judged(words)


@pytest.mark.parametrize(
    "words",
    [
        "The",
        "added",
        "on Tuesday",
        "and",
        "kilometers",
        "10 kilometers",
        "from",
        "the last few hours",
        "in",
    ],
)
def test_what_names_nobody(words: str) -> None:
    assert judged(words)


@pytest.mark.parametrize("name", ["Will", "Miles", "Day", "May"])
def test_a_capital_makes_a_name(name: str) -> None:
    assert not names_nothing(f"The minister met {name} there.", 17, 17 + len(name))
    assert not names_nothing(f"{name} went there.", 0, len(name))
