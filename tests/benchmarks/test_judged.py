"""The counts of true values refused and false ones let through; the kept sets are whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.judged import INVENTED, judge_set

TEXT = "Rebels captured Dorva on Monday. The army left Kelmar on Tuesday.\n"
SETS = sorted(path.parent for path in INVENTED.glob("*/true.jsonl"))


def event(quote: str, **fields: Any) -> dict[str, Any]:
    labels = {"type": "other", "factuality": "occurred"}
    return {"quotes": [quote], "trigger": quote.split()[1], **labels, **fields}


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    lines = [json.dumps({"id": name, "article": "a.txt", "schema": "event", **row}) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_went_wrong_is_counted_by_field(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, encoding="utf-8")
    said = "Rebels captured Dorva on Monday."
    write(tmp_path, "true.jsonl", [{"record": event(said, places=["Dorva"], time="noon")}])
    false = [
        {"record": event(said, places=["Dorva"]), "wrong": "places[0]", "how": "stands"},
        {"record": event(said, places=["Kelmar"]), "wrong": "places[0]", "how": "elsewhere"},
    ]
    write(tmp_path, "false.jsonl", false)
    judged = judge_set(tmp_path, each=False)
    assert judged.row("time", "event, time") == ["time", "1", "1", "0", "0", ""]
    assert judged.row("places", "event, places") == ["places", "1", "0", "2", "1", "50%"]
    assert judged.row("all")[3:] == ["2", "1", "50%"]


@pytest.mark.parametrize("folder", SETS, ids=[folder.name for folder in SETS])
@pytest.mark.parametrize("name", ["true.jsonl", "false.jsonl"])
def test_every_quote_of_a_kept_set_stands_in_its_article(folder: Path, name: str) -> None:
    rows = [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("articles/*")}
    assert len({row["id"] for row in rows}) == len(rows)
    assert [
        q for row in rows for q in row["record"]["quotes"] if q not in texts[row["article"]]
    ] == []
