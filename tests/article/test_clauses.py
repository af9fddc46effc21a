"""Clauses are cut only where each part surely has a subject and a finite verb of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.syntax.clauses import find_clauses


def parts(sentence: str) -> list[str]:
    return [sentence[clause.start : clause.end] for clause in find_clauses(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Rebels took Dorva", [", while the army bombed Kelmar."], id="while"),
        pytest.param("Rebels took Dorva", [" while the army bombed Kelmar."], id="no-comma"),
        pytest.param("Rebels took Dorva", [", but Colonel Ilan Roe denied it."], id="but"),
        pytest.param("Dorva was taken", [" and Roe was found in Kelmar."], id="bare-and"),
        pytest.param("Rebels took Dorva", [", and five villages were burnt."], id="and-passive"),
        pytest.param("Rebels took Dorva", [", and the army carried out raids."], id="particle"),
        pytest.param("Rebels took Dorva", ["; the army bombed Kelmar."], id="semicolon"),
        pytest.param("While Dorva claims peace", [", the talks were ended."], id="opening-while"),
        pytest.param("After Dorva fell", [", the army bombed Kelmar."], id="opening-after"),
        pytest.param(
            "Rebels took Dorva",
            [", but the army bombed Kelmar", "; talks have begun."],
            id="three",
        ),
    ],
)
def test_a_sentence_is_cut_between_subjects_with_their_verbs(
    sentence: str, expected: list[str]
) -> None:
    assert parts("".join([sentence, *expected])) == [sentence, *expected]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The army took Dorva and bombed Kelmar.", id="shared-subject"),
        pytest.param("Roe said Dorva and Kelmar were taken.", id="one-subject-of-two"),
        pytest.param("Roads link Dorva, which rebels had taken, and Kelmar.", id="relative"),
        pytest.param("The army took Dorva, pushing rebels back to Kelmar.", id="participial"),
        pytest.param("Shells hit Dorva, where rebels had met.", id="where"),
        pytest.param("Roe said that rebels took Dorva.", id="reported"),
        pytest.param("Rebels took Dorva, Kelmar, and the hills.", id="list"),
        pytest.param("Roe said Dorva, Kelmar, and Sarn were burnt.", id="list-with-verb"),
        pytest.param("The army met rebels, and militias backed by Kelmar.", id="participle"),
        pytest.param("The army met rebels, and raids carried out by Kelmar.", id="carried-out-by"),
        pytest.param("The army met rebels, and the failed talks.", id="adjective"),
        pytest.param("Troops left Dorva; three of them by night.", id="semicolon-without-verb"),
        pytest.param("The army, while small, took Dorva.", id="no-verb-behind-while"),
        pytest.param("Roe praised Dorva, and criticized Kelmar at length.", id="no-subject"),
    ],
)
def test_what_may_share_a_subject_stays_whole(sentence: str) -> None:
    assert parts(sentence) == [sentence]


@given(st.text(alphabet=" ,;ab.“”", max_size=60) | st.text(max_size=60))
def test_clauses_hold_every_character_in_order(sentence: str) -> None:
    assert "".join(parts(sentence)) == sentence
