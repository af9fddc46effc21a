"""The time of a vote or a question, which is not that of what is asked."""

import pytest

from llmextract.judge.rules.setting.timing import happened_otherwise


def shown(sentence: str, deed: str, time: str) -> str | None:
    """What keeps a time from a deed, each at its first place."""
    deed_at, time_at = (
        (sentence.index(part), sentence.index(part) + len(part)) for part in (deed, time)
    )
    return happened_otherwise(sentence, deed_at, time_at)


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Drivers will vote on Friday on whether to walk out.", "walk out"),
        ("Drivers will vote on Friday to decide whether to walk out.", "walk out"),
        ("Drivers will vote on Friday on plans to walk out.", "walk out"),
        ("Drivers will vote on Friday on a strike.", "strike"),
        ("It was unclear on Friday whether rebels had seized Dorva.", "seized"),
    ],
)
def test_the_time_of_a_question_is_not_that_of_what_it_asks(sentence: str, deed: str) -> None:
    assert shown(sentence, deed, "on Friday") is not None


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Drivers will vote on Friday on whether to walk out.", "vote"),
        ("Drivers will decide whether to walk out on Friday.", "walk out"),
        ("The talks on Friday on whether to walk out failed.", "failed"),
        ("They attacked on Friday on a road to Dorva.", "road"),
    ],
)
def test_a_time_behind_what_is_asked_or_of_the_question_is_left(sentence: str, deed: str) -> None:
    assert shown(sentence, deed, "on Friday") is None
