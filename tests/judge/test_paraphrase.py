"""Free text: no figure, name, negation or word that the cited sentences do not carry."""

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from llmextract import Article, Paraphrase, check
from llmextract.judge.paraphrase.objections import judge_paraphrase
from llmextract.judge.verdict import Code
from tests.operations import operations

SOURCE = (
    "The army of Kelmar said that 20 rebels were killed near Dorva on Friday, May 7. "
    "Soldiers had raided two pig farms, but did not enter the town. "
    "United Relief counted some 300 displaced families. "
    "Kelmarian minister Ada Brandt will decide on Sept. 9 how to respond."
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Twenty rebels died near Dorva.", id="number-word-and-kind"),
        pytest.param("According to Kelmar's army, rebels were killed.", id="possessive"),
        pytest.param("The killing of 20 rebels was announced by the army.", id="noun-of-a-verb"),
        pytest.param("Minister Brandt's decision will come on September 9.", id="derived-noun"),
        pytest.param("Troops did not go into the town.", id="negated-there-too"),
        pytest.param("Places where animals are kept were raided by soldiers.", id="general-word"),
        pytest.param("UR counted 300 displaced families.", id="initials-and-rounded"),
        pytest.param("A minister of Kelmaria has yet to respond.", id="place-of-a-demonym"),
        pytest.param("Kelmar Army Killed 20 Rebels Near Dorva", id="headline"),
    ],
)
def test_a_summary_in_other_words_passes(text: str) -> None:
    assert judge_paraphrase(text, SOURCE) is None


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        pytest.param("30 rebels were killed.", Code.NUMBER_DIFFERS, "30", id="number"),
        pytest.param("Thirty rebels were killed.", Code.NUMBER_DIFFERS, "Thirty", id="in-words"),
        pytest.param(
            "More than 20 rebels were killed.", Code.NUMBER_DIFFERS, "More than 20", id="bound"
        ),
        pytest.param("Killed on May 9.", Code.NUMBER_DIFFERS, "May 9", id="date-of-two-dates"),
        pytest.param("Killed on May 8.", Code.NUMBER_DIFFERS, "8", id="day-of-a-date"),
        pytest.param("Rebels were killed near Velle.", Code.NAME_DIFFERS, "Velle", id="name"),
        pytest.param("The minister, Ada Farms.", Code.NAME_DIFFERS, "Farms", id="surname"),
        pytest.param("Velle Marsh decided.", Code.NAME_DIFFERS, "Velle", id="name-at-the-start"),
        pytest.param("Rebels were killed on Monday.", Code.NAME_DIFFERS, "Monday", id="weekday"),
        pytest.param("The army killed no rebels.", Code.NEGATION_DIFFERS, "no", id="negation"),
        pytest.param("The rebels were released.", Code.WORDS_DIFFER, "released", id="verb"),
        pytest.param("Soldiers raided two cow farms.", Code.WORDS_DIFFER, "cow", id="other-kind"),
        pytest.param("Soldiers murdered rebels.", Code.WORDS_DIFFER, "murdered", id="narrower"),
    ],
)
def test_what_the_sentences_do_not_carry_is_named(text: str, code: Code, word: str) -> None:
    objection = judge_paraphrase(text, SOURCE)
    assert objection is not None
    assert (objection.code, repr(word) in objection.detail) == (code, True)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("They had asked for twelve years.", "They asked for 12 years.", id="duration"),
        pytest.param("Roe left 2 days later.", "Two days later Roe left.", id="days-later"),
        pytest.param("Profit rose 8%.", "Profit rose 8 per cent.", id="per-cent"),
        pytest.param("Three quarters of homes burned.", "75 percent of homes burned.", id="part"),
        pytest.param("33 percent of homes burned.", "A third of homes burned.", id="percent"),
        pytest.param("Troops raided it, but did not stay.", "Troops raided it.", id="other-verb"),
        pytest.param("They did not leave until Friday.", "They left on Friday.", id="until"),
        pytest.param("No fewer than 20 rebels fled.", "Rebels fled.", id="no-fewer"),
        pytest.param("Not all bridges burned.", "Bridges burned.", id="not-all"),
        pytest.param("He did not win in May. He won in June.", "He won in June.", id="both"),
        pytest.param("He failed to enter Dorva.", "He did not enter Dorva.", id="failed"),
        pytest.param("Dozens, if not hundreds, of homes burned.", "Homes burned.", id="if-not"),
        pytest.param(
            "David Roe met Ada Brandt on Friday.", "Mr Brandt met David Roe.", id="mister"
        ),
        pytest.param("Over 12 fell.", "At least 12 fell.", id="looser-bound"),
        pytest.param("Nearly 300 fell.", "Up to 300 fell.", id="bound-of-nearly"),
        pytest.param("Roe plans to sell it.", "Roe may have it sold.", id="still-a-plan"),
        pytest.param("It could be sold. It was sold in May.", "It was sold.", id="sold-in-the-end"),
        pytest.param("Roe will sell it.", "The sale of it.", id="noun-of-a-plan"),
        pytest.param("The board may cut the rate.", "The rate cut.", id="noun-like-verb"),
    ],
)
def test_what_the_source_says_in_another_form_passes(source: str, text: str) -> None:
    assert judge_paraphrase(text, source) is None


@pytest.mark.parametrize(
    ("source", "text", "code"),
    [
        pytest.param(
            "Soldiers did not enter Dorva.", "Soldiers entered Dorva.", "negation_differs"
        ),
        pytest.param("No warning was issued.", "A warning was issued.", "negation_differs"),
        pytest.param("Troops failed to seize Dorva.", "Troops seized Dorva.", "negation_differs"),
        pytest.param("Roe pleaded not guilty.", "Roe pleaded guilty.", "negation_differs"),
        pytest.param("It began at 4:15 a.m. on Friday.", "It began at 4:15 p.m.", "number_differs"),
        pytest.param("They asked for twelve years.", "They asked for 12 months.", "number_differs"),
        pytest.param("Half of homes burned.", "60 percent of homes burned.", "number_differs"),
        pytest.param("At least 12 fell.", "More than 12 fell.", "number_differs"),
        pytest.param("It rose 23%.", "It rose nearly 23%.", "number_differs"),
        pytest.param("Roe plans to sell the firm.", "Roe sold the firm.", "words_differ"),
        pytest.param("Hale is expected to resign.", "Hale resigned.", "words_differ"),
        pytest.param("The firm could soon be sold.", "The firm was sold.", "words_differ"),
        pytest.param("The board may cut the rate.", "The board cut the rate.", "words_differ"),
        pytest.param(
            "Mira Sand ruled, and lawyer Petra Lund appealed.",
            "The lawyer of the man, Mira Lund, appealed.",
            "name_differs",
        ),
    ],
)
def test_what_the_source_denies_or_parts_is_refused(source: str, text: str, code: str) -> None:
    objection = judge_paraphrase(text, source)
    assert objection is not None
    assert objection.code == code


def test_the_gravest_objection_comes_first() -> None:
    objection = judge_paraphrase("Pilots released 30 rebels.", SOURCE)
    assert objection is not None
    assert objection.code == Code.NUMBER_DIFFERS


def test_every_sentence_carries_itself() -> None:
    assert judge_paraphrase(SOURCE, SOURCE) is None


def test_words_that_stand_apart_pass() -> None:
    assert judge_paraphrase("Soldiers raided families.", SOURCE) is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_judged(text: str, source: str) -> None:
    """Whatever is refused is refused for words that stand in the text."""
    assert text.strip() or judge_paraphrase(text, source) is None


@pytest.mark.parametrize("piece", ["A.", "A ", "no ", "a-", "'", "1.", "May 7 ", "B. 1 "])
def test_four_times_the_text_takes_four_times_the_operations(piece: str) -> None:
    def judging(size: int) -> int:
        text = piece * (size // len(piece))
        return operations(lambda: judge_paraphrase(text, text))

    assert judging(8_000) < 5 * judging(2_000) + 500


class Summary(BaseModel):
    """A record of free text alone."""

    gist: Annotated[str, Paraphrase()]


@pytest.mark.parametrize(
    ("gist", "code"),
    [
        ("There were no clashes in Dorva.", None),
        ("There were clashes in Dorva.", Code.NEGATION_DIFFERS),
    ],
)
def test_a_line_may_end_within_a_sentence(gist: str, code: Code | None) -> None:
    article = Article(text="The report stated that there were no\nclashes in Dorva.")
    (judgement,) = check(article, [{"sentences": [1], "gist": gist}], schema=Summary)
    assert judgement.verdicts[-1].code is code
