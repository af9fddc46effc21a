"""Who speaks where another hands it on."""

import pytest

from llmextract.judge.rules.saying.handed_on import handed_on


@pytest.mark.parametrize(
    ("sentence", "cue", "who", "other"),
    [
        ("Roe quoted Hale as saying it fell.", "saying", "Roe", "Hale"),
        ("Roe quoted Hale as saying it fell.", "saying", "Hale", None),
        ("Roe was quoted by Hale as saying it fell.", "saying", "Hale", "was quoted by Hale as"),
        ("Roe was quoted by Hale as saying it fell.", "saying", "Roe", None),
        ("Roe was quoted as saying it fell.", "saying", "Roe", None),
        ("Roe believes Hale, who said it fell.", "said", "Roe", "Hale"),
        ("Roe believes Hale, who said it fell.", "said", "Hale", None),
        ("Roe, owner of a mill in Dorva, who said it fell.", "said", "Roe", None),
        ("Nobody said it fell.", "said", "Nobody", None),
        ("Roe said it fell.", "said", "Roe", None),
    ],
)
def test_who_says_so_is_whom_the_words_before_name(
    sentence: str, cue: str, who: str, other: str | None
) -> None:
    words, said = ((sentence.index(part), sentence.index(part) + len(part)) for part in (who, cue))
    assert handed_on(sentence, words, said) == other
