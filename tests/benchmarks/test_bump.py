"""How much of a free text its sentences carry, as a figure."""

import pytest

from benchmarks.bump import unsupported

SOURCE = (
    "The army of Kelmar killed 20 rebels near Dorva on Friday. Soldiers raided pig farms. "
    "Two families fled."
)


def test_what_is_carried_scores_nothing() -> None:
    assert unsupported("The army of Kelmar killed rebels.", SOURCE) == 0.0


def test_the_score_grows_with_what_is_not_carried() -> None:
    texts = ["Soldiers raided farms.", "Pilots raided farms.", "Pilots raided 7 farms."]
    assert sorted(texts, key=lambda text: unsupported(text, SOURCE)) == texts


def test_words_that_stand_apart_score_worse() -> None:
    near, apart = "Soldiers raided pig farms.", "Soldiers raided families."
    assert unsupported(near, SOURCE) < unsupported(apart, SOURCE)


@pytest.mark.parametrize("text", ["", "7", "No.", "Pilots released 30 rebels in Norland."])
def test_any_text_has_a_score(text: str) -> None:
    assert 0.0 <= unsupported(text, SOURCE) <= 1.0
