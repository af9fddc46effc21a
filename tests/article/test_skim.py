"""A look at the raw text agrees with the thorough search, or leaves the quote to it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.locate import Index
from llmextract.article.skim import Skim

_PLAIN = (
    "rebels army's villages captured commander counter-attack countryside governor's residents "
    "the we and 100 000 1,600 -5 $5 5% F16 U.S. non- co-operate (SOHR) “we …  ... . . Hama, Hama. "
    "Hama’s al-Sham é déjà Erdoğan rebels—some village's “the army” 'the army' soldiers' 5km 5.5 "
    "villages.\n\nvillages\n villager ~200 country- con- tryside €7 *bold*"
).split(" ")
_ACCIDENTS = "straße \u0130dlib e\u0301 \u200b &amp; R&D [1] Ã© \xa0 \\n <b> ==".split(" ")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
TEXTS = st.lists(
    st.sampled_from(_PLAIN) | st.sampled_from(_PLAIN * 9 + _ACCIDENTS), min_size=1, max_size=25
).map(" ".join)


def slip(words: str, random: Random) -> str:
    """The words with one letter lost, added, changed or swapped with the next."""
    places = [n for n, letter in enumerate(words[:-1]) if letter in _LETTERS]
    if not places:
        return words
    at, new = random.choice(places), random.choice(_LETTERS)
    return random.choice(
        (
            words[:at] + words[at + 1 :],
            words[:at] + new + words[at:],
            words[:at] + new + words[at + 1 :],
            words[:at] + words[at + 1] + words[at] + words[at + 2 :],
        )
    )


@given(TEXTS, st.data(), st.randoms(use_true_random=False), st.booleans())
def test_an_answer_is_that_of_the_thorough_search(
    text: str, data: st.DataObject, random: Random, slipped: bool
) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    quote = slip(text[start:stop], random) if slipped else text[start:stop]
    within = data.draw(
        st.none()
        | st.lists(
            st.tuples(st.integers(-3, len(text)), st.integers(-3, len(text) + 3)), max_size=2
        )
    )
    found = Skim(text).locate(quote, within)
    assert found is None or found == Index(text).locate(quote, within)


_TEXT = "The rebels captured the village. On Monday, residents of Kafr Zita left the countryside."


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        pytest.param("residents of Kafr Zita", "exact", id="verbatim"),
        pytest.param("On Monday, residents of Kafr Zita left the contryside.", "fuzzy", id="lost"),
        pytest.param("On Monday, residennts of Kafr Zita left the", "fuzzy", id="added"),
        pytest.param("rebels capturde the village. On Monday", "fuzzy", id="swapped"),
    ],
)
def test_what_stands_there_once_is_settled(quote: str, status: str) -> None:
    found = Skim(_TEXT).locate(quote)
    assert found is not None
    assert found == Index(_TEXT).locate(quote)
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param(_TEXT, "the", id="twice"),
        pytest.param(_TEXT, "THE REBELS captured", id="other case"),
        pytest.param(_TEXT, "residents of Homs", id="another word"),
        pytest.param(_TEXT, "The ... village", id="ellipsis"),
        pytest.param(_TEXT + " &quot;", "The rebels captured", id="entity in the text"),
        pytest.param(_TEXT + " cafÃ©", "The rebels captured", id="mojibake in the text"),
        pytest.param(_TEXT + " THE-REBELS, captured!", "The rebels captured", id="other form"),
        pytest.param(_TEXT, "The rebels left the village on", id="two words"),
        pytest.param(_TEXT, "", id="empty"),
    ],
)
def test_doubt_is_left_to_the_thorough_search(text: str, quote: str) -> None:
    assert Skim(text).locate(quote) is None
