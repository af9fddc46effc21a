"""The page on reliability names tests that there are, and leaves out no row."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
PAGE = (TESTS.parent / "docs" / "reliability.md").read_text(encoding="utf-8")
_NAMED = re.compile(r"`([a-z_/]+\.py)?::(test_\w+)`")


def test_every_row_is_there_in_order() -> None:
    assert re.findall(r"^\| ([0-9]+) \|", PAGE, re.MULTILINE) == [str(n) for n in range(1, 52)]


def test_every_test_that_is_named_exists() -> None:
    path, named = "", list[str]()
    for found in _NAMED.finditer(PAGE):
        path = found[1] or path
        named.append(found[2])
        assert f"def {found[2]}(" in (TESTS / path).read_text(encoding="utf-8"), found[0]
    assert len(named) > 50
