"""Labels of factuality held against the verb group of the words for what happens."""

import pytest

from tests.judge.test_done import falls

VISIT = "The return of the miner Roe, 63, who left in May, did not take place."
INQUIRY = "Hale said an inquiry under a retired judge, Anna Roe, could begin soon."
HELD = "The raid on the port, a surprise to all, went on, and Roe, 63, did not happen to see it."


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("A curfew is to begin in Dorva on Monday.", "A curfew is to begin", "ongoing"),
        ("A second round will be held in May.", "second round will be held", "occurred"),
        ("The two failed on Monday to agree on a dam.", "failed on Monday to agree", "occurred"),
        ("Norland has offered no help so far.", "has offered no help", "occurred"),
        ("The union did not sign it.", "did not sign", "occurred"),
        ("Both ministers are due to meet in May.", "meet", "occurred"),
        ("Norland had pledged in March to admit them.", "admit", "occurred"),
        ("Crews tried on Sunday to lift the boat but gave up.", "lift the boat", "occurred"),
        ("A team went to Dorva to nab Roe and came back empty-handed.", "nab", "occurred"),
        ("Roe said that there would be no truce until rebels withdrew.", "withdrew", "occurred"),
        ("The minister will fly to Kelmar on Friday for talks.", "talks", "occurred"),
        ("Hale left the next round, due to be held in May.", "the next round", "occurred"),
        (VISIT, "return", "occurred"),
        (INQUIRY, "inquiry", "ongoing"),
        ("Rebels freed them after holding them for a month.", "holding", "ongoing"),
        ("Crews are still searching the lake.", "searching", "occurred"),
    ],
)
def test_what_is_to_come_or_was_not_has_not_occurred(text: str, trigger: str, label: str) -> None:
    assert falls(text, trigger, label)


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("A curfew has begun in Dorva.", "A curfew has begun", "ongoing"),
        ("The two not only agreed but signed it.", "not only agreed", "occurred"),
        ("Roe could have left in May, and did.", "did", "occurred"),
        ("The delay was due to raids on Monday.", "raids", "occurred"),
        ("Norland pledged in March a force that admitted them.", "admitted", "occurred"),
        ("A team went to Dorva to nab Roe.", "went", "occurred"),
        ("Nobody slept until rebels withdrew.", "withdrew", "occurred"),
        ("The minister will thank Hale for the talks.", "the talks", "occurred"),
        ("The vote, due to be held in May, took place in June.", "vote", "occurred"),
        (HELD, "raid", "occurred"),
        ("After months in prison Roe is holding a rally.", "holding", "ongoing"),
        ("Crews are still searching the lake.", "searching", "ongoing"),
        ("Crews were still searching at noon.", "searching", "occurred"),
    ],
)
def test_what_may_be_so_has_occurred(text: str, trigger: str, label: str) -> None:
    assert not falls(text, trigger, label)


@pytest.mark.parametrize(
    ("text", "trigger", "label", "refused"),
    [
        ("Roe fled from court and is being hunted.", "is being hunted", "failed", True),
        ("A crane may raise it but Roe doubts it.", "raise", "failed", False),
        ("Roe, who got away, said a crane may raise it.", "raise", "failed", True),
        ("Roe denied the raid and said the vote would be held.", "would be held", "negated", True),
        ("No vote will be held, despite the pledge.", "will be held", "negated", False),
        ("No vote will be held, despite the pledge.", "will be held", "planned", True),
        ("A vote will be held, despite the row.", "will be held", "planned", False),
        ("Talks would be held in May, but were called off.", "held", "negated", False),
        ("Roe is not being hunted.", "hunted", "negated", False),
        ("Schools are suspended until Friday.", "suspended", "failed", True),
        ("Soldiers found three bombs and defused them.", "defused", "failed", True),
        ("Soldiers could not get the bomb defused.", "defused", "failed", False),
        ("Roe, who had warned of it before, resigned on Monday.", "resigned", "planned", True),
        ("If Roe, 63, resigned, Hale would lead.", "resigned", "hypothetical", False),
        (
            "Norland, which imposed a tax in May, may lift it if asked.",
            "imposed a tax",
            "hypothetical",
            True,
        ),
    ],
)
def test_a_label_of_plans_or_denial_fits_the_tense(
    text: str, trigger: str, label: str, *, refused: bool
) -> None:
    assert falls(text, trigger, label) is refused
