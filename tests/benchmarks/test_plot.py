"""The plot is a drawing that can be read without seeing it."""

from xml.etree import ElementTree

from benchmarks.plot import Plot, Series, draw, spread

SVG = "{http://www.w3.org/2000/svg}"
PLOT = Plot("Cost <of> words", "It grows.", "words", "s", [Series("a & b", [(10, 0.1), (1000, 9)])])


def drawn(plot: Plot) -> ElementTree.Element:
    return ElementTree.fromstring(draw(plot))  # noqa: S314 (our own drawing)


def test_it_has_a_title_a_description_and_names_on_its_axes() -> None:
    root = drawn(PLOT)
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == "Cost <of> words"
    assert root.findtext(f"{SVG}desc") == "It grows."
    assert {"words", "s", "a & b", "10", "1,000", "0.1"} <= set(texts)


def test_a_decade_is_as_wide_as_the_next() -> None:
    points = [(1.0, 1.0), (10.0, 10.0), (100.0, 100.0)]
    root = drawn(Plot("", "", "", "", [Series("", points)]))
    dots = [(float(c.get("cx", 0)), float(c.get("cy", 0))) for c in root.iter(f"{SVG}circle")]
    (x1, y1), (x2, y2), (x3, y3) = dots
    assert round(x2 - x1, 1) == round(x3 - x2, 1) > 0
    assert round(y1 - y2, 1) == round(y2 - y3, 1) > 0


def test_names_do_not_stand_on_each_other() -> None:
    assert spread([50, 10, 12, 11], 5) == [50, 10, 20, 15]
