"""`str.find`, the floor: letter for letter, or not at all."""

import platform
from collections.abc import Sequence

from benchmarks.peers.child import Span, serve


def locate(text: str, quotes: Sequence[str]) -> list[Span | None]:
    """The first occurrence of each quote."""
    starts = [text.find(quote) for quote in quotes]
    return [
        (start, start + len(quote)) if start >= 0 else None
        for start, quote in zip(starts, quotes, strict=True)
    ]


if __name__ == "__main__":
    serve(platform.python_version(), locate)
