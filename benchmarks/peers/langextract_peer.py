"""langextract: its alignment of extractions with their text, as its own `extract` calls it.

Modes: `default`; `no-lesser` refuses partial matches; `exact` refuses fuzzy ones as well.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from benchmarks.peers.child import Span, serve

_OPTIONS = {
    "default": {},
    "no-lesser": {"accept_match_lesser": False},
    "exact": {"accept_match_lesser": False, "enable_fuzzy_alignment": False},
}


def main(mode: str) -> None:
    """Serve one mode."""
    resolver = import_module("langextract.resolver")
    data = import_module("langextract.core.data")
    options = _OPTIONS[mode]

    def locate(text: str, quotes: Sequence[str]) -> list[Span | None]:
        asked = [data.Extraction("quote", quote) for quote in quotes]
        resolver.WordAligner().align_extractions([asked], text, **options)
        intervals = [extraction.char_interval for extraction in asked]
        return [each and (each.start_pos, each.end_pos) for each in intervals]

    serve(version("langextract"), locate)


if __name__ == "__main__":
    main(sys.argv[1])
