"""What a repair mends of the seeds' records, and what it costs, with the embedded model.

    python -m benchmarks.repair KEPT [--grammar] [--mode required] [--seconds 220]

First answers come from the cassettes where they hold them. Every window is a line of KEPT, so that
a run that was stopped goes on; the tables are over all of it.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.tools import ROOT
from llmextract import Article
from llmextract.article.sources import read_articles
from llmextract.ask.completion import read
from llmextract.ask.conversation import drive
from llmextract.ask.repair import NAME
from llmextract.ask.request import Model, Reply, Request
from llmextract.judge.verdict import Judgement, Status
from llmextract.run.extraction import total_usage
from llmextract.run.flow import examine
from llmextract.run.models import open_model
from llmextract.run.outcome import Job, Outcome
from llmextract.run.plan import make_jobs, make_plans
from llmextract.schemas import News
from llmextract.settings import Settings


@dataclass
class Taped:
    """Answers first questions from the cassettes; the rest goes to the model, and is timed."""

    model: Model
    tapes: dict[str, Reply]
    seconds: float = 0.0
    repairs: list[Reply] = field(default_factory=list[Reply])
    asked: str = ""

    def send(self, request: Request) -> Reply:
        known = self.tapes.get(_key([list(message) for message in request.messages]))
        if known is not None:
            return known
        began = time.perf_counter()
        reply = self.model.send(request)
        if request.name == NAME:
            self.seconds += time.perf_counter() - began
            self.repairs.append(reply)
            self.asked = request.messages[-1].content
        return reply


def tapes() -> dict[str, Reply]:
    found: dict[str, Reply] = {}
    for path in sorted((ROOT / "cassettes").glob("*.yaml")):
        taped = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for call in taped["interactions"]:
            asked = json.loads(call["request"]["body"])
            said = call["response"]["body"]["string"]
            messages = [[message["role"], message["content"]] for message in asked["messages"]]
            found[_key(messages)] = read(said.encode() if isinstance(said, str) else said)
    return found


def _key(messages: list[list[str]]) -> str:
    return json.dumps(messages)


def rejected(judgement: Judgement) -> dict[str, Any]:
    rows = [v for v in judgement.verdicts if v.status is Status.REJECTED]
    return {
        v.path: {"code": v.code, "value": v.value}
        for v in rows
        if not v.path.startswith(("sentences[", "quotes["))
    }


def line_of(article: Article, job: Job, outcomes: list[Outcome], sent: Taped) -> dict[str, Any]:
    """One window: what was rejected and lost in the end, what was mended, and what that took."""
    outcome = outcomes[0]
    usage = total_usage(sent.repairs)
    return {
        "call": f"{article.id} {job.call}",
        "sentences": {sentence.number: sentence.text for sentence in job.window},
        "records": len(outcome.judgements),
        "accepted": sum(judgement.accepted for judgement in outcome.judgements),
        "rejected": sum(len(rejected(judgement)) for judgement in outcome.judgements),
        "mended": [
            {
                "path": row.path,
                "code": row.code,
                "was": row.value,
                "said": row.detail,
                "record": judgement.value and judgement.value.model_dump(mode="json"),
            }
            for judgement in outcome.judgements
            for row in judgement.mended
        ],
        "asked": sent.asked,
        "said": [reply.text for reply in sent.repairs],
        "errors": [str(each.error.kind) for each in outcomes[1:] if each.error],
        "calls": len(sent.repairs),
        "prompt": usage.prompt_tokens or 0,
        "completion": usage.completion_tokens or 0,
        "seconds": sent.seconds,
    }


def windows(settings: Settings) -> Iterator[tuple[Article, Job]]:
    plans = make_plans(News, settings, {})
    for sourced in read_articles([ROOT / "seeds"]):
        if sourced.article is not None:
            for job in make_jobs(plans, sourced.article, settings):
                yield sourced.article, job


def table(lines: list[dict[str, Any]]) -> None:
    mended = [row for line in lines for row in line["mended"]]
    left = sum(line["rejected"] for line in lines)
    calls = sum(line["calls"] for line in lines)
    print(f"windows {len(lines)}, records {sum(line['records'] for line in lines)}")
    print(f"accepted in the end {sum(line['accepted'] for line in lines)}")
    print(f"fields rejected at first {left + len(mended)}, mended {len(mended)}, left {left}")
    print("mended, by code:", dict(Counter(row["code"] for row in mended)))
    print("calls that failed:", dict(Counter(e for line in lines for e in line["errors"])))
    tokens = [sum(line[name] for line in lines) for name in ("prompt", "completion")]
    seconds = sum(line["seconds"] for line in lines)
    print(f"calls {calls}, tokens {tokens[0]} in and {tokens[1]} out, seconds {seconds:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--grammar", action="store_true")
    parser.add_argument("--mode", choices=("on", "required"), default="on")
    parser.add_argument("--seconds", type=float, default=220)
    arguments = parser.parse_args()
    settings = Settings.load(model="local", grammar=arguments.grammar, repair=arguments.mode)
    kept: Path = arguments.kept
    text = kept.read_text(encoding="utf-8") if kept.exists() else ""
    lines: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
    done = {line["call"] for line in lines}
    known, began, left = tapes(), time.perf_counter(), 0
    model, opened = open_model(settings)
    with opened, kept.open("a", encoding="utf-8") as out:
        for article, job in windows(settings):
            if f"{article.id} {job.call}" in done:
                continue
            if time.perf_counter() - began > arguments.seconds:
                left += 1
                continue
            sent = Taped(model, known)
            outcomes = drive(examine(article, job, settings), sent.send)
            lines.append(line_of(article, job, outcomes, sent))
            print(json.dumps(lines[-1], ensure_ascii=False), file=out, flush=True)
    table(lines)
    if left:
        print(f"{left} windows are left: run the same command again", file=sys.stderr)


if __name__ == "__main__":
    main()
