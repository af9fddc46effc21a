"""Verbs that share a subject: what stands with one of them is not the other's."""

import pytest

from llmextract.article.syntax.predicates import parting_verb

_COURT = "A judge jailed driver Ada Roe for theft and acquitted her brother, Ilan, of fraud."
_FOUND = "Roe was found guilty on Friday of theft but cleared of fraud."
_SHOT = "Guards shot Ada Roe in May and then seized Ilan Hale."


def parted(sentence: str, verb: str, words: str) -> str | None:
    """The verb that parts words from another, each at its first place."""
    places = ((sentence.index(part), sentence.index(part) + len(part)) for part in (verb, words))
    found = parting_verb(sentence, *places)
    return None if found is None else sentence[slice(*found)]


@pytest.mark.parametrize(
    ("sentence", "verb", "words", "other"),
    [
        (_COURT, "jailed", "Ilan", "acquitted"),
        (_COURT, "acquitted", "Ada Roe", "jailed"),
        (_FOUND, "found guilty", "fraud", "cleared"),
        (_FOUND, "cleared", "theft", "found"),
        (_SHOT, "shot", "Ilan Hale", "seized"),
        (_SHOT, "seized", "Ada Roe", "shot"),
        (_COURT, "jailed", "Ada Roe", None),
        (_COURT, "acquitted", "Ilan", None),
        (_COURT, "acquitted", "A judge", None),
    ],
)
def test_what_stands_with_one_verb_is_not_the_others(
    sentence: str, verb: str, words: str, other: str | None
) -> None:
    assert parted(sentence, verb, words) == other


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        pytest.param("Guards arrested and charged Ada Roe.", "arrested", "Ada Roe", id="shared"),
        pytest.param("Guards held Ada Roe and freed him later.", "freed", "Ada Roe", id="taken-up"),
        pytest.param("They robbed a bank and shot Ada Roe.", "robbed", "Ada Roe", id="no-rival"),
        pytest.param("They hit Ada Roe and fled to Dorva.", "hit", "Dorva", id="where"),
        pytest.param("Ada Roe was hit and robbed by Ilan Hale.", "hit", "Ilan Hale", id="agent"),
        pytest.param(
            "They killed Ada Roe and wounded guards.", "killed", "guards", id="participle"
        ),
        pytest.param("Ada Roe said Hale lied and left Dorva.", "said", "Dorva", id="saying"),
        pytest.param("Guards shot Ada Roe; they seized Hale.", "shot", "Hale", id="semicolon"),
    ],
)
def test_what_may_be_of_both_is_left(sentence: str, verb: str, words: str) -> None:
    assert parted(sentence, verb, words) is None
