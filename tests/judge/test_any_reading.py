"""Whatever a model points at in a sentence, reading on fails at nothing and loses nothing."""

import string
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from llmextract import Article
from llmextract.ask.derive import derive
from llmextract.ask.shape import Group
from llmextract.judge.reading import read_on
from llmextract.judge.record import judge
from llmextract.judge.verdict import Judgement
from llmextract.schemas import Claim, Event

CLAIM, EVENT = derive(Claim), derive(Event)
WORDS = (
    "Roe army said told told, reported according to that the a she it , . “ ” \" ( ) — ' fell could"
    " not failed to killed was by 12 villages in if will Friday mayor of Dorva and “It fell,” so"
).split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=18).map(" ".join)
ODD = st.none() | st.integers() | st.text(string.printable, max_size=4) | st.lists(st.text())
REAL = ["occurred", "planned", "failed", "negated"]
LABELS = {"speech_act": "report", "verification": "not_addressed"}


@st.composite
def pointed(draw: st.DrawFn) -> tuple[Article, Group, dict[str, Any]]:
    """An article, and a record whose fields are pieces of its first sentence, or of no use."""
    article = Article(text=f"{draw(SENTENCES)} end. “It rained,” he said.")
    text = article.lines[0].text

    def piece() -> Any:
        start = draw(st.integers(0, len(text)))
        return text[start : draw(st.integers(start, len(text)))].strip()

    if draw(st.booleans()):
        who = {"mention": piece(), "role": draw(st.sampled_from(["actor", "recipient"]))}
        figure = {"count": piece(), "of": draw(st.none() | st.just(piece())), "kind": "killed"}
        event = {
            "trigger": piece(),
            "reported_by": draw(st.none() | st.just(piece())),
            "participants": [who] if draw(st.booleans()) else [],
            "figures": [figure] if draw(st.booleans()) else [],
        }
        labels = {"type": "other", "factuality": draw(st.sampled_from(REAL))}
        odd = draw(st.dictionaries(st.sampled_from([*event, "factuality"]), ODD, max_size=1))
        return article, EVENT, {"sentences": [1], **labels, **event, **odd}
    fields = {
        "source": piece(),
        "cue": piece(),
        "content": [piece(), piece()][: draw(st.integers(0, 2))],
    }
    odd = draw(
        st.dictionaries(st.sampled_from([*fields, "certainty", "polarity"]), ODD, max_size=1)
    )
    plain = {"certainty": "certain", "polarity": draw(st.sampled_from(["positive", "negative"]))}
    return article, CLAIM, {"sentences": [1], **LABELS, **plain, **fields, **odd}


@given(pointed())
@settings(max_examples=400, deadline=None)
def test_reading_on_never_fails_and_never_loses_a_record(
    given_: tuple[Article, Group, dict[str, Any]],
) -> None:
    article, group, record = given_

    def judged(each: Any) -> Judgement:
        return judge(article, group, each)

    before = judged(record)
    read, after = read_on(article, group, record, judged, alone=1)
    assert after.accepted or not before.accepted
    assert len(after.rejected) <= len(before.rejected)
    assert after.verdicts == judged(read).verdicts
    for spans in after.spans.values():
        assert all(article.text[span.start : span.end] == span.exact for span in spans)
