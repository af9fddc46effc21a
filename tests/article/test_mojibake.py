"""UTF-8 read in a single-byte code page."""

import pytest

from llmextract.article.mojibake import find_mojibake
from llmextract.article.plain import plain

_PAGES = "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1258 latin-1 cp437 cp850 mac_roman"


def _mended(text: str) -> str:
    for start, end, meant in reversed(find_mojibake(text)):
        text = text[:start] + meant + text[end:]
    return text


@pytest.mark.parametrize("page", _PAGES.split())
@pytest.mark.parametrize(
    "char",
    list("\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\u00e9\u00f1\u00fc\u00f6\u00e7\u00e3\u0151"),
)
def test_a_mark_or_letter_is_mended_in_every_page(page: str, char: str) -> None:
    read = "".join(bytes((byte,)).decode(page, "ignore") or chr(byte) for byte in char.encode())
    assert _mended(f"Caf{read}s") == f"Caf{char}s"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("Syria\u0e42\u20ac\u2122s", "Syria\u2019s", id="seed-004"),
        pytest.param("Syria\u0e42\u20acTMs", "Syria\u2019s", id="spelled-out-by-nfkc"),
        pytest.param(
            "\u00e2\u20ac\u0153Hama\u00e2\u20ac said", "\u201cHama\u201d said", id="lost-byte"
        ),
        pytest.param("SYRIA\u00c2\u20ac\u2122S", "SYRIA\u2019S", id="upper-cased"),
        pytest.param("\u00d0\u00a5\u00d0\u00b0", "\u0425\u0430", id="cyrillic"),
        pytest.param("l\u00e0, \u00c3\u00a0 Kelmar", "l\u00e0, \u00e0 Kelmar", id="french-word"),
        pytest.param("habr\u0102\u02c7 uno", "habr\u00e1 uno", id="letter-not-division-sign"),
        pytest.param("PARTI\u00c3\u00a0 BAS", "PARTI\u00c3\u00a0 BAS", id="capital-and-space"),
    ],
)
def test_other_accidents_are_mended(text: str, meant: str) -> None:
    assert _mended(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0412\u0456\u043d \u0441\u043a\u0430\u0437\u0430\u0432", id="ukrainian"),
        pytest.param("\u0415\u0451 \u0441\u043b\u043e\u0432\u0430", id="russian"),
        pytest.param("\u0e22\u0e01\u0e40\u0e25\u0e34\u0e01", id="thai"),
        pytest.param("\u062f\u00a0\u062e\u0644\u0641", id="arabic"),
        pytest.param(
            "\u201cCAF\u00c9\u201d and \u201cna\u00ef\u00e9\u201d", id="quotes-after-accents"
        ),
        pytest.param("\u00c9cole, \u00c2ge, \u00c4rzte", id="capitals"),
        pytest.param("\u54c8\u9a6c\u2014\u201c\u4eba\u201d", id="chinese"),
        pytest.param("\u041a\u0410\u0422\u0410\u041b\u041e\u0413", id="russian-capitals"),
        pytest.param("\u0443\u0434\u0430\u0447\u043d\u043e", id="russian-as-chinese"),
        pytest.param("\u00ab\u043c\u043e\u0440\u0435\u00bb", id="russian-in-quotation-marks"),
        pytest.param("\u00c7\u0131k\u0131\u015f \u00e7\u0131kt\u0131", id="turkish"),
        pytest.param("\u0639\u0630\u0631\u064b\u0627\u060c", id="arabic-comma"),
    ],
)
def test_true_words_are_left_alone(text: str) -> None:
    assert find_mojibake(text) == []


@pytest.mark.parametrize("page", "cp1250 cp1251 cp1252 cp1256 cp437 cp866 mac_roman".split())
@pytest.mark.parametrize(
    "word",
    [
        pytest.param("\u062d\u0645\u0627\u0629", id="arabic"),
        pytest.param("\u0425\u0430\u043c\u0430", id="cyrillic"),
        pytest.param("\u0391\u03b8\u03ae\u03bd\u03b1", id="greek"),
        pytest.param("\u53d9\u5229\u4e9a", id="chinese"),
    ],
)
def test_a_word_of_another_script_is_mended_letter_by_letter(page: str, word: str) -> None:
    read = "".join(bytes((byte,)).decode(page, "ignore") or chr(byte) for byte in word.encode())
    found = find_mojibake(f"({read})")
    assert "".join(meant for _, _, meant in found) == word
    assert [end - start for start, end, _ in found] == [len(char.encode()) for char in word]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("page", "cp1250 cp1252 cp437 cp720 koi8-r mac_roman".split())
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("\u0644\u0645 \u064a\u0642\u0644 14 \u0639\u0646 \u0623\u064a", id="arabic"),
        pytest.param("\u05db\u05d9 \u05dc\u05d0, \u05e2\u05dd \u05d4\u05d5\u05d0", id="hebrew"),
        pytest.param(
            "\u043e\u043d \u043d\u0435 \u0431\u044b\u043b \u0442\u0430\u043c", id="russian"
        ),
        pytest.param(
            "\u591a\u5c14\u74e6\u653f\u5e9c\u8868\u793a\uff0c\u5317\u90e8\u8fb9\u5883\u7684\u51b2\u7a81"
            * 3,
            id="chinese-sentence",
        ),
    ],
)
def test_short_words_and_whole_sentences_of_another_script_are_mended(
    words: str, page: str, times: int
) -> None:
    read = words
    for _ in range(times):
        read = "".join(
            char
            if char.isascii()
            else "".join(
                bytes((byte,)).decode(page, "ignore") or chr(byte) for byte in char.encode()
            )
            for char in read
        )
    assert plain(read).text.replace("\u2019", "'") == plain(words).text


def _read_in(page: str, text: str) -> str:
    """The text misread in a page; a byte the page leaves unassigned is the character it numbers."""
    return "".join(
        char
        if char.isascii()
        else "".join(bytes((byte,)).decode(page, "ignore") or chr(byte) for byte in char.encode())
        for char in text
    )


@pytest.mark.parametrize(
    "page",
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp874 cp437 cp850 cp866 koi8-r iso8859-15 latin-1"
    " mac_roman".split(),
)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("owner Fran\u00e7oise Lef\u00e8vre-M\u00fcller", id="western"),
        pytest.param("\u0141ukasz \u017b\u00f3\u0142towski said", id="polish"),
        pytest.param("\u5c06\u4e8e\u660e\u5e74\u6625\u5929\u5f00\u901a", id="chinese"),
        pytest.param(
            "\u0644\u0645 \u064a\u062a\u0648\u0642\u0641 \u00ab\u0639\u0628\u062f\u00bb",
            id="arabic",
        ),
        pytest.param("950 replies \u2764\ufe0f, \U0001f621 ok", id="emoji"),
        pytest.param("Go \U0001f1f3\U0001f1ec now", id="flag"),
        pytest.param("Fines of \u20a65,000 to \u20a620,000", id="naira"),
        pytest.param("A\u3000crew\u3000of\u200918\u2060-wheelers", id="spaces"),
        pytest.param("Abu La\ufb00a", id="ligature"),
    ],
)
def test_a_text_is_mended_in_the_page_it_was_read_in(page: str, text: str) -> None:
    assert plain(_read_in(page, text)).text == plain(text).text


@pytest.mark.parametrize("page", "cp1252 cp437 cp850 cp1250 iso8859-15 koi8-r mac_roman".split())
@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Go\u0308ran", id="combining-mark"),
        pytest.param("\U0001f621", id="emoji"),
        pytest.param("A\u3000crew", id="wide-space"),
        pytest.param("\u0141ukasz \u017b\u00f3\u0142towski", id="polish"),
        pytest.param("Mr M\u00fcller", id="after-a-capital"),
    ],
)
def test_a_piece_is_mended_in_a_text_that_was_read_well(page: str, said: str) -> None:
    around = "A plain caf\u00e9, na\u00efve and \u00e0 la carte: {}, he said in \u00c9vry."
    assert plain(around.format(_read_in(page, said))).text == plain(around.format(said)).text


@pytest.mark.parametrize("page", "cp1252 cp437 cp1251 iso8859-15".split())
def test_a_lone_symbol_is_mended(page: str) -> None:
    assert plain(f"limit 15 km/h {_read_in(page, chr(0x2705))}").text == "limit 15 km/h \u2705"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0442\u0430\u0439-\u0432\u2019\u0454\u0442", id="ukrainian-apostrophe"),
        pytest.param("\u0422\u0410\u0411\u041b\u0418\u0426\u0406", id="ukrainian-capitals"),
        pytest.param("\u201a\u00fa\u010det\u2018", id="czech-quotation-marks"),
        pytest.param("\u201c\u0432\u2026\u00bb", id="letter-and-ellipsis"),
        pytest.param("TGF-\u03b2\u2014\u201cgrowth\u201d", id="greek-letter-and-dash"),
        pytest.param("caf\u00e9\u00ae\u00bb", id="trade-mark-and-quotation-mark"),
        pytest.param("\u0e23\u0e16\u0e22\u0e01", id="thai-tow-truck"),
        pytest.param("\u00c3 la carte", id="portuguese-letter"),
        pytest.param("\u250c\u2500\u2500\u2510 \u2502ab\u2502 \u2514\u2500\u2500\u2518", id="box"),
    ],
)
def test_what_only_looks_misread_is_left_alone(text: str) -> None:
    assert find_mojibake(text) == []


def test_the_page_of_the_whole_text_decides_between_two_readings() -> None:
    assert _mended("\u00e2\u0080\u0093 L\u00c3\u017dle") == "\u2013 L\u00f4le"
    assert _mended("\u00e2\u20ac\u201c L\u00c3\u017dLE") == "\u2013 L\u00ceLE"


def test_a_quotation_mark_and_a_dash_are_no_letters_of_another_script() -> None:
    read = "\u0432\u0402\u045c \u0432\u0402\u201c"
    assert _mended(f"Hama?{read} fear") == "Hama?\u201d \u2013 fear"
