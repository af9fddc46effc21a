"""What is form and what is content."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The ARMY said", "the army  said,\n", id="case-space-comma"),
        pytest.param("Assad\u2019s \u201carmy\u201d", 'Assad\'s "army"', id="quotes"),
        pytest.param("al-Assad", "al\u2013Assad", id="dash"),
        pytest.param("al-Assad", "al\u2011Assad", id="hard-hyphen"),
        pytest.param("caf\u00e9", "cafe\u0301", id="nfd"),
        pytest.param("\ufb01ne 20\u33a2", "fine 20km2", id="nfkc"),
        pytest.param("2\u00bd", "2 1/2", id="fraction"),
        pytest.param("rein\u00adforce\u200bment", "reinforcement", id="invisible"),
        pytest.param("rein\u00ad\n  forcement", "reinforcement", id="soft-hyphen-at-line-end"),
        pytest.param("\u0628\u0640\u0640\u062f\u0621", "\u0628\u062f\u0621", id="tatweel"),
        pytest.param("A &amp; B&nbsp;C&#8217;s", "A & B C\u2019s", id="entities"),
        pytest.param("&amp;quot;x&amp;quot;", '"x"', id="entities-twice"),
        pytest.param("the **Syrian** _army_ `now`", "the Syrian army now", id="markdown"),
        pytest.param("[Hama](https://a.b/c) fell", "Hama fell", id="link"),
        pytest.param('<b>Hama</b> <a href="x">fell</a>', "Hama fell", id="tags"),
        pytest.param("Syria\u0e42\u20ac\u2122s", "Syria\u2019s", id="mojibake-of-seed-004"),
        pytest.param("caf\u00c3\u00a9", "caf\u00e9", id="mojibake-letter"),
        pytest.param("1,600", "1600", id="comma-groups"),
        pytest.param("1\u202f600", "1,600", id="space-groups"),
        pytest.param("1'600'000", "1,600,000", id="apostrophe-groups"),
        pytest.param("1,50,000", "150000", id="indian-groups"),
        pytest.param("5km", "5 km", id="unit"),
        pytest.param("F-16", "F16", id="model"),
        pytest.param("\u22125 degrees", "-5 degrees", id="minus"),
        pytest.param("\uff12\uff10\uff10", "200", id="full-width"),
        pytest.param("\u0130stanbul I\u015f\u0131k", "ISTANBUL I\u015eIK", id="turkish"),
        pytest.param("Stra\u00dfe", "STRASSE", id="sharp-s"),
    ],
)
def test_form_folds_to_the_same_tokens(one: str, other: str) -> None:
    assert fold(one).tokens == fold(other).tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("caf\u00e9", "cafe", id="diacritic"),
        pytest.param("5.5", "55", id="decimal"),
        pytest.param("5.5", "5,5", id="decimal-comma"),
        pytest.param("10:30", "1030", id="time"),
        pytest.param("-5 degrees", "5 degrees", id="minus"),
        pytest.param("~200", "200", id="about"),
        pytest.param("10\u00b2", "102", id="superscript"),
        pytest.param("20%", "20", id="percent"),
        pytest.param("$5", "\u20ac5", id="currency"),
        pytest.param("<5", ">5", id="comparison"),
        pytest.param("the rapist", "therapist", id="space"),
        pytest.param("10 000", "10 00", id="digits"),
    ],
)
def test_content_folds_to_other_tokens(one: str, other: str) -> None:
    assert fold(one).tokens != fold(other).tokens


@pytest.mark.parametrize(
    "text",
    [
        *("Kafr'a", "can\u2019t", "F16", "600m", "U.S.", "-5", "non-combatant", "twenty-five"),
        *("Hama", "1,600", "\U0001f468\u200d\U0001f469"),
    ],
)
def test_no_span_ends_inside(text: str) -> None:
    folded = fold(text)
    assert not any(folded.is_break(number) for number in range(1, len(folded)))


@pytest.mark.parametrize(
    "text", ["Assad\u2019s", "UK-based", "al-Assad", "l'arm\u00e9e", "$5", "20%", "5-7"]
)
def test_a_span_may_end_inside(text: str) -> None:
    assert fold(text).is_break(1)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("\u54c8\u9a6c200\u4eba", ["\u54c8", "\u9a6c", "200", "\u4eba"], id="chinese"),
        pytest.param("\u0e01\u0e33\u0e25\u0e34", ["\u0e01\u0e4d\u0e32", "\u0e25\u0e34"], id="thai"),
        pytest.param("\u30cf\u30de\u30fc", ["\u30cf", "\u30de", "\u30fc"], id="katakana"),
        pytest.param("\U0001f1f8\U0001f1fe\U0001f44d\U0001f3fd", None, id="flag-and-hand"),
    ],
)
def test_unspaced_scripts_make_one_token_a_character(text: str, tokens: list[str] | None) -> None:
    assert fold(text).tokens == (tokens or ["\U0001f1f8\U0001f1fe", "\U0001f44d"])


@given(st.text())
def test_tokens_stand_in_order_inside_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.tokens) == len(folded) == len(folded.ends) == len(folded.at)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True)
    )
    assert all(one <= other for one, other in pairwise(folded.starts))
    assert [folded.token(number) for number in range(len(folded))] == folded.tokens


@given(st.text("ab \u00e9\u00f6\u0151\u0117\u1e25\u1eadA\u00c9\u00d6\uac01\u3070\u0929.,-"))
def test_normal_forms_fold_alike(text: str) -> None:
    assert (
        fold(unicodedata.normalize("NFD", text)).tokens
        == fold(unicodedata.normalize("NFC", text)).tokens
    )


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_folding_an_ascii_text_does_not_depend_on_its_neighbours(text: str) -> None:
    """The fast path for ASCII and the general one make the same tokens."""
    ascii_only = text.encode("ascii", "ignore").decode()
    assert fold(f"{ascii_only} . \u4eba").tokens[:-1] == fold(f"{ascii_only} . ").tokens
