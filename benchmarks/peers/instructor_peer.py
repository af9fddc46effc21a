"""instructor: the spans that its citation validator finds."""

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from benchmarks.peers.child import Span, serve


def main() -> None:
    """Serve."""
    mixin = import_module("instructor").CitationMixin

    def locate(text: str, quotes: Sequence[str]) -> list[Span | None]:
        return [next(mixin(substring_quotes=[quote]).get_spans(text), None) for quote in quotes]

    serve(version("instructor"), locate)


if __name__ == "__main__":
    main()
