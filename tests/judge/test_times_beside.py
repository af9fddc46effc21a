"""Times and places that belong to a noun beside them, or to another deed of their sentence."""

import pytest

from llmextract.judge.rules.setting.beside import place_beside, time_beside


def shown(sentence: str, deed: str, words: str, *, is_time: bool) -> str | None:
    """What keeps a time or place from a deed, each at its first place."""
    deed_at, words_at = (
        (sentence.index(part), sentence.index(part) + len(part)) for part in (deed, words)
    )
    return (time_beside if is_time else place_beside)(sentence, deed_at, words_at)


@pytest.mark.parametrize(
    ("sentence", "deed", "time"),
    [
        pytest.param("Hale was killed near the 2019 memorial.", "killed", "2019", id="memorial"),
        pytest.param("It fell on the eve of the May 5 vote.", "fell", "May 5", id="vote"),
        pytest.param("It fell two days before the vote on Monday.", "fell", "Monday", id="off"),
        pytest.param("It fell in the worst storm since 2019.", "fell", "2019", id="since"),
        pytest.param(
            "In a statement on Monday, guards said Hale was shot.", "shot", "Monday", id="stated"
        ),
    ],
)
def test_a_time_of_a_noun_is_not_that_of_a_deed(sentence: str, deed: str, time: str) -> None:
    assert shown(sentence, deed, time, is_time=True) is not None


@pytest.mark.parametrize(
    ("sentence", "deed", "time"),
    [
        pytest.param("The 2019 attack killed ten.", "attack", "2019", id="of-that-noun"),
        pytest.param("It fell on Monday morning.", "fell", "Monday", id="part-of-a-day"),
        pytest.param("It fell on Monday near the mill.", "fell", "Monday", id="its-own"),
        pytest.param("In a speech on Monday, Roe vowed to go.", "vowed", "Monday", id="saying"),
        pytest.param("Roe vowed it in a speech on Monday.", "vowed", "Monday", id="said-then"),
        pytest.param("Hale was held in the west of Dorva since 2019.", "held", "2019", id="west"),
    ],
)
def test_a_time_that_may_be_that_of_a_deed_is_left(sentence: str, deed: str, time: str) -> None:
    assert shown(sentence, deed, time, is_time=True) is None


@pytest.mark.parametrize(
    ("sentence", "place", "own"),
    [
        ("Hale, the mayor of Dorva, was killed in Kelmar.", "Dorva", "Kelmar"),
        ("Hale was killed in Kelmar before talks in Dorva.", "Dorva", "Kelmar"),
        ("Hale was killed in Kelmar, a clinic in Dorva said.", "Dorva", "Kelmar"),
        ("Hale, the mayor of Dorva, was killed in May.", "Dorva", None),
        ("In Dorva, Hale was killed in Kelmar.", "Dorva", None),
        ("Hale was killed in Kelmar in Dorva province.", "Dorva", None),
        ("Hale was killed near Kelmar.", "Kelmar", None),
        ("Hale was killed in Kelmar before dawn in Dorva province.", "Dorva", None),
        ("Hale was killed in Kelmar during fighting in Dorva province.", "Dorva", None),
    ],
)
def test_a_deed_is_where_it_is_told_to_be(sentence: str, place: str, own: str | None) -> None:
    assert shown(sentence, "killed", place, is_time=False) == own
