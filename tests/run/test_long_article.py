"""An article of 20,000 words: every planted event is found once, also where windows meet."""

import asyncio
import gc
import re
import weakref
from collections.abc import Callable
from random import Random

import pytest
from pydantic import BaseModel

from llmextract import Article, Extractor
from llmextract.ask.request import Request
from llmextract.testing import ScriptedModel

HEADS, TAILS = ("Dor", "Kel", "Ost", "Var", "Zam"), ("va", "mar", "ra")
PLACES = [f"{head}{tail}" for head in HEADS for tail in TAILS]
FILLER = "Farmers of the plain brought their grain to the markets along the old road that day."
_LINE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


class March(BaseModel):
    """A march that one sentence begins and the next one ends."""

    left: str
    reached: str


def article() -> Article:
    """Pairs of sentences that belong together, at places that no window size is made for."""
    random = Random(7)
    sentences: list[str] = []
    for place in PLACES:
        sentences += [FILLER] * random.randrange(70, 95)
        sentences += [f"A convoy left {place} at dawn.", f"It had reached {place} Bridge by noon."]
    return Article(text=" ".join([*sentences, FILLER]))


def answer(request: Request) -> list[dict[str, object]]:
    """What a model that overlooks nothing says of the sentences that it is shown."""
    shown = {int(number): text for number, text in _LINE.findall(request.messages[-1].content)}
    return [
        {"sentences": [number, number + 1], "left": name, "reached": f"{name} Bridge"}
        for number, text in shown.items()
        if (match := re.search(r"left (\w+) at", text)) and number + 1 in shown
        for name in [match[1]]
    ]


@pytest.mark.parametrize("window", [4, 8, 13])
def test_no_event_is_lost_or_doubled_at_a_border(window: int) -> None:
    long = article()
    assert len(long.text.split()) > 18_000
    extraction = Extractor(March, model=ScriptedModel(answer), window=window).extract(long)
    assert [record.value for record in extraction.records] == [
        March(left=place, reached=f"{place} Bridge") for place in PLACES
    ]
    assert not extraction.rejections


def _awaited(extractor: Extractor[March], article: Article) -> object:
    return asyncio.run(extractor.aextract(article))


@pytest.mark.parametrize(
    ("run", "most"), [(Extractor[March].extract, 2), (_awaited, 257)], ids=["blocking", "awaited"]
)
def test_requests_are_let_go_once_they_are_answered(
    run: Callable[[Extractor[March], Article], object], most: int
) -> None:
    long = Article(text=f"{FILLER} " * 300)
    asked: list[weakref.ref[Request]] = []
    alive: list[int] = []

    def forget(request: Request) -> list[object]:
        model.requests.clear()
        asked.append(weakref.ref(request))
        alive.append(sum(each() is not None for each in asked))
        return []

    model = ScriptedModel(forget)
    gc.disable()  # what a cycle keeps until garbage is collected is kept too long
    try:
        run(Extractor(March, model=model, window=1, grammar=True), long)
    finally:
        gc.enable()
    assert len(alive) == 300
    assert max(alive) <= most
