"""The texts that speed is measured on."""

from random import Random

from benchmarks.news import slip, take_quotes, write_news


def test_the_same_seed_writes_the_same_news() -> None:
    assert write_news(300, 1) == write_news(300, 1)
    assert write_news(300, 1).text != write_news(300, 2).text


def test_a_text_has_about_the_words_asked_for() -> None:
    assert 1000 <= len(write_news(1000, 1).text.split()) < 1100


def test_sentences_are_spans_of_the_text() -> None:
    news = write_news(300, 1)
    sentences = [news.text[start:end] for start, end in news.sentences]
    assert all(s.endswith(".") and s == s.strip() and not s[0].islower() for s in sentences)
    assert " ".join(sentences).split() == news.text.split()


def test_each_second_quote_differs_from_its_span_in_one_letter() -> None:
    news = write_news(2000, 1)
    for number, quote in enumerate(take_quotes(news, 20, 1)):
        said = news.text[slice(*quote.span)]
        assert len(said) == len(quote.text)
        assert sum(a != b for a, b in zip(said, quote.text, strict=True)) == number % 2


def test_a_slip_makes_no_word_that_is_known() -> None:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    known = {f"{'province'[:at]}{c}{'province'[at + 1 :]}" for at in range(8) for c in alphabet}
    assert slip("a province", Random(1), known) is None
    assert slip("no long word", Random(1), set()) is None
