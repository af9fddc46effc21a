"""How an answer is scored."""

import pytest

from benchmarks.peers.child import Span
from benchmarks.quotes import Count, benign_kinds, overlap, read_suite, tally, words_of

TEXT = "He said: \u201cThe army left.\u201d Then it rained."


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param((0, 10), (0, 10), 1.0, id="same"),
        pytest.param((0, 10), (0, 5), 0.5, id="half"),
        pytest.param((0, 5), (5, 10), 0.0, id="adjoining"),
        pytest.param((0, 2), (8, 10), 0.0, id="apart"),
        pytest.param((3, 3), (3, 3), 0.0, id="empty"),
    ],
)
def test_overlap_is_what_is_shared_of_what_is_covered(
    one: Span, other: Span, shared: float
) -> None:
    assert overlap(one, other) == overlap(other, one) == shared


def test_the_words_of_a_span_leave_its_outer_marks_out() -> None:
    start, end = words_of(TEXT, (9, 26))
    assert TEXT[start:end] == "The army left"
    assert words_of("\u2026 !", (0, 3)) == (3, 3)


@pytest.mark.parametrize(
    ("found", "count"),
    [
        pytest.param(None, Count(1), id="not-located"),
        pytest.param((9, 25), Count(1, 1, 1, 1, 1), id="to-the-character"),
        pytest.param((10, 25), Count(1, 1, 0, 1, 1), id="without-a-mark"),
        pytest.param((26, 40), Count(1, 1, 0, 0, 0), id="elsewhere"),
    ],
)
def test_an_answer_counts_as_what_it_is(found: Span | None, count: Count) -> None:
    counted = Count()
    tally(counted, TEXT, (9, 25), found)
    assert counted == count


def test_the_suite_names_articles_that_are_there() -> None:
    rows, articles = read_suite()
    assert {row.article for row in rows} == set(articles)
    assert set(benign_kinds(rows).values()) == {True, False}
