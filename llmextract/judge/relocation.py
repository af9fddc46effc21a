"""Records whose sentence number is wrong and nothing else: all their words stand elsewhere."""

from collections.abc import Iterator

from llmextract.article.article import Article
from llmextract.article.regions import Region
from llmextract.ask.shape import Moment, Number, Words
from llmextract.ask.wire import JsonObject
from llmextract.judge.tree import GroupNode, leaves
from llmextract.judge.verdict import Code

Window = tuple[int, int]


def relocate(article: Article, root: GroupNode, record: JsonObject) -> tuple[int, ...]:
    """The sentences that hold every string of a record, where the cited ones do not.

    Nothing where the record cites by quotes, where a string stands nowhere, or where more than one
    place would do: guessing between them would be inventing.
    """
    cited = record.get("sentences")
    if record.get("quotes") or not isinstance(cited, list) or not cited:
        return ()
    fields = leaves(root)
    if Code.WRONG_SENTENCE not in [leaf.judged.verdict.code for leaf in fields]:
        return ()
    judged = [leaf.judged.verdict for leaf in fields if _is_bound(leaf.shape)]
    places: list[list[Window]] = []
    for words in {verdict.value for verdict in judged if isinstance(verdict.value, str)}:
        found = list(_places(article, words))
        if not found:
            return ()
        places.append(found)
    for size in range(1, len(cited) + 1):
        windows = _windows(places, size)
        if windows:
            first, last = windows.pop()
            return tuple(range(first, last + 1)) if not windows else ()
    return ()


def _is_bound(shape: object) -> bool:
    """Whether the words of a field belong to the cited sentences."""
    return isinstance(shape, Number | Moment) or (isinstance(shape, Words) and not shape.anywhere)


def _places(article: Article, words: str) -> Iterator[Window]:
    """The first and the last sentence of each occurrence that is evidence."""
    location = article.locate(words)
    if location.start is None or location.end is None:
        return
    for start, end in ((location.start, location.end), *location.others):
        first, last = article.sentence_at(start), article.sentence_at(end - 1)
        if first is not None and last is not None and first.region != Region.BOILERPLATE:
            yield first.number, last.number


def _windows(places: list[list[Window]], size: int) -> set[Window]:
    """The windows of so many sentences that hold an occurrence of everything."""
    starts = {
        start for first, last in places[0] for start in range(max(1, last - size + 1), first + 1)
    }
    return {
        (start, start + size - 1)
        for start in starts
        if all(
            any(start <= first and last < start + size for first, last in found) for found in places
        )
    }
