"""Figures of an earlier deed or of one beside it, of a part or its whole, and of another verb."""

import re

import pytest

from llmextract import Article, check
from llmextract.judge.rules.figures.labelled import told_of_others
from llmextract.judge.rules.figures.wholes import modifier
from llmextract.judge.rules.figures.whose import governor, of_other_deed
from llmextract.schemas import Event

AFTER = "A fire in Dorva hurt nine men hours after a blast in Kelmar killed two."
SINCE = (
    "The raid, which killed six guards, was the worst since a 2009 bombing in which 40 men died."
)
OVER = "Men rallied in Dorva over the killing of two clerks."
WANTED = "The police in Oria arrested a man wanted for a raid in Dorva that killed 11 people."
JAILED = "Roe was jailed for killing three guards."
VOTE = "A vote will be held in Dorva in June after riots that killed 15 people."
DRIVEN = "Some 90 families returned to Dorva, a year after 400 families were driven out."
FRONTED = "After a raid on Dorva killed three people, rebels fled."
WHILE = "Raids on Dorva killed ten guards while shelling in Kelmar killed three farmers."
UNLIKE = "Unlike in Kelmar, where riots left three dead, the march in Dorva was calm."
ENDED = "The siege ended after guards killed three rebels."
CALLED = "The attack was called off after three soldiers were killed."
CLAIMED = "The Front claimed responsibility for an attack that killed three guards."
HOSPITAL = "Three men died after a blast injured 20 on Monday."
ATTACKED = "Rebels attacked Dorva, killing three guards, and a rocket hit a bus, killing two."
RAZED = "A raid razed the mill in Dorva, and three men were killed."
MORE = "Raids on Dorva killed ten guards while shelling in Kelmar killed three more."
IN_IT = "Roe was hurt in a blast that killed three guards."


def place(text: str, words: str) -> tuple[int, int]:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert match is not None
    return match.span()


@pytest.mark.parametrize(
    ("text", "deed", "count", "falls"),
    [
        pytest.param(AFTER, "fire", "two", True, id="of-the-deed-hours-before"),
        pytest.param(AFTER, "blast", "nine", True, id="of-the-deed-hours-later"),
        pytest.param(AFTER, "blast", "two", False, id="own-of-the-earlier"),
        pytest.param(AFTER, "fire", "nine", False, id="own-of-the-later"),
        pytest.param(SINCE, "raid", "40", True, id="worst-since-another"),
        pytest.param(SINCE, "bombing", "six", True, id="of-the-one-since"),
        pytest.param(SINCE, "raid", "six", False, id="in-which-it-did"),
        pytest.param(SINCE, "bombing", "40", False, id="in-which-they-died"),
        pytest.param(OVER, "rallied", "two", True, id="rallied-over-a-killing"),
        pytest.param(OVER, "killing", "two", False, id="the-killing-itself"),
        pytest.param(WANTED, "arrested", "11", True, id="wanted-for-a-raid"),
        pytest.param(WANTED, "raid", "11", False, id="the-raid-itself"),
        pytest.param(JAILED, "jailed", "three", True, id="jailed-for-killing"),
        pytest.param(JAILED, "killing", "three", False, id="killing-itself"),
        pytest.param(VOTE, "vote", "15", True, id="vote-after-riots"),
        pytest.param(VOTE, "riots", "15", False, id="the-riots-themselves"),
        pytest.param(DRIVEN, "returned", "400", True, id="returned-after"),
        pytest.param(DRIVEN, "returned", "90", False, id="who-returned"),
        pytest.param(FRONTED, "fled", "three", True, id="fronted"),
        pytest.param(FRONTED, "raid", "three", False, id="own-of-the-fronted"),
        pytest.param(WHILE, "shelling", "three", False, id="own-of-a-clause"),
        pytest.param(WHILE, "Raids", "ten", False, id="own-of-the-first-clause"),
        pytest.param(UNLIKE, "march", "three", True, id="unlike-another"),
        pytest.param(UNLIKE, "riots", "three", False, id="own-where-it-was"),
        pytest.param(ENDED, "siege", "three", False, id="what-ended-with-it"),
        pytest.param(CALLED, "attack", "three", False, id="what-was-called-off"),
        pytest.param(CLAIMED, "claimed", "three", False, id="who-did-it"),
        pytest.param(HOSPITAL, "blast", "Three", False, id="who-died-of-it"),
        pytest.param(ATTACKED, "attacked", "two", False, id="what-it-was-done-with"),
        pytest.param(RAZED, "raid", "three", False, id="whom-it-befell"),
        pytest.param(MORE, "Raids", "three", False, id="more-than-before"),
        pytest.param(IN_IT, "hurt", "three", False, id="in-the-same-deed"),
    ],
)
def test_a_figure_is_of_the_deed_whose_verb_governs_it(
    text: str, deed: str, count: str, falls: bool
) -> None:
    told = of_other_deed(text, place(text, deed), place(text, count))
    assert (told is not None) == falls


@pytest.mark.parametrize(
    ("text", "count", "governed"),
    [
        (AFTER, "two", "killed two"),
        (SINCE, "40", "40 men died"),
        (OVER, "two", "killing of two"),
        (UNLIKE, "three", "left three"),
        ("The war cost 120 lives.", "120", "cost 120"),
        ("A raid killed a guard and his two sons.", "two", "killed a guard and his two"),
        ("The war cost 120 crowns.", "120", None),
        ("The raid left three camps.", "three", None),
        ("Roe saw three guards.", "three", None),
    ],
)
def test_a_figure_is_governed_by_the_verb_or_noun_of_harm_beside_it(
    text: str, count: str, governed: str | None
) -> None:
    found = governor(text, place(text, count))
    assert (text[slice(*found)] if found else None) == governed


ASHORE = "Boats brought 88 men ashore and recovered five bodies."
CARRIED = "Trucks carried 70 men to Dorva after the blast; two have since died."
MARCHED = "Hundreds of people marched in Dorva over the miners killed in Kelmar."
TRAPPED = "Forty men were still trapped in the mine, a day after it fell in, killing 12."
HOME = "Guards ringed the camp, home to 900 families, and arrested 50 men."
TREATED = "In addition to the 15 dead, 28 people were treated for burns."
SOME = "Rebels seized 12 men in Dorva and killed some of them."
SHOT = "Three men were shot and five were stabbed to death."
THEY = "Rebels took 12 clerks from a bus, and they were killed in Dorva."
BOAT = "Divers found 12 people in the hull, and three others had died."
WHO = "Twelve men held in Dorva were killed, and three fled."


@pytest.mark.parametrize(
    ("text", "count", "label", "verb"),
    [
        pytest.param(ASHORE, "88", "killed", "brought", id="brought-ashore"),
        pytest.param(ASHORE, "five", "killed", None, id="bodies"),
        pytest.param(CARRIED, "70", "killed", "carried", id="carried-off"),
        pytest.param(CARRIED, "two", "killed", None, id="died-since"),
        pytest.param(MARCHED, "Hundreds", "killed", "marched", id="marched"),
        pytest.param(TRAPPED, "Forty", "killed", "trapped", id="trapped"),
        pytest.param(TRAPPED, "Forty", "captured", None, id="trapped-may-be-held"),
        pytest.param(TRAPPED, "12", "killed", None, id="killing"),
        pytest.param(HOME, "900", "captured", "to", id="home-to"),
        pytest.param(HOME, "50", "captured", None, id="arrested"),
        pytest.param(TREATED, "28", "killed", "treated", id="treated"),
        pytest.param(TREATED, "28", "injured", None, id="treated-are-hurt"),
        pytest.param(TREATED, "15", "killed", None, id="the-dead"),
        pytest.param(SOME, "12", "killed", None, id="some-of-them"),
        pytest.param(SHOT, "Three", "killed", None, id="shot-may-be-dead"),
        pytest.param(THEY, "12", "killed", None, id="they-were"),
        pytest.param(BOAT, "12", "killed", None, id="found-may-be-dead"),
        pytest.param(WHO, "Twelve", "killed", None, id="who-were-held-first"),
    ],
)
def test_a_label_needs_a_word_that_is_not_told_of_others_alone(
    text: str, count: str, label: str, verb: str | None
) -> None:
    assert told_of_others(text, label, place(text, count)) == verb


HELD = "The rebels freed 12 of the 40 men they had held."
TAKEN = "Three of the five hostages taken in May have died in Dorva."
OF = "Of 80 men arrested during the march, 50 were released."
GUARDS = "Two of the 12 killed on Monday were guards."


@pytest.mark.parametrize(
    ("text", "trigger", "count", "kind", "falls"),
    [
        (HELD, "held", "40", "captured", False),
        (HELD, "freed", "40", "other", True),
        (HELD, "freed", "12", "other", False),
        (HELD, "held", "12", "captured", True),
        (TAKEN, "died", "five", "killed", True),
        (TAKEN, "died", "Three", "killed", False),
        (TAKEN, "taken", "five", "captured", False),
        (TAKEN, "taken", "Three", "captured", True),
        (OF, "released", "80", "other", True),
        (OF, "released", "50", "other", False),
        (OF, "arrested", "80", "captured", False),
        (GUARDS, "killed", "12", "killed", False),
        (GUARDS, "killed", "Two", "killed", False),
    ],
)
def test_a_whole_and_its_part_have_each_the_deed_told_of_it(
    text: str, trigger: str, count: str, kind: str, falls: bool
) -> None:
    figure = {"count": count, "kind": kind}
    labels = {"type": "other", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": trigger, "figures": [figure], **labels}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    fell = any(each.path.startswith("figures[0]") for each in judgement.rejected)
    assert fell == falls


@pytest.mark.parametrize(
    ("text", "count", "told"),
    [
        (HELD, "40", "they had held"),
        (TAKEN, "five", "taken in May"),
        (OF, "80", "arrested during the march"),
        ("Two of the 12 guards were hurt.", "12", None),
        ("Two of the 12 armed guards were hurt.", "12", None),
    ],
)
def test_which_ones_are_meant_is_told_up_to_the_main_verb(
    text: str, count: str, told: str | None
) -> None:
    found = modifier(text, place(text, count)[1])
    assert (text[slice(*found)] if found else None) == told


GAPPED = "The quake killed 210 people in Dorva and 35 in Kelmar."
TOLUN = "A mine killed three men in Dorva on Monday, and a rocket killed five in Kelmar on Friday."
YEARS = "In 2019 the group carried out 40 raids, and in 2021 it carried out 18, Roe said."
SAID = "Since Sunday, 900 people have fled into Dorva, Hale said in a statement on Tuesday."
AGAINST = "In April 96 men drowned off Dorva, compared with 61 in the same month last year."
WOUNDED = "Two rebels died in the assault on Dorva, while eight guests were wounded."
MISSING = "Rebels overran the base at Dorva, and 25 soldiers are missing."
ELSEWHERE = "Rebels overran the base at Dorva, and 25 soldiers were killed by a bomb in Kelmar."


def fallen(text: str, trigger: str, figures: list[dict[str, str]], **rest: object) -> set[str]:
    """The paths that are rejected of an event with these figures."""
    labels = {"type": "other", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": trigger, "figures": figures, **labels, **rest}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return {each.path for each in judgement.rejected}


@pytest.mark.parametrize(
    ("text", "count", "rest", "falls"),
    [
        pytest.param(GAPPED, "35", {"places": ["Dorva"]}, True, id="in-another-place"),
        pytest.param(GAPPED, "210", {"places": ["Dorva"]}, False, id="in-its-own"),
        pytest.param(GAPPED, "35", {}, False, id="in-no-place"),
        pytest.param(TOLUN, "five", {"places": ["Dorva"]}, True, id="of-another-clause"),
        pytest.param(TOLUN, "five", {"time": "on Monday"}, True, id="at-another-time"),
        pytest.param(TOLUN, "three", {"places": ["Dorva"]}, False, id="of-its-clause"),
        pytest.param(TOLUN, "three", {"time": "on Monday"}, False, id="at-its-time"),
    ],
)
def test_a_figure_has_the_place_and_time_beside_it(
    text: str, count: str, rest: dict[str, object], falls: bool
) -> None:
    fell = fallen(text, "killed", [{"count": count, "kind": "killed"}], **rest)
    assert ("figures[0].count" in fell) == falls


def test_both_figures_of_a_deed_stand_with_one_place() -> None:
    figures = [{"count": each, "kind": "killed"} for each in ("210", "35")]
    assert not fallen(GAPPED, "killed", figures, places=["Dorva"])


@pytest.mark.parametrize(
    ("text", "trigger", "count", "period", "falls"),
    [
        (YEARS, "raids", "40", "in 2021", True),
        (YEARS, "raids", "40", "In 2019", False),
        (YEARS, "raids", "18", "In 2019", True),
        (YEARS, "raids", "18", "in 2021", False),
        (SAID, "fled", "900", "on Tuesday", True),
        (SAID, "fled", "900", "Since Sunday", False),
        (AGAINST, "drowned", "96", "last year", True),
        (AGAINST, "drowned", "96", "In April", False),
    ],
)
def test_a_period_is_the_time_beside_its_figure(
    text: str, trigger: str, count: str, period: str, falls: bool
) -> None:
    fell = fallen(text, trigger, [{"count": count, "kind": "other", "period": period}])
    assert ("figures[0].period" in fell) == falls


@pytest.mark.parametrize(
    ("text", "trigger", "figure", "falls"),
    [
        (WOUNDED, "assault", {"count": "eight", "kind": "injured", "of": "guests"}, False),
        (MISSING, "overran", {"count": "25", "kind": "other", "of": "soldiers"}, False),
        (ELSEWHERE, "overran", {"count": "25", "kind": "killed", "of": "soldiers"}, True),
    ],
)
def test_a_clause_that_only_tells_whom_it_befell_goes_on(
    text: str, trigger: str, figure: dict[str, str], falls: bool
) -> None:
    assert ("figures[0].count" in fallen(text, trigger, [figure])) == falls
