"""What an actor belongs to, held against the body right beside the name."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Anywhere, Article, Beside, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Actor


def detail(text: str, name: str, member_of: str, **given: str) -> str | None:
    """Why a membership is refused; None where it stands."""
    article = Article(text=text)
    labels = {"kind": "individual", "type": "other"}
    record = {"sentences": [1, 2], "name": name, "member_of": member_of, **labels, **given}
    (judgement,) = check(article, [record], schema=Actor)
    rows = [row for row in judgement.verdicts if row.path == "member_of"]
    assert rows[0].code in (None, Code.MISATTACHED)
    return rows[0].detail


REST = " The Kelmar Union left. It fought the Norland army."


@pytest.mark.parametrize(
    ("text", "body", "shown", "given"),
    [
        ("FDF spokesman Ilan Roe left.", "Kelmar Union", "FDF", {}),
        ("FDF surveyor Ilan Roe left.", "Kelmar Union", "FDF", {}),
        ("NBK’s Ilan Roe left.", "Kelmar Union", "NBK", {}),
        ("Hale’s stern NBK News colleague Ilan Roe left.", "Kelmar Union", "NBK News", {}),
        ("Ilan Roe, of the Dorva Police, left.", "Kelmar Union", "Dorva Police", {}),
        ("Ilan Roe, the army’s spokesman, left.", "Kelmar Union", "army", {}),
        ("Ilan Roe, a spokesman for the rebels, left.", "Norland army", "rebels", {}),
        (
            "Ilan Roe, attorney for Hale, left.",
            "Kelmar Union",
            "Hale",
            {"title": "attorney for Hale"},
        ),
        (
            "Dorva Ministry clerk Ilan Roe left.",
            "Kelmar Union",
            "Dorva Ministry",
            {"title": "Dorva Ministry clerk"},
        ),
        ("The Orin Fund (OF) paid. Its director, Ilan Roe, left.", "Kelmar Union", "OF", {}),
        ("FDF spokesman Ilan Roe told Kelmar Union that he left.", "Kelmar Union", "FDF", {}),
        (
            "FDF envoy Ilan Roe and Anna Hale, head of the Kelmar Union, met.",
            "Kelmar Union",
            "no sentence joins",
            {},
        ),
        ("The Orin Pact needs help to unseat Premier Ilan Roe.", "Orin Pact", "to unseat", {}),
        ("Ilan Roe caught three Sarnian soldiers.", "Sarnian soldiers", "three", {}),
        ("Ilan Roe spoke on The Kelmar Show.", "The Kelmar Show", "on", {}),
    ],
)
def test_another_body_stands_beside_the_name(
    text: str, body: str, shown: str, given: dict[str, str]
) -> None:
    assert shown in (detail(text + REST, "Ilan Roe", body, **given) or "")


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("The Dorva Front is fighting the Orin Pact.", True),
        ("The Dorva Front, shelled by the Orin Pact, fled.", True),
        ("The Orin Pact’s war against the Dorva Front goes on.", True),
        ("The Dorva Front joined the Orin Pact.", False),
        ("The Dorva Front and the Orin Pact met.", False),
    ],
)
def test_nobody_is_of_whom_he_fights(text: str, *, falls: bool) -> None:
    why = detail(text + REST, "Dorva Front", "Orin Pact", kind="organization")
    assert (why is not None) == falls


@pytest.mark.parametrize(
    ("text", "body", "given"),
    [
        ("Ilan Roe left the Kelmar Union.", "Kelmar Union", {}),
        ("FDF spokesman Ilan Roe left. He leads the Kelmar Union.", "Kelmar Union", {}),
        (
            "FDF spokesman Ilan Roe left. The spokesman leads the Orin Pact.",
            "Orin Pact",
            {"title": "FDF spokesman"},
        ),
        ("Former FDF spokesman Ilan Roe led the Kelmar Union.", "Kelmar Union", {}),
        ("KU spokesman Ilan Roe left.", "Kelmar Union", {}),
        ("UOK spokesman Ilan Roe left.", "Kelmar Union", {}),
        ("FDF spokesman Ilan Roe left.", "Norland army", {}),
        ("Anna Hale’s lawyer Ilan Roe joined the Kelmar Union.", "Kelmar Union", {}),
        ("U.N. spokesman Ilan Roe left. The World Orin Fund paid.", "World Orin Fund", {}),
        ("The group paid the Orin Fund. Its director, Ilan Roe, left.", "Kelmar Union", {}),
        ("Kelmar Union paid the Orin Fund. Its director, Ilan Roe, left.", "Kelmar Union", {}),
        ("Show host Ilan Roe spoke on The Kelmar Show.", "The Kelmar Show", {"title": "host"}),
        ("Ilan Roe left the Sarnian soldiers.", "Sarnian soldiers", {}),
        ("Senator Ilan Roe left. The Orin Party won.", "Orin Party", {}),
    ],
)
def test_what_may_be_his_stands(text: str, body: str, given: dict[str, str]) -> None:
    assert detail(text + REST, "Ilan Roe", body, **given) is None


@pytest.mark.parametrize(
    ("behind", "body", "falls"),
    [
        ("a 26-year-old Army soldier", "Navy", True),
        ("an air force pilot", "Norland navy", True),
        ("a former Army soldier", "Navy", False),
        ("a 26-year-old Navy sailor", "Norland Navy", False),
    ],
)
def test_nobody_serves_in_two_services(behind: str, body: str, *, falls: bool) -> None:
    text = f"Ilan Roe, {behind}, left. {body} experts came."
    assert (detail(text, "Ilan Roe", body) is not None) == falls


class Quote(BaseModel):
    """What somebody of some body says."""

    speaker: str
    title: Annotated[str | None, Beside("speaker", within="phrase")] = None
    employer: Annotated[str, Anywhere(other_than=("speaker",))]


@pytest.mark.parametrize(
    ("text", "speaker", "employer", "falls"),
    [
        ("Dr. Ada Roe of the firm Hale spoke. The Kelmar Group left.", "Ada Roe", "Hale", False),
        ("Dr. Ada Roe of the firm Hale spoke. The Kelmar Group left.", "Ada Roe", "Kelmar", True),
        (
            "Dr. Ada Roe, a chemist at Orin University, spoke. Hale left.",
            "Dr. Ada Roe",
            "Hale",
            True,
        ),
        (
            "Dr. Ada Roe, a chemist at Orin University, spoke. Hale left.",
            "Dr. Ada Roe",
            "Orin University",
            False,
        ),
        ("Dr. Ada Roe, who heads the Orin Service, left. Hale did.", "Dr. Ada Roe", "Hale", True),
        ("Dr. Ada Roe of Orin Institute left. Hale did.", "Dr. Ada Roe", "Hale", True),
        ("Hale lost. Coach Dr. Ada Roe spoke.", "Dr. Ada Roe", "Hale", False),
        ("Dr. Ada Roe spoke. She joined Hale in May.", "Dr. Ada Roe", "Hale", False),
        ("Ada spoke. Hale left.", "Ada", "Hale", False),
    ],
)
def test_one_person_of_any_schema_is_of_no_body_beside_another(
    text: str, speaker: str, employer: str, *, falls: bool
) -> None:
    record = {"sentences": [1, 2], "speaker": speaker, "employer": employer}
    (judgement,) = check(Article(text=text), [record], schema=Quote)
    assert ("employer" in [row.path for row in judgement.rejected]) is falls
