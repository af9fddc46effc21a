"""Who surely is not who speaks, by the words around a verb of saying."""

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Claim

LABELS = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}


def code_of_source(text: str, source: str, cue: str, content: str = "it fell") -> Code | None:
    said = {"source": source, "cue": cue, "content": [content]}
    record = {"sentences": [1], "verification": "not_addressed", **said, **LABELS}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return next(v.code for v in judgement.verdicts if v.path == "source")


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        pytest.param("Roe’s lawyer said it fell.", "Roe", "said", id="possessive"),
        pytest.param("Roe spokesman Ilan Hale said it fell.", "Roe", "said", id="role-and-name"),
        pytest.param("Roe’s lawyer said it fell.", "Roe", "lawyer said", id="noun-in-the-cue"),
        pytest.param("Roe left, and his aide said it fell.", "his", "aide said", id="whose"),
        pytest.param("Dorva officials later said it fell.", "Dorva", "said", id="role"),
        pytest.param("“it fell,” said Dorva mayor Ilan Hale.", "Dorva", "said", id="inverted"),
        pytest.param("Hale told Roe on Friday it fell.", "Roe", "told", id="told"),
        pytest.param("“it fell,” said a spokesman for Roe.", "Roe", "said", id="noun-behind"),
        pytest.param("“it fell,” said Hale, an aide to Roe.", "Roe", "said", id="aside-behind"),
        pytest.param(
            "Hale, an aide to Roe, one of the founders, said it fell.", "Roe", "said", id="aside"
        ),
        pytest.param(
            "As Roe knew, it fell, according to Hale.", "Roe", "according to", id="according-to"
        ),
        pytest.param("it fell, according to an aide to Roe.", "Roe", "according to", id="aide-of"),
        pytest.param("Hale, who met Roe, hoped it fell.", "Roe", "hoped", id="within-who"),
        pytest.param(
            "Hale, who left as he could, said it fell.", "he", "said", id="pronoun-within"
        ),
        pytest.param("Hale said he knew it fell.", "he", "said", id="pronoun-behind"),
        pytest.param("“it fell,” said Hale, who met Roe.", "Roe", "said", id="who-behind"),
        pytest.param("Roe met Hale, who said it fell.", "Roe", "said", id="object-says"),
        pytest.param(
            "“We need a man who says it fell,” Hale said.", "Hale", "says", id="outside-of-who"
        ),
        pytest.param(
            "Hale said it fell and left for Roe.", "Roe", "said", id="behind-what-is-said"
        ),
        pytest.param("The mill’s lawyer, Ada Roe, said it fell.", "The mill", "said", id="owner"),
        pytest.param("Roe, quoted by the agency, said it fell.", "the agency", "said", id="quoted"),
        pytest.param(
            "Mayor Ada Roe, standing beside the envoy, said it fell.",
            "the envoy",
            "said",
            id="standing-beside",
        ),
    ],
)
def test_who_is_only_named_in_the_phrase_of_another_says_nothing(
    text: str, source: str, cue: str
) -> None:
    assert code_of_source(text, source, cue) is Code.MISATTACHED


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        pytest.param("Dorva mayor Ilan Hale said it fell.", "Ilan Hale", "said", id="name"),
        pytest.param("Roe later said it fell.", "Roe", "later said", id="adverb-in-the-cue"),
        pytest.param("Roe has often said it fell.", "Roe", "has often said", id="group-as-cue"),
        pytest.param("“it fell,” said Dorva mayor Ilan Hale.", "Ilan Hale", "said", id="inverted"),
        pytest.param("Roe’s statement said it fell.", "Roe", "said", id="statement"),
        pytest.param("Roe Monday said it fell.", "Roe", "said", id="day"),
        pytest.param("Roe himself said it fell.", "Roe", "said", id="himself"),
        pytest.param("Hale told Roe it rose, and Roe told me it fell.", "Roe", "told", id="both"),
        pytest.param("Ilan Hale, mayor of Dorva, said it fell.", "Ilan Hale", "said", id="aside"),
        pytest.param("The mayor of Dorva, Ilan Hale, said it fell.", "Ilan Hale", "said", id="end"),
        pytest.param("According to Roe, it fell.", "Roe", "According to", id="according-to"),
        pytest.param("A number of residents said it fell.", "residents", "said", id="number"),
        pytest.param("“it fell,” said dozens of residents.", "residents", "said", id="dozens"),
        pytest.param("Roe, citing police, said it fell.", "police", "said", id="citing"),
        pytest.param("Roe, flanked by Hale, said it fell.", "Roe", "said", id="flanked"),
        pytest.param("The mill’s lawyer, Ada Roe, said it fell.", "Ada Roe", "said", id="owned"),
        pytest.param("The mill’s note, dated May, said it fell.", "The mill", "said", id="note"),
        pytest.param("The spokesman Ilan Roe said it fell.", "The spokesman", "said", id="office"),
        pytest.param("Hale, who fled, and Roe, a judge, said it fell.", "Roe", "said", id="second"),
        pytest.param("“it fell,” said Hale, the mayor, and Roe.", "Roe", "said", id="listed"),
        pytest.param("It was Roe who said it fell.", "Roe", "said", id="cleft"),
        pytest.param("Roe was the first who said it fell.", "Roe", "said", id="the-first"),
        pytest.param("A man held on Monday who said it fell left.", "A man", "said", id="held"),
        pytest.param("Roe wrote a letter that said it fell.", "Roe", "said", id="letter"),
        pytest.param("Claiming it fell, Roe left.", "Roe", "Claiming", id="participle"),
        pytest.param("“We fear it fell,” Roe said.", "Roe", "fear", id="we"),
        pytest.param("When he said it fell, Roe left.", "Roe", "said", id="when-he"),
        pytest.param("Those who say it fell are Roe and Hale.", "Roe", "say", id="who-they-are"),
    ],
)
def test_who_may_have_said_so_stands(text: str, source: str, cue: str) -> None:
    assert code_of_source(text, source, cue) is None


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
            "Roe was also dubbed the winner on Friday.",
            "Roe",
            "was also dubbed",
            "the winner",
            id="dubbed",
        ),
        pytest.param(
            "The plan, supported by Norland, will end the war.",
            "The plan",
            "supported",
            "will end the war",
            id="agent-behind",
        ),
        pytest.param(
            "The mayor, Radio Nord said, was cited by Roe, who reported that the bridge fell.",
            "The mayor",
            "was cited by",
            "the bridge fell",
            id="cited-by",
        ),
        pytest.param(
            "Radio Nord quoted the mayor, and Roe reported that the bridge fell.",
            "the mayor",
            "reported",
            "that the bridge fell",
            id="another-quoted",
        ),
        pytest.param(
            "The army reportedly strengthened its defenses.",
            "The army",
            "reportedly",
            "strengthened its defenses",
            id="hearsay",
        ),
        pytest.param(
            "Government forces were reportedly preparing to leave, as reported by Radio Nord.",
            "Government forces",
            "were reportedly",
            "preparing to leave",
            id="hearsay-behind-its-auxiliary",
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
            "The mayor was quoted by Radio Nord as saying that the bridge fell.",
            "The mayor",
            "was quoted",
            "that the bridge fell",
            id="quoted-by-an-outlet",
        ),
        pytest.param(
            "The bridge fell, Radio Nord reported, citing the mayor.",
            "the mayor",
            "reported, citing",
            "The bridge fell",
            id="cited",
        ),
        pytest.param(
            "Radio Nord quoted the mayor as saying that the bridge fell.",
            "the mayor",
            "quoted",
            "that the bridge fell",
            id="object-of-quoted",
        ),
        pytest.param(
            "The bridge fell, according to Radio Nord, which cited two guards.",
            "two guards",
            "cited",
            "The bridge fell",
            id="which-cited",
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
    ("text", "source", "cue", "falls"),
    [
        ("Critics of Roe said that it fell.", "Roe", "said", True),
        ("Critics of Roe said that it fell.", "Critics of Roe", "said", False),
        ("A spokesman for the army later said that it fell.", "the army", "said", True),
        ("According to Roe said to be ill, that it fell.", "Roe", "According to", False),
        ("In Dorva, Roe said that it fell.", "Roe", "said", False),
        ("The army of Norland, which Roe leads, said that it fell.", "Roe", "leads", False),
        ("There are clips of her saying that it fell.", "her", "saying", False),
    ],
)
def test_a_source_is_not_the_end_of_another(
    text: str, source: str, cue: str, *, falls: bool
) -> None:
    code = code_of_source(text, source, cue, "that it fell")
    assert (code is Code.MISATTACHED) is falls
