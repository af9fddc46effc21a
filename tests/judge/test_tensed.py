"""Times that their own kind, or a tense, gives to another verb."""

import pytest

from tests.judge.beside import misattached

BEATEN = "Nurses were beaten on Monday by a crowd, and one of them died the next day."
RAGED = "Fighting has raged for three weeks around Dorva, where the army repelled an assault."
FREED = "Pirates have freed the crew of a ship hijacked off Oria nine days ago."
FLED = "Thousands have fled since the siege began, the agency said in a report Tuesday."
TOLL = "The mission counted 61 raids in May, against 34 in April."
WON = "The commission said on Monday that Roe had won."
CALL = "In a call to a paper on Monday, Roe warned that the group would blow up a mill."

BREAK = "Roe said this week that men would leave and suggested that he would stay."
AFTER = "three days after the vote"


@pytest.mark.parametrize(
    ("text", "trigger", "time", "falls"),
    [
        ("“We will cut it off,” Roe threatened on Monday.", "cut", "Monday", True),
        (
            "Roe was held last month, the Post reported on Monday, citing Hale.",
            "held",
            "Monday",
            True,
        ),
        ("Two men, Roe reported, were arrested on Monday.", "arrested", "Monday", False),
        ("In May, Roe threatened Hale on Monday and fled.", "threatened", "Monday", False),
        ("Roe and Hale agreed on Monday to free men and to leave.", "leave", "Monday", True),
        ("Roe and Hale met on Monday to free men and to leave.", "leave", "Monday", False),
        ("A 2021 report found that a raid killed ten.", "killed", "2021", True),
        ("A 2021 raid killed ten, a report found.", "raid", "2021", False),
        (
            "Roe, who fled after a raid on Monday in which Hale was shot, spoke.",
            "shot",
            "Monday",
            False,
        ),
        (BEATEN, "beaten", "the next day", True),
        (BEATEN, "died", "the next day", False),
        (BEATEN, "died", "Monday", True),
        (BEATEN, "beaten", "Monday", False),
        ("Roe was shot and died a week later.", "shot", "a week later", False),
        ("Roe was shot by men and died a week later.", "shot", "a week later", True),
        ("Roe lost a vote in 2011, and fell six weeks later.", "lost", "six weeks later", True),
        ("Roe lost a vote in 2011, and fell six weeks later.", "fell", "2011", False),
        ("Roe left in 2011 and signed a pact three years later.", "signed", "2011", True),
        (RAGED, "repelled", "for three weeks", True),
        (RAGED, "raged", "for three weeks", False),
        ("Men shut a mill, leaving us without it for two days.", "shut", "two days", True),
        ("Men held a mill for two days.", "held", "two days", False),
        (FREED, "freed", "nine days ago", True),
        (FREED, "hijacked", "nine days ago", False),
        ("Rebels have held Dorva since men fled on Monday.", "held", "Monday", True),
        (
            "Rebels have held Dorva since men fled on Monday.",
            "held",
            "since men fled on Monday",
            False,
        ),
        ("Since the war began in May, the toll has risen.", "toll", "May", True),
        ("Since the war began in May, the toll has risen.", "began", "May", False),
        ("Oria has been giving aid since the war began in 2011.", "aid", "in 2011", True),
        ("The war since men fled in May cost much.", "war", "May", False),
        (BREAK, "suggested", "this week", False),
        (BREAK, "leave", "this week", True),
        ("Police said three days after the vote, Roe shot Hale.", "shot", AFTER, False),
        ("Police said three days after the vote that Roe shot Hale.", "shot", AFTER, True),
        ("The raid, which began on Monday, has killed ten.", "killed", "Monday", False),
        ("Police held Roe on Monday and have not freed Hale.", "freed", "Monday", True),
        (FLED, "fled", "Tuesday", True),
        ("Thousands fled, Roe said in an interview on Monday.", "fled", "Monday", True),
        ("Thousands, Roe said, fled on Monday.", "fled", "Monday", False),
        ("Ten raids were reported on Monday.", "raids", "Monday", False),
        ("Men interviewed on Monday said Roe had fled.", "fled", "Monday", True),
        ("Roe said men interviewed on Monday fled.", "fled", "Monday", False),
        (WON, "had won", "Monday", True),
        ("On Monday Roe had won.", "had won", "Monday", False),
        (CALL, "would blow up", "Monday", True),
        ("On Monday, the group would blow up a mill, Roe said.", "blow up", "Monday", False),
        ("By Monday Roe said the army had won.", "had won", "Monday", False),
        ("Norland pledged in May to admit ten men.", "admit", "May", True),
        ("Norland pledged in May to admit ten men.", "pledged", "May", False),
        ("Norland was forced in May to admit ten men.", "admit", "May", False),
        ("Norland agreed in May to a truce.", "truce", "May", False),
        ("Mayors asked in a letter last week that Roe resign.", "resign", "last week", True),
        ("Mayors asked in a letter last week that Roe resign.", "asked", "last week", False),
        ("Roe led the raid last week that shook Dorva.", "shook", "last week", False),
        (TOLL, "raids", "April", True),
        (TOLL, "raids", "May", False),
        ("Ten died this year, compared with 34 in 2003.", "died", "2003", True),
        ("Roe fought against three armies in May.", "fought", "May", False),
        ("Rebels killed more than 40 men on Monday.", "killed", "Monday", False),
        ("Rebels killed more than 40 last week.", "killed", "last week", False),
        ("Rebels killed more than the 40 last year.", "killed", "last year", True),
        (
            "The mill lost $46, against $19 a year earlier.",
            "lost",
            "a year earlier",
            True,
        ),
        ("The mill lost $46 a year earlier, a loss.", "lost", "a year earlier", False),
        ("A 2021 claim was later denied.", "denied", "2021", True),
        ("A 2021 claim was later denied.", "claim", "2021", False),
        ("A 2021 raid killed ten.", "killed", "2021", False),
        ("In 2021 a claim was later denied.", "denied", "2021", False),
        ("The mill, owned by Roe since 2016, lost ten men.", "lost", "2016", True),
        ("The mill, owned by Roe since 2016, has lost ten men.", "lost", "2016", False),
        ("Since 2016 the mill, owned by Roe, lost ten men.", "lost", "2016", False),
        ("The swap, the first since war broke out in 2003, was held.", "swap", "2003", True),
        ("It is the first blast since 2003, when ten men died.", "died", "2003", False),
        ("Roe shipped arms in 1987 and ordered a 1991 bombing.", "bombing", "1987", True),
        ("Roe shipped arms in 1987 and ordered a 1991 bombing.", "bombing", "1991", False),
        ("Roe shipped arms in 1987 and ordered a 1991 bombing.", "shipped", "1987", False),
    ],
)
def test_a_time_of_another_verb_is_not_that_of_a_deed(
    text: str, trigger: str, time: str, *, falls: bool
) -> None:
    assert misattached(text, trigger, time=time) is falls
