"""The second look: what is asked, and what the answer is taken for."""

import json
from enum import Enum
from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from llmextract import Article, Paraphrase, Quantity
from llmextract.ask.conversation import drive
from llmextract.ask.derive import derive
from llmextract.ask.request import Reply, Request
from llmextract.ask.second_look import in_words, is_answer, look, look_request, probability
from llmextract.errors import EndpointError, Failure
from llmextract.testing import ScriptedModel

ARTICLE = Article(text="Rebels seized ${Dorva} {{ x }} on Friday. The army fled.")
REQUEST = look_request(ARTICLE.sentences[:1], "deed: seized", grammar=True)


class Size(Enum):
    BIG = "big"


class Force(BaseModel):
    name: str = Field(description="Who fights.")
    losses: Quantity | None = Field(default=None, description="Its dead.")


class Deed(BaseModel):
    """Something that was done."""

    what: str = Field(description="The words for it.")
    forces: list[Force] = []
    places: list[str] = []
    size: Size | None = None
    summary: Annotated[str, Paraphrase()] | None = None
    leader: Force | None = None


def completed(text: str, *tokens: dict[str, float] | str) -> Reply:
    """A reply whose tokens are words, or places where several were possible."""
    content: list[dict[str, object]] = []
    for token in tokens:
        word = token if isinstance(token, str) else next(iter(token))
        others = {} if isinstance(token, str) else token
        top = [{"token": other, "logprob": weight} for other, weight in others.items()]
        content.append({"token": word, "top_logprobs": top})
    choice = {"message": {"content": text}, "logprobs": {"content": content}}
    raw = json.dumps({"choices": [choice]})
    return Reply(text, raw=raw)


def test_sentences_and_statement_are_shown_as_they_are() -> None:
    shown = REQUEST.messages[-1].content
    assert "[1] Rebels seized ${Dorva} {{ x }} on Friday." in shown
    assert shown.index("[1]") < shown.index("deed: seized")
    assert "army" not in shown


def test_under_a_grammar_a_word_is_all_there_is_room_for() -> None:
    assert (REQUEST.grammar, REQUEST.max_tokens) == ('root ::= "yes" | "no"', 3)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        pytest.param(Reply("yes"), 1.0, id="yes"),
        pytest.param(Reply('{"answer": "no"}'), 0.0, id="object"),
        pytest.param(Reply(" No.\n"), 0.0, id="dressed"),
        pytest.param(completed("yes", {"yes": -0.5, "no": -0.5}), 0.5, id="even"),
        pytest.param(completed("yes", {"yes": -0.1}), 1.0, id="no-other"),
        pytest.param(completed("no", {"no": -1.0, "Yes": -1.0, " yes": -1.0}), 2 / 3, id="forms"),
        pytest.param(
            completed('{"answer": "no"}', '{"answer', '": "', {"no": -2.0, "yes": -2.0}, '"}'),
            0.5,
            id="in-an-object",
        ),
        pytest.param(completed("yes", {"yes": 3.0, "no": -0.1}), 0.0, id="no-probability"),
        pytest.param(completed("yes"), 1.0, id="no-tokens"),
        pytest.param(Reply("yes", raw="[1"), 1.0, id="no-JSON"),
        pytest.param(Reply("yes and no"), None, id="both"),
        pytest.param(Reply("Rebels"), None, id="neither"),
        pytest.param(Reply(None), None, id="empty"),
    ],
)
def test_yes_is_weighed_against_no(reply: Reply, expected: float | None) -> None:
    assert probability(reply) == (None if expected is None else pytest.approx(expected))


def test_an_endpoint_without_probabilities_is_asked_without() -> None:
    def script(request: Request) -> str | EndpointError:
        refused = EndpointError("no logprobs here", kind=Failure.BAD_REQUEST)
        return refused if request.alternatives else "no"

    model = ScriptedModel(script)
    assert drive(look(REQUEST), model.send).probability == 0.0
    assert [request.alternatives for request in model.requests] == [20, None]


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param("perhaps", Failure.BAD_RESPONSE, id="neither"),
        pytest.param(Reply(None, refusal="I will not."), Failure.REFUSED, id="refused"),
        pytest.param(EndpointError("gone", kind=Failure.UNREACHABLE), "unreachable", id="failed"),
    ],
)
def test_what_is_no_answer_is_an_error(reply: Reply | str | EndpointError, kind: str) -> None:
    with pytest.raises(EndpointError) as caught:
        drive(look(REQUEST), ScriptedModel([reply]).send)
    assert caught.value.kind == kind


def test_an_answer_is_one_word_and_nothing_else() -> None:
    assert is_answer('{"answer":"yes"}')
    assert not is_answer('{"records": []}')


def test_a_record_is_said_in_the_words_of_the_article_and_of_its_schema() -> None:
    deed = Deed(
        what="seized",
        forces=[Force(name="A", losses=Quantity(value=12, low=12, high=12)), Force(name="B")],
        places=["Dorva", "Kelmar"],
        size=Size.BIG,
        summary="They took it.",
        leader=Force(name="C"),
    )
    evidence = {"what": "seized", "forces[0].losses": "a dozen", "summary": "Rebels ..."}
    assert in_words(derive(Deed), deed, evidence).splitlines() == [
        "deed: Something that was done.",
        "- what (The words for it): seized",
        "- forces:",
        "  - name (Who fights): A; losses (Its dead): a dozen",
        "  - name: B",
        "- places: Dorva; Kelmar",
        "- size: big",
        "- summary: They took it.",
        "- leader:",
        "  - name (Who fights): C",
    ]
