"""Markers that can hold their field to nothing are said before anybody is asked."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel

from llmextract import (
    Anywhere,
    Beside,
    Counts,
    CuedBy,
    Factuality,
    Named,
    Paraphrase,
    Parts,
    Polarity,
    Speaker,
)
from llmextract.ask.derive import derive
from llmextract.ask.shape import Group, Words
from llmextract.errors import SchemaError


class Share(BaseModel):
    """Who has which side."""

    name: str
    side: Literal["winner", "loser"]


def derived(annotation: Any) -> Group:
    """The shape of a model with a field of words `what` and one of this annotation, `sure`."""
    fields = {"__annotations__": {"what": str, "sure": annotation}, "__module__": __name__}
    return derive(type("Claim", (BaseModel,), fields))


@pytest.mark.parametrize(
    "annotation",
    [
        pytest.param(Annotated[bool, CuedBy("cue")], id="cued-by"),
        pytest.param(Annotated[str, Beside("what", outside="cue")], id="outside"),
        pytest.param(Annotated[str | None, Speaker("cue")], id="speaker"),
        pytest.param(list[Annotated[str, Anywhere(other_than=("what", "cue"))]], id="other-than"),
        pytest.param(Annotated[str, Anywhere(name_of="cue")], id="name-of"),
    ],
)
def test_a_marker_names_a_sibling(annotation: Any) -> None:
    with pytest.raises(SchemaError, match=r"Claim\.sure.*'cue'"):
        derived(annotation)


def test_a_marker_need_name_no_sibling() -> None:
    class Event(BaseModel):
        by: Annotated[str, Speaker()]
        who: Annotated[str, Anywhere()]

    assert derive(Event).slots[1].shape == Words(anywhere=True)


@pytest.mark.parametrize(
    ("annotation", "told"),
    [
        pytest.param(
            Annotated[str, Beside("what", within="near")],  # type: ignore[arg-type]
            "'near', which is none of speech, sentence, clause, subject, phrase",
            id="nearness",
        ),
        pytest.param(
            Annotated[str, Named(never=("persons",))],  # type: ignore[arg-type]
            "'persons', which is none of people, deed, locality, thing, pronoun, clause",
            id="sort-of-name",
        ),
        pytest.param(Annotated[str, Beside("sure")], "names the field itself", id="itself"),
        pytest.param(Annotated[str, Counts("what")], "is for a number", id="counts-words"),
        pytest.param(Annotated[str, Factuality("what")], "is for a label", id="no-label"),
        pytest.param(Annotated[str, CuedBy("what")], "is for a label", id="no-label-cued"),
        pytest.param(
            Annotated[Literal["fresh", "stale"], Factuality("what")],
            r"none of the labels \['fresh', 'stale'\]; it knows .*occurred.*planned",
            id="unknown-factuality",
        ),
        pytest.param(
            Annotated[Literal["for", "against"], Polarity("what")],
            "it knows .*negative.*positive",
            id="unknown-polarity",
        ),
        pytest.param(
            Annotated[list[Share], Parts("what", who="name", role="side")],
            r"\[\]\.side: Parts knows none of .*; it knows actor,",
            id="unknown-part",
        ),
        pytest.param(
            Annotated[list[Share], Parts("what", who="name", role="part")],
            "needs a list of models with a field of words 'name' and one of labels 'part'",
            id="no-such-part",
        ),
    ],
)
def test_a_marker_that_can_hold_nothing_is_said(annotation: Any, told: str) -> None:
    with pytest.raises(SchemaError, match=rf"Claim\.sure.*{told}"):
        derived(annotation)


@pytest.mark.parametrize(
    ("annotation", "told"),
    [
        pytest.param(Annotated[str, Named], "Named is the class of a marker; call it", id="class"),
        pytest.param(
            list[Annotated[str, Speaker]], "Speaker is the class of", id="class-in-a-list"
        ),
        pytest.param(Annotated[int, Named()], r"Named\(.*is for words", id="named-number"),
        pytest.param(Annotated[Literal["a", "b"], Named()], "is for words", id="named-label"),
        pytest.param(Annotated[int, Paraphrase()], "is for words", id="paraphrased-number"),
        pytest.param(Annotated[int, Anywhere()], "is for words", id="number-anywhere"),
        pytest.param(Annotated[int, Speaker("what")], "is for words", id="speaking-number"),
        pytest.param(
            Annotated[Literal["a", "b"], Beside("what")], "hold it with Factuality", id="label"
        ),
        pytest.param(Annotated[list[bool], Beside("what")], "is for words, a figure", id="labels"),
        pytest.param(
            Annotated[bool, Polarity("what")], r"none of the labels \[True, False\]", id="yes-or-no"
        ),
    ],
)
def test_a_marker_stands_on_a_field_of_its_kind(annotation: Any, told: str) -> None:
    with pytest.raises(SchemaError, match=rf"Claim\.sure.*{told}"):
        derived(annotation)


@pytest.mark.parametrize(
    "marker", [Beside("kind"), Speaker("kind"), Beside("what", outside="kind")]
)
def test_a_label_stands_nowhere_for_others_to_be_beside_it(marker: Any) -> None:
    class Claim(BaseModel):
        what: str
        kind: Literal["a", "b"]
        who: Annotated[str, marker]

    with pytest.raises(SchemaError, match=r"Claim\.who.*'kind', which is a label"):
        derive(Claim)


def test_words_of_saying_are_not_what_they_bring() -> None:
    class Turned(BaseModel):
        who: Annotated[str, Beside("cue", within="subject", outside="claim")]
        cue: Annotated[str, Beside("claim", within="speech")]
        claim: str

    with pytest.raises(SchemaError, match=r"Turned\.cue.*on 'claim'"):
        derive(Turned)


@pytest.mark.parametrize(
    "annotation",
    [
        pytest.param(Annotated[bool, Factuality("what")], id="yes-or-no"),
        pytest.param(
            Annotated[Literal["fresh", "stale"], Factuality("what", asserted=("fresh",))],
            id="asserted",
        ),
        pytest.param(Annotated[Literal["Planned", "open"], Factuality("what")], id="one-known"),
        pytest.param(Annotated[list[Annotated[str, Named()]], Beside("what")], id="list"),
    ],
)
def test_a_marker_that_holds_something_is_taken(annotation: Any) -> None:
    assert derived(annotation).slots[1].markers
