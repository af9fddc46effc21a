"""Who only tells of an event, by "according to", by "noted", or beside who tells it."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Event

LABELS = {"type": "other", "factuality": "occurred"}


def record_of(words: str, trigger: str) -> dict[str, Any]:
    taking_part = {"participants": [{"mention": words, "role": "actor"}], "places": [words]}
    return {"sentences": [1], "trigger": trigger, **taking_part, **LABELS}


def codes(text: str, words: str, trigger: str) -> set[Code | None]:
    """The verdicts on the words as who takes part and as the place."""
    (judgement,) = check(Article(text=text), [record_of(words, trigger)], schema=Event)
    paths = ("participants[0].mention", "places[0]")
    return {v.code for v in judgement.verdicts if v.path in paths}


@pytest.mark.parametrize(
    ("text", "words", "trigger"),
    [
        pytest.param(
            "The war has displaced thousands, according to the Roe Fund.",
            "Roe Fund",
            "displaced",
            id="according-behind",
        ),
        pytest.param(
            "According to the Roe Fund, rebels have shelled Dorva.",
            "Roe Fund",
            "shelled",
            id="according-before",
        ),
        pytest.param(
            "The Observatory noted the escalating violence.",
            "Observatory",
            "violence",
            id="noted",
        ),
        pytest.param(
            "The Kelmar Fund, which has sources in Norland, described the fighting.",
            "Kelmar Fund",
            "fighting",
            id="described-behind-an-insertion",
        ),
        pytest.param(
            "The Fund, based in Norland with staff in Kelmar, said rebels shelled Dorva.",
            "Kelmar",
            "shelled",
            id="seat-of-who-tells",
        ),
        pytest.param(
            "The Fund, which relies on people in Norland, described the fighting.",
            "Norland",
            "fighting",
            id="sources-of-who-tells",
        ),
        pytest.param(
            "Rebels shelled Dorva, Norland Ministry spokeswoman Ana Velle said.",
            "Norland",
            "shelled",
            id="cut-out-of-who-tells",
        ),
        pytest.param(
            "The Fund reported that rebel losses this week exceeded 50.",
            "The Fund",
            "reported that rebel losses",
            id="telling-in-the-trigger",
        ),
    ],
)
def test_who_only_tells_takes_no_part(text: str, words: str, trigger: str) -> None:
    assert Code.MISATTACHED in codes(text, words, trigger)


@pytest.mark.parametrize(
    ("text", "words", "trigger"),
    [
        pytest.param(
            "According to the army, which lost 12 men, the town is calm.",
            "the army",
            "lost",
            id="loses-in-its-own-clause",
        ),
        pytest.param(
            "According to the rebels, they left Dorva.", "the rebels", "left", id="pronoun"
        ),
        pytest.param("The army announced the attack.", "The army", "attack", id="announced"),
        pytest.param(
            "The army condemned the raid and shelled Dorva.",
            "The army",
            "shelled",
            id="second-verb",
        ),
        pytest.param(
            "The army, backed by Norland, said it took Dorva.", "Norland", "took", id="helper"
        ),
        pytest.param("Norland jets bombed Dorva.", "Norland", "bombed", id="no-teller"),
        pytest.param(
            "On Friday, the Front hit Dorva, said Roe, who saw the strike.",
            "the Front",
            "strike",
            id="clause-of-its-own",
        ),
    ],
)
def test_who_takes_part_does(text: str, words: str, trigger: str) -> None:
    assert Code.MISATTACHED not in codes(text, words, trigger)


@pytest.mark.parametrize(
    ("text", "mention", "falls"),
    [
        pytest.param("Radio Nord said that rebels shelled Dorva.", "Radio Nord", True, id="teller"),
        pytest.param(
            "Hale told Radio Nord that rebels shelled Dorva.", "Radio Nord", True, id="to"
        ),
        pytest.param("Hale told Radio Nord on Friday that rebels shelled Dorva.", "Hale", True),
        pytest.param("Radio Nord said rebels had shelled Dorva.", "Radio Nord", True, id="bare"),
        pytest.param("Hale, a medic, said rebels had shelled Dorva.", "Hale", True, id="aside"),
        pytest.param("Rebels had shelled Dorva, Hale said.", "Hale", True, id="last"),
        pytest.param(
            "Hale said “many men” who shelled Dorva fled.", "Hale", False, id="bare-quote"
        ),
        pytest.param("Hale told Radio Nord that “men” shelled Dorva.", "Hale", True, id="quote"),
        pytest.param(
            "Hale noted that the heads of A, B and C—all generals—had shelled Dorva.",
            "Hale",
            True,
            id="the-others",
        ),
        pytest.param("Hale noted that the day he shelled Dorva was hot.", "Hale", False, id="he"),
        pytest.param("Norland air forces had shelled Dorva.", "Norland", False, id="noun"),
        pytest.param("On Friday, rebels had shelled Dorva, the mayor said.", "mayor", True),
        pytest.param(
            "After rebels had shelled Dorva, Hale said so.", "Hale", True, id="others-did"
        ),
        pytest.param("Having shelled Dorva, Hale said.", "Hale", False, id="no-subject"),
        pytest.param("DORVA, May 3 (Radio Nord) - Rebels shelled it.", "Radio Nord", True),
        pytest.param("Norland News/ Rebels shelled Dorva.", "Norland News", True, id="slash"),
        pytest.param("Norland Front (FDF) - Hale's - shelled it.", "FDF", False, id="initials"),
        pytest.param("Hale said that on May 3, rebels shelled Dorva.", "Hale", True, id="fronted"),
        pytest.param("A rebel had shelled his house, Hale said.", "Hale", True, id="his"),
        pytest.param("Hale said he had shelled Dorva.", "Hale", False, id="bare-pronoun"),
        pytest.param("Radio Nord said that rebels shelled Dorva.", "rebels", False, id="subject"),
        pytest.param("Hale said that rebels shelled his house.", "Hale", True, id="of-others"),
        pytest.param("Hale said that he shelled Dorva.", "Hale", False, id="pronoun"),
        pytest.param("The army proved that it shelled Dorva.", "The army", False, id="no-saying"),
        pytest.param("Rebels shelled Dorva and said that it fell.", "Rebels", False, id="before"),
        pytest.param("According to Hale, rebels shelled Dorva.", "Hale", True, id="according"),
        pytest.param("Rebels shelled Dorva, according to Hale.", "Hale", True, id="according-last"),
        pytest.param("According to Hale, they shelled Dorva.", "Hale", False, id="according-they"),
        pytest.param("Army reports state that rebels shelled Dorva.", "Army reports", True),
        pytest.param(
            "Army officials state units shelled Dorva.", "Army officials", False, id="noun-or"
        ),
        pytest.param("Hale said there were rebels who shelled Dorva.", "Hale", True, id="there"),
        pytest.param("Hale said that this week, rebels shelled Dorva.", "Hale", True, id="this"),
        pytest.param("A medic, Hale, said rebels had shelled Dorva.", "Hale", True, id="named"),
        pytest.param("The army dismissed the plan and shelled Dorva.", "The army", False),
        pytest.param("The army found Roe had left and shelled Dorva.", "The army", False, id="did"),
        pytest.param("Hale said Roe had left and shelled Dorva.", "Hale", True, id="only-said"),
        pytest.param("Hale mentioned “10 men shelled”.", "Hale", True, id="mentioned"),
    ],
)
def test_who_only_tells_of_an_event_takes_no_part(text: str, mention: str, *, falls: bool) -> None:
    (judgement,) = check(Article(text=text), [record_of(mention, "shelled")], schema=Event)
    code = next(v.code for v in judgement.verdicts if v.path == "participants[0].mention")
    assert code is (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("text", "trigger", "falls"),
    [
        pytest.param("Hale called the blast “an attack”.", "attack", True, id="so"),
        pytest.param("Hale called the blast “an attack”.", "blast", True, id="what-is-called"),
        pytest.param("It fell in what Hale called an “attack”.", "attack", True, id="what"),
        pytest.param("Hale called it a massacre.", "massacre", True, id="it"),
        pytest.param("Hale called a strike.", "strike", False, id="brought-about"),
        pytest.param("Hale called off the strike.", "strike", False, id="off"),
        pytest.param("“There was a blast,” said Hale.", "blast", True, id="there-was"),
        pytest.param("Hale said there was a blast.", "blast", True, id="there-was-behind"),
        pytest.param("There was a blast, set by Hale.", "blast", False, id="no-teller"),
    ],
)
def test_who_calls_it_so_takes_no_part(text: str, trigger: str, *, falls: bool) -> None:
    (judgement,) = check(Article(text=text), [record_of("Hale", trigger)], schema=Event)
    code = next(v.code for v in judgement.verdicts if v.path == "participants[0].mention")
    assert code is (Code.MISATTACHED if falls else None)
