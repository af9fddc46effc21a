"""Headlines and the present tense told in full, and where their words then stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract import Article
from llmextract.article.retold import Retold, is_retold


def told(text: str) -> str:
    retold = Article(text).retold
    return text if retold is None else retold.article.text


@pytest.mark.parametrize(
    ("headline", "full"),
    [
        ("Army retakes Dorva as rebels withdraw", "Army retook Dorva as rebels withdrew."),
        ("Gunmen kill nine, wound five in raid", "Gunmen killed nine and wounded five in raid."),
        ("Five killed, 12 hurt in Oria blast", "Five were killed, and 12 were hurt in Oria blast."),
        ("Mayor held over dam contract", "Mayor was held over dam contract."),
        ("Minister to visit Kelm", "Minister is to visit Kelm."),
        ("Two shot dead in Dorva: police", "Two were shot dead in Dorva, police said."),
        ("Rebels repelled at Dorva - army", "Rebels were repelled at Dorva, army said."),
        ("Oria, Kelm sign pact", "Oria and Kelm signed pact."),
        ("Truce signed, talks go on in Kelm", "Truce was signed, and talks went on in Kelm."),
        ("Robber shot by guard in Kelm dies", "Robber shot by guard in Kelm died."),
        ("Special forces kill rebel chief", "Special forces killed rebel chief."),
        ("Rebels vow to storm Kelm if talks fail", "Rebels vowed to storm Kelm if talks failed."),
        ("Police Arrest Four Over Kelm Heist", "Police arrested Four Over Kelm Heist."),
        ("Shells hit market, medics say", "Shells hit market, medics said."),
    ],
)
def test_a_headline_is_told_in_full(headline: str, full: str) -> None:
    assert told(headline) == full


@pytest.mark.parametrize(
    "text",
    [
        "The police raids on Dorva were long.",
        "No end in sight for Kelm power cuts",
        "Fresh protests in Oria over water prices",
        "The talks the army wants were put off.",
        "War in Oria: what we know",
        "They seized the town of Kelm.",
        "Rebels surrendered in Dorva",
        "Gunmen fired at guards in Dorva",
        "Tomorrow we march on the palace.",
        "Is the army leaving Dorva?",
    ],
)
def test_what_tells_nothing_in_the_present_stays_as_it_is(text: str) -> None:
    assert Article(text).retold is None


@pytest.mark.parametrize(
    ("text", "past"),
    [
        (
            "The rebels control the hill, which guards besiege.",
            "The rebels controlled the hill, which guards besieged.",
        ),
        (
            "Police storm a bank, free ten hostages and kill two men.",
            "Police stormed a bank, freed ten hostages and killed two men.",
        ),
        ("Roe says that he has seized the mill.", "Roe said that he has seized the mill."),
    ],
)
def test_of_a_sentence_only_the_verbs_are_changed(text: str, past: str) -> None:
    assert told(text) == past


HEADLINE = "Gunmen kill nine, wound five in Dorva: police"
BODY = "Rebels held the mill, which troops now besiege."


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Gunmen", "Gunmen"),
        ("kill", "killed"),
        ("kill nine", "killed nine"),
        ("nine, wound", "nine and wounded"),
        ("Dorva", "Dorva"),
        ("police", "police"),
        ("Rebels held", "Rebels held"),
        ("besiege", "besieged"),
    ],
)
def test_words_are_found_again_where_they_then_stand(words: str, read: str) -> None:
    text = f"{HEADLINE}\n\n{BODY}\n"
    retold = Article(text).retold
    assert retold is not None
    start = text.index(words)
    assert retold.words(start, start + len(words)) == read


@given(st.data())
def test_words_that_hold_no_change_are_the_same(data: st.DataObject) -> None:
    text = f"{HEADLINE}\n\n{BODY}\n\nFive held after raid\n"
    retold = Article(text).retold
    assert isinstance(retold, Retold)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not any(low < end and high > start for low, high, _ in retold.edits):
        assert retold.words(start, end) == text[start:end]


def test_a_sentence_in_the_past_is_told_as_it_is() -> None:
    article = Article(f"{HEADLINE}\n\nRebels held the mill.\n")
    first, second = article.sentences
    assert is_retold(article, ((first.start, first.end),))
    assert is_retold(article, ((first.start, second.end),))
    assert not is_retold(article, ((second.start, second.end),))
