"""Clauses are cut only where each part surely has a subject and a finite verb of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.syntax.clauses import find_clauses, is_not_subject, stands_apart, subject_of


def parts(sentence: str) -> list[str]:
    return [sentence[clause.start : clause.end] for clause in find_clauses(sentence)]


def place(sentence: str, words: str) -> tuple[int, int]:
    start = sentence.index(words)
    return start, start + len(words)


def apart(sentence: str, anchor: str, words: str) -> bool:
    return stands_apart(sentence, place(sentence, anchor), place(sentence, words))


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


PAIR = "Rebels captured Dorva on Monday, while the army bombed Kelmar."


@pytest.mark.parametrize(
    ("anchor", "words"), [("captured", "Kelmar"), ("captured", "the army"), ("bombed", "Dorva")]
)
def test_words_of_the_other_clause_stand_apart(anchor: str, words: str) -> None:
    assert apart(PAIR, anchor, words)


@pytest.mark.parametrize(
    ("sentence", "anchor", "words"),
    [
        pytest.param(PAIR, "captured", "Dorva", id="same-clause"),
        pytest.param("Rebels took Dorva, and they burnt Kelmar.", "burnt", "Rebels", id="pronoun"),
        pytest.param("Rebels took Dorva, but the army bombed it.", "bombed", "Dorva", id="object"),
        pytest.param("Rebels hold Dorva, but the army struck.", "struck", "Dorva", id="incomplete"),
        pytest.param(
            "After rebels took Dorva, the army bombed Kelmar.", "bombed", "rebels", id="setting"
        ),
        pytest.param(
            "None of the blasts hit Dorva, but ten people were hurt.", "blasts", "ten", id="noun"
        ),
        pytest.param("In the hills of Dorva, the army met rebels.", "met", "Dorva", id="adverbial"),
    ],
)
def test_words_that_may_be_meant_do_not(sentence: str, anchor: str, words: str) -> None:
    assert not apart(sentence, anchor, words)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        pytest.param("It was calm, Colonel Roe said.", "said", "Colonel Roe", id="behind-comma"),
        pytest.param("Roe said that Dorva had denied it.", "denied", "Dorva", id="reported"),
        pytest.param("Roe said Dorva denied it.", "denied", "Dorva", id="reported-without-that"),
        pytest.param("It was calm, she said.", "said", None, id="pronoun"),
        pytest.param("Roe was blamed by Dorva.", "blamed", None, id="passive"),
        pytest.param("Roe, who leads Dorva, said so.", "said", None, id="aside"),
        pytest.param("Men who oppose Roe said so.", "said", None, id="relative"),
        pytest.param("Men that once opposed Roe said so.", "said", None, id="relative-once"),
        pytest.param("Dorva and Roe said so.", "said", None, id="and"),
    ],
)
def test_only_a_sure_subject_is_one(sentence: str, verb: str, expected: str | None) -> None:
    found = subject_of(sentence, place(sentence, verb))
    assert (None if found is None else sentence[slice(*found)]) == expected


def test_the_subject_of_one_verb_is_not_that_of_another() -> None:
    sentence = "While Dorva states that it is calm, these words of Roe are taken as a threat."
    assert is_not_subject(sentence, place(sentence, "are taken as"), place(sentence, "Dorva"))
    assert not is_not_subject(sentence, place(sentence, "states"), place(sentence, "Dorva"))


def test_a_pronoun_is_never_held_against_a_verb() -> None:
    sentence = "Roe called it a mistake, but she denied the rest."
    assert not is_not_subject(sentence, place(sentence, "called"), place(sentence, "she"))
    assert not is_not_subject(sentence, place(sentence, "denied"), place(sentence, "Roe"))
