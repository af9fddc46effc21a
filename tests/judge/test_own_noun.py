"""Words that a figure does not count, since it has a noun of its own."""

import pytest

from llmextract.judge.rules.figures.own_noun import other_noun
from llmextract.judge.values import figures_of

CAME = "Three guards of a mill died and five men were hurt when rebels came to Dorva."
SENT = "Norland sent two boats and a helicopter to search the coast."
BATONS = "Police swung batons and held 26 marchers until dawn."
RIFLES = "Guards took 40 rifles and a mortar from smugglers near Dorva."
LOST = "The band took 12 prisoners and lost 34 of its own men."
DRONES = "Norland drones destroyed two Kelmar vehicles at dawn."
ARRESTED = "Men threw stones at police, who drove them off and arrested 16."
NUMBERED = "The rebels numbered 300 men."
DEATHS = "Hale counted nine deaths and 212 injuries, yet clerks were told of none."
LOAN = "Roe, who had sought a $320m loan, doubled the price of petrol."
ALL = "The devices, 19 in all, were found behind radiators."
AMONG = "Boats saved 126 people, among them a girl of Dorva."
MINUTES = "The fight lasted 40 minutes and ended when soldiers came."
OTHERS = "Ada Roe died in Dorva; six other customers were burned."
CLOSED = "Traders will meet over the gas, which has closed 150 bakeries."


@pytest.mark.parametrize(
    ("text", "figure", "counted", "falls"),
    [
        pytest.param(DRONES, 0, "drones", True, id="who-does-it"),
        pytest.param(DRONES, 0, "vehicles", False, id="to-whom-it-is-done"),
        pytest.param(ARRESTED, 0, "police", True, id="who-does-it-in-a-clause"),
        pytest.param(ARRESTED, 0, "stones", False, id="at-whom-it-is-done"),
        pytest.param(NUMBERED, 0, "rebels", False, id="whose-sum-it-is"),
        pytest.param(DEATHS, 1, "clerks", True, id="injuries-of-others"),
        pytest.param(DEATHS, 0, "deaths", False, id="deaths"),
        pytest.param(LOAN, 0, "petrol", True, id="sum-before-another-verb"),
        pytest.param(LOAN, 0, "loan", False, id="sum-of-its-noun"),
        pytest.param(CAME, 0, "rebels", True, id="subject-of-another-clause"),
        pytest.param(CAME, 0, "guards", False, id="its-noun"),
        pytest.param(CAME, 0, "guards of a mill", False, id="its-phrase"),
        pytest.param(CAME, 1, "rebels", True, id="behind-when"),
        pytest.param(SENT, 0, "helicopter", True, id="one-beside-two"),
        pytest.param(SENT, 0, "boats", False, id="both-boats"),
        pytest.param(BATONS, 0, "batons", True, id="before-and"),
        pytest.param(BATONS, 0, "marchers", False, id="held"),
        pytest.param(RIFLES, 0, "smugglers", True, id="from-whom"),
        pytest.param("Roe took 40 guards from Dorva.", 0, "Dorva", False, id="from-where"),
        pytest.param(LOST, 1, "prisoners", True, id="of-its-own"),
        pytest.param(LOST, 1, "its own men", False, id="its-own"),
        pytest.param(ALL, 0, "radiators", True, id="in-all"),
        pytest.param(ALL, 0, "The devices", False, id="in-all-before"),
        pytest.param(AMONG, 0, "a girl", True, id="one-among-them"),
        pytest.param(AMONG, 0, "people", False, id="all-of-them"),
        pytest.param(MINUTES, 0, "soldiers", True, id="a-time"),
        pytest.param("It took 40 minutes of talks.", 0, "talks", False, id="a-time-of"),
        pytest.param(OTHERS, 0, "Ada Roe", True, id="other-than"),
        pytest.param(OTHERS, 0, "customers", False, id="others"),
        pytest.param(CLOSED, 0, "Traders", True, id="of-a-relative-clause"),
        pytest.param("12 men were guards.", 0, "guards", False, id="said-to-be"),
        pytest.param("12 men died, most of them guards.", 0, "guards", True, id="most-of-them"),
        pytest.param("12 men died, all of them guards.", 0, "guards", False, id="all-of-them-so"),
        pytest.param("Half of the 12 men are guards.", 1, "guards", True, id="half-of-the"),
        pytest.param("18 guards and five clerks died.", 0, "clerks", True, id="with-a-figure"),
        pytest.param("18 guards and no clerks died.", 0, "clerks", True, id="and-no"),
        pytest.param("A cook and two guards died.", 0, "cook", True, id="one-before"),
        pytest.param("Clerks of Dorva lost 18 guards.", 0, "Clerks", True, id="others-before"),
        pytest.param("Damage is put at 500 crowns.", 0, "Damage", False, id="the-sum-of"),
        pytest.param("Fines of 500 crowns each rose.", 0, "Fines", False, id="the-measure-of"),
        pytest.param("Three of Dorva's eight clerks left.", 0, "clerks", False, id="of-so-many"),
        pytest.param("12 men, guards of Dorva, died.", 0, "guards", False, id="apposed"),
        pytest.param("12 men were named as guards.", 0, "guards", False, id="named-as"),
        pytest.param("Guards came and 12 men died.", 0, "Guards", False, id="may-be-they"),
        pytest.param("Two men of a gang fled.", 0, "a gang", False, id="of-a-body"),
        pytest.param("Guards shot 12 and fled to the rebels.", 0, "Guards", False, id="no-noun"),
        pytest.param("A force, which has 300 men, came.", 0, "A force", True, id="has"),
        pytest.param("A force of 300 men came.", 0, "A force", False, id="force-of"),
    ],
)
def test_a_figure_with_a_noun_counts_no_other(
    text: str, figure: int, counted: str, *, falls: bool
) -> None:
    start = text.index(counted)
    mention = figures_of(text)[figure]
    shown = other_noun(text, mention, (start, start + len(counted)))
    assert (shown is not None) == falls
