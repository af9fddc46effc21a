"""Names read without the office that stands before them."""

import json

import pytest

from llmextract import Article, Extractor
from llmextract.judge.titled import part_title
from llmextract.schemas import Actor
from llmextract.testing import ScriptedModel


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("President Roe", ("President", "Roe")),
        ("Norlandian President Ilan al-Roe", ("Norlandian President", "Ilan al-Roe")),
        ("Supreme Leader Ilan Roe", ("Supreme Leader", "Ilan Roe")),
        ("Norland’s Supreme Leader Ilan Roe", ("Supreme Leader", "Ilan Roe")),
        ("Vice President Anna Hale", ("Vice President", "Anna Hale")),
        ("Lt. Col. Ilan Roe", ("Lt. Col.", "Ilan Roe")),
        ("Crown Prince Oren bin Roe", ("Crown Prince", "Oren bin Roe")),
        ("Foreign Ministry spokesperson Anna Hale", ("Foreign Ministry spokesperson", "Anna Hale")),
        ("activist Ilan Roe", ("activist", "Ilan Roe")),
        ("President-elect Roe", ("President-elect", "Roe")),
    ],
)
def test_an_office_before_a_name_is_parted_from_it(name: str, parted: tuple[str, str]) -> None:
    assert part_title(name) == parted


@pytest.mark.parametrize(
    "name",
    [
        "Ilan Roe",
        "Stephen King Roe",
        "Larry King",
        "Norlandian President",
        "Prime Minister",
        "President Roe's lawyer",
        "Mr. Roe",
        "head of the Dorva Front Ilan Roe",
        "Roe",
        "military source",
    ],
)
def test_what_is_no_office_before_a_name_stays_with_it(name: str) -> None:
    assert part_title(name) is None


def read(text: str, name: str, kind: str, title: str | None = None) -> list[tuple[str, str | None]]:
    record = {"sentences": [1], "name": name, "title": title, "kind": kind, "type": "other"}
    model = ScriptedModel(lambda _: json.dumps([record]))
    extraction = Extractor(Actor, model=model, grammar=True, window=1).extract(Article(text=text))
    return [(row.value.name, row.value.title) for row in extraction.records]


@pytest.mark.parametrize(
    ("text", "name", "kind", "told"),
    [
        ("President Ilan Roe left.", "President Ilan Roe", "individual", ("Ilan Roe", "President")),
        ("It is of General Roe's army.", "General Roe", "individual", ("Roe", "General")),
        (
            "The President Hotel closed.",
            "President Hotel",
            "organization",
            ("President Hotel", None),
        ),
        ("General Electric left.", "General Electric", "organization", ("General Electric", None)),
    ],
)
def test_a_person_is_read_without_the_office(
    text: str, name: str, kind: str, told: tuple[str, str | None]
) -> None:
    assert read(text, name, kind) == [told]


def test_a_title_that_is_given_stays() -> None:
    told = read("President Ilan Roe left.", "President Ilan Roe", "individual", "President")
    assert told == [("Ilan Roe", "President")]


def test_a_body_is_read_without_the_channel_that_it_speaks_on() -> None:
    text = "The Dorva Operations Department on Telegram said that it fell."
    name = "Dorva Operations Department on Telegram"
    assert read(text, name, "organization") == [("Dorva Operations Department", None)]
