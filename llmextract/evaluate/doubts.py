"""Gold that can be read and will measure nothing right: told, and measured all the same."""

from collections.abc import Iterator, Mapping

from llmextract.evaluate.alignment import MatchRule, key_of
from llmextract.evaluate.sources import Gold


def doubts(gold: Gold, rules: Mapping[str, MatchRule]) -> Iterator[str]:
    """What is to be looked at in gold, each with its line."""
    first: dict[str, str] = {}
    for origin, record, strange in zip(gold.origins, gold.records, gold.strange, strict=True):
        for path, words in strange:
            yield (
                f"{origin}: {path}: the article {record.article!r} does not say {words!r}; "
                f"no result can state it"
            )
        rule = rules[record.schema]
        if not key_of(record, rule):
            yield (
                f"{origin}: nothing is stated for {' or '.join(rule.fields)}, by which records are "
                f"matched; no result can answer it"
            )
        if record.content in first:
            yield f"{origin}: the same record as {first[record.content]}; it counts twice"
        first.setdefault(record.content, origin)
