"""Who, where and how many of another sentence that the one of an event takes up, or does not."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Event


def fallen(text: str, trigger: str, **fields: object) -> list[str]:
    """The paths that fall of an event that cites the whole of a text."""
    article = Article(text=text)
    record = {
        "sentences": list(range(1, len(article.sentences) + 1)),
        "trigger": trigger,
        "type": "other",
        "factuality": "occurred",
        **fields,
    }
    (judgement,) = check(article, [record], schema=Event)
    return [row.path for row in judgement.rejected if not row.path.startswith("type")]


def who(mention: str, role: str = "actor") -> dict[str, object]:
    return {"participants": [{"mention": mention, "role": role}]}


@pytest.mark.parametrize(
    ("text", "trigger", "fields"),
    [
        pytest.param(
            "Armed factions of Hale entered Dorva. Three mills were seized by the factions.",
            "seized",
            who("Armed factions of Hale"),
            id="noun-again",
        ),
        pytest.param(
            "The Hale Guard met Roe in Oria. Both groups have been trapped in Dorva for years.",
            "have been trapped",
            who("the Hale Guard", "recipient"),
            id="both-groups",
        ),
        pytest.param(
            "The Hale Guard left Oria. It shelled Dorva on Monday.",
            "shelled",
            who("Hale Guard"),
            id="it-for-a-body",
        ),
        pytest.param(
            "Guards of Hale left Oria. They shelled Dorva on Monday.",
            "shelled",
            who("Guards of Hale"),
            id="they-for-several",
        ),
        pytest.param(
            "The army of Norland crossed the Oria. Its offensive has lasted three weeks.",
            "offensive",
            who("army of Norland"),
            id="its-deed",
        ),
        pytest.param(
            "Government forces hold Dorva. Heavy fighting broke out, with Roe in fear.",
            "fighting broke out",
            who("Government forces"),
            id="deed-without-parties",
        ),
        pytest.param(
            "The Oria coalition flew five missions. These strikes destroyed two tunnels.",
            "destroyed",
            who("Oria coalition"),
            id="these-strikes",
        ),
        pytest.param(
            "The HGF and its allies failed to capture Dorva. Clashes pushed the HGF back.",
            "Clashes",
            who("HGF and its allies"),
            id="named-again",
        ),
        pytest.param(
            "The town of Dorva has changed hands. The rebels stormed it in May.",
            "stormed",
            {"places": ["Dorva"]},
            id="it-for-a-town",
        ),
        pytest.param(
            "He will call at the Dorva hospital on Friday. Doctors there treated 29 men.",
            "treated",
            {"places": ["Dorva hospital"]},
            id="there",
        ),
        pytest.param(
            "Rebels fled from Kelmar in Dorva. The army seized the town on Friday.",
            "seized",
            {"places": ["Kelmar"]},
            id="the-town",
        ),
        pytest.param(
            "Guards in Dorva found a hideout. The guards have destroyed the hideout.",
            "destroyed",
            {"places": ["Dorva"]},
            id="what-was-found-there",
        ),
        pytest.param(
            "Rebels took 18 villages in May. Among the villages seized are Dorva and Oria.",
            "seized",
            {"figures": [{"count": "18", "of": "villages", "kind": "places"}]},
            id="what-was-counted",
        ),
    ],
)
def test_what_a_sentence_may_take_up_stands(
    text: str, trigger: str, fields: dict[str, object]
) -> None:
    assert fallen(text, trigger, **fields) == []


@pytest.mark.parametrize(
    ("text", "trigger", "fields"),
    [
        pytest.param(
            "The Hale Guard left Oria. Norland banned the party in May.",
            "banned",
            who("Hale Guard"),
            id="own-subject",
        ),
        pytest.param(
            "Ada Roe left Oria. Her husband was abducted in May.",
            "was abducted",
            who("Ada Roe", "recipient"),
            id="own-sufferer",
        ),
        pytest.param(
            "Two guards spoke. A court is to decide whether to remand him in May.",
            "remand",
            who("Two guards", "recipient"),
            id="him-for-several",
        ),
        pytest.param(
            "A mob burned a car. Police arrested 13 persons on Thursday.",
            "arrested",
            who("A mob"),
            id="new-subject",
        ),
        pytest.param(
            "Police arrested 13 persons on Thursday. A mob burned a car in Dorva.",
            "arrested",
            who("A mob"),
            id="named-only-later",
        ),
        pytest.param(
            "Government forces hold Dorva. Fighting between the Front and Hale goes on.",
            "Fighting",
            who("Government forces"),
            id="deed-with-parties",
        ),
        pytest.param(
            "Roe spoke in Kelmar. Fighting has raged for weeks around Dorva.",
            "Fighting",
            {"places": ["Kelmar"]},
            id="place-of-its-own",
        ),
        pytest.param(
            "A march is planned to Kelmar. Roe met Hale at the port of Dorva.",
            "met",
            {"places": ["Kelmar"]},
            id="the-port-of-another",
        ),
        pytest.param(
            "A doctor spoke in Dorva. There is fear that men of Oria fled.",
            "fled",
            {"places": ["Dorva"]},
            id="there-is",
        ),
        pytest.param(
            "Rebels took 18 villages in May. Two men were seized on Friday.",
            "seized",
            {"figures": [{"count": "18", "of": None, "kind": "places"}]},
            id="counted-elsewhere",
        ),
    ],
)
def test_what_a_sentence_does_not_take_up_falls(
    text: str, trigger: str, fields: dict[str, object]
) -> None:
    assert fallen(text, trigger, **fields) != []


@pytest.mark.parametrize(
    ("toll", "count", "kind", "falls"),
    [
        ("The driver was killed and his three sons were badly hurt.", "three", "injured", False),
        ("Ten guards were killed and as many as 60 wounded.", "as many as 60", "injured", False),
        ("Four are in a critical condition.", "Four", "injured", False),
        ("Ten guards were killed in Kelmar.", "Ten", "killed", True),
        ("Ten guards were killed by a mine.", "Ten", "killed", True),
        ("Ten guards were killed and Roe fled.", "Ten", "killed", True),
    ],
)
def test_a_sentence_behind_may_tell_whom_it_befell(
    toll: str, count: str, kind: str, *, falls: bool
) -> None:
    figures = {"figures": [{"count": count, "kind": kind}]}
    text = f"A bomb exploded in Dorva before dawn. {toll}"
    assert ("figures[0].count" in fallen(text, "exploded", **figures)) == falls
