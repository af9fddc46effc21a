"""Whether a time or a place is refused as that of something else than an event."""

from datetime import date

from llmextract import Article, check
from llmextract.schemas import Event

LABELS = {"type": "other", "factuality": "occurred"}


def misattached(
    text: str,
    trigger: str,
    *,
    time: str | None = None,
    place: str | None = None,
    cited: int | None = None,
    published: date | None = None,
) -> bool:
    """Whether the time or the only place of an event falls, and falls so.

    All sentences are cited, or the first `cited` of them.
    """
    article = Article(text=text, published=published)
    record = {
        **LABELS,
        "sentences": list(range(1, (cited or len(article.sentences)) + 1)),
        "trigger": trigger,
        "time": time,
        "places": [place] if place else [],
    }
    (judgement,) = check(article, [record], schema=Event)
    refused = {row.path: row.code for row in judgement.rejected}
    found = refused.get("time" if time else "places[0]")
    assert found in (None, "misattached")
    return found is not None
