"""The comparison as tables."""

from typing import Any

from benchmarks.samples import Sample
from benchmarks.standing import LOCATED, VIOLENT, answered_by_all, lines, reading, report
from benchmarks.trials import Row, Usage
from llmextract import Article

ARTICLE = Article(text="Troops left Dorva, the ministry said.", id="a")
GOLD = Sample(
    ARTICLE,
    {
        "claims": [
            {
                "source": [{"start": 19, "end": 31, "exact": "the ministry"}],
                "cue": [{"start": 32, "end": 36, "exact": "said"}],
                "content": [{"start": 0, "end": 17, "exact": "Troops left Dorva"}],
            }
        ]
    },
)
CLAIM = {
    "class": "claim",
    "text": "Troops left Dorva",
    "attributes": {"source": "the ministry"},
    "start": 0,
    "end": 17,
    "status": "match_exact",
}
NOWHERE = {**CLAIM, "text": "Rebels fled", "start": None, "end": None}


def row(tool: str, result: dict[str, Any], *, fingerprint: str = "f", label: str = "") -> Row:
    return Row(
        set="polnear",
        article="a",
        sha256=ARTICLE.sha256,
        tool=tool,
        label=label,
        fingerprint=fingerprint,
        version="1.2.3",
        asked="",
        seconds=12,
        cpu=7,
        usage=Usage(calls=4, prompt_tokens=1000, cached_tokens=900, completion_tokens=50),
        result=result,
    )


def peer(*extractions: dict[str, Any]) -> dict[str, Any]:
    return {"claim": {"extractions": list(extractions), "omitted": 1, "error": ""}}


def ours(*rejected: str) -> dict[str, Any]:
    return {"records": [], "rejections": [{"record": each} for each in rejected]}


def cells(text: str, name: str) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines()]
    return [row for row in rows if row and row[0] == name]


def test_the_last_fingerprint_of_a_tool_stands() -> None:
    rows = [row("t", ours("1", "2")), row("t", ours("1"), fingerprint="g")]
    (line,) = lines("polnear", [GOLD], rows)
    assert [each.fingerprint for each in line.marks.rows] == ["g"]


def test_labels_stand_beside_each_other() -> None:
    rows = [row("t", ours()), row("t", ours(), label="wide")]
    assert [line.name for line in lines("polnear", [GOLD], rows)] == ["t", "t, wide"]


def test_langextract_is_shown_with_and_without_what_it_could_not_locate() -> None:
    found = list(lines("polnear", [GOLD], [row("langextract", peer(CLAIM, NOWHERE))]))
    seen = [(line.name, line.marks.records) for line in found]
    assert seen == [("langextract", 2), ("langextract" + LOCATED, 1)]


def test_tools_are_compared_on_what_all_have_answered() -> None:
    rows = [row("t", ours()), row("langextract", peer(CLAIM)), row("t", ours(), label="wide")]
    assert answered_by_all([GOLD], rows) == [GOLD]
    assert (
        answered_by_all([GOLD], [*rows, row("other", ours()).model_copy(update={"sha256": ""})])
        == []
    )


def test_the_table_says_what_was_right_and_what_was_left_out() -> None:
    found = list(lines("polnear", [GOLD], [row("langextract", peer(CLAIM, NOWHERE))]))
    quality, cost = cells(report([("polnear", found)]), "langextract")
    assert quality[4:9] == ["0.67", "", "0.50", "1.00", "100.0% of 1"]
    assert quality[-1] == "1 of 4"
    assert cost[1:] == ["1", "4", "1,000", "900", "50", "12", "7"]


def test_records_of_which_anything_was_rejected_are_counted_once() -> None:
    found = list(lines("polnear", [GOLD], [row("t", ours("1", "1", "2"))]))
    assert cells(report([("polnear", found)]), "t")[0][-2] == "100.0% of 2"


def test_misses_and_false_alarms_can_be_read() -> None:
    (line, _) = lines("polnear", [GOLD], [row("langextract", peer(NOWHERE))])
    assert "misses: 1" in reading("polnear", line)
    assert "Rebels fled" in reading("polnear", line)


def test_events_of_muc_are_shown_with_and_without_what_is_no_act_of_violence() -> None:
    event = {"class": "event", "text": "left", "start": 7, "end": 11, "status": "match_exact"}
    given = [{**event, "attributes": {"type": name}} for name in ("explosion", "withdrawal", "?")]
    answer = {"event": {"extractions": given, "omitted": 0, "error": ""}}
    gold = Sample(ARTICLE, {"events": []})
    found = list(lines("muc", [gold], [row("langextract", answer)]))
    seen = [(line.name, line.marks.records) for line in found]
    assert seen == [("langextract", 3), ("langextract" + LOCATED, 3), ("langextract" + VIOLENT, 1)]
