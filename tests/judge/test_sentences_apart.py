"""Times of another sentence that the calendar, or a tense, keeps from what a deed tells."""

from datetime import date

import pytest

from tests.judge.beside import misattached

PUBLISHED = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("Roe fled in 2019. Hale left on Monday.", "fled", "Monday", True),
        ("Roe fled in 2019. It was 3 May, a Friday.", "fled", "3 May", False),
        ("Roe fled in 2026. Hale left on Monday.", "fled", "Monday", True),
        ("Roe was jailed last month. Hale, on Monday, left.", "jailed", "Monday", True),
        ("Roe was jailed this month. Hale, on Monday, left.", "jailed", "Monday", False),
        ("A bid was refused last week. Hale left on Monday.", "refused", "Monday", True),
        ("A bid was refused last week. Hale left on Friday.", "refused", "Friday", False),
        ("Roe will be tried in March. Hale, on Friday, left.", "tried", "Friday", True),
        ("Roe was jailed in November. Hale, on Monday, left.", "jailed", "Monday", False),
        ("Roe was freed in May. Hale, on September 3, left.", "freed", "September 3", True),
        ("Roe was freed on May 3. Hale left by October.", "freed", "October", True),
    ],
)
def test_a_time_that_the_calendar_keeps_from_its_own_is_not_that_of_a_deed(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time, published=PUBLISHED) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("Roe sold a 10% stake in a mill in 2019. Hale left on Monday.", "sold", "Monday", True),
        ("Roe paid $1,200 for it in 2019. Hale left on Monday.", "paid", "Monday", True),
        ("Rebels seized Roe, a clerk, at a mill in May. Hale left on Monday.", "seized", "Monday",
         True),
        ("Norland elected Roe as speaker in May. Hale left on Monday.", "elected", "Monday", True),
        ("A ship sailed without a crew in May. Hale left on Monday.", "sailed", "Monday", True),
        ("Last winter 23 men were shot. Hale left on Monday.", "shot", "Monday", True),
        ("Rebels seized Roe, who left a mill in May. It was Monday.", "seized", "Monday", False),
        ("Norland elected Roe, as he said in May. It was Monday.", "elected", "Monday", False),
        ("Last winter men said Roe was shot. It was Monday.", "shot", "Monday", False),
    ],
)  # fmt: skip
def test_figures_offices_and_what_is_set_off_do_not_part_a_verb_from_its_time(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("Roe was arrested. Hale will speak on Friday.", "arrested", "Friday", True),
        ("Roe was arrested. Hale spoke on Friday.", "arrested", "Friday", False),
        ("Roe has been arrested. A trial is due in May.", "arrested", "May", True),
        ("Roe has been arrested. A trial is due, and began in May.", "arrested", "May", False),
        ("A vote was put off. It will be held on Friday.", "vote", "Friday", False),
        ("A vote was postponed. It will be held on Friday.", "postponed", "Friday", False),
        ("Roe came home. He had been due back in May.", "came", "May", True),
        ("Roe came home. He had been back in May.", "came", "May", False),
        ("Roe will leave. Hale fled on Monday.", "leave", "Monday", True),
        ("Roe plans to sue. Hale fled on Monday.", "sue", "Monday", True),
        ("Roe may have left. He fled on Monday.", "left", "Monday", False),
        ("Roe may have left. He fled on Monday.", "may have left", "Monday", False),
        ("Roe would leave. He went on Monday.", "leave", "Monday", False),
        ("Roe will leave. The pullout began on Monday.", "leave", "Monday", False),
        ("Roe will leave. He will go on Monday.", "leave", "Monday", False),
        ("Roe will leave. The men, who leave on Monday, spoke.", "leave", "Monday", False),
        ("Roe will attack. Hale attacked on Monday.", "attack", "Monday", False),
    ],
)
def test_no_past_deed_has_the_time_of_what_is_to_come_nor_the_other_way(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("Rebels left Dorva, Roe told reporters on Monday. Men burned a mill.", "burned", "Monday",
         True),
        ("Rebels left Dorva, Roe said on Monday. He denied it.", "denied", "Monday", False),
        ("Rebels left Dorva on Monday, Roe said. Men burned a mill.", "burned", "Monday", False),
        ("Roe said Monday's vote was fair. Men burned a mill.", "burned", "Monday", False),
    ],
)  # fmt: skip
def test_when_somebody_spoke_is_not_when_what_another_sentence_tells_was(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls
