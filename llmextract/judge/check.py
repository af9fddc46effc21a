"""The validator alone: records from anywhere against an article, without any model."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import cast

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError, to_jsonable_python

from llmextract.article.article import Article, refuse_other
from llmextract.ask.derive import derive
from llmextract.ask.wire import Json
from llmextract.errors import InputError, SchemaError
from llmextract.judge.policy import Policy, policy_of
from llmextract.judge.verdict import Judgement

# No article tells of figures of more digits, and to write one out may take all memory.
_MOST_DIGITS = 40


def check(
    article: Article,
    records: Iterable[object],
    *,
    schema: type[BaseModel],
    policy: str = Policy.DROP,
) -> list[Judgement]:
    """Judge records against an article, one judgement each, in order.

    A record holds wire words ("more than 200") or typed values (200, an ISO date, labels), and
    cites by `sentences` (numbers from 1) or by `quotes` (words). The policy `drop` leaves rejected
    fields out, `strict` rejects a record with any of them, `report` keeps what the field can hold
    and flags it. Raises `SchemaError` for a schema that cannot be asked for, `SettingsError` for a
    policy that there is not and `InputError` where a text stands for an article or one record for
    a list of them; never raises for a record, whatever JSON it is.
    """
    from llmextract.judge.record import judge

    refuse_other(article)
    if isinstance(records, str | Mapping | BaseModel):
        raise InputError("check judges a list of records; put a single one into brackets: [record]")
    if isinstance(schema, tuple | list):
        raise SchemaError("check judges records of one schema: call it for each of them")
    group = derive(schema)
    chosen = policy_of(policy)
    return [judge(article, group, _as_json(record), policy=chosen) for record in records]


def _as_json(record: object) -> Json:
    """A record whose typed values (members of enums, dates, models) are what JSON has for them."""
    try:
        as_json = cast("Json", to_jsonable_python(record, serialize_unknown=True))
        return _with_figures(as_json, record)
    except (PydanticSerializationError, ValueError, RecursionError):
        return cast("Json", record)


def _with_figures(as_json: Json, given: object) -> Json:
    """JSON with each `Decimal` as the number it is: Pydantic writes a string, as if of words."""
    if isinstance(given, BaseModel):
        given = given.model_dump(by_alias=True)
    match as_json, given:
        case str(), Decimal():
            return as_json if (figure := _figure(given)) is None else figure
        case dict(), Mapping():
            whole = cast("Mapping[str, object]", given)
            return {name: _with_figures(part, whole.get(name)) for name, part in as_json.items()}
        case list(), list() | tuple():
            items = cast("Sequence[object]", given)
            return [_with_figures(*pair) for pair in zip(as_json, items, strict=True)]
        case _:
            return as_json


def _figure(given: Decimal) -> float | None:
    """The number that JSON has for a decimal; None where it has none that is the same."""
    if not given.is_finite() or abs(given.adjusted()) > _MOST_DIGITS:
        return None
    figure = int(given) if given == given.to_integral_value() else float(given)
    return figure if Decimal(str(figure)) == given else None
