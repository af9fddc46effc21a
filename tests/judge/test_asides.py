"""What a relative clause between commas tells is not told of what stands around it."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event

TEXT = "Norland, which fought a war with Esteria in 2006, has sent 40 men to Dorva."
OTHER = "Rebels met Ilan Roe, who was freed on Monday in Oria."


def refused(text: str, trigger: str, **fields: object) -> dict[str, str]:
    """What of an event is refused as something else's."""
    record = {"trigger": trigger, "type": "other", "factuality": "occurred", **fields}
    (judgement,) = check(Article(text=text), [{"sentences": [1], **record}], schema=Event)
    return {row.path: row.code for row in judgement.rejected if row.code == "misattached"}


@pytest.mark.parametrize(
    ("text", "place", "falls"),
    [
        ("It fell, says Roe, whose hall in Dorva, built in May, shelters ten men.", "Dorva", False),
        ("The Front, whose men left Dorva, shelters ten men in Sarn.", "Dorva", True),
    ],
)
def test_an_aside_ends_behind_its_verb(text: str, place: str, *, falls: bool) -> None:
    assert ("places[0]" in refused(text, "shelters", places=[place])) is falls


@pytest.mark.parametrize(
    ("text", "trigger", "fields", "path"),
    [
        pytest.param(
            "The army retook Dorva, which the Front (DF) had seized in March.",
            "retook",
            {"time": "March"},
            "time",
            id="object-of-another-verb",
        ),
        pytest.param(
            "Guards were killed in Dorva, for which the army apologised in May.",
            "killed",
            {"time": "May"},
            "time",
            id="for-which",
        ),
        pytest.param(TEXT, "sent", {"time": "2006"}, "time", id="time-within"),
        pytest.param(TEXT, "fought", {"places": ["Dorva"]}, "places[0]", id="place-outside"),
        pytest.param(
            TEXT,
            "has sent",
            {"participants": [{"mention": "Esteria", "role": "recipient"}]},
            "participants[0].mention",
            id="who-is-within",
        ),
        pytest.param(OTHER, "met", {"time": "Monday"}, "time", id="at-the-end"),
        pytest.param(OTHER, "met", {"places": ["Oria"]}, "places[0]", id="place-at-the-end"),
        pytest.param(
            "Ilan Roe, who in 2022 called it “mere gossip”, left on Monday.",
            "left",
            {"time": "2022"},
            "time",
            id="words-in-quotation-marks-within",
        ),
        pytest.param(
            "Guards held ten men, one of whom was treated in Oria.",
            "held",
            {"places": ["Oria"]},
            "places[0]",
            id="one-of-whom",
        ),
        pytest.param(
            "The army, which sent 3,000 men to Dorva on Monday, urged them to march to Oria.",
            "march",
            {"time": "Monday"},
            "time",
            id="number-within-and-infinitive-outside",
        ),
    ],
)
def test_an_aside_tells_of_its_own_verb(
    text: str, trigger: str, fields: dict[str, object], path: str
) -> None:
    assert refused(text, trigger, **fields) == {path: "misattached"}


@pytest.mark.parametrize(
    ("text", "trigger", "fields"),
    [
        pytest.param(TEXT, "fought", {"time": "2006"}, id="time-of-its-own"),
        pytest.param(TEXT, "sent", {"places": ["Dorva"]}, id="place-of-the-main-verb"),
        pytest.param(OTHER, "freed", {"time": "Monday"}, id="of-who-was-freed"),
        pytest.param(
            "The army, which sent 3,000 men to Dorva on Monday, left.",
            "sent",
            {"places": ["Dorva"], "time": "Monday"},
            id="behind-a-number",
        ),
        pytest.param(
            "Men marched to Oria, where police fired in a square, arresting ten.",
            "arresting",
            {"places": ["Oria"]},
            id="what-goes-on-behind-it",
        ),
        pytest.param(
            "The raid, which killed ten in Oria on Monday, was condemned.",
            "raid",
            {"places": ["Oria"], "time": "Monday"},
            id="of-the-noun-before-it",
        ),
        pytest.param(
            "Rebels took Dorva, where they freed ten men in Oria Street.",
            "took",
            {"places": ["Oria Street"]},
            id="where",
        ),
        pytest.param(
            "The drive, which included a raid on Oria, has ended.",
            "has ended",
            {"places": ["Oria"]},
            id="included",
        ),
        pytest.param(
            "The Front, which is backed by Norland, took Dorva.",
            "took",
            {"participants": [{"mention": "Norland", "role": "supporter"}]},
            id="who-helps",
        ),
    ],
)
def test_what_may_be_told_of_both_stands(
    text: str, trigger: str, fields: dict[str, object]
) -> None:
    assert refused(text, trigger, **fields) == {}
