"""Whom a passive, a weapon or a verb with its particle befalls, and who does it."""

import pytest

from tests.judge.test_spared import refused

ROLE = ["participants[0].role"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Roe was kidnapped in Dorva.", "was kidnapped", "Roe", id="doubled"),
        pytest.param("A guard of 63 was beaten.", "was beaten", "A guard of 63", id="beaten"),
        pytest.param("Two Orians had been blown up.", "had been blown up", "Orians", id="particle"),
        pytest.param("Norland turned back 700 people.", "turned back", "people", id="turned-back"),
        pytest.param("Nine of the men were held.", "were held", "the men", id="some-of"),
        pytest.param("A driver, Ilan Roe, was beaten.", "was beaten", "Ilan Roe", id="name"),
        pytest.param("A man who threw a stone at a guard in Dorva was fined.", "was fined", "A man",
                     id="behind-a-clause-of-his"),
        pytest.param("The Orin, which was on its way to Dorva, was boarded.", "was boarded",
                     "The Orin", id="behind-an-aside"),
        pytest.param("Ten were held, among them a baker, Ilan Roe.", "were held", "Ilan Roe",
                     id="among-them"),
        pytest.param("It had taken ten prisoners, including a major.", "taken ten prisoners",
                     "a major", id="one-of-those-taken"),
        pytest.param("They mourn ten Orian and two Norland men killed in May.", "killed",
                     "Norland men", id="counted-behind-and"),
        pytest.param("They tried to take it as well but were driven back.", "were driven back",
                     "They", id="second-verb"),
        pytest.param("Ten guards were killed in May by a bomb.", "bomb", "guards", id="by-a-bomb"),
        pytest.param("Two guards died when a mine went off.", "mine", "guards", id="when-a-mine"),
        pytest.param("It began with the sentencing of Roe.", "sentencing", "Roe", id="of-a-noun"),
        pytest.param("They vowed to exchange 14 captives.", "exchange", "captives", id="swap"),
        pytest.param("A mine killed two guards.", "mine", "guards", id="by-its-subject"),
        pytest.param("A jet fired on a market in May, killing ten men.", "fired", "men",
                     id="killed-by-what-was-done"),
        pytest.param("Police arrested the captain, Ilan Roe, in May.", "arrested", "Ilan Roe",
                     id="named-behind"),
        pytest.param("Troops captured his brother Ali and 12 boys.", "captured", "boys",
                     id="last-of-two"),
        pytest.param("One of them, the nurse Kay Orin, died.", "died", "the nurse Kay Orin",
                     id="named-before-died"),
        pytest.param("In Kelmar 14 people lost their lives.", "lost their lives", "people",
                     id="lost-lives"),
        pytest.param("The owner, who was away, has not been held.", "has not been held",
                     "The owner", id="denied"),
    ],
)  # fmt: skip
def test_whom_it_befalls_does_not_do_it(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "actor") == ROLE
    assert refused(text, trigger, who, "recipient") == []


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("The Front blew up a bridge.", "blew up", "The Front", id="particle"),
        pytest.param("It was shot down by a jet.", "shot down", "a jet", id="agent-of-a-particle"),
        pytest.param("Men on a bike shot dead a judge.", "shot dead", "Men", id="head-before-on"),
        pytest.param("Men heard that guns hit the mill.", "hit", "guns", id="hit"),
        pytest.param("Doctors at the inn are treating two men.", "treating", "Doctors", id="at"),
        pytest.param("Unions in Oria, which wait, have given it £300.", "have given",
                     "Unions in Oria", id="perfect-behind-an-aside"),
        pytest.param("Hale left after parliament toppled his cabinet.", "toppled", "parliament",
                     id="subject-behind-after"),
        pytest.param("On Monday around 200 residents rallied in Dorva.", "rallied", "residents",
                     id="behind-a-date"),
        pytest.param("A patrol crossed the river before dawn and opened fire on it.", "opened fire",
                     "A patrol", id="second-verb"),
        pytest.param("Ten men were beaten on Monday by a crowd.", "were beaten", "a crowd",
                     id="agent-of-beaten"),
        pytest.param("Roe had been sacked as a guard in May by the owner, Ilan Hale.",
                     "had been sacked", "Ilan Hale", id="agent-named-behind"),
        pytest.param("It was seized by its men and two bands.", "was seized", "two bands",
                     id="second-agent"),
        pytest.param("Roe told the Post that Oria was holding 300 men.", "was holding", "Oria",
                     id="told-that"),
        pytest.param("Roe said the United States would send a ship.", "send a ship",
                     "the United States", id="states-are-no-verb"),
        pytest.param("Oria and Kelmar have shut it.", "have shut it", "Oria", id="first-of-two"),
        pytest.param("Oria and Kelmar have shut it.", "have shut it", "Kelmar", id="last-of-two"),
        pytest.param("In return the state seized it.", "seized it", "the state", id="in-return"),
        pytest.param("Oria had vowed in May to admit ten men.", "admit", "Oria", id="vowed-in-may"),
        pytest.param("The union is to ballot its men.", "ballot", "The union", id="is-to"),
        pytest.param("Oria has left, and may expel the Guard.", "expel", "Oria", id="comma-and"),
        pytest.param("The Front broke away from it in May.", "broke away", "The Front", id="broke"),
    ],
)  # fmt: skip
def test_who_does_it_does_not_suffer_it(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "recipient") == ROLE
    assert refused(text, trigger, who, "actor") == []


@pytest.mark.parametrize("role", ["actor", "recipient"])
@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Two rebels were killed in an attack.", "attack", "rebels", id="in-an-attack"),
        pytest.param("Two rebels died when an attack failed.", "attack", "rebels", id="attackers"),
        pytest.param("The aunt of a boy who was shot left.", "was shot", "a boy", id="aunt-or-boy"),
        pytest.param("A man who said Roe was shot left.", "was shot", "A man", id="said"),
        pytest.param("Brothers of the men were held.", "were held", "the men", id="not-some-of"),
        pytest.param("Men and boys in Dorva crossed over.", "crossed over", "Men", id="crossed"),
        pytest.param("Roe found that Hale had lied and left it.", "left it", "Roe", id="either"),
        pytest.param("Men of Oria and Kelmar have shut it.", "have shut it", "Kelmar", id="men-of"),
        pytest.param("In Kelmar men seized it.", "seized it", "men", id="kelmar-men"),
        pytest.param("Police held Roe and men left it.", "held", "men", id="subject-behind-and"),
        pytest.param("A jet fired as men fled, killing men.", "fled", "killing", id="gerund"),
    ],
)
def test_what_is_not_sure_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert ROLE[0] not in refused(text, trigger, who, role)
