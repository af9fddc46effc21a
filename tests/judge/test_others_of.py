"""Whom a sentence sets apart from a body, and whose else it says that the body is."""

import pytest

from tests.judge.test_membership import detail


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ilan Roe, who defected from the army in May, sells fish.", "the army"),
        ("Ilan Roe, expelled from the Orin Party, sells fish.", "the Orin Party"),
        ("Ilan Roe, formerly of the Navy, sells fish.", "the Navy"),
        ("Ilan Roe left Kelmar Rovers for Dorva United.", "Kelmar Rovers"),
        ("Ilan Roe was arrested by the police.", "the police"),
        ("The clerk Ilan Roe had been killed by the federal police.", "the federal police"),
        ("Ilan Roe, a critic of the Kelmar Group, sells fish.", "the Kelmar Group"),
        ("Kelmar Watch researcher Ada Hale met Ilan Roe.", "Kelmar Watch"),
        ("Ada Hale, who leads the Kelmar Club, and Ilan Roe met.", "the Kelmar Club"),
        ("Ilan Roe married Ada Hale, drummer of the Kelmar Sirens.", "the Kelmar Sirens"),
        ("Ilan Roe said Kelmar Watch had ignored him.", "Kelmar Watch"),
    ],
)
def test_who_is_set_apart_from_a_body_is_none_of_it(text: str, body: str) -> None:
    assert detail(f"{text} Rain fell in Dorva.", "Ilan Roe", body) is not None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ilan Roe left the Kelmar Union.", "Kelmar Union"),
        ("Ilan Roe left the army offices in May.", "the army"),
        ("Ilan Roe said Ada Hale had defected from the army.", "the army"),
        ("Ilan Roe left Kelmar Rovers for Dorva United.", "Dorva United"),
        ("Ilan Roe said the army had been arrested by the police.", "the army"),
        ("Ilan Roe, of the police, was arrested by the police.", "the police"),
        ("Kelmar Watch researchers Ada Hale and Ilan Roe met.", "Kelmar Watch"),
        ("Ada Hale, who leads the Kelmar Club with Ilan Roe, fled.", "the Kelmar Club"),
        ("Ilan Roe, drummer of the Kelmar Sirens, married.", "the Kelmar Sirens"),
        ("Ilan Roe joined Kelmar Rovers after coach Ada Hale called.", "Kelmar Rovers"),
        ("Ilan Roe said Kelmar Watch had promoted him.", "Kelmar Watch"),
        ("Ilan Roe said the Kelmar Union would fight on.", "Kelmar Union"),
    ],
)
def test_who_may_be_of_a_body_stands(text: str, body: str) -> None:
    assert detail(f"{text} Rain fell in Dorva.", "Ilan Roe", body) is None
