"""The quick way agrees with the thorough one, or keeps silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract import Article
from llmextract.article.verbatim import find_verbatim

WORDS = st.lists(
    st.sampled_from(
        "HTS army's the 100 000 1,600 -5 F16 (SOHR) “we U.S. non- combatant can't &amp; … x-5 "
        "*bold* rebels—some countries—had counter—attack "
        "Hama, Hama. Hama’s al-Sham é\u0301 \u200b 5.5 km".split(" ")
    ),
    min_size=1,
    max_size=12,
)


@given(WORDS, st.data())
def test_an_answer_is_that_of_the_thorough_way(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = find_verbatim(text, quote, [(0, len(text))])
    if found is not None:
        location = Article(text=text, id="a").locate(quote)
        assert (location.status, location.start) == ("exact", found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("exceeded 1,600 dead", "600", id="inside a figure"),
        pytest.param("some 100 000 people", "000 people", id="after a thousands space"),
        pytest.param("some 100 000 people", "some 100", id="before a thousands space"),
        pytest.param("Hamas fled", "Hama", id="inside a word"),
        pytest.param("a fell to -5 degrees", "5 degrees", id="after a sign"),
        pytest.param("the non-combatant fled", "combatant fled", id="after a prefix"),
        pytest.param("they can't go", "can", id="before a clitic"),
    ],
)
def test_a_doubtful_boundary_is_left_to_the_thorough_way(text: str, words: str) -> None:
    assert find_verbatim(text, words, [(0, len(text))]) is None


def test_only_the_ranges_are_searched() -> None:
    text = "Rebels left Hama. Rebels took Hama."
    assert find_verbatim(text, "Hama", [(18, len(text))]) == 30
