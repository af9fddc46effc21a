"""What is done by saying something, held against the words of saying."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("cue", "content", "act", "falls"),
    [
        pytest.param("condemned", "the raid on Dorva", "support", True, id="condemned"),
        pytest.param("condemned", "the raid on Dorva", "accuse", False, id="condemned-and-accused"),
        pytest.param("strongly condemns", "the raid", "request", True, id="with-an-adverb"),
        pytest.param("did not condemn", "the raid on Dorva", "support", False, id="denied"),
        pytest.param("praised", "the raid on Dorva", "condemn", True, id="praised"),
        pytest.param("has vowed", "to retake Dorva", "deny", True, id="vowed"),
        pytest.param("has vowed", "to retake Dorva", "threaten", False, id="vowed-harm"),
        pytest.param("urging", "talks on Dorva", "threaten", True, id="urged"),
        pytest.param("urged", "Norland to leave Dorva", "support", True, id="urged-no-support"),
        pytest.param("urged", "voters to back Hale", "support", False, id="urged-support"),
        pytest.param("threatened", "to shell Dorva", "support", True, id="threatened"),
        pytest.param("threatened", "to shell Dorva", "commit", False, id="threatened-a-plan"),
        pytest.param("denied", "shelling Dorva", "support", True, id="denied-support"),
        pytest.param("accused", "Hale of shelling Dorva", "support", True, id="accused"),
        pytest.param("accused", "Hale of shelling Dorva", "condemn", False, id="accused-harshly"),
        pytest.param("accused and condemned", "Hale", "request", False, id="two-acts"),
        pytest.param("called", "the vote a sham", "support", True, id="called-a-sham"),
        pytest.param("called", "the vote no sham", "support", False, id="called-no-sham"),
        pytest.param("called", "the vote a triumph", "support", False, id="called-a-triumph"),
        pytest.param("called on", "Hale to go", "threaten", True, id="called-on"),
        pytest.param("called for", "a vote", "support", False, id="called-for"),
        pytest.param("asked", "Hale to leave", "commit", True, id="asked"),
        pytest.param("opposed", "the bridge", "support", True, id="opposed"),
        pytest.param("admitted", "the raid", "deny", True, id="admitted"),
        pytest.param("announced", "that Dorva was retaken", "deny", True, id="announced"),
        pytest.param("insisted", "that Dorva never fell", "deny", False, id="insisted-that-never"),
        pytest.param("insisted", "the reports were false", "deny", False, id="insisted-false"),
        pytest.param("said", "that Dorva was retaken", "deny", False, id="said-is-open"),
        pytest.param("said", "I start by denying the raid", "support", True, id="own-denial"),
        pytest.param("said", "I back those denying it", "support", False, id="denial-of-others"),
        pytest.param("condemned", "the raid on Dorva", "report", False, id="report-is-open"),
    ],
)
def test_words_of_saying_tell_one_act(cue: str, content: str, act: str, *, falls: bool) -> None:
    found = codes(f"Roe {cue} {content}.", cue, content, source="Roe", speech_act=act)
    assert found.get("speech_act") is (Code.CONTRADICTED if falls else None)


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        pytest.param("The ferry was full", True, id="past"),
        pytest.param("The ferry will be sunk", False, id="to-come"),
    ],
)
def test_nobody_threatens_with_what_was(content: str, *, falls: bool) -> None:
    found = codes(f"{content}, according to Roe.", "according to", content, speech_act="threaten")
    assert ("speech_act" in found) is falls
