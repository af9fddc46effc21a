"""Falsehoods in figures and times: in words, as numbers and dates, as objects."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from llmextract import check
from llmextract.ask.wire import Json
from tests.judge.edits import NUMBER_EDITS, words
from tests.judge.falsehoods import (
    NOT_SAID,
    NOWHERE,
    WORDLESS,
    Falsehood,
    edited,
    foreign,
    furniture,
    lie,
    lies,
    no_figures,
    other_sentences,
)
from tests.judge.truths import SCHEMAS, Gold, reached, stands

_NO_FIGURE: Sequence[Json] = (True, False, [], [200], [["200"]])
_OTHER_MEMBERS: Sequence[Json] = ("2023-03-03", "at_least", "miles", None)
_OTHER_FIGURES: Sequence[Json] = (437, "437")
_NO_DATES = (
    "2024-12-02", "2024-12-10", "2023-12-03", "2024-03-12", "2024-11-05", "12/03/2024",
    "2016", "2014-12", "2024-12-03T25:00", "2024-13-03", "20241204T0100", "2015-02-30",
)  # fmt: skip
_TYPED = frozenset({"number_differs", "schema", "unreadable"})


def number_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Figures: edited, taken from elsewhere, from nowhere, or typed."""
    fits = NOT_SAID | {"unreadable"}
    for field in gold.fields:
        if field.sort != "number":
            continue
        yield from edited(gold, field, NUMBER_EDITS)
        yield from lies(gold, field, "figure from nowhere", NOWHERE[field.name], fits)
        elsewhere = [v for v in other_sentences(gold, field) if stands(v, gold.page.all)]
        yield from lies(gold, field, "figure of another sentence", elsewhere, NOT_SAID)
        yield from lies(gold, field, "figure of another article", foreign(gold, field), fits)
        yield from lies(gold, field, "page furniture", furniture(gold.page), fits)
        for word in no_figures(gold):
            yield lie(gold, field, "no figure", word, {"unreadable"})
        for typed in _typed(gold, cast("str", field.value)):
            yield lie(gold, field, "typed figure", typed, {"number_differs", "schema"})
        for value in _NO_FIGURE:
            yield lie(gold, field, "no figure's type", value, {"schema"})
        for empty in WORDLESS:
            yield lie(gold, field, "no words", empty, {"schema", "not_found", "unreadable"})


def _typed(gold: Gold, value: str) -> list[int | float]:
    """Numbers that no figure of the cited sentences has."""
    stated = {int(word) for word in gold.cited.split() if word.isdigit()} | {2}
    digits = re.search(r"\d+", value.replace(",", ""))
    near = int(digits[0]) if digits else 12
    made = [near + 1, near - 1, near * 10, near * 1000, near + 0.5, -near, near // 3 + 100, 10**12]
    return [number for number in made if number not in stated] + [float("nan"), float("inf")]


def typed_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Figures and times given as the objects they read as, with one member changed."""
    (judgement,) = check(gold.page.article, [gold.record], schema=SCHEMAS[gold.schema])
    # A record that is refused as it is fails a test of its own.
    true = cast("Json", judgement.value.model_dump(mode="json")) if judgement.value else None
    for field in gold.fields:
        read = reached(true, field.path) if field.sort in ("number", "time") else None
        if isinstance(read, dict):
            for key, old in read.items():
                for new in _OTHER_MEMBERS if isinstance(old, str) else _OTHER_FIGURES:
                    if new != old:
                        yield lie(gold, field, "typed object", {**read, key: new}, _TYPED)
            yield lie(gold, field, "typed object", {**read, "note": "HTS won"}, _TYPED)


def moment_falsehoods(gold: Gold) -> Iterator[Falsehood]:
    """Times given as ISO dates; a Wednesday is taken for the day of publication."""
    fits = NOT_SAID | {"unreadable", "schema"}
    for field in gold.fields:
        if field.sort == "time" and not stands("previous week", words(str(field.value))):
            # Before a Wednesday the Monday is one of these.
            for value in _NO_DATES["monday" in gold.cited :]:
                made = lie(gold, field, "typed time", value, fits)
                yield replace(made, published=date(2024, 12, 4))
