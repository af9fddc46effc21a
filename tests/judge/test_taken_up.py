"""What a pronoun takes up: whom the sentences before it tell of first."""

import pytest

from llmextract.judge.rules.saying.antecedents import foremost
from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The mayor of Dorva, Ilan Roe, promised aid.", "Ilan Roe"),
        ("Its director, Ilan Roe, described the mill.", "Ilan Roe"),
        ("A lawyer for the guards (LG), Ada Hale, left.", "Ada Hale"),
        ("Outside court the boy’s mother, Ada Hale, thanked them.", "Ada Hale"),
        ("On Monday, Mayor Ilan Roe, 61, left.", "Ilan Roe"),
        ("Det Supt Ada Hale, of the Dorva Police, described it.", "Ada Hale"),
        ("Norland campaign spokeswoman Ada Hale left.", "Ada Hale"),
        ("The mill may fall, said the deputy head, Ilan Roe, who left.", "Ilan Roe"),
        ("The mill may fall, the mayor, Ilan Roe, said.", "Ilan Roe"),
        ("Kelmar blamed rebels, but their leader, Ilan Roe, denied it.", "Ilan Roe"),
        ("Roe praised the mill.", "Roe"),
    ],
)
def test_a_sentence_tells_of_one_person_first(sentence: str, name: str) -> None:
    found = foremost(sentence)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill burned.",
        "Mayor Ilan Roe and Ada Hale left.",
        "Mayor Ilan Roe’s house burned.",
        "Minister Ilan Roe and her deputy, Ada Hale, left.",
        "Police arrested the mayor, Ilan Roe.",
        "The newspaper Dorva Courier reported it.",
        "In June the Norland navy left.",
        "With the mayor, Ilan Roe, they left.",
        "It fell, the mayor, Ilan Roe, said, but it stood, the envoy, Ada Hale, said.",
    ],
)
def test_nobody_is_told_of_first_for_sure(sentence: str) -> None:
    assert foremost(sentence) is None


def falls(text: str, source: str, cue: str, name: str) -> bool:
    """Whether a name for a pronoun is refused."""
    text = text if name in text else f"Once {name} came. {text}"
    found = codes(text, cue, "it fell", source=source, source_name=name)
    assert found.get("source_name") in (None, Code.MISATTACHED)
    return "source_name" in found


@pytest.mark.parametrize(
    ("text", "source", "cue", "name"),
    [
        ("Its chief, Ilan Roe, praised aid. He added that it fell.", "He", "added", "Vale"),
        ("Its chief, Ilan Roe, cut his trip. He vowed that it fell.", "He", "vowed", "Vale"),
        ("Its chief, Ilan Roe, said he was ill. He added that it fell.", "He", "added", "Vale"),
        ("Mayor Ada Hale left. The mill burned. She added that it fell.", "She", "added", "Vale"),
        ("Mayor Ilan Roe left. He was ill. “We know it fell,” he added.", "he", "added", "Vale"),
        ("Mayor Ilan Roe left. “We know it fell,” he added.", "he", "added", "Vale"),
        ("Mayor Ilan Roe left. Ten fell in Dorva on Friday, he said.", "he", "said", "Vale"),
        ("Mayor Ilan Roe said Vale fled. Ten fell, he added.", "he", "added", "Vale"),
        (
            "It fell, said Ilan Roe, an analyst at Kelmar. He added that ten fled.",
            "He",
            "added",
            "Vale",
        ),
        ("Vale sat. The mayor, Ilan Roe, left, and he added that it fell.", "he", "added", "Vale"),
        (
            "The aid group Lake Hands warned all. It said that it fell.",
            "It",
            "said",
            "Kelmar Union",
        ),
        ("Mayor Ilan Roe left. No one knew it fell, he added.", "he", "added", "Vale"),
        ("The Dorva Council met. It said that it fell.", "It", "said", "Kelmar Union"),
        ("The Dorva Council (DC) left. It said that it fell.", "It", "said", "Kelmar Union"),
    ],
)
def test_a_pronoun_takes_up_who_was_told_of_first(
    text: str, source: str, cue: str, name: str
) -> None:
    assert falls(text, source, cue, name)


@pytest.mark.parametrize(
    ("text", "source", "cue", "name"),
    [
        ("Its chief, Ilan Roe, left. He added that it fell.", "He", "added", "Ilan Roe"),
        ("Its chief, Ilan Roe, met Vale. He added that it fell.", "He", "added", "Vale"),
        ("Its chief, Ilan Roe, met him. He added that it fell.", "He", "added", "Vale"),
        ("Police held its chief, Ilan Roe. He added that it fell.", "He", "added", "Vale"),
        ("Mr. Roe left. She added that it fell.", "She", "added", "Vale"),
        ("Mayor Ilan Roe left. Ten fell with Vale, he said.", "he", "said", "Vale"),
        ("Mayor Ilan Roe said Vale fled. He said that ten fell.", "He", "said", "Vale"),
        ("Mr. Ilan Roe left. Ten fell in Dorva, she said.", "she", "said", "Vale"),
        ("Vale sat. The mayor, Ilan Roe, met him, and he added it.", "he", "added", "Vale"),
        ("The aid group Lake Hands wept. It said so.", "It", "said", "Lake Hands"),
        (
            "Vale sued. Vale won. Vale wept. Mayor Ada Hale said no. He added that it fell.",
            "He",
            "added",
            "Vale",
        ),
        ("Mayor Ilan Roe, known as Vale, left. He added that it fell.", "He", "added", "Vale"),
        ("Mayor Ilan Roe left. When Hale came, he added it fell.", "he", "added", "Vale"),
        ("The Dorva Council met Kelmar Union. It said it fell.", "It", "said", "Kelmar Union"),
        ("The Dorva Council left it. It said it fell.", "It", "said", "Kelmar Union"),
        ("The KU council met. It said it fell.", "It", "said", "Kelmar Union"),
        ("Norland left. It said it fell.", "It", "said", "Kelmar Union"),
        ("The Dorva valley burned. It said it fell.", "It", "said", "Kelmar Union"),
    ],
)
def test_what_may_be_meant_stands(text: str, source: str, cue: str, name: str) -> None:
    assert not falls(text, source, cue, name)
