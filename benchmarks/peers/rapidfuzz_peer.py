"""rapidfuzz: the best partial alignment, accepted from a score of 90 on."""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from benchmarks.peers.child import Span, serve

_ACCEPTED = 90


def main(mode: str) -> None:
    """Serve one mode: `as-is`, or `lower`, which compares in lower case."""
    fuzz = import_module("rapidfuzz.fuzz")
    options = {"processor": str.lower} if mode == "lower" else {}

    def find(text: str, quote: str) -> Span | None:
        found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_ACCEPTED, **options)
        return found and (found.dest_start, found.dest_end)

    def locate(text: str, quotes: Sequence[str]) -> list[Span | None]:
        return [find(text, quote) for quote in quotes]

    serve(version("rapidfuzz"), locate)


if __name__ == "__main__":
    main(sys.argv[1])
