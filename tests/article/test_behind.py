"""Words behind a verb that are surely not its subject."""

import pytest

from llmextract.article.syntax.behind import is_behind_verb


@pytest.mark.parametrize(
    ("sentence", "verb", "words", "behind"),
    [
        pytest.param("Guards have also endorsed Hale.", "endorsed", "Hale", True, id="object"),
        pytest.param("The panel voted to send it to the House.", "voted", "House", True, id="to"),
        pytest.param(
            "Fans held a march against mayor Ada Roe.", "held", "Ada Roe", True, id="title"
        ),
        pytest.param("It rejected a plea from men in Dorva.", "rejected", "Dorva", True, id="in"),
        pytest.param("The bill was rejected by Roe.", "rejected", "Roe", False, id="agent"),
        pytest.param(
            "The bill, rejected in May by Roe.", "rejected", "Roe", False, id="agent-later"
        ),
        pytest.param("In the hall sat in silence Roe.", "sat", "Roe", False, id="inverted"),
        pytest.param("Asked about it at dawn, Roe left.", "Asked", "Roe", False, id="fronted"),
        pytest.param("Ten voted against, among them Roe.", "voted", "Roe", False, id="among"),
        pytest.param("Among those who voted against was Roe.", "voted", "Roe", False, id="was"),
        pytest.param("The court heard from Roe.", "heard", "Roe", False, id="heard-from"),
        pytest.param("“It fell,” said a guard in Dorva.", "said", "Dorva", False, id="saying"),
        pytest.param("Roe rejected it.", "rejected", "Roe", False, id="before"),
        pytest.param("Roe endorsed Hale.", "endorsed", "Hale", False, id="left-to-the-subject"),
    ],
)
def test_what_a_verb_is_done_to_or_a_preposition_holds(
    sentence: str, verb: str, words: str, *, behind: bool
) -> None:
    def place(part: str) -> tuple[int, int]:
        return sentence.index(part), sentence.index(part) + len(part)

    assert is_behind_verb(sentence, place(verb), place(words)) is behind
