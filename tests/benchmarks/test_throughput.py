"""The articles of the throughput benchmark are what their replies say, and its sums are right."""

import json

import pytest

import llmextract as lx
from benchmarks.bulletins import (
    EVENTS,
    VARIANTS,
    bulletin,
    cited_passages,
    events,
    number_in,
    passages,
    replies,
)
from benchmarks.load import (
    BARE,
    LANGEXTRACT,
    LIBRARY,
    LIBRARY_EVENTS,
    Client,
    Measured,
    answered,
    endpoint,
    measure,
)
from benchmarks.memory import slope
from benchmarks.pace import Pace
from benchmarks.passage import Passage
from benchmarks.throughput import speed_table, tail_table
from llmextract.schemas import Event


@pytest.mark.parametrize("variant", range(0, VARIANTS, 9))
def test_every_field_of_an_answer_stands_in_its_article(variant: int) -> None:
    article = lx.Article(text=bulletin(variant), id="b")
    judgements = lx.check(article, events(variant), schema=Event)
    assert [judgement.accepted for judgement in judgements] == [True] * EVENTS
    rejected = [v for j in judgements for v in j.verdicts if v.status == "rejected"]
    assert not rejected
    assert all(str(row["event"]) in article.text for row in passages(variant))
    judgements = lx.check(article, cited_passages(variant), schema=Passage)
    assert [judgement.rejected for judgement in judgements] == [()] * EVENTS


def test_articles_differ_and_name_their_reply() -> None:
    texts = [bulletin(number).partition("\n\n")[2] for number in range(VARIANTS)]
    assert len(set(texts)) == VARIANTS
    request = json.dumps({"shown": "Bulletin 9", "content": f"[1] {bulletin(1204)}"})
    assert number_in(request.encode()) == 1204
    assert len(set(replies("events"))) == VARIANTS


def test_the_ideal_waits_for_replies_and_for_nothing_else() -> None:
    assert Pace(4, delay=0.5).ideal(8) == pytest.approx(8)
    assert Pace(1).ideal(10) == float("inf")
    slow = Pace(10, delay=0.1, slow_share=0.05, slow_delay=2.0)
    shares = [slow.delay_of(number) == 2.0 for number in range(10_000)]
    assert sum(shares) == pytest.approx(500, rel=0.1)
    assert 40 < slow.ideal(10_000) < 10 / (0.95 * 0.1 + 0.05 * 2.0)


def test_the_slope_is_bytes_an_article() -> None:
    assert slope([(0, 100), (10, 130), (20, 160)]) == pytest.approx(3)
    assert slope([(5, 100)]) == slope([(5, 100), (5, 200)]) == 0


@pytest.mark.parametrize(
    "client", [BARE, LIBRARY, LIBRARY_EVENTS], ids=["bare", "passages", "events"]
)
def test_a_client_is_measured(client: Client) -> None:
    measured = measure(client, 20, Pace(4))
    assert not measured.failure
    assert measured.records == (0 if client == BARE else EVENTS)
    assert 0 < measured.cpu < 1


def test_an_endpoint_counts_its_calls() -> None:
    with endpoint("events", Pace(1)) as url:
        assert answered(url) == 0


def test_tables_set_ours_beside_the_others() -> None:
    bare, ours = Measured(BARE, 300, 0.003), Measured(LIBRARY, 200, 0.005, 10, "1")
    peer = Measured(LANGEXTRACT, 50, 0.01, 10, "2")
    row = speed_table([bare, ours, peer]).splitlines()[3]
    assert row.split(" | ")[2:] == ["200", "4", "5.00 ms", "2.00 ms", "10 |"]
    assert "50% | 100% |" in tail_table([ours], 400).splitlines()[2]
    assert "not installed" in speed_table([Measured(LANGEXTRACT, failure="not installed")])
