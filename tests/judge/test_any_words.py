"""Whatever words of a real article a record is made of, no judgement fails."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from llmextract import Article, check
from llmextract.ask.derive import derive
from llmextract.ask.shape import Group, Items, Label, Shape
from llmextract.schemas import News

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
ARTICLES = [Article.from_file(seed) for seed in SEEDS]
MOST_WORDS = 12


def filled(shape: Shape, draw: st.DrawFn, words: Callable[[], str]) -> Any:
    """A value of this shape; where it takes words, some that stand in a row."""
    match shape:
        case Group():
            return {slot.name: filled(slot.shape, draw, words) for slot in shape.slots}
        case Items(item=item):
            return [filled(item, draw, words) for _ in range(draw(st.integers(0, 2)))]
        case Label(options=options):
            return draw(st.sampled_from(list(options)))
        case _:
            return words() if draw(st.integers(0, 3)) else None


@st.composite
def cited(draw: st.DrawFn, model: type[BaseModel]) -> tuple[Article, Any]:
    """An article, and a record of words of the sentence that it cites, now and then of another."""
    article = draw(st.sampled_from(ARTICLES))
    own = draw(st.sampled_from(article.sentences))

    def words() -> str:
        sentence = own if draw(st.integers(0, 4)) else draw(st.sampled_from(article.sentences))
        told = sentence.text.split()
        first = draw(st.integers(0, len(told) - 1))
        return " ".join(told[first : first + draw(st.integers(1, MOST_WORDS))])

    return article, {"sentences": [own.number], **filled(derive(model), draw, words)}


@pytest.mark.parametrize("model", News)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_no_words_of_an_article_make_a_judgement_fail(
    model: type[BaseModel], data: st.DataObject
) -> None:
    article, record = data.draw(cited(model))
    (judgement,) = check(article, [record], schema=model)
    for verdict in judgement.verdicts:
        assert (verdict.code is not None) == (verdict.status == "rejected")
        if verdict.span is not None:
            span = verdict.span
            assert article.text[span.start : span.end] == span.exact


def test_a_verb_that_only_helps_another_is_judged_too() -> None:
    text = "A spokeswoman refused to say whether a ransom would be paid."
    record = {
        "sentences": [1],
        "trigger": "be",
        "participants": [{"mention": "a ransom", "role": "actor"}],
        "type": "other",
        "factuality": "hypothetical",
    }
    (judgement,) = check(Article(text=text), [record], schema=News[1])
    assert judgement.verdicts
