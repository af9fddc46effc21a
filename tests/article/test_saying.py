"""Who is said to have said something, and who merely stands in the sentence."""

import pytest

from llmextract.article.syntax.saying import is_speaker


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Observatory reported that Kelmar fell.", "The Observatory"),
        ("Kelmar fell, according to the Observatory in Norland.", "the Observatory"),
        ("Kelmar fell, as confirmed by the Observatory.", "the Observatory"),
        ("The group, through its office on the coast, claimed the raid.", "The group"),
        ("Roe, a doctor, who served at sea, in two wars, said he was well.", "Roe"),
        ("A military source told Dorva Daily on Tuesday that tanks came.", "Dorva Daily"),
        ("“Kelmar fell,” a witness said.", "a witness"),
        ("“Kelmar fell,” said a witness.", "a witness"),
        ("Army: Kelmar fell.", "Army"),
        ("She also alleged, without proof, that Norland helped.", "She"),
        ("Roe urged voters to stay calm and said he would too.", "Roe"),
        ("Roe attacked the plan, saying it was weak.", "Roe"),
    ],
)
def test_words_of_saying_stand_beside_a_speaker(sentence: str, who: str) -> None:
    start = sentence.index(who)
    assert is_speaker(sentence, start, start + len(who))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Clashes continue between the army and rebels near Dorva.", "the army"),
        ("Government forces reportedly regained two villages of the plain.", "Government forces"),
        ("Troops of the coalition took Kelmar after a long fight on Friday.", "the coalition"),
    ],
)
def test_nobody_speaks_where_nothing_is_said(sentence: str, who: str) -> None:
    start = sentence.index(who)
    assert not is_speaker(sentence, start, start + len(who))
