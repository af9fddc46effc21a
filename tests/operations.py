"""How much a call does, counted in calls; unlike seconds, they are the same in every run."""

import sys
from collections.abc import Callable
from types import FrameType


def operations(action: Callable[[], object]) -> int:
    """Count every call, of Python and of C, that an action makes.

    Steps inside one regular expression are not counted: `benchmarks/hostile.py` times those.
    """
    calls = 0

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(before)
    return calls
