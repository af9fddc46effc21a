"""The ways in which a sentence says that a cue brings words, and that somebody says them."""

import pytest

from llmextract.judge.rules.saying.licences import brings, named_speaker, speaks, verbs_in


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "cue", "words", "holds"),
    [
        ("Roe said on Monday that it fell.", "said", "it fell", True),
        ("Roe told reporters that it fell.", "told", "it fell", True),
        ("Roe said he had warned them but no car came.", "said", "no car came", True),
        ("Roe, who warned Hale, said it fell.", "said", "it fell", True),
        ("It fell, Roe said.", "said", "It fell", True),
        ("It fell, a guard, who asked not to be named, said.", "said", "It fell", True),
        ("It fell and more will, Roe said.", "said", "It fell", True),
        ("It fell, Radio Nord reported, citing Roe.", "citing", "It fell", True),
        ("It fell, Radio Nord quoted Roe as saying.", "saying", "It fell", True),
        ("It fell, which Roe denied.", "denied", "It fell", True),
        ("It fell, but Roe denied the claim.", "denied", "It fell", True),
        ("Roe promised aid, while Hale accused him of lying.", "promised", "lying", False),
        ("Roe condemned it and called on all to talk.", "condemned", "to talk", False),
        ("Roe called it “junk” and vowed to stay.", "vowed", "“junk”", False),
        ("It fell, and Roe said the barn rose.", "said", "It fell", False),
        ("It fell, while the unions called for calm.", "called for", "It fell", False),
        (
            "It fell, Hale reported, and Radio Nord quoted him as saying no.",
            "saying",
            "fell",
            False,
        ),
    ],
)
def test_what_a_cue_brings(text: str, cue: str, words: str, *, holds: bool) -> None:
    assert (brings(text, place(text, cue), place(text, words)) is None) is holds


@pytest.mark.parametrize(
    ("text", "cue", "source", "holds"),
    [
        ("Roe said it fell.", "said", "Roe", True),
        ("It fell, said Ilan Roe.", "said", "Ilan Roe", True),
        ("Roe urged men to wait and promised aid.", "promised", "Roe", True),
        ("Gen. Ada Roe, head of the Dorva Guard said no.", "said", "Ada Roe", True),
        ("Roe, citing police, said it fell.", "said", "police", True),
        ("It fell, while Roe, the mayor, said no.", "said", "Roe", True),
        ("Roe was the first who said it fell.", "said", "Roe", True),
        ("A man held on Monday who said it fell left.", "said", "A man", True),
        ("“We fear it fell,” Roe said.", "fear", "Roe", True),
        ("Roe urged men to wait and promised aid.", "promised", "men", False),
        (
            "Roe rejected a plea by the envoy Hale that it wait, and vowed it.",
            "vowed",
            "Hale",
            False,
        ),
        ("Roe rejected a plea by the envoy Hale that it wait, and vowed it.", "vowed", "Roe", True),
        ("Roe quoted Ada Hale, who denied it and vowed to go.", "vowed", "Ada Hale", True),
        ("A guard, speaking to the Courier, said it fell.", "said", "the Courier", False),
        ("The bank declined to speak of the note, which said no.", "said", "The bank", False),
        ("The mill fell, the army said.", "said", "The mill", False),
        ("It fell, said Ada Vale, who had met Ilan Roe.", "said", "Ilan Roe", False),
        ("It fell, said clerks, whose work was paid for by Roe.", "said", "Roe", False),
        ("It fell, said a man who gave his name as Roe.", "said", "Roe", True),
    ],
)
def test_who_says_it(text: str, cue: str, source: str, *, holds: bool) -> None:
    assert (speaks(text, place(text, cue), place(text, source)) is None) is holds


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Reporters showed records, and Roe said so.", ["showed", "said"]),
        ("The reported claim by Hale was accused by Roe.", ["accused"]),
        ("Roe, who said so, left (as Hale told us).", []),
        ("“They said so,” she wrote, adding more.", ["wrote", "adding"]),
    ],
)
def test_verbs_that_may_bring_what_is_said(text: str, verbs: list[str]) -> None:
    assert [text[slice(*found)] for found in verbs_in(text, 0, len(text))] == verbs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It fell,” former mayor Ilan Roe said.", "former mayor Ilan Roe"),
        ("“It fell,” said his deputy, Ada Hale.", "his deputy, Ada Hale"),
        ("A guard said it fell.", "A guard"),
        ("She said it fell.", None),
        ("The army said it fell.", None),
    ],
)
def test_who_is_named_as_speaker(text: str, name: str | None) -> None:
    found = named_speaker(text, place(text, "said"))
    assert (found.rstrip(".") if found is not None else None) == name
