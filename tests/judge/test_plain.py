"""What happens is of the sort that its own noun tells, where a model calls it another."""

import pytest

from llmextract.judge.plain import words_told
from tests.run.test_reading_of_events import extract

READ = [
    pytest.param("A surprise offensive was launched.", "surprise offensive", "troop_movement"),
    pytest.param("Armed clashes broke out in Dorva.", "Armed clashes", "armed_clash"),
    pytest.param("The fighting intensified in Dorva.", "intensified", "armed_clash"),
    pytest.param("Clashes in the north have been raging.", "raging", "armed_clash"),
    pytest.param("The war between rebels and the army went on.", "war", "armed_clash"),
    pytest.param("The charm offensive was launched.", "charm offensive", "other"),
    pytest.param("Roe condemned airstrikes in Dorva.", "condemned airstrikes", "other"),
    pytest.param("The talks after the fighting began.", "talks after the fighting", "other"),
    pytest.param("The trade war between Norland and Oria went on.", "trade war", "other"),
    pytest.param("The war between Norland and Oria went on.", "war", "other"),
    pytest.param("The flood intensified in Dorva.", "intensified", "other"),
    pytest.param("Men who fled the fighting escalated it.", "escalated it", "other"),
]


@pytest.mark.parametrize(("text", "trigger", "kind"), READ)
def test_a_plain_noun_tells_the_sort(text: str, trigger: str, kind: str) -> None:
    (record,) = extract(text, trigger=trigger, factuality="ongoing").records
    assert record.value.type == kind


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The fighting intensified in May.", "intensified", ("fighting",)),
        ("Clashes have been taking place.", "taking place", ("clashes",)),
        ("Roe intensified the fighting.", "the fighting", ("the", "fighting")),
        ("Men in Dorva said the fighting intensified.", "intensified", ("fighting",)),
    ],
)
def test_an_empty_verb_is_told_by_its_noun(text: str, words: str, told: tuple[str, ...]) -> None:
    start = text.index(words)
    assert words_told(text, (start, start + len(words))) == told
