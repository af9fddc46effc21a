"""Replies: every complete record is kept, and nothing is guessed."""

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmextract.ask.reply import CUT, MOST_ITEMS, MOST_RECORDS, Parsed, parse
from llmextract.ask.wire import Json
from tests.operations import operations

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
        pytest.param("\n".join(map(json.dumps, RECORDS)), id="bare-records"),
    ],
)
def test_a_wrapped_reply_is_read(text: str) -> None:
    assert parse(text) == Parsed(RECORDS)


def test_a_bare_record_is_read() -> None:
    assert parse(json.dumps(RECORDS[0])) == Parsed(RECORDS[:1])


def test_no_records_is_an_answer() -> None:
    assert parse('{"records": []}') == Parsed()
    assert parse("[]") == Parsed()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "no JSON", id="empty"),
        pytest.param("I cannot help with that.", "no JSON", id="prose"),
        pytest.param("null", "no JSON", id="null"),
        pytest.param('{"answer": 42}', "no .records.", id="other-object"),
        pytest.param('{"records": [{"a": 1, "a": 2}]}', "'a' twice", id="duplicate-key"),
        pytest.param('{"records": [], "records": [{"a": 1}]}', "'records' twice", id="two-lists"),
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


ROWS: tuple[Json, ...] = (["a ] b", {"c": ["d"]}, "e"], [[1, 2], "f", "g"])
BARE = json.dumps(ROWS)


@pytest.mark.parametrize("cut", range(1, len(json.dumps(RECORDS[1]))))
def test_bare_records_cut_anywhere_give_the_complete_ones(cut: int) -> None:
    parsed = parse("\n".join(map(json.dumps, RECORDS))[:-cut])
    assert (parsed.records, parsed.problem) == (RECORDS[:1], CUT)


def test_rows_are_records() -> None:
    assert parse(BARE) == Parsed(ROWS)


@pytest.mark.parametrize("cut", range(1, len(BARE)))
def test_rows_cut_anywhere_give_the_complete_ones(cut: int) -> None:
    ends = [BARE.index(", [[1") - 1, len(BARE) - 2]
    whole = sum(1 for end in ends if end < cut)
    assert parse(BARE[:cut]).records == ROWS[:whole]


@pytest.mark.parametrize("text", ["[1]", "See [[1]] and [[2]].", '["a", "b"]', "[[[1]]]"])
def test_other_lists_are_no_records(text: str) -> None:
    assert parse(text) == Parsed(problem="no JSON in the reply")


VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
RECORD = st.dictionaries(st.text(), VALUES, max_size=4)


@given(st.lists(RECORD, max_size=4), st.booleans(), st.integers(0, 3))
@settings(max_examples=50)
def test_a_reply_cut_at_every_byte_gives_its_complete_records(
    records: list[Json], ascii_only: bool, indent: int
) -> None:
    """As a line breaks: half a character is replaced, and belongs to no complete record."""
    whole = json.dumps({"records": records}, ensure_ascii=ascii_only, indent=indent or None)
    expected = parse(whole).records
    assert len(expected) == len(records)
    given = 0
    for cut in range(len(body := whole.encode("utf-8", "surrogatepass"))):
        parsed = parse(body[:cut].decode("utf-8", "replace"))
        assert parsed.records == expected[: len(parsed.records)]
        assert len(parsed.records) >= given, "a longer reply gives no fewer"
        given = len(parsed.records)
    assert given == len(records)


@pytest.mark.parametrize("cut", range(1, len(WHOLE) - 1))
def test_a_cut_is_told_from_a_slip(cut: int) -> None:
    """More room mends the one, a word to the model the other."""
    assert parse(WHOLE[:cut]).problem == CUT


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    parse(text)


@given(st.lists(st.sampled_from([*'{}[]",:\\ u1e-', "records", "<think>", "</think>", "\ud800"])))
def test_no_wreckage_is_too_strange(pieces: list[str]) -> None:
    for text in ("".join(pieces), '{"records": [' + "".join(pieces)):
        json.dumps(parse(text).records, ensure_ascii=False, allow_nan=False).encode()


@given(VALUES)
def test_no_value_is_too_strange(value: Json) -> None:
    json.dumps(parse(json.dumps(value)).records, allow_nan=False)
    parsed = parse(json.dumps({"records": [value]}))
    json.dumps(parsed.records, ensure_ascii=False, allow_nan=False).encode()


def test_a_list_called_records_inside_a_record_is_no_second_answer() -> None:
    assert parse('{"records": [{"records": [{"a": 1}]}, {"records": [2]}]}').problem is None


def test_hostile_repetition_is_read_in_linear_time() -> None:
    begin = time.process_time()
    for piece in ('{"records": [', '{"records": [1,', "[[", '{"a":', "<think>", "\\ud83d", '"'):
        parse(piece * (2_000_000 // len(piece)))
        parse('{"records": [' + piece * (2_000_000 // len(piece)))
    assert time.process_time() - begin < 8.0


def test_an_item_that_is_no_record_is_kept_for_the_validator() -> None:
    assert parse('{"records": ["x", 3, {"sentences": [1]}]}').records == (
        "x",
        3,
        {"sentences": [1]},
    )


def test_a_huge_integer_is_no_crash() -> None:
    assert parse('{"records": [{"a": ' + "9" * 10_000 + "}]}").problem is None


def test_a_key_twice_behind_many_others_is_found_in_linear_time() -> None:
    keys = [f'"k{number}": 1' for number in range(40_000)]
    text = '{"records": [{' + ", ".join([*keys, keys[-1]]) + "}]}"
    begin = time.process_time()
    assert parse(text).problem == "the key 'k39999' twice in one object"
    assert time.process_time() - begin < 5.0


def test_reading_ends_behind_one_record_too_many() -> None:
    text = '{"records": [' + "0," * 500_000
    assert parse(text) == Parsed((0,), looped=True)
    assert operations(lambda: parse(text)) < 50_000


def test_of_a_long_list_in_a_record_the_first_different_items_are_kept() -> None:
    items: list[Json] = [*range(MOST_ITEMS), *range(MOST_ITEMS), "one more"]
    parsed = parse(json.dumps({"records": [{"sentences": [1], "a": {"b": items}}]}))
    assert parsed.records == ({"sentences": [1], "a": {"b": items[:MOST_ITEMS]}},)
    assert parsed.looped


def test_of_more_values_than_are_judged_the_first_records_are_kept() -> None:
    rows: list[Json] = [[number, *range(90)] for number in range(80)]
    records: list[Json] = [{"sentences": [number], "a": rows} for number in range(10)]
    parsed = parse(json.dumps({"records": records}))
    assert parsed.records == tuple(records[:2])
    assert parsed.looped


def test_a_full_reply_is_no_loop() -> None:
    records: list[Json] = [{"sentences": [n], "a": [*range(30)]} for n in range(MOST_RECORDS)]
    assert parse(json.dumps({"records": records})) == Parsed(tuple(records))
