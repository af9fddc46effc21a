"""Where sentences end, and that their offsets reproduce the text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from llmextract.article.regions import Region, find_regions
from llmextract.article.sentences import split_sentences
from tests.operations import operations

SEEDS = Path(__file__).parents[2] / "seeds"


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. Army left the U.N. Special Envoy for Syria, Geir Pedersen, behind.",
        "Mr. Doe met Gen. Roe, Lt. Col. Miles and J. K. Rowling at 9 a.m. Monday in St. Louis.",
        "It fell on Nov. 27 as No. 5, e.g. Hama, with 1.5 million people (approx. Half).",
        "“We condemn this attack… There is no doubt,” Zakharova said.",
        '"We condemn this attack... There is no doubt," she said.',
        "“It is over.” she said.",
        "“Why now?” he asked.",
        "“Why now?” Zakharova asked.",
        "“Is Cyprus the new base?” – Concern and fear in Turkey",
        "See https://example.org/a.html?b=C.D and report.Final.pdf or Example.Com for more.",
        "1. The first item",
        "The army\nsaid it had retaken two villages near the\nCity of Hama.",
        "「行かない。」と述べた。",
        "He has one goal ... peace.",
    ],
)
def test_one_sentence_stays_whole(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["It holds the 25th Division.", "The army left."], id="division"),
        pytest.param(["He left the U.S.", "The army stayed."], id="acronym-at-the-end"),
        pytest.param(["They met at 9 a.m.", "It rained."], id="hour-at-the-end"),
        pytest.param(["It began in 2011.", "In 2015, Russia came."], id="year"),
        pytest.param(["Ten fell ill.", "Assad left."], id="word-like-a-state"),
        pytest.param(["He said no.", "Assad left."], id="no"),
        pytest.param(["“We agree,” she added.", "“We support order.”"], id="quote-at-the-end"),
        pytest.param(["It was “intense.”", "Forces left."], id="stop-in-the-quote"),
        pytest.param(["It is over…", "The army left."], id="ellipsis-outside-a-quotation"),
        pytest.param(["(He left.)", "She stayed."], id="parentheses"),
        pytest.param(["It fell.[2]", "Assad left."], id="reference"),
        pytest.param(["It was Syriaโ€™s โ€œwar.โ€\x9d", "โ€œWe left.โ€\x9d"], id="mojibake"),
        pytest.param(["Really?!", "Yes!", "No."], id="marks"),
        pytest.param(["هل سقطت حماة؟", "نعم سقطت."], id="arabic"),
        pytest.param(["حماہ گر گیا۔", "فوج چلی گئی۔"], id="urdu"),
        pytest.param(["सेना चली गई।", "शहर गिर गया।"], id="hindi"),
        pytest.param(["Хама пала.", "Армия ушла."], id="russian"),
    ],
)
def test_sentences_are_cut(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["军队反攻。", "“我们赢了！”", "他说。"], id="chinese"),
        pytest.param(["They left the region.", "The army stayed."], id="glued"),
        pytest.param(["“We left the region.”", "The army stayed."], id="glued-quote"),
    ],
)
def test_sentences_without_white_space_between_are_cut(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences


def test_sentence_takes_the_region_of_its_block() -> None:
    text = (SEEDS / "004_85b440c575b671d9.txt").read_bytes().decode()
    regions = {sentence.text: sentence.region for sentence in split_sentences(text)}
    assert regions["Syrian Army Strikes Back in Hama Against Rebels"] is Region.TITLE
    assert regions["These claims could not be independently verified."] is Region.BODY
    assert regions["Required fields are marked *"] is Region.BOILERPLATE


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("000_e095b754d7baf10a", 21),
        ("001_e947177821f2002d", 15),
        ("002_00e9475819bc7133", 42),
        ("003_1b39a696f4844e84", 17),
        ("004_85b440c575b671d9", 27),
    ],
)
def test_seed_has_the_sentences_a_reader_counts(name: str, count: int) -> None:
    assert len(cut((SEEDS / f"{name}.txt").read_bytes().decode())) == count


PIECES = st.sampled_from(
    [
        *".!?…。؟।\"“”’)([*-—'",
        "\n",
        "\r\n",
        " ",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "a",
        "The",
        "U.S.",
        "โ€™",
        "1",
        "と",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
@example("。")
@example("a.\u2028\x1c")
def test_sentences_reproduce_the_text(text: str) -> None:
    sentences = split_sentences(text)
    assert [sentence.number for sentence in sentences] == list(range(1, len(sentences) + 1))
    assert all(text[s.start : s.end] == s.text == s.text.strip() != "" for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(text.split())


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_sentence_crosses_a_block(text: str) -> None:
    blocks = find_regions(text)
    for sentence in split_sentences(text):
        assert any(b.start <= sentence.start and sentence.end <= b.end for b in blocks)


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        "。",
        '."',
        "“A… ",
        "a. B ",
        ".[1]",
        "U.S. The ",
        "aaa.The",
        "โ€",
        "a" + " " * 50 + "\n",
    ],
)
def test_four_times_the_text_takes_four_times_the_operations(unit: str) -> None:
    def reading(size: int) -> int:
        text = unit * (size // len(unit)) + "x!"
        return operations(lambda: split_sentences(text))

    assert reading(16_000) < 4.8 * reading(4_000) + 200
