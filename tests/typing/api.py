"""The public surface as a type checker sees it; checked by mypy and pyright, never run."""

from collections.abc import AsyncGenerator, Iterator
from datetime import date
from typing import assert_type

from pydantic import BaseModel

import llmextract as lx
from llmextract.schemas import Event, News
from llmextract.testing import ScriptedModel


class Ruling(BaseModel):
    """A user's own model."""

    judge: str


article = lx.Article.from_file("a.txt", published=date(2024, 12, 4))
assert_type(article, lx.Article)
assert_type(article.locate("words"), lx.Location)

mine = lx.Extractor(schema=Ruling, model=ScriptedModel([]))
assert_type(mine, lx.Extractor[Ruling])
extraction = mine.extract(article)
assert_type(extraction, lx.Extraction[Ruling])
assert_type(extraction.records, tuple[lx.Record[Ruling], ...])
assert_type(extraction.records[0].value.judge, str)
assert_type(extraction.records[0].spans, dict[str, list[lx.Span]])
assert_type(extraction.rejections, tuple[lx.Rejection, ...])
assert_type(mine.extract_many([article]), Iterator[lx.Extraction[Ruling]])
assert_type(mine.aextract_many([article]), AsyncGenerator[lx.Extraction[Ruling], None])

several = lx.Extractor(schema=News, model="gpt-4.1-mini")
assert_type(several.extract(article).usage.calls, int)

(judgement,) = lx.check(article, [{"sentences": [1], "judge": "Roe"}], schema=Event)
assert_type(judgement, lx.Judgement)
