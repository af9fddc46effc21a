"""JSON as text: characters that can be sent, and lines that hold an object or say why not."""

import pytest

from llmextract.ask.jsontext import compact, read_rows, whole_characters
from llmextract.errors import InputError


def test_a_stand_in_takes_one_character() -> None:
    assert whole_characters("Dorva \ud800\udfff é") == "Dorva \ufffd\ufffd é"


def test_letters_are_sent_as_they_are() -> None:
    assert compact({"name": ["Événement", None]}) == '{"name":["Événement",null]}'


def test_blank_lines_are_counted_and_passed_over() -> None:
    assert list(read_rows([b"\xef\xbb\xbf{}", b" \n", b'{"id": 1}'], "line ")) == [
        ("line 1", {}),
        ("line 3", {"id": 1}),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(b"{", "gold:1: no JSON", id="torn"),
        pytest.param(b"\xff{}", "gold:1: no JSON", id="no-utf-8"),
        pytest.param(b"[" * 100_000, "gold:1: no JSON", id="bottomless"),
        pytest.param(b"[]", "gold:1: an object is expected", id="list"),
    ],
)
def test_a_line_without_an_object_says_so(line: bytes, said: str) -> None:
    ((origin, row),) = read_rows([line], "gold:")
    assert origin == "gold:1"
    assert isinstance(row, InputError)
    assert str(row).startswith(said)
