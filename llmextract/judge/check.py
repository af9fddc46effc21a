"""The validator alone: records from anywhere against an article, without any model."""

from collections.abc import Iterable, Mapping
from typing import cast

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError, to_jsonable_python

from llmextract.article.article import Article, refuse_other
from llmextract.ask.derive import derive
from llmextract.ask.wire import Json
from llmextract.errors import InputError, SchemaError
from llmextract.judge.policy import Policy, policy_of
from llmextract.judge.verdict import Judgement


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
        return cast("Json", to_jsonable_python(record, serialize_unknown=True))
    except (PydanticSerializationError, ValueError, RecursionError):
        return cast("Json", record)
