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
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.grounding import put_between
from benchmarks.marks import Marks, mark
from benchmarks.quality import DOCUMENT
from benchmarks.samples import SHARED, SOURCES, Sample, read_set, seed_records
from benchmarks.standing import ratio, rejected, spent
from benchmarks.tables import circumstances, table
from benchmarks.trials import Row, Usage, asks, keep, read_rows
from llmextract import Extractor
from llmextract.ask.repair import NAME as REPAIR
from llmextract.ask.request import Model, Reply, Request
from llmextract.ask.request import Usage as Used
from llmextract.run.models import open_model
from llmextract.settings import LOCAL, Settings

SET = "levers"
SCHEMAS = SOURCES["seeds"].schemas
STEPS: dict[str, dict[str, Any]] = {
    "freely, eight sentences": {"grammar": False, "window": 8},
    "freely, one sentence": {"grammar": False, "window": 1},
    "pointing, no examples": {"examples": dict.fromkeys(SCHEMAS, ())},
    "pointing": {},
    "pointing, repair": {"repair": "on"},
}


class Cited:
    """Answers for sentences that gold does not cite that there is nothing; asks a model the rest.

    `wanted` are the texts of the sentences that gold cites, by schema.
    """

    name = LOCAL

    def __init__(self, model: Model, wanted: Mapping[str, Set[str]]) -> None:
        self._model, self._wanted = model, wanted
        self.calls = 0

    def send(self, request: Request) -> Reply:
        """Ask, or say that there is nothing."""
        shown = request.messages[-1].content
        if request.name != REPAIR and not any(text in shown for text in self._wanted[request.name]):
            return Reply(text="[]", usage=Used(0, 0, 0), raw="[]")
        self.calls += 1
        return self._model.send(request)

    async def asend(self, request: Request) -> Reply:
        """Ask, or say that there is nothing."""
        return self.send(request)

    def close(self) -> None:
        """Do nothing: the model belongs to whoever opened it."""

    async def aclose(self) -> None:
        """Do nothing."""


def main() -> None:
    """Ask what has no row yet, and report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.levers", description=__doc__)
    parser.add_argument("--step", choices=STEPS, action="append", help="which (default: all)")
    parser.add_argument("--report", action="store_true", help="ask nothing")
    parser.add_argument("--write", action="store_true", help="the table into docs/quality.md")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the gold")
    given = parser.parse_args()
    samples = read_set("seeds", given.shared)
    if not given.report:
        model, opened = open_model(Settings.load(model=LOCAL))
        with opened:
            for step in given.step or STEPS:
                for row in ask(step, model, samples):
                    print(f"{row.asked} {step} {row.article}: {row.seconds:.0f} s", file=sys.stderr)
    measured = report(samples)
    print(measured)
    if given.write:
        page = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(put_between(page, measured, "levers"), encoding="utf-8")


def ask(step: str, model: Model, samples: Sequence[Sample]) -> Iterator[Row]:
    """The rows of a step that there are not yet; each is kept before it is given."""
    asked = tuple(SCHEMAS.values())
    told = asks(asked, STEPS[step])
    for sample in samples:
        cited = Cited(model, wanted(sample))
        extractor = Extractor(asked, model=cited, **STEPS[step])
        fingerprint = ".".join([*asdict(extractor.fingerprint).values(), told])
        if any(
            (row.article, row.label, row.fingerprint) == (sample.article.id, step, fingerprint)
            for row in read_rows(SET)
        ):
            continue
        begun = time.perf_counter()
        extraction = extractor.extract(sample.article)
        row = Row(
            set=SET,
            article=sample.article.id,
            sha256=sample.article.sha256,
            tool="llmextract",
            label=step,
            fingerprint=fingerprint,
            version=version("llmextract-grounded"),
            asked=time.strftime("%Y-%m-%dT%H:%M:%S"),
            seconds=round(time.perf_counter() - begun, 2),
            cpu=0,
            usage=Usage.model_validate({**asdict(extraction.usage), "calls": cited.calls}),
            result=json.loads(extraction.to_json()),
        )
        keep(row)
        yield row


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
    rows = [[step, *_line(marks)] for step, marks in _marks(samples)]
    return f"{circumstances()}\n\n{table(head, rows)}"


def _marks(samples: Sequence[Sample]) -> Iterator[tuple[str, Marks]]:
    kept = read_rows(SET)
    for step in STEPS:
        latest = {row.sha256: row for row in kept if row.label == step}
        if latest:
            yield step, mark("seeds", samples, [*latest.values()], located=False)


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
