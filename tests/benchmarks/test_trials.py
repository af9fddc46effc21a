"""Rows that outlive the run that asked for them."""

from pathlib import Path

import pytest

from benchmarks.trials import Row, Usage, keep, read_rows, server_cpu, unasked
from llmextract import Article

ARTICLES = [Article(text=f"Text {n}.", id=f"{n}") for n in range(3)]


def row(article: Article, *, tool: str = "t", label: str = "", fingerprint: str = "f") -> Row:
    return Row(
        set="s",
        article=article.id,
        sha256=article.sha256,
        tool=tool,
        label=label,
        fingerprint=fingerprint,
        version="1",
        asked="",
        seconds=1.5,
        cpu=2,
        usage=Usage(calls=1),
        result={"records": ["“so”"]},
    )


def test_kept_rows_come_back(tmp_path: Path) -> None:
    rows = [row(article) for article in ARTICLES]
    for each in rows:
        keep(each, tmp_path)
    assert read_rows("s", tmp_path) == rows


def test_a_row_cut_by_a_kill_costs_no_other(tmp_path: Path) -> None:
    keep(row(ARTICLES[0]), tmp_path)
    path = tmp_path / "s.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    keep(row(ARTICLES[1]), tmp_path)
    assert [each.article for each in read_rows("s", tmp_path)] == ["1"]


@pytest.mark.parametrize("other", [{"tool": "u"}, {"label": "l"}, {"fingerprint": "g"}])
def test_a_row_of_another_question_does_not_count(other: dict[str, str]) -> None:
    rows = [row(ARTICLES[0]), row(ARTICLES[1], **other)]
    assert unasked(ARTICLES, rows, ("t", "", "f")) == ARTICLES[1:]


def test_without_a_server_no_cpu_is_counted() -> None:
    assert server_cpu() == 0
