"""Names that the place of their words shows to be no actor's, and their twins."""

import pytest

from llmextract import Article, check
from llmextract.schemas import Actor


def falls(text: str, path: str, **given: str) -> bool:
    """Whether a field of an actor is refused."""
    article = Article(text=text)
    cited = list(range(1, len(article.sentences) + 1))
    record = {"sentences": cited, "kind": "organization", "type": "other", **given}
    (judgement,) = check(article, [record], schema=Actor)
    return path in [row.path for row in judgement.rejected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Roe left Kelmar on 14 May after talks.", "May"),
        ("A shell struck a bus station.", "bus station"),
        ("It was signed but it was never applied.", "never applied"),
        (
            "Dorva Watch (DW), which counts the dead, left.",
            "Dorva Watch (DW), which counts the dead",
        ),
        ("The mission (MNK) indicated that it left.", "mission (MNK) indicated"),
        ("The UN mission (MNK) indicated that it left.", "UN mission (MNK) indicated"),
        ("Syria: rebels push on.\nSources within Syria said so.", "Syria"),
        ("Aleppo, Syria’s second-largest city, fell. Many are in Syria.", "Syria"),
        ("Norland Driver Pleads Not Guilty to Arson", "Norland Driver Pleads Not Guilty to Arson"),
        ("Two Held After Dorva Blast.", "Two Held After Dorva Blast"),
        ("A man in Dorva, Norland, left.", "Dorva, Norland"),
    ],
)
def test_what_is_no_actor_by_its_place_falls(text: str, name: str) -> None:
    assert falls(text, "name", name=name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("May left Kelmar on 14 May after talks.", "May"),
        ("A radio station said so.", "radio station"),
        ("The dead were never soldiers.", "soldiers"),
        ("Dorva Watch (DW), which counts the dead, left.", "Dorva Watch"),
        ("The UN mission (MNK) indicated that it left.", "UN mission"),
        ("The Kelmar Accused left.", "Kelmar Accused"),
        ("Shops in Dorva shut. Dorva rejected it.", "Dorva"),
        ("Hale sent a team to Roe, and many left Roe.", "Roe"),
        ("A clinic in Sarn is run by the aid group Orin Bridge.", "Orin Bridge"),
        ("Roe gave rice to the resistance.", "resistance"),
        ("Norland Office for the Care of Orphans", "Norland Office for the Care of Orphans"),
        ("Friends After Dark Norland left.", "Friends After Dark Norland"),
        ("In Roe, Norland has an ally.", "Norland"),
        ("Syria: we will fight.\nIt said so.", "Syria"),
        ("Syria’s army left. Many are in Syria.", "Syria"),
        ("Syria’s conflict with Roe goes on. Many are in Syria.", "Syria"),
        ("Syria: rebels push on.\nSyria fights on. Many are in Syria.", "Syria"),
    ],
)
def test_who_may_act_stands(text: str, name: str) -> None:
    assert not falls(text, "name", name=name)


@pytest.mark.parametrize(
    ("text", "path", "words", "is_refused"),
    [
        ("Col. Ilan Roe left.", "title", "Col. Ilan Roe", True),
        ("Col. Ilan Roe left.", "title", "Col.", False),
        ("U.N. coordinator Ilan Roe left.", "member_of", "U.N. coordinator", True),
        ("U.N. coordinator Ilan Roe left.", "member_of", "U.N.", False),
        ("Norland minister Ilan Roe left.", "member_of", "Norland minister", True),
        ("Ilan Roe, of the Kelmar Ministry, left.", "member_of", "Kelmar Ministry", False),
    ],
)
def test_a_title_holds_no_name_and_an_office_has_no_members(
    text: str, path: str, words: str, *, is_refused: bool
) -> None:
    assert (
        falls(text, path, **{"name": "Ilan Roe", "kind": "individual", path: words}) is is_refused
    )
