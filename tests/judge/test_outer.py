"""What governs words from another clause, or is the deed itself, says nothing against a label."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Claim, Event
from tests.judge.test_done import falls

ALARM = "Many fled in Dorva, but no wave came and the alarm was lifted at noon."
RAID = "Roe is accused of ordering a raid that killed ten."
SIGNED = "The raids, in which 900 men died and 20 were lost, were stopped by a truce signed in May."
NAB = "Police went to Dorva to nab Roe and returned empty-handed."
WITHOUT = "Roe warned that without a truce in Dorva the siege could go on."


@pytest.mark.parametrize(
    ("text", "trigger", "label", "refused"),
    [
        (ALARM, "the alarm was lifted", "occurred", False),
        (ALARM, "wave came", "occurred", True),
        (RAID, "raid", "occurred", False),
        ("Roe is accused of ordering a raid that was to kill ten.", "raid", "occurred", True),
        ("Roe is accused of ordering a raid in Dorva.", "raid", "occurred", True),
        (SIGNED, "signed", "occurred", False),
        ("Roe said that, had rebels attacked, he would know.", "attacked", "occurred", True),
        ("Aides are trying to win over Hale.", "are trying to win over", "ongoing", False),
        ("Aides are trying to win over Hale.", "win over", "ongoing", True),
        ("Aides are trying to win over Hale.", "are trying to win over", "occurred", True),
        ("Efforts are under way to retake Dorva.", "retake", "ongoing", False),
        ("Efforts are under way to retake Dorva.", "retake", "occurred", True),
        ("They began the effort to isolate Dorva.", "effort to isolate", "ongoing", False),
        ("They dropped the plan to isolate Dorva.", "plan to isolate", "ongoing", True),
        ("Roe could avoid paying his dues.", "avoid paying", "hypothetical", False),
        (WITHOUT, "a truce", "hypothetical", False),
        ("If asked, Roe left without a truce.", "a truce", "hypothetical", True),
        (NAB, "nab", "failed", False),
        ("Police who could go went to Dorva to nab Roe.", "nab", "failed", True),
        ("The vote will not now go ahead.", "will not now go ahead", "negated", False),
        ("The vote will now go ahead.", "will now go ahead", "negated", True),
    ],
)
def test_what_governs_words_is_held_against_a_label(
    text: str, trigger: str, label: str, refused: bool
) -> None:
    assert falls(text, trigger, label) is refused


def test_those_who_are_recaptured_are_captured() -> None:
    text = "Nine of the men had been recaptured by noon."
    figures = [{"count": "Nine", "of": "the men", "period": None, "kind": "captured"}]
    labels = {"type": "abduction_detention", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": "recaptured", "figures": figures, **labels}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert judgement.rejected == ()


def claim(text: str, cue: str, content: str, **given: str) -> list[str]:
    labels = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}
    record = {"sentences": [1], "cue": cue, "content": [content], **labels, **given}
    record = {"verification": "not_addressed", **record}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return [row.path for row in judgement.rejected]


URGED = "Norland did not leave the bloc, as Hale had urged it to do."
REQUEST = "The court rejected a request from Hale to reopen the mill."
OPEN = "Roe said it was not ruled out that Hale had left."
UNTIL = "Roe said he had not left until Friday."


@pytest.mark.parametrize(
    ("text", "cue", "content", "given", "path"),
    [
        (URGED, "urged", "leave the bloc", {"speech_act": "request"}, None),
        ("Hale had urged it not to leave the bloc.", "urged", "to leave the bloc", {}, "polarity"),
        (REQUEST, "request", "to reopen the mill", {}, None),
        ("Hale made a request not to reopen it.", "request", "not to reopen it", {}, "polarity"),
        (
            OPEN,
            "said",
            "it was not ruled out that Hale had left",
            {"certainty": "possible", "certainty_cue": "not ruled out"},
            None,
        ),
        (
            "Roe said it was not true that Hale had left.",
            "said",
            "it was not true that Hale had left",
            {},
            "polarity",
        ),
        (UNTIL, "said", "he had not left until Friday", {"polarity": "negative"}, None),
        (UNTIL, "said", "he had not left until Friday", {"polarity": "positive"}, None),
        (
            "Roe said he had left at noon.",
            "said",
            "he had left at noon",
            {"polarity": "negative"},
            "polarity",
        ),
        (
            "Roe incorrectly stated that Hale had left.",
            "stated",
            "that Hale had left",
            {"verification": "disputed", "verification_cue": "incorrectly"},
            None,
        ),
        (
            "Roe pleaded not guilty to theft.",
            "pleaded",
            "not guilty to theft",
            {"speech_act": "deny", "polarity": "negative"},
            None,
        ),
        ("Roe pleaded for mercy.", "pleaded", "for mercy", {"speech_act": "deny"}, "speech_act"),
    ],
)
def test_what_denies_the_saying_denies_not_what_is_said(
    text: str, cue: str, content: str, given: dict[str, str], path: str | None
) -> None:
    fallen = claim(text, cue, content, **given)
    assert (path in fallen) if path else fallen == []
