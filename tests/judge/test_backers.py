"""Who helps those who do it, and who does or suffers it and helps nobody."""

import pytest

from tests.judge.test_spared import refused

ROLE = ["participants[0].role"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("The group was found and retreated.", "retreated", "The group", id="does"),
        pytest.param("A court sentenced ten men.", "sentenced", "A court", id="does-to-others"),
        pytest.param("A court sentenced ten men.", "sentenced", "men", id="object"),
        pytest.param("People of Dorva were evacuated.", "were evacuated", "People", id="passive"),
        pytest.param("Rebels are supported by ten men.", "supported", "Rebels", id="helped"),
        pytest.param("Rebels are funding the Guard.", "funding", "the Guard", id="funded"),
        pytest.param("Loyal troops battled the guards.", "battled", "the guards", id="opposed"),
        pytest.param("It fled after the beating of a boy by police.", "the beating of a boy",
                     "police", id="agent-of-a-noun"),
    ],
)  # fmt: skip
def test_who_does_it_or_suffers_it_does_not_help(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "supporter") == ROLE


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Norland supported the rebels.", "supported", "Norland", id="to-help"),
        pytest.param("Norland trained the Front.", "trained", "Norland", id="to-train"),
        pytest.param("Norland sent men to the Front.", "sent", "Norland", id="to-send"),
        pytest.param("Rebels took it with Norland.", "took", "Norland", id="with"),
        pytest.param("Men of the army and the Guard took it.", "took", "the Guard", id="of-two"),
        pytest.param("Rebels backed by Norland took it.", "took", "Norland", id="backed-by"),
        pytest.param("Norland had jets as rebels took it.", "took", "Norland", id="elsewhere"),
        pytest.param("The Guard fought with the army.", "fought", "the army", id="fought-with"),
    ],
)
def test_who_may_help_stands(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "supporter") == []


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("The army, backed by two jets, took it.", "took", "two jets", id="backed"),
        pytest.param("It was passed with the help of three rebels.", "was passed", "three rebels",
                     id="with-the-help-of"),
        pytest.param("They signed a deal brokered by Oria.", "signed", "Oria", id="brokered"),
    ],
)  # fmt: skip
def test_who_helps_does_not_suffer_it(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "recipient") == ROLE
    assert refused(text, trigger, who, "supporter") == []


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Police seized arms sent by Oria.", "seized", "Oria", id="sent-by"),
        pytest.param("Ten men backed by Oria were shot.", "were shot", "Ten men backed by Oria",
                     id="all-of-them"),
        pytest.param("The army shelled a band led by Roe.", "shelled", "Roe", id="led-by"),
    ],
)  # fmt: skip
def test_who_may_suffer_it_stands(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "recipient") == []
