"""Names and the abbreviations that an article defines for them, read by code."""

from collections.abc import Iterator

from llmextract.article.article import Article
from llmextract.ask.shape import Group
from llmextract.ask.wire import JsonObject


def known_as(
    article: Article, group: Group, record: JsonObject
) -> Iterator[tuple[str, JsonObject]]:
    """Somebody with the name and the abbreviation that the article defines as one.

    By the whole name where a cited sentence has it: an abbreviation is another name then.
    """
    naming, other_names = group.naming, group.other_names
    name, others = record.get(naming or ""), record.get(other_names or "") or []
    if naming is None or other_names is None or not isinstance(name, str):
        return
    known = article.abbreviations
    short = next((s for s, full in known.items() if name.casefold() == full.casefold()), None)
    if not isinstance(others, list) or (short in others and short is not None):
        return
    if name in known:
        rest = [each for each in others if each != known[name]]
        yield naming, {**record, naming: known[name], other_names: [name, *rest]}
        yield other_names, {**record, other_names: [*rest, known[name]]}
    elif short is not None:
        yield other_names, {**record, other_names: [*others, short]}
