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
    ],
)
def test_another_verb_brings_it(text: str, cue: str, content: str) -> None:
    assert falls(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Roe accused Hale of theft and pledged to quit.", "accused", "Hale of theft"),
        ("Roe accused Hale of theft and pledged to quit.", "pledged", "to quit"),
        ("Roe said it fell and burned to ashes.", "said", "it fell and burned to ashes"),
        ("Roe said it fell, and said Hale fled.", "said", "Hale fled"),
        ("Roe said Hale and Vale fled.", "said", "Hale and Vale fled"),
        ("The mill burned, Roe said on Monday in Dorva.", "said", "The mill burned"),
        ("The mill burned, and the barn fell, Roe said.", "said", "The mill burned"),
        ("The mill burned, and, Roe said, the barn fell.", "said", "The mill burned"),
        ("“The mill fell,” Roe said, adding that Hale fled.", "said", "The mill fell"),
        ("“The mill fell,” Roe said, adding that Hale fled.", "adding", "that Hale fled"),
        ("The mill fell, Roe told Hale, who left.", "told", "The mill fell"),
    ],
)
def test_what_words_of_saying_may_bring_stands(text: str, cue: str, content: str) -> None:
    assert not falls(text, cue, content)


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
