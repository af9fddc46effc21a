"""Windows: how many sentences a model is shown at a time."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from llmextract.article.article import Article

if TYPE_CHECKING:
    from llmextract.article.sentences import Sentence

Window = tuple["Sentence", ...]

# A window this long begins with the last sentence of the one before: what two sentences say
# together is lost at no border, and a pronoun at the beginning has its name.
_SHARES = 4


def windows(article: Article, size: int | None) -> Iterator[Window]:
    """Cut an article into windows of at most `size` sentences; None shows it whole.

    Page furniture is never shown: what no model sees, none can cite. Sentences are shown on one
    line: at a break within a name a small model ends it ("Alto de", "San Pablo").
    """
    from llmextract.article.regions import Region

    evidence = tuple(s for s in article.lines if s.region != Region.BOILERPLATE)
    if size is None:
        size = max(1, len(evidence))
    shared = 1 if size >= _SHARES else 0
    for start in range(0, max(1, len(evidence) - shared), size - shared):
        if window := evidence[start : start + size]:
            yield window


def before(article: Article, window: Window, count: int) -> Window:
    """The last sentences before a window, `count` at most, page furniture left out."""
    from llmextract.article.regions import Region

    places = range(window[0].number - 2, -1, -1)
    earlier = (article.lines[place] for place in places)
    evidence = (sentence for sentence in earlier if sentence.region != Region.BOILERPLATE)
    return tuple(islice(evidence, count))[::-1]


def halves(window: Window) -> tuple[Window, ...]:
    """The two halves of a window, which share a sentence where they are long enough; () of one."""
    middle = len(window) // 2
    if not middle:
        return ()
    shared = 1 if len(window) > _SHARES else 0
    return window[: middle + shared], window[middle:]
