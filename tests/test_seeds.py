"""The client's five articles, replayed: what a real model answered, and what was let through."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from llmextract.article.article import Article
from llmextract.article.regions import Region
from llmextract.article.sources import read_articles
from llmextract.ask.wire import Json
from llmextract.run.plan import make_jobs, make_plans
from llmextract.schemas import News
from llmextract.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CASSETTES = sorted((ROOT / "cassettes").glob("*.yaml"))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    read = (sourced.article for sourced in read_articles([ROOT / "seeds"]))
    return {article.id: article for article in read if article is not None}


def spans_of(line: dict[str, Any]) -> list[dict[str, Any]]:
    return [span for r in line["records"] for spans in r["spans"].values() for span in spans]


def test_every_seed_gives_events_claims_and_actors(replayed: list[dict[str, Any]]) -> None:
    assert [line["article"]["id"] for line in replayed] == [path.stem for path in SEEDS]
    for line in replayed:
        assert {record["schema"] for record in line["records"]} == {"actor", "event", "claim"}


def test_every_span_reproduces_its_article(
    replayed: list[dict[str, Any]], articles: dict[str, Article]
) -> None:
    for line in replayed:
        article = articles[line["article"]["id"]]
        assert line["article"]["sha256"] == article.sha256
        assert spans_of(line)
        for span in spans_of(line):
            assert article.text[span["start"] : span["end"]] == span["exact"]


def test_nothing_from_page_furniture_is_accepted(
    replayed: list[dict[str, Any]], articles: dict[str, Article]
) -> None:
    for line in replayed:
        article = articles[line["article"]["id"]]
        furniture = [s for s in article.sentences if s.region == Region.BOILERPLATE]
        for span in spans_of(line):
            assert not [s for s in furniture if s.start < span["end"] and span["start"] < s.end]


def test_every_stated_value_has_a_span_or_is_unchecked(replayed: list[dict[str, Any]]) -> None:
    def leaves(value: Json, path: str) -> list[str]:
        match value:
            case None | []:
                return []
            case list():
                return [p for i, item in enumerate(value) for p in leaves(item, f"{path}[{i}]")]
            case dict() if not {"comparator", "edtf"} & value.keys():
                return [
                    p for k, v in value.items() for p in leaves(v, f"{path}.{k}" if path else k)
                ]
            case _:
                return [path]

    for line in replayed:
        for record in line["records"]:
            stated = set(leaves(record["value"], ""))
            assert stated == set(record["spans"]) | set(record["unchecked"])


def test_rejections_say_what_was_written_where_and_why(replayed: list[dict[str, Any]]) -> None:
    rejections = [rejection for line in replayed for rejection in line["rejections"]]
    assert rejections
    for rejection in rejections:
        assert rejection["code"]
        assert rejection["value"] is not None
        assert rejection["detail"]


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)
def test_a_cassette_holds_no_secret_and_no_path_of_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    for secret in ("authorization", "bearer", "cookie", "api-key", "127.0.0.1", "/root/", "/home/"):
        assert secret not in text


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)
def test_every_recorded_call_is_one_that_is_made(path: Path, articles: dict[str, Article]) -> None:
    """A call that nothing asks for any more is a recording of another prompt."""
    settings = Settings(model="local")
    jobs = make_jobs(make_plans(News, settings, {}), articles[path.stem], settings)
    asked = [[message._asdict() for message in job.request.messages] for job in jobs]
    tape = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    recorded = [json.loads(each["request"]["body"])["messages"] for each in tape["interactions"]]
    assert asked
    assert all(messages in recorded for messages in asked)
    # A re-ask repeats a call and adds to it.
    assert all(any(m[: len(a)] == a for a in asked) for m in recorded)
