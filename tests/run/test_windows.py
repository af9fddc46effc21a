"""How an article is cut: nothing is left out, and borders are shared."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract import Article
from llmextract.run.windows import before, halves, windows

ARTICLE = Article(text=" ".join(f"Sentence number {number} stands here." for number in range(23)))


def numbers(size: int | None) -> list[list[int]]:
    return [[each.number for each in window] for window in windows(ARTICLE, size)]


@given(size=st.integers(1, 30))
def test_every_sentence_is_shown_in_order(size: int) -> None:
    shown = numbers(size)
    assert sorted({number for window in shown for number in window}) == [*range(1, 24)]
    assert all(len(window) <= size for window in shown)


@given(size=st.integers(4, 22))
def test_a_window_begins_with_the_last_sentence_of_the_one_before(size: int) -> None:
    shown = numbers(size)
    assert all(first[-1] == second[0] for first, second in pairwise(shown))


def test_short_windows_share_nothing() -> None:
    assert numbers(1) == [[number] for number in range(1, 24)]


def test_an_article_can_be_shown_whole() -> None:
    assert numbers(None) == [[*range(1, 24)]]


@pytest.mark.parametrize("length", range(2, 12))
def test_halves_are_shorter_and_leave_nothing_out(length: int) -> None:
    window = ARTICLE.sentences[:length]
    parts = halves(window)
    assert all(len(part) < length for part in parts)
    assert sorted({each.number for part in parts for each in part}) == [*range(1, length + 1)]


def test_one_sentence_has_no_halves() -> None:
    assert halves(ARTICLE.sentences[:1]) == ()


def test_the_sentences_before_a_window_are_no_page_furniture() -> None:
    (path,) = (Path(__file__).parents[2] / "seeds").glob("002_*")
    article = Article.from_file(path)
    assert [s.region for s in article.sentences[:4]] == ["title", "boilerplate", "body", "body"]
    window = article.sentences[3:5]
    assert [s.number for s in before(article, window, 2)] == [1, 3]
    assert [s.number for s in before(article, window, 1)] == [3]
    assert before(article, article.sentences[:1], 2) == ()


def test_a_sentence_that_is_wrapped_is_shown_on_one_line() -> None:
    first = (
        "An explosion shook the town on Friday, and rebels left Alto de\n"
        "San Pablo for the hills behind it, where they had come from."
    )
    second = "The army said\nthat they fled, and that nobody was hurt by the fire."
    article = Article(text=f"{first} {second}")
    shown = tuple(sentence for window in windows(article, 1) for sentence in window)
    assert [each.text for each in shown] == [first.replace("\n", " "), second.replace("\n", " ")]
    assert [article.text[each.start : each.end] for each in shown] == [first, second]
    assert [each.text for each in before(article, shown[1:], 1)] == [shown[0].text]
