"""Reading articles: bad input is named, with the remedy, and never stops the rest."""

import os
from datetime import date
from pathlib import Path

import pytest

from llmextract.article.article import Article
from llmextract.article.sources import read_articles, refuse_twins
from llmextract.errors import InputError, SettingsError
from llmextract.run.extractor import Extractor
from llmextract.schemas import Event
from llmextract.testing import ScriptedModel


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_text_file_is_one_article_byte_for_byte(tmp_path: Path) -> None:
    path = write(tmp_path, "a.b.txt", "\ufeffÄ b.\r\nC “d”.\n".encode())
    (sourced,) = read_articles([path], published=date(2024, 12, 4))
    assert sourced.article is not None
    assert sourced.article.text.encode() == path.read_bytes()
    assert (sourced.article.id, sourced.article.published) == ("a.b", date(2024, 12, 4))


def test_a_folder_is_read_by_file_name_with_its_sub_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "d.jsonl", "picture.png"):
        write(tmp_path, name, b'{"text": "A b."}')
    assert [Path(s.origin).name for s in read_articles([tmp_path])] == [
        "c.md",
        "b.txt",
        "d.jsonl:1",
    ]


def test_a_link_that_leads_nowhere_is_told_and_what_is_written_there_left_out(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.txt", b"A b.")
    out = write(tmp_path, "out.jsonl", b"{}")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere.txt")
    found, dead = read_articles([tmp_path], without=out)
    assert found.article is not None
    assert "b.txt: no such file" in str(dead.error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["pipe.jsonl", "pipe.txt", "pipe"])
def test_a_pipe_is_refused_for_it_can_be_read_only_once(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (sourced,) = read_articles([tmp_path / name])
    assert "no regular file; write the articles to a file first" in str(sourced.error)


def test_a_json_line_is_an_article(tmp_path: Path) -> None:
    line = (
        b'\xef\xbb\xbf{"id": "x/1", "text": "A b.", "published": "2024-12-04T10:00:00Z", '
        b'"title": "T", "url": "u"}\r\n'
    )
    path = write(tmp_path, "in.jsonl", line + b"\n" + b'{"text": "C d."}')
    one, two = (sourced.article for sourced in read_articles([path]))
    assert one is not None
    assert (one.id, one.published, one.title, one.url) == ("x/1", date(2024, 12, 4), "T", "u")
    assert two is not None
    assert two.id == "in-3"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t\xef\xbb\xbf", "empty", id="blank"),
        pytest.param(
            "Nação".encode("latin-1"), r"not UTF-8 .*0xe7 at offset 2.*iconv", id="latin-1"
        ),
        pytest.param(b"GIF89a\x00\x01", "NUL", id="binary"),
        pytest.param("Dorva".encode("utf-16"), r"iconv -f utf-16 -t", id="utf-16"),
        pytest.param(b"PK\x03\x04\x00\xff", "it holds NUL bytes.*unpack it", id="archive"),
    ],
)
def test_a_file_that_is_no_article_is_named(tmp_path: Path, data: bytes, message: str) -> None:
    path = write(tmp_path, "bad.txt", data)
    write(tmp_path, "good.txt", b"A b.")
    bad, good = read_articles([tmp_path])
    assert good.article is not None
    with pytest.raises(InputError, match=message) as caught:
        raise bad.error or AssertionError("no error")
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize(("identity", "said"), [("7", "7"), ("-7", "-7"), ("null", "in-1")])
def test_a_whole_number_is_an_id_and_null_is_none(tmp_path: Path, identity: str, said: str) -> None:
    path = write(tmp_path, "in.jsonl", f'{{"text": "A.", "id": {identity}}}'.encode())
    (sourced,) = read_articles([path])
    assert sourced.article is not None
    assert sourced.article.id == said


@pytest.mark.parametrize("name", ["*.txt", "art?cle.jsonl", "[ab].md"])
def test_a_pattern_that_the_shell_left_is_told(tmp_path: Path, name: str) -> None:
    (sourced,) = read_articles([tmp_path / name])
    assert f"{name}: no such file; patterns are for the shell" in str(sourced.error)


def test_a_file_that_is_named_like_a_pattern_is_read(tmp_path: Path) -> None:
    (sourced,) = read_articles([write(tmp_path, "[a].txt", b"A b.")])
    assert sourced.article is not None


def test_results_among_the_articles_are_told_once(tmp_path: Path) -> None:
    line = Extractor(Event, model=ScriptedModel([[]])).extract(Article("A b.")).to_json().encode()
    path = write(tmp_path, "out.jsonl", line + b"\n" + line + b"\n")
    (sourced,) = read_articles([tmp_path])
    assert str(sourced.error).startswith(f"{path}: results of llmextract, not articles")


def test_json_lines_are_no_text_of_one_article(tmp_path: Path) -> None:
    path = write(tmp_path, "in.jsonl", b'{"text": "A b."}')
    with pytest.raises(InputError, match=r"in\.jsonl: JSON Lines.* into a \.txt file"):
        Article.from_file(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for name in ("none.txt", "none.jsonl"):
        (sourced,) = read_articles([tmp_path / name])
        assert name in str(sourced.error)
        assert "check the path" in str(sourced.error)


@pytest.mark.parametrize(
    ("name", "data", "remedy"),
    [
        ("in.json", b'[{"id": "a", "text": "A b."}]', "one object a line into a .jsonl file"),
        ("in.CSV", b"id,text\na,A b.\n", "one object a line, with its text"),
        ("in.html", b"<p>A b.</p>", "save the text of the page"),
        ("in.pdf", b"%PDF-1.7", "save its text"),
    ],
)
def test_a_file_of_another_kind_is_told_what_to_become(
    tmp_path: Path, name: str, data: bytes, remedy: str
) -> None:
    path = write(tmp_path, name, data)
    (sourced,) = read_articles([path])
    assert sourced.article is None
    assert f"{path}: no plain text" in str(sourced.error)
    assert remedy in str(sourced.error)


def test_a_file_named_twice_is_told_so(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"A b.")
    with pytest.raises(SettingsError, match="named twice"):
        refuse_twins(read_articles([path, path]))


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    (sourced,) = read_articles([tmp_path])
    assert "without articles" in str(sourced.error)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b"{broken", "no JSON", id="broken"),
        pytest.param(b"[1]", "not an object", id="list"),
        pytest.param(b'{"id": "x"}', "'text'", id="no-text"),
        pytest.param(b'{"text": 3}', "'text'", id="text-type"),
        pytest.param(b'{"text": " "}', "empty", id="empty-text"),
        pytest.param(b'{"text": "A", "id": 3.5}', "'id' is no string and no", id="id-type"),
        pytest.param(b'{"text": "A", "id": true}', "'id' is no string and no", id="id-bool"),
        pytest.param(b'{"text": "A", "id": ""}', "'id' is empty; give one", id="id-empty"),
        pytest.param(b'{"text": "A", "published": "soon"}', "'published'", id="date"),
        pytest.param(b'{"text": "A", "published": "2024-12-04xyz"}', "'published'", id="rubbish"),
        pytest.param(b'{"text": "A", "published": 20241204}', "'published'", id="date-type"),
        pytest.param(b'{"text": "A", "published": ""}', "leave it out", id="date-empty"),
        pytest.param(b'{"text": "A", "title": 3}', "'title'", id="title-type"),
        pytest.param(b'{"text": "\\ud800"}', "surrogate", id="surrogate"),
        pytest.param(b'{"text": "\xff"}', "not UTF-8", id="latin-1"),
        pytest.param(b"[" * 100_000, "no JSON", id="deep"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(
    tmp_path: Path, line: bytes, message: str
) -> None:
    path = write(tmp_path, "in.jsonl", b'{"text": "A."}\n' + line + b'\n{"text": "B."}\n')
    one, bad, two = read_articles([path])
    assert (one.article and one.article.text, two.article and two.article.text) == ("A.", "B.")
    assert str(bad.error).startswith(f"{path}:2: ")
    assert message in str(bad.error)


def test_one_id_twice_names_both_files(tmp_path: Path) -> None:
    write(tmp_path, "x/a.txt", b"A b.")
    write(tmp_path, "y/a.txt", b"C d.")
    with pytest.raises(SettingsError, match=r"x.a\.txt and .*y.a\.txt: both have the id 'a'"):
        refuse_twins(read_articles([tmp_path]))
