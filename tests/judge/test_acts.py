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
        pytest.param("believes", "Dorva will hold", "report", True, id="believes-no-report"),
        pytest.param("believes", "Dorva will hold", "assess", False, id="believes-a-judgement"),
        pytest.param("said", "it would suspend its work", "report", True, id="own-deed-no-report"),
        pytest.param("said", "it would suspend its work", "commit", False, id="own-deed-promised"),
        pytest.param(
            "announced", "that they will leave Dorva", "report", True, id="own-will-no-report"
        ),
        pytest.param("said", "it would rain in Dorva", "report", False, id="nobodys-deed"),
        pytest.param("said", "it would open on Friday", "report", False, id="deed-of-a-thing"),
        pytest.param("said", "she would lose the vote", "report", False, id="against-her-will"),
        pytest.param("said", "Hale would leave", "report", False, id="deed-of-another"),
        pytest.param("told Hale", "he would leave", "report", False, id="deed-of-whom"),
        pytest.param(
            "warned", "If it goes on, we will march on Dorva", "report", True, id="own-harm"
        ),
        pytest.param(
            "warned",
            "If it goes on, we will march on Dorva",
            "threaten",
            False,
            id="harm-threatened",
        ),
        pytest.param("warned", "we will run out of flour", "report", False, id="no-harm"),
        pytest.param("affirmed", "his men had lost one hill", "support", True, id="stated"),
        pytest.param("affirmed", "that he stands by Hale", "support", False, id="stood-by"),
        pytest.param("admitted", "the raid", "deny", True, id="admitted"),
        pytest.param("announced", "that Dorva was retaken", "deny", True, id="announced"),
        pytest.param("insisted", "that Dorva never fell", "deny", False, id="insisted-that-never"),
        pytest.param("insisted", "the reports were false", "deny", False, id="insisted-false"),
        pytest.param("said", "that Dorva was retaken", "deny", False, id="said-is-open"),
        pytest.param("said", "I start by denying the raid", "support", True, id="own-denial"),
        pytest.param("said", "I back those denying it", "support", False, id="denial-of-others"),
        pytest.param("condemned", "the raid on Dorva", "report", True, id="condemned-no-report"),
        pytest.param("praised", "the raid on Dorva", "report", True, id="praised-no-report"),
        pytest.param("praised", "the raid on Dorva", "support", False, id="praise-is-support"),
        pytest.param("fearing", "a raid on Dorva", "condemn", True, id="feared-condemns-nobody"),
        pytest.param("fearing", "a raid on Dorva", "assess", False, id="feared-a-judgement"),
        pytest.param("considers", "the rebels bandits", "report", True, id="considers"),
        pytest.param("considers", "the rebels bandits", "condemn", False, id="considers-harshly"),
        pytest.param("hopes", "that Dorva holds", "report", True, id="hope-no-report"),
        pytest.param("warned", "that Dorva may fall", "report", False, id="warning-is-open"),
        pytest.param("alleged", "that Hale shelled Dorva", "report", False, id="alleging-is-open"),
        pytest.param("accused", "Hale of shelling Dorva", "report", True, id="accused-no-report"),
        pytest.param("reaffirmed", "its support for Hale", "report", True, id="uttered-support"),
        pytest.param("reaffirmed", "its support for Hale", "support", False, id="support-uttered"),
        pytest.param("reaffirmed", "that Dorva held", "report", False, id="reaffirmed-is-open"),
        pytest.param("added", "We hope that Dorva holds", "report", True, id="we-hope"),
        pytest.param("added", "We hope that Dorva holds", "request", False, id="hope-asks"),
        pytest.param("added", "We support no side in Dorva", "report", False, id="no-support"),
        pytest.param("added", "They hope that Dorva holds", "report", False, id="others-hope"),
        pytest.param("denied", "shelling Dorva", "report", True, id="denied-no-report"),
        pytest.param("denied", "shelling Dorva", "deny", False, id="denied-denied"),
        pytest.param("called on", "Hale to go", "report", True, id="called-on-no-report"),
        pytest.param("called on", "Hale to go", "condemn", True, id="called-on-no-blame"),
        pytest.param("called", "for a vote", "deny", True, id="called-for-in-what-is-said"),
        pytest.param("called", "for a vote", "request", False, id="called-for-a-request"),
        pytest.param("appealed", "to Hale to go", "commit", True, id="appealed"),
        pytest.param("offered", "to rebuild Dorva", "condemn", True, id="offered"),
        pytest.param("offered", "to rebuild Dorva", "commit", False, id="offered-to-do"),
        pytest.param("offered", "praise for Hale", "support", False, id="offered-no-deed"),
        pytest.param("blamed", "Hale for the raid", "deny", True, id="blamed-denies-nothing"),
        pytest.param("accused", "Hale of a false report", "deny", False, id="accused-of-falsehood"),
        pytest.param("expressed hope", "that Hale would go", "threaten", True, id="hoped"),
        pytest.param("assured voters", "that Dorva is safe", "accuse", True, id="assured"),
        pytest.param("assured voters", "that Dorva is safe", "support", False, id="assured-so"),
        pytest.param("warned", "that the mutiny could spread", "threaten", True, id="of-itself"),
        pytest.param("warned", "that it could shell Dorva", "threaten", False, id="own-deed"),
        pytest.param("warned", "that Dorva could fall", "commit", True, id="warned-no-promise"),
        pytest.param("warned", "that it would shell Dorva", "commit", False, id="warned-will"),
        pytest.param("promised", "a reward for the crew", "threaten", True, id="promised-good"),
        pytest.param("promised", "to punish the crew", "threaten", False, id="promised-harm"),
        pytest.param("said", "Hale had ignored two notes", "commit", True, id="past-is-no-promise"),
        pytest.param("said", "Hale was first to fire", "commit", True, id="first-to"),
        pytest.param("said", "Hale had left Dorva", "threaten", True, id="past-is-no-threat"),
        pytest.param("told", "Hale had left Dorva", "request", True, id="past-is-no-request"),
        pytest.param("asked", "if Hale had left", "request", False, id="asked-of-the-past"),
        pytest.param("said", "Hale should have left", "request", False, id="should-have"),
        pytest.param("said", "it was ready to leave", "commit", False, id="ready"),
        pytest.param("said", "it had agreed to leave", "commit", False, id="agreed-to"),
        pytest.param("said", "We will answer with force", "request", True, id="own-will"),
        pytest.param("said", "We will ask you to go", "request", False, id="own-wish"),
        pytest.param("said", "the army had no part in it", "accuse", True, id="no-part"),
        pytest.param(
            "said", "the army had no part in it but rebels did", "accuse", False, id="others-did"
        ),
        pytest.param("described", "the raid as an act of malice", "support", True, id="malice"),
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
