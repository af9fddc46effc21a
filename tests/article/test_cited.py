"""What is cited as a time may lean on an event or on the story; no day is made of it."""

from datetime import date

import pytest

from llmextract.article.times.cited import read_cited
from llmextract.article.times.reader import find_times, read_time

WEDNESDAY = date(2024, 12, 4)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("since the launch of the operation on November 27", "2024-11-27/.."),
        ("since the Dorva raid of 2015", "2015/.."),
        ("after the signing of the accord in 2015", "2015/.."),
        ("since Saturday's attack", None),
        ("before the vote on Tuesday", "../2024-12-03"),
        ("during the offensive", None),
        ("since the war began", None),
        ("since rebels took Dorva in May, which Norland had denied in 2015", None),
        ("after the talks", None),
        ("hours before the meeting", None),
        ("on the eve of the vote", None),
        ("Later", None),
        ("since then", None),
        ("so far", None),
        ("within months", None),
        ("for a third straight day", None),
        ("on the second day of the talks", None),
        ("in 2014 and 2017", None),
        ("Monday, Tuesday and Wednesday", None),
        ("no later than November 27", "../2024-11-27"),
        ("by nightfall", None),
        ("in a single day", None),
        ("through Sunday", "../2024-12-01"),
    ],
)
def test_a_time_beside_an_event_is_read_where_it_is_cited(words: str, edtf: str | None) -> None:
    found = read_cited(words, WEDNESDAY)
    assert found is not None
    assert (found.edtf, found.day) == (edtf, None)
    assert read_time(words, WEDNESDAY) is None
    assert all(mention.end - mention.start < len(words) for mention in find_times(words, WEDNESDAY))


@pytest.mark.parametrize(
    "words",
    [
        "after the army",
        "before the court",
        "since Roe",
        "during Dorva",
        "following the road to Dorva",
        "by the talks",
        "with the attack",
        "not since the war began",
        "at last",
        "Monday or Tuesday",
        "2015 or 2016",
        "Dorva and 2015",
        "600 and 700",
        "the third division",
        "by night bus",
        "in a single town",
        "",
    ],
)
def test_what_says_no_time_is_none_where_it_is_cited(words: str) -> None:
    assert read_cited(words, WEDNESDAY) is None


def test_what_names_a_time_is_read_as_ever() -> None:
    assert read_cited("Tuesday", WEDNESDAY) == read_time("Tuesday", WEDNESDAY)
    assert read_cited("every Friday", WEDNESDAY) is None
