"""Why a quote was not found."""

from pathlib import Path
from random import Random

import pytest

from llmextract.article.locate import Index
from tests.article.variants import FALSE

_SEED = Path(__file__).parents[2] / "seeds" / "003_1b39a696f4844e84.txt"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("other_digit", "number_differs"),
        ("other_name", "name_differs"),
        ("other_letter_in_name", "name_differs"),
        ("other_day", "name_differs"),
        ("negated", "negation_differs"),
        ("denied", "negation_differs"),
        ("hedged", "words_differ"),
        ("swapped_neighbours", "order_differs"),
    ],
)
def test_the_code_names_the_edit(kind: str, code: str) -> None:
    text = _SEED.read_text("utf-8")
    index, random = Index(text), Random(kind)
    quotes = [quote for quote in text.split("\n") if len(quote) < 300]
    variants = [variant for quote in quotes if (variant := FALSE[kind](quote, random))]
    assert len(variants) >= 2
    assert {index.locate(variant).code for variant in variants} == {code}


def test_words_in_another_order_are_told_from_other_words() -> None:
    text = "On Tuesday the army took two villages near the city. Nothing else happened there."
    location = Index(text).locate("city near the two villages army the took Tuesday")
    assert location.code == "order_differs"
    assert location.nearest == "Tuesday the army took two villages near the city"


@pytest.mark.parametrize(
    ("text", "quote", "code", "nearest"),
    [
        ("It fell to -5 degrees.", "5 degrees", "number_differs", "-5 degrees"),
        ("We can't go there.", "We can", "negation_differs", "We can't"),
        ("Near Kafr'a village.", "Near Kafr", "name_differs", "Near Kafr'a"),
    ],
)
def test_part_of_a_word_is_near_the_whole(text: str, quote: str, code: str, nearest: str) -> None:
    location = Index(text).locate(quote)
    assert (location.code, location.nearest) == (code, nearest)


def test_only_the_ranges_asked_for_are_compared() -> None:
    text = "The army took Hama. The rebels took Idlib."
    index = Index(text)
    assert index.locate("The army took Homs").nearest == "The army took Hama"
    assert index.locate("The army took Homs", [(20, 42)]).nearest == "The rebels took Idlib"
