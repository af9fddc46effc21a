"""The eval command: from files to measures, or to the lines that cannot be used."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from llmextract.ask.derive import Models, derive, derive_only, schema_name
from llmextract.ask.shape import Group
from llmextract.errors import InputError, SchemaError, SettingsError
from llmextract.evaluate.alignment import MatchRule
from llmextract.evaluate.counts import Bootstrap
from llmextract.evaluate.doubts import doubts
from llmextract.evaluate.fill import default_rule, paths_of
from llmextract.evaluate.labelled import Labelled
from llmextract.evaluate.reading import Reading
from llmextract.evaluate.score import GoldMode, score
from llmextract.evaluate.sources import (
    Errors,
    Rejected,
    articles_by_name,
    read_gold,
    read_records,
    read_rejected,
    read_results,
)


@dataclass(frozen=True)
class Order:
    """What the eval command was asked for.

    `schemas` are those to judge (None: all that gold names); `match_on` holds `FIELD,...` or
    `SCHEMA:FIELD,...`.
    """

    results: Path
    gold: Path
    articles: Path
    schemas: Models | None
    mode: GoldMode
    match_on: tuple[str, ...]
    bootstrap: Bootstrap


def evaluate(
    order: Order, models_of: Callable[[str], Models]
) -> tuple[Reading | None, Sequence[InputError]]:
    """Measure results against gold; what lines cannot be used are given as their errors.

    There is no reading where gold holds no record that can be used. Raises `SchemaError` and
    `SettingsError` for bad usage, `InputError` for a file, and for results of another text.
    """
    errors: Errors = []
    lines = read_results(order.results, errors)
    articles = articles_by_name(order.articles, lines, errors)
    read = read_gold(order.gold, articles, _groups(order.schemas, models_of), errors)
    gold, groups = read.records, read.groups
    if not gold:
        errors.append(InputError(f"{order.gold}: no gold record to hold the results against"))
        return None, errors
    rules = _rules(groups, order.match_on)
    predicted: list[Labelled] = []
    rejected: list[Rejected] = []
    others = 0
    for line in lines.values():
        records, passed = read_records(line, groups, errors)
        predicted += records
        rejected += read_rejected(line)
        others += passed
    evaluation = score(
        predicted,
        gold,
        rules=rules,
        mode=order.mode,
        articles=lines if order.mode == "complete" else (),
        bootstrap=order.bootstrap,
    )
    unanswered = {record.article for record in gold} - {
        line.article for line in lines.values() if not line.is_failed
    }
    return (
        Reading(
            evaluation=evaluation,
            paths={name: tuple(paths_of(group)) for name, group in groups.items()},
            rejected=tuple(rejected),
            unanswered=tuple(sorted(unanswered)),
            other_schemas=others,
            doubts=tuple(doubts(read, rules)),
        ),
        errors,
    )


def _groups(
    schemas: Models | None, models_of: Callable[[str], Models]
) -> Callable[[str], Group | None]:
    """What schema a gold line names: one of those asked for, or whatever the name stands for."""
    asked = None if schemas is None else {schema_name(model): model for model in schemas}

    @cache
    def group_of(name: str) -> Group | None:
        if asked is not None and name in asked:
            return derive(asked[name])
        try:
            models = models_of(name)
        except SchemaError:
            if asked is None:
                raise
            return None
        group = derive_only(name, models)
        return group if asked is None or group.name in asked else None

    return group_of


def _rules(groups: dict[str, Group], given: Sequence[str]) -> dict[str, MatchRule]:
    """When records match: by default what a schema cannot do without, else the fields given."""
    rules = {name: default_rule(group) for name, group in groups.items()}
    for setting in given:
        schema, colon, tail = setting.rpartition(":")
        names = [name.strip() for name in tail.split(",") if name.strip()]
        rule = MatchRule(tuple(n for n in names if n != "sentences"), "sentences" in names)
        if colon and schema not in groups:
            raise SettingsError(
                f"--match-on {setting}: gold has no schema {schema!r}; "
                f"there are {', '.join(groups)}"
            )
        meant = [schema] if colon else list(groups)
        fitting = [name for name in meant if _fits(rule, groups[name])]
        if not fitting:
            known = ", ".join(path for name in meant for path in paths_of(groups[name]))
            raise SettingsError(
                f"--match-on {setting}: no schema has all of these fields; there are {known}"
            )
        rules.update((name, rule) for name in fitting)
    return rules


def _fits(rule: MatchRule, group: Group) -> bool:
    paths = list(paths_of(group))
    return bool(rule.fields) and all(
        any(MatchRule((name,)).covers(path) for path in paths) for name in rule.fields
    )
