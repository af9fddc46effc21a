"""Whom a pronoun surely does not mean."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes

HALE = "Judge Ada Hale sat."
SPOKE = "The rebels left Dorva. Mayor Ilan Roe said the mill burned. He warned that it fell."


@pytest.mark.parametrize(
    ("text", "source", "cue", "name", "falls"),
    [
        pytest.param(
            f"{HALE} He told jurors that it fell, and Ada Hale left.",
            "He",
            "told",
            "Ada Hale",
            False,
            id="not-addressed",
        ),
        pytest.param(
            "Vale came. “Nobody beats Vale, it fell,” she said.",
            "she",
            "said",
            "Vale",
            False,
            id="named-outside-as-well",
        ),
        pytest.param(
            "Mr. Vale came. She said it fell.", "She", "said", "Vale", True, id="other-gender"
        ),
        pytest.param(
            "Mr. Vale and Mrs. Vale came. She said it fell.",
            "She",
            "said",
            "Vale",
            False,
            id="either-gender",
        ),
        pytest.param(
            "The Dorva Council met. He said it fell.",
            "He",
            "said",
            "Dorva Council",
            True,
            id="a-body",
        ),
        pytest.param(
            "Mayor Ilan Roe came. Then it said it fell.",
            "it",
            "said",
            "Ilan Roe",
            True,
            id="a-person-is-no-it",
        ),
        pytest.param(
            "Vale left. Ilan Roe, a farmer, did not call, but he wrote it fell.",
            "he",
            "wrote",
            "Vale",
            True,
            id="subject-before",
        ),
        pytest.param(
            "Vale left. Ilan Roe, a farmer, did not call him, but he wrote it fell.",
            "he",
            "wrote",
            "Vale",
            False,
            id="another-pronoun-before",
        ),
        pytest.param(SPOKE, "He", "warned", "Vale", True, id="spoke-before"),
        pytest.param(SPOKE, "He", "warned", "Ilan Roe", False, id="who-spoke"),
        pytest.param(
            SPOKE.replace("the mill", "Vale’s mill"), "He", "warned", "Vale", False, id="named-near"
        ),
        pytest.param(
            "Vale met rebels. Farmers said the mill burned. They warned that it fell.",
            "They",
            "warned",
            "Norland",
            True,
            id="many-spoke-before",
        ),
        pytest.param(
            "Clerk Ada Roe and her husband left. “It fell,” he said, “it fell”.",
            "he",
            "said",
            "Ada Roe",
            True,
            id="her-husband",
        ),
        pytest.param(
            "Clerk Ada Roe and her husband left. “It fell,” she said, “it fell”.",
            "she",
            "said",
            "Ada Roe",
            False,
            id="whose-husband",
        ),
        pytest.param(
            "The company Dorva Mills sold it. “No,” she said, “it fell”.",
            "she",
            "said",
            "Dorva Mills",
            True,
            id="called-a-company",
        ),
        pytest.param(
            "Police told the company Ada Hale had fled. “No,” she said, “it fell”.",
            "she",
            "said",
            "Ada Hale",
            False,
            id="told-a-company",
        ),
        pytest.param(
            "Vale met Hale. As you said, Hale, it fell.",
            "you",
            "said",
            "Hale",
            False,
            id="the-vocative-itself",
        ),
    ],
)
def test_a_pronoun_means_nobody_else(
    text: str, source: str, cue: str, name: str, *, falls: bool
) -> None:
    text = text if name in text else f"{text} {name} came."
    found = codes(text, cue, "it fell", source=source, source_name=name)
    assert found.get("source_name") is (Code.MISATTACHED if falls else None)
