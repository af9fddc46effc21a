"""What brings a claim, who hands it on, when it was said, and how surely."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code, Status
from llmextract.schemas import Claim

LABELS = {
    "speech_act": "report",
    "certainty": "certain",
    "polarity": "positive",
    "verification": "not_addressed",
}


def codes(text: str, cue: str, *content: str, **given: Any) -> dict[str, Code | None]:
    article = Article(text=text)
    sentences = [sentence.number for sentence in article.sentences]
    record = {"sentences": sentences, "cue": cue, "content": [*content], **LABELS, **given}
    (judgement,) = check(article, [record], schema=Claim)
    return {v.path: v.code for v in judgement.verdicts if v.status is Status.REJECTED}


@pytest.mark.parametrize(
    ("text", "cue", "content", "falls"),
    [
        pytest.param(
            "Rebels allegedly fled.", "allegedly", "Rebels allegedly fled", False, id="hearsay"
        ),
        pytest.param(
            "The allegedly stolen car fled.",
            "allegedly",
            "The allegedly stolen car fled",
            True,
            id="of-a-noun",
        ),
        pytest.param("Roe said it fell.", "said", "it fell", False, id="verb"),
        pytest.param("She said it would fall.", "would", "it would fall", True, id="auxiliary"),
        pytest.param("She said it fell.", "She", "it fell", True, id="pronoun"),
        pytest.param("The commander said it fell.", "commander", "it fell", True, id="people"),
        pytest.param("To Roe, it fell.", "To", "it fell", False, id="preposition"),
        pytest.param("“It fell,” Roe said after Hale left.", "said", "Hale left", True, id="after"),
        pytest.param(
            "Roe said after Hale left that it fell.", "said", "that it fell", False, id="behind"
        ),
    ],
)
def test_a_cue_brings_what_is_said(text: str, cue: str, content: str, *, falls: bool) -> None:
    hedge = {"certainty": "underspecified", "certainty_cue": cue} if cue == "allegedly" else {}
    assert (codes(text, cue, content, **hedge).get("cue") is Code.MISATTACHED) is falls


@pytest.mark.parametrize(
    ("source", "falls"),
    [
        pytest.param("The army", False, id="name"),
        pytest.param("was enough to hold", True, id="clause"),
        pytest.param("I do not think that men", True, id="clause-of-a-pronoun"),
        pytest.param("The army said the town fell", True, id="holds-what-is-said"),
    ],
)
def test_a_clause_says_nothing(source: str, *, falls: bool) -> None:
    text = "That was enough to hold. I do not think that men left. The army said the town fell."
    assert ("source" in codes(text, "said", "the town fell", source=source)) is falls


@pytest.mark.parametrize(
    ("pieces", "refused"),
    [
        pytest.param(["the bridge fell", "and"], {"content[1]"}, id="small"),
        pytest.param(["the", "road"], {"content[0]"}, id="article"),
        pytest.param(
            ["bridge", "fell", "road"], {"content[0]", "content[1]", "content[2]"}, id="single"
        ),
        pytest.param(["the bridge fell", "burned"], set[str](), id="piece"),
    ],
)
def test_pieces_that_say_nothing_are_no_speech(pieces: list[str], refused: set[str]) -> None:
    text = "Roe said the bridge fell and the road burned."
    found = codes(text, "said", *pieces)
    assert {path for path, code in found.items() if code is Code.UNREADABLE} == refused


@pytest.mark.parametrize(
    ("text", "source", "falls"),
    [
        ("He told a crowd in Kelmar that it fell.", "Kelmar", True),
        ("He told men of the Dorva Front that it fell.", "Dorva Front", True),
        ("He told a crowd in Kelmar that it fell.", "He", False),
        ("As told by the Kelmar Post, it fell.", "Kelmar Post", False),
    ],
)
def test_who_is_told_says_nothing(text: str, source: str, *, falls: bool) -> None:
    expected = {"source": Code.MISATTACHED} if falls else {}
    assert codes(text, "told", "it fell", source=source) == expected


def test_who_is_named_behind_after_says_nothing() -> None:
    text = "“It fell,” said Roe after Hale had left, and he wept."
    said = "“It fell,” Roe said after Hale had left."
    assert codes(text, "said", "It fell", source="Roe") == {}
    assert codes(said, "said", "It fell", source="Hale") == {"source": Code.MISATTACHED}


@pytest.mark.parametrize(("outlet", "falls"), [("Kelmar Post", False), ("Dorva", True)])
def test_no_outlet_stands_in_what_is_said_alone(outlet: str, *, falls: bool) -> None:
    found = codes(
        "Roe told the Kelmar Post that rebels left Dorva.",
        "told",
        "that rebels left Dorva",
        relayed_by=[outlet],
    )
    assert found == ({"relayed_by[0]": Code.MISATTACHED} if falls else {})


@pytest.mark.parametrize(
    ("text", "content", "time", "falls"),
    [
        (
            "Roe, on Friday, said that rebels left on Monday.",
            "that rebels left on Monday",
            "Monday",
            True,
        ),
        (
            "Roe, on Friday, said that rebels left on Monday.",
            "that rebels left on Monday",
            "Friday",
            False,
        ),
        ("Roe said that rebels left on Monday.", "that rebels left on Monday", "Monday", True),
    ],
)
def test_a_time_of_what_is_said_is_not_that_of_the_saying_beside_it(
    text: str, content: str, time: str, *, falls: bool
) -> None:
    expected = {"time": Code.MISATTACHED} if falls else {}
    assert codes(text, "said", content, time=time) == expected


@pytest.mark.parametrize(
    ("text", "cue", "content", "falls"),
    [
        ("He is widely believed to have left.", "is widely believed", "to have left", True),
        ("They hunt a man believed to have left.", "believed", "to have left", True),
        ("Roe believed to have left it.", "believed", "to have left it", True),
        ("Roe has believed that it fell.", "has believed", "that it fell", True),
        ("Hale believed it fell.", "believed", "it fell", True),
        ("It was believed by Roe that it fell.", "was believed", "that it fell", True),
        ("Hale is convinced that it fell.", "is convinced", "that it fell", False),
        ("Hale did not believe that it fell.", "did not believe", "that it fell", False),
        ("Hale considers it a plot.", "considers", "it a plot", False),
        ("Hale expects all to pay.", "expects", "all to pay", False),
        ("The plan is considered a plot.", "is considered", "a plot", False),
    ],
)
def test_what_somebody_believes_is_open(text: str, cue: str, content: str, *, falls: bool) -> None:
    refused = codes(text, cue, content, speech_act="assess")
    assert refused == ({"certainty": Code.CONTRADICTED} if falls else {})


@pytest.mark.parametrize(
    ("text", "content", "cue", "falls"),
    [
        ("Roe said it may fall.", "it may fall", "may", False),
        ("Roe said a deal is possible.", "a deal is possible", "possible", False),
        (
            "Rain may come to the north of Norland, Hale wrote; Roe said it fell.",
            "it fell",
            "may",
            True,
        ),
        ("Roe said rebels may be leaving.", "leaving", "may", False),
        ("Roe said that the town might have fallen.", "the town", "might", False),
    ],
)
def test_a_hedge_leaves_open_what_is_said(
    text: str, content: str, cue: str, *, falls: bool
) -> None:
    found = codes(text, "said", content, certainty="possible", certainty_cue=cue)
    assert found == ({"certainty": Code.CUE_MISSING} if falls else {})


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        ("it will fall in a few weeks", True),
        ("it fell by the end of May", True),
        ("she is a disgrace", True),
        ("only two bridges fell", True),
        ("less than ten bridges fell", True),
        ("few bridges fell", False),
        ("it is unclear", False),
        ("no bridge fell", False),
    ],
)
def test_what_denies_nothing_is_not_negative(content: str, *, falls: bool) -> None:
    found = codes(f"Roe said {content}.", "said", content, polarity="negative")
    assert found == ({"polarity": Code.CONTRADICTED} if falls else {})


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kelmar", Code.MISATTACHED),
        ("them", Code.UNREADABLE),
        ("Ilan Roe", None),
    ],
)
def test_a_place_is_nobody_who_speaks(name: str, code: Code | None) -> None:
    text = "Ilan Roe met them in Kelmar. He said later it fell."
    found = codes(text, "said", "it fell", source="He", source_name=name)
    assert found == ({} if code is None else {"source_name": code})


def test_a_title_may_stand_beside_its_name_at_any_place() -> None:
    from llmextract.schemas import Actor

    text = "They met Ana Sol, wife of Jon Sol, Ilan Roe and his wife Mara Roe."
    record = {"name": "Mara Roe", "title": "wife", "kind": "individual", "type": "other"}
    (judgement,) = check(Article(text=text), [{"sentences": [1], **record}], schema=Actor)
    assert not [v for v in judgement.verdicts if v.status is Status.REJECTED]


@pytest.mark.parametrize(
    ("content", "falls"),
    [
        pytest.param(["it fell", "Roe"], {"content[1]"}, id="who-says-so"),
        pytest.param(["it fell", "said"], {"content[1]"}, id="words-of-saying"),
        pytest.param(["Roe", "said"], {"content[0]", "content[1]", ""}, id="nothing-else"),
        pytest.param(["it fell"], set[str](), id="what-is-said"),
    ],
)
def test_who_says_so_is_not_what_is_said(content: list[str], falls: set[str]) -> None:
    record = {"sentences": [1], "source": "Roe", "cue": "said", "content": content, **LABELS}
    (judgement,) = check(Article(text="Roe said that it fell."), [record], schema=Claim)
    refused = {v.path for v in judgement.verdicts if v.status is Status.REJECTED}
    assert refused - {"source", "cue"} == falls - {""}
    assert judgement.accepted is ("" not in falls)


@pytest.mark.parametrize(
    ("content", "denied"),
    [
        ("thousands were displaced", False),
        ("unrest went on", False),
        ("the war has ended", False),
        ("the deal is unfounded", True),
        ("they dispute the deal", True),
        ("the deal was not signed", True),
    ],
)
def test_what_only_looks_like_a_denial_is_none(content: str, *, denied: bool) -> None:
    text = f"Roe said that {content}."
    found = codes(text, "said", content, source="Roe", polarity="negative")
    assert found.get("polarity") is (None if denied else Code.CONTRADICTED)
