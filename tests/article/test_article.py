"""Articles: text as given, sentences and quotes by code points."""

import hashlib
from datetime import UTC, date, datetime
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmextract import Article
from llmextract.errors import InputError


@given(st.text())
def test_any_text_is_kept_and_its_sentences_reproduce_it(text: str) -> None:
    article = Article(text=text)
    assert article.text == text
    for sentence in article.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert article.sentence_at(sentence.start) == sentence


def test_an_article_without_an_id_goes_by_its_digest() -> None:
    article = Article(text="Ä b.")
    assert article.id == hashlib.sha256("Ä b.".encode()).hexdigest()[:12]


@pytest.mark.parametrize(
    "moment", [datetime(2024, 12, 4, 3, tzinfo=UTC), datetime.fromisoformat("2024-12-04T03:00")]
)
def test_a_moment_of_publication_is_its_day(moment: datetime) -> None:
    published = Article(text="A b.", published=moment).published
    assert (type(published), published) == (date, date(2024, 12, 4))


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [
        pytest.param(
            "A b.", "2024-12-04", r"published is '2024-12-04'.*fromisoformat", id="string"
        ),
        pytest.param("A b.", 20241204, "published is 20241204", id="number"),
        pytest.param(None, None, "text is no string but None", id="no-text"),
        pytest.param(b"A b.", None, "text is no string but b'A b.'", id="bytes"),
    ],
)
def test_what_is_no_text_or_no_date_is_refused_at_once(
    text: str, published: date, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        Article(text=text, published=published)


def test_an_id_and_a_quote_are_strings() -> None:
    with pytest.raises(InputError, match="id is no string but 5"):
        Article("A b.", id=cast("str", 5))
    with pytest.raises(InputError, match="a quote is a string, not None"):
        Article("A b.").locate(cast("str", None))


def test_a_located_quote_knows_its_sentence_and_region() -> None:
    article = Article(
        text="Heavy fighting near Dorva\n\nRebels took it. The army fled at dawn, he said."
    )
    location = article.locate("the ARMY fled")
    assert (location.status, location.sentence, location.region) == ("normalized", 3, "body")


@pytest.mark.parametrize("quote", ["", " ", "…", "the navy fled"])
def test_what_is_not_said_is_not_found(quote: str) -> None:
    location = Article(text="The army fled at dawn.").locate(quote)
    assert (location.status, location.start, location.sentence) == ("not_found", None, None)
    assert location.code is not None
