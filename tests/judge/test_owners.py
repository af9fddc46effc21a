"""Who is only named within the words for another, and on whose side who is."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event
from tests.judge.test_spared import refused

FALSE = [
    pytest.param("Norlandian President Roe met Hale.", "met", "Norlandian", id="cut-out"),
    pytest.param(
        "Clashes went on, Norlandian Foreign Ministry spokesman Roe said.",
        "Clashes",
        "Norlandian",
        id="of-a-title",
    ),
    pytest.param(
        "These statements of Oria came in the bid to end the war.",
        "war",
        "Oria",
        id="statements-of",
    ),
]
TRUE = [
    pytest.param("The Norlandian attacked Roe.", "attacked", "Norlandian", id="a-person"),
    pytest.param("Norland attacked Dorva.", "attacked", "Norland", id="a-state"),
    pytest.param("Norlandian airstrikes hit it.", "airstrikes", "Norlandian", id="whose"),
    pytest.param("Norlandian jets hit Dorva.", "hit", "Norlandian jets", id="whole"),
    pytest.param("The advance of Roe's men went on.", "advance", "Roe's men", id="of-a-deed"),
    pytest.param("The raid by the Guard began.", "raid", "the Guard", id="by"),
]


@pytest.mark.parametrize(("text", "trigger", "who"), FALSE)
def test_who_only_says_something_of_another_takes_no_part(
    text: str, trigger: str, who: str
) -> None:
    assert refused(text, trigger, who, "actor")


@pytest.mark.parametrize(("text", "trigger", "who"), TRUE)
def test_who_is_named_for_himself_takes_part(text: str, trigger: str, who: str) -> None:
    assert not refused(text, trigger, who, "actor")


@pytest.mark.parametrize(
    ("text", "trigger", "who", "is_there"),
    [
        ("The army still controls central Dorva.", "still controls", "central Dorva", True),
        ("The army entered the Dorva countryside.", "entered", "Dorva countryside", True),
        ("They fought rebels for control of the old city.", "fought", "the old city", True),
        ("Rebels shelled the old city.", "shelled", "the old city", False),
        ("The army controls the Guard.", "controls", "the Guard", False),
        ("The army left the Dorva Guard there.", "left", "Dorva Guard", False),
        ("Rebels besieged central Dorva.", "besieged", "central Dorva", False),
    ],
)
def test_what_is_entered_or_held_is_only_where_it_is(
    text: str, trigger: str, who: str, is_there: bool
) -> None:
    assert bool(refused(text, trigger, who)) == is_there


@pytest.mark.parametrize(
    ("text", "trigger", "who", "suffers"),
    [
        ("Jets are slowing down the advance of the rebels.", "slowing down", "the rebels", True),
        ("Jets slowed the advance of rebels.", "slowed the advance", "rebels", True),
        ("We strongly support Orian guards' efforts.", "support", "Orian guards", True),
        ("Roe saw the advance of the rebels.", "saw", "the rebels", False),
        ("Rebels slowed the advance of the army.", "slowed", "Rebels", False),
    ],
)
def test_whose_deed_is_hindered_or_helped_does_not_do_it(
    text: str, trigger: str, who: str, suffers: bool
) -> None:
    assert ("participants[0].role" in refused(text, trigger, who, "actor")) == suffers


def sides(text: str, trigger: str, *who: str) -> list[str]:
    """What is refused of a first that does it, and a second that suffers it."""
    roles = zip(who, ("actor", "recipient"), strict=True)
    parts = [{"mention": mention, "role": role} for mention, role in roles]
    labels = {"type": "other", "factuality": "occurred"}
    record = {"sentences": [1], "trigger": trigger, "participants": parts, **labels}
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return [row.path for row in judgement.rejected if row.path.startswith("participants[1]")]


@pytest.mark.parametrize(
    ("text", "trigger", "first", "second", "path"),
    [
        pytest.param(
            "Rebels captured guards and militiamen during battles.",
            "battles",
            "guards",
            "militiamen",
            "participants[1].role",
            id="taken-together",
        ),
        pytest.param(
            "Ministers of the three guarantors of the Dorva Pact are in contact.",
            "contact",
            "Ministers of the three guarantors",
            "the Dorva Pact",
            "participants[1].mention",
            id="of-what-they-are",
        ),
        pytest.param(
            "Battles raged: guards fought rebels.", "fought", "guards", "rebels", "", id="two-sides"
        ),
        pytest.param(
            "Rebels attacked guards and militiamen.",
            "attacked",
            "Rebels",
            "militiamen",
            "",
            id="of-the-verb",
        ),
        pytest.param(
            "The men of Dorva attacked Kelmar.",
            "attacked",
            "The men of Dorva",
            "Kelmar",
            "",
            id="behind-its-verb",
        ),
    ],
)
def test_who_is_told_with_another_is_on_no_other_side(
    text: str, trigger: str, first: str, second: str, path: str
) -> None:
    assert sides(text, trigger, first, second)[:1] == ([path] if path else [])
