"""Times, people, things and sayings are no events, and no deed is somebody."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, Factuality, Polarity, check
from llmextract.schemas import Event


@pytest.mark.parametrize(
    ("text", "trigger", "falls"),
    [
        ("Roe will leave before the end of the rainy season.", "end of the rainy season", True),
        ("Roe will leave before the end of the year.", "before the end of the year", True),
        ("Roe left in the morning.", "in the morning", True),
        ("Roe left before the end of the siege.", "end of the siege", False),
        ("Roe left after the night raid.", "night raid", False),
        ("Roe held a march on Dorva.", "march", False),
        ("The season began in Dorva.", "season began", False),
        ("Roe left during the attack on Monday.", "attack on Monday", False),
    ],
)
def test_a_time_tells_no_event(text: str, trigger: str, *, falls: bool) -> None:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert ("trigger" in {row.path for row in judgement.rejected}) is falls


def is_event(text: str, trigger: str) -> bool:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return "trigger" not in {row.path for row in judgement.rejected}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("A suicide bomber blew himself up.", "suicide bomber", id="people"),
        pytest.param(
            "They were trained as soldiers, clerks and guards.", "soldiers, clerks", id="several"
        ),
        pytest.param("Norland press director Ada Roe said so.", "press director", id="title"),
        pytest.param("Roe is a self-proclaimed leader.", "self-proclaimed leader", id="leader"),
        pytest.param("They hit 13 supply routes.", "supply", id="what-routes-are-for"),
        pytest.param("Troops held the 40 defensive positions.", "defensive positions", id="things"),
        pytest.param("Roe spoke of the number of munitions.", "number of munitions", id="amount"),
        pytest.param("We work for peace and stability.", "peace and stability", id="state"),
        pytest.param("Roe came and began by saying no.", "and began by saying", id="saying"),
        pytest.param("Roe noted that charging papers were late.", "noted that charging papers"),
        pytest.param("According to the report, Roe is ill.", "According to the report", id="cited"),
    ],
)
def test_by_people_things_and_sayings_nothing_happens(text: str, trigger: str) -> None:
    assert not is_event(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("They wanted to arm residents.", "arm residents", id="verb"),
        pytest.param("A toll of 54 dead was given.", "54 dead", id="befallen"),
        pytest.param("The transfer of power began.", "transfer", id="ends-as-people-do"),
        pytest.param("They will supply weapons.", "supply", id="verb-with-an-object"),
        pytest.param("After a mine killed Roe, they left.", "mine", id="goes-off"),
        pytest.param("They held peace talks.", "peace talks", id="talks"),
        pytest.param("Roe called on Hale to leave.", "called on", id="asks"),
        pytest.param("The army added 20 troops.", "added", id="no-saying"),
        pytest.param("Roe said that he was ill.", "said", id="statement"),
        pytest.param("Roe told Hale to leave.", "told Hale to leave", id="orders"),
        pytest.param("Strikes that kill civilians must end.", "Strikes that kill", id="that"),
        pytest.param("They said that attacks rose.", "said that attacks", id="that-attacks"),
        pytest.param("Roe was a victim.", "was a victim", id="victim"),
        pytest.param("The first attack helicopters struck.", "struck", id="strike"),
        pytest.param("The border crossing took an hour.", "border crossing", id="crossing"),
        pytest.param("An attack on the base began.", "attack on the base", id="deed"),
    ],
)
def test_by_deeds_something_does(text: str, trigger: str) -> None:
    assert is_event(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "role", "falls"),
    [
        ("Norland conducted airstrikes.", "conducted", "airstrikes", "recipient", True),
        ("Roe survived an attack.", "survived", "an attack", "recipient", True),
        ("Roe sought his early release.", "sought", "his early release", "recipient", True),
        ("The airstrikes destroyed a mill.", "destroyed", "airstrikes", "actor", False),
        ("They attacked a vigil in Dorva.", "attacked", "a vigil", "recipient", False),
        ("They attacked the attack group.", "attacked", "the attack group", "recipient", False),
    ],
)
def test_nothing_is_done_to_a_deed(
    text: str, trigger: str, who: str, role: str, *, falls: bool
) -> None:
    record = {"sentences": [1], "trigger": trigger, "type": "other", "factuality": "occurred"}
    record |= {"participants": [{"mention": who, "role": role}]}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    assert ("participants[0].mention" in {row.path for row in judgement.rejected}) is falls


class Ordered(BaseModel):
    """What somebody ordered, and maybe how real it is."""

    what: str
    real: Annotated[Literal["occurred", "planned"] | None, Factuality("what")] = None


@pytest.mark.parametrize(("real", "fallen"), [(None, []), ("occurred", ["what"])])
def test_only_what_is_labelled_as_real_must_happen(real: str | None, fallen: list[str]) -> None:
    record = {"sentences": [1], "what": "jets", "real": real}
    (judgement,) = check(Article("Roe ordered ten jets."), [record], schema=Ordered)
    assert [row.path for row in judgement.rejected] == fallen


class Ruled(BaseModel):
    """What somebody says of something."""

    cue: str
    said: Annotated[list[str], Beside("cue", within="speech")]
    way: Annotated[Literal["positive", "negative"], Polarity("said")]


def test_what_is_ruled_out_is_negative() -> None:
    record = {"sentences": [1], "cue": "ruled out", "said": ["arson as the cause"]}
    article = Article("Roe ruled out arson as the cause.")
    (judgement,) = check(article, [{**record, "way": "negative"}], schema=Ruled)
    assert judgement.rejected == ()


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("rebels knew of the failed raid", False),
        ("the raid failed", True),
        ("no raid failed", True),
    ],
)
def test_what_a_noun_alone_is_called_denies_nothing(said: str, *, stands: bool) -> None:
    record = {"sentences": [1], "cue": "said", "said": [said], "way": "negative"}
    (judgement,) = check(Article(f"Roe said {said}."), [record], schema=Ruled)
    assert ("way" not in {row.path for row in judgement.rejected}) is stands
