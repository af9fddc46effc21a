"""Structured facts from news articles: a model points, code reads, nothing else gets through."""

from llmextract.article.article import Article
from llmextract.article.location import Location
from llmextract.article.numbers.quantity import Quantity
from llmextract.article.times.calendar import Time
from llmextract.ask.examples import Example
from llmextract.ask.markers import (
    Anywhere,
    Beside,
    Counts,
    CuedBy,
    Factuality,
    Named,
    Paraphrase,
    Parts,
    Polarity,
    Signs,
    Speaker,
)
from llmextract.errors import LlmextractError
from llmextract.judge.check import check
from llmextract.judge.verdict import Judgement, Span
from llmextract.run.cassettes import cassette
from llmextract.run.extraction import Extraction, Record, Rejection
from llmextract.run.extractor import Extractor

__all__ = [
    "Anywhere",
    "Article",
    "Beside",
    "Counts",
    "CuedBy",
    "Example",
    "Extraction",
    "Extractor",
    "Factuality",
    "Judgement",
    "LlmextractError",
    "Location",
    "Named",
    "Paraphrase",
    "Parts",
    "Polarity",
    "Quantity",
    "Record",
    "Rejection",
    "Signs",
    "Span",
    "Speaker",
    "Time",
    "cassette",
    "check",
]


def __getattr__(name: str) -> str:
    """The version, read from the installed distribution only when it is asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("llmextract-grounded")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
