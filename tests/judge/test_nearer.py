"""Figures that their sentence gives to something nearer than what a record joins them to."""

from typing import Annotated

import pytest
from pydantic import BaseModel

import llmextract as lx

_POLL = "Kelmar fell to 22%, while the Front climbed to 18%."
_LIST = "Kelmar took 141 seats, the Alliance 96 and the Front 12."
_SALES = (
    "Sales rose to $3.4 billion from $2.6 billion, while income more than tripled to $610 million."
)
_GOAL = "Sales were lower at 1.02 billion crowns, missing the 1.1 billion target that Hale had set."
_BID = "Hale had demanded $35 million and turned down a bid worth $21 million."
_SHOPS = "The firm is to shut 38 of its 290 shops and lay off about 1,100 staff."
_FINAL = "They drew 2-2 in the final, which Dorva won 5-4 on penalties."
_SWUNG = "The mill swung to a loss of 62 million crowns in May from a profit of 15 million."
_LOWER = "Hale cut his goal for profit to between 1.6 and 1.7 billion from a previous 1.9 billion."
_CUT = "Ministers cut quotas by 12%, less than the 20% that Hale had urged."


class Told(BaseModel):
    """Figures that stand with words of any kind."""

    told: str
    figure: Annotated[lx.Quantity | None, lx.Beside("told", within="clause")] = None
    other: Annotated[lx.Quantity | None, lx.Beside("told", within="clause")] = None
    score: Annotated[str | None, lx.Beside("told", within="clause")] = None


def falls(text: str, **record: str) -> list[str]:
    """The fields of a record that fall."""
    (judgement,) = lx.check(lx.Article(text), [{"sentences": [1], **record}], schema=Told)
    return [rejection.path for rejection in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_POLL, "Kelmar", "18%"),
        (_POLL, "the Front", "22%"),
        ("Kelmar fell to 22% and the Front climbed to 18%.", "Kelmar", "18%"),
        ("Kelmar fell to 22%; the Front climbed to 18%.", "the Front", "22%"),
        ("Shares in Hale Mills dropped 7%, while Roe Mills gained 2%.", "Shares", "2%"),
        ("Hale led the race, and turnout climbed to 40%.", "Hale", "40%"),
        (_SALES, "Sales", "$610 million"),
        (_SALES, "income", "$3.4 billion"),
    ],
)
def test_a_figure_behind_the_subject_of_another_clause_is_not_of_a_subject(
    text: str, told: str, figure: str
) -> None:
    assert falls(text, told=told, figure=figure) == ["figure"]


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_POLL, "Kelmar", "22%"),
        (_POLL, "the Front", "18%"),
        (_SALES, "Sales", "$3.4 billion"),
        (_SALES, "income", "$610 million"),
        # The other clause takes it up, or has no subject that could have a share.
        ("Hale led the race, while pollsters gave him 40%.", "Hale", "40%"),
        ("The storm hit Dorva, and Roe counted 30 dead.", "storm", "30"),
    ],
)
def test_a_figure_that_may_be_of_a_subject_is_left(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == []


@pytest.mark.parametrize(
    ("told", "figure", "stands"),
    [
        ("Kelmar", "141 seats", True),
        ("the Alliance", "96", True),
        ("the Front", "12", True),
        ("Kelmar", "96", False),
        ("Kelmar", "12", False),
        ("the Alliance", "141 seats", False),
        ("the Alliance", "12", False),
        ("the Front", "96", False),
    ],
)
def test_a_list_without_verbs_gives_each_name_the_figure_behind_it(
    told: str, figure: str, *, stands: bool
) -> None:
    assert (falls(_LIST, told=told, figure=figure) == []) is stands


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_SALES, "Sales", "$2.6 billion"),
        (
            "The firm raised its forecast to $14 billion from $13 billion.",
            "forecast",
            "$13 billion",
        ),
        (_LOWER, "profit", "1.9 billion"),
        (
            "Sales came in at 5.3 billion crowns, compared with 5.0 billion last year.",
            "Sales",
            "5.0 billion",
        ),
        (_SWUNG, "swung", "15 million"),
        (_GOAL, "Sales", "1.1 billion"),
        (_CUT, "cut", "20%"),
    ],
)
def test_what_a_figure_is_held_against_is_not_the_figure(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == ["figure"]


def test_what_a_figure_is_held_against_stands_beside_it() -> None:
    record = {"told": "Sales", "figure": "$3.4 billion", "other": "$2.6 billion"}
    assert falls(_SALES, **record) == []


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_GOAL, "Sales", "1.02 billion"),
        ("Sales missed the 1.1 billion target.", "Sales", "1.1 billion"),
        (_CUT, "cut", "12%"),
        ("Ministers cut quotas by 12%, more than 20% in the north.", "cut", "20%"),
        ("Bids rose from 3 crowns to 4 crowns.", "Bids", "4 crowns"),
    ],
)
def test_a_figure_that_others_are_held_against_is_left(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == []


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_BID, "turned down", "$35 million"),
        (_SHOPS, "lay off", "38"),
        (_SHOPS, "lay off", "290"),
        (
            "The bank set aside $85 million and said it would buy back $500 million of stock.",
            "buy back",
            "$85 million",
        ),
    ],
)
def test_each_of_two_verbs_that_are_joined_has_its_own_figure(
    text: str, told: str, figure: str
) -> None:
    assert falls(text, told=told, figure=figure) == ["figure"]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (_BID, {"told": "turned down", "figure": "$21 million"}),
        (_BID, {"told": "demanded", "figure": "$35 million"}),
        (_SHOPS, {"told": "lay off", "figure": "1,100"}),
        # A record of both may mean both, and one figure may be all there is.
        (
            "The blast killed 83 people and hurt 240.",
            {"told": "killed", "figure": "83", "other": "240"},
        ),
        ("The firm is to shut shops and lay off 1,100 staff.", {"told": "shut", "figure": "1,100"}),
        ("Rebels shot and killed 12 guards.", {"told": "shot", "figure": "12"}),
    ],
)
def test_the_figure_of_a_verb_is_left(text: str, record: dict[str, str]) -> None:
    assert falls(text, **record) == []


@pytest.mark.parametrize(
    ("told", "score", "stands"),
    [
        ("drew", "2-2", True),
        ("won", "5-4", True),
        ("drew", "5-4", False),
        ("won", "2-2", False),
    ],
)
def test_a_relative_clause_has_its_own_score(told: str, score: str, *, stands: bool) -> None:
    assert (falls(_FINAL, told=told, score=score) == []) is stands


@pytest.mark.parametrize(
    ("told", "figure", "stands"),
    [
        ("pledged", "$5 million", True),
        ("will give", "$1 million", True),
        ("pledged", "$1 million", False),
        ("will give", "$5 million", False),
    ],
)
def test_of_two_verbs_with_subjects_of_their_own_each_has_its_figure(
    told: str, figure: str, *, stands: bool
) -> None:
    text = "Ada Roe has pledged $5 million, and the Hale family will give $1 million."
    assert (falls(text, told=told, figure=figure) == []) is stands


class Row(BaseModel):
    """Who has a figure, and what it is of."""

    who: Annotated[str, lx.Beside("value")]
    metric: str
    value: Annotated[lx.Quantity, lx.Counts("metric")]


@pytest.mark.parametrize(
    ("who", "metric", "value", "fallen"),
    [
        ("Roe", "pledged", "$5 million", []),
        ("Hale", "gave", "$1 million", []),
        ("Hale", "pledged", "$5 million", ["who"]),
        ("Roe", "pledged", "$1 million", ["who", "value"]),
    ],
)
def test_who_has_a_figure_is_held_against_it_as_it_against_him(
    who: str, metric: str, value: str, fallen: list[str]
) -> None:
    article = lx.Article("Roe pledged $5 million, and Hale gave $1 million.")
    record = {"sentences": [1], "who": who, "metric": metric, "value": value}
    (judgement,) = lx.check(article, [record], schema=Row)
    assert [row.path for row in judgement.rejected] == fallen


@pytest.mark.parametrize(
    ("text", "figure", "stands"),
    [
        ("Ada Roe, 51, was jailed in May.", "51", False),
        ("A 51-year-old was jailed in May.", "51-year-old", False),
        ("Ada Roe was jailed for 51 months.", "51 months", True),
    ],
)
def test_an_age_is_no_quantity_of_what_happens(text: str, figure: str, *, stands: bool) -> None:
    assert (falls(text, told="was jailed", figure=figure) == []) is stands


_SLUMP = (
    "Hale Mills slumped to a loss of 240 million crowns, compared with a profit of 515 million."
)
_DRUG = "The drug kept 71 percent of patients well, compared with 56 percent of those on placebo."
_FOUND = "Rust was found in 12.5 percent of new cars, against 1.7 percent of the old ones."


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_SLUMP, "profit", "515 million"),
        (_SLUMP, "loss", "240 million crowns"),
        (_DRUG, "those on placebo", "56 percent"),
        (_DRUG, "patients", "71 percent"),
        (_FOUND, "the old ones", "1.7 percent"),
        ("Hale earned 240 million crowns, compared with a profit of 515.", "profit", "240 million"),
    ],
)
def test_what_stands_in_a_comparison_has_its_figure(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == []


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_SLUMP, "profit", "240 million crowns"),
        (_SLUMP, "loss", "515 million"),
        (_DRUG, "those on placebo", "71 percent"),
        (_DRUG, "patients", "56 percent"),
        (_FOUND, "the old ones", "12.5 percent"),
        (_FOUND, "found", "1.7 percent"),
    ],
)
def test_of_two_compared_figures_each_has_its_own(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == ["figure"]


class Studied(BaseModel):
    """How many a study is of."""

    study: str
    people: Annotated[lx.Quantity | None, lx.Beside("study", within="sentence")] = None
    number: Annotated[int | None, lx.Beside("study", within="sentence")] = None


@pytest.mark.parametrize(
    ("field", "figure", "stands"),
    [
        ("people", "2015", False),
        ("people", "15,460", True),
        # A whole number may be asked as a year.
        ("number", "2015", True),
    ],
)
def test_a_bare_year_is_no_quantity(field: str, figure: str, *, stands: bool) -> None:
    article = lx.Article("The pill failed in a 2015 study of 15,460 children.")
    record = {"sentences": [1], "study": "study", field: figure}
    (judgement,) = lx.check(article, [record], schema=Studied)
    assert ([each.path for each in judgement.rejected] == []) == stands


def test_a_count_with_the_digits_of_a_year_is_a_quantity() -> None:
    article = lx.Article("A 2015 study found 2015 children.")
    record = {"sentences": [1], "study": "study", "people": "2015"}
    (judgement,) = lx.check(article, [record], schema=Studied)
    assert judgement.rejected == ()
