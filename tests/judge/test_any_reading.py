"""Whatever a model points at in a sentence, reading on fails at nothing and loses nothing."""

import string
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from llmextract import Article
from llmextract.ask.derive import derive
from llmextract.judge.reading import read_on
from llmextract.judge.record import judge
from llmextract.judge.verdict import Judgement
from llmextract.schemas import Claim

GROUP = derive(Claim)
WORDS = (
    "Roe army said told told, reported according to that the a she it , . “ ” \" ( ) — ' fell could"
    " not Friday mayor of Dorva and “It fell,” so"
).split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=18).map(" ".join)
ODD = st.none() | st.integers() | st.text(string.printable, max_size=4) | st.lists(st.text())
LABELS = {"speech_act": "report", "verification": "not_addressed"}


@st.composite
def pointed(draw: st.DrawFn) -> tuple[Article, dict[str, Any]]:
    """An article, and a record whose fields are pieces of its first sentence, or of no use."""
    article = Article(text=f"{draw(SENTENCES)} end. “It rained,” he said.")
    text = article.lines[0].text

    def piece() -> Any:
        start = draw(st.integers(0, len(text)))
        return text[start : draw(st.integers(start, len(text)))].strip()

    fields = {
        "source": piece(),
        "cue": piece(),
        "content": [piece(), piece()][: draw(st.integers(0, 2))],
    }
    odd = draw(
        st.dictionaries(st.sampled_from([*fields, "certainty", "polarity"]), ODD, max_size=1)
    )
    plain = {"certainty": "certain", "polarity": draw(st.sampled_from(["positive", "negative"]))}
    return article, {"sentences": [1], **LABELS, **plain, **fields, **odd}


@given(pointed())
@settings(max_examples=300, deadline=None)
def test_reading_on_never_fails_and_never_loses_a_record(
    given_: tuple[Article, dict[str, Any]],
) -> None:
    article, record = given_

    def judged(each: Any) -> Judgement:
        return judge(article, GROUP, each)

    before = judged(record)
    read, after = read_on(article, GROUP, record, judged, alone=1)
    assert after.accepted or not before.accepted
    assert len(after.rejected) <= len(before.rejected)
    assert after.verdicts == judged(read).verdicts
    for spans in after.spans.values():
        assert all(article.text[span.start : span.end] == span.exact for span in spans)
