"""llmextract itself, measured like its peers: the one adapter that imports it."""

from collections.abc import Sequence
from importlib.metadata import version

from benchmarks.peers.child import Span, serve
from llmextract import Article


def locate(text: str, quotes: Sequence[str]) -> list[Span | None]:
    """Find the quotes in a new article, so that reading it counts as well."""
    article = Article(text)
    found = [article.locate(quote) for quote in quotes]
    return [
        (each.start, each.end) if each.start is not None and each.end is not None else None
        for each in found
    ]


if __name__ == "__main__":
    serve(version("llmextract-grounded"), locate)
