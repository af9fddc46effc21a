"""Words by which nothing happens, and names that are cut before their number."""

import pytest

from llmextract.article.syntax.empty import cut_number, is_of_weight, tells_only


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Dorva holds great strategic importance for Roe.", "holds", True),
        ("Dorva is of symbolic value.", "is of symbolic value", True),
        ("Roe holds three men of great importance.", "holds", False),
        ("The army holds Dorva.", "holds", False),
        ("Roe was killed, which is of great importance.", "was killed", False),
    ],
)
def test_what_is_only_important_does_not_happen(text: str, words: str, expected: bool) -> None:
    assert is_of_weight(text, *place(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("She alleged, without proof, that men fled.", "alleged, without proof", True),
        ("She said, in May, that men fled.", "said, in May", True),
        ("She denied, without proof, a raid.", "denied, without proof", False),
        ("She left, without proof, that day.", "left, without proof", False),
        ("She announced that men fled.", "announced", False),
    ],
)
def test_what_is_only_said_does_not_happen(text: str, words: str, expected: bool) -> None:
    assert tells_only(text, *place(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They took Brigade 87 in May.", "Brigade", "87"),
        ("They took the Hale School and Brigade 87.", "Hale School and Brigade", "87"),
        ("They took Brigade 87 in May.", "Brigade 87", None),
        ("The Hale Brigade 40 days ago fled.", "Hale Brigade", None),
        ("The brigade 87 men fled.", "brigade", None),
    ],
)
def test_a_name_is_cut_before_its_number(text: str, words: str, expected: str | None) -> None:
    assert cut_number(text, *place(text, words)) == expected
