"""Words stand apart from a verb only where it surely has another subject or clause."""

import pytest

from llmextract.article.syntax.subjects import is_not_subject, stands_apart, subject_of


def place(sentence: str, words: str) -> tuple[int, int]:
    start = sentence.index(words)
    return start, start + len(words)


def apart(sentence: str, anchor: str, words: str) -> bool:
    return stands_apart(sentence, place(sentence, anchor), place(sentence, words))


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
        pytest.param(
            "Police said so; organisers, by contrast, denied it.",
            *("denied", "organisers"),
            id="set-off",
        ),
        pytest.param("Roe, an aide, denied it.", "denied", None, id="apposition"),
        pytest.param("The army that Norland backed fled.", "fled", None, id="before-another-verb"),
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


@pytest.mark.parametrize(
    ("sentence", "verb", "words", "apart"),
    [
        pytest.param("Roe spoke of those seeking aid.", "seeking", "Roe", True, id="those"),
        pytest.param("Roe spoke of those seeking aid.", "seeking", "those", False, id="these"),
        pytest.param("Roe left, seeking aid.", "seeking", "Roe", False, id="goes-on"),
        pytest.param("Roe allowed her aides to think so.", "think", "Roe", True, id="allowed"),
        pytest.param("Roe allowed her aides to think so.", "think", "her aides", False, id="whom"),
        pytest.param("Roe asked permission to think.", "think", "Roe", False, id="asked-for"),
        pytest.param("Roe urged no plans to think.", "think", "Roe", False, id="a-thing"),
    ],
)
def test_who_does_what_no_finite_verb_tells(
    sentence: str, verb: str, words: str, *, apart: bool
) -> None:
    found = is_not_subject(sentence, place(sentence, verb), place(sentence, words))
    assert found is apart
