"""Figures given for another of their sentence: what that is held against, or a part of it."""

import re
from typing import Any

import pytest

from llmextract import Article, check
from llmextract.judge.rules.figures.compared import (
    compared,
    made_for,
    of_longer,
    part_of,
)
from llmextract.schemas import Event

UP = "Raids killed 40 men in May, up from 12 in April."
ROSE = "The toll of the raids rose from seven to nine, Roe said."
RAIDS = "Roe counted 61 raids in May, against 34 in April."
WON = "Roe won 2.1 million votes, against 1.9 million for Hale."
YEAR = "Raids have killed 18 men this month, compared with three in all of last year."
QUICK = "Raids rose to 118 last year from 64 the year before."
RATES = "Norland raised its rate from 2% to 3%."
FERRY = "Built to carry 120 people, the ferry had left Dorva with 300 on board."
SINCE = "Nearly 5,000 men have been killed since 2019, and 12 died in the raid on Dorva."
HELD = "The police held 122 men, 18 of them clerks."
KILLED = "Eighteen men, seven of them guards, were killed in Dorva."
BOUND = "The police held 23 men, of whom four were under 16."


def place(text: str, words: str) -> tuple[int, int]:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert match is not None
    return match.span()


@pytest.mark.parametrize(
    ("text", "count", "falls"),
    [
        (UP, "12", True),
        (UP, "40", False),
        (ROSE, "seven", True),
        (ROSE, "nine", False),
        (RAIDS, "34", True),
        (RAIDS, "61", False),
        (WON, "1.9 million", True),
        (YEAR, "three", True),
        (QUICK, "64", True),
        (QUICK, "118", False),
        ("Raids killed from 10 to 20 men.", "10", False),
        ("The police brought charges against 14 men after 3 raids.", "14", False),
        ("Roe took 12 men from 3 towns to Dorva.", "3", False),
        ("A blast killed 12, Roe said, raising an earlier toll of nine.", "nine", True),
        ("Roe had earlier put the dead at 12, but 30 died.", "12", True),
        ("Roe had earlier put the dead at 12.", "12", False),
        ("Another 12 men died in 3 raids.", "12", False),
        ("Roe won 52 percent to Hale's 45 percent.", "45 percent", True),
        ("Roe brought 3 carts to Dorva's 12 mills.", "12", False),
        ("After 3 raids rebels moved up from 12 villages.", "12", True),
        ("Rebels came, against 12 of whom Roe had spoken.", "12", False),
    ],
)
def test_a_figure_may_be_what_another_is_held_against(
    text: str, count: str, *, falls: bool
) -> None:
    assert (compared(text, place(text, count)) is not None) == falls


@pytest.mark.parametrize(
    ("text", "count", "event", "falls"),
    [
        (FERRY, "120", "left", True),
        (FERRY, "300", "left", False),
        (
            "The ferry was carrying 300 men, three times its capacity of 100.",
            "100",
            "carrying",
            True,
        ),
        ("Roe built a mill with a capacity of 100.", "100", "built", False),
        ("Roe built a camp meant to house 300 men.", "300", "built", False),
        ("Built to carry 120 people, the ferry left.", "120", "left", False),
    ],
)
def test_a_figure_may_be_what_something_is_made_for(
    text: str, count: str, event: str, *, falls: bool
) -> None:
    assert (made_for(text, place(text, count), place(text, event)) is not None) == falls


@pytest.mark.parametrize(
    ("text", "count", "event", "falls"),
    [
        (SINCE, "5,000", "raid", True),
        (SINCE, "5,000", "killed", False),
        (SINCE, "12", "raid", False),
        ("Since 2019, 5,000 men have been killed.", "5,000", "killed", False),
        ("5,000 have died since 2019, Roe said in a speech.", "5,000", "speech", False),
    ],
)
def test_a_figure_may_be_of_a_longer_time(
    text: str, count: str, event: str, *, falls: bool
) -> None:
    assert (of_longer(text, place(text, count), place(text, event)) is not None) == falls


@pytest.mark.parametrize(
    ("text", "count", "whole"),
    [
        (HELD, "18", "122"),
        (BOUND, "four", "23"),
        (KILLED, "seven", "Eighteen"),
        ("Two of them were held in Dorva.", "Two", None),
        ("The police held 40 men, including 12 clerks.", "12", "40"),
        ("The police held 40 men, including 12 from Dorva.", "12", None),
        ("The police held 122 men; 18 of them fled.", "18", None),
        ("All four parties ran, and 42 of those asked chose Roe.", "42", None),
        ("The police held 18 of the 122 men.", "18", None),
    ],
)
def test_a_part_has_its_whole_before_it(text: str, count: str, whole: str | None) -> None:
    told = part_of(text, place(text, count))
    assert (text[slice(*told[0])] if told else None) == whole


def rejected(text: str, trigger: str, figures: list[dict[str, Any]], **more: Any) -> set[str]:
    record = {
        "sentences": [1],
        "trigger": trigger,
        "type": "other",
        "factuality": "occurred",
        "figures": figures,
        **more,
    }
    (judgement,) = check(Article(text=text), [record], schema=Event)
    return {verdict.path for verdict in judgement.rejected}


def figure(count: str, of: str | None, kind: str, period: str | None = None) -> dict[str, Any]:
    return {"count": count, "of": of, "kind": kind, "period": period}


@pytest.mark.parametrize(
    ("text", "trigger", "figures", "more", "falls"),
    [
        pytest.param(UP, "killed", [figure("12", "men", "killed")], {}, True, id="earlier"),
        pytest.param(
            UP, "killed", [figure("12", None, "killed", "April")], {}, False, id="with-its-period"
        ),
        pytest.param(
            UP, "killed", [figure("12", None, "killed", "May")], {}, True, id="of-another-period"
        ),
        pytest.param(RAIDS, "raids", [figure("34", "raids", "other")], {"time": "May"}, True,
                     id="of-another-time"),
        pytest.param(ROSE, "toll", [figure("seven", None, "killed")], {}, True, id="earlier-toll"),
        pytest.param(
            RATES, "raised", [figure("2%", None, "other")], {}, False, id="change-has-both"
        ),
        pytest.param(HELD, "held", [figure("18", "men", "captured")], {}, True, id="part"),
        pytest.param(HELD, "held", [figure("18", "clerks", "captured")], {}, False, id="its-own"),
        pytest.param(HELD, "held", [figure("18", None, "captured")], {}, False, id="alone"),
        pytest.param(
            HELD,
            "held",
            [figure("122", "men", "captured"), figure("18", "men", "captured")],
            {},
            False,
            id="beside-its-whole",
        ),
        pytest.param(KILLED, "killed", [figure("seven", "men", "killed")], {}, True, id="before"),
        pytest.param(
            HELD,
            "held",
            [figure("18", "clerks", "captured"), figure("18", "men", "captured")],
            {},
            True,
            id="counted-twice",
        ),
        pytest.param(
            HELD,
            "held",
            [figure("18", None, "captured"), figure("18", "clerks", "captured")],
            {},
            False,
            id="counted-twice-and-its-own",
        ),
        pytest.param(
            FERRY, "had left", [figure("120", "people", "other")], {}, True, id="made-for"
        ),
        pytest.param(
            FERRY, "Built to carry", [figure("120", "people", "other")], {}, False, id="the-making"
        ),
    ],
)  # fmt: skip
def test_a_figure_stands_for_no_other(
    text: str, trigger: str, figures: list[dict[str, Any]], more: dict[str, Any], *, falls: bool
) -> None:
    last = f"figures[{len(figures) - 1}].count"
    assert (last in rejected(text, trigger, figures, **more)) == falls
