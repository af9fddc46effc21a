"""Offsets for programs that do not count code points."""

from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.offsets import utf8_offset, utf16_offset


@given(st.text(), st.text())
def test_offsets_count_what_stands_before(before: str, after: str) -> None:
    text, index = before + after, len(before)
    assert text.encode()[utf8_offset(text, index) :].decode() == after
    assert text.encode("utf-16-le")[2 * utf16_offset(text, index) :].decode("utf-16-le") == after
