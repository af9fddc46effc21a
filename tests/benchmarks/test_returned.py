"""What tools returned, as records and as values: every text here is invented."""

from typing import Any

import pytest

from benchmarks.marks import CRITERIA, mark
from benchmarks.returned import is_said, records_of, values_of
from benchmarks.samples import Sample
from benchmarks.trials import Row, Usage
from llmextract import Article

TEXT = "The mayor left. Troops killed at least 30 gunmen in Kelmar, the ministry said."
ARTICLE = Article(text=TEXT, id="a")


def extraction(kind: str, text: str, **attributes: object) -> dict[str, Any]:
    start = TEXT.find(text)
    found = start >= 0
    return {
        "class": kind,
        "text": text,
        "attributes": attributes,
        "start": start if found else None,
        "end": start + len(text) if found else None,
        "status": "match_exact" if found else None,
    }


def row(result: dict[str, Any], tool: str = "langextract") -> Row:
    return Row(
        set="polnear",
        article="a",
        sha256=ARTICLE.sha256,
        tool=tool,
        label="",
        fingerprint="f",
        version="1",
        asked="",
        seconds=1,
        cpu=1,
        usage=Usage(calls=1),
        result=result,
    )


def extracted(*extractions: dict[str, Any]) -> Row:
    return row({"claim": {"extractions": list(extractions), "omitted": 0, "error": ""}})


CLAIM = extraction(
    "claim", "Troops killed at least 30 gunmen", source="the ministry", cue="said", certainty="so"
)


def test_an_extraction_is_a_record_of_its_sentence() -> None:
    (record,) = records_of(extracted(CLAIM), ARTICLE)
    assert record.sentences == {2}
    assert [piece.text for piece in record.fields["source"]] == ["the ministry"]


def test_a_label_that_is_none_is_left_out() -> None:
    (record,) = records_of(extracted(CLAIM), ARTICLE)
    assert "certainty" not in record.fields


def test_an_extraction_that_is_not_located_can_be_left_out() -> None:
    invented = extraction("claim", "Rebels fled", source="a guide")
    assert len(records_of(extracted(invented), ARTICLE)) == 1
    assert not records_of(extracted(invented), ARTICLE, located=True)


def test_a_figure_is_read_from_its_words() -> None:
    event = extraction("event", "killed", figures=["at least 30 gunmen (killed)"])
    (record,) = records_of(extracted(event), ARTICLE)
    assert [piece.text for piece in record.fields["figures[].of"]] == ["gunmen"]
    assert [piece.text for piece in record.fields["figures[].kind"]] == ["killed"]
    (count,) = record.fields["figures[].count"]
    assert str(getattr(count.value, "low", None)) == "30"


def test_participants_keep_their_roles() -> None:
    event = extraction("event", "killed", actors=["Troops"], recipients=["gunmen"])
    (record,) = records_of(extracted(event), ARTICLE)
    assert [piece.text for piece in record.fields["participants[].role"]] == ["actor", "recipient"]


def test_labels_are_no_values() -> None:
    assert [value.text for value in values_of(extracted(CLAIM), ARTICLE)] == [
        "Troops killed at least 30 gunmen",
        "the ministry",
        "said",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("troops killed", True, id="case"),
        pytest.param("“Troops killed”", True, id="marks"),
        pytest.param("at least 3", False, id="half-a-number"),
        pytest.param("Troops have killed", False, id="another-word"),
        pytest.param("...", False, id="no-words"),
    ],
)
def test_words_are_said_letter_for_letter(words: str, said: bool) -> None:
    assert is_said(words, TEXT) is said


def gap(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


GOLD = Sample(
    ARTICLE,
    {
        "claims": [
            {
                "source": [gap("the ministry")],
                "cue": [gap("said")],
                "content": [gap("Troops killed at least 30 gunmen in Kelmar")],
            }
        ]
    },
)


def marked(*extractions: dict[str, Any]) -> tuple[int, int, int]:
    found = mark("polnear", [GOLD], [extracted(*extractions)], located=False).score("claim")
    assert found is not None
    return found.counts.hits, found.counts.predicted, found.counts.gold


def test_content_and_source_must_both_be_right() -> None:
    assert marked(CLAIM) == (1, 1, 1)
    assert marked({**CLAIM, "attributes": {"source": "The mayor"}}) == (0, 1, 1)
    assert marked({**CLAIM, "attributes": {}}) == (0, 1, 1)


def test_half_of_the_content_is_not_enough() -> None:
    assert marked({**CLAIM, "text": "30 gunmen in"}) == (0, 1, 1)


def test_a_claim_told_twice_is_a_false_alarm() -> None:
    assert marked(CLAIM, CLAIM) == (1, 2, 1)


def test_what_stands_elsewhere_is_told_from_what_stands_nowhere() -> None:
    told = {**CLAIM, "attributes": {"source": "The mayor", "cue": "swore"}}
    support = mark("polnear", [GOLD], [extracted(told)], located=False).support
    assert (support.values, support.unlocated, support.elsewhere, support.unsaid) == (3, 1, 1, 1)


def test_every_set_has_a_headline_among_its_rules() -> None:
    assert all(each.headline in (*each.rules, "*") for each in CRITERIA.values())
