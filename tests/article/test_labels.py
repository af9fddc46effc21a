"""What replies write around a quote is no part of it; what an article says is."""

import pytest

from llmextract.article.labels import Bare, contradicts, without_labels
from llmextract.article.locate import Index

_TEXT = (
    "Troops left the town.\n2. Rebels stayed. 20 people fled (the 3rd group).\n"
    "He said: no one was hurt."
)


@pytest.mark.parametrize(
    "quote",
    [
        "Quote: Troops left the town.",
        "Sentence 1: Troops left the town.",
        "S1: Troops left the town",
        "[1] Troops left the town.",
        "(1) Troops left the town.",
        "1) Troops left the town.",
        "- 1. Troops left the town.",
        '"[1] Troops left the town."',
        "Troops left the town. [1]",
        "Troops left the town (sentence 1).",
        "Troops left the town. (source: article)",
        "[1] Troops left the town. [S1]",
        "Direct quote: Troops left the town.",
        "From the article: Troops left the town.",
        '"quote": "Troops left the town."',
        "1 | Troops left the town.",
        "1\tTroops left the town.",
        "\u30101\u3011 Troops left the town.",
        "+ Troops left the town.",
        "- [x] Troops left the town.",
        "\u2192 Troops left the town.",
        "```text\nTroops left the town.\n```",
        "Troops left the town. [sentences 1-2]",
        "Troops left the town \u2014 sentence 1",
        "(a) Troops left the town.",
        "a) Troops left the town.",
        "a. Troops left the town.",
        "iv. Troops left the town.",
        "- (ii) [T]roops left the town.",
        "\u2610 Troops left the town.",
        "\u2611 Troops left the town.",
        "=> Troops left the town.",
        "\u2460 Troops left the town.",
        "\u2460Troops left the town.",
        "Troops left the town. [emphasis added]",
        '"Troops left the town." (Emphasis mine.)',
        "Troops left [italics added] the town.",
        "Troops left (my emphasis) the town.",
        "Troops (sic) left the town.",
        "Troops (<i>sic</i>) left the town.",
        "a) Troops left [*sic*] the town [emphasis added].",
    ],
)
def test_label_is_no_part_of_the_quote(quote: str) -> None:
    location = Index(_TEXT).locate(quote)
    assert location.status == "normalized"
    assert (location.exact or "").rstrip(".") == "Troops left the town"


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("1. Rebels stayed.", id="number-of-another-line"),
        pytest.param("Troops left the town (Reuters).", id="agency"),
        pytest.param("Troops left the town (12).", id="figure"),
        pytest.param("3. 20 people fled", id="figure-before-figure"),
        pytest.param("30 people fled", id="no-label"),
        pytest.param("+ 20 people fled", id="sign"),
        pytest.param("Roe: Troops left the town.", id="speaker"),
        pytest.param("Troops left the town (the 2nd group)", id="words"),
        pytest.param("A. Troops left the town.", id="initial"),
        pytest.param("IV. Troops left the town.", id="roman-capitals"),
        pytest.param("e. coli left the town", id="short-word"),
        pytest.param("c. troops left the town", id="circa"),
        pytest.param("iv. 20 people fled", id="letters-before-figure"),
        pytest.param("\u2461 20 people fled", id="circle-before-figure"),
        pytest.param("\u2462 Rebels stayed.", id="circle-of-another-line"),
        pytest.param("Troops left emphasis added the town", id="no-brackets"),
        pytest.param("Troops (sick) left the town", id="another-word"),
        pytest.param("Troops (SIC) left the town", id="short-name"),
    ],
)
def test_content_is_no_label(quote: str) -> None:
    assert Index(_TEXT).locate(quote).status == "not_found"


def test_a_quote_without_label_stays_as_it_is() -> None:
    assert without_labels("He said: no one was hurt.") is None
    assert without_labels("Headline: He said") == Bare("He said", "")


def test_numbers_of_lines_are_compared() -> None:
    assert contradicts("a\n2. ", "1")
    assert not contradicts("a\n1. ", "1")
    assert not contradicts("in 2015. ", "1")


def test_a_note_behind_a_labelled_quote_is_in_the_span() -> None:
    text = "Troops left the town.[4][5] Rebels stayed."
    assert Index(text).locate("Quote: Troops left the town.[4][5]").exact == text[:27]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        pytest.param("III Corps left.", "iv. corps left", False, id="another-corps"),
        pytest.param("Hepatitis B. The group left.", "a. the group left", False, id="hepatitis"),
        pytest.param("(b) Troops left.", "(a) Troops left", False, id="another-letter"),
        pytest.param("a) Troops left.", "(a) Troops left", True, id="the-same-letter"),
        pytest.param("\u2461 Troops left.", "\u2460 Troops left", False, id="another-circle"),
        pytest.param("2. Troops left.", "\u2460 Troops left", False, id="circle-and-figure"),
        pytest.param("1. Troops left.", "\u2460 Troops left", True, id="the-same-count"),
        pytest.param("9 p. m. on Tuesday", "a. m. on Tuesday", False, id="hours"),
        pytest.param("Read [sic] it.", "Read [emphasis added] it", True, id="both-remarked"),
        pytest.param(
            "It [emphasis added] left.", "It [emphasis added] left", True, id="own-remark"
        ),
        pytest.param("It [emphasis added] left.", "It left", False, id="the-text-remarks"),
    ],
)
def test_a_label_is_held_against_the_text(text: str, quote: str, *, found: bool) -> None:
    assert (Index(text).locate(quote).status != "not_found") is found


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        pytest.param("He left. They stayed.", "left. [3][4] They stayed", True, id="sentences"),
        pytest.param("\u201cHe left.\u201d The", "He left.\u201d [3] The", True, id="quoted"),
        pytest.param("It killed men. Men left.", "men. [3] Men left", False, id="counts-men"),
        pytest.param("It killed men here.", "It killed [3] men here", False, id="inside"),
        pytest.param("In May the army left.", "In May [25] the army", False, id="day"),
        pytest.param("He left. [5] They did.", "left. [3] They did", False, id="another-note"),
        pytest.param(
            "It was received here.", "received\uff3b\uff11\uff12\uff3d here", True, id="wide"
        ),
        pytest.param("The 24 men here.", "The 24\uff3b\uff15\uff3d men", False, id="wide-figure"),
        pytest.param(
            "wounded\uff3b\uff17\uff11\uff3d",
            "wounded\uff3b\uff19\uff16\uff3d",
            False,
            id="wide-other",
        ),
    ],
)
def test_notes_between_sentences(text: str, quote: str, *, found: bool) -> None:
    assert (Index(text).locate(quote).status != "not_found") is found


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        pytest.param("the Observatory -LRB- SOHR -RRB- .", True, id="parsed"),
        pytest.param("the observatory -lrb- sohr -rrb-", True, id="parsed-small"),
        pytest.param("the Observatory -LRX- SOHR", False, id="no-bracket"),
        pytest.param("the Observa-\n> tory (SOHR)", True, id="quoted-line"),
        pytest.param("the Observa-\r\n> > tory (SOHR)", True, id="quoted-twice"),
        pytest.param("the Observa\u00ac\ntory (SOHR)", True, id="shown-soft-hyphen"),
        pytest.param("the Observa\u00actory (SOHR)", False, id="sign-inside-a-line"),
        pytest.param("the Observa\n> tory (SOHR)", False, id="no-hyphen"),
    ],
)
def test_marks_of_other_programs(quote: str, *, found: bool) -> None:
    text = "It was the Observatory (SOHR). It left."
    assert (Index(text).locate(quote).status != "not_found") is found
