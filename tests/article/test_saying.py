"""Who is said to have said something, and who merely stands in the sentence."""

import pytest

from llmextract.article.syntax.saying import is_deed, is_speaker, takes_up


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
        ("Roe did not come but said that he was well.", "Roe"),
        ("Kelmar fell, residents of the besieged northern part of the town said.", "residents"),
        ("Residents who fled the town on Sunday in buses said that Kelmar fell.", "Residents"),
        ("The ministry raised the death toll to 12.", "The ministry"),
        ("Norland considers the rebels thieves.", "Norland"),
        ("The appeals court ruled that the law stands.", "The appeals court"),
        ("Critics have expressed concern over it.", "Critics"),
        ("Roe identified Hale in court as the man who fled.", "Roe"),
        ("Villagers were convinced that the mill would go.", "Villagers"),
        ("Twelve were held, the office specified.", "the office"),
        ("The ministry summoned an envoy over the two who were shot, it said.", "The ministry"),
        ("Roe, head of the N.B. Central Bank said, “It fell.”", "Roe"),
        ("Reports that guards had left added to the fear.", "Reports"),
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
        ("Norland police hunt a man believed to have left a bag.", "Norland police"),
        ("An alleged clash near the college hurt one.", "the college"),
        ("Roe, head of the Central Bank, left for the coast on Friday.", "Roe"),
        ("Roe and Hale agreed to meet in Dorva on Friday.", "Roe"),
        ("Guards that had fled came back to the mill.", "Guards"),
        ("The court jailed Hale for a year.", "The court"),
    ],
)
def test_nobody_speaks_where_nothing_is_said(sentence: str, who: str) -> None:
    start = sentence.index(who)
    assert not is_speaker(sentence, start, start + len(who))


@pytest.mark.parametrize("words", ["entered", "had launched", "has been deployed to", "shot"])
def test_a_deed_says_nothing(words: str) -> None:
    assert is_deed(words)


@pytest.mark.parametrize(
    "words", ["said", "attacked", "launched a tirade", "entertained", "was", "in", ""]
)
def test_other_words_may_be_said_of_words(words: str) -> None:
    assert not is_deed(words)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The offensive began on Friday.", "launched a counteroffensive"),
        ("Such raids go on.", "fled"),
        ("Officially, this was denied.", "fled"),
        ("Three more died.", "died"),
        ("The captured men spoke.", "capture"),
    ],
)
def test_a_sentence_may_speak_of_the_same(sentence: str, words: str) -> None:
    assert takes_up(sentence, words)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("Prices rose in Dorva.", "took"), ("He had the keys.", "had fled"), ("Rain.", "")],
)
def test_a_sentence_of_other_words_speaks_of_something_else(sentence: str, words: str) -> None:
    assert not takes_up(sentence, words)
