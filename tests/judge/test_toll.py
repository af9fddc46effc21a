"""Figures with the fate of others, and figures that are the whole of what is meant."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Counts, check
from llmextract.judge.rules.figures.fate import fate_of
from llmextract.judge.verdict import Code
from llmextract.schemas import Event

BOTH = "12 soldiers were killed and 30 wounded."
LEFT = "The blast left 12 dead and 30 injured."
DEED = "The blast killed at least 12 people, wounding more than 30."
TOLL = (
    "The death toll from the blast is 605, including 245 men and 107 women, with 30 injured; "
    "9 fled."
)
NOUNS = "The deaths of 12 soldiers and the injuries of 30 shocked Dorva."


def judged(text: str, count: str, kind: str, of: str | None = None) -> dict[str, Code]:
    """What is rejected of an event with this figure, the figure itself aside."""
    figure = {"count": count, "kind": kind, "of": of}
    trigger = next(
        word for word in ("killed", "blast", "deaths", "fled", "detained") if word in text
    )
    labels = {"type": "other", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": trigger, "figures": [figure], **labels}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return {v.path.removeprefix("figures[0]."): v.code for v in judgement.verdicts if v.code}


@pytest.mark.parametrize(
    ("text", "count", "kind", "falls"),
    [
        (BOTH, "12", "killed", False),
        (BOTH, "12", "injured", True),
        (BOTH, "30", "injured", False),
        (BOTH, "30", "killed", True),
        (LEFT, "12", "killed", False),
        (LEFT, "30", "killed", True),
        (DEED, "at least 12", "killed", False),
        (DEED, "more than 30", "killed", True),
        (NOUNS, "12", "killed", False),
        (NOUNS, "30", "killed", True),
        ("The army killed 12 rebels and captured 30.", "30", "killed", True),
        ("The army killed 12 rebels and captured 30.", "30", "captured", False),
        (TOLL, "605", "killed", False),
        (TOLL, "107", "killed", False),
        (TOLL, "107", "captured", True),
        (TOLL, "30", "injured", False),
        (TOLL, "9", "displaced", False),
        ("Rebels are accused of slaughtering 14 men in a blast.", "14", "killed", False),
        ("Rebels are accused of slaughtering 14 men in a blast.", "14", "injured", True),
        ("30 people fled after 12 were killed.", "30", "killed", True),
        ("30 people fled after 12 were killed.", "12", "killed", False),
        ("The blast has displaced tens of thousands.", "tens of thousands", "killed", True),
        ("The blast has displaced tens of thousands.", "tens of thousands", "displaced", False),
        ("The blast had killed 12 men.", "12", "injured", True),
        ("The blast neutralized more than 200 men.", "more than 200", "killed", True),
        ("The blast neutralized more than 200 men.", "more than 200", "casualties", False),
        ("The blast left 30 casualties.", "30", "killed", True),
        ("Casualties of the blast have exceeded 1,600.", "exceeded 1,600", "killed", True),
        ("Casualties of the blast have exceeded 1,600.", "exceeded 1,600", "casualties", False),
        ("The blast: the number of wounded rose to about 30.", "about 30", "killed", True),
        ("The blast: the number of wounded rose to about 30.", "about 30", "injured", False),
        ("Deaths in the blast reached 12.", "12", "injured", True),
        ("The number of dead in the blast rose to 12, with 30 hurt.", "12", "injured", True),
        ("The death toll from the blast rose to 30, with 12 hurt.", "30", "injured", True),
        ("The blast saw 12 men and a general killed.", "12", "captured", True),
        ("The blast saw 12 men and a general killed.", "12", "killed", False),
        ("The blast freed 12 men and a bomb killed a general.", "12", "killed", True),
        ("The blast trapped 12 miners.", "12", "killed", True),
        ("Rebels claimed to have seen 12 men in a blast.", "12", "killed", True),
        ("The blast claimed 12 men.", "12", "killed", False),
        ("11 of the injured were children, and one lost a leg in the blast.", "11", "killed", True),
        ("11 of the injured were children, hurt in a blast.", "11", "injured", False),
        ("11 of the injured were shot dead after the blast.", "11", "killed", False),
        ("11 of the wounded have died of the blast.", "11", "killed", False),
        ("The blast trapped 12 miners.", "12", "captured", False),
        ("After the blast 12 of the men were recaptured.", "12", "captured", False),
        ("After the blast 12 of the men were recaptured.", "12", "killed", True),
    ],
)
def test_a_figure_keeps_its_own_fate(text: str, count: str, kind: str, *, falls: bool) -> None:
    assert judged(text, count, kind) == ({"kind": Code.CONTRADICTED} if falls else {})


@pytest.mark.parametrize(
    ("text", "count", "of", "kind", "falls"),
    [
        ("The blast destroyed 20 armed drones.", "20", "armed drones", "killed", True),
        ("The blast destroyed 20 armed drones.", "20", "armed drones", "equipment", False),
        ("The blast killed 20 pilots of drones.", "20", "pilots of drones", "killed", False),
        ("The blast was felt 10 kilometers off.", "10 kilometers", None, "injured", True),
        ("The blast was felt 10 kilometers off.", "10 kilometers", None, "distance", False),
        ("The blast moved it 50 centimetres.", "50 centimetres", None, "distance", False),
        ("The blast came in 13 years of war.", "13 years", None, "distance", True),
        ("The blast killed 40 percent of the men.", "40 percent", "men", "killed", False),
        ("The blast let them seize 18 villages.", "18", "villages", "captured", True),
        ("The blast killed 12 people.", "12", "people", "places", True),
        ("The blast killed 12 people.", "12", "people", "equipment", True),
        ("The blast killed 12 Kelmaris.", "12", "Kelmaris", "equipment", True),
        ("The blast left 30 injured.", "30", None, "places", True),
        ("The blast killed 12 people.", "12", "people", "other", False),
        (
            "The blast destroyed 12 posts of the rebels.",
            "12",
            "posts of the rebels",
            "places",
            False,
        ),
        ("The blast killed off 12 shops.", "12", "shops", "places", False),
        (
            "After a blast Norland sent 100 army instructors.",
            "100",
            "army instructors",
            "equipment",
            True,
        ),
        ("After a blast Norland sent 100 army trucks.", "100", "army trucks", "equipment", False),
        ("After a blast Norland cut off three hamlets.", "three", "hamlets", "equipment", True),
        ("After a blast Norland cut off three hamlets.", "three", "hamlets", "places", False),
        ("After a blast Norland flew 22 air raids.", "22", "air raids", "places", True),
        (
            "The blast set off three explosive devices.",
            "three",
            "explosive devices",
            "places",
            True,
        ),
        ("The blast hit 22 targets.", "22", "targets", "places", False),
        ("The blast threw it 700 meters.", "700 meters", None, "places", True),
        ("The blast cut 5 kilometers of cable.", "5 kilometers", "cable", "equipment", False),
    ],
)
def test_a_label_of_people_is_said_of_people(
    text: str, count: str, of: str | None, kind: str, *, falls: bool
) -> None:
    assert judged(text, count, kind, of) == ({"kind": Code.CONTRADICTED} if falls else {})


TWICE = "Gunmen killed two soldiers and wounded two others."


@pytest.mark.parametrize(
    ("text", "count", "kind", "of", "falls"),
    [
        (TWICE, "two", "killed", "soldiers", ()),
        (TWICE, "two", "injured", "others", ()),
        (TWICE, "two", "injured", "soldiers", ("kind",)),
        (TWICE, "two", "killed", "others", ("kind",)),
        (TWICE, "two", "injured", None, ()),
        (TWICE, "two", "captured", None, ("kind",)),
        ("It killed 8 and wounded 20, 8 of them badly.", "8", "injured", None, ()),
        ("On 13 May a blast killed 13 people in Dorva.", "13", "killed", "people", ()),
        ("On 13 May a blast killed 13 people in Dorva.", "13", "injured", "people", ("kind",)),
        ("In May 2019 a blast killed rebels in Dorva.", "2019", "killed", "rebels", ("count",)),
        ("In May a blast killed 2019 rebels in Dorva.", "2019", "killed", "rebels", ()),
    ],
)
def test_a_figure_stands_where_it_counts(
    text: str, count: str, kind: str, of: str | None, falls: tuple[str, ...]
) -> None:
    assert tuple(judged(text, count, kind, of)) == falls


@pytest.mark.parametrize(
    ("text", "count", "falls"),
    [
        ("A blast killed a 20-year-old in Dorva.", "20-year-old", True),
        ("A blast hit Dorva 19 months ago.", "19 months", True),
        ("A blast hit Dorva two weeks earlier.", "two weeks", True),
        ("A blast hit Dorva, as over the past 13 years.", "13 years", True),
        ("A blast ended a siege that lasted 13 years.", "13 years", False),
        ("A blast hit Dorva after a siege for 13 years.", "13 years", False),
        ("A blast hit Dorva for the past 20 rebels.", "20", False),
        ("Ann Roe, 20, was killed.", "20", True),
        ("The blast killed Roe, now 20, and his son.", "20", True),
        ("The blast killed Ann Roe, 31; and a clerk.", "31", True),
        ("A blast killed: Dorva, 12; Kelm, three.", "12", False),
        ("In Dorva, 20, mostly women, were killed.", "20", False),
        ("On Monday, 20, mostly women, were killed.", "20", False),
        ("A blast hit Dorva on the 15th.", "15th", True),
        ("It was the 15th blast in Dorva.", "15th", False),
        ("Dorva, 27 Nov 88 (Radio Nord) -- A blast was heard.", "88", True),
        ("The blast came at 0400 hours.", "0400", True),
        ("The blast at 2230 homes was heard last night.", "2230", False),
        ("The blast killed 1200 last night.", "1200", False),
        ("Two boys, aged 7 and 11, were killed.", "11", True),
        ("Two boys, aged 7 and 11, were killed.", "7", True),
        ("Two boys, aged 7 and 11, were killed.", "Two", False),
        ("The dead man, aged about 20, was killed in a blast.", "about 20", True),
        ("A watchman of 63 was killed in a blast.", "63", True),
        ("A group of 63 was killed in a blast.", "63", False),
        ("A mother of 15 was killed in a blast.", "15", False),
        ("A woman of two was killed in a blast.", "two", False),
        ("The wives of 3 guards were killed in a blast.", "3", False),
        ("Boys aged 12 and 14 guards were killed in a blast.", "14", False),
    ],
)
def test_an_age_or_a_time_counts_nothing(text: str, count: str, *, falls: bool) -> None:
    assert judged(text, count, "other") == ({"count": Code.UNREADABLE} if falls else {})


@pytest.mark.parametrize(
    ("text", "count", "kind"),
    [
        pytest.param("The blast killed and wounded 12 people.", "12", "killed", id="both"),
        pytest.param("A blast: 30 were killed or injured.", "30", "injured", id="either"),
        pytest.param("The blast left 30 casualties.", "30", "casualties", id="casualties"),
        pytest.param("The blast left 30 people dead.", "30", "casualties", id="dead-casualties"),
        pytest.param("12 wounded soldiers were killed.", "12", "killed", id="wounded-before"),
        pytest.param("Some 12 hostages were killed.", "12", "killed", id="hostages-before"),
        pytest.param("12 were killed, 5 of them children.", "5", "killed", id="part"),
        pytest.param(
            "12 people, including 3 injured, were detained.", "3", "captured", id="part-with-two"
        ),
        pytest.param("12 towns were killed off and 30 shops.", "30", "other", id="other-label"),
    ],
)
def test_what_may_be_so_is_left(text: str, count: str, kind: str) -> None:
    assert judged(text, count, kind) == {}


@pytest.mark.parametrize(
    ("text", "count", "falls"),
    [
        ("12 of 40 soldiers were killed.", "40", True),
        ("12 of 40 soldiers were killed.", "12", False),
        ("12 out of the 40 soldiers were killed.", "40", True),
        ("Of the 40 soldiers, 12 were killed.", "40", True),
        ("Of the 40 soldiers, 12 were killed.", "12", False),
        ("A strike killed 3 of the 10 prisoners.", "10", True),
        ("A strike killed 3 of the 10 prisoners.", "3", False),
        ("He was one of 40 soldiers killed in Dorva.", "40", False),
        ("All of the 40 soldiers were killed.", "40", False),
        ("Of the 40 soldiers killed, most were young.", "40", False),
        ("Of the 40 killed, 12 were young.", "40", False),
        ("Of the 40 soldiers killed in Dorva, 12 were young.", "40", False),
        ("A strike hit 3 of the 10 men it had killed.", "10", False),
        ("Twelve of the 40 clerks died in a blast.", "40", True),
        ("Twelve of the 40 clerks died in a blast.", "Twelve", False),
    ],
)
def test_a_figure_is_not_the_whole_of_which_a_part_is_meant(
    text: str, count: str, *, falls: bool
) -> None:
    assert judged(text, count, "killed") == ({"count": Code.MISATTACHED} if falls else {})


@pytest.mark.parametrize(
    ("kind", "of", "falls"),
    [
        pytest.param("captured", "villages and towns", True, id="places"),
        pytest.param("captured", "tanks", True, id="equipment"),
        pytest.param("captured", "soldiers", False, id="people"),
        pytest.param("places", "villages and towns", False, id="called-places"),
        pytest.param("equipment", "tanks", False, id="called-equipment"),
    ],
)
def test_where_things_have_a_label_those_captured_are_people(
    kind: str, of: str, *, falls: bool
) -> None:
    text = "After a blast rebels captured 18 villages and towns, 18 tanks and 18 soldiers."
    assert judged(text, "18", kind, of) == ({"kind": Code.CONTRADICTED} if falls else {})


class Harm(BaseModel):
    number: Annotated[int, Counts("of")]
    of: str | None = None
    harm: Literal["died", "fatalities", "hurt", "injuries", "other"]


@pytest.mark.parametrize(
    ("number", "harm", "stands"),
    [
        ("12", "died", True),
        ("12", "fatalities", True),
        ("30", "hurt", True),
        ("30", "injuries", True),
        ("30", "died", False),
        ("12", "hurt", False),
        ("30", "other", True),
    ],
)
def test_a_users_own_words_for_a_fate_are_held_as_well(
    number: str, harm: str, stands: bool
) -> None:
    record = {"sentences": [1], "number": number, "harm": harm}
    (judgement,) = check(Article(text=BOTH), [record], schema=Harm)
    assert judgement.accepted is stands


@pytest.mark.parametrize(
    ("text", "count", "kind", "falls"),
    [
        ("Four masked men stabbed Roe, a guard, killed in a blast.", "Four", "killed", True),
        ("Four masked men stabbed Roe. Deaths followed the blast.", "Four", "killed", True),
        ("30 rebels dressed in black set the huts on fire; lives fled.", "30", "killed", True),
        ("In the blast Roe was shot dead by four gunmen.", "four", "killed", True),
        ("The blast: deaths rose by 12 men.", "12", "killed", False),
        ("The blast: 3 dead, and 26 huts burned.", "26", "killed", True),
        ("The blast: 3 dead, and 26 huts burned.", "26", "other", False),
        ("The blast: 3 dead in the 44 raids.", "44", "killed", True),
        ("The blast cost 5 lives and several million colons, 3 hurt.", "several million", "injured",
         True),
        ("The blast: 20 veterans die.", "20", "killed", False),
        ("The blast: two men shot, one dead.", "two", "killed", False),
        ("12 men lost their lives in the blast, dead.", "12", "killed", False),
        ("The blast: of the six soldiers killed and of others, none.", "six", "killed", False),
        ("Among the killed in the blast were 15 Norlandians.", "15", "killed", False),
        ("34 men are involved in the killing by a blast.", "34", "killed", True),
        ("34 men tried to flee the blast and were killed.", "34", "killed", False),
        ("The blast was caused by 3 men, who died.", "3", "killed", False),
        ("The blast: the death toll, mourned by 3 men.", "3", "killed", False),
        ("The number of men involved in the killing by a blast is 34.", "34", "killed", True),
        ("34 men were held for the assassination attempt by a blast.", "34", "killed", True),
        ("34 men fled the blast, under death threats.", "34", "killed", True),
        ("After the blast 27 arrest warrants were issued.", "27", "captured", True),
        ("After the blast police arrested 27 drivers.", "27", "captured", False),
        ("After the blast 300 people marched and a guard was hurt.", "300", "injured", True),
        ("After the blast 300 men of Dorva marched, and 27 were held.", "300", "injured", True),
        ("300 men, many in black, marched past the blast and 2 died.", "300", "killed", True),
        ("After the blast 300 men marched and were shot.", "300", "injured", False),
        ("After the blast 300 men marched, and police arrested them.", "300", "captured", False),
        ("After the blast 300 men blocked a road, and 27 were held.", "300", "captured", True),
        ("After the blast 300 men blocked a road and were arrested.", "300", "captured", False),
        ("The toll of a blast: 100 rebels were advancing on it.", "100", "casualties", True),
        ("The blast: 100 rebels were dying.", "100", "casualties", False),
        ("After the blast 300 men rallied for the displaced.", "300", "displaced", True),
        ("After the blast 300 men crossed to the displaced.", "300", "displaced", False),
        ("After the blast 30 men returned wounded, one dead.", "30", "injured", False),
        ("A blast hit a bus carrying 45 clerks, and 12 died.", "45", "killed", True),
        ("A blast hit a bus carrying 45 clerks, killing all.", "45", "killed", False),
        ("A blast hit a boat with 45 clerks on board, killing 12.", "45", "killed", True),
        ("A blast hit a town of 400 people, killing 12.", "400", "killed", True),
        ("A blast hit a town of 400 people, killing all.", "400", "killed", False),
        ("A blast left a boat with 45 dead clerks on board.", "45", "killed", False),
        ("A blast hit a hall where 200 men were sheltering, killing 16.", "200", "killed", True),
        ("A blast hit a hall where 200 men were sheltering, killing most.", "200", "killed",
         False),
        ("After a blast 500 guards were deployed as 12 were hurt.", "500", "injured", True),
        ("Before the blast 500 guards were deployed and later wounded.", "500", "injured", False),
        ("The blast: a court sentenced 25 men to death; none has been executed.", "25", "killed",
         True),
        ("The blast: a court sentenced 25 men to death; they were executed.", "25", "killed",
         False),
    ],
)  # fmt: skip
def test_those_whom_nothing_befell_are_none_of_the_dead(
    text: str, count: str, kind: str, *, falls: bool
) -> None:
    assert bool(judged(text, count, kind)) is falls


@pytest.mark.parametrize(
    ("text", "count", "fate"),
    [
        ("It killed nine men and nine boys.", "nine boys", "killed"),
        ("It killed 12 men and 15 wounded.", "15", "injured"),
        ("Four men and two boys were killed.", "Four", "killed"),
        ("Eight people died of it.", "Eight", "killed"),
        ("It killed a man and struck 3 boys.", "3", None),
        ("It killed one rebel and seized 45 guns.", "45", None),
        ("He met 12 men and 15 boys were killed.", "15", "killed"),
        ("18 men, seven of them guards, were killed and 43 injured.", "18", "killed"),
        ("Four others, including a girl who lost a leg, were hurt.", "Four", "injured"),
        ("18 men fled, seven of them guards, were it so.", "18", "displaced"),
        ("12 men, two of them guards, three dead.", "12", None),
        ("It killed two, and five received wounds of all sorts.", "five", "injured"),
        ("It killed two and five guards of Dorva suffered severe burns.", "two", "killed"),
        ("12 men came and five suffered burns.", "12", None),
        ("Five men suffered losses.", "Five", None),
        ("It drove more than 300 clerks from their homes.", "300", "displaced"),
        ("It drove 300 clerks from the mill.", "300", None),
        ("They gave back the bodies of three guards.", "three", "killed"),
        ("Rebels had taken 112 prisoners in Dorva.", "112", "captured"),
        ("It took 12 days to free the hostages.", "12", None),
        ("It had lost 34 of its own men.", "34", "killed"),
        ("It lost 34 seats to the men of Dorva.", "34", None),
        ("He was held for the murder of three guards.", "three", "killed"),
        ("Roe told of the abduction of three guards.", "three", "captured"),
        ("It killed one and wounded her three boys.", "three", "injured"),
        ("They looked for 41 missing boys off Dorva.", "41", "missing"),
        ("The 41 missing boys were killed in Dorva.", "41", None),
    ],
)
def test_a_fate_is_read_of_those_who_are_joined(text: str, count: str, fate: str | None) -> None:
    start = text.index(count)
    told = fate_of(text, start, start + len(count.split()[0]))
    assert (told.name if told else None) == fate


@pytest.mark.parametrize(
    ("text", "count", "falls"),
    [
        ("Roe fled, charged with the raid, which killed 3 men.", "3", True),
        ("Roe fled after the raid that killed 3 and hurt 5.", "5", True),
        ("Roe fled after the blast, which killed 3.", "3", True),
        ("Men fled, which left 3 dead.", "3", False),
        ("The fled Roe, of a band that killed 3, left.", "3", False),
    ],
)
def test_a_figure_is_of_the_deed_that_it_is_told_of(text: str, count: str, *, falls: bool) -> None:
    figures = [{"count": count, "kind": "other", "of": None}]
    record = {"sentences": [1], "trigger": "fled", "figures": figures, "type": "other"}
    (judgement,) = check(Article(text=text), [{**record, "factuality": "occurred"}], schema=Event)
    refused = [row.path for row in judgement.rejected if row.code is Code.MISATTACHED]
    assert refused == (["figures[0].count"] if falls else [])


def test_a_figure_is_of_its_own_deed() -> None:
    text = "The raid on Dorva, a raid that killed 3, shook it."
    figures = [{"count": "3", "kind": "killed", "of": None}]
    record = {"sentences": [1], "trigger": "raid", "figures": figures, "type": "other"}
    (judgement,) = check(Article(text=text), [{**record, "factuality": "occurred"}], schema=Event)
    assert judgement.accepted


@pytest.mark.parametrize(
    ("text", "count", "kind", "of", "falls"),
    [
        ("The blast left 71 wounded, nine of whom died.", "nine", "injured", None, True),
        ("The blast left 71 wounded, nine of whom died.", "nine", "killed", None, False),
        ("The blast led to nine deaths and 212 injuries to the face.", "212", "killed", None, True),
        ("The blast led to nine deaths and 212 injuries to the face.", "212", "injured", None,
         False),
        ("The blast drove men 20 km from the border.", "20 km", "equipment", "the border", True),
        ("The blast cut 20 km of cable.", "20 km", "equipment", "cable", False),
    ],
)  # fmt: skip
def test_a_fate_is_that_of_its_own_figure(
    text: str, count: str, kind: str, of: str | None, *, falls: bool
) -> None:
    assert ("kind" in judged(text, count, kind, of)) is falls


@pytest.mark.parametrize(
    ("count", "kind", "code"),
    [
        ("five", "places", None),
        ("five", "equipment", Code.CONTRADICTED),
        ("90", "equipment", None),
        ("90", "places", Code.CONTRADICTED),
    ],
)
def test_a_label_is_held_against_the_noun_of_a_figure_that_names_none(
    count: str, kind: str, code: Code | None
) -> None:
    record = {"sentences": [1], "trigger": "took", "type": "other", "factuality": "occurred"}
    figures = [{"count": count, "kind": kind}]
    article = Article(text="Rebels took five villages and 90 guns.")
    (judgement,) = check(article, [{**record, "figures": figures}], schema=Event)
    assert next(v.code for v in judgement.verdicts if v.path == "figures[0].kind") is code


@pytest.mark.parametrize(
    ("text", "count", "kind", "falls"),
    [
        ("The blast killed 21 people, of whom eight were children.", "eight", "killed", False),
        ("The blast left 21 people alive, of whom eight were children.", "eight", "killed", True),
        ("The blast wounded 12 people, among them two paramedics.", "two", "injured", False),
        ("The blast wounded 12 people, among them two cousins of Roe.", "two", "injured", False),
        ("Rebels detained and later killed 11 herders.", "11", "captured", False),
        ("Rebels detained and later killed 11 herders.", "11", "killed", False),
        ("Rebels detained and later killed 11 herders.", "11", "injured", True),
        ("Two men were killed and another 11 detained.", "11", "killed", True),
    ],
)
def test_a_part_of_those_counted_and_a_verb_beside_share_a_fate(
    text: str, count: str, kind: str, *, falls: bool
) -> None:
    assert bool(judged(text, count, kind)) == falls


@pytest.mark.parametrize(
    ("text", "count", "kind", "falls"),
    [
        ("A blast shook Dorva. Ten people were killed.", "Ten", "killed", False),
        ("A blast shook Dorva. At least 48 died and 210 were injured.", "210", "injured", False),
        ("A blast shook Dorva. Ten people were killed, the mayor said.", "Ten", "killed", False),
        ("A blast shook Dorva. Ten people were killed in Kelmar.", "Ten", "killed", True),
        ("A blast shook Dorva. Last year ten people were killed.", "ten", "killed", True),
        ("A blast shook Dorva. Rebels said ten people were killed.", "ten", "killed", True),
        ("A blast shook Dorva after a raid. Ten people were killed.", "Ten", "killed", True),
        ("A blast shook Dorva. Roe fled. Ten people were killed.", "Ten", "killed", True),
    ],
)  # fmt: skip
def test_a_toll_alone_in_the_next_sentence_is_that_of_the_one_deed(
    text: str, count: str, kind: str, *, falls: bool
) -> None:
    labels = {"trigger": "blast", "type": "other", "factuality": "occurred"}
    figure = {"count": count, "kind": kind}
    record = {"sentences": list(range(1, text.count(".") + 1)), **labels, "figures": [figure]}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert bool([row for row in judgement.rejected if row.path.startswith("figures")]) == falls


@pytest.mark.parametrize(
    ("text", "count", "kind", "falls"),
    [
        ("The blast killed 14 and wounded 27, nine of them seriously.", "nine", "killed", True),
        ("The blast killed 14 and wounded 27, nine of them seriously.", "nine", "injured", False),
        ("The blast killed four, and two were in critical condition.", "two", "killed", True),
        ("The blast killed five and left at least a dozen in hospital.", "a dozen", "killed", True),
        ("The blast killed five in hospital wards.", "five", "killed", False),
        ("A quake of magnitude 6.1 and a blast killed 40.", "6.1", "killed", True),
        ("A quake of magnitude 6.1 and a blast killed 40.", "40", "killed", False),
    ],
)
def test_how_people_are_left_and_how_strong_a_quake_is_counts_no_dead(
    text: str, count: str, kind: str, *, falls: bool
) -> None:
    assert bool(judged(text, count, kind)) == falls


@pytest.mark.parametrize(
    ("text", "count", "fate"),
    [
        ("Two men were stabbed to death in Dorva.", "Two", "killed"),
        ("Two men were put to work in Dorva.", "Two", None),
        ("The blast left ten guards with serious burns.", "ten", "injured"),
        ("The blast left ten guards with no work.", "ten", None),
        ("The dead included two clerks and a cook.", "two", "killed"),
        ("The wounded included two clerks and a cook.", "two", "injured"),
        ("The guests included two clerks and a cook.", "two", None),
        ("Four more are in a critical condition.", "Four", "injured"),
    ],
)
def test_whole_phrases_tell_a_fate(text: str, count: str, fate: str | None) -> None:
    start = text.index(count)
    found = fate_of(text, start, start + len(count))
    assert (found.name if found else None) == fate


FREED = "Roe paid for the release of eight clerks who were abducted in Dorva."
ABOARD = "Rebels shot down a plane with 40 guards aboard, all of whom died, near Dorva."
SOME = "Rebels shot down a plane with 40 guards aboard, two of whom died, near Dorva."
SINCE = "Two men were shot, bringing the number of guards killed this year to 28."
RANKS = "Rebels killed a colonel and five enlisted men in a raid on Dorva."


@pytest.mark.parametrize(
    ("text", "trigger", "count", "kind", "falls"),
    [
        (FREED, "abducted", "eight", "captured", False),
        (FREED, "abducted", "eight", "killed", True),
        (ABOARD, "shot down", "40", "killed", False),
        (SOME, "shot down", "40", "killed", True),
        (SINCE, "killed", "28", "killed", False),
        (RANKS, "raid", "five", "killed", False),
    ],
)
def test_what_is_told_of_all_of_them_is_their_fate(
    text: str, trigger: str, count: str, kind: str, *, falls: bool
) -> None:
    labels = {"type": "other", "factuality": "occurred"}
    figures = [{"count": count, "kind": kind}]
    record = {"sentences": [1], "trigger": trigger, "figures": figures, **labels}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert any(v.path == "figures[0].kind" for v in judgement.rejected) == falls
