"""Times of another sentence that are given to what has its own."""

import pytest

from tests.judge.beside import misattached


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("Roe met Hale at the port on Tuesday. A march is on Friday.", "met", "Friday", True),
        ("Roe met Hale at the port. A march is on Friday.", "met", "Friday", False),
        ("Roe met Hale at dawn. It was on Friday.", "met", "Friday", False),
        ("Roe was shot by rebels in May. Hale left in June.", "shot", "June", True),
        ("Roe was shot by rebels in May. Hale left on Friday.", "shot", "Friday", True),
        ("Roe was shot by rebels in May. It was on Friday.", "shot", "Friday", False),
        ("Roe on Monday condemned it. Men hit a mill on Sunday.", "condemned", "Sunday", True),
        ("Men shot on Monday condemned it. It was on Sunday.", "condemned", "Sunday", False),
        ("A blast ripped through a mill in Oria on Monday. Roe spoke on Friday.", "blast", "Friday",
         True),
        ("A blast drew anger on Friday. It was on Monday.", "blast", "Monday", False),
        ("Roe left the next round, due to be held in Oria on Monday. Men fled on Friday.",
         "next round", "Friday", True),
        ("Roe was freed, due to be tried on Monday. It was on Friday.", "freed", "Friday", False),
        ("It is the worst since 1985, when ten men died at Oria. In 2019 three fell.", "died",
         "2019", True),
        ("It is the worst since 1985. In 2019 ten men died.", "worst", "2019", False),
        ("Last year Norland gave us arms. Roe spoke on Friday.", "gave", "Friday", True),
        ("This year Norland gave us arms. Roe spoke on Friday.", "gave", "Friday", False),
        ("In June 2018, a blast at a mill, ten km off, left ten dead. It fell in 2020.",
         "left", "2020", True),
        ("In June 2018, a blast at a mill, ten km off, left ten dead. It was 3 June 2018.",
         "left", "3 June 2018", False),
        ("Roe was jailed for four years in 2022. A blast was in June 2018.", "jailed", "June 2018",
         True),
        ("Roe was jailed for four years in 2022. It was in June 2022.", "jailed", "June 2022",
         False),
    ],
)  # fmt: skip
def test_a_time_of_another_sentence_is_none_of_what_has_its_own(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls
