"""What is only talked of, wished for, awaited or feared has not occurred."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Factuality, check


class Deed(BaseModel):
    """A deed, with no label for what goes on."""

    verb: str
    real: Annotated[Literal["occurred", "planned", "possible", "negated"], Factuality(of="verb")]


def falls(text: str, verb: str, label: str) -> bool:
    record = {"sentences": [1], "verb": verb, "real": label}
    (judgement,) = check(Article(text=text), [record], schema=Deed)
    return "real" in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Norland is in exclusive talks with Hale to sell a mill.", "sell"),
        ("Roe denied being in talks to succeed her.", "succeed"),
        ("Norland has denied that it is interested in buying the mill.", "buying"),
        ("Hale will take over until parliament elects a speaker in May.", "elects"),
        ("Sixty men are feared dead.", "feared dead"),
        ("Ten men are feared drowned.", "drowned"),
        ("The crew had been due back in May.", "due back"),
        ("Norland is to shut 38 shops and lay off 1,100 staff.", "lay off"),
        ("The board had “no plans whatsoever” to split the firm.", "split"),
        ("If the dam at Orla Creek fails, men will move.", "fails"),
        ("Men will move if the dam at Orla fails.", "fails"),
        ("The next flight, with ten men on board, is due in May.", "flight"),
        ("He dismissed as “fake news” claims on the radio that Roe had died.", "died"),
    ],
)
def test_what_is_foreseen_has_not_occurred(text: str, verb: str) -> None:
    assert falls(text, verb, "occurred")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Roe met Hale in talks to discuss a truce.", "discuss"),
        ("Roe led it until parliament elected a speaker.", "elected"),
        ("The talks, in Dorva on Monday, were held.", "talks"),
        ("If the probe into police killings in Dorva ends, Roe will leave.", "killings"),
        ("If the raid on Dorva succeeds, Roe will leave.", "raid"),
        ("The raid, with ten dead, was over.", "raid"),
        ("Norland shut 38 shops and laid off staff.", "laid off"),
        ("Roe is demanding ten pounds.", "is demanding"),
        ("Roe was due to leave, and left.", "left"),
        ("Men feared that Roe had died.", "feared"),
        ("Roe assumed command in May.", "assumed command"),
    ],
)
def test_what_was_so_may_have_occurred(text: str, verb: str) -> None:
    assert not falls(text, verb, "occurred")


@pytest.mark.parametrize(
    ("text", "verb", "label"),
    [
        ("The firm is not planning any takeovers.", "takeovers", "planned"),
        ("No jobs will be lost in Dorva.", "lost", "planned"),
        ("Roe has no plans at all to leave.", "leave", "planned"),
        ("Roe was charged with leaking secrets.", "leaking", "negated"),
        ("Roe leaked secrets.", "leaked", "possible"),
    ],
)
def test_a_label_that_the_words_deny_falls(text: str, verb: str, label: str) -> None:
    assert falls(text, verb, label)


@pytest.mark.parametrize(
    ("text", "verb", "label"),
    [
        ("The firm is planning some takeovers.", "takeovers", "planned"),
        ("Ten jobs will be lost in Dorva.", "lost", "planned"),
        ("He dismissed as “fake news” claims on the radio that Roe had died.", "died", "negated"),
    ],
)
def test_a_label_that_the_words_leave_open_stands(text: str, verb: str, label: str) -> None:
    assert not falls(text, verb, label)
