"""Who does it by the whole of a clause: behind "and", set off, taken up by "who", behind "by"."""

import pytest

from tests.judge.test_spared import refused

EXPELLED = "Forty clerks who were dismissed in May by the owner Hale Ports have sued it."
WHILE = "Farmers of Kelmar said they had buried 40 cows, while the army said that it fired."
SHOT = "Farmers blocked the road, and guards shot and wounded two of them, a baker said."
THREW = "In Dorva boys threw mud at guards, who chased them and arrested six."
BANNED = "The city's watchdog, the Dorva Water Board (DWB), shut the pool and advised 90 swimmers."
GUARD = "The Hale Guard (HG) shut the mills of Roe."


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        pytest.param(SHOT, "shot and wounded", "guards", "recipient", id="behind-and"),
        pytest.param(SHOT, "shot and wounded", "a baker", "actor", id="who-says-so"),
        pytest.param(THREW, "chased", "guards", "recipient", id="taken-up-by-who"),
        pytest.param(BANNED, "advised", "the Dorva Water Board", "recipient", id="set-off"),
        pytest.param(GUARD, "shut the mills", "HG", "recipient", id="in-brackets"),
        pytest.param(
            GUARD,
            "shut the mills",
            "The Hale Guard",
            "recipient",
            id="before-brackets",
        ),
        pytest.param(EXPELLED, "were dismissed", "Hale Ports", "recipient", id="by-the-owner"),
        pytest.param(
            "A robber was killed by police, Ada Roe said.",
            "was killed",
            "Ada Roe",
            "actor",
            id="by-no",
        ),
        pytest.param(
            "Oria called the ban “unfair” and summoned the envoy of Norland.",
            "summoned",
            "the envoy of Norland",
            "actor",
            id="object",
        ),
        pytest.param(
            "Norland, which trains Kelmar pilots at Dorva, has left.",
            "trains",
            "Kelmar pilots",
            "supporter",
            id="present-behind-which",
        ),
        pytest.param(WHILE, "had buried", "the army", "actor", id="contrast"),
        pytest.param(
            "A guard, Ilan Roe, freed two men after their wives had paid him.",
            "freed",
            "their wives",
            "actor",
            id="subject-set-off-by-a-name",
        ),
        pytest.param(
            "Their units had left Dorva before the navy arrived.",
            "had left",
            "the navy",
            "actor",
            id="clause-behind",
        ),
        pytest.param(
            "Norland and Oria exchanged 12 men on Friday, hours after a deal brokered by Kelmar.",
            "exchanged",
            "Kelmar",
            "actor",
            id="who-brokered",
        ),
        pytest.param(
            "Hale asked Norland to watch the coast, saying that Roe had left by boat.",
            "had left",
            "Norland",
            "actor",
            id="saying-that",
        ),
        pytest.param(
            "Hale blamed the Front and said two more planes were shot down by air defence units.",
            "were shot down",
            "the Front",
            "actor",
            id="units-did",
        ),
        pytest.param(
            "She asked Oria for boats, and Norland has sent one of them.",
            "has sent",
            "She",
            "actor",
            id="name-behind-and",
        ),
        pytest.param(
            "The Kelmar army announced on Sunday that it had retaken the mill.",
            "had retaken",
            "The Kelmar army",
            "recipient",
            id="it-takes-up-who-says-so",
        ),
        pytest.param(
            "Nobody was tried for a raid for which police apologised to the family.",
            "apologised",
            "police",
            "recipient",
            id="without-an-object",
        ),
    ],
)
def test_the_clause_tells_who_does_it(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role"),
    [
        pytest.param(SHOT, "shot and wounded", "guards", "actor", id="behind-and"),
        pytest.param(SHOT, "shot and wounded", "two of them", "recipient", id="object-of-both"),
        pytest.param(THREW, "chased", "guards", "actor", id="taken-up-by-who"),
        pytest.param(THREW, "arrested", "guards", "actor", id="taken-up-by-who-once-more"),
        pytest.param(BANNED, "advised", "the Dorva Water Board", "actor", id="set-off"),
        pytest.param(GUARD, "shut the mills", "HG", "actor", id="in-brackets"),
        pytest.param(EXPELLED, "were dismissed", "Hale Ports", "actor", id="by-the-owner"),
        pytest.param(EXPELLED, "were dismissed", "clerks", "recipient", id="whom-it-befell"),
        pytest.param(
            "A robber was killed by police and Ada Roe.",
            "was killed",
            "Ada Roe",
            "actor",
            id="by-two",
        ),
        pytest.param(
            "Oria called the ban “unfair” and met the envoy of Norland.",
            "met",
            "the envoy of Norland",
            "actor",
            id="both-sides",
        ),
        pytest.param(
            "“It is unfair,” said the envoy of Norland.",
            "said",
            "the envoy of Norland",
            "actor",
            id="inverted",
        ),
        pytest.param(WHILE, "had buried", "Farmers of Kelmar", "actor", id="contrast"),
        pytest.param(
            "They had left Dorva before the rebels of Hale were seen.",
            "had left",
            "the rebels of Hale",
            "actor",
            id="who-may-be-meant",
        ),
        pytest.param(
            "Norland attacked Oria on Friday, backed by Kelmar.",
            "attacked",
            "Kelmar",
            "supporter",
            id="backed",
        ),
        pytest.param(
            "Eight guards and two cooks died, a doctor said.",
            "died",
            "guards",
            "recipient",
            id="died",
        ),
        pytest.param(
            "Five men who were caught in Dorva are due to go on trial.",
            "go on trial",
            "Five men",
            "recipient",
            id="on-trial",
        ),
        pytest.param(
            "Police said it had hit a wall.",
            "had hit",
            "Police",
            "recipient",
            id="it-may-be-a-thing",
        ),
        pytest.param(
            "He fled as Roe, and Norland has sought him.",
            "has sought",
            "Roe",
            "recipient",
            id="name",
        ),
    ],
)
def test_who_takes_that_part_stands(text: str, trigger: str, who: str, role: str) -> None:
    assert refused(text, trigger, who, role) == []
