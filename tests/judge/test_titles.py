"""A title is whole, and that of the name."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from llmextract import Article, Beside, check
from llmextract.judge.verdict import Code
from llmextract.schemas import Actor

MET = "Foreign Minister Roe met Prime Minister Velle."
ASIDE = "Roe, the foreign minister, met Velle, the prime minister."


def title_code(text: str, name: str, title: str) -> Code | None:
    kinds = {"kind": "individual", "type": "government"}
    record = {"sentences": [1], "name": name, "title": title, **kinds}
    (judgement,) = check(Article(text=text), [record], schema=Actor)
    return next(v.code for v in judgement.verdicts if v.path == "title")


@pytest.mark.parametrize(
    ("text", "name", "title", "code"),
    [
        (MET, "Roe", "Foreign Minister", None),
        (MET, "Velle", "Foreign Minister", Code.MISATTACHED),
        (MET, "Roe", "Prime Minister", Code.MISATTACHED),
        (ASIDE, "Roe", "foreign minister", None),
        (ASIDE, "Velle", "foreign minister", Code.MISATTACHED),
        (ASIDE, "Roe", "prime minister", Code.MISATTACHED),
        ("Norland’s Foreign Minister Tara Roe left.", "Roe", "Foreign Minister", None),
        ("Tara Roe was named Foreign Minister.", "Tara Roe", "Foreign Minister", None),
        ("Vice President Roe left.", "Roe", "President", Code.CONTRADICTED),
        ("Vice President Roe left.", "Roe", "Vice President", None),
        ("The ex-minister Roe left.", "Roe", "minister", Code.WORDS_DIFFER),
        ("The former foreign minister, Roe, left.", "Roe", "foreign minister", Code.CONTRADICTED),
        ("Under Secretary Roe left.", "Roe", "Secretary", Code.CONTRADICTED),
        ("Taxes rose under President Roe.", "Roe", "President", None),
        ("They sang, and then President Roe left.", "Roe", "President", None),
        ("In Dorva, the mayor, Jon Roe, left.", "Jon Roe", "the mayor", None),
        ("Jon Roe, the mayor, Ana Sol said, left.", "Ana Sol", "the mayor", None),
        ("Jon Roe, the mayor, left with Ana Sol.", "Ana Sol", "the mayor", Code.MISATTACHED),
        ("The guard shot Roe.", "Roe", "guard", Code.MISATTACHED),
        ("The guard is Roe.", "Roe", "guard", None),
        ("Roe told the guard that he was free.", "Roe", "guard", Code.MISATTACHED),
        ("Roe has left the team.", "Roe", "team", Code.MISATTACHED),
        ("Roe, the 40-year-old chief of Dorva, met Vale.", "Vale", "chief", Code.MISATTACHED),
        ("Roe, the 40-year-old chief of Dorva, met Vale.", "Roe", "chief", None),
        ("Roe died, as did his driver and Vale.", "Roe", "driver", Code.MISATTACHED),
        ("Hale died, as did his driver, Roe.", "Roe", "driver", None),
        ("Roe, his driver, died.", "Roe", "driver", None),
        ("Roe became their driver.", "Roe", "driver", None),
        ("Roe was killed by a guard.", "Roe", "guard", Code.MISATTACHED),
        ("Roe was once a guard.", "Roe", "guard", None),
        ("Roe is a fellow at the port and head of a school.", "Roe", "head of a school", None),
        ("Roe has served Norland as a guard.", "Roe", "guard", None),
        ("Roe took over the post of mayor.", "Roe", "mayor", None),
        ("Roe had been elected mayor.", "Roe", "mayor", None),
        ("Roe became mayor in May.", "Roe", "mayor", None),
        ("The guard of the port, Roe, said so.", "Roe", "guard of the port", None),
        ("Guards said the mayor, Roe, had left.", "Roe", "mayor", None),
        ("Roe left, and the mayor, Roe, was not seen.", "Roe", "mayor", None),
        ("Ministers Hale and Roe met.", "Roe", "Ministers", None),
        ("The army, whose chief, Ana Sol, left, met Roe.", "Roe", "chief", Code.MISATTACHED),
        ("The army, whose chief, Ana Sol, left, met Roe.", "Ana Sol", "chief", None),
        ("According to the mayor, Roe left.", "Roe", "mayor", None),
        ("Roe served as mayor of Dorva, Norland, until May.", "Roe", "mayor of Dorva", None),
        ("Minister Hale and Roe met.", "Roe", "Minister", Code.MISATTACHED),
        ("Foreign ministers Hale of Dorva and Roe met.", "Roe", "Foreign ministers", None),
        ("Ministers Hale and Sol met Roe.", "Roe", "Ministers", Code.MISATTACHED),
        ("Roe said he was shot at by officers.", "Roe", "officers", Code.MISATTACHED),
        ("Roe is one of the officers.", "Roe", "officers", None),
        ("His driver was injured, and a clerk, Roe, died.", "Roe", "driver", Code.MISATTACHED),
        ("His driver was named, and a clerk, Roe, left.", "Roe", "clerk", None),
        ("The mayor was hurt, and Roe has left since.", "Roe", "mayor", None),
        ("One, a guard from Dorva called Roe, left.", "Roe", "a guard from Dorva", None),
        ("A guard, Ana Sol, called Roe.", "Roe", "guard", Code.MISATTACHED),
    ],
)
def test_a_title_is_whole_and_that_of_the_name(
    text: str, name: str, title: str, code: Code | None
) -> None:
    assert title_code(text, name, title) == code


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ("Governor Hale, who met Roe, left.", Code.MISATTACHED),
        ("The governor, who is Roe, met Governor Roe.", None),
        ("Roe met the governor.", None),
    ],
)
def test_a_title_of_another_sentence_is_of_the_name_right_behind_it(
    second: str, code: Code | None
) -> None:
    text = f"Ilan Roe spoke. {second}"
    title = "Governor" if "Governor" in second else "governor"
    record = {"sentences": [1, 2], "name": "Ilan Roe", "title": title, "kind": "individual"}
    (judgement,) = check(Article(text=text), [{**record, "type": "government"}], schema=Actor)
    assert next(v.code for v in judgement.verdicts if v.path == "title") is code


@pytest.mark.parametrize(
    ("first", "title", "code"),
    [
        ("A guard was hurt.", "guard", Code.MISATTACHED),
        ("A tall guard was hurt.", "A tall guard", Code.MISATTACHED),
        ("Nurses walked out.", "Nurses", Code.MISATTACHED),
        (
            "The Orin Law Service left.",
            "The Orin Law Service",
            Code.MISATTACHED,
        ),
        ("Mayor Dana Hale won. Hale’s foe is a judge.", "Mayor", Code.MISATTACHED),
        ("The former guard was hurt.", "former guard", None),
        ("The head of the Kelmar Service left.", "head of the Kelmar Service", None),
        ("A guard, Roe, was hurt.", "guard", None),
    ],
)
def test_who_has_an_office_of_his_own_has_none_of_another_sentence(
    first: str, title: str, code: Code | None
) -> None:
    text = f"{first} Interior Minister Ilan Roe spoke."
    numbers = list(range(1, len(text.split(". ")) + 1))
    record = {"sentences": numbers, "name": "Ilan Roe", "title": title, "kind": "individual"}
    (judgement,) = check(Article(text=text), [{**record, "type": "government"}], schema=Actor)
    assert next(v.code for v in judgement.verdicts if v.path == "title") is code


@pytest.mark.parametrize(
    ("name", "code"), [("Ilan Roe", Code.MISATTACHED), ("Ana Hale", None), ("Hale", None)]
)
def test_what_somebody_was_named_is_his_title(name: str, code: Code | None) -> None:
    text = "Minister Ilan Roe resigned, and Ana Hale, his deputy, was named acting minister."
    assert title_code(text, name, "acting minister") is code


def test_who_has_an_office_may_have_had_another() -> None:
    text = "Minister Ilan Roe left. He was once a guard."
    record = {"sentences": [1, 2], "name": "Ilan Roe", "title": "guard", "type": "government"}
    (judgement,) = check(Article(text=text), [{**record, "kind": "individual"}], schema=Actor)
    assert next(v.code for v in judgement.verdicts if v.path == "title") is None


def test_who_has_no_office_may_be_somebody_new_of_another_sentence() -> None:
    text = "A former guard has been charged. Ilan Roe denied it."
    record = {"sentences": [1, 2], "name": "Ilan Roe", "title": "former guard", "type": "civilians"}
    (judgement,) = check(Article(text=text), [{**record, "kind": "individual"}], schema=Actor)
    assert next(v.code for v in judgement.verdicts if v.path == "title") is None


@pytest.mark.parametrize(("title", "code"), [("23", Code.UNREADABLE), ("baker", None)])
def test_an_age_is_no_title(title: str, code: Code | None) -> None:
    assert title_code("Ilan Roe, 23, a baker, left.", "Ilan Roe", title) is code


@pytest.mark.parametrize(
    ("title", "code"),
    [("General Ilan Roe", Code.MISATTACHED), ("Roe", Code.MISATTACHED), ("Brigade General", None)],
)
def test_a_title_holds_no_part_of_who_bears_it(title: str, code: Code | None) -> None:
    name = "Brigade General Ilan Roe"
    assert title_code(f"{name} left.", name, title) is code


@pytest.mark.parametrize(
    ("text", "name", "title", "falls"),
    [
        ("Hale met the envoy, Ilan Roe, after guards shot a clerk.", "Ilan Roe", "clerk", True),
        ("Ilan Roe fled when the men had robbed a judge.", "Ilan Roe", "judge", True),
        ("Lawyers for clerk Ilan Roe left.", "Ilan Roe", "Lawyers", True),
        ("The wife of Ilan Roe left.", "Ilan Roe", "wife", True),
        ("Ada Roe, a son of Ilan Roe, was elected mayor.", "Ilan Roe", "mayor", True),
        ("Ilan Roe was voted a champion.", "Ilan Roe", "champion", False),
        ("Ilan Roe had been dubbed a hero.", "Ilan Roe", "hero", False),
        ("Ilan Roe became a judge.", "Ilan Roe", "judge", False),
        ("Guards shot a clerk, Ilan Roe.", "Ilan Roe", "clerk", False),
        ("President of Norland Ilan Roe left.", "Ilan Roe", "President", False),
        ("The chief of staff Ilan Roe left.", "Ilan Roe", "chief of staff", False),
        ("Ilan Roe, a son of Ada Roe, was elected mayor.", "Ilan Roe", "mayor", False),
    ],
)
def test_a_title_is_not_that_of_who_only_has_to_do_with_him(
    text: str, name: str, title: str, *, falls: bool
) -> None:
    assert title_code(text, name, title) is (Code.MISATTACHED if falls else None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Roe calls on Hale to leave.", "calls on Hale to leave"),
        ("Roe, who lives in Dorva, left.", "who lives in Dorva"),
        ("Roe was born in Dorva.", "born in Dorva"),
        ("Roe met the government of Norland.", "government of Norland"),
    ],
)
def test_what_is_said_of_somebody_and_a_body_are_no_titles(text: str, title: str) -> None:
    assert title_code(text, "Roe", title) in (Code.UNREADABLE, Code.MISATTACHED)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Roe, a retired general, left.", "retired general"),
        ("Roe, head of the government of Norland, left.", "head of the government of Norland"),
        ("Roe, appointed mayor in May, left.", "appointed mayor"),
    ],
)
def test_an_office_may_be_told_by_what_befell(text: str, title: str) -> None:
    assert title_code(text, "Roe", title) is None


def test_an_age_that_is_asked_as_a_number_stands() -> None:
    class Person(BaseModel):
        name: str
        age: Annotated[int, Beside("name", within="phrase")]

    record = {"sentences": [1], "name": "Ilan Roe", "age": "23"}
    (judgement,) = check(Article(text="Ilan Roe, 23, a baker, left."), [record], schema=Person)
    assert judgement.accepted
