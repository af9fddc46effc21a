"""One slip of the pen."""

import pytest

from llmextract.article.slips import is_slip


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        pytest.param("military", "militar", id="cut"),
        pytest.param("military", "miliary", id="lost"),
        pytest.param("military", "millitary", id="doubled"),
        pytest.param("military", "miltiary", id="swapped"),
        pytest.param("military", "militery", id="changed"),
        pytest.param("rebels", "rebel", id="plural-cut"),
        pytest.param("withdrew", "witdrew", id="irregular-lost"),
        pytest.param("gunmen", "gnumen", id="men-swapped"),
        pytest.param("allegedly", "allegedl", id="hedge-cut"),
    ],
)
def test_one_letter_is_a_slip(meant: str, written: str) -> None:
    assert is_slip(meant, written)


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        pytest.param("military", "military", id="same"),
        pytest.param("increased", "decreased", id="two-letters"),
        pytest.param("president", "resident", id="first-letter"),
        pytest.param("patrolled", "petrolled", id="look-alike"),
        pytest.param("attacked", "attached", id="look-alike-inflected"),
        pytest.param("united", "untied", id="look-alike-swapped"),
        pytest.param("withdrew", "withdraw", id="irregular-tense"),
        pytest.param("immunity", "impunity", id="look-alike-of-law"),
        pytest.param("gunman", "gunmen", id="man-and-men"),
        pytest.param("policewomen", "policewoman", id="women-and-woman"),
        pytest.param("thousands", "thousand", id="number-word"),
        pytest.param("possible", "possibly", id="hedge"),
        pytest.param("without", "withut", id="negation"),
        pytest.param("lawful", "unlawful", id="prefix"),
        pytest.param("rebel", "rebels", id="plural"),
        pytest.param("receive", "received", id="tense"),
        pytest.param("Hamas", "Hama", id="name"),
        pytest.param("were", "where", id="short"),
        pytest.param("200000", "20000", id="digits"),
    ],
)
def test_another_word_is_no_slip(meant: str, written: str) -> None:
    assert not is_slip(meant, written)
