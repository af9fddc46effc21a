"""Offsets for programs that do not count code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.offsets import utf8_offset, utf16_offset
from llmextract.errors import InputError


@given(st.text(), st.text())
def test_offsets_count_what_stands_before(before: str, after: str) -> None:
    text, index = before + after, len(before)
    assert text.encode()[utf8_offset(text, index) :].decode() == after
    assert text.encode("utf-16-le")[2 * utf16_offset(text, index) :].decode("utf-16-le") == after


@pytest.mark.parametrize("index", [-1, 4])
def test_an_offset_that_no_text_has_is_refused(index: int) -> None:
    for count in (utf8_offset, utf16_offset):
        with pytest.raises(InputError, match=f"offset {index}: the text has 0 to 3"):
            count("a\U0001f600b", index)
