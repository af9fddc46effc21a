"""Reading the public sets: every text here is invented."""

import json
from pathlib import Path

from benchmarks.samples import MOST_WORDS, Sample, claims, labelled, read_set, sentences_of
from llmextract import Article
from llmextract.ask.wire import JsonObject
from llmextract.schemas import Event

TEXT = "The mayor left. “The bridge,” said Ilan Roe, “is ours.” Reports spoke of a strike."


def gap(words: str) -> JsonObject:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def attribution() -> JsonObject:
    return {
        "source": [gap("Ilan Roe")],
        "cue": [gap("said")],
        "content": [gap("The bridge"), gap("is ours")],
    }


def sample(*rows: JsonObject) -> Sample:
    return Sample(Article(text=TEXT, id="a"), {"claims": list(rows)})


def test_an_attribution_in_pieces_is_one_claim() -> None:
    (claim,) = claims(sample(attribution()))
    assert [piece.text for piece in claim.fields["content[]"]] == ["The bridge", "is ours"]
    assert [piece.text for piece in claim.fields["source"]] == ["Ilan Roe"]


def test_a_claim_is_read_from_the_sentences_of_its_spans() -> None:
    (claim,) = claims(sample(attribution()))
    assert claim.sentences == {2}


def test_an_attribution_without_a_source_states_none() -> None:
    (claim,) = claims(sample({"source": [], "cue": [gap("Reports")], "content": [gap("a strike")]}))
    assert "source" not in claim.fields


def test_a_record_without_a_place_in_the_text_has_no_sentence() -> None:
    record = labelled(Event, Article(text=TEXT, id="a"), "r", {"trigger": "exploded"}, [])
    assert not record.sentences
    assert [piece.text for piece in record.fields["trigger"]] == ["exploded"]


def test_a_span_touches_every_sentence_it_runs_through() -> None:
    article = Article(text="One. Two. Three.", id="a")
    assert sentences_of(article, [(2, 7)]) == {1, 2}


def write(folder: Path, *texts: str) -> None:
    (folder / "eval").mkdir()
    rows: list[JsonObject] = [
        {"id": f"{n}", "text": text, "gold": {"claims": []}} for n, text in enumerate(texts)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "eval" / "polnear_dev.jsonl").write_text(lines, encoding="utf-8")


def test_long_articles_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "word " * (MOST_WORDS + 1), "word " * MOST_WORDS)
    assert [each.article.id for each in read_set("polnear", tmp_path)] == ["1"]


def test_the_order_of_a_set_is_not_that_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, *(f"Text {n}." for n in range(20)))
    found = [int(each.article.id) for each in read_set("polnear", tmp_path)]
    assert sorted(found) == list(range(20))
    assert found != list(range(20))
    assert found == [int(each.article.id) for each in read_set("polnear", tmp_path)]
