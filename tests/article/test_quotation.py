"""Speech over several sentences of a paragraph."""

import pytest

from llmextract import Article
from llmextract.article.quotation import is_quoted, may_be_quoted, whole_speech

Pieces = list[tuple[int, str]]


def around(text: str, words: str) -> tuple[Pieces, Pieces] | None:
    article = Article(text=text)
    start = text.index(words)
    sentence = article.sentence_at(start)
    assert sentence is not None
    speech = whole_speech(
        text, article.sentences, sentence.number, start, start + len(words), most=4
    )
    return None if speech is None else (list(speech.before), list(speech.behind))


@pytest.mark.parametrize(
    ("text", "words", "before", "behind"),
    [
        pytest.param(
            "“The road is lost. The bridge is lost,” she said. It rained.",
            "The bridge is lost",
            [(1, "The road is lost.")],
            [],
            id="it-began-before",
        ),
        pytest.param(
            'He said: "The road is lost. The bridge is lost." It rained.',
            "The road is lost",
            [],
            [(2, "The bridge is lost.")],
            id="straight-marks",
        ),
        pytest.param(
            "“The road is lost,” she said. “The bridge is lost. All is lost.” It rained.",
            "The road is lost",
            [],
            [(2, "The bridge is lost."), (3, "All is lost.")],
            id="it-goes-on-behind-the-speaker",
        ),
        pytest.param(
            "“The road is lost,” she said. “The bridge is lost,” he said.",
            "The road is lost",
            [],
            [],
            id="another-speaker",
        ),
        pytest.param(
            "“The road is lost,” she said.\n\n“The bridge is lost.”",
            "The road is lost",
            [],
            [],
            id="another-paragraph",
        ),
        pytest.param(
            "“One. Two. Three. Four. Five. Six,” she said.",
            "Six",
            [(3, "Three."), (4, "Four."), (5, "Five.")],
            [],
            id="no-more-than-a-record-may-cite",
        ),
        pytest.param(
            "She said: “The road is lost. The bridge is lost.",
            "The road is lost",
            None,
            None,
            id="never-closed",
        ),
        pytest.param("She said the road is lost.", "the road is lost", None, None, id="unquoted"),
    ],
)
def test_the_rest_of_a_speech(
    text: str, words: str, before: Pieces | None, behind: Pieces | None
) -> None:
    expected = None if before is None else (before, behind)
    assert around(text, words) == expected


@pytest.mark.parametrize(("words", "quoted"), [("lost", True), ("she said", False)])
def test_what_stands_between_marks(words: str, *, quoted: bool) -> None:
    text = "“The road is lost,” she said."
    start = text.index(words)
    assert is_quoted(text, Article(text=text).sentences, 1, start, start + len(words)) is quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The governor added:\n\nIt is bad. It rained.", True),
        ("The governor added.\n\nIt is bad. It rained.", False),
        ("The governor added:\n\nIt is bad.\n\nIn Dorva, it rained.", False),
    ],
)
def test_a_paragraph_under_a_colon_may_be_quoted_without_marks(text: str, *, quoted: bool) -> None:
    start = text.index("rained")
    assert may_be_quoted(text, start, len(text)) is quoted
