"""Times that are said to be those of a saying and are of what is said, or of something else."""

import pytest

from llmextract.judge.verdict import Code
from tests.judge.test_attribution import codes

_CUES = ("called", "demanded", "put", "said", "urged", "vowed")


@pytest.mark.parametrize(
    ("text", "content", "time", "falls"),
    [
        pytest.param(
            "Roe said that on Monday it fell.", "that on Monday it fell", "Monday", True, id="that"
        ),
        pytest.param(
            "Roe said it fell on Monday.", "it fell on Monday", "Monday", True, id="at-its-end"
        ),
        pytest.param(
            "Roe said he saw the ones that fell when Hale left in May.",
            "he saw the ones that fell when Hale left in May",
            "May",
            True,
            id="of-its-last-clause",
        ),
        pytest.param(
            "It will fall on Monday, Roe said.", "It will fall on Monday", "Monday", True, id="will"
        ),
        pytest.param(
            "It fell on Monday, Roe said.", "It fell on Monday", "Monday", True, id="told-before"
        ),
        pytest.param(
            "Men asked for it in June, and it fell, Roe said.",
            "Men asked for it in June, and it fell",
            "June",
            True,
            id="between-what-is-said",
        ),
        pytest.param(
            "France urged calm in a statement issued on Monday.",
            "calm",
            "Monday",
            False,
            id="in-a-statement",
        ),
        pytest.param(
            "Roe demanded an inquiry on Monday.", "an inquiry", "Monday", False, id="of-an-object"
        ),
        pytest.param(
            "Roe said it fell before the vote, on Monday.",
            "it fell before the vote",
            "Monday",
            True,
            id="behind-a-clause",
        ),
        pytest.param(
            "Roe put it at 21, but raised it on Monday.", "it at 21", "Monday", True, id="raised"
        ),
        pytest.param(
            "Hale left, Roe said on Monday. It fell.", "Hale left", "Monday", False, id="in-its-tag"
        ),
        pytest.param(
            "Roe vowed to take it by July.", "to take it by July", "July", True, id="to-do-it-by"
        ),
        pytest.param(
            "The bank will shut, Hale announced on Friday. Roe called it a ploy.",
            "it a ploy",
            "Friday",
            True,
            id="announced-there",
        ),
        pytest.param(
            "Roe said on Monday it fell, adding that it broke.",
            "it broke",
            "Monday",
            False,
            id="of-what-goes-on",
        ),
        pytest.param(
            "Roe said Tuesday it fell. The vote is on Monday.",
            "it fell",
            "Monday",
            True,
            id="another-sentence",
        ),
        pytest.param(
            "Roe said it fell. The vote is on Monday.",
            "it fell",
            "Monday",
            True,
            id="the-only-one",
        ),
        pytest.param(
            "Roe said Tuesday it fell. He had spoken of it on Monday.",
            "it fell",
            "Monday",
            False,
            id="told-there-as-well",
        ),
        pytest.param(
            "Roe said it fell, less than was expected in July.", "it fell", "July", True, id="than"
        ),
        pytest.param(
            "Roe, who was jailed in 2014, said it fell.", "it fell", "2014", True, id="insertion"
        ),
        pytest.param(
            "Roe, who said in 2014 that it fell, left.", "it fell", "2014", False, id="within-it"
        ),
        pytest.param(
            "Roe said it would leave on Monday.",
            "it would leave on Monday",
            "Monday",
            True,
            id="of-what-is-to-come",
        ),
        pytest.param(
            "Roe said it had left on Monday.", "it had left on Monday", "Monday", True, id="had"
        ),
        pytest.param(
            "Roe said it fell from Monday.",
            "it fell from Monday",
            "Monday",
            True,
            id="from-then",
        ),
        pytest.param(
            "Roe said Tuesday it fell. Men, police said, hit mills in Dorva on Monday.",
            "it fell",
            "Monday",
            True,
            id="of-a-deed-there",
        ),
        pytest.param(
            "Roe said Tuesday it fell. He had told Hale so on Monday.",
            "it fell",
            "Monday",
            False,
            id="of-a-saying-there",
        ),
        pytest.param(
            "Hale would decide by May and Roe said it fell.", "it fell", "May", True, id="deadline"
        ),
    ],
)
def test_the_time_of_a_saying_is_no_other(
    text: str, content: str, time: str, *, falls: bool
) -> None:
    cue = next(word for word in _CUES if f" {word}" in text)
    found = codes(text, cue, content, source="Roe", time=time)
    assert found.get("time") is (Code.MISATTACHED if falls else None)
