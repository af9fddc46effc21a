"""The finite verbs of a sentence, and which of them tells of words."""

import pytest

from llmextract.article.location import Range
from llmextract.article.syntax.finite import (
    finite_verbs,
    is_no_subject,
    is_told_past,
    tellers_of,
)


def place(sentence: str, words: str) -> Range:
    """The first place of words."""
    start = sentence.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Sales rose while costs fell.", [("Sales", "rose"), ("costs", "fell")]),
        ("Sales rose to 38 and costs fell to 12.", [("Sales", "rose"), ("costs", "fell")]),
        ("Roe, who has 12 shops, merged with Hale.", [("Roe", "has"), ("Roe", "merged")]),
        ("Roe fined Hale and jailed Ada.", [("Roe", "fined"), ("Roe", "jailed")]),
        ("Roe was fined, while Hale was freed.", [("Roe", "fined"), ("Hale", "freed")]),
        ("Oria United beat Dorva.", [("Oria United", "beat")]),
        # A participle behind a noun may be no verb of it.
        ("Men based in Dorva and guards shot Hale.", [("Men based in Dorva and guards", "shot")]),
    ],
)
def test_a_verb_has_its_subject(sentence: str, told: list[tuple[str, str]]) -> None:
    found = [
        (sentence[slice(*each.zone.place)], sentence[slice(*each.verb)])
        for each in finite_verbs(sentence)
    ]
    assert found == told


@pytest.mark.parametrize(
    ("sentence", "words", "verb"),
    [
        ("Sales rose to 38 while costs fell to 12.", "38", "rose"),
        ("Sales rose to 38 while costs fell to 12.", "12", "fell"),
        ("Sales rose to 38 while costs fell to 12.", "costs", "fell"),
        ("Roe bought Hale, which has 12 shops, for 30 crowns.", "12", "has"),
        ("Roe bought Hale, which has 12 shops, for 30 crowns.", "30", "bought"),
        ("Sales rose, Roe said, to 38.", "38", "rose"),
        ("His deputy, Ada Roe, was fined.", "Ada Roe", "fined"),
    ],
)
def test_words_are_told_by_the_verb_of_their_clause(sentence: str, words: str, verb: str) -> None:
    (told,) = tellers_of(sentence, place(sentence, words))
    assert sentence[slice(*told.verb)] == verb


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("Oria beat Dorva 2-0 on Friday.", "beat", "Dorva"),
        ("Oria beat Dorva on Friday and Kelmar upset Norland.", "upset", "Oria"),
        ("Oria beat Dorva on Friday and Kelmar upset Norland.", "beat", "Norland"),
    ],
)
def test_an_object_and_who_stands_in_another_clause_are_no_subject(
    sentence: str, verb: str, words: str
) -> None:
    assert is_no_subject(sentence, place(sentence, verb), place(sentence, words))


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("Oria beat Dorva 2-0 on Friday.", "beat", "Oria"),
        ("They beat Dorva, said Roe, whose men had lost.", "beat", "Roe"),
        ("Dorva was beaten by Oria.", "beaten", "Oria"),
        ("Mills closed, said the owner, Ada Roe.", "said", "Ada Roe"),
    ],
)
def test_who_may_do_it_is_no_other(sentence: str, verb: str, words: str) -> None:
    assert not is_no_subject(sentence, place(sentence, verb), place(sentence, words))


@pytest.mark.parametrize(
    ("sentence", "told", "is_past"),
    [
        ("Roe Motors recalled 90 vans in May.", "recalled", True),
        ("The clerk, Ada Roe, was dismissed in May.", "dismissed", True),
        ("In Dorva, guards found 90 vans.", "found", True),
        ("Roe Motors would have recalled 90 vans.", "recalled", False),
        ("No clerk was dismissed in May.", "dismissed", False),
        ("Roe said that Hale dismissed 90 men.", "dismissed", False),
        ("Roe plans to recall 90 vans.", "recall", False),
    ],
)
def test_a_verb_is_told_as_past_where_nothing_leaves_it_open(
    sentence: str, told: str, *, is_past: bool
) -> None:
    assert is_told_past(sentence, place(sentence, told)) is is_past
