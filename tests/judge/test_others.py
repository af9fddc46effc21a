"""Who is named beside words of saying and is the subject of another verb than they are."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("text", "cue", "content", "source", "falls"),
    [
        pytest.param(
            "Roe sent a note that said it fell.", "said", "it fell", "Roe", False, id="his-note"
        ),
        pytest.param(
            "Hale left; Roe said it fell.", "said", "it fell", "Roe", False, id="before-the-cue"
        ),
        pytest.param(
            "Roe left despite warnings from his lawyer that it fell.",
            "warnings",
            "that it fell",
            "Roe",
            True,
            id="from-another",
        ),
        pytest.param(
            "Roe repeated warnings from his cell that it fell.",
            "warnings",
            "that it fell",
            "Roe",
            False,
            id="from-a-place",
        ),
        pytest.param(
            "Roe went on: “The left is saying it fell.”",
            "is saying",
            "it fell",
            "Roe",
            True,
            id="within-a-quotation",
        ),
        pytest.param(
            "Roe said it “was told” it fell.", "was told", "it fell", "Roe", False, id="quoted-cue"
        ),
        pytest.param(
            "Roe told parliament that Hale had promised that it will rise.",
            "had promised",
            "that it will rise",
            "Roe",
            True,
            id="told-that",
        ),
        pytest.param(
            "Roe told parliament that he had promised that it will rise.",
            "had promised",
            "that it will rise",
            "Roe",
            False,
            id="told-that-he",
        ),
        pytest.param(
            "Roe, whose lawyer said it fell, left.", "said", "it fell", "Roe", True, id="whose"
        ),
        pytest.param(
            "Roe, whose lawyer left, said it fell.", "said", "it fell", "Roe", False, id="closed"
        ),
        pytest.param(
            "Roe was attacked by Ada Hale, who said it fell.",
            "said",
            "it fell",
            "Roe",
            True,
            id="by-who",
        ),
    ],
)
def test_a_source_is_the_subject_of_its_cue(
    text: str, cue: str, content: str, source: str, *, falls: bool
) -> None:
    found = codes(text, cue, content, source=source)
    assert found.get("source") is (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("Roe voted no, and Hale, who left, asked the court to sit.", "asked", "the court", "Roe"),
        ("It fell, according to Roe, and the Dorva Bank (DB) warned of it.", "warned", "it", "Roe"),
        (
            "Roe says ten died; the armed forces admit to four deaths.",
            "admit",
            "four deaths",
            "Roe",
        ),
        (
            "According to Vale, it fell, a figure that Roe rejects.",
            "According to",
            "it fell",
            "Roe",
        ),
        ("It fell, according to a paper seen by Roe.", "according to", "It fell", "Roe"),
        ("It fell, according to Roe quoted by NBK.", "according to", "It fell", "NBK"),
        (
            "Hale rejected a claim by Roe of theft, insisting it fell.",
            "insisting",
            "it fell",
            "Roe",
        ),
        ("Hale told Vale it fell, an account confirmed by Roe.", "told", "it fell", "Roe"),
        ("Hale told the Dorva Post that Roe had asked for aid.", "told", "for aid", "Roe"),
        ("Kelmar said it fell, but Roe knew of nothing.", "said", "it fell", "Roe"),
        ("Roe denied a report by the Dorva Post that it fell.", "report", "that it fell", "Roe"),
    ],
)
def test_somebody_of_another_clause_says_nothing(
    text: str, cue: str, content: str, source: str
) -> None:
    assert codes(text, cue, content, source=source).get("source") is Code.MISATTACHED


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("Roe voted no, and Hale, who left, asked the court to sit.", "asked", "the court", "Hale"),
        ("Roe voted no and, asked by Hale, warned of it.", "warned", "of it", "Roe"),
        ("Roe, and Hale, said it fell.", "said", "it fell", "Roe"),
        ("Roe left Dorva, and he said it fell.", "said", "it fell", "Roe"),
        ("According to the mayor, Ilan Roe, it fell.", "According to", "it fell", "Ilan Roe"),
        ("It fell, according to Vale, Hale and Roe.", "according to", "It fell", "Roe"),
        ("A claim by Roe said it fell.", "said", "it fell", "Roe"),
        ("Roe told the Dorva Post that Hale had asked for aid.", "told", "Hale had asked", "Roe"),
        ("It fell, but Roe said it would rise.", "said", "it would rise", "Roe"),
    ],
)
def test_who_may_say_it_stands(text: str, cue: str, content: str, source: str) -> None:
    assert "source" not in codes(text, cue, content, source=source)
