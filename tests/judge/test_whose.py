"""Words that are cut out of the phrase that says whose they are."""

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Actor, Claim

MET = "Foreign Minister Roe met Prime Minister Velle."
ASIDE = "Roe, the foreign minister, met Velle, the prime minister."
LABELS = {"speech_act": "report", "certainty": "certain", "polarity": "positive"}


def title_code(text: str, name: str, title: str) -> Code | None:
    kinds = {"kind": "individual", "type": "government"}
    record = {"sentences": [1], "name": name, "title": title, **kinds}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    return next(v.code for v in judgement.verdicts if v.path == "title")


@pytest.mark.parametrize(
    ("text", "name", "title", "code"),
    [
        (MET, "Roe", "Foreign Minister", None),
        (MET, "Velle", "Foreign Minister", Code.MISATTACHED),
        (MET, "Roe", "Prime Minister", Code.MISATTACHED),
        (ASIDE, "Roe", "foreign minister", None),
        (ASIDE, "Velle", "foreign minister", Code.MISATTACHED),
        (ASIDE, "Roe", "prime minister", Code.MISATTACHED),
        ("Norland’s Foreign Minister Tara Roe left.", "Roe", "Foreign Minister", None),
        ("Tara Roe was named Foreign Minister.", "Tara Roe", "Foreign Minister", None),
        ("Vice President Roe left.", "Roe", "President", Code.CONTRADICTED),
        ("Vice President Roe left.", "Roe", "Vice President", None),
        ("The ex-minister Roe left.", "Roe", "minister", Code.WORDS_DIFFER),
        ("The former foreign minister, Roe, left.", "Roe", "foreign minister", Code.CONTRADICTED),
        ("Under Secretary Roe left.", "Roe", "Secretary", Code.CONTRADICTED),
        ("Taxes rose under President Roe.", "Roe", "President", None),
        ("They sang, and then President Roe left.", "Roe", "President", None),
        ("In Dorva, the mayor, Jon Roe, left.", "Jon Roe", "the mayor", None),
        ("Jon Roe, the mayor, Ana Sol said, left.", "Ana Sol", "the mayor", None),
        ("Jon Roe, the mayor, left with Ana Sol.", "Ana Sol", "the mayor", Code.MISATTACHED),
        ("The guard shot Roe.", "Roe", "guard", Code.MISATTACHED),
        ("The guard is Roe.", "Roe", "guard", None),
        ("Roe told the guard that he was free.", "Roe", "guard", Code.MISATTACHED),
        ("Roe has left the team.", "Roe", "team", Code.MISATTACHED),
        ("Roe was killed by a guard.", "Roe", "guard", Code.MISATTACHED),
        ("Roe was once a guard.", "Roe", "guard", None),
        ("Roe is a fellow at the port and head of a school.", "Roe", "head of a school", None),
        ("Roe has served Norland as a guard.", "Roe", "guard", None),
        ("Roe took over the post of mayor.", "Roe", "mayor", None),
        ("Roe had been elected mayor.", "Roe", "mayor", None),
        ("Roe became mayor in May.", "Roe", "mayor", None),
        ("The guard of the port, Roe, said so.", "Roe", "guard of the port", None),
        ("Guards said the mayor, Roe, had left.", "Roe", "mayor", None),
        ("Roe left, and the mayor, Roe, was not seen.", "Roe", "mayor", None),
    ],
)
def test_a_title_is_whole_and_that_of_the_name(
    text: str, name: str, title: str, code: Code | None
) -> None:
    assert title_code(text, name, title) == code


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
    said = {"source": source, "cue": cue, "content": ["that it fell"]}
    record = {"sentences": [1], "verification": "not_addressed", **said, **LABELS}
    (judgement,) = check(Article(text=text), [record], schema=Claim)
    code = next(v.code for v in judgement.verdicts if v.path == "source")
    assert (code is Code.MISATTACHED) is falls
