"""Who is no reporter of an event: its own sentence has another, or makes it their deed."""

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Event


@pytest.mark.parametrize(
    ("text", "reporter", "falls"),
    [
        pytest.param(
            "According to Roe, on Monday Front fighters burned the mill.",
            "Front fighters",
            True,
            id="the-doer",
        ),
        pytest.param(
            "According to Roe, fighters burned the mill; Hale put it otherwise.",
            "Hale",
            True,
            id="behind-a-semicolon",
        ),
        pytest.param(
            "According to the envoy for Norland, Roe, rebels burned the mill.",
            "Roe",
            False,
            id="apposition",
        ),
        pytest.param(
            "Guards called off a search for a ship that burned off Oria on Friday, the port said.",
            "Guards",
            True,
            id="called-off",
        ),
        pytest.param(
            "A mill burned down after talks with Norland ended, the union announced.",
            "Norland",
            True,
            id="in-a-subject",
        ),
        pytest.param(
            "The mill burned in Oria, killing ten, the ministry said, as guards dug for men.",
            "guards",
            True,
            id="behind-an-insertion",
        ),
        pytest.param(
            "The mill burned in Oria, killing ten, the ministry said, as guards dug for men.",
            "the ministry",
            False,
            id="inserted",
        ),
        pytest.param(
            "The ministry regrets that the mill burned, it said on Friday.",
            "The ministry",
            False,
            id="taken-up",
        ),
        pytest.param("Rebels burned the mill, Roe told Radio Nord.", "Radio Nord", False, id="to"),
        pytest.param("Rebels burned the mill, Roe said, citing Hale.", "Hale", False, id="citing"),
        pytest.param(
            "The mill of the state was burned by the rebels in May, a loss.",
            "the rebels",
            True,
            id="by-whom",
        ),
        pytest.param(
            "The Front claimed to have burned the mill, although the army maintains it stands.",
            "the army",
            True,
            id="claimed",
        ),
        pytest.param(
            "The mill is not burned, Roe said, denying a report by the Dorva Post.",
            "the Dorva Post",
            True,
            id="contradicted",
        ),
        pytest.param(
            "The mill burned down, two envoys said, because the army refuses to guard it.",
            "the army",
            True,
            id="reason",
        ),
        pytest.param(
            "Norland considers them rebels and has vowed to see the mill burned.",
            "Norland",
            False,
            id="goes-on-to-tell",
        ),
        pytest.param(
            "Norland burned the mill and has vowed to rebuild it.",
            "Norland",
            True,
            id="tells-later",
        ),
        pytest.param("The army said rebels burned the mill.", "The army", False, id="teller"),
        pytest.param(
            "Oria burned the mill, and the Hale Guard says that two mills remain.",
            "the Hale Guard",
            True,
            id="goes-on-to-say-else",
        ),
        pytest.param(
            "Oria burned the mill, the Hale Guard says, and that two mills remain.",
            "the Hale Guard",
            False,
            id="set-in",
        ),
        pytest.param("Oria burned the mill, Roe wrote on Telegram.", "on Telegram", True, id="on"),
        pytest.param("Oria burned the mill, Roe wrote on Telegram.", "Roe", False, id="who-wrote"),
    ],
)
def test_a_reporter_reports_the_event(text: str, reporter: str, *, falls: bool) -> None:
    record = {
        "sentences": [1],
        "type": "other",
        "trigger": "burned",
        "factuality": "hypothetical" if "may" in text.split() else "occurred",
        "reported_by": reporter,
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    found = {row.path: row.code for row in judgement.rejected}
    assert found.get("reported_by") is (Code.MISATTACHED if falls else None)
