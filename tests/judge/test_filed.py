"""Where and when news was filed, and the entries of a list."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


def refused(text: str, trigger: str, *, sentences: tuple[int, ...] = (1,), **more: Any) -> bool:
    record = {"sentences": sentences, "trigger": trigger, "type": "other"}
    (judgement,) = check(
        Article(text), [{**record, "factuality": "occurred", **more}], schema=Event
    )
    return any(row.path.partition("[")[0] in more for row in judgement.rejected)


FILED = "DORVA, May 4 (NA) - A bomb killed five people in Kelm on Friday, police said."
ENTRIES = "March 3: Rebels took Dorva. March 9: The army took it again."


@pytest.mark.parametrize(
    ("places", "time"),
    [(["DORVA"], "Friday"), (["Kelm"], "May 4")],
)
def test_the_place_and_day_of_a_report_are_not_those_of_what_it_tells(
    places: list[str], time: str
) -> None:
    assert refused(FILED, "killed", places=places, time=time)


@pytest.mark.parametrize(
    ("text", "trigger", "more"),
    [
        (FILED, "killed", {"places": ["Kelm"], "time": "on Friday"}),
        ("DORVA (NA) - A bomb killed five people on Friday.", "killed", {"places": ["DORVA"]}),
        ("DORVA, May 4 (NA) - A bomb killed five in Kelm.", "killed", {"time": "May 4"}),
        ("In Dorva - A bomb killed five in Kelm.", "killed", {"places": ["Kelm"]}),
    ],
)
def test_what_the_report_tells_stands(text: str, trigger: str, more: dict[str, Any]) -> None:
    assert not refused(text, trigger, **more)


@pytest.mark.parametrize(
    ("trigger", "time", "expected"),
    [
        ("took Dorva", "March 3", False),
        ("took Dorva", "March 9", True),
        ("took it again", "March 9", False),
        ("took it again", "March 3", True),
    ],
)
def test_each_entry_has_its_own_day(trigger: str, time: str, expected: bool) -> None:
    assert refused(ENTRIES, trigger, sentences=(1, 2), time=time) is expected


def test_an_hour_opens_an_entry_as_well() -> None:
    text = "06:00 Tanks crossed the bridge. 09:30 Guards left the mill."
    assert refused(text, "crossed", sentences=(1, 2), time="09:30")
    assert not refused(text, "crossed", sentences=(1, 2), time="06:00")
