"""Which blocks are title, body and boilerplate, on the seeds and on pages unlike them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract.article.regions import Region, find_regions
from tests.operations import operations

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = (
    "The army said on Tuesday that its troops had retaken two villages north of the city of Hama."
)
MORE = (
    "Residents told reporters that they had left their homes at night and slept in the open fields."
)

# The regions of each seed's blocks in order: t title, b body, - boilerplate.
SEED_REGIONS = {
    "000_e095b754d7baf10a": "b" * 8,
    "001_e947177821f2002d": "bt" + "b" * 9,
    "002_00e9475819bc7133": "t-bbbbbbtbbbtbbbbbtbbbb" + "-" * 14,
    "003_1b39a696f4844e84": "t" + "b" * 11,
    "004_85b440c575b671d9": "t" + "b" * 10 + "-" * 5,
}
LETTER = {Region.TITLE: "t", Region.BODY: "b", Region.BOILERPLATE: "-"}


def letters(text: str) -> str:
    return "".join(LETTER[block.region] for block in find_regions(text))


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


@pytest.mark.parametrize(("name", "expected"), SEED_REGIONS.items(), ids=str)
def test_seed_has_the_regions_a_reader_sees(name: str, expected: str) -> None:
    assert letters((SEEDS / f"{name}.txt").read_bytes().decode()) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Date:",
        "By Jane Doe and John Roe",
        "BY JANE DOE | BEIRUT",
        "Reporting by Jane Doe in Beirut; Editing by John Roe",
        "Mariana Roe contributed to this report.",
        "Source: ANA-MPA",
        "Photo: Jane Doe/Reuters",
        "(AP Photo/Jane Doe)",
        "December 4, 2024 at 10:30 am",
        "2024-12-04T10:30:00Z",
        "Wed, 4 Dec 2024 10:30 GMT",
        "Updated 4 December 2024",
        "HAMA, Syria (AP) —",
        "Advertisement",
        "- Advertisement -",
        "Story continues below advertisement",
        "Also read: Sixteen dead in clashes near Aleppo",
        "READ MORE: Who are the rebels?",
        "Sign up to our newsletter",
        "Get the latest news delivered to your inbox",
        "We use cookies to improve your experience. By continuing you agree to our terms.",
        "© 2024 The Daily Example. All rights reserved.",
        "Copyright 2024 Example Media",
        "Tags: Syria, Hama, HTS",
        "Follow us on Twitter",
        "3 min read",
        "Privacy Policy",
        "* * *",
        "[How a new kind of protest movement has arisen here]",
        "Photographs by Jane Doe",
        "Sun 12 May 2024 06.00 BST",
        "You may also like: Bridge repair delayed again",
        "This story was originally published May 3, 2024, 4:15 PM.",
        "A version of this article appears in print on May 12, 2024, Page 34.",
        "Publié le 07 mai 2024 à 18h42",
        "Stand: 09.05.2024 14:03 Uhr",
        "Lesen Sie auch: Warum der Friedensprozess scheitert",
        "Todos los derechos reservados",
        "إعلان",
    ],
)
def test_furniture_between_paragraphs_is_boilerplate_and_ends_nothing(line: str) -> None:
    assert letters(page("Rebels near Hama", PROSE, line, MORE)) == "tb-b"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday after the attack",
        "More than 200 fighters killed in Hama",
        "By land and by sea, the army returns",
        "Copyright law divides parliament",
        "Related charges were dropped, court says",
        "Tuesday's attack and what followed",
        "Source of the leak remains unknown",
        "Explainer: Who are the rebels",
    ],
)
def test_headline_that_begins_like_furniture_is_a_title(line: str) -> None:
    assert letters(page(line, PROSE, MORE)) == "tbb"


@pytest.mark.parametrize(
    "sentence",
    [
        "Produced by the state factory, the drones were fired at Hama.",
        "10 responses were received by the ministry.",
        "5 minutes ago the siren sounded again, he wrote.",
        "By Monday evening the army had left.",
        "Shafaq News/ On Wednesday, the army said it had entered Hama.",
        "HAMA, Syria (AP) — The army said it had entered the city.",
        "Cookies were handed out to the children.",
        "Sign up for the army is now open to women.",
        "The witness said:",
        "Photo: A clerk stands in his empty barn.",
        "• Hama fell on Thursday",
    ],
)
def test_text_that_resembles_furniture_is_body(sentence: str) -> None:
    assert letters(page("Rebels near Hama", PROSE, sentence, MORE)) == "tbbb"


@pytest.mark.parametrize(
    "marker",
    [
        "Share post:",
        "Facebook Twitter Email",
        "Facebook\nTwitter\nWhatsApp",
        "Share on Facebook",
        "You may also like",
        "RELATED ARTICLES",
        "== See also ==",
        "Leave a Reply",
        "12 Comments",
        "Lea también:",
        "Читайте также:",
        "اقرأ أيضا",
    ],
)
def test_teasers_after_an_end_marker_are_boilerplate(marker: str) -> None:
    teasers = [
        "Israel kills a money changer",
        "The military reported that it had…",
        "Hama falls",
        MORE,
    ]
    marked = letters(page("Rebels near Hama", PROSE, MORE, marker, *teasers))
    assert marked.startswith("tbb-")
    assert set(marked[3:]) == {"-"}


def test_article_resumes_after_a_teaser_box() -> None:
    text = page("Rebels near Hama", PROSE, "Related", "Hama falls", MORE, PROSE, MORE)
    assert letters(text) == "tb--bbb"


def test_article_resumes_where_a_short_sentence_follows_the_paragraph() -> None:
    text = page(
        "Rebels near Hama", PROSE, "Related", "Hama falls", MORE, "It was a long day there."
    )
    assert letters(text) == "tb--bb"
    teasers = ["Hama falls", MORE, "Who are they", MORE, "Dorva falls"]
    assert letters(page("Rebels near Hama", PROSE, "Related", *teasers)) == "tb------"


def test_line_that_holds_a_whole_sentence_is_no_headline() -> None:
    captions = ["Children cross the bridge. Jane Doe/Times", "A vendor sells nuts. Jane Doe/Times"]
    assert letters(page("Festival returns", PROSE, *captions)) == "tbbb"


def test_share_bar_above_the_article_ends_nothing() -> None:
    text = page("Rebels near Hama", "Share", "Facebook Twitter Email", PROSE, "What we know", MORE)
    assert letters(text) == "t--btb"


def test_share_bar_above_a_very_short_article_ends_nothing() -> None:
    assert letters("Assad leaves\nShare\nAssad left.\nHe flew to Moscow.") == "t-bb"


def test_prose_of_commenters_is_never_body() -> None:
    assert letters(page("Title", PROSE, MORE, "2 Comments", PROSE, MORE, PROSE)) == "tbb----"


def test_teasers_without_a_marker_are_boilerplate() -> None:
    text = page("Title", PROSE, MORE, "Israel kills a money changer", "The military reported the…")
    assert letters(text) == "tbb--"


def test_last_sentence_without_its_stop_is_body() -> None:
    assert letters(page("Title", PROSE, MORE, "The army has not commented")) == "tbbb"


def test_items_of_a_list_are_body() -> None:
    text = "Title\n" + PROSE + "\nThe dead were named as:\nJane Doe\nJohn Roe\nRichard Miles"
    assert letters(text) == "tbbbbb"


@pytest.mark.parametrize("stamp", ["December 4, 2024", "Wed 4 Dec 2024", "04/12/2024"])
def test_date_above_the_article_is_boilerplate(stamp: str) -> None:
    assert letters(page("Rebels near Hama", stamp, PROSE, MORE)) == "t-bb"


def test_date_above_a_paragraph_of_a_timeline_is_a_title() -> None:
    assert letters(page("Timeline", PROSE, "27 November 2024", MORE)) == "tbtb"


def test_hard_wrapped_paragraph_is_one_block() -> None:
    text = (
        "Rebels near Hama\n\n"
        "Police sources have reported that unidentified individuals planted a\n"
        "bomb in front of a church in the\n"
        "district. The bomb, which exploded and caused property damage worth\n"
        "Fifty Thousand Pesos, was placed at a chapel of the Church of Latter\n"
        "Day Saints.\n\n"
        "The shock wave destroyed a wall, the roof, and the windows of the old\n"
        "Mission Church, but did not cause any injuries.\n"
    )
    blocks = find_regions(text)
    assert [block.region for block in blocks] == [Region.TITLE, Region.BODY, Region.BODY]


def test_carriage_returns_change_no_region() -> None:
    seed = (SEEDS / "002_00e9475819bc7133.txt").read_bytes().decode().replace("\r\n", "\n")
    assert letters(seed.replace("\n", "\r\n")) == letters(seed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Syrian army enters Hama", "b", id="one-line"),
        pytest.param(PROSE.upper() + "\n" + MORE.upper(), "bb", id="upper-case"),
        pytest.param(
            "叙利亚军队反攻\n叙利亚军队周三宣布，在俄罗斯空军支持下，已在哈马附近发动反攻并夺回两个村庄。\n分享\n"
            "相关阅读\n以色列",
            "tb---",
            id="chinese",
        ),
        pytest.param("", "", id="empty"),
        pytest.param(" \r\n\t\u2028", "", id="blank"),
    ],
)
def test_unusual_text_has_regions(text: str, expected: str) -> None:
    assert letters(text) == expected


@given(
    st.text() | st.lists(st.sampled_from([PROSE, "Related", "Hama falls", "\r\n", "\n", " ", "a…"]))
)
def test_blocks_are_ordered_and_hold_all_but_white_space(parts: str | list[str]) -> None:
    text = "".join(parts)
    blocks = find_regions(text)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert "".join(text[b.start : b.end] for b in blocks).split() == "".join(_covered(text)).split()


def _covered(text: str) -> list[str]:
    blocks = find_regions(text)
    gaps = [
        text[a:b]
        for a, b in pairwise([0, *(x for k in blocks for x in (k.start, k.end)), len(text)])
    ]
    assert not "".join(gaps[::2]).strip()
    return gaps[1::2]


@pytest.mark.parametrize(
    "unit",
    [
        "Related\n",
        "Heading one here\n",
        "a\n",
        "Source: ",
        "By Aa ",
        "1",
        "[",
        "Facebook ",
        PROSE + "\n",
    ],
)
def test_four_times_the_text_takes_four_times_the_operations(unit: str) -> None:
    def reading(size: int) -> int:
        text = unit * (size // len(unit)) + "!"
        return operations(lambda: find_regions(text))

    assert reading(16_000) < 4.8 * reading(4_000) + 200


def test_article_goes_on_after_the_end_of_a_list() -> None:
    teasers = ["Recommended Stories", "list 1 of 1", "Hama falls", "end of list"]
    assert letters(page("Rebels near Hama", PROSE, *teasers, MORE, "It fell.")) == "tb----bb"


@pytest.mark.parametrize(
    "line",
    [
        "December 3, 2024 9:41 PM GMT Updated 2 hours ago",
        "Tue 3 Dec 2024 18.05 CET",
        "[1/3]A boat lies on the beach after the storm. ANB/Lena Holt",
        "list 2 of 3",
        "Home \u00bb News \u00bb Crime",
        "Follow live updates on this story",
        "Free weekly newsletter",
        "Sign up for the Daily Briefing newsletter for all the news you need.",
        "We and our 842 partners store and access personal data on your device.",
        "Interview by Paul Meyer",
        "Listen to this article 4 min",
        "View image in fullscreen",
        "News > World > Norland",
        "5m ago",
        "34 shares",
        "by: Jane Doe",
        "You have 2 free articles left this month.",
        "To continue reading, subscribe or log in.",
        "RELATED ARTICLE Dams of Norland are old and unsafe",
        "Follow our coverage of earthquakes at https://example.org/quakes",
        "Anzeige",
    ],
)
def test_further_furniture(line: str) -> None:
    assert letters(page(PROSE, line, MORE)) == "b-b"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to fight, minister tells exiles abroad",
        "Home is where the front is",
        "Follow orders, general tells his men",
        "Interview by night with a deserter",
    ],
)
def test_headings_that_only_look_like_furniture(line: str) -> None:
    assert letters(page(PROSE, line, MORE)) == "btb"


def test_a_title_below_a_label_stays_the_title() -> None:
    assert letters(page("Latest", "Drone strike hits a depot", PROSE, MORE)) == "-tbb"


def test_share_buttons_on_lines_of_their_own_are_not_joined() -> None:
    text = f"Army takes two villages\nShare\nfacebook\nwhatsapp\n{PROSE}\n{MORE}"
    assert letters(text) == "t---bb"
