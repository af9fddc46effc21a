"""Who surely is not who speaks, by the words around a verb of saying."""

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Claim

LABELS = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}


def code_of_source(text: str, source: str, cue: str) -> Code | None:
    said = {"source": source, "cue": cue, "content": ["it fell"]}
    record = {"sentences": [1], "verification": "not_addressed", **said, **LABELS}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    return next(v.code for v in judgement.verdicts if v.path == "source")


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        pytest.param("Roe’s lawyer said it fell.", "Roe", "said", id="possessive"),
        pytest.param("Roe spokesman Ilan Hale said it fell.", "Roe", "said", id="role-and-name"),
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
