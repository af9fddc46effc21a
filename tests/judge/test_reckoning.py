"""Figures that another verb takes, and nouns that a figure does not count."""

import re
from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.rules.figures.reckoning import figure_of_other, miscounts
from llmextract.schemas import Event

GAVE = "Roe has pledged $5 million, and the Hale family will give $1 million."
RAISED = "Unions raised $6 million to $4 million that went to Roe."
STOLE = "A clerk who stole more than £2m has been jailed in Dorva."
FREED = "Rebels who held 12 boys released them in Dorva."
MINES = "The car struck two mines, one of which exploded."
BOATS = "Roe said 42 of the boats were sunk, that 27 were sold and that ten stayed."
HOMES = "Seven men have died and more than 400 have been moved out."
BURNT = "Twelve men were killed and 30 were burned in Dorva."
BURIED = (
    "At least 43 men, most of them guards, have been killed, Roe said, adding that 900 more were"
    " believed to be buried."
)
THOSE = "Norland condemned the raids on Kelmar, including those in Dorva in which 30 men died."
MASKS = "Norland gave 400 gas masks to the border guards and Kelmar during a drill."
GUARDS = "The fighting left 43 guards and an unknown number of Kelmar rebels dead."
CLERK = "The blast killed 20 guards and a senior clerk."
WITH = "Roe said that up to 400 Norland guards are fighting alongside the rebels."
OTHERS = "The blast killed 68 men and hurt more than 500 others."
PUSHED = "The army met rebels near Dorva, pushing them more than 20 kilometers from the mill."


def place(text: str, words: str) -> tuple[int, int]:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert match is not None
    return match.span()


APPLIED = "Roe noted that 412 men came, of whom 138 were held, with 29 boys."
TAKEN = (
    "Roe said 41 men had been taken, of whom 29 had been freed and five killed, while seven"
    " remained in a cell."
)
DEAD = "Roe said that two of the three dead guards had been blown up."
LEFT = "By then 1,900 people from both sides died and 12,000 were left without a roof."
TUNNEL = "Thirty-four men crept through a tunnel and fled, and three others were killed."
MOVED = "Raids displaced 900 men, of whom 300 have returned, and 40 of them have left the isle."


@pytest.mark.parametrize(
    ("text", "trigger", "count", "label", "falls"),
    [
        pytest.param(GAVE, "give", "$5 million", "other", True, id="other-giver"),
        pytest.param(GAVE, "give", "$1 million", "other", False, id="own"),
        pytest.param(GAVE, "pledged", "$5 million", "other", False, id="pledged"),
        pytest.param(RAISED, "raised", "$4 million", "other", True, id="compared"),
        pytest.param(RAISED, "raised", "$6 million", "other", False, id="raised"),
        pytest.param(STOLE, "jailed", "more than £2m", "other", True, id="stolen-before"),
        pytest.param(STOLE, "stole", "more than £2m", "other", False, id="stolen"),
        pytest.param(FREED, "released", "12", "freed", False, id="taken-up-again"),
        pytest.param(MINES, "exploded", "two", "equipment", True, id="one-of-which"),
        pytest.param(MINES, "struck", "two", "equipment", False, id="both"),
        pytest.param(BOATS, "sunk", "27", "equipment", True, id="sold"),
        pytest.param(BOATS, "sunk", "42", "equipment", False, id="sunk"),
        pytest.param(MOVED, "displaced", "300", "displaced", True, id="returned-since"),
        pytest.param(MOVED, "displaced", "40", "displaced", True, id="left-since"),
        pytest.param(MOVED, "displaced", "900", "displaced", False, id="all-of-them"),
        pytest.param(
            "Raids killed 12 men, three of whom were boys.",
            "killed",
            "three",
            "killed",
            False,
            id="who-they-were",
        ),
        pytest.param(HOMES, "have died", "more than 400", "killed", True, id="moved"),
        pytest.param(HOMES, "have died", "more than 400", "displaced", False, id="beside-deaths"),
        pytest.param(BURIED, "have been killed", "900", "killed", True, id="buried"),
        pytest.param(BURIED, "have been killed", "At least 43", "killed", False, id="behind-aside"),
        pytest.param(BURNT, "were killed", "30", "injured", False, id="hurt-beside"),
        pytest.param(APPLIED, "were held", "412", "other", True, id="whole-of-a-part"),
        pytest.param(APPLIED, "came", "412", "other", False, id="whole"),
        pytest.param(APPLIED, "were held", "138", "other", False, id="part"),
        pytest.param(TAKEN, "remained", "41", "captured", True, id="whole-of-a-later-part"),
        pytest.param(TAKEN, "killed", "seven", "killed", True, id="who-remained"),
        pytest.param(TAKEN, "killed", "five", "killed", False, id="who-died"),
        pytest.param(DEAD, "blown up", "three", "killed", True, id="two-of-the-three"),
        pytest.param(DEAD, "blown up", "two", "killed", False, id="the-two"),
        pytest.param(
            "Two of the 12 killed were men.", "killed", "12", "killed", False, id="all-the-killed"
        ),
        pytest.param(
            "Roe shot down 40 of 52 drones.", "shot", "52", "equipment", True, id="shot-down-some"
        ),
        pytest.param(
            "Roe shot down 40 of 52 drones.", "shot", "40", "equipment", False, id="shot-down"
        ),
        pytest.param("Roe named one of 40 dead.", "named", "40", "killed", False, id="one-of"),
        pytest.param(LEFT, "died", "12,000", "killed", True, id="left-homeless"),
        pytest.param(LEFT, "died", "1,900", "killed", False, id="died"),
        pytest.param(TUNNEL, "fled", "three", "other", True, id="others-were-killed"),
        pytest.param(TUNNEL, "fled", "Thirty-four", "other", False, id="crept-and-fled"),
        pytest.param(
            "Only 52 percent of registered voters agreed and 73 percent said no.",
            "said",
            "Only 52 percent",
            "other",
            False,
            id="registered-is-no-verb",
        ),
        pytest.param(THOSE, "died", "30", "killed", False, id="died-in-those"),
    ],
)
def test_a_figure_of_another_verb_is_not_of_this_event(
    text: str, trigger: str, count: str, label: str, *, falls: bool
) -> None:
    shown = figure_of_other(text, place(text, trigger), place(text, count), label)
    assert (shown is not None) == falls


@pytest.mark.parametrize(
    ("text", "count", "counted", "falls"),
    [
        pytest.param(MASKS, "400", "Kelmar", True, id="given-to"),
        pytest.param(MASKS, "400", "gas masks", False, id="given"),
        pytest.param(GUARDS, "43", "Kelmar rebels", True, id="another-number"),
        pytest.param(CLERK, "20", "a senior clerk", True, id="one-more"),
        pytest.param(WITH, "up to 400", "rebels", True, id="alongside"),
        pytest.param(OTHERS, "68", "68 men", False, id="the-figure-itself"),
        pytest.param("Twelve of the 40 men fled.", "Twelve", "40 men", False, id="whole"),
        pytest.param(PUSHED, "more than 20 kilometers", "rebels", True, id="way-of-people"),
        pytest.param(PUSHED, "more than 20 kilometers", "the mill", False, id="way-from"),
        pytest.param("It had 40 men, all of them rebels.", "40", "rebels", False, id="said-of"),
        pytest.param("It hurt 40 men and boys.", "40", "men and boys", False, id="both"),
    ],
)
def test_words_beyond_its_noun_are_not_counted(
    text: str, count: str, counted: str, *, falls: bool
) -> None:
    assert (miscounts(text, place(text, count), place(text, counted)) is not None) == falls


@pytest.mark.parametrize(
    ("text", "trigger", "figure", "falls"),
    [
        (GAVE, "give", ("$5 million", None, "other"), "figures[0].count"),
        (MASKS, "gave", ("400", "Kelmar", "equipment"), "figures[0].count"),
        (
            "Raids sank 18 Kelmar boats over five towns.",
            "sank",
            ("five", "Kelmar boats", "equipment"),
            "figures[0].count",
        ),
        (
            "The blast killed 12 men, three of whom were guards.",
            "killed",
            ("12", "guards", "killed"),
            "figures[0].count",
        ),
        (
            "Two of the 12 killed and 11 of the hurt were guards.",
            "killed",
            ("Two", "guards", "killed"),
            None,
        ),
        (
            "About 90 of the work force of 300 would be fired.",
            "fired",
            ("300", "the work force", "other"),
            "figures[0].count",
        ),
        (
            "Roe died, and one of the children fell ill.",
            "fell ill",
            ("one", "the children", "other"),
            None,
        ),
        (MINES, "exploded", ("one", None, "equipment"), None),
        (
            "Dorva is one of the largest ports.",
            "ports",
            ("one", None, "other"),
            "figures[0].count",
        ),
    ],
)
def test_a_record_keeps_its_own_figures(
    text: str, trigger: str, figure: tuple[str, str | None, str], falls: str | None
) -> None:
    count, of, kind = figure
    figures: list[dict[str, Any]] = [{"count": count, "of": of, "kind": kind}]
    told = {"trigger": trigger, "type": "other", "factuality": "occurred", "figures": figures}
    (judgement,) = check(Article(text=text), [{"sentences": [1], **told}], schema=Event)
    found = [row.path for row in judgement.rejected if "count" in row.path]
    assert found == ([falls] if falls else [])


@pytest.mark.parametrize(
    ("text", "anchor", "count", "label", "falls"),
    [
        ("Some 90 men fled, and another 60 could follow.", "fled", "60", "displaced", True),
        ("Some 90 men fled, and another 60 could follow.", "fled", "90", "displaced", False),
        ("Guards held three men; two of them, both clerks, were released.", "held", "two",
         "captured", True),
        ("Guards held three men; two of them, both clerks, were released.", "held", "three",
         "captured", False),
        ("Eight men died, Roe said, although Hale spoke of three dead.", "three dead", "Eight",
         "killed", True),
        ("Eight men died, Roe said, although Hale spoke of three dead.", "died", "Eight",
         "killed", False),
        ("Norland asked for two ships, and Hale will send one of them.", "send", "two", "other",
         True),
        ("Norland asked for two ships, and Hale will send one of them.", "send", "one", "other",
         False),
        ("Nine of them were held by dawn, four of them near Dorva.", "held", "Nine", "captured",
         False),
        ("Some 90 men marched, and guards arrested 16.", "marched", "16", "other", True),
        ("Some 90 men marched, and guards arrested 16.", "arrested", "16", "captured", False),
        ("Three men stormed a bank and killed 16.", "stormed", "16", "killed", False),
    ],
)  # fmt: skip
def test_a_figure_of_another_clause_is_not_of_this_event(
    text: str, anchor: str, count: str, label: str, *, falls: bool
) -> None:
    found = figure_of_other(text, place(text, anchor), place(text, count), label)
    assert (found is not None) is falls


HELD = "Rebels holding 31 guards captured in Dorva freed four of them on Friday."
BURNED_DOWN = "Seven mills were burned and some 300 men displaced in raids on Dorva."


@pytest.mark.parametrize(
    ("text", "anchor", "count", "label", "falls"),
    [
        pytest.param(HELD, "captured", "31", "captured", False, id="all-were-captured"),
        pytest.param(HELD, "freed", "31", "other", True, id="four-were-freed"),
        pytest.param(BURNED_DOWN, "raids", "Seven", "places", False, id="both-in-the-raids"),
        pytest.param(BURNED_DOWN, "displaced", "Seven", "places", True, id="others-displaced"),
    ],
)
def test_what_becomes_of_a_part_later_leaves_the_whole_what_befell_it(
    text: str, anchor: str, count: str, label: str, *, falls: bool
) -> None:
    found = figure_of_other(text, place(text, anchor), place(text, count), label)
    assert (found is not None) == falls
