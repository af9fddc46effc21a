"""Figures and words of users' own models that stand in another clause than their anchor."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

import llmextract as lx

_SALES = "Sales climbed to 38 crowns, while operating costs fell to 12 crowns."
_BARE = "Sales rose to 38 crowns and costs fell to 12 crowns."
_MATCH = "Kelmar beat Dorva 2-0 on Friday and Oria defeated Norland 4-1 on Saturday."
_OWNER = "Kelmar Mills, which has 90 shops, merged with Dorva Mills in May."
_BOUGHT = "Roe bought Kelmar Mills, which has 90 shops, for 30 crowns."
_COURT = "A court jailed Ilan Roe for six years for theft and fined Ada Hale 14 crowns."
_WARNED = (
    "Roe said debts would shrink to 3 percent, while Hale warned that prices could rise 4 percent."
)


class Told(BaseModel):
    """What words tell, and what stands in their clause."""

    told: str
    figure: Annotated[lx.Quantity | None, lx.Beside("told", within="clause")] = None
    other: Annotated[lx.Quantity | None, lx.Beside("told", within="clause")] = None
    who: Annotated[str | None, lx.Named(), lx.Beside("told", within="clause")] = None
    winner: Annotated[str | None, lx.Named(), lx.Beside("told", within="subject")] = None
    place: Annotated[str | None, lx.Named(placed=True), lx.Beside("told", within="clause")] = None
    when: Annotated[lx.Time | None, lx.Beside("told", within="clause")] = None


def falls(text: str, **record: str) -> list[str]:
    """The fields of a record that fall."""
    (judgement,) = lx.check(lx.Article(text), [{"sentences": [1], **record}], schema=Told)
    assert {str(row.code) for row in judgement.rejected} <= {"misattached"}
    return [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_SALES, "Sales", "12 crowns"),
        (_SALES, "climbed", "12 crowns"),
        (_SALES, "costs", "38 crowns"),
        (_BARE, "Sales", "12 crowns"),
        (_BARE, "costs", "38 crowns"),
        (_OWNER, "merged", "90"),
        (_BOUGHT, "bought", "90"),
        (_COURT, "jailed", "14 crowns"),
        (_COURT, "fined", "six years"),
        (_WARNED, "debts would shrink to 3 percent", "4 percent"),
        (_WARNED, "prices could rise", "3 percent"),
        ("Roe won 52 seats after Hale took 70 seats in May.", "won", "70"),
    ],
)
def test_a_figure_of_another_clause_falls(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == ["figure"]


@pytest.mark.parametrize(
    ("text", "told", "figure"),
    [
        (_SALES, "Sales", "38 crowns"),
        (_SALES, "operating costs", "12 crowns"),
        (_BOUGHT, "bought", "30 crowns"),
        (_OWNER, "Kelmar Mills", "90"),
        (_COURT, "jailed", "six years"),
        # What is said hangs on its verb, and a clause may go on to tell of the deed.
        ("Roe announced that the mill would cut 90 jobs.", "announced", "90"),
        ("Roe shut the mill, and the move cost 90 jobs.", "shut", "90"),
        ("A ferry sank off Dorva and 12 people drowned.", "sank", "12"),
        ("A bomb exploded in Dorva, and shrapnel wounded 12 people.", "exploded", "12"),
        ("The storm hit Dorva, and Roe counted 30 dead.", "hit", "30"),
        ("Hale led the race, while pollsters gave him 40%.", "Hale", "40%"),
    ],
)
def test_a_figure_that_its_clause_may_have_stands(text: str, told: str, figure: str) -> None:
    assert falls(text, told=told, figure=figure) == []


def test_a_record_of_both_figures_may_mean_both() -> None:
    text = "The blast killed 83 people and hurt 240."
    assert falls(text, told="killed", figure="83", other="240") == []


@pytest.mark.parametrize(
    ("text", "told", "who"),
    [
        (_MATCH, "beat", "Norland"),
        (_MATCH, "beat", "Oria"),
        (_MATCH, "defeated", "Dorva"),
        (_COURT, "jailed", "Ada Hale"),
        (
            "Ada Hale was cleared of fraud, while Ilan Roe was given six months.",
            "cleared",
            "Ilan Roe",
        ),
        (
            "His deputy, Ada Hale, was cleared, while Ilan Roe was given a year.",
            "given",
            "Ada Hale",
        ),
    ],
)
def test_who_stands_in_another_clause_falls(text: str, told: str, who: str) -> None:
    assert falls(text, told=told, who=who) == ["who"]


@pytest.mark.parametrize(
    ("text", "told", "who"),
    [
        (_MATCH, "beat", "Dorva"),
        (_COURT, "jailed", "Ilan Roe"),
        (_COURT, "fined", "A court"),
        # The clause takes him up, is the setting of the other, or has nobody yet.
        ("Kelmar went down after Dorva beat them 2-0.", "beat", "Kelmar"),
        ("A court fined Kelmar Mills, which Roe had sued.", "sued", "Kelmar Mills"),
        ("Drivers went back to work after Hale raised their pay.", "went back", "Hale"),
        ("Members voted, and Hale was elected.", "voted", "Hale"),
        ("Police shot and wounded Roe.", "shot", "Roe"),
    ],
)
def test_who_may_be_of_a_clause_stands(text: str, told: str, who: str) -> None:
    assert falls(text, told=told, who=who) == []


@pytest.mark.parametrize(
    ("told", "winner", "stands"),
    [
        ("beat", "Kelmar", True),
        ("beat", "Dorva", False),
        ("defeated", "Oria", True),
        ("defeated", "Kelmar", False),
        ("defeated", "Norland", False),
    ],
)
def test_the_subject_of_a_verb_is_neither_its_object_nor_anothers(
    told: str, winner: str, *, stands: bool
) -> None:
    assert (falls(_MATCH, told=told, winner=winner) == []) is stands


@pytest.mark.parametrize(
    ("told", "winner"), [("lift", "most bankers"), ("inspect", "auditors"), ("lift", "Ada Roe")]
)
def test_who_only_says_so_is_no_subject(told: str, winner: str) -> None:
    text = {
        "most bankers": "The Bank of Dorva will lift its rate in May, most bankers said.",
        "auditors": "The board, whose pay Roe had cut, failed to inspect it in May, auditors said.",
        "Ada Roe": "The Bank of Dorva will lift its rate in May, Ada Roe said.",
    }[winner]
    assert falls(text, told=told, winner=winner) == ["winner"]


_CUT = "Having cut its rate to 2 percent in May, the Bank of Dorva left it unchanged on Friday."
_HIT = "Struck by a lorry at Kelmar, a train from Dorva burst into flames."


def test_what_a_fronted_participle_tells_is_no_other_verbs() -> None:
    assert falls(_CUT, told="left it unchanged", figure="2 percent") == ["figure"]
    assert falls(_HIT, told="burst into flames", who="a lorry") == ["who"]
    assert falls(_HIT, told="Struck", who="a lorry") == []


_PARTED = "Kelmar Motors sold 90 vans in Dorva on Monday, while Oria Motors recalled 12 vans."
_AT_ONCE = "Two died in Dorva on Monday while men burned a mill."


def test_a_while_behind_a_comma_parts_times_and_places() -> None:
    assert falls(_PARTED, told="recalled", when="Monday") == ["when"]
    assert falls(_PARTED, told="recalled", place="Dorva") == ["place"]
    assert falls(_PARTED, told="sold", when="Monday", place="Dorva") == []
    assert falls(_AT_ONCE, told="burned", when="Monday", place="Dorva") == []


def test_the_object_of_a_second_verb_is_not_the_firsts() -> None:
    text = "The museum returned a chariot to Oria in April but refused to give up a shield."
    assert falls(text, told="returned", who="a shield") == ["who"]
    assert falls(text, told="returned", who="a chariot") == []


class Done(BaseModel):
    """What was done, or was not."""

    told: str
    real: Annotated[Literal["occurred", "planned", "negated"], lx.Factuality(of="told")] = (
        "occurred"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Roe Motors recalled 90 vans in Dorva in May.", "recalled"),
        (
            "Two clerks, Ada Roe and Ilan Hale, were dismissed on Monday by the board.",
            "were dismissed",
        ),
    ],
)
def test_a_plain_past_is_no_plan(text: str, told: str) -> None:
    (judgement,) = lx.check(
        lx.Article(text), [{"sentences": [1], "told": told, "real": "planned"}], schema=Done
    )
    assert [(row.path, str(row.code)) for row in judgement.rejected] == [("real", "contradicted")]
