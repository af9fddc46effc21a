"""Places that belong to somebody who tells of a deed, or to another deed."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

REFUSED = [
    pytest.param("Rebels took him, she said at a church in Dorva.", "took", "Dorva",
                 id="said-last-at"),
    pytest.param("Boats had pulled out ten men, Roe told reporters in Dorva.", "pulled out",
                 "Dorva", id="told-reporters-in"),
    pytest.param("Two drones were shot down before they reached Dorva.", "shot down", "Dorva",
                 id="not-reached"),
    pytest.param("Roe was shot without reaching the Dorva mill.", "shot", "the Dorva mill",
                 id="without-reaching"),
    pytest.param("Ten died in Oria, where a roof collapsed, and two in huts in the Dorva valley.",
                 "collapsed", "the Dorva valley", id="joined-to-a-place-with-where"),
    pytest.param("Sources in Dorva told Radio Nord that the army is advancing.", "advancing",
                 "Dorva", id="of-those-who-tell"),
    pytest.param("Roe said at a rally in Dorva that a bomb had gone off in Oria.", "gone off",
                 "Dorva", id="where-it-was-said"),
    pytest.param("The coach was on its way to a wedding in Dorva when it crashed near Oria.",
                 "crashed", "Dorva", id="on-its-way"),
    pytest.param("A jet bound for Dorva was evacuated at Oria airport.", "evacuated", "Dorva",
                 id="bound-for"),
    pytest.param("Rebels took Oria, bringing them within 6 kilometers of Dorva.", "took",
                 "Dorva", id="brought-near-it"),
    pytest.param("Rebels, coming from three fronts toward Dorva, seized posts.", "seized",
                 "Dorva", id="on-the-way-to-it"),
    pytest.param("Men ambushed a unit near Oria, and fired rockets at a base south of Dorva.",
                 "ambushed", "Dorva", id="of-the-second-verb"),
    pytest.param("An envoy came to Dorva with a draft under which troops would leave the town of "
                 "Oria.", "leave", "Dorva", id="before-a-clause-with-its-own"),
    pytest.param("Two died in Dorva while men burned a mill in Oria.", "burned", "Dorva",
                 id="clause-beside-it"),
    pytest.param("The Guard seized mills in Oria after the army withdrew from Dorva.", "seized",
                 "Dorva", id="clause-behind-it"),
    pytest.param("A plane landed in Oria with men freed under a deal agreed in Dorva.", "landed",
                 "Dorva", id="of-the-verb-beside-it"),
    pytest.param("Roe met Hale, an envoy, in Dorva but is to meet him in Oria.", "meet", "Dorva",
                 id="before-what-is-to-come"),
    pytest.param("Two days after Roe was abducted from Oria, men were seen in Dorva.", "abducted",
                 "Dorva", id="days-later"),
    pytest.param("Troops recaptured Oria but failed to send men to Dorva.", "recaptured",
                 "Dorva", id="what-is-taken-is-its-place"),
    pytest.param("The Guard aims to take Oria and surround the mill.", "take", "the mill",
                 id="taken-by-another-verb"),
    pytest.param("Should the Guard capture Oria and control Dorva, Roe would flee.", "capture",
                 "Dorva", id="taken-by-another-verb-of-a-condition"),
    pytest.param("Should men take Oria, it could isolate the coast, Dorva and Kelm.", "take",
                 "Dorva", id="what-would-ensue"),
    pytest.param("Should men take Oria, it could isolate Norland's coastal cities.", "take",
                 "coastal cities", id="cities-of-a-name"),
    pytest.param("If rebels shell Oria, the army will attack Dorva.", "shell", "Dorva",
                 id="what-will-ensue"),
    pytest.param("Men took Oria, bringing them within 6 km of Dorva, the provincial capital.",
                 "took", "the provincial capital", id="other-words-for-it"),
    pytest.param("Men took Oria, bringing them within 6 km of the capital, Dorva.", "took",
                 "Dorva", id="a-name-for-it"),
    pytest.param("Oria serves as a link between Kelm, the port, and the capital, Dorva.", "serves",
                 "Dorva", id="end-of-a-link"),
    pytest.param("The escalation follows raids, which included a strike in Dorva.", "escalation",
                 "Dorva", id="of-what-was-before"),
    pytest.param("The blast came after a battle in Dorva.", "blast", "Dorva", id="came-after"),
    pytest.param("They hailed talks between Dorva and Oria.", "hailed", "Dorva", id="party-first"),
    pytest.param("Roe got aid – Oria, Kelmar and Norland in “close contact”. It fell in Norland.",
                 "got aid", "Norland", id="party-in-contact"),
]  # fmt: skip
OPEN = [
    pytest.param("Roe said rebels fired in Dorva.", "fired", "Dorva", id="said-it-was-there"),
    pytest.param("Roe told reporters in Dorva that he resigned.", "told", "Dorva", id="the-saying"),
    pytest.param("Two drones were shot down after they reached Dorva.", "shot down", "Dorva",
                 id="reached"),
    pytest.param("Guards in Dorva said that they had found a bomb.", "found", "Dorva",
                 id="who-tells-did-it"),
    pytest.param("A hearing, which had been listed for May in Dorva, will not go ahead.",
                 "go ahead", "Dorva", id="where-it-was-set-for"),
    pytest.param("Sources in Dorva told Radio Nord that the army is advancing in Oria.",
                 "advancing", "Oria", id="where-it-is"),
    pytest.param("Rebels took Oria, killing ten men in Dorva.", "took", "Dorva", id="in"),
    pytest.param("The raid in Dorva followed talks.", "raid", "Dorva", id="of-what-follows"),
    pytest.param("Men followed Roe in Dorva.", "followed", "Dorva", id="followed-itself"),
    pytest.param("The men that shelled it followed Roe to Dorva.", "shelled", "Dorva",
                 id="of-another-verb"),
    pytest.param("Rebels advanced, coming from Oria toward Dorva.", "advanced", "Dorva",
                 id="of-a-movement"),
    pytest.param("Troops pulled back, moving away from Dorva.", "moving", "Dorva", id="itself"),
    pytest.param("Men ambushed a unit, and fired rockets at a base in Dorva.", "ambushed", "Dorva",
                 id="the-only-place"),
    pytest.param("In Dorva, where the army says it has killed ten, men left Oria.", "killed",
                 "Dorva", id="taken-up"),
    pytest.param("A plane landed when guards fired in Dorva.", "landed", "Dorva",
                 id="where-it-may-be-set"),
    pytest.param("Men hosted Roe in Oria and a march in the largely populated city of Dorva.",
                 "hosted", "Dorva", id="a-participle-before-its-noun"),
    pytest.param("Two days after Roe was abducted, men were seen in Dorva.", "abducted", "Dorva",
                 id="days-later-without-its-own"),
    pytest.param("Two died in Dorva while men burned a mill.", "burned", "Dorva", id="only-one"),
    pytest.param("The Guard seized mills after the army withdrew from Dorva.", "seized", "Dorva",
                 id="only-behind-it"),
    pytest.param("Two died in Dorva while men burned a mill in May.", "burned", "Dorva",
                 id="a-month-is-no-place"),
    pytest.param("The Guard aims to take and surround the mill.", "take", "the mill",
                 id="taken-by-both"),
    pytest.param("The Guard aims to kill Roe and seize Dorva.", "kill", "Dorva",
                 id="the-only-place-behind-another-verb"),
    pytest.param("The Guard took Oria, seizing Dorva.", "took", "Dorva", id="goes-on-with-it"),
    pytest.param("Should men take Oria, they could shut the port.", "take", "the port",
                 id="what-may-be-there"),
    pytest.param("Should men attack, Roe could flee Dorva.", "attack", "Dorva",
                 id="condition-without-its-own"),
    pytest.param("Should men take Oria, it could isolate Dorva.", "isolate", "Dorva",
                 id="what-ensues-itself"),
    pytest.param("Men fought in Dorva, the provincial capital.", "fought",
                 "the provincial capital", id="other-words-for-its-own"),
    pytest.param("A road between Oria and Dorva was shelled.", "shelled", "Dorva", id="road"),
    pytest.param("The war between Oria and Dorva killed ten.", "killed", "Dorva", id="war-between"),
    pytest.param("It is a link between Dorva, which men had captured, and Oria.", "captured",
                 "Dorva", id="end-that-is-taken-up"),
    pytest.param("They were held in Dorva in talks over the mill.", "held", "Dorva",
                 id="in-talks-there"),
    pytest.param("Roe was held at Dorva airport as he tried to board a flight to Oria.",
                 "board a flight", "Dorva airport", id="as-he-did-it"),
    pytest.param("Two mills in Dorva burned, and thieves made off with crates.", "made off",
                 "Dorva", id="goes-on-in-another-clause"),
]  # fmt: skip


def misattached(text: str, trigger: str, place: str) -> bool:
    """Whether the only place of an event is refused as that of something else."""
    record = {"trigger": trigger, "places": [place], "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [{**record, "sentences": [1]}], schema=Event)
    refused = [(row.path, row.code) for row in judgement.rejected if row.path == "places[0]"]
    return refused == [("places[0]", "misattached")]


@pytest.mark.parametrize(("text", "trigger", "place"), REFUSED)
def test_a_place_is_not_that_of_another_deed(text: str, trigger: str, place: str) -> None:
    assert misattached(text, trigger, place)


@pytest.mark.parametrize(("text", "trigger", "place"), OPEN)
def test_a_place_that_may_be_its_own_stands(text: str, trigger: str, place: str) -> None:
    assert not misattached(text, trigger, place)


@pytest.mark.parametrize(
    ("text", "trigger", "falls"),
    [
        pytest.param("Dorva fell. Men overran it in May.", "overran", False, id="it"),
        pytest.param("Men went to Dorva. Guards there are holding ten men.", "holding", False,
                     id="there"),
        pytest.param("Men found a hut in Dorva. They burned the hut.", "burned", False, id="the"),
        pytest.param("Dorva fell. Men overran it in Oria.", "overran", True, id="its-own-place"),
        pytest.param("Dorva fell. There were men who died.", "died", False, id="none-of-its-own"),
        pytest.param("Dorva fell. Roe was killed.", "killed", False, id="no-place"),
        pytest.param("Dorva fell. Roe was ill. Men attacked it.", "attacked", True, id="too-far"),
    ],
)  # fmt: skip
def test_a_place_goes_on_where_the_next_sentence_has_none_of_its_own(
    text: str, trigger: str, *, falls: bool
) -> None:
    record = {"trigger": trigger, "places": ["Dorva"], "type": "other", "factuality": "occurred"}
    sentences = list(range(1, text.count(".") + 1))
    (judgement,) = check(Article(text=text), [{**record, "sentences": sentences}], schema=Event)
    assert ("places[0]" in [row.path for row in judgement.rejected]) is falls


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("“Sarn has fallen,” declared the envoy of the army in Dorva.", True),
        ("“Sarn has fallen,” said Roe of the raid in Dorva.", False),
        ("Sarn “has fallen” to the men in Dorva.", False),
    ],
)
def test_a_place_is_not_the_office_of_who_speaks(text: str, *, falls: bool) -> None:
    record = {"sentences": [1], "trigger": "fallen", "places": ["Dorva"]}
    record |= {"type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert ("places[0]" in {row.path for row in judgement.rejected}) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "falls"),
    [
        ("Guards burned 17 trucks and 40 boats.", "burned", "equipment", False),
        ("Guards killed 17 men and wounded 40 men.", "killed", "injured", False),
        ("Ten men fled, of whom four have reached camps.", "reached camps", "displaced", False),
        ("Ten men fled, of whom four have reached camps.", "fled", "displaced", True),
    ],
)
def test_a_figure_is_that_of_its_own_verb(
    text: str, trigger: str, kind: str, *, falls: bool
) -> None:
    count = next(word for word in ("40", "four") if word in text.split())
    of = "men" if "men" in text.split() else "boats"
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    record |= {"figures": [{"count": count, "of": of, "kind": kind}]}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert ("figures[0].count" in {row.path for row in judgement.rejected}) is falls
