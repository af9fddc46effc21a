"""What each step from asking freely to pointing brings and costs: the seeds' hard passages.

    python -m benchmarks.levers            # asks what has no row yet, then prints the table
    python -m benchmarks.levers --write    # the table into docs/quality.md

The embedded model is asked only about sentences that gold cites, or windows that hold one: what it
would find elsewhere, gold does not judge.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.grounding import put_between
from benchmarks.marks import Marks
from benchmarks.quality import DOCUMENT
from benchmarks.samples import SHARED, SOURCES, Sample, read_set, seed_records
from benchmarks.standing import lines, ratio, rejected, spent
from benchmarks.tables import circumstances, table
from benchmarks.trials import Usage, Wish, ask_left, fingerprint_of, read_rows
from llmextract import Article, Extractor
from llmextract.ask.repair import NAME as REPAIR
from llmextract.ask.request import Model, Reply, Request
from llmextract.ask.request import Usage as Used
from llmextract.run.models import open_model
from llmextract.settings import LOCAL, Settings
from llmextract.testing import ScriptedModel

SET = "levers"
SCHEMAS = SOURCES["seeds"].schemas
NOTHING = Reply(text="[]", usage=Used(0, 0, 0), raw="[]")
STEPS: dict[str, dict[str, Any]] = {
    "freely, eight sentences": {"grammar": False, "window": 8},
    "freely, one sentence": {"grammar": False, "window": 1},
    "pointing, no examples": {"examples": dict.fromkeys(SCHEMAS, ())},
    "pointing": {},
    "pointing, repair": {"repair": "on"},
}


class Step:
    """The embedded model asked in one way; of sentences that gold does not cite it is not asked."""

    def __init__(self, step: str, model: Model, samples: Sequence[Sample]) -> None:
        self._schemas, self._options = tuple(SCHEMAS.values()), STEPS[step]
        self._model = model
        self._wanted = {sample.article.sha256: wanted(sample) for sample in samples}
        extractor = Extractor(self._schemas, model=cited(model, {}), **self._options)
        self.fingerprint = fingerprint_of(extractor, self._schemas, self._options)
        self.version = version("llmextract-grounded")

    def ask(self, article: Article) -> tuple[dict[str, Any], Usage, float]:
        """Its result, its usage, its seconds."""
        model = cited(self._model, self._wanted.get(article.sha256))
        extractor = Extractor(self._schemas, model=model, **self._options)
        begun = time.perf_counter()
        extraction = extractor.extract(article)
        seconds = time.perf_counter() - begun
        calls = sum(reply is not NOTHING for reply in extraction.replies)
        usage = Usage.model_validate({**asdict(extraction.usage), "calls": calls})
        return json.loads(extraction.to_json()), usage, seconds


def cited(model: Model, wanted: Mapping[str, Set[str]] | None) -> ScriptedModel:
    """A model that is asked only about sentences with these texts, by schema (None: about all)."""

    def answer(request: Request) -> Reply:
        if wanted is None or request.name == REPAIR:
            return model.send(request)
        shown = request.messages[-1].content
        texts = wanted[request.name]
        return model.send(request) if any(text in shown for text in texts) else NOTHING

    return ScriptedModel(answer, name=LOCAL)


def main() -> None:
    """Ask what has no row yet, and report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.levers", description=__doc__)
    parser.add_argument("--step", choices=STEPS, action="append", help="which (default: all)")
    parser.add_argument("--report", action="store_true", help="ask nothing")
    parser.add_argument("--write", action="store_true", help="the table into docs/quality.md")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the gold")
    given = parser.parse_args()
    samples = read_set("seeds", given.shared)
    articles = [sample.article for sample in samples]
    if not given.report:
        model, opened = open_model(Settings.load(model=LOCAL))
        with opened:
            for step in given.step or STEPS:
                wish = Wish("llmextract", step)
                for row in ask_left(SET, articles, Step(step, model, samples), wish):
                    print(f"{row.asked} {step} {row.article}: {row.seconds:.0f} s", file=sys.stderr)
    measured = report(samples)
    print(measured)
    if given.write:
        page = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(put_between(page, measured, "levers"), encoding="utf-8")


def wanted(sample: Sample) -> dict[str, set[str]]:
    """The texts of the sentences that gold cites, by schema."""
    texts = {sentence.number: sentence.text for sentence in sample.article.sentences}
    found: dict[str, set[str]] = {name: set() for name in SCHEMAS}
    for record in seed_records(sample):
        found[record.schema].update(texts[number] for number in record.sentences)
    return found


def report(samples: Sequence[Sample]) -> str:
    """The steps as a table, each by its last rows."""
    head = ["asked", *(f"recall of {name}s" for name in SCHEMAS), "recall", "precision", "F1"]
    head += ["95%", "records with a rejection", "calls", "tokens out", "seconds"]
    found = {line.name: line.marks for line in lines("seeds", samples, read_rows(SET))}
    named = {step: found.get(f"llmextract, {step}") for step in STEPS}
    rows = [[step, *_line(marks)] for step, marks in named.items() if marks is not None]
    return f"{circumstances()}\n\n{table(head, rows)}"


def _line(marks: Marks) -> list[str]:
    scores = [marks.score(name) for name in SCHEMAS]
    line = [ratio(score.counts.recall if score else None) for score in scores]
    if (total := marks.headline) is not None:
        counts, bounds = total.counts, total.f1
        line += [ratio(counts.recall), ratio(counts.precision), ratio(counts.f1)]
        line.append(f"{bounds[0]:.2f} to {bounds[1]:.2f}" if bounds else "")
    calls, _, _, out, seconds = spent(marks.rows)
    return [*line, rejected(marks.rows), calls, out, seconds]


if __name__ == "__main__":
    main()
