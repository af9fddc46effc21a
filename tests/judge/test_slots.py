"""Who has no part in a deed because another phrase of its clause fills the slot."""

import pytest

from llmextract import Article, check
from llmextract.judge.rules.who.phrases import objects_behind
from llmextract.schemas import Event


def takes_part(text: str, trigger: str, who: str, role: str) -> bool:
    """Whether somebody is let stand in a role."""
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    participants = [{"mention": who, "role": role}]
    (judgement,) = check(
        Article(text=text), [{**record, "participants": participants}], schema=Event
    )
    return not [row for row in judgement.rejected if row.path.startswith("participants")]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Rebels killed an elder who had met Roe.", "killed", "Roe"),
        ("Rebels killed a judge and wounded Roe.", "killed", "Roe"),
        ("Guards burned the house of Roe and killed his son.", "killed", "Roe"),
        ("Hale was arrested at the home of his brother Roe.", "arrested", "Roe"),
        ("Hale was stabbed in front of Roe by a guard.", "stabbed", "Roe"),
        ("Guards dismissed Hale after a report of the auditor Roe.", "dismissed", "Roe"),
        ("Roe left after the guards had been jailed.", "jailed", "Roe"),
        ("Hale died in May after his car hit Roe.", "died", "Roe"),
        ("Guards lynched two men suspected of robbing Roe.", "lynched", "Roe"),
        ("Guards questioned Roe and arrested her nephew.", "arrested", "Roe"),
    ],
)
def test_who_stands_beside_the_one_it_befalls_suffers_nothing(
    text: str, trigger: str, who: str
) -> None:
    assert not takes_part(text, trigger, who, "recipient")


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Rebels killed a judge, an elder and Roe.", "killed", "Roe"),
        ("Rebels killed a judge as well as Roe.", "killed", "Roe"),
        ("Rebels killed two men, among them Roe.", "killed", "Roe"),
        ("Rebels killed the mayor, Roe.", "killed", "Roe"),
        ("Rebels killed two men, including, on Monday, Roe.", "killed", "Roe"),
        ("Hale was arrested together with Roe.", "arrested", "Roe"),
        ("Hale was arrested in May and Roe in June.", "arrested", "Roe"),
        ("Norland sent tents to Roe.", "sent", "Roe"),
        ("Roe, whom guards had arrested in May, left.", "arrested", "Roe"),
        ("Roe hid, and guards killed him.", "killed", "Roe"),
        ("Men were held, of whom two, Hale and Roe, were freed.", "freed", "Roe"),
        ("Hale, Roe and the guards were jailed.", "jailed", "Roe"),
    ],
)
def test_who_is_brought_in_may_suffer_it(text: str, trigger: str, who: str) -> None:
    assert takes_part(text, trigger, who, "recipient")


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Sailors rescued 80 men after a boat alerted Roe.", "rescued", "Roe"),
        ("Rebels retook the mill from Roe.", "retook", "Roe"),
        ("The guards signed a truce after Roe had mediated.", "signed", "Roe"),
        ("Police, acting on a tip from Roe, arrested Hale.", "arrested", "Roe"),
        ("Three nurses were abducted from a clinic run by Roe.", "abducted", "Roe"),
        ("Roe said the rebels had burned the mill.", "burned", "Roe"),
        ("A nurse hid while the guards stabbed Hale.", "stabbed", "A nurse"),
    ],
)
def test_who_stands_beside_the_subject_does_nothing(text: str, trigger: str, who: str) -> None:
    assert not takes_part(text, trigger, who, "actor")


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Sailors rescued 80 men together with Roe.", "rescued", "Roe"),
        ("Sailors, backed by Roe, rescued 80 men.", "rescued", "Roe"),
        ("Sailors rescued 80 men with the help of Roe.", "rescued", "Roe"),
        ("Norland said its raid had destroyed a depot.", "destroyed", "Norland"),
        ("Roe, whose men had met Hale, then killed him.", "killed", "Roe"),
        ("Roe and the guards signed a truce.", "signed", "Roe"),
        ("Three nurses were abducted and held by Roe.", "abducted", "Roe"),
    ],
)
def test_who_is_brought_in_may_do_it(text: str, trigger: str, who: str) -> None:
    assert takes_part(text, trigger, who, "actor")


@pytest.mark.parametrize(
    ("behind", "phrases"),
    [
        (" an elder who had met Roe.", ["an elder"]),
        (" a judge, Ilan Roe, and two guards in Dorva.", ["a judge", "Ilan Roe", "two guards"]),
        (" three wounded men.", ["three wounded men"]),
        (" two men carrying guns.", ["two men"]),
        (" the son of Roe and wounded a guard.", ["the son of Roe"]),
        (" 16.", []),
        (" him.", []),
        (" today.", []),
        (" in Dorva.", []),
    ],
)
def test_the_phrases_of_an_object_end_where_something_hangs_on_them(
    behind: str, phrases: list[str]
) -> None:
    text = f"Rebels killed{behind}"
    assert [text[slice(*each)] for each in objects_behind(text, 13)] == phrases
