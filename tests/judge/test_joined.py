"""Times and places of another clause than the one that tells what happens."""

import pytest

from tests.judge.beside import misattached

VAN = "Men left a van, a car stolen on Monday in Dorva, and fled."
COURT = "A man who threw a bomb into a mill in Oria was convicted at Dorva court on Monday."
MET = "Roe met Hale in Oria on Monday, but they did not agree and are to meet in Dorva on Friday."
SAID = "Norland may close a pass at Oria, Roe said, adding that police had seized arms in Dorva."
IF = "The group would storm a consulate if men held in Dorva were not freed before Friday."
BLAST = "Men blew up a line in Oria on Monday, while five guards were shot near Dorva on Friday."
HOURS = "A suspect slipped across the border at Oria days before police reached a flat in Dorva."
LATER = "On Tuesday rescuers went on, a day after a ferry capsized off Oria."
TRUCE = "Roe and Hale signed a truce, under which a post is to open in Dorva by May."


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        (VAN, "left", "Monday", True),
        (VAN, "stolen", "Monday", False),
        (COURT, "threw", "Monday", True),
        (COURT, "convicted", "Monday", False),
        ("A man who threw a bomb on Monday was shot.", "threw", "Monday", False),
        ("The bomb that went off was made in May.", "went off", "May", False),
        (MET, "met", "Friday", True),
        (MET, "met", "Monday", False),
        (MET, "meet", "Friday", False),
        ("Roe is to rule today; in May, he banned a march.", "banned", "today", True),
        ("Roe is to rule today; in May, he banned a march.", "rule", "May", True),
        ("Roe is to rule today; in May, he banned a march.", "banned", "May", False),
        ("Roe is to rule; in May, he banned a march.", "rule", "May", False),
        ("Roe lost at noon and called on men to back Hale, who is to run in May.", "is to run",
         "noon", True),
        ("Roe said Monday's vote would go ahead.", "would go ahead", "Monday", False),
        ("It was put off until Monday, when Roe is to speak.", "is to speak", "Monday", False),
        ("From 4pm on Monday guards fought men for an hour before noon.", "fought", "4pm on Monday",
         False),
        ("Roe was flown out and will be tried on Monday.", "flown out", "Monday", True),
        ("Roe was flown out and tried on Monday.", "flown out", "Monday", False),
        ("Roe held a vigil last night and will rename a mill.", "rename", "last night", True),
        ("Talks began on Monday and will go on.", "go on", "Monday", False),
        (TRUCE, "signed", "by May", True),
        (TRUCE, "open", "by May", False),
        ("Roe did not ban it, which Hale had done in May.", "ban", "May", True),
        ("Roe banned it, which Hale praised in May.", "banned", "May", True),
        ("Roe banned it, which was praised in May.", "banned", "May", False),
        (IF, "storm", "before Friday", True),
        (IF, "freed", "before Friday", False),
        (BLAST, "blew up", "Friday", True),
        (BLAST, "shot", "Friday", False),
        ("Ten men were shot, while two were hurt on Friday.", "shot", "Friday", False),
        ("A bomb went off; ten men were killed on Friday.", "went off", "Friday", False),
        ("Guards fired on Monday; Roe called a strike on Friday.", "fired", "Friday", True),
        ("Guards fired; Roe called a strike on Friday.", "fired", "Friday", False),
        ("Guards fired while Roe led a march on Friday.", "fired", "Friday", False),
        (LATER, "capsized", "Tuesday", True),
        (LATER, "went on", "Tuesday", False),
        ("On Tuesday men went on, hours after a ferry capsized.", "capsized", "Tuesday", False),
    ],
)  # fmt: skip
def test_a_time_of_another_clause_is_not_that_of_a_deed(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "place", "falls"),
    [
        ("In Oria men danced, while in Dorva guards burned mills.", "danced", "Dorva", True),
        ("In Oria men danced, while in Dorva guards burned mills.", "burned", "Oria", True),
        ("In Oria men danced, while in Dorva guards burned mills.", "burned", "Dorva", False),
        ("In Oria men danced, while in May guards burned mills.", "burned", "Oria", False),
        (VAN, "left", "Dorva", True),
        (VAN, "stolen", "Dorva", False),
        ("Rebels took Velle, a village held by Hale in Dorva.", "took", "Dorva", False),
        (COURT, "threw", "Dorva", True),
        (COURT, "threw", "Oria", False),
        (MET, "met", "Dorva", True),
        (MET, "met", "Oria", False),
        (SAID, "close", "Dorva", True),
        (SAID, "seized", "Dorva", False),
        ("Men fired, Roe said, adding that it shook Dorva.", "fired", "Dorva", False),
        (IF, "storm", "Dorva", True),
        (HOURS, "slipped", "Dorva", True),
        (HOURS, "reached", "Dorva", False),
        (BLAST, "blew up", "Dorva", True),
        (BLAST, "blew up", "Oria", False),
        (TRUCE, "signed", "Dorva", True),
        ("Roe was held in Dorva and will be tried there.", "tried", "Dorva", False),
        ("Roe was held in Dorva and will be tried in May.", "tried", "Dorva", True),
    ],
)
def test_a_place_of_another_clause_is_not_that_of_a_deed(
    text: str, trigger: str, place: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, place=place) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("It rose higher than in the flood of 1957.", "rose", "1957", True),
        ("It rose higher than the banks that broke in 1957.", "rose", "1957", True),
        ("It cost half of what a mill brought Roe in 2019.", "cost", "2019", True),
        ("It rose higher than the bank in 1957.", "rose", "1957", False),
        ("It rose higher in Dorva than in Kelmar on Monday.", "rose", "Monday", False),
        ("Ten men had fled before the storm struck on Monday.", "fled", "Monday", True),
        ("Ten men had fled before the storm struck on Monday.", "struck", "Monday", False),
        ("Ten men fled before the storm struck on Monday.", "fled", "Monday", False),
        ("Ten men had fled before dawn on Monday.", "fled", "Monday", False),
        ("Ten men had fled when the storm struck on Monday.", "fled", "Monday", False),
    ],
)
def test_a_time_of_a_comparison_or_of_what_came_after_is_not_that_of_a_deed(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "place", "falls"),
    [
        ("It rose higher than in 1957, when ten men drowned in Dorva.", "rose", "Dorva", True),
        ("It rose higher than in 1957, when ten men drowned in Dorva.", "drowned", "Dorva", False),
        ("It rose in 1957, when ten men drowned in Dorva.", "rose", "Dorva", False),
        ("Ten men had fled before the storm struck a port near Dorva.", "fled", "Dorva", True),
        ("Ten men fled before the storm struck a port near Dorva.", "fled", "Dorva", False),
        ("Men were freed in Oria, while those in Dorva were told to stay.", "freed", "Dorva", True),
        ("Men were freed, while those freed first were in Dorva.", "freed", "Dorva", False),
        ("No deaths were told in Oria, but ten men left Dorva.", "deaths", "Dorva", True),
        ("No deaths were told, but ten men left Dorva.", "deaths", "Dorva", False),
        ("A quake, which shook the capital, Dorva, razed ten homes in Oria.", "razed", "Dorva",
         True),
        ("A quake, which shook the capital, Dorva, razed ten homes.", "razed", "Dorva", False),
        ("A quake, which shook the capital, Dorva, razed ten homes in Oria.", "shook", "Dorva",
         False),
    ],
)  # fmt: skip
def test_a_place_of_a_comparison_or_of_an_aside_is_not_that_of_a_deed(
    text: str, trigger: str, place: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, place=place) is falls
