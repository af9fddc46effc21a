"""Cues by which no subject says anything, and who only tells of what others do."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Claim, Event

LABELS = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}


def code_of(schema: type[Claim] | type[Event], text: str, path: str, **record: Any) -> Code | None:
    (judgement,) = check(Article(text=text), [{"sentences": [1], **record}], schema=schema)
    return next(v.code for v in judgement.verdicts if v.path == path)


def code_of_source(text: str, source: str, cue: str, content: str) -> Code | None:
    said = {"source": source, "cue": cue, "content": [content], "verification": "not_addressed"}
    return code_of(Claim, text, "source", **said, **LABELS)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "Hale said the army was reported to be nearing Dorva.",
            "the army",
            "reported",
            "to be nearing Dorva",
            id="passive",
        ),
        pytest.param(
            "Rebels were widely believed to hold Dorva.",
            "Rebels",
            "were widely believed",
            "to hold Dorva",
            id="passive-in-the-cue",
        ),
        pytest.param(
            "These clashes are considered the worst since 2011.",
            "These clashes",
            "considered",
            "the worst since 2011",
            id="held",
        ),
        pytest.param(
            "It was stated that Norland sent troops to Dorva.",
            "Norland",
            "stated",
            "sent troops to Dorva",
            id="impersonal",
        ),
        pytest.param(
            "The plan, supported by Norland, will end the war.",
            "The plan",
            "supported",
            "will end the war",
            id="agent-behind",
        ),
        pytest.param(
            "The army reportedly strengthened its defenses.",
            "The army",
            "reportedly",
            "strengthened its defenses",
            id="hearsay",
        ),
        pytest.param(
            "“The ministers of three states” of the Pact, “are in close contact,” she said.",
            "The ministers of three states",
            "said",
            "are in close contact",
            id="quoted",
        ),
    ],
)
def test_whom_a_cue_is_said_of_says_nothing(text: str, source: str, cue: str, content: str) -> None:
    assert code_of_source(text, source, cue, content) is Code.MISATTACHED


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "It was stated by Norland that troops went to Dorva.",
            "Norland",
            "was stated by",
            "troops went to Dorva",
            id="impersonal-agent",
        ),
        pytest.param(
            "The plan was announced by Norland on Monday.",
            "Norland",
            "announced",
            "The plan",
            id="agent",
        ),
        pytest.param(
            "Norland announced by Monday that the plan holds.",
            "Norland",
            "announced",
            "the plan holds",
            id="by-a-day",
        ),
        pytest.param(
            "The mayor confirmed by telephone that the bridge fell.",
            "The mayor",
            "confirmed",
            "the bridge fell",
            id="by-telephone",
        ),
        pytest.param(
            "The mayor was quoted as saying that the bridge fell.",
            "The mayor",
            "was quoted as saying",
            "the bridge fell",
            id="quoted-as-saying",
        ),
        pytest.param(
            "The mayor is reported to have said that the bridge fell.",
            "The mayor",
            "is reported to have said",
            "the bridge fell",
            id="reported-to-have-said",
        ),
        pytest.param(
            "The mayor is convinced that the bridge fell.",
            "The mayor",
            "is convinced",
            "the bridge fell",
            id="convinced",
        ),
        pytest.param(
            "Roe, supported by the army, said that Dorva fell.",
            "Roe",
            "said",
            "Dorva fell",
            id="passive-aside",
        ),
        pytest.param(
            "It was reported that Norland sent troops, the mayor said.",
            "the mayor",
            "said",
            "Norland sent troops",
            id="impersonal-in-what-is-said",
        ),
        pytest.param(
            'The "People\'s Front" said that Dorva fell.',
            "People's Front",
            "said",
            "Dorva fell",
            id="name-in-marks",
        ),
    ],
)
def test_who_speaks_in_any_voice_stays(text: str, source: str, cue: str, content: str) -> None:
    assert code_of_source(text, source, cue, content) is None


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
        pytest.param("Norland air forces had shelled Dorva.", "Norland", False, id="noun"),
        pytest.param("On Friday, rebels had shelled Dorva, the mayor said.", "mayor", True),
        pytest.param("After rebels had shelled Dorva, Hale said so.", "Hale", False, id="not-last"),
        pytest.param("Having shelled Dorva, Hale said.", "Hale", False, id="no-subject"),
        pytest.param("DORVA, May 3 (Radio Nord) - Rebels shelled it.", "Radio Nord", True),
        pytest.param("Norland News/ Rebels shelled Dorva.", "Norland News", True, id="slash"),
        pytest.param("Norland Front (FDF) - Hale's - shelled it.", "FDF", False, id="initials"),
        pytest.param("Hale said that on May 3, rebels shelled Dorva.", "Hale", True, id="fronted"),
        pytest.param("Rebels had shelled his house, Hale said.", "Hale", False, id="his"),
        pytest.param("Hale said he had shelled Dorva.", "Hale", False, id="bare-pronoun"),
        pytest.param("Radio Nord said that rebels shelled Dorva.", "rebels", False, id="subject"),
        pytest.param("Hale said that rebels shelled his house.", "Hale", False, id="taken-up"),
        pytest.param("Hale said that he shelled Dorva.", "Hale", False, id="pronoun"),
        pytest.param("The army proved that it shelled Dorva.", "The army", False, id="no-saying"),
        pytest.param("Rebels shelled Dorva and said that it fell.", "Rebels", False, id="before"),
        pytest.param("According to Hale, rebels shelled Dorva.", "Hale", True, id="according"),
        pytest.param("Rebels shelled Dorva, according to Hale.", "Hale", True, id="according-last"),
        pytest.param("According to Hale, they shelled Dorva.", "Hale", False, id="according-they"),
        pytest.param("Army reports state that rebels shelled Dorva.", "Army reports", True),
        pytest.param(
            "Army reports state units shelled Dorva.", "Army reports", False, id="noun-or"
        ),
        pytest.param("Hale said there were rebels who shelled Dorva.", "Hale", True, id="there"),
        pytest.param("Hale said that this week, rebels shelled Dorva.", "Hale", True, id="this"),
        pytest.param("A medic, Hale, said rebels had shelled Dorva.", "Hale", True, id="named"),
        pytest.param("The army dismissed the plan and shelled Dorva.", "The army", False),
        pytest.param("The army found Roe had left and shelled Dorva.", "The army", False, id="did"),
        pytest.param("Hale said Roe had left and shelled Dorva.", "Hale", True, id="only-said"),
    ],
)
def test_who_only_tells_of_an_event_takes_no_part(text: str, mention: str, *, falls: bool) -> None:
    record = {
        "trigger": "shelled",
        "participants": [{"mention": mention, "role": "actor"}],
        "type": "shelling_artillery_missile_attack",
        "factuality": "occurred",
    }
    code = code_of(Event, text, "participants[0].mention", **record)
    assert code is (Code.MISATTACHED if falls else None)
