"""Places that somebody or something comes from, goes to or is only named with."""

import pytest

from tests.judge.beside import misattached

TRAIN = "Ten men were killed when a train carrying men from Dorva to Oria hit a wall."


@pytest.mark.parametrize(
    ("text", "trigger", "place", "falls"),
    [
        ("The navy sent two ships from Dorva.", "sent", "Dorva", True),
        ("The navy sent two ships from Oria to Dorva.", "sent", "Dorva", False),
        ("The navy withdrew two ships from Dorva.", "withdrew", "Dorva", False),
        ("Ten men were abducted from Dorva.", "abducted", "Dorva", False),
        ("Ten men marched from Dorva.", "marched", "Dorva", False),
        (TRAIN, "killed", "Dorva", True),
        (TRAIN, "killed", "Oria", True),
        ("Troops arrived from Dorva, forcing rebels to withdraw.", "withdraw", "Dorva", True),
        ("Troops pulled out from Dorva, and rebels fled.", "fled", "Dorva", False),
        ("Roe was driving home from Dorva when men stopped a jeep.", "stopped", "Dorva", True),
        ("Roe was held as he tried to board a flight to Dorva.", "held", "Dorva", True),
        ("Roe was held on a bus bound for Dorva.", "held", "Dorva", True),
        ("Roe was held on a bus in Dorva.", "held", "Dorva", False),
        ("Jets struck camps, and ten men fled to Dorva.", "struck", "Dorva", True),
        ("Jets struck camps, and ten men fled to Dorva.", "fled", "Dorva", False),
        ("Men walked to Dorva, where police fired and shot Roe.", "shot", "Dorva", False),
        ("Roe met Hale after he flew to Dorva.", "met", "Dorva", False),
        ("The raid drove ten men to Dorva.", "raid", "Dorva", False),
        ("A raid could follow if talks with Norland fail.", "raid", "Norland", True),
        ("A raid shook the border with Norland.", "raid", "Norland", False),
        ("A raid ended talks in Norland.", "raid", "Norland", False),
        ("The Dorva daily Post told of a raid in Oria.", "raid", "Dorva", True),
        ("The Dorva police told of a raid.", "raid", "Dorva", False),
    ],
)
def test_a_way_or_a_party_is_not_where_it_happens(
    text: str, trigger: str, place: str, *, falls: bool
) -> None:
    known = "Men live in Dorva, in Oria and in Norland."
    assert misattached(f"{text} {known}", trigger, place=place, cited=1) is falls
