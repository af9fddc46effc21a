"""Abbreviations that an article defines."""

import pytest

from llmextract import Article


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param(
            "The Dorva Liberation Front (DLF) left.", {"DLF": "Dorva Liberation Front"}, id="plain"
        ),
        pytest.param(
            "It joined Harakat Tahrir al-Sarn (HTS).",
            {"HTS": "Harakat Tahrir al-Sarn"},
            id="article-of-a-name",
        ),
        pytest.param(
            "The UK-based Norland Observatory for Human Rights (NOHR) said so.",
            {"NOHR": "Norland Observatory for Human Rights"},
            id="small-words-aside",
        ),
        pytest.param(
            "The Bank of Norland (BON) closed.", {"BON": "Bank of Norland"}, id="small-words"
        ),
        pytest.param('The "Dorva State" (DS) fell.', {"DS": "Dorva State"}, id="quoted"),
        pytest.param("An improvised device (ID) burst.", {}, id="no-name"),
        pytest.param("The Dorva Front (NAVC) left.", {}, id="other-letters"),
        pytest.param("Roe (1) and Hale (R-Ky.) left.", {}, id="no-letters"),
        pytest.param("The Dorva Front (DF) met the Delta Force (DF).", {}, id="two-names"),
        pytest.param("Dorva\n\nFront (DF) left.", {}, id="over-paragraphs"),
    ],
)
def test_an_abbreviation_stands_behind_its_name(text: str, known: dict[str, str]) -> None:
    assert Article(text=text).abbreviations == known
