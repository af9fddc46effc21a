"""The measurements as Markdown, also where a tool gave none."""

import pytest

from benchmarks.children import Answer, Outcome
from benchmarks.grounding import plot_of, put_between
from benchmarks.ours import Cost
from benchmarks.quotes import Count, Quality
from benchmarks.speed import Run, Task
from benchmarks.tables import kinds_table, quality_table, speed_table
from benchmarks.tools import LANGEXTRACT, OURS

KINDS = {"exact": True, "word_salad": False}
GOOD = Quality(OURS, {"exact": Count(4, 4, 3, 4, 4), "word_salad": Count(2)})
BAD = Quality(LANGEXTRACT, failure="not installed")


def test_shares_stand_beside_what_was_installed() -> None:
    rows = quality_table([GOOD, BAD], KINDS, {OURS: "0.1"}).splitlines()
    assert rows[2] == "| **llmextract** | 0.1 | 100.0% | 100.0% | 75.0% | 0.0% |"
    assert rows[3] == "| langextract |  | not installed |  |  |  |"


def test_each_kind_of_edit_has_a_row() -> None:
    rows = kinds_table([GOOD, BAD], KINDS).splitlines()
    assert rows[2:] == ["| true: exact | 4 | 4 |", "| false: word salad | 2 | 0 |"]


def test_a_tool_out_of_time_is_shown_as_such() -> None:
    answers = [Answer(cpu=cpu, spans=(), peak=50_000_000, version="1") for cpu in (0.3, 0.1, 0.2)]
    runs = [Run(OURS, Outcome(answers), 7), Run(LANGEXTRACT, Outcome(failure="> 60 s"), 0)]
    rows = speed_table([(Task(4000, 50, 3), runs)]).splitlines()
    assert rows[0].startswith("| tool | 4,000 words, 50 quotes | right | times ours |")
    assert rows[2] == "| **llmextract** | 200 ms | 7 | 1 | 50 MB |"
    assert rows[3] == "| langextract | > 60 s |  |  |  |"


def test_what_was_measured_replaces_what_stood_between_the_marks() -> None:
    page = "# A\n\n<!-- measured: begin -->\nold\n<!-- measured: end -->\n\nprose\n"
    once = put_between(page, "new")
    assert once == page.replace("old", "\nnew\n")
    assert put_between(once, "new") == once
    with pytest.raises(ValueError, match="marks"):
        put_between("no marks", "new")


def test_the_plot_has_a_straight_line_to_compare_with() -> None:
    costs = [Cost(words=10**n, index=2.0**n, quotes=1, peak=1) for n in range(3, 6)]
    straight = plot_of(costs).series[-1]
    assert [y for _, y in straight.points] == [8.0, 80.0, 800.0]
