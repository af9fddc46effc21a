"""The eval command: gold located and not judged, bad lines named, the seeds measured whole."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from llmextract.article.article import Article
from llmextract.article.numbers.quantity import Quantity
from llmextract.ask.derive import derive
from llmextract.ask.wire import Json, JsonObject
from llmextract.cli import main
from llmextract.errors import InputError
from llmextract.evaluate.alignment import MatchRule
from llmextract.evaluate.counts import Bootstrap, Counts, Key
from llmextract.evaluate.fill import default_rule, from_gold, from_result, paths_of
from llmextract.evaluate.labelled import same
from llmextract.evaluate.score import ALL_SCHEMAS, score
from llmextract.schemas import Actor, Claim, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "data" / "gold.jsonl"
NO_DRAWS = Bootstrap(resamples=0)


# -- reading -------------------------------------------------------------------------------------

TEXT = "Rebels seized Dorva on Friday. More than 200 people fled. The army fled too."


class Toll(BaseModel):
    count: int
    day: date | None = None
    sure: bool = True


class Loose(BaseModel):
    tags: list[str] = []
    note: str | None = None


@pytest.mark.parametrize(
    ("model", "rule"),
    [
        pytest.param(Event, MatchRule(("trigger",), same_sentence=True), id="event"),
        pytest.param(Claim, MatchRule(("cue", "content"), same_sentence=True), id="claim"),
        pytest.param(Actor, MatchRule(("name",)), id="actor"),
        pytest.param(Toll, MatchRule(("count",)), id="no-words"),
        pytest.param(Loose, MatchRule(("tags", "note")), id="nothing-required"),
    ],
)
def test_key_fields_are_what_a_schema_cannot_do_without(
    model: type[BaseModel], rule: MatchRule
) -> None:
    assert default_rule(derive(model)) == rule


def test_paths_name_every_field_of_a_schema() -> None:
    assert list(paths_of(derive(Event)))[:3] == [
        "trigger",
        "participants[].mention",
        "participants[].role",
    ]


def gold_event(**more: object) -> dict[str, Any]:
    stated = {"type": "displacement", "factuality": "occurred", "trigger": "fled"}
    return {"quotes": ["More than 200 people fled."], **stated, **more}


def test_gold_words_are_located_in_the_cited_sentence_first() -> None:
    found = from_gold(derive(Event), Article(TEXT), "g", gold_event(places=["Dorva"]))
    assert found.sentences == {2}
    (trigger,) = found.fields["trigger"]
    assert trigger.spans == ((TEXT.index("fled"), TEXT.index("fled") + 4),)
    assert found.fields["places[]"][0].spans == ((14, 19),)


def test_a_gold_figure_is_read_where_it_stands() -> None:
    figures = [{"kind": "displaced", "count": "200", "of": "people"}]
    found = from_gold(derive(Event), Article(TEXT), "g", gold_event(figures=figures))
    value = found.fields["figures[].count"][0].value
    assert isinstance(value, Quantity)
    assert value.comparator == "more_than"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"type": "picnic"}, "type: not one of: armed_clash", id="label"),
        pytest.param({"plaices": []}, "plaices: event has no such field", id="stray"),
        pytest.param({"quotes": ["Nobody fled."]}, "cites no sentence", id="citation"),
        pytest.param({"places": "Dorva"}, "places: a list is expected", id="no-list"),
        pytest.param({"trigger": True}, "trigger: words of the article", id="no-words"),
    ],
)
def test_gold_that_the_schema_does_not_have_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        from_gold(derive(Event), Article(TEXT), "g", gold_event(**change))


def test_typed_values_of_results_and_gold_meet() -> None:
    group = derive(Toll)
    article = Article("12 died on 3 December 2024.")
    value: JsonObject = {"count": 12, "day": "2024-12-03", "sure": True}
    predicted = from_result(group, article.id, "p", value, {})
    gold = from_gold(group, article, "g", {"sentences": [1], **value, "day": "3 December 2024"})
    for path in ("count", "day", "sure"):
        assert same(predicted.fields[path][0], gold.fields[path][0])


# -- the command ---------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, *rows: object) -> None:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text(text, encoding="utf-8")


def gold_line(**change: object) -> dict[str, Any]:
    return {"id": "g", "article": "a.txt", "schema": "event", "record": gold_event(), **change}


def result_line(*records: object, **change: object) -> dict[str, Any]:
    article = {"id": "a", "sha256": Article(TEXT).sha256, "published": "2024-12-08"}
    return {
        "article": article,
        "status": "ok",
        "records": list(records),
        "rejections": [],
        **change,
    }


def result_event(trigger: str, start: int, sentence: int) -> dict[str, Any]:
    span = {"start": start, "end": start + len(trigger), "exact": trigger, "sentence": sentence}
    value = {"trigger": trigger, "type": "displacement", "factuality": "occurred"}
    return {"id": f"a:{start}", "schema": "event", "value": value, "spans": {"trigger": [span]}}


def evaluate(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    code = main(["eval", "out.jsonl", "gold.jsonl", "--articles", "in", *more])
    out, err = capsys.readouterr()
    return code, out, err


def test_eval_prints_figures_then_what_to_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "gold.jsonl", gold_line())
    write(folder / "out.jsonl", result_line(result_event("fled", 53, 2)))
    code, out, err = evaluate(capsys)
    assert (code, err) == (0, "")
    assert "event: matched on trigger, in a common sentence" in out
    assert out.index("gold is partial") < out.index("precision") < out.index("misses: 0")
    assert "displacement  1  *displacement 1" in out


def test_a_miss_that_was_rejected_says_why(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "gold.jsonl", gold_line())
    fell = {"record": "a:event:0", "schema": "event", "detail": "", "nearest": None}
    rejections = [
        {**fell, "path": "trigger", "code": "wrong_sentence", "value": "fled"},
        {**fell, "path": "", "code": "required", "value": {"sentences": [2], "trigger": "fled"}},
    ]
    write(folder / "out.jsonl", result_line(rejections=rejections))
    _, out, _ = evaluate(capsys)
    assert "rejected a:event:0: trigger: wrong_sentence\n" in out
    _, out, _ = evaluate(capsys, "--json")
    (miss,) = json.loads(out)["misses"]
    assert [row["code"] for row in miss["rejected"][0]["rows"]] == ["wrong_sentence", "required"]


def test_show_chooses_the_lists(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "gold.jsonl", gold_line())
    write(folder / "out.jsonl", result_line())
    for show, misses, alarms in (("misses", True, False), ("none", False, False)):
        _, out, _ = evaluate(capsys, "--show", show)
        assert ("misses: 1" in out, "false alarms:" in out) == (misses, alarms)


@pytest.mark.parametrize(
    ("file", "row", "said"),
    [
        ("gold.jsonl", "{broken", "gold.jsonl:2: no JSON"),
        ("gold.jsonl", [], "gold.jsonl:2: an object is expected"),
        ("gold.jsonl", gold_line(article="b"), "gold.jsonl:2: no article 'b'"),
        ("gold.jsonl", gold_line(record=3), "gold.jsonl:2: the field 'record'"),
        ("gold.jsonl", gold_line(record=gold_event(type="x")), "gold.jsonl:2: type: not one of"),
        ("out.jsonl", {"id": 1}, "out.jsonl:2: no result line"),
        ("out.jsonl", result_line(), "'a' stands in out.jsonl:1 too"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_measured(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str, row: object, said: str
) -> None:
    good = {"gold.jsonl": gold_line(), "out.jsonl": result_line(result_event("fled", 53, 2))}
    for name, line in good.items():
        write(folder / name, line, *([row] if name == file else []))
    code, out, err = evaluate(capsys, "--json")
    assert code == 1
    assert len([line for line in err.splitlines() if said in line]) == 1
    assert json.loads(out)["records"]["exact"]["hits"] == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"places": ["Atlantis"]}, "gold.jsonl:2: places[0]: the article 'a' does not say 'Atl"),
        ({"trigger": None}, "gold.jsonl:2: nothing is stated for trigger, by which records are"),
        ({}, "gold.jsonl:2: the same record as gold.jsonl:1; it counts twice"),
    ],
)
def test_gold_that_measures_nothing_right_is_told_and_measured(
    folder: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], said: str
) -> None:
    write(folder / "gold.jsonl", gold_line(), gold_line(record=gold_event(**change)))
    write(folder / "out.jsonl", result_line(result_event("fled", 53, 2)))
    code, out, err = evaluate(capsys, "--json")
    assert code == 0
    assert err.startswith(f"llmextract: {said}")
    assert json.loads(out)["records"]["exact"]["hits"] == 1


def test_a_date_given_as_a_value_is_no_strange_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "gold.jsonl", gold_line(record=gold_event(time="2024-12-06")))
    write(folder / "out.jsonl", result_line())
    assert "does not say" not in evaluate(capsys)[2]


def test_results_of_another_text_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "gold.jsonl", gold_line())
    write(folder / "out.jsonl", result_line(article={"id": "a", "sha256": "0" * 64}))
    code, out, err = evaluate(capsys)
    assert (code, out) == (1, "")
    assert "out.jsonl:1: made from another text than in/a.txt" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--match-on", "colour"], "no schema has all of these fields; there are trigger"),
        (["--match-on", "actor:name"], "gold has no schema 'actor'"),
        (["--schema", "evnt"], "evnt: no schema of this name"),
    ],
)
def test_bad_usage_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    write(folder / "gold.jsonl", gold_line())
    write(folder / "out.jsonl", result_line())
    code, out, err = evaluate(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_schema_that_gold_misspells_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "gold.jsonl", gold_line(), gold_line(schema="evnt"))
    write(folder / "out.jsonl", result_line())
    code, out, err = evaluate(capsys)
    assert "gold.jsonl:2: evnt: no schema of this name" in err
    assert code == 1
    assert out


def test_key_fields_can_be_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "gold.jsonl", gold_line())
    write(folder / "out.jsonl", result_line(result_event("fled", 70, 3)))
    assert json.loads(evaluate(capsys, "--json")[1])["records"]["exact"]["hits"] == 0
    _, out, _ = evaluate(capsys, "--json", "--match-on", "event:trigger")
    assert json.loads(out)["records"]["exact"]["hits"] == 1


def test_gold_without_a_result_is_missed_and_said_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "gold.jsonl", gold_line())
    write(folder / "out.jsonl")
    code, out, _ = evaluate(capsys)
    assert code == 0
    assert "a: no result, so all of its records are missed" in out


def test_eval_needs_the_articles(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["eval", "out.jsonl", "gold.jsonl"])
    assert caught.value.code == 2
    assert "--articles" in capsys.readouterr().err


# -- the seeds -----------------------------------------------------------------------------------


def test_the_replayed_seeds_are_measured_whole(
    replayed: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "out.jsonl", *replayed)
    arguments = ["eval", str(tmp_path / "out.jsonl"), str(GOLD), "--articles", str(ROOT / "seeds")]
    assert main([*arguments, "--json", "--resamples", "100"]) == 0
    found = json.loads(capsys.readouterr().out)
    gold = len(GOLD.read_text(encoding="utf-8").splitlines())
    predicted = sum(len(line["records"]) for line in replayed)
    assert len(found["matches"]) + len(found["misses"]) == gold
    assert sum(len(found[of]) for of in ("matches", "false_alarms", "unjudged")) == predicted
    shares = list(ratios_in(found))
    assert len(shares) > 100
    assert all(0 <= share <= 1 for share in shares if isinstance(share, int | float))
    assert found["bootstrap"]["few_articles"]


def ratios_in(value: JsonObject) -> Iterator[Json]:
    """Every precision, recall and F1 below a part of the JSON."""
    yield from (value[name] for name in ("precision", "recall", "f1") if "hits" in value)
    for part in value.values():
        if isinstance(part, dict):
            yield from ratios_in(part)


def test_our_gold_held_against_itself_is_perfect() -> None:
    models = {"actor": derive(Actor), "event": derive(Event), "claim": derive(Claim)}
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    articles = {row["article"]: Article.from_file(ROOT / "seeds" / row["article"]) for row in rows}
    gold = [
        from_gold(models[row["schema"]], articles[row["article"]], row["id"], row["record"])
        for row in rows
    ]
    rules = {name: default_rule(group) for name, group in models.items()}
    found = score(list(gold), gold, rules=rules, bootstrap=NO_DRAWS)
    assert found.scores[Key(ALL_SCHEMAS, "", "exact", "records")].counts == Counts(63, 63, 63)
    assert {each.counts.f1 for each in found.scores.values()} <= {1.0, None}
