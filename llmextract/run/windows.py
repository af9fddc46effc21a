"""Windows: how many sentences a model is shown at a time, and how their records come together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from llmextract.article.article import Article

if TYPE_CHECKING:
    from llmextract.article.sentences import Sentence

Window = tuple["Sentence", ...]


def windows(article: Article, size: int | None) -> Iterator[Window]:
    """Cut an article into windows of at most `size` sentences; None shows it whole.

    Page furniture is never shown: what no model sees, none can cite.
    """
    from llmextract.article.regions import Region

    evidence = tuple(s for s in article.sentences if s.region != Region.BOILERPLATE)
    step = size or max(1, len(evidence))
    for start in range(0, len(evidence), step):
        yield evidence[start : start + step]
