"""Whatever a record is, each of its fields gets one verdict, and no judgement fails."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from llmextract import Article, check
from llmextract.ask.derive import derive
from llmextract.ask.shape import Group, Items, Shape
from llmextract.schemas import News

TEXT = (
    "Rebels seized Dorva on Friday, the army said. “We will return,” Colonel Ilan Roe reportedly"
    " told Kelmar TV. More than 1,600 fighters fled, and 20 tanks were not lost.\n\n"
    "Share post:\n\nRelated\n\nBandits took Kelmar...\n"
)
ARTICLE = Article(text=TEXT, id="a")
WORDS = st.sampled_from(
    [
        *TEXT.split(),
        *("the army", "fled", "said", "seized Dorva", "occurred", "certain", "positive", "actor"),
        *("killed", "organization", "other", "Friday", "20", "nobody", "", "\ud800", "\0"),
    ]
)
SCALARS = WORDS | st.none() | st.booleans() | st.integers(-2, 99) | st.floats() | st.text()
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(), inner),
    max_leaves=6,
)


def wires(shape: Shape) -> st.SearchStrategy[Any]:
    """What a model might write for a field, and what it should never."""
    match shape:
        case Group():
            fields = {slot.name: wires(slot.shape) for slot in shape.slots}
            return st.fixed_dictionaries({}, optional=fields) | JSON
        case Items(item=item):
            return st.lists(wires(item), max_size=3) | JSON
        case _:
            return SCALARS | JSON


def records(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Records of a model that may cite well, badly or not at all, with keys of no field."""
    numbers = st.lists(st.integers(-1, 9) | JSON, max_size=3) | JSON
    citation = st.fixed_dictionaries({}, optional={"sentences": numbers, "quotes": numbers})
    cited = st.just({"sentences": [1, 2, 3]}) | citation
    strays = st.dictionaries(WORDS | st.sampled_from(["places[0]", "a.b", "x"]), JSON, max_size=2)
    return st.tuples(cited, wires(derive(model)), strays).map(_joined)


def _joined(parts: tuple[Any, ...]) -> Any:
    citation, fields, strays = parts
    if not isinstance(fields, Mapping):
        return fields
    return {**strays, **citation, **cast("Mapping[str, Any]", fields)}


RECORDS = {model: records(model) for model in News}


def paths_of(shape: Shape, wire: object, path: str) -> Iterator[str]:
    """The paths that a record's fields must have verdicts at, worked out from its form alone."""
    if isinstance(shape, Group) and isinstance(wire, dict):
        record = cast("dict[str, object]", wire)
        for slot in shape.slots:
            inner = f"{path}.{slot.name}" if path else slot.name
            yield from paths_of(slot.shape, record.get(slot.name), inner)
    elif isinstance(shape, Items) and isinstance(wire, list) and wire:
        for number, item in enumerate(cast("list[object]", wire)):
            yield from paths_of(shape.item, item, f"{path}[{number}]")
    else:
        yield path


@pytest.mark.parametrize("model", News)
@settings(max_examples=40)
@given(policy=st.sampled_from(["drop", "strict", "report"]), data=st.data())
def test_each_field_has_one_verdict_and_nothing_raises(
    model: type[BaseModel], policy: str, data: st.DataObject
) -> None:
    record = data.draw(RECORDS[model])
    (judgement,) = check(ARTICLE, [record], schema=model, policy=policy)
    found = Counter(verdict.path for verdict in judgement.verdicts)
    assert max(found.values()) == 1
    if isinstance(record, dict):
        fields = cast("dict[str, object]", record)
        assert found.keys() >= set(paths_of(derive(model), fields, ""))
    assert judgement.accepted is isinstance(judgement.value, model)
    for verdict in judgement.verdicts:
        assert (verdict.code is not None) == (verdict.status == "rejected")
        if verdict.span is not None:
            assert TEXT[verdict.span.start : verdict.span.end] == verdict.span.exact


def test_a_stray_key_does_not_pass_for_a_field() -> None:
    record = {"sentences": [1], "trigger": "seized", "places": ["Dorva"], "places[0]": "Dorva"}
    (judgement,) = check(ARTICLE, [record], schema=News[1])
    paths = [verdict.path for verdict in judgement.verdicts]
    assert paths.count("places[0]") == 1
    assert "['places[0]']" in paths
