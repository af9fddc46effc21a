"""Who is named beside words of saying and is the subject of another verb than they are."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("text", "cue", "content", "source", "falls"),
    [
        pytest.param(
            "Roe says Hale left a note that said it fell.",
            "said",
            "it fell",
            "Roe",
            True,
            id="a-note-that-said",
        ),
        pytest.param(
            "Roe sent a note that said it fell.", "said", "it fell", "Roe", False, id="his-note"
        ),
        pytest.param(
            "It fell, officials report; however, the mayor denies it.",
            "report",
            "It fell",
            "the mayor",
            True,
            id="behind-a-semicolon",
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
