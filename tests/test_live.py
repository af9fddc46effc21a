"""The embedded model itself, opt-in: `make test-live` fetches it once and asks it."""

from pathlib import Path

import pytest

from llmextract import Article, Extractor
from llmextract.schemas import Event, News

pytestmark = pytest.mark.live
SEED = Path(__file__).resolve().parents[1] / "seeds" / "003_1b39a696f4844e84.txt"
ARTICLE = Article(text="\n".join(SEED.read_text(encoding="utf-8").splitlines()[:3]), id="start")


@pytest.mark.parametrize("grammar", [False, True], ids=["schema", "grammar"])
def test_the_embedded_model_fills_records_from_verified_spans(grammar: bool) -> None:
    with Extractor(News, model="local", grammar=grammar) as extractor:
        extraction = extractor.extract(ARTICLE)
    assert extraction.status == "ok"
    assert {record.schema for record in extraction.records} >= {"actor", "event"}
    spans = [s for record in extraction.records for each in record.spans.values() for s in each]
    assert spans
    assert all(ARTICLE.text[span.start : span.end] == span.exact for span in spans)


def test_with_a_grammar_every_string_stands_in_its_sentence() -> None:
    with Extractor(Event, model="local", grammar=True) as extractor:
        extraction = extractor.extract(ARTICLE)
    codes = {str(rejection.code) for rejection in extraction.rejections}
    assert not codes & {"not_found", "wrong_sentence", "words_differ", "name_differs"}
