"""What leaves open whether something happened, beyond what governs its words."""

import json

import pytest

from llmextract import Article, Extractor
from llmextract.judge.rules.sorts.unrealised import unplanned, unrealised
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel

HOLD = "A brigade entered Kelmar to hold the line and fully secure the road to Dorva."
HELD = "Norland sent a brigade that managed to hold the line and secured the road to Dorva."
MODAL = "The boats could in the coming weeks be used by rebels."
PAID = "Norland paid a farmer for information leading to the arrest of Roe."
TRUCE = "Roe said that a truce between Norland and the rebels is necessary to reopen the port."
PULLOUT = "Hale said that Norland's pullout from Dorva must be a condition for talks."


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        pytest.param(HOLD, "fully secure", "entered", id="purpose-joined"),
        pytest.param(HOLD, "entered", None, id="who-enters"),
        pytest.param(HELD, "secured", None, id="what-was-managed"),
        pytest.param("Rebels came to hold and hit Dorva.", "hit", None, id="past-form-as-well"),
        pytest.param(
            "They are to be sent for the trials of May.", "trials", None, id="for-the-known"
        ),
        pytest.param(MODAL, "used", "could", id="modal-parted"),
        pytest.param(MODAL.replace("could", "were"), "used", None, id="no-modal"),
        pytest.param("Troops will on Monday attack it.", "attack", "will", id="will-parted"),
        pytest.param("In May on Monday rebels attacked.", "attacked", None, id="month-of-may"),
        pytest.param(PAID, "arrest", None, id="paid"),
        pytest.param(
            "A meeting that was to be held in Dorva on May 3 was called off.",
            "meeting",
            "was called off",
            id="called-off",
        ),
        pytest.param(
            "Talks planned for May 3 in Dorva, Norland, did not take place.",
            "Talks",
            "did not take place",
            id="planned-and-not-held",
        ),
        pytest.param(
            "The meeting that was called in Dorva was stormy.",
            "meeting",
            None,
            id="called-and-held",
        ),
        pytest.param("A raid on Dorva failed on Monday.", "raid", None, id="raid-failed"),
        pytest.param("A raid on Dorva failed to free Roe.", "raid", None, id="raid-failed-to"),
        pytest.param("Talks in Dorva failed on Monday.", "Talks", None, id="talks-were-held"),
        pytest.param(
            "They agreed by phone on Monday to open the port.", "open", "agreed", id="agreed-to"
        ),
        pytest.param(
            "They agreed to open the port and to pull the guns back.",
            "pull the guns back",
            "agreed",
            id="agreed-to-both",
        ),
        pytest.param(
            "They agreed that Hale opened the port and closed Dorva.",
            "closed",
            None,
            id="agreed-that",
        ),
        pytest.param(TRUCE, "truce", "is necessary", id="necessary"),
        pytest.param(PULLOUT, "pullout", "must be a condition", id="condition"),
        pytest.param(
            "A truce is a condition for talks.", "truce", "is a condition", id="a-condition"
        ),
        pytest.param(
            "The raid, which killed Roe, will not happen again.", "raid", None, id="not-again"
        ),
        pytest.param(
            "In preparation for the vote Roe left Dorva.", "left", None, id="done-in-preparation"
        ),
        pytest.param(
            "He trained in preparation for the raid that killed Roe.", "raid", None, id="told-of"
        ),
        pytest.param(
            "Dorva's pullout must be a condition for a truce.", "truce", "condition for", id="for"
        ),
        pytest.param(
            "It was a condition for the truce of May.", "truce", None, id="for-one-that-is-known"
        ),
        pytest.param(
            "The army launched a drive today to repel rebels.",
            "repel",
            "launched … to",
            id="begun-for",
        ),
        pytest.param(
            "The army began an operation in May to free Roe.",
            "free Roe",
            "began … to",
            id="begun-in-may",
        ),
        pytest.param(
            "The army launched a drive and went on to repel rebels.", "repel", None, id="went-on"
        ),
        pytest.param("They used a drone to kill Roe.", "kill Roe", None, id="by-means-of"),
        pytest.param(
            "They entered Dorva with a convoy to support guards.",
            "support guards",
            "entered … to",
            id="entered-for",
        ),
        pytest.param("They entered Dorva to find Roe dead.", "find", None, id="entered-and-found"),
        pytest.param("They entered Dorva and helped guards.", "helped", None, id="entered-and-did"),
        pytest.param(
            "Men seeking to provoke a new round of armed clashes left.",
            "armed clashes",
            "seeking to",
            id="sought",
        ),
        pytest.param(
            "Men are trying to end the clashes in Dorva.", "clashes", None, id="sought-to-end"
        ),
        pytest.param(
            "Men seeking to provoke the guards in the raid left.", "raid", None, id="sought-beside"
        ),
        pytest.param(
            "The raid, which killed Roe, was not recorded.", "killed", None, id="not-of-the-verb"
        ),
        pytest.param(
            "The raid, which killed Roe, was not noted.", "The raid", None, id="not-of-happening"
        ),
        pytest.param(
            "The raid, which killed Roe, could begin again.", "The raid", None, id="known-before"
        ),
    ],
)
def test_what_leaves_an_event_open_is_shown(text: str, words: str, shown: str | None) -> None:
    start = text.index(words)
    unreal = unrealised(text, start, start + len(words))
    assert (unreal.words if unreal else None) == shown


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Norland, which once backed Roe, has left.", "backed", "once"),
        ("Norland once backed Roe and still does.", "backed", None),
        ("Talks in Dorva collapsed on Sunday.", "collapsed", "collapsed"),
        ("Roe is in Dorva, where he signed it.", "signed", "signed"),
        ("Fighting raged in Dorva.", "raged", None),
        ("Norland fears the rebels' recent gains.", "gains", "recent"),
        ("Norland fears the rebels' gains.", "gains", None),
        ("Norland fears the recent clashes.", "clashes", None),
        ("It follows gains, which included capturing Dorva.", "capturing Dorva", "included"),
        ("It follows gains, which include capturing Dorva.", "capturing Dorva", None),
        ("Norland has expressed concern over it.", "concern over it", "expressed"),
        ("Norland's concern over it grows.", "concern over it", None),
        ("Roe was killed in Dorva.", "was killed", "killed"),
        ("The war has killed 12 men.", "killed", None),
        ("Hale warned that Norland would resume its offensive.", "offensive", "would"),
        ("Hale warned that Norland would not end its offensive.", "offensive", None),
        ("Norland began its offensive.", "offensive", None),
    ],
)
def test_what_is_over_is_not_going_on(text: str, words: str, shown: str | None) -> None:
    start = text.index(words)
    unreal = unrealised(text, start, start + len(words), ongoing=True)
    assert (unreal.words if unreal else None) == shown


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Roe has no intention of leaving Dorva.", "leaving", "no intention of"),
        ("Roe said he was not planning to leave.", "leave", "not planning to"),
        ("The mill will not be closed, Roe said.", "be closed", "will not"),
        ("Talks that Hale had hoped to hold will not take place.", "hold", "will not take place"),
        ("Talks that Hale had hoped to hold will take place.", "hold", None),
        ("Roe, who is not rich, plans to leave.", "leave", None),
    ],
)
def test_nobody_plans_what_is_not_to_be(text: str, words: str, shown: str | None) -> None:
    start = text.index(words)
    assert unplanned(text, start, start + len(words)) == shown


@pytest.mark.parametrize(
    ("text", "trigger", "label", "read"),
    [
        (HOLD, "fully secure", "occurred", "planned"),
        (TRUCE, "truce", "occurred", "hypothetical"),
        ("Norland, which once backed Roe, has left.", "backed", "ongoing", "occurred"),
        (HOLD, "fully secure", "planned", "planned"),
    ],
)
def test_what_leaves_it_open_may_tell_the_label(
    text: str, trigger: str, label: str, read: str
) -> None:
    told = {"trigger": trigger, "type": "other", "factuality": label}
    model = ScriptedModel(lambda _: json.dumps([told]))
    extractor = Extractor(Event, model=model, grammar=True, window=1)
    (record,) = extractor.extract(Article(text=text)).records
    assert record.value.factuality == read
