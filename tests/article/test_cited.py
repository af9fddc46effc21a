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
        ("in the 63rd minute", None),
        ("in the first days of the war", None),
        ("on day two of the operation", None),
        ("two days of fighting", None),
        ("Two hours after the guns were to fall silent", None),
        ("in the days after the killing on Monday", None),
        ("the night before", None),
        ("weeks before", None),
        ("at about the same time", None),
        ("in those days", None),
        ("at the height of the war", None),
        ("on the anniversary of the attack", None),
        ("about 6 in the morning", None),
        ("at 8 o’clock", None),
        ("from dawn till dusk", None),
        ("throughout the day", None),
        ("last season", None),
        ("on election day", None),
        ("every Friday", None),
        ("in his first term", None),
        ("before kick-off", None),
        ("before the water rises", None),
        ("when the war began", None),
        ("by the time help arrived", None),
        ("during a lull", None),
        ("in the 19th century", None),
        ("over the centuries", None),
        ("in every age before", None),
        ("in this difficult time", None),
        ("in the weeks leading up to the vote", None),
        ("before the deadline", None),
        ("during Bloody Monday", None),
        ("once", None),
        ("at any moment", None),
        ("in the next session of the assembly", None),
        ("in the immediate period of confusion following the attack", None),
        ("in later years", None),
        ("earlier in the year", None),
        ("on the 15th", None),
        ("over the past 20-plus months", None),
        ("in recent military operations", None),
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
        "throughout Dorva",
        "in recent villages",
        "in the previous house",
        "on the 40th",
        "in these areas",
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
        "in the first row",
        "in the 63rd street",
        "at the end of the road",
        "two days of rice",
        "when possible",
        "as rebels",
        "every village",
        "the city before",
        "in his first house",
        "over the course",
        "",
    ],
)
def test_what_says_no_time_is_none_where_it_is_cited(words: str) -> None:
    assert read_cited(words, WEDNESDAY) is None


def test_what_names_a_time_is_read_as_ever() -> None:
    assert read_cited("Tuesday", WEDNESDAY) == read_time("Tuesday", WEDNESDAY)
