"""Who only tells of an event, by "according to", by "noted", or beside who tells it."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Event

LABELS = {"type": "other", "factuality": "occurred"}


def codes(text: str, words: str, trigger: str) -> set[Code | None]:
    """The verdicts on the words as who takes part and as the place."""
    record: dict[str, Any] = {
        "sentences": [1],
        "trigger": trigger,
        "participants": [{"mention": words, "role": "actor"}],
        "places": [words],
        **LABELS,
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
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
