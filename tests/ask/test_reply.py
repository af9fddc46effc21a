"""Replies: every complete record is kept, and nothing is guessed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.ask.reply import Parsed, parse
from llmextract.ask.wire import Json

RECORDS: tuple[Json, ...] = ({"sentences": [1], "a": 'x {[ " y'}, {"sentences": [2], "a": None})
WHOLE = json.dumps({"records": list(RECORDS)})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WHOLE, id="plain"),
        pytest.param(json.dumps({"records": list(RECORDS)}, indent=2), id="indented"),
        pytest.param(f"\ufeff{WHOLE}", id="byte-order-mark"),
        pytest.param(f"```json\n{WHOLE}\n```", id="fenced"),
        pytest.param(f"Here it is: {WHOLE} I hope that helps.", id="prose-around"),
        pytest.param(f"<think>maybe {{}}</think>\n{WHOLE}", id="thought"),
        pytest.param(f"{WHOLE}\n{WHOLE}", id="twice-the-same"),
        pytest.param(json.dumps(list(RECORDS)), id="bare-list"),
    ],
)
def test_a_wrapped_reply_is_read(text: str) -> None:
    assert parse(text) == Parsed(RECORDS)


def test_a_bare_record_is_read() -> None:
    assert parse(json.dumps(RECORDS[0])) == Parsed(RECORDS[:1])


def test_no_records_is_an_answer() -> None:
    assert parse('{"records": []}') == Parsed()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "no JSON", id="empty"),
        pytest.param("I cannot help with that.", "no JSON", id="prose"),
        pytest.param("null", "no JSON", id="null"),
        pytest.param('{"answer": 42}', "no .records.", id="other-object"),
        pytest.param('{"records": [{"a": 1, "a": 2}]}', "'a' twice", id="duplicate-key"),
        pytest.param('{"records": [NaN]}', "malformed", id="nan"),
        pytest.param('{"records": [{"a": NaN}]}', "malformed", id="nan-inside"),
        pytest.param(
            '{"records": [{"a": 1}]} {"records": [{"a": 2}]}', "two different", id="two-answers"
        ),
        pytest.param("[" * 100_000, "deeper", id="deep"),
    ],
)
def test_what_is_no_answer_says_why(text: str, problem: str) -> None:
    assert re.search(problem, parse(text).problem or "")


@pytest.mark.parametrize("cut", range(len(WHOLE)))
def test_a_reply_cut_anywhere_gives_its_complete_records(cut: int) -> None:
    parsed = parse(WHOLE[:cut])
    ends = [WHOLE.index("}, ") + 1, len(WHOLE) - 2]
    whole = sum(1 for end in ends if end <= cut)
    assert parsed.records == RECORDS[:whole]
    assert parsed.problem is not None or cut >= len(WHOLE) - 1


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    parse(text)


def test_an_item_that_is_no_record_is_kept_for_the_validator() -> None:
    assert parse('{"records": ["x", 3, {"sentences": [1]}]}').records == (
        "x",
        3,
        {"sentences": [1]},
    )


def test_a_huge_integer_is_no_crash() -> None:
    assert parse('{"records": [{"a": ' + "9" * 10_000 + "}]}").problem is None
