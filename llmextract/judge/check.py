"""The validator alone: records from anywhere against an article, without any model."""

from collections.abc import Iterable
from typing import cast

from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.ask.shape import derive
from llmextract.ask.wire import Json
from llmextract.judge.verdict import Judgement


def check(
    article: Article, records: Iterable[object], *, schema: type[BaseModel]
) -> list[Judgement]:
    """Judge records against an article, one judgement each, in order.

    A record holds wire words ("more than 200") or typed values (200, an ISO date, labels), and
    cites by `sentences` (numbers from 1) or by `quotes` (words). Raises `SchemaError` for a schema
    that cannot be asked for; never raises for a record, whatever JSON it is.
    """
    from llmextract.judge.record import judge

    group = derive(schema)
    return [judge(article, group, cast("Json", record)) for record in records]
