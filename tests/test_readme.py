"""The README: its code runs, and what it shows is what the replayed seeds give."""

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import llmextract as lx
from llmextract.ask.wire import Json
from llmextract.testing import ScriptedModel

if TYPE_CHECKING:
    from tests.conftest import Server

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SHOWN = re.findall(r"```json\n(.*?)```", README, re.DOTALL)


def run(code: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "readme"}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102 (our own README)
    return names


def test_the_library_example_runs_on_the_recorded_replies(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    with lx.cassette("cassettes/003_1b39a696f4844e84.yaml"):
        names = run(PYTHON[0])
    assert names["extraction"].status == "ok"
    assert len(capsys.readouterr().out.splitlines()) > 10


def test_the_library_example_says_why_nothing_came(
    server: "Server", monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    server.says(401, b'{"error": {"message": "no such key"}}')
    run(PYTHON[0].replace('model="local"', f'model="m", base_url="{server.url}"'))
    assert capsys.readouterr().out.startswith("failed HTTP 401: no such key; set OPENAI_API_KEY")


def test_the_users_own_model_works_as_typed() -> None:
    names = run(PYTHON[1])
    battle = names["Battle"]
    text = (
        "The army won the battle of Dorva on 4 May 2024 with 300 soldiers against some 200 rebels; "
        "tens of thousands fled."
    )
    record = {
        "sentences": [1],
        "place": "Dorva",
        "day": "4 May 2024",
        "outcome": "won",
        "forces": [
            {"name": "The army", "soldiers": "300"},
            {"name": "rebels", "soldiers": "some 200"},
            {"name": "bandits", "soldiers": None},
        ],
        "losses": "tens of thousands",
    }
    extraction = lx.Extractor(battle, model=ScriptedModel([[record]])).extract(
        lx.Article(text=text)
    )
    value = extraction.records[0].value
    assert value.day == date(2024, 5, 4)
    assert value.outcome is names["Outcome"].WON
    assert [(force.name, force.soldiers) for force in value.forces] == [
        ("The army", 300),
        ("rebels", None),
    ]
    assert isinstance(value.losses, lx.Quantity)
    assert [(r.path, str(r.code)) for r in extraction.rejections] == [
        ("forces[1].soldiers", "unreadable"),
        ("forces[2].name", "not_found"),
        ("forces[2]", "required"),
    ]


def test_markers_refuse_what_the_readme_says(capsys: pytest.CaptureFixture[str]) -> None:
    run(PYTHON[2])
    printed = capsys.readouterr().out
    assert printed.startswith("True\nFalse ")
    assert "".join(f"    {line}\n" for line in printed.splitlines()) in README


def holds(row: Json, shown: Json) -> bool:
    """Whether all that is shown stands in a row; a list is shown whole."""
    if isinstance(shown, dict):
        return isinstance(row, dict) and all(
            name in row and holds(row[name], part) for name, part in shown.items()
        )
    if isinstance(shown, list):
        return isinstance(row, list) and len(row) == len(shown) and all(map(holds, row, shown))
    return bool(row == shown)


@pytest.mark.parametrize("shown", SHOWN, ids=["record", "rejection"])
def test_what_the_readme_shows_is_in_the_replayed_results(
    shown: str, replayed: list[dict[str, Any]]
) -> None:
    rows = [each for line in replayed for each in (*line["records"], *line["rejections"])]
    assert [row for row in rows if holds(row, json.loads(shown))]
