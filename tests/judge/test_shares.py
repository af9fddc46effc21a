"""Whose a figure is where a sentence tells of several deeds, each with its own."""

import pytest

from llmextract.judge.rules.figures.shares import of_another_share

TWICE = "Four men were killed in the first raid and two in the second, near Dorva."
TOGETHER = "Four men were killed in Dorva and two wounded in the raid."
WHOLE = (
    "Five guards were killed in Dorva, two of them in a blast and the other three when rebels came."
)
ALL = "Five guards, two of them captains, were killed in a blast in Dorva."
TOWNS = "Raids killed 22 men in Dorva, nine in Kelmar and four in Oria."
MORE = "Roe found 19 more bodies in Dorva, raising the toll from the quake to 212."
EACH = "Rebels shelled Dorva, killing four men, while a raid on Kelmar killed ten."
LOST = "Guards killed 23 rebels in a dawn raid, losing nine of their own men."
PART = "A raid on Dorva killed ten men, including four who were killed in bed."
SINCE = "Eleven men died in the crash, the worst since 1998, when 63 were killed in a fire."
KADU = "Guns killed nine men in Dorva and the rebels lost 35 in the fighting near Kelmar."
MARCH = "Men marched in Dorva to mark the day, and 12 were killed."


@pytest.mark.parametrize(
    ("text", "event", "count", "held", "falls"),
    [
        pytest.param(TWICE, "first raid", "two", "", True, id="in-the-second"),
        pytest.param(TWICE, "first raid", "Four", "", False, id="in-the-first"),
        pytest.param(TOGETHER, "raid", "Four", "", False, id="another-fate"),
        pytest.param(WHOLE, "blast", "three", "", True, id="the-others"),
        pytest.param(WHOLE, "blast", "two", "", False, id="those-of-the-blast"),
        pytest.param(WHOLE, "came", "two", "", True, id="when-others-came"),
        pytest.param(ALL, "blast", "Five", "", False, id="all-in-one"),
        pytest.param(TOWNS, "killed 22 men", "nine", "22", False, id="held-beside-them"),
        pytest.param(TOWNS, "killed", "nine", "", False, id="by-the-verb-alone"),
        pytest.param(MORE, "quake", "19", "", True, id="more-of-the-toll"),
        pytest.param(MORE, "quake", "19", "212", False, id="beside-the-toll"),
        pytest.param(MORE, "found", "19", "", False, id="found-more"),
        pytest.param(MORE, "quake", "212", "", False, id="the-toll"),
        pytest.param(EACH, "raid", "four", "", True, id="each-its-own"),
        pytest.param(EACH, "raid", "ten", "", False, id="its-own"),
        pytest.param(EACH, "shelled", "four", "", False, id="by-what-it-brings"),
        pytest.param(LOST, "killed", "nine", "", True, id="lost"),
        pytest.param(PART, "raid", "four", "", False, id="a-part"),
        pytest.param(SINCE, "crash", "63", "", True, id="years-before"),
        pytest.param(SINCE, "crash", "Eleven", "", False, id="this-time"),
        pytest.param(KADU, "fighting", "nine", "", True, id="verbs-of-their-own"),
        pytest.param(KADU, "fighting", "35", "", False, id="lost-there"),
        pytest.param(MARCH, "marched", "12", "", False, id="killed-there"),
    ],
)
def test_each_deed_has_its_own_figure(
    text: str, event: str, count: str, held: str, *, falls: bool
) -> None:
    here, there, beside = (
        (text.index(each), text.index(each) + len(each)) for each in (event, count, held)
    )
    found = of_another_share(text, here, there, "killed", [beside] if held else [])
    assert (found is not None) == falls
