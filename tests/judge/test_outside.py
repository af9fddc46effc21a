"""Who surely does not do it, by where the words stand."""

import pytest

from tests.judge.test_spared import refused


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param(
            "Oria summoned the envoy of Norland and froze its aid.",
            "froze",
            "the envoy of Norland",
            id="object-of-the-first-verb",
        ),
        pytest.param(
            "Police found a bomb under the car of a banker and had defused it.",
            "had defused",
            "a banker",
            id="within-the-first-object",
        ),
        pytest.param(
            "Hale probably tipped off the gang, but ruled out the help of any clerk.",
            "tipped off",
            "any clerk",
            id="object-of-the-next-verb",
        ),
        pytest.param(
            "Roe ordered the bank to pay 200 crowns to each widow.", "pay", "Roe", id="who-orders"
        ),
        pytest.param(
            "Roe ordered the bank to pay 200 crowns to each widow.",
            "pay",
            "each widow",
            id="who-is-paid",
        ),
        pytest.param(
            "Soldiers of the Hale Guard came, forcing the gunmen to withdraw.",
            "withdraw",
            "Soldiers of the Hale Guard",
            id="who-forces-others",
        ),
        pytest.param(
            "The two sides signed a deal brokered by the Oria Council.",
            "signed a deal",
            "the Oria Council",
            id="agent-of-what-tells-of-the-object",
        ),
        pytest.param(
            "Ten inmates escaped from Dorva, and three died when guards opened fire.",
            "escaped",
            "guards",
            id="subject-of-a-clause-behind",
        ),
        pytest.param(
            "Norland and Esteria voted against it, and Oria, which abstained, left.",
            "voted against it",
            "Oria",
            id="name-of-a-clause-behind",
        ),
        pytest.param(
            "Around 200 residents rallied in Dorva and left after the mayor had spoken.",
            "rallied",
            "the mayor",
            id="one-man-is-not-many",
        ),
        pytest.param(
            "A diplomat in Kelmar said that the rebels would push on to Dorva.",
            "push on",
            "A diplomat",
            id="who-tells-in-a-place",
        ),
        pytest.param(
            "Kay Hale thanked two men, Ilan Roe and Joe Orin, who dragged five out.",
            "dragged",
            "Kay Hale",
            id="not-meant-by-who",
        ),
        pytest.param(
            "Rebels met no resistance from the army, whose men had left Dorva.",
            "had left",
            "Rebels",
            id="not-meant-by-whose",
        ),
        pytest.param(
            "If neither bloc finds a majority, Ilan Roe would lead the cabinet.",
            "lead the cabinet",
            "neither bloc",
            id="of-a-condition",
        ),
        pytest.param(
            "Norland has closed its office, and about 200 residents of Dorva have fled.",
            "have fled",
            "Norland",
            id="two-subjects",
        ),
        pytest.param(
            "The two ministers are due to meet, according to the Post, which cited a clerk.",
            "meet",
            "a clerk",
            id="who-is-cited",
        ),
        pytest.param(
            "Ilan Hale met both sides in Kelmar, his office told the daily Dorva Post.",
            "met",
            "the daily Dorva Post",
            id="who-is-told",
        ),
        pytest.param(
            "Roe signed a contract without, his critics say, showing it to them.",
            "signed",
            "his critics",
            id="who-says-so-between",
        ),
        pytest.param(
            "Hale, who is in Oria for a meeting with heads of state, will return.",
            "will return",
            "heads of state",
            id="heads-of-state-head-nothing",
        ),
    ],
)
def test_who_stands_elsewhere_does_not_do_it(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "actor") == ["participants[0].mention"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Roe stabbed Hale and fled.", "fled", "Roe", id="subject-of-both"),
        pytest.param("Rebels joined the Guard and fled.", "fled", "the Guard", id="with-others"),
        pytest.param("Roe led ten men and burned it.", "burned", "ten men", id="led"),
        pytest.param("Roe saw men who had come and fled.", "fled", "men", id="who-had-come"),
        pytest.param("Roe said ten men had come and fled.", "fled", "ten men", id="said"),
        pytest.param("Norland sent men and took Dorva.", "took", "men", id="sent"),
        pytest.param("Roe urged his men to march on Dorva.", "march", "his men", id="who-is-urged"),
        pytest.param("Roe let them urge her to march on Dorva.", "march", "Roe", id="pronoun"),
        pytest.param("Roe is due to meet Hale in Dorva.", "meet", "Hale", id="both-meet"),
        pytest.param("Rebels took a town with men led by Roe.", "took", "Roe", id="led-by"),
        pytest.param(
            "A man shot two guards before the gunman fled.", "shot", "the gunman", id="he-again"
        ),
        pytest.param(
            "The Front said the rebels would push on.", "push on", "the rebels", id="subject"
        ),
        pytest.param("The Front said that it would push on.", "push on", "The Front", id="it"),
        pytest.param(
            "Police held Joe Orin, who fled on Monday.", "fled", "Joe Orin", id="meant-by-who"
        ),
        pytest.param(
            "Norland, whose men had left Dorva, waited.", "had left", "Norland", id="whose"
        ),
        pytest.param(
            "If Roe finds a way, he will lead it.", "will lead", "Roe", id="he-of-a-condition"
        ),
        pytest.param(
            "The raid took ten lives as rebels marched.", "took", "rebels", id="by-their-raid"
        ),
        pytest.param(
            "Roe heads a band, and ten men fled with him.", "fled", "ten men", id="own-clause"
        ),
        pytest.param(
            "It accused the Guard, whose men, it said, had left.", "had left", "men", id="it-said"
        ),
    ],
)
def test_who_may_do_it_stands(text: str, trigger: str, who: str) -> None:
    assert refused(text, trigger, who, "actor") == []
