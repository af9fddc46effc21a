"""What another verb brings than the words of saying that a record gives."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes


def falls(text: str, cue: str, content: str) -> bool:
    """Whether what is said is refused beside words of saying."""
    found = codes(text, cue, content)
    assert found.get("content[0]") in (None, Code.MISATTACHED)
    return "content[0]" in found


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Roe accused Hale of theft and pledged to quit.", "accused", "to quit"),
        (
            "Roe announced a sale, dismissing a claim by guards that it fell.",
            "announced",
            "it fell",
        ),
        ("Mills fell, while Hale expects a rise.", "expects", "Mills fell"),
        ("Roe said it fell but denied that Hale had left.", "said", "that Hale had left"),
        ("Roe denied it, and a clerk suggested that Hale fled.", "denied", "that Hale fled"),
        ("Roe warned Hale, while Kelmar has promised Dorva grain.", "warned", "Dorva grain"),
        ("Roe pledged aid and said that, in all, ten came.", "pledged", "ten came"),
        ("Roe denied any part in it and offered to quit Dorva.", "offered", "any part in it"),
        ("Roe ordered a raid and asked the court to sit.", "asked", "a raid"),
        ("The mill burned, and Roe said the barn would rise.", "said", "The mill burned"),
        ("The mill burned, where the army says it fell back.", "says", "The mill burned"),
        ("It fell on Roe, who told the court that Hale fled.", "told", "It fell on Roe"),
        ("“The mill fell,” Roe said, adding that Hale fled.", "adding", "The mill fell"),
        ("Roe urged all to rest, stressing that ten fell.", "urged", "ten fell"),
        ("Roe condemned it and warned that all pay unless he left.", "condemned", "he left"),
        ("Roe denied that it fell, and alleged, unasked, that Hale fled.", "alleged", "it fell"),
        (
            "Roe said ten fell, wounding one, and threatened to leave Dorva.",
            "threatened",
            "ten fell",
        ),
        (
            "Roe described the plan as bold, and said it would work.",
            "said",
            "described the plan as bold",
        ),
        ("Ten fell, for which Roe wept, having said that he hit a mill.", "said", "Ten fell"),
    ],
)
def test_another_verb_brings_it(text: str, cue: str, content: str) -> None:
    assert falls(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Roe accused Hale of theft and pledged to quit.", "accused", "Hale of theft"),
        ("Roe announced a sale, citing a claim by guards that it fell.", "claim", "it fell"),
        ("Mills fell, and Hale said so.", "said", "Mills fell"),
        ("Roe accused Hale of theft and pledged to quit.", "pledged", "to quit"),
        ("Roe described the plan as bold, and said it would work.", "said", "it would work"),
        ("Roe said it fell and burned to ashes.", "said", "it fell and burned to ashes"),
        ("Roe said it fell, and said Hale fled.", "said", "Hale fled"),
        ("Roe said Hale and Vale fled.", "said", "Hale and Vale fled"),
        ("The mill burned, Roe said on Monday in Dorva.", "said", "The mill burned"),
        ("The mill burned, and the barn fell, Roe said.", "said", "The mill burned"),
        ("The mill burned, and, Roe said, the barn fell.", "said", "The mill burned"),
        ("“The mill fell,” Roe said, adding that Hale fled.", "said", "The mill fell"),
        ("“The mill fell,” Roe said, adding that Hale fled.", "adding", "that Hale fled"),
        ("The mill fell, Roe told Hale, who left.", "told", "The mill fell"),
        ("Roe urged all to rest, stressing that ten fell.", "stressing", "ten fell"),
        ("Roe urged all to rest, stressing that ten fell.", "urged", "all to rest"),
        ("Roe condemned it and warned that all would pay.", "warned", "all would pay"),
        ("Roe said it failed and that all would pay.", "said", "all would pay"),
        ("Ten fell, Roe said that day.", "said", "Ten fell"),
        ("“Ten fell,” Roe said that he wrote.", "said", "“Ten fell,”"),
    ],
)
def test_what_words_of_saying_may_bring_stands(text: str, cue: str, content: str) -> None:
    assert not falls(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Hale, who heads the fund, urged Dorva to pay.", "urged", "heads the fund"),
        ("Hale (DU), who heads the fund, said it fell.", "said", "heads the fund"),
        ("Hale, who will visit Dorva, announced a loan.", "announced", "visit Dorva"),
        ("Hale, who was paid, wept and said that he left.", "said", "was paid"),
        ("Roe warned of war on Hale, who left in May.", "warned", "who left in May"),
    ],
)
def test_a_relative_clause_is_told_by_the_article(text: str, cue: str, content: str) -> None:
    assert falls(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Roe said Hale, who fled, was ill.", "said", "Hale, who fled, was ill"),
        ("Roe asked who fled.", "asked", "who fled"),
        ("Roe asked Hale who fled in May.", "asked", "who fled in May"),
    ],
)
def test_one_that_somebody_says_stands(text: str, cue: str, content: str) -> None:
    assert not falls(text, cue, content)


def test_a_deed_before_words_of_saying_is_not_said() -> None:
    text = "Ada Hale and Roe held a vigil in Dorva, demanding peace."
    deed = codes(text, "demanding", "held a vigil", source="Ada Hale and Roe")
    assert "content[0]" in deed
    assert "content[0]" not in codes(text, "demanding", "peace", source="Ada Hale and Roe")


FELL = "Ada Hale said the mill fell."


@pytest.mark.parametrize(
    ("text", "source", "content", "path"),
    [
        (f"{FELL} Its chief, Ilan Roe, said the barn rose.", "Ada Hale", "the barn rose", "source"),
        (
            f"{FELL} A guard denied it and said the barn rose.",
            "Ada Hale",
            "the barn rose",
            "source",
        ),
        ("A guard left. An envoy of Kelmar said it rose.", "A guard", "it rose", "source"),
    ],
)
def test_who_says_nothing_of_it_is_no_source(
    text: str, source: str, content: str, path: str
) -> None:
    assert codes(text, "said", content, source=source).get(path) is Code.MISATTACHED


def test_a_piece_that_another_says_falls_alone() -> None:
    text = f"{FELL} Its chief, Ilan Roe, said the barn rose."
    found = codes(text, "said", "the mill fell", "the barn rose", source="Ada Hale")
    assert found == {"content[1]": Code.MISATTACHED}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (f"{FELL} She said the barn rose.", "Ada Hale", "the barn rose"),
        (f"{FELL} Hale said the barn rose.", "Ada Hale", "the barn rose"),
        (f"{FELL} The mayor said the barn rose.", "Ada Hale", "the barn rose"),
        (f"{FELL} “The barn rose.”", "Ada Hale", "“The barn rose.”"),
    ],
)
def test_who_may_say_it_elsewhere_stands(text: str, source: str, content: str) -> None:
    found = codes(text, "said", content, source=source)
    assert "source" not in found
