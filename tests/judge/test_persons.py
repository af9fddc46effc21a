"""Other names of a person, what a person belongs to, and the titles he has."""

from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.verdict import Code, Status
from llmextract.schemas import Actor

LABELS = {"kind": "individual", "type": "other"}


def codes(text: str, name: str, **given: Any) -> dict[str, Code | None]:
    article = Article(text=text)
    sentences = [sentence.number for sentence in article.sentences]
    record = {"sentences": sentences, "name": name, **LABELS, **given}
    (judgement,) = check(article, [record], schema=Actor)
    return {v.path: v.code for v in judgement.verdicts if v.status is Status.REJECTED}


TALKS = (
    "Mayor Ilan Roe met Anna Hale in Kelmar. Hale, who leads the Dorva Front, said that it failed."
    " The Iron Fox, as Kelmar knows him, left early. The US Embassy said nothing."
)


@pytest.mark.parametrize(
    ("text", "name", "alias", "falls"),
    [
        pytest.param(TALKS, "Ilan Roe", "Anna Hale", True, id="full-name"),
        pytest.param(TALKS, "Ilan Roe", "Hale", True, id="surname"),
        pytest.param(TALKS, "Anna Hale", "Ilan Roe", True, id="by-office"),
        pytest.param(TALKS, "Anna Hale", "Hale", False, id="own-surname"),
        pytest.param(
            "Mayor Ilan Roe left. President Hale did not.",
            "Ilan Roe",
            "Hale",
            True,
            id="office-and-surname",
        ),
        pytest.param(
            "Mayor Ilan Zelenki left. President Zelensky did.",
            "Ilan Zelenki",
            "Zelensky",
            False,
            id="spelt-otherwise",
        ),
        pytest.param(
            "Anna and Illan Roe left. Ilan Roe returned.", "Ilan Roe", "Anna", True, id="sister"
        ),
        pytest.param(TALKS, "Ilan Roe", "The Iron Fox", False, id="nickname"),
        pytest.param(
            "Ilan Roe, also known as Abu Kel, left. Roe returned.",
            "Ilan Roe",
            "Abu Kel",
            False,
            id="known-as",
        ),
        pytest.param(
            "Mayor Ilan Roe left. Roe rented it under the name “Abu Kel”.",
            "Ilan Roe",
            "Abu Kel",
            False,
            id="used-a-name",
        ),
        pytest.param(
            "Ilan Roe, the Kelmar Lion, left. Roe returned.",
            "Ilan Roe",
            "Kelmar Lion",
            False,
            id="apposition",
        ),
        pytest.param(
            "The Dorva Front left. Northern Union fighters fled.",
            "Dorva Front",
            "Northern Union",
            True,
            id="bodies",
        ),
    ],
)
def test_another_person_is_no_other_name(text: str, name: str, alias: str, *, falls: bool) -> None:
    expected = {"aliases[0]": Code.MISATTACHED} if falls else {}
    kind = "organization" if "Front" in name else "individual"
    assert codes(text, name, aliases=[alias], kind=kind) == expected


@pytest.mark.parametrize(
    ("member_of", "code"),
    [
        ("Ilan Roe", Code.MISATTACHED),
        ("said", Code.UNREADABLE),
        ("who", Code.UNREADABLE),
        ("leads", None),
        ("Dorva Front", None),
        ("US Embassy", Code.MISATTACHED),
    ],
)
def test_nobody_is_a_member_of_a_person_or_of_nothing(member_of: str, code: Code | None) -> None:
    found = codes(TALKS, "Anna Hale", member_of=member_of)
    assert found == ({} if code is None else {"member_of": code})


@pytest.mark.parametrize(
    ("alias", "falls"),
    [
        ("and", True),
        ("he", False),
        ("heavily", True),
        ("moved", True),
        ("directing", True),
        ("wounded", False),
    ],
)
def test_what_names_nobody_is_no_other_name(alias: str, *, falls: bool) -> None:
    text = (
        "Ilan Roe moved and was heavily hit while directing rebels near Dorva. Then he was among"
        " the wounded whom the US flew out."
    )
    expected = {"aliases[0]": Code.UNREADABLE} if falls else {}
    assert codes(text, "Ilan Roe", aliases=[alias]) == expected


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("Kelmar police officer Ilan Roe left.", "police", Code.MISATTACHED),
        ("Kelmar police officer Ilan Roe left.", "police officer", None),
        ("Ilan Roe, a police officer, left.", "police", Code.MISATTACHED),
        ("Kelmar Gov. Ilan Roe left.", "Kelmar", Code.MISATTACHED),
        ("The president’s adviser Ilan Roe left.", "president", Code.MISATTACHED),
        ("Defense Minister and chief envoy Ilan Roe left.", "Defense Minister", None),
        ("Panel Chairman Rep. Ilan Roe left.", "Chairman", None),
        ("Ilan Roe, head of the Dorva school, left.", "of the Dorva school", Code.UNREADABLE),
        ("Ilan Roe, owner of a farm, left.", "owner of a", Code.UNREADABLE),
        ("Ilan Roe, head of the Dorva school, left.", "head of the Dorva school", None),
        ("Under secretary Ilan Roe left.", "Under secretary", None),
        ("Ilan Roe, a farmer, works in Dorva.", "Dorva", Code.UNREADABLE),
        ("It was built by the German company Kelbau in 1956.", "German company", None),
        ("Ilan Roe, a farmer, who left, returned.", "who", Code.UNREADABLE),
        ("Ilan Roe, a farmer, was badly hurt.", "badly", Code.UNREADABLE),
        ("Retired Ilan Roe was hurt.", "Retired", None),
    ],
    ids=str,
)
def test_a_title_is_whole_and_names_an_office(text: str, title: str, code: Code | None) -> None:
    name = "Kelbau" if "Kelbau" in text else "Ilan Roe"
    kind = "organization" if name == "Kelbau" else "individual"
    refused = codes(text, name, title=title, kind=kind)
    assert refused == ({} if code is None else {"title": code})


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("Mayor Anna Hale left. Roe did not.", True),
        ("Mayor Anna Hale left. Hale, known as Roe, did not.", False),
        ("The mayor left. Roe did not.", False),
        ("Mayor Ilan Roe left. Roe did not.", False),
    ],
)
def test_a_title_of_another_sentence_is_of_whom_it_stands_beside(text: str, *, falls: bool) -> None:
    title = "Mayor" if "Mayor" in text else "mayor"
    expected = {"title": Code.MISATTACHED} if falls else {}
    assert codes(text, "Roe", title=title) == expected
