"""What each step towards pointing brings: only what gold can judge is asked."""

from pathlib import Path
from shutil import copyfile

from benchmarks.levers import Step, wanted
from benchmarks.samples import read_set
from llmextract.testing import ScriptedModel

GOLD = Path(__file__).parents[1] / "data" / "gold.jsonl"


def test_only_sentences_that_gold_cites_are_asked(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    copyfile(GOLD, tmp_path / "gold" / "records.jsonl")
    sample = read_set("seeds", tmp_path)[0]
    model = ScriptedModel(lambda _: "[]")
    step = Step("pointing", model, [sample])
    _, usage, _ = step.ask(sample.article)
    asked = [(request.name, request.messages[-1].content) for request in model.requests]
    assert len(asked) == usage.calls
    assert set(asked) == {(name, text) for name, texts in wanted(sample).items() for text in texts}
